"""The calculator under Node: what runs it, and how it writes a value."""

from pathlib import Path

import polc.readers.javascript
import polc.site
from polc.readers.evaluate import Interval

DRIVER = Path(__file__).with_name("calculate.js")
SCRIPTS = (
    Path(polc.readers.javascript.__file__).with_name("evaluate.js"),
    Path(polc.site.__file__).parent / "assets" / "calculate.js",
    Path(polc.site.__file__).parent / "assets" / "laid.js",
)


def shown(value: object) -> object:
    """Return a value of the interpreter as the driver writes one."""
    if isinstance(value, Interval):
        ends = {"low": str(value.low)} | ({} if value.open else {"high": str(value.high)})
        return ends | {"open": value.open}
    return value if value is None or isinstance(value, bool) else str(value)
