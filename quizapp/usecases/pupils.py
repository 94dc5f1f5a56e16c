"""What a teacher does with one pupil: rename, move, archive, merge, erase, hand out the data."""

from collections.abc import Sequence

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import (
    Answer,
    Attempt,
    Classroom,
    Comment,
    GroupMember,
    Mark,
    Objection,
    Override,
    Pupil,
    PupilGroup,
    RegradeChange,
    SkillScore,
)
from quizapp.store.teaching import taught_by
from quizapp.usecases import classes, names, sessions
from quizapp.usecases.rosters import Card


def rename(teacher_id: int, pupil_id: int, name: str) -> None:
    """Give a pupil another name."""
    name = names.checked(name)
    with db.writing() as session:
        pupil = _own(session, teacher_id, pupil_id)
        _check_free(session, pupil.classroom_id, name, but=pupil_id)
        pupil.name, pupil.name_key = name, names.key(name)


def archive(teacher_id: int, pupil_id: int) -> None:
    """Take a pupil out of the class lists; the answers stay, and ``restore`` brings all back."""
    with db.writing() as session:
        pupil = _own(session, teacher_id, pupil_id)
        pupil.archived_at = pupil.archived_at or clock.now()
        sessions.end_all(session, f"pupil:{pupil_id}")


def restore(teacher_id: int, pupil_id: int) -> None:
    """Bring an archived pupil back."""
    with db.writing() as session:
        _own(session, teacher_id, pupil_id).archived_at = None


def move(teacher_id: int, pupil_id: int, class_id: int) -> None:
    """Put a pupil into another class of the teacher's. The answers stay with the pupil.

    Groups of the old class, and exceptions made there, do not come along.
    """
    with db.writing() as session:
        pupil = _own(session, teacher_id, pupil_id)
        there = select(Classroom.id).where(Classroom.id == class_id, taught_by(teacher_id))
        if session.scalar(there.with_for_update()) is None:
            raise NotFound
        if pupil.classroom_id == class_id:
            raise Refused("The pupil is in this class already.")
        _check_free(session, class_id, pupil.name)
        _check_number_free(session, class_id, pupil)
        _leave_groups(session, pupil_id)
        pupil.classroom_id = class_id


def merge(teacher_id: int, kept_id: int, duplicate_id: int) -> None:
    """Make one pupil of two in the same class: the answers of *duplicate_id* go to *kept_id*."""
    with db.writing() as session:
        kept = _own(session, teacher_id, kept_id)
        duplicate = _own(session, teacher_id, duplicate_id)
        if kept.id == duplicate.id or kept.classroom_id != duplicate.classroom_id:
            raise Refused("Choose another pupil of the same class.")
        kept.school_id, number = kept.school_id or duplicate.school_id, duplicate.school_id
        duplicate.school_id = None
        session.flush()
        kept.school_id = kept.school_id or number
        _hand_over_attempts(session, kept_id, duplicate_id)
        _hand_over_objections(session, kept_id, duplicate_id)
        _leave_groups(session, duplicate_id)
        sessions.end_all(session, f"pupil:{duplicate_id}")
        session.delete(duplicate)


def erase(teacher_id: int, pupil_id: int) -> None:
    """Delete a pupil and everything the pupil ever entered, for good."""
    with db.writing() as session:
        pupil = _own(session, teacher_id, pupil_id)
        attempts = select(Attempt.id).where(Attempt.pupil_id == pupil_id).scalar_subquery()
        answers = select(Answer.id).where(Answer.attempt_id.in_(attempts)).scalar_subquery()
        for on_answers in (RegradeChange, Mark, Comment):
            session.execute(delete(on_answers).where(on_answers.answer_id.in_(answers)))
        for in_attempts in (Answer, SkillScore):
            session.execute(delete(in_attempts).where(in_attempts.attempt_id.in_(attempts)))
        for own in (Attempt, Objection):
            session.execute(delete(own).where(own.pupil_id == pupil_id))
        _leave_groups(session, pupil_id)
        sessions.end_all(session, f"pupil:{pupil_id}")
        session.delete(pupil)
    db.leave_no_trace()


def new_cards(teacher_id: int, class_id: int, pupil_ids: Sequence[int]) -> tuple[Card, ...]:
    """New words for these pupils of a class, to print; the old words end."""
    with db.writing() as session:
        found = session.scalars(
            select(Pupil)
            .join(Classroom, Classroom.id == Pupil.classroom_id)
            .where(Classroom.id == class_id, Pupil.id.in_(pupil_ids), taught_by(teacher_id))
            .order_by(Pupil.name_key)
        ).all()
        if not found or {pupil.id for pupil in found} != set(pupil_ids):
            raise NotFound
        return tuple(_new_card(session, pupil) for pupil in found)


