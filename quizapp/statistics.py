"""What a class's points say about the questions: plain arithmetic over lists of numbers.

Points are floats from 0 to 1. Everything that few pupils cannot tell is None.

- Facility and item-rest correlation: A. Anastasi and S. Urbina, *Psychological Testing*, 7th ed.,
  1997, chapter 7; the rest is the total without the item itself.
- Cronbach's alpha: L. J. Cronbach, "Coefficient alpha", *Psychometrika* 16, 1951.
- Interval for a share: E. B. Wilson, *JASA* 22, 1927. Interval for a correlation: R. A. Fisher's z.
"""

import math
from collections.abc import Sequence
from statistics import fmean, variance

SURE = 1.6448536269514722
"""How many standard errors a flag stands off: the 95th percentile of the normal distribution."""

FEWEST = 3
"""With fewer pupils there is no correlation worth the name."""


def facility(points: Sequence[float]) -> float | None:
    """The mean of the points: the share right, where points are all or nothing."""
    return fmean(points) if points else None


def discrimination(points: Sequence[float], totals: Sequence[float]) -> float | None:
    """The correlation of an item's *points* with the rest of the *totals*, from -1 to 1.

    *totals* include the item and stand in the same order of pupils.
    """
    rests = [total - own for own, total in zip(points, totals, strict=True)]
    return correlation(points, rests)


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Pearson's r; None for fewer than three pairs, or where one side is all the same."""
    if len(xs) < FEWEST:
        return None
    x, y = fmean(xs), fmean(ys)
    spread_x = math.fsum((value - x) ** 2 for value in xs)
    spread_y = math.fsum((value - y) ** 2 for value in ys)
    if _nothing(spread_x) or _nothing(spread_y):
        return None
    together = math.fsum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    return max(-1.0, min(1.0, together / math.sqrt(spread_x * spread_y)))


def alpha(table: Sequence[Sequence[float]]) -> float | None:
    """Cronbach's alpha of *table*, a row of points for each pupil; None where it says nothing."""
    if len(table) < FEWEST or len(table[0]) < 2:
        return None
    items = len(table[0])
    whole = variance([math.fsum(row) for row in table])
    if _nothing(whole):
        return None
    parts = math.fsum(variance(column) for column in zip(*table, strict=True))
    return items / (items - 1) * (1 - parts / whole)


def share_interval(successes: float, n: int, z: float = SURE) -> tuple[float, float] | None:
    """Between what the true share lies, by Wilson, with *z* standard errors to each side."""
    if n == 0:
        return None
    share = successes / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def correlation_interval(r: float, n: int, z: float = SURE) -> tuple[float, float] | None:
    """Between what the true correlation lies, by Fisher's z; None for fewer than four pupils."""
    if n <= FEWEST:
        return None
    if abs(r) >= 1:
        return r, r
    half = z / math.sqrt(n - FEWEST)
    return math.tanh(math.atanh(r) - half), math.tanh(math.atanh(r) + half)


def more_often(first: int, second: int) -> float:
    """How likely *first* is to be ahead of *second* by so much if both are as likely (one-sided).

    The sign test: the chance of at least *first* heads in as many throws as there are of both.
    """
    throws = first + second
    ways = sum(math.comb(throws, heads) for heads in range(first, throws + 1))
    return ways / (1 << throws)


def _nothing(spread: float) -> bool:
    return spread < 1e-12  # what is left of equal numbers by rounding
