"""A class at work: who is where, who is stuck, and what the projector shows."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from questions.question import Evidence
from questions.types.select_text import SelectText
from quizapp import clock, db
from quizapp.errors import NotFound
from quizapp.models import Feedback
from quizapp.store import watching as store
from quizapp.store.watching import STUCK_AFTER, Standing
from quizapp.usecases import assignments, attempts
from tests.quizapp import school as other_school
from tests.quizapp.both import DATABASES
from tests.quizapp.school import School

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]


def watch(school: School) -> store.Watch:
    return store.watch(db.reading(), school.teacher_id, school.assignment_id)


def projection(school: School, position: int | None = None) -> store.Projection:
    return store.projection(db.reading(), school.teacher_id, school.assignment_id, position)


def later(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    moment = clock.now() + by
    monkeypatch.setattr(clock, "now", lambda: moment)


def position_of(school: School, kind: str) -> int:
    return 1 + [example.question.kind for example in school.examples].index(kind)


def hand_in(school: School, name: str, *positions: int, right: bool = True) -> None:
    pupil_id = school.pupil(name)
    attempt = school.start(pupil_id)
    for position in positions:
        attempts.save_answer(pupil_id, attempt, school.submission(position, right=right))
    attempts.hand_in(pupil_id, attempt)


def test_everybody_is_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    school = School()
    hand_in(school, "Ben", 1)
    cem = school.pupil("Cem")
    quiet = school.start(cem)
    school.pupil("Dee")
    later(monkeypatch, STUCK_AFTER)
    attempt = school.start()
    school.answer(attempt, 3)
    school.answer(attempt, 2)
    shown = watch(school)
    ada, ben, _, dee = shown.pupils
    assert [pupil.name for pupil in shown.pupils] == ["Ada", "Ben", "Cem", "Dee"]
    assert [pupil.standing for pupil in shown.pupils] == [
        Standing.WORKING, Standing.HANDED_IN, Standing.STUCK, Standing.NOT_STARTED,
    ]  # fmt: skip
    assert list(shown.counts.values()) == [1, 1, 1, 1]
    assert (ada.answered, ada.last, ada.section, ada.last_at) == (2, 2, 1, clock.now())
    assert (ben.answered, ben.handed_in_at is None) == (1, False)
    assert (dee.number, dee.last_at) == (0, None)
    attempts.save_answer(cem, quiet, school.submission(1))
    assert watch(school).pupils[2].standing is Standing.WORKING


def test_the_newest_attempt_is_watched() -> None:
    school = School()
    for right in (1, 2):
        attempt = school.start()
        for position in range(1, right + 1):
            school.answer(attempt, position)
        if right == 1:
            attempts.hand_in(school.pupil_id, attempt)
    (ada,) = watch(school).pupils
    assert (ada.number, ada.answered, ada.standing) == (2, 2, Standing.WORKING)


def test_the_mark_changes_with_the_page_only(monkeypatch: pytest.MonkeyPatch) -> None:
    school = School()
    marks = [watch(school).mark]
    attempt = school.start()
    marks.append(watch(school).mark)
    school.answer(attempt, 1)
    marks.append(watch(school).mark)
    assert watch(school).mark == marks[-1]
    later(monkeypatch, STUCK_AFTER)
    marks.append(watch(school).mark)
    assignments.close(school.teacher_id, school.assignment_id)
    marks.append(watch(school).mark)
    assert len(set(marks)) == len(marks)


def test_out_of_time_is_handed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    school = School()
    school.assignment_id = school.assign(minutes=10)
    school.start()
    (ada,) = watch(school).pupils
    assert ada.closes_at == (ada.last_at or clock.now()) + timedelta(minutes=10)
    later(monkeypatch, timedelta(minutes=11))
    (ada,) = watch(school).pupils
    assert (ada.standing, ada.handed_in_at) == (Standing.HANDED_IN, ada.closes_at)


def test_shares_are_over_those_who_handed_in() -> None:
    school = School(Feedback.AFTER_HANDING_IN)
    hand_in(school, "Ben", 1, 2)
    hand_in(school, "Cem", 1, right=False)
    school.answer(school.start(), 1)
    shown = projection(school)
    assert [(s.position, s.share, s.pupils) for s in shown.shares[:2]] == [(1, 0.5, 2), (2, 0.5, 2)]
    assert (shown.handed_in, shown.working, shown.has_enough) == (2, 1, False)
    hand_in(school, "Dee")
    assert projection(school).has_enough


def test_the_heat_of_what_was_picked() -> None:
    school = School(Feedback.AFTER_HANDING_IN)
    picked, both = position_of(school, "select_text"), position_of(school, "two_part")
    hand_in(school, "Ben", picked, both)
    hand_in(school, "Cem", picked)
    hand_in(school, "Dee", picked, right=False)
    school.answer(school.start(), picked)  # still working: not shown
    example = school.examples[picked - 1]
    found = {
        f"{h.span.paragraph}:{h.span.start}-{h.span.end}": h
        for h in projection(school, picked).heat
    }
    assert {place: (heat.picked, heat.answers) for place, heat in found.items() if heat.picked} == {
        example.right: (2, 3), example.wrong: (1, 3),
    }  # fmt: skip
    assert len(found) == len(example.question.places)
    assert sum(heat.picked for heat in projection(school).heat) == 4
    assert sum(heat.picked for heat in projection(school, both).heat) == 1
    assert projection(school, 1 if picked != 1 else 2).heat == () or both in {1, 2}


def test_places_that_overlap_are_taken_together() -> None:
    school = School(Feedback.AFTER_HANDING_IN)
    question = school.examples[position_of(school, "select_text") - 1].question
    assert isinstance(question, SelectText)
    whole, *others = question.offered
    start = Evidence(whole.paragraph, whole.start, whole.start + 5, whole.text[:5])
    phrases = replace(question, offered=(start, *others))
    places = [f"{span.paragraph}:{span.start}-{span.end}" for span in (whole, start)]
    heat, *rest = store._heat(zip((question, phrases), places, strict=True))
    assert (heat.span.end, heat.picked, heat.answers, heat.share) == (whole.end, 2, 2, 1)
    assert [one.picked for one in rest] == [0] * len(others)


def test_only_ones_own_class() -> None:
    school = School()
    stranger = other_school.teacher("Mr Okafor")
    for look in (store.watch, store.projection):
        with pytest.raises(NotFound):
            look(db.reading(), stranger, school.assignment_id)


def test_queries_do_not_grow_with_pupils() -> None:
    school = School(Feedback.AFTER_HANDING_IN)
    hand_in(school, "Ben", 1)

    def queries() -> int:
        seen: list[str] = []
        listen = lambda *args: seen.append(args[2])  # noqa: E731  an event wants a function
        event.listen(db.sql.engine, "before_cursor_execute", listen)
        watch(school)
        projection(school)
        event.remove(db.sql.engine, "before_cursor_execute", listen)
        return len(seen)

    before = queries()
    for name in ("Cem", "Dee", "Eli", "Fay"):
        hand_in(school, name, 1, 2, 3)
    assert queries() == before <= 16
