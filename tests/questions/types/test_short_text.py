"""Write a word, a number or a date."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from questions.question import InvalidQuestion
from questions.types._numbers import AFTER_FIGURES, TENS, UNITS, number
from questions.types._words import edits, normal
from questions.types.short_text import ShortText
from tests.questions.rendering import ask
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
    "1,2k",
    "1.2K",
    "1.200",
    "1.200,00",
    "1 200,0",
    "1\N{NO-BREAK SPACE}200",
    "£1,200",
    "a hundred dozen",
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
    "1e3 200",
    "1200a",
    "a1200",
    "1200 m",
    "minus 1200",
    "1,20,0",
    "1200 and a half",
    "thousands",
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
    "the ninth of August, 2020",
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
    "39 August 2020",
    "9/8",
    "9/8/2020 or 10/8/2020",
    "twenty-ninth of August 2020",
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


@pytest.mark.parametrize(
    ("given", "accepted", "expected"),
    [
        ("Lind", "Lund", True),
        ("Mia Lond", "Mia Lund", True),
        ("Kin", "Kim", False),
        ("Boeing 747", "Boeing 737", False),
        ("Boing 737", "Boeing 737", True),
    ],
)
def test_a_typo_is_a_letter_of_a_word_that_has_some_to_spare(
    given: str, accepted: str, *, expected: bool
) -> None:
    assert right(given, accepted, typos=1) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [("Reid", False), ("Reide", False), ("Raed", True), ("Reedd", True), ("Reed", True)],
)
def test_the_name_of_somebody_else_is_no_typo(given: str, *, expected: bool) -> None:
    assert right(given, "Reed", typos=2, refused=("Reid",)) == expected


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
        ("minus 5", "-5"),
        ("−5", "minus five"),
        ("-£5m", "-5,000,000"),
        ("it fell to -5", "-5"),
        ("3 million", "£3m"),
        ("3 millions", "£3m"),
        ("£3 m", "£3m"),
        ("three million pounds", "£3m"),
        ("forty", "40"),
        ("0,5", "0.5"),
        (".5", "0.5"),
        ("1,5 million", "1.5m"),
        ("1.000.000", "1m"),
        ("fifty per cent", "50%"),
        ("two dozen", "24"),
        ("5 crore", "50 million"),
        ("zero", "0"),
        ("one hundred and twenty-three thousand", "123000"),
    ],
)
def test_numbers_in_words(given: str, accepted: str) -> None:
    assert right(given, accepted, reads_as="number")


@pytest.mark.parametrize(
    ("given", "accepted"),
    [
        ("£3", "£3m"),
        ("5a", "5"),
        ("5", "-5"),
        (".5", "5"),
        ("5", "5m"),
        ("1.2", "1,200"),
        ("2 thousand million", "2 million"),
        ("0 million", "1 million"),
        ("20, 5", "25"),
        ("3 - 5", "-5"),
    ],
)
def test_other_numbers(given: str, accepted: str) -> None:
    assert not right(given, accepted, reads_as="number")


@pytest.mark.parametrize("text", ["5a", "5km", "many", "5 or 6", "5-6", "½", "2 and a half", "."])
def test_what_is_not_one_number_is_malformed(text: str) -> None:
    form, field = ask(EXAMPLE, MultiDict({"answer": text}))
    assert not form.validate()
    assert list(field.errors) == ["Write one number, in figures or in words, and nothing else."]


@pytest.mark.parametrize("text", ["9/8", "9/8/20", "soon", "9 or 10 August", "39 August", "12"])
def test_what_is_not_one_date_is_malformed(text: str) -> None:
    question = replace(EXAMPLE, accepted=("9 August",), reads_as="date")
    form, field = ask(question, MultiDict({"answer": text}))
    assert not form.validate()
    assert list(field.errors) == ["Write one date, with the month as a word, such as 9 August."]


def in_words(value: int) -> str:
    """*value*, below a thousand million, as English writes it."""
    if value < 20:
        return UNITS.split()[value]
    if value < 100:
        tens = TENS.split()[value // 10 - 2]
        return f"{tens}-{UNITS.split()[value % 10]}" if value % 10 else tens
    scale, name, link = next(s for s in SCALES if s[0] <= value)
    rest = f"{link}{in_words(value % scale)}" if value % scale else ""
    return f"{in_words(value // scale)} {name}{rest}"


SCALES = ((10**6, "million", ", "), (10**3, "thousand", ", "), (10**2, "hundred", " and "))


@given(st.integers(0, 10**9 - 1))
def test_every_number_can_be_written_in_words(value: int) -> None:
    assert number(in_words(value)) == value
    assert number(f"minus {in_words(value)} cars") == -value


@given(
    st.integers(0, 10**12),
    st.sampled_from(["{:,}", "{:,} people", "${:,}", "{:_} %", "{:,}.0", "{:_},0"]),
)
def test_every_grouping_is_the_same_number(value: int, form: str) -> None:
    assert number(form.format(value).replace("_", " ")) == value


@given(st.decimals(0, 10**6, places=2), st.sampled_from(sorted(AFTER_FIGURES.items())))
def test_a_scale_multiplies_the_figures_before_it(value: Decimal, scale: tuple[str, int]) -> None:
    word, times = scale
    for text in (f"{value}{word}", f"£{value} {word}", f"{value}{word}".replace(".", ",")):
        assert number(text) == value * times


@given(st.integers(0, 10**6), st.text("acdefghijlnopqrsuvwxyz_", min_size=1))
def test_figures_with_letters_on_them_are_no_number(value: int, letters: str) -> None:
    assert number(f"{letters}{value}") is None
    assert number(f"{value}{letters}") in (None, *(value * s for s in AFTER_FIGURES.values()))


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
    ("given", "accepted"),
    [("tues.", "Tuesday"), ("in 1994", "1994"), ("sept", "September"), ("May the first", "1 May")],
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
        ({"accepted": ("soon",), "reads_as": "date"}, "accepted: must each name one date"),
        ({"accepted": ("9/8/2020",), "reads_as": "date"}, "accepted: must each name one date"),
        ({"refused": ("430",)}, "refused: must be empty in a number or a date"),
        ({"refused": ("The 340",), "reads_as": "text"}, "refused: must not be accepted as well"),
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
