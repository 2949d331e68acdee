"""The command line: thin words around `exchange` and the project file. It never loads Qt.

Names, options and exit codes are a contract: 0 done, 1 problems found, 2 bad use or bad input. With `--json`,
standard output holds one JSON object and nothing else; progress and complaints go to standard error.
"""

from __future__ import annotations

import dataclasses
import io
import os
import shlex
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias, get_args

import click

from peyman import __version__, exchange
from peyman.core.agreement import agreement, panels_of, require_comparable
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.findings import AgreementReport, Estimate, Findings, Scores
from peyman.core.measures import REASONS
from peyman.core.project import Project
from peyman.core.readings import date_in_metadata, read_day
from peyman.core.schema import LANGUAGES
from peyman.formats import FORMATS, Format, Loss, Options, format_for
from peyman.formats.base import Thing
from peyman.terminal import (
    Screen,
    error_as_json,
    fields_of,
    json_option,
    opened_to_look,
    project_argument,
    table,
    write_json,
)

OpenWindow: TypeAlias = Callable[[Path | None], int]  # shows the window on a project; returns the exit code
SAMPLE = Path("build", "sample", "sample.peyman")
TRACEBACK = "PEYMAN_TRACEBACK"  # environment variable: show where an unexpected error came from

MESSAGES |= {
    "usage": QT_TRANSLATE_NOOP("errors", "{reason}"),
    "stdout_and_json": QT_TRANSLATE_NOOP(
        "errors",
        "Standard output cannot hold both the export and the JSON object. Export to a file, or leave out --json.",
    ),
    "document_unknown": QT_TRANSLATE_NOOP(
        "errors", "No article in “{path}” is called “{name}”. Leave out --document to see the names of all."
    ),
    "unexpected": QT_TRANSLATE_NOOP(
        "errors", "Something unforeseen went wrong ({reason}). Set {variable}=1 to see where, and report it."
    ),
}

def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run one command and return its exit code; every failure becomes one sentence on standard error."""
    _write_utf8()
    try:
        with peyman.make_context("peyman", list(arguments), obj=open_window) as context:
            code: int = peyman.invoke(context) or 0
        for stream in filter(None, (sys.stdout, sys.stderr)):  # a windowed program has neither
            stream.flush()
    except click.exceptions.Exit as done:  # -h and --version
        return done.exit_code
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except click.ClickException as error:
        error.show(sys.stderr)
        return _failed(PeymanError("usage", reason=error.format_message()), arguments, shown=True)
    except PeymanError as error:
        return _failed(error, arguments)
    except OSError as error:
        return _failed(exchange.worded(error, "standard output"), arguments)
    except Exception as error:  # a bug; a traceback helps nobody who did not ask for it
        if os.environ.get(TRACEBACK):
            traceback.print_exc()
        reason = f"{type(error).__name__}: {error}"
        return _failed(PeymanError("unexpected", reason=reason, variable=TRACEBACK), arguments)
    return code


def _failed(error: PeymanError, arguments: Sequence[str], *, shown: bool = False) -> int:
    if not shown:
        click.echo(f"peyman: {error}", err=True)
    if "--json" in arguments:
        write_json({"error": error_as_json(error)})
    return 2


def _write_utf8() -> None:
    """Write UTF-8 whatever the console says it takes: names and texts are Persian and Russian."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


option_option = click.option(
    "--option", "values", multiple=True, metavar="NAME=VALUE", help="Choose something about the format; see “formats”."
)


def _options(values: Sequence[str]) -> dict[str, str]:
    for value in values:
        if "=" not in value:
            raise click.BadParameter(f"“{value}” is not of the form NAME=VALUE.", param_hint="--option")
    return {name: value for name, _, value in (entry.partition("=") for entry in values)}


