"""Who said what: an article's claims and their sources.

Two engines find attributions, rules over the dependency parse and a small tagger; what both have is
combined, and one resolver says whom their sources mean. Where the tagger's model is absent, the
rules stand alone.

parse.py       paragraphs -> words in a tree (the only module that knows spaCy)
quotations.py  where quotations open and close, over paragraphs and inside each other
cues.py        the words that report, and their misspellings
layout.py      a parsed paragraph with its quotations and sentences
speakers.py    who the grammar says is speaking
content.py     what a cue reports
reported.py    a paragraph's attributions: cue, source as written, content
transcript.py  who speaks in a transcript
goes_on.py     quotations without a cue of their own
tagger/        the same attributions, read by a network trained on annotated articles
readings.py    the ways to read what the two engines found, and what can be seen of each
combine.py     the likeliest reading of each, and how likely it is
names.py       who is named in the article, under all forms of the name
roles.py       what the article says a named person is
references.py  where the article refers to anybody, by a name, a pronoun or a description
cast.py        all whom it refers to, while it is read
meaning.py     what each reference means; salience.py for pronouns, descriptions.py for the rest
voice.py       whose "I" and "we" it is where nobody is quoted
resolve.py     which source each attribution has
manner.py      denied, left open, or at a distance
refusals.py    who says nothing; anonymity.py: why a source goes without a name
nesting.py     claims inside claims
"""

from questions.article import Article, Span
from questions.attribution import manner, tagger
from questions.attribution.combine import combine, fitted
from questions.attribution.goes_on import add_going_on
from questions.attribution.layout import Layout
from questions.attribution.names import find_names
from questions.attribution.nesting import enclosing
from questions.attribution.parse import parse
from questions.attribution.quotations import find_quotations
from questions.attribution.reported import Reported, find_reported
from questions.attribution.resolve import Resolved, Resolver
from questions.attribution.transcript import find_spoken
from questions.claims import Claim, Claims


def find_claims(article: Article) -> Claims:
    """All that *article* attributes to somebody, in the order of the text."""
    parsed = parse(article.paragraphs)
    quotations = find_quotations(article.paragraphs)
    layouts = tuple(Layout(p, q) for p, q in zip(parsed, quotations, strict=True))
    everything = find_attributions(layouts, tagger.installed())
    resolver = Resolver(parsed, find_names(parsed), everything, article.byline)
    claims = sorted((_claim(one) for one in resolver.resolve()), key=_place)
    refusals = tuple(resolver.refusals())
    return Claims(resolver.sources, enclosing(claims), resolver.silent, refusals)


def find_attributions(layouts: tuple[Layout, ...], second: tagger.Tagger | None) -> list[Reported]:
    """What the rules find in an article and, if there is one, the *second* engine too."""
    ruled = find_by_rules(layouts)
    return combine(second.find_reported(layouts), ruled, fitted()) if second else ruled


def find_by_rules(layouts: tuple[Layout, ...]) -> list[Reported]:
    """What the rules find in an article, in the order of the text."""
    spoken = find_spoken(layouts)
    cued = [
        [spoken[at]] if at in spoken else find_reported(layout) for at, layout in enumerate(layouts)
    ]
    return add_going_on(layouts, cued)


def _claim(resolved: Resolved) -> Claim:
    one = resolved.reported
    return Claim(
        source=resolved.source,
        mention=resolved.mention,
        cue=Span(one.paragraph, *one.cue) if one.cue else None,
        content=tuple(Span(one.paragraph, start, end) for start, end in sorted(one.pieces)),
        form=one.form,
        stance=one.stance,
        hedged=bool(manner.hedge(one)),
        basis=one.basis,
        certainty=round(resolved.certainty, 3),
        polarity=manner.polarity(one),
        hedge=manner.hedge(one),
        told_by=resolved.told_by,
    )


def _place(claim: Claim) -> tuple[int, int, int]:
    first = claim.cue or claim.content[0]
    return first.paragraph, min(first.start, claim.content[0].start), first.start
