"""A teacher reviews, edits and writes questions in the browser, without any script."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from questions import types
from questions.types import TYPES
from quizapp import db, models
from quizapp.models import Status
from quizapp.store import library as store
from quizapp.store.library import StoredQuestion
from quizapp.usecases import library, reviewing
from quizapp.web import draft_words
from quizapp.web.draft_parts import letter
from quizapp.web.drafts import KINDS, Draft
from quizapp.web.review_filter import Filter
from tests.quizapp.school import generated
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import (
    Browser,
    School,
    open_school,
    signed_in_teacher,
)
from tests.quizapp.web.filled_form import FilledForm
from tests.quizapp.web.test_teaching import counted_queries


@pytest.fixture
def school(app: Flask) -> School:
    """A school whose article is the teacher's own."""
    with app.app_context():
        return open_school(own=True)


@pytest.fixture
def with_suggestions(app: Flask, school: School) -> int:
    """Another article of the teacher's, with four suggestions."""
    with app.app_context():
        return library.add_pack(
            newspaper.pack("other"),
            generated(4),
            newspaper.claims(),
            teacher_id=owner(school.article_id),
        )


def owner(article_id: int) -> int:
    """The teacher whose article it is."""
    return db.reading().get_one(models.Article, article_id).teacher_id or 0


def questions(app: Flask, article_id: int) -> dict[str, StoredQuestion]:
    with app.app_context():
        return {each.slug: each for each in store.questions(db.reading(), article_id)}


def test_one_decides_about_one_question_after_the_other(
    app: Flask, teacher: Browser, with_suggestions: int
) -> None:
    address = f"/library/{with_suggestions}/review"
    first, second, third, fourth = (
        questions(app, with_suggestions)[f"generated-{n}"] for n in range(1, 5)
    )
    page = teacher.get(address).text
    assert re.findall(r'data-question="(\d+)"', page) == [
        str(each.id) for each in (first, second, third, fourth)
    ]
    kept = teacher.send(address, question=first.id, status="kept")
    assert kept.status_code == 303
    assert kept.location == f"{address}?at={second.id}#question-{second.id}"
    dropped = teacher.send(address, question=second.id, status="dropped")
    assert dropped.location == f"{address}?at={third.id}#question-{third.id}"
    other = teacher.send(address, to=f"/library/{with_suggestions}/questions/{third.id}/another")
    assert other.location == f"{address}?at={fourth.id}#question-{fourth.id}"
    statuses = [questions(app, with_suggestions)[f"generated-{n}"].status for n in range(1, 5)]
    assert statuses == [Status.KEPT, Status.DROPPED, Status.DROPPED, Status.READY]
    none = teacher.send(address, to=f"/library/{with_suggestions}/questions/{fourth.id}/another")
    assert f"at={fourth.id}" in none.location
    assert "no other question like this one left" in teacher.get(none.location).text
    last = teacher.send(address, question=fourth.id, status="kept")
    assert last.location == f"{address}#suggestions"
    assert "You have decided about every question." in teacher.get(address).text


def test_the_filter_stays_and_what_decides_is_lit(
    app: Flask, teacher: Browser, school: School
) -> None:
    address = f"/library/{school.article_id}/review"
    choice = questions(app, school.article_id)["choice"]
    page = teacher.get(f"{address}?status=kept&section=2&at={choice.id}").text
    of_section_two = ("choice", "select_text", "short_text", "two_part")
    assert {int(n) for n in re.findall(r'data-question="(\d+)"', page)} == {
        questions(app, school.article_id)[kind].id for kind in of_section_two
    }
    lit = re.findall(r'<mark class="[^"]*\bevidence\b[^"]*">([^<]*)<', page)
    assert "".join(lit) == "according to the minutes of the town council"
    assert f"q-{choice.id}" in page
    dropped = teacher.send(
        f"{address}?status=kept&section=2",
        to=f"{address}?status=kept&section=2",
        question=choice.id,
        status="dropped",
    )
    assert "section=2" in dropped.location
    assert "status=kept" in dropped.location


