"""Marking in a row, putting a question right, objecting: every look, by keyboard, no scripts."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from quizapp.usecases import attempts, comments, objections
from quizapp.usecases.attempts import Submission
from tests.browser.conftest import backstage, sign_in
from tests.browser.test_every_page import every_look, look_at
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import School


@pytest.fixture(scope="module")
def answered(site: tuple[Flask, str], school: School) -> School:
    """Two pupils have answered two questions; one of them objects, and the teacher keeps a word."""
    wrong = newspaper.questions()["choice"].wrong_texts[0]

    def work() -> None:
        for number, pupil in enumerate((school.pupil_id, school.classmate_id)):
            attempt = attempts.start_attempt(pupil, school.assignment_id)
            for kind, said in (("open", f"Because of {number}."), ("choice", wrong)):
                given = Submission(school.position(kind), said, kind, number + len(kind))
                attempts.save_answer(pupil, attempt, given)
        attempt = attempts.start_attempt(school.pupil_id, school.assignment_id)
        objections.object_to(school.pupil_id, attempt, school.position("choice"), "Both say so.")
        comments.keep(1, "Say which words of the article tell you that.")

    backstage(site[0], work)
    return school


def addresses(school: School) -> tuple[str, str]:
    """Where the open answers are marked, and where the choice is put right."""
    assignment = f"/assignments/{school.assignment_id}"
    return (
        f"{assignment}/mark/{school.position('open')}",
        f"{assignment}/questions/{school.position('choice')}",
    )


@every_look
def test_pages(open_page: Callable[..., Page], answered: School, *, width: int, dark: bool) -> None:
    page = open_page(width, dark=dark)
    sign_in(page, answered)
    mark, choice = addresses(answered)
    kinds = newspaper.pack().ids
    others = [f"/assignments/{answered.assignment_id}/questions/{n + 1}" for n in range(len(kinds))]
    look_at(page, mark, "/objections", "/classes", f"{choice}?given=0", *others)


def test_a_mark_by_keyboard_and_a_kept_comment_by_a_click(
    open_page: Callable[..., Page], answered: School
) -> None:
    page = open_page(1360)
    sign_in(page, answered)
    page.goto(addresses(answered)[0])
    page.locator("#main").focus()
    page.keyboard.press("2")
    page.keyboard.press("n")
    page.keyboard.press("1")
    page.get_by_role("button", name="Say which words", exact=False).first.click()
    page.get_by_role("button", name="Save all").click()
    marks = page.locator(".marks :checked").evaluate_all("all => all.map((one) => one.value)")
    assert marks == ["2", "1"]
    said = page.locator("#answers textarea").evaluate_all("all => all.map((one) => one.value)")
    assert said == ["", "Say which words of the article tell you that."]


def test_a_question_is_put_right_without_scripts(
    open_page: Callable[..., Page], answered: School
) -> None:
    page = open_page(390, scripts=False)
    sign_in(page, answered)
    page.goto("/objections")
    page.get_by_role("link", name="Put the question right").click()
    page.get_by_role("link", name=re.compile("Accept it, too")).click()
    form = page.locator("#key")
    form.get_by_label("Why", exact=True).fill("The text allows both.")
    form.get_by_label(re.compile("why both")).fill("Both say so.")
    form.get_by_role("button").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 scores change")
    page.get_by_role("button", name="Do it").click()
    expect(page.locator(".steps-done")).to_contain_text("2 answers got other points")
    page.get_by_role("button", name=re.compile("Undo")).click()
    expect(page.locator(".steps-done")).to_contain_text("undone since")
