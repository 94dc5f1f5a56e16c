"""The figures that sources give: sums, shares, and numbers with what they count."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from questions.article import Span
from questions.claims import Stance
from questions.lexicon import word_set
from questions.recipes.material import Material
from questions.recipes.sources import is_shown
from questions.recipes.wording import FUNCTION_WORDS

FIGURE = re.compile(
    r"(?<![\w.,/-])[£$€]?\d[\d,.]*\d(?:m|bn)?(?: (?:[mbtr]+illion|per cent|percent)|%)?(?![\w-])"
)
UNIT = re.compile(r" (?:[a-z]{3,} )?(?:[a-z]{2,}[^\Wsu]s|people|men|women|children)\b")
MEASURES = word_set(
    "million billion per times years months weeks days hours minutes metres kilometres"
)
"""Words behind a bare number that leave open what it counts."""


class Given(NamedTuple):
    """A figure that stands once in the article, in the claim at index ``claim``."""

    claim: int
    source: int
    text: str
    span: Span


def figures_given(material: Material) -> Iterator[Given]:
    """One figure for each claim of a source that can be shown, where nobody else speaks."""
    for index, claim in enumerate(material.claims.claims):
        known = claim.source is not None and is_shown(material.sources[claim.source])
        if claim.source is None or not known or claim.stance is not Stance.SPEECH:
            continue
        alone = claim.within is None and claim.cue is not None
        found = [f for span in claim.content if alone for f in _figures(material, span)]
        once = [
            (text, place)
            for text, place in found
            if _stands_once(material, text) and _voices(material, place) == {claim.source}
        ]
        yield from (Given(index, claim.source, text, place) for text, place in once[:1])


def _figures(material: Material, span: Span) -> Iterator[tuple[str, Span]]:
    """The figures at *span* that say something: a bare "14" needs the word behind it."""
    told = material.article.text_of(span)
    for match in FIGURE.finditer(told):
        figure, unit = match.group(), UNIT.match(told, match.end())
        if figure[-1].isdigit() and figure[0] not in "£$€":
            if unit is None or set(unit.group().split()) & (FUNCTION_WORDS | MEASURES):
                continue
            figure += unit.group()
        start = span.start + match.start()
        yield figure, Span(span.paragraph, start, start + len(figure))


def _voices(material: Material, figure: Span) -> set[int | None]:
    """The sources of everything that the sentence with *figure* reports, nested or not."""
    (sentence, *_) = material.whole_sentences(figure)
    return {
        claim.source
        for claim in material.claims_in(sentence.paragraph)
        if any(span.overlap(sentence) for span in claim.content)
    }


def _stands_once(material: Material, figure: str) -> bool:
    whole = re.compile(rf"(?<![\d.,]){re.escape(figure)}(?![\d]|[.,]\d)")
    is_year = re.fullmatch(r"(?:1[5-9]|20)\d\d", figure) is not None
    return not is_year and sum(len(whole.findall(p.text)) for p in material.article.paragraphs) == 1
