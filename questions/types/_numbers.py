"""The number that a short answer names, in figures or in English words."""

import re
from collections.abc import Sequence
from decimal import Decimal

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: Decimal(number) for number, word in enumerate(UNITS.split())} | {
    word: Decimal(10 * number) for number, word in enumerate(TENS.split(), 2)
}
SCALES = {
    "dozen": 12,
    "hundred": 10**2,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
AFTER_FIGURES = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
    **SCALES,
    **{f"{word}s": scale for word, scale in SCALES.items()},
}
"""What multiplies the number before it. Those of ``SCALES`` are numbers by themselves, too."""

PARTS_OF_ONE = {"half", "halves", "third", "thirds", "quarter", "quarters"}

FIGURES = r"\.?\d(?:[., ]?\d)*"
TOKEN = re.compile(
    rf"""(?P<minus>(?<!\w)-(?=[£$€¥]?\.?\d)|\b(?:minus|negative)\b)
    |(?P<before>[^\W\d]*)(?P<figures>{FIGURES})(?P<after>\w*)
    |(?P<word>[^\W\d_]+)""",
    re.VERBOSE,
)
FORMS = (
    (".", r"\d*\.?\d+|[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?"),
    (",", r"[1-9]\d{0,2}(?:\.\d{3})+,\d+|[1-9]\d{0,2}(?:\.\d{3}){2,}"),
    (",", r"(?:\d+|[1-9]\d{0,2}(?: \d{3})+),\d+"),
)
"""The mark before the decimals, and how figures may then be grouped; the first that fits counts."""

POINT_IN_THOUSANDS = re.compile(r"(?<![\d.,])([1-9]\d{0,2})\.(\d{3})(?![\d.,])")


def number(text: str) -> Decimal | None:
    """The one number that normalised *text* names; None if there is none, or more than one.

    "1,200", "1 200", "1.2 thousand", "1,2k" and "twelve hundred" are the same; "1.200" is 1.2, as
    in English. Words around the number, a currency sign and a per cent sign make no difference.
    Letters that touch the figures do: "5m" and "5bn" are millions and billions, "5a" is no number.
    """
    runs: list[list[Decimal | str]] = [[]]
    for token in TOKEN.finditer(text):
        parts = _parts(token, inside=bool(runs[-1]))
        if parts:
            runs[-1] += parts
        elif token[0] != "and" and runs[-1]:
            runs.append([])
    named = [run for run in runs if run]
    return _signed(named[0]) if len(named) == 1 else None


def numbers(text: str) -> set[Decimal]:
    """What normalised *text* may mean: "1.200" is what many write for 1,200, and so it is both."""
    readings = (number(text), number(POINT_IN_THOUSANDS.sub(r"\1\2", text)))
    return {reading for reading in readings if reading is not None}


def _parts(token: re.Match[str], *, inside: bool) -> list[Decimal | str]:
    """What *token* adds to the number: values, words, or something that makes it none."""
    if token["minus"]:
        return ["minus"]
    if token["figures"]:
        value, after = _value(token["figures"]), token["after"]
        if value is None or token["before"] or (after and after not in AFTER_FIGURES):
            return [token[0]]
        return [value, after] if after else [value]
    word = token["word"]
    known = word in SMALL or word in SCALES or word in PARTS_OF_ONE
    return [word] if known or (inside and word in AFTER_FIGURES) else []


def _value(figures: str) -> Decimal | None:
    for mark, form in FORMS:
        if re.fullmatch(form, figures):
            return Decimal(re.sub(rf"[^\d{mark}]", "", figures).replace(mark, "."))
    return None


def _signed(run: Sequence[Decimal | str]) -> Decimal | None:
    if run[0] != "minus":
        return _sum(run)
    size = _sum(run[1:])
    return None if size is None else -size


def _sum(run: Sequence[Decimal | str]) -> Decimal | None:
    """The number that *run* makes; None if it is several, such as "two three", or none."""
    total = Decimal(0)
    group: Decimal | None = None
    room = smallest = Decimal("Infinity")
    for part in run:
        value = SMALL.get(str(part), part)
        scale = AFTER_FIGURES.get(str(part))
        if not isinstance(value, str) and value < room:
            group = (group or Decimal(0)) + value
            room = Decimal(10 if part in TENS.split() else 0)
        elif scale in (12, 100):
            group, room = _times(group, scale), Decimal(scale)
        elif scale is not None and scale < smallest:
            total, group = total + _times(group, scale), None
            room = smallest = Decimal(scale)
        else:
            return None
    return total + (group or Decimal(0)) if run else None


def _times(group: Decimal | None, scale: int) -> Decimal:
    """*group* times *scale*, which alone is one of its kind."""
    return scale * (Decimal(1) if group is None else group)
