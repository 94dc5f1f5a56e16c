"""Which sources can stand beside each other as options, and which are one and the same."""

import re
from collections.abc import Iterable
from functools import lru_cache

from questions.article import Article, Span
from questions.claims import Naming, Source, SourceKind
from questions.lexicon import TITLES, word_set
from questions.recipes.persons import (
    GENERIC,
    bare_name,
    has_a_given_name,
    head,
    is_human,
    reads_like_a_person,
)
from questions.recipes.wording import FUNCTION_WORDS, WORD, capitalised, content_words, words

REPORTER = "The writer of the article"

PEOPLE = frozenset({SourceKind.PERSON, SourceKind.UNNAMED, SourceKind.GROUP})
BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.DOCUMENT})

ONE_AND_THE_SAME = (
    frozenset("russia russian kremlin moscow putin".split()),
    frozenset("us u.s american washington white america pentagon biden trump states".split()),
    frozenset("uk u.k british britain london downing england english westminster".split()),
    frozenset("china chinese beijing".split()),
    frozenset("eu european brussels commission europe".split()),
    frozenset("ukraine ukrainian kyiv kiev".split()),
    frozenset("france french paris élysée".split()),
    frozenset("germany german berlin".split()),
    frozenset("israel israeli jerusalem".split()),
    frozenset("iran iranian tehran".split()),
    frozenset("belarus belarusian minsk".split()),
    frozenset("india indian delhi".split()),
    frozenset("japan japanese tokyo".split()),
    frozenset("turkey türkiye turkish ankara".split()),
)
"""A country, its people, its capital and its government speak for each other in the news."""

BEFORE_NAMES = TITLES | word_set(
    "judge colonel general captain president minister senator councillor"
)
"""Words that stand before the names of many people and tell none from another."""

BEHIND_NAMES = word_set("kc qc sc mp mps mep md jr sr phd gp mla mna msp cbe obe ap")
"""Letters behind names: alone they name nobody."""

NO_NAME = re.compile(
    r"[’'‘]s?$|\b(?:he|she|it|they|says?|said|tells?|told|asks?|calls?|urges|claims|warns)\b",
    re.IGNORECASE,
)
"""In what was taken for a name: it is a possessive, or a verb of a headline has got into it."""

BEHIND_A_NAME = re.compile(r"(?:[’']s?)? (?:of |and )?[A-Z]| \d")
BEFORE_A_NAME = re.compile(r"(?:(?=[^\W\d_])(?![a-zß-ÿ])[\w’'-]+|\b(?:du|de|des|la|le)) $")
MAY_OPEN_A_QUESTION = frozenset("will may can could did does do is are was has had should".split())

SHOUTED = re.compile(r"[A-Z]{7,}")
"""The name of the town before a report, or a first word in capitals: longer than initials."""

LONGEST_DESCRIPTION = 9
"""Words of a source without a name."""

INDEFINITE = re.compile(
    r"(?:a|an) \w|(?:two|three|four|five|six|several|some) \w+ \w|(?:\w+ )?police$", re.IGNORECASE
)
"""Brings somebody new into the text, who can be nobody that was named before."""

OF_SOMETHING = re.compile(r"(?:the )?[\w’'-]+(?:[’']s|s[’']) [a-z]|the \w+ (?:of|for|at) ")
"""As in "the council’s solicitor" or "the head of the school": says whose."""

POINTS_BACK = re.compile(
    r"\b(?:his|her|its|their|my|our|your|this|that|these|those|them|him|it|he|she|who|whom|whose|which"
    r"|same|other|others|another|one|such|first|second|the former|latter|writer|author|reporter)\b",
    re.IGNORECASE,
)
ONLY_ONE = re.compile(
    r"the (?:\w+ )?(?:council|government|army|navy|coastguard|treasury|opposition|commission"
    r"|court)$"
    r"|(?:the )?[\w’'-]+(?:[’']s|s[’']) [a-z]|the [\w ]+ (?:of|for|at|by|into|from) [\w ]+",
    re.IGNORECASE,
)
"""A body or a document that needs no other sentence to be known: not "the paper"."""

ANYBODY = re.compile(
    r"an? (?:man|woman|boy|girl|person|child|source|friend|member|spokes(?:man|woman|person)|team"
    r"|official|aide|ally|adviser|advisor|colleague|candidate|lawyer|manager|company|rival)",
    re.IGNORECASE,
)
"""Might be any of those who have a name, or of anybody's: a spokesman of whom?"""

NOBODY = re.compile(
    r"\b(?:voice|voices|sign|light|lights|deed|gauge|sample|estimate|effect|message|copy|copies|rumou?rs?"
    r"|everyone|everybody|nobody|anyone|somebody|someone|no|any|many|most|people|half|per ?cent)\b"
    r"|\d%",
    re.IGNORECASE,
)
"""What cannot answer for a claim, or is nobody in particular."""

VERB_INSIDE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says|saying)\b")

