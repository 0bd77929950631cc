"""The MkDocs plugin ``polc``: the policies of a project as pages of its site.

``mkdocs.yml`` takes::

    plugins:
      - polc:
          paths: [policies]       # files or folders, from the folder of mkdocs.yml
          audience: public        # or review: findings and drafts' internals are shown
          as_of: 2026-06-01       # the day that validity is told for; today where it is left out
          home: true              # the first page of the site is that of the policies
          manual: true            # with the page of every rule, and findings that lead there
          editions: {zh: ., en: en}           # where the site of each language stands, from a common folder
          only: {zh: [tutorial/, guide/]}     # pages that one language alone has

Where ``nav`` has an entry with the value ``polc``, the policies stand there; else they stand at the end. The list of
the rules stands where it says ``polc rules``, the grammar where it says ``polc grammar``. With ``editions`` every page
leads to the same page in the other languages (not under ``mkdocs serve``, which shows one of them); where there is a
``page.en.md``, the English edition shows it in place of ``page.md``. Findings of severity error are warnings of the
build: ``mkdocs build --strict`` fails on them.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from polc.diagnostics.words import Language
from polc.hosts.cli.progress import DRAWN, progress
from polc.hosts.site_blocks import Blocks
from polc.hosts.site_editions import Editions
from polc.hosts.site_made import site_of
from polc.hosts.site_search import teach
from polc.site import Options, Site
from polc.site.generate import FRAME_WORKER
from polc.site.options import Audience
from polc.site.pages.grammar import PATH as GRAMMAR
from polc.site.pages.grammar import grammar_page
from polc.site.pages.rules import INDEX, rule_pages
from polc.workspace.cache import usual
from polc.workspace.means import Means, cores

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

_HERE = "polc"
_RULES = "polc rules"
_GRAMMAR = "polc grammar"
_MEANING = "reference/language/"
_LOG = get_plugin_logger("polc")


class PolcConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs types it so
    """What ``mkdocs.yml`` may say of the plugin."""

    paths = c.ListOfItems(c.Type(str), default=["policies"])
    audience = c.Choice(("public", "review"), default="public")
    as_of = c.Optional(c.Type((str, dt.date)))
    language = c.Choice(("zh", "en"), default="zh")
    home = c.Type(bool, default=False)
    manual = c.Type(bool, default=False)
    editions = c.DictOfItems(c.Type(str), default={})
    only = c.DictOfItems(c.ListOfItems(c.Type(str)), default={})


class PolcPlugin(BasePlugin[PolcConfig]):  # type: ignore[no-untyped-call]  # as above
    """Puts the generated pages among the files of the site."""

    site: Site
    blocks: Blocks
    editions: Editions
    serving = False
    apart: dict[str, str]
    """Pages that are not in the navigation one by one: there are too many."""

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - its shape
        """Remember what the site is made for."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Generate the pages, and put them into the navigation."""
        teach()
        day = self._day()
        audience: Audience = "review" if self.config.audience == "review" else "public"
        language: Language = "en" if self.config.language == "en" else "zh"
        pinned = self.config.as_of is not None
        options = Options(
            day,
            audience,
            language,
            pinned=pinned,
            home=self.config.home,
            pretty=config.use_directory_urls,
            manual=self.config.manual,
        )
        with progress(sys.stderr, language) as checked, progress(sys.stderr, language, DRAWN) as drawn:
            made = site_of(self._paths(config), lambda _: options, Means(usual(), cores(), checked), drawn)
        self.site, self.blocks = made.site, Blocks()
        for each in made.errors:
            at = each.place.span
            _LOG.warning("%s:%s: %s [%s]", at.source.path, at.begin.line, each.message("zh"), each.rule.name)
        self.apart = {**rule_pages(options), GRAMMAR: grammar_page(options)} if options.manual else {}
        if config.nav is not None:
            config.nav = self._placed(config.nav)
        elif self.config.home:
            config.nav = self.site.navigation
        config.extra_css = [*config.extra_css, *(path for path in self.site.files if path.endswith(".css"))]
        self._ask_nobody_else(config)
        self.editions = Editions(language, {} if self.serving else self.config.editions, self.config.only)
        if listed := self.editions.listed():
            config.extra["alternate"] = listed
        return config

    def _ask_nobody_else(self, config: MkDocsConfig) -> None:
        """Take our own script for the theme's search without a server, where it would ask another host for one."""
        asked = config.extra.get("polyfills", [])
        config.extra["polyfills"] = [FRAME_WORKER if "iframe-worker" in str(url) else url for url in asked]

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the generated files."""
        for path, text in self.site.files.items():
            files.append(File.generated(config, path, content=text))
        for path, text in self.apart.items():
            level = InclusionLevel.UNDEFINED if path in (INDEX, GRAMMAR) else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content=text, inclusion=level))
        return files

    def on_page_read_source(self, /, *, page: Page, config: MkDocsConfig) -> str | None:
        """Show ``page.en.md`` in place of ``page.md`` where the English edition has one of its own."""
        folder = Path(config.docs_dir, page.file.src_uri)
        own = folder.with_name(f"{folder.stem}.{self.config.language}.md")
        return own.read_text(encoding="utf-8") if own.is_file() else None

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: object) -> str:
        """Let the search list first what a word of the language means; keep out of Markdown what is HTML already."""
        path = page.file.src_uri
        if self.config.manual and path.startswith(_MEANING):
            page.meta.setdefault("search", {"boost": 3})
        return self.blocks.out_of(path, markdown) if path in self.site.files else markdown

    def on_page_content(self, html: str, /, *, page: Page, **_: object) -> str:
        """Put it back, but for what the search leaves out."""
        path = page.file.src_uri
        page.present_anchor_ids = (page.present_anchor_ids or set()) | self.blocks.anchors(path)
        return self.blocks.into(path, html)

    @event_priority(100)
    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Put back what the search left out, before anybody else sees the page; lead to the other editions."""
        output = self.blocks.into_the_rest(page.file.src_uri, output)
        home = "" if config.use_directory_urls else "index.html"
        return self.editions.linked(output, page.file.src_uri, page.url, home)

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """Lead from a page that stands for none, such as that of a wrong address, to the other editions' homes."""
        home = "" if config.use_directory_urls else "index.html"
        return self.editions.linked(output_content, template_name, home, home)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ANN401, ARG002
        """Build again when a policy changes."""
        for path in self._paths(config):
            server.watch(str(path))
        return server

    def _paths(self, config: MkDocsConfig) -> list[Path]:
        root = Path(config.config_file_path).parent if config.config_file_path else Path()
        return [root / path for path in self.config.paths]

    def _day(self) -> int:
        said = self.config.as_of
        if said is None:
            return dt.datetime.now(tz=dt.UTC).astimezone().date().toordinal()
        return (said if isinstance(said, dt.date) else dt.date.fromisoformat(str(said))).toordinal()

    def _placed(self, nav: list[Any]) -> list[Any]:
        """Return the navigation with the policies where it says ``polc``, or at its end; and with the rules."""
        found = [self._put(each) for each in nav]
        return found if _says(nav, _HERE) else [*found, *self.site.navigation]

    def _put(self, entry: Any) -> Any:  # noqa: ANN401 - what YAML may say
        match entry:
            case dict():
                return {title: self._put(inner) for title, inner in entry.items()}
            case list():
                return [self._put(inner) for inner in entry]
            case str() if entry == _HERE:
                return self.site.navigation
            case str() if entry == _RULES:
                return INDEX
            case str() if entry == _GRAMMAR:
                return GRAMMAR
            case _:
                return entry


def _says(entry: Any, word: str) -> bool:  # noqa: ANN401 - as above
    """Return whether a navigation says a word as the place of something."""
    if isinstance(entry, dict | list):
        return any(_says(inner, word) for inner in (entry.values() if isinstance(entry, dict) else entry))
    return bool(entry == word)
