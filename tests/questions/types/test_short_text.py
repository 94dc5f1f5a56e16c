"""Write a word, a number or a date."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.question import InvalidQuestion
from questions.types._words import edits, normal
from questions.types.short_text import ShortText
from tests.questions.samples import sample

EXAMPLE = sample(ShortText)

SAME_NUMBER = (
    "1,200",
    "1200",
    "1 200",
    "about 1,200 people",
    "1.2 thousand",
    "twelve hundred",
    "$1200",
    "one thousand two hundred",
    "One thousand, two hundred.",
    "1200.0",
    "1200 %",
)
OTHER_NUMBER = (
    "12,00",
    "120",
    "-1200",
    "1200 or 1300",
    "1,200,000",
    "twelve",
    "twelve two hundred",
    "many",
    "",
    "hundred",
    "1.200",
    "1e3 200",
    "two three",
)
SAME_DATE = (
    "9 August 2020",
    "August 9, 2020",
    "Aug. 9 2020",
    "the 9th of August 2020",
    "2020-08-09",
    "09.08.2020",
    "8/9/2020",
    "on Sunday, 9 August 2020",
)
OTHER_DATE = (
    "9 August",
    "August 2020",
    "2020",
    "10 August 2020",
    "9 August 2019",
    "9 or 10 August 2020",
    "July or August 2020",
    "2020-09-10",
    "39.08.2020",
    "Sunday",
    "never",
)


def right(given: str, accepted: str, **settings: Any) -> bool:
    """Whether *given* earns the point where *accepted* is right."""
    question = replace(EXAMPLE, **{"accepted": (accepted,), "reads_as": "text", **settings})
    return question.grade(given).points == 1


@pytest.mark.parametrize(
    ("given", "accepted"),
    [
        ("  chatham   house ", "Chatham House"),
        ("The Kremlin", "Kremlin"),
        ("kremlin.", "the Kremlin"),
        ("“lawless state”", "lawless state"),
        ("Linkevičius", "Linkevicius"),
        ("self–proclaimed", "self-proclaimed"),
        ("O’Neill", "O'Neill"),
        ("ＮＡＴＯ", "NATO"),
        ("STRASSE", "Straße"),
        ("a", "A"),
    ],
)
def test_the_same_words_are_right(given: str, accepted: str) -> None:
    assert right(given, accepted)


@pytest.mark.parametrize(
    ("given", "accepted"),
    [
        ("Chatham", "Chatham House"),
        ("not the Kremlin", "the Kremlin"),
        ("Putin or Lukashenko", "Putin"),
        ("selfproclaimed", "self-proclaimed"),
        ("theory", "ory"),
        ("1994", "1949"),
    ],
)
def test_other_words_are_wrong(given: str, accepted: str) -> None:
    assert not right(given, accepted)


@pytest.mark.parametrize(
    ("given", "typos", "expected"),
    [
        ("Linkevicus", 1, True),
        ("Linkeviicius", 1, True),
        ("Linkevcius", 0, False),
        ("Linkveicius", 1, True),
        ("Lnkevicus", 1, False),
        ("Lnkevicus", 2, True),
    ],
)
def test_typos_are_forgiven_as_far_as_the_question_says(
    given: str, typos: int, *, expected: bool
) -> None:
    assert right(given, "Linkevicius", typos=typos) == expected


@pytest.mark.parametrize("given", SAME_NUMBER)
def test_a_number_is_the_same_however_it_is_written(given: str) -> None:
    assert right(given, "1,200", reads_as="number")


@pytest.mark.parametrize("given", OTHER_NUMBER)
def test_another_number_is_wrong(given: str) -> None:
    assert not right(given, "1,200", reads_as="number")


@pytest.mark.parametrize(
    ("given", "accepted"),
    [
        ("twenty-five", "25"),
        ("a hundred and five", "105"),
        ("3.5 million", "3,500,000"),
        ("$2bn", "two billion"),
        ("minus 5", "minus 5"),
        ("-5", "-5"),
        ("zero", "0"),
        ("one hundred and twenty-three thousand", "123000"),
    ],
)
def test_numbers_in_words(given: str, accepted: str) -> None:
    assert right(given, accepted, reads_as="number")


@given(st.integers(0, 10**12))
def test_every_number_is_itself(number: int) -> None:
    assert right(f"{number:,}", str(number), reads_as="number")
    assert not right(str(number + 1), str(number), reads_as="number")


@pytest.mark.parametrize("given", SAME_DATE)
def test_a_date_is_the_same_however_it_is_written(given: str) -> None:
    assert right(given, "9 August 2020", reads_as="date")


@pytest.mark.parametrize("given", OTHER_DATE)
def test_another_date_is_wrong(given: str) -> None:
    assert not right(given, "9 August 2020", reads_as="date")


@pytest.mark.parametrize(
    ("given", "accepted"), [("tues.", "Tuesday"), ("in 1994", "1994"), ("sept", "September")]
)
def test_part_of_a_date_will_do_where_no_more_is_asked(given: str, accepted: str) -> None:
    assert right(given, accepted, reads_as="date")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"accepted": ()}, "accepted: must be at least one"),
        ({"accepted": (" .",)}, "none of them empty"),
        ({"accepted": ("x" * 201,), "reads_as": "text"}, "at most 200 characters"),
        ({"accepted": ("many",)}, "accepted: must each name one number"),
        ({"accepted": ("1", "2 or 3")}, "accepted: must each name one number"),
        ({"accepted": ("soon",), "reads_as": "date"}, "accepted: must each name a date"),
        ({"typos": 1}, "typos: must be 0 in a number or a date"),
        ({"typos": -1, "reads_as": "text"}, "typos: must be fewer"),
        ({"typos": 3, "reads_as": "text"}, "typos: must be fewer"),
    ],
)
def test_faults_are_named(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidQuestion, match=message):
        replace(EXAMPLE, **changes)


@given(st.text(max_size=200))
def test_any_text_can_be_graded(text: str) -> None:
    for reads_as, accepted in (("text", "mayor"), ("number", "340"), ("date", "1 May")):
        right(text, accepted, reads_as=reads_as)


LETTERS = st.text("abc", max_size=6)


@given(LETTERS, LETTERS)
def test_edits_are_a_distance(one: str, other: str) -> None:
    assert edits(one, other) == edits(other, one)
    assert (edits(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= edits(one, other) <= max(len(one), len(other))


@given(LETTERS, st.integers(0, 4))
def test_a_swap_of_neighbours_is_one_edit(word: str, place: int) -> None:
    swapped = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    assert edits(word, swapped) <= 1


@given(st.text())
def test_what_is_normal_stays_so(text: str) -> None:
    assert normal(normal(text).upper()) is not None
