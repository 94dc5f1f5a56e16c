"""Read an article in a process of its own, with limits on time and memory and without a network.

The language model needs memory for as long as its process lives, and a text that somebody brings
can be anything. So neither comes near the process that answers pupils.
"""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from questions import schema, types
from questions.article import Article
from questions.claims import Claims
from questions.question import InvalidQuestion, Question
from questions.reading import Media
from quizapp import config

CPU_SECONDS = 15
SECONDS = 20
ADDRESS_SPACE = 768 * 2**20
"""In bytes. A text of 5,000 words takes about 450 MB of it, as a PDF or otherwise."""

PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "TMPDIR")
"""All that the child gets of our environment: what Python may need to start."""

STEP = "step: "
"""What the child begins a line on standard error with to say what it is doing."""

TOO_LONG = "Reading this took too long. Bring a shorter text, or the article alone."

BAD_INPUT = 2
"""The status with which the child ends where the file is to blame."""

_LIBC = ctypes.CDLL(None)
_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000  # CLONE_NEWUSER | CLONE_NEWNET, see unshare(2)


class ReadingFailed(Exception):  # noqa: N818
    """The article could not be read; the message says why."""


class Unreadable(ReadingFailed):
    """There is no article in the file; the message is a sentence that says what to do."""


@dataclass(frozen=True)
class Reading:
    """What was found in a text: the article, who said what in it, and questions about it.

    ``questions`` may be asked unseen; ``for_review`` are those that a teacher has to read first.
    """

    article: Article
    claims: Claims
    questions: tuple[Question[Any], ...]
    for_review: tuple[Question[Any], ...]


def read(
    file: Path,
    media: Media = Media.TEXT,
    on_step: Callable[[str], None] = lambda _step: None,
) -> Reading:
    """Read *file*, find the claims in it and make questions of them.

    *on_step* is told what is being done: "reading", "finding who said what", "writing questions".
    ReadingFailed if nothing comes of it, Unreadable where that is the file's fault.
    """
    return _reading(_run(("prepare", "--media", media), file.absolute(), on_step))


def ask_again(article: Article, claims: Claims) -> Reading:
    """Make questions about an article whose text or claims a person has put right."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.json"
        plain = {"article": schema.dump(article), "claims": schema.dump(claims)}
        file.write_text(json.dumps(plain), encoding="utf-8")
        return _reading(_run(("ask-again",), file, lambda _step: None))


def _reading(found: Any) -> Reading:
    try:
        suggestions = [(types.load(s["question"]), s["unseen"]) for s in found["suggestions"]]
        return Reading(
            article=schema.load(Article, found["article"]),
            claims=schema.load(Claims, found["claims"]),
            questions=tuple(question for question, unseen in suggestions if unseen),
            for_review=tuple(question for question, unseen in suggestions if not unseen),
        )
    except (InvalidQuestion, schema.InvalidData) as error:
        raise ReadingFailed(f"the reading gave something unexpected: {error}") from error


def _run(command: tuple[str, ...], file: Path, on_step: Callable[[str], None]) -> Any:
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(  # noqa: S603  our own module, and the path is one argument
            [sys.executable, "-m", "questions", *command, str(file)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            cwd=config.ROOT,
            env=_environment(),
            preexec_fn=_limit,
        )
        with child:
            status, said = _watch(child, on_step)
        _check(status, said, file)
        output.seek(0)
        try:
            return json.load(output)
        except ValueError as error:
            raise ReadingFailed("the reading gave no JSON") from error


def _check(status: int, said: str, file: Path) -> None:
    """Raise what a child means that ended with *status*, after it *said* something at last."""
    _, about_file, sentence = said.partition(f" {file}: ")
    if status == BAD_INPUT and about_file:
        raise Unreadable(sentence)
    if status == -signal.SIGXCPU:
        raise Unreadable(TOO_LONG)
    if status:
        raise ReadingFailed(said or f"it ended with status {status}")


def _watch(child: subprocess.Popen[str], on_step: Callable[[str], None]) -> tuple[int, str]:
    """The child's exit status, and the last it said besides its steps."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill()

    timer = threading.Timer(SECONDS, stop)
    timer.start()
    try:
        said = _follow(child.stderr, on_step)
        status = child.wait()
    finally:
        timer.cancel()
        child.kill()
    if late.is_set():
        raise Unreadable(TOO_LONG)
    return status, said


def _follow(lines: IO[str] | None, on_step: Callable[[str], None]) -> str:
    said = ""
    for line in lines or ():
        if line.startswith(STEP):
            on_step(line.removeprefix(STEP).strip())
        else:
            said = line.strip() or said
    return said


def _environment() -> dict[str, str]:
    # Nothing secret: neither the key nor the database's address is any business of the child.
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    # A thread for each core would map memory for each, and one text gains nothing by it. Threads
    # that wait would still hold hundreds of megabytes of addresses in heaps of their own.
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}
    return {**kept, **threads, "PYTHONUTF8": "1"}


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Where this is not allowed the child keeps its network, and the other limits hold.
    _LIBC.unshare(_NEW_USER_AND_NETWORK)
