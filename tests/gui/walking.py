"""Walks a page or dialog as people do who do not see it or do not use a mouse.

    assert_accessible(page)

asserts of everything that shows in `page`, which must be on the screen:

- what can be focused or clicked has a name, in the tree that assistive technology reads;
- buttons that show only a drawing can be told apart by their names;
- Tab reaches every control, or the control tells the key that does the same, in round brackets in its tool tip or
  description: "Finish the article (F)";
- Tab goes in reading order: in lines from the leading side, lines from top to bottom, in every part of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QTextEdit,
    QWidget,
)

MOST_ITEMS = 40  # of a list or table; a hundred thousand would be no wiser
_ROLE = QAccessible.Role
_CLICKABLE = frozenset(
    {
        *(_ROLE.Button, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.ComboBox, _ROLE.SpinBox, _ROLE.Slider),
        *(_ROLE.EditableText, _ROLE.Link, _ROLE.PageTab, _ROLE.MenuItem, _ROLE.ListItem, _ROLE.ButtonMenu),
        *(_ROLE.ButtonDropDown, _ROLE.TreeItem, _ROLE.ColumnHeader, _ROLE.RowHeader),
    }
)
_ITEMS = frozenset({_ROLE.List, _ROLE.Table, _ROLE.Tree})
_CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
_HOLDERS = (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit, QScrollBar, QMenuBar)  # their parts are theirs
_KEY = re.compile(r"\((?:(?:Ctrl|Alt|Shift|⇧|⌘|⌥)\+?)*(?:[A-Z]|[\d۰-۹]|[^\w\s]|F\d+|Del|Enter|Esc|Space)(?: \(\w\))?\)")
_INVISIBLE = re.compile("[\u200e\u200f\u2066-\u2069]|<[^>]*>")


def assert_accessible(widget: QWidget) -> None:
    """Assert that everything that shows in `widget` can be found, told apart and reached without eyes or mouse."""
    assert widget.isVisible(), "only what is on the screen can be walked"
    QApplication.processEvents()
    stops = tab_stops(widget)
    found = [*unnamed(widget), *alike(widget), *out_of_reach(widget, stops), *out_of_order(widget, stops)]
    assert not found, f"{describe(widget)}:\n  " + "\n  ".join(found)


def describe(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, (QAbstractButton, QLabel, QLineEdit)) else ""
    name = widget.accessibleName() or widget.objectName() or text
    parent = widget.parentWidget()
    return f"{type(widget).__name__} “{name}” in {type(parent).__name__}" if parent else f"{type(widget).__name__}"


# Names ----------------------------------------------------------------------------------------------------------


def interfaces(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield an interface and all below it that shows."""
    # Not into the menu bar: its menus are Qt's own, and Python would take those it makes for its own.
    if not interface.isValid() or _state(interface).invisible or interface.role() == _ROLE.MenuBar:
        return
    yield interface
    count = interface.childCount()
    for number in range(min(count, MOST_ITEMS) if interface.role() in _ITEMS else count):
        child = interface.child(number)
        if child is not None:
            yield from interfaces(child)


def _state(interface: QAccessibleInterface) -> Any:
    """Return the state's bits, which the stubs do not know of."""
    return interface.state()


def unnamed(widget: QWidget) -> Iterator[str]:
    for interface in interfaces(QAccessible.queryAccessibleInterface(widget)):
        thing = interface.object()
        clickable = interface.role() in _CLICKABLE or (isinstance(thing, QWidget) and hears_clicks(thing))
        if thing is widget or not (clickable or _state(interface).focusable):
            continue
        if is_part(thing) or (isinstance(thing, QLabel) and not thing.text()):
            continue
        if interface.text(QAccessible.Text.Name).strip():
            continue
        what = describe(thing) if isinstance(thing, QWidget) else f"an item at {interface.rect()}"
        yield f"has no name: {interface.role().name}, {what}"


def alike(widget: QWidget) -> Iterator[str]:
    buttons = [b for b in widget.findChildren(QAbstractButton) if b.isVisible() and not is_part(b)]
    drawn = [button for button in buttons if not shows_text(button) and not button.icon().isNull()]
    for name, count in Counter(button.accessibleName() for button in drawn).items():
        if count > 1:
            yield f"{count} drawings have one name: “{name}”"


