"""A paragraph that nobody could read in one, parted between sentences and outside quotations."""

from questions.article import Paragraph
from questions.reading.pieces import Label, Piece
from questions.reading.quotations import goes_on, open_at_ends
from questions.sentences import sentences

_TOO_LONG = 300
"""A paragraph with more words than this is parted."""
_ENOUGH = 70
"""A part has about this many words."""


def part_long_paragraphs(text: str, pieces: list[Piece]) -> list[Piece]:
    """*pieces* with every paragraph of too many words parted into several."""
    result = []
    for piece in pieces:
        if piece.label is Label.TEXT and len(piece.of(text).split(None, _TOO_LONG)) > _TOO_LONG:
            result.extend(_parts(text, piece))
        else:
            result.append(piece)
    return result


def _parts(text: str, piece: Piece) -> list[Piece]:
    words = piece.of(text)
    spans = sentences(Paragraph(1, words))
    inside = open_at_ends(words, [span.end for span in spans])
    starts = [0]
    count = 0
    for before, span, is_open in zip(spans, spans[1:], inside, strict=False):
        count += len(words[before.start : before.end].split())
        if count >= _ENOUGH and not is_open and not goes_on(words[span.start : span.end]):
            starts.append(span.start)
            count = 0
    ends = [*starts[1:], len(words)]
    cuts = [
        (start, start + len(words[start:end].rstrip()))
        for start, end in zip(starts, ends, strict=True)
    ]
    return [Piece(piece.start + start, piece.start + end) for start, end in cuts]
