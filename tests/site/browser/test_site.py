"""The site as a reader has it: opened from a folder, in a browser, on a desk and on a phone."""

import json
import random
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from links import broken

from polc.readers.evaluate import Interval
from polc.runs.answer import answer
from polc.site.contents import gather
from polc.workspace import load
from polc.workspace.suite import Suite

ROOT = Path(__file__).parents[3]
KINDS = (
    "index.html",
    "policies/compare.html",
    "policies/calculator.html",
    "policies/yuxi/index.html",
    "policies/yuxi/第2条.html",
    "policies/yuxi/第8条.html",
    "policies/jinhua/index.html",
    "policies/yuxi/calculator.html",
)
each_kind = pytest.mark.parametrize("path", KINDS)


def visit(page: Any, site: Path, path: str) -> None:  # noqa: ANN401  # playwright comes by fixture
    if "#" in path:
        page.goto("about:blank")
    page.goto(f"file://{site}/{path}")
    page.wait_for_load_state("load")


def choose(page: Any, words: str, name: str) -> None:  # noqa: ANN401
    page.fill(".polc-ask input", words)
    page.get_by_role("button", name=name).first.click()


def test_two_million_of_compute_in_yuxi(page: Any, site: Path) -> None:  # noqa: ANN401
    """200万元 × 30% = 60万元, and the cap is 50万元 (（二））."""
    visit(page, site, "index.html")
    page.get_by_role("link", name="算一算：各地一起").first.click()
    choose(page, "算力", "算力补贴 玉溪")
    page.get_by_label("年度购买本地算力服务总额", exact=True).fill("200")
    page.get_by_label("年度实际支出算力费用", exact=True).fill("200")
    assert page.inner_text(".polc-award") == "最高 50万元"
    page.get_by_text("依据的原文").click()
    assert "按实际支出费用最高30%给予补助" in page.inner_text(".polc-result")
    page.get_by_role("link", name="看这一条").click()
    page.get_by_role("heading", name="设立专项算力补贴").first.wait_for()
    page.locator("figure.polc-picture").first.scroll_into_view_if_needed()
    assert page.locator("figure.polc-picture svg").first.is_visible()


def test_only_what_still_matters_is_asked(page: Any, site: Path) -> None:  # noqa: ANN401
    visit(page, site, "policies/yuxi/calculator.html")
    choose(page, "算力补贴", "算力补贴")
    assert page.get_by_label("年度实际支出算力费用", exact=True).is_visible()
    page.get_by_label("年度购买本地算力服务总额", exact=True).fill("10")
    assert page.inner_text(".polc-award") == "0元"
    assert page.get_by_label("年度实际支出算力费用", exact=True).count() == 0
    page.get_by_text("怎么算的").click()
    assert "年度购买本地算力服务总额 达到 30万元 不符合" in " ".join(page.inner_text(".polc-steps .polc-unmet").split())


def test_a_link_restores_what_was_told(page: Any, site: Path) -> None:  # noqa: ANN401
    visit(page, site, "policies/yuxi/calculator.html")
    choose(page, "数据产品交易奖", "数据产品交易奖")
    page.get_by_role("button", name="添加一个数据产品交易").click()
    page.get_by_label("单笔交易金额", exact=True).fill("3")
    before = page.inner_text(".polc-result")
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    assert page.get_by_label("单笔交易金额", exact=True).input_value() == "3"
    assert page.inner_text(".polc-result") == before


def test_the_calculator_answers_within_one_frame(page: Any, site: Path) -> None:  # noqa: ANN401
    """A generous bound: the time itself is measured by the bench."""
    visit(page, site, "policies/jinhua/calculator.html")
    spent = page.evaluate(
        """() => {
          const [bundle] = polc.bundles;
          polc.calculate.answers(bundle, {}, 739942n);
          const begin = performance.now();
          for (let n = 0; n < 10; n += 1) polc.calculate.answers(bundle, {}, 739942n);
          return (performance.now() - begin) / 10 / bundle.parts.length;
        }"""
    )
    assert spent < 16


