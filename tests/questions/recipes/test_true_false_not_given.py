"""Three statements, one of each verdict, and each verdict as the article has it."""

from random import Random

from questions.recipes.material import Material
from questions.recipes.true_false_not_given import RECIPE
from questions.types.true_false_not_given import Statement, TrueFalseNotGiven, Verdict
from tests.questions.recipes.bridge import BRIDGE


def asked(seeds: int = 12) -> list[TrueFalseNotGiven]:
    made = [q for seed in range(seeds) for q in RECIPE.propose(BRIDGE, Random(seed))]
    return [q for q in made if isinstance(q, TrueFalseNotGiven)]


def rows(verdict: Verdict) -> set[str]:
    found: list[Statement] = [row for question in asked() for row in question.statements]
    return {row.text for row in found if row.key is verdict}


def test_each_question_has_one_of_each_verdict() -> None:
    assert asked()
    assert all({row.key for row in question.statements} == set(Verdict) for question in asked())


def test_a_teacher_reads_them_first() -> None:
    assert RECIPE.for_review


def test_what_is_true_stands_in_the_article_as_it_is() -> None:
    spoken = "“Nobody should drive across the bridge before winter.”"
    assert f"The article quotes Ada Okafor as saying: {spoken}" in rows(Verdict.TRUE)


def test_what_is_false_has_one_thing_changed() -> None:
    found = rows(Verdict.FALSE)
    changed = "the cracks had not been photographed in an earlier survey"
    assert f"A former inspector said that {changed}." in found
    assert not any("Ada Okafor as saying: “Nobody" in text for text in found)
    assert not found & rows(Verdict.TRUE)


def test_what_is_not_given_brings_in_somebody_who_speaks_elsewhere() -> None:
    found = rows(Verdict.NOT_GIVEN)
    assert any("agrees with Tom Ferris that the town had spent" in text for text in found)
    assert not any("former inspector told" in text for text in found)


def test_says_for_each_statement_where_to_look() -> None:
    for question in asked():
        assert [f"Statement {n}: paragraph" in question.explanation for n in (1, 2, 3)] == [
            True
        ] * 3


def test_asks_nothing_where_there_is_too_little_to_ask() -> None:
    few = Material(BRIDGE.article, type(BRIDGE.claims)(BRIDGE.claims.sources))
    assert list(RECIPE.propose(few, Random(1))) == []
