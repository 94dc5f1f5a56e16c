"""What the recipes ask about claims: whether they can be checked, what they rest on."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from questions.claims import Claims, SourceKind
from questions.question import Question
from questions.recipes import basis_of_claim, separate_sources, what_can_be_checked
from questions.recipes.basis_of_claim import (
    EXAMPLE,
    FIGURES,
    NOTHING,
    OWN_EYES,
    PRESS,
    SURVEY,
    WRITTEN,
)
from questions.recipes.material import Material
from questions.recipes.recipe import Recipe
from questions.recipes.statement_kinds import (
    CHECKABLE,
    FUTURE,
    OPINION,
    UNCONFIRMED,
    Label,
    label_of,
)
from questions.types.choice import Choice
from questions.types.match import Match
from tests.questions.recipes.bridge import BRIDGE
from tests.questions.recipes.harbour import ARTICLE, CLAIMS, HARBOUR, SOURCES


def asked_by(recipe: Recipe, material: Material = HARBOUR) -> list[Question[Any]]:
    return list(recipe.propose(material, Random(1)))


def choices(recipe: Recipe, material: Material = HARBOUR) -> list[Choice]:
    return [q for q in asked_by(recipe, material) if isinstance(q, Choice)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The market lost 41 of its stalls", CHECKABLE),
        ("31 per cent of the water was lost", CHECKABLE),
        ("The closure of the school is a disgrace", OPINION),
        ("Both sides should be locked in a room", OPINION),
        ("The market will open again next spring", FUTURE),
        ("Prices would fall back in the summer", FUTURE),
        ("The chairman is understood to favour talks", UNCONFIRMED),
        ("A cook reportedly left the building", UNCONFIRMED),
        ("I never said I was going to pay for 12 boats", None),
        ("The plan for 300 homes is a disgrace", None),
        ("If the dam breaks, the town will be flooded", None),
        ("The tax begins on Monday and will last for two years", None),
        ("There were so many people on the ground", None),
        ("The crossing takes a good hour", None),
        ("64 percent had a positive reaction to the speech", None),
    ],
)
def test_a_statement_is_sorted_only_by_clear_signs(text: str, label: Label | None) -> None:
    assert label_of(text) is label


def test_reported_speech_looks_ahead_with_would() -> None:
    assert label_of("The state would rebuild all the roofs", reported=True) is FUTURE
    assert label_of("The state would rebuild all the roofs") is None
    assert label_of("The town would be poorer if the mill had closed", reported=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "The paint is sound and should last for a while",
        "The email was a joke about mattresses, said Bell",
        "The leaflet was a draft and should not have gone out",
        "Two-thirds of Americans think that the job should go to a doctor",
    ],
)
def test_words_that_judge_elsewhere_make_no_view_here(text: str) -> None:
    assert label_of(text) is not OPINION


def test_what_can_be_checked_sorts_statements_of_two_kinds_at_least() -> None:
    for question in asked_by(what_can_be_checked.RECIPE):
        assert isinstance(question, Match)
        assert len({row.key for row in question.rows}) > 1
        assert set(question.options) >= {row.key for row in question.rows}


def test_a_figure_on_the_word_of_one_party_is_not_among_what_can_be_checked() -> None:
    shown = "The town had spent 240,000 dollars on repairs since 2019."
    assert shown not in {one.shown for one in what_can_be_checked._said(BRIDGE)}
    sources = list(BRIDGE.claims.sources)
    sources[1] = replace(sources[1], name="the accounts", kind=SourceKind.DOCUMENT)
    material = Material(BRIDGE.article, Claims(tuple(sources), BRIDGE.claims.claims))
    assert shown in {one.shown for one in what_can_be_checked._said(material)}


def test_basis_is_what_the_article_names() -> None:
    keys = {q.evidence[0].paragraph: q.key[0] for q in choices(basis_of_claim.RECIPE)}
    assert keys == {4: OWN_EYES, 9: FIGURES.option}


def test_basis_in_writing_has_no_other_beside_it_that_it_might_be_called() -> None:
    question = next(q for q in choices(basis_of_claim.RECIPE) if q.key == (FIGURES.option,))
    beside = {o for o in question.options if o in {basis.option for basis in WRITTEN}}
    assert beside == {FIGURES.option}
    assert PRESS in question.options


def test_no_basis_stands_beside_one_that_it_might_be_called_too() -> None:
    statement = HARBOUR.named_statements[0]
    for seed in range(9):
        beside = {
            key: set(basis_of_claim._others(HARBOUR, statement, key, Random(seed)))
            for key in (NOTHING, OWN_EYES, SURVEY.option)
        }
        assert FIGURES.option not in beside[NOTHING]
        assert EXAMPLE not in beside[OWN_EYES]
        assert PRESS not in beside[SURVEY.option]


def test_separate_sources_are_counted_where_they_say_the_same() -> None:
    question = choices(separate_sources.RECIPE)[0]
    assert "The fire had begun in the kitchen of a restaurant" in question.prompt
    assert question.key == ("two",)
    assert {e.paragraph for e in question.evidence} == {2, 3}


def test_a_source_that_speaks_for_another_is_not_separate() -> None:
    spokeswoman = replace(SOURCES[1], role="a spokeswoman for Jonas Whitlock")
    material = Material(ARTICLE, Claims((SOURCES[0], spokeswoman, *SOURCES[2:]), CLAIMS))
    assert not [q for q in choices(separate_sources.RECIPE, material) if "The fire" in q.prompt]


def test_two_statements_by_one_source_are_brought_together() -> None:
    question = next(q for q in choices(separate_sources.RECIPE, BRIDGE) if "no warning" in q.prompt)
    assert question.key == ("The town had spent 240,000 dollars on repairs since 2019.",)
    assert "The detour adds 35 minutes to every trip." in question.options
    assert "In paragraph 4, “Ferris” means Tom Ferris." in question.explanation


def test_a_statement_that_names_its_source_is_no_riddle() -> None:
    mayors = next(s for s in BRIDGE.named_statements if s.source == 1)
    said = replace(mayors, text="Tom Ferris has paid for the repairs")
    assert not separate_sources._is_fit(BRIDGE, said)


def test_no_option_is_of_somebody_whom_she_or_an_office_may_mean() -> None:
    pair = next(
        pair
        for pair in separate_sources._pairs(BRIDGE)
        if pair.first.span.paragraph != pair.second.span.paragraph
    )
    other = next(s for s in BRIDGE.named_statements if s.source != pair.first.source)
    assert not separate_sources._may_be_one(BRIDGE, other, pair)
    named = BRIDGE.claims
    mentions = (*BRIDGE.source_of(other).mentions, BRIDGE.claim_of(pair.second).mention)
    sources = list(named.sources)
    sources[other.source] = replace(sources[other.source], mentions=tuple(filter(None, mentions)))
    sources[pair.second.source] = replace(sources[pair.second.source], name="the engineer")
    material = Material(BRIDGE.article, Claims(tuple(sources), named.claims))
    assert separate_sources._may_be_one(material, other, pair)


def test_half_a_sentence_comes_from_nobody() -> None:
    assert separate_sources.HALF.match("If anybody looks at the plans of the bridge")
    assert not separate_sources.HALF.match("If anybody looks at the plans, the error is plain")


def test_people_are_counted_where_the_article_counts_them() -> None:
    assert separate_sources.COUNTED.match("two people familiar with the talks")
    assert separate_sources.COUNTED.match("At least three senior police officers")
    assert not separate_sources.COUNTED.match("the two-thirds majority of members")
    assert not separate_sources.COUNTED.match("dozens of people")