def shows_text(button: QAbstractButton) -> bool:
    style = getattr(button, "toolButtonStyle", None)
    icon_only = style is not None and style() == Qt.ToolButtonStyle.ToolButtonIconOnly
    return bool(button.text()) and not (icon_only and not button.icon().isNull())


# The keyboard ---------------------------------------------------------------------------------------------------


def tab_stops(widget: QWidget) -> list[QWidget]:
    """Return what Tab goes to inside a widget, in its order; the focus goes round the window and comes back."""
    # Not by nextInFocusChain: PySide takes what that returns for a child of what it was asked of.
    window = widget.window()
    before = window.focusWidget()
    if before is not None:
        before.clearFocus()
    seen: list[QWidget] = []
    while window.focusNextPrevChild(True):
        at = window.focusWidget()
        if at is None or at in seen:
            break
        seen.append(at)
    if before is not None:
        before.setFocus()
    QApplication.processEvents()
    return [stop for stop in seen if widget.isAncestorOf(stop)]


def is_part(thing: object) -> bool:
    """Tell whether a widget belongs to a control around it: the line of a combo box, the cross in a search field."""
    return isinstance(thing, QWidget) and any(isinstance(around, _HOLDERS) for around in above(thing))


def hears_clicks(widget: QWidget) -> bool:
    """Tell whether a widget of ours does something when it is clicked."""
    ours = (cls for cls in type(widget).__mro__ if cls.__module__.startswith("peyman."))
    return any({"mousePressEvent", "mouseReleaseEvent"} & vars(cls).keys() for cls in ours)


def out_of_reach(widget: QWidget, stops: list[QWidget]) -> Iterator[str]:
    for control in widget.findChildren(QWidget):
        if not control.isVisible() or not control.isEnabled() or control in stops or is_part(control):
            continue
        if not isinstance(control, _CONTROLS) and not hears_clicks(control):
            continue
        group = (stop.parentWidget() for stop in stops if isinstance(stop, QRadioButton))
        if isinstance(control, QRadioButton) and control.parentWidget() in group:
            continue  # arrow keys lead there from the one that is chosen
        if any(control.isAncestorOf(stop) for stop in stops) or not on_screen(control) or tells_key(control):
            continue
        yield f"neither Tab nor a key that it tells reaches {describe(control)}"


def on_screen(widget: QWidget) -> bool:
    """Tell whether any of a widget can be seen; the companion of the article, for one, is beside its view."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.rect().intersects(place)


def tells_key(widget: QWidget) -> bool:
    texts = (widget.toolTip(), widget.accessibleDescription(), widget.accessibleName())
    return any(_KEY.search(_INVISIBLE.sub("", text)) for text in texts)


def out_of_order(widget: QWidget, stops: list[QWidget]) -> Iterator[str]:
    for one, other in pairwise(stops):
        around, first, second = common(one, other)
        if comes_before(second, first, around.layoutDirection()):
            yield f"Tab goes back, from {describe(one)} to {describe(other)}"


def common(one: QWidget, other: QWidget) -> tuple[QWidget, QRect, QRect]:
    """Return the smallest widget around two others, and the places in it of its parts that hold the two."""
    around = next(widget for widget in above(one) if widget.isAncestorOf(other))
    return around, part_of(around, one), part_of(around, other)


def part_of(around: QWidget, widget: QWidget) -> QRect:
    return next(part for part in (widget, *above(widget)) if part.parentWidget() is around).geometry()


def above(widget: QWidget) -> Iterator[QWidget]:
    """Yield the widgets around a widget, from inside."""
    around = widget.parentWidget()
    while around is not None:
        yield around
        around = around.parentWidget()


def comes_before(one: QRect, other: QRect, direction: Qt.LayoutDirection) -> bool:
    """Tell whether one place is read before another: beside it at the leading side, else above it."""
    shared = min(one.bottom(), other.bottom()) - max(one.top(), other.top()) + 1
    if 2 * shared > min(one.height(), other.height()):
        if direction == Qt.LayoutDirection.RightToLeft:
            return one.left() >= other.right()
        return one.right() <= other.left()
    return one.top() < other.top()
