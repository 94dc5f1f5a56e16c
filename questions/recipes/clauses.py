"""Whether words of the article are a clause, whole and the source's own.

Nothing here parses: these are checks on plain text, each stricter than grammar, because a good
claim passed over costs less than a bad question asked.
"""

import re

from questions.marks import balanced, outside_quotation_marks
from questions.recipes.wording import (
    AUXILIARIES,
    FIRST_AND_SECOND,
    PASTS,
    PRESENTS,
    VERBS,
    WORD,
    words,
)

TIED_TO_THE_DAY = frozenset("today tomorrow yesterday tonight".split())

NOT_A_CLAUSE = re.compile(
    r"(?:to|not|that|how|whether|what|who|whom|whose|why|which|when|where|if|of|as|about|for|like|because"
    r"|so|than|and|or|but|yes|no(?! \w))\b",
    re.IGNORECASE,
)
"""Cannot follow "said that": "to close the bridge", "how much it cost", "but not now"."""

LEFT_HANGING = re.compile(
    r"\b(?:the|a|an|of|to|and|but|or|that|which|who|in|on|at|for|with|by|from|because|if|as|than"
    r"|its|their|his|her|although|while|is|are|was|were|be)\W*$",
    re.IGNORECASE,
)
"""Breaks off, as in "the town had paid for the"."""

BARE_NUMBER = re.compile(
    r"\b(?!(?:aged?|number|page|paragraph|chapter|section|rule|phase|level|grade|year|day|week|under"
    r"|since|until|circa|early|late|mid)\b)[a-z]+,? (?!(?:1[5-9]|20)\d\d\W*$)"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty"
    r"|fifty)(?:\W*$|,? [“\"‘']?(?:\w+ of which|which|but|although|though)\b)"
)
COUNTS = re.compile(
    r"\b(?:number|total|figure|toll|count|score|average|sum|index|rate|age|temperature|population)\b"
    r"|(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen)) (?!of\b)[a-z]{3}"
)
"""Says before it what a number counts: "the number of exits", "from 30 boats to 60"."""

MAY = re.compile(r"\bMay\b")
"""A month: the verb has a small letter, or is the first word of a question."""

WHO_WAS_TOLD = re.compile(
    r"(?:[a-z]+ )?[a-z]+s [A-Z][\w’'-]+ (?:had|has|was|is|were|would|will|could|did|does)\b"
    r"|(?:(?:the|its|his|her|their) )?(?:[\w’'-]+ ){1,2}that (?!(?:is|was|are|were|has|had)\b)"
)
"""Who was told: "told investigators Rusk had bought it", "warned members that it would be late"."""

PRESENT_AND_OBJECT = re.compile(r"\b[a-z]{2,}[^\Wisu]s (?:the|an?|its|their|no|more|every|\d+) ")
"""A verb that no list has, as in "a detour lengthens every trip"."""

RUNS_ON = re.compile(
    r";|\b(?:but|and|yet|though) (?:\w+ly |also |then )?(?:sa(?:ys|id)|told|tells|add(?:s|ed)"
    r"|urge[sd]|warn(?:s|ed)|ask(?:s|ed)|wonder(?:s|ed)|call(?:s|ed)|deni(?:es|ed)|admit(?:s|ted)"
    r"|blame[sd]|critici[sz]e[sd]|praise[sd]|want(?:s|ed)|hope[sd]|expect(?:s|ed)|believe[sd]"
    r"|demand(?:s|ed)|dismiss(?:es|ed)|reject(?:s|ed)|welcome[sd]|vow(?:s|ed)|pledge[sd]"
    r"|predict(?:s|ed)|threaten(?:s|ed)|plan(?:s|ned)|suggest(?:s|ed)|describe[sd]"
    r"|point(?:s|ed) out"
    r"|insist(?:s|ed)|concede[sd]|promise[sd]|claim(?:s|ed)|argue[sd]|accuse[sd]|declin(?:es|ed)|refuse[sd])\b"
    r"|, (?:and|but|while|though) .{3,70}\b(?:said|says|asked|asks|told|urged|warned|called|argued"
    r"|insisted|claimed|replied|wondered|added)\b"
    r"|, an? (?:\w+ ){1,3}(?:the|he|she|they|it|that|which) "
    r"|, an? (?:\w+ )?(?:request|claim|figure|charge|allegation|accusation|assertion|move|view"
    r"|remark|position|promise|number|decision|suggestion|version|account|verdict|finding) "
    r"|\bbut (?:would|did|could|does|will) not (?:be drawn|say|comment|give|name|elaborate|go)\b"
)
"""The reporter has taken over again, as in "it was safe, but would not say why"."""

