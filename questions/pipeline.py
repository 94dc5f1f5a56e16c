"""All the steps in a row: from an article and its claims to a quiz."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from questions.article import Article
from questions.claims import Claims
from questions.question import Question
from questions.recipes import FOR_REVIEW, propose
from questions.recipes.certainty import features, fitted
from questions.recipes.material import Material
from questions.recipes.reject import check
from questions.recipes.select import select


@dataclass(frozen=True)
class Suggestion:
    """A sound question; ``unseen`` says that a pupil may get it before a teacher has read it."""

    question: Question[Any]
    unseen: bool


def judged(material: Material, rng: Random) -> Iterator[tuple[Question[Any], str | None]]:
    """Every question proposed, with the reason why it must not be asked, or None.

    The confidence of a question is how likely it is to be valid.
    """
    certainty = fitted()
    for question in propose(material, rng):
        reason = check(question, material)
        likely = certainty.probability(features(question, material))
        unsure = None if likely >= needed(question) else "not certain enough"
        yield replace(question, confidence=round(likely, 3)), reason or unsure


def needed(question: Question[Any]) -> float:
    """How likely to be valid *question* must be to be shown to anybody."""
    certainty = fitted()
    if question.recipe in FOR_REVIEW:
        return certainty.suggested
    return min(certainty.suggested, certainty.threshold(question.recipe))


def suggestions(article: Article, claims: Claims, seed: int) -> tuple[Suggestion, ...]:
    """Every sound question about *article*: what may be asked unseen, and what needs a review."""
    return tuple(
        Suggestion(question, unseen=_needs_no_review(question))
        for question, reason in judged(Material(article, claims), _random(seed))
        if reason is None
    )


def _needs_no_review(question: Question[Any]) -> bool:
    likely = question.confidence or 0.0
    return question.recipe not in FOR_REVIEW and likely >= fitted().threshold(question.recipe)


def ask(
    article: Article, claims: Claims, number: int | None, seed: int
) -> tuple[Question[Any], ...]:
    """A quiz about *article*, of at most *number* questions; the same *seed*, the same quiz.

    It is chosen from what may be asked unseen; all that go together, if *number* is None.
    """
    pool = [found.question for found in suggestions(article, claims, seed) if found.unseen]
    speakers = [claim.source for claim in claims.claims]
    return tuple(select(pool, number, _random(seed), speakers=speakers))


def rejected(article: Article, claims: Claims, seed: int) -> tuple[tuple[Question[Any], str], ...]:
    """What ``ask`` with the same *seed* found unfit to be asked, each with the reason."""
    found = judged(Material(article, claims), _random(seed))
    return tuple((question, reason) for question, reason in found if reason is not None)


def _random(seed: int) -> Random:
    return Random(seed)  # noqa: S311  nothing secret: the choice must be repeatable
