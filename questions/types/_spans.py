"""Sentences and phrases of the article that may be picked, and what a pick is worth."""

from collections.abc import Iterator, Sequence
from statistics import fmean

from questions.article import Span
from questions.question import Evidence, ReviewLine
from questions.types._fields import Option


def value(span: Span) -> str:
    """How *span* is written in an answer: ``paragraph:start-end``."""
    return f"{span.paragraph}:{span.start}-{span.end}"


def options(offered: Sequence[Evidence]) -> tuple[Option, ...]:
    """The *offered* spans in the order of the article, to be picked."""
    return tuple(Option(value(span), span.text, span.paragraph) for span in sorted(offered))


def words(offered: Sequence[Evidence], answer: str) -> str:
    """The words of the offered span that *answer* stands for."""
    return next((span.text for span in offered if value(span) == answer), answer)


def points(offered: Sequence[Evidence], accepted: Sequence[Evidence], answer: str) -> float:
    """The largest share of an accepted span that the picked one covers, from 0 to 1."""
    picked = [span for span in offered if value(span) == answer]
    return max(
        (a.overlap(span) / (a.end - a.start) for span in picked for a in accepted), default=0.0
    )


def chance(offered: Sequence[Evidence], accepted: Sequence[Evidence]) -> float:
    """What a blind pick earns on average."""
    return fmean(points(offered, accepted, value(span)) for span in offered)


def problems(offered: Sequence[Evidence], accepted: Sequence[Evidence]) -> Iterator[str]:
    """Why these spans cannot be asked for, a line for each field at fault."""
    if len({value(span) for span in offered}) < max(2, len(offered)):
        yield "offered: must be at least two, all different"
    if not accepted:
        yield "accepted: must be at least one"
        return
    worth = [points(offered, accepted, value(span)) for span in offered]
    if 1 not in worth:
        yield "accepted: must lie inside something offered"
    elif 0 not in worth:
        yield "accepted: must leave something offered that is wrong"


def review(
    offered: Sequence[Evidence], accepted: Sequence[Evidence], answer: str | None
) -> tuple[ReviewLine, ...]:
    """Every right span, and the picked one where it is another, in the order of the article."""
    shown = [
        (span, points(offered, accepted, value(span)))
        for span in sorted(offered)
        if value(span) == answer or points(offered, accepted, value(span)) == 1
    ]
    return tuple(
        ReviewLine(
            span.text,
            state="right" if worth == 1 else "wrong" if worth == 0 else "plain",
            chosen=value(span) == answer,
        )
        for span, worth in shown
    )
