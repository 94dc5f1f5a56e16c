"""A quiz out of many questions: spread over the article and its skills, from easy to hard."""

from collections import Counter
from collections.abc import Sequence
from math import ceil
from random import Random
from typing import Any

from questions.question import Evidence, Process, Question, Skill
from questions.recipes.wording import normal

Candidate = Question[Any]

HARDNESS = (Process.LOCATE, Process.UNDERSTAND, Process.EVALUATE)
INTERACTIONS = ("choice", "true_false_not_given", "short_text", "select_text")
"""From the easiest to answer to the hardest; those not listed come after them."""

MOST = 6
"""Questions of one skill in a quiz, however long it may be."""

MOST_OF = {Skill.EXACT_WORDS: 3, Skill.DETAIL: 3}
"""Fewer, where the question is the same each time."""

FEW = 3
"""Questions of one skill that are no surfeit in a short quiz, either."""

RARE = 0.5
"""What a question is worth more where no other has its skill, or none its interaction."""


BY_A_PERSON = 1.0
"""How sure a question is that nobody has guessed: one that is not generated."""

CHANCE = 0.15
"""What chance may add to a question's worth, so that another seed gives another quiz."""


def select(
    questions: Sequence[Candidate],
    number: int | None,
    rng: Random,
    beside: Sequence[Candidate] = (),
    speakers: Sequence[int | None] = (),
) -> list[Candidate]:
    """*beside* and some of *questions*, at most *number* in all, from easy to hard.

    All that go together, if *number* is None. No two are about the same claim or sentence, none
    answers another, and no skill has more than a third of the quiz. What is scarce so far, section,
    skill, process, interaction or speaker, is taken first, and *rng* adds a little chance.
    *speakers* has the source of each claim that the questions are about.
    """
    chosen = list(beside)
    left = [q for q in questions if not any(clash(q, other) for other in chosen)]
    luck = {id(question): CHANCE * rng.random() for question in left}
    supply = Counter(kind for question in left for kind in (question.skill, question.kind))
    while left and (number is None or len(chosen) < number):
        seen = Counter(trait for q in chosen for trait in _traits(q, speakers))
        best = max(
            left,
            key=lambda q: (
                _worth(q, seen, speakers)
                + luck[id(q)]
                + RARE / supply[q.skill]
                + RARE / supply[q.kind]
            ),
        )
        chosen.append(best)
        full = sum(q.skill == best.skill for q in chosen) == _most(best.skill, number)
        left = [
            q for q in left if not (q is best or clash(q, best) or (full and q.skill == best.skill))
        ]
    return sorted(_without_a_surfeit(chosen), key=_hardness)


def _most(skill: Skill, number: int | None) -> int:
    """Questions of *skill* in a quiz of *number*: no more than a third, for it shall be varied."""
    most = MOST_OF.get(skill, MOST)
    return most if number is None else min(most, max(FEW, ceil(number / 3)))


def _without_a_surfeit(chosen: list[Candidate]) -> list[Candidate]:
    """*chosen* without the last ones of any skill that has more than a third of them all."""
    kept = list(chosen)
    while kept:
        skill, count = Counter(question.skill for question in kept).most_common(1)[0]
        if count <= max(FEW, ceil(len(kept) / 3)):
            break
        kept.remove(next(question for question in reversed(kept) if question.skill is skill))
    return kept


def clash(one: Candidate, other: Candidate) -> bool:
    """Whether two questions must not stand in the same quiz."""
    same_claim = one.claim is not None and one.claim == other.claim
    shared = any(e.overlap(f) for e in _about(one) for f in _about(other))
    figure = one.skill is other.skill is Skill.DETAIL and one.solution == other.solution
    naming = one.skill is other.skill is Skill.HOW_NAMED and one.solution == other.solution
    same = figure or naming or one.prompt == other.prompt
    return same_claim or shared or same or answers(one, other) or answers(other, one)


def _about(question: Candidate) -> tuple[Evidence, ...]:
    """The sentence that a question about a claim asks for, its first evidence; else all of it."""
    return question.evidence if question.claim is None else question.evidence[:1]


def answers(one: Candidate, other: Candidate) -> bool:
    """Whether *one* gives the key of *other* away.

    So it does with the key in its stem, if both are about the same paragraph, and with a figure
    anywhere.
    """
    near = {e.paragraph for e in one.evidence} & {e.paragraph for e in other.evidence}
    key = normal(other.solution)
    if near and f" {key} " in f" {normal(one.prompt)} ":
        return True
    told = [text for text in map(normal, (one.prompt, *one.texts)) if text != key]
    return key[:1].isdigit() and any(f" {key} " in f" {text} " for text in told)


def _worth(
    question: Candidate, seen: Counter[tuple[str, object]], speakers: Sequence[int | None]
) -> float:
    """More for a sure question; less for each one like it, and for every sentence it uses up."""
    likeness = sum(weight * seen[trait] for trait, weight in _traits(question, speakers).items())
    sure = BY_A_PERSON if question.confidence is None else question.confidence
    return sure - likeness - 0.02 * len(question.evidence)


def _traits(question: Candidate, speakers: Sequence[int | None]) -> dict[tuple[str, object], float]:
    """What a question may have in common with others, and how much that takes from its worth."""
    known = question.claim is not None and question.claim < len(speakers)
    return {
        ("speaker", speakers[question.claim or 0] if known else question): 0.2,
        ("skill", question.skill): 0.3,
        ("section", question.section): 0.2,
        ("process", question.process): 0.05,
        ("interaction", question.kind): 0.1,
        ("solution", normal(question.solution)): 0.1,
    }


def _hardness(question: Candidate) -> tuple[int, int, int]:
    kind = question.kind
    interaction = INTERACTIONS.index(kind) if kind in INTERACTIONS else len(INTERACTIONS)
    return HARDNESS.index(question.process), question.section, interaction
