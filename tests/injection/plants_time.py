"""Defects in time: validity, consultation, dates that do not fit, windows of years, promises beyond the end."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from plants_caps import reward
from registry import plants
from texts import DOCUMENTS, EARLIER, Edit, Text

TODAY = dt.date.fromisoformat("2026-06-10")
_HEADERS = ("状态：", "征求意见：", "印发日期：", "施行：", "有效期：")


def day(date: dt.date) -> str:
    """Return a day as it is written."""
    return f"{date.year}年{date.month}月{date.day}日"


def head(text: Text, said: str, **lines: str) -> Edit | None:
    """Return a change of the dates in the head: what is named is written so, or left out where empty."""
    edit = text.edit(said)
    new = {f"{keyword}：": words for keyword, words in lines.items()}
    first = text.header("简称：")
    doubted = [reading.terms for doubt in text.model.doubts for reading in doubt.readings]
    if not first or any(terms.in_force or terms.valid or terms.issued for terms in doubted):
        return None  # what is in doubt is said in the readings
    added: list[str] = []
    for keyword, words in new.items():
        line = text.header(keyword)
        edit.at(line)
        if line and words:
            edit.put(line, f"  {keyword}{words}")
        elif line:
            edit.drop([line])
        elif words:
            added.append(f"  {keyword}{words}")
    if added:
        edit.after(first, *added)
    return edit.at(text.line(text.model.span))


def _each(*edits: Edit | None) -> Iterator[Text]:
    return (edit.done() for edit in edits if edit is not None)


@plants("expired", afresh=True)
def the_end_has_passed(text: Text) -> Iterator[Text]:
    for ago in (1, 200):
        end = day(TODAY - dt.timedelta(days=ago))
        yield from _each(
            head(
                text,
                f"{end} 已经期满",
                状态="已印发",
                施行="自 2024年1月1日",
                有效期=f"至 {end}",
                征求意见="",
                印发日期="2023年12月1日",
            )
        )


@plants("expires-soon", afresh=True)
def the_end_is_near(text: Text) -> Iterator[Text]:
    for ahead in (10, 150):
        end = day(TODAY + dt.timedelta(days=ahead))
        yield from _each(
            head(
                text,
                f"{end} 就要期满",
                状态="已印发",
                施行="自 2024年1月1日",
                有效期=f"至 {end}",
                征求意见="",
                印发日期="2023年12月1日",
            )
        )


@plants("not-yet-in-force", afresh=True)
def the_start_is_ahead(text: Text) -> Iterator[Text]:
    start = day(TODAY + dt.timedelta(days=30))
    yield from _each(
        head(
            text,
            f"{start} 才施行",
            状态="已印发",
            施行=f"自 {start}",
            有效期="至 2030年12月31日",
            征求意见="",
            印发日期="2026年6月1日",
        )
    )


@plants("still-draft-after-start", afresh=True)
def a_draft_already_begun(text: Text) -> Iterator[Text]:
    start = day(TODAY - dt.timedelta(days=5))
    yield from _each(
        head(
            text,
            f"征求意见稿，{start} 起施行",
            状态="征求意见稿",
            征求意见="2026年6月1日至7月5日",
            施行=f"自 {start}",
            有效期="至 2030年12月31日",
            印发日期="",
        )
    )


@plants("draft-without-consultation-period", afresh=True)
def a_draft_without_days(text: Text) -> Iterator[Text]:
    yield from _each(
        head(text, "没有写征求意见的日期", 状态="征求意见稿", 征求意见="", 施行="自 2026年10月1日", 有效期="至 2030年12月31日"),
        head(text, "征求意见只有两周", 状态="征求意见稿", 征求意见="2026年6月1日至6月15日", 施行="自 2026年10月1日", 有效期="至 2030年12月31日"),
    )  # fmt: skip


@plants("effective-at-once", afresh=True)
def in_force_from_the_issue(text: Text) -> Iterator[Text]:
    yield from _each(
        head(text, "自印发之日起施行", 状态="征求意见稿", 征求意见="2026年6月1日至7月5日", 施行="自印发之日", 有效期="至 2030年12月31日", 印发日期=""),
        head(text, "印发十天就施行", 状态="征求意见稿", 征求意见="2026年6月1日至7月5日", 印发日期="2026年9月20日", 施行="自 2026年10月1日", 有效期="至 2030年12月31日"),
    )  # fmt: skip


@plants("expiry-undeclared", afresh=True)
def three_years_to_which_day(text: Text) -> Iterator[Text]:
    if not any("期满" in line for line in text.lines if line.strip().startswith("约定：")):
        yield from _each(head(text, "有效期只写3年", 施行="自 2026年3月1日", 有效期="3年"))


@plants("issue-date-unknown", afresh=True)
def nobody_knows_the_issue(text: Text) -> Iterator[Text]:
    yield from _each(
        head(text, "印发日期未知", 状态="已印发", 征求意见="", 印发日期="未知", 施行="自印发之日", 有效期="3年"),
        head(text, "没有印发日期", 状态="已印发", 征求意见="", 印发日期="", 施行="自印发之日", 有效期="3年"),
    )


@plants("validity-missing", afresh=True)
def no_end(text: Text) -> Iterator[Text]:
    yield from _each(
        head(text, "没有有效期", 状态="已印发", 征求意见="", 印发日期="2026年3月2日", 施行="自 2026年4月10日", 有效期=""),
        head(text, "没有施行日", 状态="已印发", 征求意见="", 印发日期="2026年3月2日", 施行="", 有效期="至 2030年12月31日"),
    )  # fmt: skip


@plants("validity-too-long", afresh=True)
def ten_years(text: Text) -> Iterator[Text]:
    if "试行" in text.model.name:
        return  # trial-too-long speaks first
    yield from _each(
        head(text, "有效期到2036年", 状态="已印发", 征求意见="", 印发日期="2026年3月2日", 施行="自 2026年4月10日", 有效期="至 2036年12月31日"),
        head(text, "有效期8年", 状态="已印发", 征求意见="", 印发日期="2026年3月2日", 施行="自 2026年4月10日", 有效期="8年"),
    )  # fmt: skip


@plants("trial-too-long", afresh=True)
def a_long_trial(text: Text) -> Iterator[Text]:
    yield from _each(
        head(text, "试行四年", 状态="试行", 征求意见="", 印发日期="2026年3月2日", 施行="自 2026年4月10日", 有效期="至 2030年12月31日"),
    )  # fmt: skip


@plants("retroactive")
def in_force_before_the_issue(text: Text) -> Iterator[Text]:
    yield from _each(
        head(text, "印发以前就施行", 状态="已印发", 征求意见="", 印发日期="2026年3月2日", 施行="自 2026年1月1日", 有效期="至 2030年12月31日"),
    )  # fmt: skip


_WINDOW = re.compile(r"(\s*条件：\S+ 在 )(\d{4})年至(\d{4})年$")


def windows(text: Text) -> Iterator[tuple[str, int, re.Match[str]]]:
    """Yield every condition that names years: of which benefit, its line, and what it says."""
    for benefit in text.benefits:
        for line in text.block(text.line(benefit.span)):
            found = _WINDOW.match(text.lines[line])
            if found:
                yield benefit.name, line, found


def succeeding(text: Text, said: str, end: str) -> Iterator[Text]:
    """Yield the text as it follows an earlier version of itself that was in force until a day."""
    now = head(
        text,
        said,
        状态="已印发",
        征求意见="",
        印发日期="2026年3月2日",
        施行="自 2026年4月10日",
        有效期="至 2030年12月31日",
    )
    old = head(
        text, said, 状态="已印发", 征求意见="", 印发日期="2023年3月2日", 施行="自 2023年4月10日", 有效期=f"至 {end}"
    )
    if now is not None and old is not None and text.name not in DOCUMENTS:  # their folders are left as they are
        name = text.header("简称：")
        now.after(name, *now.lines.pop(name, [text.lines[name]])[1:], f"  前版：{EARLIER}")
        now.earlier = old.done().policy.replace(text.lines[name], f"{text.lines[name]}-2023")
        yield now.done()


@plants("successor-gap")
def days_between_two_versions(text: Text) -> Iterator[Text]:
    yield from succeeding(text, "两版之间空着", "2025年12月31日")


@plants("successor-overlap")
def days_of_two_versions(text: Text) -> Iterator[Text]:
    yield from succeeding(text, "两版都管着", "2026年12月31日")


@plants("cites-expired")
def by_a_document_that_has_expired(text: Text) -> Iterator[Text]:
    last = max((text.line(clause.span) for clause in text.model.clauses), default=0)
    said = "其他事项按照《产业扶持实施办法》办理"
    for followed in succeeding(text, "按已经满了的文件办", "2025年12月31日"):
        edit = followed.edit(followed.said)
        line = next(each for each, words in enumerate(followed.lines) if words == text.lines[last])
        edit.after(followed.block(line)[-1], "  另行规定 其他事项", f"    原文：“{said}”")
        edit.official = followed.official.rstrip("\n") + f"{said}。\n"
        head, _, rest = edit.earlier.partition("\n")
        edit.earlier = f"政策 产业扶持实施办法\n{rest}" if head else ""
        yield edit.done()


@plants("retroactive")
def years_before_the_start(text: Text) -> Iterator[Text]:
    for name, line, found in windows(text):
        yield text.edit(f"{name} 从2023年算起").put(line, f"{found[1]}2023年至{found[3]}年").done()


@plants("window-short-of-validity")
def years_that_end_early(text: Text) -> Iterator[Text]:
    for name, line, found in windows(text):
        yield text.edit(f"{name} 只到2027年").put(line, f"{found[1]}2026年至2027年").done()


@plants("window-outside-validity")
def years_after_the_end(text: Text) -> Iterator[Text]:
    for name, line, found in windows(text):
        yield text.edit(f"{name} 要2033年以后的").put(line, f"{found[1]}2033年至2034年").done()


@plants("window-outside-validity")
def validity_renewed_and_the_years_not(text: Text) -> Iterator[Text]:
    for name, line, found in windows(text):
        edit = head(
            text,
            f"续了有效期，{name} 没有跟着改",
            状态="已印发",
            征求意见="",
            印发日期="2031年3月2日",
            施行="自 2031年4月10日",
            有效期="至 2033年12月31日",
        )
        tested = text.header("适用时点：")
        if edit is not None and int(found[3]) < 2031 and tested:
            edit.put(tested, f"  适用时点：事件，按 {text.lines[line].split()[0].removeprefix('条件：')}")
            yield edit.at(line).on("2031-06-10").done()


@plants("outlives-policy")
def what_goes_on_left_out(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        line, paid = text.starting(benefit, "存续兑付："), text.starting(benefit, "兑付：分 ")
        if line and paid and "未写" not in text.lines[line]:
            yield text.edit(f"{benefit.name} 没有写存续兑付").drop([line]).at(paid).done()


@plants("outlives-policy")
def paid_over_ten_years(text: Text) -> Iterator[Text]:
    for benefit in text.benefits:
        found = reward(text, benefit)
        if found and not benefit.base.payout and not benefit.base.run_off:
            yield text.edit(f"{benefit.name} 分十年兑付").after(found[0], "    兑付：分 10年").done()


@plants("rules-due-after-start", afresh=True)
def rules_to_be_made_later(text: Text) -> Iterator[Text]:
    edit = head(
        text,
        "施行以后才定细则",
        状态="征求意见稿",
        征求意见="2026年6月1日至7月5日",
        施行="自印发之日",
        有效期="至 2030年12月31日",
        印发日期="",
    )
    clauses = [text.line(clause.span) for clause in text.model.clauses if text.line(clause.span)]
    if edit is not None and "印发日期 起" not in text.policy:
        said = "自本措施印发之日起30个工作日内制定申报指南"
        new = ("", "  对象 申报指南", "    指南印发时间：日期", "", "  要求 制定指南", f"    原文：“{said}”", "    支持对象：申报指南",
               "    须：指南印发时间 在 印发日期 起 30个工作日内")  # fmt: skip
        edit.after(text.block(clauses[-1])[-1], *new)
        edit.official = text.official.rstrip("\n") + f"{said}。\n"
        yield edit.done()
