"""Pupils join by a code and come back by four words."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import CoTeacher, Pupil
from quizapp.store import classes as store
from quizapp.store import pupils
from quizapp.usecases import classes, names, sessions
from tests.quizapp import school
from tests.quizapp.both import DATABASES

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]


@pytest.fixture
def teacher_id(in_app: object) -> int:
    assert in_app
    return school.teacher()


@pytest.fixture
def class_id(teacher_id: int) -> int:
    return classes.create_class(teacher_id, "7b")


@pytest.fixture
def code(teacher_id: int, class_id: int) -> str:
    return school.class_code(teacher_id, class_id)


def test_a_code_has_forty_bits_and_no_look_alikes(code: str) -> None:
    assert re.fullmatch(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", code)
    assert len(set(classes.CODE_LETTERS)) == 32
    assert not set("01IO") & set(classes.CODE_LETTERS)


@pytest.mark.parametrize("typed", ["{}", " {} ", "{lower}", "{bare}", "{spaced}"])
def test_a_code_is_understood_however_it_is_typed(typed: str, code: str, class_id: int) -> None:
    text = typed.format(
        code, lower=code.lower(), bare=code.replace("-", ""), spaced=code.replace("-", " ")
    )
    pupil_id = classes.join_class(text, "Ada").pupil_id
    assert pupils.pupil(db.reading(), pupil_id).classroom_id == class_id


def test_joining_and_coming_back(code: str) -> None:
    joined = classes.join_class(code, "  Ada   Lovelace ")
    assert pupils.pupil(db.reading(), joined.pupil_id).name == "Ada Lovelace"
    words = joined.phrase.split()
    assert len(words) == 4
    assert set(words) <= set(classes.words())
    assert classes.come_back(joined.phrase) == joined.pupil_id
    assert classes.come_back(f" {'-'.join(words).upper()}. ") == joined.pupil_id
    assert classes.come_back(" ".join([*words[1:], words[0]])) is None or len(set(words)) < 4


def test_a_phrase_is_kept_as_a_keyed_hash_only(code: str) -> None:
    joined = classes.join_class(code, "Ada")
    kept = db.reading().scalars(select(Pupil.phrase_hash)).one()
    assert re.fullmatch(r"[0-9a-f]{64}", kept)
    assert not any(word in kept for word in joined.phrase.split())


def test_the_words_are_many_easy_and_different() -> None:
    words = classes.words()
    assert len(set(words)) == len(words) >= 1024
    assert all(re.fullmatch(r"[a-z]{3,8}", word) for word in words)


def test_one_name_is_one_pupil(code: str) -> None:
    classes.join_class(code, "Zoë")
    with pytest.raises(Refused, match="add a letter"):
        classes.join_class(code, "ZOE\u0308")
    classes.join_class(code, "Zoë B")


@pytest.mark.parametrize("unseen", ["\u034f", "\ufe0f", "\u200d", "\u180b", "\U000e0100"])
def test_what_nobody_sees_makes_no_other_name(code: str, unseen: str) -> None:
    classes.join_class(code, "Amina")
    with pytest.raises(Refused, match="add a letter"):
        classes.join_class(code, f"Am{unseen}ina")


def test_the_same_name_in_another_class(teacher_id: int, code: str) -> None:
    other = school.class_code(teacher_id, classes.create_class(teacher_id, "7c"))
    first, second = classes.join_class(code, "Ada"), classes.join_class(other, "Ada")
    assert first.pupil_id != second.pupil_id


@pytest.mark.parametrize(
    "name",
    [
        "",
        "   ",
        "...",
        "x" * 41,
        "Ada\x00",
        "A\tda",
        "Ada\u202eevil",
        "\ud800",
        "A\u200bda",
        "A\u3164da",
        "A\u2800da",
        "\u115f",
    ],
)
def test_names_that_are_none(name: str, code: str) -> None:
    with pytest.raises(Refused):
        classes.join_class(code, name)
    assert db.reading().scalars(select(Pupil)).all() == []


@pytest.mark.parametrize(
    "name", ["Ada", "O’Brien", "Ж", "李小龍", "می‌خواهم", "Ann-Marie 2", "x" * 40]
)
def test_names_of_many_kinds(name: str, code: str) -> None:
    assert pupils.pupil(db.reading(), classes.join_class(code, name).pupil_id).name == name


def test_nobody_joins_a_closed_class(
    teacher_id: int, class_id: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    classes.set_joining(teacher_id, class_id, open=False)
    with pytest.raises(Refused, match="no new pupils"):
        classes.join_class(code, "Ada")
    classes.set_joining(teacher_id, class_id, open=True)
    joined = classes.join_class(code, "Ada")
    later = clock.now() + classes.JOINING_LASTS + timedelta(seconds=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    with pytest.raises(Refused, match="no new pupils"):
        classes.join_class(code, "Bob")
    assert classes.come_back(joined.phrase) == joined.pupil_id


def test_a_code_that_no_class_has(code: str) -> None:
    wrong = code.translate(str.maketrans("23456789", "34567892")).replace("A", "B")[::-1]
    with pytest.raises(Refused, match="No class"):
        classes.join_class(wrong, "Ada")


def test_a_new_phrase_ends_the_old_one_and_its_sessions(teacher_id: int, code: str) -> None:
    joined = classes.join_class(code, "Ada")
    person = f"pupil:{joined.pupil_id}"
    token = sessions.begin({"_user_id": person}, person)
    phrase = classes.renew_phrase(teacher_id, joined.pupil_id)
    assert classes.come_back(joined.phrase) is None
    assert classes.come_back(phrase) == joined.pupil_id
    assert sessions.recall(token) is None


def test_another_teacher_sees_and_changes_nothing(class_id: int, code: str) -> None:
    stranger = school.teacher("Mr Okafor")
    pupil_id = classes.join_class(code, "Ada").pupil_id
    assert store.home(db.reading(), stranger) == ()
    with pytest.raises(NotFound):
        store.of_teacher(db.reading(), stranger, class_id)
    with pytest.raises(NotFound):
        classes.renew_phrase(stranger, pupil_id)
    with pytest.raises(NotFound):
        classes.set_joining(stranger, class_id, open=False)


def test_the_name_of_a_class_is_no_longer_than_any_other(teacher_id: int) -> None:
    with pytest.raises(Refused, match="too long"):
        classes.create_class(teacher_id, "x" * (names.LONGEST + 1))


def test_a_class_as_its_teacher_sees_it(teacher_id: int, class_id: int, code: str) -> None:
    for name in ("bob", "Ada"):
        classes.join_class(code, name)
    shown = store.of_teacher(db.reading(), teacher_id, class_id)
    assert [pupil.name for pupil in shown.pupils] == ["Ada", "bob"]
    assert shown.open_for_joining
    (card,) = store.home(db.reading(), teacher_id)
    assert (card.name, card.join_code, card.pupils, card.assignments) == ("7b", code, 2, 0)


def test_who_teaches_a_class_beside_its_teacher_has_it_too(class_id: int, code: str) -> None:
    colleague = school.teacher("Mr Okafor")
    pupil_id = classes.join_class(code, "Ada").pupil_id
    with pytest.raises(NotFound):
        store.of_teacher(db.reading(), colleague, class_id)
    with db.writing() as session:
        session.add(CoTeacher(classroom_id=class_id, teacher_id=colleague))
    assert [card.id for card in store.home(db.reading(), colleague)] == [class_id]
    assert classes.renew_phrase(colleague, pupil_id)
