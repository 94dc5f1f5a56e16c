"""Who the grammar says is speaking: the noun phrase that a reporting verb has for its source."""

from typing import NamedTuple

from questions import nouns
from questions.attribution import cues
from questions.attribution.parse import Parsed, Token

_LONGEST_CLIMB = 8
"""Steps up the tree in search of a shared subject ("she sat down, sighed and said")."""

_BELONGS = frozenset("det amod compound nmod poss nummod predet quantmod neg advmod case".split())
_RELATIVE = frozenset("who which that whom".split())
_BELONGING_BEHIND = frozenset("there else released".split())
"""As in "an official there", "somebody else", "a poll released on Monday"."""

CLOSING_MARKS = frozenset("”\"»’'") | {"''"}
_PLACES = frozenset("of at from for in with to on by against outside inside near behind".split())


class Phrase(NamedTuple):
    """Tokens ``first`` to ``last``, both included, around their ``head``."""

    first: int
    last: int
    head: int


class Speaker(NamedTuple):
    """The source of a cue as the sentence has it; *phrase* is None where it names nobody."""

    phrase: Phrase | None
    basis: str


NOBODY = Speaker(None, "nobody named")


def is_passive(parsed: Parsed, verb: Token) -> bool:
    """Whether *verb* is in the passive."""
    if verb.dep == "advcl" and verb.tag == "VBN" and not parsed.children(verb, "aux", "nsubj"):
        return True
    return bool(parsed.children(verb, "auxpass", "nsubjpass"))


def speaker(parsed: Parsed, verb: Token) -> Speaker | None:
    """The source of *verb*; None where it can have none (an order, a bare infinitive)."""
    if is_passive(parsed, verb):
        return _agent(parsed, verb)
    subject = own_subject(parsed, verb)
    if subject is not None:
        return _from_subject(parsed, verb, subject)
    return _shared(parsed, verb) or _misread(parsed, verb)


def goes_on_from(parsed: Parsed, verb: Token) -> Token | None:
    """The cue that *verb* goes on from, though the parser hangs it on what that cue reports."""
    return _shared_with(parsed, verb) or _added_to(parsed, verb)


def _shared_with(parsed: Parsed, verb: Token) -> Token | None:
    """The cue that *verb* is joined to by "and" or "but".

    In "Barry predicted that it would be gone and urged …" the tenses tell what belongs together.
    """
    if verb.dep != "conj" or own_subject(parsed, verb) is not None:
        return None
    joined = parsed.head(verb)
    while joined.dep == "conj" and own_subject(parsed, joined) is None:
        joined = parsed.head(joined)
    outer = parsed.head(joined)
    if joined.dep != "ccomp" or outer.tag != verb.tag or cues.group_of(outer.lemma) is None:
        return None
    helped = any(c.dep in ("aux", "auxpass") for c in parsed.children(joined))
    return outer if joined.tag != verb.tag or helped or _is_mute(parsed, joined) else None


def _is_mute(parsed: Parsed, verb: Token) -> bool:
    """Whether the subject of *verb* is a thing, or a pronoun that may stand for who speaks.

    As in "Holm said the price was low and urged …", "Holm said she was glad and promised …".
    """
    subject = own_subject(parsed, verb) or _patient(parsed, verb)
    if subject is None or subject.is_proper:
        return False
    lemma, form = subject.lemma, subject.form
    speaks = nouns.is_human(lemma) or nouns.is_document(lemma, form) or form in nouns.PEOPLE_WORDS
    return not (speaks or lemma in nouns.ORGANISATIONS | nouns.BODIES)


def own_subject(parsed: Parsed, verb: Token) -> Token | None:
    """The subject that stands with *verb* itself, before it or, inverted, behind it."""
    subjects = parsed.children(verb, "nsubj")
    return subjects[-1] if subjects else _inverted(parsed, verb)


def _inverted(parsed: Parsed, verb: Token) -> Token | None:
    """The speaker that the parser took for the object: "…?” asked Anna Holm"."""
    behind_quotation = verb.index and parsed.tokens[verb.index - 1].text in CLOSING_MARKS
    for child in parsed.children(verb, "dobj", "attr", "npadvmod"):
        if behind_quotation and child.left == verb.index + 1:
            return child
    return None


def _agent(parsed: Parsed, verb: Token) -> Speaker:
    for by in parsed.children(verb, "agent"):
        for noun in parsed.children(by, "pobj"):
            return Speaker(phrase(parsed, noun), "agent of the cue")
    return NOBODY


def _from_subject(parsed: Parsed, verb: Token, subject: Token) -> Speaker | None:
    if subject.form not in _RELATIVE or subject.tag not in ("WP", "WDT", "WP$", "IN"):
        inverted = subject.index > verb.index
        basis = "subject behind the cue" if inverted else "subject of the cue"
        return Speaker(phrase(parsed, subject), basis)
    if verb.dep == "relcl":
        return Speaker(phrase(parsed, _antecedent(parsed, verb)), "noun before “who”")
    return None


