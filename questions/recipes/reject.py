"""Everything that makes a question unfit to be asked, each reason a function of its own.

The recipes take care already; this is the second pair of eyes. A reason looks at the finished
question and at the material, never at how the question came about. Its name is what is reported.
"""

import re
from collections.abc import Callable, Iterator
from itertools import permutations
from typing import Any

from questions import marks
from questions.claims import Source, SourceKind
from questions.question import Question
from questions.recipes import clauses, pronouns, wording
from questions.recipes.material import Material
from questions.recipes.sources import BODIES, REPORTER, option, related

Reason = Callable[[Question[Any], Material], bool]

LONGEST_PROMPT, LONGEST_OPTION = 60, 36
SURELY_ALIKE = 0.8
"""From this likeness on, an option is the words of a claim and not those of another."""

QUOTED = re.compile(r"“([^“”]*)”")
BOUND = re.compile(r"(\b(?:who|which source) (?:\w+ ){1,3}that )(?:he|she|it)\b", re.IGNORECASE)
"""A pronoun that stands for whoever is asked for, as in "Who said that he was angry?"."""

SECOND_THAT = re.compile(r"^(?!.*\b(?<!and )(?<!or )(?<!but )that\b).*\b(?:and|or|but) that\b")
"""As in "The bridge was safe, and that it would stay open", from "said that …, and that …"."""

I_OR_MY = re.compile(r"(?<![\w.])(?:I|[Mm]y|[Mm]e|[Mm]yself)(?![\w.])")
SPOKESPERSON = re.compile(r"\b(?:spokes(?:man|woman|person)|press secretary)\b", re.IGNORECASE)
OUR_BODY = re.compile(
    r"\bthe (?:company|firm|council|force|airline|ministry|department|campaign|club|school|hospital"
    r"|agency|authority|charity|party|union|university|bank|developer|operator|retailer)\b"
)

SPOKEN_END = re.compile(r"\b(?:that|in|on|for|with|from|by|of|to|at)[.?!]”$")
OWN_WORDS = frozenset(
    """According Article Choose Find How In Match None One Paragraph Say Several Tap The What
    When Where Which Who Whom Whose Why With Write By As Only Are Is A All Taken For Look We
    It""".split()
)
"""Words with a capital that stems and options have of their own."""


def _stem(question: Question[Any]) -> str:
    """The prompt without the number of a paragraph, which is no part of what is asked."""
    return re.sub(r"[Pp]aragraph \d+", "", question.prompt)


def _texts(question: Question[Any]) -> tuple[str, ...]:
    return (question.prompt, *question.texts)


def _is(source: Source, shown: str) -> bool:
    """Whether *shown* is how *source* is shown among the options."""
    return wording.normal(option(source)) == wording.normal(shown)


def _says(material: Material, shown: str, text: str) -> bool:
    """Whether *shown* names a source that says something close to *text*."""
    return any(
        _is(source, shown) and material.may_also_say(n, text)
        for n, source in enumerate(material.sources)
    )


def more_than_one_right_option(question: Question[Any], material: Material) -> bool:
    """Another option is a source that says it too, or words that the same source says too."""
    if question.claim is None:
        return False
    claim = material.claims.claims[question.claim]
    if claim.source is None:
        return False
    told, source = material.content(claim), material.claims.sources[claim.source]
    if any(_is(source, key) for key in question.right_texts):
        return any(_says(material, shown, told) for shown in question.wrong_texts)
    if all(wording.likeness(key, told) < SURELY_ALIKE for key in question.right_texts):
        return False
    return any(material.may_also_say(claim.source, option) for option in question.wrong_texts)


def stands_for_the_key(question: Question[Any], material: Material) -> bool:
    """Two of the options are names for the same side, such as a country and its capital."""
    named = [
        source for source in material.sources for shown in question.texts if _is(source, shown)
    ]
    return any(related(one, other) for one, other in permutations(named, 2) if one is not other)


def key_in_stem(question: Question[Any], _material: Material) -> bool:
    """The stem holds the right answer, or the last word of a right answer that is a name."""
    stem = f" {wording.normal(_stem(question))} "
    for key in question.right_texts:
        last = wording.words(key)[-1:] if key.istitle() else []
        if any(f" {text} " in stem for text in (wording.normal(key), *last)):
            return True
    return False


def key_in_hint(question: Question[Any], _material: Material) -> bool:
    """The hint holds the right answer."""
    shown = f" {wording.normal(question.hint)} "
    return any(f" {wording.normal(key)} " in shown for key in question.right_texts)


def _asked_words(question: Question[Any]) -> Iterator[str]:
    """Each sentence that the reader has to understand by itself."""
    for text in _texts(question):
        if text == REPORTER:
            continue
        yield from QUOTED.findall(text)
        yield from re.split(r"(?<=\?) ", BOUND.sub(r"\1Somebody Named", text))


def pronoun_without_referent(question: Question[Any], material: Material) -> bool:
    """A "he", "it" or "this is" stands for something that the question does not name."""
    return any(
        pronouns.dangling_pronoun(text.lstrip("“")) is not None
        or not _names_whom_it_is_about(text, material)
        for text in _asked_words(question)
    )


def _names_whom_it_is_about(text: str, material: Material) -> bool:
    """The same for whoever is asked for, as in "Who said that he was angry?"."""
    bound = BOUND.search(text) is not None or "Somebody Named" in text
    return bound or material.names_whom_it_is_about(text)


def _breaks_off(text: str) -> bool:
    """Whether *text* ends as no sentence does; spoken ones may end like "We want that."."""
    if clauses.ends_in_a_bare_number(text):
        return True
    hanging = clauses.LEFT_HANGING.search(text.rstrip("”.?! "))
    return hanging is not None and not (text.endswith("”") and SPOKEN_END.search(text))


