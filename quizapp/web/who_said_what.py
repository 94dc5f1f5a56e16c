"""Who said what in an article, as pages list it: every source with its claims."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from questions.article import Article
from questions.claims import Claim, Claims, Form
from quizapp.web import marking

FORMS = {
    Form.DIRECT: _("quote"),
    Form.INDIRECT: _("paraphrase"),
    Form.MIXED: _("part quote"),
}


@dataclass(frozen=True)
class Saying:
    """One claim: its words, in whose words they are, and where they stand."""

    text: str
    form: LazyString
    paragraph: int
    section: int


@dataclass(frozen=True)
class Voice:
    """A source with all that the article attributes to it."""

    number: int
    hue: int
    name: str
    role: str | None
    sayings: tuple[Saying, ...]


def voices(article: Article, claims: Claims) -> tuple[Voice, ...]:
    """Every source that something is attributed to, in the order of the article."""
    return tuple(
        Voice(
            number=index + 1,
            hue=marking.hue(index),
            name=source.name,
            role=source.role,
            sayings=tuple(saying(article, claim) for claim in claims.of(index)),
        )
        for index, source in enumerate(claims.sources)
        if claims.of(index)
    )


def saying(article: Article, claim: Claim) -> Saying:
    """*claim* as a line of a list."""
    first = claim.content[0].paragraph
    return Saying(
        text=" … ".join(article.text_of(span) for span in claim.content),
        form=FORMS[claim.form],
        paragraph=first,
        section=article.section_of(first).number,
    )
