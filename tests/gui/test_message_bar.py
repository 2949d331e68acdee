"""Messages that must not be missed: they stay, come back, and tell their kinds by shape."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.events import settle, type_keys
from peyman.gui.i18n import Language
from peyman.gui.message_bar import Kind, KindMark, MessageBar, Notice


def picture(widget: QWidget) -> QImage:
    image = QImage(widget.sizeHint(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    widget.resize(widget.sizeHint())
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    return image


@pytest.fixture
def bar(window: QWidget, language: Language) -> MessageBar:
    return MessageBar(window)


def test_a_message_stays_until_it_is_closed_and_the_one_before_comes_back(bar: MessageBar) -> None:
    assert not bar.isVisible()
    bar.show_message("The disk is full.", "error")
    bar.show_message("A copy was made.", "info")
    bar.show_message("The disk is full.", "error")  # no twins
    assert bar.isVisible()
    assert bar.messages == ["A copy was made.", "The disk is full."]
    assert bar.accessibleName() == "The disk is full."
    bar.close_message()
    assert bar.accessibleName() == "A copy was made."
    bar.close_message()
    assert not bar.isVisible()
    bar.close_message()
    assert bar.messages == []


def test_a_message_never_takes_the_focus(window: QWidget, bar: MessageBar, qtbot: QtBot) -> None:
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    bar.show_message("Open already.", "warning", ("Open for reading", lambda: None))
    settle()
    assert window.focusWidget() is field


def test_the_action_runs_once_and_its_message_is_gone(bar: MessageBar) -> None:
    done: list[list[str]] = []
    bar.show_message("Open already.", "warning", ("Open for &reading", lambda: done.append(bar.messages)))
    button = bar.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.isVisibleTo(bar)
    type_keys(button, "Space")
    assert done == [[]]
    bar.show_message("Saved.")
    assert not button.isVisibleTo(bar)


def test_escape_closes_a_message_from_inside(bar: MessageBar) -> None:
    bar.show_message("One", "info", ("Do", lambda: None))
    button = bar.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    type_keys(button, "Esc")
    assert bar.messages == []


def test_what_a_message_says_is_taken_literally(bar: MessageBar) -> None:
    bar.show_message("<b>x</b> & “/home/<i>”", "error")
    labels = [label for label in bar.findChildren(QLabel) if "<b>" in label.text()]
    assert [label.textFormat() for label in labels] == [Qt.TextFormat.PlainText]


def test_kinds_differ_by_shape_and_not_only_by_colour(fonts: None) -> None:
    shapes = set()
    kinds: tuple[Kind, ...] = ("info", "done", "warning", "error")
    for kind in kinds:
        mark = KindMark(kind)
        colours = mark.palette()
        colours.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.white)
        mark.setPalette(colours)
        image = picture(mark)
        ground = image.pixelColor(0, 0).lightness()
        shapes.add(
            tuple(
                abs(image.pixelColor(x, y).lightness() - ground) > 60
                for x in range(image.width())
                for y in range(image.height())
            )
        )
    assert len(shapes) == len(kinds)


def test_a_notice_is_hidden_while_it_says_nothing(window: QWidget, language: Language) -> None:
    notice = Notice(window)
    assert not notice.isVisible()
    notice.say("error", "Wrong.")
    assert notice.isVisible()
    assert notice.text == notice.accessibleName() == "Wrong."
    notice.hush()
    assert not notice.isVisible()
    assert notice.text == ""
