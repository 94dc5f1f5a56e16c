"""Whether what was taken for a person is one, and how a name reads without an office before it.

A name that is found is not always a person's: "Petty Cash" is a horse, "Sandy Hook" a place, and a
headline makes one of "Ben Carson Defends". Nobody is offered as an option who might be none.
"""

import re

from questions import given_names, nouns
from questions.article import Article
from questions.claims import Source
from questions.lexicon import word_set
from questions.recipes.wording import HE_OR_SHE

GIVEN_NAMES = given_names.MALE | given_names.FEMALE
BEFORE_A_NAME = (
    nouns.OFFICES
    | nouns.RANKS
    | word_set("mp msp mep td ceo gp cr cllr counsel treasurer rival candidate")
)

NO_PART_OF_A_NAME = nouns.ORGANISATION_WORDS | word_set(
    """who and at in for with the show foods street road county amendment misc project endorses
    defends slams blasts attacks backs hits wins celebrating attacking says vows day week night"""
)
"""Words with a capital of the names of things, and of headlines."""

COLLECTIVE = nouns.ORGANISATIONS | nouns.BODIES | word_set("website office giant tank paper band")
"""The head of a role that no single person has, as in "a campaign group for cheap bread"."""

BEHIND_THE_HEAD = re.compile(
    r"(?:,|(?:^| )(?:of|for|at|in|with|from|on|to|by|behind|inside|since|under|who|whose"
    r"|close|familiar|involved|interviewed|still|now)\b).*"
)
ENDS_LIKE_A_PERSON = re.compile(r"(?:er|or|ist|ian|ant|ent|man|woman|wright|mate)$")
NOBODY = word_set(
    """mailer paper letter poster number flyer order folder newsletter computer water matter power
    tower chapter answer sensor meter banner sticker marker register tracker monitor counter server
    manner corner chamber document statement department government agreement judgment comment
    parliament announcement advertisement element moment factor error former senior
    junior prominent recent current independent different permanent apparent silent urgent violent
    decent significant important major minor relevant other another either whether further"""
)
"""Nouns and adjectives that only end so."""

PEOPLE = word_set(
    """family crowd couple crew staff police people folk majority public child pal fan lady
    candidate champion delegate nominee mechanic founder co-founder executive architect operative
    steward archdeacon veteran lead chair"""
)
BEHIND_A_PERSON = re.compile(
    r"\w{2,}(?:ed|ing|wn|ght)|general|elect|emeritus|designate|laureate|major|royal|here|there|alike"
)
"""Words that may end a description behind its noun: "an ecologist employed (by …)"."""

AGED = re.compile(r",? \(?(?:aged )?\d{2},?\)?")


GENERIC = nouns.ORGANISATIONS - word_set("treasury kremlin parliament congress senate")
"""A name that is no more than such a noun has been cut off: "Federation"."""


def bare_name(name: str) -> str:
    """*name* without an office before it: "Anwar Qasimi" for "Prime Minister Anwar Qasimi".

    An office that no name follows stays: "the leader of the opposition".
    """
    parts = name.split()
    offices = [
        n
        for n, part in enumerate(parts[:-2], 1)
        if part.lower().rstrip(".") in BEFORE_A_NAME and parts[n][0].isupper()
    ]
    return " ".join(parts[offices[-1] :]) if offices else name


def head(description: str) -> str:
    """The noun of *description* that says what it is: "officials" in "two officials at X".

    Behind one for people may come what they do: "an ecologist employed by the contractors". Where
    anything else does, it is no noun for people that counts: "teachers' pensions".
    """
    found: list[str] = re.findall(r"[\w-]+", BEHIND_THE_HEAD.sub("", description).lower())
    last = next((n for n in reversed(range(len(found))) if is_human(found[n])), None)
    if last is not None and all(BEHIND_A_PERSON.fullmatch(word) for word in found[last + 1 :]):
        return found[last]
    return found[-1] if found else ""


def is_human(noun: str) -> bool:
    """Whether *noun* is one for people, one or several."""
    single = re.sub(r"men$", "man", re.sub(r"children$", "child", noun))
    single = re.sub(r"ie$", "y", re.sub(r"(?<=[^s])s$", "", single))
    return (
        nouns.is_human(single)
        or single in PEOPLE
        or (ENDS_LIKE_A_PERSON.search(single) is not None and single not in NOBODY)
    )


def _has_a_word_before_it(name: str) -> bool:
    """Whether something has got into a name in front: "Universe Alicia Machado", from "Miss …"."""
    first, *behind = bare_name(name).lower().split()
    return (
        len(behind) > 1
        and first not in GIVEN_NAMES
        and "." not in first
        and (behind[0] in GIVEN_NAMES)
    )


def reads_like_a_person(source: Source) -> bool:
    """Whether neither the name nor the role of *source* is that of a thing or a body."""
    if _has_a_word_before_it(source.name):
        return False
    parts = {part.lower() for part in source.name.split()}
    return not parts & NO_PART_OF_A_NAME and head(source.role or "") not in COLLECTIVE


def has_a_given_name(name: str) -> bool:
    """Whether *name* is, or begins with, a given name that is known."""
    return name.lower().split()[0] in GIVEN_NAMES


def is_surely_a_person(source: Source, article: Article) -> bool:
    """Whether the article has more than the full name to show that *source* is a person.

    A given name that is known, a role that a person has, "he" or "she", a title or an age.
    """
    name = bare_name(source.name)
    if has_a_given_name(name) or name != source.name or _is_a_title(name.split()[:1]):
        return True
    if source.role and is_human(head(source.role)):
        return True
    return any(
        article.text_of(m).lower() in HE_OR_SHE
        or AGED.match(article.paragraph(m.paragraph).text, m.end)
        or _is_a_title(article.paragraph(m.paragraph).text[: m.start].split()[-1:])
        for m in source.mentions
    )


def _is_a_title(words: list[str]) -> bool:
    """Whether *words* is one word that may stand before a name."""
    return bool(words) and nouns.is_title(words[0].lower().rstrip("."))
