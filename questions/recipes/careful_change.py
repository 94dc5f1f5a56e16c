"""A statement made wrong by the careful change of one element: a word, a figure, or a "not".

What comes out must be as sensible as what went in, so that only the article can tell which is
right. Words are changed one way only, where the way back would be odd: "won" into "lost".
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from questions.lexicon import MONTHS, WEEKDAYS
from questions.recipes.clauses import NOT_A_CLAUSE
from questions.recipes.wording import AUXILIARIES


class Change(NamedTuple):
    """The statement as changed, the words that were changed, and what they became."""

    text: str
    was: str
    now: str


OPPOSITES = tuple(
    (re.compile(rf"\b{was}\b"), now)
    for was, _, now in (
        line.strip().partition(" > ")
        for line in r"""
            (?<!not )(?<!no )more than(?= \d) > fewer than
            fewer than > more than
            at least(?= \d) > at most
            increase > decrease
            increases > decreases
            increased > decreased
            increasing > decreasing
            rise(?! to) > fall
            rises(?! to) > falls
            risen > fallen
            rose > fell
            higher(?! education| court| power| office) > lower
            stronger > weaker
            weaker > stronger
            larger > smaller
            bigger > smaller
            smaller > larger
            largest > smallest
            biggest > smallest
            smallest > largest
            better(?! off| than) > worse
            worse(?! off) > better
            best(?! to) > worst
            worst > best
            safer > more dangerous
            likely > unlikely
            unlikely > likely
            easier > harder
            harder > easier
            faster > slower
            slower > faster
            cheaper > more expensive
            older > younger
            younger > older
            win > lose
            wins > loses
            (?<!having )won > lost
            opposed(?! to) > supported
            opposes > supports
            oppose > support
            supports(?= the| a| his| her| their) > opposes
            supported(?= the| a| his| her| their) > opposed
            (?<!to )approved(?! of) > rejected
            accepted > rejected
            rejected > accepted
            remembered > forgot
            inside > outside
            majority(?! leader| whip) > minority
            women > men
            doubled > halved
            successful > unsuccessful
            necessary > unnecessary
            willing > unwilling
            unwilling > willing
            (?<!not )enough evidence > no evidence
            always > never
            morning > evening
            earlier(?= this| in) > later
        """.strip().splitlines()
    )
)

NUMBERS = dict(
    zip(
        "two three four five six seven eight nine ten twelve twenty".split(),
        "four five six eight nine five ten six seven twenty thirty".split(),
        strict=True,
    )
)
SPELLED = re.compile(rf"\b(?:{'|'.join(NUMBERS)})\b(?! or | to |-|[’'])")
FIGURE = re.compile(
    r"(?<![\w.,/:–-])(?:(?P<money>[£$€])\d[\d,.]*\d(?: (?:million|billion))?(?! ?(?:m|b)illion)"
    r"|(?P<share>\d+(?:\.\d+)?(?:%| per ?cent))|(?P<year>(?:19|20)\d\d)"
    r"|(?P<count>\d{1,3}(?:,\d{3})*(?= [a-z]{3,})))(?![\w/:%–-]|[.,]\d)"
)
BOUNDED = re.compile(
    r"(?:more|less|fewer|better|other|older|younger) than |\b(?:at least|at most|up to|over|under"
    r"|nearly|almost|between|from|to|and|or|minimum|maximum|below|above|within) $"
)
"""Before a number: another number might be right as well, or the number is one end of a range."""

BEFORE_AN_ADJECTIVE = re.compile(
    r"\b(?:an?|the|this|that|these|those|its|their|his|her|our|any|no|some|of|in|with|by|for"
    r"|widely|generally|newly|previously) $",
    re.IGNORECASE,
)

DAY = re.compile(rf"\b(?:{'|'.join(name.capitalize() for name in (*WEEKDAYS, *MONTHS))})\b")

YEARS_APART, TIMES_AS_MUCH = 5, 3
"""How far a figure may be from another in whose place it is put: else one sees that it is wrong."""

NEGATED = re.compile(
    r"(?P<start>[^,;:“”—–]+? )(?P<verb>is|are|was|were|will|would|should|must|has|have|had)"
    r"(?P<not> not)?(?= )"
)
NO_PLAIN_NOT = re.compile(
    r"\b(?:and|or|but|since|all|every\w*|some\w*|most|many|much|few|never|no|nobody|none|nothing|neither|hardly"
    r"|nor|only|because|until|unless|if|either|any\w*|already|yet|still|too|also|just|even|both"
    r"|each|really|entirely|fully|there|what|whether|who|whom|whose|which|that|when|while|where"
    r"|than|so|as|to (?:be|do|go|make)|un\w{4,}|a bit|perhaps|maybe|probably|certainly|always"
    r"|often|more|less)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
"""Beside these, it is not plain what a "not" is about."""

MAIN_VERB_HAS = re.compile(r" (?:to|an?|the|no|his|her|its|their|one|\d+|more)\b")
"""After "had": it is no auxiliary, and takes no "not"."""


def changes(text: str, figures: Iterable[str], days: Iterable[str] = ()) -> Iterator[Change]:
    """*text* with one element changed, in each way there is.

    *figures* may stand in for others, and so may *days* of the week and months.
    """
    yield from _opposites(text)
    yield from _other_figures(text, tuple(figures))
    yield from _other_days(text, tuple(days))
    yield from _negated(text)


def figures_of(text: str) -> list[str]:
    """The figures in *text* that can be put in each other's place."""
    return [match.group() for match in FIGURE.finditer(text)]


