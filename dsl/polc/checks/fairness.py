"""The kinds of wording that fair-competition review looks at, each with its article and a neutral wording.

Regulation on Fair Competition Review (State Council decree 783, in force since 2024-08-01), articles 8 to 10, and its
implementing measures (SAMR decree 99, in force since 2025-04-20), article 19. What was not read at its source says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from polc.checks.norms import GIST, READ, VERBATIM, Article
from polc.diagnostics import Words

LOCAL = "{local}"
"""Stands in the patterns for the words that mean *here*: 本地, 本市, the name of the place the policy is of."""

_PURCHASE = Article(
    Words(
        "《公平竞争审查条例》第8条（三）：不得限定经营、购买或者使用特定经营者提供的商品或者服务",
        "Regulation on Fair Competition Review, article 8 (3): nobody is bound to deal in, buy or use what particular operators offer",
    ),
    READ,
)
_ORIGIN = Article(
    Words(
        "《公平竞争审查条例》第9条（四）：不得对外地或者进口商品、要素设置歧视性收费项目、收费标准、价格或者补贴",
        "Regulation on Fair Competition Review, article 9 (4): no fees, prices or subsidies that discriminate against goods or factors from elsewhere",
    ),
    READ,
)
_INVEST = Article(
    Words(
        "《公平竞争审查条例》第9条（二）：不得排斥、限制、强制或者变相强制外地经营者在本地投资经营或者设立分支机构",
        "Regulation on Fair Competition Review, article 9 (2): operators from elsewhere are neither kept from investing or setting up here nor made to",
    ),
    READ,
)
_SELECTIVE = Article(
    Words(
        "《公平竞争审查条例》第10条（二）：没有法律、行政法规依据或者未经国务院批准，不得给予特定经营者选择性、差异化的财政奖励或者补贴",
        "Regulation on Fair Competition Review, article 10 (2): without a basis in law no selective rewards or subsidies to particular operators",
    ),
    READ,
)
_LISTS = Article(
    Words(
        "《公平竞争审查条例实施办法》第19条（一）：以直接确定受益经营者或者设置不明确、不合理入选条件的名录库、企业库等方式，实施财政奖励或者补贴",
        "Implementing Measures of the Regulation on Fair Competition Review, article 19 (1): rewards to operators picked directly or through lists with unclear or unreasonable criteria",
    ),
    VERBATIM,
)
_OWNED = Article(
    Words(
        "《公平竞争审查条例实施办法》第19条（二）：根据经营者的所有制形式、组织形式等实施财政奖励或者补贴",
        "Implementing Measures of the Regulation on Fair Competition Review, article 19 (2): rewards by form of ownership or organization",
    ),
    GIST,
)
_MOVED = Article(
    Words(
        "《公平竞争审查条例实施办法》第19条（三）：以外地经营者将注册地迁移至本地、在本地纳税或者纳入本地统计等为条件，实施财政奖励或者补贴",
        "Implementing Measures of the Regulation on Fair Competition Review, article 19 (3): rewards on condition of moving here, paying taxes here or entering local statistics",
    ),
    GIST,
)
_RETURNED = Article(
    Words(
        "《公平竞争审查条例实施办法》第19条（四）：采取列收列支或者违法违规采取先征后返、即征即退等形式，对特定经营者进行返还",
        "Implementing Measures of the Regulation on Fair Competition Review, article 19 (4): taxes given back to particular operators under another name",
    ),
    GIST,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of wording: which names of the encoding speak of it, which words of the text show it, and what follows.

    ``fact`` and ``text`` are regular expressions in which ``{local}`` stands for the words that mean *here*; an empty
    ``fact``: the words alone tell. ``apart`` are names that only look like it. ``roles`` are those of a mention.
    """

    name: str
    what: Words
    articles: tuple[Article, ...]
    neutral: Words
    fact: str
    text: str
    apart: str = r"(?!)"
    roles: tuple[str, ...] = ("condition", "base", "cap")
    measured: bool = False  # only of facts that are a sum or a rate: 依法纳税 is conduct, 纳税总额 is an amount
    alone: str = r"(?!)"  # words of a benefit's sentence that are enough, whatever its facts are called


_TRADE = "购买|采购|购置|租用|租赁|使用|交易|挂牌|服务|产品|软件|设备|模型|配套"
_TAXES = "综合贡献|(?:地方|经济|财政|财力|税收)贡献|纳税|税收|税额|缴税|地方留成|地方财力|增值税|所得税|入库税"
_REGISTERED = (
    "(?:{local})[^，。；]{0,12}(?:注册|登记)|注册地|新注册|迁入|迁移|迁址|落户|属地(?:企业|市场主体|主体|单位|经营者)"
    "|新引进(?![^，。；]{0,8}(?:人|团队|专家|博士|院士))"
)
_LISTED = "(?<![负面统])(?:企业库|培育库|项目库|资源库|储备库|名录库?|名单|清单|入库)"
_FORMS = "国有|民营|外资|内资|一人|其他|独资|股份|有限|责任|控股|集团"
"""A 股份有限公司 is a form, 甲股份有限公司 is one of that form."""

