"""A claim is asked for, then the sentence that shows whose it is."""

from random import Random

from questions.recipes.claim_and_evidence import HANGS_ON, POINTS_AWAY, RECIPE, SAID_BY_ANOTHER
from questions.recipes.material import Material
from questions.types.two_part import TwoPart
from tests.questions.recipes.bridge import BRIDGE
from tests.questions.recipes.school import SCHOOL


def asked(material: Material) -> dict[str, TwoPart]:
    """The questions, by the claim that is right."""
    found = [q for q in RECIPE.propose(material, Random(1)) if isinstance(q, TwoPart)]
    return {question.key[0]: question for question in found}


def test_the_sentence_that_reports_the_claim_supports_it() -> None:
    question = asked(BRIDGE)["The town had spent 240,000 dollars on repairs since 2019."]
    assert question.accepted[0].text.startswith("Tom Ferris, the mayor")
    assert set(question.accepted) < set(question.offered)


def test_no_other_sentence_of_the_same_speaker_is_offered() -> None:
    question = asked(SCHOOL)["The kitchen had lost money for years."]
    assert question.accepted[0].text.startswith("Nora Bell, the head teacher")
    assert not any("money for books" in e.text for e in question.offered)


def test_a_claim_with_an_it_in_it_is_not_shown() -> None:
    assert POINTS_AWAY.search("The town would rebuild its cemetery.")
    assert not POINTS_AWAY.search("The limits of the town")


def test_what_hangs_on_another_sentence_is_not_shown() -> None:
    assert HANGS_ON.match("All of which would help the town.")
    assert not HANGS_ON.match("All of the town would help.")


def test_offers_claims_of_others_and_nothing_that_the_same_source_says() -> None:
    for question in asked(BRIDGE).values():
        assert 3 <= len(question.options) <= 4
    right = asked(BRIDGE)["The town had spent 240,000 dollars on repairs since 2019."]
    assert not any("warning" in option for option in right.options)


def test_each_claim_that_is_offered_has_its_sentence_in_the_list() -> None:
    for question in (*asked(BRIDGE).values(), *asked(SCHOOL).values()):
        sentences = " ".join(evidence.text for evidence in question.offered)
        for option in question.options:
            assert option[1:].rstrip(".”") in sentences


def test_a_claim_in_which_somebody_else_speaks_is_not_shown() -> None:
    assert SAID_BY_ANOTHER.search("The films do not show his hands, which he said were empty.")
    assert not SAID_BY_ANOTHER.search("The films do not show what Bell said.")
