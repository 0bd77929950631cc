"""``pytest --pol policies/``: the rows of examples and scenarios as pytest items, one a row.

Without ``--pol`` (or ``pol = true`` in the ini file) it does nothing, and it imports nothing but pytest until it meets
a .pol file. Whatever is wrong with a policy is one failing item; nothing here ever breaks off a run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from polc.diagnostics import Diagnostic
    from polc.diagnostics.words import Language
    from polc.workspace.folder import Folder, Place
    from polc.workspace.load import Draft

_WORDS = "运行 .pol 文件里的示例和情景 · run the examples and scenarios in .pol files"
_NOT_RUN = "没有运行：所在的条或表有错误 · not run: its clause or table has errors"
_FOLDERS = pytest.StashKey[dict["Path", "Folder"]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--pol`` and the ini option of the same name."""
    parser.getgroup("polc").addoption("--pol", action="store_true", default=False, help=_WORDS)
    parser.addini("pol", _WORDS, type="bool", default=False)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect .pol files, if asked to."""
    config = parent.config
    if file_path.suffix == ".pol" and (config.getoption("pol") or config.getini("pol")):
        file: PolFile = PolFile.from_parent(parent, path=file_path)
        return file
    return None


class PolFile(pytest.File):
    """A .pol file: an item for each row that stands in it, and one for all that is wrong."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield the items. A fault of ours is an item too, so that the rest of the run goes on."""
        try:
            items = list(self._items())
        except Exception as fault:  # noqa: BLE001 - told by the item, not by breaking off the run
            items = [FaultItem.from_parent(self, name="polc", fault=fault)]
        yield from items

    def _items(self) -> Iterator[pytest.Item]:
        folder, file = self._folder(), self.path.name
        drafts = list(folder.drafts(file))
        if not drafts and (errors := folder.errors_of_file(file)):
            yield self._errors(self.path.stem, errors, "zh")
        names: dict[str, int] = {}
        for draft in drafts:
            errors = folder.errors(draft)
            if errors and folder.is_teller(draft, file):
                yield self._errors(draft.name, errors, _language(draft))
            for place in folder.rows(draft, file):
                name = place.name.replace("::", "：：")
                names[name] = names.get(name, 0) + 1
                if names[name] > 1:  # two tables of one title: an id must still mean one row
                    name = f"{name}（{names[name]}）"
                yield RowItem.from_parent(self, name=name, folder=folder, place=place, told=bool(errors))

    def _folder(self) -> Folder:
        from polc.workspace.folder import Folder

        here = self.path.parent
        known = self.config.stash.setdefault(_FOLDERS, {})
        if here not in known:
            below = here.is_relative_to(here.cwd())  # findings then name the file as `polc test` does
            known[here] = Folder.load(here.relative_to(here.cwd()) if below else here)
        return known[here]

    def _errors(self, name: str, errors: list[Diagnostic], language: Language) -> pytest.Item:
        item: ErrorItem = ErrorItem.from_parent(self, name=f"{name} 没有错误", errors=errors, language=language)
        return item


class RowItem(pytest.Item):
    """One row of an example, or one year of a scenario. ``told``: an item of its own tells the policy's errors."""

    def __init__(self, *, folder: Folder, place: Place, told: bool, **rest: Any) -> None:  # noqa: ANN401 - pytest's
        super().__init__(**rest)
        self.folder, self.place, self.told = folder, place, told

    def runtest(self) -> None:
        """Run the table, and look at this row."""
        named = self.folder.run(self.place)
        if not named.ran and self.told:
            pytest.skip(_NOT_RUN)
        if named.waits:
            from polc.workspace.waiting_row import in_waiting

            pytest.skip(in_waiting(named, _language(self.place.draft)))
        if not named.passed:
            raise PolicyError

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401
        """Return what ``polc test`` shows of this row."""
        if not isinstance(excinfo.value, PolicyError):
            return super().repr_failure(excinfo, style)
        named, language = self.folder.run(self.place), _language(self.place.draft)
        if not named.ran:
            return _rendered(named.row.problems, language)
        from polc.workspace.failed_row import failure

        return failure(named, language)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the row stands; pytest counts lines from 0."""
        return self.path, self.place.line - 1, self.name


class ErrorItem(pytest.Item):
    """Everything that is wrong with a policy: one item, which fails."""

    def __init__(self, *, errors: list[Diagnostic], language: Language, **rest: Any) -> None:  # noqa: ANN401 - pytest's
        super().__init__(**rest)
        self.errors, self.language = errors, language

    def runtest(self) -> None:
        """Fail: there is no such item where nothing is wrong."""
        raise PolicyError

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ANN401
        """Return what ``polc test`` shows of the errors."""
        return _rendered(self.errors, self.language)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the first error of this file stands."""
        here = (each.place.span for each in self.errors)
        line = next((span.begin.line for span in here if span.source.path.endswith(self.path.name)), 1)
        return self.path, line - 1, self.name


class FaultItem(pytest.Item):
    """A fault of ours while a file was read: one item, which fails."""

    def __init__(self, *, fault: Exception, **rest: Any) -> None:  # noqa: ANN401 - pytest's
        super().__init__(**rest)
        self.fault = fault

    def runtest(self) -> None:
        """Raise what went wrong."""
        raise self.fault


class PolicyError(Exception):
    """A policy has errors, or a row of it does not hold: what the item shows, not a fault."""


def _rendered(errors: list[Diagnostic], language: Language) -> str:
    from polc.diagnostics.terminal import render

    return render(errors, language)


def _language(draft: Draft) -> Language:
    """Return the language that was asked for, or that of the policy's keywords."""
    from polc.hosts.cli.language import UnknownLanguageError, chosen

    try:
        asked = chosen([])
    except UnknownLanguageError:  # POLC_LANG=fr is no reason to break off a run
        asked = None
    english = all(file.language == "en" for file in draft.compiled.files)
    return asked or ("en" if english else "zh")
