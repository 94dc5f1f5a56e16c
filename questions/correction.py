"""A text put right by a person: the parts as they shall be become an article again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from questions.article import Article, Caption, Dropped, Paragraph, Section

WORDS_OF_A_HEADING = 5
"""So many words of its first paragraph stand for the heading of a section that was given none."""


@dataclass(frozen=True)
class Block:
    """A paragraph as it shall be. *was* is the number that it had, None if it had none.

    A section begins with it where it has a *heading*; "" is one that nobody has written yet.
    """

    text: str
    was: int | None = None
    heading: str | None = None


@dataclass(frozen=True)
class Correction:
    """The parts of a text as they shall be; captions stand after a paragraph's number of before."""

    blocks: tuple[Block, ...]
    captions: tuple[Caption, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def corrected(article: Article, correction: Correction) -> Article:
    """*article* with the paragraphs, sections and captions of *correction*."""
    now = {block.was: number for number, block in enumerate(correction.blocks, 1)}
    return replace(
        article,
        sections=_sections(article, correction.blocks),
        captions=tuple(
            replace(caption, after=_after(caption.after, now)) for caption in correction.captions
        ),
        dropped=correction.dropped,
    )


def blocks_of(article: Article) -> tuple[Block, ...]:
    """The paragraphs of *article* as they are."""
    return tuple(
        Block(
            paragraph.text,
            paragraph.number,
            section.heading if paragraph is section.paragraphs[0] else None,
        )
        for section in article.sections
        for paragraph in section.paragraphs
    )


def moved(blocks: Sequence[Block], section: int, by: int) -> tuple[Block, ...]:
    """*blocks* with the section at index *section* one place up (-1) or down (1)."""
    groups = _groups(blocks)
    other = section + by
    if 0 <= section < len(groups) and 0 <= other < len(groups):
        groups[section], groups[other] = groups[other], groups[section]
    return tuple(block for group in groups for block in group)


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """*blocks* by section: the first one begins a section in any case."""
    groups: list[list[Block]] = []
    for block in blocks:
        if block.heading is not None or not groups:
            groups.append([])
        groups[-1].append(block)
    return groups


def _sections(article: Article, blocks: Sequence[Block]) -> tuple[Section, ...]:
    numbers = iter(range(1, len(blocks) + 1))
    own = {section.heading: section.own_heading for section in article.sections}
    return tuple(
        Section(
            number,
            group[0].heading or _first_words(group[0].text),
            tuple(Paragraph(next(numbers), block.text) for block in group),
            own_heading=own.get(group[0].heading or "", bool(group[0].heading)),
        )
        for number, group in enumerate(_groups(blocks), 1)
    )


def _first_words(text: str) -> str:
    words = text.split()
    more = "…" if len(words) > WORDS_OF_A_HEADING else ""
    return " ".join(words[:WORDS_OF_A_HEADING]).rstrip(".,:;") + more


def _after(number: int, now: dict[int | None, int]) -> int:
    """Where a caption stands now that stood after paragraph *number*."""
    before = [now[was] for was in range(number, 0, -1) if was in now]
    return before[0] if before else 0
