"""From the network's scores to spans: sources, cues, contents, and contents inside contents.

Each piece has a label of its own in each of four layers: outside, beginning or inside a span.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from questions.attribution.tagger.pieces import Numbers, Pieces

LAYERS = ("source", "cue", "content", "inner")
"""``inner`` is a content that stands inside another one; spans of one layer never overlap."""

OUTSIDE, BEGINS, INSIDE = 0, 1, 2

READINESS = (0.5, 0.5, 0.0, -1.0)
"""For each layer, by how much the odds of "outside" are lowered (natural logarithm)."""

WEAKER = 2.0
"""So much more ready are the sources that only a cue without one may take."""

WINDOW, OVERLAP = 254, 96
"""Pieces that the network sees at once, and how many of them in two windows."""

_GOES_ON = 0.1
"""A capitalised word this likely to go on a source's name does so."""

_SHORTEST = 3
"""Pieces; a content is not stretched over a shorter quotation."""

_EDGES = "“”\"«»‘’'`,.;:– —-"
_NO_NAMES = frozenset("i he she it they we you who".split())

Floats = npt.NDArray[np.float64]
Scores = Callable[[Numbers, Numbers], npt.NDArray[np.float32]]


@dataclass(frozen=True)
class Tagged:
    """A span: ``[start, end)`` in characters of the text; its first and last piece."""

    layer: str
    start: int
    end: int
    first: int
    last: int
    probability: float


def tagged(scores: Scores, pieces: Pieces) -> list[Tagged]:
    """All spans by where they begin; sources too weak to be among them are of layer "weak"."""
    likely = probabilities(scores, pieces)
    found = [span for k, name in enumerate(LAYERS) for span in _layer(pieces, likely, k, name)]
    taken = {i for span in found if span.layer == "source" for i in _range(span)}
    weak = _layer(pieces, likely, 0, "weak", WEAKER)
    found += [span for span in weak if not taken.intersection(_range(span))]
    return sorted(_over_quotations(pieces, found), key=lambda span: (span.first, -span.last))


def _range(span: Tagged) -> range:
    return range(span.first, span.last + 1)


# ---------------------------------------------------------------- what the network says


def probabilities(scores: Scores, pieces: Pieces) -> Floats:
    """An array (pieces, layers, labels).

    Where two windows overlap, each counts the more the further from its edge a piece stands.
    """
    total = np.zeros((len(pieces), len(LAYERS), 3))
    weights = np.zeros((len(pieces), 1, 1))
    for first, end in _windows(len(pieces)):
        row = scores(*pieces.window(first, end))[1:-1].astype(np.float64)
        weight = _weight(first, end, len(pieces))
        total[first:end] += weight * _softmax(row.reshape(end - first, len(LAYERS), 3))
        weights[first:end] += weight
    return total / np.maximum(weights, 1e-9)


def _windows(length: int) -> Iterator[tuple[int, int]]:
    for first in range(0, max(1, length - OVERLAP), WINDOW - OVERLAP):
        if length:
            yield first, min(length, first + WINDOW)


def _weight(first: int, end: int, length: int) -> Floats:
    count = np.arange(end - first)
    before = np.where(first == 0, OVERLAP, count + 1)
    behind = np.where(end == length, OVERLAP, end - first - count)
    weight: Floats = np.minimum(1.0, np.minimum(before, behind) / (OVERLAP / 2))
    return weight[:, None, None]


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    likely: Floats = powers / powers.sum(-1, keepdims=True)
    return likely


# ---------------------------------------------------------------- the best labels


def best_labels(likely: Floats) -> npt.NDArray[np.int8]:
    """The most probable labels of each piece (pieces, 3) in which no span starts with INSIDE.

    Viterbi's algorithm, where the only forbidden step is from OUTSIDE to INSIDE.
    """
    score = np.log(likely + 1e-9).tolist()
    if not score:
        return np.zeros(0, np.int8)
    back: list[tuple[int, int]] = []
    outside, begins, inside = score[0][OUTSIDE], score[0][BEGINS], -1e9
    for at_outside, at_begins, at_inside in score[1:]:
        within = BEGINS if begins >= inside else INSIDE
        in_span = max(begins, inside)
        best = OUTSIDE if outside >= in_span else within
        top = max(outside, in_span)
        back.append((best, within))
        outside, begins, inside = top + at_outside, top + at_begins, in_span + at_inside
    labels = [int(np.argmax((outside, begins, inside)))]
    for best, within in reversed(back):
        labels.append(within if labels[-1] == INSIDE else best)
    return np.array(labels[::-1], np.int8)


