"""The interactions. To add one: write its file, then add its class to ``TYPES``."""

from typing import Any

from questions import schema
from questions.question import InvalidQuestion, Question
from questions.types.choice import Choice

TYPES: dict[str, type[Question[Any]]] = {cls.kind: cls for cls in (Choice,)}


def dump(question: Question[Any]) -> dict[str, Any]:
    """*question* as plain data, ready for YAML or JSON."""
    return {"type": question.kind, **schema.dump(question)}


def load(plain: Any) -> Question[Any]:
    """The question that *plain* describes, or InvalidQuestion saying why there is none."""
    if not isinstance(plain, dict):
        raise InvalidQuestion("must be a mapping of fields")
    fields = dict(plain)
    kind = fields.pop("type", None)
    if kind not in TYPES:
        raise InvalidQuestion(f"type: {kind!r} is none of: {', '.join(TYPES)}")
    try:
        return schema.load(TYPES[kind], fields)
    except schema.InvalidData as error:
        raise InvalidQuestion(str(error)) from error
