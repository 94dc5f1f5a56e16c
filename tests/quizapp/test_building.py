"""A quiz proposed, changed, published and given to a class in one step."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from questions.claims import Claims
from questions.pack import load_pack
from questions.question import Process
from questions.recipes.select import clash
from quizapp import config, db, models
from quizapp.errors import NotFound, Refused
from quizapp.models import Assignment, Quiz, Stage, Status
from quizapp.store import library as store
from quizapp.store import quizzes
from quizapp.store.library import ArticleView
from quizapp.usecases import building, classes, library
from quizapp.usecases.assignments import Rules
from quizapp.usecases.building import Difficulty, NewQuiz, Wish
from tests.quizapp import school
from tests.quizapp.both import DATABASES

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]


@pytest.fixture
def teacher_id() -> int:
    """A teacher."""
    return school.teacher()


@pytest.fixture
def view(teacher_id: int) -> ArticleView:
    """An article of the teacher's with many questions: written by people, and generated ones."""
    pack = load_pack(config.ROOT / "questions" / "curated" / "belarus-2020")
    article_id = library.add_pack(pack, school.generated(), Claims(), teacher_id=teacher_id)
    return store.article(db.reading(), teacher_id, article_id)


def test_as_many_as_wished_for_that_go_together(view: ArticleView) -> None:
    for number in (1, 5, 12):
        chosen = building.propose(view, Wish(number))
        assert len(chosen) == number
        asked = [stored.question for stored in chosen]
        assert not any(clash(a, b) for n, a in enumerate(asked) for b in asked[:n])
        assert [q.section for q in asked] == sorted(q.section for q in asked)
    sections = {stored.question.section for stored in building.propose(view, Wish(12))}
    assert len(sections) == len(view.article.sections)


def test_the_same_seed_the_same_mix(view: ArticleView) -> None:
    mixes = [tuple(building.propose(view, Wish(8, seed=seed))) for seed in (1, 1, 2, 3, 4)]
    assert mixes[0] == mixes[1]
    assert len(set(mixes)) > 1


def test_another_mix_is_another_one(view: ArticleView) -> None:
    wish = Wish(8)
    known = building.propose(view, wish)
    other, found = building.another_mix(view, wish, known)
    assert found != known
    assert found == building.propose(view, other)
    few = replace(view, questions=view.questions[:2])
    assert building.another_mix(few, wish, building.propose(few, wish))[0] == wish


def test_easier_and_harder(view: ArticleView) -> None:
    found = {
        difficulty: [s.question.process for s in building.propose(view, Wish(6, difficulty))]
        for difficulty in (Difficulty.EASIER, Difficulty.HARDER)
    }
    easier, harder = found[Difficulty.EASIER], found[Difficulty.HARDER]
    assert easier.count(Process.LOCATE) > harder.count(Process.LOCATE)
    assert Process.LOCATE not in harder


def test_what_nobody_has_looked_at_stays_out(view: ArticleView) -> None:
    one, *others = view.questions
    for stored, usual, unreviewed in (
        (replace(one, status=Status.SUGGESTED), False, True),
        (replace(one, status=Status.READY), True, True),
        (replace(one, status=Status.KEPT), True, True),
        (replace(one, flag="The evidence is no longer in the text."), False, False),
    ):
        changed = replace(view, questions=(stored, *others))
        assert (stored in building.usable(changed, unreviewed=False)) is usual
        assert (stored in building.usable(changed, unreviewed=True)) is unreviewed


def test_another_question_goes_with_the_rest_and_was_not_turned_down(view: ArticleView) -> None:
    wish = Wish(4)
    chosen = building.propose(view, wish)
    passed: list[int] = []
    while found := building.another(view, chosen, wish, passed):
        assert found not in chosen
        assert found.version_id not in passed
        assert not any(clash(found.question, other.question) for other in chosen)
        passed.append(found.version_id)
    assert passed


def test_published_and_given_or_neither(view: ArticleView, teacher_id: int) -> None:
    class_id = classes.create_class(teacher_id, "7b")
    versions = [stored.version_id for stored in building.propose(view, Wish(3))][::-1]
    quizzes_before = db.reading().scalar(select(func.count()).select_from(Quiz))

    def give(classes_chosen: list[int], title: str = "Mine", minutes: int | None = 20) -> list[int]:
        quiz = NewQuiz(versions, title, Stage.DRAFT)
        rules = Rules(minutes=minutes)
        return building.publish_and_give(teacher_id, view.id, quiz, classes_chosen, rules)

    for chosen, error in (([], Refused), ([999], NotFound), ([class_id, 999], NotFound)):
        with pytest.raises(error):
            give(chosen)
    with pytest.raises(Refused):
        give([class_id], title=" ")
    with pytest.raises(Refused):
        give([class_id], minutes=0)
    assert db.reading().scalar(select(func.count()).select_from(Quiz)) == quizzes_before
    (given,) = give([class_id])
    row = db.reading().get_one(Assignment, given)
    assert (row.classroom_id, row.minutes, row.stage) == (class_id, 20, Stage.DRAFT)
    assert [item.version_id for item in quizzes.items(row.quiz_id)] == versions
    assert db.reading().get_one(models.Quiz, row.quiz_id).article_version == view.version
