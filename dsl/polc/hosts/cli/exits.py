"""The exit codes of every command, as ``docs/reference/cli.md`` promises them."""

from __future__ import annotations

from typing import Final

FINE: Final = 0
"""Nothing was found and nothing failed."""

FOUND: Final = 1
"""There are errors, failed examples, or files that could not be read."""

USAGE: Final = 2
"""The command line itself could not be understood."""

INTERNAL: Final = 3
"""polc is at fault, not the policy."""

INTERRUPTED: Final = 130
"""The user stopped it (128 + SIGINT, as shells count)."""
