"""Who is named, under which forms of a name, and whether it is a person."""

import pytest

from questions.article import Paragraph
from questions.attribution.names import Named, find_names
from questions.attribution.parse import parse


def named(*paragraphs: str) -> dict[str, Named]:
    """All that is named in the paragraphs."""
    parsed = parse(tuple(Paragraph(number, text) for number, text in enumerate(paragraphs, 1)))
    return {one.name: one for one in find_names(parsed).everything}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Councilwoman Latoya Birch spoke first.", "Latoya Birch"),
        ("Vice-President Sani Wurno was there.", "Sani Wurno"),
        ("Transport Minister Harun Desta resigned on Monday.", "Harun Desta"),
        ("Omar Haidar KC said that it was about a sofa.", "Omar Haidar"),
    ],
)
def test_titles_and_letters_are_no_part_of_a_name(text: str, name: str) -> None:
    assert named(text)[name].is_person


def test_who_goes_by_the_last_word_of_the_name_is_a_person() -> None:
    found = named(
        "Zvenko Ellery told a meeting that it would rain.",
        "Ellery said that he had an umbrella. The Ellery campaign had none.",
    )
    assert found["Zvenko Ellery"].is_person


def test_a_name_in_capitals_is_the_same_name() -> None:
    found = named("CROFT MUST GO", "Danny Croft, 41, said that he would stay. Croft left.")
    assert "CROFT" not in found
    assert found["Danny Croft"].is_person


def test_initials_before_a_colon_are_those_of_the_speaker() -> None:
    found = named("Ines Calderon sang in Lyon.", "IC: It was a polyp.", "RA: Was it?")
    assert "IC" not in found


def test_the_noun_of_a_long_description_is_what_the_name_is_called() -> None:
    found = named("The mayor of Carrick, Annika Dray, has urged residents to stay away.")
    assert "mayor" in found["Annika Dray"].called
    assert found["Annika Dray"].role == "mayor of Carrick"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Ilse Varga, an ecologist at the University of Torrance, said that birds share.",
            "Ilse Varga",
            "an ecologist at the University of Torrance",
        ),
        (
            "Denise Whitlow, a nurse whose hospital closed in 2019, said that it hurt.",
            "Denise Whitlow",
            "a nurse",
        ),
        (
            "The former judge Mariama Diop-Lebrun said that she had won.",
            "Mariama Diop-Lebrun",
            "former judge",
        ),
    ],
)
def test_a_role_is_neither_cut_nor_glued(text: str, name: str, role: str) -> None:
    assert (named(text)[name].role or "").removeprefix("The ").removeprefix("the ") == role


def test_a_headline_in_capitals_gives_nobody_a_name_in_capitals() -> None:
    assert "Bruno Tavarella" in named("BRUNO TAVARELLA has told the club that he will go.")
