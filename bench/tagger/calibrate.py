"""Fit what decides between the two engines: ``questions/attribution/combine.json``.

Each reading of what the engines found in the annotated articles is right or not: its words overlap
those of a marked content by half (Dice) and its source is the marked one. A logistic regression
over what is seen of the reading says how likely that is. The tagger must not have been trained on
the articles; ``bench.tagger`` therefore trains one for each part of them on the other parts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bench.gold import Attribution, GoldArticle, Place
from questions.attribution import find_by_rules
from questions.attribution.combine import Judge, find_candidates, with_neighbours
from questions.attribution.layout import Layout
from questions.attribution.parse import parse
from questions.attribution.quotations import find_quotations
from questions.attribution.readings import Features, features
from questions.attribution.reported import Reported
from questions.attribution.tagger import Tagger
from questions.reading import plain

Floats = npt.NDArray[np.float64]

RARE = 5
"""What is seen in fewer readings is left out."""

DAMPING = 3.0
"""Weight of the penalty on the squares of the weights."""

STEPS = 40
_TITLES = frozenset("mr mrs ms dr sir prof the a an".split())
_WORD = re.compile(r"[^\W_]+(?:[.,'’\-][^\W_]+)*")
_CORE_ENDS = re.compile(
    r"[,;:()\[\]–—]|\s-\s|\b(?:who|which|that|of|for|from|at|in|on|with|by|to)\b"
)


@dataclass(frozen=True)
class Seen:
    """A candidate's readings: features, and whether each is right."""

    article: str
    readings: tuple[Features, ...]
    right: tuple[bool, ...]


class Marked:
    """The attributions marked in an article, to compare with."""

    def __init__(self, article: GoldArticle) -> None:
        self._text = article.text
        self._gold = [(self._words(one.content), one) for one in article.attributions]
        self.total = len(self._gold)

    def is_right(self, content: Sequence[Place], source: Place | None, cue: Place | None) -> bool:
        """Whether content and source are those of the marked attribution most like them."""
        words = self._words(content)
        alike = [
            (_dice(words, gold), _touch(cue, one.cue), -place, one)
            for place, (gold, one) in enumerate(self._gold)
        ]
        best = max(alike, key=lambda found: found[:3], default=None)
        return best is not None and best[0] >= 0.5 and self._same_source(source, best[3])

    def _words(self, places: Iterable[Place]) -> frozenset[int]:
        return frozenset(
            start + match.start()
            for start, end in places
            for match in _WORD.finditer(self._text[start:end])
        )

    def _same_source(self, source: Place | None, one: Attribution) -> bool:
        if source is None or one.mention is None:
            return source is None and one.mention is None
        mine, theirs = self._head(source), self._head(one.mention)
        return _holds(source, theirs) and _holds(one.mention, mine)

    def _head(self, place: Place) -> int:
        """Where the last word of a source begins, before what is added behind it."""
        start, end = place
        words = list(_WORD.finditer(self._text, start, end))
        for cut in _CORE_ENDS.finditer(self._text, words[0].end() if words else end, end):
            core = [m for m in words if m.end() <= cut.start()]
            if core:
                words = core
                break
        return words[-1].start() if words else start


def _dice(words: frozenset[int], others: frozenset[int]) -> float:
    return 2 * len(words & others) / (len(words) + len(others)) if words and others else 0.0


def _touch(place: Place | None, other: Place | None) -> bool:
    return bool(place and other and place[0] < other[1] and other[0] < place[1])


def _holds(place: Place, offset: int) -> bool:
    return place[0] <= offset < place[1]


def see(articles: Iterable[GoldArticle], tagger: Tagger) -> tuple[list[Seen], int]:
    """Every candidate in *articles*, and how many attributions are marked there."""
    seen, total = [], 0
    for article in articles:
        marked = Marked(article)
        total += marked.total
        read, offsets = plain(article.text)
        layouts = tuple(
            Layout(parsed, quotations)
            for parsed, quotations in zip(
                parse(read.paragraphs), find_quotations(read.paragraphs), strict=True
            )
        )
        ruled = find_by_rules(layouts)
        candidates = find_candidates(tagger.find_reported(layouts), ruled)
        for candidate, others in with_neighbours(candidates):
            readings = list(candidate.readings())
            right = [_right(marked, one.reported, offsets) for one in readings]
            seen.append(
                Seen(article.name, tuple(features(r, others) for r in readings), tuple(right))
            )
    return seen, total


