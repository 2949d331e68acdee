"""The sheet of keys: complete, filtered by typing, and never mirrored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QWidget,
)

from gui.events import settle, type_keys
from peyman.core.schema import Schema
from peyman.gui.actions import ACTIONS, Actions
from peyman.gui.i18n import Language
from peyman.gui.keys_dialog import KeyCaps, KeysDialog

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def open_keys(window: QWidget, schema: Schema | None, language: Language) -> KeysDialog:
    actions = Actions(language, window)
    for action in ACTIONS:
        if not action.by_widget:
            actions.handle(action.id, lambda: None)
    dialog = KeysDialog(actions, schema, language, window)
    dialog.open()
    settle()
    return dialog


@pytest.mark.parametrize("code", ["fa", "ru", "en"])
def test_the_sheet_has_every_label_with_a_key_and_every_action(
    window: QWidget, schema: Schema, language: Language, code: str
) -> None:
    language.install(code)
    dialog = open_keys(window, schema, language)
    labels = [label for layer in schema.layers.values() for label in layer.labels if label.key]
    assert dialog.shown()[: len(labels)] == [label.names(code) for label in labels]
    assert len(dialog.shown()) == len(labels) + sum(bool(action.keys) for action in ACTIONS)


def test_without_a_project_the_sheet_has_the_window_only(window: QWidget, language: Language) -> None:
    dialog = open_keys(window, None, language)
    assert len(dialog.shown()) == sum(bool(action.keys) for action in ACTIONS)


def test_typing_filters_by_name_and_by_key(window: QWidget, schema: Schema, language: Language) -> None:
    dialog = open_keys(window, schema, language)
    everything = dialog.shown()
    QTest.keyClicks(dialog.filter, "PERSON")
    assert "Person" in dialog.shown()
    assert len(dialog.shown()) < 5
    dialog.filter.clear()
    QTest.keyClicks(dialog.filter, "ctrl z")
    assert dialog.shown() == [text for text in everything if text in ("Undo", "Redo")]
    dialog.filter.setText("no such thing")
    assert dialog.shown() == []
    dialog.filter.clear()
    assert dialog.shown() == everything


def test_filtering_takes_arabic_letters_for_persian_ones(window: QWidget, schema: Schema, language: Language) -> None:
    language.install("fa")
    dialog = open_keys(window, schema, language)
    dialog.filter.setText("موجوديت")  # with the Arabic yeh; a heading shows its whole group
    layer = schema.layers["entity"]
    assert set(dialog.shown()) >= {label.names("fa") for label in layer.labels}


def test_escape_empties_the_filter_and_then_closes(window: QWidget, schema: Schema, language: Language) -> None:
    dialog = open_keys(window, schema, language)
    dialog.filter.setText("undo")
    type_keys(dialog.filter, "Enter")  # closes nothing
    type_keys(dialog.filter, "Esc")
    assert dialog.filter.text() == ""
    assert dialog.isVisible()
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    type_keys(dialog.filter, "Esc")
    assert closed == [QDialog.DialogCode.Rejected.value]


def test_page_keys_scroll_while_typing(window: QWidget, schema: Schema, language: Language) -> None:
    dialog = open_keys(window, schema, language)
    dialog.resize(700, 400)
    settle()
    bar = dialog.sheet.verticalScrollBar()
    assert bar.value() == 0
    type_keys(dialog.filter, "PageDown")
    after_page = bar.value()
    type_keys(dialog.filter, "Down Up PageUp")
    assert (after_page > 0, bar.value()) == (True, 0)


@pytest.mark.parametrize("width", [360, 760, 1200])
def test_columns_share_the_width_and_lose_no_group(
    window: QWidget, schema: Schema, language: Language, width: int
) -> None:
    dialog = open_keys(window, schema, language)
    for each in (1200, width):  # made narrower and wider while open
        dialog.resize(each, 600)
        settle()
    caps = [caps for caps in dialog.findChildren(KeyCaps) if caps.isVisible()]
    assert len(caps) == len(dialog.shown())
    right = dialog.sheet.viewport().width()
    lefts = set()
    for cap in caps:
        place = cap.mapTo(dialog.sheet.viewport(), QPoint(0, 0))
        assert place.x() >= 0
        assert place.x() + cap.width() <= right
        lefts.add(cap.parentWidget().mapTo(dialog.sheet.viewport(), QPoint(0, 0)).x())  # type: ignore[union-attr]
    assert len(lefts) == {360: 1, 760: 2, 1200: 3}[width]


def test_a_label_tells_its_rule_and_its_key(window: QWidget, schema: Schema, language: Language) -> None:
    dialog = open_keys(window, schema, language)
    label = schema.layers["entity"].labels[0]
    rows = [cap.parentWidget() for cap in dialog.findChildren(KeyCaps)]
    row = next(row for row in rows if row and row.accessibleName() == f"{label.names('en')}: {label.key}")
    assert label.rule("en") in row.toolTip()
    assert row.accessibleDescription() == label.rule("en")


def picture(widget: QWidget) -> QImage:
    image = QImage(widget.sizeHint(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    widget.resize(widget.sizeHint())
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    return image


@pytest.mark.parametrize("key", ["[", "⇧[", "⇧→", "Ctrl+⇧Z", "C (ز)", "/"])
def test_key_caps_are_never_mirrored(fonts: None, key: str) -> None:
    one, other = KeyCaps([key]), KeyCaps([key])
    one.setLayoutDirection(LTR)
    other.setLayoutDirection(RTL)
    assert picture(one) == picture(other)
