"""A third article made by hand: three sections with a main point each, a denial, rare words."""

from questions.article import Span
from questions.claims import Claim, Claims, Form, Naming, Source, SourceKind, Stance
from questions.recipes.material import Material
from tests.questions.recipes.handmade import article, places

PARAGRAPHS = (
    "The school kitchen in Elmstead will close, and meals will come from a factory. The meals"
    " will be cooked in the factory at night.",
    "A van will bring the meals from the factory before noon. The kitchen will become a"
    " classroom, and its four cooks will leave.",
    "Nora Bell, the head teacher, said that the kitchen had lost money for years. “We paid for"
    " the kitchen out of money for books,” Bell said.",
    "Parents in Elmstead have collected 900 names against the closure. The names were handed to"
    " the council on 4 June.",
    "Sam Ode, a father of three, denied that the parents had been asked. The parents will meet"
    " the council again on 9 June.",
    "Some parents have begun to collect money as well. The council has promised them an answer"
    " about the names.",
    "Pupils at two schools near Elmstead already eat meals from the same factory. Half of the"
    " pupils there leave the meals on the plate.",
    "Pupils say the meals are cold. Rosa Klein, a doctor, conceded that the meals were"
    " healthier than chips.",
    "The reluctant pupils bring bread from home. The two schools pay the factory for all of"
    " the meals.",
)

ARTICLE = article("No more cooks", PARAGRAPHS)

SOURCES = (
    Source("Nora Bell", SourceKind.PERSON, Naming.NAME_AND_ROLE, "the head teacher"),
    Source("Sam Ode", SourceKind.PERSON, Naming.NAME_AND_ROLE, "a father of three"),
    Source("Rosa Klein", SourceKind.PERSON, Naming.NAME_AND_ROLE, "a doctor"),
)
span = places(PARAGRAPHS)


CLAIMS = (
    Claim(
        source=0,
        mention=span(3, "Nora Bell"),
        cue=span(3, "said"),
        content=(span(3, "the kitchen had lost money for years"),),
        form=Form.INDIRECT,
    ),
    Claim(
        source=0,
        mention=Span(3, PARAGRAPHS[2].rindex("Bell"), PARAGRAPHS[2].rindex("Bell") + 4),
        cue=Span(3, PARAGRAPHS[2].rindex("said"), PARAGRAPHS[2].rindex("said") + 4),
        content=(span(3, "We paid for the kitchen out of money for books"),),
        form=Form.DIRECT,
    ),
    Claim(
        source=1,
        mention=span(5, "Sam Ode"),
        cue=span(5, "denied"),
        content=(span(5, "the parents had been asked"),),
        form=Form.INDIRECT,
        stance=Stance.DENIAL,
    ),
    Claim(
        source=2,
        mention=span(8, "Rosa Klein"),
        cue=span(8, "conceded"),
        content=(span(8, "the meals were healthier than chips"),),
        form=Form.INDIRECT,
    ),
)

SCHOOL = Material(ARTICLE, Claims(SOURCES, CLAIMS))
