"""What kind of statement some words make: to be checked, an opinion, a look ahead, unconfirmed.

A statement is of a kind if it has a sign of it and not so much as a hint of another kind: a good
statement passed over costs less than a bad question asked.
"""

import re
from typing import NamedTuple

from questions.lexicon import MONTHS, WEEKDAYS


class Label(NamedTuple):
    """A kind of statement: its option, what shows it, what might show it, a reason for a pupil."""

    option: str
    sign: re.Pattern[str]
    hint: re.Pattern[str]
    reason: str


def _any_of(*words: str) -> re.Pattern[str]:
    """A pattern for any of *words*, which have blanks between them; a dot stands for a blank."""
    found = " ".join(words).split()
    return re.compile(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE)


_JUDGING = """
    wrong unfair unjust shame shameful disgrace disgraceful terrible awful horrible sad
    dreadful appalling wonderful brilliant fantastic amazing beautiful ugly stupid silly
    absurd ridiculous outrageous unacceptable scandal scandalous tragic lovely excellent
    perfect foolish reckless irresponsible crazy insane pathetic boring dull exciting
    nonsense cruel immoral misguided good bad great brave courageous cowardly naive insult
    insulting madness dangerous smart clever disappointing shocking inspiring
    honest dishonest strange weird scary frightening sick fun awesome incredible worthwhile
    worse better best worst unkind hopeless useless pointless clumsy greedy selfish generous
    heartless laughable a.joke a.gift a.mess a.farce a.fiasco a.triumph a.disaster
    not.enough not.acceptable not.right
"""
"""Words behind "is" or "was" that others might not choose."""

_COLOURED = """
    should ought must need\\w* too enough really very so powerful\\w* enormous\\w* huge\\w*
    massive\\w* dramatic\\w* emotional\\w* enthusiastic\\w* wildly hastily only
    controversial\\w* important strong\\w* weak\\w* lesson courage failure success\\w*
    devastating\\w* major key rare\\w* poor\\w* rich\\w* popular unpopular famous\\w*
    fair\\w* severe\\w*
    serious\\w* real\\w* overdrive \\w*flatter\\w* love\\w* hate\\w* never nobody always
    merely impressive\\w* interesting rocky verbal attacks? scapegoat hotbed moving\\w*
    sturdy well momentum big\\w* happy proud afraid everybody everyone everything
"""
"""Words that lend a figure more than can be looked up."""

_TIMES = "2\\d\\d\\d spring summer autumn fall winter end christmas week month year".split()
_LATER = "|".join((*_TIMES, *WEEKDAYS, *MONTHS))
_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"

FIGURE = re.compile(
    rf"\b\d{{2}}|\b\d(?:\.\d+)?(?:%| per ?cent| million)|\b(?:{_NUMBERS}|hundred)\b(?! years)",
    re.IGNORECASE,
)
PERSONAL = _any_of("i we you me my us our your he she they people folks")
"""With one of these, a figure is somebody's own story, and hard to look up."""

CHECKABLE = Label(
    "A plain statement that can be checked",
    sign=FIGURE,
    hint=re.compile(r"\d"),
    reason="there is a figure that somebody can look up or count",
)
OPINION = Label(
    "A view, which others may not share",
    sign=re.compile(
        r"(?:\b(?:is|are|was|were|be|been)(?:n[’']t)?|[’']s) (?:[\w’'-]+ ){0,3}"
        rf"(?:{'|'.join(_JUDGING.split())})\b(?! for\b)"
        r"|(?<!where )(?<!that we )\b(?:should|ought to|deserves?)"
        r"(?! be (?:ready|finished|open|back|here)| have (?:arrived|come|been)"
        r"| (?:last|take|cost|rise|fall|arrive|reach)\b)\b"
        r"|\bI (?:\w+ )?(?:love|like|hate|trust|admire|respect)\b"
        r"|\b(?:is|are|was|were|be) (?:so|too|very|really|extremely|utterly)"
        r" (?!many|much|few|early|late|far|likely|\w+ing\b)\w+",
        re.IGNORECASE,
    ),
    hint=_any_of(_JUDGING, _COLOURED),
    reason="somebody finds it good, bad or right, and others may not",
)
FUTURE = Label(
    "A look ahead, at what is still to come",
    sign=re.compile(
        r"^(?:(?!(?:who|that|which|if|when|where|what|how|you|people|is|are|was|were|has|have|had"
        r"|said|an?|no|think|hope|know)\b)[\w’'.-]+,? ){1,9}"
        r"(?:will|won[’']t|(?:is|are) (?:going|expected|due) to)"
        r" (?!always|never|often|have|not only)"
        rf"|\bwould [^,]+ (?:by|in|next|from|before|until|after|on) (?:the )?(?:{_LATER})\b",
        re.IGNORECASE,
    ),
    hint=_any_of(
        "will would won[’']t \\w+[’']ll shall going.to expect\\w* due.to set.to plan\\w* soon",
        "tomorrow upcoming next future until ahead intend\\w* aim\\w* propos\\w* wants?",
        "(?:is|are).(?:\\w+ing.(?:on|in|at)|to) can.win (?:moves|heads).to",
    ),
    reason="it has not happened yet",
)
UNCONFIRMED = Label(
    "A report in words that leave the truth open",
    sign=re.compile(
        r"\b(?:allegedly|reportedly|supposedly|purportedly)\b|(?<!who )(?<!which )"
        r"\b(?:is|are|was|were) (?:said|rumou?red|alleged|believed|understood) to\b",
        re.IGNORECASE,
    ),
    hint=_any_of(
        "may might could seem\\w* appear\\w* apparent\\w* likely perhaps possibl[ey] probabl[ey]",
        "suggest\\w* alleg\\w* report\\w* suppos\\w* purport\\w* rumou?r\\w* believed claim\\w*",
        "said understood accus\\w* suspect\\w* estimat\\w* thought unclear say says told if unless",
    ),
    reason="it is passed on, but nobody has proved it",
)
LABELS = (CHECKABLE, OPINION, FUTURE, UNCONFIRMED)