def test_in_the_browser_it_answers_as_eval_does(page: Any, site: Path) -> None:  # noqa: ANN401
    dice = random.Random(7)  # noqa: S311  # cases, not secrets
    visit(page, site, "policies/calculator.html")
    for entry in gather(load([ROOT / "policies"]), [], Suite()):
        inputs = entry.lowered.program.inputs
        truths = [i for i in inputs if type(i.type).__name__ == "Truth" and "." in i.name]
        figures = [i for i in inputs if getattr(i.type, "unit", "") == "分" and "·" not in i.name]
        for _ in range(5):
            facts: dict[str, Any] = {i.name: dice.random() < 0.9 for i in truths}
            facts |= {
                i.name: dice.choice((0, 30, 100, 1000, 5000)) * 1_000_000 for i in figures if "外部." not in i.name
            }
            expected = {
                part.part.name: shown(part.result.value)
                for part in answer(entry.draft.compiled, facts, day=739_942, brief=True).parts
            }
            found = page.evaluate(
                ANSWERS, [entry.draft.name, {k: v if isinstance(v, bool) else str(v) for k, v in facts.items()}]
            )
            assert found == expected


ANSWERS = """([id, facts]) => {
  const bundle = polc.bundles.find((each) => each.policy.id === id);
  const told = Object.fromEntries(Object.entries(facts).map(([k, v]) => [k, typeof v === "string" ? BigInt(v) : v]));
  const write = (value) => value === null || typeof value === "boolean" ? value
    : value.open ? `${polc.core.write(value.low)}+` : `${polc.core.write(value.low)}~${polc.core.write(value.high)}`;
  const found = polc.calculate.answers(bundle, told, 739942n);
  return Object.fromEntries(found.map((each) => [each.part.name, write(each.result.value)]));
}"""


def shown(value: object) -> object:
    if isinstance(value, Interval):
        return f"{value.low}+" if value.open else f"{value.low}~{value.high}"
    return value


def test_a_row_says_how_it_comes_about_without_any_script(browser: Any, site: Path) -> None:  # noqa: ANN401
    """30万元 × 30% = 9万元, and the threshold is reached exactly (（二））."""
    page = browser.new_page(java_script_enabled=False)
    visit(page, site, "policies/yuxi/第2条.html")
    page.locator("summary", has_text="示例 门槛").click()
    page.locator("summary", has_text="第2行怎么算的").first.focus()
    page.keyboard.press("Enter")
    told = page.locator("details.polc-why[open]").inner_text()
    page.close()
    assert "30万元 × 最高 30% = 最高 9万元" in told
    assert "按实际支出费用最高30%给予补助" in told


def test_a_row_is_put_into_the_calculator(page: Any, site: Path) -> None:  # noqa: ANN401
    visit(page, site, "policies/yuxi/第2条.html")
    page.locator("summary", has_text="示例 门槛").click()
    page.get_by_role("link", name="放进算一算").nth(1).click()
    assert page.get_by_label("年度实际支出算力费用", exact=True).input_value() == "30"
    assert page.inner_text(".polc-award") == "最高 9万元"


def test_what_was_received_before_is_asked_for_where_the_answer_hangs_on_it(page: Any, site: Path) -> None:  # noqa: ANN401
    """每户企业每年最高不超过50万元, once a year: who had it this year gets nothing more."""
    visit(page, site, "policies/yuxi/calculator.html")
    choose(page, "算力补贴", "算力补贴")
    page.get_by_label("年度购买本地算力服务总额", exact=True).fill("200")
    assert page.get_by_label("“算力补贴”今年领过几次").count() == 0
    page.get_by_label("年度实际支出算力费用", exact=True).fill("200")
    assert "按“此前没有领过”算的" in page.inner_text(".polc-hangs")
    page.get_by_label("“算力补贴”今年领过几次").fill("1")
    assert page.inner_text(".polc-award") == "0元"
    assert "享受" in page.inner_text(".polc-why-not")
    assert page.locator(".polc-hangs").count() == 0
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    assert page.get_by_label("“算力补贴”今年领过几次").input_value() == "1"
    assert page.inner_text(".polc-award") == "0元"


