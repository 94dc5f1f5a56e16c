"""Teachers, their classes, and the pupils in them. No e-mail and no birthday anywhere."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model


class Teacher(Model):
    """Somebody who has classes. ``name_key`` is the name as it is compared.

    The first teacher is the administrator. Who is disabled cannot sign in any more.
    """

    __tablename__ = "teacher"
    __table_args__ = ({"sqlite_autoincrement": True},)  # a number is never given twice

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str]
    created_at: Mapped[datetime]
    is_admin: Mapped[bool] = mapped_column(default=False, server_default=false())
    disabled_at: Mapped[datetime | None]


class Invitation(Model):
    """A link that makes one teacher account, once. Only the hash of its token is kept."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    teacher_id: Mapped[int | None] = mapped_column(ForeignKey("teacher.id"))


class LoginSession(Model):
    """What the server remembers of one browser. ``person`` is "teacher:1" or "pupil:7"."""

    __tablename__ = "login_session"

    id_hash: Mapped[str] = mapped_column(primary_key=True)
    data: Mapped[dict[str, Any]]
    person: Mapped[str | None] = mapped_column(index=True)
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


class Classroom(Model):
    """A class. The sample class has no teacher until the first teacher takes it.

    ``join_code`` is kept as eight letters and digits, without the dash that it is shown with;
    ``joining_until`` is None while nobody may join.
    """

    __tablename__ = "classroom"

    id: Mapped[int] = mapped_column(primary_key=True)
    teacher_id: Mapped[int | None] = mapped_column(ForeignKey("teacher.id"), index=True)
    is_sample: Mapped[bool]
    name: Mapped[str]
    join_code: Mapped[str] = mapped_column(unique=True)
    joining_until: Mapped[datetime | None]
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]


class CoTeacher(Model):
    """A teacher who teaches a class beside the one it belongs to, with the same rights."""

    __tablename__ = "co_teacher"

    classroom_id: Mapped[int] = mapped_column(ForeignKey("classroom.id"), primary_key=True)
    teacher_id: Mapped[int] = mapped_column(ForeignKey("teacher.id"), primary_key=True, index=True)


class Pupil(Model):
    """A pupil of one class. The phrase to come back with is kept as a keyed hash only.

    ``school_id`` is the school's own number for the pupil, which a roster brings and by which the
    same pupil is known again.
    """

    __tablename__ = "pupil"
    __table_args__ = (
        UniqueConstraint("classroom_id", "name_key"),
        Index("uq_pupil_school_id", "classroom_id", "school_id", unique=True),
        {"sqlite_autoincrement": True},  # a number is never given twice
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    classroom_id: Mapped[int] = mapped_column(ForeignKey("classroom.id"))
    name: Mapped[str]
    name_key: Mapped[str]
    phrase_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    school_id: Mapped[str | None]
    archived_at: Mapped[datetime | None]


class PupilGroup(Model):
    """Some pupils of a class, to whom the same exceptions apply or who are looked at together."""

    __tablename__ = "pupil_group"
    __table_args__ = (UniqueConstraint("classroom_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    classroom_id: Mapped[int] = mapped_column(ForeignKey("classroom.id"))
    name: Mapped[str]


class GroupMember(Model):
    """A pupil in a group."""

    __tablename__ = "group_member"

    group_id: Mapped[int] = mapped_column(ForeignKey("pupil_group.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), primary_key=True, index=True)
