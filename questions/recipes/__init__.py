"""Article and claims in, questions out: one file a recipe; then reject, then select.

To add a recipe: write its file, with its ``RECIPE`` at the end, then add one line to ``RECIPES``
(docs/recipes.md shows one).

material.py   what a recipe may look at: the article, its claims, what can be asked about them
recipe.py     what a recipe is, and the phrases that several share
wording.py    how two texts are compared, and how one is put into a stem or an option
clauses.py    whether words of the article are a clause, whole and the source's own
pronouns.py   whether what they point to is named among them
careful_change.py  one element of a statement changed, so that it is wrong
reporter.py   the sentences for which nobody but the reporter answers
clear.py      whether a reader can have no doubt whose a claim is
persons.py    whether what was taken for a person is one
sources.py    which sources can stand beside each other as options
hints.py      where to look, after a first try that was wrong
certainty.py  how likely a question is to be valid
reject.py     everything that makes a question unfit to be asked, each with its name
select.py     a quiz out of the questions that are left
"""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from questions.question import Question
from questions.recipes import (
    agree_or_disagree,
    basis_of_claim,
    chain_of_sources,
    claim_and_evidence,
    claims_to_sources,
    detail,
    distancing_words,
    exact_words,
    find_the_attribution,
    how_named,
    kind_of_source,
    main_point,
    reporter_or_source,
    separate_sources,
    true_false_not_given,
    what_can_be_checked,
    what_they_said,
    who_is_this,
    who_said_it,
    word_in_context,
)
from questions.recipes.hints import hint
from questions.recipes.material import Material
from questions.recipes.recipe import Recipe

RECIPES: tuple[Recipe, ...] = (
    who_said_it.RECIPE,
    what_they_said.RECIPE,
    find_the_attribution.RECIPE,
    exact_words.RECIPE,
    reporter_or_source.RECIPE,
    how_named.RECIPE,
    who_is_this.RECIPE,
    claims_to_sources.RECIPE,
    detail.RECIPE,
    true_false_not_given.RECIPE,
    claim_and_evidence.RECIPE,
    agree_or_disagree.RECIPE,
    word_in_context.RECIPE,
    main_point.RECIPE,
    kind_of_source.RECIPE,
    what_can_be_checked.RECIPE,
    basis_of_claim.RECIPE,
    separate_sources.RECIPE,
    chain_of_sources.RECIPE,
    distancing_words.RECIPE,
)

FOR_REVIEW = frozenset(recipe.name for recipe in RECIPES if recipe.for_review)
"""Recipes whose questions a teacher has to read before a pupil does."""


def propose(material: Material, rng: Random) -> Iterator[Question[Any]]:
    """Everything that any recipe can ask about *material*; the same *rng*, the same questions."""
    for recipe in RECIPES:
        for question in recipe.propose(material, rng):
            yield replace(
                question, recipe=recipe.name, hint=question.hint or hint(question, material)
            )
