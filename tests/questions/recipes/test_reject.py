"""Each reason against a question: one that it must catch, beside one that is sound."""

from dataclasses import replace
from random import Random

import pytest

from questions.claims import Claims, SourceKind
from questions.question import Evidence, Process, Skill
from questions.recipes import propose, reject
from questions.recipes.material import Material
from questions.recipes.sources import REPORTER
from questions.types.choice import Choice
from questions.types.multiple_response import MultipleResponse
from questions.types.select_text import SelectText
from questions.types.short_text import ShortText
from tests.questions.recipes.bridge import ARTICLE, BRIDGE, CLAIMS, SOURCES, span

SOUND = Choice(
    prompt="Who said that the town had spent 240,000 dollars on repairs since 2019?",
    options=("Ada Okafor", "Tom Ferris", "Lena Ortiz"),
    key=("Tom Ferris",),
    skill=Skill.WHO_SAID_IT,
    process=Process.LOCATE,
    section=1,
    evidence=BRIDGE.whole_sentences(CLAIMS[1].cue),
    claim=1,
)
SAYS = replace(
    SOUND,
    prompt="Which of these comes from Lena Ortiz?",
    options=(
        "The detour adds 35 minutes to every trip.",
        "The town had spent 240,000 dollars on repairs since 2019.",
        "The arches could be saved “with patience and lime”.",
    ),
    key=("The detour adds 35 minutes to every trip.",),
    claim=4,
)

WHICH = MultipleResponse(
    prompt="Which of these does the article say about the bridge?",
    options=(
        "Divers found cracks in the pillars.",
        "The bridge was closed on 3 May.",
        "Workers put up fences on 22 May.",
        "Ada Okafor drove across.",
    ),
    key=("Divers found cracks in the pillars.", "The bridge was closed on 3 May."),
    skill=Skill.DETAIL,
    process=Process.LOCATE,
    section=1,
    evidence=BRIDGE.whole_sentences(CLAIMS[1].cue),
)
"""A question of a type that no recipe makes."""


def quoting(words: str) -> Choice:
    return replace(SOUND, prompt=f"Who says this? “{words}”", claim=None)


def offering(*options: str) -> Choice:
    return replace(SOUND, options=options, key=(options[0],), claim=None)


def test_sound_questions_pass() -> None:
    assert reject.check(SOUND, BRIDGE) is None
    assert reject.check(SAYS, BRIDGE) is None
    assert reject.check(replace(SOUND, prompt="Who said that he was angry?"), BRIDGE) is None
    assert reject.check(quoting("We had no warning from the state inspectors."), BRIDGE) is None


@pytest.mark.parametrize(
    ("reason", "question"),
    [
        ("key in stem", replace(SOUND, prompt="Who, Tom Ferris or another, spent 240,000?")),
        ("key in stem", replace(SOUND, prompt="Who said that Ferris had spent 240,000 dollars?")),
        ("key in hint", replace(SOUND, hint="Look for Tom Ferris in paragraph 3.")),
        ("pronoun without referent", quoting("He said he was angry")),
        ("pronoun without referent", quoting("Since then we had no warning from the inspectors")),
        ("broken clause", replace(SOUND, prompt="Who said that the town had asked for 60?")),
        ("pronoun without referent", replace(SOUND, prompt="Who said it when he was angry?")),
        ("broken clause", replace(SOUND, prompt="Who said that the town had spent the?")),
        ("broken clause", replace(SOUND, prompt="Who said that , the town had spent dollars?")),
        ("broken clause", offering("The town knew, and that it paid.", "Ada Okafor", "Lena Ortiz")),
        ("quotation cut", quoting("We had no warning from the state inspect")),
        ("quotation cut", quoting("obody should drive across the bridge before winter")),
        ("quotation cut", replace(SOUND, prompt="Who said that the town had “spent dollars?")),
        ("too long", replace(SOUND, prompt="Who said that " + "the town and " * 25 + "all?")),
        ("trivial", quoting("Across the bridge")),
        ("trivial", replace(SOUND, options=("Tom Ferris", "Ada Okafor"))),
        ("absent name or number", offering("Tom Ferris", "Ada Okafor", "Boris Wand")),
        ("absent name or number", replace(SOUND, prompt="Who said that 77 dollars were spent?")),
        (
            "answerable by length",
            replace(SAYS, key=("Mud.",), options=("Mud.", *SAYS.options[1:]), claim=None),
        ),
        ("option overlap", offering("Tom Ferris", "Ferris", "Lena Ortiz")),
        ("two options the same", offering("Tom Ferris", "tom ferris", "Lena Ortiz")),
        ("evidence not exact", replace(SOUND, evidence=())),
        ("evidence not exact", replace(SOUND, evidence=(Evidence(3, 0, 3, "Tim"),))),
        ("evidence not exact", replace(SOUND, evidence=(Evidence(99, 0, 3, "Tom"),))),
    ],
)
def test_each_reason_catches_its_fault(reason: str, question: Choice) -> None:
    assert reject.check(question, BRIDGE) == reason


def test_nobody_but_one_person_says_i() -> None:
    asked = replace(SOUND, prompt="Who says this? “I had no warning from the inspectors.”", claim=2)
    assert not reject.i_of_many(asked, BRIDGE)
    bodies = (SOURCES[0], replace(SOURCES[1], kind=SourceKind.ORGANISATION), *SOURCES[2:])
    council = Material(ARTICLE, Claims(bodies, CLAIMS))
    assert reject.i_of_many(asked, council)
    we = replace(SOUND, prompt="Who says this? “We had no warning from the inspectors.”", claim=2)
    assert not reject.i_of_many(we, council)


