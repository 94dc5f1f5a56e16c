"""Whom a pronoun means: of all that it may mean, the one that the reader has in mind.

Each candidate is seen at its recent references; what is seen of it is weighed, and the weights
make a probability (a softmax over the candidates). The weights were fitted on the annotated
articles with ``python -m bench.fit_pronouns``.
"""

from math import exp, log
from typing import NamedTuple

from questions.attribution.cast import Entity, is_by_pronoun
from questions.attribution.references import Reference
from questions.claims import SourceKind

Seen = dict[str, float]
"""What is seen of a candidate, by name; a name that is missing stands for 0."""

OF_PEOPLE: Seen = {
    "a name": 0.83,
    "a person": 0.28,
    "another paragraph": -0.31,
    "gender known": 0.49,
    "has spoken": -0.13,
    "in its own words": -0.6,
    "leads": 0.45,
    "led last": 0.8,
    "of unknown kind": -0.28,
    "owns": -0.12,
    "paragraphs back": -0.21,
    "pronoun": -0.57,
    "quoted": -0.32,
    "sentences back": -0.38,
    "speaking": -0.1,
    "spoke last": 0.3,
    "subject": 0.23,
    "times": 0.08,
    "times in all": 0.31,
}
"""For "he" and "she"."""

OF_OTHERS: Seen = {
    "a body": -0.4,
    "a document": -0.14,
    "a name": 0.59,
    "another paragraph": -0.3,
    "gender known": -0.31,
    "has spoken": -0.02,
    "in its own words": -1.07,
    "leads": 0.03,
    "led last": 1.16,
    "of unknown kind": -0.68,
    "owns": 0.1,
    "paragraphs back": 0.23,
    "pronoun": -0.25,
    "quoted": -0.43,
    "sentences back": -0.59,
    "speaking": 0.12,
    "spoke last": 0.48,
    "subject": 0.61,
    "times": -0.25,
    "times in all": 0.64,
}
"""For "they" and "it"."""

_FARTHEST = 8
"""Sentences or paragraphs; farther is as far."""


class Last(NamedTuple):
    """Whether a candidate was the last to speak, or the last subject of a main clause."""

    spoke: bool
    led: bool


def seen(
    pronoun: Reference, before: Reference, entity: Entity, *, in_own_words: bool, last: Last
) -> Seen:
    """What is seen of *entity* at its reference *before* by one who reads *pronoun*."""
    return {
        "sentences back": min(_FARTHEST, pronoun.sentence - before.sentence),
        "another paragraph": float(pronoun.at != before.at),
        "paragraphs back": min(_FARTHEST, pronoun.at - before.at),
        "subject": float(before.is_subject),
        "leads": float(before.leads),
        "owns": float(before.owns),
        "speaking": float(before.speaking),
        "quoted": float(before.quoted and not pronoun.quoted),
        "in its own words": float(in_own_words),
        "pronoun": float(is_by_pronoun(before)),
        "times": log(1 + entity.times),
        "times in all": log(len(entity.named.mentions)) if entity.named else 0.0,
        "gender known": float(bool(entity.gender)),
        "a name": float(entity.named is not None),
        "a person": float(entity.kind is SourceKind.PERSON),
        "a document": float(entity.kind is SourceKind.DOCUMENT),
        "a body": float(entity.kind is SourceKind.ORGANISATION),
        "has spoken": float(entity.has_spoken),
        "spoke last": float(last.spoke),
        "led last": float(last.led),
        "of unknown kind": float(entity.kind is SourceKind.UNNAMED),
    }


def weight(of: Seen, *, personal: bool) -> float:
    """The sum of what is seen, weighed; *personal* for "he" and "she"."""
    weights = OF_PEOPLE if personal else OF_OTHERS
    return sum(weights.get(name, 0.0) * value for name, value in of.items())


def probabilities(weights: dict[int, float]) -> dict[int, float]:
    """The probability of each candidate, by its weight."""
    if not weights:
        return {}
    most = max(weights.values())
    powers = {number: exp(one - most) for number, one in weights.items()}
    total = sum(powers.values())
    return {number: power / total for number, power in powers.items()}
