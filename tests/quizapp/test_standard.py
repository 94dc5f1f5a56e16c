"""The standard quiz is a fair mixture."""

from dataclasses import replace
from typing import Any

from questions.question import Evidence, Question, Skill
from questions.types import TYPES
from quizapp.usecases import standard
from tests.quizapp.school import generated


def question(**fields: Any) -> Question[Any]:
    kind = fields.pop("kind", "choice")
    return replace(TYPES[kind].example().question, **fields)


def test_it_mixes_what_people_and_recipes_made() -> None:
    curated = [question(prompt=f"Curated {n}?", section=n % 5 + 1) for n in range(30)]
    made = generated(20)
    chosen = standard.choose(curated, made)
    assert len(chosen) == standard.LENGTH
    assert sum(question in made for question in chosen) == standard.GENERATED
    assert [q.section for q in chosen] == sorted(q.section for q in chosen)


def test_with_few_questions_it_takes_them_all() -> None:
    curated, made = [question(prompt="One?")], generated(2)
    assert set(standard.choose(curated, made)) == {*curated, *made}
    assert standard.choose([], []) == []


def test_it_spreads_over_interactions_and_skills() -> None:
    curated = [
        question(kind=kind, prompt=f"{skill} {kind}?", skill=skill)
        for skill in list(Skill)[:12]
        for kind in TYPES
    ]
    chosen = standard.choose(curated, ())
    assert {question.kind for question in chosen} == set(TYPES)
    assert len({question.skill for question in chosen}) == 12


def test_it_avoids_asking_twice_about_the_same_words() -> None:
    here = (Evidence(1, 0, 5, "words"),)
    curated = [question(prompt=f"Number {n}?", evidence=here if n < 20 else ()) for n in range(40)]
    chosen = standard.choose(curated, ())
    assert sum(question.evidence == here for question in chosen) == 1
