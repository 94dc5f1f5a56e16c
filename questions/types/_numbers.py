"""The number that a short answer names, in figures or in English words."""

import re
from decimal import Decimal

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: number for number, word in enumerate(UNITS.split())} | {
    word: 10 * number for number, word in enumerate(TENS.split(), 2)
}
LARGE = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "mn": 10**6}
LARGE |= {"billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12}

FIGURES = r"(?:(?<![a-z\d])-)?(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
TOKEN = re.compile(rf"(?P<figures>{FIGURES})|[a-z]+")


def number(text: str) -> Decimal | None:
    """The one number that normalised *text* names; None if there is none, or more than one.

    "1,200", "1 200", "1.2 thousand" and "twelve hundred" are the same. Words around the number, a
    currency sign and a per cent sign make no difference.
    """
    runs: list[list[str]] = [[]]
    for token in TOKEN.finditer(text):
        if token["figures"] or token[0] in SMALL or token[0] in LARGE:
            runs[-1].append(token[0])
        elif token[0] != "and" and runs[-1]:
            runs.append([])
    named = [run for run in runs if run]
    return _value(named[0]) if len(named) == 1 else None


def _value(run: list[str]) -> Decimal | None:
    """The number that *run* makes; None if it is several, such as "two three"."""
    total, group, room = Decimal(0), Decimal(0), Decimal("Infinity")
    for word in run:
        if word in LARGE:
            group = (group or Decimal(1)) * LARGE[word]
            room = Decimal(LARGE[word])
            if word != "hundred":
                total, group = total + group, Decimal(0)
            continue
        part = Decimal(SMALL[word] if word in SMALL else re.sub("[, ]", "", word))
        if part >= room:
            return None
        group += part
        room = Decimal(10 if word in TENS.split() else 0)
    return total + group
