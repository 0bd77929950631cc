"""A policy on paper: the same content as its pages, for those who pass documents on as Word, PDF and workbooks.

``tell`` makes a document of blocks of one policy; ``word``, ``page`` and ``workbook`` write it down. Guarantees: what a
policy says is text in each of them, whatever characters it holds, and never a formula, a field or a tag; the same
policy on the same day gives the same bytes. No file is read or written here; the heavy libraries are loaded by those
who ask for their format.
"""

from polc.site.paper.document import Document
from polc.site.paper.telling import tell

__all__ = ["Document", "tell"]
