"""Options among which one is best, and what a set of rows is worth."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Literal

from questions.question import Grade, ReviewLine

Scoring = Literal["partial", "all_or_nothing"]

ALL_OR_NOTHING = "Only an answer that is right in everything earns the point."


def shuffled(texts: Sequence[str], rng: Random) -> list[str]:
    """*texts* in an order that depends on *rng* and on nothing in the order they came in."""
    return rng.sample(sorted(texts), len(texts))


def too_few(name: str, texts: Sequence[str]) -> Iterator[str]:
    """A line for the field *name* unless *texts* are at least two, all different."""
    if len(texts) < 2 or len(set(texts)) < len(texts):
        yield f"{name}: must be at least two, all different"
    if not all(text.strip() for text in texts):
        yield f"{name}: must not be empty"


def one_best(options: Sequence[str], key: Sequence[str], note: str) -> Iterator[str]:
    """Why one cannot pick the best of *options*, a line for each field at fault."""
    yield from too_few("options", options)
    if not 1 <= len(key) <= 2 or not set(key) < set(options) or len(set(key)) < len(key):
        yield "key: must be one or two of the options, and not all of them"
    elif len(key) == 2 and not note:
        yield "note: must say why two answers are accepted"


def others(options: Sequence[str], key: Sequence[str]) -> tuple[str, ...]:
    """The wrong ones among *options*."""
    return tuple(option for option in options if option not in key)


def review(
    options: Sequence[str], key: Sequence[str], picked: Sequence[str]
) -> tuple[ReviewLine, ...]:
    """Every option: the right ones, and the wrong ones where they were *picked*."""
    return tuple(
        ReviewLine(
            option,
            state="right" if option in key else "wrong" if option in picked else "plain",
            chosen=option in picked,
        )
        for option in options
    )


def rows(right: Sequence[bool], scoring: str) -> Grade:
    """The share of rows that are *right*, or everything or nothing."""
    points = sum(right) / len(right) if scoring == "partial" else float(all(right))
    return Grade(points, tuple(map(float, right)))


def chance(number: int, options: int, scoring: Scoring) -> float:
    """What picking blindly among *options* in each of *number* rows earns on average."""
    return (1 / options) ** (1 if scoring == "partial" else number)


def counting(scoring: Scoring) -> str:
    """How the points of ``rows`` come about, for the pupil."""
    return "Every row counts alike." if scoring == "partial" else ALL_OR_NOTHING


def review_rows(
    texts: Sequence[str],
    best: Sequence[str],
    given: Sequence[str] | None,
    *,
    our_words: bool = False,
) -> tuple[ReviewLine, ...]:
    """Each row with what was *given* for it and what is *best*."""
    return tuple(
        ReviewLine(
            text,
            state="plain" if given is None else "right" if given[n] == best[n] else "wrong",
            given=given[n] if given else "",
            best=best[n],
            our_words=our_words,
        )
        for n, text in enumerate(texts)
    )
