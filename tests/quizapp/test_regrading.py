"""Regrading: whatever is voided, changed, accepted and undone, the points are a second scorer's.

``REGRADES=500 pytest tests/quizapp/test_regrading.py`` tries so many random histories.
"""

import math
import os
from dataclasses import dataclass, field, replace
from itertools import count, pairwise
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import event, select

from questions.question import InvalidQuestion
from quizapp import db
from quizapp.errors import NotFound, Refused
from quizapp.models import (
    Amendment,
    Answer,
    Attempt,
    Feedback,
    Mark,
    RegradeChange,
    SkillScore,
)
from quizapp.store import attempts as attempt_store
from quizapp.store import classes as class_store
from quizapp.store import regrading as store
from quizapp.store import rulings
from quizapp.store.regrading import Preview
from quizapp.store.scores import State
from quizapp.usecases import assignments, attempts, classes, keys, regrading
from quizapp.usecases.assignments import Rules
from quizapp.usecases.attempts import Submission
from quizapp.usecases.regrading import Proposal
from tests.quizapp.both import DATABASES
from tests.quizapp.school import EXAMPLES, School, class_code, teacher
from tests.quizapp.test_nothing_is_lost import all_at_once

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
        position = self.positions[kind]
        foretold = preview(self.school, position, amendment, question)
        before = scores(self.school)
        number = regrade(self.school, position, amendment, question)
        self.steps.append(Step(number, kind, key))
        after = {one.pupil_id: (one.after.points, one.after.possible) for one in foretold.changed}
        assert scores(self.school) == before | after
        known = {one.pupil_id: (one.before.points, one.before.possible) for one in foretold.changed}
        assert {pupil: before[pupil] for pupil in after} == known

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


def preview(school: School, position: int, amendment: Amendment, question: Any) -> Preview:
    seen = newest_regrade(school, position)
    proposal = Proposal(position, amendment, question, "It was wrong.", seen=seen)
    return regrading.preview(school.teacher_id, school.assignment_id, proposal)


def scores(school: School) -> dict[int, tuple[float, int]]:
    """The points of those who began, of those that are possible."""
    table = class_store.scores(db.reading(), school.teacher_id, school.assignment_id)
    return {
        row.pupil_id: (row.points, row.possible) for row in table.rows if row.points is not None
    }


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


VOID = Proposal(1, Amendment.VOID, None, "A misprint.")


@pytest.mark.usefixtures("in_app")
def test_one_step_goes_through_all_classes_with_the_quiz_and_back() -> None:
    school = School()
    there = classes.create_class(school.teacher_id, "8a")
    (other,) = assignments.assign(school.teacher_id, school.quiz_id, [there], Rules())
    colleague = teacher("Mr Lee")
    ada = school.start()
    bob = classes.join_class(class_code(school.teacher_id, there), "Bob").pupil_id
    attempt = attempts.start_attempt(bob, other)
    everywhere = replace(VOID, everywhere=True)
    foretold = regrading.preview(school.teacher_id, school.assignment_id, everywhere)
    assert [(one.name, one.class_name) for one in foretold.changed] == [
        ("Ada", "7b"),
        ("Bob", "8a"),
    ]
    with pytest.raises(NotFound):
        regrading.apply(colleague, school.assignment_id, everywhere)
    regrading.apply(school.teacher_id, school.assignment_id, everywhere)
    session = db.reading()
    possible = len(EXAMPLES)
    assert [session.get_one(Attempt, n).possible for n in (ada, attempt)] == [possible - 1] * 2
    classes.share_class(school.teacher_id, school.class_id, "Mr Lee")
    number = newest_regrade(school, 1)
    with pytest.raises(NotFound):
        regrading.undo(colleague, other, number)
    regrading.undo(school.teacher_id, school.assignment_id, number)
    session.rollback()
    assert [session.get_one(Attempt, n).possible for n in (ada, attempt)] == [possible] * 2
    history = store.question(session, school.teacher_id, other, 1).history
    assert [done.amendment for done in history] == [Amendment.UNDO, Amendment.VOID]
    assert history[1].is_undone
    with pytest.raises(Refused, match="undone already"):
        regrading.undo(school.teacher_id, school.assignment_id, number)


