"""Recipe 14, agree or disagree: where a source stands on what others claim.

What is asked: one says it, another "denied it" right after; or somebody denies, concedes or doubts
a claim that the same sentence names. The question names both sides where there are two. Not asked:
what somebody concedes or confirms that nobody is known to have claimed; and whether something is so
of which he declines to speak, since a question is no claim.
"""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.claims import Claim, Source, SourceKind
from questions.question import Evidence, Process, Skill
from questions.recipes.clauses import is_clause, is_reported
from questions.recipes.material import Material
from questions.recipes.pronouns import LOOKS_BACK, dangling_pronoun
from questions.recipes.recipe import (
    Proposals,
    Recipe,
    certainty,
    name_in_a_sentence,
    said_that,
)
from questions.recipes.sources import is_shown, related
from questions.recipes.statements import Statement
from questions.recipes.whole_names import has_a_namesake
from questions.recipes.wording import FIRST_AND_SECOND, capitalised, content_words, words
from questions.types.choice import Choice

AGREES = "The claim is right"
DISAGREES = "The claim is wrong"
DOUBTS = "The claim is doubtful"
SILENT = "The claim gets no answer"
STANDS = (AGREES, DISAGREES, DOUBTS, SILENT)


class Sign(NamedTuple):
    """Words that show where somebody stands, and what they mean, for the pupil."""

    words: re.Pattern[str]
    stand: str
    meaning: str


SIGNS = (
    Sign(
        re.compile(
            r"(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|rebut(?:s|ted)?"
            r"|dismiss(?:es|ed)?|contradict(?:s|ed)|disagree[sd]?)"
        ),
        DISAGREES,
        "Who denies, disputes, rejects or dismisses a claim says that the claim is wrong.",
    ),
    Sign(
        re.compile(
            r"(?:admit(?:s|ted)?|conced(?:e|es|ed)|acknowledg(?:e|es|ed)|accept(?:s|ed)?"
            r"|confirm(?:s|ed)?|agree[sd]?)"
        ),
        AGREES,
        "Who admits, concedes, confirms or accepts a claim says that the claim is right.",
    ),
    Sign(
        re.compile(r"doubt(?:s|ed)?"),
        DOUBTS,
        "Who doubts a claim is not sure that the claim is right.",
    ),
)
THE_WORDS_BEFORE = re.compile(
    r"(?:it|this|that"
    r"|(?:the|this|that) (?:\w+ )?(?:claims?|charges?|allegations?|accusations?|suggestions?|ideas?"
    r"|story|notion|criticism|assertion|argument|remarks?|comments?|statement|figures?|numbers?"
    r"|estimate|forecast|conclusions?|findings?|comparison|reading|view))"
    r"(?: as .{3,60}| outright| out of hand)?"
)
"""What somebody denies where somebody else has said it right before."""

CALLED_A_CLAIM = re.compile(
    r"(?:(?:the|any|this|that|all) )?(?:claims?|ideas?|notions?|suggestions?|allegations?"
    r"|accusations?|assertions?|reports|rumou?rs) that "
    r"|(?:that(?! \w+ (?:in|of|as|from|on)\b)|whether|if) "
)
GOES_ON = re.compile(r", (?:\w+ing|although|though|but|while|after) .*$")
STARTS_WITH_A_PRONOUN = re.compile(
    r"(?:(?P<person>s?he)|(?P<body>it)(?= (?:had|has|would|will|did|does)\b)) "
)
ONLY_IN_A_DENIAL = re.compile(r"\b(?:any\w*|much|either)\b")
"""Good English after "denied that", as in "there was any rift", but not after "the claim that"."""

BREAKS_OFF = re.compile(r"\b(?:one|two|three|four|five|six|some|several|many|few|others?)$")
"""At the end: the noun stands in another sentence, as in "she was looking at two"."""

OF_WHAT_WAS_SAID = re.compile(
    r"\bthe (?:remarks?|comments?|words|quotes?|exchange|conversation|meeting|incident|figures?)\b"
)
"""Which one is meant stands in another sentence."""

OPENS_LATE = re.compile(r"(?:on|in|at|under|after|before|when|,) ?", re.IGNORECASE)
"""At the start: something about the speaking comes before the claim, as in "on oath, that …"."""

