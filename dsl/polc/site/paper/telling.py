"""A policy → its document: what its overview and the pages of its clauses say, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from polc.diagnostics import Diagnostic, Severity
from polc.model.policy import Definition, Doubt, Part, Passage, Pool, Stated
from polc.model.values import Quote
from polc.passes.lower.force import end_day, start_day
from polc.readers.prose import figures
from polc.readers.prose.said import Said, definition_words, paraphrase
from polc.runs.standing import standing
from polc.site import phrases
from polc.site.contents import Entry, Held, Page
from polc.site.options import Options
from polc.site.pages.beside import combinations, facts_needed, of_doubt, particular, works
from polc.site.pages.clause import title_of
from polc.site.pages.examples import cells, columns, verdict
from polc.site.pages.findings import of_all, of_part
from polc.site.pages.meaning import defined, scoped, sentences
from polc.site.pages.overview import answers, paid_from
from polc.site.paper import wording
from polc.site.paper.document import Block, Document, Figure, Grid, Heading, Line, Pairs, Tone, Way
from polc.site.pictures.picture import Drawing, drawings
from polc.site.pictures.timeline import timeline

_TONES: dict[Severity, Tone] = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def tell(entry: Entry, options: Options, *, full: bool = False) -> Document:
    """Return the document of one policy.

    Of the examples it holds how many rows pass and those that do not; ``full``: every row.
    """
    language = options.language
    foot = wording.PREVAILS.in_(language)
    blocks = [
        *_front(entry, options, full=full),
        *_of_all(entry, options),
        *_contents(entry, options),
        *(block for here in entry.pages for block in _clause(entry, here, options, full=full)),
    ]
    mark = wording.MARK_OF_DRAFT if entry.is_draft else wording.MARK
    return Document(entry.policy.name, mark.in_(language), foot, options.day, language, tuple(blocks))


def _anchor_of_page(entry: Entry, here: Page) -> str:
    return f"clause{1 + next(n for n, page in enumerate(entry.pages) if page is here)}"


def _anchor(entry: Entry, part: Part) -> str:
    """Return what leads to a part: its place among the parts, with numbers of its own."""
    parts = [each for here in entry.pages for each in here.parts]
    return f"part{1001 + next(n for n, each in enumerate(parts) if each is part)}"


def _contents(entry: Entry, options: Options) -> Iterator[Block]:
    """Yield the clauses, each leading to where it stands."""
    yield Heading(1, wording.CONTENTS.in_(options.language))
    for here in entry.pages:
        yield Way(title_of(here, options), _anchor_of_page(entry, here))


def _front(entry: Entry, options: Options, *, full: bool) -> Iterator[Block]:
    """Yield what stands below the title."""
    language = options.language
    if entry.is_draft:
        yield Line(phrases.DRAFT.in_(language), "draft")
    yield Line(wording.ABOUT.in_(language), "hint")
    if entry.rows and not full and not (options.audience == "public" and entry.is_draft):
        yield Line(wording.BRIEF.in_(language), "hint")
    rows = [(words.in_(language), text, False) for words, text in answers(entry, options)]
    start, end = start_day(entry.lowered.whole), end_day(entry.lowered.whole)
    if start is not None:
        rows.append((wording.FROM.in_(language), figures.day(start).in_(language), False))
    if end is not None:
        rows.append((wording.UNTIL.in_(language), figures.day(end).in_(language), False))
    told = [each.words.in_(language) for each in standing(entry.lowered, {}, options.day)]
    if told:
        on = wording.ON_DAY.fill(day=figures.day(options.day)).in_(language)
        rows.append((on, "\n".join(told), False))
    if rows:
        yield Pairs(tuple(rows))
    line = timeline(entry.lowered, replace(options, pinned=True))  # paper does not know what day it is read on
    if line is not None:
        yield Figure(Drawing(line), wording.TIMELINE.in_(language), wording.NO_TIMELINE.in_(language))


def _of_all(entry: Entry, options: Options) -> Iterator[Block]:
    """Yield the pools and what was found in the policy as a whole."""
    language = options.language
    pools = [part for part in entry.policy.parts if isinstance(part, Pool)]
    if pools:
        yield Heading(1, phrases.POOLS.in_(language))
        rows: list[tuple[str, str, bool]] = []
        for pool in pools:
            told = [said.words.in_(language) for said in paraphrase(entry.policy, pool, {})]
            paid = paid_from(entry, pool)
            if paid:
                told.append(phrases.PAYS_FOR.fill(names="、".join(paid)).in_(language))
            rows.append((pool.name, "\n".join(told), False))
        yield Pairs(tuple(rows))
    if options.audience == "public":
        return
    yield Heading(1, phrases.FINDINGS.in_(language))
    counts = [(each, sum(found.severity is each for found in entry.findings)) for each in Severity]
    told_ = "，".join(f"{each.words.in_(language)} {count}" for each, count in counts if count)
    yield Line(told_ or phrases.NOTHING_FOUND.in_(language))
    yield from _findings(of_all(entry), options)
    colon = wording.COLON.in_(language)
    for here in entry.pages:
        for part in here.parts:
            doubtful = [found for doubt in part.doubts for found in of_doubt(entry, doubt)]
            for found in dict.fromkeys([*of_part(entry, part), *doubtful]):
                said_ = wording.FOUND_IN.fill(where=part.name, what=found.message(language)).in_(language)
                lead = found.severity.words.in_(language) + colon
                yield Way(said_, _anchor(entry, part), _TONES.get(found.severity, "plain"), lead)


def _clause(entry: Entry, here: Page, options: Options, *, full: bool) -> Iterator[Block]:
    language = options.language
    yield Heading(1, title_of(here, options), _anchor_of_page(entry, here))
    if here.clause is not None:
        led = ((phrases.LEAD, here.clause.lead), (phrases.SUPPORT, here.clause.support))
        colon = wording.COLON.in_(language)
        who = [words.in_(language) + colon + "、".join(names) for words, names in led if names]
        if who:
            yield Line("　".join(who), "hint")  # it stays with what it leads
        yield from _quotes(here.clause.quotes)
    for each in here.held:
        yield from _held(entry, each, options, full=full)


def _held(entry: Entry, each: Held, options: Options, *, full: bool) -> Iterator[Block]:
    match each:
        case Passage():
            yield from _passage(each, options)
        case Definition():
            yield from _definition(entry, each, options)
        case _:
            yield from _part(entry, each, options, full=full)


def _definition(entry: Entry, definition: Definition, options: Options) -> Iterator[Block]:
    language = options.language
    yield Heading(2, definition.name)
    yield Line(phrases.DEFINITION.in_(language), "hint")
    yield from _quotes(definition.quotes)
    means = definition_words(entry.policy, definition, entry.lowered.selection)
    yield Pairs(((phrases.MEANS.in_(language), means.in_(language), False),))


def _passage(passage: Passage, options: Options) -> Iterator[Block]:
    yield Heading(2, passage.name)
    yield Line(phrases.PASSAGES[passage.kind].in_(options.language), "hint")
    yield from _quotes(passage.quotes)


def _part(entry: Entry, part: Part, options: Options, *, full: bool) -> Iterator[Block]:
    language = options.language
    kind = phrases.KINDS[type(part).__name__].in_(language)
    yield Heading(2, wording.PART.fill(kind=kind, name=part.name).in_(language), _anchor(entry, part))
    yield from _quotes(part.quotes)
    inner = options.audience == "review" or not entry.is_draft
    colon = wording.COLON.in_(language)
    more = [(phrases.SCOPE.in_(language), phrases.IN_SCOPE.in_(language), False)] if scoped(entry, part) else []
    more += [
        (topic.in_(language), f"“{name}”{colon}{means.in_(language)}", False)
        for topic, name, means in defined(entry, part)
    ]
    more += [(words.in_(language), "、".join(names), False) for words, names in combinations(entry, part)]
    if inner:
        facts = facts_needed(entry, part)
        more += [(phrases.NEEDS.in_(language), "、".join(facts), False)] if facts else []
        more += [] if full else list(_counts(entry, part, options))
    yield from said(sentences(entry, part, options), options, phrases.MEANS.in_(language), more)
    plan = entry.lowered.plans.get(part.name)
    if plan is not None:
        for drawing in drawings(entry.lowered, plan, options):
            instead = wording.NO_PICTURE if drawing.rows else wording.NO_PICTURE_OF_YEARS
            yield Figure(drawing, wording.PICTURE.in_(language), instead.in_(language))
    if not inner:
        return
    for doubt in part.doubts:
        yield from _doubt(entry, part, doubt, options)
    yield from _examples(entry, part, options, full=full)
    mine = of_part(entry, part)
    if mine and options.audience == "review":
        yield Heading(3, phrases.FINDINGS.in_(language))
        yield from _findings(mine, options)


def said(
    told: Iterable[Said], options: Options, head: str = "", more: Iterable[tuple[str, str, bool]] = ()
) -> Iterator[Block]:
    """Yield the sentences of a paraphrase, the tables of tiers behind the sentence that each belongs to.

    ``head`` stands over the sentences, ``more`` are rows of their table behind the last of them.
    """
    language = options.language
    rows: list[tuple[str, str, bool]] = []
    for each in told:
        rows.append((each.topic.in_(language), each.words.in_(language), each.silent))
        if each.rows:
            yield Pairs(tuple(rows), head)
            rows, head = [], ""
            yield Grid((), tuple(tuple(words.in_(language) for words in row) for row in each.rows))
    rows += more
    if rows:
        yield Pairs(tuple(rows), head)


def _quotes(lines: Iterable[Stated[Quote]]) -> Iterator[Block]:
    yield from (Line(quote.value.text, "quote") for quote in lines if quote.value is not None)


def _doubt(entry: Entry, part: Part, doubt: Doubt, options: Options) -> Iterator[Block]:
    """Yield a doubt with what each reading makes of it, side by side."""
    language = options.language
    yield Heading(3, f"{phrases.DOUBT.in_(language)} {doubt.name}")
    if doubt.words:  # it stands above already, in the letters of the text
        yield Line(doubt.words, "words")
    heads: list[str] = []
    sides: list[str] = []
    for reading in doubt.readings:
        tag = wording.TAG.fill(text=phrases.WORKING).in_(language) if works(entry, doubt, reading.name) else ""
        heads.append(reading.name + tag)
        own = [_flat(each, options) for each in particular(entry, part, doubt, reading.name)]
        sides.append("\n".join(own) or phrases.AS_ABOVE.in_(language))
    yield Grid(tuple(heads), (tuple(sides),))
    if options.audience == "review":
        yield from _findings(of_doubt(entry, doubt), options)


def _flat(each: Said, options: Options) -> str:
    language = options.language
    colon = wording.COLON.in_(language)
    rows = "".join(f"\n{colon.join(words.in_(language) for words in row)}" for row in each.rows)
    return f"{each.topic.in_(language)}{colon}{each.words.in_(language)}{rows}"


def _counts(entry: Entry, part: Part, options: Options) -> Iterator[tuple[str, str, bool]]:
    """Yield how many rows of the examples of a part pass, as a row of what is said of it."""
    language = options.language
    ran = [rows for table in part.tables if (rows := entry.rows_of(part, table))]
    count = sum(len(rows) for rows in ran)
    if count:
        passed = sum(named.passed for rows in ran for named in rows)
        words = wording.ALL_PASSED if passed == count else wording.SOME_PASSED
        told = words.fill(tables=str(len(ran)), n=str(count), passed=str(passed)).in_(language)
        yield phrases.EXAMPLES.in_(language), told, False


def _examples(entry: Entry, part: Part, options: Options, *, full: bool) -> Iterator[Block]:
    """Yield the tables of examples: every row, or those that did not pass."""
    language = options.language
    for table in part.tables:
        kind = phrases.SCENARIO if table.scenario else phrases.EXAMPLES
        ran = entry.rows_of(part, table)
        failed = {named.row.span for named in ran if not named.passed}
        if not full and not failed:
            continue
        yield Heading(3, " ".join(word for word in (kind.in_(language), table.title) if word))
        if ran:
            passed = str(sum(named.passed for named in ran))
            yield Line(phrases.ROWS.fill(passed=passed, all=str(len(ran))).in_(language), "hint")
        marks = {named.row.span: verdict(named)[1] for named in ran}
        shown = [row for row in table.rows if full or (row.span and row.span in failed)]
        rows = tuple((marks.get(row.span, "") if row.span else "", *cells(row)) for row in shown)
        yield Grid(("", *columns(table)), rows)


def _findings(found: Iterable[Diagnostic], options: Options) -> Iterator[Block]:
    language = options.language
    colon = wording.COLON.in_(language)
    for each in found:
        tone = _TONES.get(each.severity, "plain")
        yield Line(each.message(language), tone, each.severity.words.in_(language) + colon)
        if each.witness is not None:
            proof = [f"{name} = {value.in_(language)}" for name, value in each.witness.facts]
            proof += [f"{what.in_(language)}{colon}{came.in_(language)}" for what, came in each.witness.outcome]
            stop = "；" if language == "zh" else "; "
            yield Line(stop.join(proof), lead=wording.PROOF.in_(language))
