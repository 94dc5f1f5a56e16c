"""Curated packs: an article and questions that somebody wrote for it, in one folder.

``article.md`` is the article, as ``questions.reading`` reads it; ``questions.yaml`` holds the
questions. docs/packs.md describes both, field by field. A place in the article is written there
as a paragraph's number and the exact words; its offsets follow from the words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import cattrs
import yaml

from questions import plain_yaml, schema, types
from questions.article import Article, Section
from questions.question import Evidence, InvalidQuestion, Question
from questions.reading import UnreadableText, read
from questions.sentences import sentences_of

ARTICLE = "article.md"
QUESTIONS = "questions.yaml"
LARGEST = 2_000_000
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class InvalidPack(ValueError):  # noqa: N818
    """A pack that cannot be used; ``problems`` has a line, "file: where: reason", for each."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


@dataclass(frozen=True)
class Pack:
    """An article with its questions; ``ids`` has the id of each question, in the same order.

    ``slug`` is the folder's name; ``level`` says for whom it is, ``licence`` who may use it how.
    """

    slug: str
    title: str
    level: str
    licence: str
    article: Article
    questions: tuple[Question[Any], ...]
    ids: tuple[str, ...]


@dataclass(frozen=True)
class _Sheet:
    """What questions.yaml holds, the questions not yet looked at."""

    title: str
    level: str
    licence: str
    questions: tuple[Any, ...]


@dataclass(frozen=True)
class _Place:
    """A stretch of the article as a pack names it; *start* only where the words come up twice."""

    paragraph: int
    text: str
    start: int | None = None


def load_pack(folder: Path) -> Pack:
    """The pack in *folder*; InvalidPack tells everything that is wrong with it."""
    slug = folder.resolve().name
    article = _article(folder / ARTICLE, f"{slug}/{ARTICLE}")
    file = f"{slug}/{QUESTIONS}"
    sheet = _sheet(folder / QUESTIONS, file)
    problems = [f"{file}: {problem}" for problem in _faults(slug, sheet)]
    questions: dict[Question[Any], str] = {}
    ids: dict[str, int] = {}
    converter = _converter(article)
    for number, entry in enumerate(sheet.questions, 1):
        name = str(entry.get("id", "no id")) if isinstance(entry, dict) else "no id"
        try:
            question = _question(entry, article, converter, ids)
            if question in questions:
                raise InvalidQuestion(f"is the same question as {questions[question]}")
            questions[question] = name
        except InvalidQuestion as error:
            where = f"{file}: question {number} ({name})"
            problems += [f"{where}: {problem}" for problem in error.problems]
        ids.setdefault(name, number)
    if problems:
        raise InvalidPack(*problems)
    return Pack(
        slug, sheet.title, sheet.level, sheet.licence, article, tuple(questions), tuple(ids)
    )


def dump_pack(pack: Pack) -> str:
    """The questions.yaml of *pack*: what ``load_pack`` reads beside the same article."""
    converter = _converter(pack.article)
    entries = zip(pack.ids, pack.questions, strict=True)
    sheet = {
        "title": pack.title,
        "level": pack.level,
        "licence": pack.licence,
        "questions": [_entry(name, q, pack.article, converter) for name, q in entries],
    }
    return yaml.safe_dump(sheet, allow_unicode=True, sort_keys=False, width=100)


def _bytes(path: Path, file: str) -> bytes:
    """The content of *path*, which messages call *file*; no more than is needed to refuse it."""
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise InvalidPack(f"{file}: {error.strerror or 'cannot be read'}") from error


def _article(path: Path, file: str) -> Article:
    try:
        return read(_bytes(path, file))
    except UnreadableText as error:
        raise InvalidPack(f"{file}: {error}") from error


def _sheet(path: Path, file: str) -> _Sheet:
    try:
        return schema.load(_Sheet, plain_yaml.read(_bytes(path, file)))
    except plain_yaml.UnreadableYaml as error:
        raise InvalidPack(f"{file}: {error}") from error
    except schema.InvalidData as error:
        raise InvalidPack(*(f"{file}: {problem}" for problem in error.problems)) from error


def _faults(slug: str, sheet: _Sheet) -> Iterator[str]:
    """What is wrong with the pack as a whole."""
    if not SLUG.fullmatch(slug):
        yield "the folder's name must be small letters and digits, with hyphens between"
    for field in fields(sheet):
        if not getattr(sheet, field.name):
            yield f"{field.name}: must not be empty"


