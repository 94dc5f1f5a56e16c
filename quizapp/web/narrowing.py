"""Which part of a score table the address asks for: ``?section=2&skill=detail&group=5``."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request

from questions.article import Section
from questions.question import Skill
from quizapp.store import narrowing
from quizapp.store.classes import Column, ScoreTable
from quizapp.store.rosters import Group


@dataclass(frozen=True)
class Offer:
    """By what a table can be narrowed."""

    sections: tuple[Section, ...]
    skills: tuple[Skill, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Part:
    """What was chosen; None is all."""

    section: Section | None = None
    skill: Skill | None = None
    group: Group | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Part()

    @property
    def asked(self) -> dict[str, int | str | None]:
        """The choice as it stands in an address."""
        return {
            "section": self.section.number if self.section else None,
            "skill": self.skill.value if self.skill else None,
            "group": self.group.id if self.group else None,
        }

    def has(self, column: Column) -> bool:
        """Whether the question is in it."""
        question = column.question
        return (self.section is None or question.section == self.section.number) and (
            self.skill is None or question.skill is self.skill
        )


def offer(table: ScoreTable, sections: Sequence[Section], groups: Sequence[Group]) -> Offer:
    """The sections and skills of the table's questions, and the *groups* of the class."""
    asked = {column.question.section for column in table.columns}
    skills = dict.fromkeys(column.question.skill for column in table.columns)
    return Offer(
        tuple(section for section in sections if section.number in asked),
        tuple(skills),
        tuple(group for group in groups if group.members),
    )


def asked_for(offered: Offer) -> Part:
    """The part that the address asks for; what is not *offered* is as if it were not there."""
    section, skill, group = (request.args.get(name, "") for name in ("section", "skill", "group"))
    return Part(
        next((one for one in offered.sections if str(one.number) == section), None),
        next((one for one in offered.skills if one.value == skill), None),
        next((one for one in offered.groups if str(one.id) == group), None),
    )


def part_of(table: ScoreTable, part: Part) -> ScoreTable:
    """*table* with what is in *part* only."""
    if part.is_all:
        return table
    everybody = {row.pupil_id for row in table.rows}
    return narrowing.narrowed(
        table,
        {column.position for column in table.columns if part.has(column)},
        everybody if part.group is None else set(part.group.members),
    )
