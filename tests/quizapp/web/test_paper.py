"""A quiz goes to paper without its key, and what was written there comes back in."""

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp import db
from quizapp.models import Classroom
from quizapp.store import classes as class_store
from quizapp.store import quizzes
from quizapp.store.quizzes import Item
from tests.quizapp.web.conftest import Browser, School


@pytest.fixture
def items(app: Flask, school: School) -> tuple[Item, ...]:
    with app.app_context():
        return quizzes.items(school.quiz_id)


def test_the_printed_sheet_tells_nothing_of_the_key(
    teacher: Browser, school: School, items: tuple[Item, ...]
) -> None:
    page = teacher.get(f"/library/{school.article_id}/quizzes/{school.quiz_id}/paper").text
    for item in items:
        assert item.question.prompt in page.replace("&#39;", "'")
        assert not item.question.explanation or item.question.explanation not in page
    key = teacher.get(f"/library/{school.article_id}/quizzes/{school.quiz_id}/paper/key").text
    assert "Key:" in key


def test_what_was_written_on_paper_is_graded_like_anything_else(
    app: Flask, teacher: Browser, school: School, items: tuple[Item, ...]
) -> None:
    choice = next(item for item in items if item.question.kind == "choice")
    written = next(item for item in items if item.question.kind == "short_text")
    address = f"/assignments/{school.assignment_id}/pupils/{school.pupil_id}/paper"
    refused = teacher.send(address, **{f"q{choice.position}-answer": "something not offered"})
    assert refused.status_code == 422
    answers = {
        f"q{choice.position}-answer": choice.question.right_texts[0],
        f"q{written.position}-answer": "999",
    }
    assert teacher.send(address, **answers).status_code == 303
    with app.app_context():
        owner = db.reading().scalar(
            select(Classroom.teacher_id).where(Classroom.id == school.class_id)
        )
        table = class_store.scores(db.reading(), owner or 0, school.assignment_id)
    row = next(row for row in table.rows if row.pupil_id == school.pupil_id)
    assert row.handed_in_at is not None
    assert row.points == 1
