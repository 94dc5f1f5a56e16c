"""A second article made by hand: sources of all kinds, words that distance, a chain, a forecast."""

from dataclasses import replace

from questions.claims import Claim, Claims, Form, Naming, Source, SourceKind
from questions.recipes.material import Material
from tests.questions.recipes.handmade import article, places

PARAGRAPHS = (
    "The fish market at Port Selby burned down on Friday night, and 41 stalls were lost.",
    "Jonas Whitlock, the mayor of Port Selby, said that the fire had begun in the kitchen of a"
    " restaurant.",
    "The fire had begun in the kitchen of a restaurant, said Ella Marsh, a spokeswoman for"
    " the fishermen.",
    "“I saw flames come out of the roof of the kitchen,” said Milo Grant, a fisherman.",
    "The harbour office said that police had told its guards that the alarm had been switched off.",
    "Carl Venn, the owner of the restaurant, claimed that the alarm had been tested in May.",
    "A cook reportedly left the building shortly before the fire broke out.",
    "“The loss of the market is a terrible shame,” said Vera Quist, who leads the builders. “The"
    " market will open again next spring.”",
    "According to figures from the insurers, 312 people had work at the market last year.",
)


def _person(name: str, role: str | None) -> Source:
    naming = Naming.NAME_AND_ROLE if role else Naming.NAME_ONLY
    return Source(name, SourceKind.PERSON, naming, role)


_SPEAKERS = (
    _person("Jonas Whitlock", "the mayor of Port Selby"),
    _person("Ella Marsh", "a spokeswoman for the fishermen"),
    _person("Milo Grant", "a fisherman"),
    Source("the harbour office", SourceKind.ORGANISATION, Naming.NAME_ONLY),
    Source("police", SourceKind.ORGANISATION, Naming.NAME_ONLY),
    _person("Carl Venn", "the owner of the restaurant"),
    _person("Vera Quist", None),
    Source("figures from the insurers", SourceKind.DOCUMENT, Naming.ROLE_ONLY),
)

ARTICLE = article("Fish market burns down", PARAGRAPHS)
span = places(PARAGRAPHS)


def _claim(
    source: int, paragraph: int, content: str, mention: str, cue: str = "said", *, inside: int = -1
) -> Claim:
    before = PARAGRAPHS[paragraph - 1][: span(paragraph, content).start]
    return Claim(
        source=source,
        mention=span(paragraph, mention),
        cue=span(paragraph, cue),
        content=(span(paragraph, content),),
        form=Form.DIRECT if before.endswith("“") else Form.INDIRECT,
        within=None if inside < 0 else inside,
    )


CLAIMS = (
    _claim(0, 2, "the fire had begun in the kitchen of a restaurant", "Jonas Whitlock"),
    _claim(1, 3, "The fire had begun in the kitchen of a restaurant", "Ella Marsh"),
    _claim(2, 4, "I saw flames come out of the roof of the kitchen", "Milo Grant"),
    _claim(
        3,
        5,
        "police had told its guards that the alarm had been switched off",
        "The harbour office",
    ),
    _claim(4, 5, "the alarm had been switched off", "police", "told", inside=3),
    _claim(5, 6, "the alarm had been tested in May", "Carl Venn", "claimed"),
    Claim(
        source=6,
        mention=span(8, "Vera Quist"),
        cue=span(8, "said"),
        content=(
            span(8, "The loss of the market is a terrible shame"),
            span(8, "The market will open again next spring"),
        ),
        form=Form.DIRECT,
    ),
    _claim(
        7,
        9,
        "312 people had work at the market last year",
        "figures from the insurers",
        "According to",
    ),
)

SOURCES = tuple(
    replace(source, mentions=tuple(c.mention for c in CLAIMS if c.source == n and c.mention))
    for n, source in enumerate(_SPEAKERS)
)

HARBOUR = Material(ARTICLE, Claims(SOURCES, CLAIMS))
