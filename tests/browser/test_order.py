"""The buttons that put things in order, by touch and from the keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from questions.types.order import Order
from tests.questions.rendering import ask, page
from tests.questions.samples import sample

STATIC = Path(__file__).resolve().parents[2] / "quizapp" / "static"
MAYOR, ENGINEER, REPORTER = "The mayor", "The engineer", "The reporter"


@pytest.fixture
def open_question(chromium: Browser) -> Iterator[Page]:
    """The question on a phone, with its script; the mayor stands first."""
    question = sample(Order)
    context = chromium.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    shown = context.new_page()
    styles = [
        f"<style>{(STATIC / name).read_text()}</style>" for name in ("site.css", "questions.css")
    ]
    shown.set_content(f"{''.join(styles)}<form>{page(question, ask(question)[1])}</form>")
    shown.add_script_tag(content=(STATIC / "order.js").read_text(), type="module")
    shown.wait_for_selector("order-list.ready")
    assert order(shown) == [MAYOR, ENGINEER, REPORTER]
    yield shown
    context.close()


def order(shown: Page) -> list[str]:
    """The items as they stand, which is also what the form sends."""
    items = shown.locator("order-list li")
    chosen = [item.locator("select").input_value() for item in items.all()]
    assert chosen == [str(number) for number in range(1, len(chosen) + 1)]
    return items.locator("label").all_text_contents()


def test_a_tap_moves_an_item(open_question: Page) -> None:
    button = open_question.get_by_role("button", name=f"Move down: {MAYOR}")
    size = button.bounding_box()
    assert size is not None
    assert min(size["width"], size["height"]) >= 44
    button.tap()
    assert order(open_question) == [ENGINEER, MAYOR, REPORTER]
    open_question.get_by_role("button", name=f"Move up: {REPORTER}").tap()
    assert order(open_question) == [ENGINEER, REPORTER, MAYOR]


def test_the_button_keeps_the_focus_and_the_place_is_announced(open_question: Page) -> None:
    button = open_question.get_by_role("button", name=f"Move down: {MAYOR}")
    button.focus()
    for key in ("Enter", "Space", "Enter"):  # the last one finds the item at the end
        open_question.keyboard.press(key)
    assert order(open_question) == [ENGINEER, REPORTER, MAYOR]
    assert open_question.get_by_role("status").text_content() == f"{MAYOR}: now number 3 of 3"
    assert button.get_attribute("aria-disabled") == "true"
    open_question.keyboard.press("ArrowUp")
    assert order(open_question) == [ENGINEER, MAYOR, REPORTER]
    assert button.evaluate("button => button === document.activeElement")
