/* What a person types, read exactly: 200万元, 1,234.5, ３０%, 2026-06-01. Nothing is guessed: what cannot be read, or could
 * be read in two ways, comes back as the name of what is wrong, for which `words.js` has a sentence.
 *
 * A plain script that needs no other, so that the finder can load it alone.
 */
(function (root) {
  "use strict";

  const SCALES = { 亿: 8, 千万: 7, 百万: 6, 万: 4, 千: 3, 百: 2 };
  const GRAINS = { money: 2, rate: 2, number: 4, count: 0, days: 0, duration: 0, year: 0 };
  /* decimal places of the finest grain: 分 of 元; 1/10000 of a rate is 0.01 of its percent; 1/10000 of a number */
  const TAILS = { money: ["元", "块", "元整"], rate: ["%"], count: ["个"], days: ["日", "天"], duration: ["个月", "月"], year: ["年"] };
  const MOST = 10n ** 15n; // grains of a fact, as in `core/types.py`
  const LAST_YEAR = 9999n;

  const LIKE = /^(?=[.]?\d)([\d,\s]*)(?:\.(\d*))?\s*(亿|千万|百万|万|千|百)?\s*(\D*)$/;
  const GROUPED = /^(?:\d+|\d{1,3}(?:[,\s]\d{3})+|\d{1,4}(?:,\d{4})+)$/;

  const wrong = (problem, given = "") => ({ problem, given });

  /** Return why a text is no figure at all. */
  function unreadable(text, kind) {
    if (kind === "year") return wrong("year");
    if (/^[-−–—]\s*[\d.]/.test(text)) return wrong("negative");
    if (/\d\s*(?:[-~−–—]|至|到)\s*\d/.test(text)) return wrong("range");
    if (!/\d/.test(text)) return wrong("digits");
    return wrong("unreadable");
  }

  /**
   * Return the whole number of grains (`value`, a BigInt) that a text writes, or what is wrong with it (`problem`). `unit`
   * is that of the fact; `scale` is that of the unit chosen beside the field, which counts where the text names none.
   */
  function figure(text, kind, unit = "", scale = 0) {
    const clean = text.normalize("NFKC").trim().replace(kind === "money" ? /^¥\s*/ : /^$/, "");
    const found = LIKE.exec(clean);
    if (!found || /^e[+-]?$/i.test(found[4])) return unreadable(clean, kind);
    const [, digits, decimals = "", scaled, tail] = found;
    const years = kind === "duration" && tail === "年";
    if (tail && tail !== unit && !years && !(TAILS[kind] ?? []).includes(tail)) {
      return kind === "year" ? wrong("year") : wrong("unit", tail);
    }
    const whole = digits.trim() || "0"; // .5, and 200. on the way to 200.5
    if (!GROUPED.test(whole)) return wrong("groups");
    const own = scaled ? SCALES[scaled] : tail ? 0 : scale; // 200元 is 200元 whatever unit stands beside it
    const places = GRAINS[kind] + own;
    const part = decimals.replace(/0+$/, "");
    if (part.length > places) return wrong("fine");
    const value = BigInt(whole.replace(/\D/g, "") + part.padEnd(places, "0")) * (years ? 12n : 1n);
    if (kind === "year" && (value < 1n || value > LAST_YEAR)) return wrong("year");
    return value <= MOST ? { value } : wrong("large");
  }

  root.polc = Object.assign(root.polc ?? {}, { typed: { MOST, figure } });
})(globalThis);
