"""Fit on the judgements how likely a question is to be valid, and from where it needs no review.

Logistic regression with a quadratic penalty, by Newton's method (Hastie, Tibshirani & Friedman,
The Elements of Statistical Learning, 2nd edition, section 4.4.1). Thresholds come from
probabilities that are cross-validated by article, so that no article speaks for itself.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.questions.judgements import Judgement
from questions.recipes import FOR_REVIEW, RECIPES
from questions.recipes.certainty import FITTED, NEVER, Certainty

PENALTY = 3.0
EXPECTED = {"the recipe's own": 1.0}
"""What a weight is before anything was judged: a recipe knows something of its questions."""

LOWEST = 0.85
"""No threshold is lower, however few were found invalid."""

LOOKED_AT = 0.75
"""From here on a question is suggested, where too few were judged to tell."""

STEPS = 50
SMALLEST = 1e-6
FOLDS = 8
HELD = 0.95
"""The share of the questions served unseen that must be valid: see the decision on it."""

SUGGESTED = 0.87
"""The share of what is suggested to a teacher that must be valid."""

FEWEST = 8
"""Judged questions above a threshold; with fewer, nothing is known of it."""

ENOUGH = 60
"""Judged questions of a recipe, from which on it has a threshold of its own."""

UNSEEN = sorted(recipe.name for recipe in RECIPES if not recipe.for_review)

Numbers = NDArray[np.float64]


class Judged(NamedTuple):
    """How likely a question was to be valid, by a fit without its article, and whether it was."""

    recipe: str
    likely: float
    sound: bool


def fit(judgements: Sequence[Judgement]) -> Certainty:
    """Weights from all *judgements*, thresholds from their cross-validated probabilities."""
    weighed = _regression(judgements)
    pairs = [
        Judged(judgement.question.recipe or "", likely, judgement.sound)
        for judgement, likely in zip(judgements, cross_validated(judgements), strict=True)
    ]
    thresholds = _thresholds(pairs)
    rest = [one for one in pairs if one.likely < thresholds.get(one.recipe, NEVER)]
    suggested = threshold(rest, SUGGESTED)
    if suggested == NEVER or len(rest) < 5 * ENOUGH:
        suggested = LOOKED_AT
    return Certainty(weighed.intercept, weighed.weights, thresholds, suggested)


def write(certainty: Certainty) -> None:
    """Write *certainty* to where the recipes read it."""
    FITTED.write_text(json.dumps(asdict(certainty), indent=1) + "\n", encoding="utf-8")


def cross_validated(judgements: Sequence[Judgement]) -> list[float]:
    """For each of *judgements* the probability by a fit that has not seen its article."""
    names = sorted({judgement.article for judgement in judgements})
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    fits = {
        number: _regression([j for j in judgements if fold[j.article] != number])
        for number in set(fold.values())
    }
    return [fits[fold[j.article]].probability(j.features) for j in judgements]


def _regression(judgements: Sequence[Judgement]) -> Certainty:
    names = sorted({name for judgement in judgements for name in judgement.features})
    rows = [[1.0, *(j.features.get(name, 0.0) for name in names)] for j in judgements]
    seen = np.array(rows, dtype=np.float64)
    valid = np.array([j.sound for j in judgements], dtype=np.float64)
    expected = np.array([0.0, *(EXPECTED.get(name, 0.0) for name in names)])
    intercept, *weights = _newton(seen, valid, expected).round(3).tolist()
    weights = {name: weight for name, weight in zip(names, weights, strict=True) if weight}
    return Certainty(intercept, weights, {}, NEVER)


def _newton(seen: Numbers, valid: Numbers, expected: Numbers) -> Numbers:
    """The weights, drawn towards the *expected* ones where little was seen.

    A step that would lead away from the goal is halved until it does not.
    """
    penalty = np.full(seen.shape[1], PENALTY)
    penalty[0] = 0.01

    def loss(weights: Numbers) -> float:
        scores = seen @ weights
        misfit = np.logaddexp(0, scores) - valid * scores
        return float(misfit.sum() + (penalty * (weights - expected) ** 2).sum() / 2)

    weights = expected
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(seen @ weights, -30, 30)))
        slope = seen.T @ (valid - likely) - penalty * (weights - expected)
        curve = (seen.T * (likely * (1 - likely))) @ seen + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        while loss(weights + step) > loss(weights) and np.abs(step).max() > SMALLEST:
            step = step / 2
        weights = weights + step
        if np.abs(step).max() < SMALLEST:
            break
    return np.asarray(weights)


def _thresholds(pairs: Sequence[Judged]) -> dict[str, float]:
    """For each recipe its own threshold where enough is known of it, else that of all together."""
    alone = [one for one in pairs if one.recipe not in FOR_REVIEW]
    common = max(LOWEST, threshold(alone, HELD))
    found = {recipe: [one for one in alone if one.recipe == recipe] for recipe in UNSEEN}
    return {
        recipe: max(LOWEST, threshold(judged, HELD)) if len(judged) >= ENOUGH else common
        for recipe, judged in found.items()
    }


def threshold(pairs: Sequence[Judged], held: float) -> float:
    """The lowest probability from which on *held* of *pairs* are valid, if they are enough."""
    best, valid = NEVER, 0
    for count, one in enumerate(sorted(pairs, key=lambda one: -one.likely), 1):
        valid += one.sound
        if count >= FEWEST and valid >= held * count:
            best = one.likely
    return float(int(1000 * best) / 1000)
