"""An article with its claims, made by hand: no model is needed to test what is asked about it."""

from questions.claims import Claim, Claims, Form, Naming, Source, SourceKind
from questions.recipes.material import Material
from tests.questions.recipes.handmade import article, places

PARAGRAPHS = (
    "The old bridge at Marlow Ford was closed on 3 May after divers found cracks in 14 of its"
    " pillars.",
    "“Nobody should drive across the bridge before winter,” said Ada Okafor, an engineer at"
    " Brandt College. “Two of the pillars are held up by mud alone.”",
    "Tom Ferris, the mayor of Marlow Ford, said that the town had spent 240,000 dollars on repairs"
    " since 2019.",
    "“We had no warning from the state inspectors,” Ferris told reporters. He said he was angry.",
    "Lena Ortiz, a driver for the Blue Line bus company, said the detour adds 35 minutes to every"
    " trip.",
    "“My passengers have started to walk to the railway station,” Ortiz said.",
    "Workers put up fences on 9 May, and 22 shops on the main street have lost customers since"
    " then.",
    "A former inspector said the cracks had been photographed in an earlier survey.",
    "Priya Shah, a historian of canals, called the bridge “a grand old lady” and said the arches"
    " could be saved “with patience and lime”. Farmers met on 17 May; 31 of them came.",
)


def _person(name: str, role: str) -> Source:
    return Source(name, SourceKind.PERSON, Naming.NAME_AND_ROLE, role)


SOURCES = (
    _person("Ada Okafor", "an engineer at Brandt College"),
    _person("Tom Ferris", "the mayor of Marlow Ford"),
    _person("Lena Ortiz", "a driver for the Blue Line bus company"),
    Source("a former inspector", SourceKind.UNNAMED, Naming.ANONYMOUS),
    _person("Priya Shah", "a historian of canals"),
)

ARTICLE = article("Bridge at Marlow Ford shut", PARAGRAPHS)
span = places(PARAGRAPHS)


CLAIMS = (
    Claim(
        source=0,
        mention=span(2, "Ada Okafor"),
        cue=span(2, "said"),
        content=(
            span(2, "Nobody should drive across the bridge before winter"),
            span(2, "Two of the pillars are held up by mud alone."),
        ),
        form=Form.DIRECT,
    ),
    Claim(
        source=1,
        mention=span(3, "Tom Ferris"),
        cue=span(3, "said"),
        content=(span(3, "the town had spent 240,000 dollars on repairs since 2019"),),
        form=Form.INDIRECT,
    ),
    Claim(
        source=1,
        mention=span(4, "Ferris"),
        cue=span(4, "told"),
        content=(span(4, "We had no warning from the state inspectors"),),
        form=Form.DIRECT,
    ),
    Claim(
        source=1,
        mention=span(4, "He"),
        cue=span(4, "said"),
        content=(span(4, "he was angry"),),
        form=Form.INDIRECT,
    ),
    Claim(
        source=2,
        mention=span(5, "Lena Ortiz"),
        cue=span(5, "said"),
        content=(span(5, "the detour adds 35 minutes to every trip"),),
        form=Form.INDIRECT,
    ),
    Claim(
        source=2,
        mention=span(6, "Ortiz"),
        cue=span(6, "said"),
        content=(span(6, "My passengers have started to walk to the railway station"),),
        form=Form.DIRECT,
    ),
    Claim(
        source=3,
        mention=span(8, "A former inspector"),
        cue=span(8, "said"),
        content=(span(8, "the cracks had been photographed in an earlier survey"),),
        form=Form.INDIRECT,
    ),
    Claim(
        source=4,
        mention=span(9, "Priya Shah"),
        cue=span(9, "said"),
        content=(span(9, "the arches could be saved “with patience and lime”"),),
        form=Form.MIXED,
    ),
)

BRIDGE = Material(ARTICLE, Claims(SOURCES, CLAIMS))
