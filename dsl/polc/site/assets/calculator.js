/* The calculator on a page: choose what you ask about, tell what is asked, read what you would get and why.
 *
 * It asks only for facts on which a chosen part still depends, keeps what was told in the address (so that a link restores
 * it), and sends nothing anywhere. Everything a policy says is put into the page as text.
 */
(function (root) {
  "use strict";
  const { calculate, figures } = root.polc;

  const WORDS = {
    zh: {
      find: "找奖补，或者找你有的数（例如：算力、营业收入）",
      chosen: "问的是",
      nothing: "上面先选一项奖补，或者选一个你知道的数。",
      facts: "需要知道",
      more: "还要知道",
      complete: "够了：选的各项都能判定。",
      results: "结果",
      missing: (n) => `不能判定：还差 ${n} 项`,
      steps: "怎么算的",
      presumed: "按这些算的",
      quotes: "依据的原文",
      clause: "看这一条",
      met: "符合",
      unmet: "不符合",
      unsettled: "还不知道",
      yes: "是",
      no: "否",
      clear: "清除",
      unit: "单位",
      add: (name) => `添加一个${name}`,
      none: (name) => `没有${name}`,
      item: (name, n) => `${name} ${n}`,
      remove: "删去",
      day: "算在哪一天",
      copy: "复制链接",
      copied: "链接已复制",
      reset: "重新开始",
      bad: "读不懂这个数；例如 200万元、30%、2026-06-01",
      draft: "征求意见稿",
      benefit: "奖补",
      group: "合并",
      requirement: "要求",
      nomatch: "没有找到；换个词试试。",
      limit: (n) => `另有 ${n} 项，再写几个字`,
      prevails: "仅供参考，以正式印发的文本和主管部门的认定为准。",
    },
    en: {
      find: "find a benefit, or a figure that you have",
      chosen: "you ask about",
      nothing: "choose a benefit above, or a figure that you know.",
      facts: "what must be known",
      more: "still needed",
      complete: "that is enough: everything chosen is decided.",
      results: "results",
      missing: (n) => `cannot be decided: ${n} more facts are needed`,
      steps: "how it is computed",
      presumed: "presumed",
      quotes: "the official sentences",
      clause: "to the clause",
      met: "holds",
      unmet: "does not hold",
      unsettled: "not known yet",
      yes: "yes",
      no: "no",
      clear: "clear",
      unit: "unit",
      add: (name) => `add one ${name}`,
      none: (name) => `no ${name}`,
      item: (name, n) => `${name} ${n}`,
      remove: "remove",
      day: "on which day",
      copy: "copy the link",
      copied: "the link is copied",
      reset: "start again",
      bad: "this is no such figure; write 200万元, 30% or 2026-06-01",
      draft: "draft",
      benefit: "benefit",
      group: "combined",
      requirement: "requirement",
      nomatch: "nothing found; try another word.",
      limit: (n) => `${n} more: write a few more letters`,
      prevails: "for orientation only: the official text and the authority's decision prevail.",
    },
  };
  const MANY = 12;
  const UNITS = { money: [["万元", 4], ["元", 0], ["亿元", 8]] };
  const MARKS = { rate: "%", year: "年", days: "日", duration: "个月" };

  /** Return an element; strings among its children become text, never markup. */
  function h(tag, properties, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (value === false || value === null || value === undefined) continue;
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (name === "value") made.value = value;
      else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.flat(Infinity).filter((each) => each !== null && each !== undefined && each !== ""));
    return made;
  }

  let serial = 0;
  const unique = (name) => `polc-${name}-${++serial}`;

  /* ---- what may be told, over all policies ------------------------------------------------------------------------ */

  /** Return the facts of all policies by id; the same name of the same kind is one fact. */
  function catalogue(bundles) {
    const facts = new Map();
    bundles.forEach((bundle, at) => {
      const count = new Map();
      const plain = (each) => [each.items ?? "", each.name, each.kind, each.unit ?? ""].join("|");
      for (const each of bundle.facts) count.set(plain(each), (count.get(plain(each)) ?? 0) + 1);
      for (const each of bundle.facts) {
        const shared = count.get(plain(each)) > 1 && each.subject;
        const id = shared ? `${plain(each)}|${each.subject}` : plain(each);
        const label = shared ? `${each.subject}·${each.name}` : each.name;
        if (!facts.has(id)) facts.set(id, { ...each, id, label, levels: [...(each.levels ?? [])], places: [] });
        const fact = facts.get(id);
        for (const level of each.levels ?? []) if (!fact.levels.includes(level)) fact.levels.push(level);
        fact.places.push({ at, key: each.key, items: each.items ?? "", levels: each.levels ?? null });
      }
    });
    return facts;
  }

  class Calculator {
    constructor(place, bundles) {
      this.place = place;
      this.bundles = bundles;
      this.language = place.dataset.language === "en" ? "en" : "zh";
      this.words = WORDS[this.language];
      this.facts = catalogue(bundles);
      this.byKey = bundles.map(() => new Map());
      for (const fact of this.facts.values()) {
        for (const { at, key, items } of fact.places) this.byKey[at].set(`${items}|${key}`, fact);
      }
      this.parts = bundles.flatMap((bundle, at) => bundle.parts.map((part) => ({ at, part, id: `${bundle.policy.id}/${part.name}` })));
      this.lists = [...new Set([...this.facts.values()].map((fact) => fact.items).filter(Boolean))];
      this.fields = new Map();
      this.opened = new Set();
      this.start();
      this.build();
      this.restore();
      this.update();
    }

    start() {
      this.chosen = new Set();
      this.wanted = new Set(); // facts that the reader asked to tell
      this.told = new Map(); // by id
      this.items = {}; // by list: maps by id
      const day = this.place.dataset.day;
      const now = new Date();
      this.day = day ? BigInt(day) : BigInt(calculate.dayOf(now.getFullYear(), now.getMonth(), now.getDate()));
    }

    /* ---- the page ------------------------------------------------------------------------------------------------- */

    build() {
      const { words } = this;
      const find = unique("find");
      const listed = unique("list");
      this.search = h("input", {
        id: find, type: "search", autocomplete: "off", "aria-controls": listed, placeholder: words.find,
        oninput: () => this.suggest(), onfocus: () => this.suggest(),
      });
      this.list = h("ul", { id: listed, class: "polc-suggestions" });
      this.chips = h("ul", { class: "polc-chips", "aria-label": words.chosen });
      this.form = h("form", { class: "polc-facts", onsubmit: (event) => event.preventDefault() });
      this.hint = h("p", { class: "polc-hint", role: "status" });
      this.results = h("div", { class: "polc-results", "aria-live": "polite" });
      const date = unique("day");
      const shown = () => {
        const { year, month, date: of } = calculate.dateOf(this.day);
        return `${String(year).padStart(4, "0")}-${String(month + 1).padStart(2, "0")}-${String(of).padStart(2, "0")}`;
      };
      this.date = h("input", {
        id: date, type: "date", value: shown(),
        onchange: (event) => {
          this.day = figures.day(event.target.value) ?? this.day;
          this.update();
        },
      });
      this.said = h("span", { role: "status" });
      const copy = h("button", { type: "button", onclick: () => this.copy() }, words.copy);
      const reset = h("button", { type: "button", onclick: () => this.reset() }, words.reset);
      this.place.replaceChildren(
        h("div", { class: "polc-ask" }, h("label", { for: find, class: "polc-hidden" }, words.find), this.search, this.list, this.chips),
        h("div", { class: "polc-columns" },
          h("section", { "aria-label": words.facts }, h("h2", {}, words.facts), this.hint, this.form,
            h("p", { class: "polc-day" }, h("label", { for: date }, words.day), this.date)),
          h("section", { "aria-label": words.results }, h("h2", {}, words.results), this.results,
            h("p", { class: "polc-tools" }, copy, reset, this.said), h("p", { class: "polc-hint" }, words.prevails))),
      );
      this.place.addEventListener("focusout", (event) => {
        if (!this.place.querySelector(".polc-ask").contains(event.relatedTarget)) this.list.replaceChildren();
      });
    }

    suggest() {
      const asked = this.search.value.normalize("NFKC").trim().toLowerCase();
      const words = asked.split(/\s+/).filter(Boolean);
      const fits = (text) => words.every((word) => text.toLowerCase().includes(word));
      const rank = (name) => (words.length && fits(name) ? 0 : 1);
      const parts = this.parts
        .filter(({ at, part }) => part.kind !== "group" || part.members.length)
        .filter(({ at, part }) => fits([part.name, part.clause, this.bundles[at].policy.name, ...part.quotes].join(" ")))
        .map((each) => ({ rank: rank(each.part.name), ...each }))
        .sort((a, b) => a.rank - b.rank);
      const facts = words.length ? [...this.facts.values()].filter((fact) => fits(fact.label) && !fact.items) : [];
      const rows = [
        ...parts.map((each) => this.row(each.part.name, this.under(each), () => this.chosen.add(each.id))),
        ...facts.map((fact) => this.row(fact.label, this.words.facts, () => this.wanted.add(fact.id))),
      ];
      if (!rows.length) rows.push(h("li", { class: "polc-hint" }, this.words.nomatch));
      const more = rows.length - MANY;
      this.list.replaceChildren(
        ...rows.slice(0, MANY),
        ...(more > 0 ? [h("li", { class: "polc-hint" }, this.words.limit(more))] : []),
      );
    }

    under({ at, part }) {
      const { policy } = this.bundles[at];
      const city = this.bundles.length > 1 ? policy.name : "";
      return [city, part.clause, this.words[part.kind], policy.draft ? this.words.draft : ""].filter(Boolean).join(" · ");
    }

    row(title, under, take) {
      const choose = () => {
        take();
        this.search.value = "";
        this.list.replaceChildren();
        this.update();
        this.search.focus({ preventScroll: true });
        this.list.replaceChildren();
      };
      return h("li", {}, h("button", { type: "button", onclick: choose }, h("strong", {}, title), h("small", {}, under)));
    }

    /* ---- what was told ---------------------------------------------------------------------------------------------- */

    toldTo(at) {
      const found = {};
      const put = (into, fact, value) => {
        for (const place of fact.places) {
          if (place.at === at && (typeof value !== "string" || !place.levels || place.levels.includes(value))) into[place.key] = value;
        }
      };
      for (const [id, value] of this.told) put(found, this.facts.get(id), value);
      for (const [list, records] of Object.entries(this.items)) {
        if (!this.bundles[at].program.inputs.some((input) => input.name === list)) continue;
        found[list] = records.map((record) => {
          const own = {};
          for (const [id, value] of record) put(own, this.facts.get(id), value);
          return own;
        });
      }
      return found;
    }

    answers() {
      const found = [];
      this.bundles.forEach((bundle, at) => {
        const told = this.toldTo(at);
        for (const { part, id } of this.parts.filter((each) => each.at === at)) {
          if (this.chosen.size && !this.chosen.has(id)) continue;
          const answer = calculate.answer(bundle, part, told, this.day);
          if (this.chosen.size || answer.asked) found.push({ at, id, ...answer });
        }
      });
      return found;
    }

    /** Return which facts to ask for: of the payee by id, of items by list, place and id. */
    wantedNow(answers) {
      const asked = new Map();
      const ask = (place, id) => {
        const key = place ? `${place}|${id}` : id;
        asked.set(key, { place, id, times: (asked.get(key)?.times ?? 0) + 1 });
      };
      const lists = new Set();
      for (const { at, missing } of this.chosen.size ? answers : []) {
        for (const name of missing) {
          const within = /^(.+?)\[(\d+)\]\.(.+)$/.exec(name);
          if (within) {
            const fact = this.byKey[at].get(`${within[1]}|${within[3]}`) ?? this.byKey[at].get(`|${within[3]}`);
            if (fact) ask(fact.items ? `${within[1]}[${within[2]}]` : "", fact.id);
          } else if (this.lists.includes(name)) {
            lists.add(name);
          } else {
            const fact = this.byKey[at].get(`|${name}`);
            if (fact) ask("", fact.id);
          }
        }
      }
      return { asked: [...asked.values()].sort((a, b) => b.times - a.times), lists };
    }

    /* ---- drawing ---------------------------------------------------------------------------------------------------- */

    update() {
      const answers = this.answers();
      const wanted = this.wantedNow(answers);
      this.drawChips();
      this.drawFacts(wanted);
      this.drawResults(answers);
      const asking = wanted.asked.length + wanted.lists.size;
      const idle = !this.chosen.size && !this.wanted.size && !this.told.size;
      this.hint.textContent = idle ? this.words.nothing : this.chosen.size && !asking ? this.words.complete : "";
      this.save();
    }

    drawChips() {
      this.chips.replaceChildren(
        ...this.parts
          .filter(({ id }) => this.chosen.has(id))
          .map((each) => {
            const drop = () => {
              this.chosen.delete(each.id);
              this.update();
            };
            const city = this.bundles.length > 1 ? `${this.bundles[each.at].policy.id} ` : "";
            const label = `${this.words.remove} ${each.part.name}`;
            return h("li", {}, `${city}${each.part.name} `, h("button", { type: "button", "aria-label": label, onclick: drop }, "×"));
          }),
      );
    }

    /** Put the fields in order: those told and asked for; keep the one that is being written in. */
    drawFacts({ asked, lists }) {
      const rows = [];
      const show = (place, id) => rows.push(this.field(place, id));
      const plain = new Set([...this.told.keys(), ...this.wanted, ...asked.filter((each) => !each.place).map((each) => each.id)]);
      for (const id of plain) show("", id);
      for (const list of this.lists) {
        const records = this.items[list];
        if (!records && !lists.has(list)) continue;
        rows.push(this.listHead(list));
        (records ?? []).forEach((record, place) => {
          const at = `${list}[${place + 1}]`;
          const ids = new Set([...record.keys(), ...asked.filter((each) => each.place === at).map((each) => each.id)]);
          const drop = () => {
            records.splice(place, 1);
            for (const key of [...this.fields.keys()]) if (key.startsWith(`${list}[`)) this.fields.delete(key);
            this.update();
          };
          const name = this.words.item(list, place + 1);
          const legend = h("legend", {}, name, " ", h("button", { type: "button", "aria-label": `${this.words.remove} ${name}`, onclick: drop }, "×"));
          rows.push(h("fieldset", {}, legend, ...[...ids].map((id) => this.field(at, id))));
        });
      }
      const active = document.activeElement;
      const inside = this.form.contains(active) ? active : null;
      const from = inside && [inside.selectionStart, inside.selectionEnd];
      this.form.replaceChildren(...rows);
      if (inside && inside.isConnected && inside !== document.activeElement) {
        inside.focus({ preventScroll: true });
        if (from && from[0] !== null && inside.type === "text") inside.setSelectionRange(...from);
      }
    }

    listHead(list) {
      const add = () => {
        this.items[list] = [...(this.items[list] ?? []), new Map()];
        this.update();
      };
      const none = () => {
        this.items[list] = [];
        this.update();
      };
      const known = this.items[list];
      return h("p", { class: "polc-list" }, h("strong", {}, list), " ",
        h("button", { type: "button", onclick: add }, this.words.add(list)), " ",
        h("button", { type: "button", "aria-pressed": known && !known.length ? "true" : "false", onclick: none }, this.words.none(list)));
    }

    /** Return the field of a fact, made once. */
    field(place, id) {
      const key = `${place}|${id}`;
      if (!this.fields.has(key)) this.fields.set(key, this.makeField(place, this.facts.get(id)));
      return this.fields.get(key);
    }

    tell(place, id, value) {
      const at = /^(.+)\[(\d+)\]$/.exec(place);
      const into = at ? this.items[at[1]][Number(at[2]) - 1] : this.told;
      if (value === null || value === undefined) into.delete(id);
      else into.set(id, value);
      this.update();
    }

    valueOf(place, id) {
      const at = /^(.+)\[(\d+)\]$/.exec(place);
      return (at ? this.items[at[1]]?.[Number(at[2]) - 1] : this.told)?.get(id);
    }

    makeField(place, fact) {
      const name = unique("fact");
      const now = this.valueOf(place, fact.id);
      const set = (value) => this.tell(place, fact.id, value);
      if (fact.kind === "truth") {
        const choice = (value, label) => {
          const own = unique("truth");
          const input = h("input", { type: "radio", id: own, name, onchange: () => set(value) });
          input.checked = now === value;
          return [input, h("label", { for: own }, label)];
        };
        const wipe = (event) => {
          for (const input of event.target.closest("fieldset").querySelectorAll("input")) input.checked = false;
          set(null);
        };
        return h("fieldset", { class: "polc-fact polc-truth" }, h("legend", {}, fact.label), choice(true, this.words.yes), choice(false, this.words.no),
          h("button", { type: "button", class: "polc-clear", "aria-label": `${this.words.clear} ${fact.label}`, onclick: wipe }, this.words.clear));
      }
      const label = h("label", { for: name }, fact.label);
      if (fact.kind === "level") {
        const empty = h("option", { value: "" }, "—");
        const select = h("select", { id: name, onchange: (event) => set(event.target.value || null) }, empty, ...fact.levels.map((level) => h("option", { value: level }, level)));
        select.value = now ?? "";
        return h("div", { class: "polc-fact" }, label, select);
      }
      return this.figureField(fact, name, label, now, set);
    }

    figureField(fact, name, label, now, set) {
      const scales = UNITS[fact.kind];
      const unit = scales && h("select", { "aria-label": `${this.words.unit} ${fact.label}` }, ...scales.map(([word, scale]) => h("option", { value: scale }, word)));
      const mark = scales ? unit : h("span", { class: "polc-unit" }, MARKS[fact.kind] ?? fact.unit ?? "");
      const problem = h("small", { class: "polc-problem", role: "alert" });
      const input = h("input", { id: name, type: fact.kind === "date" ? "date" : "text", inputmode: fact.kind === "date" ? null : "decimal", autocomplete: "off" });
      if (now !== undefined) {
        if (fact.kind === "date") input.value = figures.fact(now, "date", "", "en");
        else if (fact.kind === "money") input.value = plainIn(now, 1000000n);
        else input.value = plain(now, fact.kind);
      }
      const read = () => {
        const text = input.value.trim();
        const value = text === "" ? null : fact.kind === "date" ? figures.day(text) : figures.figure(text, fact.kind, unit ? Number(unit.value) : 0);
        const wrong = text !== "" && value === null;
        problem.textContent = wrong ? this.words.bad : "";
        input.toggleAttribute("aria-invalid", wrong);
        set(value);
      };
      input.addEventListener("input", read);
      unit?.addEventListener("change", read);
      return h("div", { class: "polc-fact" }, label, h("span", { class: "polc-input" }, input, mark), problem);
    }

    drawResults(answers) {
      for (const details of this.results.querySelectorAll("details")) {
        if (details.open) this.opened.add(details.dataset.id);
        else this.opened.delete(details.dataset.id);
      }
      this.results.replaceChildren(...answers.map((answer) => this.result(answer)));
    }

    result(answer) {
      const { words, language } = this;
      const { part, result, at } = answer;
      const decided = result.value !== null;
      const text = decided ? figures.result(result, language) : words.missing(answer.missing.length);
      const nothing = decided && result.value.high && !result.value.high.n && !result.value.open;
      const kind = !decided ? "polc-undecided" : nothing || result.value === false ? "polc-nothing" : "polc-something";
      const city = this.bundles.length > 1 ? `${this.bundles[at].policy.name} · ` : "";
      const page = part.page && h("a", { href: this.href(part.page) }, words.clause);
      return h("article", { class: `polc-result ${kind}` },
        h("h3", {}, part.name),
        h("p", { class: "polc-under" }, `${city}${part.clause} `, page),
        h("p", { class: "polc-award" }, text),
        this.details(`${answer.id}/steps`, words.steps, this.steps(answer)),
        this.details(`${answer.id}/quotes`, words.quotes, part.quotes.map((quote) => h("blockquote", {}, h("p", {}, quote)))),
        answer.presumed.length ? this.details(`${answer.id}/presumed`, words.presumed, [h("ul", {}, answer.presumed.map((why) => h("li", {}, why[language])))]) : "",
      );
    }

    details(id, title, content) {
      if (!content.length) return "";
      return h("details", { "data-id": id, open: this.opened.has(id) }, h("summary", {}, title), ...content);
    }

    steps(answer) {
      const rows = answer.part.lines.flatMap((line) => {
        const found = answer.results.get(line.step);
        const every = Array.isArray(found) ? found : found ? [found] : [];
        return every
          .filter((one) => one.applies !== false || (line.truth && !/^(分档|tier)$/.test(line.stage[this.language])))
          .map((one, place) => this.step(answer, line, one, every.length > 1 ? place + 1 : 0));
      });
      return rows.length ? [h("ol", { class: "polc-steps" }, rows)] : [];
    }

    step(answer, line, one, item) {
      const { words, language } = this;
      const truth = typeof one.value === "boolean" || (line.truth && one.value === null);
      const came = truth && one.value === null ? words.unsettled : figures.result(one, language);
      const reads = line.reads.flatMap((key) => {
        const fact = this.byKey[answer.at].get(`${answer.part.items}|${key}`) ?? this.byKey[answer.at].get(`|${key}`);
        const records = answer.facts[answer.part.items];
        const value = answer.facts[key] ?? (Array.isArray(records) ? records[Math.max(0, item - 1)]?.[key] : undefined);
        return fact && value !== undefined ? [`${fact.label} = ${figures.fact(value, fact.kind, fact.unit, language)}`] : [];
      });
      const kind = one.value === false ? "polc-unmet" : one.value === null ? "polc-unsettled" : "polc-met";
      const which = item ? `${answer.part.items} ${item} · ` : "";
      return h("li", { class: kind },
        h("span", { class: "polc-stage" }, `${which}${line.stage[language]}`), " ", h("span", {}, line.text), " ",
        h("strong", {}, came), reads.length ? h("small", {}, reads.join("，")) : "");
    }

    href(path) {
      const [file, anchor] = path.split("#");
      const page = this.place.dataset.pretty === "true" ? file.replace(/(?:index)?\.md$/, "").replace(/([^/])$/, "$1/") : file.replace(/\.md$/, ".html");
      return `${this.place.dataset.root}${page.split("/").map(encodeURIComponent).join("/")}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`;
    }

    /* ---- the address ------------------------------------------------------------------------------------------------ */

    state() {
      const written = (map) => Object.fromEntries([...map].map(([id, value]) => [id, typeof value === "bigint" ? `#${value}` : value]));
      return {
        ask: [...this.chosen],
        ...(this.wanted.size ? { want: [...this.wanted] } : {}),
        told: written(this.told),
        ...(Object.keys(this.items).length ? { items: Object.fromEntries(Object.entries(this.items).map(([list, all]) => [list, all.map(written)])) } : {}),
        day: String(this.day),
      };
    }

    save() {
      const empty = !this.chosen.size && !this.wanted.size && !this.told.size && !Object.keys(this.items).length;
      const hash = empty ? "" : `#polc=${encodeURIComponent(JSON.stringify(this.state()))}`;
      try {
        history.replaceState(history.state, "", hash || location.pathname + location.search);
      } catch {
        /* an address that may not be written is no reason to stop */
      }
    }

    restore() {
      const told = /^#polc=(.*)$/.exec(location.hash);
      if (!told) return;
      try {
        const state = JSON.parse(decodeURIComponent(told[1]));
        const read = (all) => new Map(Object.entries(all ?? {}).filter(([id]) => this.facts.has(id)).map(([id, value]) => [id, valid(this.facts.get(id), value)]).filter(([, value]) => value !== null));
        const ids = new Set(this.parts.map(({ id }) => id));
        this.chosen = new Set((state.ask ?? []).filter((id) => ids.has(id)));
        this.wanted = new Set((state.want ?? []).filter((id) => this.facts.has(id)));
        this.told = read(state.told);
        for (const list of this.lists) {
          if (Array.isArray(state.items?.[list])) this.items[list] = state.items[list].map(read);
        }
        if (/^\d{1,7}$/.test(state.day) && !this.place.dataset.day) {
          this.day = BigInt(state.day);
          this.date.value = figures.fact(this.day, "date", "", "en");
        }
      } catch {
        /* a link that was cut off restores nothing */
      }
    }

    async copy() {
      try {
        await navigator.clipboard.writeText(location.href);
        this.said.textContent = this.words.copied;
      } catch {
        prompt(this.words.copy, location.href);
      }
    }

    reset() {
      this.start();
      this.fields.clear();
      this.update();
    }
  }

  function valid(fact, value) {
    if (typeof value === "boolean") return fact.kind === "truth" ? value : null;
    if (typeof value !== "string") return null;
    if (/^#\d{1,16}$/.test(value)) return fact.kind === "truth" || fact.kind === "level" ? null : BigInt(value.slice(1));
    return fact.kind === "level" && fact.levels.includes(value) ? value : null;
  }

  const plainIn = (value, unit) => figures.decimal(root.polc.core.ratio(value, unit))[0];
  const plain = (value, kind) => (kind === "rate" ? plainIn(value, 100n) : kind === "number" ? plainIn(value, 10000n) : String(value));

  function begin() {
    const bundles = root.polc.bundles ?? [];
    for (const place of document.querySelectorAll(".polc-calculator:not([data-ready])")) {
      place.dataset.ready = "true";
      const ids = place.dataset.policies ? place.dataset.policies.split(" ") : null;
      new Calculator(place, bundles.filter((bundle) => !ids || ids.includes(bundle.policy.id)));
    }
  }

  root.polc.begin = begin;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})(globalThis);
