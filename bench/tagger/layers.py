"""An annotated article as word pieces with a label in each of the tagger's four layers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bench.gold import Attribution, GoldArticle, Place
from questions.attribution.quotations import find_quotations
from questions.attribution.tagger import pieces
from questions.attribution.tagger.decoding import BEGINS, INSIDE, LAYERS
from questions.attribution.tagger.pieces import Encode, Numbers, Pieces
from questions.reading import plain

Spans = dict[str, list[Place]]
"""For each layer its spans, ``[start, end)`` in characters of the article's text."""


@dataclass(frozen=True)
class Cut:
    """A text in pieces, and where in it each paragraph begins."""

    pieces: Pieces
    offsets: tuple[int, ...]

    def range(self, place: Place) -> tuple[int, int]:
        """The first and one past the last piece of *place* in the article's own text."""
        at = int(np.searchsorted(self.offsets, place[0], "right")) - 1
        shift = self.pieces.begins[at] - self.offsets[at]
        return self.pieces.covering(place[0] + shift, place[1] + shift)


def cut(encode: Encode, text: str) -> Cut:
    """*text* as the tagger reads it."""
    article, offsets = plain(text)
    paragraphs = [paragraph.text for paragraph in article.paragraphs]
    return Cut(pieces.cut(encode, paragraphs, find_quotations(article.paragraphs)), offsets)


def spans(article: GoldArticle) -> Spans:
    """The marked places by layer; no two of a layer overlap, the larger content goes first.

    A content that lies within a larger one is of the layer "inner".
    """
    taken: Spans = {layer: [] for layer in LAYERS}
    contents = sorted({tuple(sorted(one.content)) for one in article.attributions}, key=_size)
    for index, content in enumerate(contents):
        inner = any(_within(content, larger) for larger in contents[:index])
        _put(taken["inner" if inner else "content"], content)
    for one in article.attributions:
        for layer, place in marked(one):
            _put(taken[layer], [place])
    return taken


def marked(one: Attribution) -> Iterable[tuple[str, Place]]:
    """Where source and cue of an attribution stand, as far as they do."""
    if one.mention:
        yield "source", one.mention
    if one.cue:
        yield "cue", one.cue


def _size(content: Sequence[Place]) -> tuple[int, Sequence[Place]]:
    return -sum(end - start for start, end in content), content


def _within(content: Sequence[Place], larger: Sequence[Place]) -> bool:
    return all(any(a <= start and end <= b for a, b in larger) for start, end in content)


def _put(taken: list[Place], places: Sequence[Place]) -> None:
    if all(end <= a or start >= b for start, end in places for a, b in taken):
        taken.extend(places)


def labels(text: Cut, marked_spans: Spans) -> Numbers:
    """An array (pieces, layers) of labels."""
    table = np.zeros((len(text.pieces), len(LAYERS)), np.int64)
    for layer, name in enumerate(LAYERS):
        for place in sorted(marked_spans[name]):
            first, end = text.range(place)
            table[first:end, layer] = INSIDE
            table[first : first + 1, layer] = BEGINS
    return table
