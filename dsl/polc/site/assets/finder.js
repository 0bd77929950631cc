/* Narrows the list of benefits as one writes. Any part of a word is found, as Chinese wants it; nothing leaves the page. */
(function () {
  "use strict";
  const EPOCH = 719163; // 1970-01-01 as the day that 1 January of the year 1 is the first of
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

    function fits({ card, text, topics }) {
      const { policy, most, start, end } = card.dataset;
      if (!plain(find.value).split(/\s+/).every((word) => text.includes(word))) return false;
      if (where.value && policy !== where.value) return false;
      if (about.value && !topics.includes(about.value)) return false;
      if (least.value && most && BigInt(most) < BigInt(Math.ceil(Number(least.value) * 1000000))) return false;
      if (day.valueAsNumber) {
        const on = Math.round(day.valueAsNumber / 86400000) + EPOCH;
        if ((start && on < Number(start)) || (end && on > Number(end))) return false;
      }
      return true;
    }

    function narrow() {
      let found = 0;
      for (const each of cards) {
        each.card.hidden = !fits(each);
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
