"""Tick every answer that is right."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.question import InvalidQuestion
from questions.types.multiple_response import MultipleResponse
from tests.questions.samples import sample

EXAMPLE = sample(MultipleResponse)
FIRST, SECOND, THIRD, FOURTH = EXAMPLE.options
TICKS = st.lists(st.sampled_from(EXAMPLE.options), min_size=1, unique=True)


@pytest.mark.parametrize(
    ("ticks", "points"),
    [
        ([FIRST], 0.5),
        ([FIRST, SECOND], 1),
        ([FIRST, SECOND, THIRD], 0.5),
        ([FIRST, SECOND, THIRD, FOURTH], 0),
        ([FIRST, THIRD], 0),
        ([THIRD, FOURTH], 0),
    ],
)
def test_a_wrong_tick_takes_away_what_a_right_one_adds(ticks: list[str], points: float) -> None:
    assert EXAMPLE.grade(ticks).points == points


@given(TICKS)
def test_points_lie_between_none_and_all(ticks: list[str]) -> None:
    points = EXAMPLE.grade(ticks).points
    assert points is not None
    assert 0 <= points <= 1
    assert (points == 1) == (set(ticks) == set(EXAMPLE.key))


@given(TICKS)
def test_all_or_nothing(ticks: list[str]) -> None:
    strict = replace(EXAMPLE, scoring="all_or_nothing")
    assert strict.grade(ticks).points == float(set(ticks) == set(EXAMPLE.key))


@given(TICKS)
def test_the_order_of_ticks_does_not_matter(ticks: list[str]) -> None:
    assert EXAMPLE.grade(ticks) == EXAMPLE.grade(ticks[::-1])
    assert EXAMPLE.describe(ticks) == EXAMPLE.describe(ticks[::-1])


@pytest.mark.parametrize("key", [(), EXAMPLE.options, ("elsewhere",), (FIRST, FIRST)])
def test_key_must_be_some_of_the_options(key: tuple[str, ...]) -> None:
    with pytest.raises(InvalidQuestion, match="key: must"):
        replace(EXAMPLE, key=key)
