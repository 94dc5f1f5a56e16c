"""The page on which a question is put right: proposed, looked at in its effects, done, undone."""

import re

import pytest
from flask import Flask

from quizapp import db
from quizapp.models import Amendment
from quizapp.store import attempts as attempt_store
from quizapp.store import classes as class_store
from quizapp.usecases import attempts
from quizapp.usecases.attempts import Submission
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import Browser, School


@pytest.fixture
def here(school: School) -> str:
    return f"/assignments/{school.assignment_id}/questions/{school.position('choice')}"


def answer(app: Flask, school: School, value: str) -> None:
    """Let the pupil answer the choice, and hand in."""
    with app.app_context():
        position = school.position("choice")
        submission = Submission(position, value, "key", 1)
        attempts.save_answer(school.pupil_id, school.attempt_id, submission)
        attempts.hand_in(school.pupil_id, school.attempt_id)


def wrong(app: Flask) -> str:
    """A wrong option of the choice."""
    with app.app_context():
        question = newspaper.pack().questions[newspaper.pack().ids.index("choice")]
        return question.wrong_texts[0]


def score(app: Flask, school: School) -> tuple[float, int]:
    with app.app_context():
        result = attempt_store.result(db.reading(), school.pupil_id, school.attempt_id)
        return result.points, result.possible


def test_accepting_an_answer_shows_every_score_before_it_is_done(
    app: Flask, school: School, teacher: Browser, pupil: Browser, here: str
) -> None:
    value = wrong(app)
    answer(app, school, value)
    before = score(app, school)
    page = teacher.get(f"{here}?given=0").text
    assert value in page
    assert "Accept it, too" in page
    fields = {"amendment": "accept an answer", "answer": value, "note": "Both say so.",
              "reason": "The text allows both.", "explanation": "Two people say it."}  # fmt: skip
    shown = teacher.send(here, **fields, do="preview").text
    assert "1 score changes" in shown
    assert f"{before[0]:g}/{before[1]}" in shown
    assert score(app, school) == before
    assert teacher.send(here, **fields, do="apply").status_code == 303
    assert score(app, school) == (before[0] + 1, before[1])
    question = f"/attempts/{school.attempt_id}/questions/{school.position('choice')}"
    seen = pupil.get(question, follow_redirects=True).text
    assert "Your teacher changed what is right here" in seen
    assert "Two people say it." in seen
    page = teacher.get(here).text
    assert "The text allows both." in page
    undo = re.search(rf'action="({here}/undo/\d+)"', page)
    assert undo
    assert teacher.send(here, undo[1]).status_code == 303
    assert score(app, school) == before


def test_a_question_that_is_taken_out_counts_nowhere(
    app: Flask, school: School, teacher: Browser, pupil: Browser, here: str
) -> None:
    answer(app, school, newspaper.CHOICE_KEY)
    points, possible = score(app, school)
    fields = {"amendment": "void", "reason": "A misprint."}
    assert "will count for nobody" in teacher.send(here, **fields).text
    teacher.send(here, **fields, do="apply")
    assert score(app, school) == (points - 1, possible - 1)
    question = f"/attempts/{school.attempt_id}/questions/{school.position('choice')}"
    assert "This question does not count" in pupil.get(question, follow_redirects=True).text
    table = teacher.get(f"/assignments/{school.assignment_id}/scores.csv").text
    row = next(line for line in table.splitlines() if "Amina" in line)
    assert '"does not count"' in row
    assert row.endswith(f'"{possible - 1}"')
    assert "does not count" in teacher.get(f"/assignments/{school.assignment_id}").text
    shown = teacher.send(here, **fields, do="apply")
    assert shown.status_code == 422
    assert "does not count already" in shown.text


def test_what_is_missing_or_out_of_date_is_said(
    app: Flask, school: School, teacher: Browser, here: str
) -> None:
    answer(app, school, newspaper.CHOICE_KEY)
    assert "Say in a sentence why" in teacher.send(here, amendment="void", reason=" ").text
    fields = {"amendment": "change the key", "answer": wrong(app), "reason": "Wrong."}
    assert teacher.send(here, **fields, do="apply").status_code == 303
    late = teacher.send(here, **fields, do="apply", seen="0")
    assert late.status_code == 422
    assert "Somebody has changed this question since" in late.text
    assert teacher.send(here, amendment="change the key", reason="Why").status_code == 422
    assert teacher.send(here, amendment=Amendment.UNDO.value, reason="Why").status_code == 422


def test_an_open_question_has_no_key_to_change(school: School, teacher: Browser) -> None:
    page = teacher.get(f"/assignments/{school.assignment_id}/questions/{school.position('open')}")
    assert "Grade by another key" not in page.text
    assert "Take the question out" in page.text


@pytest.mark.parametrize("kind", newspaper.pack().ids)
def test_every_interaction_has_its_page(
    app: Flask, school: School, teacher: Browser, kind: str
) -> None:
    position = school.position(kind)
    assert (
        teacher.get(f"/assignments/{school.assignment_id}/questions/{position}").status_code == 200
    )
    with app.app_context():
        view = class_store.scores(db.reading(), 1, school.assignment_id)
        assert view.columns[position - 1].counts
