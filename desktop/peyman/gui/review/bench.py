"""The bench: the question at hand, what can be done with it, and the reading of all that is left. It has no widgets.

Every decision is one edit, with all that follows from it. After it the next question is at hand.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from peyman.core.adjudication import Disagreement, accept_document, blind_names, decide, defer
from peyman.core.clusters import Variant, bare, fingerprint
from peyman.core.curating import Case, Listing, Question, alike_edit, read_case, unwritten_edit
from peyman.core.decisions import Ruling
from peyman.core.edits import Edit, applied
from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError
from peyman.core.journal import now
from peyman.core.model import Answer, Decision, DocumentInfo, ProjectInfo, Received
from peyman.core.project import Project
from peyman.core.settling import begin_gold, gold_set_of
from peyman.gui.review.questions import Filter, Questions
from peyman.gui.session import Session
from peyman.gui.settings import Settings
from peyman.gui.tasks import Progress, Task, Tasks

MESSAGES |= {
    "review_busy": QT_TRANSLATE_NOOP("errors", "Another step is still being worked out. Try again in a moment."),
}
CASES = 8  # articles kept at hand


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be taken: of some annotators, or, without any, what stands in gold."""

    answer: Answer
    annotators: tuple[str, ...]
    variant: Variant | None


def read_listings(progress: Progress, path: Path, numbers: Sequence[int] | None, pages: deque[Listing]) -> list[int]:
    """Put what is left of these articles, or of all, into `pages`; return those that are adjudicated."""
    with Project.open(path, read_only=True) as project:
        there = project.documents_of_several()
        wanted = there if numbers is None else [number for number in numbers if number in set(there)]
        progress.begin(len(wanted))
        for number in wanted:
            pages.append(Listing.of(read_case(project, number, now())))
            progress.step()
    return there


