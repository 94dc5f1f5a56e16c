"""Whether "he", "it" or "the plan" stands for something that the same words name before it."""

import re

from questions.marks import outside_quotation_marks
from questions.recipes.wording import (
    AUXILIARIES,
    FUNCTION_WORDS,
    NEUTER,
    PASTS,
    PERSONAL,
    PLURAL,
    PRESENTS,
    VERBS,
    WORD,
    words,
)

BEFORE_A_CLAUSE = frozenset(
    "said says say thought thinks think knew know knows believe told".split()
)
"""Verbs behind which "it" opens a clause, where behind others it is the object."""

NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty half".split()
)

NONE = re.compile(
    r"\b(?:none|neither|both) (?=(?:was|were|is|are|has|have|had|of them)\b)"
    r"|\b(?:any|no|the) such \w+|^(?:(?:in|on|by) \w+,? )?one (?=(?:\w+ed|was|is|has|had)\b)"
    r"|^(?:at least |about |more than |nearly |almost )?(?:a|one|two|three)[- ]"
    r"(?:third|quarter|half|fifth)s? (?!of\b)"
    r"|^(?:(?:on|in|at|by|after) [^,\d]{2,40}, )?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|one|half|most|some|many|several"
    r"|a few|all) (?:of them|was|were|is|are|has|have|had|would|will|could|can)\b",
    re.IGNORECASE,
)
"""Stands for things named before, unlike "none of the boats": "190 were closed", "no such rule"."""

THEN = re.compile(
    r"^(?:and |but )?(?:since|by|until|till|before|after|from|around) "
    r"(?:then\b|(?:that|this)(?=,| (?:the|an?|he|she|it|they|we|I|there|[A-Z])\b))"
    r"|^(?:and |but )?(?:by|at|around|from|until) (?:that|this) (?:time|point|stage|moment|date)\b"
    r"|^(?:at the time|in the meantime|the same (?:day|night|week|month|year)|(?:that|the next) "
    r"(?:day|night|morning|evening|week|month|year)|(?:then|afterwards|later)),"
    r"|^(?!.*(?:\d|\b(?:when|before|after|until|once|if)\b.{4,}\bthen\b)).*"
    r"\b(?:since|by|until|till|before|after) then\W*$",
    re.IGNORECASE,
)
"""A time named before: "Since then the council has logged 41 complaints"."""

THERE = re.compile(
    r"(?<!^)\bthere(?!’| (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should"
    r"|be|been|being|seem\w*|appear\w*|exist\w*|to be)\b)(?! \w+ be\b)"
)
"""The place named before, unlike the "there" of "there is"."""

OF_ONE_PERSON = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)

LOOKS_BACK = re.compile(
    r"\b(?:the|this|that|these|those|both|such) (?:\w+ )?(?:country|company|group|firm|agency"
    r"|organi[sz]ation|minister|official|officials|move|decision|report|plan|pair|two|man|woman"
    r"|party|team|club|proposal|charges?|allegations?|claims?|statement|incident|measures?|former"
    r"|latter|same|others?|council|ministry|authority|school|study|rule|deal|law|treaty|case"
    r"|practice|system|figures?|numbers?|problem|issue|matter|situation|site|building|game|match)\b"
    r"|^(?:others|another|the others?|such)\b"
    r"|\b(?:this|these|those) (?!(?:week|month|year|time|is|was|are|were)\b)[a-z]+",
    re.IGNORECASE,
)
"""As in "the plan was dropped": a reader has to be told where to look for which."""

POINTING_START = re.compile(
    r"(?:and |but |so )?(?:this|that|these|those|it|they|he|she)(?: (?:also|only|just))?\b",
    re.IGNORECASE,
)
"""As in "And that is the ideal ending"."""

POINTING_TO_A_NOUN = re.compile(r"(?:this|these) (?!also|only|just)([a-z]+)", re.IGNORECASE)
"""Unlike "this is …", "this crisis has passed" names what it points to."""

EMPTY_IT = re.compile(
    r"\bit(?:’s| is| was| would be| will be| may be| seems| appears| takes)"
    r" (?!(?:\w+ed|done|made|meant|built|set|sent|put|held|written|given|brought) to\b)"
    r"(?:(?:not|too|so|very) )?\w+(?: for \w+(?: \w+)?)? (?:to|that)\b",
    re.IGNORECASE,
)
"""Stands for nothing, as in "it is too early to tell"."""


