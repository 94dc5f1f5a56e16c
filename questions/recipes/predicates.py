"""What a source is told to do with words, in the article's own: "urged the town to close it".

Where a claim is no full clause, its verb and its content together still make a question: "Who urged
the town to close it?" is right whether it is speech, a belief, an intention or a denial.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from questions.article import Article, Span
from questions.claims import Claim, Claims
from questions.lexicon import SAYING, finite
from questions.recipes import clauses, pronouns, wording
from questions.recipes.statements import LIST_ITEM, PLAIN

SHORTEST, LONGEST = 5, 28
"""Words of a verb with its content."""

FINITE = re.compile(r"[a-z]+(?:ed|[^\Wsu]s)|put|wrote|thought|told|found|sought|swore")
"""A verb that can follow "who": in the past, or in the third person of the present."""

ACTS = SAYING | finite(
    "want call brand dub hope plan expect fear doubt refuse agree decide intend support oppose "
    "back welcome blame "
    "criticise criticize praise threaten consider question defend endorse favour favor prefer wish "
    "propose recommend advise order request appeal apologise apologize brag boast beg plead invite "
    "instruct direct forbid ban commend condemn denounce hail mock ridicule lament regret vow seek"
)
"""What people do with words or in their minds; anything else that looks like it may be an error."""

SUBJECT_BEFORE = re.compile(r" (?:\w+ly |also |then |once )?")
BETWEEN = re.compile(r" (?:(?:that|for|to|as|about|of|on) )?")
JOINED = re.compile(r"(?:\b(?:and|or|nor|of|with|by|for|from|to|at|in)|[,&]) (?:[Tt]he )?$")
POINTS_BACK = re.compile(
    r"^\w+ (?:that|this|it|these|those) (?:is|was|are|were|will|would|can|could|has|had|may)\b"
    r"|\b(?:this|that|these|those|so)$"
)
"""As in "thinks that would be a mistake"."""

ENDS = re.compile(r"[,.][”\"]|[”\"]?(?=[.,;:—–)]|\s*$)")


@dataclass(frozen=True)
class Predicate:
    """The verb and the content of the claim at index ``claim``; ``span`` is where they stand."""

    claim: int
    source: int
    text: str
    span: Span

    @property
    def looks_back(self) -> bool:
        """Whether a reader needs the paragraph to know what "the plan" is."""
        return pronouns.LOOKS_BACK.search(self.text) is not None


def find_predicates(article: Article, claims: Claims) -> Iterator[Predicate]:
    """The predicates of an article that can stand after "who", in order."""
    for index, claim in enumerate(claims.claims):
        span = _place(article, claim)
        if span is None or claim.source is None or not _is_alone(claims, index):
            continue
        text = re.sub(r"[.,](?=[”\"]$)", "", article.text_of(span).rstrip(" ,.;:"))
        if _can_stand(text):
            yield Predicate(index, claim.source, text, span)


def _place(article: Article, claim: Claim) -> Span | None:
    """From the cue to the end of the content, where the subject stands right before it."""
    cue, mention = claim.cue, claim.mention
    if cue is None or mention is None or len({s.paragraph for s in (cue, mention)}) > 1:
        return None
    text, content = article.paragraph(cue.paragraph).text, claim.content[0]
    ending = ENDS.match(text, content.end)
    in_order = mention.end < cue.start and cue.end <= content.start
    if ending is None or not in_order or content.paragraph != cue.paragraph:
        return None
    verb = article.text_of(cue)
    fits = (
        len(claim.content) == 1
        and verb not in PLAIN
        and verb in ACTS
        and FINITE.fullmatch(verb)
        and SUBJECT_BEFORE.fullmatch(text, mention.end, cue.start)
        and BETWEEN.fullmatch(text, cue.end, content.start)
        and not JOINED.search(text[: mention.start])
        and not LIST_ITEM.match(text)
    )
    is_subject = re.search(r"[’']s?$| and ", article.text_of(mention)) is None
    return Span(cue.paragraph, cue.start, ending.end()) if fits and is_subject else None


def _is_alone(claims: Claims, index: int) -> bool:
    """Whether no other claim shares its words: none around it, none inside it."""
    claim = claims.claims[index]
    return claim.within is None and not any(
        piece.overlap(span)
        for n, other in enumerate(claims.claims)
        for piece in (other.content if n != index else ())
        for span in claim.content
    )


def _can_stand(text: str) -> bool:
    return (
        SHORTEST <= len(text.split()) <= LONGEST
        and len(wording.content_words(text)) > 2
        and "?" not in text
        and POINTS_BACK.search(text) is None
        and pronouns.dangling_pronoun(f"somebody {text}") is None
        and not pronouns.points_without_a_noun(text)
        and clauses.is_reported(text)
        and clauses.LEFT_HANGING.search(text) is None
    )
