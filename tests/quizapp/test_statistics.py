"""The arithmetic agrees with other ways to compute the same, and says nothing where it cannot."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp import statistics

TABLES = st.integers(3, 12).flatmap(
    lambda pupils: st.integers(2, 6).flatmap(
        lambda items: st.lists(
            st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=items, max_size=items),
            min_size=pupils,
            max_size=pupils,
        )
    )
)


@given(TABLES)
def test_discrimination_is_what_numpy_says_of_item_and_rest(table: list[list[float]]) -> None:
    array = np.array(table)
    item, rest = array[:, 0], array[:, 1:].sum(axis=1)
    found = statistics.discrimination([row[0] for row in table], [sum(row) for row in table])
    if item.std() < 1e-9 or rest.std() < 1e-9:
        assert found is None
    else:
        assert found == pytest.approx(np.corrcoef(item, rest)[0, 1])


@given(TABLES)
def test_alpha_follows_from_the_covariances(table: list[list[float]]) -> None:
    covariances = np.cov(np.array(table), rowvar=False)
    whole, items = covariances.sum(), len(table[0])
    found = statistics.alpha(table)
    if abs(whole) < 1e-9:
        assert found is None
    else:
        between = (whole - np.trace(covariances)) / (items * (items - 1))
        assert found == pytest.approx(between / (whole / items**2))


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_lies_just_so_many_standard_errors_from_its_bounds(pair: tuple[int, int]) -> None:
    successes, n = pair
    interval = statistics.share_interval(successes, n, z=1.96)
    assert interval is not None
    for bound in interval:
        # Each bound is a share from which what was seen is exactly 1.96 standard errors away.
        away = abs(successes / n - bound)
        assert away == pytest.approx(1.96 * (bound * (1 - bound) / n) ** 0.5, abs=1e-6)


def test_a_correlation_of_many_pairs_is_more_certain() -> None:
    few, many = (statistics.correlation_interval(0.5, n) for n in (12, 120))
    assert few is not None
    assert many is not None
    assert few[0] < many[0] < 0.5 < many[1] < few[1]
    rng = np.random.default_rng(1)
    pairs = rng.multivariate_normal([0, 0], [[1, 0.5], [0.5, 1]], size=(2000, 28))
    seen = [np.corrcoef(sample, rowvar=False)[0, 1] for sample in pairs]
    interval = statistics.correlation_interval(0.5, 28)
    assert interval == pytest.approx(np.quantile(seen, [0.05, 0.95]), abs=0.03)


@given(st.integers(0, 6), st.integers(0, 6))
def test_the_sign_test_counts_every_way(first: int, second: int) -> None:
    throws = first + second
    ways = sum(coins.bit_count() >= first for coins in range(1 << throws))
    assert statistics.more_often(first, second) == float(Fraction(ways, 1 << throws))


def test_few_pupils_tell_nothing() -> None:
    assert statistics.facility([]) is None
    assert statistics.discrimination([1.0, 0.0], [2.0, 0.0]) is None
    assert statistics.discrimination([1.0] * 5, [3.0, 2.0, 1.0, 0.0, 4.0]) is None
    assert statistics.alpha([[1.0, 0.0], [0.0, 1.0]]) is None
    assert statistics.share_interval(0, 0) is None
    assert statistics.correlation_interval(0.9, 3) is None
