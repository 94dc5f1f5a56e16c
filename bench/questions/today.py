"""Which of the judged questions would still be asked today, and what is seen of them now.

Recipes get better: a question that they no longer ask says nothing about those that they do. One
counts as the same if it has the same key and the same first evidence, much the same words in its
stem, and no option that would not be offered any more.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bench.questions.asked import Asked, ask, material_of
from bench.questions.judgements import Judgement
from questions.question import Question
from questions.recipes.wording import content_words

SEEDS = range(1, 7)
"""Stems vary by chance: with so many seeds nearly all come up."""

ALIKE = 0.5
"""From this share of words in common on, two stems ask for the same in other words."""

Likeness = tuple[object, ...]


def still_asked(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Those of *judgements* that today's recipes ask and nothing rejects, as seen today."""
    by_article: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        by_article[judgement.article].append(judgement)
    return [found for name, judged in by_article.items() for found in _in(name, judged)]


def _in(name: str, judged: Sequence[Judgement]) -> Iterator[Judgement]:
    material = material_of(name)
    today: dict[Likeness, list[Asked]] = defaultdict(list)
    texts: dict[Likeness, set[str]] = defaultdict(set)
    for asked in (one for seed in SEEDS for one in ask(name, material, seed)):
        if asked.reason is None:
            today[_likeness(asked.question)].append(asked)
            texts[_likeness(asked.question)] |= set(asked.question.texts)
    for judgement in judged:
        question, likeness = judgement.question, _likeness(judgement.question)
        nearest = max(today[likeness], key=lambda a: _in_common(a.question, question), default=None)
        offered = set(question.texts) <= texts[likeness]
        if nearest and offered and _in_common(nearest.question, question) >= ALIKE:
            yield replace(judgement, features=nearest.features)


def _likeness(question: Question[Any]) -> Likeness:
    place = question.evidence[0] if question.evidence else None
    return question.recipe, question.kind, question.solution, place


def _in_common(one: Question[Any], other: Question[Any]) -> float:
    """The share of the words of the longer stem that the other has, too."""
    words, others = content_words(one.prompt), content_words(other.prompt)
    return len(words & others) / max(len(words), len(others), 1)
