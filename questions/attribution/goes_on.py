"""Quotations without a cue of their own, and whose they are."""

from dataclasses import replace

from questions.attribution.content import trim
from questions.attribution.layout import Layout
from questions.attribution.quotations import Quotation
from questions.attribution.reported import Reported
from questions.claims import Form, Stance

_FEWEST_WORDS = 4
"""A shorter quotation without a cue is a title, a slogan or a word held at arm's length."""

_LONGEST_HEADING = 20


def add_going_on(layouts: tuple[Layout, ...], cued: list[list[Reported]]) -> list[Reported]:
    """All attributions of the article, in order: *cued* by paragraph, and what has no cue."""
    everything: list[Reported] = []
    open_at: int | None = None
    for layout, found in zip(layouts, cued, strict=True):
        here = len(everything)
        everything += found
        for quotation in layout.outer:
            _place(layout, quotation, everything, here, open_at)
        last = layout.outer[-1] if layout.outer else None
        open_at = _speech_around(everything, here, last) if last else None
    return everything


def _place(
    layout: Layout,
    quotation: Quotation,
    everything: list[Reported],
    here: int,
    open_at: int | None,
) -> None:
    """Join *quotation* to the attribution before it, or append one, where it is uncued speech."""
    mine = range(here, len(everything))
    if any(_covers(everything[i], quotation) for i in mine):
        return
    if _in_heading(layout):
        piece = trim(layout, quotation.start, quotation.end)
        everything.append(Reported(layout, None, None, (piece,), "nobody named"))
        return
    if not _is_speech(layout, quotation):
        return
    before = [i for i in mine if _speaks(everything[i]) and _end(everything[i]) <= quotation.start]
    nearest = max(before, key=lambda i: _end(everything[i]), default=None)
    piece = trim(layout, quotation.start, quotation.end)
    if piece[0] >= piece[1]:
        return
    if nearest is not None and _follows(layout, everything[nearest], quotation):
        joined = everything[nearest]
        everything[nearest] = replace(joined, pieces=(*joined.pieces, piece))
        return
    source = nearest if nearest is not None else open_at
    if source is None and here:
        source = _last_speech(everything, here, layout)
    if source is None:
        return
    basis = "same speaker goes on" if source == open_at else "nearest speaker"
    everything.append(Reported(layout, None, None, (piece,), basis, after=source))


def _covers(one: Reported, quotation: Quotation) -> bool:
    return one.quoted_in is None and any(
        start < quotation.end and quotation.start < end for start, end in one.pieces
    )


def _end(one: Reported) -> int:
    ends = [end for _, end in one.pieces]
    return max([*ends, one.cue[1] if one.cue else 0])


def _speaks(one: Reported) -> bool:
    return one.stance is Stance.SPEECH and one.quoted_in is None


def _is_speech(layout: Layout, quotation: Quotation) -> bool:
    """Whether an uncued quotation is a sentence or more, not a title or a borrowed word."""
    text = layout.parsed.text
    words = text[quotation.start : quotation.end].split()
    stop = text[quotation.end - 1 : quotation.end] in tuple(".?!…,")
    stop = stop or text[quotation.end + 1 : quotation.end + 2] in (".", "!", "?")
    opens = not text[: quotation.start - 1].strip() or text[
        max(0, quotation.start - 4) : quotation.start - 1
    ].strip().endswith((".", "?", "!", "”", '"', "’", "'", ":"))
    capital = text[quotation.start : quotation.start + 1].isupper()
    return len(words) >= _FEWEST_WORDS and capital and opens and (stop or not quotation.closed)


def _in_heading(layout: Layout) -> bool:
    """Whether the paragraph is a headline or a sub-heading, where quoted words are somebody's."""
    words = layout.parsed.text.split()
    ending = words[-1].rstrip("”\"’'»")[-1:] if words else "."
    return len(words) <= _LONGEST_HEADING and ending not in tuple(".?!…:,;")


def _follows(layout: Layout, one: Reported, quotation: Quotation) -> bool:
    """Whether nothing but the rest of the cue's sentence stands between the two."""
    if one.form is Form.INDIRECT:
        return False
    between = layout.parsed.text[_end(one) : quotation.start]
    stops = sum(between.count(mark) for mark in (". ", "? ", "! ", ".\n"))
    return stops <= 1 and len(between) < 200


def _speech_around(everything: list[Reported], here: int, last: Quotation) -> int | None:
    """The attribution that the last quotation of a paragraph belongs to, if it may go on."""
    for index in range(len(everything) - 1, here - 1, -1):
        if _speaks(everything[index]) and _covers(everything[index], last):
            return index if everything[index].form is not Form.INDIRECT else None
    return None


def _last_speech(everything: list[Reported], here: int, layout: Layout) -> int | None:
    """The last speaker of the paragraph just before."""
    for index in range(here - 1, max(-1, here - 6), -1):
        if everything[index].paragraph < layout.parsed.number - 1:
            return None
        if _speaks(everything[index]):
            return index
    return None
