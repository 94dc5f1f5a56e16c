"""The article as pages show it: cut into pieces, each with what is marked in it.

Marks may overlap; HTML elements may not. So a paragraph is cut wherever a mark begins or ends,
and each piece carries all the marks that cover it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from questions.article import Article, Caption, Paragraph, Section, Span
from questions.claims import Claims

EVIDENCE = "evidence"
"""The CSS class of words that decide a question."""

HUES = 8
"""How many colours there are to tell sources apart; then they start again."""


@dataclass(frozen=True)
class Mark:
    """A span of the article to be shown in the way of a CSS class; *ref* stands at its end."""

    span: Span
    css: str
    ref: int | None = None

    @property
    def is_evidence(self) -> bool:
        """Whether the text decides a question."""
        return self.css == EVIDENCE


@dataclass(frozen=True)
class Piece:
    """Some text that the same marks cover."""

    text: str
    css: str = ""
    ref: int | None = None

    @property
    def is_evidence(self) -> bool:
        """Whether the text decides a question."""
        return EVIDENCE in self.css.split()


@dataclass(frozen=True)
class Stretch:
    """Pieces in a row; with an *id*, a sentence that can be picked as an answer."""

    pieces: tuple[Piece, ...]
    id: str = ""


@dataclass(frozen=True)
class Shown:
    """A paragraph with its marks, and the captions that stand after it."""

    number: int
    stretches: tuple[Stretch, ...]
    captions: tuple[Caption, ...]


def evidence(spans: Iterable[Span]) -> tuple[Mark, ...]:
    """Marks for the words that decide a question."""
    return tuple(Mark(span, EVIDENCE) for span in spans)


def sources(claims: Claims, hues: Mapping[int, int]) -> tuple[Mark, ...]:
    """Marks for every place where the article names a source; *hues* are their colours."""
    return tuple(
        Mark(mention, f"by by-{hues[index]}")
        for index, source in enumerate(claims.sources)
        for mention in source.mentions
    )


def contents(
    claims: Claims, hues: Mapping[int, int], numbers: Mapping[int, int]
) -> tuple[Mark, ...]:
    """Marks for what is claimed; those of sources with *numbers* in the list lead there."""
    return tuple(
        Mark(
            span,
            f"claim claim-{hues[claim.source]}",
            ref=numbers.get(claim.source) if span is claim.content[-1] else None,
        )
        for claim in claims.claims
        if claim.source is not None
        for span in claim.content
    )


def shown(
    article: Article, section: Section, marks: Sequence[Mark], offered: Sequence[Span] = ()
) -> tuple[Shown, ...]:
    """The paragraphs of *section* with *marks*; *offered* are the sentences to pick from."""
    return tuple(
        Shown(
            paragraph.number,
            stretches(paragraph, marks, offered),
            tuple(c for c in article.captions if c.after == paragraph.number),
        )
        for paragraph in section.paragraphs
    )


def stretches(
    paragraph: Paragraph, marks: Sequence[Mark], offered: Sequence[Span] = ()
) -> tuple[Stretch, ...]:
    """*paragraph* in stretches: the offered sentences, and what lies between them."""
    here = [mark for mark in marks if mark.span.paragraph == paragraph.number]
    result: list[Stretch] = []
    done = 0
    for span in sorted(s for s in offered if s.paragraph == paragraph.number):
        if span.start < done:
            continue  # two offered spans overlap: the list beside the text has both
        if span.start > done:
            result.append(Stretch(pieces(paragraph, here, done, span.start)))
        name = f"s-{span.paragraph}-{span.start}-{span.end}"
        result.append(Stretch(pieces(paragraph, here, span.start, span.end), name))
        done = span.end
    if done < len(paragraph.text):
        result.append(Stretch(pieces(paragraph, here, done, len(paragraph.text))))
    return tuple(result)


def pieces(paragraph: Paragraph, marks: Sequence[Mark], start: int, end: int) -> tuple[Piece, ...]:
    """The text from *start* to *end*, cut wherever one of *marks* begins or ends."""
    edges = {start, end}
    for mark in marks:
        edges |= {edge for edge in (mark.span.start, mark.span.end) if start < edge < end}
    return tuple(piece(paragraph, marks, a, b) for a, b in pairwise(sorted(edges)))


def piece(paragraph: Paragraph, marks: Sequence[Mark], start: int, end: int) -> Piece:
    """The text from *start* to *end*, with the names of all *marks* that cover it."""
    over = [m for m in marks if m.span.start <= start and end <= m.span.end]
    names = dict.fromkeys(name for mark in over for name in mark.css.split())
    refs = [mark.ref for mark in over if mark.ref and mark.span.end == end]
    return Piece(paragraph.text[start:end], " ".join(names), refs[-1] if refs else None)
