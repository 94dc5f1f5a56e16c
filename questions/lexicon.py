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

SAYING = word_set(
    "said says say saying told tells tell asked asks ask added adds add wrote writes write replied "
    "replies answered answers insisted insists claimed claims argued argues warned warns explained "
    "explains admitted admits conceded concedes denied denies confirmed confirms announced "
    "announces declared declares stated states noted notes recalled recalls remembered remembers "
    "tweeted posted joked jokes shouted cried retorted predicted predicts urged urges suggested "
    "suggests believes believed thinks thought reckons reckoned hopes hoped fears feared testified "
    "acknowledged acknowledges stressed stresses promised promises vowed vows accused accuses "
    "dismissed dismisses rejected rejects described describes estimates estimated reported reports "
    "agreed agrees complained complains wondered wonders maintains maintained alleged alleges "
    "concluded concludes continued continues repeated repeats pointed quoted responded responds "
    "demanded demands laughed observed observes remarked remarks"
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
