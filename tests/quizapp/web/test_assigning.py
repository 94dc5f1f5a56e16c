"""The pages on which a quiz is given to classes, and what pupils see of its rules."""

import re
import secrets
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from quizapp import clock, db
from quizapp.models import Assignment, Feedback, PupilGroup
from quizapp.store import classes as class_store
from quizapp.usecases import assignments, attempts, classes
from quizapp.usecases.assignments import Rules
from quizapp.usecases.attempts import Submission
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import (
    Browser,
    School,
    open_school,
    signed_in_pupil,
    signed_in_teacher,
)

RULES = {"feedback": "after handing in", "attempts_allowed": "1"}


@pytest.fixture
def here(school: School) -> str:
    """The address of the assignment."""
    return f"/assignments/{school.assignment_id}"


def assignment(app: Flask, number: int) -> Assignment:
    with app.app_context():
        return db.reading().get_one(Assignment, number)


def teacher_of(school: School) -> int:
    for number in range(1, 10):
        if any(card.id == school.class_id for card in class_store.home(db.reading(), number)):
            return number
    raise LookupError(school.teacher)


def given_anew(school: School, rules: Rules) -> School:
    """The school with the quiz given once more, by *rules*, and begun by the pupil."""
    (number,) = assignments.assign(teacher_of(school), school.quiz_id, [school.class_id], rules)
    attempt = attempts.start_attempt(school.pupil_id, number)
    return School(**(vars(school) | {"assignment_id": number, "attempt_id": attempt}))


def move_clock(monkeypatch: pytest.MonkeyPatch, **by: float) -> None:
    moment = clock.now() + timedelta(**by)
    monkeypatch.setattr(clock, "now", lambda: moment)


def test_every_rule_can_be_given_and_comes_back_as_it_was_typed(
    app: Flask, teacher: Browser, school: School
) -> None:
    app.config["TIMEZONE"] = "Asia/Tokyo"
    day = (clock.now() + timedelta(days=40)).strftime("%Y-%m-%dT")
    typed = {
        "feedback": "when released",
        "due_at": f"{day}23:30",
        "opens_at": f"{day}08:15",
        "minutes": "45",
        "attempts_allowed": "3",
        "counting": "latest",
    }
    ticked = {"shuffled": "y", "in_order": "y", "practice": "y"}
    made = teacher.send(
        f"/classes/{school.class_id}/assign", quiz=str(school.quiz_id), **typed, **ticked
    )
    assert made.status_code == 303
    html = teacher.get(f"{made.location}/rules").text
    for name, value in typed.items():
        if name in {"feedback", "counting"}:
            assert re.search(rf'checked [^>]*name="{name}"[^>]*value="{value}"', html), name
        else:
            assert re.search(rf'name="{name}"[^>]*value="{value}"', html), name
    for name in ticked:
        assert re.search(rf"<input checked [^>]*name=\"{name}\"", html), name
    row = assignment(app, int(made.location.rsplit("/", 1)[1]))
    assert row.due_at
    assert (row.due_at.hour, row.due_at.minute) == (14, 30)


def test_for_several_classes_at_once(app: Flask, teacher: Browser, school: School) -> None:
    with app.app_context():
        beside = classes.create_class(teacher_of(school), "9c")
    page = f"/classes/{school.class_id}/assign"
    assert "Also for" in teacher.get(page).text
    made = teacher.send(page, quiz=str(school.quiz_id), classes=str(beside), **RULES)
    number = int(made.location.rsplit("/", 1)[1])
    found = [assignment(app, n).classroom_id for n in (number, number + 1)]
    assert found == [school.class_id, beside]
    foreign = teacher.send(page, quiz=str(school.quiz_id), classes="999", **RULES)
    assert foreign.status_code == 422


def test_from_a_draft_to_closed_and_open_again(
    teacher: Browser, pupil: Browser, school: School
) -> None:
    page = f"/classes/{school.class_id}/assign"
    rules = teacher.send(page, quiz=str(school.quiz_id), draft="yes", **RULES).location
    here = rules.removesuffix("/rules")
    assert "A draft: pupils do not see it" in teacher.get(rules).text
    assert "a draft" in teacher.get(f"/classes/{school.class_id}").text
    assert pupil.get("/me").text.count("All of them</h2>") == 1
    teacher.send(rules, to=f"{here}/open")
    assert pupil.get("/me").text.count("All of them</h2>") == 2
    refused = teacher.send(rules, to=f"{here}/delete")
    assert "Only a draft can be deleted" in teacher.get(refused.location).text
    teacher.send(rules, to=f"{here}/close")
    assert "Closed since" in teacher.get(rules).text
    assert "Closed" in pupil.get("/me").text
    start = pupil.send("/me", to=f"{here}/attempts")
    assert "Your teacher has closed this quiz." in start.text
    teacher.send(rules, to=f"{here}/open")
    assert pupil.send("/me", to=f"{here}/attempts").status_code == 303


