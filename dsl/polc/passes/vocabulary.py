"""Tree → vocabulary: a 词汇 file gives its subjects, definitions and laws, and is checked by itself.

Guarantees: what does not belong into a vocabulary is one finding; every definition and law is looked up and typed as
if a policy used it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polc.diagnostics import Diagnostic
from polc.errors import vocabulary_with_clauses
from polc.model.policy import Definition, Policy, Subject, Terms, Vocabulary
from polc.passes.build_model import repeated, stated, subject_of, unread_names
from polc.passes.compare import Conventions
from polc.passes.elaborate import Elaborator
from polc.passes.names import Names
from polc.passes.shared import together
from polc.syntax.keywords import LINES
from polc.syntax.tree import Block, File, Line

_BLOCKS = ("vocabulary", "subject", "define")
_LINES = ("import", "law")


def imports_of(files: Sequence[File]) -> Iterator[Line]:
    """Yield the 引用 lines of some files, wherever they stand."""
    for file in files:
        yield from (line for line in file.lines if line.key == "import")
        for block in file.blocks:
            yield from block.each("import")


def is_vocabulary(file: File) -> bool:
    """Return whether a file is a 词汇."""
    return any(block.key == "vocabulary" for block in file.blocks)


def build_vocabulary(file: File, path: str, *, incomplete: bool) -> tuple[Vocabulary, list[Diagnostic]]:
    """Return the vocabulary that a file is, and what is wrong with it as a whole."""
    heads = [block for block in file.blocks if block.key == "vocabulary"]
    subjects = tuple(subject_of(block) for block in file.blocks if block.key == "subject")
    definitions = tuple(
        Definition(block.name, block.value, block.name_span or block.span)  # type: ignore[arg-type]
        for block in file.blocks
        if block.key == "define" and block.value is not None
    )
    laws = tuple(stated(line) for line in file.lines if line.key == "law" and not line.bad)
    problems = [*repeated(subjects), *repeated(definitions), *_strangers(file, heads)]
    head = heads[0]
    unread = frozenset(unread_names([file]))
    vocabulary = Vocabulary(head.name, path, subjects, definitions, laws, unread, head.span, incomplete=incomplete)
    return vocabulary, problems


def _strangers(file: File, heads: Sequence[Block]) -> Iterator[Diagnostic]:
    """Yield one finding for all that does not belong into a vocabulary, at the first of it."""
    blocks = [block for block in file.blocks if block.key not in _BLOCKS or block in heads[1:]]
    lines = [line for line in file.lines if line.key not in _LINES]
    nodes: list[Block | Line] = [*blocks, *lines]
    strange = sorted(nodes, key=lambda node: node.span.start)
    if strange:
        first = strange[0]
        keyword = LINES[first.key].en if first.span.text[:1].isascii() else LINES[first.key].zh
        more = len(strange) - 1
        yield vocabulary_with_clauses.vocabulary_with_clauses(first.span, keyword, heads[0].span, more)


def by_itself(vocabulary: Vocabulary, shared: Sequence[Vocabulary], language: str) -> tuple[Policy, list[Diagnostic]]:
    """Return a policy that says nothing but this vocabulary, and where it disagrees with those it imports."""
    subjects, problems = together(vocabulary.subjects, shared)
    definitions = (*(d for each in shared for d in each.definitions), *vocabulary.definitions)
    policy = Policy(
        name=vocabulary.name, id="", base=Terms(), doubts=(), subjects=subjects, definitions=definitions,
        externals=(), laws=vocabulary.laws, clauses=(), benefits=(), requirements=(), groups=(), pools=(), rules=(),
        passages=(), known=(), unread=vocabulary.unread.union(*(each.unread for each in shared)), headers={},
        span=vocabulary.span, language=language, shared=tuple(shared),
        incomplete=vocabulary.incomplete or any(each.incomplete for each in shared),
    )  # fmt: skip
    return policy, problems


def check_definitions(definitions: Sequence[Definition], names: Names) -> Iterator[Diagnostic]:
    """Yield what is wrong with definitions that nobody uses yet, each read from the side that knows most of it."""
    for definition in definitions:
        best: list[Diagnostic] | None = None
        for subject in names.subjects.values():
            found: list[Diagnostic] = []
            _elaborated(names, subject, definition, found)
            if best is None or len(found) < len(best):
                best = found
        yield from best or ()


def _elaborated(names: Names, subject: Subject, definition: Definition, found: list[Diagnostic]) -> None:
    roles = names.owners(subject)
    context = names.context(subject, roles[0][0] if roles else subject.name)
    walk = Elaborator(names, context, Conventions.of(()), found, defining=(definition.name,))
    walk.typed(definition.expression)
