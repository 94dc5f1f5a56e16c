"""Packs are stored once, and a published quiz stays as it was."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import update
from sqlalchemy.exc import NoResultFound

from questions import types
from questions.types import TYPES
from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import QuestionVersion, Quiz, Status
from quizapp.store import bank, quizzes
from quizapp.store import library as store
from quizapp.store.bank import Search
from quizapp.usecases import assignments, classes, library
from quizapp.usecases.assignments import Rules
from tests.quizapp.both import DATABASES
from tests.quizapp.school import EXAMPLES, School, generated, pack, teacher

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]


def test_a_pack_is_stored_once() -> None:
    first = library.add_pack(pack(), generated())
    assert library.add_pack(pack(), generated(9)) == first
    assert store.shipped(db.reading(), "bridge") == first
    view = store.article(db.reading(), teacher(), first)
    assert len(view.questions) == len(EXAMPLES) + 3
    assert view.article == pack().article
    assert view.shipped


def test_questions_come_back_as_they_were() -> None:
    article_id = library.add_pack(pack(), generated(1))
    view = store.article(db.reading(), teacher(), article_id)
    by_slug = {stored.slug: stored.question for stored in view.questions}
    assert by_slug == {
        **{kind: cls.example().question for kind, cls in TYPES.items()},
        "generated-1": generated(1)[0],
    }


def test_what_needs_a_review_is_there_and_in_no_quiz() -> None:
    article_id = library.add_pack(pack(), generated(1), for_review=generated(3)[1:])
    view = store.article(db.reading(), teacher(), article_id)
    statuses = {stored.slug: stored.status for stored in view.questions}
    assert statuses["choice"] is Status.KEPT
    assert statuses["generated-1"] is Status.READY
    assert statuses["for-review-2"] is Status.SUGGESTED
    asked = {item.question.prompt for item in quizzes.items(view.quizzes[0].id)}
    assert not asked & {question.prompt for question in generated(3)[1:]}


def test_a_recipe_that_repeats_a_curated_question_adds_nothing() -> None:
    article_id = library.add_pack(pack(), [EXAMPLES[0].question])
    view = store.article(db.reading(), teacher(), article_id)
    assert {stored.origin for stored in view.questions} == {"curated"}


def test_the_pack_of_one_teacher_is_not_that_of_another() -> None:
    mine, other = teacher("One"), teacher("Two")
    article_id = library.add_pack(pack(), (), teacher_id=mine)
    assert [card.id for card in store.articles(db.reading(), mine)] == [article_id]
    assert store.articles(db.reading(), other) == ()
    with pytest.raises(NotFound):
        store.article(db.reading(), other, article_id)
    assert library.add_pack(pack(), (), teacher_id=other) != article_id


def test_a_published_quiz_does_not_change() -> None:
    school = School()
    before = quizzes.items(school.quiz_id)
    edited = replace(EXAMPLES[0].question, prompt="Something else?")
    with db.writing() as session:
        old = session.get_one(QuestionVersion, before[0].version_id)
        new = QuestionVersion(
            question_id=old.question_id, number=2,
            body=types.dump(edited), created_at=clock.now(),
        )  # fmt: skip
        session.add(new)
        session.flush()
        new_id = new.id
    assert quizzes.items(school.quiz_id) == before
    view = store.article(db.reading(), school.teacher_id, school.article_id)
    assert new_id in {stored.version_id for stored in view.questions}
    assert before[0].version_id not in {stored.version_id for stored in view.questions}
    both = [before[0].version_id, new_id]
    with pytest.raises(Refused, match="only once"):
        library.publish_quiz(school.teacher_id, school.article_id, both, "Both")


def test_a_published_quiz_is_read_once_and_from_outside_of_any_transaction() -> None:
    school = School()
    with db.writing() as session:
        session.execute(update(Quiz).values(title="Undone"))
        first = quizzes.published(school.quiz_id)
        session.rollback()
    assert quizzes.published(school.quiz_id) is first
    with pytest.raises(NoResultFound):
        quizzes.published(999)


def test_versions_are_counted_for_each_title() -> None:
    school = School()
    ids = [item.version_id for item in quizzes.items(school.quiz_id)][:2]
    for title in ("Short", "Short", "Other"):
        library.publish_quiz(school.teacher_id, school.article_id, ids[::-1], title)
    cards = store.article(db.reading(), school.teacher_id, school.article_id).quizzes
    published = [(card.title, card.version, card.questions) for card in cards[2:]]
    assert published == [("Short", 1, 2), ("Short", 2, 2), ("Other", 1, 2)]
    assert [i.version_id for i in quizzes.items(cards[-1].id)] == ids[::-1]


def test_a_quiz_of_one_teacher_is_not_that_of_another() -> None:
    school = School()
    other = teacher("Mr Okafor")
    class_id = classes.create_class(other, "8a")
    view = store.article(db.reading(), other, school.article_id)
    assert school.quiz_id not in {card.id for card in view.quizzes}
    with pytest.raises(NotFound):
        assignments.assign(other, school.quiz_id, [class_id], Rules())
    assert assignments.assign(other, view.quizzes[0].id, [class_id], Rules())


@pytest.mark.parametrize("versions", [[999], [1, 999]])
def test_versions_of_nowhere(versions: Sequence[int]) -> None:
    school = School()
    with pytest.raises(NotFound):
        library.publish_quiz(school.teacher_id, school.article_id, versions, "None")


def test_a_quiz_of_nothing() -> None:
    school = School()
    with pytest.raises(Refused, match="at least one"):
        library.publish_quiz(school.teacher_id, school.article_id, [], "None")


def test_an_article_is_put_away_and_taken_out_again() -> None:
    owner = teacher("One")
    article_id = library.add_pack(pack(), (), teacher_id=owner)
    quiz = store.article(db.reading(), owner, article_id).quizzes[0]
    library.archive_article(owner, article_id, archived=True)
    db.reading().rollback()
    assert store.articles(db.reading(), owner) == ()
    assert [card.id for card in store.articles(db.reading(), owner, archived=True)] == [article_id]
    assert bank.search(db.reading(), owner, Search()).total == 0
    view = store.article(db.reading(), owner, article_id)
    assert view.archived
    assert view.quizzes == (quiz,)
    library.archive_article(owner, article_id, archived=False)
    db.reading().rollback()
    assert [card.id for card in store.articles(db.reading(), owner)] == [article_id]
    assert store.articles(db.reading(), owner, archived=True) == ()
    assert bank.search(db.reading(), owner, Search()).total == len(EXAMPLES)


def test_only_ones_own_article_is_put_away() -> None:
    owner, other = teacher("One"), teacher("Two")
    mine = library.add_pack(pack(), (), teacher_id=owner)
    shipped = library.add_pack(pack(), ())
    with pytest.raises(NotFound):
        library.archive_article(other, mine, archived=True)
    with pytest.raises(Refused, match="came with the site"):
        library.archive_article(owner, shipped, archived=True)
    assert {card.id for card in store.articles(db.reading(), owner)} == {mine, shipped}
