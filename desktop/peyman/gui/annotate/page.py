"""The annotate page: queue, article, palette and inspector around one desk.

The page shows what the desk says and hands it keys, clicks and choices. It registers a handler for every
action of the annotate page; what plain keys mean is the desk's business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from peyman.core.edits import Edit, Gap
from peyman.core.model import Document, Extent, Span, State
from peyman.core.project import DocumentRow
from peyman.core.schema import Label, Schema
from peyman.gui.actions import ACTIONS as TABLE
from peyman.gui.annotate.accessible import Narrator, announce
from peyman.gui.annotate.appearance import Look
from peyman.gui.annotate.article_view import ArticleView
from peyman.gui.annotate.clock import Clock
from peyman.gui.annotate.comfort import Comfort, appearance_of
from peyman.gui.annotate.cursor import Edge
from peyman.gui.annotate.desk import Desk, Way
from peyman.gui.annotate.find_bar import FindBar
from peyman.gui.annotate.header import ArticleHeader
from peyman.gui.annotate.inspector import Inspector, InspectorState
from peyman.gui.annotate.learning import Learner
from peyman.gui.annotate.offers import LAYER, Offer, Offers
from peyman.gui.annotate.palette import Palette, PaletteItem
from peyman.gui.annotate.panels import Panels
from peyman.gui.annotate.queue_panel import QueuePanel
from peyman.gui.annotate.repeat_panel import RepeatPanel
from peyman.gui.annotate.toast import Toast
from peyman.gui.calendar_popup import CalendarPopup
from peyman.gui.i18n import Language
from peyman.gui.models import QueueFilter, QueueModel
from peyman.gui.pages import Place
from peyman.gui.session import Session
from peyman.gui.settings import Settings
from peyman.gui.tasks import Tasks
from peyman.gui.theme import Theme
from peyman.gui.wording import edit_words, joined, percent, source_words

# Actions that work anywhere in the window but are the page's.
_WINDOW_ACTIONS = frozenset(
    {
        *("document.next", "document.previous", "queue.filter", "article.find"),
        *("view.larger", "view.smaller", "view.usual_size", "view.font", "view.looser", "view.tighter"),
        *("view.wider", "view.narrower", "view.join_lines", "view.paragraph", "view.suggestions"),
        "view.whose",
    }
)
NARROW = 1000  # pixels; a narrower page has no room for the queue beside article and inspector


class AnnotatePage(QWidget):
    """Where an annotator spends the day.

    Signals:
        states_changed(): which actions are possible changed.
        status_changed(): what the status line says of the article changed.
        all_finished(): there is no further article to go on to.
        import_wanted(): the queue is empty and the person wants to import.
    """

    # The actions of the table that this page does; `_make_handlers` says how.
    ACTIONS: ClassVar[tuple[str, ...]] = tuple(
        action.id
        for action in TABLE
        if not action.by_widget and (action.context == "article" or action.id in _WINDOW_ACTIONS)
    )

    states_changed = Signal()
    status_changed = Signal()
    all_finished = Signal()
    import_wanted = Signal()

    def __init__(
        self,
        session: Session,
        settings: Settings,
        theme: Theme,
        language: Language,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._settings = settings
        self._language = language
        self.offers = Offers(session, tasks, wanted=settings.boolean("suggestions"), parent=self)
        self.learner = Learner(session, tasks, wanted=settings.boolean("learning"), parent=self)
        self.clock = Clock(session, wanted=settings.boolean("count_time"), parent=self)
        self.learner.learned.connect(lambda _report: self.offers.use_tagger())
        self.desk = Desk(session, self.offers, self)
        self.desk.shows_arguments = settings.boolean("show_arguments")
        self.queue = QueuePanel(QueueModel(self._load_ids, self._load_rows), language, settings, self._count_states)
        self.header = ArticleHeader(language)
        self.view = ArticleView(appearance_of(settings, theme))
        self.comfort = Comfort(self.view, settings, theme, language, self)
        self.toast = Toast(self.view)
        self._narrator = Narrator(self.view)
        self.find_bar = FindBar(session, self.desk, self.view, language)
        self.panels = Panels(session, language, RepeatPanel(session, self.desk, self.view, tasks, language))
        self.palette_bar = Palette()
        self.inspector = Inspector()
        self._labels_of: dict[tuple[str, str], Label] = {}
        self._narrow = False
        self._stale: set[str] = set()  # what around the article is to be shown anew
        self._aside = QTimer(self, singleShot=True, interval=0)
        self._aside.timeout.connect(self._show_aside)
        self._lay_out()
        self._connect()
        self._handlers = self._make_handlers()
        self.set_language()

    # Building ----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle.setMinimumWidth(360)
        column.addWidget(self.header)
        column.addWidget(self.find_bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.panels)
        column.addWidget(self.palette_bar)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(True)
        for widget in (self.queue, middle, self.inspector):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([260, 780, 330])
        saved = self._settings.data("splitter")
        if saved:
            self.splitter.restoreState(saved)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.splitter)

    def _connect(self) -> None:
        session, desk, view = self.session, self.desk, self.view
        session.document_shown.connect(self._show_document)
        session.edited.connect(self._show_edit)
        session.failed.connect(lambda _error: self._aside.start())  # a form may show what was refused
        session.project_edited.connect(self._show_project)
        self.offers.changed.connect(self._show_offers)
        desk.changed.connect(self._show_desk)
        desk.changed.connect(self.clock.tick)
        view.verticalScrollBar().valueChanged.connect(self.clock.tick)
        desk.finished.connect(self._go_on)
        desk.gaps_found.connect(lambda gaps: self.panels.show_gaps(gaps, self._schema))
        desk.form_wanted.connect(self._enter_form)
        view.selection_made.connect(lambda extent: desk.select_text(*extent) if extent else None)
        view.span_clicked.connect(desk.cycle)
        view.token_clicked.connect(self._token_clicked)
        view.span_end_dragged.connect(desk.set_extent)
        self.comfort.said.connect(self.say)
        self.comfort.done.connect(self._tell_done)
        self.comfort.lines_changed.connect(self.header.show_lines)
        self.queue.document_chosen.connect(self.open_document)
        self.queue.import_requested.connect(self.import_wanted)
        self.queue.left.connect(self.focus_article)
        self.header.set_chosen.connect(self._show_set)
        self.header.finish_requested.connect(desk.finish)
        self.header.joining_toggled.connect(self.comfort.toggle_joined)
        self.palette_bar.chosen.connect(self._chosen)
        self.panels.gap_chosen.connect(self._go_to_gap)
        self.panels.finish_anyway.connect(lambda: desk.finish(in_spite_of_gaps=True))
        self.panels.place_chosen.connect(self.show_place)
        self.panels.skip_chosen.connect(desk.skip)
        self.panels.left.connect(self.focus_article)
        self.find_bar.left.connect(self.focus_article)
        inspector = self.inspector
        inspector.attribute_changed.connect(desk.set_attribute)
        inspector.defaults_requested.connect(lambda _span: desk.fill_defaults())
        inspector.note_changed.connect(desk.set_note)
        inspector.doubt_changed.connect(desk.set_doubt)
        inspector.article_note_changed.connect(desk.set_article_note)
        inspector.article_doubt_changed.connect(desk.set_article_doubt)
        inspector.role_requested.connect(self._role_requested)
        inspector.role_removed.connect(desk.remove_role)
        inspector.span_requested.connect(self._jump_to)
        inspector.remove_requested.connect(lambda _span: desk.delete())
        inspector.document_label_changed.connect(desk.set_document_label)
        inspector.date_changed.connect(desk.set_article_date)
        inspector.date_wanted.connect(self._ask_article_date)
        inspector.left.connect(self.focus_article)
        self._settings.changed.connect(self._setting_changed)

    def _make_handlers(self) -> dict[str, Callable[[], object]]:
        """What each action of the annotate page does, by its id."""
        desk = self.desk
        found: dict[str, Callable[[], object]] = {
            "document.next": lambda: self.step_document(1),
            "document.previous": lambda: self.step_document(-1),
            "document.finish": desk.finish,
            "document.skip": self.panels.ask_why_skip,
            "edit.latest": self.panels.show_latest,
            "queue.filter": self._search_queue,
            "cursor.up": lambda: self._step_line(-1),
            "cursor.down": lambda: self._step_line(1),
            "extend.up": lambda: self._step_line(-1, extend=True),
            "extend.down": lambda: self._step_line(1, extend=True),
            "cursor.page_up": lambda: self._step_page(-1),
            "cursor.page_down": lambda: self._step_page(1),
            "cursor.start": lambda: desk.move_cursor("edge", -1),
            "cursor.end": lambda: desk.move_cursor("edge", 1),
            "select.sentence": desk.select_sentence,
            "select.copy": self._copy,
            "select.clear": self._escape,
            "offer.next": lambda: desk.step_offer(1),
            "offer.previous": lambda: desk.step_offer(-1),
            "view.suggestions": lambda: self._settings.set("suggestions", not self._settings.boolean("suggestions")),
            "view.whose": self._show_next_set,
            "span.next": lambda: desk.step_span(1),
            "span.previous": lambda: desk.step_span(-1),
            "span.here": desk.select_here,
            "span.open": desk.confirm,
            "span.delete": desk.delete,
            "span.note": lambda: self._enter_form("note"),
            "span.doubt": desk.toggle_doubt,
            "span.defaults": desk.fill_defaults,
            "span.pick": lambda: self._enter_form("picker"),
            "commitment.create": desk.start_commitment,
            "article.find": self.find_bar.open,
            "repeat.article": lambda: self.panels.repeat(everywhere=False),
            "repeat.project": lambda: self.panels.repeat(everywhere=True),
            "help.guideline": self._show_rule,
            **self.comfort.handlers,
        }
        for prefix, extend in (("cursor", False), ("extend", True)):
            for side in ("left", "right"):
                found[f"{prefix}.{side}"] = partial(self._step_sideways, "word", side, extend)
                found[f"{prefix}.sentence_{side}"] = partial(self._step_sideways, "sentence", side, extend)
            found[f"{prefix}.line_start"] = partial(self._go_line_edge, end=False, extend=extend)
            found[f"{prefix}.line_end"] = partial(self._go_line_edge, end=True, extend=extend)
        for side in ("left", "right"):
            found[f"extend.letter_{side}"] = partial(self._step_sideways, "grapheme", side, True)
        edges: tuple[tuple[Edge, int], ...] = (("start", -1), ("end", 1))
        for edge, outward in edges:
            for name, by in (("out", outward), ("in", -outward)):
                found[f"span.{edge}_{name}"] = partial(desk.move_edge, edge, by, "word")
                found[f"span.{edge}_{name}_letter"] = partial(desk.move_edge, edge, by, "grapheme")
        return found

    def _step_sideways(self, how: Way, side: str, extend: bool) -> None:
        """Left is next where the text runs from right to left, and previous elsewhere."""
        self.desk.move_cursor(how, 1 if (side == "left") == self._is_rtl() else -1, extend=extend)

    def act(self, action_id: str) -> None:
        self._handlers[action_id]()

    def states(self) -> set[str]:
        """Which states of the action table hold now; whether there is something to undo is asked when undoing."""
        holds = {"project", "undo", "redo"}
        if self.session.document is not None:
            holds.add("document")
        if self.desk.selected is not None or self.desk.offered is not None:
            holds.add("span")
        if self.desk.commitment is not None:
            holds |= {"commitment", "span"}
        return holds

    def key(self, name: str) -> bool:
        """Take a key while the article has the focus, before the action table is asked."""
        if self.view.dragging:  # the selection is not made yet
            return len(name) == 1
        if self.desk.mode == "role" and name == "Enter":
            self.desk.confirm()
            return True
        if self.desk.mode == "role" and name in ("Backspace", "Delete"):
            self.desk.escape()
            return True
        return self.desk.key(name)

    # Showing -------------------------------------------------------------------------------------------------

    @property
    def _schema(self) -> Schema:
        return self.session.project.schema

    def _is_rtl(self) -> bool:
        document = self.session.document
        return document is not None and document.direction == "rtl"

    def _load_ids(self, wanted: QueueFilter) -> list[int]:
        return self.session.project.document_numbers(state=wanted.state, text=wanted.text)

    def _load_rows(self, numbers: Sequence[int]) -> list[DocumentRow]:
        return self.session.project.document_rows(numbers)

    def _count_states(self) -> dict[State, int]:
        return self.session.project.state_counts()

    def _show_document(self) -> None:
        document, annotations = self.session.document, self.session.annotations
        assert document is not None
        assert annotations is not None
        if not self._is_in_view(document):
            self.comfort.show_document(document, self.desk.cursor.sentences if self.desk.cursor else ())
            self._settings.remember_document(self.session.project.path, document.name)
        self.view.show_spans(self._visible_spans(), self._look)
        self.find_bar.refresh()
        self.panels.close_all()
        self._stale |= {"header", "place"}
        self.toast.hide()
        self._show_desk()
        self.comfort.suggest_joining()

    def _is_in_view(self, document: Document) -> bool:
        """Tell whether the view shows this text this way round; what else is said about it shows elsewhere."""
        shown = self.view.document
        return shown is not None and (shown.id, shown.direction) == (document.id, document.direction)

    def _show_header(self) -> None:
        number = self.session.document_number
        if self.session.document is not None and self.session.annotations is not None and number is not None:
            self.header.show_article(
                self.session.document, self.session.annotations, self.session.set_infos(number), own=self.session.own
            )
            self.header.show_offers(len(self.offers.suggestions), self.offers.reason)

    def _show_edit(self, edit: Edit) -> None:
        announce(self.view, edit_words(edit.name))
        if self.session.document is not None and not self._is_in_view(self.session.document):
            self._show_document()
        self.view.update_spans(self._visible_spans())
        self._stale |= {"header", "row" if len(edit.set_numbers) < 2 else "queue"}
        self.toast.hide()
        self._show_desk()

    def _visible_spans(self) -> list[Span]:
        annotations = self.session.annotations
        spans = annotations.spans if annotations else ()
        shown = [span for span in spans if span.layer != "argument" or self._settings.boolean("show_arguments")]
        offers = list(self.offers.suggestions)
        offered = self.desk.offered
        if offered is not None and offered.is_candidate:
            offers.append(offered)
        return shown + [offer.as_span() for offer in offers]

    def _look(self, span: Span) -> Look:
        label = self._labels_of.get((span.layer, span.label))
        colour = QColor(label.color if label else "#808080")
        name = label.names(self._language.code) if label else span.label
        if self.offers.get(span.id) is not None:
            return Look(colour, name if label else "?", "offer")
        if span.doubt:
            name = self.tr("{label}?").format(label=name)
        return Look(colour, name, "wash" if span.layer == "commitment" else "lane")

    def _show_offers(self) -> None:
        self.view.update_spans(self._visible_spans())
        self._stale.add("header")
        self._aside.start()

    def _show_project(self) -> None:
        """The schema, or something else that holds for all articles, changed."""
        self.offers.use_schema()
        self.set_language()

    def _show_desk(self) -> None:
        """Show what the desk says: cursor, selection, marks, palette and inspector."""
        desk, view = self.desk, self.view
        annotations = self.session.annotations
        if desk.cursor is None or annotations is None:
            return
        selected, commitment = desk.selected or desk.offered, desk.commitment
        waiting = desk.waiting
        if isinstance(selected, Offer) and selected.is_candidate:
            view.update_spans(self._visible_spans())
        view.set_selected_span(selected.id if selected else None)
        extent = waiting or desk.selection
        if extent:
            view.set_selection(*extent)
        else:
            view.clear_selection()
        view.set_cursor(None if selected or extent else desk.cursor.word)
        view.set_role_marks(self._role_marks(commitment))
        view.set_hints({span_id: hint for hint, span_id in desk.hints.items() if hint.startswith(desk.typed)})
        view.ensure_visible(*((selected.start, selected.end) if selected else desk.cursor.word))
        self.states_changed.emit()
        self._aside.start()

    def _show_aside(self) -> None:
        """What stands around the article follows once all that a key does is done, and the article painted."""
        number = self.session.document_number
        if self.session.annotations is not None and number is not None:
            if "place" in self._stale:
                self.queue.set_current(number)
            if "row" in self._stale:
                self.queue.refresh(number)
            if "queue" in self._stale:
                self.queue.reload()
            if "header" in self._stale:
                self._show_header()
            self._stale.clear()
            selected = self.desk.selected or self.desk.offered
            self._narrator.tell(f"{self.view.chip_of(selected.id)}: {selected.quote}" if selected else "")
            self._show_palette()
            self._show_inspector()
            self.status_changed.emit()

    def _role_marks(self, commitment: Span | None) -> dict[UUID, str]:
        annotations = self.session.annotations
        if commitment is None or annotations is None:
            return {}
        marks: dict[UUID, list[str]] = {}
        for relation in annotations.roles_of(commitment.id):
            label = self._labels_of.get(("role", relation.label))
            name = label.names(self._language.code) if label else relation.label
            marks.setdefault(relation.target, []).append(name)
        return {target: joined(names, self._language.code) for target, names in marks.items()}

    def _show_palette(self) -> None:
        desk = self.desk
        if desk.mode == "role":
            role = self._labels_of[("role", desk.role)].names(self._language.code)
            prompt = self.tr("What is the “{role}”? Type its letter, or select text and press Enter.")
            if not desk.hints:
                prompt = self.tr("What is the “{role}”? Select the text and press Enter.")
            self.palette_bar.show_items([], prompt.format(role=role), emphasised=True)
            return
        layer = desk.label_layer
        offered = desk.offered
        current = desk.selected.label if desk.selected and desk.selected.layer == layer else ""
        current = self._schema.current_label(layer, offered.label if offered else current)
        items = [
            PaletteItem(
                label.id, label.names(self._language.code), label.key, label.color,
                label.rule(self._language.code), label.id == current,
            )
            for label in self._schema.layer(layer).offered
        ]  # fmt: skip
        prompt = self.tr("What kind of commitment?") if desk.mode == "type" else ""
        self.palette_bar.show_items(items, prompt, emphasised=bool(prompt))

    def offer_words(self) -> str:
        """Return what the offer at hand is and which keys decide on it; "" when there is none."""
        offer = self.desk.offered
        if offer is None:
            return ""
        if offer.is_candidate:
            return self.tr("Perhaps an entity: the key of a label takes it, Backspace leaves it alone")
        label = self._labels_of.get((LAYER, offer.label))
        return self.tr("Suggested: {label} ({source}, {percent}) · Enter takes it, Backspace rejects it").format(
            label=label.names(self._language.code) if label else offer.label,
            source=source_words(offer.source),
            percent=percent(offer.score),
        )

    def _show_inspector(self) -> None:
        assert self.session.document is not None
        desk = self.desk
        span = desk.selected or (None if desk.selection or desk.offered else desk.commitment)
        number = self.session.annotations.number if self.session.annotations else 0
        self.inspector.show_state(
            InspectorState(
                document=self.session.document,
                annotations=self.session.annotations,
                span=span,
                schema=self._schema,
                language=self._language,
                read_only=not self.session.own,
                set_label=self.session.annotations.annotator if self.session.annotations else "",
                proposals=desk.proposals(span or (desk.offered.as_span() if desk.offered else None)),
                seconds=self.clock.seconds() if span is None else 0,
                offer=desk.offered,
                history=lambda shown: self.session.project.history(number, shown.id),
            )
        )

    def set_language(self) -> None:
        """Word everything anew, with the names that the schema has now."""
        schema = self._schema
        self._labels_of = {
            (layer.id, label.id): schema.label(layer.id, schema.current_label(layer.id, label.id))
            for layer in schema.layers.values()
            for label in layer.labels
        }
        if self.session.annotations is not None:
            self.view.show_spans(self._visible_spans(), self._look)
            self._show_header()
            self._show_desk()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the article the queue's room where there is little; F7 still shows the queue."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self.queue.setVisible(not narrow)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_labels_of"):
            self.set_language()
        super().changeEvent(event)

    def _setting_changed(self, key: str) -> None:
        if key == "suggestions":
            self.offers.want(self._settings.boolean("suggestions"))
        elif key == "count_time":
            self.clock.wanted = self._settings.boolean("count_time")
        elif key == "learning":
            self.learner.want(self._settings.boolean("learning"))
        elif key == "show_arguments":
            self.desk.shows_arguments = self._settings.boolean("show_arguments")
            self.view.update_spans(self._visible_spans())

    def _tell_done(self, sentence: str) -> None:
        self.toast.hide()  # what was suggested is done
        announce(self.view, sentence)

    def _escape(self) -> None:
        self.toast.hide()
        self.desk.escape()

    def say(self, sentence: str) -> None:
        """Say something over the article, and to those who do not see."""
        self.toast.say(sentence)
        announce(self.view, sentence)

    # Doing ---------------------------------------------------------------------------------------------------

    def _token_clicked(self, extent: Extent) -> None:
        """Stand on the word clicked, unless the click has just selected a span there."""
        if self.desk.selected is None:
            self.desk.place_cursor(extent[0])

    def _show_set(self, number: int) -> None:
        self.inspector.commit()
        self.session.show_set(number)

    def _show_next_set(self) -> None:
        shown, number = self.session.annotations, self.session.document_number
        if shown is None or number is None:
            return
        infos = self.session.set_infos(number)
        at = next((place for place, info in enumerate(infos) if info.number == shown.number), -1)
        if len(infos) < 2:
            self.say(self.tr("Nobody else has annotated this article."))
        else:
            following = infos[(at + 1) % len(infos)]
            self._show_set(following.number)
            self.say(self.header.whose(following))

    def open_document(self, number: int) -> None:
        self.inspector.commit()  # what is still being typed belongs to the article in view
        self.session.show_document(number)
        self.focus_article()

    def show_place(self, place: Place) -> None:
        """Show a stretch of an article: the span that lies just there, or else the text, selected."""
        if place.document_number != self.session.document_number:
            self.open_document(place.document_number)
        if place.set_number:
            self._show_set(place.set_number)
        spans = self.session.annotations.spans if self.session.annotations else ()
        there = next((span for span in spans if (span.start, span.end) == (place.start, place.end)), None)
        if there is not None:
            self.desk.select_span(there.id)
        elif place.end > place.start:
            self.desk.select_text(place.start, place.end)
        self.focus_article()

    def step_document(self, by: int) -> None:
        """Go to the next or previous article of the queue as it is filtered; whoever looks at gold stays with gold."""
        number = self.queue.neighbour(by)
        if number is not None:
            looked_at = self.session.annotations.kind if self.session.annotations else ""
            self.open_document(number)
            if looked_at == "gold":
                gold = next((one.number for one in self.session.set_infos(number) if one.kind == "gold"), None)
                if gold is not None:
                    self._show_set(gold)

    def _go_on(self) -> None:
        """Go to the next article that still waits; the queue is gone round once."""
        number = self.queue.next_waiting()
        if number is None:
            self.all_finished.emit()
        else:
            self.open_document(number)

    def _step_line(self, by: int, *, extend: bool = False) -> None:
        desk = self.desk
        if desk.cursor is not None:
            here = desk.step_start(forward=by > 0, extend=extend)
            there = self.view.line_below(here) if by > 0 else self.view.line_above(here)
            if there is not None:
                desk.go_to(there, extend=extend)

    def _step_page(self, by: int) -> None:
        if self.desk.cursor is not None:
            here = self.desk.cursor.word[0]
            self.desk.go_to(self.view.page_below(here) if by > 0 else self.view.page_above(here))

    def _go_line_edge(self, *, end: bool, extend: bool) -> None:
        if self.desk.cursor is not None:
            here = self.desk.step_start(forward=end, extend=extend)
            there = self.view.line_end(here) - 1 if end else self.view.line_start(here)
            self.desk.go_to(there, extend=extend)

    def _search_queue(self) -> None:
        self.queue.show()
        self.queue.focus_search()

    def _copy(self) -> None:
        document, cursor = self.session.document, self.desk.cursor
        if document is not None and cursor is not None:
            span = self.desk.selected
            QGuiApplication.clipboard().setText(span.quote if span else document.text[slice(*cursor.target)])

    def _chosen(self, label: str) -> None:
        self.desk.label(label)
        self.focus_article()

    def _role_requested(self, role: str) -> None:
        self.desk.start_role(role)
        self.focus_article()

    def _jump_to(self, span_id: UUID) -> None:
        self.desk.select_span(span_id)
        self.focus_article()

    def _enter_form(self, what: str) -> None:
        """Take the keyboard into the inspector; a suggestion at hand is taken, to be corrected there."""
        if self.desk.offered is not None and not self.desk.offered.is_candidate:
            self.desk.take_offer()
        if self._aside.isActive():  # the inspector must show what is selected now
            self._aside.stop()
            self._show_aside()
        if what == "note":
            self.inspector.focus_note()
        elif what == "picker":
            self.inspector.open_picker()
        else:
            self.inspector.enter_form()

    def _ask_article_date(self, beside: QWidget) -> None:
        """Let the article's date be picked, since something hangs on it."""
        document = self.session.document
        if document is not None and not self.session.project.read_only:
            popup = CalendarPopup(self._language.code, beside, single=True)
            popup.taken.connect(lambda day, _end, _calendar: self.desk.set_article_date(day))
            popup.pop_up(beside, None, document.date)

    def _go_to_gap(self, gap: Gap) -> None:
        self.desk.select_span(gap.span.id)
        self.panels.close_all()
        self.focus_article()
        if gap.missing:
            self._enter_form("attributes")

    def _show_rule(self) -> None:
        """Say what the label at hand is for; with none at hand, what those are for that could be given."""
        from peyman.gui.annotate.rule_dialog import RuleDialog  # noqa: PLC0415 - Markdown is seldom looked at

        span, offered = self.desk.selected, self.desk.offered
        at_hand = (span.layer, span.label) if span else ("entity", offered.label) if offered else None
        known = self._labels_of.get(at_hand) if at_hand else None
        labels = [known] if known else self._schema.layer(self.desk.label_layer).offered
        RuleDialog(labels, self.session.project.info.guidelines, self._language, self.window()).open()

    def step_pane(self, by: int) -> None:
        """Move the focus to the next of queue, article and inspector that is shown."""
        panes = (self.queue, self.view, self.inspector)
        focus = QApplication.focusWidget()
        here = next((n for n, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))), 1)
        for step in range(1, len(panes) + 1):
            pane = panes[(here + by * step) % len(panes)]
            if pane.isVisible():
                break
        if pane is self.queue:
            self.queue.focus_list()
        elif pane is self.inspector:
            self.inspector.enter_form()
        else:
            self.focus_article()

    def focus_article(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload_queue(self) -> None:
        """Read the queue anew, after an import or another annotator came to work."""
        self.queue.reload()

    def leave(self) -> None:
        """Save what is still being typed, and how the page is laid out; the page is about to go."""
        self.inspector.commit()
        self.panels.close_all()

        self._aside.stop()  # the project is closed before anything is shown again
        self.offers.stop()
        self.learner.stop()
        self.clock.tick()
        self.clock.save()
        self._settings.set("splitter", bytes(self.splitter.saveState().data()))
