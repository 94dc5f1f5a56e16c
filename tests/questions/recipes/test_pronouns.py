"""Whether what words point to is named among them."""

import pytest

from questions.recipes import pronouns


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
        "On inspection, 64 were empty boats and nothing else",
        "Since then the harbour has logged 41 complaints",
        "After that, the ferry stayed in port",
        "By that time all the boats had left",
        "the ferry will stay in port until then",
    ],
)
def test_finds_a_pronoun_that_stands_for_nothing(text: str) -> None:
    assert pronouns.dangling_pronoun(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lopez lost her keys",
        "should Russia respond, it would confirm its reputation",
        "It is too early to tell",
        "This very political crisis has undermined the country",
        "the officials said nothing about their plans",
        "We had no warning",
        "After that storm the ferry stayed in port",
        "Then the council shut the road",
        "the lock was shut on 9 May, and nobody has seen a boat since then",
    ],
)
def test_lets_a_pronoun_pass_that_has_its_noun(text: str) -> None:
    assert pronouns.dangling_pronoun(text) is None


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
    assert (pronouns.LOOKS_BACK.search(text) is not None) == looks_back


@pytest.mark.parametrize(
    ("text", "points_back"),
    [
        ("teachers had been asking for something like this for two years", True),
        ("the town had never heard of that", True),
        ("the mayor feared this would be the end", True),
        ("the town would pay for this bridge", False),
        ("it was this week that the town had to pay", False),
        ("the mayor called it “a day like this for all of us”", False),
    ],
)
def test_this_needs_a_noun_in_reported_words(text: str, *, points_back: bool) -> None:
    assert pronouns.points_without_a_noun(text) == points_back
