"""All the steps in a row: from an article and its claims to a quiz."""

from collections.abc import Iterator
from random import Random
from typing import Any

from questions.article import Article
from questions.claims import Claims
from questions.question import Question
from questions.recipes import propose
from questions.recipes.material import Material
from questions.recipes.recipe import SURE_ENOUGH
from questions.recipes.reject import check
from questions.recipes.select import select


def judged(material: Material, rng: Random) -> Iterator[tuple[Question[Any], str | None]]:
    """Every question proposed, with the reason why it must not be asked, or None."""
    for question in propose(material, rng):
        unsure = question.confidence is not None and question.confidence < SURE_ENOUGH
        yield question, check(question, material) or ("not certain enough" if unsure else None)


def ask(
    article: Article, claims: Claims, number: int | None, seed: int
) -> tuple[Question[Any], ...]:
    """A quiz about *article*, of at most *number* questions; the same *seed*, the same quiz."""
    rng = _random(seed)
    sound = [q for q, reason in judged(Material(article, claims), rng) if reason is None]
    return tuple(select(sound, number, rng))


def rejected(article: Article, claims: Claims, seed: int) -> tuple[tuple[Question[Any], str], ...]:
    """What ``ask`` with the same *seed* found unfit to be asked, each with the reason."""
    found = judged(Material(article, claims), _random(seed))
    return tuple((question, reason) for question, reason in found if reason is not None)


def _random(seed: int) -> Random:
    return Random(seed)  # noqa: S311  nothing secret: the choice must be repeatable
