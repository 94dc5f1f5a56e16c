"""Interactions answered row by row: true, false or not given; match."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from questions.question import InvalidQuestion
from questions.types._fields import PickField
from questions.types.match import NONE_OF_THESE, Match, Row
from questions.types.true_false_not_given import Statement, TrueFalseNotGiven, Verdict
from tests.questions.rendering import TRANSLATED, ask, review_page
from tests.questions.samples import sample

STATEMENTS = sample(TrueFalseNotGiven)
ROWS = sample(Match)
VERDICTS = st.lists(st.sampled_from([v.value for v in Verdict]), min_size=3, max_size=3)
SOURCES = st.lists(st.sampled_from(ROWS.options), min_size=3, max_size=3)


@given(VERDICTS)
def test_each_statement_counts_alike(answer: list[str]) -> None:
    right = [s.key.value == given for s, given in zip(STATEMENTS.statements, answer, strict=True)]
    assert STATEMENTS.grade(answer).points == sum(right) / 3
    assert STATEMENTS.grade(answer).parts == tuple(map(float, right))
    strict = replace(STATEMENTS, scoring="all_or_nothing")
    assert strict.grade(answer).points == float(all(right))
    assert [line.state == "right" for line in STATEMENTS.review(answer)] == right


@given(SOURCES)
def test_each_row_counts_alike(answer: list[str]) -> None:
    right = [row.key == given for row, given in zip(ROWS.rows, answer, strict=True)]
    assert ROWS.grade(answer).points == sum(right) / 3
    assert replace(ROWS, scoring="all_or_nothing").grade(answer).points == float(all(right))
    assert [line.given for line in ROWS.review(answer)] == answer


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"answer-1": "true", "answer-2": "true"}, "Answer every part first."),
        ({"answer-1": "true", "answer-2": "true", "answer-3": ""}, "Answer every part first."),
        ({"answer-1": "true", "answer-2": "true", "answer-3": "maybe"}, "Choose from what"),
        ({"answer": "true"}, "Answer the question first."),
        ({"answer-0": "true"}, "Answer the question first."),
    ],
)
def test_every_row_must_be_answered(sent: dict[str, str], message: str) -> None:
    form, field = ask(STATEMENTS, MultiDict(sent))
    assert not form.validate()
    assert field.errors[0].startswith(message)


def test_rows_already_answered_stay_after_an_error() -> None:
    form, field = ask(STATEMENTS, MultiDict({"answer-2": "false"}))
    assert not form.validate()
    assert isinstance(field, PickField)
    assert [part.picked for part in field.inputs] == [[], ["false"], []]


def test_none_of_these_stands_last() -> None:
    for seed in range(20):
        _, field = ask(ROWS, seed=seed)
        assert isinstance(field, PickField)
        assert field.inputs[0].part.options[-1].value == NONE_OF_THESE


@pytest.mark.parametrize(
    ("question", "changes", "message"),
    [
        (STATEMENTS, {"statements": ()}, "statements: must be at least one"),
        (STATEMENTS, {"statements": (Statement(" ", Verdict.TRUE),)}, "none of them empty"),
        (STATEMENTS, {"statements": STATEMENTS.statements * 2}, "must all be different"),
        (ROWS, {"rows": ROWS.rows[:1]}, "rows: must be at least two"),
        (ROWS, {"options": ROWS.options[:1]}, "options: must be at least two"),
        (ROWS, {"rows": (*ROWS.rows, Row("x", "The cat"))}, r"rows\[3\].key: must be one of"),
    ],
)
def test_faults_are_named(question: Any, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidQuestion, match=message):
        replace(question, **changes)


def test_verdicts_are_translated_and_what_the_question_says_is_not() -> None:
    TRANSLATED.clear()
    page = review_page(STATEMENTS, ["true", "true", "not given"])
    assert {"True", "False", "Not given"} <= TRANSLATED
    assert ">Not given</b>" in page
    TRANSLATED.clear()
    review_page(ROWS, [NONE_OF_THESE] * 3)
    assert not set(ROWS.texts) & TRANSLATED
