"""Which questions make a quiz together."""

from collections import Counter
from dataclasses import replace
from random import Random

from questions.question import Evidence, Process, Skill
from questions.recipes.select import answers, clash, select
from questions.types.choice import Choice


def question(paragraph: int, *, skill: Skill = Skill.WHO_SAID_IT, key: str = "") -> Choice:
    """A question on the only sentence of a paragraph; three paragraphs are a section."""
    key = key or f"Ada{paragraph}"
    return Choice(
        prompt=f"Who says what paragraph {paragraph} says about the {skill}?",
        options=(key, "Ben", "Cleo"),
        key=(key,),
        skill=skill,
        process=Process.UNDERSTAND if skill is Skill.EXACT_WORDS else Process.LOCATE,
        section=(paragraph + 2) // 3,
        evidence=(Evidence(paragraph, 0, 4, "Text"),),
        confidence=0.9,
    )


MANY = [
    question(n, skill=skill) for n in range(1, 10) for skill in (Skill.WHO_SAID_IT, Skill.DETAIL)
]


def test_at_most_one_question_on_a_sentence() -> None:
    chosen = select(MANY, None, Random(1))
    assert len({q.evidence for q in chosen}) == len(chosen) == 6


def test_spreads_over_sections_and_skills() -> None:
    chosen = select(MANY, 6, Random(1))
    assert sorted(q.section for q in chosen) == [1, 1, 2, 2, 3, 3]
    assert {sum(q.skill == s for q in chosen) for s in (Skill.WHO_SAID_IT, Skill.DETAIL)} == {3}


def test_a_surer_question_is_taken_first() -> None:
    sure, unsure = question(1), replace(question(2), confidence=0.6)
    assert select([unsure, sure], 1, Random(1)) == [sure]


def test_no_skill_has_more_than_a_third_of_a_quiz() -> None:
    assert len(select([question(n) for n in range(1, 30)], None, Random(1))) == 3
    skills = (Skill.WHO_SAID_IT, Skill.DETAIL, Skill.WHO_IS_THIS, Skill.HOW_NAMED)
    many = [question(n, skill=skills[n % 4]) for n in range(1, 60)]
    counts = Counter(q.skill for q in select(many, 15, Random(1)))
    assert len(counts) == 4
    assert max(counts.values()) <= 5


def test_exact_words_or_paraphrase_is_asked_three_times_at_most() -> None:
    others = (Skill.WHO_SAID_IT, Skill.DETAIL, Skill.WHO_IS_THIS)
    many = [question(n, skill=(Skill.EXACT_WORDS, *others)[n % 4]) for n in range(1, 60)]
    counts = Counter(q.skill for q in select(many, None, Random(1)))
    assert counts[Skill.EXACT_WORDS] == 3
    assert counts[Skill.DETAIL] == 3
    assert counts[Skill.WHO_SAID_IT] == 6


def test_the_sentence_that_only_tells_who_speaks_may_serve_another_question() -> None:
    who_speaks = Evidence(1, 9, 13, "More")
    first = replace(question(1), claim=0, evidence=(Evidence(1, 0, 4, "Text"), who_speaks))
    second = replace(question(2), claim=1, evidence=(Evidence(2, 0, 4, "Text"), who_speaks))
    assert not clash(first, second)
    assert clash(first, replace(second, claim=0))
    assert clash(first, replace(second, claim=None, evidence=first.evidence[:1]))


def test_the_same_seed_gives_the_same_quiz_and_another_another() -> None:
    assert select(MANY, 5, Random(3)) == select(MANY, 5, Random(3))
    assert any(select(MANY, 5, Random(3)) != select(MANY, 5, Random(n)) for n in range(4, 9))


def test_easy_questions_come_first() -> None:
    hard = question(1, skill=Skill.EXACT_WORDS)
    assert select([hard, question(4), question(7)], None, Random(1))[-1] == hard


def test_no_question_answers_another() -> None:
    first = replace(question(1, key="Ada"), evidence=(Evidence(1, 0, 4, "Text"),))
    second = replace(
        question(1),
        prompt="How is Ada named?",
        evidence=(Evidence(1, 9, 13, "More"),),
        key=("Ben",),
    )
    assert answers(second, first)
    assert clash(first, second)
    assert not answers(first, second)


def test_nothing_to_choose_from_is_an_empty_quiz() -> None:
    assert select([], 5, Random(1)) == []


def test_a_figure_is_asked_for_once() -> None:
    one, other = (question(n, skill=Skill.DETAIL, key="28") for n in (1, 2))
    assert clash(one, other)
    assert not clash(one, replace(other, skill=Skill.WHO_SAID_IT))


def test_a_number_that_an_option_tells_is_not_asked_for() -> None:
    asked = question(1, skill=Skill.DETAIL, key="28")
    telling = replace(question(9), options=("28 shops have closed.", "Ben", "Cleo"), key=("Ben",))
    assert answers(telling, asked)
    assert not answers(asked, telling)


def test_speakers_take_turns() -> None:
    asked = [replace(question(n + 1, key=f"K{n}"), section=1, claim=n) for n in range(6)]
    speakers = (0, 0, 0, 0, 1, 2)
    for seed in range(5):
        chosen = select(asked, 3, Random(seed), speakers=speakers)
        assert len({speakers[q.claim or 0] for q in chosen}) == 3


def test_a_quiz_has_as_many_as_asked_for_where_one_skill_is_common() -> None:
    common = [question(n) for n in range(1, 30)]
    others = [question(n, skill=s) for n, s in zip(range(30, 39), 3 * [*Skill][2:5], strict=True)]
    assert len(select([*common, *others], 9, Random(1))) == 9


def test_the_ways_of_naming_a_source_vary() -> None:
    by_name, again, several = (
        question(n, skill=Skill.HOW_NAMED, key=key)
        for n, key in ((1, "By name"), (4, "By name"), (7, "As several people"))
    )
    assert clash(by_name, again)
    assert not clash(by_name, several)
