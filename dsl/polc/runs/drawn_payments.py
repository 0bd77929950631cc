"""Hypothesis strategies of what comes after an award, as lines of ``.pol`` text: instalments, stops, claw-backs.

Beside ``strategies``, which puts them into whole policies. Needs the ``hypothesis`` package.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from hypothesis import strategies as st

Draw: TypeAlias = Callable[[st.SearchStrategy[Any]], Any]

PAYOUTS = ("兑付：分 2年", "兑付：50%、30%、20%", "兑付：分 3年，先用后补")
TAILS = ("", "，2年以内", "，已付的 50%", "，3年以内，已付的 30%", "，1年以内")
SHARES = ("分摊：按比例", "分摊：末项先减", "分摊：首项先减", "分摊：未写，暂按 按比例")


def payment_lines(draw: Draw, truths: Sequence[str]) -> list[str]:
    """Return 兑付, 停付, 追回 and 存续兑付 lines, most often none; the conditions are some of ``truths``."""
    lines: list[str] = []
    if draw(st.integers(0, 2)):
        return lines
    if draw(st.booleans()):
        lines.append(draw(st.sampled_from(PAYOUTS)))
    if draw(st.booleans()):
        lines.append(f"停付：{draw(st.sampled_from(truths))}")
    for _ in range(draw(st.integers(0, 2))):
        lines.append(f"追回：{draw(st.sampled_from(truths))}{draw(st.sampled_from(TAILS))}")  # noqa: PERF401 - drawn
    if draw(st.integers(0, 3)) == 0:
        lines.append(draw(st.sampled_from(("存续兑付：是", "存续兑付：否"))))
    return lines


def surplus(draw: Draw, period: str) -> str:
    """Return what a cap says of its surplus: of a yearly one sometimes that it is carried over."""
    return draw(st.sampled_from(("", "", "，超出部分 结转", "，超出部分 不结转"))) if period == "每年" else ""


def sharing(draw: Draw) -> list[str]:
    """Return a 分摊 line, or none."""
    return [draw(st.sampled_from(SHARES))] if draw(st.integers(0, 2)) == 0 else []
