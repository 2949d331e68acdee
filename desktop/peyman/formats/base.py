"""What a format is: a name, a reader, a writer, and an honest record of what it can hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias, get_args
from urllib.parse import unquote

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.model import AnnotatedDocument, AnnotationSet, Attributes, Document
from peyman.core.schema import Schema

from .foreign import by_kind, kept_things

Thing: TypeAlias = Literal[
    "texts",  # whole, so that a project can be made from the file alone
    "metadata",
    "annotators",  # several in one file
    "states",  # unfinished, skipped and why
    "gold",
    "nested",
    "crossing",
    "fragments",
    "relations",
    "attributes",
    "document labels",
    "notes",
    "doubts",
    "origins",  # that an annotation was accepted from a suggestion
    "foreign",  # keys that Peyman does not know
]

EVERYTHING: frozenset[Thing] = frozenset(get_args(Thing))
EXAMPLE = 60  # code points of the words that are shown of an unknown label

MESSAGES |= {
    "option_unknown": QT_TRANSLATE_NOOP(
        "errors", "The format “{format}” has no option “{option}”. It has: {known}. Leave it out or choose one of them."
    ),
    "option_value": QT_TRANSLATE_NOOP(
        "errors", "The option “{option}” of the format “{format}” cannot be “{value}”. Choose one of: {known}."
    ),
    "format_needs": QT_TRANSLATE_NOOP(
        "errors",
        "The format “{name}” needs {package}, which is not installed here. Run: pip install \"peyman[{extra}]\"",
    ),
    "annotator_not_told": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” does not say whose its annotations are. Name the annotator, with --annotator or in the window.",
    ),
    "labels_unknown": QT_TRANSLATE_NOOP(
        "errors",
        "“{file}” has labels that this project's schema does not have: {labels}. Say in a TOML file which of ours "
        "they are, or \"\" to keep them aside (--map), or make a project whose schema has them.",
    ),
}


# What may be chosen ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Option:
    """Something about a format that can be chosen: `--option NAME=VALUE`.

    Attributes:
        default: what holds when nothing is said.
        choices: the allowed values; empty: any text.
        only: the way it matters in, where that is one of the two.
        title: what the window calls it, marked for translation under `options`; else its name.
        choice_titles: what it calls the choices, marked alike; else what they are. Without choices, "" stands for the
            default: the window then offers it beside the values that the files have (`Options.offered`).
    """

    name: str
    help: str
    default: str = ""
    choices: tuple[str, ...] = ()
    only: Literal["", "import", "export"] = ""
    title: str = ""
    choice_titles: Mapping[str, str] = field(default_factory=dict)


UnknownLabel: TypeAlias = Callable[[str, tuple[str, ...], str], None]
Offered: TypeAlias = Callable[[str, tuple[str, ...]], None]


def _none_known(sha256: str, name: str) -> Document | None:  # noqa: ARG001
    return None


def _not_offered(option: str, values: tuple[str, ...]) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Options:
    """How this one import or export is wanted.

    Attributes:
        values: of the format's options, as far as they were given.
        labels: for each layer of the schema, which of its labels a label of the source is (`--map`); "" keeps
            what has it aside, in `foreign`.
        annotator: whose the annotations are, whatever the file says; empty: go by the file.
        known: finds a document that the project has by its text's SHA-256 or, where that is empty, by its name.
        documents: names of the articles to export; None: all there are.
        unknown: told of every label that no layer knows, with the layers it was looked for in and the words that
            have it; the file is then not refused for them. What it yields is for looking only: most readers leave
            such annotations out, that of JSONL does not.
        offered: told, of an option whose values depend on the file, which values this one has: its columns, its sheets.
            It is told before anything is refused.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    annotator: str = ""
    known: Callable[[str, str], Document | None] = _none_known
    documents: frozenset[str] | None = None
    unknown: UnknownLabel | None = None
    offered: Offered = _not_offered

    def of(self, option: Option) -> str:
        return self.values.get(option.name, option.default)

    def owner(self, file: str, told: str = "") -> str:
        """Return whose the annotations of a file are, `told` being whom it names; raises `annotator_not_told`."""
        if not (self.annotator or told):
            raise PeymanError("annotator_not_told", file=file)
        return self.annotator or told


DEFAULTS = Options()


# Labels that nobody knows, with the layers they may be of, and words that have them.
Unknown: TypeAlias = dict[tuple[str, tuple[str, ...]], str]