def _question(
    entry: Any, article: Article, converter: cattrs.Converter, taken: dict[str, int]
) -> Question[Any]:
    """The question that *entry* describes, or InvalidQuestion with all that is wrong with it."""
    if not isinstance(entry, dict):
        raise InvalidQuestion("must be a mapping of fields")
    problems = list(_entry_faults(entry, article, taken))
    plain = {name: value for name, value in entry.items() if name != "id"}
    if _offers(plain.get("type")):
        every = _sentences(_section(plain, article), article)
        plain.setdefault("offered", converter.unstructure(every))
    try:
        question = types.load(plain, converter)
    except InvalidQuestion as error:
        raise InvalidQuestion(*problems, *error.problems) from error
    if problems:
        raise InvalidQuestion(*problems)
    return question


def _entry_faults(entry: dict[str, Any], article: Article, taken: dict[str, int]) -> Iterator[str]:
    """What a pack asks of a question beyond what the question asks of itself."""
    name = entry.get("id")
    if not isinstance(name, str) or not SLUG.fullmatch(name):
        yield "id: must be small letters and digits, with hyphens between"
    elif name in taken:
        yield f"id: is the id of question {taken[name]}, too"
    for needed in ("evidence", "explanation"):
        if not entry.get(needed):
            yield f"{needed}: is missing"
    if _section(entry, article) is None:
        yield f"section: must be a number from 1 to {len(article.sections)}"


def _section(entry: dict[str, Any], article: Article) -> Section | None:
    wanted = entry.get("section")
    return next((s for s in article.sections if str(s.number) == str(wanted)), None)


def _offers(kind: Any) -> bool:
    """Whether questions of the type *kind*, if there is one, offer places of the article."""
    known = types.TYPES.get(kind) if isinstance(kind, str) else None
    return known is not None and known.picked_in_article


def _sentences(section: Section | None, article: Article) -> tuple[Evidence, ...]:
    """Every sentence of *section*, or of the article."""
    paragraphs = section.paragraphs if section else article.paragraphs
    return tuple(Evidence.of(article, span) for span in sentences_of(paragraphs))


def _converter(article: Article) -> cattrs.Converter:
    """A converter that reads and writes evidence as a place in *article*."""
    converter = schema.converter()

    def read_place(plain: Any, _: type) -> Evidence:
        return _evidence(converter.structure(plain, _Place), article)

    def write_place(evidence: Evidence) -> dict[str, Any]:
        place: dict[str, Any] = {"paragraph": evidence.paragraph, "text": evidence.text}
        if len(_starts(evidence.text, article.paragraph(evidence.paragraph).text)) > 1:
            place["start"] = evidence.start
        return place

    converter.register_structure_hook(Evidence, read_place)
    converter.register_unstructure_hook(Evidence, write_place)
    return converter


def _evidence(place: _Place, article: Article) -> Evidence:
    """The stretch of *article* that *place* names; ValueError where there is none, or several."""
    try:
        paragraph = article.paragraph(place.paragraph)
    except LookupError as error:
        raise ValueError(str(error)) from error
    starts = _starts(place.text, paragraph.text)
    if not starts:
        raise ValueError(f"{place.text!r} does not stand in paragraph {paragraph.number}")
    if place.start is None and len(starts) > 1:
        raise ValueError(f"{place.text!r} stands there {len(starts)} times: give start as well")
    start = starts[0] if place.start is None else place.start
    if start not in starts:
        raise ValueError(f"start: {place.text!r} begins at {', '.join(map(str, starts))}")
    return Evidence(paragraph.number, start, start + len(place.text), place.text)


def _starts(words: str, text: str) -> list[int]:
    """Where *words* begin in *text*; nowhere if there are none."""
    return [match.start() for match in re.finditer(f"(?={re.escape(words)})", text) if words]


def _entry(
    name: str, question: Question[Any], article: Article, converter: cattrs.Converter
) -> dict[str, Any]:
    """What questions.yaml says of *question*; fields that say nothing new are left out."""
    plain = {"id": name, **types.dump(question, converter)}
    for field in fields(question):
        if getattr(question, field.name) == field.default:
            del plain[field.name]
    if question.picked_in_article and question.places == _sentences(
        _section(plain, article), article
    ):
        del plain["offered"]
    return plain
