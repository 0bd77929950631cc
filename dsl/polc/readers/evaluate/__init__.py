"""The reader that defines the others: it computes."""

from polc.core.arithmetic import UnguardedDivisionError
from polc.readers.evaluate.interpreter import evaluate, run
from polc.readers.evaluate.outcome import Case, Interval, Outcome, Result

__all__ = ["Case", "Interval", "Outcome", "Result", "UnguardedDivisionError", "evaluate", "run"]
