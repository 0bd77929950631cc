"""Take the pictures of ``docs/images`` anew: ``make docs``, then ``python tests/docs/doc_pictures.py``.

Each shows a part of a page of the site in ``site/`` and, with ``.en``, of its English edition: the clause on computing
support of Yuxi, and the calculator with two figures told. Look at them before you keep them.
"""

import json
import shutil
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import FloatRect, Page, sync_playwright

ROOT = Path(__file__).parents[2]
CLAUSE = "policies/yuxi/第2条.html"
CALCULATOR = "policies/yuxi/calculator.html"
TOLD = {
    "of": "yuxi",
    "ask": ["yuxi/算力补贴"],
    "told": {"企业.年度购买本地算力服务总额": "#200000000", "企业.年度实际支出算力费用": "#200000000"},
    "day": "739768",  # 1 June 2026
}
WIDTH = 1000
MARGIN = 16


def between(page: Page, first: str, last: str) -> FloatRect:
    """Return the part of the page from one element to the end of another."""
    begin, end = page.locator(first).first.bounding_box(), page.locator(last).first.bounding_box()
    assert begin, first
    assert end, last
    left = min(begin["x"], end["x"]) - MARGIN
    right = max(begin["x"] + begin["width"], end["x"] + end["width"]) + MARGIN
    top = begin["y"] - MARGIN
    return FloatRect(x=left, y=top, width=right - left, height=end["y"] + end["height"] + MARGIN - top)


def take(site: Path, images: Path) -> None:
    """Take every picture, in both languages."""
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--allow-file-access-from-files"]
        )
        for edition, ending, locale in (("", "", "zh-CN"), ("en/", ".en", "en-GB")):
            page = browser.new_page(viewport={"width": WIDTH, "height": 900}, locale=locale)
            page.goto(f"file://{site}/{edition}{quote(CLAUSE)}")
            page.wait_for_timeout(800)
            shot = {"full_page": True, "clip": between(page, "#算力补贴", "#算力补贴 ~ figure")}
            page.screenshot(path=images / f"clause{ending}.png", **shot)
            page.goto(f"file://{site}/{edition}{CALCULATOR}#polc={quote(json.dumps(TOLD))}")
            page.wait_for_timeout(1500)
            page.locator("details summary").first.click()
            page.wait_for_timeout(500)
            clip = between(page, "h1", "details")
            clip["height"] -= 3 * MARGIN  # what follows is closed
            page.screenshot(path=images / f"calculator{ending}.png", full_page=True, clip=clip)
        browser.close()


if __name__ == "__main__":
    take(ROOT / "site", ROOT / "docs/images")
