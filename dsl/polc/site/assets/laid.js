/* A policy read otherwise: what other readings change, laid over the working one (see `readings.py`, `together.py`).
 *
 * Several readings are laid one over the other, step by step, by the names of the steps. Where two of them clash in a part,
 * or more than two reach into it, nothing is computed: the part then says which readings these are.
 */
(function (root) {
  "use strict";
  const { calculate } = root.polc;

  const laid = new WeakMap();

  /** Return a policy under some other readings (of different doubts); its own for none. */
  function under(bundle, changes) {
    if (!changes.length) return bundle;
    if (!laid.has(bundle)) laid.set(bundle, new Map());
    const places = changes.map((change) => bundle.readings.indexOf(change)).sort((a, b) => a - b);
    const key = places.join();
    const known = laid.get(bundle);
    if (!known.has(key)) known.set(key, lay(bundle, places.map((place) => bundle.readings[place])));
    return known.get(key);
  }

  function lay(bundle, changes) {
    const steps = [...bundle.program.steps, ...changes.flatMap((change) => change.steps)];
    const of = changes.map((change) => new Map(change.parts.map((part) => [part.name, part])));
    const names = new Set([...bundle.parts, ...changes.flatMap((change) => change.parts)].map((part) => part.name));
    const own = new Map(bundle.parts.map((part) => [part.name, part]));
    const latest = new Map(steps.map((step, place) => [step.binds, place])); // a later step takes the place of an earlier one
    const over = (name) => {
      const found = changes.map((change, at) => ({ change, part: of[at].get(name) })).filter(({ part }) => part);
      if (!found.length) return own.get(name);
      return found.length === 1 && changes.length === 1 ? one(own.get(name), found[0].part) : several(bundle, own.get(name), found, latest, steps);
    };
    const whole = {
      ...bundle,
      program: { ...bundle.program, inputs: inputsOf(bundle, changes), steps },
      presumed: Object.assign({}, bundle.presumed, ...changes.map((change) => change.presumed)),
      scope: changes.find((change) => change.scope)?.scope ?? bundle.scope,
      known_start: changes.find((change) => "known_start" in change)?.known_start ?? bundle.known_start,
      parts: [...names].map(over),
    };
    return changes.length > 1 ? { ...whole, refuses: (part) => refused(bundle, whole, changes, part) } : whole;
  }

  /** Return the inputs of all; of a list, the fields of all. */
  function inputsOf(bundle, changes) {
    const inputs = new Map(bundle.program.inputs.map((input) => [input.name, input]));
    for (const input of changes.flatMap((change) => change.inputs)) {
      const before = inputs.get(input.name);
      const fields = before?.type === "items" ? new Map([...before.fields, ...input.fields].map((field) => [field.name, field])) : null;
      inputs.set(input.name, fields ? { ...input, fields: [...fields.values()] } : input);
    }
    return [...inputs.values()];
  }

  const linesOf = (part, own) => (part.lines ?? own?.lines ?? []).map((line) => (typeof line === "number" ? own.lines[line] : line));

  const one = (own, other) => ({ ...own, ...other, lines: linesOf(other, own) });

  /** Return what all the changes make of a list together: what one takes out is out, what one adds is put after what it follows. */
  function merged(before, lists) {
    let found = [...before];
    for (const list of lists) {
      found = found.filter((each) => list.includes(each) || !before.includes(each));
      list.forEach((each, at) => {
        if (!found.includes(each)) found.splice(at ? found.indexOf(list[at - 1]) + 1 : 0, 0, each);
      });
    }
    return found;
  }

  /** Return a part under several readings. Its steps are put in order once they are asked for. */
  function several(bundle, own, found, latest, steps) {
    const count = bundle.program.steps.length;
    const lines = new Map((own?.lines ?? []).map((line) => [line.step, line]));
    const before = [...lines.keys()];
    for (const { part } of found) for (const line of part.lines ?? []) if (typeof line !== "number") lines.set(line.step, line);
    const told = merged(before, found.map(({ part }) => linesOf(part, own).map((line) => line.step)));
    const silent = merged((own?.silent ?? []).map(JSON.stringify), found.map(({ part }) => (part.silent ?? own?.silent ?? []).map(JSON.stringify)));
    const whole = Object.assign({}, own, ...found.map(({ part }) => part), {
      lines: told.map((step) => lines.get(step)),
      silent: silent.map((text) => JSON.parse(text)),
    });
    const named = ({ change, part }) =>
      (part.steps ?? own.steps).map((place) => (place < count ? bundle.program.steps[place] : change.steps[place - count]).binds);
    const places = () => {
      const start = (own?.steps ?? []).map((place) => bundle.program.steps[place].binds);
      const all = new Set(start);
      for (const each of found) {
        const its = new Set(named(each));
        for (const name of start) if (!its.has(name)) all.delete(name);
        for (const name of its) if (!start.includes(name)) all.add(name);
      }
      return ordered(all, latest, steps);
    };
    return Object.defineProperty(whole, "steps", {
      configurable: true,
      enumerable: true,
      get() {
        const value = places();
        Object.defineProperty(whole, "steps", { value, enumerable: true });
        return value;
      },
    });
  }

  /** Return where the named steps stand, and all that they refer to, each after those. */
  function ordered(names, latest, steps) {
    const owner = (name) => (latest.has(name) ? name : name.replace(/\/(?:低|高|待定)$/, ""));
    const [found, seen] = [[], new Set()];
    const visit = (name) => {
      if (seen.has(name) || !latest.has(name)) return;
      seen.add(name);
      const place = latest.get(name);
      for (const read of calculate.reads(steps[place])) visit(owner(read));
      found.push(place);
    };
    for (const name of names) visit(name);
    return found;
  }

  /** Return the readings that cannot be computed together for a part; none where they can. */
  function refused(bundle, whole, changes, part) {
    const subjects = new Set([part.name, ...part.steps.map((place) => whole.program.steps[place].subject)]);
    for (const name of subjects) {
      const reaching = changes.filter((change) => change.everywhere || change.reached?.includes(name));
      if (reaching.length > 2) return reaching;
    }
    for (const later of changes) {
      for (const earlier of changes) {
        const clashing = later.clashes?.[bundle.readings.indexOf(earlier)];
        if (clashing?.some((name) => subjects.has(name))) return [earlier, later];
      }
    }
    return [];
  }

  /**
   * Return, for each doubt that touches a part, what the part comes to under its readings while all others stand as they were
   * chosen: `base` under the working one, `others` under each other one.
   */
  function otherwise(bundle, part, told, day, chosen) {
    const doubts = new Map();
    for (const change of bundle.readings) {
      if (change.parts.some((each) => each.name === part.name)) doubts.set(change.doubt, [...(doubts.get(change.doubt) ?? []), change]);
    }
    const answer = (changes) => {
      const policy = under(bundle, changes);
      const own = policy.parts.find((each) => each.name === part.name);
      return own ? calculate.answer(policy, own, told, day) : null;
    };
    return [...doubts].flatMap(([doubt, changes]) => {
      const rest = chosen.filter((each) => each.doubt !== doubt);
      const base = answer(rest);
      return base ? [{ doubt, base, others: changes.map((change) => ({ change, ...answer([...rest, change]) })) }] : [];
    });
  }

  root.polc.laid = { otherwise, under };
})(globalThis);