class Bench(QObject):
    """Goes through the questions of a project.

    Signals:
        listed(): other questions are left, or others show.
        shown(): another question is at hand, or none, or the same in another light.
        document_done(Case): nothing is left to settle in the article of the question before.
        busy_changed(): work in the background began, went on, or ended.
    """

    listed = Signal()
    shown = Signal()
    document_done = Signal(object)
    busy_changed = Signal()

    def __init__(
        self, session: Session, settings: Settings, tasks: Tasks, is_seen: Callable[[], bool], parent: QObject
    ) -> None:
        """While `is_seen` does not hold, what others change is only remembered until `follow`."""
        super().__init__(parent)
        self._is_seen = is_seen
        self._behind = False  # whether the article at hand is to be read anew
        self._newer: set[int] = set()  # articles of which more is known than the reading under way may have found
        self._session = session
        self._settings = settings
        self._tasks = tasks
        self._task: Task | None = None
        self._read = False
        self._stale: set[int] | None = None  # articles to read anew; None is all of them
        self._performing = False
        self._cases: dict[int, Case] = {}
        self.questions = Questions()
        self.question: Question | None = None
        self.case: Case | None = None
        self.asked: Disagreement | None = None
        self.last = 0  # the article that something was settled in last
        self.options: tuple[Option, ...] = ()
        self.reason = ""
        self.comment = ""
        self.together = False
        self.progress: Progress | None = None
        session.edited.connect(self._edited)
        session.project_edited.connect(self._all_changed)

    # Reading ---------------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        return self._task is not None

    @property
    def read(self) -> bool:
        """Whether all articles have been looked at once."""
        return self._read

    def follow(self) -> None:
        """Read what is stale, unless something is under way: its end looks again."""
        if self._behind:
            self._behind = False
            self._look_again()
        if self._task is not None or self._stale == set():
            return
        numbers = None if self._stale is None else sorted(self._stale)
        self._stale, self._newer = set(), set()
        pages: deque[Listing] = deque()

        def take(progress: Progress | None = None) -> None:
            found = [pages.popleft() for _ in range(len(pages))]
            self.progress = progress
            if found:
                held = None if self._stale is None else self._stale | self._newer
                self.questions.put(*(one for one in found if held is not None and one.number not in held))
                self._relist()
            self.busy_changed.emit()

        def end(there: list[int]) -> None:
            take()
            self._task = None
            self._read = True
            self.questions.forget(set(self.questions.listings) - set(there))
            self._relist()
            self.busy_changed.emit()
            self.follow()

        def fail(error: PeymanError) -> None:
            # What was to be read still is, the next time.
            self._stale = None if numbers is None or self._stale is None else self._stale.union(numbers)
            self._failed(error)

        self._task = self._tasks.run(
            read_listings, self._session.project.path, numbers, pages,
            on_done=end, on_error=fail, on_progress=take,
        )  # fmt: skip
        self.busy_changed.emit()

    def stop(self) -> None:
        """End what runs; nothing comes of it."""
        if self._task is not None:
            self._task.silence()
            self._task.cancel()
            self._task = None

    def _failed(self, error: PeymanError) -> None:
        self._task = None
        self.progress = None
        self.busy_changed.emit()
        self._session.failed.emit(error)

    def _relist(self) -> None:
        """Tell that the queue changed; without a question at hand take the first."""
        self.listed.emit()
        if self.question is None and self.questions.shown:
            self.go_to(self.questions.shown[0])

    def _all_changed(self) -> None:
        self._cases.clear()
        self._stale = None

    def _edited(self, edit: Edit) -> None:
        """Follow what others changed, and what was undone: the question that is open again comes to hand."""
        if self._performing:
            return
        records = [change.record for change in edit.changes]
        if any(isinstance(record, DocumentInfo | ProjectInfo | Received) for record in records):
            self._all_changed()
        numbers = {self._session.project.document_of_set(number) for number in edit.set_numbers}
        again: tuple[int, UUID] | None = None
        for change in edit.changes:
            record = change.record
            if isinstance(record, Decision) and (found := self._session.project.number_by_id(record.document_id)):
                numbers.add(found)
                if change.after is None and not record.automatic and again is None:
                    again = found, record.cluster
        for number in numbers:
            self._cases.pop(number, None)
        if self._stale is not None:
            self._stale |= numbers
        if not self._is_seen():
            self._behind = True
        elif again is not None:
            self._return_to(*again)
        elif self.case is not None and (self.case.number in numbers or self._stale is None):
            self._look_again()

    def _return_to(self, number: int, key: UUID) -> None:
        self._take_over(self._case_of(number))
        found = next((one for one in self.questions.listings[number].questions if one.key == key), None)
        if found is not None and not self.questions.filter.lets(found):
            self.questions.set_filter(Filter())
        self.listed.emit()
        self.go_to(found or self.question)

    def _look_again(self) -> None:
        """Read the article at hand anew, and stay at its question as long as there is one."""
        if self.case is None:
            return
        if not self._session.project.documents_of_several(number=self.case.number):
            self.go_to(None)
            return
        self._cases.pop(self.case.number, None)
        self._take_over(self._case_of(self.case.number))
        self.listed.emit()
        self.go_to(self.question)

    def _case_of(self, number: int) -> Case:
        if number not in self._cases:
            while len(self._cases) >= CASES:
                del self._cases[next(iter(self._cases))]
            self._cases[number] = read_case(self._session.project, number, now())
        return self._cases[number]

    def _take_over(self, case: Case) -> None:
        """Show of an article what is known of it now."""
        self._cases[case.number] = case
        self._newer.add(case.number)
        if self._stale is not None:
            self._stale.discard(case.number)
        self.questions.put(Listing.of(case))

    # The question at hand --------------------------------------------------------------------------------------

    def go_to(self, question: Question | None) -> None:
        """Take a question to hand; one that is settled by now gives way to the next."""
        tried = 0
        while question is not None:
            case = self._case_of(question.document_number)
            asked = case.disagreement(question.key)
            if asked is not None:
                self._show(question, case, asked)
                return
            self._take_over(case)  # the list was behind
            question = self.questions.after(question)
            tried += 1
            if tried > len(self.questions.listings):
                break
        self._show(None, None, None)

    def _show(self, question: Question | None, case: Case | None, asked: Disagreement | None) -> None:
        other = question is None or self.question is None or question.key != self.question.key
        self.question, self.case, self.asked = question, case, asked
        self.options = _options(asked)
        if other:
            self.reason = self.comment = ""
            self.together = False
        self.shown.emit()

    def step(self, by: int) -> None:
        """Go to the next or previous question of the queue without settling this one."""
        shown = self.questions.shown
        if not shown:
            return
        at = self.questions.place(self.question) if self.question else None
        self.go_to(shown[min(max((0 if at is None else at + by), 0), len(shown) - 1)])

    def filter(self, wanted: Filter) -> None:
        """Let only some questions show; if the one at hand is not among them, the first comes to hand."""
        self.questions.set_filter(wanted)
        self.listed.emit()
        if self.question is None or self.questions.place(self.question) is None:
            self.go_to(self.questions.shown[0] if self.questions.shown else None)

    @property
    def names(self) -> dict[str, str]:
        """What the annotators of the article at hand are called: letters as long as something is left there."""
        return {} if self.case is None else self.names_in(self.case)

    def names_in(self, case: Case) -> dict[str, str]:
        """Return what the annotators of an article are called."""
        names = [one.annotator for one in case.docket.finished]
        if not self._settings.boolean("blind_review"):
            return {name: name for name in names}
        return blind_names(case.docket.document.id, names)

    @property
    def alike(self) -> int:
        """In how many places the same is asked that nobody has touched."""
        return len(self.questions.alike(self.question)) if self.question else 0

    @property
    def own(self) -> bool:
        """Whether the curator has annotated the article at hand."""
        return self.case is not None and self._session.project.annotator in self.names

    # Settling --------------------------------------------------------------------------------------------------

    def take(self, number: int) -> bool:
        """Take an option, counted from 0."""
        if not 0 <= number < len(self.options):
            return False
        option = self.options[number]
        self._settle(option.variant or option.answer)
        return True

    def reject(self) -> None:
        """Decide that gold has nothing here."""
        self._settle(None)

    def put(self, answer: Answer) -> None:
        """Settle the question with an answer of the curator's own."""
        self.together = False
        self._settle(answer)

    def defer(self) -> None:
        """Put the question aside; it stays in the queue, and others come first."""
        if self.asked is not None:
            self._write([defer(self.asked, self._ruling())])

    def accept(self, annotator: str) -> None:
        """Let gold say what one annotator says in the whole article, wherever the curator has not decided."""
        if self.case is None:
            return
        try:
            decisions = accept_document(self.case.docket, annotator, self._ruling())
        except PeymanError as error:
            self._session.failed.emit(error)
            return
        self._write(decisions)

    def undo(self) -> Edit | None:
        return self._session.undo()

    def _ruling(self) -> Ruling:
        return Ruling(self._session.project.annotator, now(), reason=self.reason, comment=self.comment)

    def _settle(self, choice: Variant | Answer | None) -> None:
        if self.asked is None:
            return
        if self.together and self.alike > 1 and (choice is None or isinstance(choice, Variant)):
            self._settle_alike(choice)
        else:
            self._write([decide(self.asked, choice, self._ruling())])

    def _write(self, decisions: Sequence[Decision]) -> None:
        """Write decisions on the article at hand, and go on to the next question."""
        before, case = self.question, self.case
        if before is None or case is None:
            return
        try:
            case = self._with_gold(case)
            after, edit = case.deciding(decisions, now())
        except PeymanError as error:
            self._session.failed.emit(error)
            return
        self._performing = True
        try:
            if not self._session.perform(edit):
                return
        finally:
            self._performing = False
        assert case.gold_set is not None
        self.last = case.number
        self._take_over(replace(after, gold_set=applied(case.gold_set, edit)))
        self._go_on(before)

    def _with_gold(self, case: Case) -> Case:
        """Return a case with its gold set as it is, made if there was none."""
        project = self._session.project
        if case.gold_set is None:
            begin_gold(project, [case.number])
            case = replace(case, gold_set=gold_set_of(project, case.number))
        return case

    def _go_on(self, before: Question) -> None:
        listing = self.questions.listings.get(before.document_number)
        if listing is not None and not listing.questions:
            self.document_done.emit(self._case_of(before.document_number))
        self.listed.emit()
        following = self.questions.after(before)
        self.question = None  # or a deferred one, left alone, would keep its reason
        self.go_to(following)

    # Many at once ----------------------------------------------------------------------------------------------

    def toggle_together(self) -> None:
        """Let the next decision settle all places where the same is asked, or only this one."""
        self.together = not self.together and self.alike > 1
        self.shown.emit()

    def _settle_alike(self, choice: Variant | None) -> None:
        first, question, ruling = self.asked, self.question, self._ruling()
        assert first is not None
        assert question is not None
        numbers = sorted({one.document_number for one in self.questions.alike(question)})
        self._work_out(
            numbers,
            lambda project, told: alike_edit(project, first, numbers, choice, ruling, told=told),
        )

    def accept_unanimous(self) -> None:
        """Write into gold, in one step, all on which everybody agrees."""
        numbers = self.questions.unwritten
        if numbers:
            self._work_out(numbers, lambda project, told: unwritten_edit(project, numbers, now(), told=told))

    def _work_out(self, numbers: Sequence[int], plan: Callable[[Project, Callable[[], object]], Edit]) -> None:
        """Plan an edit of many articles off the window's thread, and write it."""
        if self._task is not None:
            self._session.failed.emit(PeymanError("review_busy"))
            return
        try:
            begin_gold(self._session.project, numbers)
        except PeymanError as error:
            self._session.failed.emit(error)
            return
        path, before = self._session.project.path, self.question

        def work(progress: Progress) -> Edit:
            progress.begin(len(numbers))
            with Project.open(path, read_only=True) as project:
                return plan(project, progress.step)

        def done(edit: Edit) -> None:
            self._task = None
            if self._session.perform(edit) and before is not None:
                self._go_on(before)
            self.busy_changed.emit()
            self.follow()

        self._task = self._tasks.run(work, on_done=done, on_error=self._failed)
        self.busy_changed.emit()


def _options(asked: Disagreement | None) -> tuple[Option, ...]:
    """Return what can be taken: what annotators say, then, if none of them says it, what stands in gold."""
    if asked is None:
        return ()
    found = [
        Option(variant.answer, variant.annotators, variant) for variant in asked.choices if variant.answer is not None
    ]
    said = {fingerprint(bare(option.answer)) for option in found}
    for decision in asked.standing:
        answer = asked.docket.answer(decision)
        if decision.state == "settled" and answer is not None and fingerprint(bare(answer)) not in said:
            found.append(Option(answer, (), None))
            said.add(fingerprint(bare(answer)))
    return tuple(found)
