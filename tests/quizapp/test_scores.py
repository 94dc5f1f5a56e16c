"""The teacher's table: the same points as everywhere else, and each mark leads to its answer."""

from datetime import timedelta

import pytest

from questions.question import Grade
from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import Feedback
from quizapp.store import attempts as attempts_store
from quizapp.store import classes as store
from quizapp.store import pupils
from quizapp.store.scores import State
from quizapp.usecases import attempts
from tests.quizapp import school as other
from tests.quizapp.both import DATABASES
from tests.quizapp.school import EXAMPLES, School

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]


def table(school: School) -> store.ScoreTable:
    return store.scores(db.reading(), school.teacher_id, school.assignment_id)


def test_every_state_of_a_cell() -> None:
    school = School()
    school.pupil("Bob")
    attempt = school.start()
    right, wrong = [n for n in range(1, 5) if n != school.marked_by_teacher][:2]
    school.answer(attempt, right)
    school.answer(attempt, wrong, right=False)
    school.answer(attempt, school.marked_by_teacher)
    ada, bob = table(school).rows
    states = {cell.position: cell.state for cell in ada.cells}
    assert states.pop(right) is State.RIGHT
    assert states.pop(wrong) is State.WRONG
    assert states.pop(school.marked_by_teacher) is State.WAITING
    assert set(states.values()) == {State.OPEN}
    assert {cell.state for cell in bob.cells} == {State.NOT_STARTED}
    assert (ada.points, ada.waiting, bob.points) == (1, 1, None)
    attempts.hand_in(school.pupil_id, attempt)
    (ada, _) = table(school).rows
    assert [c.state for c in ada.cells if c.position in states] == [State.BLANK] * len(states)


def test_partly_right() -> None:
    school = School()
    attempt = school.start()
    school.answer(attempt, school.marked_by_teacher)
    cell = table(school).rows[0].cells[school.marked_by_teacher - 1]
    attempts.mark_answer(school.teacher_id, cell.answer_id or 0, 1)
    cell = table(school).rows[0].cells[school.marked_by_teacher - 1]
    assert (cell.state, cell.points) == (State.PARTLY, 0.5)


def test_means_count_those_who_handed_in() -> None:
    school = School()
    for name, right in (("Bob", True), ("Cem", False), ("Dee", True)):
        pupil_id = school.pupil(name)
        attempt = school.start(pupil_id)
        attempts.save_answer(pupil_id, attempt, school.submission(1, right=right))
        if name != "Dee":
            attempts.hand_in(pupil_id, attempt)
    shown = table(school)
    assert (shown.columns[0].mean, shown.columns[1].mean, shown.mean) == (0.5, 0, 0.5)
    (card,) = store.of_teacher(db.reading(), school.teacher_id, school.class_id).assignments
    assert (card.started, card.handed_in) == (3, 2)


def test_what_the_due_date_has_closed_counts_as_handed_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    school = School(Feedback.AFTER_DUE_DATE, due_at=clock.now() + timedelta(days=1))
    attempt = school.start()
    right, blank = [n for n in range(1, 5) if n != school.marked_by_teacher][:2]
    school.answer(attempt, right)
    school.answer(attempt, school.marked_by_teacher)
    assert table(school).mean is None
    monkeypatch.setattr(clock, "now", lambda: school.due_at)
    (ada,) = table(school).rows
    assert (ada.handed_in_at, ada.cells[blank - 1].state) == (school.due_at, State.BLANK)
    answer_id = ada.cells[school.marked_by_teacher - 1].answer_id or 0
    attempts.mark_answer(school.teacher_id, answer_id, 1)
    shown = table(school)
    assert shown.mean == shown.rows[0].points == 1.5
    assert shown.columns[blank - 1].mean == 0
    (card,) = store.of_teacher(db.reading(), school.teacher_id, school.class_id).assignments
    assert (card.started, card.handed_in) == (1, 1)
    result = attempts_store.result(db.reading(), school.pupil_id, attempt)
    assert (result.may_see_result, result.points, result.handed_in_at) == (True, 1.5, school.due_at)
    (given,) = pupils.home(db.reading(), school.pupil_id).quizzes
    assert (given.open_attempt, given.attempts[0].points, given.may_start) == (None, 1.5, False)
    with pytest.raises(Refused, match="time"):
        school.start()
    attempts.hand_in(school.pupil_id, attempt)
    assert table(school) == shown


def test_nobody_has_handed_in() -> None:
    shown = table(School())
    assert shown.mean is None
    assert {column.mean for column in shown.columns} == {None}


def test_the_best_attempt_counts() -> None:
    school = School(attempts_allowed=3)
    tries = []
    for right in (2, 3, 1):
        tries.append(attempt := school.start())
        for position in range(1, right + 1):
            school.answer(attempt, position)
        attempts.hand_in(school.pupil_id, attempt)
    (ada,) = table(school).rows
    assert (ada.points, ada.attempt_id, ada.attempts) == (3, tries[1], 3)


def test_each_mark_opens_its_answer() -> None:
    school = School()
    attempt = school.start()
    for position in range(1, len(EXAMPLES) + 1):
        school.answer(attempt, position)
    attempts.hand_in(school.pupil_id, attempt)
    (ada,) = table(school).rows
    for cell in ada.cells:
        view = store.answer(
            db.reading(), school.teacher_id, school.assignment_id, ada.pupil_id, cell.position
        )
        assert view.grade
        assert (view.answer_id, view.grade.points, view.state) == (
            cell.answer_id, cell.points, cell.state
        )  # fmt: skip
        assert view.answer == school.examples[cell.position - 1].right
        assert view.question == school.examples[cell.position - 1].question
    result = attempts_store.result(db.reading(), ada.pupil_id, attempt)
    assert [item.points for item in result.items] == [cell.points for cell in ada.cells]


def test_the_history_of_marks() -> None:
    school = School()
    attempt = school.start()
    position = school.marked_by_teacher
    school.answer(attempt, position)
    answer_id = table(school).rows[0].cells[position - 1].answer_id or 0
    for score in (0, 2):
        attempts.mark_answer(school.teacher_id, answer_id, score)
    view = store.answer(
        db.reading(), school.teacher_id, school.assignment_id, school.pupil_id, position
    )
    assert [mark.score for mark in view.marks] == [0, 2]
    assert view.grade == Grade(1.0)


def test_foreign_and_absent_look_alike() -> None:
    school = School()
    stranger = other.teacher("Mr Okafor")
    for teacher_id, assignment_id in ((stranger, school.assignment_id), (school.teacher_id, 99)):
        with pytest.raises(NotFound):
            store.scores(db.reading(), teacher_id, assignment_id)
        with pytest.raises(NotFound):
            store.answer(db.reading(), teacher_id, assignment_id, school.pupil_id, 1)
    for pupil_id, position in ((99, 1), (school.pupil_id, 0), (school.pupil_id, 99)):
        with pytest.raises(NotFound):
            store.answer(db.reading(), school.teacher_id, school.assignment_id, pupil_id, position)
