"""A change of the schema in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from peyman.core.errors import QT_TRANSLATE_NOOP
from peyman.core.schema import Schema
from peyman.core.schema_draft import Difference, Entry, What, names_of
from peyman.core.schema_edits import Usage
from peyman.gui.i18n import Language
from peyman.gui.wording import isolated, joined, localized_key

_SENTENCES: dict[What, str] = {
    "added": QT_TRANSLATE_NOOP("schema", "“{name}” is new."),
    "removed": QT_TRANSLATE_NOOP("schema", "“{name}” is taken out; nothing has it."),
    "retired": QT_TRANSLATE_NOOP("schema", "“{name}” is offered no more; {count} annotations keep it."),
    "restored": QT_TRANSLATE_NOOP("schema", "“{name}” is offered again."),
    "merged": QT_TRANSLATE_NOOP("schema", "“{name}” becomes “{after}”: {count} annotations."),
    "renamed": QT_TRANSLATE_NOOP("schema", "“{before}” is called “{after}”."),
    "rule": QT_TRANSLATE_NOOP("schema", "The rule of “{name}” is another one."),
    "key": QT_TRANSLATE_NOOP("schema", "The key of “{name}”: {before} → {after}"),
    "color": QT_TRANSLATE_NOOP("schema", "The colour of “{name}”: {before} → {after}"),
    "required": QT_TRANSLATE_NOOP("schema", "“{name}” is required."),
    "other": QT_TRANSLATE_NOOP("schema", "What “{name}” applies to is widened."),
}
_NOT_REQUIRED = QT_TRANSLATE_NOOP("schema", "“{name}” is not required any more.")


def difference_words(one: Difference, old: Schema, new: Schema, usage: Usage, language: Language) -> str:
    """Return one sentence; names stand in isolates, so that they turn nothing round."""
    code = language.code
    sentence = _NOT_REQUIRED if one.what == "required" and not one.after else _SENTENCES[one.what]
    schema = old if one.what in ("removed", "renamed") else new
    before, after = one.before, one.after
    if one.what == "merged":
        after = names_of(_beside(one.entry, one.after), new, code)
    elif one.what == "key":
        before, after = (localized_key(key) if key else "—" for key in (before, after))
    return QCoreApplication.translate("schema", sentence).format(
        name=isolated(names_of(one.entry, schema, code)),
        before=isolated(before or "—"),
        after=isolated(after or "—"),
        count=language.digits(usage.total(one.entry)),
    )


def usage_words(entry: Entry, usage: Usage, language: Language) -> str:
    """Return how many annotations have an entry, and whose they are."""
    total = usage.total(entry)
    if not total:
        return QCoreApplication.translate("schema", "No annotation has it.")
    gold = QCoreApplication.translate("schema", "gold")
    parts = [
        f"{isolated(gold if whose == 'gold' else whose)}: {language.digits(count)}"
        for whose, count in usage.by_whose(entry).items()
    ]
    told = QCoreApplication.translate("schema", "{count} annotations have it")
    return f"{told.format(count=language.digits(total))} — {joined(parts, language.code)}"


def _beside(entry: Entry, other: str) -> Entry:
    if entry.choice:
        return Entry(entry.layer, entry.kind, entry.id, other)
    return Entry(entry.layer, entry.kind, other)
