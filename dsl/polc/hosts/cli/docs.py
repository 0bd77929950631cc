"""``polc docs``: the site of some policies, as Markdown (export), built (build) or served with live reload (serve)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from polc.diagnostics import Diagnostic, Severity, Words
from polc.hosts.cli import exits
from polc.hosts.cli.language import spoken

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from polc.hosts.cli.parser import Parser
    from polc.site import Options, Site
    from polc.site.contents import Entry
    from polc.workspace.load import Workspace

_CONFIG = "mkdocs.yml"
_NO_MKDOCS = Words(
    '建站要先装 mkdocs：pip install "polc[docs]"；polc docs export 不用装',
    'building a site needs mkdocs: pip install "polc[docs]"; polc docs export does not',
)
_ONLY_EXPORT = Words("--format 只用于 polc docs export", "--format goes with polc docs export only")
_ONE_WRITTEN = Words("写了 {where}", "wrote {where}")
_WRITTEN = Words("写了 {n} 个文件到 {where}", "wrote {n} files to {where}")


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument(
        "action", choices=("export", "build", "serve"),
        help=say("导出 Markdown、建成网站、边改边看", "export Markdown, build the site, serve it while you edit"),
    )  # fmt: skip
    parser.add_argument(
        "paths",
        nargs="*",
        default=["policies"],
        metavar="PATH",
        help=say("政策文件或文件夹", "policies: files or folders"),
    )
    parser.add_argument(
        "--format", choices=("md", "docx", "pdf", "xlsx"), default="md",
        help=say("export 写成什么；xlsx 是示例表", "what export writes; xlsx holds the examples"),
    )  # fmt: skip
    parser.add_argument(
        "--full", action="store_true",
        help=say("docx、pdf 里示例的每一行都写上", "every row of the examples too, in a docx or PDF"),
    )  # fmt: skip
    parser.add_argument("--to", metavar="PATH", default="site", help=say("写到哪里", "where to write"))
    parser.add_argument(
        "--audience", choices=("public", "review"), default="review",
        help=say("给谁看：public 不显示发现", "for whom: public hides findings"),
    )  # fmt: skip
    parser.add_argument("--as-of", metavar="DATE", help=say("按哪一天看有效期", "the day that validity is told for"))
    parser.add_argument(
        "--strict", action="store_true", help=say("有错误就不建", "build nothing where a policy has errors")
    )
    parser.add_argument(
        "--address", default="127.0.0.1:8000", metavar="HOST:PORT", help=say("serve 用的地址", "where serve listens")
    )


def run(args: argparse.Namespace) -> int:
    """Do what is asked; return 1 where ``--strict`` forbids it."""
    if args.action == "export":
        return _export(args) if args.format == "md" else _paper(args)
    if args.format != "md":
        print(f"polc: {_ONLY_EXPORT.in_(spoken(args))}", file=sys.stderr)
        return exits.USAGE
    try:
        import mkdocs  # noqa: F401
    except ModuleNotFoundError:
        print(f"polc: {_NO_MKDOCS.in_(spoken(args))}", file=sys.stderr)
        return exits.USAGE
    from polc.hosts.site_build import build, serve

    own = {"paths": args.paths, "audience": args.audience, "as_of": args.as_of, "language": spoken(args)}
    if args.action == "serve":
        return serve(own, args.address)
    return build(own, Path(args.to), strict=args.strict)


def _export(args: argparse.Namespace) -> int:
    """Write the Markdown and the assets."""
    from polc.hosts.site_written import write

    site, errors = _generated(args)
    target = Path(args.to)
    write(site, target)
    print(_WRITTEN.fill(n=str(len(site.files)), where=str(target)).in_(spoken(args)))
    return exits.FOUND if errors and args.strict else exits.FINE


def _paper(args: argparse.Namespace) -> int:
    """Write each policy as a file of its own."""
    from polc.hosts.paper import PaperError, write

    entries, options, errors = _gathered(args)
    try:
        written = write(entries, args.format, Path(args.to), options, full=args.full)
    except PaperError as error:
        print(f"polc: {error.words.in_(options.language)}", file=sys.stderr)
        return exits.USAGE
    for path in written:
        print(_ONE_WRITTEN.fill(where=str(path)).in_(options.language))
    return exits.FOUND if not written or (errors and args.strict) else exits.FINE


def _generated(args: argparse.Namespace) -> tuple[Site, Sequence[object]]:
    from polc.hosts.cli import as_of
    from polc.hosts.cli.progress import DRAWN, progress
    from polc.hosts.site_made import site_of
    from polc.site.options import Options
    from polc.workspace.cache import usual
    from polc.workspace.means import Means, cores

    day, pinned = as_of.day(args.as_of), args.as_of is not None
    said = spoken(args)
    with progress(sys.stderr, said) as checked, progress(sys.stderr, said, DRAWN) as drawn:
        made = site_of(
            args.paths,
            lambda languages: Options(day, args.audience, spoken(args, *languages), pinned=pinned),
            Means(usual(), cores(), checked),
            drawn,
        )
    return made.site, _reported(made.errors, made.options)


def _gathered(args: argparse.Namespace) -> tuple[list[Entry], Options, Sequence[object]]:
    from polc.site.contents import gather
    from polc.workspace.cache import usual
    from polc.workspace.checked import examined
    from polc.workspace.means import Means
    from polc.workspace.suite import run_suite

    space, options = _loaded(args)
    found = examined(space, options.day, means=Means(usual())).findings
    return gather(space, found, run_suite(space)), options, _reported(found, options)


def _loaded(args: argparse.Namespace) -> tuple[Workspace, Options]:
    from polc.hosts.cli import as_of
    from polc.site import Options
    from polc.workspace import load

    space = load(args.paths)
    language = spoken(args, *space.languages)
    return space, Options(as_of.day(args.as_of), args.audience, language, pinned=args.as_of is not None)


def _reported(found: Iterable[Diagnostic], options: Options) -> Sequence[object]:
    """Print the errors, and return them."""
    from polc.hosts.cli.report import report

    errors = [each for each in found if each.severity is Severity.ERROR]
    report(errors, options.language)
    return errors
