"""Whose "I", "we" and "you" it is where nobody is quoted."""

from tests.questions.attribution import read


def who(*paragraphs: str) -> list[str | None]:
    """The source of each claim."""
    page = read(*paragraphs)
    return [page.who(claim) for claim in page.claims.claims]


def test_the_writer_in_the_byline_says_i() -> None:
    found = who("Why I run", "By Jonah Weatherby", "I believe that running is good for the heart.")
    assert found == ["Jonah Weatherby"]


def test_a_letter_is_whose_name_stands_below_it() -> None:
    found = who(
        "Letters: hedges and owls",
        "Sir, I think that hedges should be cut in winter.\nBarnaby Stott\nMarden",
        "Sir, I believe that the owl was a hawk.\nGeoffrey Mole\nUpper Sallow",
    )
    assert found == ["Barnaby Stott", "Geoffrey Mole"]


def test_a_letter_may_be_signed_with_a_given_name() -> None:
    found = who("Dear Hannah:", "I hope that you are well.", "Yours,", "Martha")
    assert found == ["Martha"]


def test_the_answers_and_the_you_of_the_questions_are_whoever_is_interviewed() -> None:
    found = who(
        "Valerie Osei led the fire service for nine years.",
        "Why did you join?",
        "I thought that it was a good job.",
        "Did you say that you wanted to leave?",
        "No, I have never liked my chair.",
        "And now?",
        "Now I believe that I should sleep.",
    )
    assert set(found) == {"Valerie Osei"}


def test_questions_alone_are_no_interview() -> None:
    found = who(
        "Valerie Osei led the fire service. By then, who knew?",
        "What is to be done?",
        "The council will meet on Monday to vote.",
        "Who pays for it all?",
        "The town pays, and has always paid.",
        "And then what happens?",
        "Nobody knows. I think that it will rain.",
    )
    assert found[-1] == "the writer"


def test_we_is_the_paper_that_people_talk_to() -> None:
    found = who(
        "A spokesman told FactLine that the post was true.",
        "We believe that the post was false.",
    )
    assert found[-1] == "FactLine"
