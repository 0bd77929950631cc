/* What may be told, over all policies, and what was: the case that the calculator computes. */
(function (root) {
  "use strict";
  const { calculate, laid } = root.polc;

  /** Return what may be told to a policy, under whatever reading. */
  const factsOf = (bundle) => [...bundle.facts, ...bundle.readings.flatMap((change) => change.facts ?? [])];

  const named = (fact, language) => (typeof fact.name === "string" ? fact.name : fact.name[language]);

  /** Return the facts of all policies by id; the same name of the same kind is one fact, what was received is not. */
  function catalogue(bundles, language) {
    const facts = new Map();
    bundles.forEach((bundle, at) => {
      const count = new Map();
      const known = new Map(factsOf(bundle).map((each) => [`${each.items ?? ""}|${each.key}`, each]));
      const plain = (each) =>
        each.presumed && !each.key.startsWith("此前")
          ? [bundle.policy.id, each.items ?? "", each.key].join("|")
          : [each.items ?? "", named(each, "zh"), each.kind, each.unit ?? ""].join("|");
      for (const each of known.values()) count.set(plain(each), (count.get(plain(each)) ?? 0) + 1);
      for (const each of known.values()) {
        const shared = count.get(plain(each)) > 1 && each.subject;
        const id = shared ? `${plain(each)}|${each.subject}` : plain(each);
        const label = shared ? `${each.subject}·${named(each, language)}` : named(each, language);
        if (!facts.has(id)) facts.set(id, { ...each, id, label, items: each.items ?? "", levels: [], places: [] });
        const fact = facts.get(id);
        for (const level of each.levels ?? []) if (!fact.levels.includes(level)) fact.levels.push(level);
        fact.places.push({ at, key: each.key, items: each.items ?? "", levels: each.levels ?? null });
      }
    });
    return facts;
  }

  class Told {
    constructor(bundles, language) {
      this.bundles = bundles;
      this.language = language;
      this.facts = catalogue(bundles, language);
      this.byKey = bundles.map(() => new Map());
      for (const fact of this.facts.values()) {
        for (const { at, key, items } of fact.places) this.byKey[at].set(`${items}|${key}`, fact);
      }
      this.parts = bundles.flatMap((bundle, at) => bundle.parts.map((part) => ({ at, part, id: `${bundle.policy.id}/${part.name}` })));
      this.lists = [...new Set([...this.facts.values()].map((fact) => fact.items).filter(Boolean))];
    }

    start(day) {
      this.chosen = new Set();
      this.wanted = new Set(); // facts that the reader asked to tell
      this.told = new Map(); // by id
      this.items = {}; // by list: maps by id
      this.read = new Map(); // by policy, then by doubt: the change that another reading makes
      this.day = day;
    }

    get isEmpty() {
      return !this.chosen.size && !this.wanted.size && !this.told.size && !Object.keys(this.items).length;
    }

    /** Return a fact by the name of its input; of an item (`name[2].key`) or of the payee. */
    factOf(at, key, items) {
      return this.byKey[at].get(`${items}|${key}`) ?? this.byKey[at].get(`|${key}`);
    }

    records(place) {
      const at = /^(.+)\[(\d+)\]$/.exec(place);
      return at ? this.items[at[1]]?.[Number(at[2]) - 1] : this.told;
    }

    valueOf(place, id) {
      return this.records(place)?.get(id);
    }

    tell(place, id, value) {
      if (value === null || value === undefined) this.records(place).delete(id);
      else this.records(place).set(id, value);
    }

    /** Return the changes that the readings chosen for a policy make. */
    chosenOf(at) {
      return [...(this.read.get(this.bundles[at].policy.id)?.values() ?? [])];
    }

    /** Read a doubt otherwise; as it is by default for null. */
    choose(policy, doubt, change) {
      const own = this.read.get(policy) ?? new Map();
      if (change) own.set(doubt, change);
      else own.delete(doubt);
      this.read.set(policy, own);
    }

    /** Return the policy as it is read. */
    bundle(at) {
      return laid.under(this.bundles[at], this.chosenOf(at));
    }

    /** Return the change that makes another reading of a doubt, or null where there is none such. */
    change(policy, doubt, reading) {
      const bundle = this.bundles.find((each) => each.policy.id === policy);
      return bundle?.readings.find((each) => each.doubt === doubt && each.reading === reading) ?? null;
    }

    /** Return what was told to one policy, by its inputs. */
    toldTo(at) {
      const found = {};
      const put = (into, fact, value) => {
        for (const place of fact.places) {
          if (place.at === at && (typeof value !== "string" || !place.levels || place.levels.includes(value))) into[place.key] = value;
        }
      };
      for (const [id, value] of this.told) put(found, this.facts.get(id), value);
      const inputs = this.bundle(at).program.inputs;
      for (const [list, records] of Object.entries(this.items)) {
        if (!inputs.some((input) => input.name === list)) continue;
        found[list] = records.map((record) => {
          const own = {};
          for (const [id, value] of record) put(own, this.facts.get(id), value);
          return own;
        });
      }
      return found;
    }

    /** Return the answers of the parts that were chosen; of all that something was told about where none was. */
    answers() {
      return this.bundles.flatMap((_, at) => {
        const told = this.toldTo(at);
        const bundle = this.bundle(at);
        return bundle.parts.flatMap((part) => {
          const id = `${bundle.policy.id}/${part.name}`;
          if (this.chosen.size && !this.chosen.has(id)) return [];
          const answer = calculate.answer(bundle, part, told, this.day);
          if (!this.chosen.size && !answer.asked) return []; // what is refused shows where it was asked about
          const hangs = answer.result.value === null ? [] : calculate.hangsOn(bundle, part, told, this.day);
          return [{ at, id, hangs, ...answer }];
        });
      });
    }

    /** Return what a part comes to under every reading of each doubt that touches it, the others as they are chosen. */
    readings({ at, part }) {
      const own = this.bundles[at];
      return own.parts.some((each) => each.name === part.name) ? laid.otherwise(own, part, this.toldTo(at), this.day, this.chosenOf(at)) : [];
    }

    /** Return which facts to ask for: of the payee by id, of items by list, place and id; and which may be left out. */
    wantedNow(answers) {
      const asked = new Map();
      const optional = new Map();
      const lists = new Set();
      const ask = (into, place, fact) => {
        const key = `${place}|${fact.id}`;
        into.set(key, { place, id: fact.id, times: (into.get(key)?.times ?? 0) + 1 });
      };
      const sort = (into, at, name) => {
        const within = /^(.+?)\[(\d+)\]\.(.+)$/.exec(name);
        const fact = within ? this.factOf(at, within[3], within[1]) : this.factOf(at, name, "");
        if (!within && this.lists.includes(name)) lists.add(name);
        else if (fact) ask(into, within && fact.items ? `${within[1]}[${within[2]}]` : "", fact);
      };
      for (const { at, missing, hangs } of this.chosen.size ? answers : []) {
        for (const name of missing) sort(asked, at, name);
        for (const name of hangs) sort(optional, at, name);
      }
      const ordered = (all) => [...all.values()].sort((a, b) => b.times - a.times);
      return { asked: ordered(asked), optional: ordered(optional), lists };
    }
  }

  root.polc.told = { Told };
})(globalThis);
