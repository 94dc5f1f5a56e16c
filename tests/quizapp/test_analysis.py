"""Item analysis: the figures of a small class, worked out once more with numpy and by hand."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from sqlalchemy import event

from questions.article import Span
from questions.claims import Claim, Claims, Form, Naming, Source, SourceKind
from questions.question import Process, Skill
from questions.types import TYPES
from questions.types.choice import Choice
from questions.types.match import Match, Row
from quizapp import clock, db
from quizapp.errors import NotFound
from quizapp.models import Amendment
from quizapp.store import analysis as store
from quizapp.store import library as library_store
from quizapp.store.analysis import Analysis, Flag
from quizapp.usecases import assignments, attempts, library, pupils, regrading
from quizapp.usecases.assignments import Rules
from quizapp.usecases.attempts import Submission
from quizapp.usecases.regrading import Proposal
from tests.quizapp import school as other
from tests.quizapp.both import DATABASES
from tests.quizapp.school import School, pack

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]

POSITIONS = range(1, len(TYPES) + 1)


def found(school: School) -> Analysis:
    return store.analysis(db.reading(), school.teacher_id, school.assignment_id)


def work(school: School, rows: Sequence[Sequence[float | None]]) -> list[int]:
    """One pupil for each of *rows*, who answers right (1), wrong (0) or not at all (None)."""
    ids = []
    for number, row in enumerate(rows):
        ids.append(pupil_id := school.pupil(f"Pupil {number:02}"))
        attempt = school.start(pupil_id)
        for position, points in enumerate(row, 1):
            if points is not None:
                right = school.submission(position, right=points == 1)
                attempts.save_answer(pupil_id, attempt, right)
        attempts.hand_in(pupil_id, attempt)
    return ids


def mark_all(school: School, points: list[float | None]) -> None:
    """Give the open answers of the pupils these points."""
    table = found(school).table
    handed_in = [row for row in table.rows if row.handed_in_at]
    for row, worth in zip(handed_in, points, strict=True):
        answer_id = row.cells[school.marked_by_teacher - 1].answer_id
        if answer_id is not None and worth is not None:
            attempts.mark_answer(school.teacher_id, answer_id, int(2 * worth))


def test_figures_are_those_that_numpy_finds() -> None:
    school, rng = School(), random.Random(4)
    rows: list[list[float | None]] = [
        [rng.choice([1.0, 1.0, 0.0, None]) for _ in POSITIONS] for _ in range(12)
    ]
    opened = school.marked_by_teacher - 1
    for row in rows:
        row[opened] = rng.choice([0.0, 0.5, 1.0])
    work(school, rows)
    mark_all(school, [row[opened] for row in rows])
    table = np.array([[0.0 if value is None else value for value in row] for row in rows])
    shown = found(school)
    assert (shown.n, shown.alpha_items) == (12, len(POSITIONS))
    variances = table.var(axis=0, ddof=1)
    k = len(POSITIONS)
    assert shown.alpha == pytest.approx(
        k / (k - 1) * (1 - variances.sum() / table.sum(axis=1).var(ddof=1))
    )
    for item in shown.items:
        own = table[:, item.position - 1]
        rest = table.sum(axis=1) - own
        assert item.facility == pytest.approx(own.mean())
        assert item.discrimination == pytest.approx(np.corrcoef(own, rest)[0, 1])
        assert (item.n, item.waiting) == (12, 0)
        blanks = sum(row[item.position - 1] is None for row in rows)
        assert (len(item.blank), item.answered) == (blanks, 12 - blanks)


def test_what_waits_for_its_mark_says_nothing_yet() -> None:
    school = School()
    work(school, [[1.0] * 9, [0.0] * 9, [1.0] * 8 + [0.0], [1.0] * 4 + [0.0] * 5])
    shown = found(school)
    waiting = next(i for i in shown.items if i.position == school.marked_by_teacher)
    assert (waiting.n, waiting.waiting, waiting.facility) == (0, 4, None)
    assert shown.alpha_items == len(POSITIONS) - 1
    answered = next(i for i in shown.items if i.position != school.marked_by_teacher)
    assert answered.n == 4


def test_what_does_not_count_is_left_out() -> None:
    school = School()
    work(school, [[1.0] * 9, [0.0] * 9, [1.0] * 8 + [0.0]])
    before = {item.position: item.facility for item in found(school).items}
    proposal = Proposal(1, Amendment.VOID, None, "It cannot be answered.")
    regrading.apply(school.teacher_id, school.assignment_id, proposal)
    shown = found(school)
    assert {i.position: i.facility for i in shown.items} == {
        position: facility for position, facility in before.items() if position != 1
    }


def test_who_picked_what() -> None:
    school = School()
    names = work(school, [[1.0] * 9, [0.0] * 9, [0.0] * 9, [None] * 9])
    position = 1 + [e.question.kind for e in school.examples].index("choice")
    example = school.examples[position - 1]
    item = next(i for i in found(school).items if i.position == position)
    picked = {pick.text: [pupil.id for pupil in pick.pupils] for pick in item.picks}
    assert set(picked) == set(example.question.texts)
    assert picked[str(example.right)] == names[:1]
    assert picked[str(example.wrong)] == names[1:3]
    assert [pupil.id for pupil in item.blank] == names[3:]
    assert {p.text: p.state for p in item.picks} == {
        text: "right" if text == example.right else "wrong" for text in example.question.texts
    }


def test_every_answer_is_seen_in_every_interaction() -> None:
    school = School()
    work(school, [[1.0] * 9, [0.0] * 9])
    for item in found(school).items:
        seen = {pupil.name for pick in item.picks for pupil in pick.pupils}
        if item.position != school.marked_by_teacher:
            assert seen == {"Pupil 00", "Pupil 01"}, item.question.kind
            right = [pick for pick in item.picks if pick.state == "right"]
            assert "Pupil 00" in {p.name for pick in right for p in pick.pupils}


def test_time_goes_from_answer_to_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    school = School()
    now = [clock.now()]
    monkeypatch.setattr(clock, "now", lambda: now[0])

    def answers(attempt: int, *steps: tuple[int, int]) -> None:
        for position, seconds in steps:
            now[0] += timedelta(seconds=seconds)
            attempts.save_answer(
                pupil_id, attempt, replace(school.submission(position), position=position)
            )
        attempts.hand_in(pupil_id, attempt)

    pupil_id = school.pupil("Bob")
    answers(school.start(pupil_id), (1, 10), (3, 20), (2, 5))
    pupil_id = school.pupil("Cem")
    answers(school.start(pupil_id), (1, 30), (2, 40), (3, 50))
    taken = {i.position: (i.median_seconds, i.timed) for i in found(school).items}
    untouched = dict.fromkeys(POSITIONS, (None, 0))
    assert taken == {**untouched, 1: (20, 2), 2: (22.5, 2), 3: (35, 2)}


class Interview:
    """A class of *n* who answer two questions about a source, and ten others."""

    def __init__(self, n: int) -> None:
        self.school = School()
        who = Choice(
            prompt="Who says that the bridge is safe?",
            skill=Skill.WHO_SAID_IT,
            process=Process.LOCATE,
            section=1,
            options=("The mayor", "The engineer", "The writer of the article", "Nobody"),
            key=("The mayor",),
            claim=0,
        )
        match = Match(
            prompt="Who says what?",
            skill=Skill.CLAIMS_TO_SOURCES,
            process=Process.LOCATE,
            section=1,
            rows=(Row("It is safe.", "The mayor"), Row("It is not.", "The engineer")),
            options=("The mayor", "The engineer", "The union"),
        )
        fillers = [replace(who, prompt=f"Who says number {m}?", claim=None) for m in range(10)]
        made = replace(
            pack("interview"),
            questions=(who, match, *fillers),
            ids=("who", "match", *(f"filler-{m}" for m in range(10))),
        )
        place = Span(1, 0, 10)
        claims = Claims(
            sources=(Source("The mayor", SourceKind.PERSON, Naming.ROLE_ONLY),),
            claims=(Claim(0, None, None, (place,), Form.INDIRECT),),
        )
        article_id = library.add_pack(made, (), claims)
        view = library_store.article(db.reading(), self.school.teacher_id, article_id)
        quiz_id = library.publish_quiz(
            self.school.teacher_id, article_id, [q.version_id for q in view.questions], "Interview"
        )
        (self.school.assignment_id,) = assignments.assign(
            self.school.teacher_id, quiz_id, [self.school.class_id], Rules()
        )
        self.positions = {q.slug: n for n, q in enumerate(view.questions, 1)}
        self.pupils = [self.school.pupil(f"Pupil {m:02}") for m in range(n)]
        self.attempts = [self.school.start(pupil_id) for pupil_id in self.pupils]

    def answer(self, slug: str, given: list[Any]) -> None:
        """Let each pupil answer the question *slug*."""
        for pupil_id, attempt, answer in zip(self.pupils, self.attempts, given, strict=True):
            number = next(self.school.keys)
            attempts.save_answer(
                pupil_id, attempt, Submission(self.positions[slug], answer, f"k{number}", number)
            )

    def flags(self, slug: str) -> set[Flag]:
        """What is flagged about the question *slug*, once everybody has handed in."""
        for pupil_id, attempt in zip(self.pupils, self.attempts, strict=True):
            attempts.hand_in(pupil_id, attempt)
        item = next(i for i in found(self.school).items if i.position == self.positions[slug])
        return set(item.flags)


def test_fewer_right_than_by_guessing() -> None:
    interview = Interview(14)
    interview.answer("who", ["The engineer", "Nobody"] * 7)
    assert interview.flags("who") == {Flag.BELOW_CHANCE, Flag.BEATEN}
    # 0 of 14: z²/(n + z²) = 2.706/16.706 = 16 %, below the 25 % of four options


def test_nothing_is_flagged_of_a_hard_question() -> None:
    interview = Interview(12)
    interview.answer("who", ["The mayor"] * 4 + ["The engineer"] * 5 + ["Nobody"] * 3)
    assert interview.flags("who") == set()


@pytest.mark.parametrize(
    ("right", "wrong", "flags"),
    # One-sided sign test: 3 of 12 or fewer: 7.3 %; 2 of 12 or fewer: 1.9 %
    [(3, 9, set()), (2, 10, {Flag.BEATEN})],
)
def test_a_wrong_answer_more_often_than_the_right_one(
    right: int, wrong: int, flags: set[Flag]
) -> None:
    interview = Interview(12)
    interview.answer("who", ["The mayor"] * right + ["The engineer"] * wrong)
    assert interview.flags("who") == flags


def test_those_who_did_well_elsewhere_got_it_wrong() -> None:
    interview = Interview(12)
    interview.answer("who", ["The engineer"] * 6 + ["The mayor"] * 6)
    for m in range(10):
        interview.answer(f"filler-{m}", ["The mayor"] * (11 - m) + ["Nobody"] * (m + 1))
    assert interview.flags("who") == {Flag.AGAINST}


def test_nearly_everybody_right_takes_many_pupils() -> None:
    interview = Interview(25)
    interview.answer("who", ["The mayor"] * 25)
    interview.answer("match", [["The mayor", "The engineer"]] * 24 + [["The union", "The union"]])
    assert interview.flags("who") == {Flag.NEARLY_ALL}
    assert interview.flags("match") == set()


def test_few_pupils_are_never_flagged() -> None:
    interview = Interview(7)
    interview.answer("who", ["The engineer"] * 7)
    assert interview.flags("who") == set()


def test_who_was_credited_instead() -> None:
    interview = Interview(5)
    interview.answer("who", ["The mayor"] * 2 + ["The writer of the article"] * 3)
    interview.answer(
        "match", [["The mayor", "The mayor"]] * 2 + [["The mayor", "The engineer"]] * 3
    )
    interview.flags("who")
    first, second = found(interview.school).credits
    assert (first.source, first.form, first.n) == ("The writer of the article", Form.INDIRECT, 5)
    assert [pupil.id for pupil in first.pupils] == interview.pupils[2:]
    assert (second.row, second.right, second.source) == ("It is not.", "The engineer", "The mayor")
    assert [pupil.id for pupil in second.pupils] == interview.pupils[:2]
    assert (second.form, second.n) == (None, 5)


def test_archived_pupils_are_left_out() -> None:
    school = School()
    ids = work(school, [[1.0] * 9, [0.0] * 9])
    pupils.archive(school.teacher_id, ids[0])
    assert found(school).n == 1


def test_nobody_has_handed_in() -> None:
    shown = found(School())
    assert (shown.n, shown.alpha, shown.credits) == (0, None, ())
    assert {(i.n, i.facility, i.interval, i.median_seconds) for i in shown.items} == {
        (0, None, None, None)
    }


def test_foreign_and_absent_look_alike() -> None:
    school = School()
    stranger = other.teacher("Mr Okafor")
    for teacher_id, assignment_id in ((stranger, school.assignment_id), (school.teacher_id, 99)):
        with pytest.raises(NotFound):
            store.analysis(db.reading(), teacher_id, assignment_id)


def queries(school: School) -> int:
    """How many queries an analysis takes."""
    asked: list[str] = []
    engine = db.sql.engine

    def count(*call: Any) -> None:
        asked.append(call[2])

    found(school)  # what is read once and kept is read by now
    event.listen(engine, "before_cursor_execute", count)
    try:
        found(school)
    finally:
        event.remove(engine, "before_cursor_execute", count)
    return len(asked)


def test_queries_do_not_grow_with_the_class() -> None:
    school = School()
    work(school, [[1.0, 0.0, None, 1.0, 1.0, 0.0, 1.0, 0.0, 1.0]] * 3)
    few = queries(school)
    for number in range(12):
        pupil_id = school.pupil(f"More {number}")
        attempt = school.start(pupil_id)
        attempts.save_answer(pupil_id, attempt, school.submission(1))
        attempts.hand_in(pupil_id, attempt)
    assert queries(school) == few < 12
