"""A quiz proposed out of the questions about an article, and given to classes in one step."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from questions.claims import Claims
from questions.question import Process
from questions.recipes.select import select
from quizapp import db
from quizapp.models import Stage, Status
from quizapp.store.library import ArticleView, StoredQuestion
from quizapp.usecases import assignments, library
from quizapp.usecases.assignments import Rules

MOST_QUESTIONS = 40
MIXES = 20
"""How often chance is asked for another mix before there is said to be none."""


class Difficulty(StrEnum):
    """Which questions come first when there are more than are wanted."""

    MIXED = "mixed"
    EASIER = "easier"
    HARDER = "harder"


FIRST = {
    Difficulty.MIXED: frozenset(Process),
    Difficulty.EASIER: frozenset({Process.LOCATE}),
    Difficulty.HARDER: frozenset({Process.UNDERSTAND, Process.EVALUATE}),
}
"""What the reader does in the questions that are chosen first."""


@dataclass(frozen=True)
class Wish:
    """How many questions, and of which kind. Another *seed* gives another mix.

    Only with ``unreviewed`` are there suggestions among them that nobody has looked at.
    """

    number: int
    difficulty: Difficulty = Difficulty.MIXED
    unreviewed: bool = False
    seed: int = 1


@dataclass(frozen=True)
class NewQuiz:
    """What a quiz is made of, and whether pupils see it at once."""

    version_ids: Sequence[int]
    title: str
    stage: Stage = Stage.OPEN


def usable(view: ArticleView, *, unreviewed: bool) -> tuple[StoredQuestion, ...]:
    """The questions that a quiz may have: no flaw is known of them, and they are looked at.

    Written by a person, kept by a teacher, or of a kind that needs no review.
    """
    return tuple(
        stored
        for stored in view.questions
        if stored.flag is None and (unreviewed or stored.status != Status.SUGGESTED)
    )


def propose(view: ArticleView, wish: Wish) -> list[StoredQuestion]:
    """As many questions as wished for, or fewer, by section and in each from easy to hard."""
    pool = usable(view, unreviewed=wish.unreviewed)
    first = [stored for stored in pool if stored.question.process in FIRST[wish.difficulty]]
    chosen: list[StoredQuestion] = []
    for candidates in (first, pool):
        chosen = _more(view, candidates, chosen, wish, wish.number)
    return sorted(chosen, key=lambda stored: stored.question.section)


def another_mix(
    view: ArticleView, wish: Wish, known: Sequence[StoredQuestion]
) -> tuple[Wish, list[StoredQuestion]]:
    """A proposal that is not the *known* one, with its wish; where there is none, the known one."""
    for seed in range(wish.seed + 1, wish.seed + 1 + MIXES):
        other = replace(wish, seed=seed)
        found = propose(view, other)
        if found != list(known):
            return other, found
    return wish, list(known)


def another(
    view: ArticleView, chosen: Sequence[StoredQuestion], wish: Wish, passed: Collection[int]
) -> StoredQuestion | None:
    """A question that goes with those *chosen*, if there is one; never one of *passed* versions."""
    pool = [
        stored
        for stored in usable(view, unreviewed=wish.unreviewed)
        if stored.version_id not in passed
    ]
    found = _more(view, pool, chosen, wish, len(chosen) + 1)
    ids = {stored.version_id for stored in chosen}
    return next((stored for stored in found if stored.version_id not in ids), None)


def publish_and_give(
    teacher_id: int, article_id: int, quiz: NewQuiz, class_ids: Sequence[int], given: Rules
) -> list[int]:
    """Publish the quiz and give it to these classes, both or neither.

    Returns the assignments' ids in the order of the classes.
    """
    assignments.check(given)
    with db.writing() as session:
        assignments.check_classes(session, teacher_id, class_ids)
        quiz_id = library.publish(session, teacher_id, article_id, quiz.version_ids, quiz.title)
        return [
            assignments.add(session, quiz_id, class_id, given, quiz.stage) for class_id in class_ids
        ]


def _more(
    view: ArticleView,
    pool: Sequence[StoredQuestion],
    chosen: Sequence[StoredQuestion],
    wish: Wish,
    number: int,
) -> list[StoredQuestion]:
    """*chosen* and some of *pool*, *number* in all if there are enough that go together."""
    stored = {id(each.question): each for each in (*pool, *chosen)}
    rng = Random(wish.seed)  # noqa: S311  nothing secret: the same seed, the same mix
    beside = [each.question for each in chosen]
    candidates = [each.question for each in pool if each not in chosen]
    found = select(candidates, number, rng, beside, speakers(view.claims))
    return [stored[id(question)] for question in found]


def speakers(claims: Claims) -> list[int | None]:
    """The source of each claim."""
    return [claim.source for claim in claims.claims]
