"""Pages are followed as a reader would: what their consoles show is what is printed."""

from pathlib import Path

import pytest
from doc_consoles import follow, has_consoles
from doc_fences import ROOT, pages

CONSOLES = [page for page in pages() if has_consoles(page)]


@pytest.mark.parametrize("page", CONSOLES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_shows_what_is_printed(page: Path, tmp_path: Path) -> None:
    for console in follow(page, tmp_path):
        assert console.holds, f"{console.fence.place} shows something else than\n{console.printed}"