AT_THE_HEAD = re.compile(
    r"\b(?:chief executive|general manager|spokes(?:man|woman|person)|head|director|leader|manager"
    r"|chair(?:man|woman|person)?|president|secretary-general|principal|owner|founder|boss|ceo"
    r"|mayor)\b",
    re.IGNORECASE,
)
STUDY = re.compile(r"\b(?:study|studies|paper|research|work|report|survey|analysis|trial|review)\b")
LED_IT = re.compile(
    r"(?: of [^.;:“”\"]{3,60})?,? (?:who |and )?(?:\w+ )?(?:led|leads|wrote|headed|heads"
    r"|(?:is |was )?(?:the )?(?:lead |first |main )?(?:co-)?author)\b"
)
PERSON_OF_A_BODY = re.compile(
    r",? [^.;:!?“”\"]{0,60}\b(?:of|for|at|from|led|leads|leading|heads|headed|runs|ran|chairs"
    r"|chaired|wrote|founded|edits|directs|owns) (?:[\w-]+ )?(?:the |its )?"
)
BODY_OF_A_PERSON = re.compile(
    r"[’']s? (?:[\w-]+ ){0,4}(?:[\w-]+,? )"
    r"|,? (?:(?:which )?(?:was |is )?(?:led|run|headed|chaired|written|founded|owned|edited"
    r"|directed) )?by (?:[\w-]+ ){0,3}"
)
"""What stands between the two where one is at the head of the other, or speaks for it."""

LONGEST_FORM = 4
"""Words of a name with its title."""


@lru_cache(maxsize=4096)
def _telling_words(text: str) -> frozenset[str]:
    """The words of a name that tell one holder from another: no articles, no titles."""
    found = (word.lower() for word in WORD.findall(text) if word[0].isupper() or word[0].isdigit())
    plain = (re.sub(r"[’']s$|(?<=[^s])s$|(?<=s)es$", "", word) for word in found)
    return frozenset(
        w for w in plain if len(w) > 1 and w not in FUNCTION_WORDS and w not in BEFORE_NAMES
    )


def _is_full_name(name: str) -> bool:
    """Whether *name* looks like a person's: at least two words, the first with a capital."""
    return name[0].isupper() and " " in name


def _ends_like_a_name(name: str) -> bool:
    """Whether the last word has a capital: "the buyout group" describes, and names nobody."""
    return name.split()[-1][0].isupper()


def _is_mostly_a_name(name: str) -> bool:
    """Whether half of the words that matter have a capital: not "the gun laws in France"."""
    found = [w for w in WORD.findall(name) if w.lower() not in FUNCTION_WORDS]
    return 2 * sum(not w[0].islower() for w in found) >= len(found)


def is_named(source: Source) -> bool:
    """Whether the article gives *source* a name that an option can show."""
    return (
        source.kind in {SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.DOCUMENT}
        and source.naming in {Naming.NAME_AND_ROLE, Naming.NAME_ONLY}
        and len(source.name.split()) <= 8
        and bool(_telling_words(source.name))
        and NO_NAME.search(source.name) is None
        and source.name.lower() not in BEHIND_NAMES
        and not SHOUTED.fullmatch(source.name)
        and _is_a_name_of_its_kind(source)
    )


def _is_a_name_of_its_kind(source: Source) -> bool:
    """Whether *source*, taken for a person, a body or a document, is named like one."""
    if source.kind is SourceKind.PERSON:
        return _is_full_name(source.name) and reads_like_a_person(source)
    if source.kind is SourceKind.ORGANISATION:
        named = _ends_like_a_name(source.name) and not has_a_given_name(source.name)
        return named and source.name.lower() not in GENERIC
    return _is_mostly_a_name(source.name)


KINSHIP = re.compile(
    r"\b(?:husband|wife|son|daughter|mother|father|brother|sister|aunt|uncle|cousin|friend|widow"
    r"|neighbou?r|dad|mum|mom|partner|girlfriend|boyfriend|nephew|niece|supporter|voter|fan|resident"
    r"|pensioner|customer|passenger|survivor|victim|witness)\b",
    re.IGNORECASE,
)
"""What somebody is to somebody else, or at this moment: a role, perhaps, but no job."""


def is_described(source: Source) -> bool:
    """Whether the article describes a *source* without a name so that an option can show it.

    So are "a guard", "two officials in Brussels", "the council’s solicitor" and "a draft of the
    accord"; "the driver" and "his cousin" are not: they point back to somebody.
    """
    if source.naming in {Naming.NAME_AND_ROLE, Naming.NAME_ONLY}:
        return False
    name = source.name
    fits = 2 <= len(name.split()) <= LONGEST_DESCRIPTION and not (
        POINTS_BACK.search(name) or ANYBODY.fullmatch(name)
    )
    if not fits or NOBODY.search(name) or VERB_INSIDE.search(name):
        return False
    if source.kind in BODIES:
        return bool(re.match(r"an? ", name, re.IGNORECASE) or ONLY_ONE.match(name))
    of_something = source.kind is SourceKind.PERSON and OF_SOMETHING.match(name)
    return is_human(head(name)) and bool(INDEFINITE.match(name) or of_something)


