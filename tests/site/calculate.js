// Reads one question a line, {bundle} or {of, facts, day}, and answers with the result of every part.
"use strict";
require(process.argv[2]);
require(process.argv[3]);
const { core, calculate } = globalThis.polc;
const bundles = [];

const fact = (inputs, name, value) => {
  const input = inputs.find((each) => each.name === name);
  if (Array.isArray(value)) {
    return value.map((record) => Object.fromEntries(Object.entries(record).map(([n, v]) => [n, fact(input?.fields ?? [], n, v)])));
  }
  if (input?.type === "quantity" || (!input && /^-?\d+$/.test(value))) return BigInt(value);
  return value;
};
const shown = (value) => {
  if (value instanceof core.Ratio) return core.write(value);
  if (value === null || typeof value !== "object") return value;
  return value.open ? { low: core.write(value.low), open: true } : { low: core.write(value.low), high: core.write(value.high), open: false };
};
const answer = (line) => {
  const question = JSON.parse(line);
  if (question.bundle) return bundles.push(question.bundle) - 1;
  const bundle = bundles[question.of];
  const told = {};
  for (const [name, value] of Object.entries(question.facts)) told[name] = fact(bundle.program.inputs, name, value);
  return calculate.answers(bundle, told, BigInt(question.day)).map((each) => ({
    name: each.part.name,
    value: shown(each.result.value),
    asked: each.asked,
    missing: each.missing,
  }));
};

let rest = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (chunk) => {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop();
  process.stdout.write(lines.map((line) => JSON.stringify(answer(line)) + "\n").join(""));
});
