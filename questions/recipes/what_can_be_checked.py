"""Recipe 12, what can be checked: statements sorted by what it would take to find out."""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.lexicon import MONTHS, WEEKDAYS
from questions.marks import CLOSING, OPENING
from questions.question import Process, Skill
from questions.recipes.clauses import is_headline, speaks_from_elsewhere
from questions.recipes.material import ALIKE, Material
from questions.recipes.pronouns import LOOKS_BACK, dangling_pronoun
from questions.recipes.recipe import Proposals, Recipe
from questions.recipes.reporter import reporters_sentences
from questions.recipes.wording import likeness
from questions.types.match import Match, Row


class Label(NamedTuple):
    """What a statement can be: the option, words that show it or might, a reason for the pupil."""

    option: str
    sign: re.Pattern[str]
    hint: re.Pattern[str]
    reason: str


_WEEKDAY = "|".join(WEEKDAYS).title()
_DAY = f"{_WEEKDAY}|{'|'.join(MONTHS).title()}"
_LATER = rf"2\d\d\d|spring|summer|autumn|fall|winter|end|christmas|week|month|year|{_DAY}"
_JUDGED = (
    "wrong|unfair|unjust|shame|shameful|disgrace|disgraceful|terrible|awful|horrible|horrific|sad"
    "|dreadful|appalling|wonderful|brilliant|fantastic|amazing|beautiful|ugly|stupid|silly|absurd"
    "|ridiculous|outrageous|unacceptable|scandal|scandalous|tragic|lovely|excellent|perfect|foolish"
    "|reckless|irresponsible|crazy|insane|pathetic|boring|dull|exciting|nonsense|cruel|immoral"
    "|misguided|good|bad|great|brave|courageous|cowardly|naive|insult|insulting|hypocrites?|madness"
    "|important|dangerous|smart|clever|disappointing|shocking|inspiring|honest|dishonest|a joke"
    "|the best|the worst|strange|weird|frightening|scary|sick|fun|awesome|incredible|worthwhile"
    "|worse|better|unkind|kind|hopeless|useless|pointless|clumsy|greedy|selfish|generous|heartless"
    "|not (?:enough|acceptable|right)|laughable|a (?:gift|mess|farce|fiasco|triumph|disaster)"
)

CHECKABLE = Label(
    "A plain statement that can be checked",
    re.compile(
        r"^(?!.*\b(?:I|[Ww]e|[Yy]ou|me|my|us|our|your|s?he|they|people|folks)\b)"
        rf".*?(?:\b\d{{2}}|\b\d(?:\.\d+)?(?:%| per ?cent| million)|\b(?:{_WEEKDAY})\b)"
    ),
    re.compile(r"\d"),
    "gives a figure or a day that somebody can look up or count",
)
OPINION = Label(
    "A view, which others may not share",
    re.compile(
        rf"(?:\b(?:is|are|was|were|be|been)(?:n[’']t)?|[’']s) (?:[\w’'-]+ ){{0,3}}(?:{_JUDGED})\b"
        r"|\b(?:should|ought to|must|deserves?)(?! be (?:ready|finished|open|back|here)"
        r"| have (?:arrived|come|been))\b|\bI (?:\w+ )?(?:love|like|hate|trust|admire|respect)\b"
        r"|\b(?:is|are|was|were|be) (?:so|too|very|really|extremely|utterly) (?!many|much|few)\w+",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:{_JUDGED}|should|ought|must|need\w*|too|enough|really|very|so|powerful\w*|enormous\w*"
        r"|huge\w*|massive\w*|dramatic\w*|treasured|emotional\w*|enthusiastic\w*|wildly|hastily|only"
        r"|controversial\w*|important\w*|strong\w*|weak\w*|good|bad|great\w*|better|worse|best|worst"
        r"|lesson|courage|mess|failure|success\w*|devastating\w*|major|key|rare\w*|poor\w*|rich\w*"
        r"|popular|famous\w*|fair\w*|severe\w*|serious\w*|love\w*|hate\w*|never|nobody|always|merely"
        r"|impressive\w*|unpopular|verbal|attacks?|scapegoat|hotbed|rocky|eclectic|moving\w*|sturdy|well"
        r"|momentum|big\w*|happy|proud|afraid|every(?:body|one|thing))\b",
        re.IGNORECASE,
    ),
    "says what somebody finds good, bad or right",
)
FUTURE = Label(
    "A look ahead, at what is still to come",
    re.compile(
        r"^(?:(?!(?:who|that|which|if|when|where|what|how|you|people|is|are|was|were|has|have|had|said"
        r"|an?|no|think)\b)[\w’'.-]+,? ){1,9}(?:will|won[’']t|(?:is|are) (?:going|expected|due) to)"
        r" (?!always|never|often|have|not only)|^(?:I|We|They)[’']ll "
        rf"|\bwould [^,]+ (?:by|in|next|from|before|until|after|on) (?:the )?(?:{_LATER})\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:will|would|won[’']t|shall|going to|expect\w*|due to|set to|plan\w*|soon"
        r"|tomorrow|upcoming|next|future|until|ahead|intend\w*|aim\w*|propos\w*|wants?)\b|[’']ll\b",
        re.IGNORECASE,
    ),
    "tells what has not happened yet",
)
UNCONFIRMED = Label(
    "A report that is passed on without proof",
    re.compile(
        r"\b(?:allegedly|reportedly|supposedly|purportedly)\b"
        r"|\b(?:is|are|was|were) (?:said|rumou?red|alleged|believed|understood) to\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:may|might|could|seem\w*|appear\w*|apparent\w*|likely|perhaps|possibl[ey]"
        r"|probabl[ey]|suggest\w*|alleg\w*|report\w*|suppos\w*|purport\w*|rumou?r\w*|believed|claim\w*"
        r"|understood|accus\w*|suspect\w*|estimat\w*|thought|unclear|said|say|says|told|if|unless)\b",
        re.IGNORECASE,
    ),
    "passes on what nobody has proved",
)
LABELS = (CHECKABLE, OPINION, FUTURE, UNCONFIRMED)

