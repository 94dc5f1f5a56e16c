"""Regrading: whatever is voided, changed, accepted and undone, the points are a second scorer's.

``REGRADES=500 pytest tests/quizapp/test_regrading.py`` tries so many random histories.
"""

import math
import os
from dataclasses import dataclass, field
from itertools import count, pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from questions.question import InvalidQuestion
from quizapp import db
from quizapp.errors import Refused
from quizapp.models import (
    Amendment,
    Answer,
    Attempt,
    Feedback,
    Mark,
    RegradeChange,
    SkillScore,
)
from quizapp.store import classes as class_store
from quizapp.store import rulings
from quizapp.store.scores import State
from quizapp.usecases import attempts, keys, regrading
from quizapp.usecases.attempts import Submission
from quizapp.usecases.regrading import Proposal
from tests.quizapp.both import DATABASES
from tests.quizapp.school import EXAMPLES, School

pytestmark = DATABASES

HISTORIES = int(os.environ.get("REGRADES", "6"))
STEPS = 40

SKILLS = {example.question.kind: example.question.skill for example in EXAMPLES}
CHOICES: dict[str, list[Any]] = {
    "choice": ["The engineer", "The mayor", "The reporter"],
    "multiple_response": [
        ["Two bolts were missing.", "The bridge was inspected in 2019."],
        ["Two bolts were missing."],
        ["The mayor was told.", "Two bolts were missing."],
    ],
    "true_false_not_given": [
        ["true", "not given", "false"],
        ["false", "not given", "false"],
        ["not given", "true", "true"],
    ],
    "order": [
        ["The engineer", "The mayor", "The reporter"],
        ["The mayor", "The reporter", "The engineer"],
        ["The reporter", "The mayor", "The engineer"],
    ],
    "select_text": ["2:22-61", "2:0-21", "3:0-21"],
    "short_text": ["340", "17", "99"],
    "two_part": [
        {"claim": "A new bridge", "support": "4:28-68"},
        {"claim": "Higher pay", "support": "4:28-68"},
        {"claim": "Higher pay", "support": "4:0-27"},
    ],
    "open": ["Because.", "I do not know."],
}
"""For some interactions, answers to give or to make the key; the first one is the key."""

ONE_MORE = ("choice", "select_text", "short_text", "two_part")


@dataclass
class Key:
    """What is right for one question, for the second scorer: values, or rows."""

    kind: str
    right: list[Any]

    def points(self, answer: Any) -> float:
        """The points of *answer*, by the rules as docs/packs.md tells them."""
        if self.kind == "two_part":
            claim = any(answer["claim"] == each["claim"] for each in self.right)
            support = any(answer["support"] == each["support"] for each in self.right)
            return (claim + (claim and support)) / 2
        key: Any = self.right[0]
        match self.kind:
            case "multiple_response":
                right = sum(each in key for each in answer)
                return max(0, 2 * right - len(answer)) / len(key)
            case "true_false_not_given":
                return sum(map(str.__eq__, key, answer)) / len(answer)
            case "order":
                pairs = list(pairwise(key))
                return sum(pair in list(pairwise(answer)) for pair in pairs) / len(pairs)
        return float(answer in self.right)


@dataclass
class Step:
    """A regrade that the second scorer knows of; ``key`` is None where it voids."""

    id: int
    kind: str
    key: Key | None
    undone: bool = False


@dataclass
class Sitting:
    """An attempt as the second scorer knows it."""

    attempt_id: int
    pupil_id: int
    handed_in: bool = False
    answers: dict[str, Any] = field(default_factory=dict)
    mark: int | None = None


