"""How likely a question is to be valid: a logistic regression over what can be seen of it.

``certainty.json`` has the weights and, for each recipe, the threshold from which its questions need
no review. ``python -m bench.questions fit`` writes it from what blind readers found, kept in
``bench/questions``; what share must be valid is said there.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from statistics import mean
from typing import Any

from questions.claims import SourceKind
from questions.question import Question
from questions.recipes import pronouns, wording
from questions.recipes.material import Material
from questions.recipes.sources import REPORTER, is_by_name, is_named

FITTED = Path(__file__).with_suffix(".json")

FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|us|me)\b", re.IGNORECASE)
NEVER = 2.0
"""A threshold that nothing reaches: questions of such a recipe go to a teacher first."""

Features = dict[str, float]
"""What is seen of a question, each between about 0 and 1; a name that is missing stands for 0."""


@dataclass(frozen=True)
class Certainty:
    """The weights of the features, and what probability is asked of a question.

    ``thresholds`` have for each recipe the one from which on it needs no review, ``suggested`` the
    one from which on it is worth a teacher's look.
    """

    intercept: float
    weights: dict[str, float]
    thresholds: dict[str, float]
    suggested: float

    def probability(self, features: Features) -> float:
        """The probability, 0 to 1, that a question with these *features* is valid."""
        total = self.intercept + sum(
            self.weights.get(name, 0.0) * value for name, value in features.items()
        )
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))

    def threshold(self, recipe: str | None) -> float:
        """From which probability on a question of *recipe* needs no review."""
        return self.thresholds.get(recipe or "", NEVER)


@cache
def fitted() -> Certainty:
    """What was fitted on the judgements of readers."""
    return Certainty(**json.loads(FITTED.read_text(encoding="utf-8")))


def features(question: Question[Any], material: Material) -> Features:
    """What tells a valid question from another; ``question.confidence`` is the recipe's own."""
    found = {
        f"recipe: {question.recipe}": 1.0,
        f"answered by: {question.kind}": 1.0,
        "the recipe's own": 10 * ((question.confidence or 0.0) - 0.9),
        "words of the stem": len(question.prompt.split()) / 30,
        "the stem points back": float(bool(pronouns.LOOKS_BACK.search(question.prompt))),
        "in the first person": float(bool(FIRST_PERSON.search(question.prompt))),
        "an opinion piece": float(material.own_voice),
        "a gap": float("_____" in question.prompt),
        "few claims": 1 / (1 + len(material.claims.claims)),
        **_of_the_options(question),
    }
    if question.claim is not None:
        found |= _of_the_claim(question.claim, material)
    return {name: round(value, 3) for name, value in found.items() if value}


def _of_the_options(question: Question[Any]) -> Features:
    right, wrong = question.right_texts, question.wrong_texts
    if not right or not wrong:
        return {}
    alike = max(wording.likeness(key, text) for key in right for text in wrong)
    return {
        "three options": float(len(question.texts) == 3),
        "the reporter is offered": float(REPORTER in wrong),
        "the reporter is right": float(REPORTER in right),
        "options alike": alike,
        "the longest is right": float(len(right[0]) > max(map(len, wrong))),
        "length apart": min(2.0, abs(len(right[0]) / mean(map(len, wrong)) - 1)),
    }


def _of_the_claim(index: int, material: Material) -> Features:
    claim = material.claims.claims[index]
    found = {
        f"form: {claim.form}": 1.0,
        f"stance: {claim.stance}": 1.0,
        f"basis: {claim.basis}": 1.0,
        "inside another claim": float(claim.within is not None),
        "hedged": float(claim.hedged),
        "claim certain": 10 * (claim.certainty - 0.9),
        "pieces of the claim": (len(claim.content) - 1) / 3,
    }
    if claim.source is not None:
        source = material.claims.sources[claim.source]
        found[f"source: {source.kind}"] = 1.0
        found["source is no person"] = float(source.kind is not SourceKind.PERSON)
        found["source described"] = float(not is_named(source))
        if claim.mention is not None and not is_by_name(source, claim.mention, material.article):
            found["source not by name"] = 1.0
            found["the speaker goes on"] = float(material.goes_on(index))
    return found