HARMLESS = {(FUTURE, CHECKABLE), (UNCONFIRMED, CHECKABLE)}
"""These stay what they are with a figure in them."""

SHORTEST, LONGEST = 5, 26
"""Words of a statement that is to be sorted."""

FEWEST, MOST = 3, 5
MOST_OF_A_KIND = 2

STEMS = (
    "What kind of statement is each of these?",
    "In the article, what is each of these statements?",
    "Which of these statements can be checked, and what are the others?",
)


class Sorted(NamedTuple):
    """A statement as it is shown, where it stands, and what it is."""

    shown: str
    span: Span
    label: Label


def propose(material: Material, rng: Random) -> Proposals:
    """A match of three statements or more, of two kinds at least."""
    found = [*_said(material), *_told(material)]
    chosen: list[Sorted] = []
    for one in sorted(rng.sample(found, len(found)), key=lambda s: s.label is CHECKABLE):
        alike = sum(other.label is one.label for other in chosen)
        apart = all(likeness(one.shown, other.shown) < ALIKE for other in chosen)
        if apart and alike < MOST_OF_A_KIND and len(chosen) < MOST:
            chosen.append(one)
    if len(chosen) >= FEWEST and len({one.label for one in chosen}) > 1:
        yield _match(material, sorted(chosen, key=lambda one: one.span), rng)


def _said(material: Material) -> Iterator[Sorted]:
    """What sources say, where its words show of what kind it is."""
    for statement in material.statements:
        label = label_of(statement.text)
        if label and not statement.looks_back:
            yield Sorted(statement.shown, statement.span, label)


def _told(material: Material) -> Iterator[Sorted]:
    """What the writer tells, likewise: what is certain, and what is passed on as unproved."""
    for span in reporters_sentences(material):
        text = material.article.text_of(span)
        label = label_of(text)
        if label is CHECKABLE:
            yield Sorted(text, span, label)
    for span in material.sentences:
        text = material.article.text_of(span)
        if label_of(text) is UNCONFIRMED and _stands_alone(material, span):
            yield Sorted(text, span, UNCONFIRMED)


def label_of(text: str) -> Label | None:
    """The kind of which *text* shows a sign, if nothing in it hints at another kind."""
    if "?" in text or not SHORTEST <= len(text.split()) <= LONGEST:
        return None
    signs = [label for label in LABELS if label.sign.search(text)]
    hints = [label for label in LABELS if label.hint.search(text)]
    found = [s for s in signs if all(h is s or (s, h) in HARMLESS for h in hints)]
    return found[0] if len(found) == 1 else None


def _stands_alone(material: Material, span: Span) -> bool:
    """Whether a sentence is the writer’s own, and can be understood without the one before it."""
    text = material.article.text_of(span)
    quoted = any(
        claim.source is not None and any(piece.overlap(span) for piece in claim.content)
        for claim in material.claims_in(span.paragraph)
    )
    return not (
        quoted
        or any(mark in text for mark in OPENING + CLOSING)
        or LOOKS_BACK.search(text)
        or dangling_pronoun(text)
        or speaks_from_elsewhere(text)
        or is_headline(text)
    )


def _match(material: Material, rows: list[Sorted], rng: Random) -> Match:
    return Match(
        prompt=rng.choice(STEMS),
        rows=tuple(Row(one.shown, one.label.option) for one in rows),
        options=tuple(label.option for label in LABELS),
        skill=Skill.WHAT_CAN_BE_CHECKED,
        process=Process.EVALUATE,
        section=material.section(rows[0].span.paragraph),
        evidence=material.whole_sentences(*(one.span for one in rows)),
        explanation=" ".join(
            f"Statement {number} {one.label.reason}." for number, one in enumerate(rows, 1)
        ),
        confidence=0.8,
    )


RECIPE = Recipe("what can be checked", propose, for_review=True)
