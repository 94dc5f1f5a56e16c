"""Requests that no page of ours makes: refused in words, and never with a 500."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from flask import Flask

from tests.quizapp.web.conftest import Browser, School, points

TOO_LARGE = ("9999999999", str(2**63), "9" * 30, "9" * 5000, "٣")


@pytest.mark.parametrize("number", TOO_LARGE, ids=["10 digits", "2^63", "30", "5000", "other"])
def test_numbers_that_no_database_holds_lead_nowhere(
    app: Flask, pupil: Browser, teacher: Browser, number: str
) -> None:
    rules = [
        r for r in app.url_map.iter_rules() if "<int:" in r.rule and "GET" in (r.methods or ())
    ]
    assert len(rules) > 10
    for rule in rules:
        path = rule.rule
        for argument in rule.arguments:
            path = path.replace(f"<int:{argument}>", number)
        assert pupil.get(path).status_code == 404, path
        assert teacher.get(path).status_code == 404, path


@pytest.mark.parametrize("value", [5, None, [], ["a", "b"], {"a": 1}, "\ud800", True, 1.5, 10**40])
def test_an_answer_in_json_is_no_answer(
    app: Flask, pupil: Browser, school: School, value: object
) -> None:
    attempt = f"/attempts/{school.attempt_id}"
    token = token_of(pupil, f"{attempt}/sections/1")
    for position in range(1, len(school.versions) + 1):
        for name in ("answer", "answer-1", "key", "sequence"):
            sent = pupil.client.post(
                f"{attempt}/questions/{position}",
                json={"key": "k", "sequence": 9, name: value},
                headers={"X-CSRFToken": token},
            )
            assert sent.status_code == 422
    assert points(app, school) == {}


def test_a_file_is_no_answer(app: Flask, pupil: Browser, school: School) -> None:
    attempt = f"/attempts/{school.attempt_id}"
    token = token_of(pupil, f"{attempt}/sections/1")
    for position in range(1, len(school.versions) + 1):
        for name in ("answer", "answer-1", "key", "sequence"):
            fields: dict[str, Any] = {"csrf_token": token, "key": "k", "sequence": "9"}
            fields[name] = (BytesIO(b"x"), "a.txt")
            sent = pupil.client.post(
                f"{attempt}/questions/{position}", data=fields, content_type="multipart/form-data"
            )
            assert sent.status_code == 422
    assert points(app, school) == {}


@pytest.mark.parametrize(
    "origin", ["http://[::1", "https://localhost", "http://localhost@evil.example", "//localhost"]
)
def test_odd_origins_are_other_sites(browser: Callable[[], Browser], origin: str) -> None:
    new = browser()
    fields = {"csrf_token": token_of(new, "/back"), "phrase": "a b c d"}
    assert new.client.post("/back", data=fields, headers={"Origin": origin}).status_code == 403


@pytest.mark.parametrize("due", ["0001-01-01T00:00", "9999-12-31T23:59", "1999-12-31T23:59"])
def test_a_due_date_is_of_this_century(teacher: Browser, school: School, due: str) -> None:
    page = f"/classes/{school.class_id}/assign"
    rules = {"quiz": str(school.quiz_id), "feedback": "after the due date"}
    sent = teacher.send(page, attempts_allowed="1", due_at=due, **rules)
    assert sent.status_code == 422
    assert "Choose a date of this century." in sent.text


def token_of(browser: Browser, page: str) -> str:
    """A token for forms, from *page*."""
    return browser.get(page).text.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