def _layer(
    pieces: Pieces, likely: Floats, layer: int, name: str, readier: float = 0.0
) -> list[Tagged]:
    mine = likely[:, layer].copy()
    mine[:, OUTSIDE] *= np.exp(-READINESS[layer] - readier)
    mine /= mine.sum(-1, keepdims=True)
    goes_on = (likely[:, 0, INSIDE] >= _GOES_ON) & (likely[:, 1, OUTSIDE] >= 0.5)
    found = []
    for first, last in _runs(best_labels(mine)):
        probability = _probability(mine, first, last)
        if layer == 0:
            first, last = _whole_name(pieces, goes_on, *_whole_words(pieces, first, last))
        else:
            first, last = _whole_words(pieces, first, last)
        found.append(_trimmed(pieces, name, first, last, probability))
    return [span for span in found if span]


def _runs(labels: npt.NDArray[np.int8]) -> Iterator[tuple[int, int]]:
    """First and last piece, both included, of every span."""
    ends = np.flatnonzero(np.append(labels, OUTSIDE) != INSIDE)
    for first in np.flatnonzero(labels == BEGINS):
        yield int(first), int(ends[np.searchsorted(ends, first, "right")]) - 1


def _probability(likely: Floats, first: int, last: int) -> float:
    """The geometric mean of what the labels of a span, and its end, are worth."""
    sure = [likely[first, BEGINS], *likely[first + 1 : last + 1, INSIDE]]
    sure.append(1 - likely[last + 1, INSIDE] if last + 1 < len(likely) else 1.0)
    return float(np.exp(np.log(np.array(sure) + 1e-9).mean()))


# ---------------------------------------------------------------- whole words and quotations


def _joined(pieces: Pieces, left: int) -> bool:
    """Whether piece *left* and the one behind it are of one word."""
    end, start = pieces.offsets[left, 1], pieces.offsets[left + 1, 0]
    text = pieces.text
    return bool(
        start == end < len(text) and end and text[end - 1].isalnum() and text[end].isalnum()
    )


def _whole_words(pieces: Pieces, first: int, last: int) -> tuple[int, int]:
    while first > 0 and _joined(pieces, first - 1):
        first -= 1
    while last + 1 < len(pieces) and _joined(pieces, last):
        last += 1
    return first, last


def _whole_name(
    pieces: Pieces, goes_on: npt.NDArray[np.bool_], first: int, last: int
) -> tuple[int, int]:
    """Never half a name ("Mr" of "Mr Vasey")."""
    while last + 1 < len(pieces) and goes_on[last + 1]:
        word, _ = _whole_words(pieces, last, last)
        gap = pieces.text[pieces.offsets[last, 1] : pieces.offsets[last + 1, 0]]
        named = _capital(pieces, word) and _capital(pieces, last + 1)
        if gap != " " or not named or pieces.words(word, last).lower() in _NO_NAMES:
            break
        _, last = _whole_words(pieces, first, last + 1)
    return first, last


def _capital(pieces: Pieces, piece: int) -> bool:
    return pieces.words(piece, piece)[:1].isupper()


def _trimmed(
    pieces: Pieces, layer: str, first: int, last: int, probability: float
) -> Tagged | None:
    """The span without breaks, marks and stops at either end."""
    while first <= last and not pieces.words(first, first).strip(_EDGES):
        first += 1
    while first <= last and not pieces.words(last, last).strip(_EDGES):
        last -= 1
    if first > last:
        return None
    start, end = int(pieces.offsets[first, 0]), int(pieces.offsets[last, 1])
    return Tagged(layer, start, end, first, last, probability)


def _over_quotations(pieces: Pieces, found: list[Tagged]) -> list[Tagged]:
    """A content that holds most of a quotation holds all of it, if no other is in the way."""
    marked = [pieces.covering(*place) for place in pieces.marked]
    marked = [(first, end - 1) for first, end in marked if end - first >= _SHORTEST]
    contents = sorted((s for s in found if s.layer == "content"), key=lambda s: s.first)
    ends = [-1, *(s.last for s in contents)]
    begins = [*(s.first for s in contents[1:]), len(pieces)]
    grown = [
        _grown(pieces, marked, span, (before + 1, behind - 1))
        for span, before, behind in zip(contents, ends, begins, strict=False)
    ]
    return [s for s in found if s.layer != "content"] + grown


def _grown(
    pieces: Pieces, marked: list[tuple[int, int]], span: Tagged, room: tuple[int, int]
) -> Tagged:
    first, last = span.first, span.last
    for edge in (span.first, span.last):
        at = bisect_right(marked, (edge, len(pieces))) - 1
        if at < 0:
            continue
        begin, end = marked[at]
        held = min(end, span.last) - max(begin, span.first) + 1
        if 2 * held >= end - begin + 1 and room[0] <= begin and end <= room[1]:
            first, last = min(first, begin), max(last, end)
    return _trimmed(pieces, span.layer, first, last, span.probability) or span
