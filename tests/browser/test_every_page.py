"""Every page for everybody: axe finds nothing, nothing scrolls sideways, targets are large."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page

from quizapp.usecases import accounts
from tests.browser.conftest import backstage, complaints, sign_in
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import School

SMALL = """[...document.querySelectorAll("a, button, select, input:not([type=hidden]), textarea")]
  .map((e) => [e, (e.closest("label.option") ?? e).getBoundingClientRect()])
  .filter(([e, box]) => box.width > 0 && box.height < 43.9)
  .filter(([e]) => getComputedStyle(e).display !== "inline" && !e.matches(".skip"))
  .map(([e]) => e.outerHTML.slice(0, 120))"""

every_look = pytest.mark.parametrize(
    ("width", "dark"),
    [(1360, False), (1360, True), (390, False), (390, True), (680, False)],  # 680: zoomed to 200 %
    ids=lambda value: {True: "dark", False: "light"}.get(value, str(value)),
)


def look_at(page: Page, *addresses: str) -> None:
    """Fail with all that is wrong on these pages, not only with the first of it."""
    found = {}
    for address in addresses:
        page.goto(address)
        found[address] = complaints(page) + page.evaluate(SMALL)
    assert found == {address: [] for address in addresses}


@every_look
def test_doors(
    open_page: Callable[..., Page], site: tuple[Flask, str], *, width: int, dark: bool
) -> None:
    token = backstage(site[0], accounts.invite_teacher)
    page = open_page(width, dark=dark)
    look_at(page, "/join", "/back", "/sign-in", f"/welcome/{token}", "/nowhere", "/reading-options")


@every_look
def test_pupils_pages(
    open_page: Callable[..., Page], school: School, *, width: int, dark: bool
) -> None:
    page = open_page(width, dark=dark)
    page.goto(f"/join/{school.code}")
    page.get_by_label("Your name").fill(f"Looks {width} {dark}")
    page.get_by_role("button", name="Start reading").click()
    assert complaints(page) == []
    page.locator("li form button").first.click()
    attempt = page.url.split("/sections")[0]
    kinds = newspaper.pack().ids
    questions = [f"{attempt}/questions/{number}" for number in range(1, len(kinds) + 1)]
    look_at(page, "/me", f"{attempt}/sections/1", *questions, f"{attempt}/hand-in")
    page.goto(questions[school.position("choice") - 1])
    page.get_by_label(newspaper.CHOICE_KEY).click()
    page.locator("#send").click()
    page.locator("#verdict").wait_for()
    assert complaints(page) == []
    page.goto(f"{attempt}/hand-in")
    page.get_by_role("button", name="Hand in").click()
    look_at(page, f"{attempt}/result", *questions)


@every_look
def test_teachers_pages(
    open_page: Callable[..., Page], school: School, *, width: int, dark: bool
) -> None:
    page = open_page(width, dark=dark)
    sign_in(page, school)
    assignment = f"/assignments/{school.assignment_id}"
    look_at(
        page,
        "/classes",
        f"/classes/{school.class_id}",
        f"/classes/{school.class_id}/poster",
        f"/classes/{school.class_id}/assign",
        f"/classes/{school.class_id}/skills",
        f"/classes/{school.class_id}/skills/{school.pupil_id}",
        f"{assignment}/items",
        f"{assignment}?section=1",
        assignment,
        f"{assignment}/rules",
        f"{assignment}/live",
        f"{assignment}/projector",
        f"{assignment}/pupils/{school.pupil_id}/questions/3",
        f"{assignment}/pupils/{school.pupil_id}/questions/{school.position('open')}",
        f"/classes/{school.class_id}/pupils/{school.pupil_id}/phrase",
        "/library",
        f"/library/{school.article_id}",
        f"/library/{school.article_id}/build",
        f"/library/{school.article_id}/quizzes/{school.quiz_id}",
        "/me",  # not for teachers: an error, with their way on
    )
