"""Recipe 17, words that distance: "allegedly", "so-called", "claimed" where "said" would do."""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.claims import Form
from questions.marks import balanced
from questions.question import Evidence, Process, Skill
from questions.recipes.clauses import is_clause, is_headline
from questions.recipes.material import EARSHOT, Material
from questions.recipes.recipe import Proposals, Recipe
from questions.recipes.wording import FUNCTION_WORDS, WORD
from questions.types.select_text import SelectText

TELLS = {
    "allegedly": "somebody says that it happened, but it has not been proved",
    "alleged": "somebody says that it is so, but it has not been proved",
    "reportedly": "others have reported it, and the writer has not made sure",
    "supposedly": "some people say so, but the writer is not so sure",
    "supposed": "some people say so, but the writer is not so sure",
    "purported": "it is said to be so, but nobody has made sure",
    "purportedly": "it is said to be so, but nobody has made sure",
    "unconfirmed": "it has been told, but nobody has made sure",
    "so-called": "others use this name, and the writer only passes it on",
}
"""Words by which a writer steps back from what is told, each with what it tells a reader."""

CLAIMING = frozenset("claim claims claimed allege alleges alleged".split())
"""Cues that leave open whether the source is right."""

PLAIN = frozenset("said says told tells added adds wrote writes announced".split())
"""Cues that only report."""

OTHER_USES = re.compile(
    r"\bsupposed to\b|\bclaim(?:s|ed)? (?:full )?(?:responsibility|victory|credit)\b"
    r"|\b(?:rightly|wrongly|falsely|ridiculously|absurdly|correctly) (?:claim|alleg)",
    re.IGNORECASE,
)
"""Where the same words say something else, or where the writer does take a side."""

DOUBT = re.compile(
    r"\b(?:(?-i:may)|might|could|would|seem\w*|appear\w*|apparent\w*|unconfirmed|likely|perhaps|possibl[ey]|probabl[ey]"
    r"|potential\w*|suggest\w*|believ\w*|thought|suspect\w*|accus\w*|claim\w*|alleg\w*|rumou?r\w*"
    r"|doubt\w*|unclear|question\w*|charg\w*|disput\w*|den(?:y|ied)|false\w*|fake|unproven|deem\w*"
    r"|dub\w*|call\w*|consider\w*|self-\w+|conspirac\w*|report(?:s|ed)?|sa(?:y|ys|id)|told|according"
    r"|expect\w*|estimat\w*|supposed\w*|purported\w*|theor\w*)\b",
    re.IGNORECASE,
)
"""Words that might keep a distance as well."""

SHORTEST, LONGEST = 8, 45
"""Words of a sentence in which one is to be found."""

FEWEST, MOST = 3, 5
"""Words among which the one that distances is to be found, itself not counted."""

STEMS = (
    "Which word in paragraph {} shows that the writer does not vouch for what is told?",
    "With which word in paragraph {} does the writer step back from what is told?",
    "Find the word in paragraph {} by which the writer leaves open whether something is true.",
)
STEM_FOR_A_NAME = "Which word in paragraph {} shows that others use a name, and not the writer?"
STEMS_AMONG_CUES = (
    "With which of these words does the writer keep the greatest distance from the speaker?",
    "Which of these words leaves open most clearly whether the speaker is right?",
)


AMONG_CUES = 0.5
"""How often a cue is asked for among other cues, where there are enough."""


class Found(NamedTuple):
    """A word that distances, where it stands, and its sentence."""

    word: str
    place: Span
    sentence: Span


def propose(material: Material, rng: Random) -> Proposals:
    """Each such word, to be found among its neighbours, or a cue among the cues nearby."""
    cues = list(dict.fromkeys(_cues(material, CLAIMING)))
    for found in (*_words(material), *cues):
        neighbours = _neighbours(material, found)
        plain = _plain_cues_near(material, found) if found in cues else []
        if len(plain) >= FEWEST and rng.random() < AMONG_CUES:
            yield _question(material, found, plain, rng.choice(STEMS_AMONG_CUES), rng)
        elif len(neighbours) >= FEWEST:
            stem = STEM_FOR_A_NAME if found.word == "so-called" else rng.choice(STEMS)
            stem = stem.format(found.place.paragraph)
            yield _question(material, found, neighbours, stem, rng)