def test_a_draft_is_deleted(teacher: Browser, school: School) -> None:
    page = f"/classes/{school.class_id}/assign"
    rules = teacher.send(page, quiz=str(school.quiz_id), draft="yes", **RULES).location
    gone = teacher.send(rules, to=rules.replace("/rules", "/delete"))
    assert gone.location == f"/classes/{school.class_id}"
    assert teacher.get(rules).status_code == 404


def test_rules_that_make_no_sense_are_told(teacher: Browser, here: str) -> None:
    wrong = teacher.send(f"{here}/rules", feedback="after the due date", attempts_allowed="1")
    assert wrong.status_code == 422
    assert "Choose a due date, or let pupils see what is right earlier." in wrong.text
    wrong = teacher.send(f"{here}/rules", minutes="0", **RULES)
    assert "Take a number from 1 to 600." in wrong.text
    wrong = teacher.send(f"{here}/rules", due_at="1999-01-01T00:00", **RULES)
    assert "Choose a date of this century." in wrong.text


def test_exceptions_are_made_changed_and_removed(
    app: Flask, teacher: Browser, pupil: Browser, school: School, here: str
) -> None:
    with app.app_context(), db.writing() as session:
        session.add(PupilGroup(classroom_id=school.class_id, name="Early birds"))
    page = f"{here}/rules"
    assert "Group Early birds" in teacher.get(page).text
    whom = f"pupil-{school.pupil_id}"
    wrong = teacher.send(page, to=f"{here}/overrides", whom=whom)
    assert "Say what is different: time, dates or attempts." in wrong.text
    wrong = teacher.send(page, to=f"{here}/overrides", whom=whom, extra_minutes="5")
    assert "There is no time limit" in wrong.text
    teacher.send(page, to=f"{here}/overrides", whom=whom, attempts_allowed="5")
    teacher.send(page, to=f"{here}/overrides", whom="group-1", attempts_allowed="4")
    assert "1 of 5 tries" in pupil.get("/me").text
    html = teacher.get(page).text
    assert "5 tries" in html
    change = re.search(r'href="([^"]*\?override=\d+)#exception"', html)
    assert change
    asked = teacher.get(change[1]).text
    assert re.search(rf'selected value="{whom}"', asked)
    assert re.search(r'name="attempts_allowed"[^>]*value="5"', asked)
    remove = re.search(r'action="([^"]*/overrides/\d+/remove)"', html)
    assert remove
    teacher.send(page, to=remove[1])
    assert "5 tries" not in teacher.get(page).text
    assert teacher.send(page, to=remove[1]).status_code == 404
    assert teacher.send(page, to=f"{here}/overrides", whom="pupil-999").status_code == 422


def test_results_are_released(app: Flask, browser: Callable[[], Browser]) -> None:
    with app.app_context():
        school = open_school(feedback=Feedback.WHEN_RELEASED)
        attempts.hand_in(school.pupil_id, school.attempt_id)
    pupil = signed_in_pupil(browser(), school.phrase)
    teacher = signed_in_teacher(browser(), school.teacher)
    rules = f"/assignments/{school.assignment_id}/rules"
    result = f"/attempts/{school.attempt_id}/result"
    assert "when your teacher releases it" in pupil.get(result).text
    assert "Results are hidden" in teacher.get(rules).text
    release = rules.replace("/rules", "/release")
    teacher.send(rules, to=release, released="yes")
    assert "0 of 9 points" in pupil.get(result).text
    scores = rules.removesuffix("/rules")
    hidden = teacher.send(scores, to=f"{release}?scores=1", released="no")
    assert hidden.location == scores
    assert "of 9 points" not in pupil.get(result).text


def test_a_pupil_sees_when_it_opens_and_how_long_it_takes(
    app: Flask, pupil: Browser, school: School
) -> None:
    opens = clock.now() + timedelta(days=1)
    with app.app_context():
        rules = Rules(opens_at=opens, minutes=25, practice=True)
        assignments.assign(teacher_of(school), school.quiz_id, [school.class_id], rules)
    html = pupil.get("/me").text
    for words in ("Opens ", "25 minutes from the start", "Practice", "Not open yet"):
        assert words in html