@pytest.mark.usefixtures("in_app")
def test_what_makes_no_sense_is_refused() -> None:
    school = School()
    question = school.examples[0].question

    def refused(proposal: Proposal) -> str:
        with pytest.raises(Refused) as info:
            regrading.apply(school.teacher_id, school.assignment_id, proposal)
        return str(info.value)

    assert "why" in refused(replace(VOID, reason=""))
    assert "why" in refused(replace(VOID, reason="x" * (regrading.LONGEST_REASON + 1)))
    other = replace(question, prompt="Another question?")
    proposal = Proposal(1, Amendment.CHANGE_KEY, other, "Why not.")
    assert "Only the key" in refused(proposal)
    foreign = school.examples[1].question
    assert "Only the key" in refused(replace(proposal, question=foreign))
    position = school.marked_by_teacher
    rubric = school.examples[position - 1].other
    assert "your marks" in refused(replace(proposal, position=position, question=rubric))
    with pytest.raises(NotFound):
        regrading.apply(school.teacher_id, school.assignment_id, replace(VOID, position=99))
    regrading.apply(school.teacher_id, school.assignment_id, VOID)
    assert "since" in refused(VOID)
    assert "already" in refused(replace(VOID, seen=newest_regrade(school, 1)))


@pytest.mark.usefixtures("in_app")
@pytest.mark.parametrize("kind", [e.question.kind for e in EXAMPLES])
def test_the_other_key_of_every_example_can_be_taken(kind: str) -> None:
    school = School()
    position = 1 + [e.question.kind for e in school.examples].index(kind)
    example = school.examples[position - 1]
    attempt = school.start()
    school.answer(attempt, position)
    if example.question.marked_by_teacher:
        return
    regrade(school, position, Amendment.CHANGE_KEY, example.other)
    sheet = attempt_store.sheet(db.reading(), school.pupil_id, attempt).item(position)
    assert sheet.question == example.other
    assert sheet.changed_at is not None
    assert sheet.points == example.other.grade(example.right).points


@pytest.mark.usefixtures("in_app")
def test_who_begins_or_answers_later_is_graded_by_what_holds() -> None:
    school = School()
    regrade(school, 1, Amendment.VOID, None)
    regrade(school, 2, Amendment.CHANGE_KEY, school.examples[1].other)
    attempt = school.start()
    assert db.reading().get_one(Attempt, attempt).possible == len(EXAMPLES) - 1
    school.answer(attempt, 1)
    assert (
        school.answer(attempt, 2).points
        == school.examples[1].other.grade(school.examples[1].right).points
    )
    table = class_store.scores(db.reading(), school.teacher_id, school.assignment_id)
    assert table.rows[0].cells[0].state is State.VOID


@pytest.mark.usefixtures("in_app")
def test_a_question_that_does_not_count_keeps_no_section_waiting() -> None:
    school = School()
    school.assignment_id = school.assign(in_order=True)
    attempt = school.start()
    for position in range(1, len(EXAMPLES) + 1):
        regrade(school, position, Amendment.VOID, None)
    sheet = attempt_store.sheet(db.reading(), school.pupil_id, attempt)
    assert not any(item.locked for item in sheet.items)


def test_starting_and_answering_while_a_question_is_taken_out(app: Flask) -> None:
    with app.app_context():
        school = School()
        pupils = [school.pupil(f"Pupil {n}") for n in range(10)]

    def work(index: int) -> None:
        if index == 10:
            regrading.apply(school.teacher_id, school.assignment_id, VOID)
            return
        attempt = attempts.start_attempt(pupils[index], school.assignment_id)
        submission = Submission(1, school.examples[0].right, f"{index}", 1)
        attempts.save_answer(pupils[index], attempt, submission)

    all_at_once(app, 11, work)
    with app.app_context():
        found = db.reading().execute(select(Attempt.points, Attempt.possible)).all()
        assert [tuple(row) for row in found] == [(0.0, len(EXAMPLES) - 1)] * 10


@pytest.mark.usefixtures("in_app")
def test_the_preview_asks_no_more_of_the_database_for_more_pupils() -> None:
    school = School()

    def asked() -> int:
        statements: list[str] = []

        def count_it(_c: object, _k: object, statement: str, *_rest: object) -> None:
            if statement != "BEGIN":  # one, and only after something was written
                statements.append(statement)

        event.listen(db.sql.engine, "before_cursor_execute", count_it)
        store.question(db.reading(), school.teacher_id, school.assignment_id, 1)
        regrading.preview(school.teacher_id, school.assignment_id, VOID)
        event.remove(db.sql.engine, "before_cursor_execute", count_it)
        return len(statements)

    attempts.save_answer(school.pupil_id, school.start(), school.submission(1))
    few = asked()
    for number in range(6):
        pupil = school.pupil(f"Pupil {number}")
        attempts.save_answer(pupil, school.start(pupil), school.submission(1))
    assert asked() == few
