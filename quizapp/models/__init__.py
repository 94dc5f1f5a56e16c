"""The tables: columns and constraints only. Rules live in ``usecases`` and ``questions``.

The constraints are the promises that hold even where the code forgets: no answer twice, no name
twice in a class, no attempt twice under one number.
"""

from quizapp.models.attempts import Answer, Assignment, Attempt, Feedback, Mark, SkillScore
from quizapp.models.library import Article, Origin, Question, QuestionVersion, Quiz, QuizItem
from quizapp.models.people import Classroom, Invitation, LoginSession, Pupil, Teacher

__all__ = [
    "Answer",
    "Article",
    "Assignment",
    "Attempt",
    "Classroom",
    "Feedback",
    "Invitation",
    "LoginSession",
    "Mark",
    "Origin",
    "Pupil",
    "Question",
    "QuestionVersion",
    "Quiz",
    "QuizItem",
    "SkillScore",
    "Teacher",
]
