"""Whether words from an article can stand alone in a question."""

import pytest

from questions.recipes import wording


@pytest.mark.parametrize(
    "text",
    [
        "She was ready to lead",
        "It does not weigh what scrap weighs",
        "That is the ideal ending",
        "And that is Russia’s ideal scenario",
        "Water had reached his door",
        "it was minded to agree with the council",
        "the vote will decide it",
        "Nobody told them about the flood",
    ],
)
def test_finds_a_pronoun_that_stands_for_nothing(text: str) -> None:
    assert wording.dangling_pronoun(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lopez lost her keys",
        "should Russia respond, it would confirm its reputation",
        "It is too early to tell",
        "This very political crisis has undermined the country",
        "the officials said nothing about their plans",
        "We had no warning",
    ],
)
def test_lets_a_pronoun_pass_that_has_its_noun(text: str) -> None:
    assert wording.dangling_pronoun(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "the bridge was closed in May",
        "Lukashenko has lost the factory workers",
        "should Russia respond with force, it would confirm its reputation",
    ],
)
def test_knows_a_clause(text: str) -> None:
    assert wording.is_clause(text, introduced=False)


@pytest.mark.parametrize(
    "text",
    [
        "to leave the town at once",
        "whether the bridge was safe",
        "was ready to step in",
        "issued an hour before the meeting was opened",
        "being in the country to destabilize it",
        "assistance under a security agreement",
        "the bridge was closed because",
    ],
)
def test_knows_what_is_no_clause(text: str) -> None:
    assert not wording.is_clause(text, introduced=True)


def test_takes_a_past_tense_for_a_verb_only_where_a_clause_was_announced() -> None:
    assert wording.is_clause("the men left the town", introduced=True)
    assert not wording.is_clause("the men left the town", introduced=False)


def test_a_participle_may_open_a_sentence_that_goes_on_with_a_verb() -> None:
    text = "rendering any assistance would be unpopular"
    assert wording.is_clause(text, introduced=True, fronted=True)
    assert not wording.is_clause(text, introduced=True)


def test_first_person_counts_outside_quotation_marks_only() -> None:
    assert wording.speaks_from_elsewhere("I farmed here")
    assert not wording.speaks_from_elsewhere("the mayor called it “my bridge”")


def test_a_quotation_is_closed_by_one_mark() -> None:
    assert wording.quotation("Nobody knew,") == "“Nobody knew.”"
    assert wording.quotation("Who knew?") == "“Who knew?”"


@pytest.mark.parametrize("text", ["the “ghost cobalt", "(or so", "‘settled by agreement"])
def test_marks_that_are_not_closed_are_seen(text: str) -> None:
    assert not wording.balanced(text)


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert wording.balanced("the strikers’ committee didn’t settle ‘at once’")


def test_likeness_sees_through_inflection_and_ignores_a_single_word() -> None:
    assert wording.likeness("The bridge was inspected", "inspecting bridges") == 1.0
    assert wording.likeness("The bridge was inspected", "The bridge fell") == 0.0


@pytest.mark.parametrize(
    ("text", "looks_back"),
    [
        ("denies employing mercenaries for this purpose", True),
        ("the plan would cost 40 million dollars", True),
        ("others are having to be leaner", True),
        ("prices rose by a tenth this year", False),
        ("the bridge at Marlow Ford was closed", False),
    ],
)
def test_knows_what_needs_its_paragraph(text: str, *, looks_back: bool) -> None:
    assert (wording.LOOKS_BACK.search(text) is not None) == looks_back
