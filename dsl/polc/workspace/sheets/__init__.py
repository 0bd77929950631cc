"""Facts from tables: one flat CSV or .xlsx for each 对象, as a bureau keeps them.

``read_sheet`` gives a table's columns and rows as text in the words of the language; ``applicants`` joins the tables to
what each applicant tells. Guarantees: no bytes and no workbook make it raise anything but ``SheetError``, which holds
everything that is wrong with a file at once; nothing is guessed, what cannot be taken is named with its row and column.
"""

from polc.workspace.sheets.reading import SHEETS, read_sheets
from polc.workspace.sheets.sheet import Sheet, SheetError

__all__ = ["SHEETS", "Sheet", "SheetError", "read_sheets"]
