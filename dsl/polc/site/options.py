"""What a site is generated for: which readers, in which language, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from polc.diagnostics.words import Language

Audience: TypeAlias = Literal["public", "review"]
"""``public`` hides findings and what is internal to drafts; ``review`` shows everything."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a site is generated. ``day`` is the day that validity is told for, as a proleptic ordinal.

    ``pinned`` says that the day was asked for: then no page looks at the reader's clock. With ``home`` the first page
    of the whole site is that of the policies. ``pretty``: a page is read at a folder (``a/b/``) instead of a file
    (``a/b.html``), which needs a server. ``manual``: the site has the pages of the rules, and findings lead to them.
    ``several``: it has several policies, which are compared, and benefits lead there.
    """

    day: int
    audience: Audience = "review"
    language: Language = "zh"
    pinned: bool = False
    home: bool = False
    pretty: bool = False
    manual: bool = False
    several: bool = False
