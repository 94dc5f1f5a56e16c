"""A class list says what it would change before it does, and pupils are managed without loss."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from quizapp import db
from quizapp.errors import NotFound, Refused
from quizapp.store import classes as class_store
from quizapp.store import rosters as store
from quizapp.usecases import attempts, classes, pupils, rosters
from quizapp.usecases.rosters import Change
from tests.quizapp.both import DATABASES
from tests.quizapp.school import School, teacher

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]

ONEROSTER = """sourcedId,status,enabledUser,givenName,familyName,role
17,active,true,Ada,Lovelace,student
18,active,true,Alan,Turing,student
19,active,true,Grace,Hopper,teacher
"""


def changes(school: School, text: str, *, whole: bool = False) -> list[tuple[Change, str]]:
    lines = rosters.plan(school.teacher_id, school.class_id, text, whole=whole)
    return [(line.change, line.name) for line in lines]


def test_a_list_from_the_school_office_is_understood_as_it_is() -> None:
    school = School()
    assert changes(school, ONEROSTER) == [
        (Change.ADD, "Ada Lovelace"),
        (Change.ADD, "Alan Turing"),
        (Change.SKIP, "Grace Hopper"),
    ]
    cards = rosters.apply(school.teacher_id, school.class_id, ONEROSTER, whole=False)
    assert [card.name for card in cards] == ["Ada Lovelace", "Alan Turing"]
    assert classes.come_back(cards[0].phrase) == cards[0].pupil_id
    assert {change for change, _ in changes(school, ONEROSTER)} == {Change.NONE, Change.SKIP}


def test_the_number_knows_a_pupil_again_under_another_name() -> None:
    school = School()
    rosters.apply(school.teacher_id, school.class_id, ONEROSTER, whole=False)
    married = ONEROSTER.replace("Lovelace", "King")
    assert changes(school, married)[0] == (Change.RENAME, "Ada King")
    rosters.apply(school.teacher_id, school.class_id, married, whole=False)
    roster = store.roster(db.reading(), school.teacher_id, school.class_id)
    assert [(m.name, m.number) for m in roster.pupils] == [
        ("Ada", None), ("Ada King", "17"), ("Alan Turing", "18"),
    ]  # fmt: skip


def test_a_whole_list_archives_who_is_missing_and_brings_back_who_is_there_again() -> None:
    school = School()
    assert changes(school, "name\nBea", whole=True) == [
        (Change.ADD, "Bea"), (Change.ARCHIVE, "Ada"),
    ]  # fmt: skip
    rosters.apply(school.teacher_id, school.class_id, "name\nBea", whole=True)
    roster = store.roster(db.reading(), school.teacher_id, school.class_id)
    assert [member.name for member in roster.archived] == ["Ada"]
    assert changes(school, "name\nAda") == [(Change.RESTORE, "Ada")]
    rosters.apply(school.teacher_id, school.class_id, "name\nAda", whole=False)
    assert store.roster(db.reading(), school.teacher_id, school.class_id).archived == ()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_cells_may_be_parted_by_anything_usual(separator: str) -> None:
    text = f"First name{separator}Last name\r\nBea{separator}Okoro\r\n"
    assert changes(School(), text) == [(Change.ADD, "Bea Okoro")]


@pytest.mark.parametrize(
    "text", ["name\nO'Neil, Tim", 'number,name\n7,"O\'Neil, Tim"', "number;name\n7;O'Neil, Tim"]
)
def test_a_name_with_the_last_name_first_is_turned(text: str) -> None:
    assert changes(School(), text) == [(Change.ADD, "Tim O'Neil")]


@pytest.mark.parametrize("name", ["Neil, Tim, Jr", "Tim,"])
def test_a_name_with_other_commas_stays(name: str) -> None:
    assert changes(School(), f"name\n{name}") == [(Change.ADD, name)]


def test_a_list_without_names_is_told_which_columns_it_needs() -> None:
    with pytest.raises(Refused, match="name, or first name and last name"):
        changes(School(), "colour\nred")


@pytest.mark.parametrize("text", ["", "name", "colour\nred", 'name\n"Bea'])
def test_a_list_that_cannot_be_read_is_refused_and_changes_nothing(text: str) -> None:
    school = School()
    with pytest.raises(Refused):
        rosters.apply(school.teacher_id, school.class_id, text, whole=True)
    roster = store.roster(db.reading(), school.teacher_id, school.class_id)
    assert [member.name for member in roster.pupils] == ["Ada"]


def test_doubtful_lines_are_left_out_with_a_reason() -> None:
    lines = rosters.plan(
        (school := School()).teacher_id, school.class_id, "name\nBea\nbea\n***\n", whole=False
    )
    assert [(line.change, bool(line.note)) for line in lines] == [
        (Change.ADD, False), (Change.SKIP, True), (Change.SKIP, True),
    ]  # fmt: skip


def test_answers_of_a_pupil_who_was_there_twice_come_together() -> None:
    school = School()
    twice = school.pupil("Ada L")
    school.answer(school.start(), 1)
    other = attempts.start_attempt(twice, school.assignment_id)
    pupils.merge(school.teacher_id, school.pupil_id, twice)
    table = class_store.scores(db.reading(), school.teacher_id, school.assignment_id)
    assert [(row.pupil_id, row.attempts) for row in table.rows] == [(school.pupil_id, 2)]
    kept = store.everything(db.reading(), school.teacher_id, school.pupil_id)
    assert [attempt["try"] for attempt in kept["attempts"]] == [1, 2]
    with pytest.raises(NotFound):
        attempts.hand_in(twice, other)


def test_an_archived_pupil_is_in_no_list_and_cannot_come_back() -> None:
    school = School()
    joined = classes.join_class(school.code, "Bea")
    pupils.archive(school.teacher_id, joined.pupil_id)
    table = class_store.scores(db.reading(), school.teacher_id, school.assignment_id)
    assert [row.name for row in table.rows] == ["Ada"]
    assert classes.come_back(joined.phrase) is None
    pupils.restore(school.teacher_id, joined.pupil_id)
    db.reading().rollback()
    assert classes.come_back(joined.phrase) == joined.pupil_id


def test_a_pupil_moves_with_all_answers() -> None:
    school = School()
    school.answer(school.start(), 1)
    there = classes.create_class(school.teacher_id, "8a")
    group = pupils.make_group(school.teacher_id, school.class_id, "Late", [school.pupil_id])
    pupils.move(school.teacher_id, school.pupil_id, there)
    kept = store.everything(db.reading(), school.teacher_id, school.pupil_id)
    assert (kept["class"], len(kept["attempts"])) == ("8a", 1)
    roster = store.roster(db.reading(), school.teacher_id, school.class_id)
    assert [(g.id, g.members) for g in roster.groups] == [(group, ())]


def test_an_erased_pupil_is_found_nowhere(in_app: Flask) -> None:
    school = School()
    marker = "Zyxomma"
    pupil_id = school.pupil(f"{marker} One")
    attempt_id = attempts.start_attempt(pupil_id, school.assignment_id)
    position = school.marked_by_teacher
    answer = school.submission(position)
    attempts.save_answer(
        pupil_id, attempt_id, type(answer)(position, f"{marker} thinks so.", "k", 1)
    )
    pupils.erase(school.teacher_id, pupil_id)
    assert all(row.name == "Ada" for row in rows_of(school))
    if in_app.config["DATABASE_URL"].startswith("sqlite"):
        kept = [file.read_bytes() for file in Path(in_app.instance_path).glob("quiz.sqlite*")]
        assert kept
        assert not any(marker.encode() in part for part in kept)
        with closing(sqlite3.connect(Path(in_app.instance_path) / "quiz.sqlite")) as connection:
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def rows_of(school: School) -> list[store.Member]:
    return list(store.roster(db.reading(), school.teacher_id, school.class_id).pupils)


def test_all_that_is_kept_can_be_handed_out() -> None:
    school = School()
    school.answer(school.start(), 1)
    kept = json.loads(
        json.dumps(store.everything(db.reading(), school.teacher_id, school.pupil_id))
    )
    assert kept["name"] == "Ada"
    assert kept["attempts"][0]["answers"][0]["question"] == school.examples[0].question.prompt


def test_new_cards_end_the_old_words() -> None:
    school = School()
    joined = classes.join_class(school.code, "Bea")
    (card,) = pupils.new_cards(school.teacher_id, school.class_id, [joined.pupil_id])
    assert classes.come_back(joined.phrase) is None
    assert classes.come_back(card.phrase) == joined.pupil_id


def test_nobody_manages_the_pupils_of_others() -> None:
    school = School()
    stranger = teacher("Mr Strange")
    for attempt in (
        lambda: pupils.rename(stranger, school.pupil_id, "X"),
        lambda: pupils.archive(stranger, school.pupil_id),
        lambda: pupils.erase(stranger, school.pupil_id),
        lambda: pupils.new_cards(stranger, school.class_id, [school.pupil_id]),
        lambda: pupils.make_group(stranger, school.class_id, "G", [school.pupil_id]),
        lambda: rosters.plan(stranger, school.class_id, ONEROSTER, whole=False),
        lambda: classes.share_class(stranger, school.class_id, "Mr Strange"),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_a_class_is_taught_together_until_it_is_not() -> None:
    school = School()
    colleague = teacher("Mr Okafor")
    classes.share_class(school.teacher_id, school.class_id, "mr  okafor")
    pupils.rename(colleague, school.pupil_id, "Ada B")
    classes.stop_sharing(school.teacher_id, school.class_id, colleague)
    with pytest.raises(NotFound):
        pupils.rename(colleague, school.pupil_id, "Ada C")
    with pytest.raises(Refused):
        classes.share_class(school.teacher_id, school.class_id, "Nobody")
