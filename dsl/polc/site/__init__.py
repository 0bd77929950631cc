"""The site that people read: policies as pages of Markdown with pictures, proof and a calculator.

A pure generator: policies and options go in, files come out (``generate``); no file is read or written here
and no clock. Whoever builds a site of the files (``polc docs``, the MkDocs plugin) stands above. Guarantee:
what a policy says is text on every page, whatever characters it holds (``markup``).
"""

from polc.site.generate import Site, generate
from polc.site.options import Options

__all__ = ["Options", "Site", "generate"]
