"""The page on which a quiz is built and given to a class, in at most three clicks."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from quizapp import db
from quizapp.models import Assignment, Question, Stage, Status
from quizapp.store import library, quizzes
from tests.quizapp.web.conftest import Browser, School, open_school, signed_in_teacher

RULES = {"feedback": "after each answer", "attempts_allowed": "1", "title": "Mine"}


class Builder:
    """A teacher at the page: presses its buttons with all that the page has filled in."""

    def __init__(self, browser: Browser, school: School) -> None:
        self.browser = browser
        self.page = f"/library/{school.article_id}/build"
        self.html = browser.get(self.page).text

    def values(self, name: str) -> list[str]:
        """What the hidden fields of this name hold."""
        return re.findall(rf'<input type="hidden" name="{name}" value="(\d+)">', self.html)

    @property
    def chosen(self) -> list[str]:
        """The versions of the proposal, in order."""
        return self.values("chosen")

    def press(self, button: str, **fields: str | list[str]) -> TestResponse:
        """Send the form by the button of this value."""
        sent = RULES | {"number": "4", "chosen": self.chosen, "passed": self.values("passed")}
        filled: dict[str, Any] = sent | {"do": button} | fields
        response = self.browser.send(self.page, **filled)
        self.html = response.text
        return response


@pytest.fixture
def builder(teacher: Browser, school: School) -> Builder:
    """The teacher of the school at the page."""
    return Builder(teacher, school)


def test_three_clicks_from_the_article_to_the_assignment(
    app: Flask, teacher: Browser, school: School
) -> None:
    article = teacher.get(f"/library/{school.article_id}").text
    assert f'href="/library/{school.article_id}/build"' in article  # the first
    builder = Builder(teacher, school)
    assert len(builder.chosen) >= 5
    # The only class of the teacher is ticked: the second click gives the quiz to it.
    ticked = re.search(r'<input checked [^>]*name="classes"[^>]*value="(\d+)"', builder.html)
    assert ticked
    title = re.search(r'name="title"[^>]*value="([^"]+)"', builder.html)
    assert title
    given = builder.press("give", classes=ticked[1], title=title[1])
    assert given.status_code == 303
    number = int(given.location.rsplit("/", 1)[1])
    with app.app_context():
        row = db.reading().get_one(Assignment, number)
        versions = [str(item.version_id) for item in quizzes.items(row.quiz_id)]
    assert (row.classroom_id, row.stage) == (school.class_id, Stage.OPEN)
    assert versions == builder_before(teacher, school)


def builder_before(teacher: Browser, school: School) -> list[str]:
    """The first proposal: it is the same each time."""
    return Builder(teacher, school).chosen


def test_questions_are_moved_left_out_swapped_and_added(builder: Builder) -> None:
    builder.press("propose")
    first, second, third, fourth = builder.chosen
    builder.press(f"down-{first}")
    assert builder.chosen == [second, first, third, fourth]
    builder.press(f"up-{fourth}")
    assert builder.chosen == [second, first, fourth, third]
    builder.press(f"up-{second}")
    assert builder.chosen == [second, first, fourth, third]
    builder.press(f"drop-{first}")
    assert builder.chosen == [second, fourth, third]
    builder.press(f"swap-{fourth}")
    assert builder.chosen[0] == second
    assert builder.chosen[2] == third
    assert builder.chosen[1] not in {first, fourth}
    builder.press("add")
    assert len(set(builder.chosen)) == 4
    assert first not in builder.chosen
    assert fourth not in builder.chosen


def test_when_nothing_else_goes_with_the_rest(builder: Builder) -> None:
    builder.press("propose", number="40")
    known = len(builder.chosen)
    seen = 0
    while len(builder.chosen) > known or not seen:
        known = len(builder.chosen)
        builder.press("add", number="40")
        seen += 1
    assert "There is no other question that goes with the rest." in builder.html


def test_another_mix_and_another_number(builder: Builder) -> None:
    builder.press("propose", number="6")
    known, seed = builder.chosen, seed_of(builder)
    builder.press("mix", number="6", seed=seed)
    assert (builder.chosen == known) == (seed_of(builder) == seed)
    assert (builder.chosen == known) == ("There is no other mix" in builder.html)
    builder.press("propose", number="3")
    assert len(builder.chosen) == 3
    wrong = builder.press("propose", number="0")
    assert wrong.status_code == 422
    assert "Take a number from 1 to 40." in wrong.text
    assert "Give the quiz a title." not in builder.press("propose", title="").text


def seed_of(builder: Builder) -> str:
    found = re.search(r'name="seed" type="hidden" value="(\d+)"', builder.html)
    assert found
    return found[1]


def test_what_is_missing_is_told_and_nothing_lost(builder: Builder, school: School) -> None:
    builder.press("propose")
    chosen = builder.chosen
    for fields, told in (
        ({"title": ""}, "Give the quiz a title."),
        ({"classes": []}, "Choose at least one class."),
        ({"feedback": "after the due date", "classes": str(school.class_id)}, "Choose a due date"),
        ({"chosen": [], "classes": str(school.class_id)}, "Choose at least one question."),
    ):
        wrong = builder.press("give", **fields)
        assert wrong.status_code == 422
        assert told in wrong.text
        if "chosen" not in fields:
            assert builder.chosen == chosen
        builder.press("propose")


def test_a_draft_and_a_quiz_for_no_class(builder: Builder, school: School) -> None:
    draft = builder.press("draft", classes=str(school.class_id))
    assert draft.location.endswith("/rules")
    assert "A draft" in builder.browser.get(draft.location).text
    builder = Builder(builder.browser, school)
    published = builder.press("publish", title="For later")
    assert published.location.startswith(f"/library/{school.article_id}")
    assert "For later" in builder.browser.get(published.location).text


def test_suggestions_only_if_wanted(app: Flask, builder: Builder, school: School) -> None:
    with app.app_context(), db.writing() as session:
        one = session.get_one(Question, school.questions[0])
        one.status = Status.SUGGESTED
        version = next(
            stored.version_id
            for stored in library.questions(session, school.article_id)
            if stored.id == one.id
        )
    builder.press("propose", number="40")
    assert str(version) not in builder.chosen
    assert f"{len(builder.chosen)} of 40." in builder.html
    assert '<a href="#unreviewed">Allow the suggestions that await review</a>' in builder.html
    builder.press("propose", number="40", unreviewed="y")
    if str(version) in builder.chosen:
        assert "not reviewed" in builder.html
    assert "Allow the suggestions" not in builder.html
    assert "1 suggestion waits for you" in builder.html


def test_versions_of_another_article_have_no_place(
    app: Flask, browser: Callable[[], Browser], school: School
) -> None:
    with app.app_context():
        elsewhere = open_school("Mr Lee", own=True)
    builder = Builder(signed_in_teacher(browser(), "Mr Lee"), elsewhere)
    builder.press("add", chosen=[str(school.versions[0]), str(elsewhere.versions[0])])
    assert str(school.versions[0]) not in builder.chosen
    assert str(elsewhere.versions[0]) in builder.chosen
    builder.press("propose", number="40")
    assert f'<a href="/library/{elsewhere.article_id}/questions/new">Write one yourself</a>' in (
        builder.html
    )
