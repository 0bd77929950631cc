/* What one applicant would get from a policy: facts in, an answer for every part out. No page is touched here.
 *
 * It reads the data that `bundle.py` writes and asks `polc.core` (evaluate.js), and completes what was told as `polc eval`
 * does: the day, the days that follow from others, and what is presumed, which is listed with each answer.
 *
 * Days are counted as in the programs: 1 is 1 January of the year 1. All are BigInt, as every other fact is.
 */
(function (root) {
  "use strict";
  const { core } = root.polc;

  /* ---- days ---------------------------------------------------------------------------------------------------- */

  const EPOCH = 719163; // 1970-01-01
  const LAST = 3652059; // 9999-12-31
  const DAY = 86400000;

  const dayOf = (year, month, date) => {
    const at = new Date(0);
    at.setUTCFullYear(year, month, date);
    return Math.round(at.getTime() / DAY) + EPOCH;
  };
  const dateOf = (day) => {
    const at = new Date((Number(day) - EPOCH) * DAY);
    return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate(), weekday: at.getUTCDay() };
  };
  const yearOf = (day) => BigInt(dateOf(day).year);

  /** Return the day so many months on with the same number, or the month's last day where it has none. */
  function corresponding(start, months) {
    const { year, month, date } = dateOf(start);
    const last = dateOf(dayOf(year, month + months + 1, 1) - 1).date;
    return dayOf(year, month + months, Math.min(date, last));
  }

  const EXPIRY = /^期满(年度)?\.(\d+)(个月|日)\.(对应日|前一日)$/;
  const PERIOD = /^期限\.(.+)起([0-9]+)(日|个月|个工作日)(（不顺延）)?$/;

  function lastDay(start, length, unit, sameDay) {
    if (unit === "日") return start + length - (sameDay ? 0 : 1);
    const target = corresponding(start, length);
    const clamped = dateOf(target).date < dateOf(start).date;
    return sameDay || clamped ? target : target - 1;
  }

  /** Return the last year whose 31 December a period that ends on `last` holds. */
  function lastFullYear(last) {
    const { year, month, date } = dateOf(last);
    return month === 11 && date === 31 ? year : year - 1;
  }

  class UnknownYear extends Error {}

  function isWorking(day, holidays) {
    const { year, weekday } = dateOf(day);
    const known = holidays && holidays[year];
    if (!known) throw new UnknownYear(String(year));
    return known.work.includes(day) || (weekday !== 0 && weekday !== 6 && !known.off.includes(day));
  }

  function endOfPeriod(start, length, unit, moved, holidays) {
    let day = start;
    if (unit === "个工作日") {
      for (let left = length; left; left -= isWorking(day, holidays) ? 1 : 0) day += 1;
      return day;
    }
    day = unit === "日" ? start + length : corresponding(start, length);
    while (moved && !isWorking(day, holidays)) day += 1;
    return day;
  }

  /** Return the days among `inputs` that follow from what was told. */
  function reckoned(inputs, facts, holidays) {
    const found = {};
    const issued = facts["印发日期"];
    for (const { name } of inputs) {
      if (name in facts) continue;
      const expiry = EXPIRY.exec(name);
      if (expiry && typeof issued === "bigint") {
        const last = lastDay(Number(issued), Number(expiry[2]), expiry[3], expiry[4] === "对应日");
        found[name] = BigInt(expiry[1] ? lastFullYear(last) : last);
      }
      const period = PERIOD.exec(name);
      if (!period) continue;
      const day = /^\d{4}-\d\d-\d\d$/.exec(period[1]) ? dayOf(...period[1].split("-").map((n, i) => n - (i === 1))) : null;
      const start = day ?? (typeof facts[period[1]] === "bigint" ? Number(facts[period[1]]) : null);
      if (start === null) continue;
      try {
        const end = endOfPeriod(start, Number(period[2]), period[3], !period[4], holidays);
        if (end <= LAST) found[name] = BigInt(end);
      } catch (error) {
        if (!(error instanceof UnknownYear)) throw error;
      }
    }
    return found;
  }

  /** Return the names without the last days that would follow from something else that is missing. */
  function needed(names) {
    return [...names].sort().filter((name) => {
      const period = PERIOD.exec(name);
      if (!period) return true;
      const unmoved = `${name.replace(/（不顺延）$/, "")}（不顺延）`;
      return !names.has(period[1]) && (Boolean(period[4]) || !names.has(unmoved));
    });
  }

  /* ---- what is presumed ---------------------------------------------------------------------------------------- */

  /** Return what is presumed; `leave` leaves out what may be told and is only presumed not to be. */
  function presumption(bundle, name, facts, place, note, leave) {
    const found = bundle.presumed[name];
    if (!found || (leave && found.ask)) return undefined;
    const said = (value) => {
      if (found.why) note(found.why);
      return value;
    };
    switch (found.how) {
      case "value":
        return said(typeof found.value === "string" && /^-?\d+$/.test(found.value) ? BigInt(found.value) : found.value);
      case "year":
        return said(facts["年度"] ?? yearOf(facts["日期"]));
      case "place":
        return BigInt(place);
      case "started": {
        const known = bundle.known_start || "印发日期" in facts;
        return known ? false : said(true);
      }
      case "scope":
        return isScopeTold(bundle, facts) ? false : said(true);
      default:
        throw new TypeError(`not a way of presuming: ${found.how}`);
    }
  }

  function isScopeTold(bundle, facts) {
    const names = new Set(bundle.scope);
    const told = (key) => names.has(key.slice(key.lastIndexOf(".") + 1));
    return Object.entries(facts).some(
      ([key, value]) => told(key) || (Array.isArray(value) && value.some((record) => Object.keys(record).some(told))),
    );
  }

  /** Return what was told with all that follows from it or is presumed, for the inputs of one part. */
  function completed(bundle, inputs, told, note, leave) {
    const facts = { ...told, ...reckoned(inputs, told, bundle.holidays) };
    if (typeof facts["印发日期"] === "bigint") facts["印发年度"] ??= yearOf(facts["印发日期"]);
    for (const input of inputs) {
      if (input.type === "items") {
        if (!Array.isArray(facts[input.name])) continue;
        facts[input.name] = facts[input.name].map((record, place) => {
          const own = { ...record, ...reckoned(input.fields, { ...facts, ...record }, bundle.holidays) };
          for (const field of input.fields) {
            if (!(field.name in own) && field.name in facts) own[field.name] = facts[field.name]; // told for all of them
            if (field.name in own) continue;
            const value = presumption(bundle, field.name, facts, place + 1, note, leave);
            if (value !== undefined) own[field.name] = value;
          }
          return own;
        });
      } else if (!(input.name in facts)) {
        const value = presumption(bundle, input.name, facts, 0, note, leave);
        if (value !== undefined) facts[input.name] = value;
      }
    }
    return facts;
  }

  /* ---- answers ------------------------------------------------------------------------------------------------- */

  const OF_A_HOST = new Set(["日期", "印发日期", "年度", "申报日期"]);

  function summed(part, results) {
    const found = results.get(part.result);
    if (!Array.isArray(found)) return found;
    if (found.length === 1) return found[0];
    const missing = new Set(found.flatMap((each) => [...each.missing]));
    if (part.kind === "requirement") {
      if (found.some((each) => each.value === false)) return { value: false, applies: true, missing: new Set() };
      return { value: missing.size ? null : true, applies: true, missing };
    }
    return { value: null, applies: null, missing: missing.size ? missing : new Set([part.items]) };
  }

  /** Put every name that a piece of core JSON refers to, of an input, a field, a list or a step, into a set. */
  function refer(node, into) {
    if (node === null || typeof node !== "object") return;
    if (typeof node.reference === "string") into.add(node.reference);
    if (typeof node.each === "string") into.add(node.each);
    for (const [name, inner] of Object.entries(node)) if (name !== "weighed") refer(inner, into);
  }

  const readBy = new WeakMap();

  /** Return the names that a step refers to; looked for once. */
  function reads(step) {
    if (!readBy.has(step)) {
      const found = new Set(step.over ? [step.over] : []);
      for (const piece of [step.value, step.amount, step.applies]) refer(piece, found);
      readBy.set(step, found);
    }
    return readBy.get(step);
  }

  const programs = new WeakMap();

  /** Return the program of a part, with only the inputs and fields that it reads; put together once. */
  function programOf(bundle, part) {
    if (!programs.has(part)) {
      const steps = part.steps.map((place) => bundle.program.steps[place]);
      const read = new Set();
      for (const step of steps) for (const name of reads(step)) read.add(name);
      const inputs = bundle.program.inputs
        .filter((input) => read.has(input.name))
        .map((input) => (input.type === "items" ? { ...input, fields: input.fields.filter((f) => read.has(f.name)) } : input));
      programs.set(part, { schema: bundle.program.schema, inputs, steps });
    }
    return programs.get(part);
  }

  function computed(bundle, part, told, day, note, leave) {
    const program = programOf(bundle, part);
    const facts = { 日期: day, 申报日期: day, ...told };
    // a duty can be asked about beforehand
    if (part.kind === "requirement" && part.items && !(part.items in facts)) facts[part.items] = [{}];
    const whole = completed(bundle, program.inputs, facts, note, leave);
    const results = core.run(program, whole);
    return { facts: whole, results, result: summed(part, results) };
  }

  /**
   * Return the answer of one part: its result (see `polc.core.run`), whether anything it reads was told, what is
   * missing, what was presumed, each step's result, and each item's. Where the readings chosen cannot be computed together
   * there is no result, and `refused` holds them (see `laid.js`).
   */
  function answer(bundle, part, told, day) {
    const refused = bundle.refuses?.(part) ?? [];
    if (refused.length) {
      const result = { value: null, applies: null, missing: new Set() };
      return { part, asked: false, refused, result, missing: [], presumed: [], results: new Map(), facts: {}, items: null };
    }
    const asked = programOf(bundle, part).inputs.some(({ name }) => name in told && !OF_A_HOST.has(name));
    const presumed = [];
    const note = (why) => {
      if (!presumed.some((each) => each.zh === why.zh)) presumed.push(why);
    };
    const { facts, results, result } = computed(bundle, part, told, day, note, false);
    const items = part.items && part.kind !== "requirement" ? results.get(part.item) : null;
    return {
      part,
      asked,
      refused,
      result,
      missing: needed(result.missing),
      presumed: [...presumed, ...part.silent],
      results,
      facts,
      items: Array.isArray(items) ? items : null,
    };
  }

  /** Return what is presumed of the past, of other policies or of a choice and decides the answer of a part. */
  function hangsOn(bundle, part, told, day) {
    const { result } = computed(bundle, part, told, day, () => {}, true);
    return [...result.missing].sort().filter((name) => bundle.presumed[name.replace(/^.+?\[\d+\]\./, "")]?.ask);
  }

  /** Return the answer of every part of a policy. `told` holds BigInt, truths, levels and lists of records by input. */
  function answers(bundle, told, day) {
    return bundle.parts.map((part) => answer(bundle, part, told, day));
  }

  root.polc.calculate = { answer, answers, dateOf, dayOf, hangsOn, needed, reads };
})(globalThis);
