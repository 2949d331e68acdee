"""The feedback sheet as a page: plain HTML that a browser shows from one file, and the window in a text view alike."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from html import escape

from .catalogues import Phrases
from .decisions import REASONS
from .decode import guess_direction
from .errors import QT_TRANSLATE_NOOP
from .feedback import KINDS, Difference, Kind, Lesson, Sheet, Tally, ValueTally
from .model import Json
from .schema import Schema

# What a browser is told; the window has its own colours.
STYLE = """
body { font-family: Vazirmatn, "Segoe UI", Tahoma, sans-serif; line-height: 1.8; max-width: 54rem; margin: 2rem auto;
  padding: 0 1rem; color: #26221c; background: #fffdf8; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; } h3 { font-size: 1rem; margin-bottom: .2rem; }
table { border-collapse: collapse; } th, td { padding: .15rem .9rem; border-bottom: 1px solid #d8cfbf; }
th { color: #6a6358; font-weight: normal; } .quiet { color: #6a6358; } .said { margin-inline-start: 1.5rem; }
.quote { font-weight: bold; text-decoration: underline; }
@media (prefers-color-scheme: dark) { body { color: #e6e1d7; background: #1f2023; }
  th, .quiet { color: #a8a297; } th, td { border-color: #45474d; } }
@media print { body { color: #000; background: #fff; } }
"""

_HEADINGS = (
    QT_TRANSLATE_NOOP("feedback", "Gold"),
    QT_TRANSLATE_NOOP("feedback", "You"),
    QT_TRANSLATE_NOOP("feedback", "The same"),
    QT_TRANSLATE_NOOP("feedback", "Yours that are right"),
    QT_TRANSLATE_NOOP("feedback", "Of gold that you have"),
    QT_TRANSLATE_NOOP("feedback", "F1"),
)
_VALUE_HEADINGS = (
    QT_TRANSLATE_NOOP("feedback", "Given by both"),
    QT_TRANSLATE_NOOP("feedback", "The same"),
    QT_TRANSLATE_NOOP("feedback", "Share"),
)
_TITLE = QT_TRANSLATE_NOOP("feedback", "Feedback for {annotator}")
_BASIS = QT_TRANSLATE_NOOP(
    "feedback", "{articles} articles that you finished, compared with gold. Made {date}."
)
_SPANS = QT_TRANSLATE_NOOP("feedback", "Your spans and roles")
_VALUES = QT_TRANSLATE_NOOP("feedback", "Your values")
_DIFFER = QT_TRANSLATE_NOOP("feedback", "Where you and gold differ")
_WHY = QT_TRANSLATE_NOOP("feedback", "What the curator said about it")
_LESSONS = QT_TRANSLATE_NOOP("feedback", "The most frequent differences")
_REMARKS = QT_TRANSLATE_NOOP("feedback", "Remarks of the curator")
_ALL_RIGHT = QT_TRANSLATE_NOOP("feedback", "You and gold do not differ anywhere. Well done!")
_TIMES = QT_TRANSLATE_NOOP("feedback", "{count} times")
_GOLD_IS = QT_TRANSLATE_NOOP("feedback", "gold: {answer}")
_YOURS_IS = QT_TRANSLATE_NOOP("feedback", "yours: {answer}")
_NOTHING = QT_TRANSLATE_NOOP("feedback", "nothing")

Link = Callable[[Difference], str]


def page_of(sheet: Sheet, schema: Schema, phrases: Phrases, date: str) -> str:
    """Return a whole HTML file that needs no other; `date` says when the sheet was made."""
    body = html_of(sheet, schema, phrases, date)
    title = escape(phrases.say("feedback", _TITLE).format(annotator=sheet.annotator))
    direction = "rtl" if phrases.rtl else "ltr"
    return (
        f'<!DOCTYPE html>\n<html lang="{phrases.language}" dir="{direction}">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title><style>{STYLE}</style></head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def html_of(sheet: Sheet, schema: Schema, phrases: Phrases, date: str, link: Link | None = None) -> str:
    """Return what stands inside the page; `link` gives the address of a place, for a view that can go there."""
    return "\n".join(_Writer(sheet, schema, phrases, link).parts(date))


class _Writer:
    def __init__(self, sheet: Sheet, schema: Schema, phrases: Phrases, link: Link | None) -> None:
        self._sheet = sheet
        self._schema = schema
        self._phrases = phrases
        self._link = link
        self._start = "right" if phrases.rtl else "left"

    def parts(self, date: str) -> Iterator[str]:
        sheet, digits = self._sheet, self._phrases.digits
        yield f"<h1>{self._say(_TITLE, annotator=_apart(sheet.annotator))}</h1>"
        yield f'<p class="quiet">{self._say(_BASIS, articles=digits(sheet.articles, 0), date=_apart(date))}</p>'
        if not sheet.lessons:
            yield f"<p>{self._say(_ALL_RIGHT)}</p>"
        yield f"<h2>{self._say(_SPANS)}</h2>"
        yield self._table(["", *map(self._say, _HEADINGS)], list(self._tallies()))
        if sheet.values:
            yield f"<h2>{self._say(_VALUES)}</h2>"
            yield self._table(["", *map(self._say, _VALUE_HEADINGS)], [self._value(one) for one in sheet.values])
        if sheet.kinds:
            yield f"<h2>{self._say(_DIFFER)}</h2>"
            yield self._table([], [[self._say(KINDS[kind]), digits(count, 0)] for kind, count in sheet.kinds])
        if sheet.reasons:
            yield f"<h2>{self._say(_WHY)}</h2>"
            yield self._table([], [[self._reason(code), digits(count, 0)] for code, count in sheet.reasons])
        if sheet.lessons:
            yield f"<h2>{self._say(_LESSONS)}</h2>"
        for lesson in sheet.lessons:
            yield from self._lesson(lesson)
        if sheet.remarks:
            yield f"<h2>{self._say(_REMARKS)}</h2>"
        for one in sheet.remarks:
            yield self._example(one, self._heading(one))

    def _say(self, text: str, **data: str) -> str:
        said = escape(self._phrases.say("feedback", text))
        return said.format(**data) if data else said

    # Tables

    def _tallies(self) -> Iterator[list[str]]:
        for layer in self._sheet.layers:
            known = self._schema.layers.get(layer.layer)
            name = known.names(self._phrases.language) if known else layer.layer
            yield [f"<b>{_apart(name)}</b>", *self._of(layer.whole)]
            for tally in layer.labels if len(layer.labels) > 1 else ():
                yield [_apart(self._label(layer.layer, tally.name)), *self._of(tally)]

    def _of(self, tally: Tally) -> list[str]:
        counts = [self._phrases.digits(count, 0) for count in (tally.gold, tally.own, tally.same)]
        return [*counts, *map(self._phrases.percent, (tally.precision, tally.recall, tally.f1))]

    def _value(self, tally: ValueTally) -> list[str]:
        counts = [self._phrases.digits(count, 0) for count in (tally.both, tally.same)]
        share = self._phrases.percent(tally.same / tally.both if tally.both else None)
        return [_apart(self._attribute(tally.layer, tally.name)), *counts, share]

    def _table(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
        lines = ['<table cellspacing="0" cellpadding="4">']
        if headings:
            cells = "".join(f'<th align="{self._start}">{heading}</th>' for heading in headings)
            lines.append(f"<tr>{cells}</tr>")
        for first, *rest in rows:
            numbers = "".join(f'<td align="{self._start}">{cell}</td>' for cell in rest)
            lines.append(f'<tr><td align="{self._start}">{first}</td>{numbers}</tr>')
        return "\n".join([*lines, "</table>"])

    # Differences

    def _lesson(self, lesson: Lesson) -> Iterator[str]:
        times = self._say(_TIMES, count=self._phrases.digits(lesson.count, 0))
        yield f'<h3>{self._heading(lesson)} <span class="quiet">· {times}</span></h3>'
        for example in lesson.examples:
            yield self._example(example)

    def _heading(self, one: Lesson | Difference) -> str:
        kind: Kind = "boundary" if one.kind == "role" and one.gold == one.own else one.kind
        said = [self._say(KINDS[kind])]
        if one.name:
            said.append(_apart(self._attribute(one.layer, one.name)))
        if one.gold == one.own:
            return f"{': '.join([*said, _apart(self._answer(one, one.gold))])}"
        gold = self._say(_GOLD_IS, answer=_apart(self._answer(one, one.gold)))
        own = self._say(_YOURS_IS, answer=_apart(self._answer(one, one.own)))
        return f"{': '.join(said)} – {gold} · {own}"

    def _example(self, one: Difference, heading: str = "") -> str:
        direction = guess_direction(one.before + one.quote + one.after) if one.quote else self._direction()
        quote = f'<span class="quote"><b>{escape(one.quote)}</b></span>'
        if self._link is not None:
            quote = f'<a href="{escape(self._link(one))}">{quote}</a>'
        text = f"{escape(one.before)}{quote}{escape(one.after)}" if one.quote else ""
        side = "right" if direction == "rtl" else "left"
        lines = [f'<p dir="{direction}" align="{side}">{text}</p>'] if text else []
        told = [heading] if heading else []
        if one.gold_quote and one.own_quote and one.gold_quote != one.own_quote:
            told.append(self._say(_GOLD_IS, answer=_apart(one.gold_quote)))
            told.append(self._say(_YOURS_IS, answer=_apart(one.own_quote)))
        if one.reason:
            told.append(f"<b>{self._reason(one.reason)}</b>")
        if one.comment:
            told.append(f"<b>{_apart(one.comment)}</b>")
        told.append(f'<span class="quiet">{_apart(one.article)}</span>')
        lines.append(f'<p class="said">{" · ".join(told)}</p>')
        return "\n".join(lines)

    def _direction(self) -> str:
        return "rtl" if self._phrases.rtl else "ltr"

    # Names

    def _reason(self, code: str) -> str:
        return escape(self._phrases.say("reasons", REASONS[code])) if code in REASONS else escape(code)

    def _answer(self, one: Lesson | Difference, value: Json) -> str:
        if value in (None, "", []):
            return self._phrases.say("feedback", _NOTHING)
        if not one.name:
            return self._label(one.layer, str(value))
        layer = self._schema.layers.get(one.layer)
        attribute = layer.attribute(one.name) if layer else None
        names = {choice.id: choice.names(self._phrases.language) for choice in (attribute.choices if attribute else ())}
        values = value if isinstance(value, list) else [value]
        words = [names.get(v, v) if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in values]
        return ("، " if self._phrases.rtl else ", ").join(words)

    def _label(self, layer_id: str, label_id: str) -> str:
        layer = self._schema.layers.get(layer_id)
        label = layer.label(label_id) if layer else None
        return label.names(self._phrases.language) if label else label_id

    def _attribute(self, layer_id: str, name: str) -> str:
        layer = self._schema.layers.get(layer_id)
        attribute = layer.attribute(name) if layer else None
        return attribute.names(self._phrases.language) if attribute else name


def _apart(text: str) -> str:
    """Return a text that runs its own way, whatever stands around it."""
    return f"\u2068{escape(text)}\u2069"
