"""``python -m polc`` is ``polc``."""

import sys

from polc.hosts.cli import main

if __name__ == "__main__":
    sys.exit(main())
