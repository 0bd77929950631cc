"""What a user tells, before any policy is asked whether it knows it: facts by name, and lists of things.

``TellingError`` is not a bug but the user's slip: its words say which name or value, where, and what would do.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from polc.diagnostics import Words

NOWHERE = Words("", "")


class TellingError(Exception):
    """A name or value that cannot be taken; ``words`` says why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


@dataclass(frozen=True, slots=True)
class Given:
    """One fact: its name, the 对象 it was said to be of ("" where not said), its value as written, and where.

    ``loose``: it is the applicant's, whatever kind of 对象 a policy takes the applicant to be.
    """

    name: str
    value: object
    subject: str = ""
    place: Words = NOWHERE
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of a list: its facts by name, where each stands, and which roles the applicant has in it.

    ``roles`` is empty where that was not told. ``of_owners`` are facts of its owners by ``角色.事实``, with places.
    """

    facts: Mapping[str, object]
    places: Mapping[str, Words] = field(default_factory=dict)
    roles: frozenset[str] = frozenset()
    of_owners: Mapping[str, tuple[object, Words]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listed:
    """The things of one 对象 that the applicant has; none where ``rows`` is empty."""

    subject: str
    rows: tuple[Row, ...]
    place: Words = NOWHERE


Told: TypeAlias = Given | Listed


def pair(text: str) -> Given:
    """Return the fact that ``名称=值`` tells. Raises TellingError where it is not of that form."""
    name, equals, value = text.partition("=")
    if not equals:
        raise TellingError(Words(f"--set 要写成 名称=值，写的是“{text}”", f"--set takes NAME=VALUE, not “{text}”"))
    return _given(name.strip(), value.strip())


def read_facts(path: str) -> list[Told]:
    """Return what a JSON or YAML file tells: names to values, a subject to its facts, or a subject to a list.

    Raises TellingError where the file cannot be read. An empty value tells nothing.
    """
    data = read_data(path)
    if not isinstance(data, Mapping):
        raise TellingError(Words(f"{path} 里要写 名称: 值", f"{path} must hold NAME: VALUE pairs"))
    found: list[Told] = []
    for name, value in data.items():
        match value:
            case None:
                continue
            case Mapping():
                found.extend(_given(str(inner), one, str(name)) for inner, one in value.items() if one is not None)
            case list():
                found.append(Listed(str(name), tuple(_rows(path, str(name), value))))
            case _:
                found.append(_given(str(name), value))
    return found


def _given(name: str, value: object, subject: str = "") -> Given:
    """Return a fact; its name may say whose it is, ``企业.年度支出``."""
    owner, dot, inner = name.partition(".")
    return Given(inner.strip(), value, owner.strip()) if dot and inner else Given(name, value, subject)


def _rows(path: str, subject: str, values: Iterable[object]) -> Iterable[Row]:
    for number, value in enumerate(values, 1):
        if not isinstance(value, Mapping):
            zh = f"{path} 里“{subject}”的第{number}项要写 名称: 值，写的是“{value}”"
            raise TellingError(Words(zh, f"{path}: entry {number} of “{subject}” takes NAME: VALUE, not “{value}”"))
        facts = {str(name): one for name, one in value.items()}
        yield Row({name: one for name, one in facts.items() if one is not None})


def read_data(path: str) -> object:
    """Return the data of a JSON or YAML file. Raises TellingError where it cannot be read."""
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise TellingError(Words(f"没有文件 {path}", f"there is no file {path}")) from error
    except (OSError, ValueError) as error:
        raise TellingError(Words(f"读不了 {path}：{error}", f"cannot read {path}: {error}")) from error
    try:
        if file.suffix.lower() == ".json":
            return json.loads(text, parse_float=str)
        import yaml  # noqa: PLC0415 - JSON alone must not pay for yaml

        return yaml.load(text, Loader=_exact_loader())  # noqa: S506 - derived from SafeLoader
    except TellingError:
        raise
    except Exception as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise TellingError(Words(f"{path} 不是能读的数据：{first}", f"{path} is not readable data: {first}")) from error


def _exact_loader() -> Any:  # noqa: ANN401 - a class made here, since yaml is imported late
    """Return a safe YAML loader that keeps decimals as text, and takes no name twice."""
    import yaml  # noqa: PLC0415 - as above

    class Loader(yaml.SafeLoader):
        pass

    def as_text(loader: Any, node: Any) -> str:  # noqa: ANN401 - yaml has no better types
        return str(loader.construct_scalar(node))

    def once(loader: Any, node: Any) -> Any:  # noqa: ANN401 - as above
        names = [key.value for key, _ in node.value]
        again = next((name for n, name in enumerate(names) if name in names[:n]), None)
        if again is not None:
            line = next(key.start_mark.line for key, _ in reversed(node.value) if key.value == again) + 1
            zh = f"第{line}行又写了一次“{again}”：两处合成一处"
            raise TellingError(Words(zh, f"line {line} says “{again}” again: make the two one"))
        return yaml.SafeLoader.construct_mapping(loader, node, deep=True)

    Loader.add_constructor("tag:yaml.org,2002:float", as_text)
    Loader.add_constructor("tag:yaml.org,2002:map", once)
    return Loader