def days_of(text: str) -> list[str]:
    """The days of the week and the months in *text*."""
    return DAY.findall(text)


def _opposites(text: str) -> Iterator[Change]:
    for was, now in OPPOSITES:
        found = list(was.finditer(text))
        if len(found) == 1 and not (
            _in_quotation_marks(text, found[0]) or _describes(text, found[0])
        ):
            yield _changed(text, found[0], now)


def _describes(text: str, match: re.Match[str]) -> bool:
    """Whether a verb form describes a noun, as in "the accepted date": another is not the same."""
    return match[0].endswith("ed") and BEFORE_AN_ADJECTIVE.search(text[: match.start()]) is not None


def _other_figures(text: str, figures: tuple[str, ...]) -> Iterator[Change]:
    for match in SPELLED.finditer(text):
        if not BOUNDED.search(text[: match.start()]) and not _in_quotation_marks(text, match):
            yield _changed(text, match, NUMBERS[match.group()])
    for match in FIGURE.finditer(text):
        others = [f for f in figures if f not in text and _could_stand_for(f, match)]
        bounded = BOUNDED.search(text[: match.start()])
        if others and not bounded and not _in_quotation_marks(text, match):
            yield _changed(text, match, others[0])


def _other_days(text: str, days: tuple[str, ...]) -> Iterator[Change]:
    """With another day of the week, or another month, where there is only one."""
    for names in (WEEKDAYS, MONTHS):
        found = [match for match in DAY.finditer(text) if match.group().lower() in names]
        others = [day for day in days if day.lower() in names and day not in text]
        if len(found) == 1 and others and not _in_quotation_marks(text, found[0]):
            yield _changed(text, found[0], others[0])


def _could_stand_for(figure: str, other: re.Match[str]) -> bool:
    """Whether the two are of one kind, and neither is out of all proportion to the other."""
    found = FIGURE.match(f"{figure} all")
    if found is None or found.lastgroup != other.lastgroup:
        return False
    if found.lastgroup == "year":
        return abs(int(figure) - int(other[0])) <= YEARS_APART
    times = _size(figure) / max(_size(other[0]), 1)
    return _unit(figure) == _unit(other[0]) and 1 / TIMES_AS_MUCH <= times <= TIMES_AS_MUCH


def _size(figure: str) -> float:
    return float(re.sub(r"[^\d.]", "", figure).rstrip(".") or 0)


def _unit(figure: str) -> str:
    return re.sub(r"[\d.,]", "", figure)


def _negated(text: str) -> Iterator[Change]:
    """With a "not", or without one, where only the first verb can be meant."""
    match = NEGATED.match(text)
    if match is None or NO_PLAIN_NOT.search(text) or _in_quotation_marks(text, match):
        return
    verb, after = match["verb"], text[match.end() :]
    earlier = set(match["start"].lower().split()[1:])
    takes_no_not = verb.startswith("ha") and MAIN_VERB_HAS.match(after)
    if takes_no_not or earlier & AUXILIARIES or NOT_A_CLAUSE.match(text):
        return
    now = verb if match["not"] else f"{verb} not"
    yield Change(f"{match['start']}{now}{after}", text[match.start("verb") : match.end()], now)


def _in_quotation_marks(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _changed(text: str, match: re.Match[str], now: str) -> Change:
    return Change(text[: match.start()] + now + text[match.end() :], match.group(), now)
