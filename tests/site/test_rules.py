"""The pages of the rules: each has one, in both languages, and findings lead there where the site has the manual."""

import datetime as dt
import re
from pathlib import Path

import pytest

from polc.checks.catalog import rules
from polc.diagnostics.words import Language
from polc.site import Options, Site, generate
from polc.site.contents import gather
from polc.site.pages.rules import INDEX, path_of_rule, rule_pages
from polc.workspace import load
from polc.workspace.checked import findings
from polc.workspace.suite import run_suite

DAY = dt.date(2026, 6, 1).toordinal()
CLAIMED = """政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 营收奖
    支持对象：企业
    享受：每家企业 每年
    分档：年度营业收入，查表
      | 500万元以上1000万元以下 | 5万元  |
      | 1000万元以上            | 10万元 |
      | 其他                    | 不奖   |
"""


def site(folder: Path, *, manual: bool) -> Site:
    file = folder / "policy.pol"
    file.write_text(CLAIMED, encoding="utf-8")
    space = load([file])
    return generate(gather(space, findings(space, DAY), run_suite(space)), Options(DAY, manual=manual))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_has_a_page_and_the_list_leads_to_it(language: Language) -> None:
    pages = rule_pages(Options(DAY, language=language))
    assert set(pages) == {INDEX, *map(path_of_rule, rules())}
    assert set(re.findall(r'href="([^"]+)[.]html"', pages[INDEX])) == set(rules())


def test_a_page_says_it_in_both_languages_that_of_the_site_first() -> None:
    for language, first, second in (("zh", "怎么改", "How to fix"), ("en", "How to fix", "怎么改")):
        page = rule_pages(Options(DAY, language=language))[path_of_rule("tier-overlap")]  # type: ignore[arg-type]
        assert 0 < page.index(first) < page.index(second)


def test_a_finding_leads_to_the_page_of_its_rule(tmp_path: Path) -> None:
    page = site(tmp_path, manual=True).files["policies/demo/第1条.md"]
    assert 'href="../../rules/tier-overlap.html"' in page


def test_a_site_without_the_manual_leads_to_no_page_of_a_rule(tmp_path: Path) -> None:
    found = site(tmp_path, manual=False)
    assert not [path for path, text in found.files.items() if "rules/" in path or "rules/" in text]
