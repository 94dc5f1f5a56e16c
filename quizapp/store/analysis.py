"""What a class's answers say about the questions: how hard, how telling, who picked what.

Counted is who has handed in, by the attempt that counts; a question without an answer has no
points. An answer that waits for its mark says nothing yet, and a question that does not count is
left out. The arithmetic is that of ``quizapp.statistics``.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from statistics import median
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.claims import Claims, Form
from questions.question import Question, ReviewLine, Skill
from questions.types.choice import Choice
from questions.types.match import Match
from questions.types.short_text import ShortText
from quizapp import statistics
from quizapp.models import Answer, Attempt
from quizapp.store import classes, quizzes
from quizapp.store.classes import Cell, Column, Named, Scored, ScoreTable
from quizapp.store.scores import State

FEWEST_TO_FLAG = 8
"""Of fewer pupils one lucky or careless answer would do to say something about a question."""

LEVEL = 0.05
"""How likely a flag may be where nothing is the matter."""

FEWEST_EACH = 3
"""So many must be right, and so many not, before it is said that the wrong ones were right."""

NEARLY_ALL = 0.9

WHO_SPEAKS = frozenset(
    {
        Skill.WHO_SAID_IT,
        Skill.REPORTER_OR_SOURCE,
        Skill.CLAIMS_TO_SOURCES,
        Skill.CHAIN_OF_SOURCES,
    }
)
"""The skills of the questions that are answered with a source."""

LONGEST_NAME = 8
"""In words: what is longer and ends like a sentence is a statement, and no source."""


class Flag(StrEnum):
    """What a teacher should look at, or need not."""

    BELOW_CHANCE = "fewer right than by guessing"
    BEATEN = "one wrong answer came more often than the right one"
    AGAINST = "those who did well elsewhere got it wrong"
    NEARLY_ALL = "nearly everybody right"


@dataclass(frozen=True)
class Interval:
    """Between what a figure lies."""

    low: float
    high: float


@dataclass(frozen=True)
class Pick:
    """Something that was answered, or is right, and by whom.

    ``row`` says to what, where a question asks several things. ``our_words`` is as in
    ``ReviewLine``.
    """

    row: str
    text: str
    state: Literal["right", "wrong", "plain"]
    our_words: bool
    pupils: tuple[Named, ...]


@dataclass(frozen=True)
class Item:
    """The figures of one question, over ``n`` pupils whose points for it are known.

    ``answered`` of these gave an answer, the ``blank`` ones did not. ``median_seconds`` is over
    ``timed`` answers.
    """

    column: Column
    n: int
    facility: float | None
    interval: Interval | None
    chance: float
    discrimination: float | None
    discrimination_interval: Interval | None
    answered: int
    blank: tuple[Named, ...]
    waiting: int
    picks: tuple[Pick, ...]
    median_seconds: float | None
    timed: int
    flags: tuple[Flag, ...]

    @property
    def position(self) -> int:
        """Where it stands in the quiz."""
        return self.column.position

    @property
    def question(self) -> Question[Any]:
        """What is asked, as it counts by now."""
        return self.column.question

    @property
    def rows(self) -> tuple[tuple[str, tuple[Pick, ...]], ...]:
        """The picks by what they were picked for."""
        return tuple(
            (row, tuple(picks)) for row, picks in groupby(self.picks, key=lambda pick: pick.row)
        )


@dataclass(frozen=True)
class Credit:
    """What was said by one source and credited to another by ``pupils``, of ``n`` who answered.

    ``row`` is the statement, where a question has several; ``form`` says in whose words it stands.
    """

    position: int
    question: Question[Any]
    row: str
    right: str
    source: str
    form: Form | None
    pupils: tuple[Named, ...]
    n: int


@dataclass(frozen=True)
class Analysis:
    """All figures of an assignment. ``alpha`` is over ``alpha_items`` questions."""

    table: ScoreTable
    n: int
    items: tuple[Item, ...]
    alpha: float | None
    alpha_items: int
    credits: tuple[Credit, ...]


@dataclass(frozen=True)
class Response:
    """How one pupil did with one question; ``rest`` is what all the others earned together."""

    pupil: Named
    cell: Cell
    rest: float

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer."""
        return self.cell.answer_id is not None

    @property
    def points(self) -> float:
        """The points; none without an answer."""
        return self.cell.points or 0.0


