"""The text cut into labelled pieces: every step only cuts and labels, so nothing can get lost.

A text is a list of pieces in order, without overlap, with nothing but blanks between them.
``cut_out`` is the one way to part a piece; it keeps that so.
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Label(StrEnum):
    """What a piece of the text is."""

    TEXT = "text"
    ROW = "row"
    HEADLINE = "headline"
    OUTLET = "outlet"
    BYLINE = "byline"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Piece:
    """``[start, end)`` in characters of the text, blanks around it left out.

    ``reason`` says why a piece is dropped; ``opens`` marks the start of a post in a live blog or
    of a question in an interview, where the topic is likely to turn.
    """

    start: int
    end: int
    label: Label = Label.TEXT
    reason: str = ""
    opens: bool = False

    def of(self, text: str) -> str:
        """The characters of this piece."""
        return text[self.start : self.end]

    def labelled(self, label: Label) -> "Piece":
        """The same piece as a *label*."""
        return replace(self, label=label)

    def dropped(self, reason: str) -> "Piece":
        """The same piece as no part of the article, for *reason*."""
        return replace(self, label=Label.DROPPED, reason=reason)


def trimmed(text: str, piece: Piece) -> Piece:
    """*piece* without the blanks at its ends; it may be left empty."""
    words = piece.of(text)
    start = piece.start + len(words) - len(words.lstrip())
    return replace(piece, start=start, end=max(start, piece.start + len(words.rstrip())))


def cut_out(text: str, piece: Piece, middle: Piece) -> list[Piece]:
    """*piece* parted into what stands before *middle*, *middle* itself, and what comes after."""
    parts = [
        replace(piece, end=middle.start),
        middle,
        replace(piece, start=middle.end, opens=piece.opens and middle.start == piece.start),
    ]
    return [part for part in (trimmed(text, part) for part in parts) if part.start < part.end]
