"""The rules that hold for a pupil, against a second reading of them that shares no line."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp import clock, db
from quizapp.models import (
    Assignment,
    Attempt,
    Counting,
    Feedback,
    GroupMember,
    Override,
    PupilGroup,
    Stage,
)
from quizapp.store import rules, scores
from quizapp.store.rules import Rulebook
from quizapp.usecases import assignments
from quizapp.usecases.assignments import Difference, Whom
from tests.quizapp.both import DATABASES
from tests.quizapp.school import School

START = datetime(2026, 11, 24, 8, tzinfo=UTC)
PUPIL, GROUPS = 7, (1, 2)

minutes = st.integers(0, 100)
maybe = st.none() | minutes


def moment(minute: int | None) -> datetime | None:
    return None if minute is None else START + timedelta(minutes=minute)


@dataclass(frozen=True)
class Exceptions:
    """What is said for the pupil, for a group of the pupil's, or for somebody else."""

    whose: str
    opens: int | None
    due: int | None
    extra: int | None
    tries: int | None


@dataclass(frozen=True)
class Try:
    """An attempt: begun, handed in by hand, and its own end."""

    begun: int
    handed_in: int | None
    end: int | None


@dataclass(frozen=True)
class Case:
    """Everything that the rules look at; all times in minutes."""

    now: int
    stage: Stage
    closed: int
    feedback: Feedback
    practice: bool
    opens: int | None
    due: int | None
    limit: int | None
    tries: int
    released: bool
    exceptions: tuple[Exceptions, ...]
    attempts: tuple[Try, ...]


exceptions = st.builds(
    Exceptions,
    st.sampled_from(["pupil", "group", "group", "somebody else"]),
    maybe, maybe, maybe, st.none() | st.integers(1, 4),
)  # fmt: skip
cases = st.builds(
    Case,
    now=minutes,
    stage=st.sampled_from([Stage.OPEN, Stage.OPEN, Stage.CLOSED]),
    closed=minutes,
    feedback=st.sampled_from(Feedback),
    practice=st.booleans(),
    opens=maybe,
    due=maybe,
    limit=maybe,
    tries=st.integers(1, 3),
    released=st.booleans(),
    exceptions=st.lists(exceptions, max_size=3, unique_by=lambda e: (e.whose, e.tries)).map(tuple),
    attempts=st.lists(st.builds(Try, minutes, maybe, maybe), max_size=3).map(tuple),
)


def built(case: Case) -> tuple[rules.Terms, list[Attempt]]:
    """The case as the application has it."""
    assignment = Assignment(
        id=1, stage=case.stage, feedback=case.feedback, practice=case.practice,
        attempts_allowed=case.tries, opens_at=moment(case.opens), due_at=moment(case.due),
        minutes=case.limit, counting=Counting.BEST, shuffled=False, in_order=False,
        released_at=START if case.released else None,
        closed_at=moment(case.closed) if case.stage is Stage.CLOSED else None,
    )  # fmt: skip
    overrides = [
        Override(
            id=n, assignment_id=1, opens_at=moment(e.opens), due_at=moment(e.due),
            extra_minutes=e.extra, attempts_allowed=e.tries,
            pupil_id={"pupil": PUPIL, "group": None, "somebody else": PUPIL + 1}[e.whose],
            group_id=n if e.whose == "group" else None,
        )
        for n, e in enumerate(one_for_the_pupil(case.exceptions))
    ]  # fmt: skip
    of_groups = [o for o in overrides if o.group_id is not None]
    book = Rulebook({1: overrides}, {(1, PUPIL): of_groups})
    own = [
        Attempt(
            number=n, started_at=moment(a.begun), handed_in_at=moment(a.handed_in),
            ends_at=moment(a.end), points=0.0, waiting=0,
        )
        for n, a in enumerate(case.attempts)
    ]  # fmt: skip
    return book.terms(assignment, PUPIL), own


def one_for_the_pupil(found: tuple[Exceptions, ...]) -> list[Exceptions]:
    """At most one exception names the pupil: the database sees to that."""
    named = [e for e in found if e.whose == "pupil"]
    return named[:1] + [e for e in found if e.whose != "pupil"]


