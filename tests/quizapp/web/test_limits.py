"""Limits stop guessing, and shut out nobody who has not guessed."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from limits import parse

from quizapp.usecases import passwords
from quizapp.web import limits
from tests.quizapp.web.conftest import PASSWORD, Browser, School


def test_wrong_passwords_are_counted_per_account_and_address(
    browser: Callable[[], Browser], school: School
) -> None:
    for _ in range(10):
        wrong = browser().send("/sign-in", name=school.teacher.upper(), password="a wrong one")
        assert wrong.status_code == 422
    assert browser().client.get("/sign-in").status_code == 200
    limited = browser().send("/sign-in", name=school.teacher, password=PASSWORD)
    assert limited.status_code == 429
    assert "Wait a quarter of an hour" in limited.text
    assert browser().send("/sign-in", name="Mr Lee", password=PASSWORD).status_code == 422
    elsewhere = browser()
    elsewhere.client.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    signed_in = elsewhere.send("/sign-in", name=school.teacher, password=PASSWORD)
    assert signed_in.status_code == 303


def test_no_spelling_of_a_name_gets_more_tries(
    browser: Callable[[], Browser], school: School
) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in school.teacher)
    spellings = (school.teacher, wide, f"{school.teacher[:4]}\u200d{school.teacher[4:]}")
    for number in range(10):
        name = spellings[number % len(spellings)]
        assert browser().send("/sign-in", name=name, password="a wrong one").status_code == 422
    for name in spellings:
        assert browser().send("/sign-in", name=name, password=PASSWORD).status_code == 429


def test_a_whole_class_may_join_at_once(browser: Callable[[], Browser], school: School) -> None:
    for number in range(40):
        assert browser().send("/join", code=school.code, name=f"P{number}").status_code == 303


def test_right_passwords_are_not_counted(browser: Callable[[], Browser], school: School) -> None:
    for _ in range(3):
        for _ in range(9):
            wrong = browser().send("/sign-in", name=school.teacher, password="a wrong one")
            assert wrong.status_code == 422
        right = browser().send("/sign-in", name=school.teacher, password=PASSWORD)
        assert right.status_code == 303


def test_passwords_from_everywhere_are_limited(
    browser: Callable[[], Browser], school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "WRONG_PASSWORDS", parse("12 per hour"))
    statuses = []
    for number in range(14):
        new = browser()
        new.client.environ_base["REMOTE_ADDR"] = f"192.0.2.{number}"
        sent = new.send("/sign-in", name=school.teacher, password="a wrong one")
        statuses.append(sent.status_code)
    assert statuses == [422] * 12 + [429] * 2


def test_guesses_at_once_are_no_more_than_guesses_in_a_row(
    browser: Callable[[], Browser], school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = []

    def slow(password: str, _: str | None) -> bool:
        looked_at.append(password)
        time.sleep(0.2)
        return False

    monkeypatch.setattr(passwords, "matches", slow)

    def guess(number: int) -> int:
        return browser().send("/sign-in", name=school.teacher, password=f"{number}").status_code

    with ThreadPoolExecutor(20) as pool:
        statuses = list(pool.map(guess, range(20)))
    assert len(looked_at) == 10
    assert sorted(statuses) == [422] * 10 + [429] * 10


def test_nobody_shuts_a_class_out(
    browser: Callable[[], Browser], school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "NEW_PUPILS", parse("3 per 10 minutes"))
    for _ in range(5):
        assert browser().send("/join", code=school.code, name="").status_code == 200
        assert browser().send("/join", code=school.code, name="Amina").status_code == 422
    for name in ("Chiara", "Dan", "Eve"):
        assert browser().send("/join", code=school.code, name=name).status_code == 303
    assert browser().send("/join", code=school.code.lower(), name="Fay").status_code == 429


def test_guesses_are_limited_where_no_class_gets_to(
    browser: Callable[[], Browser], school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert parse("3000 per 10 minutes") == limits.WRONG_GUESSES
    monkeypatch.setattr(limits, "WRONG_GUESSES", parse("4 per 10 minutes"))
    for _ in range(2):
        assert browser().send("/back", phrase="a b c d").status_code == 422
        assert browser().send("/back", phrase=school.phrase).status_code == 303
        assert browser().send("/join", code="AAAA-AAAA", name="Dan").status_code == 422
    assert browser().send("/back", phrase=school.phrase).status_code == 429
    assert browser().send("/join", code=school.code, name="Dan").status_code == 429
    elsewhere = browser()
    elsewhere.client.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    assert elsewhere.send("/back", phrase=school.phrase).status_code == 303


def test_what_is_counted_is_short(app: Flask, browser: Callable[[], Browser]) -> None:
    browser().send("/sign-in", name="n" * 40, password="a wrong one")
    browser().send("/join", code="A" * 20, name="Dan")
    kept = app.extensions["tries"].storage.storage
    assert kept
    assert all(len(key) < 150 for key in kept)