def _antecedent(parsed: Parsed, verb: Token) -> Token:
    """The noun that a relative clause hangs on; not the date beside it ("an audit in 2023, …")."""
    noun = parsed.head(verb)
    name = parsed.name_at(noun)
    if name and name.label in ("DATE", "TIME") and noun.dep == "pobj":
        return parsed.head(parsed.head(noun))
    return noun


def _shared(parsed: Parsed, verb: Token) -> Speaker | None:
    """The subject of the clause that *verb* hangs on, for a verb without its own."""
    outer = goes_on_from(parsed, verb)
    if outer is not None:
        return speaker(parsed, outer)
    for _ in range(_LONGEST_CLIMB):
        above = parsed.head(verb)
        if above.index == verb.index:
            return None
        if verb.dep == "acl" and verb.tag == "VBG" and above.tag.startswith("N"):
            return _issuer(parsed, above) or Speaker(phrase(parsed, above), "noun before the cue")
        if verb.dep not in ("conj", "advcl", "xcomp", "pcomp", "prep", "dep", "ccomp", "relcl"):
            return None
        subject = _moved(parsed, verb) or own_subject(parsed, above) or _patient(parsed, above)
        if subject is not None:
            found = _from_subject(parsed, above, subject)
            return found and Speaker(found.phrase, "subject of the clause before")
        verb = above
    return None


def _issuer(parsed: Parsed, document: Token) -> Speaker | None:
    """Who puts out a *document* that says something: "Holm issued a statement saying …"."""
    verb = parsed.head(document)
    if document.dep != "dobj" or verb.lemma not in ("issue", "release", "post", "send", "write"):
        return None
    return speaker(parsed, verb)


def _added_to(parsed: Parsed, verb: Token) -> Token | None:
    """The cue to which *verb* adds something: "Holm said she was glad, adding that …"."""
    inner = parsed.head(verb)
    cue = parsed.head(inner)
    inside = inner.dep == "ccomp" and cues.group_of(cue.lemma) is not None
    comma = verb.left > 0 and parsed.tokens[verb.left - 1].text == ","
    return cue if verb.dep == "advcl" and verb.tag == "VBG" and comma and inside else None


def _moved(parsed: Parsed, verb: Token) -> Token | None:
    """The object of the verb above that has to do what *verb* says.

    As in "it forced Holm to admit that …", "they praised her as saying …".
    """
    as_saying = verb.dep == "prep" and verb.form == "as"
    if not as_saying and (verb.dep != "xcomp" or not verb.tag.startswith("VB")):
        return None
    objects = parsed.children(parsed.head(verb), "dobj")
    return next((c for c in objects if c.index < verb.index), None)


def _misread(parsed: Parsed, verb: Token) -> Speaker | None:
    """The subject of a finite verb that the parser took for something else.

    As in "Lumenly, which makes bells, said …" (an adverb), "Lawyers involved in the case said …" (a
    clause) and "The mayor, Ida Roe, said …" (a sentence without a verb).
    """
    if verb.tag not in ("VBD", "VBZ", "VBP") or parsed.children(verb, "expl"):
        return None
    if verb.dep == "acl" and parsed.tokens[verb.index - 1].text == ",":
        noun = parsed.head(verb)
        while noun.dep in ("pobj", "prep", "appos"):
            noun = parsed.head(noun)
        found: Token | None = noun if noun.tag.startswith("NN") else None
    elif verb.dep in ("ROOT", "ccomp", "parataxis"):
        found = _before(parsed, verb)
    else:
        return None
    return Speaker(phrase(parsed, found), "subject of the cue") if found else None


def _before(parsed: Parsed, verb: Token) -> Token | None:
    """The noun with which the words before a *verb* without a subject begin."""
    for child in parsed.children(verb):
        if child.index > verb.index or child.dep == "prep":
            return None
        if child.dep in ("csubj", "ccomp"):
            return _opening_noun(parsed, child, verb)
        if child.text[0].isupper() and not child.is_mark and child.tag not in ("CC", "IN", "DT"):
            beside = parsed.children(child, "relcl", "appos", "acl")
            return child if beside or child.is_proper else None
    return None


def _opening_noun(parsed: Parsed, clause: Token, verb: Token) -> Token | None:
    """The noun that *clause*, right before *verb*, begins with ("A post shared often says …")."""
    noun = own_subject(parsed, clause)
    if noun is None or noun.left != clause.left or clause.right != verb.index - 1:
        return None
    return noun if noun.tag.startswith("NN") else None


def _patient(parsed: Parsed, verb: Token) -> Token | None:
    return next(iter(parsed.children(verb, "nsubjpass")), None)


