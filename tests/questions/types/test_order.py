"""Put in order."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from questions.question import InvalidQuestion
from questions.types._fields import PickField
from questions.types.order import Order
from tests.questions.rendering import ask
from tests.questions.samples import sample

EXAMPLE = sample(Order)
FOUR = replace(EXAMPLE, items=("a", "b", "c", "d"))


@pytest.mark.parametrize(
    ("answer", "points"),
    [("abcd", 1), ("bcda", 2 / 3), ("cdab", 2 / 3), ("abdc", 1 / 3), ("dcba", 0), ("badc", 0)],
)
def test_neighbours_that_stand_right_count(answer: str, points: float) -> None:
    assert FOUR.grade(list(answer)).points == points


@given(st.permutations(FOUR.items))
def test_only_the_right_order_earns_everything(answer: list[str]) -> None:
    points = FOUR.grade(answer).points
    assert points is not None
    assert 0 <= points <= 1
    assert (points == 1) == (answer == list(FOUR.items))
    strict = replace(FOUR, scoring="all_or_nothing")
    assert strict.grade(answer).points == float(answer == list(FOUR.items))


@given(st.permutations(FOUR.items))
def test_the_review_shows_a_tick_for_each_pair_that_earns_points(answer: list[str]) -> None:
    whole, *pairs = FOUR.review(answer)
    grade = FOUR.grade(answer)
    assert [line.state == "right" for line in pairs] == [part == 1 for part in grade.parts]
    assert sum(line.state == "right" for line in pairs) / len(pairs) == grade.points
    expected = "right" if grade.points == 1 else "plain" if grade.points else "wrong"
    assert whole.state == expected


def test_the_review_says_what_was_put_after_what() -> None:
    whole, *pairs = FOUR.review(list("badc"))
    assert (whole.given, whole.best) == ("b → a → d → c", "a → b → c → d")
    assert [(line.text, line.given, line.best) for line in pairs] == [
        ("a → …", "d", "b"),
        ("b → …", "a", "c"),
        ("c → …", "–", "d"),
    ]
    assert [line.state for line in FOUR.review(None)] == ["plain"] * 4


def test_every_order_can_be_given() -> None:
    for order in permutations("1234"):
        sent = {f"answer-{n}": position for n, position in enumerate(order, 1)}
        form, field = ask(FOUR, MultiDict(sent))
        assert form.validate()
        assert isinstance(field, PickField)
        shown = [part.part.text for part in field.inputs]
        assert [field.data[int(position) - 1] for position in order] == shown


@pytest.mark.parametrize("positions", ["1123", "1111", "0123", "1235", "123"])
def test_positions_must_be_given_once_each(positions: str) -> None:
    sent = {f"answer-{n}": position for n, position in enumerate(positions, 1)}
    form, _ = ask(FOUR, MultiDict(sent))
    assert not form.validate()


@pytest.mark.parametrize("items", [(), ("a",), ("a", "a")])
def test_items_must_differ(items: tuple[str, ...]) -> None:
    with pytest.raises(InvalidQuestion, match="items: must be at least two, all different"):
        replace(EXAMPLE, items=items)
