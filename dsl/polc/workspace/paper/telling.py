"""What the drafter is told of a text taken from Word: what was left out and how often, and what to look over."""

from __future__ import annotations

from collections.abc import Iterator

from polc.diagnostics import Words
from polc.workspace.paper.word import Paper

_LEFT_OUT: dict[str, Words] = {
    "footnote": Words("{n} 条脚注、尾注{shown}", "{n} notes{shown}"),
    "text box": Words("{n} 个文本框{shown}", "{n} text boxes{shown}"),
    "margin": Words("{n} 处页眉、页脚{shown}", "{n} headers or footers{shown}"),
    "comment": Words("{n} 条批注", "{n} comments"),
    "picture": Words("{n} 张图片、图形", "{n} pictures"),
    "formula": Words("{n} 个公式", "{n} formulas"),
    "symbol": Words("{n} 个特殊符号", "{n} symbols of a special font"),
    "embedded": Words("{n} 个嵌入的文件", "{n} embedded files"),
    "hidden": Words("{n} 处隐藏文字", "{n} runs of hidden text"),
    "contents": Words("目录（{n} 处）", "the table of contents ({n})"),
    "bullet": Words("{n} 个项目符号", "{n} bullets"),
}
_OMITTED = Words("没有抄进 source.txt 的：{what}", "not taken into source.txt: {what}")
_NEEDED = Words(
    "其中有属于正文的，自己补进 source.txt，policy.pol 里也补上它的原文",
    "if any of it belongs to the text, add it to source.txt, and its quote to policy.pol",
)
_REVISED = Words(
    "文件里有没接受的修订：{inserted} 处插入（已抄入）、{deleted} 处删除（没有抄）。"
    "定稿以前，先在 Word 里接受或拒绝所有修订",
    "the file has revisions that nobody accepted: {inserted} insertions (taken), {deleted} deletions (left out). "
    "accept or reject them all in Word before the text is final",
)
_NUMBERED = Words(
    "{n} 个自动编号写成了文字（{first}），请与 Word 里看到的对一遍",
    "automatic numbers written out: {n} ({first}); compare them with what Word shows",
)
_STYLE = Words(
    "其中 {n} 个的编号样式不认识，按 1、2、3 写的，请逐个核对",
    "{n} of them are of a style that is not known and count 1, 2, 3; look each of them over",
)
_TABLES = Words(
    "{n} 张表格按行抄入，一行一行用 ｜ 隔开；合并的单元格只在第一格写",
    "tables taken row by row, cells between ｜: {n}; what is merged stands in its first cell",
)
_NESTED = Words(
    "{n} 个单元格里还有表格，已压成一行文字，请核对", "{n} cells hold a table of their own, made one line of text; look"
)
_SAMPLES, _FIRST = 2, 3


def told(paper: Paper) -> Iterator[Words]:
    """Yield what to say, one idea a line; nothing where all of the file was plain text."""
    met = paper.met
    if paper.labels:
        first = [*paper.labels[:_FIRST], *("…" for _ in paper.labels[_FIRST : _FIRST + 1])]
        yield _NUMBERED.fill(n=str(len(paper.labels)), first=Words("、".join(first), ", ".join(first)))
    if met["unknown style"]:
        yield _STYLE.fill(n=str(met["unknown style"]))
    if met["table"]:
        yield _TABLES.fill(n=str(met["table"]))
    if met["nested table"]:
        yield _NESTED.fill(n=str(met["nested table"]))
    left = [_counted(kind, words, paper) for kind, words in _LEFT_OUT.items() if met[kind]]
    if left:
        what = Words("；".join(each.zh for each in left), "; ".join(each.en for each in left))
        yield _OMITTED.fill(what=what)
        if any(met[kind] for kind in ("footnote", "text box", "picture", "formula", "symbol", "embedded")):
            yield _NEEDED
    if met["inserted"] or met["deleted"]:
        yield _REVISED.fill(inserted=str(met["inserted"]), deleted=str(met["deleted"]))


def _counted(kind: str, words: Words, paper: Paper) -> Words:
    said = paper.shown.get(kind, ())[:_SAMPLES]
    shown = Words("".join(f"“{each}”" for each in said), "".join(f" “{each}”" for each in said))
    return words.fill(n=str(paper.met[kind]), shown=shown)
