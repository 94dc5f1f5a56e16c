"""Recipe 17, words that distance: what is told with "allegedly" or "claimed", and not with "said".

What is asked: statements of the article stand side by side, each without the word by which it is
told. The reader has to find them, and to see beside which one the writer leaves open whether it is
true. Where there are too few, the sources stand there: who "claims", while the others "say"?
Not asked: where another of them comes with a word that sounds unsure as well.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.claims import Claim
from questions.lexicon import finite
from questions.question import Evidence, Process, Skill
from questions.recipes.clauses import is_clause, is_headline, speaks_from_elsewhere
from questions.recipes.material import ALIKE, Material
from questions.recipes.pronouns import LOOKS_BACK, dangling_pronoun
from questions.recipes.recipe import SURE_ENOUGH, Proposals, Recipe, as_option, certainty
from questions.recipes.reporter import reporters_sentences
from questions.recipes.sources import is_shown, related
from questions.recipes.statements import Statement
from questions.recipes.wording import capitalised, likeness
from questions.types.choice import Choice

CLAIMING = finite("claim allege")
"""Cues that leave open whether the source is right."""

PROVING = finite(
    "say tell add write find show confirm reveal note explain announce testify observe discover"
) | frozenset({"pointed out", "points out", "according to"})
"""Cues that only report, or that say that it is so."""

SAYING_ONLY = (
    PROVING
    | finite("ask reply answer call want urge welcome praise thank recall describe")
    | frozenset("saying adding asking telling say tell add".split())
)
"""Words by which sources are reported with whom nobody keeps a distance."""

TELLS = {
    "allegedly": "somebody says that it happened, but it has not been proved",
    "reportedly": "others have reported it, and the writer has not made sure",
    "supposedly": "some people say so, but the writer is not so sure",
    "purportedly": "it is said to be so, but nobody has made sure",
    "apparently": "it looks like that, but the writer has not made sure",
}
"""Words by which a writer steps back from what is told, each with what it tells a reader."""

ADVERB = re.compile(rf",? ?\b(?P<word>{'|'.join(TELLS)})\b,?(?=[ .])", re.IGNORECASE)
PASSED_ON = re.compile(
    r"(?<!who )(?<!which )(?<!that )\b(?P<aux>is|are|was|were)"
    r" (?P<word>said|thought|believed|alleged|understood|rumou?red|reported) to"
    r" (?P<verb>be|have)\b"
)
"""As in "is said to have met": put plainly, "has met"."""

PLAINLY = {
    ("is", "have"): "has",
    ("are", "have"): "have",
    ("was", "have"): "had",
    ("were", "have"): "had",
}

DOUBT = re.compile(
    r"\b(?:(?-i:may)|might|could|would|seem\w*|appear\w*|apparent\w*|unconfirmed|likely|perhaps|possibl[ey]|probabl[ey]"
    r"|potential\w*|suggest\w*|believ\w*|th(?:ink|ought)|suspect\w*|accus\w*|claim\w*|alleg\w*|rumou?r\w*"
    r"|doubt\w*|unclear|question\w*|charg\w*|disput\w*|den(?:y|ied|ies)|false\w*|fake|unproven|deem\w*"
    r"|dub\w*|consider\w*|self-\w+|conspirac\w*|reported(?:ly)?|assert\w*|contend\w*|insist\w*"
    r"|maintain\w*|argu\w*|said to|understood|so-called|what (?:he|she|they|it) (?:call|term)\w*"
    r"|expect\w*|estimat\w*|suppos\w*|purport\w*|theor\w*|fear\w*|hint\w*|boast\w*|vow\w*|promis\w*)\b",
    re.IGNORECASE,
)
"""Words that might keep a distance as well."""

TAKES_A_SIDE = re.compile(
    r"\b(?:rightly|wrongly|falsely|correctly|absurdly|ridiculously)\b|[‘'“\"]claim", re.IGNORECASE
)

SHORTEST, LONGEST = 6, 28
"""Words of an option."""

FEWEST, MOST = 2, 3
"""Wrong options."""

CLOSE_IN_LENGTH = 0.55
"""How long a wrong option must be beside the right one, or the right one beside it."""

STEMS = (
    "One of these statements stands in the article beside a word that keeps a distance and leaves"
    " open whether it is true. Which one?",
    "Which of these does the article tell with a word that leaves open whether it is true?",
    "For which of these statements does the writer choose a word that keeps a distance from it?",
)
STEMS_FOR_SPEAKERS = (
    "Whose words does the article report with a verb that keeps more distance than “said” does?",
    "For whose words does the writer choose a verb that shows more doubt than “said” does?",
)


class Distanced(NamedTuple):
    """A statement without the word that distances, that word, and where the statement stands."""

    shown: str
    word: str
    sentence: Span


def propose(material: Material, rng: Random) -> Proposals:
    """A question for each statement told with such a word; else one for each who "claims"."""
    plain = list(_told_plainly(material))
    found = [(one, _beside(one, plain)) for one in (*_claimed(material), *_passed_on(material))]
    enough = [(one, wrong) for one, wrong in found if len(wrong) >= FEWEST]
    for one, wrong in enough:
        yield _question(material, one, wrong, rng)
    if not enough:
        yield from _about_speakers(material, rng)


def _question(material: Material, found: Distanced, wrong: list[str], rng: Random) -> Choice:
    options = (found.shown, *wrong)
    number = found.sentence.paragraph
    return Choice(
        prompt=rng.choice(STEMS),
        options=tuple(rng.sample(options, len(options))),
        key=(found.shown,),
        skill=Skill.DISTANCING_WORDS,
        process=Process.EVALUATE,
        section=material.section(number),
        evidence=material.whole_sentences(found.sentence),
        explanation=f"The word to look at is “{found.word}” in paragraph {number}."
        f" It tells a reader: {_meaning(found.word)}. The other statements are told without any"
        " such word.",
        hint="Find each statement in the article. Look at the words right before and behind it: by"
        " which word is it told?",
        confidence=0.95,
    )


def _about_speakers(material: Material, rng: Random) -> Proposals:
    """Who "claims" or "alleges", beside those who only "say"."""
    verbs = _verbs_of_the_sources(material)
    plain = [
        n for n, used in verbs.items() if used <= SAYING_ONLY and is_shown(material.sources[n])
    ]
    for index, claim in enumerate(material.claims.claims):
        number, word = claim.source, _verb(material, claim)
        if number is None or word not in CLAIMING or not _is_its_own(material, index):
            continue
        near = (n for n in material.nearest_sources(claim.content[0].paragraph) if n in plain)
        apart = [n for n in near if not related(material.sources[n], material.sources[number])]
        if len(apart) >= FEWEST and not verbs[number] <= SAYING_ONLY:
            yield _who_claims(material, index, apart[:MOST], rng)
            return


def _verbs_of_the_sources(material: Material) -> dict[int, set[str]]:
    """For each source the words by which its claims are reported, those inside others as well."""
    found: dict[int, set[str]] = defaultdict(set)
    for claim in material.claims.claims:
        if claim.source is not None:
            (sentence, *_) = material.whole_sentences(claim.cue or claim.content[0])
            unsure = DOUBT.search(_outside(sentence, claim))
            found[claim.source].add("unsure" if unsure else _verb(material, claim))
    return found


def _outside(sentence: Evidence, claim: Claim) -> str:
    """What *sentence* has beside the content of *claim*."""
    inside = {
        n for s in claim.content if s.paragraph == sentence.paragraph for n in range(s.start, s.end)
    }
    return "".join(c for n, c in enumerate(sentence.text, sentence.start) if n not in inside)


def _verb(material: Material, claim: Claim) -> str:
    return material.cue(claim) or "said"


def _is_its_own(material: Material, index: int) -> bool:
    """Whether the claim at *index* is surely its source's, and the writer takes no side in it."""
    claim = material.claims.claims[index]
    if claim.source is None or claim.within is not None or claim.cue is None:
        return False
    (sentence, *_) = material.whole_sentences(claim.cue)
    return (
        is_shown(material.sources[claim.source])
        and certainty(material, index) >= SURE_ENOUGH
        and is_clause(material.content(claim), introduced=True)
        and TAKES_A_SIDE.search(sentence.text) is None
    )


