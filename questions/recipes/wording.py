"""How words from the article are turned into stems and options, and when they must not be.

Nothing here parses: these are checks on plain text, each stricter than grammar, because a good
claim passed over costs less than a bad question asked.
"""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*")

PERSONAL = frozenset("he him his himself she her hers herself".split())
PLURAL = frozenset("they them their theirs themselves".split())
NEUTER = frozenset("it its itself".split())
FIRST_AND_SECOND = frozenset("i me my mine we us our ours you your yours myself ourselves".split())
TIED_TO_THE_DAY = frozenset("today tomorrow yesterday tonight".split())

AUXILIARIES = frozenset(
    """am is are was were has have had do does did will would can could may might must shall should
    cannot isn aren wasn weren hasn haven hadn don doesn didn won wouldn can couldn shouldn mustn
    isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t
    couldn’t shouldn’t mustn’t ain’t there’s it’s that’s he’s she’s what’s we’re they’re you’re i’m
    we’ve they’ve i’ve you’ve i’ll we’ll they’ll you’ll it’ll""".split()
)
PASTS = frozenset(
    """became began broke brought built bought came caught chose cost cut drew drove fell felt flew
    forgot found fought gave got grew had held heard hit hurt kept knew laid led left lent let lost
    made meant met paid put quit ran rang read rose said sang sat saw sent set shook shot showed
    shut slept sold spent spoke spread stood stole struck swam swore taught thought threw told took
    understood went woke won wore wrote""".split()
)
PRESENTS = frozenset(
    """allows becomes begins belongs brings builds causes comes costs depends falls feels fits
    follows gets gives goes grows happens helps holds keeps knows leaves lies lives looks loses
    makes matters means moves needs owes pays plays puts remains requires rests rises runs says
    seems serves shows sits stands starts stays stops takes tells tends thinks turns wants works
    need know want think take make go come get see live feel believe remain mean keep believes
    hopes adds shows finds swears walks talks""".split()
)
VERBS = AUXILIARIES | PASTS | PRESENTS
REPORTING = frozenset("said says say thought thinks think knew know knows believe told".split())
FUNCTION_WORDS = (
    frozenset(
        """a an the this that these those some any no every each all both many much more most few
        several such other another and but or nor so yet if because although though while when
        where who whom whose which what why how whether than as of in on at to from by with about
        for into over under after before between through during without against not also only even
        just still already then now here there very too up out off again once ever never""".split()
    )
    | PERSONAL
    | PLURAL
    | NEUTER
    | FIRST_AND_SECOND
    | frozenset(word for word in AUXILIARIES if "’" not in word)
)

NOT_A_CLAUSE = re.compile(
    r"(?:to|that|how|whether|what|who|whom|whose|why|which|when|where|if|of|as|about|for|like|because"
    r"|so|than|and|or|but|yes|no)\b",
    re.IGNORECASE,
)
LEFT_HANGING = re.compile(
    r"\b(?:the|a|an|of|to|and|but|or|that|which|who|in|on|at|for|with|by|from|because|if|as|than"
    r"|its|their|his|her|although|while|is|are|was|were|be)\W*$",
    re.IGNORECASE,
)
PRESENT_AND_OBJECT = re.compile(r"\b[a-z]{2,}[^\Wisu]s (?:the|an?|its|their|no|more|every|\d+) ")
RUNS_ON = re.compile(
    r";|\b(?:but|and|yet|though) (?:\w+ly |also |then )?(?:sa(?:ys|id)|told|tells|add(?:s|ed)"
    r"|urge[sd]|warn(?:s|ed)|ask(?:s|ed)|wonder(?:s|ed)|call(?:s|ed)|deni(?:es|ed)|admit(?:s|ted)"
    r"|insist(?:s|ed)|concede[sd]|promise[sd]|claim(?:s|ed)|argue[sd]|accuse[sd]|declin(?:es|ed)|refuse[sd])\b"
    r"|, an? (?:\w+ ){1,3}(?:the|he|she|they|it|that|which) "
    r"|\bbut (?:would|did|could|does|will) not (?:be drawn|say|comment|give|name|elaborate|go)\b"
)
"""Signs that the reporter has taken over again before the end."""

