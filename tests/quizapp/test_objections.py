"""Comments of a teacher and objections of a pupil, on both databases."""

import pytest

from quizapp import db
from quizapp.errors import NotFound, Refused
from quizapp.store import attempts as attempt_store
from quizapp.store import objections as store
from quizapp.store import open_answers
from quizapp.usecases import comments, objections
from tests.quizapp.both import DATABASES
from tests.quizapp.school import School, teacher

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]


def test_the_newest_comment_counts_and_an_empty_one_takes_it_back() -> None:
    school = School()
    attempt = school.start()
    school.answer(attempt, school.marked_by_teacher)
    sheet = attempt_store.sheet(db.reading(), school.pupil_id, attempt)
    number = sheet.item(school.marked_by_teacher).answer_id or 0
    for text in ("First.", "Second."):
        comments.comment(school.teacher_id, number, text)
    assert open_answers.comments(db.reading(), [number]) == {number: "Second."}
    comments.comment(school.teacher_id, number, "")
    assert open_answers.comments(db.reading(), [number]) == {}
    with pytest.raises(NotFound):
        comments.comment(teacher("Mr Lee"), number, "Hello.")
    with pytest.raises(Refused, match="at most"):
        comments.comment(school.teacher_id, number, "x" * (comments.LONGEST + 1))


def test_a_comment_is_kept_once_by_whom_it_belongs_to() -> None:
    one, other = teacher("Ms One"), teacher("Mr Other")
    for text in ("Well read.", "Well read.", ""):
        comments.keep(one, text)
    (saved,) = open_answers.saved_comments(db.reading(), one)
    assert open_answers.saved_comments(db.reading(), other) == ()
    with pytest.raises(NotFound):
        comments.forget(other, saved.id)
    comments.forget(one, saved.id)
    assert open_answers.saved_comments(db.reading(), one) == ()


def test_not_too_many_comments_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comments, "MOST_KEPT", 1)
    one = teacher()
    comments.keep(one, "First.")
    with pytest.raises(Refused, match="Remove one"):
        comments.keep(one, "Second.")


def test_an_objection_is_made_once_and_settled_by_the_classes_teacher() -> None:
    school = School()
    attempt = school.start()
    with pytest.raises(NotFound):
        objections.object_to(school.pupil_id, attempt, 1, "Not answered yet.")
    school.answer(attempt, 1, right=False)
    with pytest.raises(NotFound):
        objections.object_to(school.pupil("Bob"), attempt, 1, "Not mine.")
    objections.object_to(school.pupil_id, attempt, 1, "Nobody says so.")
    with pytest.raises(Refused, match="already"):
        objections.object_to(school.pupil_id, attempt, 1, "Once more.")
    colleague = teacher("Mr Lee")
    assert store.waiting(db.reading(), school.teacher_id) == 1
    assert store.queue(db.reading(), colleague) == ()
    (said,) = store.queue(db.reading(), school.teacher_id)
    example = school.examples[0]
    assert said.answer == example.question.describe(example.wrong)
    assert (said.pupil_name, said.class_name, said.title) == ("Ada", "7b", "All of them")
    with pytest.raises(NotFound):
        objections.settle(colleague, said.objection.id, "Hello.")
    with pytest.raises(Refused, match="an answer"):
        objections.settle(school.teacher_id, said.objection.id, "")
    objections.settle(school.teacher_id, said.objection.id, "You are right.")
    assert store.queue(db.reading(), school.teacher_id) == ()
    (settled,) = store.settled(db.reading(), school.teacher_id)
    assert settled.objection.reply == "You are right."
    own = store.of_pupil(db.reading(), school.pupil_id, school.assignment_id)
    assert own[1].reply == "You are right."
