"""brat standoff: a folder with a text (`.txt`) and its annotations (`.ann`) for each article.

Written are `annotation.conf` and `visual.conf` made from the schema, and below them a folder for each annotator
(`NAME`, his gold in `NAME.gold`); articles without annotations stand beside the configuration, as texts only.

- entities and arguments are text-bound annotations (T); fragments are brat's, and a stretch over a line end is
  written as one fragment a line, because brat knows none other;
- a commitment is an event (E) whose trigger is its span and whose arguments are its roles;
- closed attributes are attributes (A), several values of one are flags `NAME__VALUE`; open ones are normalisations
  (N) `Reference T1 canon:PER:Ahmadi`; notes, doubts and origins are notes (#);
- what brat cannot say of an annotation stands in a note of the type `Peyman`, as JSON.

Relations of other tools' files (R, *) and whatever else has no place are kept line by line in the annotation set's
`foreign["brat"]` and written back. Offsets count code points of the file, a byte order mark included.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from peyman.core.decode import MAX_LENGTH, decode
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Extent, Json, Span
from peyman.core.schema import Schema

from .base import DEFAULTS, GOLD, Format, Labels, Options, name_in_file
from .brat_write import (
    CONFIGURATION,
    HOLDS,
    MARK,
    OWN_NOTE,
    SPAN_LAYERS,
    Lines,
    flat,
    is_open,
    joined,
    plan,
    reference,
    write_folder,
)
from .building import SetBuilder, in_order, lies_in, plain_document, short, text_lines, typed, unicode_name
from .offsets import UNITS, OffsetVote, offsets_option
from .strict_json import parse_object

_UNITS = ("code-points", "utf-16", "code-points-lf")  # of the server, of a browser, of what reads CR LF as one
OFFSETS = offsets_option(*_UNITS, only="import")

MESSAGES |= {
    "brat_no_text": QT_TRANSLATE_NOOP(
        "errors", "“{file}”: the text it annotates, “{text}”, is not beside it. Put it there."
    ),
    "brat_text_link": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}”: the text it annotates, “{text}”, is a link that leads to another folder. Put the text itself there.",
    ),
    "brat_syntax": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: “{found}” is no annotation of brat's; expected is “{wanted}”. Correct it."
    ),
    "brat_id_twice": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: the id “{id}” stands twice. Give each annotation its own id."
    ),
    "brat_no_target": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: there is no “{id}” in this file. Add it or remove this line."
    ),
    "brat_self": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: the event “{id}” has itself as an argument. Correct it."
    ),
    "brat_own_note": QT_TRANSLATE_NOOP(
        "errors", "“{file}”, line {line}: the note of type “Peyman” does not hold what Peyman writes. Remove it."
    ),
}


# Reading -----------------------------------------------------------------------------------------------------------

_TEXT_BOUND = re.compile(r"(\S+) ([0-9]{1,10} [0-9]{1,10}(?:;[0-9]{1,10} [0-9]{1,10})*)")
_EVENT = re.compile(r"([^\s:]+):(\S+)((?: +[^\s:]+:\S+)*) *")
_RELATION = re.compile(r"(\S+) ([^\s:]+):(\S+) ([^\s:]+):(\S+)\s*")
_ATTRIBUTE = re.compile(r"(\S+) (\S+)(?: (\S+))? *")
_REFERENCE = re.compile(r"Reference (\S+) ([^\s:]+):(\S+) *")
_NOTE = re.compile(r"(\S+) (\S+) *")
_WANTED = {
    "T": "T1⇥TYPE 0 5⇥TEXT",
    "E": "E1⇥TYPE:T1 ROLE:T2",
    "R": "R1⇥TYPE Arg1:T1 Arg2:T2",
    "A": "A1⇥NAME T1 VALUE",
    "M": "M1⇥NAME T1",
    "#": "#1⇥AnnotatorNotes T1⇥NOTE",
}


_ASIDE = ("", "")  # layer and label of what becomes no span


@dataclass
class _Line:
    """One line of an .ann file, cut up; a T line's span is made from its offsets later."""

    number: int
    id: str
    body: str
    tail: str
    raw: str


