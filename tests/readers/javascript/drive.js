// Reads one question a line, {program} or {of, facts}, and answers each line with what every step came to.
"use strict";
const { facts, serve, shown } = require("./lines.js");
require(process.argv[2]);
const { core } = globalThis.polc;
const programs = [];

const result = ({ value, applies, missing }) => ({ value: shown(value), applies, missing: [...missing].sort() });

serve((question) => {
  if (question.program) return programs.push(question.program) - 1;
  const program = programs[question.of];
  try {
    const found = {};
    for (const [binds, one] of core.run(program, facts(program.inputs, question.facts))) {
      found[binds] = Array.isArray(one) ? one.map(result) : result(one);
    }
    return found;
  } catch (error) {
    return { error: error.constructor.name, message: error.message };
  }
});
