"""The quiz that an article comes with: chosen from what a person wrote and what recipes made."""

from collections.abc import Sequence
from random import Random
from typing import Any

from questions.question import Question
from questions.recipes.select import select

LENGTH = 16
GENERATED = 5
"""How many of the ``LENGTH`` questions are generated, if there are enough of both."""


def choose(
    curated: Sequence[Question[Any]], generated: Sequence[Question[Any]]
) -> list[Question[Any]]:
    """At most ``LENGTH`` questions by section, in each from easy to hard."""
    rng = Random(1)  # noqa: S311  nothing secret: the same pack, the same quiz
    chosen = select(curated, LENGTH - GENERATED, rng)
    for pool in (generated, curated):
        chosen = select(pool, LENGTH, rng, beside=chosen)
    return sorted(chosen, key=lambda question: question.section)
