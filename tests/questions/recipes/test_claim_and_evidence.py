"""A claim is asked for, then the sentence that supports it, a quotation where there is one."""

from random import Random

from questions.recipes.claim_and_evidence import RECIPE
from questions.recipes.material import Material
from questions.types.two_part import TwoPart
from tests.questions.recipes.bridge import BRIDGE
from tests.questions.recipes.school import SCHOOL


def asked(material: Material) -> dict[str, TwoPart]:
    """The questions, by the claim that is right."""
    found = [q for q in RECIPE.propose(material, Random(1)) if isinstance(q, TwoPart)]
    return {question.key[0]: question for question in found}


def test_the_quotation_after_a_claim_supports_it() -> None:
    question = asked(SCHOOL)["The kitchen had lost money for years."]
    assert [e.text for e in question.accepted] == [
        "“We paid for the kitchen out of money for books,” Bell said."
    ]
    assert "Nora Bell" in question.second_prompt
    assert not any("head teacher" in e.text for e in question.offered)


def test_else_the_sentence_that_reports_the_claim_does() -> None:
    question = asked(BRIDGE)["The town had spent 240,000 dollars on repairs since 2019."]
    assert question.accepted[0].text.startswith("Tom Ferris, the mayor")
    assert set(question.accepted) < set(question.offered)


def test_offers_claims_of_others_and_nothing_that_the_same_source_says() -> None:
    for question in asked(BRIDGE).values():
        assert 3 <= len(question.options) <= 4
    right = asked(BRIDGE)["The town had spent 240,000 dollars on repairs since 2019."]
    assert not any("warning" in option for option in right.options)