def _who_claims(material: Material, index: int, others: list[int], rng: Random) -> Choice:
    claim = material.claims.claims[index]
    number = claim.content[0].paragraph
    key = as_option(material, material.sources[claim.source or 0])
    options = [key, *(as_option(material, material.sources[n]) for n in others)]
    word = _verb(material, claim)
    return Choice(
        prompt=rng.choice(STEMS_FOR_SPEAKERS),
        options=tuple(rng.sample(options, len(options))),
        key=(key,),
        skill=Skill.DISTANCING_WORDS,
        process=Process.EVALUATE,
        section=material.section(number),
        evidence=material.whole_sentences(claim.cue, claim.mention),
        explanation=f"“Said” would only tell that somebody spoke. With “{word}” in paragraph"
        f" {number} the writer leaves open whether it is true.",
        hint="Find what each of them says, and look at the verb beside the name.",
        claim=index,
        confidence=certainty(material, index),
    )


def _meaning(word: str) -> str:
    if word in CLAIMING:
        return "somebody says so, but the writer leaves open whether it is true"
    return TELLS.get(word, "others say so, but the writer has not made sure")


def _claimed(material: Material) -> Iterator[Distanced]:
    """Statements that somebody "claimed"."""
    for statement in material.statements:
        word = material.cue(material.claim_of(statement))
        (sentence, *_) = material.whole_sentences(statement.span)
        clear = word in CLAIMING and _stands_alone(statement.shown)
        if clear and not statement.looks_back and not TAKES_A_SIDE.search(sentence.text):
            yield Distanced(statement.shown, word, _place(material, statement))


