"""What is paid, in plain words: the standard, the tiers row by row, floors, caps, rounding, and how often."""

from __future__ import annotations

from collections.abc import Iterator

from polc.diagnostics import Words
from polc.diagnostics.words import same
from polc.model import expressions as surface
from polc.model.policy import Terms
from polc.model.values import Cap, Counted, NoneStated, Otherwise, Payout, TierRow, Tiers, TierTest, YearRange
from polc.readers.prose import figures
from polc.readers.prose.formula import quantity
from polc.readers.prose.said.lines import PERIODS, UNSAID, Said, each_of, joined, said
from polc.readers.prose.said.values import Context, condition, is_rate, is_up_to, listed, quoted, test, value

_PAYS = Words("给多少", "how much")
_CAP = Words("封顶", "cap")
_MODES = {
    "highest": Words("按{x}分档，只给达到的最高一档", "by {x}, in tiers: only the highest tier reached is paid"),
    "each": Words("按{x}分档，达到的每一档都给，加在一起", "by {x}, in tiers: every tier reached is paid, added up"),
    "marginal": Words(
        "按{x}分段，每一段只算落在这一段里的部分，再加在一起",
        "by {x}, in bands: each pays for the part of the figure within it, added up",
    ),
    "step_up": Words("按{x}分档，升到更高一档时补差额", "by {x}, in tiers: reaching a higher one pays the difference"),
    "lookup": Words("看{x}，按下表给", "by {x}, as the table says"),
}
_LESS = {
    "received": Words("差额是减去已经领过的", "the difference from what was received"),
    "previous_tier": Words("差额是减去前一档的数额", "the difference from the tier below"),
}
_DISCRETION = Words("写“最高”的，可以少给，具体由主管部门定", "where it says “up to”, the authority may give less")
_ROUNDING = {
    "down": Words("零头去掉，算到{unit}", "rounded down to {unit}"),
    "up": Words("零头进一，算到{unit}", "rounded up to {unit}"),
    "half_up": Words("四舍五入到{unit}", "rounded to the nearest {unit}, halves up"),
}


def amounts(terms: Terms, context: Context) -> Iterator[Said]:
    """Yield what a benefit pays, from its standard to its cap."""
    if terms.pay is not None:
        if terms.pay.value is None:
            yield said(_PAYS, terms.pay, UNSAID)
        elif isinstance(terms.pay.value, NoneStated):
            yield said(_PAYS, terms.pay, Words("不给钱", "no money"))
        else:
            told = value(terms.pay.value, context)
            tail = _DISCRETION if is_up_to(terms.pay.value) else same("")
            yield said(_PAYS, terms.pay, joined(told, tail, zh="；", en="; "))
    if terms.tiers is not None and terms.tiers.value is not None:
        tiers = terms.tiers.value
        yield Said(_PAYS, _how(tiers), terms.tiers.span, terms.tiers.silent, tuple(_rows(tiers, context)))
    if terms.minimum is not None and terms.minimum.value is not None:
        least = value(terms.minimum.value, context)
        words = Words("算出来不到{x}的，不发", "where it comes to less than {x}, nothing is paid").fill(x=least)
        yield said(Words("不足不发", "minimum"), terms.minimum, words)
    if terms.at_least is not None and terms.at_least.value is not None:
        words = Words("至少给{x}", "at least {x} is paid").fill(x=value(terms.at_least.value, context))
        yield said(Words("保底", "floor"), terms.at_least, words)
    if terms.rounding is not None and terms.rounding.value is not None:
        rounding = terms.rounding.value
        words = _ROUNDING[rounding.mode].fill(unit=figures.amount(rounding.unit))
        yield said(Words("取整", "rounding"), terms.rounding, words)
    yield from caps(terms, context)


