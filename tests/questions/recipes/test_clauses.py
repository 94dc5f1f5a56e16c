"""Whether words from an article are a clause that can stand in a question."""

import pytest

from questions.recipes import clauses


@pytest.mark.parametrize(
    "text",
    [
        "the bridge was closed in May",
        "Lukashenko has lost the factory workers",
        "should Russia respond with force, it would confirm its reputation",
    ],
)
def test_knows_a_clause(text: str) -> None:
    assert clauses.is_clause(text, introduced=False)


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
        "season-ticket holders “changes you will be able to see”",
    ],
)
def test_knows_what_is_no_clause(text: str) -> None:
    assert not clauses.is_clause(text, introduced=True)


def test_takes_a_past_tense_for_a_verb_only_where_a_clause_was_announced() -> None:
    assert clauses.is_clause("the men left the town", introduced=True)
    assert not clauses.is_clause("the men left the town", introduced=False)


def test_a_participle_may_open_a_sentence_that_goes_on_with_a_verb() -> None:
    text = "rendering any assistance would be unpopular"
    assert clauses.is_clause(text, introduced=True, fronted=True)
    assert not clauses.is_clause(text, introduced=True)


def test_first_person_counts_outside_quotation_marks_only() -> None:
    assert clauses.speaks_from_elsewhere("I farmed here")
    assert not clauses.speaks_from_elsewhere("the mayor called it “my bridge”")


@pytest.mark.parametrize(
    "text",
    [
        "the plan “is a joke”",
        "the plan “simply will not work”",
        "the plan was “a bridge that will fall”",
        "“a joke that will last” was made of the plan",
    ],
)
def test_a_clause_may_have_its_verb_where_a_quotation_begins(text: str) -> None:
    assert clauses.is_clause(text, introduced=True)


def test_a_clause_may_begin_with_no_but_an_answer_is_none() -> None:
    assert clauses.is_clause("no trains will run before noon", introduced=True)
    assert not clauses.is_clause("no, the bridge was safe", introduced=True)
    assert not clauses.is_clause("no reason to close the bridge", introduced=True)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("the harbour office was looking at a request for 60", True),
        ("the valley has four", True),
        ("the valley has four, “two of which are awaiting parts”", True),
        ("the number of boats was above 450", False),
        ("the fleet grew from 30 boats to 60", False),
        ("the lock was built in 1954", False),
        ("the boy was aged 14", False),
        ("the ferry leaves from Pier 9", False),
    ],
)
def test_a_number_at_the_end_must_count_something(text: str, *, bare: bool) -> None:
    assert clauses.ends_in_a_bare_number(text) == bare
