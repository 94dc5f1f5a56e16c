"""The form of who says what in an article: source by source, with the claims of each."""

from dataclasses import replace

from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict

from questions.article import Article, Span
from questions.claim_correction import ClaimCorrection, Missed, new_source
from questions.claims import Claims, Form, Source, SourceKind
from questions.sentences import sentences_of
from quizapp.errors import Refused

LONGEST = 200
"""In characters: of a name, and of a role."""

FORMS = {
    Form.DIRECT: _("quote"),
    Form.INDIRECT: _("paraphrase"),
    Form.MIXED: _("part quote"),
}

KINDS = {
    SourceKind.PERSON: _("a person"),
    SourceKind.ORGANISATION: _("an organisation"),
    SourceKind.DOCUMENT: _("a document"),
    SourceKind.GROUP: _("a group"),
    SourceKind.UNNAMED: _("somebody without a name"),
}

Sent = MultiDict[str, str]


def correction_of(article: Article, claims: Claims, sent: Sent) -> ClaimCorrection:
    """What was *sent* to put *claims* right."""
    sources = [_named(source, n, sent) for n, source in enumerate(claims.sources)]
    missed = _missed(article, sources, sent)
    credited: dict[int, int | None] = {}
    for number, claim in enumerate(claims.claims):
        source = _index(sent.get(f"says-{number}", ""), len(claims.sources))
        if f"says-{number}" in sent and source != claim.source:
            credited[number] = source
    merged = {
        number: other
        for number in range(len(claims.sources))
        if (other := _index(sent.get(f"same-{number}", ""), len(claims.sources))) is not None
    }
    struck = (_index(number, len(claims.claims)) for number in sent.getlist("struck"))
    return ClaimCorrection(
        sources=tuple(sources),
        merged=merged,
        credited=credited,
        struck=frozenset(number for number in struck if number is not None),
        missed=missed,
    )


def _named(source: Source, number: int, sent: Sent) -> Source:
    name = _text(sent.get(f"name-{number}", source.name))
    if not name:
        raise Refused("Every source needs a name.")
    role = _text(sent.get(f"role-{number}", source.role or ""))
    return replace(source, name=name, role=role or None)


def _missed(article: Article, sources: list[Source], sent: Sent) -> tuple[Missed, ...]:
    """The claim that was missed, if one is told; a new source of it joins *sources*."""
    sentence = sentences_by_value(article).get(sent.get("sentence", ""))
    if sentence is None:
        return ()
    source = _index(sent.get("source", ""), len(sources))
    if source is None:
        name = _text(sent.get("new-name", ""))
        if not name:
            raise Refused("Say who makes the claim that was missed: choose, or write a name.")
        kind = SourceKind(sent.get("kind", "")) if sent.get("kind") in set(KINDS) else None
        role = _text(sent.get("new-role", "")) or None
        sources.append(new_source(article, name, role, kind or SourceKind.PERSON))
        source = len(sources) - 1
    form = sent.get("form", "")
    return (Missed(source, sentence, Form(form) if form in set(FORMS) else Form.INDIRECT),)


def sentences_by_value(article: Article) -> dict[str, Span]:
    """Every sentence of *article* by how it is written in the form: "paragraph:start-end"."""
    return {f"{s.paragraph}:{s.start}-{s.end}": s for s in sentences_of(article.paragraphs)}


def _index(text: str, number: int) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 5 and int(text) < number else None


def _text(text: str) -> str:
    tidy = " ".join(text.split())
    if len(tidy) > LONGEST:
        raise Refused(
            "This name or role is too long. %(most)s characters are the most.", most=LONGEST
        )
    return tidy
