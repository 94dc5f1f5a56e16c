"""What a new quiz is called until its teacher calls it something else."""

from itertools import count

from quizapp.store.library import ArticleView
from quizapp.usecases.library import LONGEST_TITLE


def fresh(view: ArticleView) -> str:
    """The headline, with a number where another quiz about the article is called so already."""
    headline = view.article.headline[: LONGEST_TITLE - len(" (99)")]
    taken = {quiz.title for quiz in view.quizzes}
    numbered = (f"{headline} ({number})" for number in count(2))
    return headline if headline not in taken else next(t for t in numbered if t not in taken)
