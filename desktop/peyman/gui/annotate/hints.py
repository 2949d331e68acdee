"""Hint letters: short key sequences by which spans are named while a role is being filled."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from peyman.core.model import Extent, Span

# Home row first; every key exists on all layouts as a physical key.
LETTERS = "FJDKSLAGHRUEIWOTYQPVNCMBXZ"


def hint_letters(count: int) -> list[str]:
    """Return `count` distinct hints: single letters while they last, else the last ones begin pairs.

    No hint begins another one, so each is complete as soon as it is typed.
    """
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    # With k letters kept as first letters of pairs there are 26 - k + 26 k hints.
    size = len(LETTERS)
    openers = min(size, -(-(count - size) // (size - 1)))
    singles = list(LETTERS[: size - openers])
    pairs = [first + second for first in LETTERS[size - openers :] for second in LETTERS]
    return [*singles, *pairs][:count]


def hints_for(spans: Sequence[Span], near: Extent) -> dict[str, UUID]:
    """Give each span a hint, the shortest to those nearest to `near` (in code points)."""

    def distance(span: Span) -> tuple[int, int, int]:
        outside = max(near[0] - span.end, span.start - near[1], 0)
        return outside, span.start, -span.end

    ordered = sorted(spans, key=distance)
    return dict(zip(hint_letters(len(ordered)), (span.id for span in ordered), strict=True))