def make_group(teacher_id: int, class_id: int, name: str, pupil_ids: Sequence[int]) -> int:
    """Make a group of these pupils of a class, or give the group of this name these members."""
    name = names.checked(name)
    with db.writing() as session:
        members = set(
            session.scalars(
                select(Pupil.id)
                .join(Classroom, Classroom.id == Pupil.classroom_id)
                .where(Classroom.id == class_id, Pupil.id.in_(pupil_ids), taught_by(teacher_id))
            )
        )
        if members != set(pupil_ids):
            raise NotFound
        if not members:
            raise Refused("Choose at least one pupil.")
        group = session.scalar(
            select(PupilGroup).where(PupilGroup.classroom_id == class_id, PupilGroup.name == name)
        ) or PupilGroup(classroom_id=class_id, name=name)
        session.add(group)
        session.flush()
        session.execute(delete(GroupMember).where(GroupMember.group_id == group.id))
        session.add_all(GroupMember(group_id=group.id, pupil_id=one) for one in sorted(members))
        return group.id


def remove_group(teacher_id: int, group_id: int) -> None:
    """Remove a group; its pupils stay, exceptions made for it end."""
    with db.writing() as session:
        group = session.scalar(
            select(PupilGroup)
            .join(Classroom, Classroom.id == PupilGroup.classroom_id)
            .where(PupilGroup.id == group_id, taught_by(teacher_id))
        )
        if group is None:
            raise NotFound
        session.execute(delete(GroupMember).where(GroupMember.group_id == group_id))
        session.execute(delete(Override).where(Override.group_id == group_id))
        session.delete(group)


def _own(session: Session, teacher_id: int, pupil_id: int) -> Pupil:
    pupil = session.scalar(
        select(Pupil)
        .join(Classroom, Classroom.id == Pupil.classroom_id)
        .where(Pupil.id == pupil_id, taught_by(teacher_id))
        .with_for_update(of=Pupil)
    )
    if pupil is None:
        raise NotFound
    return pupil


def _check_free(session: Session, class_id: int, name: str, but: int | None = None) -> None:
    taken = exists().where(
        Pupil.classroom_id == class_id, Pupil.name_key == names.key(name), Pupil.id != (but or 0)
    )
    if session.scalar(select(taken)):
        raise Refused("There is a %(name)s in this class already.", name=name)


def _check_number_free(session: Session, class_id: int, pupil: Pupil) -> None:
    taken = exists().where(Pupil.classroom_id == class_id, Pupil.school_id == pupil.school_id)
    if pupil.school_id and session.scalar(select(taken)):
        raise Refused("Somebody in that class has the same school number.")


def _leave_groups(session: Session, pupil_id: int) -> None:
    for table in (GroupMember, Override):
        session.execute(delete(table).where(table.pupil_id == pupil_id))


def _hand_over_attempts(session: Session, kept_id: int, duplicate_id: int) -> None:
    """The duplicate's attempts become further attempts of the pupil who is kept."""
    used: dict[int, int] = {}
    for attempt in session.scalars(select(Attempt).where(Attempt.pupil_id == kept_id)):
        used[attempt.assignment_id] = max(used.get(attempt.assignment_id, 0), attempt.number)
    theirs = select(Attempt).where(Attempt.pupil_id == duplicate_id).order_by(Attempt.number)
    for attempt in session.scalars(theirs).all():
        used[attempt.assignment_id] = used.get(attempt.assignment_id, 0) + 1
        attempt.number = used[attempt.assignment_id]
        attempt.pupil_id = kept_id
        session.flush()


def _hand_over_objections(session: Session, kept_id: int, duplicate_id: int) -> None:
    own = {
        (objection.assignment_id, objection.position)
        for objection in session.scalars(select(Objection).where(Objection.pupil_id == kept_id))
    }
    theirs = select(Objection).where(Objection.pupil_id == duplicate_id)
    for objection in session.scalars(theirs).all():
        if (objection.assignment_id, objection.position) in own:
            session.delete(objection)
        else:
            objection.pupil_id = kept_id
    session.flush()


def _new_card(session: Session, pupil: Pupil) -> Card:
    phrase = classes.new_phrase()
    session.execute(
        update(Pupil).where(Pupil.id == pupil.id).values(phrase_hash=classes.hashed(phrase))
    )
    sessions.end_all(session, f"pupil:{pupil.id}")
    return Card(pupil.id, pupil.name, phrase)