class History(RuleBasedStateMachine):
    """Pupils answer, and the teacher marks and regrades, in any order."""

    names = count(1)
    kinds = st.sampled_from(list(CHOICES))
    picks = st.integers(0, 2)
    pupils = st.integers(0, 2)

    def __init__(self) -> None:
        super().__init__()
        self.school = School(Feedback.AFTER_HANDING_IN, 3, name=f"Teacher {next(self.names)}")
        self.class_ids = [self.school.pupil_id, self.school.pupil("Bob"), self.school.pupil("Cem")]
        self.positions = {e.question.kind: n for n, e in enumerate(self.school.examples, 1)}
        self.sittings: list[Sitting] = []
        self.steps: list[Step] = []

    def value(self, kind: str, pick: int) -> Any:
        return CHOICES[kind][pick % len(CHOICES[kind])]

    def live(self, kind: str) -> list[Step]:
        return [step for step in self.steps if step.kind == kind and not step.undone]

    def key(self, kind: str) -> Key:
        keys = [step.key for step in self.live(kind) if step.key is not None]
        return keys[-1] if keys else Key(kind, [CHOICES[kind][0]])

    def counts(self, kind: str) -> bool:
        return all(step.key is not None for step in self.live(kind))

    def own(self, pupil: int) -> list[Sitting]:
        return [s for s in self.sittings if s.pupil_id == self.class_ids[pupil]]

    @rule(pupil=pupils)
    def start(self, pupil: int) -> None:
        own = self.own(pupil)
        if len(own) < 3 and all(sitting.handed_in for sitting in own):
            attempt_id = self.school.start(self.class_ids[pupil])
            self.sittings.append(Sitting(attempt_id, self.class_ids[pupil]))

    @rule(pupil=pupils, kind=kinds, pick=picks)
    def answer(self, pupil: int, kind: str, pick: int) -> None:
        self.start(pupil)
        for sitting in self.own(pupil):
            if not sitting.handed_in:
                number = next(self.school.keys)
                answer = self.value(kind, pick)
                submission = Submission(self.positions[kind], answer, f"key {number}", number)
                attempts.save_answer(sitting.pupil_id, sitting.attempt_id, submission)
                sitting.answers[kind] = answer

    @rule(pupil=pupils)
    def hand_in(self, pupil: int) -> None:
        for sitting in self.own(pupil):
            attempts.hand_in(sitting.pupil_id, sitting.attempt_id)
            sitting.handed_in = True

    @rule(pupil=pupils, score=picks)
    def mark(self, pupil: int, score: int) -> None:
        for sitting in self.own(pupil):
            if sitting.handed_in and "open" in sitting.answers:
                answer_id = newest_answer(sitting.attempt_id, self.positions["open"]).id
                if not self.counts("open"):
                    with pytest.raises(Refused):
                        attempts.mark_answer(self.school.teacher_id, answer_id, score)
                    continue
                attempts.mark_answer(self.school.teacher_id, answer_id, score)
                sitting.mark = score

    @rule(kind=kinds)
    def void(self, kind: str) -> None:
        if self.counts(kind):
            self.apply(kind, Amendment.VOID, None, None)

    @rule(kind=kinds.filter(lambda kind: kind != "open"), pick=picks)
    def change_key(self, kind: str, pick: int) -> None:
        value = self.value(kind, pick)
        changed = keys.with_key(self.question(kind), value)
        self.apply(kind, Amendment.CHANGE_KEY, changed, Key(kind, [value]))

    @rule(kind=st.sampled_from(ONE_MORE), pick=picks)
    def accept(self, kind: str, pick: int) -> None:
        value, known = self.value(kind, pick), self.key(kind).right
        try:
            changed = keys.also_accepting(self.question(kind), value, "Both are in the text.")
        except InvalidQuestion:
            assert would_be_too_much(kind, [*known, value])
            return
        right = known if value in known else [*known, value]
        self.apply(kind, Amendment.ACCEPT_ANSWER, changed, Key(kind, right))

    @rule(number=st.integers(0, 50))
    def undo(self, number: int) -> None:
        if not self.steps:
            return
        step = self.steps[number % len(self.steps)]
        later = [s for s in self.live(step.kind) if s.key is not None and s.id > step.id]
        mine = (self.school.teacher_id, self.school.assignment_id, step.id)
        if step.undone or (step.key is not None and later):
            with pytest.raises(Refused):
                regrading.undo(*mine)
            return
        regrading.undo(*mine)
        step.undone = True

    def question(self, kind: str) -> Any:
        return effective(self.school)[self.positions[kind] - 1].question

    def apply(self, kind: str, amendment: Amendment, question: Any, key: Key | None) -> None:
        number = regrade(self.school, self.positions[kind], amendment, question)
        self.steps.append(Step(number, kind, key))

    @invariant()
    def totals_are_those_of_the_second_scorer(self) -> None:
        session = db.reading()
        session.rollback()
        for sitting in self.sittings:
            attempt = session.get_one(Attempt, sitting.attempt_id, populate_existing=True)
            points, waiting = self.score(sitting)
            possible = len(EXAMPLES) - sum(not self.counts(kind) for kind in CHOICES)
            assert attempt.possible == possible
            assert attempt.waiting == waiting
            assert attempt.points == pytest.approx(math.fsum(points.values()))
            by_skill: dict[str, float] = dict.fromkeys(SKILLS.values(), 0.0)
            for kind, earned in points.items():
                by_skill[SKILLS[kind]] += earned
            stored = {
                row.skill: row.points
                for row in session.scalars(
                    select(SkillScore)
                    .where(SkillScore.attempt_id == sitting.attempt_id)
                    .execution_options(populate_existing=True)
                )
            }
            assert stored == pytest.approx(by_skill)
            assert replayed(sitting.attempt_id) == pytest.approx(attempt.points)

    @invariant()
    def the_table_says_the_same(self) -> None:
        table = class_store.scores(db.reading(), self.school.teacher_id, self.school.assignment_id)
        of_attempt = {sitting.attempt_id: sitting for sitting in self.sittings}
        for row in table.rows:
            if row.attempt_id is None:
                continue
            sitting = of_attempt[row.attempt_id]
            points, _waiting = self.score(sitting)
            for kind, position in self.positions.items():
                cell = row.cells[position - 1]
                if kind in CHOICES and not self.counts(kind):
                    assert (cell.state, cell.points) == (State.VOID, None)
                elif kind in points:
                    assert cell.points == pytest.approx(points[kind])
            assert row.points == pytest.approx(sum(cell.points or 0 for cell in row.cells))

    def score(self, sitting: Sitting) -> tuple[dict[str, float], int]:
        """The points of each answer that has some, and how many answers wait for a mark."""
        points, waiting = {}, 0
        for kind, answer in sitting.answers.items():
            if not self.counts(kind):
                continue
            if kind != "open":
                points[kind] = self.key(kind).points(answer)
            elif sitting.mark is None:
                waiting += 1
            else:
                points[kind] = sitting.mark / 2
        return points, waiting


