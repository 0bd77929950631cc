"""Build or serve a site of policies without a configuration of one's own: MkDocs, the Material theme, our plugin.

Guarantees: the site needs no server and asks nothing of other hosts (fonts and scripts are its own).
"""

from __future__ import annotations

import json
import logging
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from polc.hosts.cli import exits

SEPARATOR = r"[\s\u200b\-_，。、；：？！“”‘’（）《》〈〉【】—…·/,.;:!?()\[\]]+"
"""Where the words of the search end: blanks, the marks between Chinese words that jieba puts, and punctuation."""


def settings(own: Mapping[str, Any], docs: Path, site: Path) -> dict[str, Any]:
    """Return the configuration of a site of policies alone; ``own`` is that of our plugin."""
    return {
        "site_name": "polc",
        "docs_dir": str(docs),
        "site_dir": str(site),
        "use_directory_urls": False,  # so that it opens from a folder
        "theme": {
            "name": "material",
            "language": own.get("language", "zh"),
            "font": False,
            "features": [
                "navigation.indexes",
                "navigation.prune",
                "navigation.top",
                "navigation.footer",
                "toc.follow",
                "search.highlight",
            ],
            "palette": [
                {
                    "media": f"(prefers-color-scheme: {scheme})",
                    "scheme": kind,
                    "toggle": {"icon": icon, "name": name},
                }
                for scheme, kind, icon, name in (
                    ("light", "default", "material/weather-night", "深色 · dark"),
                    ("dark", "slate", "material/weather-sunny", "浅色 · light"),
                )
            ],
        },
        "plugins": [
            {"search": {"lang": ["zh", "en"], "separator": SEPARATOR, "pipeline": []}},
            "offline",  # the search opens from a folder too
            {"polc": {name: value for name, value in own.items() if value is not None} | {"home": True}},
        ],
        "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": True}}],
    }


def build(own: Mapping[str, Any], site: Path, *, strict: bool) -> int:
    """Build the site into a folder; return 1 where ``strict`` and a policy has errors."""
    with _configured(own, site, strict=strict) as config:
        try:
            mkdocs_build.build(config)
        except Abort as stopped:
            print(f"polc: {stopped}", file=sys.stderr)  # noqa: T201 - what a command says
            return exits.FOUND
    return exits.FINE


def serve(own: Mapping[str, Any], address: str) -> int:
    """Serve the site, and build it again when a policy changes, until it is interrupted."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "docs").mkdir()
        written = Path(folder) / "mkdocs.yml"
        whole = settings(_from(own, Path.cwd()), Path(folder) / "docs", Path(folder) / "site")
        written.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")  # JSON is YAML
        _tell()
        mkdocs_serve.serve(config_file=str(written), dev_addr=address)
    return exits.FINE


def _tell() -> None:
    """Let MkDocs say on standard error where it serves, what it builds again and how long that took."""
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.INFO)
    if not log.handlers:
        log.addHandler(logging.StreamHandler())


@contextmanager
def _configured(own: Mapping[str, Any], site: Path, *, strict: bool) -> Iterator[MkDocsConfig]:
    """Yield the configuration, validated, with an empty folder of documents."""
    with tempfile.TemporaryDirectory() as docs:
        config = MkDocsConfig(config_file_path=str(Path.cwd() / "mkdocs.yml"))
        config.load_dict(settings(_from(own, Path.cwd()), Path(docs), site.resolve()) | {"strict": strict})
        errors, warnings = config.validate()
        for name, problem in (*errors, *warnings):
            print(f"polc: {name}: {problem}", file=sys.stderr)  # noqa: T201 - what a command says
        if errors:
            raise Abort("the site is configured wrongly")
        config.plugins.on_startup(command="build", dirty=False)
        yield config
        config.plugins.on_shutdown()


def _from(own: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Return the settings with paths from ``folder``, wherever the configuration lies."""
    return {**own, "paths": [str((folder / path).resolve()) for path in own["paths"]]}
