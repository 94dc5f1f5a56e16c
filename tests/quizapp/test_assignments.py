"""Giving a quiz to a class."""

from datetime import timedelta
from typing import Any

import pytest

from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import Feedback
from quizapp.store import library as store
from quizapp.usecases import assignments
from quizapp.usecases.assignments import Rules
from tests.quizapp.both import DATABASES
from tests.quizapp.school import School, teacher

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]


@pytest.mark.parametrize(
    "rules",
    [
        {"attempts_allowed": 0},
        {"attempts_allowed": 11},
        {"feedback": Feedback.AFTER_DUE_DATE},
        {"due_at": clock.now() - timedelta(minutes=1)},
    ],
)
def test_rules_that_make_no_sense(rules: dict[str, Any]) -> None:
    school = School()
    with pytest.raises(Refused):
        school.assign(**rules)


def test_a_class_of_somebody_else() -> None:
    school = School()
    other = teacher("Mr Okafor")
    view = store.article(db.reading(), other, school.article_id)
    with pytest.raises(NotFound):
        assignments.assign(other, view.quizzes[0].id, [school.class_id], Rules())