WILL_AS_REPORTED = re.compile(
    r"^(?!an? |.*[“”\"‘]|.*\b(?:if|unless|like|rather|have|who|that|which|when|where|how|what|could"
    r"|might|may|cost|owe)\b)"
    r".*\bwould (?:not |be |no longer |now |soon )?[a-z]+",
    re.IGNORECASE,
)
"""In reported speech "will" has become "would", as in "the state would rebuild the roofs"."""

TWO_CLAUSES = re.compile(
    r"\b(?:and|but) (?:[\w’'-]+ ){0,4}(?:is|are|was|were|has|have|had|should|ought)\b"
)
"""In a view: one half of it might be a fact, as in "was a draft and should not have gone out"."""

TWO_TIMES = re.compile(
    r"\b(?:and|but|though|while) (?:[\w’'-]+ ){0,3}?"
    r"(?:will|won[’']t|would|shall|(?:is|are) (?:going|expected|due) to)\b",
    re.IGNORECASE,
)
"""In a look ahead: the half before it may be a fact, as in "takes effect at once and will last"."""

HARMLESS = {(FUTURE, CHECKABLE), (UNCONFIRMED, CHECKABLE)}
"""A look ahead and a rumour stay what they are with a figure in them."""

UNFIT = re.compile(
    r"\?|\b(?:and|but|or) that\b|\blet[’']s\b|\b(?:heard|shout\w*|whether|asked|hoped?|thoughts?)\b"
    r"|\b(?:I|we) (?:was|were|am|are) wrong\b|\bkind of\b|\bthat should\b"
    r"|\bwhere (?:it|they|s?he)\b|\ba joke about\b|^\d[\d.]*(?:%| per ?cent) (?!of\b)"
    r"|(?:thirds?|quarters?|half|per ?cent|%|majority|most|one in \w+) .*\b(?:think|favou?r|want)",
    re.IGNORECASE,
)
"""Questions, slogans, parts that need another part, and what is said about what others say."""

SHORTEST, LONGEST = 6, 26
"""Words of a statement that is to be sorted."""

LONGEST_WITH_A_FIGURE = 20
"""A longer one says more than its figure, and not all of it can be looked up."""


def label_of(text: str, *, reported: bool = False) -> Label | None:
    """The kind of which *text* shows a sign, if nothing in it hints at another kind.

    *reported* says that it is indirect speech, in which "would" looks ahead.
    """
    if UNFIT.search(text) or not SHORTEST <= len(text.split()) <= LONGEST:
        return None
    signs = [label for label in LABELS if label.sign.search(text)]
    if reported and FUTURE not in signs and WILL_AS_REPORTED.search(text):
        signs.append(FUTURE)
    hints = [label for label in LABELS if label.hint.search(text)]
    found = [s for s in signs if all(h is s or (s, h) in HARMLESS for h in hints)]
    if (
        (found == [CHECKABLE] and not _is_plain(text))
        or (found == [OPINION] and TWO_CLAUSES.search(text))
        or (found == [FUTURE] and TWO_TIMES.search(text))
    ):
        return None
    return found[0] if len(found) == 1 else None


def _is_plain(text: str) -> bool:
    """Whether *text* is short, and no story of somebody’s own."""
    return len(text.split()) <= LONGEST_WITH_A_FIGURE and PERSONAL.search(text) is None