def test_another_reading_says_what_it_would_pay_and_can_be_taken(page: Any, site: Path) -> None:  # noqa: ANN401
    """支持谁: for all enterprises, or only for those of artificial intelligence."""
    visit(page, site, "policies/yuxi/calculator.html")
    choose(page, "算力补贴", "算力补贴")
    page.get_by_label("年度购买本地算力服务总额", exact=True).fill("200")
    page.get_by_label("年度实际支出算力费用", exact=True).fill("200")
    page.get_by_text("读法不同，结果就不同").click()
    assert "还要看 人工智能企业" in page.locator(".polc-doubt", has_text="支持谁").inner_text()
    page.get_by_role("button", name="按这一种算 只限人工智能企业").click()
    assert page.inner_text(".polc-taken") == "“支持谁”读作“只限人工智能企业”"
    asked = page.get_by_role("group", name="人工智能企业")
    asked.get_by_label("否").check()
    assert page.inner_text(".polc-award") == "0元"
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    assert page.inner_text(".polc-award") == "0元"
    page.get_by_text("读法不同，结果就不同").click()
    page.get_by_role("button", name="按这一种算 所有企业").click()
    assert page.inner_text(".polc-award") == "最高 50万元"


def test_two_readings_are_taken_at_once_or_it_is_said_that_they_clash(page: Any, site: Path) -> None:  # noqa: ANN401
    """支持谁 and 限不限制造业 are doubts of two benefits; 外地企业给不给 adds a condition where 支持谁 adds one."""
    chosen = {"支持谁": "只限人工智能企业", "限不限制造业": "只限制造业"}
    both = {"ask": ["yuxi/算力补贴", "yuxi/数字化项目投入补助"], "read": {"yuxi": chosen}}
    visit(page, site, "policies/yuxi/calculator.html" + _hash(both))
    assert page.locator(".polc-read-so").count() == len(chosen)
    assert page.locator(".polc-taken").all_inner_texts() == [
        "“支持谁”读作“只限人工智能企业”",
        "“限不限制造业”读作“只限制造业”",
    ]
    assert (
        page.get_by_role("group", name="人工智能企业").count() == page.get_by_role("group", name="制造业").count() == 1
    )
    clash = {"支持谁": "只限人工智能企业", "外地企业给不给": "须是属地市场主体"}
    visit(page, site, "policies/yuxi/calculator.html" + _hash({"ask": ["yuxi/算力补贴"], "read": {"yuxi": clash}}))
    assert page.inner_text(".polc-award").startswith("这里算不了：“支持谁”读作“只限人工智能企业”、“外地企业给不给”")
    assert page.get_by_text("够了").count() == 0
    page.get_by_role("button", name="删去 “外地企业给不给”").click()
    assert page.inner_text(".polc-award").startswith("不能判定")
    assert page.locator(".polc-read-so").count() == 1


def _hash(state: object) -> str:
    return "#polc=" + quote(json.dumps(state))


def test_from_a_figure_to_what_the_neighbours_offer(page: Any, site: Path) -> None:  # noqa: ANN401
    visit(page, site, "policies/calculator.html")
    page.fill(".polc-ask input", "算力")
    page.get_by_role("button", name="项都问").click()
    assert page.locator(".polc-result").count() > 3
    page.get_by_role("link", name="各地同类的").first.click()
    page.get_by_role("heading", name="算力").first.wait_for()
    assert page.url.endswith("compare.html#compute")
    visit(page, site, "policies/yuxi/第2条.html")
    page.get_by_role("link", name="各地的算力奖补").click()
    assert page.get_by_role("link", name="普通算力券").first.is_visible()


def test_the_finder_finds_any_part_of_a_word(page: Any, site: Path) -> None:  # noqa: ANN401
    visit(page, site, "index.html")
    page.fill("#polc-find", "贴息")
    names = page.locator(".polc-cards > li:visible a").all_inner_texts()
    assert {"贷款贴息", "智算中心省级贴息", "创业担保贷款贴息"} <= set(names)
    page.select_option("#polc-where", "kunming")
    assert page.locator(".polc-cards > li:visible a").all_inner_texts() == ["贷款贴息"]
    page.fill("#polc-least", "300")
    assert page.locator(".polc-cards > li:visible").count() == 0
    assert "没有符合的" in page.inner_text(".polc-finder [role=status]")


