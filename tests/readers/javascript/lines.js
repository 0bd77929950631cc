// What the drivers share: one question a line in, one answer a line out; facts as text in, values as text out.
"use strict";

// A number comes as text, so that no digit is lost; what no input is known by is told by its look.
const fact = (inputs, name, value) => {
  const input = inputs.find((each) => each.name === name);
  if (Array.isArray(value)) {
    const fields = input?.fields ?? [];
    return value.map((record) => Object.fromEntries(Object.entries(record).map(([n, v]) => [n, fact(fields, n, v)])));
  }
  if (input?.type === "quantity" || (!input && /^-?\d+$/.test(value))) return BigInt(value);
  return value;
};

const facts = (inputs, told) => Object.fromEntries(Object.entries(told).map(([name, value]) => [name, fact(inputs, name, value)]));

const shown = (value) => {
  const { core } = globalThis.polc;
  if (value instanceof core.Ratio) return core.write(value);
  if (value === null || typeof value !== "object") return value;
  return { low: core.write(value.low), high: core.write(value.high), open: value.open };
};

const serve = (answer) => {
  let rest = "";
  process.stdin.setEncoding("utf8");
  process.stdin.on("data", (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop();
    process.stdout.write(lines.map((line) => JSON.stringify(answer(JSON.parse(line))) + "\n").join(""));
  });
};

module.exports = { facts, serve, shown };
