"""Which of the judged questions would still be asked today, and what is seen of them now.

Recipes get better: a question that they no longer ask says nothing about those that they do. One
counts as the same if it is worded alike, has the same key and the same first evidence, and no
option that would not be offered any more.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bench.questions.asked import ask, material_of
from bench.questions.judgements import Judgement
from questions.question import Question
from questions.recipes.certainty import Features

SEEDS = range(1, 7)
"""Stems vary by chance: with so many seeds nearly all come up."""

Likeness = tuple[object, ...]


def still_asked(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Those of *judgements* that today's recipes ask and nothing rejects, as seen today."""
    by_article: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        by_article[judgement.article].append(judgement)
    return [found for name, judged in by_article.items() for found in _in(name, judged)]


def _in(name: str, judged: Sequence[Judgement]) -> Iterator[Judgement]:
    material = material_of(name)
    today: dict[Likeness, Features] = {}
    texts: dict[Likeness, set[str]] = defaultdict(set)
    for asked in (one for seed in SEEDS for one in ask(name, material, seed)):
        if asked.reason is None:
            today[_likeness(asked.question)] = asked.features
            texts[_likeness(asked.question)] |= set(asked.question.texts)
    for judgement in judged:
        likeness = _likeness(judgement.question)
        if likeness in today and set(judgement.question.texts) <= texts[likeness]:
            yield replace(judgement, features=today[likeness])


def _likeness(question: Question[Any]) -> Likeness:
    place = question.evidence[0] if question.evidence else None
    return question.recipe, question.kind, question.prompt, question.solution, place
