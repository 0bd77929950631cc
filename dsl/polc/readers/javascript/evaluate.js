/* The reader that runs in a browser: what a program of the core comes to in a case, exactly.
 *
 * It rhymes with the interpreter in Python, which defines it: one `switch` in the order of the eight nodes, one row for
 * each operator and fold. Numbers are fractions of two BigInt; no floating point number touches an amount. A value that
 * rests on something that was not told carries the names of what is missing, as there (three-valued, after Kleene).
 *
 * A plain script, so that a page opened from a folder can load it: it binds `polc.core` and nothing else.
 */
(function (root) {
  "use strict";

  /* ---- exact numbers ------------------------------------------------------------------------------------------- */

  class Ratio {
    constructor(n, d) {
      this.n = n; // BigInt, carries the sign
      this.d = d; // BigInt, positive; n and d have no common divisor
    }
  }

  function greatestCommonDivisor(a, b) {
    let x = a < 0n ? -a : a;
    let y = b;
    while (y) [x, y] = [y, x % y];
    return x;
  }

  function ratio(n, d = 1n) {
    if (d === 1n) return new Ratio(n, d);
    const common = greatestCommonDivisor(n, d);
    return common === 1n ? new Ratio(n, d) : new Ratio(n / common, d / common);
  }

  /** Return the number that "3/10", "-12" or "7" writes. */
  function parse(digits) {
    const [n, d] = String(digits).split("/");
    return ratio(BigInt(n), d === undefined ? 1n : BigInt(d));
  }

  const write = (number) => (number.d === 1n ? `${number.n}` : `${number.n}/${number.d}`);
  const ZERO = ratio(0n);
  const plus = (a, b) =>
    a.d === 1n && b.d === 1n ? new Ratio(a.n + b.n, 1n) : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
  const minus = (a, b) => plus(a, new Ratio(-b.n, b.d));
  const times = (a, b) => (a.d === 1n && b.d === 1n ? new Ratio(a.n * b.n, 1n) : ratio(a.n * b.n, a.d * b.d));

  class UnguardedDivisionError extends Error {}

  function over(a, b) {
    if (b.n === 0n) throw new UnguardedDivisionError("a division by zero was reached: its guard is missing");
    const sign = b.n < 0n ? -1n : 1n;
    return ratio(a.n * b.d * sign, a.d * b.n * sign);
  }

  /** Return -1, 0 or 1 as a is less than, equal to or greater than b. */
  function compare(a, b) {
    const left = a.n * b.d;
    const right = b.n * a.d;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  function floorDivide(n, d) {
    const quotient = n / d;
    return n % d !== 0n && n < 0n !== d < 0n ? quotient - 1n : quotient;
  }

  /** Return the multiple of `unit` (BigInt) next to a number: at most it, at least it, or the nearest (halves up). */
  function roundTo(mode, unit, number) {
    switch (mode) {
      case "down":
        return ratio(floorDivide(number.n, number.d * unit) * unit);
      case "up":
        return ratio(-floorDivide(-number.n, number.d * unit) * unit);
      case "half_up":
        return ratio(floorDivide(2n * number.n + unit * number.d, 2n * unit * number.d) * unit);
      default:
        throw new TypeError(`not a way of rounding: ${mode}`);
    }
  }

  /** Return whether two values are the same: numbers by their value, truths and levels as they are. */
  const same = (a, b) => (a instanceof Ratio && b instanceof Ratio ? compare(a, b) === 0 : a === b);

  /* ---- operators and folds: one row each ----------------------------------------------------------------------- */

  const OPERATIONS = {
    add: (all) => all.reduce(plus, ZERO),
    subtract: ([left, right]) => minus(left, right),
    multiply: ([left, right]) => times(left, right),
    divide: ([left, right]) => over(left, right),
    min: (all) => all.reduce((least, each) => (compare(each, least) < 0 ? each : least)),
    max: (all) => all.reduce((most, each) => (compare(each, most) > 0 ? each : most)),
    less: ([left, right]) => compare(left, right) < 0,
    at_most: ([left, right]) => compare(left, right) <= 0,
    equal: ([left, right]) => same(left, right),
    same: ([left, right]) => same(left, right),
    reaches: ([subject, level, ...names]) => names.indexOf(subject) >= names.indexOf(level),
    and: (all) => all.every(Boolean),
    or: (all) => all.some(Boolean),
    not: ([operand]) => !operand,
  };

  const FOLDS = {
    sum: (all) => all.reduce(plus, ZERO),
    max: (all) => (all.length ? OPERATIONS.max(all) : ZERO),
    count: (all) => ratio(BigInt(all.filter(Boolean).length)),
    any: (all) => all.some(Boolean),
    all: (all) => all.every(Boolean),
  };

  /* ---- a value and what it rests on ---------------------------------------------------------------------------- */

  const NOTHING = new Set();

  /** A value, what it depends on (where that is not empty the value is a placeholder), and an unknown's bounds. */
  function weighed(value, missing = NOTHING, bounds = null) {
    return { value, missing, bounds };
  }

  function union(all) {
    const some = all.filter((each) => each.missing.size);
    if (!some.length) return NOTHING;
    if (some.length === 1) return some[0].missing;
    const found = new Set();
    for (const each of some) for (const name of each.missing) found.add(name);
    return found;
  }

  const together = (...sets) => union(sets.map((missing) => ({ missing })));
  const computed = (operation, operands) => weighed(operation(operands.map((each) => each.value)), union(operands));

  /** Names within names: what a let or an item brings along, and behind it all that stands around. */
  function within(own, around) {
    return Object.assign(Object.create(around), own);
  }

  /** Return the value of an expression (as core JSON) and the unknown inputs on which it depends. */
  function weigh(node, scope) {
    if ("number" in node) return (node.weighed ??= weighed(parse(node.number)));
    if ("truth" in node) return weighed(node.truth);
    if ("level" in node) return weighed(node.level);
    if ("reference" in node) return named(scope, node.reference);
    if ("apply" in node) return applied(node, scope);
    if ("if" in node) {
      const condition = weigh(node.if, scope);
      if (!condition.missing.size) return weigh(condition.value ? node.then : node.else, scope);
      return undecided(condition, [weigh(node.then, scope), weigh(node.else, scope)]);
    }
    if ("match" in node) {
      const level = weigh(node.match, scope);
      if (!level.missing.size) {
        const found = node.cases.find((each) => each.level === level.value);
        return weigh(found ? found.then : node.else, scope);
      }
      return undecided(level, [...node.cases.map((each) => each.then), node.else].map((body) => weigh(body, scope)));
    }
    if ("let" in node) {
      const { value, missing } = weigh(node.be, scope);
      return weigh(node.in, within({ [node.let]: weighed(value, missing) }, scope));
    }
    if ("each" in node) {
      const records = named(scope, node.each);
      if (records === null) return weighed(FOLDS[node.fold]([]), new Set([node.each]));
      return folded(node.fold, records.map((record) => () => weigh(node.of, within(record, scope))));
    }
    if ("round" in node) {
      const operand = weigh(node.of, scope);
      return weighed(roundTo(node.round, BigInt(node.to), operand.value), operand.missing);
    }
    throw new TypeError(`not a node of the core: ${Object.keys(node)}`);
  }

  function named(scope, name) {
    if (!(name in scope)) throw new ReferenceError(`no such name in the program: ${name}`);
    return scope[name];
  }

  function applied(node, scope) {
    const operands = node.to.map((each) => () => weigh(each, scope));
    if (node.apply === "and") return folded("all", operands);
    if (node.apply === "or") return folded("any", operands);
    const all = operands.map((each) => each());
    switch (node.apply) {
      case "multiply":
        if (all.some((each) => !each.missing.size && each.value.n === 0n)) return weighed(ZERO);
        return computed(OPERATIONS.multiply, all);
      case "divide": {
        const [dividend, divisor] = all;
        if (divisor.missing.size && divisor.value.n === 0n) {
          return weighed(ZERO, together(dividend.missing, divisor.missing));
        }
        return computed(OPERATIONS.divide, all);
      }
      case "less":
      case "at_most":
      case "equal": {
        const decided = judged(node.apply, range(node.to[0], all[0]), range(node.to[1], all[1]));
        return decided === null ? computed(OPERATIONS[node.apply], all) : weighed(decided);
      }
      default:
        return computed(OPERATIONS[node.apply], all);
    }
  }

  /** Return the branches' common value where they are known and agree, else what depends on all of them. */
  function undecided(condition, branches) {
    const missing = union(branches);
    const value = branches[0].value;
    if (!missing.size && branches.every((branch) => same(branch.value, value))) return weighed(value);
    return weighed(value, together(condition.missing, missing));
  }

  /** Return the fold; `any` and `all` stop at the first known body that decides them. */
  function folded(fold, bodies) {
    if (fold !== "any" && fold !== "all") return computed(FOLDS[fold], bodies.map((body) => body()));
    const decisive = fold === "any";
    const met = [];
    for (const body of bodies) {
      const one = body();
      if (one.value === decisive && !one.missing.size) return weighed(decisive);
      met.push(one);
    }
    return weighed(!decisive, union(met));
  }

  /** Return between what an operand lies: exactly its value, the bounds of an unknown input, or null. */
  function range(node, operand) {
    if (!operand.missing.size) return [operand.value, operand.value];
    return "reference" in node ? operand.bounds : null;
  }

  /** Return what a comparison comes to whatever the values within the ranges, or null where that varies. */
  function judged(comparison, left, right) {
    if (left === null || right === null) return null;
    if (comparison === "equal") return compare(left[1], right[0]) < 0 || compare(right[1], left[0]) < 0 ? false : null;
    const holds = OPERATIONS[comparison];
    if (holds([left[1], right[0]])) return true; // the largest against the least: holds here, holds everywhere
    return holds([left[0], right[1]]) ? null : false;
  }

  /* ---- a program in a case ------------------------------------------------------------------------------------- */

  /** Return what stands for an input that was not told, under the name by which we would ask for it. */
  function unknown(input, name) {
    const missing = new Set([name]);
    switch (input.type) {
      case "quantity": {
        const bounds = [parse(input.least), parse(input.most)];
        return weighed(bounds[0], missing, bounds);
      }
      case "truth":
        return weighed(false, missing);
      case "level":
        return weighed(input.names[0], missing);
      case "items":
        return null;
      default:
        throw new TypeError(`not a type of the core: ${input.type}`);
    }
  }

  const told = (value) => weighed(typeof value === "bigint" ? ratio(value) : value);

  function scopeOf(inputs, facts) {
    const scope = Object.create(null);
    for (const input of inputs) {
      if (!Object.hasOwn(facts, input.name)) {
        scope[input.name] = unknown(input, input.name);
      } else if (input.type === "items") {
        scope[input.name] = facts[input.name].map((record, place) => {
          const found = Object.create(null);
          for (const [name, value] of Object.entries(record)) found[name] = told(value);
          for (const field of input.fields) {
            if (!(field.name in found)) found[field.name] = unknown(field, `${input.name}[${place + 1}].${field.name}`);
          }
          return found;
        });
      } else {
        scope[input.name] = told(facts[input.name]);
      }
    }
    return scope;
  }

  /** Compute one step, bind what it came to, and return that. */
  function step(one, scope, binding) {
    const applies = weigh(one.applies, scope);
    const held = applies.missing.size ? null : Boolean(applies.value);
    const bind = (name, expression) => {
      const { value, missing } = weigh(expression, scope);
      binding[name] = weighed(value, missing);
      return binding[name];
    };
    if (!one.amount) {
      const { value, missing } = bind(one.binds, one.value);
      return { value: missing.size ? null : value, applies: held, missing };
    }
    const [low, high, open] = [
      bind(`${one.binds}/低`, one.amount.low),
      bind(`${one.binds}/高`, one.amount.high),
      bind(`${one.binds}/待定`, one.amount.open),
    ];
    const missing = union([low, high, open]);
    const value = missing.size ? null : { low: low.value, high: high.value, open: Boolean(open.value) };
    return { value, applies: held, missing };
  }

  /**
   * Return what every step of a program (as core JSON) comes to in a case, by what it binds: a result, or a list of
   * results for a step over items. A fact is a BigInt (in grains), a truth, the name of a level, or a list of records.
   * Throws UnguardedDivisionError, ReferenceError and TypeError: bugs of whoever built the program.
   */
  function run(program, facts) {
    if (program.schema !== "polc/core/1") throw new TypeError(`not a program of the core: ${program.schema}`);
    const scope = scopeOf(program.inputs, facts);
    const results = new Map();
    for (const one of program.steps) {
      if (!one.over) {
        results.set(one.binds, step(one, scope, scope));
      } else {
        const records = named(scope, one.over) ?? [];
        results.set(one.binds, records.map((record) => step(one, within(record, scope), record)));
      }
    }
    return results;
  }

  const core = { Ratio, UnguardedDivisionError, compare, minus, over, parse, plus, ratio, roundTo, run, times, weigh, write };
  root.polc = Object.assign(root.polc ?? {}, { core });
})(globalThis);
