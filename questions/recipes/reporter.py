"""The sentences for which nobody but the reporter answers."""

import re
from collections.abc import Iterator

from questions.article import Span
from questions.recipes.clauses import (
    CONNECTIVE,
    is_clause,
    is_headline,
    speaks_from_elsewhere,
)
from questions.recipes.material import Material
from questions.recipes.pronouns import dangling_pronoun, points_without_a_noun

SHORTEST, LONGEST = 8, 32
"""Words of a sentence that is asked about."""

HINTS_AT_A_VOICE = re.compile(
    r"[“”\"«»‘:?!—–]|(?<!\w)'|\b(?:sa(?:id|ys?|ying)|told|tells?|according|claim\w*|believe\w*"
    r"|th(?:ink|inks|ought)|report(?:s|ed|edly)?|alleg\w*|accus\w*|den(?:y|ies|ied)|warn\w*|argu\w*"
    r"|insist\w*|estimat\w*|expect\w*|fear\w*|hope\w*|want\w*|promis\w*|announc\w*|suggest\w*"
    r"|show\w*|found|finds?|appear\w*|seem\w*|perhaps|likely|probabl[ey]|(?-i:may)|might|could|would"
    r"|should|must|will|apparent\w*|suspect\w*|predict\w*|agree\w*|call\w*|ask\w*|demand\w*"
    r"|f(?:eel\w*|elt)|knows?|knew|worr\w*|can(?:no|['’])t|s(?:ees?|aw|een)|poll\w*|surveys?|stud(?:y|ies)"
    r"|data|figures|records|puts|blam\w*|prais\w*|critici\w*|welcom\w*|support\w*|oppos\w*|reject\w*"
    r"|refus\w*|declin\w*|vow\w*|pledg\w*|plan(?:s|ned)|heard?|hears|learn\w*|unclear|rumou?r\w*|lik(?:es?|ed)"
    r"|lov(?:es?|ed)|hat(?:es?|ed)|best|worst|describ\w*|stat(?:es|ed|ement)|account\w*|view\w*|opinion|supposed\w*|desperat\w*|clearly)\b",
    re.IGNORECASE,
)
"""Marks and words beside which a sentence might be somebody's view, or the writer's guess."""

ABOUT_ITSELF = re.compile(
    r"\b(?:this|the) (?:piece|article|story|post|report|column)\b|\b(?:updated|correction)\b"
    r"|\b(?:(?:additional )?reporting|editing|writing|photo(?:graph)?s?) by\b|\bcopyright\b|©"
    r"|\b(?:co-)?funded by\b.*\bjournalism\b|\bjournalism\b.*\bfunded by\b"
    r"|\b(?:newsletter|subscri(?:be|ption)s?|sign up|follow us|click here|read more)\b",
    re.IGNORECASE,
)
ENDS = (".", ".”", '."', ".’", ".)")
"""How a sentence ends; a caption or a credit line often has no mark."""

ADDS = re.compile(
    r"(?:\b(?:too|either|instead|the same|as well)|, (?:though|however))\.$"
    r"|^(?:Others?|Another|The others?|Then|There|Here|Now|Also|Even so|Later|Afterwards|By then"
    r"|Nor|Neither|Such|Both|Only|Not)\b|, (?:however|too|though|meanwhile|in turn|by contrast),"
)
"""It goes on with something that the sentence before has begun."""


def reporters_sentences(material: Material) -> Iterator[Span]:
    """Sentences that can stand alone, and to which nothing near them lends a voice.

    There are none where posts or letters by others stand among the paragraphs.
    """
    if any(p.text.startswith("@") for p in material.article.paragraphs):
        return
    yield from (s for s in material.sentences if _is_the_reporters(material, s))


def far_from(material: Material, source: int) -> Iterator[Span]:
    """Sentences that can stand alone and that nobody could take for words of *source*.

    In them nobody says anything, and the source at that index says nothing near them. The writer
    need not answer for them alone: they are wrong answers to what the source says.
    """
    theirs = {span.paragraph for claim in material.claims.of(source) for span in claim.content}
    for sentence in material.sentences:
        near = range(sentence.paragraph - 1, sentence.paragraph + 2)
        if theirs.isdisjoint(near) and _is_told_by_nobody(material, sentence):
            yield sentence


def _is_told_by_nobody(material: Material, sentence: Span) -> bool:
    text = material.article.text_of(sentence)
    silent = HINTS_AT_A_VOICE.search(text) is None and not list(material.claims_at(sentence))
    return silent and _can_stand_alone(material, sentence)


def _is_the_reporters(material: Material, sentence: Span) -> bool:
    return _is_out_of_earshot(material, sentence) and _can_stand_alone(material, sentence)


def _can_stand_alone(material: Material, sentence: Span) -> bool:
    text = material.article.text_of(sentence)
    return (
        SHORTEST <= len(text.split()) <= LONGEST
        and not material.is_list_item(sentence.paragraph)
        and not is_headline(text)
        and text.endswith(ENDS)
        and ABOUT_ITSELF.search(text) is None
        and ADDS.search(text) is None
        and CONNECTIVE.match(text) is None
        and is_clause(text, introduced=True)
        and dangling_pronoun(text) is None
        and not points_without_a_noun(text)
        and material.names_whom_it_is_about(text)
        and not speaks_from_elsewhere(text)
    )


def _is_out_of_earshot(material: Material, sentence: Span) -> bool:
    """Whether nothing in the paragraph up to the end of *sentence* is anybody's, or sounds so.

    A sentence that opens its paragraph may be followed by what somebody says, if it gives a figure:
    then it is news, and not the gist of what comes.
    """
    whole = material.article.paragraph(sentence.paragraph).text
    text = material.article.text_of(sentence)
    opens_with_a_figure = sentence.start == 0 and re.search(r"\d", text) is not None
    spoken = any(
        claim.cue is None
        for paragraph in (sentence.paragraph - 1, sentence.paragraph + 1)
        for claim in material.claims_in(paragraph)
    )
    here = material.claims_in(sentence.paragraph)
    touched = any(part.overlap(sentence) for claim in here for part in claim.places)
    if spoken or touched:
        return False
    if opens_with_a_figure:
        return HINTS_AT_A_VOICE.search(text) is None
    return not here and HINTS_AT_A_VOICE.search(whole) is None