IN_REPLY = re.compile(r"accept(?:s|ed)?|agree[sd]?")
"""What one says yes to by these has been said before; what one concedes or confirms may be news."""

SURE = 0.7
"""How sure it must be that the source is meant."""

SHORTEST, LONGEST = 4, 26
"""Words of a claim."""

NEAR = 6
"""Paragraphs within which somebody else makes the claim."""

STEMS = (
    "In paragraph {n}, what does {name} make of the claim that {claim}?",
    "What answer does {name} give in paragraph {n} to the claim that {claim}?",
)
STEM_FOR_WORDS = "In paragraph {n}, what does {name} make of these words of {other}? {shown}"
STEMS_FOR_TWO = (
    "{other} {said}. In paragraph {n}, what does {name} make of that claim?",
    "{other} {said}. What answer does {name} give to that in paragraph {n}?",
)


class Stand(NamedTuple):
    """A source, where it stands on a claim, and what shows it; ``maker`` is who makes the claim."""

    source: int
    claim: str
    stand: str
    evidence: tuple[Evidence, ...]
    cue: str
    meaning: str
    number: int | None = None
    maker: Statement | None = None


def propose(material: Material, rng: Random) -> Proposals:
    """A question for each clear stand that a source takes on a claim."""
    for stand in _told_by_the_cue(material):
        known = stand._replace(maker=stand.maker or _who_claims_it(material, stand))
        if known.maker or _is_surely_claimed(material, known):
            yield _question(material, known, rng)


def _is_surely_claimed(material: Material, stand: Stand) -> bool:
    """Whether somebody must have claimed it, named or not: it is no news, and not about himself."""
    named = set(words(material.sources[stand.source].name)) & set(words(stand.claim))
    own = named or STARTS_WITH_A_PRONOUN.match(stand.claim)
    return stand.stand is not AGREES or (IN_REPLY.fullmatch(stand.cue) is not None and not own)


def _question(material: Material, stand: Stand, rng: Random) -> Choice:
    paragraph = stand.evidence[0].paragraph
    told = () if stand.maker is None else material.evidence(stand.maker)
    return Choice(
        prompt=_stem(material, stand, rng),
        options=tuple(rng.sample(STANDS, len(STANDS))),
        key=(stand.stand,),
        skill=Skill.AGREE_OR_DISAGREE,
        process=Process.EVALUATE,
        section=material.section(paragraph),
        evidence=tuple(dict.fromkeys((*stand.evidence, *told))),
        explanation=f"The words to look at in paragraph {paragraph} are “{stand.cue}”."
        f" {stand.meaning}",
        claim=stand.number,
        confidence=0.85 if stand.number is None else certainty(material, stand.number),
    )


def _stem(material: Material, stand: Stand, rng: Random) -> str:
    name = name_in_a_sentence(material, material.sources[stand.source])
    paragraph, maker = stand.evidence[0].paragraph, stand.maker
    if maker is None:
        return rng.choice(STEMS).format(n=paragraph, name=name, claim=stand.claim)
    other = name_in_a_sentence(material, material.source_of(maker))
    if maker.quoted or maker.alone:
        return STEM_FOR_WORDS.format(n=paragraph, name=name, other=other, shown=maker.shown)
    said, other = said_that(material, maker), capitalised(other)
    return rng.choice(STEMS_FOR_TWO).format(n=paragraph, name=name, other=other, said=said)


def _told_by_the_cue(material: Material) -> Iterator[Stand]:
    for index, claim in enumerate(material.claims.claims):
        sign = _sign(material, claim)
        unsure = certainty(material, index) < SURE
        if sign is None or claim.source is None or claim.cue is None or unsure:
            continue
        maker = _said_right_before(material, index)
        text = maker.clause if maker else _claim_told(material, claim)
        if text is not None:
            evidence = material.whole_sentences(claim.cue)
            cue = material.article.text_of(claim.cue)
            yield Stand(
                claim.source, text, sign.stand, evidence, cue, sign.meaning, index, maker=maker
            )


