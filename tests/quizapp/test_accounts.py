"""Teachers come in by a link that works once, then by name and password."""

from datetime import timedelta
from statistics import median
from time import thread_time

import pytest
from sqlalchemy import select

from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import Classroom, Invitation, Teacher
from quizapp.store import teachers
from quizapp.usecases import accounts, sample
from tests.quizapp import school
from tests.quizapp.both import DATABASES
from tests.quizapp.school import PASSWORD

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]


def test_a_link_makes_one_teacher() -> None:
    token = accounts.invite_teacher()
    assert accounts.teacher_can_be_made(token)
    teacher_id = accounts.accept_invitation(token, "  Ms   Rivera ", PASSWORD)
    assert not accounts.teacher_can_be_made(token)
    assert accounts.check_password("ms rivera", PASSWORD) == teacher_id
    assert teachers.teacher(db.reading(), teacher_id).name == "Ms Rivera"
    with pytest.raises(Refused, match="no longer valid"):
        accounts.accept_invitation(token, "Mr Okafor", PASSWORD)


def test_tokens_and_passwords_are_not_kept() -> None:
    token = accounts.invite_teacher()
    accounts.accept_invitation(token, "Ms Rivera", PASSWORD)
    invitation = db.reading().scalars(select(Invitation)).one()
    teacher = db.reading().scalars(select(Teacher)).one()
    assert token not in invitation.token_hash
    assert teacher.password_hash.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize("name", ["Ms\x00Rivera", "\x00", "\ud800", "\x1f\u2028"])
def test_odd_characters_sign_nobody_in(name: str) -> None:
    school.teacher("Ms Rivera")
    assert accounts.check_password(name, PASSWORD) is None


def test_a_link_lapses(monkeypatch: pytest.MonkeyPatch) -> None:
    token = accounts.invite_teacher()
    later = clock.now() + accounts.INVITATION_LIFETIME + timedelta(seconds=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert not accounts.teacher_can_be_made(token)
    with pytest.raises(Refused):
        accounts.accept_invitation(token, "Ms Rivera", PASSWORD)


def test_the_first_link_ends_with_the_next_start_and_with_the_first_teacher() -> None:
    first, second = accounts.invite_first_teacher(), accounts.invite_first_teacher()
    assert first
    assert second
    assert not accounts.teacher_can_be_made(first)
    accounts.accept_invitation(second, "Ms Rivera", PASSWORD)
    assert accounts.invite_first_teacher() is None


@pytest.mark.parametrize(
    ("name", "password"),
    [("", PASSWORD), ("x" * 41, PASSWORD), ("Ms\nRivera", PASSWORD), ("Ms Rivera", "short"),
     ("Ms Rivera", "x" * 201)],
)  # fmt: skip
def test_a_refused_account_leaves_the_link_as_it_was(name: str, password: str) -> None:
    token = accounts.invite_teacher()
    with pytest.raises(Refused):
        accounts.accept_invitation(token, name, password)
    assert accounts.teacher_can_be_made(token)


def test_two_teachers_cannot_have_one_name() -> None:
    school.teacher("Ms Rivera")
    token = accounts.invite_teacher()
    with pytest.raises(Refused, match="of this name"):
        accounts.accept_invitation(token, "MS RIVERA", PASSWORD)
    assert accounts.teacher_can_be_made(token)


def test_the_first_teacher_gets_the_sample_class_and_the_second_does_not() -> None:
    sample.prepare(article_id=0)
    first, second = school.teacher("One"), school.teacher("Two")
    owner = db.reading().scalars(select(Classroom.teacher_id)).one()
    assert (owner, second) == (first, first + 1)


def test_a_wrong_password_and_an_unknown_name_take_as_long() -> None:
    school.teacher("Ms Rivera")

    def seconds(name: str) -> float:
        started = thread_time()
        assert accounts.check_password(name, "not the password") is None
        return thread_time() - started

    seconds("Nobody")  # the first time makes the hash to compare with
    known = median(seconds("Ms Rivera") for _ in range(5))
    unknown = median(seconds("Nobody") for _ in range(5))
    assert 0.4 < unknown / known < 2.5


def test_absent_teacher() -> None:
    with pytest.raises(NotFound):
        teachers.teacher(db.reading(), 7)