class Oracle:
    """The rules once more, in whole minutes and plain words."""

    def __init__(self, case: Case) -> None:
        self.case = case
        said = one_for_the_pupil(case.exceptions)
        pupil = [e for e in said if e.whose == "pupil"]
        groups = [e for e in said if e.whose == "group"]
        self.opens = self.first([e.opens for e in pupil], [e.opens for e in groups], case.opens, -1)
        self.due = self.first([e.due for e in pupil], [e.due for e in groups], case.due, 1)
        self.extra = self.first([e.extra for e in pupil], [e.extra for e in groups], 0, 1) or 0
        tries = self.first([e.tries for e in pupil], [e.tries for e in groups], case.tries, 1)
        self.tries = tries or 0
        dues = [d for d in (case.due, *(e.due for e in said)) if d is not None]
        self.results = sorted(dues)[-1] if dues else None
        self.feedback = "after each answer" if case.practice else case.feedback.value

    @staticmethod
    def first(
        pupil: list[int | None], groups: list[int | None], usual: int | None, way: int
    ) -> int | None:
        for values in (pupil, groups):
            known = sorted((v for v in values if v is not None), key=lambda v: way * v)
            if known:
                return known[-1]
        return usual

    @property
    def due_closed(self) -> bool:
        by_date = self.feedback == "after the due date"
        return by_date and self.due is not None and self.case.now >= self.due

    @property
    def over(self) -> bool:
        return self.due_closed or self.case.stage is Stage.CLOSED

    def handed_in(self, one: Try) -> int | None:
        if one.handed_in is not None:
            return one.handed_in
        ends = []
        if self.case.stage is Stage.CLOSED:
            ends.append(self.case.closed)
        if self.due_closed and self.due is not None:
            ends.append(self.due)
        if one.end is not None and self.case.now > one.end:  # ten seconds are less than a minute
            ends.append(one.end)
        return sorted(ends)[0] if ends else None

    @property
    def may_go_on_trying(self) -> bool:
        return not self.over and len(self.case.attempts) < self.tries

    @property
    def is_working(self) -> bool:
        return None in [self.handed_in(one) for one in self.case.attempts]

    def may_start(self) -> bool:
        opened = self.opens is None or self.case.now >= self.opens
        return opened and self.may_go_on_trying and not self.is_working

    def result(self, one: Try) -> bool:
        if self.handed_in(one) is None:
            return False
        return {
            "after each answer": True,
            "after handing in": True,
            "after the due date": self.results is not None and self.case.now >= self.results,
            "when released": self.case.released,
        }[self.feedback]

    def keys(self, one: Try) -> bool:
        waits = self.feedback in {"after handing in", "when released"}
        could_help = self.may_go_on_trying or self.is_working
        return self.result(one) and not (waits and could_help)


@given(case=cases)
def test_what_holds_for_a_pupil(case: Case) -> None:
    oracle = Oracle(case)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: moment(case.now))
        terms, own = built(case)
        assert (terms.opens_at, terms.due_at) == (moment(oracle.opens), moment(oracle.due))
        assert terms.results_at == moment(oracle.results)
        assert terms.attempts_allowed == oracle.tries
        assert terms.minutes == (None if case.limit is None else case.limit + oracle.extra)
        assert terms.feedback == oracle.feedback
        assert (terms.is_due, terms.is_over) == (oracle.due_closed, oracle.over)
        assert terms.may_start(own) == oracle.may_start()
        for attempt, one in zip(own, case.attempts, strict=True):
            assert terms.handed_in_at(attempt) == moment(oracle.handed_in(one))
            assert terms.result_is_due(attempt) == oracle.result(one)
            assert terms.keys_are_due(attempt, own) == oracle.keys(one)


@given(case=cases)
def test_no_key_before_the_last_answer_that_counts(case: Case) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: moment(case.now))
        terms, own = built(case)
        for attempt in own:
            shows = terms.keys_are_due(attempt, own)
            could_answer = any(terms.handed_in_at(a) is None for a in own) or terms.may_start(own)
            assert terms.at_once or not (shows and could_answer)


@pytest.mark.parametrize(
    ("counting", "number"), [(Counting.BEST, 2), (Counting.FIRST, 1), (Counting.LATEST, 3)]
)
def test_which_attempt_counts(counting: Counting, number: int) -> None:
    assignment = Assignment(
        id=1, stage=Stage.OPEN, feedback=Feedback.AFTER_EACH_ANSWER, practice=False,
        attempts_allowed=4, counting=counting,
    )  # fmt: skip
    terms = Rulebook({}, {}).terms(assignment, PUPIL)
    tries = [
        Attempt(number=n, points=p, waiting=0, handed_in_at=START if n < 4 else None)
        for n, p in enumerate((1.0, 3.0, 2.0, 9.0), start=1)
    ]
    counted = scores.counted(tries, terms)
    assert counted
    assert counted.number == number
    assert scores.counted(tries[3:], terms) is tries[3]


@pytest.mark.parametrize(("later", "closed"), [(9, False), (9.99, False), (10, True)])
def test_the_grace_after_the_time_limit(
    monkeypatch: pytest.MonkeyPatch, later: float, *, closed: bool
) -> None:
    attempt = Attempt(ends_at=START)
    monkeypatch.setattr(clock, "now", lambda: START + timedelta(seconds=later))
    assert rules.is_out_of_time(attempt) is closed


@DATABASES
@pytest.mark.usefixtures("in_app")
def test_exceptions_are_read_for_everybody_at_once() -> None:
    school = School()
    school.assignment_id = school.assign(minutes=20)
    ben, cem = school.pupil("Ben"), school.pupil("Cem")
    with db.writing() as session:
        groups = [PupilGroup(classroom_id=school.class_id, name=n) for n in ("A", "B", "Nobody")]
        session.add_all(groups)
        session.flush()
        ids = [group.id for group in groups]
        session.add_all(
            GroupMember(group_id=group, pupil_id=pupil)
            for group, pupil in ((ids[0], ben), (ids[0], cem), (ids[1], cem))
        )
    said = {Whom(group_id=ids[0]): 5, Whom(group_id=ids[1]): 15, Whom(group_id=ids[2]): 99}
    for whom, extra in (said | {Whom(pupil_id=ben): 1}).items():
        assignments.set_override(
            school.teacher_id, school.assignment_id, whom, Difference(extra_minutes=extra)
        )
    assignment = db.reading().get_one(Assignment, school.assignment_id)
    book = rules.rulebook(db.reading(), [assignment])
    found = [book.terms(assignment, pupil).minutes for pupil in (school.pupil_id, ben, cem)]
    assert found == [20, 21, 35]
    assert [rules.terms(db.reading(), assignment, p).minutes for p in (ben, cem)] == [21, 35]