def _said_right_before(material: Material, index: int) -> Statement | None:
    """What another source says in the sentence before, where the claim at *index* points to it."""
    claim = material.claims.claims[index]
    if claim.source is None or not THE_WORDS_BEFORE.fullmatch(material.content(claim)):
        return None
    (here, *_) = material.whole_sentences(claim.cue)
    before = [s for s in material.sentences if s < Span(here.paragraph, here.start, here.end)]
    found = [
        statement
        for statement in material.named_statements
        if before
        and before[-1].paragraph >= here.paragraph - 1
        and statement.span.overlap(before[-1])
        and statement.source != claim.source
        and not related(material.source_of(statement), material.sources[claim.source])
        and certainty(material, statement.claim) >= SURE
    ]
    return found[0] if len(found) == 1 else None


def _sign(material: Material, claim: Claim) -> Sign | None:
    """What the cue of *claim* shows, if it is one that shows where its source stands."""
    if claim.cue is None or claim.source is None or claim.within is not None:
        return None
    source = material.sources[claim.source]
    if has_a_namesake(material, source) or not _is_one(source) or len(claim.content) > 1:
        return None
    text = material.article.paragraph(claim.cue.paragraph).text
    before = text[: claim.cue.start]
    cue = material.article.text_of(claim.cue).lower()
    if re.search(
        r"(?:\b(?:not|never|neither|nor|might|may|would|could)|n[’']t)(?: \w+)? $", before
    ):
        return None
    return next((sign for sign in SIGNS if sign.words.fullmatch(cue)), None)


def _is_one(source: Source) -> bool:
    """Whether the source can be shown, and is no plural, such as "two analysts"."""
    last = source.name.split()[-1]
    plural = source.kind is SourceKind.GROUP or (last.islower() and last.endswith("s"))
    return is_shown(source) and not plural


def _claim_told(material: Material, claim: Claim) -> str | None:
    """What the source of *claim* takes a stand on, as a clause; None where it is no clear one."""
    cue, source, content = claim.cue, claim.source, claim.content[0]
    paragraph = material.article.paragraph(content.paragraph).text
    if source is None or cue is None or cue.paragraph != content.paragraph:
        return None
    return _as_clause(material, source, paragraph[cue.end : content.end].strip())


def _as_clause(material: Material, number: int, told: str) -> str | None:
    """*told* as it reads after "that"; a "he" or "it" at its start means its source."""
    named = CALLED_A_CLAIM.match(told)
    text = GOES_ON.sub("", told[named.end() if named else 0 :]).strip(" .;:")
    text = re.sub(r"\bever |[.,](?=[”\"]$)", "", text)
    source = material.sources[number]
    name = name_in_a_sentence(material, source)
    pronoun, named_text = STARTS_WITH_A_PRONOUN.match(text), text
    if pronoun and source.kind is (
        SourceKind.PERSON if pronoun["person"] else SourceKind.ORGANISATION
    ):
        named_text = f"{name} {text[pronoun.end() :]}"
    sound = (
        SHORTEST <= len(text.split()) <= LONGEST
        and is_clause(text, introduced=named is not None)
        and is_reported(text)
        and BREAKS_OFF.search(text) is None
        and dangling_pronoun(named_text) is None
        and LOOKS_BACK.search(text) is None
        and OF_WHAT_WAS_SAID.search(text) is None
        and not FIRST_AND_SECOND & set(words(text))
        and OPENS_LATE.match(text) is None
        and not named_text.startswith("it ")
        and ONLY_IN_A_DENIAL.search(text) is None
        and len(content_words(text)) > 1
    )
    return text if sound else None


def _who_claims_it(material: Material, stand: Stand) -> Statement | None:
    """A statement close by in which another named source makes the very claim."""
    source = material.sources[stand.source]
    found = [
        statement
        for statement in material.named_statements
        if not (statement.quoted or statement.alone)
        and statement.claim != stand.number
        and statement.source != stand.source
        and abs(statement.span.paragraph - stand.evidence[0].paragraph) <= NEAR
        and not related(material.source_of(statement), source)
        and _is_the_same(statement.clause, stand.claim)
    ]
    return found[0] if found else None


def _is_the_same(one: str, other: str) -> bool:
    """Whether two clauses have nearly all words that matter in common."""
    first, second = content_words(one), content_words(other)
    common = len(first & second)
    return (
        common >= 3
        and common >= 0.75 * max(len(first), len(second))
        and (("not" in words(one)) == ("not" in words(other)))
    )


RECIPE = Recipe("agree or disagree", propose, for_review=True)
