"""The reader that runs in a browser: ``evaluate.js`` computes from a program's JSON what the interpreter computes.

Guarantees: the script is one plain file that needs nothing else; it computes with fractions of whole numbers only.
The tests hold it to the interpreter under Node and in a browser.
"""

from __future__ import annotations

from importlib.resources import files


def script() -> str:
    """Return the text of the evaluator, a plain script that binds ``polc.core``."""
    return (files(__name__) / "evaluate.js").read_text(encoding="utf-8")
