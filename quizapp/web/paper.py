"""A quiz on paper: the sections with paragraph numbers, the questions, and the key."""

from flask import Blueprint, render_template

from quizapp import db
from quizapp.errors import NotFound
from quizapp.store import library as store
from quizapp.store import quizzes
from quizapp.store.library import QuizCard
from quizapp.web import people
from quizapp.web.forms import answer_form

bp = Blueprint("paper", __name__)


@bp.get("/library/<int:article_id>/quizzes/<int:quiz_id>/paper")
@people.teachers_only
def sheet(article_id: int, quiz_id: int) -> str:
    """What pupils get: text and questions, nothing of the key."""
    quiz = _own(article_id, quiz_id)
    items = quizzes.items(quiz_id)
    forms = {
        # One order for everybody, and not the one in which the key may stand first.
        item.position: answer_form(item.question, quiz_id, item.position)(formdata=None)
        for item in items
    }
    return render_template(
        "paper/sheet.html",
        quiz=quiz,
        article_id=article_id,
        article=quizzes.article(quiz_id),
        items=items,
        forms=forms,
    )


@bp.get("/library/<int:article_id>/quizzes/<int:quiz_id>/paper/key")
@people.teachers_only
def key(article_id: int, quiz_id: int) -> str:
    """What the teacher keeps: what is right, and the sentence that decides."""
    quiz = _own(article_id, quiz_id)
    return render_template(
        "paper/key.html", quiz=quiz, article_id=article_id, items=quizzes.items(quiz_id)
    )


def _own(article_id: int, quiz_id: int) -> QuizCard:
    view = store.article(db.reading(), people.number(), article_id)
    quiz = next((quiz for quiz in view.quizzes if quiz.id == quiz_id), None)
    if quiz is None:
        raise NotFound
    return quiz
