/* Narrows the list of benefits as one writes. Any part of a word is found, as Chinese wants it; nothing leaves the page. */
(function () {
  "use strict";
  const EPOCH = 719163; // 1970-01-01 as the day that 1 January of the year 1 is the first of
  const { typed } = globalThis.polc;
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  function begin(place) {
    const form = place.querySelector("form");
    const status = place.querySelector("[role=status]");
    const cards = [...place.querySelectorAll(".polc-cards > li")].map((card) => ({
      card,
      text: plain(`${card.textContent} ${card.dataset.text}`),
      topics: card.dataset.topics.split(" "),
    }));
    const field = (name) => form.querySelector(`#polc-${name}`);
    const [find, where, about, least, day] = ["find", "where", "about", "least", "day"].map(field);

    const problem = form.querySelector("#polc-least-problem");

    /** Return the least that is asked for, in 分; null where nothing is, or nothing that can be read, which is said. */
    function asked() {
      const found = least.value.trim() ? typed.figure(least.value, "money", "", 4) : {};
      problem.textContent = found.problem ? problem.dataset.wrong : "";
      least.setAttribute("aria-invalid", String(Boolean(found.problem)));
      return found.value ?? null;
    }

    function fits({ card, text, topics }, amount) {
      const { policy, most, start, end } = card.dataset;
      if (!plain(find.value).split(/\s+/).every((word) => text.includes(word))) return false;
      if (where.value && policy !== where.value) return false;
      if (about.value && !topics.includes(about.value)) return false;
      if (amount !== null && most && BigInt(most) < amount) return false;
      if (day.valueAsNumber) {
        const on = Math.round(day.valueAsNumber / 86400000) + EPOCH;
        if ((start && on < Number(start)) || (end && on > Number(end))) return false;
      }
      return true;
    }

    function narrow() {
      let found = 0;
      const amount = asked();
      for (const each of cards) {
        each.card.hidden = !fits(each, amount);
        if (!each.card.hidden) found += 1;
      }
      status.textContent = found ? status.dataset.found.replace("{n}", String(found)) : status.dataset.none;
    }

    form.hidden = false;
    form.addEventListener("input", narrow);
    form.addEventListener("submit", (event) => event.preventDefault());
    narrow();
  }

  const all = () => document.querySelectorAll(".polc-finder").forEach(begin);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", all);
  else all();
})();
