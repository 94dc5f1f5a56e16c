"""An article that was put right is asked about again, and only what is new is added."""

from dataclasses import replace

import pytest
from flask import current_app

from questions.claim_correction import ClaimCorrection
from questions.claims import Claims
from quizapp import cli, db, jobs, reading_process
from quizapp.models import Status
from quizapp.reading_process import Reading, ReadingFailed
from quizapp.store import library as store
from quizapp.usecases import asking, library, reviewing, texts
from tests.quizapp.both import DATABASES
from tests.quizapp.school import generated, teacher
from tests.quizapp.web import newspaper

pytestmark = pytest.mark.usefixtures("in_app")


def own_article(owner: int) -> int:
    pool = [replace(question, claim=n) for n, question in enumerate(generated(2))]
    return library.add_pack(newspaper.pack(), pool, newspaper.claims(), teacher_id=owner)


def slugs(article_id: int) -> dict[str, Status]:
    db.reading().rollback()
    return {each.slug: each.status for each in store.questions(db.reading(), article_id)}


@DATABASES
def test_only_what_is_new_is_added() -> None:
    owner = teacher()
    article_id = own_article(owner)
    first, second = generated(2)
    dropped = next(q for q in store.questions(db.reading(), article_id) if q.slug == "generated-2")
    reviewing.set_status(owner, [dropped.id], Status.DROPPED)
    the_same_claim = replace(first, prompt="Otherwise said?", claim=0)
    another_claim = replace(first, prompt="Who says this, then?", claim=2)
    added = asking.add_fresh(article_id, 1, [first, the_same_claim], [another_claim, second])
    assert added == 1
    assert slugs(article_id)["again-1"] is Status.SUGGESTED
    assert asking.add_fresh(article_id, 1, [], [another_claim]) == 0
    assert asking.add_fresh(article_id, 9, [], [replace(first, prompt="New?")]) == 0
    assert asking.add_fresh(999, 1, [], []) == 0
    assert asking.text_of(999) is None


@DATABASES
def test_a_changed_claim_is_asked_about_anew_by_the_worker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    owner = teacher()
    article_id = own_article(owner)
    sources = newspaper.claims().sources
    correction = ClaimCorrection(sources, credited={0: 3})
    assert texts.save_claims(owner, article_id, 1, correction).flagged == 1

    def ask_again(article: object, claims: Claims) -> Reading:
        assert article == newspaper.article()
        assert claims.sources[claims.claims[0].source or 0].name == "The mayor"
        fresh = replace(generated(1)[0], prompt="Who says there was no warning?", claim=0)
        return Reading(newspaper.article(), claims, (fresh,), ())

    monkeypatch.setattr(reading_process, "ask_again", ask_again)
    jobs.enqueue_asking(article_id)
    queue = current_app.extensions["jobs"]().huey
    while (task := queue.dequeue()) is not None:
        queue.execute(task)
    queue.storage.close()
    assert slugs(article_id)["again-1"] is Status.READY


def test_a_reading_that_fails_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    article_id = own_article(teacher())
    before = slugs(article_id)

    def fail(*_: object) -> Reading:
        raise ReadingFailed("it ended with status 1")

    monkeypatch.setattr(reading_process, "ask_again", fail)
    jobs.ask_again(article_id)
    jobs.ask_again(999)
    assert slugs(article_id) == before


def test_the_child_asks_about_the_claims_that_it_is_given() -> None:
    read = reading_process.read(cli.SHIPPED / "article.md")
    fewer = replace(read.claims, claims=read.claims.claims[:12])
    found = reading_process.ask_again(read.article, fewer)
    assert (found.article, found.claims) == (read.article, fewer)
    asked = (*found.questions, *found.for_review)
    assert asked
    assert all(question.claim is None or question.claim < 12 for question in asked)
