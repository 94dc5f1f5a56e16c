"""A class at work in real browsers: time that runs out, a board that keeps up, a quiz built."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from quizapp import clock, db
from quizapp.models import Attempt, Feedback
from quizapp.store import classes as class_store
from quizapp.usecases import assignments, attempts, classes
from quizapp.usecases.assignments import Rules
from quizapp.usecases.attempts import Submission
from tests.browser.conftest import WIDTHS, backstage, complaints, sign_in
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import School, open_school

Site = tuple[Flask, str]


@pytest.fixture(scope="module")
def timed(site: Site) -> School:
    """A school whose quiz has a time limit of ten minutes."""

    def make() -> School:
        school = open_school("Ms Time", slug="time")
        number = next(
            n
            for n in range(1, 20)
            if any(c.id == school.class_id for c in class_store.home(db.reading(), n))
        )
        rules = Rules(Feedback.AFTER_HANDING_IN, minutes=10)
        (given,) = assignments.assign(number, school.quiz_id, [school.class_id], rules)
        return School(**(vars(school) | {"assignment_id": given}))

    return backstage(site[0], make)


@pytest.fixture
def begun(site: Site, timed: School) -> tuple[str, int]:
    """The four words of a new pupil who has begun, and the attempt."""

    def make() -> tuple[str, int]:
        joined = classes.join_class(timed.code, f"Pupil {clock.now():%M%S%f}")
        return joined.phrase, attempts.start_attempt(joined.pupil_id, timed.assignment_id)

    return backstage(site[0], make)


def come_back(page: Page, phrase: str) -> None:
    page.goto("/back")
    page.get_by_label("Your four words").fill(phrase)
    page.get_by_role("button", name="Go on").click()


def leave(site: Site, attempt: int, seconds: float) -> None:
    """Let the attempt have so many seconds left."""

    def shorten() -> None:
        with db.writing() as session:
            row = session.get_one(Attempt, attempt)
            row.ends_at = clock.now() + timedelta(seconds=seconds)

    backstage(site[0], shorten)


@pytest.mark.parametrize("width", WIDTHS.values())
def test_the_time_is_counted_down_and_said(
    open_page: Callable[..., Page], site: Site, begun: tuple[str, int], width: int
) -> None:
    phrase, attempt = begun
    page = open_page(width)
    come_back(page, phrase)
    page.goto(f"/attempts/{attempt}/sections/1")
    expect(page.locator("#until")).to_contain_text("until")
    expect(page.locator("#until strong")).to_have_text("10 min left")
    assert complaints(page) == []
    leave(site, attempt, 62)
    page.reload()
    expect(page.locator("#said")).to_have_text(
        "One minute left. Save the answer you are working on."
    )
    expect(page.locator("#until")).to_contain_text("s left")
    expect(page.locator("#until")).to_be_in_viewport()
    leave(site, attempt, 2)
    page.reload()
    expect(page.locator("#said")).to_have_text("Time is up. What you have saved is handed in.")
    leave(site, attempt, -11)
    page.reload()
    expect(page.locator("#until")).to_be_hidden()
    expect(page.get_by_role("link", name="My result").first).to_be_visible()


def test_without_scripts_the_time_stands_there_and_the_server_keeps_it(
    open_page: Callable[..., Page], site: Site, begun: tuple[str, int], timed: School
) -> None:
    phrase, attempt = begun
    page = open_page(WIDTHS["desk"], scripts=False)
    come_back(page, phrase)
    page.goto(f"/attempts/{attempt}/questions/{timed.position('choice')}")
    expect(page.locator("#until")).to_contain_text("until")
    leave(site, attempt, -5)
    page.get_by_label(newspaper.CHOICE_KEY).check()
    page.locator("#send").click()
    expect(page.locator(".saved.yes")).to_be_visible()
    leave(site, attempt, -11)
    page.get_by_label(newspaper.CHOICE_OTHERS[0]).check()
    page.locator("#send").click()
    expect(page.locator("#told")).to_have_text(
        "Your time is up. What you had saved by then is handed in."
    )
    page.goto("/me")
    expect(page.locator("main")).to_contain_text("Try 1: 1 of 9 points")


def test_the_board_keeps_up_by_itself(
    open_page: Callable[..., Page], site: Site, school: School
) -> None:
    page = open_page(WIDTHS["desk"])
    sign_in(page, school)
    page.goto(f"/assignments/{school.assignment_id}/live")
    row = page.locator("tr", has=page.get_by_role("rowheader", name="Amina"))
    expect(row).to_contain_text("none yet")

    def answer() -> None:
        submission = Submission(school.position("choice"), newspaper.CHOICE_KEY, "live", 1)
        attempts.save_answer(school.pupil_id, school.attempt_id, submission)

    backstage(site[0], answer)
    expect(row).to_contain_text("1 of 9")
    backstage(site[0], lambda: attempts.hand_in(school.pupil_id, school.attempt_id))
    expect(row).to_contain_text("handed in")


def test_where_no_stream_is_free_the_page_asks_by_itself(
    open_page: Callable[..., Page], site: Site, school: School
) -> None:
    page = open_page(WIDTHS["desk"])
    page.clock.install()
    page.route("**/live/stream", lambda route: route.fulfill(status=503))
    sign_in(page, school)
    page.goto(f"/assignments/{school.assignment_id}/live")
    row = page.locator("tr", has=page.get_by_role("rowheader", name="Ben"))
    expect(row).to_contain_text("not started")
    backstage(site[0], lambda: attempts.start_attempt(school.classmate_id, school.assignment_id))
    page.clock.run_for(11_000)
    expect(row).to_contain_text("working")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_quiz_is_built_and_given(
    open_page: Callable[..., Page], school: School, *, scripts: bool
) -> None:
    page = open_page(WIDTHS["desk"], scripts=scripts)
    sign_in(page, school)
    page.goto(f"/library/{school.article_id}")
    page.get_by_role("link", name="Build a quiz for a class").click()
    prompts = page.locator(".proposal .prompt").all_inner_texts()
    page.get_by_role("button", name="Later").first.click()
    moved = page.locator(".proposal .prompt").all_inner_texts()
    assert moved == [prompts[1], prompts[0], *prompts[2:]]
    page.get_by_role("button", name="Leave out").first.click()
    assert page.locator(".proposal .prompt").all_inner_texts() == moved[1:]
    page.get_by_role("button", name="Publish and assign").click()
    expect(page.locator(".notice")).to_contain_text("Assigned.")
