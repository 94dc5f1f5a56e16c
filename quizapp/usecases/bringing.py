"""Bringing a text in: what a teacher uploads waits in a job until it has become an article."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from questions.article import Article
from questions.claims import Claims
from questions.question import Question
from questions.reading import LARGEST, Media
from quizapp import clock, db, models
from quizapp.errors import NotFound, Refused
from quizapp.models import Origin, ReadingJob, Status
from quizapp.usecases import versions
from quizapp.usecases.versions import Text

WAITING = "waiting"
FETCHING = "fetching"
READING = "reading"
DONE = "done"
FAILED = "failed"
ENDS = (DONE, FAILED)

ADDRESS = "address"
"""The kind of a job that has an address in place of a file."""

LONGEST_TITLE = 200
LONGEST_ADDRESS = 2_000
MOST_ON_THEIR_WAY = 20
"""A teacher may have so many texts waiting at once."""

_SCHEME = re.compile(r"https?://[^/?#\s]+\S*$", re.IGNORECASE)

GIVEN_UP_AFTER = timedelta(minutes=2)
"""A job that has got no further for so long was left by a worker that is gone."""


@dataclass(frozen=True)
class Upload:
    """What a teacher brings: the bytes, how to read them, and what to call it until it is read."""

    title: str
    media: Media
    content: bytes


@dataclass(frozen=True)
class Address:
    """Where on the web the article stands that a teacher brings."""

    url: str


@dataclass(frozen=True)
class Found:
    """What was read: the article, who said what in it, and questions about it.

    ``ready`` may be asked unseen; ``suggested`` wait for a teacher's review.
    """

    article: Article
    claims: Claims
    ready: tuple[Question[Any], ...]
    suggested: tuple[Question[Any], ...]


def bring(teacher_id: int, upload: Upload) -> int:
    """Keep *upload* until somebody reads it; returns the job's id."""
    if not upload.content.strip():
        raise Refused("There is nothing in it. Paste the text, or choose a file.")
    if len(upload.content) > LARGEST[upload.media]:
        largest = LARGEST[upload.media] // 1_000_000
        raise Refused("This is too large. The most is %(largest)s MB.", largest=largest)
    return _keep(teacher_id, upload.title, upload.media, upload.content)


def bring_address(teacher_id: int, address: str) -> int:
    """Keep the address of an article until somebody fetches it; returns the job's id."""
    url = address if "://" in address else f"https://{address}"
    parts = _SCHEME.match(url)
    if parts is None or len(url) > LONGEST_ADDRESS:
        raise Refused("This is no address of a web page. It looks like https://paper.example/page.")
    return _keep(teacher_id, url, ADDRESS, url.encode())


def again(teacher_id: int, job_id: int) -> None:
    """Have something fetched once more that could not be read."""
    with db.writing() as session:
        job = _own(session, teacher_id, job_id)
        if job.step != FAILED or job.upload is None:
            raise Refused("This cannot be tried again. Bring the article once more.")
        job.step = WAITING
        job.problem = None
        job.changed_at = clock.now()


def begin(job_id: int) -> Upload | Address | None:
    """What to read for the job; None if that is done, or the job is gone."""
    with db.writing() as session:
        job = session.get(ReadingJob, job_id)
        if job is None or job.upload is None or job.step in ENDS:
            return None
        job.changed_at = clock.now()
        if job.media == ADDRESS:
            return Address(job.upload.decode())
        return Upload(job.title, Media(job.media), job.upload)


def reach(job_id: int, step: str) -> None:
    """Say what is being done for the job."""
    with db.writing() as session:
        job = session.get_one(ReadingJob, job_id)
        job.step = step
        job.changed_at = clock.now()


def finish(job_id: int, found: Found) -> int:
    """Store what was read for the job, all of it or nothing; returns the article's id."""
    with db.writing() as session:
        job = session.get_one(ReadingJob, job_id)
        if job.article_id is None:
            job.article_id = _store(session, job, found)
        _end(job, DONE)
        return job.article_id


def fail(job_id: int, problem: str) -> None:
    """Say why the job came to nothing, in a sentence for a person.

    A file is thrown away, its owner has it; an address stays, so that it can be tried again.
    """
    with db.writing() as session:
        job = session.get_one(ReadingJob, job_id)
        job.problem = problem
        _end(job, FAILED)


def forget(teacher_id: int, job_id: int) -> None:
    """Take a job that has ended out of the teacher's list."""
    with db.writing() as session:
        job = _own(session, teacher_id, job_id)
        if job.step not in ENDS:
            raise Refused("This is still being read. Wait for its end.")
        session.delete(job)


def left_behind() -> tuple[int, ...]:
    """The jobs that nobody has worked on for a while: whoever did is gone."""
    return tuple(
        db.reading().scalars(
            select(ReadingJob.id)
            .where(
                ReadingJob.step.not_in(ENDS),
                ReadingJob.changed_at < clock.now() - GIVEN_UP_AFTER,
            )
            .order_by(ReadingJob.id)
        )
    )


def _keep(teacher_id: int, title: str, media: str, content: bytes) -> int:
    now = clock.now()
    with db.writing() as session:
        waiting = select(func.count()).where(
            ReadingJob.teacher_id == teacher_id, ReadingJob.step.not_in(ENDS)
        )
        if session.scalars(waiting).one() >= MOST_ON_THEIR_WAY:
            raise Refused(
                "%(most)s of your texts are waiting to be read. Bring more when they are done.",
                most=MOST_ON_THEIR_WAY,
            )
        job = ReadingJob(
            teacher_id=teacher_id,
            title=title.strip()[:LONGEST_TITLE],
            media=media,
            upload=content,
            step=WAITING,
            created_at=now,
            changed_at=now,
        )
        session.add(job)
        session.flush()
        return job.id


def _own(session: Session, teacher_id: int, job_id: int) -> ReadingJob:
    job = session.get(ReadingJob, job_id)
    if job is None or job.teacher_id != teacher_id:
        raise NotFound
    return job


def _end(job: ReadingJob, step: str) -> None:
    job.step = step
    if step == DONE or job.media != ADDRESS:
        job.upload = None
    job.changed_at = clock.now()


def _store(session: Session, job: ReadingJob, found: Found) -> int:
    headline = found.article.headline or job.title
    row = models.Article(
        teacher_id=job.teacher_id,
        slug=f"{_slug(headline)}-{job.id}",
        headline=headline,
        outlet=found.article.outlet,
        level="",
        licence="",
        created_at=clock.now(),
    )
    session.add(row)
    session.flush()
    versions.add_text(session, row.id, 1, Text(found.article, found.claims), job.teacher_id)
    judged = [(question, Status.READY) for question in found.ready]
    judged += [(question, Status.SUGGESTED) for question in found.suggested]
    for number, (question, status) in enumerate(judged, start=1):
        new = versions.new_row(row.id, f"generated-{number}", Origin.GENERATED, status)
        versions.add_question(session, new, question)
    return row.id


def _slug(headline: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", headline.lower())[:6]) or "article"
