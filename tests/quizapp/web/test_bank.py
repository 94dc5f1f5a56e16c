"""A teacher searches all questions, tags them, and makes a quiz of those of one article."""

import re
from urllib.parse import unquote

import pytest
from flask import Flask

from questions import types
from quizapp import db, models
from quizapp.usecases import library, reviewing
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import Browser, School, open_school
from tests.quizapp.web.test_teaching import counted_queries


@pytest.fixture
def school(app: Flask) -> School:
    """A school whose article is the teacher's own."""
    with app.app_context():
        return open_school(own=True)


def test_questions_are_found_tagged_and_made_a_quiz_of(teacher: Browser, school: School) -> None:
    page = teacher.get("/library/questions?text=inspected&kind=choice").text
    assert "1 question found" in page
    assert newspaper.CHOICE_KEY in page
    assert 'name="questions"' not in page
    (question,) = re.findall(r'id="question-(\d+)"', page)
    address = f"/library/questions?text=inspected&article={school.article_id}"
    tagged = teacher.send(
        address,
        to=f"/library/questions/{question}/tags?text=inspected&article={school.article_id}",
        tags="River, week 3",
    )
    assert tagged.status_code == 303
    assert unquote(tagged.location).endswith(f"#question-{question}")
    page = teacher.get(f"{address}&tag=river").text
    assert 'value="river, week 3"' in page
    assert "1 question found" in page
    (version,) = re.findall(r'name="questions" value="(\d+)"', page)
    made = teacher.send(
        address, to=f"/library/{school.article_id}/quizzes", title="Found", questions=[version]
    )
    assert made.status_code == 303
    assert "Found" in teacher.get(f"/library/{school.article_id}").text
    refused = teacher.send(address, to=f"/library/questions/{question}/tags", tags="x" * 41)
    assert "At most 10 tags" in teacher.get(refused.location).text


@pytest.mark.parametrize(
    "odd", ["page=0", "page=99999999999", "article=x", "skill=none", "tag=%00"]
)
def test_odd_searches_find_nothing_odd(teacher: Browser, odd: str) -> None:
    assert teacher.get(f"/library/questions?{odd}").status_code in (200, 404)


def test_another_teachers_article_is_not_searched(teacher: Browser, app: Flask) -> None:
    with app.app_context():
        elsewhere = open_school("Mr Lee", own=True)
    assert teacher.get(f"/library/questions?article={elsewhere.article_id}").status_code == 404


def test_queries_do_not_grow_with_questions_or_articles(
    app: Flask, teacher: Browser, school: School
) -> None:
    teacher.get("/library/questions")
    with counted_queries(app) as few:
        teacher.get("/library/questions")
    with app.app_context():
        owner = db.reading().get_one(models.Article, school.article_id).teacher_id or 0
        plain = types.dump(newspaper.questions()["order"])
        for number in range(8):
            reviewing.write_question(owner, school.article_id, plain)
            library.add_pack(newspaper.pack(f"more-{number}"), (), teacher_id=owner)
    with counted_queries(app) as many:
        teacher.get("/library/questions")
    assert len(many) == len(few)
