"""The questions about articles, with what is seen of each and what is against it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bench.gold import read_gold
from bench.questions import texts
from questions import reading
from questions.attribution import find_claims
from questions.pipeline import needed
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

    @property
    def suggested(self) -> bool:
        """Whether a teacher is shown it, but no pupil before that."""
        return self.reason is None and not self.unseen and self.likely >= needed(self.question)


@dataclass(frozen=True)
class Article:
    """An article with all that is proposed about it."""

    name: str
    text: str
    material: Material
    asked: tuple[Asked, ...]

    @property
    def words(self) -> int:
        """How long it is."""
        return len(self.text.split())


def ask_about(letters: str, seed: int = 1) -> Iterator[Article]:
    """The annotated articles whose names begin with one of *letters*, with their questions."""
    for gold in read_gold(letters):
        yield _article(gold.name, gold.text, seed)


def ask_about_files(folder: Path, seed: int = 1) -> Iterator[Article]:
    """The articles in the text files of *folder*, each named as its file, with their questions."""
    for file in sorted(folder.glob("*.txt")):
        yield _article(file.stem, file.read_text(encoding="utf-8"), seed)


def _article(name: str, text: str, seed: int) -> Article:
    material = _material(text)
    return Article(name, text, material, ask(name, material, seed))


def material_of(name: str) -> Material:
    """The article *name*, annotated or kept beside the judgements, with its claims."""
    return _material(texts.text_of(name))


def _material(text: str) -> Material:
    article = reading.read(text.encode())
    return Material(article, find_claims(article))


def ask(name: str, material: Material, seed: int) -> tuple[Asked, ...]:
    """All that is proposed about the article *name*."""
    return tuple(_ask(name, material, seed))


def _ask(name: str, material: Material, seed: int) -> Iterator[Asked]:
    rng = Random(seed)  # noqa: S311  nothing secret: the choice must be repeatable
    for question in propose(material, rng):
        seen = features(question, material)
        yield Asked(name, question, seen, check(question, material))
