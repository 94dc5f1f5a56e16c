"""A teacher reviews by keyboard and without scripts, edits with the pupil's view, and corrects."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from quizapp import db, models
from quizapp.models import Status
from quizapp.store import library as store
from quizapp.usecases import library
from tests.browser.conftest import backstage, sign_in
from tests.browser.test_every_page import every_look, look_at
from tests.quizapp.school import generated
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import School, open_school

TEACHER = "Ms Brandt"


@pytest.fixture(scope="module")
def school(site: tuple[Flask, str]) -> School:
    """A school whose article is the teacher's own."""
    return backstage(site[0], lambda: open_school(TEACHER, own=True, slug="brandt"))


@pytest.fixture
def suggested(site: tuple[Flask, str], school: School) -> int:
    """A fresh article of the teacher's with four suggestions, each decided in its own paragraph."""

    def add() -> int:
        owner = db.reading().get_one(models.Article, school.article_id).teacher_id
        count = len(store.articles(db.reading(), owner or 0))
        evidence = [
            newspaper.quote(1, "has been closed since Monday"),
            newspaper.quote(2, "said Ada Okafor"),
            newspaper.quote(3, "last inspected in 2019"),
            newspaper.quote(5, "Okafor does not believe it."),
        ]
        pool = [
            replace(question, evidence=(words,), confidence=0.93)
            for question, words in zip(generated(4), evidence, strict=True)
        ]
        return library.add_pack(
            newspaper.pack(f"fresh-{count}"), pool, newspaper.claims(), teacher_id=owner
        )

    return backstage(site[0], add)


def statuses(site: tuple[Flask, str], article_id: int) -> list[Status]:
    def read() -> list[Status]:
        found = {each.slug: each for each in store.questions(db.reading(), article_id)}
        return [found[f"generated-{number}"].status for number in range(1, 5)]

    return backstage(site[0], read)


def lit(page: Page) -> str:
    """The words that are lit up in the text."""
    return "".join(page.locator("#review-text .evidence").all_text_contents())


@pytest.mark.parametrize("width", [1360, 390])
def test_a_review_by_keyboard(
    open_page: Callable[..., Page],
    site: tuple[Flask, str],
    school: School,
    suggested: int,
    width: int,
) -> None:
    page = open_page(width)
    sign_in(page, school)
    page.goto(f"/library/{suggested}/review")
    first, second, third, fourth = (
        page.locator(".suggestion").nth(n).get_attribute("id") or "" for n in range(4)
    )
    page.get_by_role("button", name="Begin with the first question").press("Enter")
    expect(page.locator(f"#{first}")).to_be_focused()
    assert lit(page) == "has been closed since Monday"
    page.keyboard.press("j")
    assert lit(page) == "said Ada Okafor"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("k")
    expect(page.locator(f"#{second}")).to_be_focused()
    expect(page.locator(f"#{first}")).to_have_count(0)
    expect(page.get_by_text("10 kept")).to_be_visible()
    assert lit(page) == "said Ada Okafor"
    page.keyboard.press("d")
    expect(page.locator(f"#{third}")).to_be_focused()
    page.keyboard.press("a")
    expect(page.locator(f"#{fourth}")).to_be_focused()
    expect(page.get_by_text("Dropped. This one is like it.").first).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_text("There is no other question like this one left.").first).to_be_visible()
    expect(page.locator(f"#{fourth}")).to_be_focused()
    page.keyboard.press("e")
    expect(page.get_by_role("heading", name="Edit the question")).to_be_visible()
    assert statuses(site, suggested) == [
        Status.KEPT, Status.DROPPED, Status.DROPPED, Status.READY,
    ]  # fmt: skip


def test_a_review_without_scripts(
    open_page: Callable[..., Page], site: tuple[Flask, str], school: School, suggested: int
) -> None:
    page = open_page(1360, scripts=False)
    sign_in(page, school)
    page.goto(f"/library/{suggested}/review")
    expect(page.get_by_text("With the keyboard:")).to_be_hidden()
    first = page.locator(".suggestion").first.get_attribute("id")
    page.locator(f"#{first}").get_by_role("button", name="Keep").click()
    expect(page.locator(f"#{first}")).to_have_count(0)
    assert lit(page) == "said Ada Okafor"  # what decides the next one
    page.locator(".suggestion").first.get_by_role("button", name="Drop").click()
    page.get_by_role("button", name="Keep all 2 that need no review").click()
    expect(page.get_by_text("You have decided about every question.")).to_be_visible()
    assert statuses(site, suggested) == [
        Status.KEPT, Status.DROPPED, Status.KEPT, Status.KEPT,
    ]  # fmt: skip


@pytest.mark.parametrize("scripts", [True, False])
def test_an_edit_with_the_pupils_view_before_it_is_saved(
    open_page: Callable[..., Page], school: School, suggested: int, *, scripts: bool
) -> None:
    page = open_page(1360, scripts=scripts)
    sign_in(page, school)
    page.goto(f"/library/{suggested}/review")
    page.locator(".suggestion").first.get_by_role("link", name="Edit").click()
    page.get_by_label("Question", exact=True).fill("Whose words are these?")
    page.get_by_role("textbox", name="Options 4").fill("Nobody’s")
    page.get_by_role("button", name="Look at it as a pupil").click()
    preview = page.locator(".asked-as")
    expect(preview.get_by_role("group", name="Whose words are these?")).to_be_visible()
    expect(preview.get_by_label("Nobody’s")).to_be_visible()
    page.get_by_label("Question", exact=True).fill("")
    page.get_by_role("button", name="Save and keep").click()
    expect(page.get_by_text("Write something here.")).to_be_visible()
    page.get_by_label("Question", exact=True).fill("Whose words are these, then?")
    page.get_by_role("button", name="Save and keep").click()
    expect(page.get_by_text("Saved. The question is kept.")).to_be_visible()
    page.goto(f"/library/{suggested}/review?status=kept")
    expect(page.get_by_text("Whose words are these, then?")).to_be_visible()


def test_enter_in_the_headline_saves_the_text_and_moves_nothing(
    open_page: Callable[..., Page], school: School, suggested: int
) -> None:
    page = open_page(390)
    sign_in(page, school)
    page.goto(f"/library/{suggested}/text")
    page.get_by_label("Headline").fill("Ferry instead of bridge")
    page.get_by_label("Headline").press("Enter")
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    expect(page.get_by_label("Headline")).to_have_value("Ferry instead of bridge")
    expect(page.get_by_role("textbox", name="Section 1")).to_have_value("The bridge closes")
    page.get_by_role("button", name=re.compile("move down.*The bridge closes")).click()
    expect(page.get_by_role("textbox", name="Section 2")).to_have_value("The bridge closes")


@every_look
def test_the_pages_of_an_article(
    open_page: Callable[..., Page],
    site: tuple[Flask, str],
    school: School,
    suggested: int,
    *,
    width: int,
    dark: bool,
) -> None:
    page = open_page(width, dark=dark)
    sign_in(page, school)
    asked = backstage(site[0], lambda: store.questions(db.reading(), suggested))
    article = f"/library/{suggested}"
    look_at(
        page,
        article,
        f"{article}/review",
        f"{article}/review?status=all&at={asked[0].id}",
        f"{article}/questions/new",
        *(f"{article}/questions/{each.id}" for each in asked if each.question.recipe is None),
        f"{article}/questions/{asked[0].id}/versions",
        f"{article}/text",
        f"{article}/sources",
        "/library/questions",
        f"/library/questions?article={suggested}",
    )
