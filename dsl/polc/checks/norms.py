"""What is usual for normative documents: the figures that checks hold a policy against, each with where it is from.

Figures differ from province to province, and not each could be read at its source: every one says how sure it is, so that a
finding is advice to look it up, never a verdict.
"""

from __future__ import annotations

from dataclasses import dataclass

from polc.diagnostics import Words

READ = Words("读过原文", "read at its source")
QUOTED = Words(
    "转引，未核原文；各省不同，以本省的办法为准", "quoted at second hand; provinces differ, look up your own"
)


_YEAR = 12

GIST = Words("转引，要旨如此，字句未核", "quoted at second hand: the gist, not the words")
"""Of an article of national law that was not read itself."""
VERBATIM = Words("转引，逐字一致，未核原文", "quoted at second hand, word for word, not read at its source")


@dataclass(frozen=True, slots=True)
class Article:
    """A provision, and how sure its wording is."""

    source: Words
    certainty: Words

    @property
    def words(self) -> Words:
        """Where it stands and how sure it is, for a note under a finding."""
        return Words("依据：{source}（{certainty}）", "from: {source} ({certainty})").fill(
            source=self.source, certainty=self.certainty
        )


@dataclass(frozen=True, slots=True)
class Norm:
    """A figure, where it is from, and how sure that is."""

    limit: int
    source: Words
    certainty: Words

    @property
    def words(self) -> Words:
        """Where the figure is from and how sure it is, for a note under a finding."""
        return Article(self.source, self.certainty).words

    @property
    def months(self) -> Words:
        """The limit as months, or as years where it is some whole number of them."""
        if self.limit % _YEAR:
            return Words(f"{self.limit}个月", f"{self.limit} months")
        years = self.limit // _YEAR
        return Words(f"{years}年", f"{years} years" if years > 1 else "a year")


VALIDITY_MONTHS = Norm(
    60,
    Words(
        "各省行政规范性文件管理办法，一般不超过5年，如山东省司法厅办法第11条",
        "provincial rules on normative documents, as a rule 5 years at most, e.g. Shandong justice department, article 11",
    ),
    QUOTED,
)
"""For how many months a document is valid at most."""

TRIAL_MONTHS = Norm(
    24,
    Words(
        "各省行政规范性文件管理办法，试行、暂行的一般不超过2年，如山东省司法厅办法第11条",
        "provincial rules on normative documents, 2 years at most on trial, e.g. Shandong justice department, article 11",
    ),
    QUOTED,
)
"""For how many months one is valid at most that is 试行 or 暂行."""

REVIEW_MONTHS = Norm(
    6,
    Words(
        "有效期届满前6个月内评估，如山东省司法厅办法第23条",
        "a document is reviewed in its last 6 months, e.g. Shandong justice department, article 23",
    ),
    QUOTED,
)
"""How many months before its end a document is reviewed."""

CONSULTATION_DAYS = Norm(
    30,
    Words(
        "《优化营商环境条例》第62条：向社会公开征求意见的期限一般不少于30日",
        "Regulation on Optimizing the Business Environment, article 62: a public consultation lasts 30 days at least",
    ),
    READ,
)
"""For how many days the public is consulted at least."""

NOTICE_DAYS = Norm(
    30,
    Words(
        "《规章制定程序条例》第32条、第36条：公布之日起30日后施行，不立即施行有碍施行的除外",
        "Regulation on Making Rules, articles 32 and 36: in force 30 days after publication, but for cases of need",
    ),
    READ,
)
"""How many days lie between the issue of a document and its first day in force."""


@dataclass(frozen=True, slots=True)
class Norms:
    """The figures that a run holds policies against, each as it is usual or as it was configured."""

    validity_months: Norm = VALIDITY_MONTHS
    trial_months: Norm = TRIAL_MONTHS
    review_months: Norm = REVIEW_MONTHS
    consultation_days: Norm = CONSULTATION_DAYS
    notice_days: Norm = NOTICE_DAYS


NORMS = Norms()
"""The usual figures."""
