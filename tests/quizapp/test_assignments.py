"""Giving a quiz to classes: rules, exceptions, time limits, drafts, closing and releasing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp import clock, db, models
from quizapp.errors import NotFound, Refused
from quizapp.models import Assignment, Attempt, Feedback, Override, PupilGroup, Stage
from quizapp.store import assignments as assignment_store
from quizapp.store import attempts as attempt_store
from quizapp.store import classes as class_store
from quizapp.store import library as store
from quizapp.store import pupils
from quizapp.store.attempts import Sheet
from quizapp.store.scores import State
from quizapp.usecases import assignments, attempts, classes
from quizapp.usecases.assignments import Difference, Rules, Whom
from tests.quizapp.both import DATABASES
from tests.quizapp.school import EXAMPLES, School, teacher

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]

LATER = Feedback.AFTER_HANDING_IN


class Clock:
    """A clock that stands still until it is moved on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.time = datetime.now(UTC).replace(microsecond=0)
        monkeypatch.setattr(clock, "now", lambda: self.time)

    def move(self, **by: float) -> None:
        self.time += timedelta(**by)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the application."""
    return Clock(monkeypatch)


def sheet(school: School, attempt_id: int, pupil_id: int | None = None) -> Sheet:
    return attempt_store.sheet(db.reading(), pupil_id or school.pupil_id, attempt_id)


def ends_at(attempt_id: int) -> datetime | None:
    return db.reading().get_one(Attempt, attempt_id).ends_at


@pytest.mark.parametrize(
    "rules",
    [
        {"attempts_allowed": 0},
        {"attempts_allowed": 11},
        {"feedback": Feedback.AFTER_DUE_DATE},
        {"due_at": clock.now() - timedelta(minutes=1)},
        {"minutes": 0},
        {"minutes": 601},
        {
            "opens_at": clock.now() + timedelta(days=2),
            "due_at": clock.now() + timedelta(days=1),
        },
    ],
)
def test_rules_that_make_no_sense(rules: dict[str, Any]) -> None:
    school = School()
    with pytest.raises(Refused):
        school.assign(**rules)
    with pytest.raises(Refused):
        assignments.change_rules(school.teacher_id, school.assignment_id, Rules(**rules))


def test_a_class_of_somebody_else() -> None:
    school = School()
    other = teacher("Mr Okafor")
    view = store.article(db.reading(), other, school.article_id)
    with pytest.raises(NotFound):
        assignments.assign(other, view.quizzes[0].id, [school.class_id], Rules())


def test_several_classes_at_once_or_none() -> None:
    school = School()
    beside = classes.create_class(school.teacher_id, "7c")
    both = [school.class_id, beside]
    given = assignments.assign(school.teacher_id, school.quiz_id, both, Rules(minutes=9))
    rows = [db.reading().get_one(Assignment, number) for number in given]
    assert [(row.classroom_id, row.minutes) for row in rows] == [(number, 9) for number in both]
    before = db.reading().scalar(select(func.count()).select_from(Assignment))
    for wrong, error in (([school.class_id, 999], NotFound), ([], Refused)):
        with pytest.raises(error):
            assignments.assign(school.teacher_id, school.quiz_id, wrong, Rules())
    assert db.reading().scalar(select(func.count()).select_from(Assignment)) == before


def test_everything_is_the_teachers_alone() -> None:
    school = School()
    other = teacher("Mr Okafor")
    number = school.assignment_id
    whom = Whom(pupil_id=school.pupil_id)
    for forbidden in (
        lambda: assignments.change_rules(other, number, Rules()),
        lambda: assignments.open_for_pupils(other, number),
        lambda: assignments.close(other, number),
        lambda: assignments.release(other, number, released=True),
        lambda: assignments.delete_draft(other, number),
        lambda: assignments.set_override(other, number, whom, Difference(attempts_allowed=2)),
        lambda: assignments.drop_override(other, number, 1),
        lambda: assignment_store.of_teacher(db.reading(), other, number),
    ):
        with pytest.raises(NotFound):
            forbidden()


def test_it_opens_when_it_says(watch: Clock) -> None:
    school = School()
    school.assignment_id = school.assign(opens_at=watch.time + timedelta(hours=1))
    with pytest.raises(Refused, match="not open yet"):
        school.start()
    given = pupils.home(db.reading(), school.pupil_id).quizzes[0]
    assert (given.may_start, given.terms.is_to_come) == (False, True)
    watch.move(hours=1)
    assert school.start()


def test_the_server_keeps_the_time(watch: Clock) -> None:
    school = School(LATER, attempts_allowed=1)
    school.assignment_id = school.assign(minutes=10)
    attempt = school.start()
    end = watch.time + timedelta(minutes=10)
    assert (ends_at(attempt), sheet(school, attempt).seconds_left) == (end, 600)
    school.answer(attempt, 1)
    watch.move(minutes=10, seconds=9)
    school.answer(attempt, 2)
    assert not sheet(school, attempt).may_see_key(1)
    watch.move(seconds=1)
    with pytest.raises(Refused, match="time is up"):
        school.answer(attempt, 3)
    shown = sheet(school, attempt)
    assert (shown.handed_in_at, shown.seconds_left, shown.may_see_key(3)) == (end, None, True)
    result = attempt_store.result(db.reading(), school.pupil_id, attempt)
    assert (result.handed_in_at, result.points) == (end, 2)
    (row,) = class_store.scores(db.reading(), school.teacher_id, school.assignment_id).rows
    assert (row.handed_in_at, row.cells[2].state) == (end, State.BLANK)
    card = class_store.of_teacher(db.reading(), school.teacher_id, school.class_id).assignments[0]
    assert (card.started, card.handed_in) == (1, 1)
    attempts.hand_in(school.pupil_id, attempt)
    assert db.reading().get_one(Attempt, attempt).handed_in_at is None
    with pytest.raises(Refused, match="all your attempts"):
        school.start()


def test_out_of_time_a_second_try_begins_anew(watch: Clock) -> None:
    school = School()
    school.assignment_id = school.assign(minutes=10)
    first = school.start()
    watch.move(minutes=11)
    (given, _) = pupils.home(db.reading(), school.pupil_id).quizzes
    assert (given.open_attempt, given.may_start) == (None, True)
    second = school.start()
    assert second != first
    assert ends_at(second) == watch.time + timedelta(minutes=10)


def test_a_change_takes_no_time_from_who_has_begun(watch: Clock) -> None:
    school = School()
    school.assignment_id = school.assign(minutes=10)
    attempt, begun = school.start(), watch.time
    for limit, promised in ((5, 10), (20, 20), (15, 20)):
        assignments.change_rules(school.teacher_id, school.assignment_id, Rules(minutes=limit))
        assert ends_at(attempt) == begun + timedelta(minutes=promised)
    assignments.change_rules(school.teacher_id, school.assignment_id, Rules())
    assert ends_at(attempt) is None
    assignments.change_rules(school.teacher_id, school.assignment_id, Rules(minutes=1))
    assert ends_at(attempt) is None


def test_extra_time_while_it_runs(watch: Clock) -> None:
    school = School(LATER, attempts_allowed=1)
    school.assignment_id = school.assign(minutes=10)
    ben = school.pupil("Ben")
    mine, his = school.start(), school.start(ben)
    watch.move(minutes=12)
    with pytest.raises(Refused, match="time is up"):
        school.answer(mine, 1)
    whom = Whom(pupil_id=school.pupil_id)
    assignments.set_override(
        school.teacher_id, school.assignment_id, whom, Difference(extra_minutes=5)
    )
    school.answer(mine, 1)
    with pytest.raises(Refused, match="time is up"):
        attempts.save_answer(ben, his, school.submission(1))
    (shown,) = assignment_store.of_teacher(
        db.reading(), school.teacher_id, school.assignment_id
    ).overrides
    assert (shown.name, shown.override.extra_minutes) == ("Ada", 5)
    assignments.drop_override(school.teacher_id, school.assignment_id, shown.override.id)
    school.answer(mine, 2)


def test_more_tries_and_another_due_date(watch: Clock) -> None:
    due = watch.time + timedelta(days=1)
    school = School()
    school.assignment_id = school.assign(
        feedback=Feedback.AFTER_DUE_DATE, due_at=due, attempts_allowed=1
    )
    ben = school.pupil("Ben")
    mine, his = school.start(), school.start(ben)
    later = due + timedelta(days=1)
    assignments.set_override(
        school.teacher_id,
        school.assignment_id,
        Whom(pupil_id=ben),
        Difference(due_at=later, attempts_allowed=2),
    )
    watch.move(days=1)
    with pytest.raises(Refused, match="time for this quiz is over"):
        school.answer(mine, 1)
    attempts.save_answer(ben, his, school.submission(1))
    # What is right is shown to nobody while somebody may still answer.
    assert not attempt_store.result(db.reading(), school.pupil_id, mine).may_see_result
    attempts.hand_in(ben, his)
    assert school.start(ben) != his
    watch.move(days=1)
    assert attempt_store.result(db.reading(), school.pupil_id, mine).may_see_key


def test_extra_time_and_a_start_at_the_same_moment(in_app: Flask) -> None:
    school = School(attempts_allowed=10)
    school.assignment_id = school.assign(minutes=10, attempts_allowed=10)
    whom = Whom(pupil_id=school.pupil_id)

    def start() -> int:
        with in_app.app_context():
            return school.start()

    def more(extra: int) -> None:
        with in_app.app_context():
            assignments.set_override(
                school.teacher_id, school.assignment_id, whom, Difference(extra_minutes=extra)
            )

    with ThreadPoolExecutor(2) as threads:
        for extra in range(1, 9):
            given, begun = threads.submit(more, extra), threads.submit(start)
            given.result()
            row = db.reading().get_one(Attempt, begun.result())
            assert row.ends_at == row.started_at + timedelta(minutes=10 + extra)
            attempts.hand_in(school.pupil_id, row.id)


@pytest.mark.parametrize(
    "difference",
    [
        Difference(),
        Difference(extra_minutes=5),  # of no limit
        Difference(attempts_allowed=0),
        Difference(attempts_allowed=11),
        Difference(due_at=clock.now() - timedelta(days=1)),
        Difference(
            opens_at=clock.now() + timedelta(days=2), due_at=clock.now() + timedelta(days=1)
        ),
    ],
)
def test_exceptions_that_make_no_sense(difference: Difference) -> None:
    school = School()
    with pytest.raises(Refused):
        assignments.set_override(
            school.teacher_id, school.assignment_id, Whom(pupil_id=school.pupil_id), difference
        )


def test_an_exception_is_for_somebody_in_the_class() -> None:
    school = School()
    other_class = classes.create_class(school.teacher_id, "7c")
    with db.writing() as session:
        group = PupilGroup(classroom_id=other_class, name="A")
        session.add(group)
        session.flush()
    for whom in (Whom(), Whom(pupil_id=999), Whom(group_id=group.id), Whom(group_id=999)):
        with pytest.raises(NotFound):
            assignments.set_override(
                school.teacher_id, school.assignment_id, whom, Difference(attempts_allowed=2)
            )
    with pytest.raises(NotFound):
        assignments.drop_override(school.teacher_id, school.assignment_id, 999)


def test_an_exception_takes_the_place_of_the_one_before() -> None:
    school = School()
    whom = Whom(pupil_id=school.pupil_id)
    for tries in (3, 4):
        assignments.set_override(
            school.teacher_id, school.assignment_id, whom, Difference(attempts_allowed=tries)
        )
    assert [o.attempts_allowed for o in db.reading().scalars(select(Override))] == [4]


def test_a_draft_is_seen_by_nobody() -> None:
    school = School()
    (draft,) = assignments.assign(
        school.teacher_id, school.quiz_id, [school.class_id], Rules(), Stage.DRAFT
    )
    assert len(pupils.home(db.reading(), school.pupil_id).quizzes) == 1
    with pytest.raises(NotFound):
        attempts.start_attempt(school.pupil_id, draft)
    with pytest.raises(Refused, match="draft"):
        assignments.close(school.teacher_id, draft)
    assignments.open_for_pupils(school.teacher_id, draft)
    assert attempts.start_attempt(school.pupil_id, draft)
    with pytest.raises(Refused, match="Only a draft"):
        assignments.delete_draft(school.teacher_id, draft)


def test_a_draft_is_deleted_with_its_exceptions() -> None:
    school = School()
    (draft,) = assignments.assign(
        school.teacher_id, school.quiz_id, [school.class_id], Rules(), Stage.DRAFT
    )
    whom = Whom(pupil_id=school.pupil_id)
    assignments.set_override(school.teacher_id, draft, whom, Difference(attempts_allowed=2))
    assert assignments.delete_draft(school.teacher_id, draft) == school.class_id
    assert db.reading().get(Assignment, draft) is None
    assert db.reading().scalars(select(Override)).all() == []


def test_closing_hands_in_and_reopening_goes_on(watch: Clock) -> None:
    school = School(LATER, attempts_allowed=2)
    attempt = school.start()
    school.answer(attempt, 1)
    closed = watch.time
    assignments.close(school.teacher_id, school.assignment_id)
    watch.move(minutes=1)
    assignments.close(school.teacher_id, school.assignment_id)
    with pytest.raises(Refused, match="has closed"):
        school.answer(attempt, 2)
    with pytest.raises(Refused, match="has closed"):
        school.start(school.pupil("Ben"))
    assert sheet(school, attempt).handed_in_at == closed
    result = attempt_store.result(db.reading(), school.pupil_id, attempt)
    assert (result.points, result.may_see_key) == (1, True)
    assignments.open_for_pupils(school.teacher_id, school.assignment_id)
    assert not sheet(school, attempt).may_see_key(1)
    school.answer(attempt, 2)
    assert school.start() == attempt


def test_a_due_date_in_the_past_is_moved_before_reopening(watch: Clock) -> None:
    due = watch.time + timedelta(days=1)
    school = School(Feedback.AFTER_DUE_DATE, due_at=due)
    assignments.close(school.teacher_id, school.assignment_id)
    watch.move(days=2)
    rules = Rules(Feedback.AFTER_DUE_DATE, 1, due)
    assignments.change_rules(school.teacher_id, school.assignment_id, rules)  # as it was
    with pytest.raises(Refused, match="due date is over"):
        assignments.open_for_pupils(school.teacher_id, school.assignment_id)


def test_results_are_released_and_hidden_again() -> None:
    school = School(Feedback.WHEN_RELEASED, attempts_allowed=1)
    attempt = school.start()
    school.answer(attempt, 1)
    attempts.hand_in(school.pupil_id, attempt)
    seen = []
    for released in (False, True, False):
        assignments.release(school.teacher_id, school.assignment_id, released=released)
        result = attempt_store.result(db.reading(), school.pupil_id, attempt)
        seen.append((result.may_see_result, result.may_see_key, result.points))
    assert seen == [(False, False, 0), (True, True, 1), (False, False, 0)]
    other = School(name="Mr Lee")
    with pytest.raises(Refused, match="nothing to do"):
        assignments.release(other.teacher_id, other.assignment_id, released=True)


def test_practice_shows_what_is_right_at_once() -> None:
    school = School(LATER)
    school.assignment_id = school.assign(practice=True)
    attempt = school.start()
    assert school.answer(attempt, 1).points == 1
    assert sheet(school, attempt).may_see_key(1)


def in_sections(school: School, *sections: int) -> None:
    """Let the questions be about these sections, in the order of the quiz."""
    with db.writing() as session:
        items = session.scalars(
            select(models.QuizItem)
            .where(models.QuizItem.quiz_id == school.quiz_id)
            .order_by(models.QuizItem.position)
        )
        for item, section in zip(items, sections, strict=True):
            version = session.get_one(models.QuestionVersion, item.question_version_id)
            version.body = version.body | {"section": section}


THREE_SECTIONS = (1, 2, 3, 1, 2, 3, 1, 2, 3)


def test_section_by_section() -> None:
    school = School(LATER)
    in_sections(school, *THREE_SECTIONS)
    school.assignment_id = school.assign(in_order=True)
    attempt = school.start()
    shown = sheet(school, attempt)
    assert [item.position for item in shown.items] == [1, 4, 7, 2, 5, 8, 3, 6, 9]
    assert [item.position for item in shown.items if not item.locked] == [1, 4, 7]
    for position in (2, 9):
        with pytest.raises(Refused, match="sections before"):
            school.answer(attempt, position)
    for position in (4, 7, 1, 5, 2, 8, 3):
        school.answer(attempt, position)
    assert not any(item.locked for item in sheet(school, attempt).items)
    attempts.hand_in(school.pupil_id, attempt)
    assert not any(item.locked for item in sheet(school, attempt).items)


def test_an_order_of_its_own_for_each_attempt() -> None:
    school = School()
    in_sections(school, *THREE_SECTIONS)
    school.assignment_id = school.assign(shuffled=True)
    orders = set()
    for name in ("Ben", "Cem", "Dee", "Eli", "Fay"):
        pupil_id = school.pupil(name)
        attempt = school.start(pupil_id)
        first, again = (sheet(school, attempt, pupil_id).items for _ in range(2))
        assert first == again
        assert [item.question.section for item in first] == list(THREE_SECTIONS)
        assert sorted(item.position for item in first) == list(range(1, len(EXAMPLES) + 1))
        assert all(sheet(school, attempt, pupil_id).item(i.position) == i for i in first)
        orders.add(tuple(item.position for item in first))
    assert len(orders) > 1
