"""Steps of the keyboard up and down, which keep to one x however short the lines between are."""

from __future__ import annotations

from .layout import Column
from .units import Units


class Steps:
    """Where lines up, down and pages lead in a column; remembers the x from which a row of steps began."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._goal: tuple[int, float] | None = None  # where the last step led, and the x it keeps to

    def forget(self) -> None:
        """Let the next step keep to an x of its own."""
        self._goal = None

    def line(self, column: Column, offset: int, lines: int) -> int | None:
        """Return the character some lines below `offset` (or above, if negative); None past the ends."""
        x = self._x(column, offset)
        found = column.step(offset, lines, x)
        self._goal = None if found is None else (found, x)
        return found

    def page(self, column: Column, offset: int, distance: float) -> int:
        """Return the character that many pixels below `offset` (or above), or as far as the text goes."""
        x = self._x(column, offset)
        block, line = column.line_at(offset)
        y = block.top + (line.baseline if line else 0) + distance
        found = column.hit(x, min(max(y, 0.0), column.height)).extent[0]
        self._goal = found, x
        return found

    def _x(self, column: Column, offset: int) -> float:
        if self._goal:
            led_to, x = self._goal
            token = self._units.token_at(led_to)
            # The page moves its cursor to the token stepped on; from there the step goes on at the old x.
            if offset == led_to or (token and token[0] <= offset < token[1]):
                return x
        return column.x_at(offset)
