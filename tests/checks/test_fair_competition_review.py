"""Which wordings are put before fair-competition review, and which are not."""

from pathlib import Path

import pytest

from polc.diagnostics import Diagnostic
from polc.workspace import load
from polc.workspace.checked import findings


def found(folder: Path, text: str, source: str = "") -> list[Diagnostic]:
    if source:
        (folder / "source.txt").write_text(source, encoding="utf-8")
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    return [each for each in findings(load([folder])) if each.rule.name == "fair-competition-review"]


def policy(
    fact: str = "达标：是否",
    when: str = "条件：达标",
    quote: str = "",
    pay: str = "5万元",
    head: str = "",
    name: str = "示范措施",
) -> str:
    said = f"    原文：“{quote}”\n" if quote else ""
    return (
        f"政策 {name}\n  简称：demo\n{head}对象 企业\n  {fact}\n条 1 支持\n  奖补 甲\n{said}"
        f"    支持对象：企业\n    享受：每家企业 每年\n    {when}\n    标准：{pay}\n    上限：每家企业 每年 50万元\n"
    )


@pytest.mark.parametrize(
    ("fact", "when", "quote", "what"),
    [
        ("采购本市产品：是否", "条件：采购本市产品", "对采购本市产品的企业给予奖励", "只认本地的商品、服务"),
        ("新迁入：是否", "条件：新迁入", "对新迁入的企业给予奖励", "以在本地登记注册、落户或迁入为条件"),
        ("当年升规纳统：是否", "条件：当年升规纳统", "对升规纳统的企业给予奖励", "以纳入本地统计为条件"),
        (
            "纳税总额：金额，每年",
            "条件：纳税总额 达到 1000万元",
            "对纳税总额1000万元的企业给予奖励",
            "按税收或者综合贡献给",
        ),
        ("列入企业库：是否", "条件：列入企业库", "对列入企业库的企业给予奖励", "给入了名录、清单、企业库的"),
        ("性质：国有企业、民营企业", "条件：性质 = 民营企业", "对民营企业给予奖励", "看所有制"),
        ("哪一家：甲有限公司、其他企业", "条件：哪一家 = 甲有限公司", "对甲有限公司给予奖励", "点名给某一家"),
        ("达标：是否", "条件：达标", "按照“一事一议”原则给予奖励", "写的是一事一议"),
    ],
)
def test_each_kind_is_found_with_its_sentence(tmp_path: Path, fact: str, when: str, quote: str, what: str) -> None:
    (one,) = found(tmp_path, policy(fact, when, quote))
    assert one.message("zh") == f"“甲”{what}，需公平竞争审查"
    assert one.notes[0].zh == f"原句：“{quote}”"
    assert all("依据" in note.zh for note in one.notes[1:])
    assert one.help


@pytest.mark.parametrize(
    ("fact", "when", "quote"),
    [
        ("依法纳税：是否", "条件：依法纳税", "对依法纳税的企业给予奖励"),
        ("注册资本：金额", "条件：注册资本 达到 1000万元", "对注册资本1000万元的企业给予奖励"),
        ("新引进的优秀人才：是否", "条件：新引进的优秀人才", "对新引进的优秀人才给予补贴"),
        ("列入失信名单：是否", "条件：非 列入失信名单", "列入失信名单的除外"),
        ("列入国家重点项目库：是否", "条件：列入国家重点项目库", "对列入国家重点项目库的给予奖励"),
        ("年度营业收入：金额，每年", "条件：年度营业收入 达到 1000万元", "对年度营业收入1000万元的企业给予奖励"),
        ("购买算力服务：是否", "条件：购买算力服务", "对购买算力服务的企业给予补助"),
        ("升规：是否", "条件：升规", "对新上规模的企业给予奖励"),
        ("形式：股份有限公司、其他公司", "条件：形式 = 股份有限公司", "对改制为股份有限公司的企业给予奖励"),
        ("园区内企业使用率：比例", "条件：园区内企业使用率 达到 50%", "园区内企业使用率达到50%的给予奖励"),
        ("取得土地登记：是否", "条件：取得土地登记", "对取得土地登记的企业给予奖励"),
    ],
)
def test_what_only_looks_like_it_is_left_alone(tmp_path: Path, fact: str, when: str, quote: str) -> None:
    assert found(tmp_path, policy(fact, when, quote)) == []


def test_a_name_of_the_encoding_that_the_text_does_not_bear_out_is_not_held_against_it(tmp_path: Path) -> None:
    assert found(tmp_path, policy("当年升规纳统：是否", "条件：当年升规纳统", "对新上规模的企业给予奖励")) == []
    assert len(found(tmp_path, policy("当年升规纳统：是否", "条件：当年升规纳统"))) == 1


def test_a_base_that_is_a_tax_is_found_through_a_definition(tmp_path: Path) -> None:
    text = policy("增值税地方留成：金额，每年", "条件：未写", "按其地方留成的50%给予奖励", "贡献 × 50%")
    text = text.replace("条 1", "定义 贡献：增值税地方留成 + 0元\n条 1").replace("    条件：未写\n", "")
    (one,) = found(tmp_path, text)
    assert one.place.span.text == "标准：贡献 × 50%"
    assert "第10条（二）" in one.notes[-1].zh
    assert "读过原文" in one.notes[-1].zh


def test_the_scope_of_a_whole_policy_is_looked_at_with_its_sentence_from_the_text(tmp_path: Path) -> None:
    text = policy(head="  原文文件：source.txt\n  适用：在示范市注册\n", name="示范市支持措施").replace(
        "达标：是否", "达标：是否\n  在示范市注册：是否"
    )
    source = "示范市支持措施\n1. 支持。支持新迁入企业。\n2. 附则。适用于在示范市注册的企业。\n"
    (one,) = found(tmp_path, text, source)
    assert one.message("zh").startswith("适用范围以在本地登记注册")
    assert one.message("en").startswith("on condition of being registered here or moving here (the scope)")
    assert one.notes[0].zh == "原句：“适用于在示范市注册的企业”"


def test_here_is_what_the_title_says_it_is(tmp_path: Path) -> None:
    quote = "对通过在昆交易场所挂牌的给予奖励"
    fact, when = "通过在昆交易场所挂牌：是否", "条件：通过在昆交易场所挂牌"
    assert len(found(tmp_path, policy(fact, when, quote, name="昆明市若干措施"))) == 1
    assert found(tmp_path, policy(fact, when, quote, name="苏州市若干措施")) == []
    voucher = "通过苏州市科技创新券给予补助"
    assert found(tmp_path, policy(quote=voucher, name="苏州市若干措施")) == []


def test_one_kind_in_several_places_is_one_finding(tmp_path: Path) -> None:
    quote = "对新迁入的企业给予奖励"
    text = policy("新迁入：是否", "条件：新迁入", quote)
    again = text[text.index("  奖补") :].replace("奖补 甲", "奖补 乙")
    (one,) = found(tmp_path, text + again)
    assert one.message("zh").startswith("“甲”等2处")
    assert "(“甲” and 1 more)" in one.message("en")
    assert [label.words.zh for label in one.related if label.words] == ["“乙”"]


def test_a_sentence_that_pays_nothing_may_be_one_of_them(tmp_path: Path) -> None:
    text = policy() + "  宣示 优先采购\n    原文：“鼓励采购本地算力服务”\n"
    (one,) = found(tmp_path, text)
    assert one.message("zh") == "“优先采购”只认本地的商品、服务，需公平竞争审查"
    assert found(tmp_path, text.replace("采购本地算力", "采购算力")) == []
