"""Many at once, again, late and out of order: the points are still those of a second scorer."""

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from threading import Barrier
from typing import TypeVar

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp import db
from quizapp.errors import Overtaken, Refused
from quizapp.models import Feedback
from quizapp.store import attempts as store
from quizapp.store import classes as classes_store
from quizapp.usecases import attempts, classes
from quizapp.usecases.attempts import Submission
from tests.quizapp.both import DATABASES
from tests.quizapp.school import EXAMPLES, School

pytestmark = DATABASES

PUPILS = 40

Made = TypeVar("Made")


def all_at_once(app: Flask, number: int, work: Callable[[int], Made]) -> list[Made]:
    """Run *work* for 0 to *number* - 1 in threads that start together."""
    barrier = Barrier(number)

    def one(index: int) -> Made:
        with app.app_context():
            barrier.wait()
            return work(index)

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))


def test_a_whole_class_joins_starts_answers_and_hands_in_at_once(app: Flask) -> None:
    with app.app_context():
        school = School()
        code = school.code
    asked = [n for n, e in enumerate(EXAMPLES, 1) if not e.question.marked_by_teacher][:5]

    def work(index: int) -> tuple[int, float]:
        rng = Random(index)
        pupil_id = classes.join_class(code, f"Pupil {index}").pupil_id
        attempt_id = attempts.start_attempt(pupil_id, school.assignment_id)
        expected = 0
        for number, position in enumerate(rng.sample(asked, len(asked)), 1):
            right = rng.random() < 0.6
            example = school.examples[position - 1]
            answer = example.right if right else example.wrong
            submission = Submission(position, answer, f"{index}-{number}", number)
            for _ in range(rng.choice([1, 1, 2])):
                attempts.save_answer(pupil_id, attempt_id, submission)
            expected += right
        attempts.hand_in(pupil_id, attempt_id)
        return pupil_id, expected

    expected = dict(all_at_once(app, PUPILS, work))
    with app.app_context():
        table = classes_store.scores(db.reading(), school.teacher_id, school.assignment_id)
        rows = {row.pupil_id: row for row in table.rows if row.pupil_id in expected}
        assert {pupil_id: row.points for pupil_id, row in rows.items()} == expected
        for row in rows.values():
            assert row.attempt_id is not None
            result = store.result(db.reading(), row.pupil_id, row.attempt_id)
            assert result.points == sum(cell.points or 0 for cell in row.cells)
            assert result.points == math.fsum(skill.points for skill in result.skills)


def test_one_pupil_on_many_devices_has_one_attempt_and_one_answer(app: Flask) -> None:
    with app.app_context():
        school = School()

    def work(index: int) -> str:
        attempt_id = attempts.start_attempt(school.pupil_id, school.assignment_id)
        submission = Submission(1, school.examples[0].right, f"key {index}", index + 1)
        try:
            attempts.save_answer(school.pupil_id, attempt_id, submission)
        except Refused:
            return "refused"
        return "saved"

    outcomes = all_at_once(app, 12, work)
    assert outcomes.count("saved") == 1
    with app.app_context():
        sheet = store.sheet(db.reading(), school.pupil_id, school.start())
        assert (sheet.attempt.number, sheet.item(1).revision, sheet.attempt.points) == (1, 1, 1)


def test_the_newest_of_many_answers_at_once_is_the_one_that_stays(app: Flask) -> None:
    with app.app_context():
        school = School(Feedback.AFTER_HANDING_IN)
        attempt_id = school.start()

    def work(index: int) -> None:
        example = school.examples[0]
        answer = example.right if index == 11 else example.wrong
        submission = Submission(1, answer, f"key {index}", index + 1)
        with suppress(Overtaken):
            attempts.save_answer(school.pupil_id, attempt_id, submission)

    all_at_once(app, 12, work)
    with app.app_context():
        attempts.hand_in(school.pupil_id, attempt_id)
        result = store.result(db.reading(), school.pupil_id, attempt_id)
        assert (result.points, result.items[0].sequence) == (1, 12)


@dataclass
class SecondScorer:
    """What should be saved, worked out without the application's help."""

    at_once: bool
    keys: dict[str, int] = field(default_factory=dict)
    newest: dict[int, tuple[int, bool]] = field(default_factory=dict)
    closed: bool = False

    def expect(self, key: str, position: int, sequence: int, *, right: bool) -> str:
        """The outcome of sending an answer: "saved", "replay", "overtaken" or "refused"."""
        if key in self.keys:
            return "replay" if self.keys[key] == position else "refused"
        if self.closed:
            return "refused"
        if position in self.newest:
            if sequence <= self.newest[position][0]:
                return "overtaken"
            if self.at_once:
                return "refused"
        self.keys[key] = position
        self.newest[position] = (sequence, right)
        return "saved"

    @property
    def points(self) -> int:
        return sum(right for _, right in self.newest.values())


def outcome(pupil_id: int, attempt_id: int, submission: Submission) -> str:
    try:
        saved = attempts.save_answer(pupil_id, attempt_id, submission)
    except Overtaken:
        return "overtaken"
    except Refused:
        return "refused"
    return "replay" if saved.replay else "saved"


sent = st.tuples(st.integers(1, 6), st.integers(1, 3), st.integers(1, 5), st.booleans())
events = st.lists(st.one_of(sent, sent, sent, st.just("hand in")), max_size=25)


@pytest.mark.usefixtures("in_app")
@pytest.mark.parametrize("feedback", [Feedback.AFTER_EACH_ANSWER, Feedback.AFTER_HANDING_IN])
def test_any_order_of_sending_again_late_and_too_late(feedback: Feedback) -> None:
    school = School(feedback)
    pupils = iter(range(10_000))

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(events)
    def check(happened: list[tuple[int, int, int, bool] | str]) -> None:
        pupil_id = school.pupil(f"Pupil {next(pupils)}")
        attempt_id = school.start(pupil_id)
        scorer = SecondScorer(feedback is Feedback.AFTER_EACH_ANSWER)
        for event in happened:
            if isinstance(event, str):
                attempts.hand_in(pupil_id, attempt_id)
                scorer.closed = True
                continue
            key, position, sequence, right = event
            example = school.examples[position - 1]
            answer = example.right if right else example.wrong
            submission = Submission(position, answer, str(key), sequence)
            expected = scorer.expect(str(key), position, sequence, right=right)
            assert outcome(pupil_id, attempt_id, submission) == expected
        attempts.hand_in(pupil_id, attempt_id)
        assert store.result(db.reading(), pupil_id, attempt_id).points == scorer.points

    check()
