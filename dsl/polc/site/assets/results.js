/* What came out, a box for each part: the award, what it rests on, why there is nothing, the sentences, other readings. */
(function (root) {
  "use strict";
  const { core, figures } = root.polc;
  const { h } = root.polc.page;

  const BY_ZERO = "（除数为零）"; // how the input ends on which a quotient by zero rests; nobody is ever told it
  const SOME = 4; // of the facts that are missing, how many are named

  /** Return whether two results say the same. */
  function same(one, other) {
    const [a, b] = [one.value, other.value];
    if (a === null || b === null) return a === b;
    if (typeof a !== "object") return a === b;
    return a.open === b.open && core.compare(a.low, b.low) === 0 && (a.open || core.compare(a.high, b.high) === 0);
  }

  class Results {
    /** `changed` is called when another reading was taken; `href` returns the address of a page; `compare` is that of all. */
    constructor(told, words, language, href, compare, changed) {
      Object.assign(this, { told, words, language, href, compare, changed });
      this.opened = new Set();
      this.others = new Map(); // by part: where its other readings stand; they are computed once the answer is there
      this.place = h("div", { class: "polc-results", "aria-live": "polite" });
    }

    draw(answers) {
      for (const details of this.place.querySelectorAll("details")) {
        if (details.open) this.opened.add(details.dataset.id);
        else this.opened.delete(details.dataset.id);
      }
      this.place.replaceChildren(...answers.map((answer) => this.result(answer)));
      clearTimeout(this.later);
      this.later = setTimeout(() => this.read(answers), 0);
    }

    /** Compute the other readings, one part at a time, so that writing is never held up. */
    read([answer, ...rest]) {
      if (!answer) return;
      this.others.get(answer.id).replaceChildren(...[this.doubts(answer, this.told.readings(answer))].filter(Boolean));
      this.later = setTimeout(() => this.read(rest), 0);
    }

    policy(at) {
      return this.told.bundles[at].policy;
    }

    label(at, name) {
      const within = /^(.+?)\[(\d+)\]\.(.+)$/.exec(name);
      const fact = within ? this.told.factOf(at, within[3], within[1]) : this.told.factOf(at, name, "");
      return fact?.label ?? name.slice(name.lastIndexOf(".") + 1);
    }

    /** Return what is missing in the drafter's words; that a divisor is zero only where nothing else is. */
    labels(at, missing) {
      const told = missing.filter((name) => !name.endsWith(BY_ZERO));
      return [...new Set((told.length ? told : missing).map((name) => this.label(at, name)))];
    }

    result(answer) {
      const { words, language } = this;
      const { part, result, at, id } = answer;
      const decided = result.value !== null;
      const names = this.labels(at, answer.missing);
      const missing = () => words.missing(names.slice(0, SOME), Math.max(0, names.length - SOME));
      const text = answer.refused.length ? words.refused(answer.refused) : decided ? figures.result(result, language) : missing();
      const nothing = decided && (result.value === false || (result.value.high && !result.value.high.n && !result.value.open));
      const kind = !decided ? "polc-undecided" : nothing ? "polc-nothing" : "polc-something";
      const city = this.told.bundles.length > 1 ? `${this.policy(at).name} · ` : "";
      const page = part.page && h("a", { href: this.href(part.page) }, words.clause);
      const presumed = answer.presumed.map((why) => why[language]);
      if (!this.others.has(id)) this.others.set(id, h("div", {}));
      return h("article", { class: `polc-result ${kind}` },
        h("h3", {}, part.name),
        h("p", { class: "polc-under" }, `${city}${part.clause} `, page, " ", this.elsewhere(part)),
        h("p", { class: "polc-award" }, text),
        this.taken(answer),
        this.hanging(answer),
        nothing ? this.why(answer) : "",
        this.details(`${id}/steps`, words.steps, this.steps(answer)),
        this.details(`${id}/quotes`, words.quotes, part.quotes.map((quote) => h("blockquote", {}, h("p", {}, quote)))),
        this.others.get(id),
        this.details(`${id}/presumed`, words.presumed, presumed.length ? [h("ul", {}, presumed.map((why) => h("li", {}, why)))] : []),
      );
    }

    /** Return the way to what the other policies offer of the same kind, where there are others. */
    elsewhere(part) {
      return this.compare && part.kind === "benefit" ? h("a", { href: this.href(`${this.compare}#${part.topic}`) }, this.words.elsewhere) : "";
    }

    details(id, title, content) {
      if (!content.length) return "";
      return h("details", { "data-id": id, open: this.opened.has(id) }, h("summary", {}, title), content);
    }

    /** Return which readings a part was computed under, where they are not the working ones. */
    taken({ at, part, refused }) {
      const changes = refused.length ? [] : this.told.chosenOf(at).filter((change) => change.parts.some((each) => each.name === part.name));
      return changes.map((change) => h("p", { class: "polc-taken" }, this.words.read(change.doubt, change.reading)));
    }

    /** Return what is presumed of the past and of other policies, where the answer hangs on it. */
    hanging({ at, hangs }) {
      const presumed = this.told.bundle(at).presumed;
      const why = new Set(hangs.map((name) => presumed[name.replace(/^.+?\[\d+\]\./, "")].why[this.language]));
      return why.size ? h("p", { class: "polc-hangs" }, this.words.hangs([...why].join(this.words.between))) : "";
    }

    /** Return the conditions that are not met, each with the facts that it reads; else the step that left nothing. */
    why(answer) {
      const rows = this.rows(answer);
      const unmet = rows.filter(({ line, one }) => line.truth && one.value === false);
      const emptied = rows.find(({ one }) => one.applies !== false && one.value?.high && !one.value.high.n && !one.value.open);
      const told = unmet.length ? unmet : emptied ? [emptied] : [];
      if (!told.length) return "";
      return h("div", { class: "polc-why-not" }, h("p", {}, this.words.why),
        h("ul", {}, told.map(({ line, one, item }) => this.step(answer, line, one, item))));
    }

    /* ---- the steps ---- */

    rows(answer) {
      return answer.part.lines.flatMap((line) => {
        const found = answer.results.get(line.step);
        const every = Array.isArray(found) ? found : found ? [found] : [];
        return every
          .map((one, place) => ({ line, one, item: every.length > 1 ? place + 1 : 0 }))
          .filter(({ one }) => one.applies !== false || (line.truth && !line.tier));
      });
    }

    steps(answer) {
      const rows = this.rows(answer).map(({ line, one, item }) => this.step(answer, line, one, item));
      return rows.length ? [h("ol", { class: "polc-steps" }, rows)] : [];
    }

    step(answer, line, one, item) {
      const { words, language } = this;
      const truth = typeof one.value === "boolean" || (line.truth && one.value === null);
      const came = truth && one.value === null ? words.unsettled : figures.result(one, language);
      const { items } = answer.part;
      const reads = line.reads.flatMap((key) => {
        const fact = this.told.factOf(answer.at, key, items);
        const records = answer.facts[items];
        const value = answer.facts[key] ?? (Array.isArray(records) ? records[Math.max(0, item - 1)]?.[key] : undefined);
        return fact && value !== undefined ? [`${fact.label} = ${figures.fact(value, fact.kind, fact.unit, language)}`] : [];
      });
      const kind = one.value === false ? "polc-unmet" : one.value === null ? "polc-unsettled" : "polc-met";
      const which = item ? `${items} ${item} · ` : "";
      return h("li", { class: kind },
        h("span", { class: "polc-stage" }, `${which}${line.stage[language]}`), " ", h("span", {}, line.text), " ",
        h("strong", {}, came), reads.length ? h("small", {}, reads.join(words.between)) : "");
    }

    /* ---- other readings ---- */

    /** Return each doubt in which the part would come to something else, with what each reading pays and a way to take it. */
    doubts(answer, doubts) {
      const { words } = this;
      const taken = (doubt) => this.told.chosenOf(answer.at).some((change) => change.doubt === doubt);
      const differs = (base, other) => other.refused.length || !same(other.result, base.result);
      const differing = doubts.filter(({ doubt, base, others }) => taken(doubt) || others.some((other) => differs(base, other)));
      const alike = doubts.filter((each) => !differing.includes(each) && each.base.result.value !== null).length;
      if (!differing.length && !alike) return "";
      const content = [...differing.map((each) => this.doubt(answer, each)), alike ? h("p", { class: "polc-hint" }, words.same(alike)) : ""];
      return this.details(`${answer.id}/doubts`, differing.length ? words.doubts(differing.length) : words.agree, content);
    }

    doubt({ at }, { base, others }) {
      const { words } = this;
      const policy = this.policy(at).id;
      const { doubt, words: said, working } = others[0].change;
      const now = this.told.chosenOf(at).find((change) => change.doubt === doubt);
      const came = ({ result, missing, refused }) => {
        if (refused.length) return words.apart;
        return result.value === null ? words.depends(this.labels(at, missing).slice(0, SOME)) : figures.result(result, this.language);
      };
      const row = (change, reading, other) => {
        const take = () => {
          this.told.choose(policy, doubt, change);
          this.changed();
        };
        return h("li", {}, h("strong", {}, came(other)), " ", h("span", {}, reading), change ? "" : h("small", {}, words.working),
          h("button", { type: "button", "aria-pressed": now === (change ?? undefined) ? "true" : "false", "aria-label": `${words.take} ${reading}`, onclick: take }, words.take));
      };
      return h("div", { class: "polc-doubt" }, h("p", {}, words.doubt(doubt), said ? h("q", {}, said) : ""),
        h("ul", {}, row(null, working, base), others.map((other) => row(other.change, other.change.reading, other))));
    }
  }

  root.polc.results = { Results };
})(globalThis);
