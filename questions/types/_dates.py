"""The date that a short answer names, in the ways that English writes dates."""

import re
from typing import NamedTuple

from questions.lexicon import MONTHS, WEEKDAYS

ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
)
DAYS_IN_WORDS = {word: day for day, word in enumerate(ORDINALS.split(), 1)}
DAYS_OF_A_MONTH = set(DAYS_IN_WORDS.values())
TOKEN = re.compile(r"(?:(?:twenty|thirty)[- ])?[a-z]+|\d+")
FIGURES = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})")


class Date(NamedTuple):
    """A date, or as much of one as is named; a weekday only where nothing else is."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def dates(text: str) -> set[Date]:
    """The dates that normalised *text* may mean; none if it names none, or several.

    A date all in figures must have a year of four digits: "9/8/2020" is both 9 August and
    8 September, since readers write one and the other, and "9/8" is no date.
    """
    figures = FIGURES.search(text)
    if figures is None:
        named = _named(TOKEN.findall(text))
        return {named} if any(named) else set()
    if re.search(r"\d", text[: figures.start()] + text[figures.end() :]):
        return set()
    first, second, third = (int(figures[group]) for group in (1, 3, 4))
    readings = [(first, second, third), (third, second, first), (third, first, second)]
    return {Date(*r) for r in readings if r[0] > 999 and 1 <= r[1] <= 12 and 1 <= r[2] <= 31}


def _named(words: list[str]) -> Date:
    numbers = {int(word) for word in words if word.isdigit()}
    ordinals = {DAYS_IN_WORDS.get(word.replace(" ", "-"), 0) for word in words} - {0}
    months = _places(MONTHS, words)
    years = {n for n in numbers if 1000 <= n <= 9999}
    days = (numbers - years) | ordinals
    weekdays = set() if months or years else _places(WEEKDAYS, words)
    parts = (years, months, days, weekdays)
    if any(len(part) > 1 for part in parts) or not days <= (DAYS_OF_A_MONTH if months else set()):
        return Date()
    return Date(*(next(iter(part), None) for part in parts))


def _places(names: tuple[str, ...], words: list[str]) -> set[int]:
    """The places, from 1, in *names* of those that one of *words* is, or shortens."""
    return {
        place
        for place, name in enumerate(names, 1)
        if any(len(word) >= 3 and name.startswith(word) for word in words)
    }
