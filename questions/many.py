"""Questions about thousands of texts: ``python -m questions ask FOLDER --out OUT.jsonl``.

Each text becomes one line of OUT, its questions or the reason why it has none, as soon as it is
done. So the command can be broken off and called again: what OUT has is not done twice, and a line
that was only half written is done once more.
"""

import json
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TextIO

from questions import reading
from questions.attribution import find_claims
from questions.pipeline import suggestions
from questions.printed import as_suggested
from questions.processes import Line, answered

SUFFIXES = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}
"""The endings of files that are read, with their kind; those that no reader takes are left out."""

BAR = 30
"""Characters of the progress bar."""


@dataclass(frozen=True)
class Counts:
    """How many texts were done in this run, and how many of them could not be read."""

    done: int
    bad: int


def ask_about(file: Path, seed: int) -> Line:
    """The line for one text, without its name: ``questions``, or ``error`` with the reason."""
    try:
        article = reading.read(file.read_bytes(), reading.Media(SUFFIXES[file.suffix.lower()]))
        found = suggestions(article, find_claims(article), seed)
    except reading.UnreadableText as error:
        return {"error": str(error)}
    except Exception as error:  # one text among thousands must not end the run
        return {"error": f"{type(error).__name__}: {error}"}
    return {"questions": [as_suggested(one) for one in found]}


def ask_all(folder: Path, out: Path, jobs: int, seed: int, progress: TextIO = sys.stderr) -> Counts:
    """Write a line to *out* for each text under *folder* that it does not have yet.

    Bad texts are named on *progress*, which also gets a bar if it is a terminal.
    """
    known = _mended(out)
    files = [f for f in texts_in(folder) if f.relative_to(folder).as_posix() not in known]
    bad, bar = 0, _Bar(len(files), progress)
    with out.open("a", encoding="utf-8") as sink:
        for file, line in answered(files, partial(ask_about, seed=seed), jobs):
            name = file.relative_to(folder).as_posix()
            sink.write(json.dumps({"file": name, **line}, ensure_ascii=False) + "\n")
            sink.flush()
            if "error" in line:
                bad += 1
                bar.say(f"{name}: {line['error']}")
            bar.step()
    bar.close()
    return Counts(len(files), bad)


def texts_in(folder: Path) -> list[Path]:
    """The files under *folder* that some reader takes, by name."""
    kinds = set(reading.Media)
    return sorted(
        path
        for path in folder.rglob("*")
        if SUFFIXES.get(path.suffix.lower()) in kinds and path.is_file()
    )


def _mended(out: Path) -> set[str]:
    """The names that *out* has already, once a last line that breaks off is cut away."""
    if not out.exists():
        return set()
    names, whole = set(), 0
    with out.open("rb") as source:
        for line in source:
            try:
                names.add(str(json.loads(line)["file"]))
            except (ValueError, KeyError, TypeError):
                break
            if not line.endswith(b"\n"):
                names.discard(str(json.loads(line)["file"]))
                break
            whole += len(line)
    with out.open("r+b") as sink:
        sink.truncate(whole)
    return names


class _Bar:
    """How far it is: a bar on a terminal, nothing elsewhere."""

    def __init__(self, total: int, stream: TextIO) -> None:
        self.total, self.stream, self.done = total, stream, 0
        self.shown = stream.isatty() and total > 0
        self.begun = time.monotonic()

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        if self.shown:
            share = self.done / self.total
            full = "█" * int(share * BAR)
            left = (time.monotonic() - self.begun) * (1 - share) / share
            text = f"{full:░<{BAR}} {self.done} of {self.total}, {_time(left)} left"
            self.stream.write(f"\r{text}\x1b[K")
            self.stream.flush()

    def say(self, text: str) -> None:
        """Print *text* on a line of its own, above the bar."""
        self.stream.write(f"\r\x1b[K{text}\n" if self.shown else f"{text}\n")

    def close(self) -> None:
        """Leave the bar behind."""
        if self.shown:
            self.stream.write("\n")


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