def test_the_finder_looks_at_the_day(page: Any, site: Path) -> None:  # noqa: ANN401
    """漳州 ends on 2026-12-31 (有效期至2026年12月31日)."""
    visit(page, site, "index.html")
    page.select_option("#polc-where", "zhangzhou")
    page.fill("#polc-day", "2026-12-31")
    assert page.locator(".polc-cards > li:visible").count() > 0
    page.fill("#polc-day", "2027-01-01")
    assert page.locator(".polc-cards > li:visible").count() == 0


def test_the_search_of_the_theme_works_from_a_folder_and_knows_chinese(page: Any, site: Path) -> None:  # noqa: ANN401
    visit(page, site, "policies/yuxi/index.html")
    page.click("input[name=query]")
    page.keyboard.type("智能工厂", delay=40)
    found = "document.querySelectorAll('.md-search-result__item').length > 0"
    page.wait_for_function(found, timeout=60_000)
    listed = page.text_content(".md-search-result__list").replace("\u200b", "")  # between the words, for the search
    assert "智能工厂" in listed


def test_an_anchor_leads_to_its_benefit(page: Any, site: Path) -> None:  # noqa: ANN401
    visit(page, site, "policies/yuxi/第7条.html#数据管理能力成熟度奖")
    assert page.get_by_role("heading", name="数据管理能力成熟度奖").is_visible()
    assert page.evaluate("decodeURIComponent(document.querySelector(':target').id)") == "数据管理能力成熟度奖"


@each_kind
def test_a_page_fits_a_phone(page: Any, site: Path, path: str) -> None:  # noqa: ANN401
    page.set_viewport_size({"width": 360, "height": 740})
    visit(page, site, path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@each_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_no_serious_barrier(page: Any, site: Path, path: str, scheme: str) -> None:  # noqa: ANN401
    page.emulate_media(color_scheme=scheme)
    visit(page, site, path)
    assert barriers(page) == []


def barriers(page: Any) -> list[Any]:  # noqa: ANN401
    """Return what keeps people from using a page, by axe."""
    found = Axe().run(page, context=".md-content", options={"preload": False}).response["violations"]
    return [
        (each["id"], [node["html"][:120] for node in each["nodes"][:3]])
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_what_opens_has_no_serious_barrier_and_fits(page: Any, site: Path, scheme: str, width: int) -> None:  # noqa: ANN401
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 740})
    visit(page, site, "policies/yuxi/第2条.html")
    page.evaluate("document.querySelectorAll('article details').forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert barriers(page) == []
    visit(page, site, "policies/calculator.html")
    page.fill(".polc-ask input", "算力")
    page.get_by_role("button", name="项都问").click()
    page.get_by_label("年度购买本地算力服务总额", exact=True).fill("100")
    page.get_by_label("年度实际支出算力费用", exact=True).fill("二百")
    page.evaluate("document.querySelectorAll('article details').forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert barriers(page) == []


@each_kind
def test_a_page_is_not_heavy(site: Path, path: str) -> None:
    assert (site / path).stat().st_size < 300_000


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    assert broken(site) == []


def test_a_policy_full_of_markup_is_text(page: Any, hostile: Path) -> None:  # noqa: ANN401
    """No dialog opens, or the page fixture fails; the sentences read as they were written."""
    for path in (
        "index.html",
        "policies/hostile/index.html",
        "policies/hostile/第1条.html",
        "policies/hostile/calculator.html",
    ):
        visit(page, hostile, path)
        assert page.locator("article script:not([src]), article img, article b[onmouseover]").count() == 0
    visit(page, hostile, "policies/hostile/第1条.html")
    assert "按<script>alert(2)</script>支出的10%给予{{ 7*7 }}{% raw %}补助" in page.inner_text("article")
    assert "<b onmouseover=alert(1)>局</b>" in page.inner_text("article")
    visit(page, hostile, "policies/hostile/calculator.html")
    choose(page, "甲", "甲")
    page.get_by_label("支出", exact=True).fill("100")
    assert page.inner_text(".polc-award") == "10万元"
    page.get_by_text("依据的原文").click()
    assert "<script>alert(2)</script>" in page.inner_text(".polc-result")
