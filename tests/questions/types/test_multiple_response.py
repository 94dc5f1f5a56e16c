"""Tick every answer that is right."""

from dataclasses import replace
from itertools import combinations
from statistics import fmean
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.question import InvalidQuestion
from questions.types._options import Scoring
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


def with_options(number: int, right: int, scoring: Scoring) -> MultipleResponse:
    """A question with this *number* of options, the first of them *right*."""
    options = tuple(f"Option {place}" for place in range(number))
    return replace(EXAMPLE, options=options, key=options[:right], scoring=scoring)


@pytest.mark.parametrize("scoring", ["partial", "all_or_nothing"])
@pytest.mark.parametrize(("number", "right"), [(2, 1), (4, 3), (5, 2), (7, 1)])
def test_chance_is_the_mean_over_all_ways_to_tick(
    number: int, right: int, scoring: Scoring
) -> None:
    question = with_options(number, right, scoring)
    ways = [
        question.grade(list(ticked)).points or 0.0
        for size in range(1, number + 1)
        for ticked in combinations(question.options, size)
    ]
    assert question.chance == pytest.approx(fmean(ways))


def test_chance_is_quick_to_tell_for_many_options() -> None:
    began = perf_counter()
    assert with_options(20, 5, "all_or_nothing").chance == pytest.approx(1 / (2**20 - 1))
    assert 0 < with_options(20, 10, "partial").chance < 0.2
    assert perf_counter() - began < 0.1


@pytest.mark.parametrize("key", [(), EXAMPLE.options, ("elsewhere",), (FIRST, FIRST)])
def test_key_must_be_some_of_the_options(key: tuple[str, ...]) -> None:
    with pytest.raises(InvalidQuestion, match="key: must"):
        replace(EXAMPLE, key=key)
