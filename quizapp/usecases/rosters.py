"""A class list from a spreadsheet: what it would change, and then the change itself.

The columns are those of OneRoster 1.1 (``users.csv``: sourcedId, status, role, givenName,
familyName; IMS Global, 2017) or plain ones: name, or first name and last name, and number.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import Classroom, Pupil
from quizapp.store.teaching import taught_by
from quizapp.usecases import classes, names

MOST_ROWS = 2_000
COLUMNS = {
    "sourcedid": "number",
    "number": "number",
    "id": "number",
    "status": "status",
    "role": "role",
    "name": "name",
    "pupil": "name",
    "givenname": "given",
    "firstname": "given",
    "familyname": "family",
    "lastname": "family",
    "surname": "family",
}
"""What the columns that we know mean, by their heading in small letters without blanks."""

PUPIL_ROLES = ("", "student", "pupil")
GONE = "tobedeleted"


class Change(StrEnum):
    """What a line of the list does to the class."""

    ADD = "new"
    RENAME = "new name"
    RESTORE = "back again"
    ARCHIVE = "archived"
    NONE = "no change"
    SKIP = "left out"


@dataclass(frozen=True)
class Line:
    """One line of a list, or a pupil who is in none; ``note`` says why it is left out."""

    change: Change
    name: str
    number: str | None = None
    pupil_id: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Card:
    """What a pupil needs to come back: shown once, and kept nowhere."""

    pupil_id: int
    name: str
    phrase: str


@dataclass(frozen=True)
class _Entry:
    """A line as it was written."""

    name: str
    number: str | None
    gone: bool
    problem: str


def plan(teacher_id: int, class_id: int, text: str, *, whole: bool) -> tuple[Line, ...]:
    """What the list in *text* would change in the class, line by line; nothing changes yet.

    A *whole* list archives the pupils who are not in it.
    """
    with db.sql.sessionmaker() as session:
        _own(session, teacher_id, class_id)
        return _planned(session, class_id, text, whole=whole)


def apply(teacher_id: int, class_id: int, text: str, *, whole: bool) -> tuple[Card, ...]:
    """Change the class as ``plan`` says, all of it or nothing; returns the new pupils' cards."""
    with db.writing() as session:
        _own(session, teacher_id, class_id)
        lines = _planned(session, class_id, text, whole=whole)
        return tuple(
            card for line in lines if (card := _carry_out(session, class_id, line)) is not None
        )


def _own(session: Session, teacher_id: int, class_id: int) -> None:
    owned = select(Classroom.id).where(Classroom.id == class_id, taught_by(teacher_id))
    if session.scalar(owned) is None:
        raise NotFound


def _planned(session: Session, class_id: int, text: str, *, whole: bool) -> tuple[Line, ...]:
    pupils = session.scalars(select(Pupil).where(Pupil.classroom_id == class_id)).all()
    by_number = {pupil.school_id: pupil for pupil in pupils if pupil.school_id}
    by_name = {pupil.name_key: pupil for pupil in pupils}
    lines: list[Line] = []
    met: set[int] = set()
    taken: set[str] = set()
    for entry in _entries(text):
        pupil = by_number.get(entry.number or "") or by_name.get(names.key(entry.name))
        line = _line(entry, pupil, by_name, taken)
        lines.append(line)
        taken.add(names.key(entry.name))
        if pupil is not None:
            met.add(pupil.id)
    if whole:
        lines += [
            Line(Change.ARCHIVE, pupil.name, pupil.school_id, pupil.id)
            for pupil in pupils
            if pupil.id not in met and pupil.archived_at is None
        ]
    return tuple(lines)


