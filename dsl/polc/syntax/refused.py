"""How a value says that it cannot be: the finding travels up to the line it stands in, and no further."""

from __future__ import annotations

from polc.diagnostics import Diagnostic


class RefusedError(Exception):
    """Raised by the builder of values and caught where a value is read; it never leaves the syntax floor.

    A parser's callbacks cannot hand back a finding beside their value, and one finding a line is enough.
    """

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.rule.name)
        self.diagnostic = diagnostic
