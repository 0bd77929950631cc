/* The calculator on a page: choose what you ask about, tell what is asked, read what you would get and why.
 *
 * It asks only for facts on which a chosen part still depends, keeps what was told in the address (so that a link restores
 * it), and sends nothing anywhere. Everything a policy says is put into the page as text.
 */
(function (root) {
  "use strict";
  const { address, calculate, figures } = root.polc;
  const { h, unique } = root.polc.page;

  const MANY = 12;

  class Calculator {
    constructor(place, bundles) {
      this.place = place;
      this.bundles = bundles;
      const language = place.dataset.language === "en" ? "en" : "zh";
      this.words = root.polc.words[language];
      this.told = new root.polc.told.Told(bundles, language);
      const update = () => this.update();
      this.fields = new root.polc.fields.Fields(this.told, this.words, update);
      this.results = new root.polc.results.Results(this.told, this.words, language, (path) => this.href(path), place.dataset.compare, update);
      this.told.start(this.today());
      const left = address.restore(this.told, location.hash);
      this.build();
      this.report(left);
      this.update();
      // a link into the page on which we are already
      root.addEventListener("hashchange", () => this.again());
    }

    today() {
      const now = new Date();
      return BigInt(this.place.dataset.day ?? calculate.dayOf(now.getFullYear(), now.getMonth(), now.getDate()));
    }

    /** Take up what the address says, if that is not what we wrote there. */
    again() {
      if (location.hash === this.saved) return;
      this.told.start(this.today());
      this.report(address.restore(this.told, location.hash));
      this.fields.clear();
      this.update();
    }

    /** Say what of a link could not be taken up. */
    report({ broken, lost }) {
      const { words } = this;
      const names = lost.slice(0, 3);
      this.notice.textContent = broken ? words.broken : names.length ? words.lost(names, lost.length - names.length) : "";
    }

    build() {
      const { words } = this;
      const [find, listed, date] = [unique("find"), unique("list"), unique("day")];
      this.search = h("input", {
        id: find, type: "search", autocomplete: "off", placeholder: words.find,
        oninput: () => this.suggest(), onfocus: () => this.suggest(),
      });
      this.list = h("ul", { id: listed, class: "polc-suggestions", "aria-label": words.find });
      this.chips = h("ul", { class: "polc-chips", "aria-label": words.chosen });
      this.hint = h("p", { class: "polc-hint", role: "status" });
      this.date = h("input", {
        id: date, type: "date",
        onchange: (event) => {
          this.told.day = figures.day(event.target.value) ?? this.told.day;
          this.update();
        },
      });
      this.said = h("span", { role: "status" });
      this.notice = h("p", { class: "polc-left-out", role: "status" });
      const copy = h("button", { type: "button", onclick: () => this.copy() }, words.copy);
      const reset = h("button", { type: "button", onclick: () => this.reset() }, words.reset);
      this.place.replaceChildren(
        this.notice,
        h("div", { class: "polc-ask" }, h("label", { for: find, class: "polc-hidden" }, words.find), this.search, this.list, this.chips),
        h("div", { class: "polc-columns" },
          h("section", { "aria-label": words.facts }, h("h2", {}, words.facts), this.hint, this.fields.form,
            h("p", { class: "polc-day" }, h("label", { for: date }, words.day), " ", this.date)),
          h("section", { "aria-label": words.results }, h("h2", {}, words.results), this.results.place,
            h("p", { class: "polc-tools" }, copy, reset, this.said), h("p", { class: "polc-hint" }, words.prevails))),
      );
      this.place.addEventListener("focusout", (event) => {
        if (!this.place.querySelector(".polc-ask").contains(event.relatedTarget)) this.list.replaceChildren();
      });
      this.place.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.list.replaceChildren();
      });
      this.place.querySelector(".polc-ask").addEventListener("keydown", (event) => this.walk(event));
    }

    /* ---- what is asked about ---- */

    suggest() {
      const asked = this.search.value.normalize("NFKC").trim().toLowerCase();
      const words = asked.split(/\s+/).filter(Boolean);
      const fits = (text) => words.every((word) => text.toLowerCase().includes(word));
      const rank = (name) => (words.length && fits(name) ? 0 : 1);
      const parts = this.told.parts
        .filter(({ part }) => part.kind !== "group" || part.members.length)
        .filter(({ at, part }) => fits([part.name, part.clause, this.bundles[at].policy.name, ...part.quotes].join(" ")))
        .map((each) => ({ rank: rank(each.part.name), ...each }))
        .sort((a, b) => a.rank - b.rank);
      const known = [...this.told.facts.values()];
      const facts = words.length ? known.filter((fact) => fits(fact.label) && !fact.items && !fact.presumed) : [];
      const rows = [
        ...parts.map((each) => this.row(each.part.name, this.under(each), () => this.told.chosen.add(each.id))),
        ...facts.map((fact) => this.row(fact.label, this.words.facts, () => this.told.wanted.add(fact.id))),
      ];
      if (!rows.length) rows.push(h("li", { class: "polc-hint" }, this.words.nomatch));
      const more = rows.length - MANY;
      const named = parts.filter((each) => !each.rank && each.part.kind === "benefit");
      const all = () => named.forEach((each) => this.told.chosen.add(each.id));
      if (words.length && named.length > 1 && named.length <= MANY) rows.unshift(this.row(this.words.all(named.length), "", all));
      this.list.replaceChildren(...rows.slice(0, MANY), ...(more > 0 ? [h("li", { class: "polc-hint" }, this.words.limit(more))] : []));
    }

    /** Take the first of what was found with Enter, and walk through it with the arrows. */
    walk(event) {
      const rows = [...this.list.querySelectorAll("button")];
      const at = rows.indexOf(document.activeElement);
      const steps = { ArrowDown: 1, ArrowUp: -1 };
      if (event.isComposing || !rows.length || (at < 0 && document.activeElement !== this.search)) return;
      if (event.key === "Enter" && at < 0) {
        event.preventDefault();
        if (this.search.value.trim()) rows[0].click();
      } else if (event.key in steps) {
        event.preventDefault();
        (rows[Math.min(at + steps[event.key], rows.length - 1)] ?? this.search).focus();
      }
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
        this.update();
        this.search.focus({ preventScroll: true });
        this.list.replaceChildren();
      };
      return h("li", {}, h("button", { type: "button", onclick: choose }, h("strong", {}, title), h("small", {}, under)));
    }

    drawChips() {
      const chosen = this.told.parts.filter(({ id }) => this.told.chosen.has(id));
      const chip = (each) => {
        const drop = () => {
          this.told.chosen.delete(each.id);
          this.update();
        };
        const city = this.bundles.length > 1 ? h("small", {}, this.bundles[each.at].policy.name) : "";
        const label = `${this.words.remove} ${each.part.name}`;
        return h("li", {}, h("span", {}, each.part.name, " ", city), h("button", { type: "button", "aria-label": label, onclick: drop }, "×"));
      };
      this.chips.replaceChildren(...chosen.map(chip), ...this.bundles.flatMap((_, at) => this.told.chosenOf(at).map((change) => this.reading(at, change))));
    }

    /** Return the chip of another reading that was taken. */
    reading(at, { doubt, reading }) {
      const drop = () => {
        this.told.choose(this.bundles[at].policy.id, doubt, null);
        this.update();
      };
      const said = this.words.read(doubt, reading);
      return h("li", { class: "polc-read-so" }, h("span", {}, said), h("button", { type: "button", "aria-label": `${this.words.remove} ${said}`, onclick: drop }, "×"));
    }

    /* ---- the whole page ---- */

    update() {
      const { told, words } = this;
      const answers = told.answers();
      const wanted = told.wantedNow(answers);
      this.drawChips();
      this.fields.draw(wanted);
      this.results.draw(answers);
      this.date.value = figures.fact(told.day, "date", "", "en");
      const asking = wanted.asked.length + wanted.lists.size;
      const idle = !told.chosen.size && !told.wanted.size && !told.told.size;
      const refused = answers.some((answer) => answer.refused.length); // nothing more is asked for, and yet nothing is decided
      this.hint.textContent = idle ? words.nothing : told.chosen.size && !asking && !refused ? words.complete : "";
      this.save();
    }

    save() {
      const hash = address.written(this.told);
      try {
        history.replaceState(history.state, "", hash || location.pathname + location.search);
      } catch {
        /* an address that may not be written is no reason to stop */
      }
      this.saved = location.hash;
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
      this.told.start(this.today());
      this.fields.clear();
      this.said.textContent = "";
      this.notice.textContent = "";
      this.update();
    }

    /** Return the address of a page of the site. */
    href(path) {
      const [file, anchor] = path.split("#");
      const { pretty, root: top } = this.place.dataset;
      const page = pretty === "true" ? file.replace(/(?:index)?\.md$/, "").replace(/([^/])$/, "$1/") : file.replace(/\.md$/, ".html");
      return `${top}${page.split("/").map(encodeURIComponent).join("/")}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`;
    }
  }

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
