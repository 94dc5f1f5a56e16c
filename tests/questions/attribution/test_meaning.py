"""Whom pronouns and descriptions mean, and how it was told."""

import pytest

from questions.attribution.voice import author
from tests.questions.attribution import read


def told(*paragraphs: str) -> list[tuple[str | None, str]]:
    """The source of each claim and how it was told from its mention."""
    page = read(*paragraphs)
    return [(page.who(claim), claim.told_by) for claim in page.claims.claims]


def test_a_pronoun_means_the_one_the_sentence_before_is_about() -> None:
    found = told(
        "Anna Holm said that the dam was sound.",
        "Maria Lunt, the mayor, thanked Holm. She said that she was relieved.",
    )
    assert found[-1][0] == "Maria Lunt"


def test_every_guess_says_how_it_was_made() -> None:
    found = told("Anna Holm said that it held. She said that it rained. The mayor said it did not.")
    assert [how for _, how in found] == [
        "named",
        "the only woman that it can be",
        "described",
    ]


@pytest.mark.parametrize(
    ("first", "description", "name"),
    [
        ("Anna Holm, the minister, met Peter Lunt, the mayor.", "The mayor", "Peter Lunt"),
        (
            "Anna Holm, the minister, met Peter Lunt, her deputy minister.",
            "The minister",
            "Anna Holm",
        ),
        ("The Energy Commission met on Monday.", "The commission", "Energy Commission"),
        ("A 47-page report was published.", "The study", "a 47-page report"),
        ("Residents met the Harbour Police at noon.", "The force", "Harbour Police"),
    ],
)
def test_a_description_means_who_goes_by_it(first: str, description: str, name: str) -> None:
    page = read(first, f"{description} said that the dam was sound.")
    assert (page.who(page.claims.claims[-1]) or "").removeprefix("the ").removeprefix(
        "The "
    ) == name


def test_a_description_may_come_before_the_name() -> None:
    found = told(
        "A bookkeeper told a court that she had signed what she was given.",
        "Marian Pellew, 61, said that she was sorry.",
    )
    assert [who for who, _ in found] == ["Marian Pellew", "Marian Pellew"]


def test_a_name_is_given_by_the_one_who_bears_it() -> None:
    found = told("“I eat,” said the shopkeeper, who gave only his first name, Idris.")
    assert found == [("Idris", "named")]


def test_a_title_tells_people_of_one_surname_apart() -> None:
    found = told(
        "Tom Hesketh and Dr Jane Hesketh met.",
        "Mr Hesketh said that it held. Dr Hesketh said that it did not.",
    )
    assert [who for who, _ in found] == ["Tom Hesketh", "Jane Hesketh"]


def test_a_headline_has_the_speaker_of_the_words_in_the_text() -> None:
    found = told(
        "‘Not a cash machine’", "Anna Holm said drivers were “not a cash machine” for anyone."
    )
    assert {who for who, _ in found} == {"Anna Holm"}


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("By Jonah Weatherby, Technology Editor", "Jonah Weatherby"),
        ("Mairéad Ní Bhriain", "Mairéad Ní Bhriain"),
        ("By Staff", None),
        (None, None),
    ],
)
def test_the_author_is_named_by_the_byline(byline: str | None, name: str | None) -> None:
    assert author(byline) == name


def test_kinship_is_turned_round() -> None:
    found = told(
        "Ida Brandt has rung the bells for years. Caspar Brandt, her nephew, said that it rained.",
        "His aunt said that he was generous.",
    )
    assert [who for who, _ in found] == ["Caspar Brandt", "Ida Brandt"]


def test_two_people_may_each_have_an_aunt() -> None:
    found = told(
        "Peter Lunt said that it was late. His aunt, Ida Roe, said that he was wrong.",
        "Anna Holm said that it rained. Her aunt said that it snowed.",
    )
    assert [who for who, _ in found][-1] == "Anna Holm’s aunt"


def test_what_is_somebodys_goes_by_the_owners_name() -> None:
    found = told("Anna Holm, the mayor, was away. Her office said that she would be back.")
    assert found[-1][0] == "Anna Holm’s office"


def test_a_paragraph_that_ends_with_a_colon_leads_to_who_speaks() -> None:
    found = told(
        "Inspector Shona Reddick gave a statement at the cordon. Here it is in full:",
        "“We were called to a fire on Cobden Road. Nobody was hurt.”",
    )
    assert found == [("Shona Reddick", "whom the paragraph before leads to")]


def test_some_are_part_of_the_group_before() -> None:
    found = told("Residents of Orlec met on Monday. Some said that the dam was safe.")
    assert found[-1] == ("residents of Orlec", "part of the group spoken of last")
