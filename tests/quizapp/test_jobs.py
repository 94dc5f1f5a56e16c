"""A text that a teacher brings is read by a worker, once, and never half."""

import subprocess
import sys
import time
from datetime import timedelta

import pytest
from flask import Flask, current_app

from questions.article import Article, Paragraph, Section
from questions.claims import Claims
from questions.reading import LARGEST, Media
from quizapp import clock, config, db, fetching, jobs, reading_process
from quizapp.errors import NotFound, Refused
from quizapp.fetching import NotFetched, Page
from quizapp.reading_process import Reading, ReadingFailed, Unreadable
from quizapp.store import bringing as store
from quizapp.store import library
from quizapp.usecases import bringing
from quizapp.usecases.bringing import Address, Upload
from tests.quizapp.both import DATABASES
from tests.quizapp.school import teacher

pytestmark = pytest.mark.usefixtures("in_app")

TEXT = """# Bridge closed

The old bridge is closed, the mayor, Dana Ruiz, said on Monday. “We had no warning,” she said.

The engineer Tom Okafor said that the bridge was inspected in 2019. “It was safe then,” he added.
"""
UPLOAD = Upload("bridge.md", Media.TEXT, TEXT.encode())


def run_the_queue() -> int:
    """Do what lies in the queue, as a worker would; how many tasks there were."""
    queue = current_app.extensions["jobs"]().huey
    done = 0
    while (task := queue.dequeue()) is not None:
        queue.execute(task)
        done += 1
    queue.storage.close()
    db.sql.session.rollback()  # what was read before is out of date
    return done


@DATABASES
def test_a_text_becomes_an_article() -> None:
    owner = teacher()
    job_id = bringing.bring(owner, UPLOAD)
    jobs.enqueue(job_id)
    assert store.job(db.reading(), owner, job_id).step == bringing.WAITING
    assert run_the_queue() == 1
    done = store.job(db.reading(), owner, job_id)
    assert done.step == bringing.DONE
    view = library.article(db.reading(), owner, done.article_id or 0)
    assert view.article.headline == "Bridge closed"
    assert {"Dana Ruiz", "Tom Okafor"} <= {source.name for source in view.claims.sources}
    assert view.questions
    assert {stored.origin for stored in view.questions} == {"generated"}


@DATABASES
def test_the_same_job_twice_makes_one_article() -> None:
    owner = teacher()
    job_id = bringing.bring(owner, UPLOAD)
    jobs.read(job_id)
    jobs.read(job_id)
    assert len(library.articles(db.reading(), owner)) == 1


def test_a_text_that_cannot_be_read_says_why_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_arguments: object) -> Reading:
        raise Unreadable("It is a picture.")

    monkeypatch.setattr(reading_process, "read", refuse)
    owner = teacher()
    job_id = bringing.bring(owner, UPLOAD)
    jobs.read(job_id)
    failed = store.job(db.reading(), owner, job_id)
    assert (failed.step, failed.problem) == (bringing.FAILED, "It is a picture.")
    assert library.articles(db.reading(), owner) == ()
    assert bringing.begin(job_id) is None


def test_what_a_dead_worker_left_is_taken_up(monkeypatch: pytest.MonkeyPatch) -> None:
    job_id = bringing.bring(teacher(), UPLOAD)
    bringing.reach(job_id, "reading")
    assert bringing.left_behind() == ()
    later = clock.now() + bringing.GIVEN_UP_AFTER + timedelta(seconds=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert bringing.left_behind() == (job_id,)


def test_steps_are_seen_while_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    owner = teacher()
    job_id = bringing.bring(owner, UPLOAD)
    seen = []

    def read(_file: object, _media: object, on_step: object) -> Reading:
        assert callable(on_step)
        on_step("finding who said what")
        seen.append(store.job(db.reading(), owner, job_id).step)
        article = Article("A", sections=(Section(1, "", (Paragraph(1, "Words."),)),))
        return Reading(article, Claims(), (), ())

    monkeypatch.setattr(reading_process, "read", read)
    jobs.read(job_id)
    assert seen == ["finding who said what"]


def test_a_job_is_nobody_elses_business() -> None:
    job_id = bringing.bring(teacher("Ada"), UPLOAD)
    other = teacher("Bo")
    with pytest.raises(NotFound):
        store.job(db.reading(), other, job_id)
    with pytest.raises(NotFound):
        bringing.forget(other, job_id)


def test_only_a_job_that_has_ended_is_forgotten() -> None:
    owner = teacher()
    job_id = bringing.bring(owner, UPLOAD)
    with pytest.raises(Refused):
        bringing.forget(owner, job_id)
    bringing.fail(job_id, "no")
    bringing.forget(owner, job_id)
    assert store.jobs(db.reading(), owner) == ()


@pytest.mark.parametrize("content", [b"  \n", b"x" * (LARGEST[Media.TEXT] + 1)])
def test_nothing_and_too_much_are_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        bringing.bring(teacher(), Upload("x", Media.TEXT, content))


def test_a_worker_of_its_own_reads_and_ends_with_its_input(in_app: Flask) -> None:
    owner = teacher()
    job_id = bringing.bring(owner, UPLOAD)
    jobs.enqueue(job_id)
    settings = {"INSTANCE": in_app.instance_path, "DATABASE_URL": in_app.config["DATABASE_URL"]}
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "worker", "--until-input-ends"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, cwd=config.ROOT, env={"PATH": "/usr/bin:/bin", **settings}
    ) as worker:
        try:
            for _ in range(300):
                db.sql.session.rollback()
                if store.job(db.reading(), owner, job_id).step == bringing.DONE:
                    break
                time.sleep(0.1)
            assert store.job(db.reading(), owner, job_id).step == bringing.DONE
            assert worker.stdin is not None
            worker.stdin.close()
            worker.wait(timeout=15)
        finally:
            worker.kill()


