"""Answering: saved once, graded here, final when the rule says so."""

import math
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from questions.claims import Claims
from questions.question import Grade
from quizapp import clock, db, models
from quizapp.errors import NotFound, Overtaken, Refused
from quizapp.models import Answer, Feedback
from quizapp.store import attempts as store
from quizapp.store import classes as classes_store
from quizapp.store import pupils
from quizapp.usecases import attempts, classes
from quizapp.usecases.attempts import Saved
from tests.quizapp.both import DATABASES
from tests.quizapp.school import EXAMPLES, School, class_code

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]

EVERY = range(1, len(EXAMPLES) + 1)
LATER = Feedback.AFTER_HANDING_IN


def answers_saved() -> int:
    return db.reading().scalar(select(func.count()).select_from(Answer)) or 0


def at(monkeypatch: pytest.MonkeyPatch, **later: float) -> None:
    moment = clock.now() + timedelta(**later)
    monkeypatch.setattr(clock, "now", lambda: moment)


def test_all_right_earns_everything_but_what_the_teacher_marks() -> None:
    school = School()
    attempt = school.start()
    for position in EVERY:
        saved = school.answer(attempt, position)
        expected = None if position == school.marked_by_teacher else 1.0
        assert saved == Saved(1, position, expected, replay=False)
    attempts.hand_in(school.pupil_id, attempt)
    result = store.result(db.reading(), school.pupil_id, attempt)
    assert (result.points, result.possible, result.waiting) == (len(EXAMPLES) - 1, len(EXAMPLES), 1)
    assert sum(skill.possible for skill in result.skills) == len(EXAMPLES)
    assert math.fsum(skill.points for skill in result.skills) == result.points


def test_all_wrong_earns_nothing() -> None:
    school = School()
    attempt = school.start()
    for position in EVERY:
        school.answer(attempt, position, right=False)
    attempts.hand_in(school.pupil_id, attempt)
    assert store.result(db.reading(), school.pupil_id, attempt).points == 0


def test_the_parts_of_an_answer_stay_as_they_were_graded(monkeypatch: pytest.MonkeyPatch) -> None:
    school = School()
    attempt = school.start()
    position = 1 + [e.question.kind for e in school.examples].index("match")
    school.answer(attempt, position)
    kind = type(school.examples[position - 1].question)
    monkeypatch.setattr(kind, "grade", lambda *_: Grade(0.25, (0.25,)))
    item = store.sheet(db.reading(), school.pupil_id, attempt).item(position)
    view = classes_store.answer(
        db.reading(), school.teacher_id, school.assignment_id, school.pupil_id, position
    )
    assert item.grade == view.grade
    assert item.grade
    assert item.grade.points == 1
    assert set(item.grade.parts) == {1.0}


def test_what_is_not_answered_counts_nothing() -> None:
    school = School()
    attempt = school.start()
    school.answer(attempt, 1)
    attempts.hand_in(school.pupil_id, attempt)
    result = store.result(db.reading(), school.pupil_id, attempt)
    assert (result.points, result.possible, result.waiting) == (1, len(EXAMPLES), 0)
    with pytest.raises(Refused, match="handed this in"):
        school.answer(attempt, 2)


def test_an_attempt_goes_on_where_it_stopped() -> None:
    school = School()
    attempt = school.start()
    school.answer(attempt, 2)
    assert school.start() == attempt
    sheet = store.sheet(db.reading(), school.pupil_id, attempt)
    assert sheet.item(2).answer == school.examples[1].right
    assert sheet.item(1).answer is None
    assert (sheet.next_sequence, sheet.item(2).revision) == (2, 1)
    assert sheet.article.headline == "Bridge closed"


