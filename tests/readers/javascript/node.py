"""The evaluator in JavaScript, run by Node: programs and cases go in, what every step comes to goes out."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import polc.readers.javascript
from polc.core.as_json import to_json
from polc.core.program import Program
from polc.readers.evaluate import Interval, Outcome, Result

SCRIPT = Path(polc.readers.javascript.__file__).with_name("evaluate.js")
DRIVER = Path(__file__).with_name("drive.js")
NODE = shutil.which("node") or shutil.which("nodejs")


class Driver:
    """One process of Node that runs a script and answers line by line; the script is given the paths of others."""

    def __init__(self, script: Path, *others: Path) -> None:
        assert NODE is not None
        command = [NODE, str(script), *map(str, others)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def ask(self, question: Mapping[str, Any]) -> Any:  # noqa: ANN401  # JSON
        """Return the answer to one question."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question, ensure_ascii=False) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


class Evaluator(Driver):
    """The evaluator, asked for what every step of a program comes to."""

    def __init__(self) -> None:
        super().__init__(DRIVER, SCRIPT)
        self._programs: dict[int, tuple[Program, int]] = {}  # holding a program keeps its id its own

    def run(self, program: Program, facts: Mapping[str, Any]) -> Any:  # noqa: ANN401  # JSON
        """Return what every step of a program comes to, as ``told`` writes an outcome."""
        if id(program) not in self._programs:
            self._programs[id(program)] = program, self.ask({"program": to_json(program)})
        _, number = self._programs[id(program)]
        return self.ask({"of": number, "facts": {name: written(value) for name, value in facts.items()}})


def written(value: object) -> object:
    """Return a fact as the drivers read one: a number as text, so that no digit is lost."""
    if isinstance(value, list):
        return [{name: written(each) for name, each in record.items()} for record in value]
    return value if isinstance(value, bool | str) else str(value)


def told(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome of the interpreter in the form in which the driver writes one."""
    return {
        binds: [_result(each) for each in one] if isinstance(one, tuple) else _result(one)
        for binds, one in outcome.results.items()
    }


def _result(result: Result) -> dict[str, Any]:
    return {"value": _value(result.value), "applies": result.applies, "missing": sorted(result.missing)}


def _value(value: Interval | Fraction | int | bool | str | None) -> object:
    if isinstance(value, Interval):
        return {"low": str(value.low), "high": str(value.high), "open": value.open}
    return value if value is None or isinstance(value, bool | str) else str(value)
