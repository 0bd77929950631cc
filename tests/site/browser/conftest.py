"""The site of the five documents, built once as a user builds it, and a browser that looks at it from its folder.

The browser is Debian's chromium. Without it these tests are skipped, but not in CI, where it must be there. Screenshots
are kept in the folder that POLC_SCREENSHOTS names.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
DAY = "2026-11-22"

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: no browser tests")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM is None and not os.environ.get("CI"):
        missing = pytest.mark.skip(reason="chromium is not installed (Debian: apt install chromium): no browser tests")
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(missing)


def build(paths: list[Path], to: Path) -> None:
    """Build a site as ``polc docs build`` does, in a process of its own."""
    command = [sys.executable, "-m", "polc", "docs", "build", *map(str, paths), "--to", str(to), "--as-of", DAY]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "dsl"), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def once(folder: Path, name: str, paths: list[Path]) -> Path:
    """Build a site once for all processes of the tests."""
    target = folder / name
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (target / "index.html").exists():
            build(paths, target)
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(_shared(tmp_path_factory), "site", [ROOT / "policies"])


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    policy = Path(__file__).with_name("hostile.pol")
    return once(_shared(tmp_path_factory), "hostile", [policy])


MANUAL = """\
INHERIT: {root}/mkdocs{edition}.yml
docs_dir: {root}/docs
site_dir: {target}
plugins:
  polc:
    paths: [{root}/policies/yuxi, {root}/policies/panzhihua]
    as_of: {day}
"""
"""Our own site with two policies: the others are on the site that `polc docs build` makes."""


def build_manual(folder: Path) -> Path:
    """Build our own manual as ``make docs`` does, the English one inside the Chinese one, both at the same time."""
    site, running = folder / "manual", []
    for edition, target in (("", site), (".en", folder / "manual-en")):
        config = folder / f"mkdocs{edition}.yml"
        config.write_text(MANUAL.format(root=ROOT, edition=edition, target=target, day=DAY), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(config)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "dsl"), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
        running.append(subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True))
    for process in running:
        _, said = process.communicate()
        assert process.returncode == 0, said
    (folder / "manual-en").rename(site / "en")
    return site


@pytest.fixture(scope="session")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = _shared(tmp_path_factory)
    with (folder / "manual.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "manual" / "en").exists():
            build_manual(folder)
    return folder / "manual"


def _shared(factory: pytest.TempPathFactory) -> Path:
    base = factory.getbasetemp()
    return base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: object, request: pytest.FixtureRequest) -> Iterator[object]:
    """Return a page that may ask no other host for anything and may have no error."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900}, locale="zh-CN")  # type: ignore[attr-defined]
    asked: list[str] = []
    errors: list[str] = []
    opened.on(
        "request", lambda each: None if each.url.startswith(("file:", "data:", "about:")) else asked.append(each.url)
    )
    opened.on("pageerror", lambda each: errors.append(str(each)))
    opened.on("console", lambda each: errors.append(each.text) if each.type == "error" else None)

    def opens(dialog: object) -> None:
        errors.append(f"a dialog: {dialog.message}")  # type: ignore[attr-defined]
        dialog.dismiss()  # type: ignore[attr-defined]

    opened.on("dialog", opens)
    yield opened
    folder = os.environ.get("POLC_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        name = "".join(letter if letter.isalnum() else "-" for letter in request.node.name)
        opened.screenshot(path=Path(folder) / f"{name[:100]}.png")
    opened.close()
    assert asked == [], "a page asked another host for something"
    assert errors == [], "a page has errors"
