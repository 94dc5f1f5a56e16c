"""What every interaction owes. One that is added to TYPES is tested here without a new test."""

import json
import random
from contextlib import suppress
from dataclasses import MISSING, fields, replace
from io import BytesIO
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape
from werkzeug.datastructures import FileStorage, MultiDict

from questions import types
from questions.question import InvalidQuestion, Question
from questions.types import TYPES
from tests.questions.rendering import Page, ask, page, review_page, sent_by

every_type = pytest.mark.parametrize("cls", TYPES.values(), ids=lambda cls: cls.kind)

NONSENSE: list[Any] = ["", [], {}, [[]], [{}], "x", 3, None, True, ["x"], {"x": "y"}, "\0"]

ANYTHING = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["true", "1", "2", "answer", "None", "", " ", "\0", "x\0y", "\ud800"]),
    st.integers(),
    st.none(),
    st.booleans(),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=2), st.integers(), max_size=2),
    st.just("x" * 100_000),
)


def names_of(cls: type[Question[Any]]) -> list[str]:
    """The names of the inputs of an open question."""
    question = cls.example().question
    inputs = Page(page(question, ask(question)[1])).inputs
    return sorted({item["name"] for item in inputs})


def sent_for(question: Question[Any], answer: Any) -> MultiDict[str, Any]:
    """What a browser sends when *answer* is given."""
    return sent_by(Page(page(question, ask(question, stored=answer)[1])))


@every_type
def test_module_is_named_after_its_kind(cls: type[Question[Any]]) -> None:
    assert cls.__module__ == f"questions.types.{cls.kind}"
    assert TYPES[cls.kind] is cls
    assert cls.__doc__
    assert cls.label


def blind(question: Question[Any], rng: Random) -> Any:
    """An answer that somebody gives without reading, each as likely as another."""
    field: Any = ask(question)[1]
    while True:
        offered = [[option.value for option in one.part.options] for one in field.inputs]
        if question.kind == "multiple_response":
            picks = [[value for value in offered[0] if rng.random() < 0.5]]
        else:
            picks = [[rng.choice(values)] for values in offered]
        with suppress(ValueError):
            for part, values in zip(field.inputs, picks, strict=True):
                field.check(part, values)
            return field.answer(picks)


@every_type
@pytest.mark.parametrize("which", ["question", "other"])
def test_chance_is_what_blind_picking_earns(cls: type[Question[Any]], which: str) -> None:
    question: Question[Any] = getattr(cls.example(), which)
    if not hasattr(ask(question)[1], "inputs"):
        assert question.chance == 0
        return
    rng = Random(7)
    earned = [question.grade(blind(question, rng)).points or 0.0 for _ in range(4000)]
    assert sum(earned) / len(earned) == pytest.approx(question.chance, abs=0.03)


@every_type
def test_survives_yaml_and_json(cls: type[Question[Any]]) -> None:
    question = cls.example().question
    plain = types.dump(question)
    assert types.load(json.loads(json.dumps(plain))) == question
    text = yaml.safe_dump(plain, allow_unicode=True)
    assert types.load(yaml.safe_load(text)) == question


@every_type
def test_a_field_too_many_or_too_few_is_named(cls: type[Question[Any]]) -> None:
    plain = types.dump(cls.example().question)
    with pytest.raises(InvalidQuestion, match="unknown field nonsense"):
        types.load({**plain, "nonsense": "1"})
    for name in (field.name for field in fields(cls) if field.default is MISSING):
        without = {key: value for key, value in plain.items() if key != name}
        with pytest.raises(InvalidQuestion, match=f"{name}: is missing"):
            types.load(without)


@every_type
def test_whatever_is_wrong_is_an_invalid_question(cls: type[Question[Any]]) -> None:
    plain = types.dump(cls.example().question)
    for name in plain:
        for value in NONSENSE:
            with suppress(InvalidQuestion):
                types.load({**plain, name: value})


@every_type
def test_right_earns_all_and_wrong_earns_nothing(cls: type[Question[Any]]) -> None:
    question, right, wrong, _ = cls.example()
    expected = (None, None) if cls.marked_by_teacher else (1, 0)
    assert (question.grade(right).points, question.grade(wrong).points) == expected


@every_type
def test_same_seed_shows_the_same_field(cls: type[Question[Any]]) -> None:
    question = cls.example().question
    shown = [page(question, ask(question, seed=seed)[1]) for seed in (7, 7, *range(20))]
    assert shown[0] == shown[1]
    assert all(sorted(each) == sorted(shown[0]) for each in shown)


