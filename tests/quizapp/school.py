"""A small school to test with: a teacher, a class, pupils, and a quiz with every interaction."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Any

from questions.article import Article, Paragraph, Section
from questions.claims import Claims
from questions.pack import Pack
from questions.question import Example, Question
from questions.types import TYPES
from quizapp import db
from quizapp.models import Feedback
from quizapp.store import classes as classes_store
from quizapp.store import library as library_store
from quizapp.usecases import accounts, assignments, attempts, classes, library
from quizapp.usecases.assignments import Rules
from quizapp.usecases.attempts import Saved, Submission

PASSWORD = "correct horse"
EXAMPLES: tuple[Example, ...] = tuple(kind.example() for kind in TYPES.values())


def pack(slug: str = "bridge") -> Pack:
    """An article with one question of every interaction."""
    return Pack(
        slug=slug,
        title="The bridge",
        level="13 and up",
        licence="CC BY 4.0",
        article=Article(
            headline="Bridge closed",
            outlet="The Paper",
            sections=(Section(1, "Closed", (Paragraph(1, "The bridge is closed, she said."),)),),
        ),
        questions=tuple(example.question for example in EXAMPLES),
        ids=tuple(TYPES),
    )


def generated(number: int = 3) -> list[Question[Any]]:
    """Questions as a recipe makes them."""
    question = TYPES["choice"].example().question
    return [
        replace(question, prompt=f"Who says number {n}?", recipe="who said it")
        for n in range(number)
    ]


def teacher(name: str = "Ms Rivera") -> int:
    """A new teacher."""
    return accounts.accept_invitation(accounts.invite_teacher(), name, PASSWORD)


@dataclass
class School:
    """A teacher with a class that has the quiz, and one pupil in it."""

    feedback: Feedback = Feedback.AFTER_EACH_ANSWER
    attempts_allowed: int = 2
    due_at: datetime | None = None
    name: str = "Ms Rivera"
    keys: Any = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.teacher_id = teacher(self.name)
        self.article_id = library.add_pack(pack(), (), Claims())
        self.class_id = classes.create_class(self.teacher_id, "7b")
        article = library_store.article(db.reading(), self.teacher_id, self.article_id)
        # The questions in the order of EXAMPLES, whatever the standard quiz would choose.
        versions = [question.version_id for question in article.questions]
        self.quiz_id = library.publish_quiz(
            self.teacher_id, self.article_id, versions, "All of them"
        )
        self.examples = [
            EXAMPLES[list(TYPES).index(question.slug)] for question in article.questions
        ]
        self.assignment_id = self.assign()
        self.pupil_id = self.pupil("Ada")

    def assign(self, **rules: Any) -> int:
        """Give the quiz to the class, by other rules than the usual ones where named."""
        given = replace(Rules(self.feedback, self.attempts_allowed, self.due_at), **rules)
        return assignments.assign(self.teacher_id, self.quiz_id, [self.class_id], given)[0]

    @property
    def code(self) -> str:
        """The join code of the class."""
        return class_code(self.teacher_id, self.class_id)

    def pupil(self, name: str) -> int:
        """A new pupil in the class."""
        return classes.join_class(self.code, name).pupil_id

    def start(self, pupil_id: int | None = None) -> int:
        """The open attempt of a pupil."""
        return attempts.start_attempt(pupil_id or self.pupil_id, self.assignment_id)

    def submission(self, position: int, *, right: bool = True) -> Submission:
        """A new answer to the question at *position*."""
        example = self.examples[position - 1]
        number = next(self.keys)
        answer = example.right if right else example.wrong
        return Submission(position, answer, f"key {number}", number)

    def answer(self, attempt_id: int, position: int, *, right: bool = True) -> Saved:
        """Answer the question at *position*."""
        return attempts.save_answer(
            self.pupil_id, attempt_id, self.submission(position, right=right)
        )

    @property
    def marked_by_teacher(self) -> int:
        """The position of the open question."""
        return 1 + next(n for n, e in enumerate(self.examples) if e.question.marked_by_teacher)


def class_code(teacher_id: int, class_id: int) -> str:
    """The join code of a class."""
    return classes_store.of_teacher(db.reading(), teacher_id, class_id).join_code
