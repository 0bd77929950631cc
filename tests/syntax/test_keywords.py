"""The one table of words, and the grammar that is made for it."""

from polc.model.expressions import Kind
from polc.syntax import grammar
from polc.syntax.build import ACTIONS
from polc.syntax.choices import CHOICES
from polc.syntax.keywords import ALIASES, LINES, WORDS, line_words, reserved_words
from polc.syntax.units import UNITS, units

LISTED = """
政策 简称 状态 文号 印发日期 施行 有效期 约定 适用时点 原文文件 解释 牵头 配合 征求意见 上级优先 词汇 引用 章 条 标识
对象 归属 是 定义 约束 外部 适用 通则 范围
奖补 原文 支持对象 领取人 享受 条件 不予支持 首次 标准 分档 不足不发 保底 取整 上限 次数 年限 年序 叠加于
兑付 停付 追回 存续兑付 用途 要求 须 宣示 另行规定 待定
组 方式 例外依据 分摊 资金池 出自 超出 名额
疑义 读法 示例 情景 假定 应成立 已知问题
"""


def test_every_keyword_of_the_language_has_a_row() -> None:
    assert set(LISTED.split()) <= {row.zh for row in LINES.values()}


def test_no_reserved_word_is_a_choice() -> None:
    words = set(reserved_words())
    assert not {row.zh for row in CHOICES} & words
    assert not {row.en for row in CHOICES} & words


def test_a_word_that_is_also_a_line_has_the_same_twin() -> None:
    for word in WORDS.values():
        row = line_words().get(word.zh)
        assert row is None or row.en == word.en


def test_an_alias_is_no_word_of_its_own() -> None:
    assert not set(ALIASES) & {text for word in WORDS.values() for text in (word.zh, word.en)}


def test_no_unit_begins_a_word_that_may_follow_a_number_directly() -> None:
    types = ("CMP", "EDGE", "TO", "TOTHE", "AND", "OR")
    following = [word.zh for word in WORDS.values() if word.type in types]
    assert not [(unit.zh, word) for unit in UNITS for word in following if word.startswith(unit.zh)]


def test_every_unit_is_written_in_one_way_in_each_language() -> None:
    for written in ([unit.zh for unit in UNITS], [unit.en for unit in UNITS]):
        assert len(written) == len(set(written))
    assert units()["万元"].kind is Kind.MONEY


def test_the_grammar_has_no_conflict() -> None:
    grammar.made(strict=True)


def test_the_packed_automaton_is_the_grammars() -> None:
    packed = grammar.packed()
    assert packed is not None, "run: python -m polc.syntax.grammar"
    assert packed == grammar.made()


def test_every_rule_has_its_function_and_every_function_its_rule() -> None:
    wanted = {rule.action for rule in grammar.made().rules if rule.action}
    assert wanted == set(ACTIONS)


def test_every_shape_of_the_table_can_be_read() -> None:
    spoken = {"free", "quote", "title", "numbered", "name", "subject", "known", "on_top_of", "claw_back"}
    for row in LINES.values():
        shape, _, inner = row.shape.partition(":")
        assert shape in spoken or shape == "choice" or shape in grammar.SHAPES, row.id
        assert not inner or shape == "choice" or inner in grammar.SHAPES, row.id
