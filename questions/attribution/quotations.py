"""Where quotations open and close: by paragraph, with the state that runs over paragraphs.

Marks understood: “ ” " '' « » „ and, where they are no apostrophes, ‘ ’ '. A quotation inside
another is kept too, one level down.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from questions.article import Paragraph

_OPENING = ("“", "«", "„", "``")
_TYPED = ("``", "''")
_STARTS = tuple("“£$€[")
_ELISION = re.compile(r"['’‘](?:\d0s|tis|twas|em|til|cause|cos|bout|n|ere|round)\b", re.IGNORECASE)
_BEFORE_AN_OPENING = frozenset(" \t\n\r\u00a0([{—–-/:“\"«„‘'")


@dataclass(frozen=True)
class Quotation:
    """A quotation's words: ``[start, end)`` in characters of the paragraph, marks outside.

    ``depth`` is 0 for a quotation in the reporter's text, 1 for one inside another quotation.
    ``closed`` is false where the closing mark is missing; ``width`` is how many characters a mark
    has (two where double marks are typed as '').
    """

    paragraph: int
    start: int
    end: int
    depth: int = 0
    closed: bool = True
    width: int = 1

    @property
    def with_marks(self) -> tuple[int, int]:
        """``[start, end)`` of the quotation with its marks."""
        return self.start - self.width, self.end + self.width * self.closed


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    opens: bool

    @property
    def closes(self) -> bool:
        return not self.opens


def find_quotations(paragraphs: tuple[Paragraph, ...]) -> tuple[tuple[Quotation, ...], ...]:
    """The quotations of each paragraph, sorted by where they start."""
    return tuple(tuple(_of(paragraph)) for paragraph in paragraphs)


def _of(paragraph: Paragraph) -> Iterator[Quotation]:
    text = paragraph.text
    doubles = list(_pairs(text, _double_marks(text)))
    singles = _pairs(text, _single_marks(text))
    found = [q for q in (*doubles, *(s for s in singles if s[2])) if q[0] < q[1]]
    outer_end = 0
    for start, end, closed in sorted(found, key=lambda q: (q[0], -q[1])):
        width = 2 if text[max(0, start - 2) : start] in _TYPED else 1
        yield Quotation(paragraph.number, start, end, int(start < outer_end), closed, width)
        outer_end = max(outer_end, end)


def _pairs(text: str, marks: Iterable[_Mark]) -> Iterator[tuple[int, int, bool]]:
    """Start and end of what stands between marks, and whether it was closed.

    A quotation that another one interrupts before it is closed ends there.
    """
    opened: _Mark | None = None
    for mark in marks:
        if opened and mark.closes:
            yield opened.end, mark.start, True
            opened = None
        elif mark.opens:
            if opened:
                yield opened.end, max(opened.end, _last_visible(text, mark.start)), False
            opened = mark
    if opened:
        yield opened.end, max(opened.end, _last_visible(text, len(text))), False


def _last_visible(text: str, end: int) -> int:
    """The end of the last word or mark before *end*."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _double_marks(text: str) -> Iterator[_Mark]:
    for match in re.finditer(r"[“”«»„\"]|``|''", text):
        if match[0] in ('"', "''"):
            before_a_word = text[match.end() : match.end() + 1].strip() != ""
            opens = _follows_a_gap(text, match.start()) and before_a_word
        else:
            opens = match[0] in _OPENING
        yield _Mark(match.start(), match.end(), opens=opens)


def _follows_a_gap(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _BEFORE_AN_OPENING


def _single_marks(text: str) -> Iterator[_Mark]:
    """Single marks that open or close; a plural's apostrophe gives way to a mark behind it."""
    later_close = False
    found: list[_Mark] = []
    for match in reversed(list(re.finditer(r"(?<!')['‘’](?!')", text))):
        at, after = match.start(), text[match.end() : match.end() + 1]
        if _ELISION.match(text, at):
            continue
        if match[0] != "’" and _follows_a_gap(text, at) and (after.isalnum() or after in _STARTS):
            found.append(_Mark(at, match.end(), opens=True))
            later_close = False
        elif not after.isalnum() and not _follows_a_gap(text, at):
            plural = text[at - 1] == "s" and after.isspace()
            if not (plural and later_close):
                found.append(_Mark(at, match.end(), opens=False))
            later_close = True
    return reversed(found)
