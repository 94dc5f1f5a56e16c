"""What the recipes ask about sources themselves: their kind, and the chain that they make."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from questions.claims import Claims, SourceKind, Stance
from questions.question import Question
from questions.recipes import chain_of_sources, kind_of_source
from questions.recipes.clauses import ends_in_a_bare_number
from questions.recipes.material import Material
from questions.recipes.recipe import Recipe
from questions.recipes.sources import REPORTER
from questions.recipes.whole_names import has_a_namesake, has_its_whole_name
from questions.recipes.wording import FIRST_AND_SECOND, words
from questions.types.choice import Choice
from questions.types.order import Order
from tests.questions.recipes.harbour import ARTICLE, CLAIMS, HARBOUR, SOURCES, span


def asked_by(recipe: Recipe, material: Material = HARBOUR) -> list[Question[Any]]:
    return list(recipe.propose(material, Random(1)))


def with_role(number: int, role: str) -> Material:
    sources = list(SOURCES)
    sources[number] = replace(sources[number], role=role)
    return Material(ARTICLE, Claims(tuple(sources), CLAIMS))


def kinds(material: Material) -> dict[int, str]:
    """The kind of each source that is asked about, as the key has it."""
    return {
        CLAIMS[q.claim].source or 0: q.key[0]
        for q in asked_by(kind_of_source.RECIPE, material)
        if isinstance(q, Choice) and q.claim is not None
    }


def test_kind_of_source_asks_only_where_role_or_words_decide_it() -> None:
    assert kinds(HARBOUR) == {
        0: kind_of_source.OFFICIAL.option,
        1: kind_of_source.SPOKESPERSON.option,
        2: kind_of_source.EYEWITNESS.option,
        7: kind_of_source.DOCUMENT.option,
    }


def test_whoever_speaks_of_himself_may_be_a_witness_or_a_private_person_too() -> None:
    for question in asked_by(kind_of_source.RECIPE):
        assert isinstance(question, Choice)
        if FIRST_AND_SECOND & set(words(question.prompt)):
            either = {kind_of_source.EYEWITNESS.option, kind_of_source.PRIVATE.option}
            assert either & set(question.options) <= set(question.key)


def test_a_description_that_has_lost_its_beginning_is_no_whole_name() -> None:
    lost = replace(SOURCES[0], name="of the harbour board")
    assert not has_its_whole_name(HARBOUR, lost)
    assert has_its_whole_name(HARBOUR, SOURCES[0])


def test_a_description_that_comes_down_to_no_people_is_no_whole_name() -> None:
    cook = replace(SOURCES[0], name="a former harbour cook", kind=SourceKind.UNNAMED)
    assert has_its_whole_name(HARBOUR, cook)
    cut = replace(cook, name="a former harbour operations")
    assert not has_its_whole_name(HARBOUR, cut)


def test_a_surname_that_two_people_have_may_mean_either() -> None:
    brother = replace(SOURCES[0], name=f"Zebedee {SOURCES[0].name.split()[-1]}")
    both = Material(ARTICLE, Claims((*SOURCES, brother), CLAIMS))
    assert has_a_namesake(both, SOURCES[0])
    assert not has_a_namesake(HARBOUR, SOURCES[0])
    assert 0 not in kinds(both)


@pytest.mark.parametrize(
    "role",
    [
        "the former mayor of Port Selby",
        "a professor and mayor of Port Selby",
        "the mayor’s brother",
        "a candidate for mayor",
    ],
)
def test_kind_of_source_asks_about_nobody_with_two_roles_or_one_of_yesterday(role: str) -> None:
    assert 0 not in kinds(with_role(0, role))


def test_kind_of_source_shows_nothing_from_which_one_could_guess() -> None:
    said = next(s for s in HARBOUR.named_statements if s.source == 1)
    kind = kind_of_source.SPOKESPERSON
    assert not kind_of_source._can_be_guessed(HARBOUR, said, kind)
    for text in (
        "the company shares the concern",
        "the role of the court is limited",
        "Jonas Whitlock would be happy to come",
    ):
        assert kind_of_source._can_be_guessed(HARBOUR, replace(said, text=text), kind)


def test_kind_of_source_offers_no_kind_that_the_source_might_be_as_well() -> None:
    question = next(q for q in asked_by(kind_of_source.RECIPE) if q.claim == 1)
    assert isinstance(question, Choice)
    assert kind_of_source.OFFICIAL.option not in question.options


def test_a_poll_may_be_a_newspapers_and_a_study_a_scholars() -> None:
    polls = replace(SOURCES[7], name="a poll of the insurers")
    material = Material(ARTICLE, Claims((*SOURCES[:7], polls), CLAIMS))
    for seed in range(9):
        statement = next(s for s in material.statements if s.source == 7)
        options = kind_of_source._others(material, statement, kind_of_source.DOCUMENT, Random(seed))
        assert not {kind_of_source.OUTLET.option, kind_of_source.EXPERT.option} & set(options)
        assert len(options) >= kind_of_source.WRONG


def test_what_is_added_about_things_that_are_counted_does_not_say_what_they_are() -> None:
    said = next(s for s in HARBOUR.statements if s.source == 0)
    assert said in kind_of_source._statements(HARBOUR)
    four = "The harbour has four, “two of which are awaiting parts”"
    assert ends_in_a_bare_number(kind_of_source.OF_WHICH.split(four)[0])


def chains() -> list[Question[Any]]:
    return [q for seed in range(9) for q in chain_of_sources.RECIPE.propose(HARBOUR, Random(seed))]


def test_chain_goes_from_who_said_it_first_to_the_writer() -> None:
    orders = {q.items for q in chains() if isinstance(q, Order)}
    assert orders == {("Police", "The harbour office", REPORTER)}


def test_chain_asks_who_was_first_among_those_who_passed_it_on() -> None:
    choices = [q for q in chains() if isinstance(q, Choice)]
    assert {q.key for q in choices} == {("Police",)}
    assert all({"The harbour office", REPORTER} < set(q.options) for q in choices)


def test_chain_needs_somebody_who_spoke() -> None:
    believes = [replace(c, stance=Stance.BELIEF) if c.within else c for c in CLAIMS]
    material = Material(ARTICLE, Claims(SOURCES, tuple(believes)))
    assert asked_by(chain_of_sources.RECIPE, material) == []


def test_chain_has_no_link_for_what_stands_behind_after_or_when() -> None:
    assert chain_of_sources.INSIDE.search("")
    assert chain_of_sources.INSIDE.search("The office has closed. “")
    assert not chain_of_sources.INSIDE.search("the office would close after ")
    assert not chain_of_sources.INSIDE.search("the mails that ")


def test_chain_goes_through_a_station_but_not_through_what_may_be_the_paper_itself() -> None:
    for text in ("told state television that", "tells CNN", "told the BBC on Monday"):
        assert chain_of_sources.TOLD_AN_OUTLET.match(text)
    for text in ("told the Gazette", "told reporters", "told Fox News host Ray Dunn"):
        assert not chain_of_sources.TOLD_AN_OUTLET.match(text)


def test_chain_asks_who_passed_it_on_where_the_words_cannot_be_shown() -> None:
    hidden = replace(CLAIMS[4], content=(span(5, "its guards that the alarm had been switched"),))
    material = Material(ARTICLE, Claims(SOURCES, (*CLAIMS[:4], hidden, *CLAIMS[5:])))
    found = [q for q in asked_by(chain_of_sources.RECIPE, material) if isinstance(q, Choice)]
    assert [q.key for q in found] == [("The harbour office",)]
    assert all("police said" in q.prompt and "Police" in q.options for q in found)


def test_chain_shows_the_words_that_are_passed_on() -> None:
    assert all("the alarm had been switched off" in question.prompt for question in chains())
