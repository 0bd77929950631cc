// Reads one question a line, {program} or {of, facts}, and answers each line with what every step came to.
"use strict";
require(process.argv[2]);
const { core } = globalThis.polc;
const programs = [];

const fact = (input, value) => {
  if (input.type === "quantity") return BigInt(value);
  if (input.type !== "items") return value;
  const fields = new Map(input.fields.map((field) => [field.name, field]));
  return value.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([name, each]) => [name, fields.has(name) ? fact(fields.get(name), each) : each]),
    ),
  );
};

const shown = (value) => {
  if (value instanceof core.Ratio) return core.write(value);
  if (value === null || typeof value !== "object") return value;
  return { low: core.write(value.low), high: core.write(value.high), open: value.open };
};
const result = ({ value, applies, missing }) => ({ value: shown(value), applies, missing: [...missing].sort() });

const answer = (line) => {
  const question = JSON.parse(line);
  if (question.program) {
    return programs.push(question.program) - 1;
  }
  const program = programs[question.of];
  const known = new Map(program.inputs.map((input) => [input.name, input]));
  const facts = {};
  for (const [name, value] of Object.entries(question.facts)) {
    if (known.has(name)) facts[name] = fact(known.get(name), value);
  }
  try {
    const found = {};
    for (const [binds, one] of core.run(program, facts)) found[binds] = Array.isArray(one) ? one.map(result) : result(one);
    return found;
  } catch (error) {
    return { error: error.constructor.name, message: error.message };
  }
};

let rest = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (chunk) => {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop();
  process.stdout.write(lines.map((line) => JSON.stringify(answer(line)) + "\n").join(""));
});
