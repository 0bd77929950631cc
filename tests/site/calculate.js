// Reads one question a line, {bundle} or {of, facts, day} perhaps under a reading, and answers with every part's result.
"use strict";
const { facts, serve, shown } = require("../readers/javascript/lines.js");
require(process.argv[2]);
require(process.argv[3]);
require(process.argv[4]);
const { calculate, laid } = globalThis.polc;
const bundles = [];

const award = (value) => {
  const { high, ...rest } = shown(value) ?? {};
  return value === null || typeof value !== "object" || !("low" in value) ? shown(value) : value.open ? rest : { high, ...rest };
};
const result = ({ part, result: { value }, asked, missing, refused }) =>
  refused.length ? { name: part.name, refused: refused.map((each) => each.doubt) } : { name: part.name, value: award(value), asked, missing };

serve((question) => {
  if (question.bundle) return bundles.push(question.bundle) - 1;
  const own = bundles[question.of];
  const chosen = Object.entries(question.readings ?? {});
  const bundle = laid.under(own, own.readings.filter((each) => chosen.some(([doubt, reading]) => each.doubt === doubt && each.reading === reading)));
  const told = facts(bundle.program.inputs, question.facts);
  const day = BigInt(question.day);
  if (question.hangs) return Object.fromEntries(bundle.parts.map((part) => [part.name, calculate.hangsOn(bundle, part, told, day)]));
  const part = bundle.parts.find((each) => each.name === question.part);
  return part ? result(calculate.answer(bundle, part, told, day)) : calculate.answers(bundle, told, day).map(result);
});
