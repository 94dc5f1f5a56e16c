"""Whom a pronoun means: of all that it may mean, the one that the reader has in mind.

Each candidate is seen at its recent references; what is seen of it is weighed, and the weights
make a probability (a softmax over the candidates). The weights were fitted on the annotated
articles with ``python -m bench.fit_pronouns``.
"""

from math import exp, log
from typing import NamedTuple

from questions import nouns
from questions.attribution.cast import Entity, is_by_pronoun
from questions.attribution.references import Reference
from questions.claims import SourceKind

Seen = dict[str, float]
"""What is seen of a candidate, by name; a name that is missing stands for 0."""

OF_PEOPLE: Seen = {
    "a name": 0.66,
    "a person": 0.23,
    "another paragraph": 0.04,
    "gender": 0.6,
    "has spoken": 0.08,
    "in its own words": -0.2,
    "leads": 0.31,
    "led last": 0.51,
    "others nearer": 0.06,
    "owns": -0.09,
    "paragraphs back": -0.2,
    "pronoun": -0.25,
    "quoted": -0.21,
    "same sentence": -0.31,
    "sentence before": 0.3,
    "sentences back": -0.41,
    "speaking": -0.01,
    "spoke last": 0.3,
    "subject": 0.13,
    "times": 0.17,
    "times before": -0.44,
    "times here": 0.24,
    "times in all": 0.37,
}
"""For "he" and "she"."""

OF_THINGS: Seen = {
    "a body": 0.02,
    "a document": 0.39,
    "a name": 0.34,
    "a thing": -0.41,
    "another paragraph": -0.43,
    "has spoken": 0.39,
    "human": 0.34,
    "in its own words": -0.18,
    "leads": 0.23,
    "led last": 0.72,
    "others nearer": 0.28,
    "owns": 0.11,
    "paragraphs back": -0.12,
    "pronoun": 0.16,
    "quoted": -0.2,
    "same sentence": -0.01,
    "sentence before": 0.52,
    "sentences back": -0.61,
    "speaking": 0.71,
    "spoke last": 0.5,
    "subject": 0.05,
    "times": -0.07,
    "times before": -0.17,
    "times here": 0.35,
    "times in all": 0.06,
}
"""For "it"."""

OF_GROUPS: Seen = {
    "a body": -0.11,
    "a document": 0.03,
    "a group": 0.79,
    "a name": 0.63,
    "another paragraph": 0.1,
    "has spoken": 0.39,
    "human": -0.23,
    "in its own words": -0.14,
    "leads": 0.49,
    "led last": 1.22,
    "others nearer": -0.57,
    "owns": 0.33,
    "paragraphs back": -0.72,
    "pronoun": -0.2,
    "quoted": -0.29,
    "same sentence": 0.73,
    "sentence before": 0.4,
    "sentences back": -0.86,
    "speaking": -0.06,
    "spoke last": 0.42,
    "subject": 0.35,
    "times": 0.12,
    "times before": -0.49,
    "times here": -0.15,
    "times in all": 0.95,
}
"""For "they"."""

_SURE_OF_GENDER = 4
"""Votes that count in full."""

_FARTHEST = 8
"""Sentences or paragraphs; farther is as far."""


class Last(NamedTuple):
    """Whether a candidate spoke last, or led last, of its kind; how many others are nearer."""

    spoke: bool
    led: bool
    nearer: int


def seen(pronoun: Reference, before: Reference, entity: Entity, last: Last) -> Seen:
    """What is seen of *entity* at its reference *before* by one who reads *pronoun*."""
    return _of_place(pronoun, before, last) | _of_entity(entity, pronoun)


def _of_place(pronoun: Reference, before: Reference, last: Last) -> Seen:
    sentences = pronoun.sentence - before.sentence
    return {
        "sentences back": min(_FARTHEST, sentences),
        "same sentence": float(sentences == 0),
        "sentence before": float(sentences == 1),
        "another paragraph": float(pronoun.at != before.at),
        "paragraphs back": min(_FARTHEST, pronoun.at - before.at),
        "others nearer": min(_FARTHEST, last.nearer),
        "subject": float(before.is_subject),
        "leads": float(before.leads),
        "owns": float(before.owns),
        "speaking": float(before.speaking),
        "quoted": float(before.quoted and not pronoun.quoted),
        "pronoun": float(is_by_pronoun(before)),
        "spoke last": float(last.spoke),
        "led last": float(last.led),
    }


def _of_entity(entity: Entity, pronoun: Reference) -> Seen:
    return {
        "times": log(1 + entity.times),
        "times in all": log(len(entity.named.mentions)) if entity.named else 0.0,
        "a name": float(entity.named is not None),
        "a person": float(entity.kind is SourceKind.PERSON),
        "a document": float(entity.kind is SourceKind.DOCUMENT),
        "a body": float(entity.kind is SourceKind.ORGANISATION),
        "a group": float(entity.kind is SourceKind.GROUP),
        "a thing": float(entity.is_thing),
        "human": float(entity.is_human),
        "times here": log(1 + entity.times_in(pronoun.at)),
        "times before": log(1 + entity.times_in(pronoun.at - 1)),
        "has spoken": float(entity.has_spoken),
    }


def agreement(form: str, manly: float) -> float:
    """From -1 to 1: how well the votes for a man agree with the pronoun *form*."""
    sign = {"male": 1, "female": -1}.get(nouns.SINGULAR_PRONOUNS.get(form, ""), 0)
    return max(-1.0, min(1.0, sign * manly / _SURE_OF_GENDER))


def weights_of(form: str) -> Seen:
    """The weights for the pronoun *form*."""
    if form in nouns.SINGULAR_PRONOUNS:
        return OF_PEOPLE
    return OF_GROUPS if form in nouns.THEY else OF_THINGS


def weight(of: Seen, weights: Seen) -> float:
    """The sum of what is seen, weighed."""
    return sum(weights.get(name, 0.0) * value for name, value in of.items())


def probabilities(weights: dict[int, float]) -> dict[int, float]:
    """The probability of each candidate, by its weight."""
    if not weights:
        return {}
    most = max(weights.values())
    powers = {number: exp(one - most) for number, one in weights.items()}
    total = sum(powers.values())
    return {number: power / total for number, power in powers.items()}
