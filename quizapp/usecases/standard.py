"""The quiz that an article comes with: chosen from what a person wrote and what recipes made."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from questions.question import Question

LENGTH = 16
GENERATED = 5
"""How many of the ``LENGTH`` questions are generated, if there are as many."""


def choose(
    curated: Sequence[Question[Any]], generated: Sequence[Question[Any]]
) -> list[Question[Any]]:
    """At most ``LENGTH`` questions by section: spread over interactions, skills and sections.

    No two of them stand on the same words of the article while others are left.
    """
    chosen: list[Question[Any]] = []
    by_recipe = min(GENERATED, len(generated))
    for pool, number in ((curated, LENGTH - by_recipe), (generated, by_recipe)):
        left = list(pool)
        for _ in range(min(number, len(left))):
            best = min(left, key=lambda question: _repetition(question, chosen))
            left.remove(best)
            chosen.append(best)
    return sorted(chosen, key=lambda question: question.section)


def _repetition(question: Question[Any], chosen: Sequence[Question[Any]]) -> tuple[int, ...]:
    """How much *question* repeats those already chosen, the worst kind first."""
    same_words = sum(
        any(a.overlap(b) for a in question.evidence for b in other.evidence) for other in chosen
    )
    kinds = Counter(other.kind for other in chosen)
    skills = Counter(other.skill for other in chosen)
    sections = Counter(other.section for other in chosen)
    return (
        same_words,
        kinds[question.kind] + skills[question.skill] + sections[question.section],
        kinds[question.kind],
    )
