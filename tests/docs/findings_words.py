"""What the pages of findings suggest: for each rule, a wording that an official can put into the text.

``××`` stands for what only the drafter can decide.
"""

from __future__ import annotations

ORDER = (
    "ensure-refuted",
    "cliff",
    "tier-falls",
    "splitting-pays",
    "split-evades",
    "order-matters",
    "award-exceeds-trigger",
    "award-exceeds-base",
    "small-award-forfeits-large",
    "undecided-choice",
    "readings-differ",
    "paid-twice",
    "uncapped",
    "pool-versus-guarantee",
    "pool-overflow-unstated",
    "outlives-policy",
    "undetermined-amount",
    "quota-without-selection",
    "period-unstated",
    "term-undefined",
    "window-short-of-validity",
    "trial-too-long",
    "expires-soon",
    "fair-competition-review",
    "criterion-vague",
    "cap-cuts-promise",
    "cap-not-multiple",
    "pool-lasts",
    "merging-pays",
    "rounding-unstated",
    "silent-presumed",
)
"""The gravest first, within one severity: what pays wrongly, then what nobody can tell, then what only looks odd."""

SUGGESTED = {
    "cliff": (
        "高的一档也从头算起，或者各段分别计算再相加"
        "，例如“超过××万元的部分，按××%给予奖励，与前一档累加”，过了门槛的就不会反而少拿。"
    ),
    "tier-falls": "核对两档的数；有意这样定的，写明“不低于前一档的最高额”。",
    "splitting-pays": (
        "写明同一笔业务合并计算，例如“同一合同、同一交易对象的多笔交易合并计算，不得拆分申报”；"
        "或者改为按金额的一定比例给、封顶到现在的数。"
    ),
    "split-evades": (
        "本意是几项只拿高的一项：写“在本政策有效期内就高享受，先享受低的，补足差额”。"
        "本意只管同一年度：保留原文，在申报指南里说明不同年度可以分别享受。"
    ),
    "order-matters": "写明升级怎么办：“由低一档升入高一档的，补足差额”，或者“各档分别给予一次”。",
    "award-exceeds-trigger": "把门槛提高到奖励额以上，或者加一句“奖励金额不超过交易金额的××%”。",
    "award-exceeds-base": "加一句“补助金额不超过实际支出”，或者写明实际支出达到多少才有这个最低数。",
    "small-award-forfeits-large": "把“已享受……的不再享受”改为“已享受……的，按就高原则补足差额”。",
    "undecided-choice": "写明由谁选：“由企业自主选择其中一项”；或者“按就高原则执行”。",
    "readings-differ": "两种读法选定一种，把话写明。",
    "paid-twice": "写明两项能不能同时享受：“可以同时享受”，或者“就高不重复”。",
    "uncapped": "加一句“每家企业每年最高不超过××万元”，或者写明从哪一笔资金里出、总额多少；有意不封顶的，也写明。",
    "pool-versus-guarantee": "两句里选定一句：“在年度资金总额内给予保障”，或者“不足部分另行安排”。",
    "pool-overflow-unstated": "加一句“申报总额超过资金总额的，按比例折算”（或者“先到先得，用完为止”“结转下一年度”）。",
    "outlives-policy": "加一句“有效期届满前已经开始享受的，继续按原标准兑付至期满”；不再付的，写“有效期届满即止”。",
    "undetermined-amount": "写一个数、一个比例，或者写明“具体标准按《××》执行”。",
    "quota-without-selection": "写明按什么排先后：“按综合评分从高到低确定”，或者“按申报先后”。",
    "period-unstated": "写明是哪一段时间的：“上一年度营业收入”“累计”。",
    "term-undefined": "写明什么样才算：以哪一级的认定、哪一份名单为准，或者换成谁都能算的数。",
    "window-short-of-validity": "把年份写到有效期的最后一年；以后另有安排的，写“××年以后的另行规定”。",
    "trial-too-long": "按本省的规定核对：试行的一般不超过2年，要更久的，去掉“试行”。",
    "expires-soon": "现在就启动评估：续期、修订，还是到期停止。",
    "criterion-vague": "写明评什么、怎么打分，或者写“评定标准由××另行公布”并定下公布的时间。",
    "cap-cuts-promise": "写明两项合计以多少为限，让分项的最高额和合计的上限对得上。",
    "cap-not-multiple": "把上限改成整份数，或者写明“剩余额度不足一份的，按剩余额度给予”。",
    "pool-lasts": "按预计的申报数测一测；可能不够的，写明超出了怎么办。",
    "merging-pays": "写明同一年度的多笔可以合并申报，申报的人就不会因为分开报而拿不到。",
    "rounding-unstated": "加一句“补助金额以元为单位，不足1元的舍去”。",
    "silent-presumed": "下一次修订时逐处补上：给一次还是每年给，由谁领取，期满以后怎么办。",
    "interpreter-missing": "加一句“本措施由××局负责解释”。",
    "responsibility-missing": "每一条后面写“（责任单位：××）”，或者在附则里统一写。",
    "source-anomaly": "校对一遍，改掉就可以。",
    "order-mixed": "几处用同一个次序，读的人不会把数对错。",
    "effective-at-once": "印发和施行之间留出30日；必须马上施行的，说明理由。",
    "rules-due-after-start": "细则和本措施同日印发，或者写明细则出来以前怎么办。",
    "draft-without-consultation-period": "在征求意见的公告里写明起止日期，不少于30日。",
    "still-draft-after-start": "以正式印发的文本为准。",
    "number-not-encoded": "不用改：这个数不参加计算。",
}
