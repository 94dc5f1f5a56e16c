"""The list of words can be asked about as it is, and a word only where it has the meaning given."""

from random import Random

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


def test_asks_for_a_word_that_occurs_once() -> None:
    (question,) = asked("The embattled mayor left.", "Nobody waved.")
    assert question.key == ("under attack and full of problems",)
    assert len(question.options) == 4
    assert "“embattled”" in question.prompt
    assert "paragraph 1" in question.prompt
    assert asked("The embattled mayor left.", "Another embattled man stayed.") == []


def test_asks_for_verbs_in_all_their_forms_and_nothing_that_looks_like_one() -> None:
    assert asked("The strike disrupted all trains.")[0].key == (
        "to break up the normal course of something",
    )
    assert asked("They want to halt the work.")
    assert asked("The halt lasted an hour.") == []
    assert asked("The alleged thief was seen.") == []


def test_asks_for_no_part_of_a_longer_word_or_a_name() -> None:
    assert asked("A coalition-led council met.") == []
    assert asked("The Coalition for Old Bridges met.") == []


def test_common_words_are_asked_for_in_phrases_that_decide_their_meaning() -> None:
    (question,) = asked("Two members said that the bill would cost too much.")
    assert question.key == ("a plan for a new law",)
    assert "the beak of a bird" in question.options
    assert asked("The waiter brought the bill.") == []
    found = {q.key for q in asked("A drone strike hit the town.", "Nurses were on strike.")}
    assert found == {
        ("a sudden attack, often from the air",),
        ("a refusal to work until demands are met",),
    }
