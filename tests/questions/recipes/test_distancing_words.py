"""What is told with "claimed" or "allegedly" stands beside what is told plainly."""

import re
from dataclasses import replace
from random import Random

import pytest

from questions.claims import Claims
from questions.recipes import distancing_words
from questions.recipes.distancing_words import ADVERB, PASSED_ON, STEMS_FOR_SPEAKERS
from questions.recipes.material import Material
from questions.types.choice import Choice
from tests.questions.recipes.harbour import ARTICLE, CLAIMS, HARBOUR, SOURCES, span


def asked(material: Material = HARBOUR) -> list[Choice]:
    made = distancing_words.RECIPE.propose(material, Random(1))
    return [question for question in made if isinstance(question, Choice)]


def test_what_is_claimed_stands_beside_what_is_said() -> None:
    (question,) = asked()
    assert question.key == ("The alarm had been tested in May.",)
    assert "The fire had begun in the kitchen of a restaurant." in question.options
    assert "“claimed” in paragraph 6" in question.explanation


def test_nothing_is_offered_beside_which_another_word_sounds_unsure() -> None:
    assert all("cook" not in text for question in asked() for text in question.options)


@pytest.mark.parametrize(
    ("told", "plainly"),
    [
        ("A cook reportedly left the building.", "A cook left the building."),
        ("The pair are said to have met in May.", "The pair have met in May."),
        ("He was arrested, allegedly, at noon.", "He was arrested at noon."),
        ("The box is believed to be empty.", "The box is empty."),
    ],
)
def test_the_word_that_distances_is_left_out(told: str, plainly: str) -> None:
    word = ADVERB.search(told) or PASSED_ON.search(told)
    assert isinstance(word, re.Match)
    assert distancing_words._put_plainly(told, word) == plainly


def test_sources_stand_there_where_statements_are_too_few() -> None:
    said = (CLAIMS[0], CLAIMS[2], CLAIMS[5])
    short = replace(said[0], content=(span(2, "in the kitchen of a restaurant"),))
    (question,) = asked(Material(ARTICLE, Claims(SOURCES, (short, *said[1:]))))
    assert question.prompt in STEMS_FOR_SPEAKERS
    assert question.key == ("Carl Venn",)
    assert {"Jonas Whitlock", "Milo Grant"} < set(question.options)


@pytest.mark.parametrize("text", ["It might be so", "he is said to own it", "rumours of a sale"])
def test_words_that_sound_unsure(text: str) -> None:
    assert distancing_words.DOUBT.search(text)
    assert not distancing_words.DOUBT.search("tested in May")