def caps(terms: Terms, context: Context) -> Iterator[Said]:
    """Yield the caps: for whom, for which period, how much, and what becomes of the rest."""
    for line in terms.caps:
        match line.value:
            case None:
                yield said(_CAP, line, UNSAID)
            case NoneStated():
                yield said(_CAP, line, Words("没有上限", "there is no cap"))
            case Cap(keys=keys, period=period, amount=amount, excess=excess):
                who = joined(each_of(keys), PERIODS[period], zh="", en=" ")
                words = Words("{who}不超过{x}", "at most {x} {who}").fill(who=who, x=value(amount, context))
                rest = {
                    "carry": Words("超出的部分留到下一年", "what is above is carried to the next year"),
                    "lost": Words("超出的部分不再给", "what is above is lost"),
                    "": same(""),
                }[excess]
                yield said(_CAP, line, joined(words, rest))


def by_year(tiers: Tiers) -> bool:
    """Return whether it is the year counted from the first that says what is paid."""
    return [name.text for name in tiers.by] in (["年序"], ["year_index"])


def _how(tiers: Tiers) -> Words:
    if by_year(tiers) and tiers.mode == "lookup":
        return Words("每年给的不一样，看是第几年", "it differs from year to year, counted from the first")
    by = listed((quoted(name.text) for name in tiers.by), "和", " and ")
    less = _LESS[tiers.less] if tiers.mode == "step_up" else same("")
    first = Words("只认第一次达到", "only the first time counts") if tiers.first_time else same("")
    discretion = _DISCRETION if any(is_up_to(row.award) for row in tiers.rows) else same("")
    return joined(_MODES[tiers.mode].fill(x=by), less, first, discretion, zh="；", en="; ")


def _rows(tiers: Tiers, context: Context) -> Iterator[tuple[Words, Words]]:
    for row in tiers.rows:
        yield _tests(tiers, row, context), _pays(tiers, row, context)


def _pays(tiers: Tiers, row: TierRow, context: Context) -> Words:
    told = value(row.award, context)
    if tiers.mode == "marginal" and is_rate(row.award):
        return Words("落在这一段里的部分的{x}", "{x} of the part within this band").fill(x=told)
    return told


def _tests(tiers: Tiers, row: TierRow, context: Context) -> Words:
    reaching = tiers.mode in ("highest", "each", "step_up")
    pairs = zip(tiers.by, row.tests, strict=False)
    if len(tiers.by) == 1 and not isinstance(row.tests[0], surface.Name | YearRange | Otherwise | None):
        return test(row.tests[0], context)  # of what it is said is above the table
    if len(tiers.by) == 1 and isinstance(row.tests[0], surface.Name):
        level = quoted(row.tests[0].text)
        return Words("达到{x}", "reaches {x}").fill(x=level) if reaching else level
    told = [_cell(name.text, cell, context, reaching=reaching) for name, cell in pairs if cell is not None]
    return listed(told, "，", ", ")


def _cell(name: str, cell: TierTest, context: Context, *, reaching: bool) -> Words:
    match cell:
        case Otherwise():
            if name in ("年序", "year_index"):
                return Words("其他年份", "any other year")
            return Words(f"“{name}”是其他的", f"any other “{name}”")
        case YearRange(first=first, last=last):
            if first == last:
                return Words(f"第{first}年", f"year {first}")
            return Words(f"第{first}年至第{last}年", f"years {first} to {last}")
        case surface.Name(text=text):
            words = Words("{n}达到“{x}”", "{n} reaches “{x}”") if reaching else Words("{n}是“{x}”", "{n} is “{x}”")
            return words.fill(n=quoted(name), x=text)
        case _:
            return Words("{n}{t}", "{n} {t}").fill(n=quoted(name), t=test(cell, context))


