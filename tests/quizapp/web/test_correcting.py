"""A teacher sets the text of an article right in the browser, and who says what in it."""

import re
from collections.abc import Mapping

import pytest
from flask import Flask

from questions.article import Dropped
from questions.claims import Claims
from questions.places import misplaced
from quizapp import db, models
from quizapp.models import Status
from quizapp.store import library as store
from quizapp.store.library import ArticleView
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import Browser, School, open_school
from tests.quizapp.web.filled_form import FilledForm
from tests.quizapp.web.newspaper import span

Sent = str | list[str]


@pytest.fixture
def school(app: Flask) -> School:
    """A school whose article is the teacher's own."""
    with app.app_context():
        return open_school(own=True)


def view_of(app: Flask, school: School) -> ArticleView:
    with app.app_context():
        row = db.reading().get_one(models.Article, school.article_id)
        return store.article(db.reading(), row.teacher_id or 0, school.article_id)


def send(teacher: Browser, address: str, css: str, changed: Mapping[str, Sent] = {}) -> str:
    """Send the form at *address* as it is but for what is *changed*; the page that follows."""
    form = FilledForm(teacher.get(address).text, css)
    answer = teacher.client.post(address, data=form.send(**changed))
    assert answer.status_code == 303
    return teacher.get(answer.location).text


def headings(view: ArticleView) -> list[tuple[str, int]]:
    return [(section.heading, len(section.paragraphs)) for section in view.article.sections]


def test_an_untouched_text_is_no_new_version(app: Flask, teacher: Browser, school: School) -> None:
    address = f"/library/{school.article_id}/text"
    assert "Saved." in send(teacher, address, "correction")
    view = view_of(app, school)
    assert (view.version, view.article) == (1, newspaper.article())
    send(teacher, f"/library/{school.article_id}/sources", "stack")
    view = view_of(app, school)
    assert (view.version, view.claims) == (1, newspaper.claims())


def test_sections_are_renamed_split_joined_and_moved(
    app: Flask, teacher: Browser, school: School
) -> None:
    address = f"/library/{school.article_id}/text"
    changed: dict[str, Sent] = {"heading-1": "Shut", "begins": ["2", "5"], "heading-2": ""}
    told = send(teacher, address, "correction", changed)
    assert "went along with its words" in told
    assert headings(view_of(app, school)) == [
        ("Shut", 1), ("“We had no warning at…", 3), ("What happens now", 1),
    ]  # fmt: skip
    send(teacher, address, "correction", {"move": "1up"})
    assert headings(view_of(app, school))[0] == ("“We had no warning at…", 3)
    view = view_of(app, school)
    assert not [p for stored in view.questions for p in misplaced(stored.question, view.article)]
    assert view.version == 3


def test_what_is_left_out_can_be_put_back(app: Flask, teacher: Browser, school: School) -> None:
    address = f"/library/{school.article_id}/text"
    gone = newspaper.article().paragraph(3).text
    out: dict[str, Sent] = {
        "out": ["3"],
        "caption-out": ["0"],
        "text-1": "One.\n\nTwo  and\nthree.",
    }
    told = send(teacher, address, "correction", out)
    assert "wait in the review" in told
    view = view_of(app, school)
    assert [p.text for p in view.article.paragraphs][:2] == ["One.", "Two and three."]
    assert view.article.captions == ()
    assert view.article.dropped == (
        Dropped(gone, "taken out by the teacher"),
        Dropped("The bridge on Tuesday.", "taken out by the teacher"),
    )
    assert [section.heading for section in view.article.sections][1] == "Who looked at it"
    back = {"dropped-0": "paragraph", "after-0": "3", "dropped-1": "caption", "after-1": "1"}
    send(teacher, address, "correction", back)
    view = view_of(app, school)
    assert view.article.paragraph(4).text == gone
    assert [caption.after for caption in view.article.captions] == [1]
    assert view.article.dropped == ()


