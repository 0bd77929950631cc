/* The case as an address: a link restores what was told, on whose part, on which day and in which reading.
 *
 * A link that the page of a clause makes (`restored.py`) tells facts by the inputs of one policy (`of`); one that is copied
 * here tells them by their ids.
 */
(function (root) {
  "use strict";

  const MARK = "#polc=";

  const write = (map) => Object.fromEntries([...map].map(([id, value]) => [id, typeof value === "bigint" ? `#${value}` : value]));

  const readings = (own) => Object.fromEntries([...own].map(([doubt, { reading }]) => [doubt, reading]));

  /** Return the fragment of the address; "" where nothing was told. */
  function written(told) {
    if (told.isEmpty) return "";
    const items = Object.fromEntries(Object.entries(told.items).map(([list, all]) => [list, all.map(write)]));
    const read = Object.fromEntries([...told.read].filter(([, own]) => own.size).map(([policy, own]) => [policy, readings(own)]));
    const state = {
      ask: [...told.chosen],
      ...(told.wanted.size ? { want: [...told.wanted] } : {}),
      told: write(told.told),
      ...(Object.keys(items).length ? { items } : {}),
      ...(Object.keys(read).length ? { read } : {}),
      day: String(told.day),
    };
    return MARK + encodeURIComponent(JSON.stringify(state));
  }

  const MOST_RECORDS = 200; // of a list: more than that nobody wrote by hand
  const LAST_DAY = 3652059n; // 9999-12-31
  const BOUNDS = { date: [1n, LAST_DAY], year: [1n, 9999n] };

  function number(text, kind) {
    if (!/^#\d{1,16}$/.test(text)) return null;
    const value = BigInt(text.slice(1));
    const [least, most] = BOUNDS[kind] ?? [0n, root.polc.typed.MOST];
    return least <= value && value <= most ? value : null;
  }

  /** Return a value as it was written, or null where it is none of its fact. */
  function valid(fact, value) {
    if (fact.kind === "truth") return typeof value === "boolean" ? value : null;
    if (typeof value !== "string") return null;
    if (fact.kind === "level") return fact.levels.includes(value) ? value : null;
    return number(value, fact.kind);
  }

  const isRecord = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const entries = (value) => (isRecord(value) ? Object.entries(value) : []);
  const listed = (value) => (Array.isArray(value) ? value : []);

  /** Return what a hash holds, or null where it was cut off. */
  function parsed(hash) {
    try {
      const state = JSON.parse(decodeURIComponent(hash.slice(MARK.length)));
      return isRecord(state) ? state : null;
    } catch {
      return null;
    }
  }

  /** Return how a name in an address is told to a person: that of a part, or of a fact, without what is around it. */
  const called = (name) => String(name).split("|").slice(0, 2).join("").split("/").at(-1).slice(0, 24);

  /**
   * Tell what an address says, as far as it can be read. Returns what could not be (an old link, or one that somebody wrote):
   * whether it was cut off, and the names that are left out.
   */
  function restore(told, hash) {
    if (!hash.startsWith(MARK)) return { broken: false, lost: [] };
    const state = parsed(hash);
    if (!state) return { broken: true, lost: [] };
    const lost = new Set();
    const at = told.bundles.findIndex((bundle) => bundle.policy.id === state.of);
    const factOf = (name, list) => (at < 0 ? told.facts.get(name) : told.factOf(at, name, list));
    const read = (all, list) => {
      const found = new Map();
      for (const [name, value] of entries(all)) {
        const fact = factOf(name, list);
        const own = fact ? valid(fact, value) : null;
        if (own === null) lost.add(fact?.label ?? called(name));
        else found.set(fact.id, own);
      }
      return found;
    };
    const known = (all, has) => new Set(listed(all).filter((id) => has(id) || !lost.add(called(id))));
    const ids = new Set(told.parts.map(({ id }) => id));
    told.chosen = known(state.ask, (id) => ids.has(id));
    told.wanted = known(state.want, (id) => told.facts.has(id));
    told.told = read(state.told, "");
    for (const [list, records] of entries(state.items)) {
      if (!told.lists.includes(list) || !Array.isArray(records)) {
        lost.add(called(list));
        continue;
      }
      if (records.length > MOST_RECORDS) lost.add(`${list} ${MOST_RECORDS + 1}–${records.length}`);
      told.items[list] = records.slice(0, MOST_RECORDS).map((record) => read(record, list));
    }
    for (const [policy, choice] of entries(state.read)) {
      for (const [doubt, reading] of entries(choice)) {
        const change = told.change(policy, doubt, reading);
        if (change) told.choose(policy, doubt, change);
        else lost.add(called(doubt));
      }
    }
    const day = number(`#${state.day ?? told.day}`, "date");
    if (day === null) lost.add("日期");
    else told.day = day;
    return { broken: false, lost: [...lost] };
  }

  root.polc.address = { restore, written };
})(globalThis);