@every_type
def test_every_input_has_a_label_and_the_question_a_legend(cls: type[Question[Any]]) -> None:
    question = cls.example().question
    html = page(question, ask(question)[1])
    shown = Page(html)
    assert f">{question.prompt}</legend>" in html
    assert shown.inputs
    assert {item["id"] for item in shown.inputs} <= shown.labelled
    assert max(shown.ids.values()) == 1
    assert shown.described <= set(shown.ids)
    assert not {"form", "button", "script", "style"} & set(shown.tags)


@every_type
def test_the_errors_belong_to_the_question(cls: type[Question[Any]]) -> None:
    question = cls.example().question
    form, field = ask(question, MultiDict({"other": "1"}))
    assert not form.validate()
    shown = Page(page(question, field))
    assert "answer-errors" in shown.described
    assert "answer-errors" in shown.ids
    assert "Answer the question first." in "".join(shown.text)


@every_type
def test_any_field_name_will_do(cls: type[Question[Any]]) -> None:
    question = cls.example().question
    shown = Page(page(question, ask(question, name="q17")[1]))
    assert all(item["name"].split("-")[0] == "q17" for item in shown.inputs)
    assert all(item["id"].startswith("q17") for item in shown.inputs)


@every_type
@pytest.mark.parametrize("which", ["right", "wrong"])
def test_what_was_answered_is_shown_and_sent_again(cls: type[Question[Any]], which: str) -> None:
    example = cls.example()
    answer = getattr(example, which)
    sent = sent_for(example.question, answer)
    form, field = ask(example.question, sent)
    assert form.validate(), form.errors
    assert example.question.grade(field.data) == example.question.grade(answer)
    assert json.loads(json.dumps(field.data)) == field.data
    assert page(example.question, field) == page(
        example.question, ask(example.question, stored=answer)[1]
    )


@every_type
def test_nothing_sent_is_no_answer_again(cls: type[Question[Any]]) -> None:
    question, right, *_ = cls.example()
    for sent in (None, MultiDict({"other": "1"})):
        form, field = ask(question, sent, stored=right)
        assert not form.validate()
        assert len(field.errors) == 1


@every_type
def test_the_open_page_holds_no_explanation(cls: type[Question[Any]]) -> None:
    plain = cls.example().question
    told = replace(plain, explanation="wherefore", note="heretofore", recipe="heretofore")
    assert page(told, ask(told)[1]) == page(plain, ask(plain)[1])


@every_type
@settings(max_examples=40)
@given(data=st.data())
def test_what_is_malformed_is_refused(cls: type[Question[Any]], data: st.DataObject) -> None:
    question, right, *_ = cls.example()
    sent = sent_for(question, right)
    names = sorted(sent)
    for name in data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=2)):
        sent.setlist(name, data.draw(st.lists(ANYTHING, max_size=3)))
    form, field = ask(question, sent)
    if form.validate():
        grade = question.grade(field.data)
        assert grade.points is None or 0 <= grade.points <= 1
        assert isinstance(question.describe(field.data), str)
        json.dumps(field.data).encode()
        again = ask(question, sent_for(question, field.data))
        assert again[0].validate()
        assert again[1].data == field.data
    else:
        assert all(isinstance(error, str) for error in field.errors)
        Page(page(question, field))


MALFORMED: dict[str, list[Any]] = {
    "never offered": ["never offered\0"],
    "100 kB": ["x" * 100_000],
    "empty": [""],
    "blank": ["  "],
    "missing": [],
    "null": [None],
    "number": [5],
    "mapping": [{}],
    "list": [["The engineer"]],
    "half a character": ["\ud800"],
    "file": [FileStorage(BytesIO(b"x"), "answer.txt")],
}


@every_type
@pytest.mark.parametrize("values", MALFORMED.values(), ids=MALFORMED)
def test_no_input_takes_everything(cls: type[Question[Any]], values: list[Any]) -> None:
    question, right, *_ = cls.example()
    for name in names_of(cls):
        sent = sent_for(question, right)
        sent.setlist(name, values)
        form, field = ask(question, sent)
        assert not form.validate()
        assert field.errors
        Page(page(question, field))


@every_type
def test_an_answer_sent_twice_is_refused(cls: type[Question[Any]]) -> None:
    question, right, *_ = cls.example()
    sent = sent_for(question, right)
    for name in names_of(cls):
        sent.setlist(name, 2 * sent.getlist(name))
    form, _field = ask(question, sent)
    assert not form.validate()