def unclear_whose(question: Question[Any], material: Material) -> bool:
    """It is about a claim of which "he", or nothing at all, leaves a doubt whose it is."""
    return question.claim is not None and question.claim not in material.clear


def i_of_many(question: Question[Any], material: Material) -> bool:
    """Words with "I" or "my" are asked about as those of a body or of several people."""
    if question.claim is None:
        return False
    source = material.claims.claims[question.claim].source
    if source is None or material.claims.sources[source].kind not in BODIES | {SourceKind.GROUP}:
        return False
    shown = (question.prompt, *question.right_texts)
    return any(I_OR_MY.search(words) for text in shown for words in QUOTED.findall(text))


def speaks_for_whom_it_is_about(question: Question[Any], material: Material) -> bool:
    """It is about "the company", and the answer is somebody who speaks for one.

    Nobody but "a spokeswoman" could have said "that the company shares residents’ concern".
    """
    named = [s for s in material.sources if any(_is(s, key) for key in question.right_texts)]
    speaks = any(SPOKESPERSON.search(f"{s.name} {s.role or ''}") for s in named)
    return speaks and OUR_BODY.search(question.prompt) is not None


def broken_clause(question: Question[Any], _material: Material) -> bool:
    """A text breaks off, or its marks do not fit together."""
    return any(SECOND_THAT.search(text) for text in question.texts) or any(
        bool(re.search(r" [,.;:?!](?!\.)|[,;:][.?]|\.\.(?!\.)|\s{2}", text)) or _breaks_off(text)
        for text in _texts(question)
    )


def quotation_cut(question: Question[Any], material: Material) -> bool:
    """Quotation marks are not in pairs, or what stands in them is not whole words of the text."""
    for text in _texts(question):
        if not marks.balanced(text):
            return True
        for words in QUOTED.findall(text):
            first, rest = re.escape(words[:1]), re.escape(words[1:].rstrip(" ….,;:"))
            whole = re.compile(rf"(?<!\w)(?i:{first}){rest}(?!\w)")
            if not any(whole.search(p.text) for p in material.article.paragraphs):
                return True
    return False


def too_long(question: Question[Any], _material: Material) -> bool:
    """More words than a pupil can hold in mind."""
    return len(question.prompt.split()) > LONGEST_PROMPT or any(
        len(text.split()) > LONGEST_OPTION for text in question.texts
    )


def trivial(question: Question[Any], _material: Material) -> bool:
    """Too little is asked: hardly any words, or fewer than three options."""
    known = {*question.right_texts, *question.wrong_texts}
    options = [text for text in question.texts if text in known]
    quoted = [words for words in QUOTED.findall(question.prompt) if question.prompt.endswith("”")]
    return (
        len(question.prompt.split()) < 4
        or 0 < len(options) < 3
        or any(len(words.split()) < 4 for words in quoted[-1:])
    )


def absent_name_or_number(question: Question[Any], material: Material) -> bool:
    """A name or a number does not occur in the article (the number of a paragraph apart)."""
    shown = " ".join((_stem(question), *question.texts)).replace(REPORTER, "")
    return any(
        word.lower().replace("'", "’") not in material.words
        for word in wording.WORD.findall(shown)
        if (word[0].isupper() and word not in OWN_WORDS) or word[0].isdigit()
    )


def answerable_by_length(question: Question[Any], _material: Material) -> bool:
    """The right option is far longer or far shorter than every other one."""
    wrong = [len(option) for option in question.wrong_texts if option != REPORTER]
    right = [len(key) for key in question.right_texts if key != REPORTER]
    if not wrong or not right or max(*wrong, *right) < 30:
        return False
    return any(key > 1.7 * max(wrong) or key < min(wrong) / 1.7 for key in right)


def option_overlap(question: Question[Any], _material: Material) -> bool:
    """One option is part of another."""
    options = [f" {wording.normal(option)} " for option in question.texts]
    return any(one in other for one, other in permutations(options, 2))


def two_options_the_same(question: Question[Any], _material: Material) -> bool:
    """Two options differ in nothing but case, marks or a leading article."""
    options = [wording.normal(option) for option in question.texts]
    return len(set(options)) < len(options)


def no_sentence_to_pick(question: Question[Any], _material: Material) -> bool:
    """A place to pick has no words, such as one of the dots of ". . ."."""
    return any(wording.WORD.search(place.text) is None for place in question.places)


def evidence_not_exact(question: Question[Any], material: Material) -> bool:
    """There is no evidence, or it or a place to pick has not the words of the article there."""
    count = len(material.article.paragraphs)
    return not question.evidence or any(
        not 1 <= e.paragraph <= count or material.article.text_of(e) != e.text
        for e in (*question.evidence, *question.places)
    )


REASONS: tuple[Reason, ...] = (
    evidence_not_exact,
    no_sentence_to_pick,
    two_options_the_same,
    option_overlap,
    more_than_one_right_option,
    stands_for_the_key,
    key_in_stem,
    key_in_hint,
    pronoun_without_referent,
    unclear_whose,
    i_of_many,
    speaks_for_whom_it_is_about,
    broken_clause,
    quotation_cut,
    absent_name_or_number,
    answerable_by_length,
    trivial,
    too_long,
)


def check(question: Question[Any], material: Material) -> str | None:
    """The name of the first reason against *question*, or None where it may be asked."""
    for reason in REASONS:
        if reason(question, material):
            return reason.__name__.replace("_", " ")
    return None