VERB_OF_THE_QUOTATION = re.compile(r"\W*(?:\w+ly |simply |just |never |always |also )?([\w’']+)")
"""The first word of what is quoted, which may be the verb of all: that the plan “is a joke”."""

INVERTED_CONDITION = re.compile(r"(?:should|had|were) [^,]{8,}, .*\b(?:would|will|could|might)\b")
"""As in "should Russia respond, it would confirm its reputation"."""

SUBORDINATE = re.compile(r"[,—–-] ?(?:although|while|if|because|when|since|as|though|unless)\b")
"""Opens a clause that hangs on another, which may come after a cue that breaks the sentence up.

As in "The mayor, she said, was right, although nobody knew".
"""

CONNECTIVE = re.compile(
    r"(?:Moreover|However|Instead|Meanwhile|Furthermore|In addition|Nevertheless|Still|But|And|So"
    r"|Besides|Indeed|Yet|For example|For instance),? +"
)
"""Ties a clause to the sentence before it: "However, the bridge is safe"."""


def ends_in_a_bare_number(text: str) -> bool:
    """Whether *text* ends in a number of which it does not say what it counts.

    As in "the office was reviewing a request for 60"; a year, an age or a sum says enough.
    """
    number = BARE_NUMBER.search(text)
    return number is not None and COUNTS.search(text, 0, number.start()) is None


def is_headline(text: str) -> bool:
    """Whether nearly all words have a capital, as in the headlines of some papers."""
    found = [word for word in WORD.findall(text) if len(word) > 3 and word[0].isalpha()]
    return len(found) > 3 and sum(word[0].isupper() for word in found) > 0.7 * len(found)


def speaks_from_elsewhere(text: str) -> bool:
    """Whether reported words have "I", "you" or "today", which mean another thing in a question."""
    own = {word.partition("’")[0] for word in words(outside_quotation_marks(text))}
    return bool(own & (FIRST_AND_SECOND | TIED_TO_THE_DAY))


def is_reported(text: str) -> bool:
    """Whether *text* is all the source's: no "I" or "today", no marks left open, no comment."""
    return not speaks_from_elsewhere(text) and balanced(text) and RUNS_ON.search(text) is None


def _certain_verbs(text: str) -> bool:
    return any(word in AUXILIARIES for word in words(MAY.sub("", text))[1:])


def _likely_verbs(text: str) -> bool:
    return PRESENT_AND_OBJECT.search(text) is not None or any(
        word in PASTS or word in PRESENTS or re.fullmatch(r"[a-z]{2,}[^aeou]ed|[a-z]+ied", word)
        for word in words(text)[1:]
    )


def has_a_verb(text: str) -> bool:
    """Whether any word behind the first may be a finite verb."""
    return _certain_verbs(text) or _likely_verbs(text)


def _has_only_an_object(text: str) -> bool:
    """Whether what stands before quoted words has no verb, and they do not begin with one either.

    As in "season-ticket holders “changes you will see”", from "promised season-ticket holders …".
    """
    outside = outside_quotation_marks(text)
    before = re.split(r"[“\"«]", text, maxsplit=1)[0].strip()
    quoted = VERB_OF_THE_QUOTATION.match(text[len(before) :].strip())
    if not before or before == text.strip() or has_a_verb(outside) or quoted is None:
        return False
    verb = quoted.group(1).lower()
    return verb not in VERBS and not verb.endswith("ed")


def is_clause(text: str, *, introduced: bool, fronted: bool = False) -> bool:
    """Whether *text* has a subject and a finite verb, as far as words alone can tell.

    *introduced* says that the article puts "that" or a plain "said" before it; then a past tense
    that might be a participle counts as well. *fronted* says that it opens its sentence; then its
    subject may be a participle ("Rendering assistance would be unpopular").
    """
    first = (words(text) or [""])[0]
    if any(p.match(text) for p in (NOT_A_CLAUSE, WHO_WAS_TOLD)) or LEFT_HANGING.search(text):
        return False
    if INVERTED_CONDITION.match(text):
        return True
    if _has_only_an_object(text):
        return False
    if first in AUXILIARIES | PASTS or first.endswith("ed"):
        return False
    if first.endswith(("ing", "ly")) and not fronted:
        return False
    return _certain_verbs(text) or (introduced and _likely_verbs(text))
