"""Quotation marks and brackets: whether they are in pairs, and what stands outside them."""

import re

OPENING = ("“", "„", '"', "«")
CLOSING = ("”", '"', "»")
QUOTED = re.compile(r"[“„][^”]+”|\"[^\"]+\"|«[^»]+»")
"""What stands in double marks, marks included."""

_SINGLE_OPENING = re.compile(r"(?<![\w’'])[‘'](?=[\w\"“])")
"""The mark in "called it ‘old’", unlike the apostrophe of "it’s"."""

_SINGLE_CLOSING = re.compile(r"(?<=\S)[’'](?!\w)")
"""What may close it, though it may be the apostrophe of "the councillors’ vote"."""

_SURELY_CLOSING = re.compile(r"(?<=[,.?!”\"])[’'](?!\w)")
"""The mark in "It is late.’": no word ends like that."""


SINGLE_QUOTED = re.compile(r"(?<![\w’'])[‘'](?=\w)(?:[^‘’']|[’'](?=\w))+[’'](?!\w)")
"""What stands in single marks; an apostrophe that ends a word is taken for the mark that closes."""


def quotations(text: str) -> tuple[re.Match[str], ...]:
    """What stands in quotation marks, with them: in single ones only where there are no double."""
    double = any(mark in text for mark in OPENING)
    return tuple((QUOTED if double else SINGLE_QUOTED).finditer(text))


def all_known(text: str) -> bool:
    """Whether every mark that opens a quotation in *text* opens one of ``quotations``."""
    if any(mark in text for mark in OPENING):
        return balanced(text)
    return len(_SINGLE_OPENING.findall(text)) == len(quotations(text))


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that is opened is closed again.

    Marks made of two single ones are the same at both ends, so that they count as not closed.
    """
    pairs = (("“„", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
    if any(sum(map(text.count, left)) != text.count(right) for left, right in pairs):
        return False
    if text.count('"') % 2 or "''" in text or "`" in text:
        return False
    opened = len(_SINGLE_OPENING.findall(text))
    return opened <= len(_SINGLE_CLOSING.findall(text)) and (
        opened > 0 or _SURELY_CLOSING.search(text) is None
    )


def outside_quotation_marks(text: str) -> str:
    """*text* without the parts of it that stand in double quotation marks."""
    return QUOTED.sub(" ", text)
