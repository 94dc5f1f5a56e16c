"""Recipe 10, true / false / not given: three statements about who says what, one of each verdict.

Each starts from something that the article says. It stays as it is (true), has one element changed
with care (false), or gets a detail more that the article is silent about (not given).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, permutations
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.claims import SourceKind
from questions.question import Evidence, Process, Skill
from questions.recipes.careful_change import Change, changes, figures_of
from questions.recipes.material import Asked, Material
from questions.recipes.predicates import Predicate
from questions.recipes.recipe import (
    SURE_ENOUGH,
    Proposals,
    Recipe,
    certainty,
    name_in_a_sentence,
    said_that,
)
from questions.recipes.reporter import reporters_sentences
from questions.recipes.sources import is_named
from questions.recipes.statements import Statement
from questions.recipes.wording import PERSONAL, capitalised, content_words, words
from questions.types.true_false_not_given import Statement as Row
from questions.types.true_false_not_given import TrueFalseNotGiven, Verdict

STEMS = (
    "Which of these statements are true by the article, which are false, and which are not"
    " given in the article?",
    "What does the article make of each statement: true, false, or not given?",
    "Say of each statement whether the article bears the words out (true), says otherwise (false)"
    " or says neither (not given).",
)
ROWS = 3
WITHIN = 7
"""Facts in a row from which those of a question are taken."""

LONGEST = 34
"""Words of a row."""

WAYS_TO_SPEAK = {
    "in a radio interview": re.compile(r"\b(?:radio|broadcast\w*|interview\w*|podcast)\b", re.I),
    "in a letter": re.compile(r"\b(?:letters?|wrote|writ\w+)\b", re.I),
    "in an email": re.compile(r"\b(?:e-?mail\w*|messages?|wrote|writ\w+)\b", re.I),
    "on the telephone": re.compile(r"\b(?:tele)?phone\w*|\bcall\w*\b", re.I),
}
"""How something might have been said, and the words that the article must not have then."""

OCCASION = re.compile(
    r"\b(?:interview\w*|speech\w*|speaking|conference|hearing|trial|court|debat\w+|rally|rallies"
    r"|meeting|briefing|statement|reporters|press|tweet\w*|Twitter|Facebook|post\w*|website|blog"
    r"|broadcast|radio|television|TV|CNN|Fox|NBC|CBS|ABC|MSNBC|BBC|told|testi\w+|address\w*|event"
    r"|letter|e-?mail|phone|wrote|book|report|memo|show|podcast|video|ceremony|appear\w+|asked)\b",
    re.IGNORECASE,
)
"""The article tells on what occasion people spoke."""


TOLD = re.compile(r"\b(?:told|tells|asked|reporters|interview\w*)\b")
OPENS_LATE = re.compile(
    r"(?:while|although|though|if|as|when|once|until|unless|after|since|because|also)\b", re.I
)
"""At the start of a statement: what it belongs to might have been lost."""

SHORTEST_QUOTATION = 7
"""Words of a quotation that is surely no mere part of a sentence."""


class Fact(NamedTuple):
    """Something that the article says: what can be asked about it is ``asked``, or a sentence.

    ``before`` and ``words`` make a sentence; only the words are changed.
    """

    asked: Asked | None
    span: Span
    before: str
    words: str


class Judged(NamedTuple):
    """A row with its evidence, and a sentence for the pupil that says why."""

    row: Row
    evidence: tuple[Evidence, ...]
    why: str
    certainty: float
    by_the_reporter: bool


def propose(material: Material, rng: Random) -> Proposals:
    """A question for every three facts that are not far from each other in the article."""
    facts = sorted(_facts(material), key=lambda fact: fact.span)
    rows = [_rows(material, fact, rng) for fact in facts]
    while len(rows) >= ROWS:
        for three in combinations(rows[:WITHIN], ROWS):
            chosen = _one_of_each(three, rng)
            if chosen:
                yield _question(material, chosen, rng)
                rows = [left for left in rows if left not in three]
                break
        else:
            rows = rows[1:]


def _question(material: Material, rows: list[Judged], rng: Random) -> TrueFalseNotGiven:
    return TrueFalseNotGiven(
        prompt=rng.choice(STEMS),
        statements=tuple(judged.row for judged in rows),
        skill=Skill.TRUE_FALSE_NOT_GIVEN,
        process=Process.UNDERSTAND,
        section=material.section(rows[-1].evidence[0].paragraph),
        evidence=tuple(dict.fromkeys(e for judged in rows for e in judged.evidence)),
        explanation=" ".join(f"Statement {n}: {judged.why}" for n, judged in enumerate(rows, 1)),
        confidence=min(judged.certainty for judged in rows),
    )


def _facts(material: Material) -> Iterator[Fact]:
    """What named sources say, and what the reporter tells; no two from one sentence."""
    for asked in material.asked:
        unsure = certainty(material, asked.claim) < SURE_ENOUGH or asked.looks_back
        if unsure or not _stands_alone(material, asked):
            continue
        name = name_in_a_sentence(material, material.source_of(asked))
        if isinstance(asked, Predicate):
            yield Fact(asked, asked.span, f"{name} ", asked.text)
        elif asked.quoted:
            yield Fact(asked, asked.span, f"The article quotes {name} as saying: ", asked.shown)
        elif not asked.alone:
            before = said_that(material, asked).removesuffix(asked.clause)
            yield Fact(asked, asked.span, f"{name} {before}", asked.clause)
    for sentence in reporters_sentences(material):
        if material.article.text_of(sentence)[0].isalpha():
            yield Fact(None, sentence, "", material.article.text_of(sentence).rstrip("."))


def _stands_alone(material: Material, asked: Asked) -> bool:
    """Whether it is whole, and nobody in it is called "he" or "she"; quotations are by people."""
    if isinstance(asked, Statement) and asked.quoted:
        whole = len(asked.text.split()) >= SHORTEST_QUOTATION and "…" not in asked.text
        return whole and _is_a_person(material, asked)
    said = {word.partition("’")[0] for word in words(asked.text)}
    return not PERSONAL & said and not OPENS_LATE.match(asked.text)


def _rows(material: Material, fact: Fact, rng: Random) -> dict[Verdict, Judged]:
    """What can be made of *fact*: a row of each verdict, as far as there is one."""
    made = (make(material, fact, rng) for make in (_true, _false, _not_given))
    return {
        row.row.key: row for row in made if row is not None and len(row.row.text.split()) <= LONGEST
    }


def _one_of_each(three: Sequence[dict[Verdict, Judged]], rng: Random) -> list[Judged]:
    """A row of each of *three*, one of each verdict; [] where that cannot be."""
    if sum(any(row.by_the_reporter for row in rows.values()) for rows in three) > 1:
        return []
    orders = list(permutations(Verdict))
    for order in rng.sample(orders, len(orders)):
        pairs = list(zip(order, three, strict=True))
        if all(verdict in rows for verdict, rows in pairs):
            return [rows[verdict] for verdict, rows in pairs]
    return []


def _true(material: Material, fact: Fact, _rng: Random) -> Judged:
    return _row(material, fact, fact.before + fact.words, Verdict.TRUE, "says so.")


def _false(material: Material, fact: Fact, rng: Random) -> Judged | None:
    found = [] if _is_quoted(fact) else _changes(material, fact)
    if found:
        change = rng.choice(found)
        why = f"says “{change.was}”, and not “{change.now}”."
        return _row(material, fact, fact.before + change.text, Verdict.FALSE, why)
    return _by_another(material, fact, rng)


def _is_quoted(fact: Fact) -> bool:
    return isinstance(fact.asked, Statement) and fact.asked.quoted


def _changes(material: Material, fact: Fact) -> list[Change]:
    """A change of each kind that nothing else in the article bears out, a plain "not" last."""
    figures = [f for p in material.article.paragraphs for f in figures_of(p.text)]
    return list(changes(fact.words, figures))[:2]


def _by_another(material: Material, fact: Fact, rng: Random) -> Judged | None:
    """What the article is said to have from somebody who does not say it there."""
    if not isinstance(fact.asked, Statement):
        return None
    others = _speakers_like(material, fact.asked)[:2]
    if not others:
        return None
    name = name_in_a_sentence(material, material.sources[rng.choice(others)])
    right = material.source_of(fact.asked).name
    if fact.asked.quoted:
        text = f"The article quotes {name} as saying: {fact.words}"
    else:
        text = f"The article names {name} as the source of the statement that {fact.words}"
    return _row(material, fact, text, Verdict.FALSE, f"has this from {right}, and not from {name}.")


def _speakers_like(material: Material, statement: Asked) -> list[int]:
    """Sources of something else, as far as they have a name and are like that of *statement*."""
    return [
        n
        for n in material.others(statement)
        if material.claims.of(n)
        and is_named(material.sources[n])
        and material.sources[n].kind is material.source_of(statement).kind
    ]


def _not_given(material: Material, fact: Fact, rng: Random) -> Judged | None:
    if fact.asked is None:
        return None
    return _on_an_occasion(material, fact, rng) or _beside_another(material, fact, rng)


def _on_an_occasion(material: Material, fact: Fact, rng: Random) -> Judged | None:
    """Said in a letter, where the article tells nothing of how anybody spoke."""
    texts = " ".join((material.article.headline, *(p.text for p in material.article.paragraphs)))
    if OCCASION.search(texts):
        return None
    ways = [way for way, signs in WAYS_TO_SPEAK.items() if not signs.search(texts)]
    if not ways or fact.asked is None:
        return None
    way, name = rng.choice(ways), name_in_a_sentence(material, material.source_of(fact.asked))
    told = (
        f"said: {fact.words}" if _is_quoted(fact) else (fact.before + fact.words)[len(name) + 1 :]
    )
    why = f"has these words, but the article does not say that they came {way}."
    return _row(material, fact, f"{capitalised(way)}, {name} {told}", Verdict.NOT_GIVEN, why)


def _beside_another(material: Material, fact: Fact, rng: Random) -> Judged | None:
    """What somebody else is said to know or think of it, who says nothing on the matter."""
    asked = fact.asked
    if not isinstance(asked, Statement) or asked.quoted or not _is_a_person(material, asked):
        return None
    others = [n for n in _speakers_like(material, asked) if _keeps_apart(material, asked, n)]
    if not others:
        return None
    name, speaker = material.sources[rng.choice(others[:3])].name, material.source_of(asked).name
    opinions = [f"{name} agrees with {speaker}", f"{name} thinks that {speaker} is wrong to say"]
    opinions += 2 * [f"{speaker} told {name}"] if _is_said_to_nobody(material, asked) else []
    opinion = rng.choice(opinions)
    why = (
        f"has this from {speaker}, but the article does not say what {name} knew or thought of it."
    )
    return _row(material, fact, f"{opinion} that {fact.words}", Verdict.NOT_GIVEN, why)


def _is_a_person(material: Material, asked: Asked) -> bool:
    source = material.source_of(asked)
    return source.kind is SourceKind.PERSON and is_named(source)


def _is_said_to_nobody(material: Material, asked: Asked) -> bool:
    """Whether the sentence does not say to whom it was said."""
    return not any(TOLD.search(evidence.text) for evidence in material.evidence(asked))


def _keeps_apart(material: Material, asked: Asked, other: int) -> bool:
    """Whether the source at *other* is never near that of *asked*, nor speaks of the matter."""
    own = set(words(material.source_of(asked).name))
    name = set(words(material.sources[other].name))
    near = range(asked.span.paragraph - 1, asked.span.paragraph + 2)
    matter = content_words(asked.text)
    return (
        not any(m.paragraph in near for m in material.sources[other].mentions)
        and not any(
            own & found and name & found
            for found in (_words_of(p.text) for p in material.article.paragraphs)
        )
        and all(
            len(matter & content_words(material.content(claim))) < 2
            for claim in material.claims.of(other)
        )
    )


@lru_cache(maxsize=1024)
def _words_of(paragraph: str) -> frozenset[str]:
    return frozenset(words(paragraph))


def _row(material: Material, fact: Fact, text: str, verdict: Verdict, why: str) -> Judged:
    told = text if text.endswith("”") and _is_quoted(fact) else f"{text}."
    if fact.asked is None:
        evidence, sure = material.whole_sentences(fact.span), 0.8
    else:
        evidence = material.evidence(fact.asked)
        sure = certainty(material, fact.asked.claim)
    return Judged(
        Row(capitalised(told), verdict),
        evidence,
        f"paragraph {fact.span.paragraph} {why}",
        sure,
        by_the_reporter=fact.asked is None,
    )


RECIPE = Recipe("true, false or not given", propose, for_review=True)