def test_evidence_that_comes_back_is_no_longer_flagged(
    app: Flask, teacher: Browser, school: School
) -> None:
    address = f"/library/{school.article_id}/text"
    send(teacher, address, "correction", {"out": ["5"]})
    flagged = {stored.slug for stored in view_of(app, school).questions if stored.flag}
    assert "select_text" not in flagged
    assert "match" in flagged
    page = teacher.get(f"/library/{school.article_id}/review").text
    assert "The evidence is no longer in the text." in page


def test_what_does_not_fit_is_told_and_nothing_is_saved(
    app: Flask, teacher: Browser, school: School
) -> None:
    address = f"/library/{school.article_id}/text"
    form = FilledForm(teacher.get(address).text, "correction")
    everything = [str(number) for number in range(1, 6)]
    empty = teacher.client.post(address, data=form.send(out=everything))
    assert empty.status_code == 422
    assert "Leave at least one paragraph in." in empty.text
    old = teacher.client.post(address, data=form.send(base="7", headline="New"))
    assert "in the meantime" in old.text
    long = teacher.client.post(address, data=form.send(headline="x" * 301))
    assert long.status_code == 422
    assert view_of(app, school).version == 1


def names(claims: Claims) -> list[str]:
    return ["" if c.source is None else claims.sources[c.source].name for c in claims.claims]


def test_who_says_what_is_put_right(app: Flask, teacher: Browser, school: School) -> None:
    address = f"/library/{school.article_id}/sources"
    missed = span(5, "Okafor does not believe it.")
    told = send(
        teacher,
        address,
        "stack",
        {
            "name-3": "Dana Ruiz",
            "role-3": "the mayor",
            "says-0": "2",
            "struck": ["1"],
            "sentence": f"5:{missed.start}-{missed.end}",
            "new-name": "Okafor",
            "kind": "person",
            "form": "indirect",
        },
    )
    assert "Saved." in told
    claims = view_of(app, school).claims
    assert names(claims) == ["Jon Bell", "Jon Bell", "Dana Ruiz", "Okafor"]
    assert view_of(app, school).version == 2
    merged = send(teacher, address, "stack", {"same-0": "2"})
    assert "Saved." in merged
    assert "Ada Okafor" not in [s.name for s in view_of(app, school).claims.sources]


@pytest.mark.parametrize(
    "changed",
    [
        {"name-0": " "},
        {"name-0": "x" * 201},
        {"sentence": "2:0-77", "source": "", "new-name": " "},
        {"base": "9", "name-0": "Somebody"},
    ],
)
def test_what_cannot_be_is_told(
    app: Flask, teacher: Browser, school: School, changed: dict[str, str]
) -> None:
    address = f"/library/{school.article_id}/sources"
    if "sentence" in changed:
        found = re.search(r'value="(2:\d+-\d+)"', teacher.get(address).text)
        assert found
        changed = changed | {"sentence": found[1]}
    assert "Saved." not in send(teacher, address, "stack", changed)
    assert view_of(app, school).version == 1


def test_a_question_about_a_claim_that_is_another_one_now_waits_in_the_review(
    app: Flask, teacher: Browser, school: School
) -> None:
    edit = next(s for s in view_of(app, school).questions if s.slug == "choice")
    with app.app_context(), db.writing() as session:
        version = session.get_one(models.QuestionVersion, edit.version_id)
        version.body = {**version.body, "claim": 1, "recipe": "who said it"}
    address = f"/library/{school.article_id}/sources"
    told = send(teacher, address, "stack", {"says-1": "3"})
    assert "1 question rests on a claim that was changed" in told
    choice = next(s for s in view_of(app, school).questions if s.slug == "choice")
    assert (choice.flag, choice.status) == ("Its claim was changed.", Status.SUGGESTED)
    assert "Its claim was changed." in teacher.get(f"/library/{school.article_id}/review").text
