"""What the tests of the side widgets share: real keys and clicks, and a small page that stores answers."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from peyman.core.model import AnnotatedDocument, Json
from peyman.core.schema import Attribute, Schema
from peyman.formats import jsonl
from peyman.gui.annotate.cells import Cell, CellCanvas
from peyman.gui.annotate.form import AttributeForm
from peyman.gui.annotate.form_rows import ChoiceRow, Row, TextRow
from peyman.gui.i18n import Language
from peyman.gui.keymap import Layout, make_event
from peyman.paths import seeds


@contextmanager
def speaking(app: QApplication, code: str) -> Iterator[Language]:
    """Let the window speak a language; afterwards it is English again."""
    language = Language(app)
    language.install(code)
    QApplication.processEvents()
    yield language
    language.install("en")
    QApplication.processEvents()


def annotated(schema: Schema) -> list[AnnotatedDocument]:
    """The articles of the sample project that are annotated."""
    return list(jsonl.read(seeds("sample_gold.jsonl"), schema))


def show(widget: QWidget, width: int = 320, height: int = 700) -> None:
    """Put a widget on the screen as the active window."""
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    QApplication.processEvents()
    assert QApplication.activeWindow() is widget


def dispose(window: QWidget) -> None:
    """Delete a window now: it would otherwise hear of every change of language in the tests to come."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def press(*names: str, layout: Layout = "latin") -> None:
    """Press keys, named as in `keymap`, on a keyboard with this layout, wherever the focus is."""
    for name in names:
        popup = QApplication.activePopupWidget()
        target = (popup.focusWidget() or popup) if popup else QApplication.focusWidget()
        assert target is not None
        QApplication.sendEvent(target, make_event(name, layout))


def type_text(text: str) -> None:
    """Type characters, wherever they are on a keyboard."""
    for character in text:
        target = QApplication.focusWidget()
        assert target is not None
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(target, event)


def click(canvas: CellCanvas, cell: Cell, at: QPoint | None = None) -> None:
    QApplication.processEvents()  # let the layout settle, as it has when a person clicks
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at or canvas.place(cell).center())


def choices(form: AttributeForm, attribute: str) -> ChoiceRow:
    row = form.row(attribute)
    assert isinstance(row, ChoiceRow)
    return row


def typed(form: AttributeForm, attribute: str) -> TextRow:
    row = form.row(attribute)
    assert isinstance(row, TextRow)
    return row


def row_of(form: AttributeForm, attribute: str) -> Row:
    row = form.row(attribute)
    assert row is not None
    return row


def chosen(row: ChoiceRow) -> list[str]:
    """Return the values that are shown as chosen."""
    return [chip.value for chip in row.chips if chip.chosen]


class Page:
    """Stores what the form says, and shows it again: at once, or when it is told to."""

    def __init__(
        self, form: AttributeForm, schema: Schema, layer: str, label: str, *, late: bool = False, language: str = "en"
    ) -> None:
        self.form = form
        self.layer = schema.layer(layer)
        self.label = label
        self.values: dict[str, Json] = {}
        self.language = language
        self.late = late
        self.heard: list[tuple[str, Json]] = []
        form.changed.connect(self._changed)

    def show(self, values: Mapping[str, Json] | None = None, *, read_only: bool = False) -> None:
        if values is not None:
            self.values = dict(values)
        attributes: Sequence[Attribute] = self.layer.attributes_for(self.label, self.values)
        self.form.show_attributes(attributes, self.label, self.values, language=self.language, read_only=read_only)
        QApplication.processEvents()

    def _changed(self, name: str, value: Json) -> None:
        self.heard.append((name, value))
        if value is None:
            self.values.pop(name, None)
        else:
            self.values[name] = value
        if not self.late:
            self.show()
