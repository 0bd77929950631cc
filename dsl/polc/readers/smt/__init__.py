"""Questions to the solver: is there a case in which this holds? The least one, or none, or not decided.

z3 is loaded when the first question is put, not before.
"""

from polc.readers.smt.verdict import Found, Impossible, Undecided, Verdict, find

__all__ = ["Found", "Impossible", "Undecided", "Verdict", "find"]
