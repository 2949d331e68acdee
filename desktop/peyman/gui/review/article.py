"""The article of the page: everybody's spans, each annotator's in a lane of his own, and the place in question.

The only module of the page that knows the article view, which belongs to the annotate page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from peyman.core.adjudication import Disagreement
from peyman.core.clusters import Cluster
from peyman.core.curating import Case
from peyman.core.model import Extent, Filling, Span, Value
from peyman.gui.annotate.appearance import Look
from peyman.gui.annotate.article_view import ArticleView
from peyman.gui.annotate.comfort import LETTERS, appearance_of, zoom
from peyman.gui.fields import towards
from peyman.gui.naming import Namer
from peyman.gui.review.words import differing
from peyman.gui.settings import Settings
from peyman.gui.theme import Theme


class ReviewArticle(QObject):
    """Shows one question in its article, with everybody's answers one below the other."""

    def __init__(self, settings: Settings, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme = theme
        self.view = ArticleView(appearance_of(settings, theme))
        theme.changed.connect(self._restyle)
        settings.changed.connect(lambda key: self._restyle() if key in LETTERS else None)
        self.view.zoom_requested.connect(lambda by: zoom(settings, by))

    def _restyle(self) -> None:
        self.view.set_appearance(appearance_of(self._settings, self._theme))

    def show_question(self, case: Case, asked: Disagreement, names: Mapping[str, str], namer: Namer) -> None:
        """Show the answers of all, in lanes in the order of their names, and go to the place in question."""
        document = case.docket.document
        shown = self.view.document
        if shown is None or (shown.id, shown.direction) != (document.id, document.direction):
            self.view.show_document(document)
        chips = chips_of(case, asked, names, namer)
        order = {name: lane for lane, (name, _) in enumerate(sorted(names.items(), key=lambda entry: entry[1]))}
        spans, lanes = spans_of(case, asked, chips, order)
        self.view.show_spans(spans, self._look(lanes, chips, namer))
        self.view.set_found(differing(asked) if asked.kind in ("boundary", "split") else [], None)
        extent = place_of(case, asked)
        self.view.set_cursor(extent if extent[0] < extent[1] else None)
        self.view.ensure_visible(*extent)

    def _look(self, lanes: Mapping[UUID, int], chips: Mapping[UUID, str], namer: Namer) -> Callable[[Span], Look]:
        quiet = self._theme.article.quiet

        def look(span: Span) -> Look:
            chip = chips.get(span.id, "")
            colour = QColor(namer.colour(span.layer, span.label)) if chip else quiet
            return Look(colour, chip, "lane" if chip else "offer", lanes[span.id])

        return look

    def show_extent(self, extent: Extent | None) -> None:
        """Show where an answer that is being made begins and ends; None goes back to none."""
        if extent is None:
            self.view.clear_selection()
        else:
            self.view.set_selection(*extent)
            self.view.ensure_visible(*extent)

    def clear(self) -> None:
        """Leave the article, and let nothing stand out."""
        self.view.show_spans((), lambda _span: Look(self._theme.article.quiet))
        self.view.set_found([], None)
        self.view.set_cursor(None)


def spans_of(
    case: Case, asked: Disagreement, chips: Mapping[UUID, str], order: Mapping[str, int]
) -> tuple[list[Span], dict[UUID, int]]:
    """Return the spans in question and what else of their layer lies at the same place, and the lane of each."""
    spans: list[Span] = []
    lanes: dict[UUID, int] = {}
    start, end = place_of(case, asked)
    for one in case.docket.voters:
        for span in one.spans:
            if span.id in chips or (span.layer == asked.layer and span.start < end and start < span.end):
                spans.append(span)
                lanes[span.id] = order[one.annotator]
    return spans, lanes


def chips_of(case: Case, asked: Disagreement, names: Mapping[str, str], namer: Namer) -> dict[UUID, str]:
    """Return what stands on the spans that a question is about: who says it, and what."""
    cluster = asked.cluster
    chips: dict[UUID, str] = {}

    def mark(of: Cluster | None, annotator: str, said: str = "") -> None:
        for member in of.members if of is not None else ():
            for span in member.annotations if member.annotator == annotator else ():
                if isinstance(span, Span):
                    label = case.docket.schema.current_label(span.layer, span.label)
                    chips[span.id] = towards(f"{names[annotator]} · {said or namer.label(span.layer, label)}")

    for member in cluster.members:
        answer = member.answer
        if isinstance(answer, Filling):
            mark(case.docket.cluster(answer.filler), member.annotator, namer.label(cluster.layer, answer.label))
            mark(case.docket.cluster(cluster.parent), member.annotator)
        elif cluster.subject == "attribute":
            said = namer.value(cluster.layer, cluster.name, answer) if isinstance(answer, Value) else "—"
            mark(case.docket.cluster(cluster.parent), member.annotator, said)
        elif cluster.subject == "span":
            mark(cluster, member.annotator)
    return chips


def place_of(case: Case, asked: Disagreement) -> Extent:
    """Return the stretch of text that a question is about; of a role, the place of what fills it."""
    cluster = asked.cluster
    if cluster.start < cluster.end:
        return cluster.start, cluster.end
    above = case.docket.cluster(cluster.parent)
    return (above.start, above.end) if above is not None else (0, 0)


