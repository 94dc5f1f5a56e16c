"""Skills over time: what is counted, what is left out, and that a pupil's share is the pupil's."""

from datetime import timedelta

import pytest

from questions.question import Skill
from quizapp import clock, db
from quizapp.errors import NotFound
from quizapp.models import Stage
from quizapp.store import classes
from quizapp.store import progress as store
from quizapp.store.progress import Progress, Share
from quizapp.usecases import assignments, attempts, pupils
from quizapp.usecases.assignments import Rules
from tests.quizapp import school as other
from tests.quizapp.both import DATABASES
from tests.quizapp.school import School

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]


def found(school: School, pupil_id: int | None = None) -> Progress:
    return store.progress(db.reading(), school.teacher_id, school.class_id, pupil_id)


def work(school: School, assignment_id: int, pupil_id: int, right: int) -> None:
    """Hand in an attempt with the first *right* answers right, and all others wrong."""
    school.assignment_id = assignment_id
    attempt = school.start(pupil_id)
    for position in range(1, len(school.examples) + 1):
        answer = school.submission(position, right=position <= right)
        attempts.save_answer(pupil_id, attempt, answer)
    attempts.hand_in(pupil_id, attempt)


def skill_of(school: School, position: int) -> Skill:
    return school.examples[position - 1].question.skill


def test_shares_follow_the_order_of_time() -> None:
    school = School()
    later = school.assign(opens_at=clock.now() - timedelta(days=1))
    ada, bob = school.pupil_id, school.pupil("Bob")
    first = school.assignment_id
    work(school, first, ada, right=9)
    work(school, first, bob, right=0)
    work(school, later, ada, right=9)
    shown = found(school)
    # What opened yesterday began before what was given today.
    assert [given.id for given in shown.given] == [later, first]
    position = 1 + [e.question.kind for e in school.examples].index("choice")
    shares = shown.skills[skill_of(school, position)]
    assert [share and (share.right, share.n) for share in shares] == [(1, 1), (0.5, 2)]
    assert found(school, bob).skills[skill_of(school, position)] == (None, Share(0, 1, 1))
    assert found(school, bob).pupil


def test_practice_drafts_and_archived_pupils_are_left_out() -> None:
    school = School()
    first, practice = school.assignment_id, school.assign(practice=True)
    assignments.assign(school.teacher_id, school.quiz_id, [school.class_id], Rules(), Stage.DRAFT)
    bob = school.pupil("Bob")
    work(school, first, school.pupil_id, right=9)
    work(school, first, bob, right=0)
    work(school, practice, bob, right=9)
    pupils.archive(school.teacher_id, bob)
    shown = found(school)
    assert [given.id for given in shown.given] == [first]
    assert {share.right for shares in shown.skills.values() for share in shares if share} == {1}


def test_a_skill_whose_answers_wait_for_marks_has_no_share() -> None:
    school = School()
    work(school, school.assignment_id, school.pupil_id, right=9)
    skill = skill_of(school, school.marked_by_teacher)
    assert skill not in found(school).skills
    table = school.assignment_id
    answer_id = max(
        cell.answer_id or 0
        for row in classes.scores(db.reading(), school.teacher_id, table).rows
        for cell in row.cells
        if cell.position == school.marked_by_teacher
    )
    attempts.mark_answer(school.teacher_id, answer_id, 1)
    assert found(school).skills[skill] == (Share(0.5, 1, 1),)


def test_nothing_is_handed_in() -> None:
    school = School()
    school.start()
    assert found(school).skills == {}


def test_foreign_and_absent_look_alike() -> None:
    school = School()
    stranger = other.teacher("Mr Okafor")
    for teacher_id, class_id, pupil_id in (
        (stranger, school.class_id, None),
        (school.teacher_id, 99, None),
        (school.teacher_id, school.class_id, 99),
    ):
        with pytest.raises(NotFound):
            store.progress(db.reading(), teacher_id, class_id, pupil_id)