def _words(material: Material) -> Iterator[Found]:
    """Words that distance in the writer’s own sentences."""
    for sentence in material.sentences:
        text = material.article.text_of(sentence)
        for match in WORD.finditer(text):
            place = _at(sentence, match)
            if match.group().lower() in TELLS and not _is_somebodys(material, place):
                yield Found(match.group().lower(), place, sentence)


def _at(sentence: Span, word: re.Match[str]) -> Span:
    return Span(sentence.paragraph, sentence.start + word.start(), sentence.start + word.end())


def _is_somebodys(material: Material, place: Span) -> bool:
    """Whether the word at *place* is part of what somebody says, or says that somebody says it."""
    return any(
        part.overlap(place)
        for claim in material.claims.claims
        for part in (*claim.content, claim.cue)
        if part is not None and claim.source is not None
    )


def _cues(material: Material, verbs: frozenset[str]) -> Iterator[Found]:
    """The writer’s cues among *verbs*, where somebody says a clause or a quotation."""
    for claim in material.claims.claims:
        if claim.cue is None or claim.source is None or claim.within is not None:
            continue
        word, content = material.article.text_of(claim.cue).lower(), material.content(claim)
        before = material.article.paragraph(claim.cue.paragraph).text[: claim.cue.start]
        says = claim.form is not Form.INDIRECT or is_clause(content, introduced=True)
        if word in verbs and says and balanced(before):
            yield Found(word, claim.cue, material.whole_sentences(claim.cue)[0])


def _neighbours(material: Material, found: Found) -> list[Span]:
    """Places of words in the same sentence that carry meaning; none if any keeps a distance too."""
    text = material.article.text_of(found.sentence)
    rest = text.replace(material.article.text_of(found.place), "", 1)
    clear = (
        SHORTEST <= len(text.split()) <= LONGEST
        and balanced(text)
        and not is_headline(text)
        and "<" not in text
        and OTHER_USES.search(text) is None
        and DOUBT.search(rest) is None
    )
    places = {m.group(): _at(found.sentence, m) for m in WORD.finditer(text) if _is_telling(m)}
    return [place for place in places.values() if clear and not place.overlap(found.place)]


def _is_telling(word: re.Match[str]) -> bool:
    return word.group().islower() and len(word.group()) > 4 and word.group() not in FUNCTION_WORDS


def _plain_cues_near(material: Material, found: Found) -> list[Span]:
    """Places of cues that only report, a few paragraphs around *found*, not all the same word."""
    near = [
        cue
        for cue in _cues(material, PLAIN)
        if abs(cue.place.paragraph - found.place.paragraph) <= EARSHOT
    ]
    different = len({cue.word for cue in near}) > 1
    taken_a_side = OTHER_USES.search(material.article.text_of(found.sentence))
    return [cue.place for cue in near] if different and not taken_a_side else []


def _question(
    material: Material, found: Found, others: list[Span], stem: str, rng: Random
) -> SelectText:
    chosen = (found.place, *rng.sample(others, min(MOST, len(others))))
    return SelectText(
        prompt=stem,
        offered=tuple(Evidence.of(material.article, place) for place in sorted(set(chosen))),
        accepted=(Evidence.of(material.article, found.place),),
        skill=Skill.DISTANCING_WORDS,
        process=Process.EVALUATE,
        section=material.section(found.place.paragraph),
        evidence=material.whole_sentences(found.sentence),
        explanation=_why(found),
        confidence=0.85,
    )


def _why(found: Found) -> str:
    number = found.place.paragraph
    if found.word in CLAIMING - {"alleged"}:
        return (
            f"“Said” would only tell that somebody spoke. With “{found.word}” in paragraph {number}"
            " the writer leaves open whether it is true."
        )
    return f"The word “{found.word}” in paragraph {number} tells a reader: {TELLS[found.word]}."


RECIPE = Recipe("words that distance", propose, for_review=True)
