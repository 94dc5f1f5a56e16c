"""Small lists of English words that more than one step goes by."""


def word_set(words: str) -> frozenset[str]:
    """The words of *words*, which has blanks between them."""
    return frozenset(words.split())


MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())

SHORT_TITLES = word_set(
    "mr mrs ms mx dr prof rev fr hon engr sgt lt col gen capt cpl adm maj insp supt cllr sen rep "
    "gov"
)
"""Titles that may have a full stop: a name follows, and no sentence ends."""

TITLES = SHORT_TITLES | word_set("miss professor sir dame lord lady baroness baron alhaji csp ald")

_IRREGULAR = {
    "admit": "admitted",
    "find": "found",
    "say": "said",
    "tell": "told",
    "think": "thought",
    "write": "wrote",
}


def past(verb: str) -> str:
    """The past tense of a verb that reports."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if _is_after_a_consonant(verb) else f"{verb}ed"


def present(verb: str) -> str:
    """The form of *verb* that follows "she"."""
    if _is_after_a_consonant(verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch")) else f"{verb}s"


def _is_after_a_consonant(verb: str) -> bool:
    """Whether *verb* ends with such a "y": "cry", unlike "say"."""
    return verb.endswith("y") and verb[-2] not in "aeiou"


def finite(verbs: str) -> frozenset[str]:
    """Past and present of each of *verbs*, which have blanks between them."""
    return frozenset(form(verb) for verb in verbs.split() for form in (past, present))


SAYING = (
    finite(
        "say tell ask add write reply answer insist claim argue warn explain admit concede deny "
        "confirm announce declare state note recall remember joke predict urge suggest believe "
        "think reckon hope fear acknowledge stress promise vow accuse dismiss reject describe "
        "estimate report agree complain wonder maintain allege conclude continue repeat respond "
        "demand observe remark"
    )
    | frozenset(map(past, "tweet post shout cry retort testify point quote laugh".split()))
    | word_set("add ask say saying tell write")
)
"""Forms of the commonest verbs that tell whose words are reported."""


_OFTEN_MISSPELT = word_set(
    """said says told tells asked warned claimed argued insisted announced explained replied
    reported stated added confirmed denied according declared suggested admitted concluded
    predicted promised believes believed thinks wrote writes acknowledged accused responded
    complained testified recalled stressed maintained conceded alleged described dismissed
    rejected urged noted"""
)
"""Words beside a source whose misspellings are no words themselves: "add" would make "dad" one."""

_REAL_WORDS = word_set("aids dais dotl tolled dialed tide sate")
"""Misspellings of them that are words, after all."""


def _misspellings(word: str) -> set[str]:
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    if len(word) < 7:
        return swapped
    left_out = {word[:i] + word[i + 1 :] for i in range(1, len(word) - 2)}
    doubled = {word[:i] + word[i] + word[i:] for i in range(1, len(word))}
    return swapped | left_out | doubled


_CORRECTION = {
    wrong: right
    for right in sorted(_OFTEN_MISSPELT)
    for wrong in _misspellings(right)
    if wrong not in _OFTEN_MISSPELT and wrong not in _REAL_WORDS
}


def correction(word: str) -> str:
    """*word*, or the cue that it is a misspelling of ("siad", "acording")."""
    return _CORRECTION.get(word.lower(), word)