def test_all_that_need_no_review_are_kept_by_one_button(
    app: Flask, teacher: Browser, with_suggestions: int
) -> None:
    address = f"/library/{with_suggestions}/review"
    assert "Keep all 4 that need no review" in teacher.get(address).text
    teacher.send(address, to=f"{address}/ready")
    assert "4 questions were kept." in teacher.get(address).text
    assert Status.READY not in {q.status for q in questions(app, with_suggestions).values()}


def test_what_came_with_the_site_is_copied_before_it_is_changed(
    app: Flask, browser: Callable[[], Browser]
) -> None:
    with app.app_context():
        school = open_school("Mr Lee")
    teacher = signed_in_teacher(browser(), "Mr Lee")
    page = teacher.get(f"/library/{school.article_id}/review?status=all").text
    assert "Make it mine" in page
    assert ">Keep<" not in page
    copied = teacher.send(f"/library/{school.article_id}", to=f"/library/{school.article_id}/copy")
    assert copied.status_code == 303
    assert copied.location != f"/library/{school.article_id}"
    assert ">Drop<" in teacher.get(f"{copied.location}/review?status=all").text


@pytest.mark.parametrize("kind", TYPES)
def test_what_is_saved_untouched_is_the_same_question(
    app: Flask, teacher: Browser, school: School, kind: str
) -> None:
    before = questions(app, school.article_id)[kind]
    address = f"/library/{school.article_id}/questions/{before.id}"
    form = FilledForm(teacher.get(address).text, "draft")
    preview = teacher.client.post(address, data=form.send(do="preview"))
    assert preview.status_code == 200
    assert html.escape(before.question.prompt, quote=False) in preview.text
    assert 'class="question"' in preview.text
    again = FilledForm(preview.text, "draft")
    assert again.send(csrf_token="") == form.send(csrf_token="")
    saved = teacher.client.post(address, data=again.send(do="save"))
    assert saved.status_code == 303
    after = questions(app, school.article_id)[kind]
    assert after.version == 2
    assert types.dump(after.question) == types.dump(before.question)


def test_what_is_wrong_is_told_beside_the_field(
    app: Flask, teacher: Browser, school: School
) -> None:
    choice = questions(app, school.article_id)["choice"]
    address = f"/library/{school.article_id}/questions/{choice.id}"
    form = FilledForm(teacher.get(address).text, "draft")
    wrong = teacher.client.post(address, data=form.send(do="save", prompt=" ", key=[]))
    assert wrong.status_code == 422
    assert '<ul class="errors" id="prompt-errors"><li>Write something here.' in wrong.text
    assert "Tick the right option; two, if both can be defended." in wrong.text
    two = teacher.client.post(address, data=form.send(do="save", key=["0", "1"]))
    assert "Say here why two answers are accepted." in two.text
    reason = form.send(do="save", key=["0", "1"], note="Both hold.")
    assert teacher.client.post(address, data=reason).status_code == 303
    long = teacher.client.post(address, data=form.send(do="save", prompt="x" * 2001))
    assert "This is too long." in long.text
    assert questions(app, school.article_id)["choice"].version == 2


def test_an_older_version_is_taken_up_again(app: Flask, teacher: Browser, school: School) -> None:
    choice = questions(app, school.article_id)["choice"]
    address = f"/library/{school.article_id}/questions/{choice.id}"
    form = FilledForm(teacher.get(address).text, "draft")
    teacher.client.post(address, data=form.send(do="save", prompt="Whose words are these?"))
    page = teacher.get(f"{address}/versions").text
    assert page.count("Take this one up again") == 1
    assert "Ms Okafor" in page
    assert "came with the article" in page
    teacher.send(f"{address}/versions", to=f"{address}/versions/1")
    assert questions(app, school.article_id)["choice"].question == choice.question


