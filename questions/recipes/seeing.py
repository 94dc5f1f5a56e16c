"""Whether somebody tells what happened before their own eyes and ears."""

import re

from questions.recipes.statements import Statement

SAW = re.compile(
    r"\b(?:I|[Ww]e) (?:just |only |suddenly |first |could |actually )?"
    r"(?:saw|heard|see|hear|watched|smelled|smelt) (?!of\b|about\b|that\b|from\b|in\b|why\b|how\b)"
)

HAPPENING = re.compile(
    r"\b(?:crash\w*|bangs?|explo\w+|shots?|shout\w*|scream\w*|smoke|fire|flames?|fall\w*|fell|hit"
    r"|running|ran|flying|burn\w*|collaps\w*|coming|water|cars?|ambulances?|police|blood|lying"
    r"|shaking|boats?|trains?|blast|windows?|street|roof|helicopters?|truck|ground|door)\b",
    re.IGNORECASE,
)
"""What there is to see or hear, unlike the object of "I saw the numbers"."""


def tells_what_it_saw(statement: Statement) -> bool:
    """Whether *statement* is the quotation of an eyewitness."""
    saw = SAW.search(statement.text)
    return statement.quoted and saw is not None and HAPPENING.search(statement.text) is not None
