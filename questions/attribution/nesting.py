"""Claims inside claims: "the ministry said police had told it …"."""

from dataclasses import replace

from questions.article import Span
from questions.claims import Claim

_DEEPEST = 20
"""Claims inside each other; deeper ones are not followed."""


def enclosing(claims: list[Claim]) -> tuple[Claim, ...]:
    """*claims* with ``within`` set to the innermost other claim whose content holds the cue."""
    pieces = [(span, index) for index, claim in enumerate(claims) for span in claim.content]
    anchors = [(_anchor(claim), index) for index, claim in enumerate(claims)]
    pieces.sort(key=lambda p: (p[0].paragraph, p[0].start, -p[0].end))
    anchors.sort()
    within: dict[int, int] = {}
    open_pieces: list[tuple[Span, int]] = []
    at = 0
    for anchor, index in anchors:
        while at < len(pieces) and _begins_before(pieces[at][0], anchor):
            open_pieces.append(pieces[at])
            at += 1
        while open_pieces and not _reaches(open_pieces[-1][0], anchor):
            open_pieces.pop()
        around = [p for p in open_pieces[-4:] if p[1] != index and p[0].contains(anchor)]
        if around and not _leads_to(within, around[-1][1], index):
            within[index] = around[-1][1]
    return tuple(replace(claim, within=within.get(i)) for i, claim in enumerate(claims))


def _leads_to(within: dict[int, int], start: int, wanted: int) -> bool:
    """Whether the claim *start* stands inside the claim *wanted*, by way of others or directly."""
    for _ in range(_DEEPEST):
        if start == wanted:
            return True
        if start not in within:
            return False
        start = within[start]
    return True


def _anchor(claim: Claim) -> Span:
    return claim.cue or claim.content[0]


def _begins_before(piece: Span, anchor: Span) -> bool:
    return (piece.paragraph, piece.start) <= (anchor.paragraph, anchor.start)


def _reaches(piece: Span, anchor: Span) -> bool:
    return piece.paragraph == anchor.paragraph and piece.end >= anchor.end
