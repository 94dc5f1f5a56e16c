"""Open answers marked in a row, with comments; and what pupils say is wrong with a question."""

import re

import pytest
from flask import Flask

from quizapp import db
from quizapp.models import Feedback
from quizapp.store import attempts as attempt_store
from quizapp.store import open_answers as store
from quizapp.usecases import assignments, attempts, classes, objections
from quizapp.usecases.assignments import Rules
from quizapp.usecases.attempts import Submission
from tests.quizapp.web.conftest import Browser, School, points

WRITTEN = ("Because she saw it.", "Because he is the mayor.")


@pytest.fixture
def answered(app: Flask, school: School) -> str:
    """Both pupils have answered the open question; the address where it is marked."""
    position = school.position("open")
    with app.app_context():
        for text, pupil in zip(WRITTEN, (school.pupil_id, school.classmate_id), strict=True):
            attempt = attempts.start_attempt(pupil, school.assignment_id)
            attempts.save_answer(pupil, attempt, Submission(position, text, "k", 1))
    return f"/assignments/{school.assignment_id}/mark/{position}"


def ids(page: str) -> list[str]:
    return re.findall(r'<textarea id="comment-(\d+)"', page)


def test_names_are_hidden_until_they_are_asked_for(teacher: Browser, answered: str) -> None:
    page = teacher.get(answered).text
    assert all(text in page for text in WRITTEN)
    assert "Amina" not in page
    assert "2 answers wait for your mark" in page
    assert "Amina" in teacher.get(f"{answered}?names=1").text


def test_the_order_is_another_one_for_each_question_and_stays(
    app: Flask, school: School, teacher: Browser, answered: str
) -> None:
    before = ids(teacher.get(answered).text)
    with app.app_context():
        late = classes.join_class(school.code, "Late").pupil_id
        attempt = attempts.start_attempt(late, school.assignment_id)
        attempts.save_answer(late, attempt, Submission(school.position("open"), "So.", "k", 1))
    after = ids(teacher.get(answered).text)
    assert len(after) == 3
    assert [number for number in after if number in before] == before


def test_marks_and_comments_are_saved_together_and_reach_the_pupil(
    app: Flask, school: School, teacher: Browser, pupil: Browser, answered: str
) -> None:
    position = school.position("open")
    with app.app_context():
        sheet = attempt_store.sheet(db.reading(), school.pupil_id, school.attempt_id)
        number = sheet.item(position).answer_id
    fields = {f"score-{number}": "1", f"comment-{number}": "Say whom.", f"keep-{number}": "y"}
    assert teacher.send(answered, **fields).status_code == 303
    assert points(app, school)[position] == 0.5
    page = teacher.get(answered).text
    assert "1 answer waits for your mark" in page
    assert "Comments that you keep" in page
    question = f"/attempts/{school.attempt_id}/questions/{position}"
    assert "Say whom." in pupil.get(question, follow_redirects=True).text
    with app.app_context():
        (saved,) = store.saved_comments(db.reading(), 1)
    other = next(each for each in ids(page) if each != str(number))
    fields = {f"score-{number}": "1", f"comment-{number}": "Say whom."}
    fields |= {f"score-{other}": "2", f"comment-{other}": "", f"saved-{other}": str(saved.id)}
    teacher.send(answered, **fields)
    marked = teacher.get(answered).text
    assert marked.count("Say whom.</textarea>") == 2
    assert "<h1>Everything is marked.</h1>" in marked
    assert "Back to the scores" in marked
    there = {"back": answered}
    assert teacher.send(answered, f"/comments/{saved.id}/forget", **there).location == answered
    assert "Comments that you keep" not in teacher.get(answered).text
    away = teacher.client.post("/comments/1/forget", data={"back": "https://elsewhere.example"})
    assert away.status_code in {400, 404}


def test_comments_wait_for_the_result_and_waiting_answers_are_named_before_the_release(
    app: Flask, school: School, teacher: Browser, pupil: Browser
) -> None:
    position = school.position("open")
    with app.app_context():
        (given,) = assignments.assign(
            1, school.quiz_id, [school.class_id], Rules(Feedback.WHEN_RELEASED)
        )
        attempt = attempts.start_attempt(school.pupil_id, given)
        attempts.save_answer(school.pupil_id, attempt, Submission(position, "So.", "k", 1))
        attempts.hand_in(school.pupil_id, attempt)
    for page in (f"/assignments/{given}", f"/assignments/{given}/rules"):
        assert "1 answer waits for your mark" in teacher.get(page).text
    there = f"/assignments/{given}/mark/{position}"
    (number,) = ids(teacher.get(there).text)
    teacher.send(there, **{f"score-{number}": "2", f"comment-{number}": "Well said."})
    assert "waits for your mark" not in teacher.get(f"/assignments/{given}").text
    address = f"/attempts/{attempt}/questions/{position}"
    assert "Well said." not in pupil.get(address, follow_redirects=True).text
    with app.app_context():
        assignments.release(1, given, released=True)
    assert "Well said." in pupil.get(address, follow_redirects=True).text
    assert "Well said." in pupil.get(f"/attempts/{attempt}/result").text


def test_points_are_called_so_far_until_everything_is_marked(
    app: Flask, school: School, teacher: Browser, pupil: Browser, answered: str
) -> None:
    with app.app_context():
        attempts.hand_in(school.pupil_id, school.attempt_id)
    result = f"/attempts/{school.attempt_id}/result"
    assert "points <small>so far</small>" in pupil.get(result).text
    marks = {f"score-{n}": "2" for n in ids(teacher.get(answered).text)}
    texts = {f"comment-{n}": "" for n in ids(teacher.get(answered).text)}
    teacher.send(answered, **marks, **texts)
    assert "so far" not in pupil.get(result).text


@pytest.mark.usefixtures("answered")
def test_a_pupil_objects_once_and_reads_the_answer(
    school: School, teacher: Browser, pupil: Browser
) -> None:
    position = school.position("open")
    question = f"/attempts/{school.attempt_id}/questions/{position}"
    address = pupil.get(question).location or ""
    here = address.split("#")[0]
    assert "Report a mistake in this question" in pupil.get(here).text
    for text in ("x" * (objections.LONGEST + 1), " ", "Nobody says so.", "Once more."):
        assert pupil.send(here, f"{question}/objection", objection=text).status_code == 303
    page = pupil.get(here).text
    assert "Nobody says so." in page
    assert "Once more." not in page
    assert "1 pupil says that a question is wrong" in teacher.get("/classes").text
    queue = teacher.get("/objections").text
    assert "Nobody says so." in queue
    assert WRITTEN[0] in queue
    link = f"/assignments/{school.assignment_id}/questions/{position}"
    assert f'href="{link}"' in queue
    teacher.send("/objections", "/objections/1", reply="You are right.")
    assert "Nothing waits for you." in teacher.get("/objections").text
    assert "You are right." in pupil.get(here).text


@pytest.mark.usefixtures("answered")
def test_what_is_not_answered_cannot_be_objected_to(school: School, pupil: Browser) -> None:
    position = school.position("choice")
    address = pupil.get(f"/attempts/{school.attempt_id}/questions/{position}").location or ""
    here = address.split("#")[0]
    assert "Report a mistake in this question" not in pupil.get(here).text
    there = f"/attempts/{school.attempt_id}/questions/{position}/objection"
    assert pupil.send(here, there, objection="Hm.").status_code == 404
