"""The text of an article as a teacher sees it: who says what in it, marked by source."""

from collections.abc import Sequence

from questions.article import Article, Section
from questions.claims import Claims
from quizapp.web import marking, who_said_what
from quizapp.web.marking import Mark, Shown


def sections(
    article: Article, claims: Claims, more: Sequence[Mark] = ()
) -> list[tuple[Section, tuple[Shown, ...]]]:
    """Every section with its paragraphs, what is claimed and by whom marked, and *more* marks."""
    hues = who_said_what.hues(article, claims)
    voices = who_said_what.voices(article, claims)
    numbers = {voice.source: voice.number for voice in voices}
    marks = (
        *marking.contents(claims, hues, numbers),
        *marking.sources(claims, hues),
        *more,
    )
    return [(section, marking.shown(article, section, marks)) for section in article.sections]