def _passed_on(material: Material) -> Iterator[Distanced]:
    """Sentences of the writer's own with "allegedly" in them, or with "is said to be"."""
    for sentence in material.sentences:
        text = material.article.text_of(sentence)
        found = [*ADVERB.finditer(text), *PASSED_ON.finditer(text)]
        if len(found) == 1 and not _is_somebodys(material, sentence):
            plain = _put_plainly(text, found[0])
            if _stands_alone(plain) and is_clause(plain, introduced=True, fronted=True):
                yield Distanced(plain, found[0]["word"].lower(), sentence)


def _put_plainly(text: str, word: re.Match[str]) -> str:
    """*text* without the word that distances."""
    groups = word.groupdict()
    instead = PLAINLY.get((groups.get("aux", ""), groups.get("verb", "")), groups.get("aux", ""))
    before, after = text[: word.start()].rstrip(), text[word.end() :].lstrip()
    gap = "" if after[:1] in {".", ",", ""} else " "
    return capitalised(" ".join(part for part in (before, instead) if part) + gap + after)


def _is_somebodys(material: Material, sentence: Span) -> bool:
    """Whether somebody who is named says any of *sentence*, or what is beside it in marks."""
    return any(
        part.overlap(sentence)
        for claim in material.claims_in(sentence.paragraph)
        for part in (*claim.content, claim.cue)
        if part is not None and claim.source is not None
    )


def _told_plainly(material: Material) -> Iterator[Distanced]:
    """Statements beside which no word sounds unsure, of sources and of the reporter."""
    for statement in material.statements:
        sentence = _place(material, statement)
        around = " ".join(e.text for e in material.whole_sentences(statement.span, sentence))
        if (
            material.cue(material.claim_of(statement)) in PROVING
            and not statement.looks_back
            and certainty(material, statement.claim) >= SURE_ENOUGH
            and DOUBT.search(around) is None
            and _stands_alone(statement.shown)
        ):
            yield Distanced(statement.shown, "", sentence)
    for sentence in reporters_sentences(material):
        text = material.article.text_of(sentence)
        if _stands_alone(text) and text.endswith(".") and DOUBT.search(text) is None:
            yield Distanced(text, "", sentence)


def _place(material: Material, statement: Statement) -> Span:
    """The sentence with the cue of *statement*."""
    cue = material.claim_of(statement).cue or statement.span
    (sentence, *_) = material.whole_sentences(cue)
    return Span(sentence.paragraph, sentence.start, sentence.end)


def _stands_alone(text: str) -> bool:
    """Whether a reader understands *text* without the sentences around it."""
    return (
        SHORTEST <= len(text.split()) <= LONGEST
        and (text[0].isupper() or text[0].isdigit())
        and "?" not in text
        and DOUBT.search(text) is None
        and LOOKS_BACK.search(text) is None
        and dangling_pronoun(text) is None
        and not speaks_from_elsewhere(text)
        and not is_headline(text)
    )


def _beside(key: Distanced, plain: list[Distanced]) -> list[str]:
    """Statements told plainly that are about as long as *key*, the nearest in the article first."""
    number = key.sentence.paragraph
    chosen: list[str] = []
    for one in sorted(plain, key=lambda p: abs(p.sentence.paragraph - number)):
        short, long = sorted((len(one.shown), len(key.shown)))
        apart = all(likeness(one.shown, text) < ALIKE for text in (key.shown, *chosen))
        if one.sentence != key.sentence and short >= CLOSE_IN_LENGTH * long and apart:
            chosen.append(one.shown)
    return chosen[:MOST]


RECIPE = Recipe("words that distance", propose, for_review=True)
