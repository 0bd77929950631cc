"""The grammar as something to look at: its rules as trees, for pictures and for the reference.

Guarantees: the rules of values are those of ``values.lark``, those of lines and blocks come from the keyword table;
what Python reads itself (heads, quotations, tables, 追回) is told in ``by_hand.lark``, and a test has the real reader
read sentences made from every rule. Needs lark, and time to read the grammar: nothing but pictures asks for it.
"""

from polc.syntax.described.forms import Either, Form, Kind, Many, Ref, Series, Written
from polc.syntax.described.rules import rules

__all__ = ["Either", "Form", "Kind", "Many", "Ref", "Series", "Written", "rules"]
