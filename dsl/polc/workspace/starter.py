"""The folder that ``polc new`` starts: a small measure with one clause, encoded, with comments that teach.

Guarantees: it checks without an error or a warning (one note tells what it presumes) and its examples are green, in
Chinese and in English; tests run both.
"""

from __future__ import annotations

from polc.diagnostics import Words

SOURCE = Words(
    """\
示范市支持中小企业数字化改造若干措施

为支持中小企业数字化改造，结合我市实际，制定本措施。
（一）支持数字化改造。对年度数字化改造投入达到20万元（含）以上的中小企业，按实际投入的15%给予补助，每户企业每年最高不超过30万元，元以下舍去。〔牵头单位：市工业和信息化局；配合单位：市财政局〕
本措施自印发之日起施行，有效期至2028年12月31日，由市工业和信息化局负责解释。
""",
    """\
Demo City measures for the digital upgrading of small firms

To support the digital upgrading of small firms, these measures are adopted.
1. Support digital upgrading. A small firm that spends 200,000 yuan or more on digital upgrading in a year receives 15% of what it spent, at most 300,000 yuan for each firm and year, rounded down to the yuan.
These measures take force on the day of issue, expire on 31 December 2028, and are interpreted by the industry bureau.
""",  # noqa: E501 - an official text breaks its lines only at paragraphs
)

POLICY = Words(
    """\
# 这是一份可以运行的示范：一条措施，从原文到编码到示例。照着改成自己的政策：
#   1. 把正式文本放进 source.txt，一字不改；
#   2. 一条一条地写：先抄“原文”，再写它的意思，再写“示例”；
#   3. polc check 找错，polc test 运行示例，polc eval 按一家企业的事实计算。
# “#”后面是注释，写给人看，不影响计算。

政策 示范市支持中小企业数字化改造若干措施
  简称：{name}
  状态：已印发
  # 没有人告诉我们的，写“未知”，不要猜
  印发日期：未知
  施行：自印发之日
  有效期：至 2028年12月31日
  # 原文没有说的，写“未写”；要先按一种意思算，写“未写，暂按 …”，每次报告都会说出来
  约定：未写，暂按 以上、以下含本数
  解释：市工业和信息化局
  原文文件：source.txt

# 对象：判断和计算要用哪些事实。类型有 金额、个数、比例、是否、日期、年度，或者由低到高的几个等级
# 几份政策共用的，写进一个以“词汇 名称”开头的文件，在上面加一行“引用：../common”
对象 企业
  年度数字化改造投入：金额，每年
  中小企业：是否

条 （一） 支持数字化改造
  牵头：市工业和信息化局
  配合：市财政局

  奖补 数字化改造补助
    # 原文要与 source.txt 一字不差，polc check 会对
    原文：“对年度数字化改造投入达到20万元（含）以上的中小企业，按实际投入的15%给予补助，每户企业每年最高不超过30万元，元以下舍去”
    支持对象：企业
    # 享受：什么东西不能领两次
    享受：每户企业 每年
    # 几行条件都要成立；“达到”含本数，“超过”不含
    条件：中小企业
    条件：年度数字化改造投入 达到 20万元
    标准：年度数字化改造投入 × 15%
    取整：去尾 到 元
    上限：每户企业 每年 30万元

    # 示例就是测试：每个界限的两边各写一行，期望值自己算，不抄工具的输出
    示例 门槛与封顶
      | 中小企业 | 年度数字化改造投入（万元） | 应得        | 说明                             |
      | 是       | 19.999999                  | 0元         | 差一分，不补                     |
      | 是       | 20                         | 3万元       | 达到含本数：20 × 15% = 3         |
      | 是       | 199.99                     | 29.9985万元 | 封顶之前：199.99 × 15% = 29.9985 |
      | 是       | 200                        | 30万元      | 正好到上限：200 × 15% = 30       |
      | 是       | 500                        | 30万元      | 500 × 15% = 75，封顶             |
      | 否       | 100                        | 0元         | 不是中小企业                     |
      |          | 100                        | 不能判定    | 不知道是不是中小企业             |
    # 应成立：不管什么企业都必须成立的话
    应成立：应得 不超过 年度数字化改造投入
""",
    """\
# a measure that runs: one clause, from the text to its encoding to its examples. make it your own:
#   1. put the official text into source.txt, unchanged;
#   2. go clause by clause: copy the quote, write what it means, then its examples;
#   3. polc check finds mistakes, polc test runs the examples, polc eval computes one firm's award.
# what stands behind a hash sign is for people and changes nothing.

policy Demo City measures for the digital upgrading of small firms
  id: {name}
  status: issued
  # what nobody told us is unknown; do not guess
  issued: unknown
  in_force: from issue
  valid: to 2028-12-31
  # what the text does not say is silent; to go on with one meaning, presume it, and every report will say so
  convention: silent, presume or_more & or_less inclusive
  interpreter: the industry bureau
  source: source.txt

# a subject: the facts that are needed. types: money, count, rate, truth, date, year, or levels from low to high
# what several policies share stands in a file that begins with “vocabulary TITLE”; a line above imports it: ../common
subject firm
  upgrading_cost: money, yearly
  small_firm: truth

clause 1 Support digital upgrading
  lead: the industry bureau

  benefit upgrading_grant
    # a quote is in source.txt word for word; polc check looks
    quote: “A small firm that spends 200,000 yuan or more on digital upgrading in a year receives 15% of what it spent, at most 300,000 yuan for each firm and year, rounded down to the yuan”
    for: firm
    # per: what may not be paid twice
    per: per firm yearly
    # all conditions must hold; reaches includes the number, exceeds does not
    when: small_firm
    when: upgrading_cost reaches 200,000 yuan
    pay: upgrading_cost × 15%
    round: down to_the yuan
    cap: per firm yearly 300,000 yuan

    # examples are tests: a row on each side of every bound, worked out by hand, never copied from the tool
    example threshold and cap
      | small_firm | upgrading_cost (yuan) | award        | note                          |
      | yes        | 199,999.99            | 0 yuan       | a fen short                   |
      | yes        | 200,000               | 30,000 yuan  | reaches includes the number   |
      | yes        | 1,999,900             | 299,985 yuan | just below the cap            |
      | yes        | 2,000,000             | 300,000 yuan | exactly the cap               |
      | yes        | 5,000,000             | 300,000 yuan | 15% would be 750,000          |
      | no         | 1,000,000             | 0 yuan       | not a small firm              |
      |            | 1,000,000             | undecided    | nobody said whether it is one |
    # ensure: what must hold whoever applies
    ensure: award not_exceeding upgrading_cost
""",  # noqa: E501 - a quote is one line
)

README = Words(
    """\
# {title}

- `source.txt`：官方文本全文，一字不改。{origin}
- `policy.pol`：它的编码。

文本取自（网址、文号、取得日期）：待填。
没有编码的内容：待填。
本目录代码的许可不及于官方文本。

```sh
polc check {folder}
polc test {folder}
```
""",
    """\
# {title}

- `source.txt`: the whole official text, unchanged. {origin}
- `policy.pol`: its encoding.

Where the text comes from (address, number, date of retrieval): to be filled in.
What is not encoded: to be filled in.
The licence of the code in this folder does not cover the official text.

```sh
polc check {folder}
polc test {folder}
```
""",
)

TITLE = Words("示范市支持中小企业数字化改造若干措施", "Demo City measures for the digital upgrading of small firms")
MADE_UP = Words("这里是一份虚构的示范文本。", "Here it is a made-up text.")
FROM_FILE = Words("由 {file} 得来。", "Taken from {file}.")