@every_type
def test_review_shows_the_answer_and_what_is_right(cls: type[Question[Any]]) -> None:
    question, right, wrong, _ = cls.example()
    for answer in (right, wrong, None):
        html = review_page(question, answer)
        shown = Page(html)
        assert question.prompt in "".join(shown.text)
        assert ("✗" in html) == (answer == wrong and not cls.marked_by_teacher)
        assert "✓" in html or answer != right or cls.marked_by_teacher
    assert isinstance(question.describe(right), str)
    assert question.solution
    assert "\n" not in question.solution + question.describe(right)


@every_type
def test_markup_in_a_question_stays_text(cls: type[Question[Any]]) -> None:
    plain = json.dumps(types.dump(cls.example().question))
    hostile = json.loads(plain)
    hostile["prompt"] = "<script>alert(1)</script>\"'>{{ 7*7 }}"
    question = types.load(hostile)
    html = page(question, ask(question)[1]) + review_page(question, None)
    assert "<script" not in html
    assert "49" not in html


@every_type
def test_what_there_is_to_choose_from_is_shuffled(cls: type[Question[Any]]) -> None:
    question = cls.example().question
    pages = {page(question, ask(question, seed=seed)[1]) for seed in range(20)}
    assert (len(pages) > 1) == bool(lists_shown(question))


def lists_shown(question: Question[Any]) -> list[str]:
    """The fields of *question* that are lists of texts, all of which an open page shows."""
    shown = "".join(Page(page(question, ask(question)[1])).text)
    return [
        field.name
        for field in fields(question)
        for value in [getattr(question, field.name)]
        if isinstance(value, tuple) and len(value) > 1
        if all(isinstance(text, str) and text in shown for text in value)
    ]


@every_type
def test_the_order_in_which_it_is_stored_leaves_no_trace(cls: type[Question[Any]]) -> None:
    question = cls.example().question
    lists = [*lists_shown(question), *(["offered"] if cls.picked_in_article else [])]
    rng = random.Random(5)
    for name in lists * 5:
        stored = getattr(question, name)
        changes: dict[str, Any] = {name: tuple(rng.sample(stored, len(stored)))}
        other = replace(question, **changes)
        assert page(other, ask(other)[1]) == page(question, ask(question)[1])


@every_type
def test_the_key_leaves_no_trace(cls: type[Question[Any]]) -> None:
    question, right, _, other = cls.example()
    assert other.solution != question.solution
    assert cls.marked_by_teacher or other.grade(right).points != 1
    for seed in range(10):
        shown = [page(each, ask(each, seed=seed)[1]) for each in (question, other)]
        assert shown[0] == shown[1]


@every_type
def test_its_texts_are_what_the_open_page_shows(cls: type[Question[Any]]) -> None:
    question, *_, other = cls.example()
    text = "".join(Page(page(question, ask(question)[1])).text)
    assert all(own in text for own in question.texts)
    assert len(set(question.texts)) == len(question.texts)
    assert sorted(question.texts) == sorted(other.texts)
    assert all(place.text in text for place in question.places)
    own = {f.name for f in fields(cls)} - {f.name for f in fields(Question)}
    assert bool(question.places) == cls.picked_in_article == ("offered" in own)


@every_type
def test_its_right_and_wrong_texts_are_told_apart(cls: type[Question[Any]]) -> None:
    question, *_, other = cls.example()
    for each in (question, other):
        right, wrong = set(each.right_texts), set(each.wrong_texts)
        assert not right & wrong
        assert all(text in each.solution for text in each.right_texts[:1])
        assert right <= set(each.texts) or not (right | wrong) & set(each.texts)
    assert (question.right_texts == other.right_texts) == (not question.right_texts)


@every_type
def test_how_the_points_come_about_is_told_where_an_answer_earns_less(
    cls: type[Question[Any]],
) -> None:
    question, right, wrong, other = cls.example()
    for each in (question, other):
        for answer in (right, wrong):
            told = each.counting and each.counting in review_page(each, answer)
            assert bool(told) == (bool(each.counting) and each.grade(answer).points != 1)


@every_type
def test_the_review_keeps_the_order_that_was_shown(cls: type[Question[Any]]) -> None:
    question, right, *_ = cls.example()
    for seed in range(10):
        html = page(question, ask(question, seed=seed)[1])
        lines = question.shown(Random(seed)).review(right)
        places = [html.index(str(escape(line.text))) for line in lines if escape(line.text) in html]
        assert places == sorted(places)