NO_NOUN_BEHIND = re.compile(
    r"(?<=\w )(?:this|these)(?= (?:for|in|on|at|to|from|by|with|and|or|but|as|again|before|when"
    r"|because|if|while|until|is|was|are|were|has|had|would|will|could|can|may|might|must|should)\b"
    r"|[,.;:!?”’]|$)"
    r"|\b(?:like|about|of|for|with|after|before|do|did|does|doing|done|all|than) that"
    r"(?=[,.;:!?”’]|$)"
)
"""Stands for what is named before, as in "asked for something like this for two years"."""


PLURAL_FIRST = re.compile(r"[A-Z][a-z]+[^\Wsu]s (?![A-Z])")
"""A first word for which no "it" stands: "Hostilities broke out as soon as it was over"."""


def _names_before(text: str, end: int) -> bool:
    return any(
        match.group()[0].isupper() and match.group().lower() not in FUNCTION_WORDS | NUMBERS
        for match in WORD.finditer(text, 0, end)
    )


def _person_before(text: str, end: int) -> bool:
    """Whether a name comes before; a capital alone at the very beginning does not make one."""
    first = WORD.match(text)
    if first is None or re.match(r"\S+ [A-Z]", text):
        return _names_before(text, end)
    return _names_before(text[first.end() :], end - first.end())


def _nouns_before(text: str, end: int) -> bool:
    plural = PLURAL_FIRST.match(text)
    return bool(
        _names_before(text if plural is None else text[plural.end() :], end)
        or re.search(r"\b(?:the|a|an|any|no|every|each|this) \w+", text[:end], re.IGNORECASE)
    )


def _stands_for_a_noun(text: str, pronoun: re.Match[str]) -> bool:
    """Whether a noun comes before, and "it" is a subject: as an object it points further back."""
    following = WORD.match(text, pronoun.end() + 1)
    verb = following is not None and following.group().lower() in VERBS
    before = text[: pronoun.start()]
    if pronoun.group().lower() == "its":
        return _nouns_before(text, pronoun.start())
    earlier = words(before)
    apart = before.rstrip().endswith((",", "—", "–")) or any(w in VERBS for w in earlier[1:])
    governed = bool(earlier) and earlier[-1] in VERBS - BEFORE_A_CLAUSE
    subject = verb or "’" in pronoun.group()
    return subject and apart and not governed and _nouns_before(text, pronoun.start())


def _plurals_before(text: str, end: int) -> bool:
    return bool(
        re.search(
            r"\b(?:the|these|those|some|many|most|several|few|all|both|other|our|his|her|its|no|and"
            r"|two|three|four|five|six|ten|\d+) (?:\w+ )?[a-z]{2,}[^\Wsu]s\b"
            r"|\b(?:people|men|women|children)\b|^[A-Z]?[a-z]{2,}[^\Wsu]s (?!of\b)",
            text[:end],
            re.IGNORECASE,
        )
    )


def _points_back_from_the_start(text: str) -> bool:
    if not POINTING_START.match(text) or EMPTY_IT.match(text):
        return False
    noun = POINTING_TO_A_NOUN.match(text)
    return noun is None or noun.group(1) in AUXILIARIES | PASTS | PRESENTS


def points_without_a_noun(text: str) -> bool:
    """Whether "this" or "that" in reported words, behind the first, stands for what they lack."""
    return NO_NOUN_BEHIND.search(outside_quotation_marks(text)) is not None


def dangling_pronoun(text: str) -> str | None:
    """The first pronoun of *text* that nothing before it in *text* can stand for, if any."""
    if _points_back_from_the_start(text):
        return text.split()[0]
    pointer = THEN.search(text) or THERE.search(text) or NONE.search(text)
    if pointer:
        return pointer.group()
    empty = {match.start() for match in EMPTY_IT.finditer(text)}
    for match in WORD.finditer(text):
        word, start = match.group().lower().partition("’")[0], match.start()
        lost = (
            (word in PERSONAL and not _person_before(text, start))
            or (word in PLURAL and not _plurals_before(text, start))
            or (word in NEUTER and start not in empty and not _stands_for_a_noun(text, match))
        )
        if lost:
            return match.group()
    return None
