"""A measure of any number of clauses, of five shapes in turn, to see how cost grows with length.

A fixed reward; a rate with a threshold, a cap and a scenario; a ladder of levels with a doubt; items with a cap each; a
group over two of them. Every clause has its own facts and its own example rows.
"""

from __future__ import annotations

HEAD = """\
政策 合成措施
  简称：synthetic
  状态：已印发
  施行：自 2026年1月1日
  有效期：至 2030年12月31日
对象 企业
"""

FACTS = ("  符合{n}：是否\n", "  投入{n}：金额，每年\n", "  级别{n}：无、市级、省级、国家级\n", "", "")

SHAPES = (
    """\
条 {number} 支持第{n}类事项
  奖补 定额奖{n}
    原文：“对第{n}类事项，给予5万元一次性奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：符合{n}
    标准：5万元
    示例 是与否
      | 符合{n} | 应得 |
      | 是 | 5万元 |
      | 否 | 0元 |
""",
    """\
条 {number} 支持第{n}类投入
  奖补 投入补助{n}
    原文：“投入达到30万元的，按10%给予最高50万元补助”
    支持对象：企业
    享受：每家企业 每年
    条件：投入{n} 达到 30万元
    标准：投入{n} × 10%
    上限：每家企业 每年 50万元
    示例 门槛与封顶
      | 投入{n}（万元） | 应得 |
      | 29.99 | 0元 |
      | 30 | 3万元 |
      | 600 | 50万元 |
    情景 两年
      | 年度 | 投入{n} | 应得 |
      | 2026 | 100万元 | 10万元 |
      | 2027 | 900万元 | 50万元 |
      | 累计 | | 60万元 |
""",
    """\
条 {number} 支持第{n}类晋级
  奖补 晋级奖{n}
    原文：“按晋级补差原则分别给予10万元、30万元、50万元”
    支持对象：企业
    享受：每家企业 每档 一次
    分档：级别{n}，晋级补差
      | 市级 | 10万元 |
      | 省级 | 30万元 |
      | 国家级 | 50万元 |
    疑义 补差还是全给{n} “分别给予”
      读法 补差{n}
      读法 全给{n}
        分档：级别{n}，取高档
          | 市级 | 10万元 |
          | 省级 | 30万元 |
          | 国家级 | 50万元 |
    示例 级别
      | 级别{n} | 已领 | 应得（补差{n}） | 应得（全给{n}） |
      | 无 | 0元 | 0元 | 0元 |
      | 省级 | 0元 | 30万元 | 30万元 |
""",
    """\
条 {number} 支持第{n}类项目
  对象 项目{n} 归属 企业
    投资{n}：金额
  奖补 项目补助{n}
    原文：“按投资的20%给予补助，单个项目最高100万元”
    支持对象：项目{n}
    领取人：企业
    享受：单个项目{n} 一次
    标准：投资{n} × 20%
    上限：每次 100万元
    示例 两个项目
      | 案例 | 投资{n} | 应得 |
      | 一 | 100万元 | 120万元 |
      | | 600万元 | |
""",
    """\
条 {number} 两项就高
  组 合计{n}：定额奖{first}、投入补助{second}
    方式：就高，按 企业
    示例 取高
      | 符合{first} | 投入{second} | 合计 |
      | 是 | 30万元 | 5万元 |
      | 是 | 100万元 | 10万元 |
""",
)


def policy(clauses: int) -> str:
    """Return a measure of so many clauses."""
    facts = (FACTS[place % 5].format(n=_name(place)) for place in range(clauses))
    bodies = (
        SHAPES[place % 5].format(
            number=place + 1, n=_name(place), first=_name(max(place - 4, 0)), second=_name(max(place - 3, 0))
        )
        for place in range(clauses)
    )
    return HEAD + "".join(facts) + "".join(bodies)


ROWS = """\
政策 长表
  简称：long
对象 企业
  投入：金额，每年
条 1 支持投入
  奖补 投入补助
    支持对象：企业
    享受：每家企业 每年
    条件：投入 达到 30万元
    标准：投入 × 10%
    上限：每家企业 每年 50万元
    示例 很多行
"""


def long_table(rows: int) -> str:
    """Return a measure with one example table of so many rows."""
    cells = (f"      | {30 + place % 400} | {_due(place)}万元 |\n" for place in range(rows))
    return ROWS + "      | 投入（万元） | 应得 |\n" + "".join(cells)


def long_file(rows: int) -> tuple[str, str]:
    """Return a measure whose rows stand in ``rows.csv`` beside it, and that file."""
    cells = (f"{30 + place % 400},{_due(place)}万元\n" for place in range(rows))
    return ROWS + "      来自：rows.csv\n", "投入（万元）,应得\n" + "".join(cells)


def _due(place: int) -> str:
    """10 % of 30 to 429, in 万元."""
    tenths = 30 + place % 400
    return f"{tenths // 10}.{tenths % 10}"


def _name(place: int) -> str:
    return "".join("零一二三四五六七八九"[int(digit)] for digit in f"{place:03d}")
