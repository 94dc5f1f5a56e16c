"""The bank finds every question that a teacher can use, and no other one."""

from dataclasses import replace

import pytest

from quizapp import db
from quizapp.errors import NotFound, Refused
from quizapp.models import Status
from quizapp.store import bank as store
from quizapp.store import library as library_store
from quizapp.store.bank import A_PAGE, Search
from quizapp.usecases import library, reviewing
from tests.quizapp.both import DATABASES
from tests.quizapp.school import generated, teacher
from tests.quizapp.web import newspaper

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]


def prompts(owner: int, **wanted: object) -> list[str]:
    db.reading().rollback()
    found = store.search(db.reading(), owner, Search(**wanted))  # type: ignore[arg-type]  # fields
    assert found.total == len(found.hits)
    return [hit.stored.question.prompt for hit in found.hits]


def test_one_finds_by_words_article_kind_and_status() -> None:
    owner, other = teacher("One"), teacher("Two")
    mine = library.add_pack(newspaper.pack(), generated(2), newspaper.claims(), teacher_id=owner)
    library.add_pack(newspaper.pack(), (), newspaper.claims(), teacher_id=other)
    shipped = library.add_pack(newspaper.pack("shipped"), (), newspaper.claims())
    assert len(prompts(owner)) == 9 + 2 + 9
    assert len(prompts(owner, article=mine)) == 11
    assert len(prompts(owner, article=shipped)) == 9
    assert prompts(owner, text="NUMBER says") == ["Who says number 0?", "Who says number 1?"]
    assert prompts(owner, text="100%") == []
    assert len(prompts(owner, text="bridge market", article=mine)) == 11  # the headline
    assert len(prompts(owner, kind="short_text")) == 2
    assert len(prompts(owner, skill="detail", process="locate", article=mine)) == 2
    assert prompts(owner, status=Status.READY) == ["Who says number 0?", "Who says number 1?"]
    dropped = next(
        q for q in library_store.questions(db.reading(), mine) if q.slug == "generated-1"
    )
    reviewing.set_status(owner, [dropped.id], Status.DROPPED)
    assert len(prompts(owner, article=mine)) == 10
    assert prompts(owner, status=Status.DROPPED) == ["Who says number 0?"]


def test_words_of_any_language_are_found() -> None:
    owner = teacher()
    pool = [replace(generated(1)[0], prompt="Wer sagt „Brücke“ – und wo?")]
    library.add_pack(newspaper.pack(), pool, newspaper.claims(), teacher_id=owner)
    assert prompts(owner, text="„Brücke“") == ["Wer sagt „Brücke“ – und wo?"]


def test_tags_are_ones_own_and_tidy() -> None:
    owner, other = teacher("One"), teacher("Two")
    mine = library.add_pack(newspaper.pack(), generated(2), newspaper.claims(), teacher_id=owner)
    shipped = library.add_pack(newspaper.pack("shipped"), (), newspaper.claims())
    one, two = (
        q for q in library_store.questions(db.reading(), mine) if q.slug.startswith("generated")
    )
    reviewing.set_tags(owner, one.id, ["Week  3", "week 3", "", " river "])
    reviewing.set_tags(owner, two.id, ["river"])
    assert prompts(owner, tag="week 3") == [one.question.prompt]
    assert len(prompts(owner, tag="river")) == 2
    assert store.tags(db.reading(), owner) == ("river", "week 3")
    assert store.tags(db.reading(), other) == ()
    reviewing.set_tags(owner, one.id, [])
    assert prompts(owner, tag="week 3") == []
    with pytest.raises(NotFound):
        reviewing.set_tags(other, one.id, ["mine"])
    with pytest.raises(Refused, match="At most 10"):
        reviewing.set_tags(owner, one.id, [f"tag {n}" for n in range(11)])
    common = library_store.questions(db.reading(), shipped)[0]
    with pytest.raises(Refused, match="Make it yours"):
        reviewing.set_tags(owner, common.id, ["mine"])


def test_there_are_pages() -> None:
    owner = teacher()
    library.add_pack(newspaper.pack(), generated(A_PAGE), newspaper.claims(), teacher_id=owner)
    first, second, third = (
        store.search(db.reading(), owner, Search(page=number)) for number in (1, 2, 3)
    )
    assert (first.total, first.pages) == (A_PAGE + 9, 2)
    assert (len(first.hits), len(second.hits), len(third.hits)) == (A_PAGE, 9, 0)
    assert not {hit.stored.id for hit in first.hits} & {hit.stored.id for hit in second.hits}
    assert store.search(db.reading(), owner, Search(text="nothing at all")).pages == 1
