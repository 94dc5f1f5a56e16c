"""The class at work on the teacher's page, the stream of news, and the projector."""

import time
from collections.abc import Callable
from itertools import islice

import pytest
from flask import Flask

from quizapp import db
from quizapp.models import Feedback
from quizapp.store import watching
from quizapp.usecases import attempts, classes
from quizapp.usecases.attempts import Submission
from quizapp.web import live
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import Browser, School, open_school, signed_in_teacher

NAMES = ("Amina", "Ben", "Chiara", "Dalia")


@pytest.fixture
def here(school: School) -> str:
    """The address of the assignment."""
    return f"/assignments/{school.assignment_id}"


@pytest.fixture
def at_work(app: Flask) -> School:
    """A school whose keys come later, with three pupils who have handed in, and one at work."""
    with app.app_context():
        school = open_school("Mr Lee", Feedback.AFTER_HANDING_IN)
        pupils = [school.pupil_id, school.classmate_id]
        pupils += [classes.join_class(school.code, name).pupil_id for name in NAMES[2:]]
        place = newspaper.questions()["select_text"].offered[0]
        answer = f"{place.paragraph}:{place.start}-{place.end}"
        for number, pupil_id in enumerate(pupils):
            attempt = attempts.start_attempt(pupil_id, school.assignment_id)
            for position, given in (
                (school.position("select_text"), answer),
                (school.position("choice"), newspaper.CHOICE_KEY),
            ):
                submission = Submission(position, given, f"{number} {position}", position)
                attempts.save_answer(pupil_id, attempt, submission)
            if number:
                attempts.hand_in(pupil_id, attempt)
        return school


def test_the_board_says_who_is_where(
    app: Flask, teacher: Browser, school: School, here: str
) -> None:
    html = teacher.get(f"{here}/live").text
    assert "Brought up to date by itself" in html
    assert '<noscript><meta http-equiv="refresh" content="15"></noscript>' in html
    assert "<b>1</b> working" in html
    with app.app_context():
        submission = Submission(school.position("choice"), newspaper.CHOICE_KEY, "k", 1)
        attempts.save_answer(school.pupil_id, school.attempt_id, submission)
    html = teacher.get(f"{here}/live").text
    assert "1 of 9" in html
    assert f"Question {school.position('choice')}" in html


def test_a_stream_tells_of_news_and_ends(
    app: Flask, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter(range(1000))
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    with app.app_context():
        number = next(n for n in range(1, 9) if any(watched(n, school.assignment_id)))
    news = live.events(app, number, school.assignment_id)
    retry, first, nothing = islice(news, 3)
    assert retry == "retry: 1000\n\n"
    assert nothing == ": nothing new\n\n"
    with app.app_context():
        submission = Submission(school.position("choice"), newspaper.CHOICE_KEY, "k", 1)
        attempts.save_answer(school.pupil_id, school.attempt_id, submission)
    second = next(news)
    assert first.startswith("data: ")
    assert second.startswith("data: ")
    assert first != second
    assert 1 < len(list(news)) < live.LASTS
    assert list(live.events(app, number + 50, school.assignment_id)) == [retry]


def watched(teacher_id: int, assignment_id: int) -> list[bool]:
    try:
        return [bool(watching.watch(db.reading(), teacher_id, assignment_id).pupils)]
    except LookupError:
        return []


def test_there_are_fewer_streams_than_threads(teacher: Browser, here: str) -> None:
    assert 2 * live.MOST_STREAMS < db.THREADS
    address = f"{here}/live/stream"
    streams = [teacher.get(address) for _ in range(live.MOST_STREAMS)]
    assert {stream.mimetype for stream in streams} == {"text/event-stream"}
    refused = teacher.get(address)
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "60")
    for stream in streams:
        stream.close()
    for _ in range(2):
        again = teacher.get(address)
        assert again.status_code == 200
        again.close()


def test_the_projector_waits_for_everybody_unless_told_otherwise(
    app: Flask, browser: Callable[[], Browser], at_work: School
) -> None:
    teacher = signed_in_teacher(browser(), at_work.teacher)
    page = f"/assignments/{at_work.assignment_id}/projector"
    hidden = teacher.get(page).text
    assert "Shares are hidden until everybody who has begun has handed in" in hidden
    assert "who is still working, or begins later, could use that" in hidden
    assert "n = 3" not in hidden
    assert 'class="heat' not in hidden
    shown = teacher.get(f"{page}?now=1").text
    assert "100% <small>n = 3" in shown
    assert "3 of 3" in shown
    with app.app_context():
        attempts.hand_in(at_work.pupil_id, at_work.attempt_id)
    assert "n = 4" in teacher.get(page).text


def test_the_projector_shows_no_names(browser: Callable[[], Browser], at_work: School) -> None:
    teacher = signed_in_teacher(browser(), at_work.teacher)
    page = f"/assignments/{at_work.assignment_id}/projector"
    board = teacher.get(f"/assignments/{at_work.assignment_id}/live").text
    assert all(name in board for name in NAMES)
    for address in (page, f"{page}?now=1", f"{page}?now=1&question={at_work.position('choice')}"):
        html = teacher.get(address).text
        assert not any(name in html for name in NAMES)


def test_of_two_pupils_nothing_is_shown(teacher: Browser, here: str) -> None:
    html = teacher.get(f"{here}/projector?now=1").text
    assert "Shares are shown once 3 pupils have handed in" in html


def test_the_heat_of_one_question(browser: Callable[[], Browser], at_work: School) -> None:
    teacher = signed_in_teacher(browser(), at_work.teacher)
    page = f"/assignments/{at_work.assignment_id}/projector?now=1&question="
    picked = teacher.get(f"{page}{at_work.position('select_text')}").text
    assert 'class="heat heat-5"' in picked
    assert "Tap the sentence" in picked
    other = teacher.get(f"{page}{at_work.position('two_part')}").text
    assert "Nobody has marked anything yet." in other