def test_the_same_submission_again_changes_nothing() -> None:
    school = School()
    attempt = school.start()
    submission = school.submission(1)
    first = attempts.save_answer(school.pupil_id, attempt, submission)
    again = attempts.save_answer(school.pupil_id, attempt, submission)
    forged = replace(submission, answer=school.examples[0].wrong, sequence=99)
    assert again == replace(first, replay=True)
    assert attempts.save_answer(school.pupil_id, attempt, forged) == again
    attempts.hand_in(school.pupil_id, attempt)
    assert attempts.save_answer(school.pupil_id, attempt, submission) == again
    assert answers_saved() == 1


def test_a_key_of_another_question_is_refused() -> None:
    school = School()
    attempt = school.start()
    submission = school.submission(1)
    attempts.save_answer(school.pupil_id, attempt, submission)
    with pytest.raises(Refused, match="another question"):
        attempts.save_answer(school.pupil_id, attempt, replace(submission, position=2))
    assert answers_saved() == 1


@pytest.mark.parametrize("feedback", list(Feedback))
def test_a_late_older_answer_never_wins(feedback: Feedback) -> None:
    school = School()
    school.assignment_id = school.assign(feedback=feedback, due_at=clock.now() + timedelta(days=1))
    attempt = school.start()
    older, newer = school.submission(1, right=False), school.submission(1)
    attempts.save_answer(school.pupil_id, attempt, newer)
    for late in (older, replace(older, sequence=newer.sequence)):
        with pytest.raises(Overtaken) as refused:
            attempts.save_answer(school.pupil_id, attempt, late)
        assert (refused.value.answer, refused.value.revision) == (newer.answer, 1)
        assert refused.value.sequence == newer.sequence
    assert store.sheet(db.reading(), school.pupil_id, attempt).item(1).answer == newer.answer


def test_the_first_answer_counts_where_feedback_follows_at_once() -> None:
    school = School()
    attempt = school.start()
    school.answer(attempt, 1, right=False)
    with pytest.raises(Refused, match="first answer counts"):
        school.answer(attempt, 1)
    item = store.sheet(db.reading(), school.pupil_id, attempt).item(1)
    assert (item.points, item.final, item.revision) == (0.0, True, 1)


def test_an_answer_can_be_changed_until_handing_in_under_the_other_rules() -> None:
    school = School(LATER)
    attempt = school.start()
    assert school.answer(attempt, 1, right=False).points is None
    assert school.answer(attempt, 1).revision == 2
    attempts.hand_in(school.pupil_id, attempt)
    result = store.result(db.reading(), school.pupil_id, attempt)
    assert (result.points, result.items[0].revision, answers_saved()) == (1, 2, 2)


def test_points_and_keys_are_held_back_until_handing_in() -> None:
    school = School(LATER, attempts_allowed=1)
    attempt = school.start()
    school.answer(attempt, 1)
    sheet = store.sheet(db.reading(), school.pupil_id, attempt)
    assert not any(sheet.may_see_key(position) for position in EVERY)
    assert [item.points for item in sheet.items] == [None] * len(EXAMPLES)
    early = store.result(db.reading(), school.pupil_id, attempt)
    assert (early.may_see_result, early.points, early.items, early.skills) == (False, 0, (), ())
    attempts.hand_in(school.pupil_id, attempt)
    sheet = store.sheet(db.reading(), school.pupil_id, attempt)
    assert all(sheet.may_see_key(position) for position in EVERY)
    assert sheet.item(1).points == 1


def test_keys_are_shown_when_no_try_is_left() -> None:
    school = School(LATER, attempts_allowed=2)
    first = school.start()
    school.answer(first, 1)
    attempts.hand_in(school.pupil_id, first)
    second: int | None = None
    for _ in range(2):  # between the tries, and during the last one
        seen = store.result(db.reading(), school.pupil_id, first)
        assert (seen.may_see_result, seen.may_see_key, seen.points) == (True, False, 1)
        assert seen.claims == Claims()
        sheet = store.sheet(db.reading(), school.pupil_id, first)
        assert not any(sheet.may_see_key(position) for position in EVERY)
        assert [item.points for item in sheet.items] == [None] * len(EXAMPLES)
        second = school.start()
    assert second is not None
    attempts.hand_in(school.pupil_id, second)
    for attempt in (first, second):
        assert store.result(db.reading(), school.pupil_id, attempt).may_see_key
        sheet = store.sheet(db.reading(), school.pupil_id, attempt)
        assert all(sheet.may_see_key(position) for position in EVERY)


