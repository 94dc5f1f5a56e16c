"""The judgements of readers, kept as data: ``judgements.jsonl``, one question a line."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from bench.questions import answers, texts
from bench.questions.asked import Asked
from questions import types
from questions.question import Question
from questions.recipes.certainty import Features

KEPT = Path(__file__).with_name("judgements.jsonl")


class BadVerdict(ValueError):  # noqa: N818
    """A verdict that fits no question, with the line and the reason."""


@dataclass(frozen=True)
class Verdict:
    """What one reader found, blind: the answer, and whether the question is valid and worth it.

    ``agrees`` says whether the answer is that of the key; None where there is no key.
    """

    reader: str
    answer: str
    agrees: bool | None
    valid: bool
    worth: bool
    reason: str = ""

    @property
    def sound(self) -> bool:
        """Whether the question is valid: a key that a careful reader does not find is not."""
        return self.valid and self.agrees is not False


@dataclass(frozen=True)
class Judgement:
    """A question about an annotated article, what was seen of it, and the verdicts on it."""

    id: str
    article: str
    question: Question[Any]
    features: Features
    verdicts: tuple[Verdict, ...] = field(default=())

    @classmethod
    def of(cls, asked: Asked) -> "Judgement":
        """*asked* before anybody has judged it."""
        question = asked.question
        words = "\n".join((question.prompt, *sorted(question.texts), question.solution))
        mark = sha256(words.encode()).hexdigest()[:6]
        return cls(f"{asked.article}-{mark}", asked.article, question, asked.features)

    @classmethod
    def load(cls, plain: dict[str, Any]) -> "Judgement":
        """The judgement that ``dump`` gave."""
        return cls(
            plain["id"],
            plain["article"],
            types.load(plain["question"]),
            plain["features"],
            tuple(Verdict(**verdict) for verdict in plain["verdicts"]),
        )

    @property
    def sound(self) -> bool:
        """Whether every reader found it valid."""
        return all(verdict.sound for verdict in self.verdicts)

    @property
    def worth(self) -> bool:
        """Whether every reader found it worth asking."""
        return self.sound and all(verdict.worth for verdict in self.verdicts)

    def dump(self) -> dict[str, Any]:
        """The judgement as plain data."""
        return {
            "id": self.id,
            "article": self.article,
            "question": types.dump(self.question),
            "features": self.features,
            "verdicts": [asdict(verdict) for verdict in self.verdicts],
        }


def read(file: Path = KEPT) -> list[Judgement]:
    """The judgements in *file*; none if there is no such file."""
    if not file.exists():
        return []
    lines = file.read_text(encoding="utf-8").splitlines()
    return [Judgement.load(json.loads(line)) for line in lines]


def write(judgements: Iterable[Judgement], file: Path = KEPT) -> None:
    """Write *judgements* to *file*, by their names."""
    lines = [
        json.dumps(judgement.dump(), ensure_ascii=False) + "\n"
        for judgement in sorted(judgements, key=lambda j: j.id)
    ]
    file.write_text("".join(lines), encoding="utf-8")


def write_keys(found: Iterable[tuple[Judgement, str]], file: Path) -> None:
    """Write each judgement, with the text of its article, to *file*: all that ``add`` needs."""
    lines = [
        json.dumps(judgement.dump() | {"text": text}, ensure_ascii=False) + "\n"
        for judgement, text in found
    ]
    file.write_text("".join(lines), encoding="utf-8")


def add(reader: str, verdicts: Path, keys: Path, kept: Path = KEPT) -> int:
    """Merge what *reader* found with the *keys* of the sheet into *kept*; how many it were.

    The verdicts of other readers stay, and so does the text of an article that is not annotated:
    in ``articles/`` beside *kept*. Judging a question again replaces one's own verdict.
    """
    known = {judgement.id: judgement for judgement in (*read(keys), *read(kept))}
    count = 0
    for name, verdict in _verdicts(reader, verdicts, known):
        others = (v for v in known[name].verdicts if v.reader != reader)
        merged = sorted((*others, verdict), key=lambda v: v.reader)
        known[name] = replace(known[name], verdicts=tuple(merged))
        count += 1
    for name, text in _texts(keys).items():
        texts.keep(name, text, kept.with_name(texts.KEPT.name))
    write((judgement for judgement in known.values() if judgement.verdicts), kept)
    return count


def _texts(keys: Path) -> dict[str, str]:
    """The text of each article that a sheet with these *keys* asks about."""
    lines = map(json.loads, keys.read_text(encoding="utf-8").splitlines())
    return {line["article"]: line["text"] for line in lines if "text" in line}


def _verdicts(
    reader: str, file: Path, known: dict[str, Judgement]
) -> Iterator[tuple[str, Verdict]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            plain = json.loads(line)
            question, answer = known[plain["id"]].question, str(plain["answer"])
            yield (
                plain["id"],
                Verdict(
                    reader,
                    answer,
                    answers.agrees(question, answer),
                    valid=bool(plain["valid"]),
                    worth=bool(plain["worth"]),
                    reason=str(plain.get("reason", "")),
                ),
            )
        except (ValueError, KeyError, TypeError) as error:
            raise BadVerdict(f"{file}: line {number}: {error!r}") from error
