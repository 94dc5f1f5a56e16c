"""The questions about the annotated articles, with what is seen of each and what is against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from bench.gold import GoldArticle, read_gold
from questions import reading
from questions.attribution import find_claims
from questions.question import Question
from questions.recipes import FOR_REVIEW, propose
from questions.recipes.certainty import Features, features, fitted
from questions.recipes.material import Material
from questions.recipes.reject import check


@dataclass(frozen=True)
class Asked:
    """A question that a recipe proposed, what is seen of it, and the reason against it, if any."""

    article: str
    question: Question[Any]
    features: Features
    reason: str | None

    @property
    def likely(self) -> float:
        """The probability that it is valid, by what is fitted now."""
        return fitted().probability(self.features)

    @property
    def unseen(self) -> bool:
        """Whether it may be asked before a teacher has read it."""
        needed = fitted().threshold(self.question.recipe)
        certain = self.question.recipe not in FOR_REVIEW and self.likely >= needed
        return self.reason is None and certain


@dataclass(frozen=True)
class Article:
    """An annotated article with all that is proposed about it."""

    name: str
    words: int
    material: Material
    asked: tuple[Asked, ...]


def ask_about(letters: str, seed: int = 1) -> Iterator[Article]:
    """The annotated articles whose names begin with one of *letters*, with their questions."""
    for gold in read_gold(letters):
        material = _material(gold)
        yield Article(gold.name, len(gold.text.split()), material, ask(gold.name, material, seed))


def material_of(name: str) -> Material:
    """The annotated article *name* with its claims."""
    return _material(next(gold for gold in read_gold(name[0]) if gold.name == name))


def _material(gold: GoldArticle) -> Material:
    article = reading.read(gold.text.encode())
    return Material(article, find_claims(article))


def ask(name: str, material: Material, seed: int) -> tuple[Asked, ...]:
    """All that is proposed about the article *name*."""
    return tuple(_ask(name, material, seed))


def _ask(name: str, material: Material, seed: int) -> Iterator[Asked]:
    rng = Random(seed)  # noqa: S311  nothing secret: the choice must be repeatable
    for question in propose(material, rng):
        seen = features(question, material)
        yield Asked(name, question, seen, check(question, material))
