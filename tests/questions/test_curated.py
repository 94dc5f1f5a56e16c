"""The article that ships and its questions: enough of each sort, fair, and in our own words."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from questions.article import Span
from questions.pack import Pack, load_pack
from questions.question import Evidence, Process, Question
from questions.sentences import sentences
from questions.types.choice import Choice
from questions.types.match import NONE_OF_THESE, Match
from questions.types.multiple_response import MultipleResponse
from questions.types.select_text import SelectText
from questions.types.short_text import ShortText
from questions.types.true_false_not_given import TrueFalseNotGiven, Verdict
from questions.types.two_part import TwoPart

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "questions" / "curated" / "belarus-2020"
SEED = ROOT.parent / "shared" / "seed" / "000_91a564cd18b4cd60.txt"

INTERACTIONS = {
    "choice",
    "multiple_response",
    "true_false_not_given",
    "match",
    "order",
    "select_text",
    "short_text",
    "two_part",
    "open",
}
"""Those that the pack was written to show. It owes nothing to one that comes later."""

QUOTED = re.compile(r"“([^”]*)”")
WORD = re.compile(r"[^\W_]+(?:’[^\W_]+)*")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(FOLDER)


@pytest.fixture(scope="module")
def seed() -> str:
    if not SEED.exists():
        pytest.skip("the report that the article retells is not here")
    return SEED.read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def of_kind(pack: Pack, kind: type[Any]) -> list[Any]:
    return [question for question in pack.questions if isinstance(question, kind)]


def test_the_article_is_read_as_it_is_written(pack: Pack) -> None:
    assert pack.title == pack.article.headline == "Minsk looks to Moscow"
    assert [section.heading for section in pack.article.sections] == [
        "Booed at the factory",
        "A call for help",
        "What the treaty allows",
        "Other kinds of help",
        "Reasons to hold back",
        "Whoever wins in Minsk",
    ]
    blocks = (FOLDER / "article.md").read_text(encoding="utf-8").strip().split("\n\n")
    paragraphs = [block for block in blocks if not block.startswith(("#", "*"))]
    assert [paragraph.text for paragraph in pack.article.paragraphs] == paragraphs
    assert not pack.article.captions
    assert all(len(part.text) <= 2 for part in pack.article.dropped)


def test_the_reader_is_told_where_the_reporting_comes_from(pack: Pack) -> None:
    assert pack.article.byline == "Retold by Who Said So?"
    assert pack.article.outlet == "After a report by NBC News"
    assert "NBC News" in pack.licence


def test_sections_and_article_are_of_a_length_to_be_read_in_class(pack: Pack) -> None:
    lengths = [
        sum(len(paragraph.text.split()) for paragraph in section.paragraphs)
        for section in pack.article.sections
    ]
    assert all(80 <= length <= 220 for length in lengths)
    assert 750 <= sum(lengths) <= 880


def test_only_short_quotations_are_carried_over_and_exactly(pack: Pack, seed: str) -> None:
    quotations = [
        q for paragraph in pack.article.paragraphs for q in QUOTED.findall(paragraph.text)
    ]
    assert quotations
    for quotation in quotations:
        assert len(quotation.split()) < 25
        assert quotation.rstrip(",.") in seed


def test_nothing_else_is_worded_as_in_the_report(pack: Pack, seed: str) -> None:
    longest = 7
    report = words(seed)
    size = longest + 1
    runs = {tuple(report[start : start + size]) for start in range(len(report) - size + 1)}
    for paragraph in pack.article.paragraphs:
        for piece in QUOTED.split(paragraph.text)[::2]:
            ours = words(piece)
            own = {tuple(ours[start : start + size]) for start in range(len(ours) - size + 1)}
            assert not own & runs


def test_the_nine_interactions_and_most_skills_are_practised(pack: Pack) -> None:
    assert len(pack.questions) >= 26
    assert {question.kind for question in pack.questions} >= INTERACTIONS
    assert len({question.skill for question in pack.questions}) >= 15
    assert {question.process for question in pack.questions} == set(Process)


def test_questions_are_spread_evenly_and_in_the_order_of_the_article(pack: Pack) -> None:
    sections = [question.section for question in pack.questions]
    assert sections == sorted(sections)
    counts = Counter(sections)
    assert set(counts) == {section.number for section in pack.article.sections}
    assert min(counts.values()) >= 3
    assert max(counts.values()) - min(counts.values()) <= 1


def test_each_section_begins_with_finding_or_understanding(pack: Pack) -> None:
    first = {question.section: question.process for question in reversed(pack.questions)}
    assert Process.EVALUATE not in first.values()


def test_every_question_has_its_evidence_in_its_section_and_an_explanation(pack: Pack) -> None:
    for question in pack.questions:
        assert question.explanation
        assert question.evidence
        for evidence in question.evidence:
            assert pack.article.section_of(evidence.paragraph).number == question.section
            assert pack.article.text_of(evidence) == evidence.text


def test_no_sentence_decides_more_than_two_questions(pack: Pack) -> None:
    deciding: Counter[Span] = Counter()
    for question in pack.questions:
        deciding.update(set(_sentences_of(pack, question.evidence)))
    assert max(deciding.values()) <= 2


def _sentences_of(pack: Pack, evidence: tuple[Evidence, ...]) -> Iterator[Span]:
    for span in evidence:
        for sentence in sentences(pack.article.paragraph(span.paragraph)):
            if sentence.overlap(span):
                yield sentence


def test_no_stem_contains_its_answer(pack: Pack) -> None:
    for question in pack.questions:
        stem = f" {' '.join(words(question.prompt))} "
        for answer in _answers(question):
            assert f" {' '.join(words(answer))} " not in stem


def _answers(question: Question[Any]) -> tuple[str, ...]:
    match question:
        case ShortText(accepted=accepted):
            return accepted
        case SelectText(accepted=accepted):
            return tuple(span.text for span in accepted)
        case Choice(key=key) | MultipleResponse(key=key) | TwoPart(key=key):
            return key
        case _:
            return ()


def test_neither_length_nor_place_gives_the_key_away(pack: Pack) -> None:
    asked = [question for question in pack.questions if isinstance(question, Choice | TwoPart)]
    for question in asked:
        lengths = [len(option) for option in question.options if option not in question.key]
        assert len(question.key[0]) <= 1.25 * max(lengths)
    keys = [len(question.key[0]) for question in asked]
    others = [len(o) for question in asked for o in question.options if o not in question.key]
    assert mean(keys) <= mean(others)
    places = Counter(question.options.index(question.key[0]) for question in asked)
    assert max(places.values()) <= len(asked) / 2


def test_an_arguable_question_accepts_both_answers_and_says_why(pack: Pack) -> None:
    arguable = [question for question in of_kind(pack, Choice) if len(question.key) == 2]
    assert arguable
    assert all(question.note for question in arguable)
    assert all(question.grade(key).points == 1 for question in arguable for key in question.key)


def test_every_verdict_is_the_right_one_somewhere(pack: Pack) -> None:
    for question in of_kind(pack, TrueFalseNotGiven):
        assert {statement.key for statement in question.statements} == set(Verdict)


def test_none_of_these_is_the_right_match_somewhere(pack: Pack) -> None:
    keys = chain.from_iterable((row.key for row in q.rows) for q in of_kind(pack, Match))
    assert NONE_OF_THESE in set(keys)


def test_the_text_is_picked_from_by_sentence_and_by_phrase(pack: Pack) -> None:
    by_sentence = []
    for question in of_kind(pack, SelectText):
        section = pack.article.sections[question.section - 1]
        whole = {span for paragraph in section.paragraphs for span in sentences(paragraph)}
        offered = {Span(o.paragraph, o.start, o.end) for o in question.offered}
        by_sentence.append(offered == whole)
    assert set(by_sentence) == {True, False}


@pytest.mark.parametrize(
    ("answer", "points"),
    [
        ("9 August 2020", 1),
        ("the 9th of August", 1),
        ("August 9, 2020", 1),
        ("2020-08-09", 1),
        ("8 August 2020", 0),
        ("August", 0),
    ],
)
def test_the_date_may_be_written_in_any_usual_way(pack: Pack, answer: str, points: int) -> None:
    (question,) = (q for q in of_kind(pack, ShortText) if q.reads_as == "date")
    assert question.grade(answer).points == points


@pytest.mark.parametrize(("answer", "points"), [("1", 1), ("one", 1), ("Only one.", 1), ("3", 0)])
def test_the_number_may_be_a_word(pack: Pack, answer: str, points: int) -> None:
    (question,) = (q for q in of_kind(pack, ShortText) if q.reads_as == "number")
    assert question.grade(answer).points == points


@pytest.mark.parametrize(
    ("answer", "points"),
    [("linkevicius", 1), ("Linas Linkevičius", 1), ("Linkevicus", 1), ("Giles", 0), ("Ferris", 0)],
)
def test_a_slip_in_a_name_is_forgiven(pack: Pack, answer: str, points: int) -> None:
    (question,) = (q for q in of_kind(pack, ShortText) if "Linkevicius" in q.accepted)
    assert question.grade(answer).points == points
