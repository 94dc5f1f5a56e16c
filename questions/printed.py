"""Questions as the command line prints them."""

from typing import Any

from questions import types
from questions.pipeline import Suggestion
from questions.question import Question

LAST_FIELDS = (
    "skill",
    "process",
    "recipe",
    "section",
    "evidence",
    "explanation",
    "confidence",
)
"""The fields that every question ends with, in this order."""


def as_asked(question: Question[Any], **more: object) -> dict[str, Any]:
    """*question* with its own fields first, then *more*, then those that every question has."""
    fields = types.dump(question)
    last = {name: fields.pop(name) for name in LAST_FIELDS}
    del fields["note"]
    claim = fields.pop("claim")
    return {**fields, "claim": claim, **more, **last}


def as_suggested(found: Suggestion) -> dict[str, Any]:
    """The same, and whether it may be asked before a teacher has read it."""
    return as_asked(found.question, unseen=found.unseen)
