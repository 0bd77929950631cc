/* Puts the mark of today where the reader's clock says, and marks what has ended by it. Without scripts the mark stands
   where the site was made. */
(function () {
  "use strict";
  const now = new Date();
  const day = Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000) + 719163;
  for (const mark of document.querySelectorAll(".polc-today")) {
    const { near, far, left, width } = mark.dataset;
    const share = (day - Number(near)) / (Number(far) - Number(near));
    const at = Number(left) + Number(width) * Math.min(1, Math.max(0, share));
    mark.setAttribute("transform", `translate(${at.toFixed(1)} 0)`);
  }
  for (const each of document.querySelectorAll("[data-until]")) {
    if (day <= Number(each.dataset.until)) continue;
    const tag = document.createElement("span");
    tag.className = "polc-tag";
    tag.textContent = each.dataset.ended;
    each.append(tag);
  }
})();
