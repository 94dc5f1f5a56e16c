"""Quotations without a cue of their own, and whose they are."""

import re
from bisect import bisect_left, bisect_right, insort
from dataclasses import replace
from itertools import accumulate

from questions.attribution.content import Piece, trim
from questions.attribution.layout import Layout
from questions.attribution.quotations import Quotation
from questions.attribution.reported import Reported
from questions.attribution.speakers import Phrase
from questions.claims import Form, Stance

_FEWEST_WORDS = 4
"""A shorter quotation far from any cue is a title, a slogan or a word held at arm's length."""

_LONGEST_HEADING = 20
"""Words."""

_FARTHEST = 400
"""Characters between a quotation and the one that it continues in the same breath."""


_STOP = re.compile(r"(?:[a-z]{3}|\d|[”\"’')])[.?!]\s")
"""The end of a sentence, which the dot of "Mr." or of an initial is not."""

_SIGNED = re.compile(
    r"\s*[―—–]\s*((?:[A-Z][\w’'-]*\.? ?){1,4}(?:, [^\n.”\"]{1,60})?)\.?[^\S\n]*(?:\n|$)"
)


def add_going_on(layouts: tuple[Layout, ...], cued: list[list[Reported]]) -> list[Reported]:
    """All attributions of the article, in order: *cued* by paragraph, and what has no cue."""
    everything: list[Reported] = []
    before: int | None = None
    for layout, found in zip(layouts, cued, strict=True):
        here = _Paragraph(layout, everything, found, before)
        for quotation in layout.outer:
            here.place(quotation)
        before = here.last_speaker
    return everything


class _Paragraph:
    """One paragraph while its uncued quotations are added to *everything*.

    ``before`` is the place of the last attribution of speech in the paragraph before.
    """

    def __init__(
        self,
        layout: Layout,
        everything: list[Reported],
        found: list[Reported],
        before: int | None,
    ) -> None:
        self._layout = layout
        self._everything = everything
        self._before = before
        self._is_heading = is_heading(layout.parsed.text)
        self._going_on: dict[int, bool] = {}
        outer = [one for one in found if one.quoted_in is None]
        self._covered = Covered([piece for one in outer for piece in one.pieces])
        places = range(len(everything), len(everything) + len(found))
        everything += found
        self._spoken = sorted((_end(everything[i]), i) for i in places if _speaks(everything[i]))

    @property
    def last_speaker(self) -> int | None:
        """The place of the attribution of speech that ends last here."""
        return self._spoken[-1][1] if self._spoken else None

    def place(self, quotation: Quotation) -> None:
        """Join *quotation* to the attribution before it, or append one, where it is uncued."""
        piece = trim(self._layout, quotation.start, quotation.end)
        if piece[0] >= piece[1] or self._covered.overlaps(quotation.start, quotation.end):
            return
        if signed := _signature(self._layout, quotation):
            basis = "name behind the quotation"
            self._everything.append(Reported(self._layout, signed, None, (piece,), basis))
        elif self._is_heading:
            self._everything.append(Reported(self._layout, None, None, (piece,), "nobody named"))
        elif _is_sentence(self._layout, quotation):
            self._as_speech(quotation, piece)

    def _as_speech(self, quotation: Quotation, piece: Piece) -> None:
        long_enough = len(self._layout.parsed.text[slice(*piece)].split()) >= _FEWEST_WORDS
        at = bisect_right(self._spoken, (quotation.start, len(self._everything))) - 1
        if at < 0:
            if self._before is not None and long_enough:
                self._append(piece, self._before, "same speaker goes on")
            elif long_enough and _is_all(self._layout, quotation):
                self._append(piece, None, "nobody named")
            return
        broken_off = self._broken_off(at, quotation.start)
        if broken_off is not None:
            place = self._spoken[broken_off][1]
            joined = self._everything[place]
            self._everything[place] = replace(joined, pieces=(*joined.pieces, piece))
            self._spoken[broken_off : at + 1] = [
                *self._spoken[broken_off + 1 : at + 1],
                (piece[1], place),
            ]
        elif long_enough:
            self._append(piece, self._spoken[at][1], "nearest speaker")

    def _broken_off(self, at: int, start: int) -> int | None:
        """Which of the speeches up to the one *at* goes on at *start*.

        That is the one right before, or one by the same speaker before it in the sentence ("“It
        held,” she said, adding that she had looked. “It will hold.”").
        """
        speaker = self._everything[self._spoken[at][1]].source
        for before in range(at, -1, -1):
            end, place = self._spoken[before]
            one = self._everything[place]
            if one.source != speaker or not _is_close(self._layout.parsed.text, end, start):
                return None
            if self._may_go_on(place):
                return before
        return None

    def _may_go_on(self, place: int) -> bool:
        if place not in self._going_on:
            self._going_on[place] = _may_go_on(self._everything[place])
        return self._going_on[place]

    def _append(self, piece: Piece, after: int | None, basis: str) -> None:
        one = Reported(self._layout, None, None, (piece,), basis, after=after)
        self._everything.append(one)
        insort(self._spoken, (piece[1], len(self._everything) - 1))


