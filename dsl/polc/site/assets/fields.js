/* The form: a field for each fact that is told or asked for, made once, so that what is being written stays. */
(function (root) {
  "use strict";
  const { core, figures, typed } = root.polc;
  const { h, unique } = root.polc.page;

  const UNITS = { money: [["万元", 4], ["元", 0], ["亿元", 8]] };
  const MARKS = { rate: "%", year: "年", days: "日", duration: "个月" };

  class Fields {
    /** `changed` is called when something was told. */
    constructor(told, words, changed) {
      this.told = told;
      this.words = words;
      this.changed = changed;
      this.made = new Map();
      this.form = h("form", { class: "polc-facts", onsubmit: (event) => event.preventDefault() });
    }

    clear() {
      this.made.clear();
    }

    /** Put the fields in order: those told and asked for, then what may be left out; keep the one that is written in. */
    draw({ asked, optional, lists }) {
      const { told } = this;
      const may = (id) => told.facts.get(id).presumed;
      const at = (all, place) => all.filter((each) => each.place === place).map((each) => each.id);
      const here = [...told.told.keys()];
      const rows = [...new Set([...here.filter((id) => !may(id)), ...told.wanted, ...at(asked, "")])].map((id) => this.field("", id));
      for (const list of told.lists) {
        if (told.items[list] || lists.has(list)) rows.push(this.head(list), ...this.records(list, (place) => [...at(asked, place), ...at(optional, place)]));
      }
      rows.push(this.optional("", [...here.filter(may), ...at(optional, "")]));
      this.replace(rows.filter(Boolean));
    }

    /** Return the fields that may be left out, apart from the others; "" where there are none. */
    optional(place, ids) {
      const fields = [...new Set(ids)].map((id) => this.field(place, id));
      return fields.length ? h("fieldset", { class: "polc-optional" }, h("legend", {}, this.words.optional), fields) : "";
    }

    replace(rows) {
      const active = document.activeElement;
      const inside = this.form.contains(active) ? active : null;
      const from = inside && [inside.selectionStart, inside.selectionEnd];
      this.form.replaceChildren(...rows);
      if (inside && inside.isConnected && inside !== document.activeElement) {
        inside.focus({ preventScroll: true });
        if (from && from[0] !== null && inside.type === "text") inside.setSelectionRange(...from);
      }
    }

    records(list, asked) {
      const { told, words } = this;
      return (told.items[list] ?? []).map((record, number) => {
        const place = `${list}[${number + 1}]`;
        const drop = () => {
          told.items[list].splice(number, 1);
          for (const key of [...this.made.keys()]) if (key.startsWith(`${list}[`)) this.made.delete(key);
          this.changed();
        };
        const name = words.item(list, number + 1);
        const button = h("button", { type: "button", "aria-label": `${words.remove} ${name}`, onclick: drop }, "×");
        const ids = [...new Set([...record.keys(), ...asked(place)])];
        const may = (id) => told.facts.get(id).presumed;
        const must = ids.filter((id) => !may(id)).map((id) => this.field(place, id));
        return h("fieldset", {}, h("legend", {}, name, " ", button), must, this.optional(place, ids.filter(may)));
      });
    }

    head(list) {
      const { told, words } = this;
      const put = (records) => () => {
        told.items[list] = records();
        this.changed();
      };
      const known = told.items[list];
      return h("p", { class: "polc-list" }, h("strong", {}, list), " ",
        h("button", { type: "button", onclick: put(() => [...(told.items[list] ?? []), new Map()]) }, words.add(list)), " ",
        h("button", { type: "button", "aria-pressed": known && !known.length ? "true" : "false", onclick: put(() => []) }, words.none(list)));
    }

    field(place, id) {
      const key = `${place}|${id}`;
      if (!this.made.has(key)) this.made.set(key, this.make(place, this.told.facts.get(id)));
      return this.made.get(key);
    }

    make(place, fact) {
      const name = unique("fact");
      const now = this.told.valueOf(place, fact.id);
      const set = (value) => {
        this.told.tell(place, fact.id, value);
        this.changed();
      };
      if (fact.kind === "truth") return this.truth(fact, name, now, set);
      const label = h("label", { for: name }, fact.label);
      if (fact.kind === "level") {
        const levels = fact.levels.map((level) => h("option", { value: level }, level));
        const select = h("select", { id: name, onchange: (event) => set(event.target.value || null) }, h("option", { value: "" }, "—"), levels);
        select.value = now ?? "";
        return h("div", { class: "polc-fact" }, label, select);
      }
      return this.figure(fact, name, label, now, set);
    }

    truth(fact, name, now, set) {
      const { words } = this;
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
      return h("fieldset", { class: "polc-fact polc-truth" }, h("legend", {}, fact.label), choice(true, words.yes), choice(false, words.no),
        h("button", { type: "button", class: "polc-clear", "aria-label": `${words.clear} ${fact.label}`, onclick: wipe }, words.clear));
    }

    figure(fact, name, label, now, set) {
      const scales = UNITS[fact.kind];
      const unit = scales && h("select", { "aria-label": `${this.words.unit} ${fact.label}` }, scales.map(([word, scale]) => h("option", { value: scale }, word)));
      const mark = scales ? unit : h("span", { class: "polc-unit" }, MARKS[fact.kind] ?? fact.unit ?? "");
      const [said, echoed] = [unique("problem"), unique("read")];
      const problem = h("small", { id: said, class: "polc-problem", role: "alert" });
      const echo = h("small", { id: echoed, class: "polc-read" });
      const dated = fact.kind === "date";
      const input = h("input", {
        id: name, type: dated ? "date" : "text", inputmode: dated ? null : "decimal", autocomplete: "off",
        max: dated ? "9999-12-31" : null, "aria-describedby": `${said} ${echoed}`,
      });
      if (now !== undefined) input.value = dated ? figures.fact(now, "date", "", "en") : plain(now, fact.kind);
      const read = () => {
        const text = input.value.trim();
        const found = text === "" ? { value: null } : dated ? dayIn(text) : typed.figure(text, fact.kind, fact.unit, unit ? Number(unit.value) : 0);
        // a day is written piece by piece: it is wrong only when one has left it
        const half = text === "" && input.validity.badInput && document.activeElement !== input;
        const wrong = half ? { problem: "day" } : found.problem ? found : null;
        problem.textContent = wrong ? this.words.wrong(wrong, fact) : "";
        input.setAttribute("aria-invalid", String(Boolean(wrong)));
        const value = found.value ?? null;
        echo.textContent = value !== null && !dated && isWorthSaying(text, value, fact.kind) ? this.words.read_as(figures.fact(value, fact.kind, fact.unit, this.told.language)) : "";
        set(value);
      };
      input.addEventListener("input", read);
      if (dated) input.addEventListener("blur", () => input.validity.badInput && read());
      unit?.addEventListener("change", read);
      return h("div", { class: "polc-fact" }, label, h("span", { class: "polc-input" }, input, mark), problem, echo);
    }
  }

  function dayIn(text) {
    const value = figures.day(text);
    return value === null ? { problem: "day" } : { value };
  }

  const MUCH = 10000000000n; // 1亿元 in 分: a figure that is easily written in a wrong unit

  /** Return whether it helps to say as what a figure was read: it has a unit of its own, or is large. */
  const isWorthSaying = (text, value, kind) => /[^\d.,\s]/.test(text.normalize("NFKC")) || (kind === "money" && value >= MUCH);

  const GRAINS = { money: 1000000n, rate: 100n, number: 10000n };

  /** Return a value as it stands in its field: money in 万元. */
  const plain = (value, kind) => (GRAINS[kind] ? figures.decimal(core.ratio(value, GRAINS[kind]))[0] : String(value));

  root.polc.fields = { Fields };
})(globalThis);