def phrase(parsed: Parsed, head: Token) -> Phrase:
    """The noun phrase around *head* as it names somebody.

    With what stands before it and "of", "at", "from" behind it; without relative clauses, ages,
    participles and appositions. A description and the name beside it ("its policy director, Meera
    Joshi, ") are one phrase around the name.
    """
    name = _name_beside(parsed, head)
    if name == head:
        return _phrase(parsed, head)
    return Phrase(_phrase(parsed, head).first, _end(parsed, name), name.index)


def with_description(parsed: Parsed, found: Phrase) -> Phrase:
    """*found* with the description that stands before the name ("his aunt, Ida Roe")."""
    name = parsed.tokens[found.head]
    described = parsed.head(name)
    if name.dep != "appos" or described.index >= found.first:
        return found
    if _name_beside(parsed, described) != name:
        return found
    return found._replace(first=_phrase(parsed, described).first)


def _phrase(parsed: Parsed, head: Token) -> Phrase:
    first = head.index
    for child in reversed(parsed.children(head)):
        if child.index < head.index and child.dep in _BELONGS:
            first = min(first, child.left)
    first = _after_last_break(parsed, first, head.index)
    noun = taken_for_a_verb(parsed, head)
    if noun is not None:
        return Phrase(first, noun, noun)
    return Phrase(first, _end(parsed, head), head.index)


def _name_beside(parsed: Parsed, head: Token) -> Token:
    """The name that stands beside a description: "its policy director, Meera Joshi, "."""
    if head.is_proper:
        return head
    for child in parsed.children(head, "appos"):
        between = parsed.tokens[head.index + 1 : child.left]
        if child.is_proper and [t.text for t in between] == [","]:
            return child
    return head


def _after_last_break(parsed: Parsed, first: int, last: int) -> int:
    tokens = parsed.tokens
    for index in range(last - 1, first, -1):
        if tokens[index].text in ("-", "–", "—", ":", ")") and tokens[index].dep != "nmod":
            spaced = tokens[index - 1].end < tokens[index].start
            if spaced or tokens[index].text in (":", ")"):
                first = index + 1
                break
    while first < last and (
        tokens[first].is_mark or tokens[first].form in ("also", "even", "but", "only")
    ):
        first += 1
    return first


def _end(parsed: Parsed, head: Token) -> int:
    last = head.index
    for child in parsed.children(head):
        if child.left != last + 1:
            continue
        if child.dep == "appos" and child.is_proper:
            last = child.index
        elif child.dep == "case" or _is_place(parsed, child):
            last = _before_first_mark(parsed, child.index, child.right)
        elif child.dep == "amod" or child.form in _BELONGING_BEHIND:
            last = _before_first_mark(parsed, child.left, child.right)
        elif child.dep == "cc":
            last = _joined(parsed, head, child) or last
    return _hyphenated(parsed, last)


def taken_for_a_verb(parsed: Parsed, head: Token) -> int | None:
    """The noun behind *head* that the parser took for its verb: "a city operations lead, who …".

    No "a" stands before several, so that the phrase goes on where its noun is one for many.
    """
    verb = parsed.head(head)
    opened = any(child.form in ("a", "an") for child in parsed.children(head, "det"))
    if head.tag != "NNS" or not opened or verb.index != head.index + 1:
        return None
    behind = parsed.tokens[verb.index + 1 : verb.index + 2]
    ended = not behind or behind[0].text in (",", ".", ";") or behind[0].form in ("who", "whose")
    return verb.index if verb.tag in ("VBP", "VB", "NN", "JJ") and ended else None


def _hyphenated(parsed: Parsed, last: int) -> int:
    """The end of the word that token *last* begins ("brother-in-law")."""
    tokens = parsed.tokens
    while last + 2 < len(tokens) and tokens[last + 1].text == "-":
        if (
            tokens[last].end < tokens[last + 1].start
            or tokens[last + 1].end < tokens[last + 2].start
        ):
            break
        last += 2
    return last


def _is_place(parsed: Parsed, child: Token) -> bool:
    if child.dep != "prep" or child.form not in _PLACES:
        return False
    names = [parsed.name_at(noun) for noun in parsed.children(child, "pobj")]
    return not any(name and name.label in ("DATE", "TIME") for name in names)


def _joined(parsed: Parsed, head: Token, conjunction: Token) -> int | None:
    for other in parsed.children(head, "conj"):
        if other.left == conjunction.index + 1:
            return _before_first_mark(parsed, other.left, other.index)
    return None


def _before_first_mark(parsed: Parsed, first: int, last: int) -> int:
    for index in range(first, last + 1):
        token = parsed.tokens[index]
        if token.text in (",", "(", "—", "–", ";", ":") or token.form in _RELATIVE:
            return index - 1
        if token.dep in ("relcl", "acl") and index > first:
            return index - 1
    return last
