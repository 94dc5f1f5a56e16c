"""The whole way in a real browser: a pupil answers, a teacher sees it; with and without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import WIDTHS, sign_in
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import School

every_way = pytest.mark.parametrize(
    ("width", "scripts"),
    [(width, scripts) for width in WIDTHS.values() for scripts in (True, False)],
    ids=lambda value: {True: "scripts", False: "no scripts"}.get(value, str(value)),
)


def join(page: Page, school: School, name: str) -> None:
    page.goto(f"/join/{school.code}")
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Start reading").click()
    page.get_by_role("button", name="I have kept them").click()
    page.get_by_role("button", name=re.compile("^Start")).click()


def open_question(page: Page) -> None:
    """On a phone the question is a sheet that has to be opened."""
    bar = page.locator(".sheet-bar")
    if bar.is_visible() and not page.locator("#question").is_visible():
        bar.click()


def answer(page: Page) -> None:
    """Give some answer to whatever is asked."""
    card = page.locator("#question")
    for kind in ("radio", "checkbox"):
        names = {i.get_attribute("name") for i in card.locator(f"input[type={kind}]").all()}
        for name in sorted(filter(None, names)):
            card.locator(f"label.option:has(input[name='{name}'])").first.click()
    for number, select in enumerate(card.locator("select:visible").all(), 1):
        select.select_option(index=number)
    for field in card.locator("input[type=text], textarea").all():
        field.fill("2019")
    card.locator("#send").click()
    expect(card.locator(".saved")).to_be_visible()


def cut_what_scripts_send(route: Route) -> None:
    """Lose what a script fetches; what the browser itself sends gets through."""
    if route.request.resource_type == "fetch":
        route.abort()
    else:
        route.continue_()


@every_way
def test_pupil_and_teacher(
    open_page: Callable[..., Page], school: School, *, width: int, scripts: bool
) -> None:
    name = f"Pupil {width} {'with' if scripts else 'without'}"
    page = open_page(width, scripts=scripts)
    join(page, school, name)
    expect(page.get_by_role("heading", level=1)).to_have_text("Bridge closed, market empty")
    page.wait_for_load_state()
    loads: list[str] = []
    page.on("load", lambda loaded: loads.append(loaded.url))
    for number in range(1, 10):
        expect(page.locator("#asked")).to_contain_text(f"Question {number} of 9")
        open_question(page)
        answer(page)
        if number == 3:
            expect(page.locator("mark.evidence").first).to_have_text("according to ")
        if number < 9:
            page.locator("#next").click()
    assert bool(loads) is not scripts
    page.get_by_role("link", name="Look it over and hand in").click()
    expect(page.locator("main")).to_contain_text("All 9 questions are answered and saved.")
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("of 9 points")
    score = page.get_by_role("heading", level=1).inner_text().split(" of ")[0]
    page.get_by_role("link", name="paragraph 3").last.click()
    expect(page.locator("#p-3")).to_be_in_viewport()

    desk = open_page(width, scripts=scripts)
    sign_in(desk, school)
    desk.get_by_role("link", name="9b").click()
    desk.get_by_role("link", name="All of them").click()
    row = desk.locator("tr", has=desk.get_by_role("rowheader", name=name))
    expect(row.locator(".total")).to_have_text(f"{score}/9")
    row.get_by_role("link").nth(school.position("open") - 1).click()
    desk.get_by_label("Partly").check()
    desk.get_by_role("button", name="Save the mark").click()
    expect(desk.locator("main")).to_contain_text("partly right")


def test_a_sheet_that_is_closed_keeps_what_was_chosen(
    open_page: Callable[..., Page], school: School
) -> None:
    page = open_page(WIDTHS["phone"])
    join(page, school, "Closes the sheet")
    open_question(page)
    page.locator("#question label.option").first.click()
    page.locator("#question .close").click()
    expect(page.locator("#question")).to_be_hidden()
    page.set_viewport_size({"width": WIDTHS["phone"], "height": 500})
    page.evaluate("scrollTo(0, 200)")
    open_question(page)
    expect(page.locator("#question input:checked")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#question")).to_be_hidden()
    assert page.evaluate("scrollY") == 200


def test_what_is_not_saved_is_there_again(open_page: Callable[..., Page], school: School) -> None:
    page = open_page(WIDTHS["desk"])
    join(page, school, "Comes and goes")
    attempt = page.url.split("/sections")[0]
    page.goto(f"{attempt}/questions/{school.position('short_text')}")
    page.get_by_label("Your answer").fill("in 2019")
    page.get_by_role("link", name=f"Question {school.position('choice')}", exact=True).click()
    expect(page.get_by_label(newspaper.CHOICE_KEY)).to_be_visible()
    expect(page.get_by_text("Not saved yet")).to_be_hidden()
    page.get_by_role("link", name=f"Question {school.position('short_text')}", exact=True).click()
    expect(page.get_by_label("Your answer")).to_have_value("in 2019")
    expect(page.get_by_text("Not saved yet")).to_be_visible()
    page.get_by_role("link", name="Reading options").click()
    page.get_by_role("button", name="Use these").click()
    expect(page.get_by_label("Your answer")).to_have_value("in 2019")
    page.get_by_label("Your answer").fill("2019")
    page.keyboard.press("Enter")
    expect(page.locator("#verdict")).to_be_focused()
    assert page.evaluate("sessionStorage.length") == 0


def test_an_order_is_there_again(open_page: Callable[..., Page], school: School) -> None:
    page = open_page(WIDTHS["desk"])
    join(page, school, "Orders and goes")
    attempt = page.url.split("/sections")[0]
    page.goto(f"{attempt}/questions/{school.position('order')}")
    page.locator("order-list li").nth(1).get_by_role("button").first.click()
    items = page.locator("order-list label").all_inner_texts()
    page.locator("#question .steps a:not([aria-current])").first.click()
    expect(page.locator("order-list")).to_have_count(0)
    page.evaluate("history.back()")
    expect(page.locator("order-list label")).to_have_text(items)


def test_a_refusal_says_why(open_page: Callable[..., Page], school: School) -> None:
    page = open_page(WIDTHS["desk"])
    join(page, school, "Forgets a part")
    attempt = page.url.split("/sections")[0]
    page.goto(f"{attempt}/questions/{school.position('match')}")
    page.locator("#question select").first.select_option(index=1)
    page.locator("#send").click()
    expect(page.locator("#said")).to_have_text("Not saved. Answer every part first.")
    expect(page.locator("#question select").nth(1)).to_be_focused()
    expect(page.locator("#question select").first).not_to_have_value("")


def test_a_sentence_is_picked_in_the_text(open_page: Callable[..., Page], school: School) -> None:
    page = open_page(WIDTHS["desk"])
    join(page, school, "Taps the text")
    attempt = page.url.split("/sections")[0]
    page.goto(f"{attempt}/questions/{school.position('select_text')}")
    page.locator(".sentence.offered").first.click()
    page.locator("#send").click()
    expect(page.locator("#verdict")).to_contain_text("That is right")
    expect(page.locator("#said")).to_contain_text("Saved.")
    page.locator("#next").click()
    expect(page.locator("#asked")).to_contain_text("Question 5 of 9")
    # Not page.go_back(): it waits for a page to load, and a step back here loads none.
    page.evaluate("history.back()")
    expect(page.locator("#asked")).to_contain_text("Question 4 of 9")
    expect(page.locator("#verdict")).to_contain_text("That is right")


def test_a_sentence_picked_on_a_phone_leads_to_the_answer(
    open_page: Callable[..., Page], school: School
) -> None:
    page = open_page(WIDTHS["phone"])
    join(page, school, "Taps on a phone")
    attempt = page.url.split("/sections")[0]
    page.goto(f"{attempt}/questions/{school.position('select_text')}")
    page.keyboard.press("Escape")
    expect(page.locator(".contents .now")).to_be_in_viewport(ratio=1)
    page.locator(".sentence.offered").first.click()
    page.get_by_role("link", name="Sentence picked – answer").click()
    page.locator("#send").click()
    expect(page.locator("#verdict")).to_be_focused()
    expect(page.locator("#next")).to_be_in_viewport()


def test_when_the_line_is_cut_the_form_is_posted_as_ever(
    open_page: Callable[..., Page], school: School
) -> None:
    page = open_page(WIDTHS["desk"])
    join(page, school, "Loses the line")
    attempt = page.url.split("/sections")[0]
    page.goto(f"{attempt}/questions/{school.position('choice')}")
    page.route("**/questions/*", cut_what_scripts_send)
    page.get_by_label(newspaper.CHOICE_KEY).click()
    page.locator("#send").click()
    expect(page.locator("#verdict")).to_contain_text("That is right")