def test_the_time_left_stands_in_the_page(
    app: Flask, pupil: Browser, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.config["TIMEZONE"] = "UTC"
    with app.app_context():
        mine = given_anew(school, Rules(Feedback.AFTER_HANDING_IN, minutes=25))
    until = (clock.now() + timedelta(minutes=25)).strftime("%H:%M")
    page = f"/attempts/{mine.attempt_id}/sections/1"
    html = pupil.get(page, headers={"Accept-Language": "en-GB"}).text
    assert f"until {until}" in html
    left = re.search(r'data-left="(\d+)"', html)
    assert left
    assert 1480 < int(left[1]) <= 1500
    assert "You have time until" in pupil.get("/me").text
    assert "You have time until" in pupil.get(f"/attempts/{mine.attempt_id}/hand-in").text
    move_clock(monkeypatch, minutes=26)
    late = pupil.send("/me", to=f"/attempts/{mine.attempt_id}/questions/3", key="k",
                      answer=newspaper.CHOICE_KEY, sequence="1")  # fmt: skip
    assert late.status_code == 409
    assert "Your time is up." in late.text
    assert "data-left" not in pupil.get(page).text
    assert "0 of 9 points" in pupil.get(f"/attempts/{mine.attempt_id}/result").text


def test_a_locked_question_is_not_shown(app: Flask, pupil: Browser, school: School) -> None:
    with app.app_context():
        mine = given_anew(school, Rules(Feedback.AFTER_HANDING_IN, in_order=True))
    section, number = 2, school.position("choice")
    prompt = newspaper.questions()["choice"].prompt
    address = f"/attempts/{mine.attempt_id}"
    html = pupil.get(f"{address}/sections/{section}?question={number}").text
    assert "The bridge was last inspected in 2019" in html  # the text can be read
    assert "opens when the questions about the sections before it are answered" in html
    assert prompt not in html
    assert prompt not in pupil.get(f"{address}/hand-in").text
    for answer in (newspaper.CHOICE_KEY, "nonsense"):
        sent = pupil.send("/me", to=f"{address}/questions/{number}", answer=answer, key=answer,
                          sequence="1")  # fmt: skip
        assert sent.status_code == 409
        assert "questions before this one come first" in sent.text
        assert prompt not in sent.text


SITUATIONS: dict[str, tuple[Rules, tuple[str, ...], float | None]] = {
    "in the last seconds of the time limit": (
        Rules(Feedback.AFTER_HANDING_IN, minutes=10), ("sections/2?question=3", "hand-in"), 10.1,
    ),
    "locked": (
        Rules(in_order=True), ("sections/2?question=3", "hand-in", "sections/2"), None,
    ),
    "shuffled": (Rules(shuffled=True), ("sections/2?question=3", "sections/2"), None),
    "not released": (
        Rules(Feedback.WHEN_RELEASED), ("sections/2?question=3", "result", "sections/2"), 0,
    ),
    "out of time and not released": (
        Rules(Feedback.WHEN_RELEASED, minutes=5), ("sections/2?question=3", "result"), 6,
    ),
    "out of time with a try left": (
        Rules(Feedback.AFTER_HANDING_IN, 2, minutes=5), ("sections/2?question=3",), 6,
    ),
}  # fmt: skip
"""Rules, the pages to compare, and how many minutes after the start; 0: handed in."""


@pytest.mark.parametrize("situation", SITUATIONS)
def test_two_keys_send_the_same_pages(
    app: Flask, browser: Callable[[], Browser], monkeypatch: pytest.MonkeyPatch, situation: str
) -> None:
    rules, pages, minutes = SITUATIONS[situation]
    monkeypatch.setattr(secrets, "randbelow", lambda limit: limit // 2)  # one shuffle for both
    start = clock.now()
    found = []
    for slug, key in (("one", newspaper.CHOICE_KEY), ("two", newspaper.CHOICE_OTHERS[0])):
        monkeypatch.setattr(clock, "now", lambda: start)
        with app.app_context():
            school = given_anew(open_school(f"Teacher {slug}", slug=slug, key=key), rules)
            if minutes is not None:
                answer = newspaper.CHOICE_OTHERS[1]  # wrong by either key
                submission = Submission(school.position("choice"), answer, "k", 1)
                attempts.save_answer(school.pupil_id, school.attempt_id, submission)
            if minutes == 0:
                attempts.hand_in(school.pupil_id, school.attempt_id)
        pupil = signed_in_pupil(browser(), school.phrase)
        move_clock(monkeypatch, minutes=minutes or 0)
        sent = [pupil.get(f"/attempts/{school.attempt_id}/{page}").text for page in pages]
        sent.append(pupil.get("/me").text)
        html = re.sub(r'(name="(?:csrf_token|key)"[^>]*value=")[^"]*', r"\1", "".join(sent))
        found.append(re.sub(r"/(attempts|assignments)/\d+", r"/\1/0", html))
    assert newspaper.questions()["choice"].prompt in found[0] or situation == "locked"
    assert found[0] == found[1]