def analysis(session: Session, teacher_id: int, assignment_id: int) -> Analysis:
    """The figures of all questions that count, if it is one of the teacher's assignments."""
    table = classes.scores(session, teacher_id, assignment_id)
    done = [row for row in table.rows if row.handed_in_at is not None]
    attempt_ids = [row.attempt_id for row in done if row.attempt_id is not None]
    seconds = _seconds(session, attempt_ids)
    marked = _marked(table, done)
    points = [[_points(row, position) for position in marked] for row in done]
    totals = [math.fsum(of_pupil) for of_pupil in points]
    items = tuple(
        _item(column, _responses(column, done, totals, marked), seconds[column.position])
        for column in table.columns
        if column.counts
    )
    return Analysis(
        table=table,
        n=len(done),
        items=items,
        alpha=statistics.alpha(points),
        alpha_items=len(marked),
        credits=tuple(credits_in(items, quizzes.claims(table.assignment.quiz_id))),
    )


def _marked(table: ScoreTable, done: Sequence[Scored]) -> list[int]:
    """The positions that count and whose points are known of everybody."""
    return [
        column.position
        for n, column in enumerate(table.columns)
        if column.counts and all(row.cells[n].state is not State.WAITING for row in done)
    ]


def _points(row: Scored, position: int) -> float:
    return row.cells[position - 1].points or 0.0


def _responses(
    column: Column, done: Sequence[Scored], totals: Sequence[float], marked: Sequence[int]
) -> list[Response]:
    """How everybody did with the question; *totals* are over the *marked* questions."""
    position = column.position
    is_part = position in marked
    return [
        Response(
            Named(row.pupil_id, row.name),
            row.cells[position - 1],
            total - _points(row, position) if is_part else total,
        )
        for row, total in zip(done, totals, strict=True)
    ]


def _item(column: Column, everybody: Sequence[Response], seconds: Sequence[float]) -> Item:
    responses = [r for r in everybody if r.cell.state is not State.WAITING]
    points = [response.points for response in responses]
    r = statistics.correlation(points, [response.rest for response in responses])
    interval = statistics.share_interval(math.fsum(points), len(points))
    r_interval = None if r is None else statistics.correlation_interval(r, len(points))
    picks = _picks(column.question, responses)
    return Item(
        column=column,
        n=len(points),
        facility=statistics.facility(points),
        interval=interval and Interval(*interval),
        chance=column.question.chance,
        discrimination=r,
        discrimination_interval=r_interval and Interval(*r_interval),
        answered=sum(response.is_answered for response in responses),
        blank=tuple(r.pupil for r in responses if not r.is_answered),
        waiting=len(everybody) - len(responses),
        picks=picks,
        median_seconds=median(seconds) if seconds else None,
        timed=len(seconds),
        flags=tuple(_flags(column.question, responses, picks)),
    )


def _picks(question: Question[Any], responses: Iterable[Response]) -> tuple[Pick, ...]:
    """What was picked, in the order in which a review has it; what is right is always there."""
    if question.marked_by_teacher:
        return ()
    lines = dict(_offered(question))
    pupils: dict[tuple[str, str], list[Named]] = defaultdict(list)
    reviews: dict[str, list[tuple[tuple[str, str], ReviewLine]]] = {}
    for response in responses:
        if not response.is_answered:
            continue
        given = response.cell.answer
        written = json.dumps(given, sort_keys=True)
        if written not in reviews:  # each answer is reviewed once, however many gave it
            reviews[written] = list(_picked(question.review(given)))
        for place, line in reviews[written]:
            if not pupils[place]:  # of what is the same, it is shown as the first one wrote it
                lines[place] = line
            pupils[place].append(response.pupil)
    rows = list(dict.fromkeys(row for row, _ in lines))
    return tuple(
        Pick(row, line.given or line.text, line.state, line.our_words, tuple(pupils[row, text]))
        for (row, text), line in sorted(lines.items(), key=lambda pair: rows.index(pair[0][0]))
    )


def _offered(question: Question[Any]) -> Iterator[tuple[tuple[str, str], ReviewLine]]:
    """What there is to pick, and what is right, whether or not anybody picked it."""
    for line in question.review(None):
        if line.best:
            right = ReviewLine("", "right", given=line.best, our_words=line.our_words)
            yield (line.text, _same(line.best)), right
        elif line.state == "right":
            yield ("", _same(line.text)), line
        else:
            yield ("", _same(line.text)), replace(line, state="wrong")


def _picked(
    lines: Iterable[ReviewLine],
) -> Iterator[tuple[tuple[str, str], ReviewLine]]:
    for line in lines:
        if line.given:
            yield (line.text, _same(line.given)), line
        elif line.chosen:
            yield ("", _same(line.text)), line