def test_a_claim_that_he_leaves_in_doubt_is_not_asked_about() -> None:
    asked = replace(SOUND, claim=3)  # "He said he was angry", right behind Ferris’s own words
    assert not reject.unclear_whose(SOUND, BRIDGE)
    known = replace(SOURCES[1], mentions=(span(3, "Tom Ferris"), span(4, "Ferris"), span(4, "He")))
    sources = (SOURCES[0], known, *SOURCES[2:])
    assert not reject.unclear_whose(asked, Material(ARTICLE, Claims(sources, CLAIMS)))
    between = replace(SOURCES[2], mentions=(span(4, "reporters"),))
    doubtful = (SOURCES[0], known, between, *SOURCES[3:])
    assert reject.unclear_whose(asked, Material(ARTICLE, Claims(doubtful, CLAIMS)))


def test_a_spokesperson_is_not_asked_for_by_whom_he_speaks_for() -> None:
    asked = replace(SOUND, prompt="Who said that the company had spent 240,000 dollars?")
    assert not reject.speaks_for_whom_it_is_about(asked, BRIDGE)
    roles = (SOURCES[0], replace(SOURCES[1], role="a spokesman"), *SOURCES[2:])
    assert reject.speaks_for_whom_it_is_about(asked, Material(ARTICLE, Claims(roles, CLAIMS)))


def test_dots_are_no_sentence_to_pick() -> None:
    question = next(q for q in propose(BRIDGE, Random(1)) if isinstance(q, SelectText))
    spoilt = replace(question, offered=(*question.offered, Evidence(9, 0, 1, ".")))
    assert reject.no_sentence_to_pick(spoilt, BRIDGE)
    assert not reject.no_sentence_to_pick(question, BRIDGE)


def ticking(*options: str) -> MultipleResponse:
    return replace(WHICH, options=(*options, *WHICH.options[1:]), key=options[:1])


@pytest.mark.parametrize(
    ("reason", "question"),
    [
        (None, ticking("Divers found cracks in the bridge.")),
        ("key in stem", ticking("The article")),
        ("two options the same", ticking("The fences", "the fences.")),
        ("option overlap", ticking("Workers put up fences")),
        ("absent name or number", ticking("Boris Wand drove across the bridge.")),
        ("quotation cut", ticking("Divers found “cracks in the bridge.")),
        ("broken clause", ticking("Divers found cracks in the.")),
        ("trivial", replace(WHICH, options=WHICH.options[1:3], key=WHICH.options[1:2])),
        ("too long", replace(WHICH, prompt="Which of these " + "are told and " * 25 + "known?")),
    ],
)
def test_an_interaction_that_no_recipe_uses_yet_is_checked_too(
    reason: str | None, question: MultipleResponse
) -> None:
    assert reject.check(question, BRIDGE) == reason


def test_the_number_of_the_paragraph_is_not_the_key() -> None:
    question = ShortText(
        prompt="Paragraph 5 has a number in this gap. Which? The detour adds _____ minutes.",
        accepted=("5",),
        reads_as="number",
        skill=Skill.DETAIL,
        process=Process.LOCATE,
        section=2,
        evidence=BRIDGE.whole_sentences(CLAIMS[4].cue),
    )
    assert reject.check(question, BRIDGE) is None
    told = replace(question, accepted=("35",), prompt=f"{question.prompt} It adds 35.")
    assert reject.check(told, BRIDGE) == "key in stem"


def test_a_place_to_pick_that_is_not_in_the_article_is_caught() -> None:
    question = next(q for q in propose(BRIDGE, Random(1)) if q.picked_in_article)
    assert isinstance(question, SelectText)
    wrong = Evidence(1, 0, 8, "Elsewher")
    assert reject.check(question, BRIDGE) is None
    shifted = replace(question, offered=(*question.offered, wrong))
    assert reject.check(shifted, BRIDGE) == "evidence not exact"


def test_another_source_that_says_it_too_is_a_second_right_option() -> None:
    shared = (*CLAIMS[:2], replace(CLAIMS[1], source=2), *CLAIMS[3:])
    both = Material(ARTICLE, Claims(SOURCES, shared))
    assert reject.check(SOUND, both) == "more than one right option"


def test_other_words_of_the_same_source_are_a_second_right_option() -> None:
    wrong = "My passengers walk to the railway station."
    options = (SAYS.key[0], wrong, SAYS.options[2])
    question = replace(SAYS, options=options)
    assert reject.check(question, BRIDGE) == "more than one right option"


def test_a_country_and_its_capital_cannot_stand_side_by_side() -> None:
    sources = (*SOURCES[:1], replace(SOURCES[1], name="Moscow"), replace(SOURCES[2], name="Russia"))
    question = offering("Moscow", "Russia", "Ada Okafor")
    assert reject.stands_for_the_key(question, Material(ARTICLE, Claims(sources)))


def test_the_reporter_may_always_be_an_option() -> None:
    assert reject.check(replace(SOUND, options=(*SOUND.options, REPORTER)), BRIDGE) is None


def test_every_reason_has_its_own_name_and_a_sentence_that_explains_it() -> None:
    assert len({reason.__name__ for reason in reject.REASONS}) == len(reject.REASONS)
    assert all(reason.__doc__ for reason in reject.REASONS)