KINDS = (
    Kind(
        "local-goods",
        Words("只认本地的商品、服务", "only for goods or services from here"),
        (_PURCHASE, _ORIGIN),
        Words("不问是哪里的：写“购买算力服务”，不写“购买本地算力服务”", "say what is bought, not where it is from"),
        fact=rf"(?:{LOCAL})[^，。；]{{0,12}}(?:{_TRADE})|(?:{_TRADE})[^，。；]{{0,4}}(?:{LOCAL})",
        text=rf"(?:{LOCAL})[^，。；]{{0,12}}(?:{_TRADE})",
        alone=rf"(?:通过|购买|采购|租用|使用)(?:{LOCAL})[^，。；券]{{0,12}}(?:{_TRADE})",
    ),
    Kind(
        "registration",
        Words("以在本地登记注册、落户或迁入为条件", "on condition of being registered here or moving here"),
        (_MOVED, _INVEST),
        Words(
            "以在本地实际开展的业务为条件，不以登记注册在哪里、从哪里迁来为条件",
            "ask for the business done here, not for where one is registered or comes from",
        ),
        fact=_REGISTERED,
        text=_REGISTERED,
        roles=("condition",),
    ),
    Kind(
        "statistics",
        Words("以纳入本地统计为条件", "on condition of entering local statistics"),
        (_MOVED,),
        Words(
            "写要达到的规模，如年度营业收入多少，不写入统、入库",
            "state the size to be reached, not the entry in the statistics",
        ),
        fact="纳统|入统|统计联网直报|统计名录|统计库|纳入[^，。；]{0,8}统计",
        text="纳统|入统|统计联网直报|统计名录|统计库|纳入[^，。；]{0,8}统计",
        roles=("condition",),
    ),
    Kind(
        "tax",
        Words("按税收或者综合贡献给", "by the taxes paid or what is contributed to the budget"),
        (_RETURNED, _MOVED, _SELECTIVE),
        Words(
            "换成与税收无关的数，如实际投资额、研发投入额",
            "take a sum that is no tax, such as what was invested or spent on research",
        ),
        fact=_TAXES,
        text=_TAXES,
        measured=True,
        alone=rf"按照?其?[^，。；]{{0,6}}(?:{_TAXES})",
    ),
    Kind(
        "listed",
        Words("给入了名录、清单、企业库的", "for those on a list"),
        (_LISTS, _SELECTIVE),
        Words(
            "把入选的条件写进正文，用谁都能算的数",
            "write the criteria of the list into the text, as figures that anyone can work out",
        ),
        fact=rf"(?:纳入|列入|进入|入选)?[^，。；]{{0,12}}(?:{_LISTED})|入库",
        text=_LISTED,
        apart="统计|负面|失信|异常|黑名单|国家|省级?|部级?",
        roles=("condition",),
    ),
    Kind(
        "named",
        Words("点名给某一家", "for one that is named"),
        (_LISTS, _SELECTIVE),
        Words("写够什么条件的可以得，不写是哪一家", "say what must be met, not who it is"),
        fact=f"^(?!(?:{_FORMS})*公司$).+(?:{_FORMS})公司$|.{{2,}}集团$",
        text="[\\u4e00-\\u9fff]{2,20}(?:有限公司|有限责任公司|股份公司|集团公司)",
        roles=("condition",),
    ),
    Kind(
        "ownership",
        Words("看所有制", "by form of ownership"),
        (_OWNED, _SELECTIVE),
        Words("不分国有民营、内资外资", "leave ownership out"),
        fact="国有(?!土地|资产)|国资|民营|私营|外资|内资|合资|央企|所有制",
        text="国有(?!土地|资产)|国资|民营|私营|外资|内资|合资|央企|所有制",
        roles=("condition",),
    ),
    Kind(
        "case-by-case",
        Words("写的是一事一议", "case by case"),
        (_LISTS, _SELECTIVE),
        Words(
            "写明按什么给、给多少；一事一议的，写明谁可以提、按什么定",
            "say by what and how much is given; where each case is taken by itself, who may ask and what decides",
        ),
        fact="",
        text="",
        alone="一事一议|一企一策|一企一议|一项一策|一业一策|特事特办|个案研究",
    ),
)
