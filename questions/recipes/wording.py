"""The words of stems and options: how two texts are compared, and how one is put into a stem."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*")
HE_OR_SHE = frozenset({"he", "she"})
PERSONAL = frozenset("he him his himself she her hers herself".split())
PLURAL = frozenset("they them their theirs themselves".split())
NEUTER = frozenset("it its itself".split())
FIRST_AND_SECOND = frozenset("i me my mine we us our ours you your yours myself ourselves".split())
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


def words(text: str) -> list[str]:
    """The words of *text*, in lower case, with one kind of apostrophe."""
    return [word.replace("'", "’") for word in WORD.findall(text.lower())]


def bare_words(text: str) -> frozenset[str]:
    """The words of *text* without "’s", to look for a name among them."""
    return frozenset(word.removesuffix("’s") for word in words(text))


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to six letters so that inflections fall together.

    "I’d" and "don’t" carry none, like the words that they are short for.
    """
    return frozenset(
        word[:6] for word in words(text) if word.partition("’")[0] not in FUNCTION_WORDS
    )


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
    body = re.sub(r",(?=[’'\"]$)", "", text.strip().rstrip(",;:–— "))
    ended = body.rstrip("’'\"").endswith((".", "?", "!", "…"))
    return f"“{body}”" if ended else f"“{body}.”"
