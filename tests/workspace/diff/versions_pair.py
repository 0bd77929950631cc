"""Two small versions, and the comparison of whatever is edited in them."""

from polc.passes.pipeline import Compiled
from polc.text import Source
from polc.workspace.diff.compare import compare
from polc.workspace.diff.found import Compared, PartChange, Payment, Section
from polc.workspace.load import compile_sources

DRAFT = """\
政策 示范市支持企业租房若干措施（征求意见稿）
  简称：zufang
  有效期：至 2028年12月31日
  约定：以上、以下含本数

对象 企业
  年度房租：金额，每年
  职工人数：个数
  高新技术企业：是否
  级别：无、市级、省级

条 1 租房补贴
  牵头：市科技局
  奖补 租房补贴
    原文：“按年度房租的20%给予补贴，最高不超过10万元”
    支持对象：企业
    享受：每家企业 每年
    条件：职工人数 达到 10人
    标准：年度房租 × 20%
    上限：每家企业 每年 10万元

条 2 认定奖励
  奖补 认定奖励
    原文：“对认定为市级、省级的企业，分别奖励5万元、8万元”
    支持对象：企业
    享受：每家企业 一次
    分档：级别，取高档
      | 市级 | 5万元 |
      | 省级 | 8万元 |

条 3 高新奖励
  奖补 高新奖励
    支持对象：企业
    享受：每家企业 一次
    条件：高新技术企业
    标准：3万元

条 4 不重复
  组 各项：租房补贴、认定奖励
    方式：叠加
    上限：每家企业 每年 12万元
"""


def compiled(text: str, path: str = "policy.pol") -> Compiled:
    return compile_sources([Source(path, text)])


def edited(*changes: tuple[str, str], text: str = DRAFT) -> str:
    """Return the draft with some words changed; each must stand there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def compared(*changes: tuple[str, str], same: dict[str, str] | None = None, text: str = DRAFT) -> Compared:
    """Return the comparison of the draft with what it becomes."""
    old, new = compiled(text, "old.pol"), compiled(edited(*changes, text=text), "new.pol")
    assert not old.findings, old.findings[0].message("zh")
    return compare(old, new, same=same)


def part(found: Compared, name: str) -> PartChange:
    return next(each for section in found.sections for each in section.parts if name in (each.new_name, each.old_name))


def payment(found: Compared, name: str) -> Payment:
    return part(found, name).payments[0]


def section(found: Compared, number: str) -> Section:
    return next(each for each in found.sections if number in (each.new_number, each.old_number))
