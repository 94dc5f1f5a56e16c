"""Why a source goes without a name: "who asked not to be named because he feared for his job"."""

import re

from questions.attribution.parse import Parsed
from questions.attribution.speakers import Phrase
from questions.lexicon import SAYING

_FARTHEST = 160
"""Characters between a source and the words about its name."""

_WITHOUT_A_NAME = re.compile(
    r"\b(?:condition of anonymity|(?:requested|demanded|grant(?:ed)?|promised) anonymity"
    r"|not (?:to )?be (?:named|identified|quoted by name)"
    r"|(?:to )?(?:remain|stay) (?:anonymous|unnamed)"
    r"|names? (?:be |to be )?(?:withheld|kept)|not authori[sz]ed to (?:speak|comment|talk)"
    r"|not permitted to (?:speak|comment|talk)|not allowed to (?:speak|comment|talk)"
    r"|only (?:his|her|their) first name)\b"
)
_REASON = re.compile(r"\b(?:because|as|since|for fear|fearing|citing|out of|owing to)\b")
_CLAUSE_ENDS = re.compile(r"[.;:“”\"—–]|, (?=(\w+))|$")


def reason_unnamed(parsed: Parsed, mention: Phrase) -> str | None:
    """The article's words on why the source at *mention* is not named, its reason if it has one."""
    after = parsed.tokens[mention.last].end
    found = _WITHOUT_A_NAME.search(parsed.text, after, after + _FARTHEST)
    if found is None or re.search(r"[.“”\"]\s", parsed.text[after : found.start()]):
        return None
    rest = parsed.text[found.start() : _clause_end(parsed.text, found.end())]
    reason = _REASON.search(rest)
    return rest[reason.start() :] if reason else found[0]


def _clause_end(text: str, start: int) -> int:
    """Where the clause ends: at a stop, a quotation, or a comma with the cue behind it."""
    for end in _CLAUSE_ENDS.finditer(text, start):
        if end[1] is None or end[1].lower() in SAYING:
            return end.start()
    return len(text)
