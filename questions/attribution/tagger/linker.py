"""Which cue a content belongs to, and which source a cue has.

A choice between the spans near by and "none": a softmax over what stands between two spans. The
weights, in ``linker.json``, are fitted by ``bench.tagger.link``.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from questions.attribution.tagger.decoding import Floats, Tagged
from questions.attribution.tagger.pieces import BREAK, Numbers, Pieces

REACH = 160
"""Pieces; nothing further away is a candidate."""

MOST = 24
"""Candidates for one choice."""

_CONTENTS = ("content", "inner")
_KINDS = ("source", "cue", "content")
_BE = frozenset("is are was were be been being am 's get gets got".split())
_PRONOUNS = frozenset("i we you he she they it who".split())
_LEADING = frozenset("according acording in by".split())
_PARTICIPLE = re.compile(
    r"\w+(ed|en|wn|told|said|thought|known|put|quoted)\b|told|said|thought|known|understood|held"
)
_STARTS_A_SENTENCE = re.compile(r"[A-Z“\"‘'«]")

_THERE = (
    "gap", "touches", "two pieces", "six pieces", "same paragraph", "same sentence", "sentences",
    "quotation marks", "sources", "cues", "contents", "is there",
)  # fmt: skip
_OF_BOTH = (
    "nearest before", "nearest behind", "nearest", "inside", "same home", "both inner",
    "both quoted", "only the other quoted", "only this quoted", "pronoun", "who", "leading word",
    "right behind", "right before", "passive, behind", "passive, before",
)  # fmt: skip
_OF_NONE = (
    "none", "none, quoted", "none in the paragraph", "none in the sentence", "none, opens",
    "none, quoted and opens", "none, passive",
)  # fmt: skip
FEATURES = (
    *(f"behind: {name}" for name in _THERE),
    *(f"before: {name}" for name in _THERE),
    *_OF_BOTH,
    *_OF_NONE,
)
"""What a choice is made by; "behind" where the candidate stands behind the span."""

Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Linked:
    """An attribution as the tagger has it; a probability for each link between its spans."""

    source: Tagged | None
    cue: Tagged | None
    contents: tuple[Tagged, ...]
    to_cue: float
    to_source: float


class Surroundings:
    """The tagged spans of a text, with running counts of what lies before each piece."""

    def __init__(self, pieces: Pieces, found: Iterable[Tagged]) -> None:
        self.pieces = pieces
        spans = sorted(found, key=lambda span: (span.first, -span.last))
        self.by = {kind: [s for s in spans if _kind(s) == kind] for kind in _KINDS}
        self._firsts = {kind: [s.first for s in some] for kind, some in self.by.items()}
        self._counts = {
            kind: np.searchsorted(firsts, np.arange(len(pieces) + 1))
            for kind, firsts in self._firsts.items()
        }

    @cached_property
    def paragraph(self) -> Numbers:
        """The paragraph of each piece."""
        return np.cumsum(self.pieces.ids == BREAK)

    @cached_property
    def sentence(self) -> Numbers:
        """The sentence of each piece, counted from the start of the text."""
        words = [self.pieces.text[start:end] for start, end in self.pieces.offsets.tolist()]
        quoted = self.pieces.quoted == 1
        starts = np.zeros(len(words), np.int64)
        ends = np.array([word in ".!?" and word != "" for word in words], bool)
        opens = np.array([bool(_STARTS_A_SENTENCE.match(word)) for word in words], bool)
        starts[1:] = ends[:-1] & (opens[1:] | quoted[1:] | ~quoted[:-1])
        return np.cumsum(starts) + self.paragraph

    @cached_property
    def _marks(self) -> Numbers:
        return np.cumsum(np.abs(np.diff(self.pieces.quoted, prepend=0)))

    @cached_property
    def _homes(self) -> Numbers:
        homes = np.full(len(self.pieces), -1)
        for number, span in enumerate(self.by["content"]):
            if span.layer == "content":
                homes[span.first : span.last + 1] = number
        return homes

    def home(self, span: Tagged) -> int:
        """The outer content that *span* stands in, unless it is one; -1 for none."""
        return -1 if span.layer == "content" else int(self._homes[span.first])

    def near(self, span: Tagged, kind: str) -> list[Tagged]:
        """The candidates for *span*, in the order of the text."""
        spans, firsts = self.by[kind], self._firsts[kind]
        low = bisect_left(firsts, span.first - REACH)
        high = bisect_right(firsts, span.last + REACH)
        here = self.paragraph[span.first]
        some = [s for s in spans[low:high] if abs(self.paragraph[s.first] - here) <= 1]
        if len(some) > MOST:
            some = sorted(some, key=lambda s: max(s.first - span.last, span.first - s.last))[:MOST]
        return sorted(some, key=lambda s: s.first)

    def between(self, span: Tagged, other: Tagged) -> list[float]:
        """What lies between two spans, apart for each order."""
        early, late = (span, other) if span.first <= other.first else (other, span)
        begin, end = early.last + 1, max(early.last + 1, late.first)
        gap = end - begin
        sentences = int(self.sentence[late.first] - self.sentence[early.last])
        there = [
            float(np.log1p(gap)),
            *(float(gap <= most) for most in (0, 2, 6)),
            float(self.paragraph[span.first] == self.paragraph[other.first]),
            float(sentences == 0),
            min(3.0, sentences),
            min(4.0, float(self._marks[late.first] - self._marks[early.last])),
            *(min(3.0, float(count[end] - count[begin])) for count in self._counts.values()),
            1.0,
        ]
        nothing = [0.0] * len(there)
        return there + nothing if span.first <= other.first else nothing + there

    def quoted(self, span: Tagged) -> float:
        """1 if most of *span* stands in quotation marks, else 0."""
        return float(self.pieces.quoted[span.first : span.last + 1].mean() > 0.5)

    def passive(self, span: Tagged) -> float:
        """1 if *span* is a cue in the passive ("was never told"), else 0."""
        before = self.pieces.text[max(0, span.start - 30) : span.start].lower().split()[-2:]
        cue = self.pieces.text[span.start : span.end].lower()
        participle = _PARTICIPLE.match(cue)
        return float(span.layer == "cue" and participle is not None and bool(_BE & set(before)))

    def opens(self, span: Tagged) -> float:
        """1 if *span* begins its paragraph, but for a mark, else 0."""
        before = self.pieces.ids[max(0, span.first - 2) : span.first]
        return float(span.first <= 0 or BREAK in before)

    def choice(self, span: Tagged, kind: str) -> tuple[list[Tagged], Floats]:
        """The candidates of a kind for *span* and a row of ``FEATURES`` for each, "none" last."""
        candidates = self.near(span, kind)
        quoted, passive, home = self.quoted(span), self.passive(span), self.home(span)
        rows = []
        for other, nearest in zip(candidates, _nearest(span, candidates), strict=True):
            theirs, same = self.quoted(other), float(self.home(other) == home)
            first = self.pieces.text[other.start : other.end].split()[0].lower()
            rows.append(
                [
                    *self.between(span, other),
                    *nearest,
                    float(span.first <= other.first and other.last <= span.last),
                    same,
                    same * (span.layer == "inner"),
                    quoted * theirs,
                    (1 - quoted) * theirs,
                    quoted * (1 - theirs),
                    float(first in _PRONOUNS),
                    float(first == "who"),
                    float(first in _LEADING),
                    float(other.first - span.last == 1),
                    float(span.first - other.last == 1),
                    passive * (other.first > span.first),
                    passive * (other.first < span.first),
                    *(0.0 for _ in _OF_NONE),
                ]
            )
        rows.append(self._none(span, candidates))
        return candidates, np.array(rows)

    def _none(self, span: Tagged, candidates: list[Tagged]) -> list[float]:
        paragraph = [c for c in candidates if self.paragraph[c.first] == self.paragraph[span.first]]
        here = (self.sentence[span.first], self.sentence[span.last])
        sentence = [c for c in paragraph if self.sentence[c.first] in here]
        quoted, opens = self.quoted(span), self.opens(span)
        return [
            *(0.0 for _ in range(len(FEATURES) - len(_OF_NONE))),
            1.0,
            quoted,
            float(not paragraph),
            float(not sentence),
            opens,
            quoted * opens,
            self.passive(span),
        ]


def _kind(span: Tagged) -> str:
    return "content" if span.layer in _CONTENTS else span.layer


def _nearest(span: Tagged, candidates: list[Tagged]) -> list[list[float]]:
    """Whether each candidate is the nearest before, the nearest behind, the nearest of all."""
    far = 1e9
    gaps = [max(c.first - span.last, span.first - c.last, 0) for c in candidates]
    before = [g if c.first < span.first else far for c, g in zip(candidates, gaps, strict=True)]
    behind = [g if c.first >= span.first else far for c, g in zip(candidates, gaps, strict=True)]
    return [
        [float(a == min(before) < far), float(b == min(behind) < far), float(c == min(gaps))]
        for a, b, c in zip(before, behind, gaps, strict=True)
    ]


class Linker:
    """Links spans by fitted weights: for each kind of candidate, a number for each feature."""

    def __init__(self, weights: Weights) -> None:
        self._weights: dict[str, npt.NDArray[np.float64]] = {
            kind: np.array([named.get(name, 0.0) for name in FEATURES])
            for kind, named in weights.items()
        }

    def link(self, pieces: Pieces, found: list[Tagged]) -> list[Linked]:
        """The attributions among the spans *found*, by where their contents begin."""
        around = Surroundings(pieces, [s for s in found if s.layer != "weak"])
        sources = self._sources(around, found)
        by_cue: dict[Tagged, list[tuple[Tagged, float]]] = {}
        linked = []
        for content in around.by["content"]:
            cue, sure = self._choose(around, content, "cue")
            if cue is not None:
                by_cue.setdefault(cue, []).append((content, sure))
            elif around.quoted(content):
                linked.append(Linked(_right_before(around, content), None, (content,), sure, 1.0))
        for cue, contents in by_cue.items():
            source, to_source = sources[cue]
            spans = tuple(content for content, _ in contents)
            to_cue = min(sure for _, sure in contents)
            linked.append(Linked(source, cue, spans, to_cue, to_source))
        return sorted(linked, key=lambda one: one.contents[0].first)

    def _sources(
        self, around: Surroundings, found: list[Tagged]
    ) -> dict[Tagged, tuple[Tagged | None, float]]:
        """The source of each cue; a weak one only where there is no other."""
        weak = Surroundings(
            around.pieces, [replace(s, layer="source") if s.layer == "weak" else s for s in found]
        )
        chosen = {}
        for cue in around.by["cue"]:
            source, sure = self._choose(around, cue, "source")
            chosen[cue] = (source, sure) if source else self._choose(weak, cue, "source")
        return chosen

    def _choose(self, around: Surroundings, span: Tagged, kind: str) -> tuple[Tagged | None, float]:
        candidates, rows = around.choice(span, kind)
        scores = rows @ self._weights[kind]
        likely = np.exp(scores - scores.max())
        best = int(likely.argmax())
        sure = float(likely[best] / likely.sum())
        return candidates[best] if best < len(candidates) else None, sure


def _right_before(around: Surroundings, content: Tagged) -> Tagged | None:
    """The source of a content without a cue: one that ends right before it ("Mayor: ...")."""
    sources = around.by["source"]
    at = bisect_left(sources, content.first, key=lambda span: span.first) - 1
    if at < 0 or around.paragraph[sources[at].last] != around.paragraph[content.first]:
        return None
    between = around.pieces.text[sources[at].end : content.start]
    return sources[at] if len(between) <= 3 and ":" in between else None