@DATABASES
def test_a_page_on_the_web_is_fetched_and_read(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<html><body><h1>Bridge closed</h1><p>{TEXT[17:]}</p></body></html>"
    monkeypatch.setattr(fetching, "fetch", lambda _url: Page(page.encode(), "page.html"))
    owner = teacher()
    job_id = bringing.bring_address(owner, "paper.example/bridge")
    assert store.job(db.reading(), owner, job_id).title == "https://paper.example/bridge"
    jobs.read(job_id)
    done = store.job(db.reading(), owner, job_id)
    assert (done.step, done.problem, done.kept) == (bringing.DONE, None, False)
    article = library.article(db.reading(), owner, done.article_id or 0).article
    assert article.headline == "Bridge closed"


@DATABASES
def test_what_could_not_be_fetched_can_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_url: str) -> Page:
        raise NotFetched("The site does not answer.")

    monkeypatch.setattr(fetching, "fetch", fail)
    owner = teacher()
    job_id = bringing.bring_address(owner, "https://paper.example/bridge")
    jobs.read(job_id)
    failed = store.job(db.reading(), owner, job_id)
    assert (failed.step, failed.kept) == (bringing.FAILED, True)
    assert bringing.begin(job_id) is None
    bringing.again(owner, job_id)
    waiting = store.job(db.reading(), owner, job_id)
    assert (waiting.step, waiting.problem) == (bringing.WAITING, None)
    assert bringing.begin(job_id) == Address("https://paper.example/bridge")
    with pytest.raises(Refused):
        bringing.again(owner, job_id)


def test_a_picture_on_the_web_says_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "fetch", lambda _url: Page(b"\x89PNG\r\n", "a.png"))
    owner = teacher()
    job_id = bringing.bring_address(owner, "https://paper.example/a.png")
    jobs.read(job_id)
    assert "picture" in (store.job(db.reading(), owner, job_id).problem or "")


def test_a_fault_of_ours_is_told_in_general_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(*_arguments: object) -> Reading:
        raise ReadingFailed("MemoryError")

    monkeypatch.setattr(reading_process, "read", break_down)
    owner = teacher()
    job_id = bringing.bring(owner, UPLOAD)
    jobs.read(job_id)
    failed = store.job(db.reading(), owner, job_id)
    assert (failed.problem, failed.kept) == (jobs.COULD_NOT, False)
    assert "MemoryError" in caplog.text


@pytest.mark.parametrize("address", ["ftp://paper.example/", "https://", "http:// x", "", "a b"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(Refused, match="no address"):
        bringing.bring_address(teacher(), address)


@DATABASES
def test_one_teacher_cannot_fill_the_queue() -> None:
    owner, other = teacher("Ada"), teacher("Bo")
    brought = [bringing.bring(owner, UPLOAD) for _ in range(bringing.MOST_ON_THEIR_WAY)]
    with pytest.raises(Refused, match="waiting"):
        bringing.bring(owner, UPLOAD)
    last = bringing.bring(other, UPLOAD)
    assert store.before(db.reading(), last, bringing.ENDS) == bringing.MOST_ON_THEIR_WAY
    bringing.fail(brought[0], "No.")
    assert bringing.bring(owner, UPLOAD)


@pytest.mark.parametrize(
    ("media", "content"),
    [
        (Media.HTML, b"<div>" * 50_000),
        (Media.DOCX, b"PK\x03\x04 nothing"),
        (Media.PDF, b"%PDF-1.4 nothing"),
        (Media.TEXT, bytes(range(256))),
    ],
)
def test_a_bad_file_of_any_kind_leaves_nothing_but_a_sentence(media: Media, content: bytes) -> None:
    owner = teacher()
    job_id = bringing.bring(owner, Upload("bad", media, content))
    jobs.read(job_id)
    failed = store.job(db.reading(), owner, job_id)
    assert failed.problem is not None
    assert failed.problem[-1] == "."
    assert "/" not in failed.problem
    assert not failed.kept
    assert library.articles(db.reading(), owner) == ()
