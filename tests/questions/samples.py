"""The examples of the interactions, each as what it is."""

from typing import Any, TypeVar

from questions.question import Question

QuestionT = TypeVar("QuestionT", bound=Question[Any])


def sample(cls: type[QuestionT]) -> QuestionT:
    """The example of *cls*."""
    question = cls.example().question
    assert isinstance(question, cls)
    return question
