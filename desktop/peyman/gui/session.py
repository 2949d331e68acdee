"""The one bridge between the window and the project: the open document, whose annotations, and its changes.

A view builds an `Edit` with `editor()` and hands it to `perform`; it is durable when `perform` returns, and
`edited` tells everybody what it changed. Undo and redo are edits like any other.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from peyman.core.edits import ADJUDICATE, Edit, Editor, History, Step, applied
from peyman.core.errors import PeymanError
from peyman.core.journal import now
from peyman.core.model import AnnotationSet, Document, DocumentInfo, ProjectInfo, Received
from peyman.core.project import Project, SetInfo


class Session(QObject):
    """An open project with one document in view.

    Signals:
        document_shown(): another document, or another annotator's set of it, is in view.
        edited(Edit): an edit was saved; `annotations` and `document` already hold it.
        project_edited(): what holds for the whole project changed, such as its schema; `edited` follows.
        failed(PeymanError): what was asked for could not be done; nothing was changed.
    """

    document_shown = Signal()
    edited = Signal(object)
    project_edited = Signal()
    failed = Signal(object)

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.history = History(project)
        self.document: Document | None = None
        self.document_number: int | None = None
        self.annotations: AnnotationSet | None = None
        self.own = False

    # What is in view

    def show_document(self, number: int) -> None:
        """Show a document with the annotator's own set, or, while that is empty, with somebody else's."""
        own = self.project.own_set(number)
        shown = own
        if not own.annotations and own.state.state == "new":
            others = [info for info in self.set_infos(number) if info.number != own.number]
            if others:
                # Gold first: it is the best there is to look at.
                others.sort(key=lambda info: info.kind != "gold")
                shown = self.project.annotation_set(others[0].number)
        self._show(number, shown)

    def show_set(self, number: int) -> None:
        """Show the same document with another set."""
        assert self.document_number is not None
        self._show(self.document_number, self.project.annotation_set(number))

    def show_own(self) -> None:
        assert self.document_number is not None
        self._show(self.document_number, self.project.own_set(self.document_number))

    def set_infos(self, document_number: int) -> list[SetInfo]:
        """Whose annotations there are: the annotator's own, and the others' that hold something."""
        infos = self.project.set_infos(document_number)
        return [info for info in infos if info.state != "new" or self._is_own(info.annotator, info.kind)]

    def _is_own(self, annotator: str, kind: str) -> bool:
        return annotator == self.project.annotator and kind == "annotation"

    def _show(self, number: int, annotations: AnnotationSet) -> None:
        if number != self.document_number:
            self.document = self.project.document(number)
            self.document_number = number
        self.annotations = annotations
        own = self._is_own(annotations.annotator, annotations.kind)
        # Who adjudicates an article may edit its gold by hand as well.
        curated = annotations.kind == "gold" and bool(self.project.documents_of_several(number=number))
        self.own = (own or curated) and not self.project.read_only
        self.document_shown.emit()

    # Changes

    def editor(self) -> Editor:
        """Return what builds edits of the set in view."""
        assert self.document is not None
        assert self.annotations is not None
        return Editor(self.document, self.annotations, self.project.schema)

    def perform(self, edit: Edit) -> bool:
        """Save an edit; False when it was empty or refused (`failed` has said why).

        The document in view stays, even if the edit is all about others. What is done to gold by hand is read back
        as decisions.
        """
        if not edit.changes:
            return False
        try:
            edit = self._read_back(edit)
            self.project.apply(edit)
        except PeymanError as error:
            self.failed.emit(error)
            return False
        self._adopt(edit, follow=False)
        return True

    def _read_back(self, edit: Edit) -> Edit:
        """Add to an edit of the gold set in view the decisions that it amounts to."""
        gold = self.annotations
        if edit.name == ADJUDICATE or gold is None or gold.kind != "gold" or gold.number not in edit.set_numbers:
            return edit
        assert self.document_number is not None
        from peyman.core.curating import with_decisions  # noqa: PLC0415 - what settles is not needed to start

        return with_decisions(self.project, self.document_number, gold, edit, now())

    def undo(self) -> Edit | None:
        """Take back the annotator's last edit, in whatever document it was, and show that document."""
        return self._step_back(self.history.next_undo(), self.history.undo)

    def redo(self) -> Edit | None:
        return self._step_back(self.history.next_redo(), self.history.redo)

    def _step_back(self, step: Step | None, take: Callable[[], Edit | None]) -> Edit | None:
        if step is None:
            return None
        try:
            edit = take()
        except PeymanError as error:
            self.failed.emit(error)
            return None
        if edit is not None:
            self._adopt(edit, follow=True)
        return edit

    def _adopt(self, edit: Edit, *, follow: bool) -> None:
        """Bring the view up to what the file holds now; `follow` goes to where something changed."""
        of_project = any(isinstance(change.record, ProjectInfo) for change in edit.changes)
        if of_project:
            self.project_edited.emit()
        numbers = edit.set_numbers
        self._adopt_info(edit)
        if any(isinstance(change.record, Received) for change in edit.changes):
            # A merge, taken back or brought again: the set in view may be another one now, or none.
            if self.document_number is not None:
                self.show_document(self.document_number)
        elif self.annotations is not None and self.annotations.number in numbers:
            self.annotations = applied(self.annotations, edit)
        elif numbers and follow and edit.name != ADJUDICATE and not of_project:  # what follows the schema lies anywhere
            self._show(self.project.document_of_set(numbers[0]), self.project.annotation_set(numbers[0]))
        self.edited.emit(edit)

    def _adopt_info(self, edit: Edit) -> None:
        """Take over what an edit says about a document, and show that one."""
        infos = [change.after for change in edit.changes if isinstance(change.after, DocumentInfo)]
        if not infos or self.document is None:
            return
        own = next((info for info in infos if info.id == self.document.id), None)
        if own is not None:
            self.document = self.document.with_info(own)
        elif not edit.set_numbers:
            number = self.project.number_by_name(infos[0].name)
            assert number is not None
            self.show_document(number)
