"""Curated packs, and the document that describes them."""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from questions.pack import InvalidPack, Pack, dump_pack, load_pack
from questions.question import Evidence, Skill
from questions.sentences import sentences_of
from questions.types import TYPES
from questions.types.short_text import ShortText

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "packs.md").read_text(encoding="utf-8")
CURATED = sorted(path.parent for path in (ROOT / "questions" / "curated").glob("*/questions.yaml"))

SECTIONS = re.findall(r"^### ([a-z_]+)$", DOCUMENT, re.MULTILINE)


def blocks(language: str) -> list[str]:
    """The code blocks of the document in *language*."""
    return re.findall(rf"```{language}\n(.*?)```", DOCUMENT, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The pack that the document's examples make up."""
    made = tmp_path / "a-pack"
    made.mkdir()
    header, *questions = blocks("yaml")
    sheet = header.replace("questions: []", "questions:") + "".join(questions)
    (made / "article.md").write_text(blocks("markdown")[0], encoding="utf-8")
    (made / "questions.yaml").write_text(sheet, encoding="utf-8")
    return made


@pytest.fixture
def problems(folder: Path) -> Callable[..., list[str]]:
    """What is wrong with the pack once its first question is changed."""

    def after(**changes: Any) -> list[str]:
        file = folder / "questions.yaml"
        sheet = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 texts only
        question = next(q for q in sheet["questions"] if q["type"] == changes.get("type", "choice"))
        question.update(changes)
        file.write_text(yaml.safe_dump(sheet, allow_unicode=True), encoding="utf-8")
        with pytest.raises(InvalidPack) as told:
            load_pack(folder)
        return told.value.problems

    return after


def test_every_example_of_the_document_loads(folder: Path) -> None:
    pack = load_pack(folder)
    assert {question.kind for question in pack.questions} == set(SECTIONS)
    assert (pack.slug, pack.title, pack.ids[0]) == (
        "a-pack",
        "Bridge stays shut",
        "who-found-the-bolts",
    )
    assert [section.heading for section in pack.article.sections] == [
        "A crack in the steel",
        "Who pays",
    ]


@pytest.mark.parametrize("kind", TYPES)
def test_every_interaction_has_its_section_in_the_document(kind: str) -> None:
    own = {field.name for field in fields(TYPES[kind])} - {"recipe", "claim", "confidence"}
    unnamed = {name for name in own if f"`{name}`" not in DOCUMENT}
    assert (kind in SECTIONS, unnamed) == (True, set()), (
        f"docs/packs.md owes the interaction {kind!r} a section, '### {kind}', that names each of"
        f" its fields and has an example"
    )


def test_the_document_has_no_section_too_many() -> None:
    assert [kind for kind in TYPES if kind in SECTIONS] == SECTIONS
    assert re.findall(r"^- (.+)$", DOCUMENT.split("## Skills")[1], re.MULTILINE) == list(Skill)


def test_offered_sentences_are_those_of_the_section(folder: Path) -> None:
    pack = load_pack(folder)
    question: Any = next(q for q in pack.questions if q.kind == "select_text")
    section = pack.article.sections[question.section - 1]
    assert [(e.paragraph, e.start, e.end) for e in question.offered] == [
        (s.paragraph, s.start, s.end) for s in sentences_of(section.paragraphs)
    ]


def rewritten(pack: Pack, folder: Path) -> Pack:
    """*pack* after it was written and read again."""
    (folder / "questions.yaml").write_text(dump_pack(pack), encoding="utf-8")
    return load_pack(folder)


def test_a_pack_that_is_written_is_read_again(folder: Path) -> None:
    pack = load_pack(folder)
    text = dump_pack(pack)
    assert rewritten(pack, folder) == pack
    assert "offered" not in text
    assert "scoring" not in text


@pytest.mark.parametrize("word", ["no", "12:30:45", "2020-08-09", "~", "- x: #&*!'\"", "“ä”\n b"])
def test_a_word_survives_writing_and_reading(folder: Path, word: str) -> None:
    pack = load_pack(folder)
    asked = next(q for q in pack.questions if isinstance(q, ShortText))
    again = rewritten(
        replace(
            pack,
            title=word,
            questions=(replace(asked, accepted=(word, "x"), reads_as="text", prompt=word),),
            ids=("no",),
        ),
        folder,
    )
    changed = again.questions[0]
    assert isinstance(changed, ShortText)
    assert (again.title, changed.prompt, changed.accepted) == (word, word, (word, "x"))


@pytest.mark.parametrize("path", CURATED, ids=lambda path: path.name)
def test_the_packs_that_ship_are_sound(path: Path, folder: Path) -> None:
    pack = load_pack(path)
    (folder / "article.md").write_bytes((path / "article.md").read_bytes())
    assert replace(rewritten(pack, folder), slug=pack.slug) == pack
    for question in pack.questions:
        assert question.explanation
        assert question.evidence
        for evidence in question.evidence:
            assert pack.article.text_of(evidence) == evidence.text


ID = "a-pack/questions.yaml: question 1 (who-found-the-bolts): "


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"key": "The cat"}, "key: must be one or two of the options, and not all of them"),
        ({"skill": "juggling"}, "skill: 'juggling' is none of: "),
        ({"section": "3"}, "section: must be a number from 1 to 2"),
        ({"section": "one"}, "section: must be a number from 1 to 2"),
        ({"evidence": []}, "evidence: is missing"),
        ({"explanation": ""}, "explanation: is missing"),
        ({"nonsense": "1"}, "unknown field nonsense"),
        ({"evidence": "Ada"}, "evidence: must be a list"),
        (
            {"evidence": [{"paragraph": "9", "text": "x"}]},
            "evidence[0]: the article has no paragraph 9",
        ),
        (
            {"evidence": [{"paragraph": "0", "text": "x"}]},
            "evidence[0]: the article has no paragraph 0",
        ),
        ({"evidence": [{"text": "x"}]}, "evidence[0].paragraph: is missing"),
        (
            {"evidence": [{"paragraph": "4", "text": ""}]},
            "evidence[0]: '' does not stand in paragraph 4",
        ),
        (
            {"evidence": [{"paragraph": "4", "text": "nobody has"}]},
            "evidence[0]: 'nobody has' does not stand in paragraph 4",
        ),
        (
            {"evidence": [{"paragraph": "4", "text": "e"}]},
            "evidence[0]: 'e' stands there 2 times: give start as well",
        ),
        (
            {"evidence": [{"paragraph": "4", "text": "e", "start": "0"}]},
            "evidence[0]: start: 'e' begins at 12, 13",
        ),
    ],
)
def test_a_fault_is_named_by_file_question_and_field(
    problems: Callable[..., list[str]], changes: dict[str, Any], problem: str
) -> None:
    assert any(line.startswith(ID + problem) for line in problems(**changes)), problems(**changes)


