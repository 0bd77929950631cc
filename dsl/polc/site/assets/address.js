/* The case as an address: a link restores what was told, on whose part, on which day and in which reading.
 *
 * A link that the page of a clause makes (`restored.py`) tells facts by the inputs of one policy (`of`); one that is copied
 * here tells them by their ids.
 */
(function (root) {
  "use strict";

  const MARK = "#polc=";

  const write = (map) => Object.fromEntries([...map].map(([id, value]) => [id, typeof value === "bigint" ? `#${value}` : value]));

  /** Return the fragment of the address; "" where nothing was told. */
  function written(told) {
    if (told.isEmpty) return "";
    const items = Object.fromEntries(Object.entries(told.items).map(([list, all]) => [list, all.map(write)]));
    const read = Object.fromEntries(Object.entries(told.read).map(([policy, { doubt, reading }]) => [policy, { [doubt]: reading }]));
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

  /** Return a value as it was written, or null where it is none of its fact. */
  function valid(fact, value) {
    if (typeof value === "boolean") return fact.kind === "truth" ? value : null;
    if (typeof value !== "string") return null;
    if (/^#\d{1,16}$/.test(value)) return fact.kind === "truth" || fact.kind === "level" ? null : BigInt(value.slice(1));
    return fact.kind === "level" && fact.levels.includes(value) ? value : null;
  }

  /** Tell what an address says, as far as it can be read; a link that was cut off restores nothing. */
  function restore(told, hash) {
    if (!hash.startsWith(MARK)) return;
    let state;
    try {
      state = JSON.parse(decodeURIComponent(hash.slice(MARK.length)));
    } catch {
      return;
    }
    if (state === null || typeof state !== "object") return;
    const at = told.bundles.findIndex((bundle) => bundle.policy.id === state.of);
    const factOf = (name, list) => (at < 0 ? told.facts.get(name) : told.factOf(at, name, list));
    const read = (all, list) => {
      const found = Object.entries(all ?? {}).map(([name, value]) => [factOf(name, list), value]);
      return new Map(found.filter(([fact]) => fact).map(([fact, value]) => [fact.id, valid(fact, value)]).filter(([, value]) => value !== null));
    };
    const all = (value) => (Array.isArray(value) ? value : []);
    const ids = new Set(told.parts.map(({ id }) => id));
    told.chosen = new Set(all(state.ask).filter((id) => ids.has(id)));
    told.wanted = new Set(all(state.want).filter((id) => told.facts.has(id)));
    told.told = read(state.told, "");
    for (const list of told.lists) {
      if (Array.isArray(state.items?.[list])) told.items[list] = state.items[list].map((record) => read(record, list));
    }
    for (const [policy, choice] of Object.entries(state.read ?? {})) {
      const change = Object.entries(choice ?? {}).map(([doubt, reading]) => told.change(policy, doubt, reading))[0];
      if (change) told.read[policy] = change;
    }
    if (/^\d{1,7}$/.test(state.day)) told.day = BigInt(state.day);
  }

  root.polc.address = { restore, written };
})(globalThis);
