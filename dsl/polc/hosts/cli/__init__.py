"""The command ``polc``: one file a command, listed in ``table``; ``shell`` chooses one and runs it.

Guarantees: ``polc --help`` imports nothing but this package and the standard library; whatever goes wrong inside,
the answer is an exit code of ``exits`` and words a drafter can read, never a traceback (but with ``--debug``).
"""

from polc.hosts.cli.shell import main

__all__ = ["main"]