def _right(marked: Marked, one: Reported, offsets: Sequence[int]) -> bool:
    at = offsets[one.paragraph - 1]
    tokens = one.layout.parsed.tokens
    content = [(at + start, at + end) for start, end in one.pieces]
    cue = (at + one.cue[0], at + one.cue[1]) if one.cue else None
    source = None
    if one.source is not None and one.after is None:
        source = at + tokens[one.source.first].start, at + tokens[one.source.last].end
    return marked.is_right(content, source, cue)


def fit(seen: Sequence[Seen], total: int) -> Judge:
    """The judge that fits *seen* best, with the threshold at which F1 is highest."""
    counts: dict[str, int] = defaultdict(int)
    for candidate in seen:
        for reading in candidate.readings:
            for name in reading:
                counts[name] += 1
    names = sorted(name for name, count in counts.items() if count >= RARE)
    rows, right, weight = _table(seen, names)
    solved = _logistic(rows, right, weight)
    weights = {n: round(float(w), 4) for n, w in zip(names, solved[1:], strict=True)}
    judge = Judge(round(float(solved[0]), 4), weights, 0.0)
    return Judge(judge.intercept, judge.weights, best_threshold(judge, seen, total))


def _table(seen: Sequence[Seen], names: list[str]) -> tuple[Floats, Floats, Floats]:
    """A row for each reading, whether it is right, and its weight: all of a candidate weigh 1."""
    column = {name: at for at, name in enumerate(names, 1)}
    readings = [
        (r, right, len(c.readings))
        for c in seen
        for r, right in zip(c.readings, c.right, strict=True)
    ]
    rows = np.zeros((len(readings), len(names) + 1))
    rows[:, 0] = 1
    for at, (reading, _, _) in enumerate(readings):
        for name, value in reading.items():
            if name in column:
                rows[at, column[name]] = value
    right = np.array([float(r) for _, r, _ in readings])
    return rows, right, np.array([1 / n for _, _, n in readings])


def _logistic(rows: Floats, right: Floats, weight: Floats) -> Floats:
    """Newton's method for a logistic regression with a penalty on all weights but the first."""
    solved = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], DAMPING)
    penalty[0] = 1e-3
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(rows @ solved, -30, 30)))
        slope = rows.T @ (weight * (right - likely)) - penalty * solved
        curve = (rows * (weight * likely * (1 - likely))[:, None]).T @ rows + np.diag(penalty)
        solved = solved + np.linalg.solve(curve, slope)
    return solved


def chosen(judge: Judge, seen: Sequence[Seen]) -> list[tuple[float, bool]]:
    """For each candidate how likely its likeliest reading is, and whether it is right."""
    found = []
    for candidate in seen:
        likely = [judge.likely(reading) for reading in candidate.readings]
        best = max(range(len(likely)), key=lambda at: likely[at])
        found.append((likely[best], candidate.right[best]))
    return found


def best_threshold(judge: Judge, seen: Sequence[Seen], total: int) -> float:
    """From which probability on keeping a candidate raises F1: half the best F1 to be had.

    That holds for probabilities that are calibrated (Lipton, Elkan and Naryanaswamy, 2014).
    """
    ranked = sorted(chosen(judge, seen), reverse=True)
    right, best = 0, 0.0
    for kept, (_, is_right) in enumerate(ranked, 1):
        right += is_right
        best = max(best, 2 * right / (kept + total))
    return round(best / 2, 3)


def measured(judge: Judge, seen: Sequence[Seen], total: int) -> str:
    """Precision, recall and F1 of what *judge* keeps, and how well its certainty fits, in words."""
    kept = [found for found in chosen(judge, seen) if found[0] >= judge.threshold]
    right = sum(is_right for _, is_right in kept)
    expected = sum(likely for likely, _ in kept)
    return (
        f"both engines: P {right / max(1, len(kept)):.1%}, R {right / max(1, total):.1%}, "
        f"F1 {2 * right / max(1, len(kept) + total):.1%}; "
        f"{expected:.0f} expected to be right, {right} are"
    )
