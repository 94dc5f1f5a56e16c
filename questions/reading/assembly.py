"""The labelled pieces of a text put together as an Article."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from questions.article import Article, Caption, Dropped, Paragraph
from questions.reading.marks import Unmarked
from questions.reading.pieces import Label, Piece
from questions.reading.sections import Part, sections

_BROKEN_WORD = re.compile(r"(?<=\w-)\s*\n\s*(?=[^\W\d_])")
_LINE_END = re.compile(r"\s*\n\s*")


@dataclass
class _Reading:
    """What has been read so far."""

    above: defaultdict[Label, list[str]] = field(default_factory=lambda: defaultdict(list))
    parts: list[Part] = field(default_factory=lambda: [Part()])
    captions: list[Caption] = field(default_factory=list)
    dropped: list[tuple[int, Dropped]] = field(default_factory=list)
    number: int = 0

    def paragraph(self, text: str, *, opens: bool) -> None:
        self.number += 1
        self.parts[-1].paragraphs.append(Paragraph(self.number, text))
        if opens:
            self.parts[-1].openings.add(self.number)

    def credit(self, at: int, text: str) -> None:
        """Give the credit to the caption just read, or drop it where there is none."""
        last = self.captions[-1] if self.captions else None
        if last and last.after == self.number and last.credit is None:
            self.captions[-1] = Caption(last.text, text, last.after)
        else:
            self.dropped.append((at, Dropped(text, "credit of a picture")))


def assemble(unmarked: Unmarked, pieces: Iterable[Piece]) -> Article:
    """The article that *pieces* of the text make."""
    reading = _Reading()
    for piece in pieces:
        _take(reading, unmarked.text, piece)
    marks = [(mark.at, Dropped(mark.text.strip(), mark.reason)) for mark in unmarked.marks]
    parts = list(_with_paragraphs(reading))
    dropped = sorted([*reading.dropped, *marks], key=lambda place: place[0])
    headline = " ".join(reading.above[Label.HEADLINE])
    return Article(
        headline=headline,
        outlet=" ".join(reading.above[Label.OUTLET]) or None,
        byline=", ".join(reading.above[Label.BYLINE]) or None,
        sections=sections(parts, headline),
        captions=tuple(reading.captions),
        dropped=tuple(what for _, what in dropped),
    )


def one_line(text: str) -> str:
    """*text* with its line ends made blanks; a word broken at its hyphen is joined."""
    return _LINE_END.sub(" ", _BROKEN_WORD.sub("", text))


def _take(reading: _Reading, text: str, piece: Piece) -> None:
    words = one_line(piece.of(text))
    match piece.label:
        case Label.TEXT | Label.ROW:
            reading.paragraph(words, opens=piece.opens)
        case Label.SUBHEAD:
            reading.parts.append(Part(words, piece.start))
        case Label.CAPTION:
            reading.captions.append(Caption(words, None, reading.number))
        case Label.CREDIT:
            reading.credit(piece.start, words)
        case Label.DROPPED:
            reading.dropped.append((piece.start, Dropped(words, piece.reason)))
        case Label.HEADLINE | Label.OUTLET | Label.BYLINE:
            reading.above[piece.label].append(words)


def _with_paragraphs(reading: _Reading) -> Iterator[Part]:
    """The parts of the article; a subhead with no text under it is dropped."""
    for part in reading.parts:
        if part.paragraphs:
            yield part
        elif part.heading:
            nothing = Dropped(part.heading, "heading without a text of its own")
            reading.dropped.append((part.start, nothing))
