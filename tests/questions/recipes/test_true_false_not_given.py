"""Three statements, one of each verdict, and each verdict as the article has it."""

from random import Random

from questions.recipes.material import Material
from questions.recipes.not_given import details
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
    assert any(text.startswith("Workers put up fences on 9 May") for text in rows(Verdict.TRUE))
    assert not any("quotes" in text for text in rows(Verdict.TRUE))


def test_what_is_false_has_one_thing_changed() -> None:
    found = rows(Verdict.FALSE)
    assert "Lena Ortiz said that the detour adds 22 minutes to every trip." in found
    assert not found & rows(Verdict.TRUE)


def test_what_is_not_given_suits_the_role_of_the_speaker() -> None:
    found = rows(Verdict.NOT_GIVEN)
    assert "Tom Ferris means to stand for office again at the next election." in found
    assert not any("has lived" in text for text in found if "Ferris" in text)


def test_nothing_is_called_not_given_of_which_the_article_has_a_word() -> None:
    said = next(s for s in BRIDGE.named_statements if "240,000" in s.text)
    assert [added.text for added in details(BRIDGE, said, None, Random(1))] == [
        "Tom Ferris means to stand for office again at the next election"
    ]
    assert "since" in said.text, "a word that might tell for how long he has been the mayor"


def test_says_for_each_statement_where_to_look() -> None:
    for question in asked():
        assert [f"Statement {n}: paragraph" in question.explanation for n in (1, 2, 3)] == [
            True
        ] * 3


def test_asks_nothing_where_there_is_too_little_to_ask() -> None:
    few = Material(BRIDGE.article, type(BRIDGE.claims)(BRIDGE.claims.sources))
    assert list(RECIPE.propose(few, Random(1))) == []