class Labels:
    """Finds the schema's labels for those of a source, and gathers the ones it does not find."""

    def __init__(self, schema: Schema, options: Options = DEFAULTS) -> None:
        self._schema = schema
        self._options = options
        self._unknown: Unknown = {}

    def find(self, source: str, *layers: str, example: str = "") -> tuple[str, str] | None:
        """Return the first of these layers that knows a label, and what it is called there.

        None: no layer knows it, which is remembered, or it was mapped to nothing. What has it is to be kept aside
        either way: a file with unknown labels is refused, or only looked at.

        A label that was mapped goes before one of the same name, `LAYER__LABEL` names the layer itself (see
        `type_names`), and for the layer `document` the fields are what is looked for. `example` are words that have
        the label.
        """
        mapped = {layer: table[source] for layer in layers if source in (table := self._options.labels.get(layer, {}))}
        for layer, label in mapped.items():
            if label:
                return layer, label
        if mapped:
            return None
        for layer in layers:
            for name in (source, source.removeprefix(f"{layer}__")):
                if self._has(layer, name):
                    return layer, name
        if self._options.unknown is not None:
            self._options.unknown(source, layers, example)
        self._unknown.setdefault((source, layers), example)
        return None

    def role(self, source: str, start: str, end: str) -> str | None:
        """Return which role a relation is that leads from a span of one layer to that of another ("": no span).

        None: roles lead from commitments only, so it is none and to be kept aside; nobody is asked about it. Where an
        end is missing in a file that is refused for its labels anyway, it may be of one of these, so that a map can
        be written at once. Who only looks at labels looks again once it is known what is a commitment.
        """
        if start == "commitment" and (end or self.is_only_looked_at):
            found = self.find(source, "role")
            return found and found[1]
        if self.has_unknown and start in ("", "commitment") and not self.knows(source, "role"):
            self._unknown.setdefault((source, ("role",)), "")
        return None

    def _has(self, layer_id: str, name: str) -> bool:
        layer = self._schema.layers.get(layer_id)
        return layer is not None and (layer.attribute if layer_id == "document" else layer.label)(name) is not None

    def knows(self, source: str, layer: str) -> bool:
        """Tell whether `find` would find a label in this layer, or keep it aside, and remember nothing."""
        return source in self._options.labels.get(layer, {}) or self._has(layer, source)

    @property
    def is_only_looked_at(self) -> bool:
        """Whether there were unknown labels, and somebody listens to them."""
        return bool(self._unknown) and self._options.unknown is not None

    @property
    def has_unknown(self) -> bool:
        """Whether the file is going to be refused for its labels."""
        return bool(self._unknown) and self._options.unknown is None

    def check(self, file: str) -> None:
        """Raise `labels_unknown` if there were any, unless somebody else listens to them."""
        if self.has_unknown:
            raise labels_unknown(file, self._unknown)


def labels_unknown(file: str, unknown: Unknown) -> PeymanError:
    """Return the error that names unknown labels, as a sentence and, under `unknown`, one by one for a map."""
    by_layers: dict[tuple[str, ...], list[str]] = {}
    for label, layers in unknown:
        by_layers.setdefault(layers, []).append(label)
    named = "; ".join(f"{', '.join(labels)} ({'/'.join(layers)})" for layers, labels in by_layers.items())
    listed = [
        {"layers": list(layers), "label": label, "example": example[:EXAMPLE]}
        for (label, layers), example in unknown.items()
    ]
    return PeymanError("labels_unknown", file=file, labels=named, unknown=listed)


def type_names(schema: Schema, *layers: str) -> dict[tuple[str, str], str]:
    """Return how a format that has one name for layer and label calls each: the label, `LAYER__LABEL` if taken."""
    counts = Counter(label.id for layer in layers for label in schema.layer(layer).labels)
    return {
        (layer, label.id): label.id if counts[label.id] == 1 else f"{layer}__{label.id}"
        for layer in layers
        for label in schema.layer(layer).labels
    }


# What is lost ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Loss:
    """Something a format cannot hold, and how often it occurs in what is to be written.

    Attributes:
        code: key into `MESSAGES`; the sentence takes `count`.
        examples: where the first few are, as “document: id”.
        kinds: of what was only kept (see `kept_things`), how much there is of each.
    """

    code: str
    count: int
    examples: tuple[str, ...] = ()
    kinds: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        return MESSAGES[self.code].format(count=self.count)

    @property
    def with_examples(self) -> str:
        kinds = ", ".join(f"{count} × {kind}" for kind, count in self.kinds)
        return f"{self}{f': {kinds}' if kinds else ''} (such as {', '.join(self.examples)})"