def test_an_unknown_type_is_named(folder: Path) -> None:
    text = (folder / "questions.yaml").read_text(encoding="utf-8")
    (folder / "questions.yaml").write_text(text.replace("type: choice", "type: telepathy"), "utf-8")
    with pytest.raises(InvalidPack, match="type: 'telepathy' is none of: choice, "):
        load_pack(folder)


def test_all_problems_are_told_at_once(problems: Callable[..., list[str]]) -> None:
    told = problems(key="The cat", explanation="", section="7", id="Not an id")
    assert [
        line.removeprefix("a-pack/questions.yaml: question 1 (Not an id): ") for line in told
    ] == [
        "id: must be small letters and digits, with hyphens between",
        "explanation: is missing",
        "section: must be a number from 1 to 2",
        "key: must be one or two of the options, and not all of them",
    ]


def test_two_questions_may_not_share_an_id(problems: Callable[..., list[str]]) -> None:
    told = problems(type="open", id="who-found-the-bolts")
    assert told == [ID.replace("question 1 ", "question 10 ") + "id: is the id of question 1, too"]


def test_the_same_question_may_not_stand_there_twice(folder: Path) -> None:
    file = folder / "questions.yaml"
    sheet = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 texts only
    first = deepcopy(sheet["questions"][0])
    sheet["questions"].append({**first, "id": "once-more", "key": [first["key"]]})
    file.write_text(yaml.safe_dump(sheet, allow_unicode=True), encoding="utf-8")
    with pytest.raises(InvalidPack) as told:
        load_pack(folder)
    where = f"a-pack/questions.yaml: question {len(sheet['questions'])} (once-more)"
    assert told.value.problems == [f"{where}: is the same question as who-found-the-bolts"]


def test_a_place_is_told_apart_by_its_start(folder: Path) -> None:
    pack = load_pack(folder)
    second = Evidence(4, 13, 14, "e")
    asked = replace(pack.questions[0], evidence=(second,))
    again = rewritten(replace(pack, questions=(asked,), ids=("one",)), folder)
    assert again.questions[0].evidence == (second,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: x", "a-pack/questions.yaml: level: is missing"),
        ("[]", "a-pack/questions.yaml: must be a mapping of fields"),
        ("title: &x y", "a-pack/questions.yaml: line 1: anchors"),
        ("title: a\nlevel: b\nlicence: c\nquestions: []", "questions: must not be empty"),
        ("title: ''\nlevel: b\nlicence: c\nquestions: [x]", "title: must not be empty"),
        (
            "title: a\nlevel: b\nlicence: c\nquestions: [x]",
            r"question 1 \(no id\): must be a mapping",
        ),
        ("title: a\nlevel: b\nlicence: c\nquestions: [{type: []}]", r"type: \[\] is none of"),
    ],
)
def test_a_sheet_that_is_none_is_refused(folder: Path, text: str, message: str) -> None:
    (folder / "questions.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidPack, match=message):
        load_pack(folder)


@pytest.mark.parametrize("name", ["article.md", "questions.yaml"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(InvalidPack, match=f"a-pack/{name}: No such file"):
        load_pack(folder)


def test_an_unreadable_article_is_named(folder: Path) -> None:
    (folder / "article.md").write_bytes(b"")
    with pytest.raises(InvalidPack, match=r"a-pack/article\.md: "):
        load_pack(folder)


def test_the_folder_needs_a_plain_name(folder: Path) -> None:
    with pytest.raises(InvalidPack, match="the folder's name must be small letters"):
        load_pack(folder.rename(folder.with_name("A pack")))
