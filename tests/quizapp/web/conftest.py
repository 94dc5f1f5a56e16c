"""Two small schools in one database, and browsers for everybody in them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp import db
from quizapp.models import Feedback
from quizapp.store import attempts as attempt_store
from quizapp.store import classes as class_store
from quizapp.store import library as library_store
from quizapp.usecases import accounts, assignments, attempts, classes, library
from quizapp.usecases.assignments import Rules
from tests.quizapp.web import newspaper

PASSWORD = "four good words here"


@dataclass(frozen=True)
class School:
    """A teacher's class with a quiz that two pupils are working on."""

    teacher: str
    class_id: int
    code: str
    article_id: int
    questions: tuple[int, ...]
    versions: tuple[int, ...]
    quiz_id: int
    assignment_id: int
    pupil_id: int
    classmate_id: int
    attempt_id: int
    phrase: str
    classmate_phrase: str

    def position(self, kind: str) -> int:
        """Where the question of this interaction stands in the quiz."""
        return 1 + list(newspaper.pack().ids).index(kind)


def open_school(
    teacher: str = "Ms Okafor",
    feedback: Feedback = Feedback.AFTER_EACH_ANSWER,
    *,
    own: bool = False,
    due_at: datetime | None = None,
    **pack: Any,
) -> School:
    """A new teacher with a class; *own* articles are for this teacher alone."""
    teacher_id = accounts.accept_invitation(accounts.invite_teacher(), teacher, PASSWORD)
    class_id = classes.create_class(teacher_id, "9b")
    article_id = library.add_pack(
        newspaper.pack(**pack), (), newspaper.claims(), teacher_id=teacher_id if own else None
    )
    view = library_store.article(db.reading(), teacher_id, article_id)
    versions = tuple(stored.version_id for stored in view.questions)
    quiz_id = library.publish_quiz(teacher_id, article_id, versions, "All of them")
    (assignment_id,) = assignments.assign(
        teacher_id, quiz_id, [class_id], Rules(feedback, 2, due_at)
    )
    code = class_store.of_teacher(db.reading(), teacher_id, class_id).join_code
    pupil, classmate = (classes.join_class(code, name) for name in ("Amina", "Ben"))
    return School(
        teacher=teacher,
        class_id=class_id,
        code=code,
        article_id=article_id,
        questions=tuple(stored.id for stored in view.questions),
        versions=versions,
        quiz_id=quiz_id,
        assignment_id=assignment_id,
        pupil_id=pupil.pupil_id,
        classmate_id=classmate.pupil_id,
        attempt_id=attempts.start_attempt(pupil.pupil_id, assignment_id),
        phrase=pupil.phrase,
        classmate_phrase=classmate.phrase,
    )


class Browser:
    """A browser that fills in forms as they stand in the page, hidden fields included."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, address: str, **options: Any) -> TestResponse:
        """The page at *address*."""
        return self.client.get(address, **options)

    def send(self, page: str, to: str | None = None, **fields: Any) -> TestResponse:
        """Open *page* and send its form to *to* (or to the page itself)."""
        html = self.client.get(page).text
        hidden = dict(re.findall(r'name="(\w+)" type="hidden" value="([^"]*)"', html))
        token = re.search(r'name="csrf_token"[^>]*value="([^"]*)"', html)
        assert token, f"{page} has no form"
        return self.client.post(to or page, data=hidden | {"csrf_token": token[1]} | fields)


@pytest.fixture
def browser(app: Flask) -> Callable[[], Browser]:
    """A new browser each time, which nobody has used."""
    return lambda: Browser(app.test_client())


@pytest.fixture
def school(app: Flask) -> School:
    """A school that gives feedback after each answer."""
    with app.app_context():
        return open_school()


@pytest.fixture
def pupil(browser: Callable[[], Browser], school: School) -> Browser:
    """The browser of a pupil of the school."""
    return signed_in_pupil(browser(), school.phrase)


@pytest.fixture
def teacher(browser: Callable[[], Browser], school: School) -> Browser:
    """The browser of the teacher of the school."""
    return signed_in_teacher(browser(), school.teacher)


def signed_in_pupil(browser: Browser, phrase: str) -> Browser:
    """*browser*, after somebody has come back with this phrase."""
    assert browser.send("/back", phrase=phrase).status_code == 303
    return browser


def signed_in_teacher(browser: Browser, name: str) -> Browser:
    """*browser*, after this teacher has signed in."""
    assert browser.send("/sign-in", name=name, password=PASSWORD).status_code == 303
    return browser


def points(app: Flask, school: School) -> dict[int, float | None]:
    """What is saved of the pupil's answers: points by position."""
    with app.app_context():
        sheet = attempt_store.sheet(db.reading(), school.pupil_id, school.attempt_id)
        return {item.position: item.points for item in sheet.items if item.answer is not None}
