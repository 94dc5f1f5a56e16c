"""The list of words can be asked about as it is, and a word only where it has the meaning given."""

import re
from random import Random

import pytest

from questions.article import Article, Paragraph, Section
from questions.claims import Claims
from questions.recipes.clauses import LEFT_HANGING
from questions.recipes.material import Material
from questions.recipes.pronouns import dangling_pronoun
from questions.recipes.reject import check
from questions.recipes.word_in_context import RECIPE, entries
from questions.types.choice import Choice


def asked(*paragraphs: str) -> list[Choice]:
    numbered = tuple(Paragraph(n, text) for n, text in enumerate(paragraphs, 1))
    material = Material(Article("", sections=(Section(1, "", numbered),)), Claims())
    questions = [q for q in RECIPE.propose(material, Random(1)) if isinstance(q, Choice)]
    assert [check(question, material) for question in questions] == [None] * len(questions)
    return questions


def test_meanings_can_stand_as_options() -> None:
    for entry in entries():
        for meaning in (entry.meaning, *entry.others):
            assert len(meaning.split()) <= 12, meaning
            assert not set(entry.forms) & set(meaning.split()), meaning
            assert dangling_pronoun(meaning) is None, meaning
            assert LEFT_HANGING.search(meaning) is None, meaning


def test_every_word_is_listed_once_for_each_meaning() -> None:
    listed = [(form, entry.meaning) for entry in entries() for form in entry.forms]
    assert len(listed) == len(set(listed))


def test_every_word_has_other_meanings_and_phrases_that_decide() -> None:
    for entry in entries():
        assert len(entry.others) > 1, entry.forms
        assert entry.phrases, entry.forms
        for phrase in entry.phrases:
            assert any(re.search(rf"\b{form}\b", phrase) for form in entry.forms), phrase


def test_words_are_asked_for_in_phrases_that_decide_their_meaning() -> None:
    (question,) = asked("Two members said why they had voted against the bill.")
    assert question.key == ("a plan for a new law",)
    assert "a paper that says what to pay" in question.options
    assert asked("The waiter brought the bill.") == []
    assert asked("They signed the bill.", "Then he passed the bill.") == []
    (help_for_all,) = asked("A relief effort began in the town.")
    assert help_for_all.key == ("help for people in trouble",)
    (less_to_pay,) = asked("Farmers had asked for tax relief.")
    assert less_to_pay.key == ("a lowering of what has to be paid",)


@pytest.mark.parametrize(
    "told",
    [
        "Their keeper was hurt in the third term of the match.",
        "The council's cabinet member for parks was ill.",
        "The farmer had been under pressure from a shop.",
        "Her brother was in charge of the bakery.",
    ],
)
def test_asks_for_no_word_whose_meanings_do_not_cover_all_that_a_phrase_is_used_for(
    told: str,
) -> None:
    assert asked(told) == []


def test_asks_for_one_word_of_an_article() -> None:
    assert len(asked("A relief effort began in the town.", "The poll found that few cared.")) == 1
