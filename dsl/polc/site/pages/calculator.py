"""The page of the calculator: of one policy, or of all; the scripts do the rest (``assets/calculator.js``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from polc.readers.javascript import script
from polc.site import phrases
from polc.site.addresses import ROOT, relative, root
from polc.site.assets import asset
from polc.site.front import Front
from polc.site.markup import block, data, element
from polc.site.options import Options
from polc.site.pages.compare import PATH as COMPARISON
from polc.site.pages.frame import page

if TYPE_CHECKING:
    from polc.site.contents import Entry

FOLDER = "assets/polc"
SCRIPTS = (
    "evaluate.js",
    "calculate.js",
    "laid.js",
    "typed.js",
    "figures.js",
    "words.js",
    "page.js",
    "told.js",
    "address.js",
    "fields.js",
    "results.js",
    "calculator.js",
)
"""In the order in which they are loaded: each binds one name under ``polc`` and uses those before it."""
PATH = f"{ROOT}/calculator.md"


def path_of(entry: Entry | Front) -> str:
    """Return where the calculator of one policy stands."""
    return f"{entry.folder}/calculator.md"


def calculator_page(entries: Sequence[Front], path: str, options: Options) -> str:
    """Return the page of a calculator that knows these policies."""
    sources = [*(_data_path(entry) for entry in entries), *(f"{FOLDER}/{name}" for name in SCRIPTS)]
    place = element(
        "div",
        element("p", phrases.NEEDS_SCRIPT.in_(options.language)),
        class_="polc-calculator",
        data_language=options.language,
        data_policies=" ".join(entry.name for entry in entries),
        data_root=root(path, options),
        data_compare=COMPARISON if options.several else None,
        data_pretty="true" if options.pretty else None,
        data_day=str(options.day) if options.pinned else None,
    )
    scripts = [element("script", "", src=relative(source, path, options), defer=True) for source in sources]
    only = entries[0] if len(entries) == 1 else None
    title = phrases.CALCULATOR if only is not None else phrases.CALCULATOR_OF_ALL
    return page(title.in_(options.language), block(place, *scripts), only, options, path)


def data_of(entry: Entry) -> str:
    """Return the script that hands the data of a policy to the calculator."""
    from polc.site.bundle import bundle  # noqa: PLC0415 - who has it drawn needs no compiler

    put = "(globalThis.polc ??= {}).bundles = [...(globalThis.polc.bundles ?? []), "
    return f"{put}{data(bundle(entry))}];\n"


def calculator_files(entries: Iterable[tuple[Front, str]]) -> dict[str, str]:
    """Return the scripts of the calculator and the data of every policy, by their paths."""
    found = {f"{FOLDER}/evaluate.js": script()}
    found |= {f"{FOLDER}/{name}": asset(name) for name in SCRIPTS if name != "evaluate.js"}
    return found | {_data_path(entry): data_ for entry, data_ in entries}


def _data_path(entry: Front) -> str:
    return f"{FOLDER}/data/{entry.folder.rpartition('/')[2]}.js"