def _line(entry: _Entry, pupil: Pupil | None, by_name: dict[str, Pupil], taken: set[str]) -> Line:
    key = names.key(entry.name)
    holder = by_name.get(key)
    if entry.problem:
        return Line(Change.SKIP, entry.name, entry.number, note=entry.problem)
    if key in taken:
        return Line(Change.SKIP, entry.name, entry.number, note="This name is in the list twice.")
    if pupil is not None and holder is not None and holder.id != pupil.id:
        note = "Another pupil of the class has this name."
        return Line(Change.SKIP, entry.name, entry.number, pupil.id, note)
    return Line(_change(entry, pupil), entry.name, entry.number, pupil.id if pupil else None)


def _change(entry: _Entry, pupil: Pupil | None) -> Change:
    if pupil is None:
        return Change.NONE if entry.gone else Change.ADD
    if entry.gone:
        return Change.NONE if pupil.archived_at else Change.ARCHIVE
    if pupil.archived_at:
        return Change.RESTORE
    same = pupil.name == entry.name and entry.number in (None, pupil.school_id)
    return Change.NONE if same else Change.RENAME


def _carry_out(session: Session, class_id: int, line: Line) -> Card | None:
    if line.change is Change.ADD:
        phrase = classes.new_phrase()
        pupil_id = classes.add_pupil(session, class_id, line.name, phrase)
        session.get_one(Pupil, pupil_id).school_id = line.number
        return Card(pupil_id, line.name, phrase)
    if line.pupil_id is not None and line.change in (Change.RENAME, Change.RESTORE):
        pupil = session.get_one(Pupil, line.pupil_id)
        pupil.name, pupil.name_key = line.name, names.key(line.name)
        pupil.school_id = line.number or pupil.school_id
        pupil.archived_at = None
    elif line.pupil_id is not None and line.change is Change.ARCHIVE:
        session.get_one(Pupil, line.pupil_id).archived_at = clock.now()
    return None


def _entries(text: str) -> Iterator[_Entry]:
    rows = _rows(text)
    known = {COLUMNS[heading]: n for n, heading in enumerate(map(_heading, rows[0]))
             if heading in COLUMNS}  # fmt: skip
    if not known.keys() & {"name", "given", "family"}:
        raise Refused("The first line must name the columns: name, or first name and last name.")
    if len(rows) > MOST_ROWS:
        raise Refused("These are too many lines. %(most)s are the most.", most=MOST_ROWS)
    for row in rows[1:]:
        fields = {meaning: row[n].strip() for meaning, n in known.items() if n < len(row)}
        if any(fields.values()):
            yield _entry(fields)


def _rows(text: str) -> list[list[str]]:
    lines = text.removeprefix("\ufeff").strip().splitlines()
    if len(lines) < 2:
        raise Refused(
            "The list is empty. Its first line names the columns; a pupil a line follows."
        )
    # One column is a list of names, and a comma in it is part of a name: no cells end with one.
    separator = max("\t,;", key=lines[0].count)
    try:
        return list(csv.reader(io.StringIO("\n".join(lines)), delimiter=separator, strict=True))
    except csv.Error as error:
        raise Refused("The list cannot be read: %(why)s.", why=str(error)) from error


def _heading(text: str) -> str:
    return "".join(text.lower().split()).replace("_", "").replace("-", "")


def _in_order(name: str) -> str:
    """*name* as it is called out, where the list has it as "O’Neil, Tim"."""
    family, comma, given = (part.strip() for part in name.partition(","))
    turned = comma and family and given and "," not in given
    return f"{given} {family}" if turned else name


def _entry(fields: dict[str, str]) -> _Entry:
    whole = (
        _in_order(fields.get("name", "")) or f"{fields.get('given', '')} {fields.get('family', '')}"
    )
    role = fields.get("role", "").lower()
    problem = "" if role in PUPIL_ROLES else "Not a pupil."
    try:
        name = names.checked(whole)
    except Refused as refused:
        name, problem = whole.strip()[: names.LONGEST], problem or str(refused)
    number = fields.get("number") or None
    return _Entry(name, number, fields.get("status", "").lower() == GONE, problem)


def counts(lines: Sequence[Line]) -> dict[Change, int]:
    """How many lines do what."""
    return {change: sum(line.change is change for line in lines) for change in Change}