def test_no_key_is_shown_while_the_same_quiz_is_a_test() -> None:
    school = School()
    practised = school.start()
    school.answer(practised, 1)
    school.assignment_id = school.assign(feedback=LATER, attempts_allowed=1)
    test = school.start()
    sheet = store.sheet(db.reading(), school.pupil_id, practised)
    assert not any(sheet.may_see_key(position) for position in EVERY)
    assert sheet.item(1).points is None
    attempts.hand_in(school.pupil_id, practised)
    assert not store.result(db.reading(), school.pupil_id, practised).may_see_key
    attempts.hand_in(school.pupil_id, test)
    assert store.result(db.reading(), school.pupil_id, practised).may_see_key


def test_each_key_is_shown_after_its_own_answer_only() -> None:
    school = School()
    attempt = school.start()
    school.answer(attempt, 2)
    sheet = store.sheet(db.reading(), school.pupil_id, attempt)
    assert [position for position in EVERY if sheet.may_see_key(position)] == [2]
    assert not store.result(db.reading(), school.pupil_id, attempt).may_see_result


def test_results_after_the_due_date(monkeypatch: pytest.MonkeyPatch) -> None:
    school = School()
    school.assignment_id = school.assign(
        feedback=Feedback.AFTER_DUE_DATE, due_at=clock.now() + timedelta(days=1)
    )
    attempt, late = school.start(), school.start(school.pupil("Bob"))
    submission = school.submission(1)
    attempts.save_answer(school.pupil_id, attempt, submission)
    attempts.hand_in(school.pupil_id, attempt)
    assert not store.result(db.reading(), school.pupil_id, attempt).may_see_result
    (given, *_) = pupils.home(db.reading(), school.pupil_id).quizzes
    assert (given.attempts[0].points, given.attempts[0].waiting) == (None, None)
    at(monkeypatch, days=1, seconds=1)
    assert store.result(db.reading(), school.pupil_id, attempt).points == 1
    with pytest.raises(Refused, match="time"):
        attempts.start_attempt(school.pupil_id, school.assignment_id)
    bob = school.pupil_id + 1
    with pytest.raises(Refused, match="time"):
        attempts.save_answer(bob, late, school.submission(2))
    assert store.result(db.reading(), bob, late).may_see_result


def test_attempts_are_numbered_and_limited() -> None:
    school = School(attempts_allowed=2)
    numbers = []
    for _ in range(2):
        attempt = school.start()
        numbers.append(store.sheet(db.reading(), school.pupil_id, attempt).attempt.number)
        attempts.hand_in(school.pupil_id, attempt)
    assert numbers == [1, 2]
    (given,) = pupils.home(db.reading(), school.pupil_id).quizzes
    assert not given.may_start
    with pytest.raises(Refused, match="all your attempts"):
        school.start()


def test_handing_in_twice_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    school = School()
    attempt = school.start()
    attempts.hand_in(school.pupil_id, attempt)
    first = store.sheet(db.reading(), school.pupil_id, attempt).handed_in_at
    at(monkeypatch, hours=1)
    attempts.hand_in(school.pupil_id, attempt)
    assert store.sheet(db.reading(), school.pupil_id, attempt).handed_in_at == first