def is_shown(source: Source) -> bool:
    """Whether *source* can be an option, by name or by its description."""
    return is_named(source) or is_described(source)


def is_by_name(source: Source, mention: Span, article: Article) -> bool:
    """Whether the words at *mention* are any part of the name, and not "she" or "the minister"."""
    return bool(set(words(source.name)) & set(words(article.text_of(mention))))


def stands_whole(source: Source, article: Article) -> bool:
    """Whether some mention of *source* is not cut out of a longer name, nor out of a question.

    So is "Retirement System" in "Teacher Retirement System", and "Will Cruz" in "Will Cruz win?".
    Mentions by other words ("the union") tell nothing, where there are those by the name.
    """
    by_name = [m for m in source.mentions if source.name in article.text_of(m)]
    return source.name.split()[0].lower() not in MAY_OPEN_A_QUESTION and any(
        _is_whole(_name_in(mention, source, article), article.paragraph(mention.paragraph).text)
        for mention in by_name or source.mentions
    )


def _name_in(mention: Span, source: Source, article: Article) -> Span:
    """Where in *mention* the name is, as "Quai" in "Éditions du Quai", or else all of it."""
    at = article.text_of(mention).find(source.name)
    start = mention.start + max(at, 0)
    end = start + len(source.name) if at > 0 else mention.end
    return Span(mention.paragraph, start, end)


def _is_whole(mention: Span, text: str) -> bool:
    before = BEFORE_A_NAME.search(text[: mention.start])
    titled = before is not None and before.group().strip().lower() in BEFORE_NAMES
    return (before is None or titled) and not BEHIND_A_NAME.match(text[mention.end :])


def related(one: Source, other: Source) -> bool:
    """Whether the two might be taken for each other, or one speaks for the other."""
    first, second = _telling_words(one.name), _telling_words(other.name)
    if first & second or _may_describe(one, other) or _may_describe(other, one):
        return True
    first_role, second_role = (_telling_words(s.role or "") for s in (one, other))
    if first & second_role or second & first_role:
        return True
    return any(group & first and group & second for group in ONE_AND_THE_SAME)


def may_speak_for(person: Source, body: Source, article: Article) -> bool:
    """Whether what *body* says may be said to come from *person* as well, or the other way round.

    So it is with "Dr Tait, who led the study", "a report by Ann Lee", "the council’s leader", and
    with a chief executive of whom the article does not say of what.
    """
    if person.kind is not SourceKind.PERSON or body.kind in {SourceKind.PERSON, SourceKind.GROUP}:
        return False
    role = person.role or ""
    if AT_THE_HEAD.search(role) and not _telling_words(re.sub(AT_THE_HEAD, "", role)):
        return body.kind is not SourceKind.DOCUMENT
    if STUDY.search(body.name) and any(_leads_it(m, article) for m in person.mentions):
        return True
    return any(
        _is_tied(first, second, article) for first in person.mentions for second in body.mentions
    )


def _leads_it(person: Span, article: Article) -> bool:
    return LED_IT.match(article.paragraph(person.paragraph).text, person.end) is not None


def _is_tied(person: Span, body: Span, article: Article) -> bool:
    if person.paragraph != body.paragraph or person.overlap(body):
        return False
    text = article.paragraph(person.paragraph).text
    if person < body:
        return PERSON_OF_A_BODY.fullmatch(text, person.end, body.start) is not None
    return BODY_OF_A_PERSON.fullmatch(text, body.end, person.start) is not None


def is_a_place(source: Source, article: Article) -> bool:
    """Whether the article has the name of *source*, taken for a body, for a place as well."""
    if source.kind is not SourceKind.ORGANISATION:
        return False
    place = re.compile(rf"(?<!interest )(?<!shares )(?<!stake )\bin {re.escape(source.name)}\b")
    return any(place.search(paragraph.text) for paragraph in article.paragraphs)


def _may_describe(one: Source, other: Source) -> bool:
    """Whether *one*, who has no name, may be *other*: "the council" and Marlow Town Council."""
    words = content_words(f"{other.name} {other.role or ''}")
    return not is_named(one) and bool(content_words(one.name) & words)


def option(source: Source) -> str:
    """How *source* is shown among the options."""
    return capitalised(bare_name(source.name))


def forms_of_the_name(
    source: Source, everybody: Iterable[Source], article: Article
) -> tuple[str, ...]:
    """What may be written for a person: the name, and as far as it means nobody else, parts of it.

    The name comes first; then the surname, and what the article says, such as "Sir Crispin".
    """
    others = {w for other in everybody if other.name != source.name for w in other.name.split()}
    own = set(source.name.split()) - others
    surname = source.name.split()[-1]
    mentions = (article.text_of(mention) for mention in source.mentions)
    forms = (surname, *(text for text in mentions if len(text.split()) <= LONGEST_FORM))
    return tuple(dict.fromkeys((source.name, *(f for f in forms if own & set(f.split())))))
