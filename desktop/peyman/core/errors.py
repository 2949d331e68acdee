"""Errors with a code and data; the window and the command line word them from one table.

Every expected failure is a `PeymanError`. Its `code` picks a sentence from `MESSAGES` that says what is
wrong, where, and what to do; `data` fills the braces. The window translates the same sentence.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001
    """Mark `text` for the translators: their tool looks for this very name. Core stays without Qt."""
    return text


MESSAGES: dict[str, str] = {}


class PeymanError(Exception):
    """Something the person can understand and mend.

    Attributes:
        code: key into `MESSAGES`.
        data: what fills the sentence; values are shown as they are.
    """

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data

    def __str__(self) -> str:
        return MESSAGES[self.code].format(**self.data)
