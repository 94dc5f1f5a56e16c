"""One element of a statement is changed, and nothing where that would not make it wrong."""

import pytest

from questions.recipes.careful_change import changes, days_of, figures_of


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("prices would rise by spring", "prices would fall by spring"),
        ("the village won the case", "the village lost the case"),
        ("more than 40 people had come", "fewer than 40 people had come"),
        ("two of the pillars had cracks", "four of the pillars had cracks"),
        ("the bridge will open in May", "the bridge will not open in May"),
        ("the bridge was not safe", "the bridge was safe"),
        ("the council has paid for the work", "the council has not paid for the work"),
    ],
)
def test_changes_one_element(text: str, changed: str) -> None:
    assert changed in [change.text for change in changes(text, [])]


def test_says_what_was_changed() -> None:
    change = next(changes("prices would rise by spring", []))
    assert (change.was, change.now) == ("rise", "fall")


def test_puts_another_figure_of_the_kind_in_its_place() -> None:
    figures = ["22 shops", *figures_of("14 pillars cost $900 in 2019, or 31% more.")]
    changed = [change.text for change in changes("the detour adds 35 minutes", figures)]
    assert changed == ["the detour adds 14 minutes"]


def test_puts_no_figure_in_that_one_sees_to_be_wrong() -> None:
    assert [c.text for c in changes("the town has paid since 2019", ["1931"])] == []
    assert [c.text for c in changes("the detour adds 35 minutes", ["340"])] == []


def test_puts_another_day_of_the_article_in_its_place() -> None:
    days = days_of("It was shut on Sunday, 3 May, and again on Tuesday.")
    changed = [change.text for change in changes("the shop opened on Friday", [], days)]
    assert changed == ["the shop opened on Sunday"]


@pytest.mark.parametrize(
    "text",
    [
        "the council has a plan for the road",
        "not every driver was told",
        "nobody would be unable to pay",
        "the river rises in the hills that it was said to have left to nature",
        "the plan which the mayor has is old",
        "between three and four boats came",
        "it “was safe” for the boats",
    ],
)
def test_leaves_alone_what_would_not_surely_be_wrong(text: str) -> None:
    assert [change.text for change in changes(text, ["40"]) if "not" in change.now] == []


def test_a_verb_that_describes_a_noun_stays_as_it_is() -> None:
    assert list(changes("trees grew there before the accepted date", [])) == []
    (change,) = changes("nearly everybody accepted the date", [])
    assert change.now == "rejected"
