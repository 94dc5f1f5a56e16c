"""Fit on the judgements how likely a question is to be valid, and from where it needs no review.

Logistic regression with a quadratic penalty, by Newton's method (Hastie, Tibshirani & Friedman,
The Elements of Statistical Learning, 2nd edition, section 4.4.1). Thresholds come from
probabilities that are cross-validated by article, so that no article speaks for itself.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict

import numpy as np
from numpy.typing import NDArray

from bench.questions.judgements import Judgement
from questions.recipes.certainty import FITTED, NEVER, Certainty

PENALTY = 1.0
STEPS = 50
FOLDS = 8
HELD = 0.97
"""The share of the questions served unseen that must be valid."""

FEWEST = 8
"""Judged questions of a recipe above its threshold; with fewer, nothing is known of it."""

Numbers = NDArray[np.float64]


def fit(judgements: Sequence[Judgement]) -> Certainty:
    """Weights from all *judgements*, thresholds from their cross-validated probabilities."""
    weighed = _regression(judgements)
    thresholds = _thresholds(judgements, cross_validated(judgements))
    return Certainty(weighed.intercept, weighed.weights, thresholds)


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
    intercept, *weights = _newton(seen, valid).round(3).tolist()
    return Certainty(intercept, dict(zip(names, weights, strict=True)), {})


def _newton(seen: Numbers, valid: Numbers) -> Numbers:
    penalty = np.full(seen.shape[1], PENALTY)
    penalty[0] = 0.01
    weights = np.zeros(seen.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(seen @ weights, -30, 30)))
        slope = seen.T @ (valid - likely) - penalty * weights
        curve = (seen.T * (likely * (1 - likely))) @ seen + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    return np.asarray(weights)


def _thresholds(judgements: Sequence[Judgement], likely: Sequence[float]) -> dict[str, float]:
    by_recipe: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for judgement, probability in zip(judgements, likely, strict=True):
        by_recipe[judgement.question.recipe or ""].append((probability, judgement.sound))
    return {recipe: _threshold(found) for recipe, found in sorted(by_recipe.items())}


def _threshold(found: Sequence[tuple[float, bool]]) -> float:
    """The lowest probability from which on ``HELD`` of *found* are valid, if they are enough."""
    best, valid = NEVER, 0
    for count, (probability, sound) in enumerate(sorted(found, reverse=True), 1):
        valid += sound
        if count >= FEWEST and valid >= HELD * count:
            best = probability
    return float(int(1000 * best) / 1000)
