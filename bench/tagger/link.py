"""Fit the linker: which cue a content has, and which source a cue.

The spans are those marked, with some left out as a tagger would; each choice is then a softmax over
the candidates near by and "none".
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from bench.gold import GoldArticle, Place
from bench.tagger.layers import Cut, cut, marked, spans
from questions.attribution.tagger.decoding import Floats, Tagged
from questions.attribution.tagger.linker import FEATURES, Surroundings, Weights
from questions.attribution.tagger.pieces import Encode

MISSED = (0.0, 0.1)
"""Shares of the spans that are left out, one time each."""

DAMPING, STEPS, RATE = 0.3, 400, 0.1


class Choice(NamedTuple):
    """A row of features for each candidate, "none" last, and which row is right."""

    rows: Floats
    right: int


def fit_linker(articles: Sequence[GoldArticle], encode: Encode) -> dict[str, dict[str, float]]:
    """The weights of both choices, by the names of the features."""
    choices: dict[str, list[Choice]] = {"cue": [], "source": []}
    rng = np.random.default_rng(0)
    for article in articles:
        text = cut(encode, article.text)
        for missed in MISSED:
            for kind, choice in _choices(article, text, missed, rng):
                choices[kind].append(choice)
    return {kind: _named(fit(some)) for kind, some in choices.items()}


def _named(weights: Floats) -> dict[str, float]:
    return {name: round(float(w), 5) for name, w in zip(FEATURES, weights, strict=True) if w}


def share_right(articles: Iterable[GoldArticle], encode: Encode, weights: Weights) -> float:
    """How often the right candidate is chosen among spans that are all as marked."""
    right = []
    for article in articles:
        text = cut(encode, article.text)
        for kind, choice in _choices(article, text, 0.0, np.random.default_rng(0)):
            numbers = np.array([weights[kind].get(name, 0.0) for name in FEATURES])
            right.append(int((choice.rows @ numbers).argmax()) == choice.right)
    return sum(right) / max(1, len(right))


def _choices(
    article: GoldArticle, text: Cut, missed: float, rng: np.random.Generator
) -> Iterable[tuple[str, Choice]]:
    found = _as_tagged(article, text, missed, rng)
    around = Surroundings(text.pieces, found.values())
    for span, kind, other in _links(article, found):
        candidates, rows = around.choice(span, kind)
        if other is None or other in candidates:
            yield kind, Choice(rows, candidates.index(other) if other else len(candidates))


def _as_tagged(
    article: GoldArticle, text: Cut, missed: float, rng: np.random.Generator
) -> dict[tuple[str, Place], Tagged]:
    """The marked spans as if tagged, by kind and place, but for a share that is *missed*."""
    found = {}
    for layer, places in spans(article).items():
        for place in places:
            first, end = text.range(place)
            if end > first and rng.random() >= missed:
                start, stop = (
                    int(text.pieces.offsets[first, 0]),
                    int(text.pieces.offsets[end - 1, 1]),
                )
                kind = "content" if layer == "inner" else layer
                found[kind, place] = Tagged(layer, start, stop, first, end - 1, 1.0)
    return found


def _links(
    article: GoldArticle, found: dict[tuple[str, Place], Tagged]
) -> Iterable[tuple[Tagged, str, Tagged | None]]:
    """Each span that has to choose, of what kind, and the right choice."""
    right: dict[tuple[Tagged, str], Tagged | None] = {}
    for one in article.attributions:
        places = dict(marked(one))
        cue = found.get(("cue", places["cue"])) if "cue" in places else None
        source = found.get(("source", places["source"])) if "source" in places else None
        if cue:
            right.setdefault((cue, "source"), source)
        for place in one.content:
            content = found.get(("content", place))
            if content:
                right[content, "cue"] = right.get((content, "cue")) or cue
    for (span, kind), other in right.items():
        yield span, kind, other


def fit(choices: Sequence[Choice]) -> Floats:
    """The weights of a softmax choice, by Adam (Kingma and Ba, 2015) on all choices at once."""
    most, width = max(len(choice.rows) for choice in choices), len(FEATURES)
    rows = np.zeros((len(choices), most, width), np.float32)
    mask = np.full((len(choices), most), -1e9, np.float32)
    for number, choice in enumerate(choices):
        rows[number, : len(choice.rows)] = choice.rows
        mask[number, : len(choice.rows)] = 0
    scale = rows.reshape(-1, width).std(0) + 1e-6
    rows /= scale
    right = rows[np.arange(len(choices)), [choice.right for choice in choices]].sum(0)
    weights, mean, square = np.zeros((3, width), np.float32)
    for step in range(1, STEPS + 1):
        scores = rows @ weights + mask
        likely = np.exp(scores - scores.max(1, keepdims=True))
        likely /= likely.sum(1, keepdims=True)
        slope = np.tensordot(likely, rows, axes=2) - right + DAMPING * weights
        slope /= len(choices)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        change = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        weights = weights - RATE * (1 - step / STEPS) * change
    fitted: Floats = weights / scale
    return fitted
