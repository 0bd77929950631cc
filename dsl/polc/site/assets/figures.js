/* Figures as people read them: 48万元, CNY 480,000, 2026-06-01. Exact throughout. How they are typed: `typed.js`.
 *
 * It says what `figures.py` says; the tests hold it to that.
 */
(function (root) {
  "use strict";
  const { core, calculate } = root.polc;

  const YI = 10000000000n; // 分 in 亿元
  const WAN = 1000000n;
  const YUAN = 100n;

  /** Return a number in decimals and whether that is exact; otherwise it is cut to six places. */
  function decimal(number) {
    const negative = number.n < 0n;
    const n = negative ? -number.n : number.n;
    let rest = number.d;
    let digits = 0;
    while (rest % 2n === 0n || rest % 5n === 0n) {
      rest /= rest % 10n === 0n ? 10n : rest % 2n === 0n ? 2n : 5n;
      digits += 1;
    }
    const exact = rest === 1n;
    const places = exact ? digits : 6;
    const scaled = (n * 10n ** BigInt(places)) / number.d;
    const whole = scaled / 10n ** BigInt(places);
    const part = places ? String(scaled % 10n ** BigInt(places)).padStart(places, "0").replace(/0+$/, "") : "";
    return [`${negative ? "-" : ""}${whole}${part ? `.${part}` : ""}`, exact];
  }

  const over = (number, unit) => core.over(number, core.ratio(unit));
  const atLeast = (number, unit) => core.compare(number.n < 0n ? core.minus(core.ratio(0n), number) : number, core.ratio(unit)) >= 0;

  function moneyInChinese(fen) {
    if (atLeast(fen, YI)) {
      const [text, exact] = decimal(over(fen, YI));
      if ((text.split(".")[1] ?? "").length <= 4) return `${exact ? "" : "约"}${text}亿元`;
    }
    const [unit, name] = atLeast(fen, WAN) ? [WAN, "万元"] : [YUAN, "元"];
    const [text, exact] = decimal(over(fen, unit));
    return `${exact ? "" : "约"}${text}${name}`;
  }

  function moneyInEnglish(fen) {
    const [text, exact] = decimal(over(fen, YUAN));
    const [whole, part] = text.split(".");
    return `${exact ? "" : "about "}CNY ${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${part ? `.${part}` : ""}`;
  }

  /** Return an amount of money (in 分). */
  const money = (fen, language) => (language === "zh" ? moneyInChinese(fen) : moneyInEnglish(fen));

  /** Return an award: exact, up to, between, or open. */
  function award({ low, high, open }, language) {
    const zh = language === "zh";
    const [least, most] = [money(low, language), money(high, language)];
    if (open) {
      if (low.n) return zh ? `至少 ${least}，另有待定` : `at least ${least}, and more to be determined`;
      if (high.n) return zh ? `最高 ${most}，另有待定` : `up to ${most}, and more to be determined`;
      return zh ? "待定" : "to be determined";
    }
    if (core.compare(low, high) === 0) return most;
    if (!low.n) return zh ? `最高 ${most}` : `up to ${most}`;
    return zh ? `${least}至${most}之间` : `between ${least} and ${most}`;
  }

  /** Return what a step came to. */
  function result({ value }, language) {
    const zh = language === "zh";
    if (value === null) return zh ? "不能判定" : "cannot be decided";
    if (typeof value === "boolean") return value ? (zh ? "符合" : "holds") : zh ? "不符合" : "does not hold";
    if (value instanceof core.Ratio) return core.write(value);
    return typeof value === "object" ? award(value, language) : String(value);
  }

  /* ---- what a person types --------------------------------------------------------------------------------------- */

  /** Return a day (a BigInt) that is written 2026-06-01 or 2026年6月1日, or null. */
  function day(text) {
    const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize("NFKC").trim());
    if (!found) return null;
    const [year, month, date] = found.slice(1).map(Number);
    const at = calculate.dayOf(year, month - 1, date);
    const back = calculate.dateOf(at);
    return back.year === year && back.month === month - 1 && back.date === date ? BigInt(at) : null;
  }

  /** Return a fact's value (in grains) as a person writes it. */
  function fact(value, kind, unit, language) {
    const zh = language === "zh";
    if (typeof value === "boolean") return value ? (zh ? "是" : "yes") : zh ? "否" : "no";
    if (typeof value === "string") return value;
    const number = core.ratio(value);
    switch (kind) {
      case "money":
        return money(number, language);
      case "rate":
        return `${decimal(over(number, 100n))[0]}%`;
      case "number":
        return decimal(over(number, 10000n))[0];
      case "date": {
        const { year, month, date } = calculate.dateOf(value);
        const two = (n) => String(n).padStart(2, "0");
        return zh ? `${year}年${month + 1}月${date}日` : `${String(year).padStart(4, "0")}-${two(month + 1)}-${two(date)}`;
      }
      case "year":
        return zh ? `${value}年` : `${value}`;
      case "duration":
        if (value % 12n === 0n) return zh ? `${value / 12n}年` : `${value / 12n} years`;
        return zh ? `${value}个月` : `${value} months`;
      case "days":
        return zh ? `${value}日` : `${value} days`;
      default:
        if (unit && value >= 10000n && value % 100n === 0n && zh) return `${decimal(over(number, 10000n))[0]}万${unit}`;
        return zh ? `${value}${unit ?? ""}` : `${value} ${unit ?? ""}`.trim();
    }
  }

  root.polc.figures = { award, day, decimal, fact, money, result };
})(globalThis);