def test_foreign_and_absent_look_alike() -> None:
    school = School()
    attempt = school.start()
    classmate = school.pupil("Bob")
    other_class = classes.create_class(school.teacher_id, "7c")
    elsewhere = classes.join_class(class_code(school.teacher_id, other_class), "Eve").pupil_id
    for pupil_id, attempt_id in ((classmate, attempt), (elsewhere, attempt), (classmate, 999)):
        with pytest.raises(NotFound):
            store.sheet(db.reading(), pupil_id, attempt_id)
        with pytest.raises(NotFound):
            store.result(db.reading(), pupil_id, attempt_id)
        with pytest.raises(NotFound):
            attempts.save_answer(pupil_id, attempt_id, school.submission(1))
        with pytest.raises(NotFound):
            attempts.hand_in(pupil_id, attempt_id)
    for assignment_id in (school.assignment_id, 999):
        with pytest.raises(NotFound):
            attempts.start_attempt(elsewhere, assignment_id)
    assert answers_saved() == 0


@pytest.mark.parametrize(
    "change", [{"key": ""}, {"key": "k" * 65}, {"key": "a\x00"}, {"sequence": 0},
               {"sequence": 10_001}, {"sequence": 2**31}],
)  # fmt: skip
def test_a_submission_without_proper_key_or_number(change: dict[str, Any]) -> None:
    school = School()
    attempt = school.start()
    with pytest.raises(Refused):
        attempts.save_answer(school.pupil_id, attempt, replace(school.submission(1), **change))
    assert answers_saved() == 0


@pytest.mark.parametrize("position", [0, -1, len(EXAMPLES) + 1])
def test_a_position_that_is_not_in_the_quiz(position: int) -> None:
    school = School()
    attempt = school.start()
    with pytest.raises(NotFound):
        attempts.save_answer(
            school.pupil_id, attempt, replace(school.submission(1), position=position)
        )
    assert answers_saved() == 0


def test_an_error_leaves_nothing_half_done(monkeypatch: pytest.MonkeyPatch) -> None:
    school = School()
    attempt = school.start()
    submission = school.submission(1)

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(attempts, "settle", fail)
    with pytest.raises(OSError, match="disk full"):
        attempts.save_answer(school.pupil_id, attempt, submission)
    monkeypatch.undo()
    assert answers_saved() == 0
    assert not attempts.save_answer(school.pupil_id, attempt, submission).replay
    assert db.reading().get_one(models.Attempt, attempt).points == 1


def test_marking_an_open_answer() -> None:
    school = School()
    attempt = school.start()
    position = school.marked_by_teacher
    school.answer(attempt, position)
    answer_id = store.sheet(db.reading(), school.pupil_id, attempt).item(position).answer_id or 0
    for score, points in ((2, 1.0), (1, 0.5), (0, 0.0)):
        attempts.mark_answer(school.teacher_id, answer_id, score)
        sheet = store.sheet(db.reading(), school.pupil_id, attempt)
        assert sheet.item(position).points == points
        assert (sheet.attempt.points, sheet.attempt.waiting) == (points, 0)
    for score in (-1, 3):
        with pytest.raises(Refused):
            attempts.mark_answer(school.teacher_id, answer_id, score)


def test_what_cannot_be_marked() -> None:
    school = School(LATER)
    attempt = school.start()
    position = school.marked_by_teacher
    graded = 1 if position != 1 else 2
    for asked in (graded, position):
        school.answer(attempt, asked)
    sheet = store.sheet(db.reading(), school.pupil_id, attempt)
    open_id, graded_id = (sheet.item(p).answer_id or 0 for p in (position, graded))
    with pytest.raises(Refused, match="can still change"):
        attempts.mark_answer(school.teacher_id, open_id, 2)
    school.answer(attempt, position, right=False)
    attempts.hand_in(school.pupil_id, attempt)
    with pytest.raises(Refused, match="changed this answer"):
        attempts.mark_answer(school.teacher_id, open_id, 2)
    with pytest.raises(Refused, match="graded already"):
        attempts.mark_answer(school.teacher_id, graded_id, 2)
    with pytest.raises(NotFound):
        attempts.mark_answer(school.teacher_id + 1, open_id, 2)
