"""The text as lines that belong together: paragraphs, headings, captions and furniture alike.

A paragraph may stand on one line, or be wrapped by hand at a fixed width; blank lines may or may
not stand between paragraphs. A line was wrapped if the first word of the next would not have
fitted on it.
"""

import re
from itertools import pairwise

from questions.reading.pieces import Piece, trimmed

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FIRST_WORD = re.compile(r"\s*(\S+)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*$")
_WIDEST = 110
"""Nobody wraps by hand at more characters than this."""
_NARROWEST = 40


def lines(text: str, firm: frozenset[int]) -> list[Piece]:
    """The lines of *text*, wrapped ones joined; at an offset in *firm* a line always begins."""
    pieces = [trimmed(text, Piece(*match.span())) for match in _LINE.finditer(text)]
    if not pieces:
        return []
    width = _wrapping_width(text, pieces)
    joined = [pieces[0]]
    for before, after in pairwise(pieces):
        if after.start not in firm and _continues(text, before, after, width):
            joined[-1] = Piece(joined[-1].start, after.end)
        else:
            joined.append(after)
    return joined


def _apart(text: str, before: Piece, after: Piece) -> bool:
    return text.count("\n", before.end, after.start) > 1


def _would_fit(text: str, before: Piece, after: Piece, width: int) -> bool:
    word = _FIRST_WORD.match(text, after.start)
    used = _indent(text, before) + before.end - before.start
    return used + len(word[1] if word else "") <= width


def _wrapping_width(text: str, pieces: list[Piece]) -> int | None:
    """The width at which *text* was wrapped by hand, or None if it was not."""
    pairs = [(a, b) for a, b in pairwise(pieces) if not _apart(text, a, b)]
    widths = [a.end - a.start for a, _ in pairs if a.end - a.start <= _WIDEST]
    if len(widths) < 3 or max(widths) < _NARROWEST:
        return None
    width = max(widths)
    wrapped = [
        a.end - a.start
        for a, b in pairs
        if a.end - a.start <= _WIDEST and not _would_fit(text, a, b, width)
    ]
    by_hand = 2 * len(wrapped) > len(pairs) and 2 * sum(wrapped) > len(text)
    return width if by_hand else None


def _continues(text: str, before: Piece, after: Piece, width: int | None) -> bool:
    """Whether the line *after* goes on with what *before* begins."""
    if _apart(text, before, after):
        return False
    last = text[before.end - 1]
    goes_on = text[after.start].islower() and (last.isalnum() or last == ",")
    if width is None:
        return goes_on and before.end - before.start >= _NARROWEST
    if _indent(text, after) > _indent(text, before):
        return False
    slack = 0 if _SENTENCE_END.search(text, before.start, before.end) else width // 10
    return goes_on or not _would_fit(text, before, after, width - slack)


def _indent(text: str, piece: Piece) -> int:
    """One more than the blanks before the line."""
    return piece.start - text.rfind("\n", 0, piece.start)
