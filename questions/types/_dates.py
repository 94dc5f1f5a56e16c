"""The date that a short answer names, in the ways that English writes dates."""

import re
from typing import NamedTuple

MONTHS = "january february march april may june july august september october november december"
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
TOKEN = re.compile(r"[a-z]+|\d+")
FIGURES = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})")


class Date(NamedTuple):
    """A date, or as much of one as is named; a weekday only where nothing else is."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def dates(text: str) -> set[Date]:
    """The dates that normalised *text* may mean: two for "9/8/2020"; none if it names several."""
    figures = FIGURES.search(text)
    if figures:
        first, second, third = map(int, figures.groups())
        readings = [(first, second, third), (third, second, first), (third, first, second)]
        return {Date(*r) for r in readings if r[0] > 31 and 1 <= r[1] <= 12 and 1 <= r[2] <= 31}
    named = _named(TOKEN.findall(text))
    return {named} if any(named) else set()


def _named(words: list[str]) -> Date:
    numbers = {int(word) for word in words if word.isdigit()}
    months = _places(MONTHS, words)
    days = {n for n in numbers if 1 <= n <= 31} if months else set()
    years = {n for n in numbers if 1000 <= n <= 9999}
    weekdays = set() if months or years else _places(DAYS, words)
    parts = (years, months, days, weekdays)
    if any(len(part) > 1 for part in parts):
        return Date()
    return Date(*(next(iter(part), None) for part in parts))


def _places(names: str, words: list[str]) -> set[int]:
    """The places, from 1, in *names* of those that one of *words* is, or shortens."""
    return {
        place
        for place, name in enumerate(names.split(), 1)
        if any(len(word) >= 3 and name.startswith(word) for word in words)
    }