class Tally:
    """Counts losses, and remembers where the first few are."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._examples: dict[str, list[str]] = {}
        self._kinds: dict[str, Counter[str]] = {}

    def add(self, code: str, where: str, count: int = 1) -> None:
        if count:
            self._counts[code] += count
            examples = self._examples.setdefault(code, [])
            if len(examples) < 3:
                examples.append(where)

    def add_kept(self, code: str, where: str, foreign: Attributes) -> None:
        """Count what an import only kept, by kind; mostly nothing."""
        if not foreign:
            return
        kinds = Counter(kind for kind, _ in kept_things(foreign))
        self._kinds.setdefault(code, Counter()).update(kinds)
        self.add(code, where, kinds.total())

    def losses(self) -> list[Loss]:
        return [
            Loss(code, count, tuple(self._examples[code]), tuple(by_kind(self._kinds.get(code, {}))))
            for code, count in self._counts.items()
        ]


# Files -------------------------------------------------------------------------------------------------------------

_UNSAFE = re.compile(r'[%/\\:*?"<>|\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|^[. ]|[. ]$')
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
LOSSES = "LOSSES.txt"  # says what an export lost, beside it or in its folder; never an article
NAME_LENGTH = 200  # bytes; file systems end at 255


def file_name(text: str) -> str:
    """Return a file name of which `name_in_file` makes `text` again; characters some system refuses are escaped."""
    name = _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), text)
    return f"%{ord(name[0]):02X}{name[1:]}" if _DEVICE.match(name) else name


def name_in_file(name: str) -> str:
    """Undo `file_name`."""
    return unquote(name, errors="replace")


class Folder:
    """The folder that a format of several files writes into. Every name is used once, whatever its case."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._used = {LOSSES.casefold()}
        self._folders: dict[str, str] = {}

    def folder(self, text: str) -> str:
        """Return the name of a sub-folder of which `name_in_file` makes `text` again; each text has its own."""
        if text not in self._folders:
            name = file_name(text)
            if name.casefold() in map(str.casefold, self._folders.values()):
                name = "".join(f"%{byte:02X}" for byte in text.encode())
            self._folders[text] = name
        return self._folders[text]

    def free(self, folder: str, name: str, *endings: str) -> str:
        """Take a name in a sub-folder ("" is the root) for files with these endings, and return it as a path.

        A name that is taken gets a number; one too long for a file system is cut.
        """
        head = f"{folder}/" if folder else ""
        name = name.encode()[:NAME_LENGTH].decode(errors="ignore")
        free, count = name, 1
        while any(f"{head}{free}{ending}".casefold() in self._used for ending in endings):
            count += 1
            free = f"{name} ({count})"
        self._used |= {f"{head}{free}{ending}".casefold() for ending in endings}
        return f"{head}{free}"

    def write(self, path: str, data: bytes) -> None:
        """Write one whole file; its folders are made."""
        with self.open(path) as stream:
            stream.write(data)

    def open(self, path: str) -> BinaryIO:
        """Open a new file to write into, piece by piece; its folders are made."""
        target = self._root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target.open("xb")


GOLD = ".gold"


def annotator_folder(annotations: AnnotationSet, folder: Folder) -> str:
    """Return the name of an annotator's sub-folder: his own, with `GOLD` after it for what he adjudicated."""
    name = folder.folder(annotations.annotator)
    return f"{name}{GOLD}" if annotations.kind == "gold" else re.sub(r"\.(?=gold$)", "%2E", name)


# Formats -----------------------------------------------------------------------------------------------------------

Reader: TypeAlias = Callable[[Path, Schema, Options], Iterator[AnnotatedDocument]]
Writer: TypeAlias = Callable[[Iterable[AnnotatedDocument], BinaryIO, Schema, Options], None]
FolderWriter: TypeAlias = Callable[[Iterable[AnnotatedDocument], Folder, Schema, Options], None]
Planner: TypeAlias = Callable[[Iterable[AnnotatedDocument], Schema, Options], list[Loss]]


def loses_nothing(items: Iterable[AnnotatedDocument], schema: Schema, options: Options) -> list[Loss]:  # noqa: ARG001
    """The plan of a format that holds everything."""
    return []


@dataclass(frozen=True, slots=True)
class Format:
    """One interchange format. Readers and writers stream: memory does not grow with the number of documents.

    Attributes:
        extensions: of its files, in lower case and with the dot; the first is the usual one. `.a.jsonl` goes
            before `.jsonl`; a format without any must be named.
        example: one line that shows what a file looks like.
        holds: what survives in it; `plan` counts, for given documents, what does not.
        read: yields what one file holds, every offset checked; raises `PeymanError` naming file and place. Files
            of a folder are read one by one; what lies beside one (`beside`) is the reader's to open.
        beside: extensions of files that belong to one of the same name with an extension of ours.
        write: writes to a stream opened for bytes, which stays open.
        write_folder: for a format of several files: writes them into a folder that is empty.
        options: what can be chosen about it.
        articles_in: only articles come in, whatever it holds on the way out.
    """

    name: str
    title: str
    extensions: tuple[str, ...]
    example: str
    holds: frozenset[Thing]
    read: Reader | None = None
    write: Writer | None = None
    plan: Planner = loses_nothing
    write_folder: FolderWriter | None = None
    beside: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    articles_in: bool = False

    @property
    def is_writable(self) -> bool:
        return self.write is not None or self.write_folder is not None

    def options_for(self, way: Literal["import", "export"]) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.only in ("", way))

    def check_options(self, values: Mapping[str, str], way: Literal["import", "export"]) -> None:
        """Raise `option_unknown` or `option_value` unless these are values of options that it has in this way."""
        known = {option.name: option for option in self.options_for(way)}
        for name, value in values.items():
            if name not in known:
                raise PeymanError("option_unknown", format=self.name, option=name, known=", ".join(known) or "–")
            choices = known[name].choices
            if choices and value not in choices:
                raise PeymanError(
                    "option_value", format=self.name, option=name, value=value, known=", ".join(choices)
                )