def counts(terms: Terms) -> Iterator[Said]:
    """Yield how often and for how long: 次数, 年限, 年序, 名额."""
    for line in terms.times:
        if line.value is not None:
            order = {
                "highest": Words("超过次数的，先算数额高的", "beyond that, the highest count"),
                "by": Words("超过次数的，按{x}先后算", "beyond that, in the order of {x}"),
                "": same(""),
            }[line.value.order]
            order = order.fill(x=quoted(line.value.by.text)) if line.value.by is not None else order
            yield said(Words("次数", "times"), line, joined(_limit(line.value), order))
    for line in terms.years:
        if line.value is not None:
            yield said(Words("年限", "years"), line, _limit(line.value))
    if terms.year_index is not None and terms.year_index.value is not None:
        start = terms.year_index.value.start
        told = quoted(start.text) if isinstance(start, surface.Name) else quantity(start)
        words = Words("第一年从{x}算起", "year 1 is that of {x}").fill(x=told)
        yield said(Words("第几年", "year index"), terms.year_index, words)
    if terms.quota is not None:
        topic = Words("名额", "places")
        if terms.quota.value is None:
            yield said(topic, terms.quota, UNSAID)
        else:
            by = terms.quota.value.by
            picks = Words("按{x}选", "chosen by {x}").fill(x=quoted(by.text)) if by is not None else Words(
                "怎么选没有写", "how they are chosen is not said")  # fmt: skip
            yield said(topic, terms.quota, joined(_limit(terms.quota.value), picks))


def _limit(counted: Counted) -> Words:
    who = joined(each_of(counted.keys), PERIODS[counted.period], zh="", en=" ")
    return Words("{who}最多{x}", "at most {x} {who}").fill(who=who, x=quantity(counted.limit))


def payments(terms: Terms, context: Context) -> Iterator[Said]:
    """Yield when and whether the money is paid: 兑付, 停付, 追回, 存续兑付, 出自."""
    if terms.payout is not None and terms.payout.value is not None:
        yield said(Words("怎么付", "payment"), terms.payout, _payout(terms.payout.value))
    for line in terms.stop:
        if line.value is not None:
            words = Words("{x}的，停付还没有付的", "where {x}, what is not yet paid stops").fill(
                x=condition(line.value, context)
            )
            yield said(Words("停付", "stop"), line, words)
    for taking in terms.claw_back:
        if taking.value is not None:
            back = taking.value
            share = quantity(back.share) if back.share else Words("全部", "all")
            within = quantity(back.within) if back.within else None
            words = Words("{x}的，收回已经付的{s}", "where {x}, {s} of what was paid is taken back").fill(
                x=condition(back.condition, context), s=share
            )
            if within is not None:
                words = joined(words, Words("只看领钱以后{n}以内", "within {n} of the award").fill(n=within))
            yield said(Words("追回", "claw-back"), taking, words)
    if terms.run_off is not None:
        topic = Words("政策期满以后", "after the policy ends")
        run_off = terms.run_off.value
        if run_off is None:
            yield said(topic, terms.run_off, UNSAID)
        elif run_off.until is not None:
            words = Words("第1年在有效期内的，付到第{n}年", "what began within its validity is paid up to year {n}")
            yield said(topic, terms.run_off, words.fill(n=str(run_off.until)))
        else:
            goes_on = Words("没付完的继续付", "what is not yet paid goes on")
            yield said(topic, terms.run_off, goes_on if run_off.continues else Words("不再付", "nothing more is paid"))
    if terms.from_pool is not None and terms.from_pool.value is not None:
        words = Words("从“{x}”里出", "paid out of “{x}”").fill(x=terms.from_pool.value.text)
        yield said(Words("资金", "funds"), terms.from_pool, words)


def _payout(payout: Payout) -> Words:
    manner = Words(payout.manner, payout.manner) if payout.manner else same("")
    if not payout.shares:
        return manner
    years = [
        Words("第{n}年付{x}", "{x} in year {n}").fill(n=str(n), x=quantity(share))
        for n, share in enumerate(payout.shares, 1)
    ]
    in_years = Words("分{n}年：{x}", "over {n} years: {x}").fill(n=str(len(years)), x=listed(years, "，", ", "))
    return joined(manner, in_years if len(years) > 1 else years[0], zh="；", en="; ")
