"""The standard quiz is a fair mixture."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import questions
from questions.pack import load_pack
from questions.question import Evidence, Process, Question, Skill
from questions.types import TYPES
from quizapp.usecases import standard
from tests.quizapp.school import generated

PACKS = Path(questions.__file__).parent / "curated"


def question(**fields: Any) -> Question[Any]:
    kind = fields.pop("kind", "choice")
    return replace(TYPES[kind].example().question, **fields)


def various(number: int, **fields: Any) -> list[Question[Any]]:
    """Questions that practise one skill after the other, in five sections."""
    skills = list(Skill)
    return [
        question(prompt=f"{fields} {n}?", skill=skills[n % 12], section=n % 5 + 1, **fields)
        for n in range(number)
    ]


def test_it_mixes_what_people_and_recipes_made() -> None:
    made = various(20, recipe="any", confidence=0.9)
    chosen = standard.choose(various(30), made)
    assert len(chosen) == standard.LENGTH
    assert sum(question in made for question in chosen) == standard.GENERATED
    assert len({question.section for question in chosen}) == 5
    assert [q.section for q in chosen] == sorted(q.section for q in chosen)


def test_what_one_side_lacks_the_other_makes_good() -> None:
    made = various(20, recipe="any", confidence=0.9)
    assert len(standard.choose(various(4), made)) == standard.LENGTH
    assert len(standard.choose(various(30), made[:2])) == standard.LENGTH


def test_in_each_section_easy_questions_come_first() -> None:
    curated = various(9, process=Process.EVALUATE) + various(9, process=Process.LOCATE)
    places = [(q.section, q.process is Process.EVALUATE) for q in standard.choose(curated, ())]
    assert places == sorted(places)


def test_no_two_questions_answer_each_other() -> None:
    here, there = (Evidence(1, 0, 5, "words"),), (Evidence(1, 9, 14, "again"),)
    asked = question(prompt="Who spoke?", evidence=here)
    telling = question(
        prompt=f"Where did {asked.solution} speak?",
        options=("Here", "There", "Nowhere"),
        key=("Here",),
        evidence=there,
    )
    assert len(standard.choose([asked, telling], ())) == 1
    assert len(standard.choose([asked], [telling])) == 1


def test_the_quiz_of_the_shipped_article_has_every_interaction() -> None:
    pack = load_pack(PACKS / "belarus-2020")
    chosen = standard.choose(pack.questions, ())
    assert {question.kind for question in chosen} == set(TYPES)
    assert len({q.section for q in chosen}) == len(pack.article.sections)


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


def test_it_never_asks_twice_about_the_same_words() -> None:
    here = (Evidence(1, 0, 5, "words"),)
    about_it = [question(prompt=f"Number {n}?", evidence=here) for n in range(20)]
    assert len(standard.choose(about_it, ())) == 1
