"""Long work off the request: a queue of texts to read, and the worker that reads them.

The queue stands in a file beside the SQLite database, or in PostgreSQL where the site uses it;
then as many machines as wanted can work on it. What a job is about stands in the database, and the
queue holds its number only.
"""

import logging
import os
import signal
import sys
import tempfile
import threading
from functools import cache
from pathlib import Path

from flask import Flask, current_app
from huey import Huey, PostgresHuey, SqliteHuey, crontab
from sqlalchemy import make_url

from questions.reading import UnreadableText, media_of
from quizapp import db, fetching, reading_process
from quizapp.fetching import NotFetched
from quizapp.reading_process import ReadingFailed, Unreadable
from quizapp.usecases import asking, bringing
from quizapp.usecases.bringing import Address, Found, Upload

WORKERS = 1
"""Texts read at once by one worker: each takes a core."""

COULD_NOT = "This could not be read. Copy the article’s text and paste it."

LONGEST_WAIT = 1.0
"""In seconds: how long a new job lies in an SQLite queue before an idle worker looks again."""


def init_app(app: Flask) -> None:
    """Give *app* its queue; it is opened when it is first used."""
    app.extensions["jobs"] = cache(lambda: _Queue(app))


def enqueue(job_id: int) -> None:
    """Have the text of the job read, by whichever worker is free."""
    queue = _of_app()
    queue.read(job_id)
    queue.huey.storage.close()  # each thread would keep a connection for the next time


def read(job_id: int) -> None:
    """Read the text of the job now, and store what came of it or why nothing did."""
    brought = bringing.begin(job_id)
    if brought is None:
        return
    try:
        upload = _fetched(job_id, brought) if isinstance(brought, Address) else brought
        found = _read(job_id, upload)
    except (NotFetched, UnreadableText, Unreadable) as failed:
        bringing.fail(job_id, str(failed))
    except ReadingFailed as failed:
        current_app.logger.warning("job %s: %s", job_id, failed)
        bringing.fail(job_id, COULD_NOT)
    else:
        bringing.finish(job_id, found)


def enqueue_asking(article_id: int) -> None:
    """Have questions made anew about an article that was put right."""
    queue = _of_app()
    queue.ask_again(article_id)
    queue.huey.storage.close()


def ask_again(article_id: int) -> None:
    """Make questions about the article as it is now, and add those that are new."""
    text = asking.text_of(article_id)
    if text is None:
        return
    try:
        found = reading_process.ask_again(text.article, text.claims)
    except (ReadingFailed, Unreadable) as failed:
        current_app.logger.warning("article %s: %s", article_id, failed)
        return
    asking.add_fresh(article_id, text.version, found.questions, found.for_review)


def _fetched(job_id: int, address: Address) -> Upload:
    bringing.reach(job_id, bringing.FETCHING)
    page = fetching.fetch(address.url)
    return Upload(address.url, media_of(page.content, page.name), page.content)


def _read(job_id: int, upload: Upload) -> Found:
    bringing.reach(job_id, bringing.READING)  # the child takes a second before it says so itself
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "upload"
        file.write_bytes(upload.content)
        found = reading_process.read(file, upload.media, lambda step: bringing.reach(job_id, step))
    return Found(found.article, found.claims, found.questions, found.for_review)


def work(*, until_input_ends: bool = False) -> None:
    """Read what comes into the queue until this process is told to stop.

    With *until_input_ends* that is also when standard input ends: whoever started this is gone.
    """
    logging.getLogger("huey").setLevel(logging.ERROR)
    consumer = _of_app().huey.create_consumer(workers=WORKERS, max_delay=LONGEST_WAIT)
    db.close()  # each job opens a connection of its own
    if until_input_ends:
        threading.Thread(target=_stop_with_input, daemon=True).start()
    consumer.run()
    _of_app().huey.storage.close()
    db.close()


class _Queue:
    """The queue of one application, with its tasks."""

    def __init__(self, app: Flask) -> None:
        self.huey = _storage(app.config["DATABASE_URL"], Path(app.instance_path))

        def read_text(job_id: int) -> None:
            with app.app_context():
                read(job_id)

        def take_up() -> None:
            with app.app_context():
                for job_id in bringing.left_behind():
                    self.read(job_id)

        def ask_about(article_id: int) -> None:
            with app.app_context():
                ask_again(article_id)

        self.ask_again = self.huey.task(name="ask_again")(ask_about)
        self.read = self.huey.task(name="read_text")(read_text)
        self.huey.periodic_task(crontab(), name="take_up")(take_up)


def _of_app() -> _Queue:
    queue: _Queue = current_app.extensions["jobs"]()
    return queue


def _storage(database_url: str, instance: Path) -> Huey:
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        return SqliteHuey("reading", filename=str(instance / "jobs.sqlite"), fsync=True)
    dsn = url.set(drivername="postgresql").render_as_string(hide_password=False)
    return PostgresHuey("reading", dsn=dsn)


def _stop_with_input() -> None:
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGINT)  # what is being read is read to its end
