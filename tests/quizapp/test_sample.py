"""The class that is there from the start."""

import pytest
from sqlalchemy import select

from quizapp import clock, db
from quizapp.models import Assignment, Classroom, Feedback
from quizapp.store import classes as classes_store
from quizapp.usecases import classes, library, sample
from tests.quizapp.both import DATABASES
from tests.quizapp.school import generated, pack, teacher

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]


def test_it_is_made_once_and_opened_again_until_a_teacher_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    article_id = library.add_pack(pack(), generated())
    made = sample.prepare(article_id)
    later = clock.now() + 2 * classes.JOINING_LASTS
    monkeypatch.setattr(clock, "now", lambda: later)
    assert sample.prepare(article_id) == made
    assert made.join_code
    classes.join_class(made.join_code, "Ada")
    given = db.reading().scalars(select(Assignment)).one()
    assert (given.feedback, given.attempts_allowed) == (Feedback.AFTER_EACH_ANSWER, 3)
    monkeypatch.undo()

    owner = teacher()
    class_id = db.reading().scalars(select(Classroom.id)).one()
    classes.set_joining(owner, class_id, open=False)
    assert sample.prepare(article_id).join_code is None
    view = classes_store.of_teacher(db.reading(), owner, class_id)
    assert (len(view.pupils), len(view.assignments)) == (1, 1)
