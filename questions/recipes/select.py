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


def select(
    questions: Sequence[Candidate],
    number: int | None,
    rng: Random,
    beside: Sequence[Candidate] = (),
) -> list[Candidate]:
    """*beside* and some of *questions*, at most *number* in all, from easy to hard.

    All that go together, if *number* is None. No two are about the same claim or sentence, none
    answers another, and no skill has more than a third of the quiz. What is scarce so far, section,
    skill, process or interaction, is taken first; *rng* decides between equals.
    """
    chosen = list(beside)
    left = [q for q in questions if not any(clash(q, other) for other in chosen)]
    rng.shuffle(left)
    while left and (number is None or len(chosen) < number):
        seen = Counter(trait for question in chosen for trait in _traits(question))
        supply = Counter(kind for question in left for kind in (question.skill, question.kind))
        best = max(
            left, key=lambda q: _worth(q, seen) + RARE / supply[q.skill] + RARE / supply[q.kind]
        )
        chosen.append(best)
        full = sum(q.skill == best.skill for q in chosen) == MOST_OF.get(best.skill, MOST)
        left = [
            q for q in left if not (q is best or clash(q, best) or (full and q.skill == best.skill))
        ]
    return sorted(_without_a_surfeit(chosen), key=_hardness)


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
    same = figure or one.prompt == other.prompt
    return same_claim or shared or same or answers(one, other) or answers(other, one)


def _about(question: Candidate) -> tuple[Evidence, ...]:
    """The sentence that a question about a claim asks for, its first evidence; else all of it."""
    return question.evidence if question.claim is None else question.evidence[:1]


def answers(one: Candidate, other: Candidate) -> bool:
    """Whether the stem of *one* holds the key of *other* and both are about the same paragraph."""
    near = {e.paragraph for e in one.evidence} & {e.paragraph for e in other.evidence}
    return bool(near) and f" {normal(other.solution)} " in f" {normal(one.prompt)} "


def _worth(question: Candidate, seen: Counter[tuple[str, object]]) -> float:
    """More for a sure question; less for each one like it, and for every sentence it uses up."""
    likeness = sum(weight * seen[trait] for trait, weight in _traits(question).items())
    sure = BY_A_PERSON if question.confidence is None else question.confidence
    return sure - likeness - 0.02 * len(question.evidence)


def _traits(question: Candidate) -> dict[tuple[str, object], float]:
    return {
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
