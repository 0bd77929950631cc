"""``pytest --pol``: the rows of examples and scenarios as pytest items."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--pol``: without it the plugin does nothing."""
    parser.getgroup("polc").addoption("--pol", action="store_true", help="run the examples in .pol files")
