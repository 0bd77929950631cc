"""Two small policies, asked together by several tests: they share some facts, name the applicant differently."""

from pathlib import Path

ONE = """\
政策 甲市措施
  简称：jia
  状态：已印发
  施行：自 2026年1月1日
  有效期：至 2028年12月31日

对象 企业
  在本市登记：是否
  年度购买算力：金额，每年
  规模：小型、中型、大型

对象 交易 归属 企业（出售方）
  交易金额：金额
  场所经批准：是否

条 （一） 算力
  奖补 算力补贴
    支持对象：企业
    享受：每户企业 每年
    条件：在本市登记
    标准：年度购买算力 × 最高 30%
    上限：每户企业 每年 50万元
  奖补 规模奖
    支持对象：企业
    享受：每户企业 一次
    条件：规模 不低于 中型
    标准：10万元
  组 算力和规模：算力补贴、规模奖
    方式：就高

条 （二） 交易
  奖补 交易奖
    支持对象：交易
    领取人：出售方
    享受：每笔交易 一次
    条件：场所经批准
    标准：5万元

条 （三） 服务
  奖补 登门服务
    支持对象：企业
    享受：未写
    条件：在本市登记
    标准：待定
  要求 如实申报
    支持对象：企业
    须：在本市登记
"""

OTHER = """\
政策 乙市办法
  简称：yi
  状态：征求意见稿
  施行：自 2026年1月1日
  有效期：至 2028年12月31日

对象 主体
  在本市登记：是否
  年度投资：金额，每年
  规模：微型、小型

奖补 投资奖
  支持对象：主体
  享受：每家主体 每年
  条件：在本市登记
  标准：年度投资 × 10%

奖补 微型奖
  支持对象：主体
  享受：每家主体 一次
  条件：规模 = 微型
  标准：1万元
"""


def two(folder: Path, other: str = OTHER) -> Path:
    """Write the two policies into ``folder``, one folder each, and return it."""
    for name, text in (("jia", ONE), ("yi", other)):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "policy.pol").write_text(text, encoding="utf-8")
    return folder