class _Commands(click.Group):
    """Those of other modules are loaded when they are asked for: nothing else needs the half of Peyman behind them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        self._load()
        return super().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.commands:
            self._load()
        return super().get_command(ctx, cmd_name)

    def _load(self) -> None:
        from peyman import demo, releasing, team  # noqa: PLC0415 - the window and every worker would wait for them

        for command in (*team.COMMANDS, *releasing.COMMANDS, demo.demo):
            self.add_command(command)


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="peyman", message="%(prog)s %(version)s")
@click.option("--sample", is_flag=True, hidden=True)
@click.pass_context
def peyman(context: click.Context, sample: bool) -> int | None:
    """Annotate entities and commitments in Persian and Russian news, offline.

    Without a command, the window opens.
    """
    if context.invoked_subcommand is None:
        return _open(context.obj, None, sample, Screen("open", as_json=False))
    return None


@peyman.command("open")
@click.argument("project", required=False, type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, hidden=True)
@json_option
@click.pass_obj
def open_command(open_window: OpenWindow, project: Path | None, sample: bool, as_json: bool) -> int:
    """Open the window, with PROJECT if it is given."""
    return _open(open_window, project, sample, Screen("open", as_json))


def _open(open_window: OpenWindow, project: Path | None, sample: bool, screen: Screen) -> int:
    if sample:
        project = SAMPLE
        if not project.exists():
            exchange.make_sample(project, screen.progress)
    if project is not None and not project.is_file():
        raise PeymanError("project_missing", path=project)
    code = open_window(project)
    screen.result(project=project and str(project))
    return code


@peyman.command()
@project_argument
@click.option("--annotator", required=True, metavar="NAME", help="Who works in this project.")
@click.option(
    "--schema", type=click.Path(path_type=Path, readable=False), metavar="FILE",
    help="Labels and rules (TOML); there is a default.",
)
@json_option
def new(project: Path, annotator: str, schema: Path | None, as_json: bool) -> int:
    """Make the empty project file PROJECT."""
    screen = Screen("new", as_json)
    chosen = exchange.read_schema(schema)
    guidelines = exchange.guidelines_for(chosen)
    with Project.create(project, annotator=annotator, schema=chosen, guidelines=guidelines) as made:
        screen.say(f"{project} is ready for {annotator} (schema {made.schema.id} {made.schema.version}).")
        screen.result(
            project=str(project), annotator=annotator, schema={"id": made.schema.id, "version": made.schema.version}
        )
    return 0


@peyman.command("import")
@project_argument
@click.argument("path", nargs=-1, required=True)
@click.option(
    "--format", "format_name", type=click.Choice([f.name for f in FORMATS if f.read]), help="Instead of going by names."
)
@click.option("--annotator", metavar="NAME", help="Whose the annotations are, whatever the files say.")
@click.option(
    "--date", "dated", metavar="DAY|metadata",
    help="Of which day the articles are that do not say it: 2025-11-21, 1404-08-30 (Jalali), or as their metadata say.",
)
@click.option(
    "--map", "map_file", type=click.Path(path_type=Path, readable=False), metavar="FILE",
    help="Which of our labels those of the files are (TOML); \"\" keeps a label aside.",
)
@option_option
@click.option("--dry-run", is_flag=True, help="Only tell what would come in.")
@json_option
def import_command(
    project: Path, path: tuple[str, ...], format_name: str | None, annotator: str | None, dated: str | None,
    map_file: Path | None, values: tuple[str, ...], dry_run: bool, as_json: bool,
) -> int:  # fmt: skip
    """Import files, folders or patterns (PATH…) into PROJECT.

    A text that is there already is reported and not repeated. A file with an error is left out whole, named
    with its reason, and does not stop the others; the exit code is then 2.
    """
    screen = Screen("import", as_json)
    chosen = Options(_options(values))
    if format_name is not None:
        format_for(Path(), format_name).check_options(chosen.values, "import")
    if map_file is not None:  # before the project is opened for writing: nothing is to change if this fails
        with opened_to_look(project) as source:
            chosen = dataclasses.replace(chosen, labels=exchange.read_map(map_file, source.schema))
    dating = _dating(dated) if dated else None
    with Project.open(project, read_only=dry_run) as target:
        report = exchange.import_paths(
            target, path, format_name=format_name, annotator=annotator, options=chosen, dating=dating,
            progress=screen.progress, arrivals=screen.thousands, dry_run=dry_run,
        )  # fmt: skip
        worker = target.annotator
    _tell_import(report, screen)
    if any(refused.reason.code == "annotator_not_told" for refused in report.refused):
        screen.say(f"If they are by {worker}, who works in this project, add: --annotator {shlex.quote(worker)}")
    if dry_run:
        screen.say("Nothing is changed: this is what would come in.")
    unknown = report.unknown_labels
    if unknown:
        click.echo("\nA map for --map, to be filled in with labels of ours (\"\" keeps aside):\n", err=True)
        click.echo(exchange.map_to_fill(unknown), err=True)
    screen.result(
        project=str(project), dry_run=dry_run, **fields_of(report), unmapped_kinds=report.unmapped_kinds,
        unknown_labels=unknown,
    )  # fmt: skip
    return 2 if report.refused else 0


def _dating(given: str) -> exchange.Dating:
    """Return what `--date` says of each article."""
    if given == "metadata":
        return lambda document: date_in_metadata(document.meta)
    day = read_day(given, ("en", "fa"))
    return lambda _document: day


def _tell_import(report: exchange.ImportReport, screen: Screen) -> None:
    for added in report.added:
        day = f", {added.date}" if added.date else ""
        tokens = f", {added.tokens} tokens" if added.tokens else ""
        screen.say(f"+ {added.name}: {added.title} ({added.language}, {added.encoding}{tokens}{day})")
        if added.name_in_file:
            screen.say(f"  (another text is called “{added.name_in_file}” already)")
    for entry in report.sets_added:
        screen.say(f"+ {entry.document}: annotations of {entry.annotator} ({entry.kind})")
    for entry in report.sets_there:
        screen.say(f"= {entry.document}: annotations of {entry.annotator} ({entry.kind}) are there already")
    for duplicate in report.duplicates:
        screen.say(f"= {duplicate.name}: the same text as {duplicate.same_as}")
    for kept in report.kept:
        screen.say(f"! {kept.document}: the file says something else about {', '.join(kept.fields)}; left as it was")
    for layer, labels in report.annotations.items():
        counts = ", ".join(f"{label} {count}" for label, count in sorted(labels.items()))
        screen.say(f"  {layer}: {sum(labels.values())} ({counts})")
    for kind in report.unmapped_kinds:
        screen.say(
            f"~ kept, though Peyman does not know it: {kind.count} × {kind.kind} in {kind.documents} documents "
            f"(such as {'; '.join(kind.examples)})"
        )
    for refused in report.refused:
        screen.complain(refused.reason)
    screen.say(
        f"{len(report.added)} documents added, {len(report.duplicates)} there already, "
        f"{len(report.sets_added)} annotation sets added, {len(report.refused)} files refused."
    )


@peyman.command("export")
@project_argument
@click.argument("out")
@click.option(
    "--format",
    "format_name",
    type=click.Choice([f.name for f in FORMATS if f.is_writable]),
    help="Instead of OUT's extension.",
)
@click.option(
    "--set", "which", default="all", show_default=True, metavar="all|gold|NAME", help="Whose annotations to write."
)
@option_option
@click.option("--dry-run", is_flag=True, help="Only tell what would be written and what would be lost.")
@json_option
def export_command(
    project: Path, out: str, format_name: str | None, which: str, values: tuple[str, ...], dry_run: bool, as_json: bool
) -> int:
    """Write annotations from PROJECT to the file or folder OUT ("-": standard output).

    Without --format, OUT's extension tells. What the format cannot hold is named, with counts, here and in
    LOSSES.txt beside OUT.
    """
    screen = Screen("export", as_json)
    to_screen = out == "-" and not dry_run
    if to_screen and as_json:
        raise PeymanError("stdout_and_json")
    chosen = format_for(Path(out), format_name)
    options = Options(_options(values))
    with Project.open(project, read_only=True) as source:
        try:
            if dry_run:
                report = exchange.plan_export(source, chosen.name, which, options)
            else:
                target = sys.stdout.buffer if to_screen else Path(out)
                report = exchange.export(source, target, chosen.name, which, options)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise exchange.worded(error, out) from None
    where = "nothing is written; there would be" if dry_run else f"{out}:"
    numbers = f"{report.documents} documents, {report.sets} annotation sets"
    for line in (f"{where} {numbers}, {report.spans} spans, {report.relations} roles.", *_lost(report.losses)):
        if to_screen:
            click.echo(line, err=True)
        else:
            screen.say(line)
    screen.result(project=str(project), out=out, dry_run=dry_run, **_report(report))
    return 0


def _report(report: exchange.ExportReport) -> dict[str, object]:
    losses = [{**fields_of(loss), "message": str(loss)} for loss in report.losses]
    return {**fields_of(report), "losses": losses}


def _lost(losses: Sequence[Loss]) -> list[str]:
    return [f"  not in this format: {loss.with_examples}" for loss in losses]


@peyman.command()
@project_argument
@json_option
def check(project: Path, as_json: bool) -> int:
    """Look for damage and broken rules in PROJECT; exit code 1 if there are any."""
    screen = Screen("check", as_json)
    with Project.open(project, read_only=True) as opened:
        problems = opened.check()
        counts = opened.counts()
    for problem in problems:
        screen.say(str(problem))
    if not problems:
        screen.say(f"{project}: no problems. {', '.join(f'{count} {what}' for what, count in counts.items())}.")
    screen.result(project=str(project), counts=counts, problems=problems)
    return 1 if problems else 0


@peyman.command("agreement")
@project_argument
@click.option("--layer", metavar="LAYER", help="Only this layer of the schema, such as entity.")
@click.option("--annotators", metavar="A,B", help="Only these annotators, with commas between them.")
@json_option
def agreement_command(project: Path, layer: str | None, annotators: str | None, as_json: bool) -> int:
    """Measure how well the annotators of PROJECT agree, and each with gold.

    Only finished articles count. Each figure comes with its 95 % interval, and with what it rests on.
    """
    screen = Screen("agreement", as_json)
    with Project.open(project, read_only=True) as source:
        chosen = [name.strip() for name in annotators.split(",")] if annotators else source.annotators
        for name in chosen:
            if name not in source.annotators:
                raise PeymanError("annotator_unknown", name=name, names=", ".join(source.annotators))
        report = agreement(
            panels_of(source), source.schema, layers=[layer] if layer else None, annotators=chosen,
            total=len(source.document_numbers()), progress=screen.tenths,
        )  # fmt: skip
    assert report is not None  # nobody cancels it
    require_comparable(report, chosen)
    for line in _agreement_lines(report):
        screen.say(line)
    screen.result(project=str(project), reasons=REASONS, **fields_of(report))
    return 0


def _agreement_lines(report: AgreementReport) -> list[str]:
    """The figures between annotators, down to labels; against gold, one row for each annotator and layer."""
    lines = [f"{one.annotator}: {one.documents} articles, {one.spans} spans" for one in report.annotators]
    for out in report.left_out:
        lines.append(f"{out.annotator}: {len(out.documents)} articles left out, as they are “{out.state}”")
    if report.alone:
        lines.append(f"{len(report.alone)} articles left out, as only one annotator has finished them")
    between = report.between
    lines.append(f"{between.documents} articles, {between.pairs} pairs of sets compared")
    values = [one for layer in between.layers for one in layer.attributes] + list(between.document_labels)
    rows = [_value_row("sentence with a commitment", between.existence)] if between.existence else []
    rows += [_value_row(attribute.name, attribute.alpha) for attribute in values]
    against = [_span_row(layer.layer, layer.scores) for one in report.gold for layer in one.findings.layers]
    names = [{"against gold": one.annotator} for one in report.gold for _ in one.findings.layers]
    tables = (list(_span_rows(between)), rows, [{**name, **row} for name, row in zip(names, against, strict=True)])
    for rows in tables if between.documents else tables[2:]:
        lines += ["", *table(rows)] if rows else []
    reasons = [f"n/a {code}: {REASONS[code]}" for code in REASONS if any(f"n/a {code}" in line for line in lines)]
    return [*lines, "", "In brackets: 95 of 100 resamples of the articles lie there.", *reasons]


def _span_rows(found: Findings) -> Iterator[dict[str, object]]:
    for layer in found.layers:
        yield _span_row(layer.layer, layer.scores)
        for indent, several in (("  = ", layer.super_types), ("  ", layer.labels)):
            for scores in several:
                yield _span_row(indent + scores.name, scores)
        for pair in layer.pairs if len(layer.pairs) > 1 else ():
            yield _span_row(f"  {' – '.join(pair.annotators)}", pair.scores)


def _span_row(name: str, scores: Scores) -> dict[str, object]:
    row: dict[str, object] = {"spans": name, "exact F1": _worded(scores.exact), "relaxed F1": _worded(scores.relaxed)}
    if scores.precision and scores.recall:
        row |= {"precision": _worded(scores.precision), "recall": _worded(scores.recall)}
    return row | {"uα": _worded(scores.unitizing) if scores.unitizing else "", **_basis(scores.exact)}


def _value_row(name: str, alpha: Estimate) -> dict[str, object]:
    equal = "" if alpha.observed is None else f"{alpha.observed:.0%}"
    return {"values": name, "α": _worded(alpha), "equal": equal, **_basis(alpha)}


def _worded(found: Estimate) -> str:
    if found.value is None:
        return f"n/a {found.reason}"
    value, low, high = (f"{round(v or 0, 2) + 0.0:.2f}" for v in (found.value, found.low, found.high))  # never -0.00
    return f"{value} ({low} to {high})" if found.low is not None else value


def _basis(found: Estimate) -> dict[str, object]:
    return {"articles": found.documents, "pairs": found.pairs, "left out": found.excluded}


@peyman.command("register")
@project_argument
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write it to a .csv or .xlsx file.")
@click.option("--set", "which", default="all", show_default=True, metavar="all|gold|NAME", help="Whose commitments.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Names instead of the schema's ids.")
@json_option
def register_command(project: Path, out: Path | None, which: str, language: str | None, as_json: bool) -> int:
    """List the commitments of PROJECT: who promised what to whom, and by when.

    Deadlines that no annotator confirmed are read off the words, and say so ("program").
    """
    from peyman.core import register  # noqa: PLC0415 - reading dates is a second of imports that others do without

    screen = Screen("register", as_json)
    with Project.open(project, read_only=True) as source:
        schema = source.schema
        found = register.read(source, which)
    rows = [register.cells(row, schema, language or "") for row in found]
    if out is not None:
        try:
            exchange.export_table(project, out, register.HEADINGS, rows, rtl=language == "fa")
        except OSError as error:
            raise exchange.worded(error, out) from None
        screen.say(f"{out}: {len(rows)} commitments.")
    else:
        shown = ("article", "type", "status", "committer", "counterparty", "action", "deadline", "deadline_to")
        for row in rows:
            said = dict(zip(register.HEADINGS, row, strict=True))
            screen.say("  ".join(said[name] or "—" for name in shown))
        screen.say(f"{len(rows)} commitments.")
    listed = [dict(zip(register.HEADINGS, row, strict=True)) for row in rows if out is None]
    screen.result(project=str(project), out=out, set=which, count=len(rows), commitments=listed)
    return 0


@peyman.command("schema")
@project_argument
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write the schema to a file.")
@click.option(
    "--replace", "edited", type=click.Path(path_type=Path, readable=False), metavar="FILE",
    help="Take an edited schema: annotations follow what it merges.",
)
@json_option
def schema_command(project: Path, out: Path | None, edited: Path | None, as_json: bool) -> int:
    """Print the schema of PROJECT, or put an edited one in its place.

    What annotations have may be retired or merged, but not left out: that is refused, with counts. The change can be
    undone in the window like any other.
    """
    screen = Screen("schema", as_json)
    if edited is not None:
        return _replace_schema(project, edited, screen)
    with Project.open(project, read_only=True) as source:
        schema = source.schema
    if out is not None:
        try:
            exchange.check_file(project, out)
            with exchange.replacing(out) as stream:
                stream.write(schema.body.encode())
        except OSError as error:
            raise exchange.worded(error, out) from None
        screen.say(f"{out}: {schema.id} {schema.version}.")
    else:
        screen.say(schema.body.removesuffix("\n"))
    body = None if out else schema.body
    screen.result(project=str(project), out=out, id=schema.id, version=schema.version, body=body)
    return 0


def _replace_schema(project: Path, edited: Path, screen: Screen) -> int:
    from peyman.core import schema_draft, schema_edits  # noqa: PLC0415 - few commands need what edits TOML

    try:
        schema = exchange.read_schema(edited)
    except OSError as error:
        raise exchange.worded(error, edited) from None
    with Project.open(project) as opened:
        before = opened.schema
        planned = schema_edits.plan(opened, schema, schema_edits.Usage.of(opened))
        opened.apply(schema_edits.schema_edit(opened, planned))
        after = opened.schema
    changes = schema_draft.differences(before, after)
    for change in changes:
        screen.say(f"{change.what:9} {change.entry}{f' → {change.after}' if change.after else ''}")
    for left in planned.left:
        screen.say(f"left as it is: {left.document}, {left.annotator}: {left.entry} “{left.quote}”")
    screen.say(
        f"{project}: {after.id} {after.version}; {len(planned.changes)} annotations followed, {len(planned.left)} could"
        f" not, {planned.elsewhere} from other files are read through it."
    )
    screen.result(
        project=str(project), id=after.id, version=after.version, before=before.version,
        changes=[{**fields_of(change), "entry": str(change.entry)} for change in changes],
        followed=len(planned.changes), elsewhere=planned.elsewhere,
        left=[{**fields_of(left), "entry": str(left.entry)} for left in planned.left],
    )  # fmt: skip
    return 0


@peyman.command()
@project_argument
@click.option("--document", metavar="NAME", help="Of this article only.")
@json_option
def suggest(project: Path, document: str | None, as_json: bool) -> int:
    """Print what would be suggested to the annotator at work in PROJECT, whose annotations stay as they are.

    “withheld” says why the window keeps an article's suggestions back: it is a control article, or a shared one.
    """
    from peyman.core.suggest import suggester_of  # noqa: PLC0415 - the word lists take a moment

    screen = Screen("suggest", as_json)
    found: list[dict[str, object]] = []
    with Project.open(project, read_only=True) as opened:
        suggester = suggester_of(opened)
        for number in _numbers(opened, document):
            article, annotations = opened.document(number), opened.own_set(number)
            rejected = annotations.rejections.values()
            offered = suggester.suggest(article, annotations.spans, rejected=rejected, article_date=article.date)
            withheld = opened.withheld(number)
            screen.say(f"{article.name}: {len(offered)} suggestions{withheld and f' (withheld: {withheld})'}")
            for one in offered:
                screen.say(f"  {one.label:6} {one.start:>6}–{one.end:<6} {one.source:9} {one.score:.2f}  {one.quote}")
            found.append({"document": article.name, "withheld": withheld, "suggestions": offered})
    screen.result(project=str(project), documents=found)
    return 0


def _numbers(project: Project, name: str | None) -> list[int]:
    """Return the documents of a project, or the one called `name`."""
    if name is None:
        return project.document_numbers()
    number = project.number_by_name(name)
    if number is None:
        raise PeymanError("document_unknown", name=name, path=project.path)
    return [number]


@peyman.command()
@json_option
def formats(as_json: bool) -> int:
    """List the formats, and what each can hold."""
    screen = Screen("formats", as_json)
    for line in formats_table():
        screen.say(line)
    screen.say("")
    for known in FORMATS:
        screen.say(f"{known.name:12} {_ways(known):14} {' '.join(known.extensions):8} {known.title}")
        screen.say(f"{'':12} {known.example}")
        for option in known.options:
            choices = "|".join(option.choices) or "…"
            when = f"{option.default}; {option.only or 'both ways'}"
            screen.say(f"{'':12} --option {option.name}={choices} ({when}): {option.help}")
    screen.result(
        formats=[
            {
                "name": known.name,
                "title": known.title,
                "extensions": known.extensions,
                "import": known.read is not None,
                "export": known.is_writable,
                "options": known.options,
                "holds": sorted(known.holds),
                "example": known.example,
            }
            for known in FORMATS
        ]
    )
    return 0


def formats_table() -> list[str]:
    """Return what each format can hold, as a table of Markdown; the README has it too."""
    lines = ["| format | files | way | holds |", "|---|---|---|---|"]
    for known in FORMATS:
        files = ", ".join(f"`{extension}`" for extension in known.extensions)
        way = ", ".join(way for way, there in (("in", known.read), ("out", known.is_writable)) if there)
        lines.append(f"| `{known.name}` | {files} | {way} | {_held(known)} |")
    return lines


def _held(known: Format) -> str:
    """Say what a format holds, or what it does not, whichever is shorter."""
    things = get_args(Thing)
    held, lost = ([one for one in things if (one in known.holds) is there] for there in (True, False))
    if not lost:
        return "everything"
    return ", ".join(held) if len(held) <= len(lost) else f"all but {', '.join(lost)}"


def _ways(known: Format) -> str:
    return ", ".join(way for way, there in (("import", known.read), ("export", known.is_writable)) if there)