NEW: dict[str, dict[str, Any]] = {
    "choice": {"options": ["The mayor", "Nobody", ""], "key": ["0"]},
    "multiple_response": {"options": ["One", "Two", "Three"], "key": ["0", "2"]},
    "true_false_not_given": {"statements-text": ["It rains."], "statements-key": ["not given"]},
    "match": {
        "options": ["Bell", "", "Okafor"],
        "rows-text": ["Cracks", "", "Fruit"],
        "rows-key": ["0", "", "2"],
    },
    "order": {"items": ["First", "Then"]},
    "select_text": {"offered": ["{0}", "{1}"], "accepted": ["{1}"]},
    "short_text": {"accepted": ["2019"], "reads_as": "number"},
    "two_part": {
        "options": ["Yes", "No"],
        "key": ["1"],
        "second_prompt": "Which sentence?",
        "offered": ["{0}"],
        "accepted": ["{1}"],
    },
    "open": {
        "rubric.full": "All.",
        "rubric.partial": "Some.",
        "rubric.none": "None.",
        "model_answer": "Because.",
    },
}


@pytest.mark.parametrize("kind", TYPES)
def test_one_writes_a_question_in_every_interaction(
    app: Flask, teacher: Browser, school: School, kind: str
) -> None:
    address = f"/library/{school.article_id}/questions/new/{kind}"
    form = FilledForm(teacher.get(address).text, "draft")
    places = Draft("select_text", newspaper.article()).places
    values = [place.value for place in places]
    fields = {
        name: [value.format(*values) for value in given] if isinstance(given, list) else given
        for name, given in NEW[kind].items()
    }
    written = teacher.client.post(
        address, data=form.send(do="save", prompt="What now?", section="2", **fields)
    )
    assert written.status_code == 303, re.findall(r"errors.*", written.text)
    question = questions(app, school.article_id)["own-1"].question
    assert (question.kind, question.prompt, question.section) == (kind, "What now?", 2)


def test_every_field_of_every_interaction_has_a_name() -> None:
    assert set(KINDS) == set(TYPES)
    for kind in TYPES:
        for part in Draft(kind, newspaper.article()).parts:
            assert part.name in {**draft_words.FIELDS, **draft_words.PLACES}


def test_rows_after_the_alphabet_have_numbers() -> None:
    assert [letter(number) for number in (0, 25, 26)] == ["A", "Z", "27"]


def test_a_filter_in_an_address_has_only_what_is_unusual() -> None:
    assert Filter().chosen() == {}
    assert Filter(section="2", status="all").chosen() == {"section": "2", "status": "all"}


def test_the_number_of_queries_does_not_grow_with_questions(
    app: Flask, teacher: Browser, with_suggestions: int
) -> None:
    address = f"/library/{with_suggestions}/review?status=all"
    teacher.get(address)
    with counted_queries(app) as few:
        teacher.get(address)
    with app.app_context():
        plain = types.dump(newspaper.questions()["order"])
        for _ in range(8):
            reviewing.write_question(owner(with_suggestions), with_suggestions, plain)
    with counted_queries(app) as many:
        teacher.get(address)
    assert len(many) == len(few)


def test_both_pages_of_an_article_count_its_sources_alike(
    app: Flask, school: School, teacher: Browser
) -> None:
    here = f"/library/{school.article_id}"
    pages = [teacher.get(page).text for page in (here, f"{here}/review")]
    with app.app_context():
        view = store.article(db.reading(), owner(school.article_id), school.article_id)
    heard = {claim.source for claim in view.claims.claims} - {None}
    assert [re.findall(r"· (\d+) sources?\b", page) for page in pages] == [[str(len(heard))]] * 2


def test_an_article_that_is_put_away_stands_at_the_end_of_the_library(
    school: School, teacher: Browser
) -> None:
    here = f"/library/{school.article_id}"
    assert "<summary>Put away" not in teacher.get("/library").text
    assert ">Put away<" in teacher.get(here).text
    assert teacher.send(f"{here}/archive").status_code == 303
    at_hand, _, away = teacher.get("/library").text.partition("<summary>Put away")
    assert f'href="{here}"' not in at_hand
    assert f'href="{here}"' in away
    assert ">Take out again<" in teacher.get(here).text
    teacher.send(f"{here}/archive")
    assert "<summary>Put away" not in teacher.get("/library").text
