"""What people type and send: figures that cannot be read, old links, the keyboard alone, two pages at once."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

POLICY = "policies/yuxi/calculator.html"
BOUGHT = "年度购买本地算力服务总额"
SPENT = "年度实际支出算力费用"


def visit(page: Any, site: Path, path: str, state: object = None) -> None:  # noqa: ANN401  # playwright comes by fixture
    page.goto("about:blank")
    text = state if isinstance(state, str) else json.dumps(state)
    page.goto(f"file://{site}/{path}" + (f"#polc={quote(text)}" if state is not None else ""))
    page.wait_for_load_state("load")


def asked(page: Any, site: Path) -> Any:  # noqa: ANN401
    visit(page, site, POLICY, {"ask": ["yuxi/算力补贴"]})
    return page.get_by_label(BOUGHT, exact=True)


def test_a_figure_that_cannot_be_read_is_said_and_changes_nothing(page: Any, site: Path) -> None:  # noqa: ANN401
    field = asked(page, site)
    for typed, said in (
        ("二百万", "这里要用数字写，例如 200万元"),
        ("-5", "这里不能是负数；没有就写 0"),
        ("30%", "这里不能写“%”；例如 200万元"),
        ("1,2", "逗号的位置不对：三位一隔，例如 1,234.5，也可以不写逗号"),
        ("9" * 30, "太大了；看看是不是多写了零，或者选错了单位"),
    ):
        field.fill(typed)
        assert page.locator(".polc-problem:visible").all_inner_texts() == [said]
        assert field.get_attribute("aria-invalid") == "true"
        assert page.inner_text(".polc-award").startswith("不能判定")
    field.fill("200万元")
    assert page.locator(".polc-problem").all_inner_texts()[0] == ""
    assert field.get_attribute("aria-invalid") == "false"


def test_a_unit_that_is_typed_counts_and_it_is_said_as_what_it_was_read(page: Any, site: Path) -> None:  # noqa: ANN401
    """200 元 beside 万元 are 200 元: under the threshold of 30万元, so nothing."""
    field = asked(page, site)
    field.fill("200元")
    assert page.locator(".polc-read").first.inner_text() == "读作 200元"
    assert page.inner_text(".polc-award") == "0元"


def test_a_day_that_does_not_exist_is_said_when_one_leaves_it(page: Any, site: Path) -> None:  # noqa: ANN401
    visit(page, site, POLICY, {"ask": ["yuxi/三十个工作日内完成细则"]})
    field = page.get_by_label("制定完成日期", exact=True)
    field.focus()
    page.keyboard.type("1")  # half a day, whichever way round the browser writes one
    assert set(page.locator(".polc-problem").all_inner_texts()) == {""}
    page.focus(".polc-ask input")
    assert "没有写全，或者没有这一天；写成 2026-06-01 这样" in page.locator(".polc-problem").all_inner_texts()
    field.fill("2026-02-28")
    assert set(page.locator(".polc-problem").all_inner_texts()) == {""}


@pytest.mark.parametrize("state", ["{", "null", "[]", "5", '"x"', "%E0%A4%A"])
def test_a_link_that_was_cut_off_says_so(page: Any, site: Path, state: str) -> None:  # noqa: ANN401
    visit(page, site, POLICY, state)
    assert "这个链接不完整" in page.inner_text(".polc-left-out")
    assert page.locator(".polc-result").count() == 0


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ({"ask": ["yuxi/去年的奖"]}, "去年的奖"),
        ({"ask": ["yuxi/算力补贴"], "told": {"没有的数": "#1"}}, "没有的数"),
        ({"ask": ["yuxi/算力补贴"], "told": {"__proto__": "#1"}}, ""),
        ({"ask": ["yuxi/算力补贴"], "of": "yuxi", "told": {BOUGHT: "#9999999999999999"}}, BOUGHT),
        ({"ask": ["yuxi/算力补贴"], "read": {"yuxi": {"支持谁": "没有这种读法"}}}, "支持谁"),
        ({"ask": ["yuxi/算力补贴"], "want": ["<img src=x onerror=alert(1)>"]}, "<img src=x"),
        ({"ask": ["yuxi/算力补贴"], "day": "9999999"}, "日期"),
        ({"ask": ["yuxi/算力补贴"], "day": {"a": 1}}, "日期"),
        ({"ask": ["yuxi/算力补贴"], "items": {"数据产品交易": "x", "没有的表": []}}, "数据产品交易"),
    ],
)
def test_what_an_old_link_tells_that_is_no_more_is_said(
    page: Any,  # noqa: ANN401
    site: Path,
    state: dict[str, Any],
    named: str,
) -> None:
    visit(page, site, POLICY, state)
    said = page.inner_text(".polc-left-out")
    assert named in said
    assert "政策可能改过" in said or not named
    if state["ask"] == ["yuxi/算力补贴"]:
        assert page.inner_text(".polc-award").startswith("不能判定")
        assert page.input_value(".polc-day input") == "2026-11-22"
    page.get_by_role("button", name="重新开始").click()
    assert page.locator(".polc-left-out").inner_text() == ""


def test_a_link_with_thousands_of_items_does_not_stop_the_page(page: Any, site: Path) -> None:  # noqa: ANN401
    visit(page, site, POLICY, {"ask": ["yuxi/数据产品交易奖"], "items": {"数据产品交易": [{}] * 5000}})
    assert "数据产品交易 201–5000" in page.inner_text(".polc-left-out")
    assert page.locator(".polc-facts fieldset:has(> legend > button)").count() == 200


def test_with_the_keyboard_alone(page: Any, site: Path) -> None:  # noqa: ANN401
    """200万元 × 30% = 60万元, at most 50万元."""
    visit(page, site, POLICY)
    page.focus(".polc-ask input")
    page.keyboard.type("算力补贴")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Enter")
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.polc-facts input')"):
            break
    for _ in range(2):
        page.keyboard.type("200")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
    assert page.inner_text(".polc-award") == "最高 50万元"


def test_back_forward_and_reload_keep_what_was_told(page: Any, site: Path) -> None:  # noqa: ANN401
    asked(page, site).fill("200")
    page.get_by_label(SPENT, exact=True).fill("200")
    page.get_by_role("link", name="看这一条").click()
    page.get_by_role("heading", name="设立专项算力补贴").first.wait_for()
    page.go_back()
    assert page.inner_text(".polc-award") == "最高 50万元"
    page.go_forward()
    page.get_by_role("heading", name="设立专项算力补贴").first.wait_for()
    page.go_back()
    page.reload()
    assert page.inner_text(".polc-award") == "最高 50万元"
    assert page.get_by_label(SPENT, exact=True).input_value() == "200"


def test_two_pages_at_once_do_not_disturb_each_other(page: Any, browser: Any, site: Path) -> None:  # noqa: ANN401
    asked(page, site).fill("10")
    other = browser.new_page()
    asked(other, site).fill("200")
    assert page.inner_text(".polc-award") == "0元"
    assert other.inner_text(".polc-award").startswith("不能判定")
    page.reload()
    assert page.inner_text(".polc-award") == "0元"
    other.close()


def test_the_finder_reads_an_amount_as_the_calculator_does(page: Any, site: Path) -> None:  # noqa: ANN401
    """（二） 算力补贴 pays at most 50万元."""
    visit(page, site, "index.html")
    page.select_option("#polc-where", "yuxi")
    every = page.locator(".polc-cards > li:visible").count()
    for typed, found in (("50", True), ("50万元", True), ("50.0001", False), ("500000.01元", False), ("５０", True)):
        page.fill("#polc-least", typed)
        assert page.get_by_role("link", name="算力补贴", exact=True).is_visible() == found, typed
    page.fill("#polc-least", "很多")
    assert page.locator(".polc-cards > li:visible").count() == every
    assert "先不按它筛" in page.inner_text("#polc-least-problem")
