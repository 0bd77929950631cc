/* Elements of a page. Everything that a policy says is put into them as text. */
(function (root) {
  "use strict";

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

  /** Return an id that no other element of the page has. */
  const unique = (name) => `polc-${name}-${++serial}`;

  root.polc.page = { h, unique };
})(globalThis);
