"""From an article and its claims to a quiz, by hand-made claims."""

from dataclasses import replace
from random import Random

from questions.article import Article
from questions.claims import Claims
from questions.pipeline import ask, judged
from questions.recipes.material import Material
from tests.questions.recipes.bridge import ARTICLE, BRIDGE, CLAIMS, SOURCES


def test_a_quiz_is_sound_spread_and_no_longer_than_asked_for() -> None:
    quiz = ask(ARTICLE, BRIDGE.claims, number=6, seed=1)
    assert len(quiz) == 6
    assert {q.section for q in quiz} == {1, 2, 3}
    assert len({q.skill for q in quiz}) >= 4


def test_the_same_seed_gives_the_same_quiz() -> None:
    assert ask(ARTICLE, BRIDGE.claims, None, 4) == ask(ARTICLE, BRIDGE.claims, None, 4)
    assert ask(ARTICLE, BRIDGE.claims, 5, 4) != ask(ARTICLE, BRIDGE.claims, 5, 5)


def test_nothing_is_asked_about_an_article_without_claims() -> None:
    assert ask(Article("Nothing happened"), Claims(), None, 1) == ()


def test_unsure_questions_are_not_asked() -> None:
    unsure = Claims(SOURCES, tuple(replace(claim, certainty=0.2) for claim in CLAIMS))
    reasons = {q.claim: r for q, r in judged(Material(ARTICLE, unsure), Random(1))}
    assert reasons[1] == "not certain enough"
    assert any(q.claim is not None for q in ask(ARTICLE, BRIDGE.claims, None, 1))
    assert {q.claim for q in ask(ARTICLE, unsure, None, 1)} == {None}
