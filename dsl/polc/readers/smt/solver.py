"""The one module that loads z3. Whoever imports it pays for that: nobody outside this package does, and ``find`` late.

z3 is published without types; a ``Term`` is one of its expressions.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import z3

Term: TypeAlias = Any

__all__ = ["Term", "z3"]