@dataclass
class _About:
    """What A, N and # lines say of one annotation."""

    attributes: dict[str, Json] = field(default_factory=dict)
    note: str = ""
    doubt: str = ""
    origin: str = ""
    own: dict[str, Any] = field(default_factory=dict)


def read(path: Path, schema: Schema, options: Options = DEFAULTS) -> Iterator[AnnotatedDocument]:
    """Yield the article of an `.ann` file, whose text lies beside it, or of a text without annotations.

    Raises:
        PeymanError: `brat_…`, `import_…`, `offsets_…`, `labels_unknown`, `annotator_not_told`, `text_file_…`,
            and what `decode` raises.
    """
    text_path = path.with_suffix(".txt")
    if not text_path.is_file():
        raise PeymanError("brat_no_text", file=path.name, text=text_path.name)
    if text_path != path and not lies_in(text_path, path.parent):
        raise PeymanError("brat_text_link", file=path.name, text=text_path.name)
    with text_path.open("rb") as stream:
        decoded = decode(stream.read(min(text_path.stat().st_size, MAX_LENGTH) + 1), text_path.name)
    ours, told, gold = _told_by_folder(path)
    name = name_in_file(unicode_name(text_path)) if ours else unicode_name(text_path)
    document = plain_document(name, decoded.text, encoding=decoded.encoding)
    if path.stat().st_size > MAX_LENGTH:
        raise PeymanError("text_too_long", where=path.name, megabytes=MAX_LENGTH // 1_000_000)
    if path.suffix.lower() == ".txt":
        yield AnnotatedDocument(document)
        return
    builder = SetBuilder(
        document, options.owner(path.name, told), path.name,
        "gold" if gold and options.annotator in ("", told) else "annotation",
    )  # fmt: skip
    reader = _Reader(path, decoded.text, decoded.bom, ours, builder, schema, options)
    yield AnnotatedDocument(document, reader.read())


def _told_by_folder(path: Path) -> tuple[bool, str, bool]:
    """Return whether we wrote this folder, and then whose the annotations in it are, and whether they are gold."""
    configuration = path.resolve().parent.parent / CONFIGURATION
    if not lies_in(configuration, configuration.parent):
        return False, "", False
    with configuration.open("rb") as stream:
        if stream.read(len(MARK)) != MARK.encode():
            return False, "", False
    folder = unicode_name(path.resolve().parent)
    return True, name_in_file(folder.removesuffix(GOLD)), folder.endswith(GOLD)


class _Reader:
    """Reads one .ann file: its lines first, for they may come in any order, then spans, events, the rest."""

    def __init__(
        self, path: Path, text: str, bom: bool, ours: bool, builder: SetBuilder, schema: Schema, options: Options
    ) -> None:
        self._path = path
        self._ours = ours
        self._file = path.name
        self._text = text
        self._bom = bom
        self._builder = builder
        self._schema = schema
        self._options = options
        self._labels = Labels(schema, options)
        self._lines: dict[str, list[_Line]] = {kind: [] for kind in "TEANR*#"}
        self._places: dict[str, list[Extent]] = {}  # T lines by id, in code points
        self._types: dict[str, tuple[str, str]] = {}  # layer and label by id
        self._triggers: dict[str, list[str]] = {}  # events by their triggers
        self._spans: dict[str, Span] = {}
        self._about: dict[str, _About] = {}
        self._foreign: Lines = []
        self._last_relation = 0  # the highest number in use

    def _fail(self, code: str, line: _Line, **data: object) -> NoReturn:
        raise PeymanError(code, file=self._file, line=line.number, **data)

    def _cut(self, pattern: re.Pattern[str], line: _Line) -> re.Match[str]:
        return pattern.fullmatch(line.body) or self._misread(line)

    def _misread(self, line: _Line) -> NoReturn:
        wanted = _WANTED.get(line.raw[0], _WANTED["T"])
        self._fail("brat_syntax", line, found=short(line.raw), wanted=wanted)

    def read(self) -> AnnotationSet:
        self._read_lines()
        self._locate()
        events = [(line, self._cut(_EVENT, line)) for line in self._lines["E"]]
        self._find_types(events)
        roles = [(line, *role) for line, match in events for role in self._roles_of_event(line, match)]
        roles += [(line, *role) for line in self._lines["R"] for role in self._role_of_relation(line)]
        self._labels.check(self._file)
        if self._labels.is_only_looked_at:
            return self._builder.made()
        for kind, take in (("A", self._take_attribute), ("N", self._take_reference), ("#", self._take_note)):
            for line in self._lines[kind]:
                take(line)
        self._make_spans(events)
        repeated: list[Json] = []
        for line, label, source, target in roles:
            first, second = self._spans[source], self._spans[target]
            if first.id == second.id:
                self._fail("brat_self", line, id=source)
            own_id = line.id if line.id[0] == "R" else ""
            if self._builder.add_role(label, first, second, source_id=own_id) is None:  # it stands there already
                repeated.append(f"{line.id} {label}:{target}")
        foreign: dict[str, Json] = {"brat": list(self._foreign), "brat repeated roles": repeated}
        return self._builder.made(foreign={name: kept for name, kept in foreign.items() if kept})

    def _find_types(self, events: Sequence[tuple[_Line, re.Match[str]]]) -> None:
        """Find layer and label of each line; what was mapped to nothing has none and is kept, in our offsets."""
        for line, match in events:
            self._triggers.setdefault(self._known(match[2], line, self._places), []).append(line.id)
        words = {line.id: line.tail for line in self._lines["T"]}
        for line, match in events:
            found = self._labels.find(match[1], "commitment", example=words[match[2]])
            self._types[line.id] = found or _ASIDE
        for line in self._lines["T"]:
            label = self._cut(_TEXT_BOUND, line)[1]
            found = None
            if line.id not in self._triggers:
                found = self._labels.find(label, *SPAN_LAYERS, example=line.tail)
            self._types[line.id] = found or _ASIDE
            if found is None and all(self._is_aside(event) for event in self._triggers.get(line.id, [])):
                offsets = ";".join(f"{start} {end}" for start, end in self._places[line.id])
                self._foreign.append(f"{line.id}\t{label} {offsets}\t{line.tail}")
        self._foreign += [line.raw for line, _ in events if self._is_aside(line.id)]

    def _is_aside(self, own_id: str) -> bool:
        return self._types[own_id] == _ASIDE

    # Lines

    def _read_lines(self) -> None:
        seen: set[str] = set()
        for place, raw in text_lines(self._path):
            if not raw.strip():
                continue
            own_id, _, rest = raw.partition("\t")
            body, _, tail = rest.partition("\t")
            line = _Line(place, own_id.strip(), body, tail, raw)
            kind = {"M": "A"}.get(raw[0], raw[0])
            if kind not in self._lines or not rest:
                self._misread(line)
            if kind not in "#*" and line.id in seen:
                self._fail("brat_id_twice", line, id=line.id)
            seen.add(line.id)
            if number := re.fullmatch("R([0-9]{1,9})", line.id):
                self._last_relation = max(self._last_relation, int(number[1]))
            self._lines[kind].append(line)
        self._foreign += [line.raw for line in self._lines["*"]]

    def _known(self, own_id: str, line: _Line, among: Mapping[str, object]) -> str:
        if own_id not in among:
            self._fail("brat_no_target", line, id=short(own_id))
        return own_id

    def _locate(self) -> None:
        """Find the unit of the offsets by the texts beside them, and turn them into code points of our text."""
        given: list[tuple[_Line, list[Extent]]] = []
        for line in self._lines["T"]:
            pairs = [pair.split() for pair in self._cut(_TEXT_BOUND, line)[2].split(";")]
            given.append((line, [(int(start), int(end)) for start, end in pairs]))
        chosen = self._options.of(OFFSETS)
        if self._ours:  # what we wrote is plain; what somebody then added in a browser may not be
            with contextlib.suppress(PeymanError):
                self._places = self._placed(given, "code-points", int(self._bom))
                return
        # Other programs take a byte order mark for the first character of the text.
        found: list[dict[str, list[Extent]]] = []
        for shift in (1, 0) if self._bom else (0,):
            try:
                found.append(self._placed(given, chosen, shift))
            except PeymanError:
                if shift == 0 and not found:
                    raise
        if len(found) == 2 and found[0] != found[1]:
            raise PeymanError("offsets_ambiguous", file=self._file, units="the byte order mark, nothing for it")
        self._places = found[0]

    def _placed(self, given: Sequence[tuple[_Line, list[Extent]]], unit: str, shift: int) -> dict[str, list[Extent]]:
        """Return the places of the T lines; `shift` is how many characters before the text are counted."""
        moved = [(line, [(start - shift, end - shift) for start, end in pieces]) for line, pieces in given]
        vote = OffsetVote(self._file, _UNITS, unit)
        quoted = [(pieces, line.tail.strip() and line.tail, f"line {line.number}") for line, pieces in moved]
        vote.see_pieces(self._text, [(p, quote or None, where) for p, quote, where in quoted], flat)
        convert = UNITS[vote.unit()](self._text)
        return {line.id: [(convert(a) or 0, convert(b) or 0) for a, b in pieces] for line, pieces in moved}

    # Roles

    def _roles_of_event(self, line: _Line, match: re.Match[str]) -> Iterator[tuple[str, str, str]]:
        """Yield the roles of an event; what is none is kept as a relation, as the event itself is written anew."""
        for argument in match[3].split():
            role, _, target = argument.partition(":")
            # The second argument of a role is numbered; some roles end in digits themselves.
            names = [role[:end] for end in range(len(role), len(role.rstrip("0123456789")) - 1, -1)]
            known = (name for name in names if name and self._labels.knows(name, "role"))
            name, end = next(known, names[-1] or role), self._end(target, line)
            found = self._labels.role(name, self._types[line.id][0], self._types[end][0])
            if found is not None:
                yield found, line.id, end
            elif not self._is_aside(line.id):
                self._last_relation += 1
                self._foreign.append(f"R{self._last_relation}\t{name} Arg1:{line.id} Arg2:{end}\t")

    def _role_of_relation(self, line: _Line) -> Iterator[tuple[str, str, str]]:
        """A relation is a role where it leads from a commitment; of others Peyman knows nothing."""
        match = self._cut(_RELATION, line)
        source, target = self._end(match[3], line), self._end(match[5], line)
        found = self._labels.role(match[1], self._types[source][0], self._types[target][0])
        if found is None:
            self._foreign.append(line.raw)
        else:
            yield found, source, target

    def _end(self, own_id: str, line: _Line) -> str:
        """Return what an argument leads to: where it is the trigger of an event, that event."""
        events = self._triggers.get(own_id)
        return events[0] if events else self._known(own_id, line, self._types)

    # Attributes, normalisations, notes

    def _targets(self, own_id: str) -> list[str]:
        ids = self._triggers.get(own_id) or ([own_id] if own_id in self._types else [])
        return [one for one in ids if not self._is_aside(one)]

    def _described(self, line: _Line, own_id: str) -> list[tuple[_About, str]]:
        """Return the records of a line's targets and their layers; a line about something else is kept as it is."""
        targets = self._targets(own_id)
        if not targets:
            self._foreign.append(line.raw)
        return [(self._about.setdefault(target, _About()), self._types[target][0]) for target in targets]

    def _take_attribute(self, line: _Line) -> None:
        name, own_id, value = self._cut(_ATTRIBUTE, line).groups()
        if own_id[0] in "TE":
            self._known(own_id, line, self._types)
        for about, layer_id in self._described(line, own_id):
            layer = self._schema.layer(layer_id)
            flags = [a.id for a in layer.attributes if a.kind == "multi" and name.startswith(f"{a.id}__")]
            several = max(flags, key=len, default="")
            if value is None and several:
                before = about.attributes.get(several)
                choice = name.removeprefix(f"{several}__")
                about.attributes[several] = [*(before if isinstance(before, list) else []), choice]
            else:
                about.attributes[name] = True if value is None else typed(layer.attribute(name), value)

    def _take_reference(self, line: _Line) -> None:
        match = _REFERENCE.fullmatch(line.body)
        targets = self._targets(match[1]) if match else []
        if match is None or not targets:
            self._foreign.append(line.raw)
            return
        _, name, given = match.groups()
        for own_id in targets:
            attribute = self._schema.layer(self._types[own_id][0]).attribute(name)
            if attribute is None or not is_open(attribute) or reference(line.tail) != given:
                self._foreign.append(line.raw)
                return
            value: Json = line.tail
            if line.tail.startswith("{"):
                value = parse_object(line.tail.encode(), self._file, line.number)
            self._about.setdefault(own_id, _About()).attributes[name] = value

    def _take_note(self, line: _Line) -> None:
        kind, own_id = self._cut(_NOTE, line).groups()
        for about, _ in self._described(line, own_id):
            if kind == "AnnotatorNotes":
                about.note = f"{about.note}\n{line.tail}" if about.note else line.tail
            elif kind == "Doubt" and not about.doubt:
                about.doubt = line.tail
            elif kind == "Origin" and not about.origin:
                about.origin = line.tail
            elif kind == OWN_NOTE:
                about.own = self._own(line)
            else:
                self._foreign.append(line.raw)

    def _own(self, line: _Line) -> dict[str, Any]:
        own = parse_object(line.tail.encode(), self._file, line.number)
        kinds: dict[str, type] = {
            "attributes": dict, "foreign": dict, "fragments": list, "note": str, "doubt": str, "origin": str,
            "as": str, "start": int, "end": int,
        }  # fmt: skip
        pairs = own.get("fragments", [])
        if any(type(value) is not kinds.get(key) for key, value in own.items()) or not all(
            type(pair) is list and len(pair) == 2 and all(type(edge) is int for edge in pair) for pair in pairs
        ):
            self._fail("brat_own_note", line)
        return own

    # Spans

    def _make_spans(self, events: Sequence[tuple[_Line, re.Match[str]]]) -> None:
        for line in self._lines["T"]:
            if line.id not in self._triggers and not self._is_aside(line.id):
                self._make_span(line, line)
        triggers = {line.id: line for line in self._lines["T"]}
        for line, match in events:
            if not self._is_aside(line.id):
                self._make_span(line, triggers[match[2]])

    def _make_span(self, line: _Line, place: _Line) -> None:
        about = self._about.get(line.id, _About())
        own = about.own
        layer, label = self._types[line.id]
        start, end, fragments = joined(self._text, self._places[place.id])
        if "as" in own and own["as"] == self._cut(_TEXT_BOUND, place)[2]:
            # The stretch that brat could not show, unless somebody has moved it since.
            start, end = own.get("start", start), own.get("end", end)
            fragments = [(low, high) for low, high in own.get("fragments", [])]
        span = self._builder.add_span(
            layer, label, start, end,
            where=f"line {place.number}", fragments=fragments,
            attributes=in_order(self._schema.layer(layer), {**about.attributes, **own.get("attributes", {})}),
            note=own.get("note", about.note), doubt=own.get("doubt", about.doubt),
            origin=own.get("origin", about.origin), source_id=line.id, foreign=own.get("foreign", {}),
        )  # fmt: skip
        self._spans[line.id] = span


FORMAT = Format(
    name="brat",
    title=QT_TRANSLATE_NOOP("formats", "brat standoff: a folder of texts and annotations, with its configuration"),
    extensions=(".ann",),
    example="T1⇥PER 0 13⇥علی‌رضا احمدی",
    holds=HOLDS,
    read=read,
    plan=plan,
    write_folder=write_folder,
    beside=(".txt",),
    options=(OFFSETS,),
)
