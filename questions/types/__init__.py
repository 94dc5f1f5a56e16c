"""The interactions. To add one: write its file, then add its class to ``TYPES``.

Those who write packs need to know it, too: docs/packs.md owes each interaction a section.

A module whose name begins with an underscore holds what several interactions share.
"""

from typing import Any

from cattrs import Converter

from questions import schema
from questions.question import InvalidQuestion, Question
from questions.types.choice import Choice
from questions.types.match import Match
from questions.types.multiple_response import MultipleResponse
from questions.types.open import Open
from questions.types.order import Order
from questions.types.select_text import SelectText
from questions.types.short_text import ShortText
from questions.types.true_false_not_given import TrueFalseNotGiven
from questions.types.two_part import TwoPart

TYPES: dict[str, type[Question[Any]]] = {
    cls.kind: cls
    for cls in (
        Choice,
        MultipleResponse,
        TrueFalseNotGiven,
        Match,
        Order,
        SelectText,
        ShortText,
        TwoPart,
        Open,
    )
}


def dump(question: Question[Any], rules: Converter = schema.CONVERTER) -> dict[str, Any]:
    """*question* as plain data, ready for YAML or JSON."""
    return {"type": question.kind, **schema.dump(question, rules)}


def load(plain: Any, rules: Converter = schema.CONVERTER) -> Question[Any]:
    """The question that *plain* describes, or InvalidQuestion saying why there is none."""
    if not isinstance(plain, dict):
        raise InvalidQuestion("must be a mapping of fields")
    fields = dict(plain)
    kind = fields.pop("type", None)
    if not isinstance(kind, str) or kind not in TYPES:
        raise InvalidQuestion(f"type: {kind!r} is none of: {', '.join(TYPES)}")
    try:
        return schema.load(TYPES[kind], fields, rules)
    except schema.InvalidData as error:
        raise InvalidQuestion(*error.problems) from error
