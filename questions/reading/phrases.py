"""Noun phrases of a text, found without a parser: few, but whole.

A stretch of words is taken for a noun phrase only where the words around it say so: an article, a
possessive or a preposition before it; a preposition, a mark or a helping verb after it. What is
quoted is left out, so that nobody's words are cut.
"""

import re
from collections.abc import Iterator

from questions.lexicon import SAYING
from questions.reading import words
from questions.reading.quotations import QUOTED

LONGEST = 6
"""No phrase has more words than this."""
_FARTHEST = 6_000
"""Only so many characters of a paragraph are looked at."""
FUNCTION_WORDS = (
    words.DETERMINERS
    | words.PREPOSITIONS
    | words.CONJUNCTIONS
    | words.AUXILIARIES
    | words.PRONOUNS
    | words.ADVERBS
)
_UNTELLING = FUNCTION_WORDS | words.WEAK | SAYING
_NEVER_A_NAME = words.DETERMINERS | words.PRONOUNS | words.AUXILIARIES
_OPENERS = words.PREPOSITIONS - {"to", "as", "than"}
_TOKEN = re.compile(r"[^\W_](?:[\w&-]|[’'](?=\w)|(?<=s)[’'](?=\s\w)|\.(?=\w)|,(?=\d{3}))*|[^\w\s]")
_CLOSERS = frozenset(".,;:?!()—–") | words.PREPOSITIONS | words.CONJUNCTIONS | words.AUXILIARIES
_SENTENCE_STARTS = frozenset(".?!:…\"“”„«»‘’'")
_ADJECTIVE = re.compile(
    r".{2,}(?:ous|ful|less|ible|able|ish|ive|ical|ional|ent|ant|ary|est|ing|ed|ly|ian|ese)"
)
_NOUN_ENDINGS = ("ment", "ments", "ship", "ness", "dent", "ist")
_POSSESSIVES = ("'s", "’s")


def stem(word: str) -> str:
    """*word* without the ending that only its number or a possessive gives it."""
    plain = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if len(plain) > 4 and plain.endswith("ies"):
        return plain[:-3] + "y"
    if len(plain) > 4 and plain.endswith(("ches", "shes", "sses", "xes")):
        return plain[:-2]
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        return plain[:-1]
    return plain


def telling_stems(text: str) -> list[str]:
    """The stems of the words in *text* that say what it is about, in order."""
    return [stem(word) for word in _TOKEN.findall(text) if _is_telling(word)]


def people(text: str) -> set[str]:
    """The stems of names in *text* that stand alone, as surnames do, or beside a verb of saying."""
    tokens = ["", *_TOKEN.findall(text), ""]
    alone = [
        word
        for before, word, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if word[:1].isupper()
        and before.islower()
        and before not in words.DETERMINERS
        and not after[:1].isupper()
    ]
    beside = [
        near
        for index, token in enumerate(tokens)
        if token.lower() in SAYING
        for near in (*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 4])
    ]
    return {stem(word) for word in alone + beside if word[:1].isupper()}


def noun_phrases(text: str, *, strict: bool = True) -> Iterator[str]:
    """Phrases of *text*, at most LONGEST words each, in order; some are parts of others.

    Without *strict*, nothing is asked of the word before a phrase.
    """
    unquoted = QUOTED.sub(lambda quoted: '"' * len(quoted[0]), text[:_FARTHEST])
    found = list(_TOKEN.finditer(unquoted))
    for first, last in _spans([token[0] for token in found], strict=strict):
        phrase = text[found[first].start() : found[last - 1].end()]
        shouted = last - first > 1 and phrase.isupper()
        if len(phrase.split()) <= LONGEST and not shouted:
            yield phrase


def head_of(phrase: str) -> str:
    """The word that *phrase* turns on: the last one before a preposition."""
    own = phrase.split()
    link = next((n for n, word in enumerate(own) if word.lower() in words.LINKS), None)
    return own[:link][-1]


def _is_telling(word: str) -> bool:
    plain = word.lower()
    return len(plain) > 2 and plain not in _UNTELLING


