"""An address of the earlier version still leads to its clause."""

from pathlib import Path

from polc.site import Options, generate
from polc.site.contents import gather
from polc.workspace import load
from polc.workspace.load import link_versions
from polc.workspace.suite import Suite

HEAD = """\
政策 示范措施
  简称：demo
{previous}
对象 企业
  支出：金额，每年
"""
CLAUSE = """
条 {number} {title}
  奖补 {name}
    支持对象：企业
    享受：每家企业 每年
    标准：5万元
"""


def text(previous: str, *clauses: tuple[int, str, str]) -> str:
    return HEAD.format(previous=previous) + "".join(CLAUSE.format(number=n, title=t, name=p) for n, t, p in clauses)


def pages(tmp_path: Path, *, draft: str, issued: str) -> dict[str, str]:
    for folder, words in (("draft", draft), ("issued", issued)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "policy.pol").write_text(words, encoding="utf-8")
    space = load([tmp_path / "issued"])
    link_versions(space)
    return generate(gather(space, [], Suite()), Options(739_942)).files


def test_a_clause_that_moved_is_found_under_its_old_number(tmp_path: Path) -> None:
    found = pages(
        tmp_path,
        draft=text("", (1, "支持设备", "甲"), (2, "支持研发", "乙"), (3, "支持人才", "丙")),
        issued=text("  前版：../draft", (1, "支持研发", "乙"), (2, "支持人才", "丙")),
    )
    gone = found["policies/demo/第3条.md"]
    assert "上一版在这里的“支持人才”，现在在" in gone
    assert 'content="0; url=%E7%AC%AC2%E6%9D%A1.html"' in gone
    moved = found["policies/demo/第2条.md"]
    assert moved.index("上一版在这里的“支持研发”") < moved.index("丙")
    assert "上一版" not in found["policies/demo/第1条.md"]


def test_a_part_has_an_address_that_no_renumbering_changes(tmp_path: Path) -> None:
    found = pages(tmp_path, draft=text("", (1, "支持设备", "甲")), issued=text("", (7, "支持设备", "甲")))
    assert 'id="甲"' in found["policies/demo/index.md"]
