"""Read an article in a process of its own, with limits on time and memory.

The language model needs memory for as long as its process lives, and a text that somebody brings
can be anything. So neither comes near the process that answers pupils.
"""

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from questions import schema, types
from questions.claims import Claims
from questions.question import InvalidQuestion, Question
from quizapp import config

CPU_SECONDS = 15
SECONDS = 20
ADDRESS_SPACE = 768 * 2**20
"""In bytes. The model takes about 600 MB of it for a long text."""

PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "TMPDIR")
"""All that the child gets of our environment: what Python may need to start."""


class ReadingFailed(Exception):  # noqa: N818
    """The article could not be read; the message says why."""


@dataclass(frozen=True)
class Reading:
    """What was found in an article: who said what, and questions about it."""

    claims: Claims
    questions: tuple[Question[Any], ...]


def read(article: Path) -> Reading:
    """Find the claims in the file *article* and make questions of them."""
    found = _run("prepare", str(article.absolute()))
    try:
        return Reading(
            claims=schema.load(Claims, found["claims"]),
            questions=tuple(types.load(question) for question in found["questions"]),
        )
    except (InvalidQuestion, schema.InvalidData) as error:
        raise ReadingFailed(f"the reading gave something unexpected: {error}") from error


def _run(*arguments: str) -> Any:
    try:
        done = subprocess.run(  # noqa: S603  our own module, and the path is one argument
            [sys.executable, "-m", "questions", *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=True,
            cwd=config.ROOT,
            env=_environment(),
            preexec_fn=_limit,
        )
        return json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise ReadingFailed(f"it took longer than {SECONDS} seconds") from error
    except subprocess.CalledProcessError as error:
        raise ReadingFailed(_reason(error)) from error
    except ValueError as error:
        raise ReadingFailed("the reading gave no JSON") from error


def _reason(error: subprocess.CalledProcessError) -> str:
    lines = error.stderr.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else f"it ended with status {error.returncode}"


def _environment() -> dict[str, str]:
    # Nothing secret: neither the key nor the database's address is any business of the child.
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    # A thread for each core would map memory for each, and one text gains nothing by it.
    return {**kept, "PYTHONUTF8": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