def _spans(tokens: list[str], *, strict: bool) -> Iterator[tuple[int, int]]:
    """``[first, last)`` of every stretch of *tokens* that reads like a noun phrase."""
    cores = dict(_cores(tokens, strict=strict))
    for first, last in cores.items():
        if _is_complete(tokens, last):
            yield first, last
        end = last
        while end < len(tokens) - 1 and tokens[end].lower() in words.LINKS:
            after = tokens[end + 1].lower() in words.ARTICLES | {"its", "their"}
            extended = cores.get(end + 1 + after)
            if extended is None or extended - first > LONGEST:
                break
            if _is_complete(tokens, extended):
                yield first, extended
            end = extended


def _is_complete(tokens: list[str], end: int) -> bool:
    """Whether no "of" follows, without which the words before say little ("the expense")."""
    return end >= len(tokens) or tokens[end].lower() != "of"


def _cores(tokens: list[str], *, strict: bool) -> Iterator[tuple[int, int]]:
    """Noun phrases without a preposition in them."""
    first = 0
    while first < len(tokens):
        last = first
        while last < len(tokens) and _may_stand_in(tokens, last):
            last += 1
        if first < last < first + LONGEST and _is_whole(tokens, first, last, strict=strict):
            yield first, last
        first = max(last, first + 1)


def _may_stand_in(tokens: list[str], index: int) -> bool:
    word = tokens[index]
    plain = word.lower()
    if not word[0].isalnum() or word.isdigit():
        return False
    if word[0].isupper() and not _begins_sentence(tokens, index):
        return plain not in _NEVER_A_NAME
    return not (plain in FUNCTION_WORDS or plain.endswith("ly") or _is_verb(plain))


def _begins_sentence(tokens: list[str], index: int) -> bool:
    return index == 0 or tokens[index - 1] in _SENTENCE_STARTS


def _is_verb(plain: str) -> bool:
    if plain in words.ALSO_NOUNS:
        return False
    if plain in SAYING or plain in words.VERBS or plain in words.VERB_STEMS:
        return True
    ing = plain.removesuffix("ing")
    present = {plain.removesuffix("s"), plain.removesuffix("es")} - words.ALSO_NOUNS
    others = {plain.removesuffix("d"), plain.removesuffix("ed"), ing, ing + "e"}
    return not (present | others - {plain, plain + "e"}).isdisjoint(words.VERB_STEMS)


def _is_whole(tokens: list[str], first: int, last: int, *, strict: bool) -> bool:
    """Whether ``[first, last)`` is a noun phrase from its first word to its last."""
    own = tokens[first:last]
    before = tokens[first - 1].lower() if first else "."
    after = tokens[last].lower() if last < len(tokens) else "."
    determined = before in words.DETERMINERS or before.endswith(_POSSESSIVES)
    opened = not strict or determined or before in _OPENERS
    named = all(word[0].isupper() for word in own) and not _begins_sentence(tokens, first)
    return (
        (opened or named)
        and after in _CLOSERS
        and _begins_well(own[0], determined=determined)
        and _ends_in_noun(own)
        and not _holds_verb(own)
    )


def _begins_well(word: str, *, determined: bool) -> bool:
    plain = word.lower()
    if not {plain, stem(plain)}.isdisjoint(words.WEAK) or plain[0].isdigit():
        return False
    return determined or plain in words.NOUNS_ALIKE or not plain.endswith(("ing", "ed"))


def _ends_in_noun(own: list[str]) -> bool:
    plain = own[-1].lower()
    if plain in words.WEAK or len(plain) < 3 or plain.endswith(_POSSESSIVES):
        return False
    if own[-1][0].isupper() or plain in words.NOUNS_ALIKE:
        return True
    named_before = len(own) > 1 and own[-2][0].isupper()
    if named_before and not words.ALSO_NOUNS.isdisjoint({plain, stem(plain)}):
        return False
    return not _ADJECTIVE.fullmatch(plain) or plain.endswith(_NOUN_ENDINGS)


def _holds_verb(own: list[str]) -> bool:
    """Whether one of the words looks like a verb that no list knows ("the trial enrolled")."""
    return any(
        _looks_like_verb(word, place, len(own) - 1)
        for place, word in enumerate(own)
        if word[0].islower() and word not in words.NOUNS_ALIKE | words.S_INSIDE
    )


def _looks_like_verb(word: str, place: int, last: int) -> bool:
    if place > 0 and word.endswith(("ed", "ing")):
        return True
    plural = word.endswith("s") and not word.endswith(("ss", "us", *_POSSESSIVES))
    return place < last and plural
