"""Two engines heard together: what the tagger and the rules found, as one list of attributions.

Findings with the same cue or content are one candidate. A candidate can be read in up to four
ways, with the content and the source of either engine; ``combine.json`` has the weights of a
logistic regression that says how likely each of them is to be right, fitted by
``bench.tagger.calibrate`` on annotated articles that the tagger had not been trained on. The
likeliest reading is kept, if it is likely enough, and how likely it is becomes its certainty.
"""

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp
from pathlib import Path

from questions.attribution.content import Piece
from questions.attribution.goes_on import Covered
from questions.attribution.readings import Candidate, Features, features, likeness
from questions.attribution.reported import Reported
from questions.claims import Stance

FITTED = Path(__file__).with_suffix(".json")

SAME = 0.5
"""Likeness from which on two contents without a common cue are one claim."""

ALIKE = 0.8
"""Likeness from which on two contents of one source are one claim, whatever their cues."""

SURE_INSIDE = 0.8
"""From which probability on a claim inside a claim is kept: annotators disagree about most."""

SURE_OF_A_THING = 0.6
"""From which probability on a claim whose content has no finite verb is kept."""

NEIGHBOURS = 6
"""How many contents to either side are compared."""


@dataclass(frozen=True)
class Judge:
    """The weights of a logistic regression, and from which probability on a reading is kept."""

    intercept: float
    weights: Mapping[str, float]
    threshold: float

    def likely(self, seen: Features) -> float:
        """The probability, 0 to 1, that a reading with these features is right."""
        total = self.intercept + sum(self.weights.get(k, 0.0) * v for k, v in seen.items())
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))

    def best(self, candidate: Candidate, others: Sequence[Candidate]) -> Reported:
        """The likeliest reading of *candidate*."""
        judged = [
            (self.likely(features(reading, others)), reading.reported)
            for reading in candidate.readings()
        ]
        likely, reported = max(judged, key=lambda pair: pair[0])
        return replace(reported, likely=likely)


@cache
def fitted() -> Judge:
    """The judge fitted on the annotated articles."""
    return Judge(**json.loads(FITTED.read_text(encoding="utf-8")))


def combine(tagged: list[Reported], ruled: list[Reported], judge: Judge) -> list[Reported]:
    """The attributions of an article, in the order of the text."""
    candidates = find_candidates(tagged, ruled)
    best = [judge.best(one, others) for one, others in with_neighbours(candidates)]
    kept = [one for one in best if one.likely is not None and one.likely >= judge.threshold]
    return with_speakers(sorted(_sure_enough(kept), key=_place))


def _sure_enough(kept: list[Reported]) -> list[Reported]:
    """*kept* without claims inside claims, and claims without a clause, that are less sure."""
    contents: dict[int, list[Piece]] = defaultdict(list)
    for one in kept:
        contents[one.paragraph] += one.pieces
    covered = {paragraph: Covered(pieces) for paragraph, pieces in contents.items()}
    return [one for one in kept if (one.likely or 0.0) >= _needed(one, covered[one.paragraph])]


def _needed(one: Reported, contents: Covered) -> float:
    """How sure *one* must be, in a paragraph where the *contents* of claims are these."""
    inside = one.cue is not None and contents.overlaps(one.cue[0], one.cue[0] + 1)
    needed = 0.0 if one.has_clause else SURE_OF_A_THING
    return max(needed, SURE_INSIDE) if inside else needed


def find_candidates(tagged: list[Reported], ruled: list[Reported]) -> list[Candidate]:
    """Every finding of either engine, once, in the order of the text."""
    by_cue = {(one.paragraph, one.cue[0]): one for one in ruled if one.cue}
    shelf = _Shelf(ruled)
    taken: set[int] = set()
    found = []
    for one in tagged:
        partner = _same_cue(one, by_cue) or shelf.most_like(one, taken)
        if partner is not None and id(partner) in taken:
            partner = None
        if partner is not None:
            taken.add(id(partner))
        found.append(Candidate(one, partner))
    found += [Candidate(None, one) for one in ruled if id(one) not in taken]
    return sorted(found, key=lambda candidate: _place(candidate.either))


def _place(one: Reported) -> tuple[int, int, int]:
    first = min(start for start, _ in one.pieces)
    return one.paragraph, min(first, one.cue[0]) if one.cue else first, first


def _same_cue(one: Reported, by_cue: dict[tuple[int, int], Reported]) -> Reported | None:
    """What the rules found behind one of the words of the cue."""
    words = one.layout.tokens_between(*one.cue) if one.cue else ()
    found = (by_cue.get((one.paragraph, word.start)) for word in words)
    return next((other for other in found if other), None)


class _Shelf:
    """Attributions by paragraph and by where their contents begin."""

    def __init__(self, everything: list[Reported]) -> None:
        self._pieces: dict[int, list[tuple[Piece, int]]] = defaultdict(list)
        self._everything = everything
        for index, one in enumerate(everything):
            self._pieces[one.paragraph] += [(piece, index) for piece in one.pieces]
        for pieces in self._pieces.values():
            pieces.sort()

    def most_like(self, one: Reported, taken: set[int]) -> Reported | None:
        """The attribution with the content most like that of *one*, if it may be the same."""
        indices = {index for piece in one.pieces[:NEIGHBOURS] for index in self._near(one, piece)}
        near = [self._everything[index] for index in sorted(indices)]
        alike = [
            (likeness(one.pieces, other.pieces), -place, other)
            for place, other in enumerate(near)
            if id(other) not in taken and _may_be_one(one, other)
        ]
        best = max(alike, key=lambda found: found[:2], default=None)
        return best[2] if best and best[0] >= SAME else None

    def _near(self, one: Reported, piece: Piece) -> Iterator[int]:
        pieces = self._pieces[one.paragraph]
        low = bisect_left(pieces, (piece, -1)) - NEIGHBOURS
        high = bisect_right(pieces, ((piece[1], 0), -1))
        high = min(high, low + 3 * NEIGHBOURS)
        for _, index in pieces[max(0, low) : high]:
            yield index


def _may_be_one(one: Reported, other: Reported) -> bool:
    """Whether two attributions without a common cue can be the same."""
    if one.cue is None or other.cue is None:
        return True
    return (
        one.source is not None
        and other.source is not None
        and (one.source.head == other.source.head and likeness(one.pieces, other.pieces) >= ALIKE)
    )


def with_neighbours(
    candidates: list[Candidate],
) -> Iterator[tuple[Candidate, Sequence[Candidate]]]:
    """Each candidate with those of its paragraph that stand next to it."""
    for index, candidate in enumerate(candidates):
        low = max(0, index - NEIGHBOURS)
        near = candidates[low:index] + candidates[index + 1 : index + 1 + NEIGHBOURS]
        paragraph = candidate.either.paragraph
        yield candidate, [other for other in near if other.either.paragraph == paragraph]


def with_speakers(kept: list[Reported]) -> list[Reported]:
    """*kept*, where a quotation without a cue has the source of the speech before it.

    That is the last one in its paragraph or, where there is none, in the paragraph before.
    """
    done: list[Reported] = []
    last: int | None = None
    for one in kept:
        uncued = one.cue is None and one.source is None
        before = done[last] if uncued and last is not None else None
        if before is None or one.paragraph - before.paragraph > 1:
            done.append(replace(one, after=None))
        else:
            here = one.paragraph == before.paragraph
            basis = "nearest speaker" if here else "same speaker goes on"
            done.append(replace(one, after=last, basis=basis))
        if done[-1].stance is Stance.SPEECH and done[-1].quoted_in is None:
            last = len(done) - 1
    return done