class Covered:
    """Which characters of a paragraph are content already; answers in logarithmic time."""

    def __init__(self, pieces: list[Piece]) -> None:
        pieces = sorted(pieces)
        self._starts = [start for start, _ in pieces]
        self._ends = list(accumulate((end for _, end in pieces), max))

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any piece has a character in ``[start, end)``."""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and self._ends[at] > start


def join_going_on(found: list[Reported]) -> list[Reported]:
    """*found*, where quotations without a cue that follow on one with a cue are joined to it."""
    joined: list[Reported] = []
    last: int | None = None
    for one in sorted(found, key=lambda one: (one.paragraph, min(one.pieces))):
        before = joined[last] if last is not None else None
        if before and one.cue is None and one.source is None and _follows(before, one):
            joined[last or 0] = replace(before, pieces=(*before.pieces, *one.pieces))
            continue
        joined.append(one)
        if one.cue and _speaks(one) and _may_go_on(one):
            last = len(joined) - 1
    return joined


def _follows(before: Reported, one: Reported) -> bool:
    start = min(one.pieces)[0]
    if before.paragraph != one.paragraph or start < _end(before):
        return False
    return _is_close(one.layout.parsed.text, _end(before), start)


def _may_go_on(one: Reported) -> bool:
    """Whether a quotation behind it is more of the same ("“It held,” said Holm. “It will hold.”").

    Without marks only where the cue ends the sentence ("It held, said Holm. “It will hold.”").
    """
    if one.form is not Form.INDIRECT:
        return True
    return one.cue is not None and one.cue[0] >= max(end for _, end in one.pieces)


def _end(one: Reported) -> int:
    ends = [end for _, end in one.pieces]
    return max([*ends, one.cue[1] if one.cue else 0])


def _speaks(one: Reported) -> bool:
    return one.stance is Stance.SPEECH and one.quoted_in is None


def _is_all(layout: Layout, quotation: Quotation) -> bool:
    """Whether the paragraph is nothing but the quotation."""
    return quotation.start <= 2 and len(layout.parsed.text.rstrip()) - quotation.end <= 2


def _is_sentence(layout: Layout, quotation: Quotation) -> bool:
    """Whether an uncued quotation is a sentence or more, not a title or a borrowed word."""
    text = layout.parsed.text
    first, last = quotation.with_marks
    words = text[quotation.start : quotation.end].rstrip("’'")
    stop = words.endswith(tuple(".?!…,")) or text[last : last + 1] in (".", "!", "?")
    before = text[max(0, first - 3) : first].strip()
    opens = not before or before.endswith((".", "?", "!", "”", '"', "’", "'", ":"))
    capital = text[quotation.start : quotation.start + 1].isupper()
    return capital and opens and (stop or not quotation.closed)


def _signature(layout: Layout, quotation: Quotation) -> Phrase | None:
    """The name that stands, behind a dash, under a quotation: "“Put it back.” — Ida Roe"."""
    text = layout.parsed.text
    match = _SIGNED.match(text, quotation.with_marks[1])
    name = layout.tokens_between(*match.span(1)) if match else ()
    return Phrase(name[0].index, name[-1].index, name[-1].index) if name else None


def is_heading(text: str) -> bool:
    """Whether the paragraph is a headline or a sub-heading, where quoted words are somebody's."""
    words = text.split()
    ending = words[-1].rstrip("”\"’'»")[-1:] if words else "."
    return len(words) <= _LONGEST_HEADING and ending not in tuple(".?!…:,;")


def _is_close(text: str, end: int, start: int) -> bool:
    """Whether nothing but the rest of the cue's sentence stands between the two places."""
    if start - end > _FARTHEST:
        return False
    return len(_STOP.findall(text, end, start)) <= 1
