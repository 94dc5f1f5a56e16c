"""Sheets for blind readers, and what becomes of their verdicts."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from string import ascii_uppercase
from typing import Any

import pytest

from bench.questions import answers, fit
from bench.questions.asked import Article, Asked
from bench.questions.judgements import BadVerdict, Judgement, Verdict, add, read
from bench.questions.report import of_the_judgements
from bench.questions.sheet import spread, write
from bench.questions.texts import AnotherText
from questions.question import Question
from questions.types import TYPES
from questions.types.choice import Choice
from questions.types.open import Open
from tests.questions.recipes.bridge import BRIDGE

EXAMPLES = [cls.example() for cls in TYPES.values()]
TEXT = "The old bridge at Marlow Ford\n\nis closed, the engineer said."
CHOICE = replace(Choice.example().question, recipe="who said it")


def _written(question: Question[Any], answer: Any) -> str:
    """*answer* as a reader writes it on the sheet."""
    letters = dict(zip(answers.options(question), ascii_uppercase, strict=False))
    spans = {f"{s.paragraph}:{s.start}-{s.end}": n for n, s in enumerate(question.places, 1)}
    if isinstance(answer, dict):
        return f"{letters[answer['claim']]} {spans[answer['support']]}"
    if isinstance(answer, list) and question.kind == "true_false_not_given":
        return " ".join(f"{n}{given[0].upper()}" for n, given in enumerate(answer, 1))
    if isinstance(answer, list):
        return " ".join(f"{n}{letters[given]}" for n, given in enumerate(answer, 1))
    return str(spans.get(answer, letters.get(answer, answer)))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.question.kind)
def test_the_sheet_shows_every_text_and_the_answer_is_graded(example: Any) -> None:
    question = example.question
    shown = "\n".join(answers.lines(question))
    assert all(text in shown for text in question.texts)
    right, wrong = (
        answers.agrees(question, _written(question, a)) for a in (example.right, example.wrong)
    )
    assert (right, wrong) == ((None, None) if isinstance(question, Open) else (True, False))


def test_what_is_no_answer_does_not_agree() -> None:
    assert [answers.agrees(CHOICE, text) for text in ("", "Z", "?")] == [False] * 3


def _on_a_sheet(folder: Path) -> tuple[Judgement, Path]:
    asked = Asked("z01", CHOICE, {"recipe: who said it": 1.0}, None)
    article = Article("z01", TEXT, BRIDGE, (asked,))
    sheet, keys = folder / "sheet.md", folder / "keys.jsonl"
    write([asked], [article], sheet, keys)
    judgement = Judgement.of(asked)
    text = sheet.read_text(encoding="utf-8")
    assert judgement.id in text
    assert CHOICE.prompt in text
    assert "[1] The old bridge at Marlow Ford" in text
    return judgement, keys


def _verdict(folder: Path, **fields: object) -> Path:
    file = folder / "verdicts.jsonl"
    file.write_text(json.dumps({"valid": True, "worth": True, **fields}) + "\n", encoding="utf-8")
    return file


def test_an_answer_that_is_not_the_key_counts_against_the_question(tmp_path: Path) -> None:
    judgement, keys = _on_a_sheet(tmp_path)
    kept = tmp_path / "kept.jsonl"
    add("A", _verdict(tmp_path, id=judgement.id, answer="A"), keys, kept)
    assert [j.sound for j in read(kept)] == [False]
    right = ascii_uppercase[answers.options(CHOICE).index("The engineer")]
    add("A", _verdict(tmp_path, id=judgement.id, answer=right), keys, kept)
    assert [(j.question, j.sound, len(j.verdicts)) for j in read(kept)] == [(CHOICE, True, 1)]
    add("B", _verdict(tmp_path, id=judgement.id, answer=right, worth=False), keys, kept)
    assert [(j.sound, j.worth, len(j.verdicts)) for j in read(kept)] == [(True, False, 2)]


def test_the_text_of_an_article_that_is_not_annotated_is_kept_beside_the_judgements(
    tmp_path: Path,
) -> None:
    judgement, keys = _on_a_sheet(tmp_path)
    verdicts, kept = _verdict(tmp_path, id=judgement.id, answer="A"), tmp_path / "kept.jsonl"
    add("A", verdicts, keys, kept)
    file = tmp_path / "articles" / "z01.txt"
    assert file.read_text(encoding="utf-8") == TEXT
    add("B", verdicts, keys, kept)
    file.write_text("Something else.", encoding="utf-8")
    with pytest.raises(AnotherText, match="z01"):
        add("C", verdicts, keys, kept)


def test_the_report_tells_on_what_two_readers_differ(tmp_path: Path) -> None:
    judgement, keys = _on_a_sheet(tmp_path)
    kept = tmp_path / "kept.jsonl"
    right = ascii_uppercase[answers.options(CHOICE).index("The engineer")]
    add("A", _verdict(tmp_path, id=judgement.id, answer=right), keys, kept)
    assert "no question judged by two readers" in of_the_judgements(read(kept))
    verdict = _verdict(tmp_path, id=judgement.id, answer="Z", valid=False, reason="a broken stem")
    add("B", verdict, keys, kept)
    lines = list(of_the_judgements(read(kept)))
    assert "  they differ on whether 1 are valid and 0 worth asking" in lines
    assert lines[-1].endswith(
        "A: valid; B: not valid, with another answer than the key (a broken stem)"
    )


def test_a_sheet_has_of_each_recipe_and_article_its_share() -> None:
    asked = [
        Asked(f"z{number % 10}", replace(CHOICE, recipe=recipe), {}, None)
        for recipe, count in (("who said it", 60), ("detail", 30), ("who is this", 10))
        for number in range(count)
    ]
    chosen = spread(asked, 20, Random(1))
    assert len({id(one) for one in chosen}) == 20
    counts = Counter(one.question.recipe for one in chosen)
    assert counts == {"who said it": 12, "detail": 6, "who is this": 2}
    assert len({one.article for one in chosen}) == 10
    assert len(spread(asked, 500, Random(1))) == 100
    assert spread([], 20, Random(1)) == []


def test_a_verdict_on_an_unknown_question_is_refused_with_its_line(tmp_path: Path) -> None:
    _, keys = _on_a_sheet(tmp_path)
    with pytest.raises(BadVerdict, match="line 1"):
        add("A", _verdict(tmp_path, id="z01-none", answer="A"), keys, tmp_path / "kept.jsonl")


def test_a_recipe_goes_unseen_only_from_where_its_questions_were_valid() -> None:
    def judged(number: int, *, sound: bool) -> Judgement:
        seen = {"short": float(sound), "recipe: who said it": 1.0}
        verdict = Verdict("A", "A", agrees=True, valid=sound, worth=sound)
        return Judgement(f"q{number}", f"a{number % 12}", CHOICE, seen, (verdict,))

    judgements = [judged(n, sound=n % 3 > 0) for n in range(60)]
    certainty = fit.fit(judgements)
    threshold = certainty.threshold(CHOICE.recipe)
    good, bad = (certainty.probability(j.features) for j in (judgements[1], judgements[0]))
    assert bad < threshold <= good + 0.05
    assert fit.fit(judgements[:6]).threshold(CHOICE.recipe) > 1