def _same(text: str) -> str:
    """What is the same in texts that differ in case and blanks only, as typed ones do."""
    return " ".join(text.split()).casefold()


def _flags(
    question: Question[Any], responses: Sequence[Response], picks: Sequence[Pick]
) -> Iterator[Flag]:
    if len(responses) < FEWEST_TO_FLAG:
        return
    answered = [response.points for response in responses if response.is_answered]
    share = statistics.share_interval(math.fsum(answered), len(answered))
    if share and share[1] < question.chance:
        yield Flag.BELOW_CHANCE
    if any(_is_beaten(picks, row, len(answered)) for row in {pick.row for pick in picks}):
        yield Flag.BEATEN
    if _is_against(responses):
        yield Flag.AGAINST
    everybody = statistics.share_interval(math.fsum(r.points for r in responses), len(responses))
    if everybody and everybody[0] > NEARLY_ALL:
        yield Flag.NEARLY_ALL


def _is_beaten(picks: Sequence[Pick], row: str, answered: int) -> bool:
    """Whether, where one had to pick one thing, a wrong one came more often than what is right."""
    here = [pick for pick in picks if pick.row == row]
    if sum(len(pick.pupils) for pick in here) != answered:
        return False  # several could be picked at once: they do not compete
    right = sum(len(pick.pupils) for pick in here if pick.state == "right")
    wrong = max((len(pick.pupils) for pick in here if pick.state == "wrong"), default=0)
    return wrong > right and statistics.more_often(wrong, right) < LEVEL


def _is_against(responses: Sequence[Response]) -> bool:
    points = [response.points for response in responses]
    right = sum(p > 0 for p in points)
    if min(right, sum(p < 1 for p in points)) < FEWEST_EACH:
        return False
    r = statistics.correlation(points, [response.rest for response in responses])
    interval = None if r is None else statistics.correlation_interval(r, len(points))
    return interval is not None and interval[1] < 0


def _seconds(session: Session, attempt_ids: Sequence[int]) -> dict[int, list[float]]:
    """How long each answer took, by position.

    That is the time since the answer before it in the attempt, to whichever question, or since
    the start; who answers again adds to it. What a teacher typed in from paper says nothing.
    """
    started = select(Attempt.id, Attempt.started_at).where(Attempt.id.in_(attempt_ids))
    before = {row.id: row.started_at for row in session.execute(started)}
    rows = session.execute(
        select(Answer.attempt_id, Answer.position, Answer.answered_at)
        .where(Answer.attempt_id.in_(attempt_ids), Answer.teacher_id.is_(None))
        .order_by(Answer.attempt_id, Answer.answered_at, Answer.id)
    )
    taken: dict[tuple[int, int], float] = defaultdict(float)
    for attempt_id, position, answered_at in rows:
        taken[attempt_id, position] += (answered_at - before[attempt_id]).total_seconds()
        before[attempt_id] = answered_at
    found: dict[int, list[float]] = defaultdict(list)
    for (_, position), seconds in taken.items():
        found[position].append(seconds)
    return found


def credits_in(items: Iterable[Item], claims: Claims) -> Iterator[Credit]:
    """Which wrong sources were credited, the most often credited first."""
    found = [
        Credit(
            position=item.position,
            question=item.question,
            row=pick.row,
            right=_right(item, pick.row),
            source=pick.text,
            form=_form(item.question, claims),
            pupils=pick.pupils,
            n=item.answered,
        )
        for item in items
        if is_about_sources(item.question)
        for pick in item.picks
        if pick.state == "wrong" and pick.pupils
    ]
    yield from sorted(found, key=lambda credit: (-len(credit.pupils), credit.position))


def is_about_sources(question: Question[Any]) -> bool:
    """Whether *question* is answered with a source."""
    if question.skill not in WHO_SPEAKS:
        return False
    match question:
        case Choice() | Match():
            return not any(_is_statement(option) for option in question.options)
        case ShortText():
            return question.reads_as == "text"
        case _:
            return False


def _is_statement(option: str) -> bool:
    return len(option.split()) >= LONGEST_NAME and option.rstrip("”\"’'").endswith((".", "?", "!"))


def _right(item: Item, row: str) -> str:
    right = [pick.text for pick in item.picks if pick.row == row and pick.state == "right"]
    return right[0] if row and right else item.question.solution


def _form(question: Question[Any], claims: Claims) -> Form | None:
    known = question.claim is not None and question.claim < len(claims.claims)
    return claims.claims[question.claim or 0].form if known else None
