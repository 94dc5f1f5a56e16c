"""A teacher decides about questions, changes them and writes new ones; published quizzes stay."""

from dataclasses import replace
from typing import Any

import pytest

from questions import types
from questions.question import InvalidQuestion
from quizapp import db
from quizapp.errors import NotFound, Refused
from quizapp.models import Status
from quizapp.store import library as store
from quizapp.store import quizzes
from quizapp.store.library import StoredQuestion
from quizapp.usecases import library, reviewing
from tests.quizapp.both import DATABASES
from tests.quizapp.school import generated, teacher
from tests.quizapp.web import newspaper

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]


def own_article(owner: int, number: int = 3) -> int:
    """An article of the teacher's own with *number* generated questions."""
    return library.add_pack(
        newspaper.pack(), generated(number), newspaper.claims(), teacher_id=owner
    )


def stored(article_id: int, slug: str) -> StoredQuestion:
    db.reading().rollback()
    return next(each for each in store.questions(db.reading(), article_id) if each.slug == slug)


def test_what_is_dropped_leaves_the_library_and_can_come_back() -> None:
    owner = teacher()
    article_id = own_article(owner)
    one = stored(article_id, "generated-1")
    assert one.status is Status.READY
    reviewing.set_status(owner, [one.id], Status.DROPPED)
    assert stored(article_id, "generated-1").status is Status.DROPPED
    view = store.article(db.reading(), owner, article_id)
    assert one.id not in {question.id for question in view.questions}
    reviewing.set_status(owner, [one.id], Status.KEPT)
    db.reading().rollback()  # what was read before is out of date
    view = store.article(db.reading(), owner, article_id)
    assert one.id in {question.id for question in view.questions}


def test_all_that_need_no_review_are_kept_at_once() -> None:
    owner = teacher()
    article_id = own_article(owner)
    suggested = stored(article_id, "generated-2")
    reviewing.set_status(owner, [suggested.id], Status.SUGGESTED)
    assert reviewing.keep_ready(owner, article_id) == 2
    assert stored(article_id, "generated-1").status is Status.KEPT
    assert stored(article_id, "generated-2").status is Status.SUGGESTED
    assert reviewing.keep_ready(owner, article_id) == 0


def test_nobody_changes_what_is_not_theirs() -> None:
    owner, other = teacher("One"), teacher("Two")
    own = own_article(owner)
    shipped = library.add_pack(newspaper.pack(), generated(), newspaper.claims())
    mine, common = stored(own, "generated-1"), stored(shipped, "generated-1")
    plain = types.dump(mine.question)
    with pytest.raises(NotFound):
        reviewing.set_status(other, [mine.id], Status.DROPPED)
    with pytest.raises(NotFound):
        reviewing.set_status(owner, [mine.id, common.id], Status.DROPPED)  # of two articles
    with pytest.raises(NotFound):
        reviewing.edit_question(other, mine.id, plain)
    with pytest.raises(NotFound):
        reviewing.write_question(other, own, plain)
    with pytest.raises(NotFound):
        reviewing.keep_ready(other, own)
    with pytest.raises(Refused, match="Make it yours"):
        reviewing.edit_question(owner, common.id, plain)
    with pytest.raises(Refused, match="Make it yours"):
        reviewing.set_status(owner, [common.id], Status.DROPPED)


def test_a_copy_is_ones_own_with_every_version() -> None:
    owner = teacher()
    shipped = library.add_pack(newspaper.pack(), generated(), newspaper.claims())
    copy = library.copy_article(owner, shipped)
    before, after = (store.article(db.reading(), owner, each) for each in (shipped, copy))
    assert (after.article, after.claims) == (before.article, before.claims)
    assert [q.question for q in after.questions] == [q.question for q in before.questions]
    assert not after.shipped
    assert not after.quizzes
    reviewing.set_status(owner, [after.questions[0].id], Status.DROPPED)
    assert stored(shipped, after.questions[0].slug).status is Status.KEPT
    assert library.copy_article(owner, shipped) != copy
    with pytest.raises(Refused, match="yours already"):
        library.copy_article(owner, copy)
    with pytest.raises(NotFound):
        library.copy_article(teacher("Two"), copy)


def test_an_edit_is_a_new_version_and_leaves_a_published_quiz_alone() -> None:
    owner = teacher()
    article_id = own_article(owner)
    choice = stored(article_id, "choice")
    quiz_id = library.publish_quiz(owner, article_id, [choice.version_id], "One")
    edited = replace(choice.question, prompt="Whose words are these about the inspection?")
    reviewing.edit_question(owner, choice.id, types.dump(edited))
    assert stored(article_id, "choice").question == edited
    assert stored(article_id, "choice").version == 2
    assert [item.question for item in quizzes.items(quiz_id)] == [choice.question]
    reviewing.take_up(owner, choice.id, 1)
    again = stored(article_id, "choice")
    assert (again.question, again.version) == (choice.question, 3)
    history = store.history(db.reading(), owner, article_id, choice.id)
    assert [(each.number, each.by) for each in history] == [
        (3, "Ms Rivera"), (2, "Ms Rivera"), (1, None),
    ]  # fmt: skip
    with pytest.raises(NotFound):
        reviewing.take_up(owner, choice.id, 9)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"prompt": " "}, "prompt"),
        ({"key": ["Nobody"]}, "key"),
        ({"section": 9}, "section"),
        ({"evidence": [{"paragraph": 3, "start": 0, "end": 5, "text": "Never"}]}, "evidence"),
        ({"evidence": [{"paragraph": 9, "start": 0, "end": 5, "text": "Never"}]}, "evidence"),
    ],
)
def test_what_cannot_be_asked_is_told_field_by_field(changed: dict[str, Any], field: str) -> None:
    owner = teacher()
    article_id = own_article(owner)
    choice = stored(article_id, "choice")
    with pytest.raises(InvalidQuestion) as told:
        reviewing.edit_question(owner, choice.id, types.dump(choice.question) | changed)
    assert [problem.split(":")[0] for problem in told.value.problems] == [field]
    assert stored(article_id, "choice").version == 1


def test_a_question_of_ones_own_stands_beside_the_others() -> None:
    owner = teacher()
    article_id = own_article(owner)
    question = newspaper.questions()["order"]
    first = reviewing.write_question(owner, article_id, types.dump(question))
    second = reviewing.write_question(owner, article_id, types.dump(question))
    assert stored(article_id, "own-1").id == first
    assert stored(article_id, "own-2").id == second
    assert stored(article_id, "own-2").question == question
    assert stored(article_id, "own-2").status is Status.KEPT


def test_another_like_it_is_of_the_same_recipe_and_rather_about_the_same_claim() -> None:
    owner = teacher()
    question = generated(1)[0]
    pool = [
        replace(question, prompt="This?", claim=1),
        replace(question, prompt="Elsewhere?", claim=2, section=2, confidence=0.99),
        replace(question, prompt="The same claim?", claim=1, section=2, confidence=0.8),
        replace(question, prompt="Another recipe?", claim=1, recipe="detail"),
    ]
    article_id = library.add_pack(newspaper.pack(), pool, newspaper.claims(), teacher_id=owner)
    this = stored(article_id, "generated-1").id
    same = reviewing.another_like(owner, this)
    assert same == stored(article_id, "generated-3").id
    assert stored(article_id, "generated-1").status is Status.DROPPED
    assert reviewing.another_like(owner, same) == stored(article_id, "generated-2").id
    last = stored(article_id, "generated-2").id
    with pytest.raises(Refused, match="no other question"):
        reviewing.another_like(owner, last)
    assert stored(article_id, "generated-2").status is Status.READY