NONE = re.compile(r"\b(?:none|neither|both) (?=(?:was|were|is|are|has|have|had|of them)\b)", re.I)
"""Stands for things named before, unlike "none of the boats"."""
THERE = re.compile(
    r"(?<!^)\bthere(?!’| (?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should"
    r"|be|been|being|seem\w*|appear\w*|exist\w*|to be)\b)(?! \w+ be\b)"
)
"""The place named before, unlike the "there" of "there is"."""
INVERTED_CONDITION = re.compile(r"(?:should|had|were) [^,]{8,}, .*\b(?:would|will|could|might)\b")
SUBORDINATE = re.compile(r"[,—–-] ?(?:although|while|if|because|when|since|as|though|unless)\b")
"""Opens a clause that hangs on another, which may come after a cue that breaks the sentence up."""

SINGLE_OPENING = re.compile(r"(?<![\w’'])[‘'](?=[\w\"“])")
SINGLE_CLOSING = re.compile(r"(?<=\S)[’'](?!\w)")
SURELY_CLOSING = re.compile(r"(?<=[,.?!”\"])[’'](?!\w)")
CONNECTIVE = re.compile(
    r"(?:Moreover|However|Instead|Meanwhile|Furthermore|In addition|Nevertheless|Still|But|And|So"
    r"|Besides|Indeed|Yet|For example|For instance),? +"
)
LOOKS_BACK = re.compile(
    r"\b(?:the|this|that|these|those|both|such) (?:\w+ )?(?:country|company|group|firm|agency"
    r"|organi[sz]ation|minister|official|officials|move|decision|report|plan|pair|two|man|woman"
    r"|party|team|club|proposal|charges?|allegations?|claims?|statement|incident|measures?|former"
    r"|latter|same|others?|council|ministry|authority|school|study|rule|deal|law|treaty|case"
    r"|practice|system|figures?|numbers?|problem|issue|matter|site|building|game|match)\b"
    r"|^(?:others|another|the others?|such)\b"
    r"|\b(?:this|these|those) (?!(?:week|month|year|time|is|was|are|were)\b)[a-z]+",
    re.IGNORECASE,
)
POINTING_START = re.compile(
    r"(?:and |but |so )?(?:this|that|these|those|it|they|he|she)(?: (?:also|only|just))?\b",
    re.IGNORECASE,
)
POINTING_TO_A_NOUN = re.compile(r"(?:this|these) (?!also|only|just)([a-z]+)", re.IGNORECASE)
EMPTY_IT = re.compile(
    r"\bit(?:’s| is| was| would be| will be| may be| seems| appears| takes)"
    r" (?!\w+ed to\b)(?:(?:not|too|so|very) )?\w+(?: for \w+(?: \w+)?)? (?:to|that)\b",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """The words of *text*, in lower case, with one kind of apostrophe."""
    return [word.replace("'", "’") for word in WORD.findall(text.lower())]


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to six letters so that inflections fall together."""
    return frozenset(word[:6] for word in words(text) if word not in FUNCTION_WORDS)


def likeness(one: str, other: str) -> float:
    """The share of content words, 0 to 1, of the poorer of two texts that the other has as well.

    A single word in common says nothing, so that it counts as none.
    """
    first, second = content_words(one), content_words(other)
    common = len(first & second)
    return common / min(len(first), len(second)) if common > 1 else 0.0


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """*text* without what does not make two options different: case, marks, leading articles."""
    plain = " ".join(words(text))
    return re.sub(r"^(?:the|a|an) ", "", plain)


def capitalised(text: str) -> str:
    """*text* with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def quotation(text: str) -> str:
    """*text* in quotation marks, closed by a full stop where it has no mark of its own."""
    body = text.strip().rstrip(",;:–— ")
    return f"“{body}”" if body.endswith((".", "?", "!", "…")) else f"“{body}.”"


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that is opened is closed again.

    Marks made of two single ones are the same at both ends, so that they count as not closed.
    """
    pairs = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
    if any(text.count(left) != text.count(right) for left, right in pairs):
        return False
    if text.count('"') % 2 or "''" in text or "`" in text:
        return False
    opened = len(SINGLE_OPENING.findall(text))
    return opened <= len(SINGLE_CLOSING.findall(text)) and (
        opened > 0 or SURELY_CLOSING.search(text) is None
    )


def _names_before(text: str, end: int) -> bool:
    return any(
        match.group()[0].isupper() and match.group().lower() not in FUNCTION_WORDS
        for match in WORD.finditer(text, 0, end)
    )


def _person_before(text: str, end: int) -> bool:
    """Whether a name comes before; a capital alone at the very beginning does not make one."""
    first = WORD.match(text)
    if first is None or re.match(r"\S+ [A-Z]", text):
        return _names_before(text, end)
    return _names_before(text[first.end() :], end - first.end())


def _nouns_before(text: str, end: int) -> bool:
    return bool(
        _names_before(text, end)
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
    governed = bool(earlier) and earlier[-1] in VERBS - REPORTING
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


def dangling_pronoun(text: str) -> str | None:
    """The first pronoun of *text* that nothing before it in *text* can stand for, if any."""
    if _points_back_from_the_start(text):
        return text.split()[0]
    pointer = THERE.search(text) or NONE.search(text)
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


def is_headline(text: str) -> bool:
    """Whether nearly all words have a capital, as in the headlines of some papers."""
    found = [word for word in WORD.findall(text) if len(word) > 3 and word[0].isalpha()]
    return len(found) > 3 and sum(word[0].isupper() for word in found) > 0.7 * len(found)


def outside_quotation_marks(text: str) -> str:
    """*text* without the parts of it that stand in double quotation marks."""
    return re.sub(r"“[^”]*”|\"[^\"]*\"", " ", text)


def speaks_from_elsewhere(text: str) -> bool:
    """Whether reported words have "I", "you" or "today", which mean another thing in a question."""
    own = set(words(outside_quotation_marks(text)))
    return bool(own & (FIRST_AND_SECOND | TIED_TO_THE_DAY))


def is_reported(text: str) -> bool:
    """Whether *text* is all the source's: no "I" or "today", no marks left open, no comment."""
    return not speaks_from_elsewhere(text) and balanced(text) and RUNS_ON.search(text) is None


def _certain_verbs(text: str) -> bool:
    return any(word in AUXILIARIES for word in words(text)[1:])


def _likely_verbs(text: str) -> bool:
    return PRESENT_AND_OBJECT.search(text) is not None or any(
        word in PASTS or word in PRESENTS or re.fullmatch(r"[a-z]{2,}[^aeou]ed|[a-z]+ied", word)
        for word in words(text)[1:]
    )


def is_clause(text: str, *, introduced: bool, fronted: bool = False) -> bool:
    """Whether *text* has a subject and a finite verb, as far as words alone can tell.

    *introduced* says that the article puts "that" or a plain "said" before it; then a past tense
    that might be a participle counts as well. *fronted* says that it opens its sentence; then its
    subject may be a participle ("Rendering assistance would be unpopular").
    """
    first = (words(text) or [""])[0]
    if NOT_A_CLAUSE.match(text) or LEFT_HANGING.search(text):
        return False
    if INVERTED_CONDITION.match(text):
        return True
    if first in AUXILIARIES | PASTS or first.endswith("ed"):
        return False
    if first.endswith(("ing", "ly")) and not fronted:
        return False
    return _certain_verbs(text) or (introduced and _likely_verbs(text))