def would_be_too_much(kind: str, right: list[Any]) -> bool:
    """Whether nothing that is offered would be wrong any more, or three options right."""
    if kind != "two_part":
        return len(set(right)) == len(CHOICES[kind])
    supports = {each["support"] for each in right}
    return len(supports) == 2 or len({each["claim"] for each in right}) == 3


def effective(school: School) -> tuple[Any, ...]:
    session = db.reading()
    view = class_store.scores(session, school.teacher_id, school.assignment_id)
    return rulings.items(session, view.assignment)


def regrade(school: School, position: int, amendment: Amendment, question: Any) -> int:
    """Apply a regrade; returns its id."""
    seen = newest_regrade(school, position)
    proposal = Proposal(position, amendment, question, "It was wrong.", seen=seen)
    regrading.apply(school.teacher_id, school.assignment_id, proposal)
    return newest_regrade(school, position)


def newest_regrade(school: School, position: int) -> int:
    return regrading.newest(db.reading(), school.assignment_id, position)


def newest_answer(attempt_id: int, position: int) -> Answer:
    return db.reading().scalars(
        select(Answer)
        .where(Answer.attempt_id == attempt_id, Answer.position == position)
        .order_by(Answer.revision.desc())
    ).first() or pytest.fail("no answer")


def replayed(attempt_id: int) -> float:
    """The points of the attempt, from its answers as they were graded and the list of changes."""
    session = db.reading()
    total = 0.0
    newest = {
        row.position: row
        for row in session.scalars(
            select(Answer).where(Answer.attempt_id == attempt_id).order_by(Answer.revision)
        )
    }
    void = void_positions(attempt_id)
    for position, answer in newest.items():
        changes = session.execute(
            select(RegradeChange.points_before, RegradeChange.points_after)
            .where(RegradeChange.answer_id == answer.id)
            .order_by(RegradeChange.regrade_id)
        ).all()
        marks = session.scalars(
            select(Mark.points).where(Mark.answer_id == answer.id).order_by(Mark.id)
        ).all()
        if marks:
            total += 0 if position in void else marks[-1]
            continue
        assert all(one.points_after == two.points_before for one, two in pairwise(changes))
        if changes:
            assert changes[0].points_before in {None, answer.points}
            total += changes[-1].points_after or 0
        elif position not in void:
            total += answer.points or 0
    return total


def void_positions(attempt_id: int) -> set[int]:
    hold = rulings.of_attempts(db.reading(), [attempt_id])
    return {position for (_, position), ruling in hold.items() if not ruling.counts}


@pytest.mark.usefixtures("in_app")
def test_random_histories_score_as_a_second_scorer_does(database: str) -> None:
    fewer = 3 if database.startswith("postgresql") else 1
    run_state_machine_as_test(
        History,
        settings=settings(
            max_examples=max(2, HISTORIES // fewer),
            stateful_step_count=STEPS,
            deadline=None,
            phases=[Phase.reuse, Phase.generate],  # to make a history shorter takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
