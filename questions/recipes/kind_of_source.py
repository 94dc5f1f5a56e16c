"""Recipe 6, what kind of source: an official, an expert, a witness, a company, a document.

What is asked: of what kind the source of a statement is, as its role in the article decides. Not
asked: where the role fits two kinds, is one of yesterday or only hoped for, or where the statement
speaks of the source itself, so that one could guess.
"""

import re
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.claims import Source, SourceKind
from questions.question import Process, Skill
from questions.recipes.clauses import ends_in_a_bare_number, is_clause
from questions.recipes.material import Material
from questions.recipes.recipe import (
    SURE_ENOUGH,
    Proposals,
    Recipe,
    certainty,
    name_in_a_sentence,
    reported,
)
from questions.recipes.seeing import tells_what_it_saw
from questions.recipes.statements import Statement
from questions.recipes.whole_names import has_a_namesake
from questions.recipes.wording import FIRST_AND_SECOND, normal, words
from questions.types.choice import Choice


class Kind(NamedTuple):
    """A kind of source: the option, what tells it surely, what might be it, and a reason why."""

    option: str
    sign: re.Pattern[str]
    hint: re.Pattern[str]
    reason: str


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.IGNORECASE)


SPOKESPERSON = Kind(
    "A spokesperson, whose job is to speak for others",
    _any_of("spokes(?:man|men|woman|women|person|people) press.(?:secretary|officer)"),
    _any_of("spokes\\w+ press media communications? publicist campaign strategist office"),
    "The job of a spokesperson is to say what somebody else wants the public to hear.",
)
OFFICIAL = Kind(
    "A public body, or someone in public office",
    _any_of(
        "minister mayor governor senator congress(?:man|woman) councillor ambassador judge sheriff"
        " magistrate coroner prosecutor attorney.general detective superintendent chief.constable"
        " police ministry department.of coast.?guard fbi pentagon white.house kremlin sen gov"
        " (?:education|fire|health|justice|labor|state|transport|treasury).department"
        " (?:city|town|county|district).council supreme.court (?:state|city|federal).officials?"
    ),
    _any_of(
        "official\\w* minister\\w* ministry secretary president chancellor mayor governor lawmaker"
        " senator \\w*councill?or judge court sheriff chief police officer commission\\w* agency"
        " authority government ambassador diplomat attorney army navy colonel general captain"
        " federal state national public city county council department deputy parliament\\w*"
        " senate congress\\w* representative rep sen gov inspector sergeant mp mps bureau"
        " commander medical prosecut\\w* counsel regulator\\w* administration"
    ),
    "That is a public body, or someone who speaks and acts for the public.",
)
EXPERT = Kind(
    "A scholar, or another expert on the subject",
    _any_of(
        "professor (?:researcher|scientist|historian|economist|epidemiologist|climatologist"
        "|criminologist|sociologist|psychologist|geologist|biologist|ecologist|oceanographer"
        "|virologist|volcanologist|seismologist|demographer|statistician|lecturer)s?"
        " research.fellow"
    ),
    _any_of(
        "prof(?:essor)? dr \\w*(?:ologist|ist|ician|grapher)s? expert\\w* analyst research\\w*"
        " scholar fellow universit\\w* college institut\\w* engineer consultant adviser advisor"
        " doctor lawyer attorney pollster author school centre center lecturer survey\\w* stud\\w*"
        " think.tank director surgeon physician foundation project report poll review audit paper"
    ),
    "Those who teach or do research know their subject from years of study.",
)
EYEWITNESS = Kind(
    "A witness, who saw or heard what happened",
    _any_of("(?:eye)?witness(?:es)? onlooker bystander passer-by"),
    _any_of(
        "\\w*witness\\w* onlooker\\w* bystander\\w* passer-by survivor\\w* neighbou?rs?"
        " resident\\w* passenger\\w* driver\\w* victim\\w* protester\\w* customer\\w* video footage"
    ),
    "Only somebody who was there can tell what there was to see and hear.",
)
DOCUMENT = Kind(
    "A document, or figures that were collected",
    _any_of(
        "report survey poll figures data statistics records memo letter filing filings audit census"
        " documents indictment affidavit dataset review e-?mails? minutes transcript"
    ),
    _any_of(
        "report\\w* survey\\w* poll\\w* figures data\\w* stud\\w* record\\w* memo letter paper\\w*"
        " filing\\w* audit\\w* document\\w* statement website post\\w* tweet\\w* e-?mail\\w* book"
        " article\\w* law act message\\w* review video account results index count"
    ),
    "That was written down or counted: nobody is speaking here.",
)
OUTLET = Kind(
    "A newspaper, a broadcaster or a news agency",
    _any_of(
        "newspaper broadcaster news.agency news.channel bbc cnn nbc cbs msnbc fox.news abc.news"
        " reuters associated.press afp new.york.times washington.post (?:state|public).television"
        " wall.street.journal \\w+.(?:gazette|herald|tribune|courier)"
    ),
    _any_of(
        "\\w*news\\w* broadcast\\w* radio tv television channel times post gazette herald tribune"
        " courier journal\\w* magazine report\\w* editor\\w* bbc cnn nbc cbs abc msnbc fox reuters"
        " press media ap afp daily weekly host presenter blog\\w* column\\w* site website podcast"
        " argus echo mail chronicle correspondent politico buzzfeed vulture"
    ),
    "So the writer has it from other journalists.",
)
COMPANY = Kind(
    "A company, or someone who runs one",
    _any_of("chief.executive ceo managing.director finance.director shopkeeper landlord landlady"),
    _any_of(
        "compan\\w+ firm\\w* business\\w* chief.executive ceo director manager owner\\w* founder"
        " boss chairman chairwoman chair investor\\w* shareholder\\w* retailer\\w* plc ltd inc"
        " industry shop landlord landlady bank brewer\\w* builder developer\\w* farm\\w* trader\\w*"
    ),
    "Whoever runs a business speaks for that business.",
)
ADVOCATE = Kind(
    "A group of campaigners for a cause, or a union",
    _any_of(
        "campaign(?:er|.group)s? activists? (?:trade|teachers’|workers’).unions? charity union"
    ),
    _any_of(
        "campaign\\w* activist\\w* union\\w* charit\\w+ groups? associations? federations?"
        " society movement trust league protest\\w* advoca\\w+ friends foundation network"
        " coalition alliance part(?:y|ies) rights volunteer\\w* organi[sz]\\w+ committee leader"
    ),
    "Such a group wants to bring something about, and says what helps its cause.",
)
PRIVATE = Kind(
    "A private person, who speaks for nobody else",
    _any_of("pensioner patient customer passenger shopper commuter grandmother grandfather"),
    _any_of(
        "pensioner\\w* patient\\w* customer\\w* passenger\\w* shopper\\w* commuter\\w* grand\\w+"
        " resident\\w* parent\\w* mother father neighbou?r\\w* pupil\\w* student\\w* man woman"
        " husband wife widow\\w* fan\\w* voter\\w* brother sister son daughter driver\\w* nurse"
        " teacher friend victim\\w* survivor\\w* (?:eye)?witness\\w* worker\\w* member\\w*"
    ),
    "Somebody like that tells a story of their own, and has no office and no job in the matter.",
)
KINDS = (SPOKESPERSON, OFFICIAL, EXPERT, EYEWITNESS, DOCUMENT, OUTLET, COMPANY, ADVOCATE, PRIVATE)

WRONG = 3
"""Wrong options."""

CLOSE = frozenset(
    map(
        frozenset,
        (
            (SPOKESPERSON, OFFICIAL),
            (SPOKESPERSON, COMPANY),
            (SPOKESPERSON, ADVOCATE),
            (EXPERT, DOCUMENT),
            (OFFICIAL, DOCUMENT),
            (OUTLET, DOCUMENT),
            (EYEWITNESS, PRIVATE),
        ),
    )
)
"""Pairs of kinds that one source may be of: police have spokespeople, and experts write reports."""

OTHERWISE = re.compile(
    r"\b(?:former\w*|ex|retired|late|onetime|nominee|candidate|contender|hopeful|shadow|and|or"
    r"|would-be|potential|aspiring|lawyer for"
    r"|supporters?|allies|ally|aides?|opponents?|critics?|backers?|followers|rivals?|colleagues?"
    r"|[a-z]+’s? (?:brother|sister|wife|husband|son|daughter|friend)|no relation)\b",
    re.IGNORECASE,
)
"""In a role: it was another one once, or there are two roles or two people in it."""

NOT_ONLY = re.compile(
    r"\b(?:former\w*|ex|retired|candidate|challeng\w*|running (?:for|against)|opponent|hopeful)\b",
    re.IGNORECASE,
)
"""In the sentence that shows the kind of a source: it is one no longer, or something else today."""

BY_SOMEBODY = re.compile(r"\b(?:report|review|article|story) (?:by|in|from) (?:the )?[A-Z]")
"""In the sentence that shows a document: it might be a newspaper's."""

RESEARCH = re.compile(
    r"\b(?:polls?|polling|surveys?|stud(?:y|ies)|research|analys[ie]s)\b", re.IGNORECASE
)
"""What newspapers ask for, and scholars carry out."""

OF_WHICH = re.compile(
    r",? [“\"]?(?:all|both|many|most|none|one|some|two|three) of (?:which|whom)\b"
)
"""Adds to what is counted before it: "the town has four, two of which are old"."""

SPEAKS_OF_ITS_OWN = re.compile(
    r"\b(?:the|our) (?:company|firm|campaign|ministry|department|council|force|agency|police|paper"
    r"|university|government|team|study|survey|report|researchers|scientists|office|bank|group|party"
    r"|union|charity|court)\b"
    r"|\bwe\b",
    re.IGNORECASE,
)
"""In a statement: one can guess from it who speaks."""

STEMS = (
    "What kind of source gave the writer {}",
    "What kind of source is behind {}",
    "In paragraph {n}, what kind of source is behind {}",
)


def propose(material: Material, rng: Random) -> Proposals:
    """One question for each source whose kind is decided by its role, or by what it saw."""
    for number in sorted({statement.source for statement in _statements(material)}):
        kind = _kind(material, number)
        if kind is not None:
            statements = [s for s in _statements(material) if s.source == number]
            telling = [s for s in statements if not _can_be_guessed(material, s, kind)]
            if telling:
                yield _question(material, rng.choice(telling), kind, rng)


def _can_be_guessed(material: Material, statement: Statement, kind: Kind) -> bool:
    """Whether the words show who speaks: of its own body, or, a spokesperson, of somebody else."""
    first = set(words(" ".join(statement.text.split()[:3])))
    people = (s for s in material.sources if s.kind is SourceKind.PERSON)
    of_somebody = any(first & set(words(source.name)) for source in people)
    return SPEAKS_OF_ITS_OWN.search(statement.text) is not None or (
        kind is SPOKESPERSON and of_somebody
    )


def _statements(material: Material) -> list[Statement]:
    """What is surely its source's, and not what the source has from somebody else."""
    passed_on = {claim.within for claim in material.claims.claims}
    return [
        statement
        for statement in material.statements
        if statement.claim not in passed_on
        and certainty(material, statement.claim) >= SURE_ENOUGH
        and is_clause(statement.text, introduced=True, fronted=True)
        and not ends_in_a_bare_number(OF_WHICH.split(statement.text)[0])
    ]


def _kind(material: Material, number: int) -> Kind | None:
    """The kind that the source at index *number* is of, if it is surely of no other."""
    text = _description(material, number)
    if OTHERWISE.search(text) or has_a_namesake(material, material.sources[number]):
        return None
    signs = [k for k in KINDS if k.sign.search(text) and _can_be(k, material.sources[number])]
    if any(tells_what_it_saw(s) for s in _statements(material) if s.source == number):
        signs.insert(0, EYEWITNESS)
    hints = [k for k in KINDS if k.hint.search(text)]
    sure = signs and all(k is signs[0] or {k, signs[0]} in CLOSE for k in (*signs, *hints))
    shown = signs and (signs[0] is EYEWITNESS or _introduction(material, number, signs[0]))
    return signs[0] if sure and shown and not _is_not_only(material, number, signs[0]) else None


def _is_not_only(material: Material, number: int, kind: Kind) -> bool:
    """Whether the sentence that shows the kind of a source says that it is something else, too."""
    introduction = material.whole_sentences(_introduction(material, number, kind))
    other = BY_SOMEBODY if kind is DOCUMENT else NOT_ONLY
    return any(other.search(sentence.text) for sentence in introduction)


def _description(material: Material, number: int) -> str:
    """All that the article calls the source at index *number*."""
    source = material.sources[number]
    mentions = (material.article.text_of(mention) for mention in source.mentions)
    return ", ".join((source.name, source.role or "", *mentions))


def _introduction(material: Material, number: int, kind: Kind) -> Span | None:
    """Where the article first shows that the source at index *number* is of *kind*."""
    source = material.sources[number]
    role = material.role_of(source)
    places = (*((role,) if role else ()), *source.mentions)
    return next((p for p in places if kind.sign.search(material.article.text_of(p))), None)


def _can_be(kind: Kind, source: Source) -> bool:
    """Whether *source* is a document or an organisation, where *kind* needs one."""
    if kind is DOCUMENT or source.kind is SourceKind.DOCUMENT:
        return kind is DOCUMENT and source.kind is SourceKind.DOCUMENT
    return kind is not OUTLET or source.kind is SourceKind.ORGANISATION


def _question(material: Material, statement: Statement, kind: Kind, rng: Random) -> Choice:
    others = _others(material, statement, kind, rng)
    options = [kind.option, *others[:WRONG]]
    stem = rng.choice(STEMS[2:] if statement.looks_back else STEMS)
    introduction = material.whole_sentences(_introduction(material, statement.source, kind))
    return Choice(
        prompt=stem.format(reported(statement), n=statement.span.paragraph),
        options=tuple(rng.sample(options, len(options))),
        key=(kind.option,),
        skill=Skill.KIND_OF_SOURCE,
        process=Process.UNDERSTAND,
        section=material.section(statement.span.paragraph),
        evidence=tuple(dict.fromkeys((*material.evidence(statement), *introduction))),
        explanation=_why(material, statement.source, kind),
        claim=statement.claim,
        confidence=certainty(material, statement.claim),
    )


def _others(material: Material, statement: Statement, kind: Kind, rng: Random) -> list[str]:
    """Options that are surely wrong, those first that other sources of the article are of.

    A document is none of them, since what is said may come in writing. Whoever speaks of himself
    may be called a witness, and someone in office a private person, too; a poll is often a paper's,
    and a study a scholar's.
    """
    number = statement.source
    text = _description(material, number)
    spoken_for = {OFFICIAL, COMPANY, ADVOCATE}
    arguable = spoken_for if kind in {SPOKESPERSON, DOCUMENT} else {SPOKESPERSON}
    of_oneself = {EYEWITNESS, PRIVATE} if FIRST_AND_SECOND & set(words(statement.text)) else set()
    made_for = {OUTLET, EXPERT} if kind is DOCUMENT and RESEARCH.search(text) else set()
    never = {kind, DOCUMENT, *arguable, *of_oneself, *made_for}
    wrong = [k for k in KINDS if k not in never and not k.hint.search(text)]
    everybody = " ".join(_description(material, n) for n in material.claims.heard if n != number)
    rng.shuffle(wrong)
    return [k.option for k in sorted(wrong, key=lambda k: k.sign.search(everybody) is None)]


def _why(material: Material, number: int, kind: Kind) -> str:
    name = name_in_a_sentence(material, material.sources[number])
    place = _introduction(material, number, kind)
    called = material.article.text_of(place) if place else name
    if normal(called) == normal(name):
        return f"The source is {name}. {kind.reason}"
    return f"The source is {name}; the article says “{called}”. {kind.reason}"


RECIPE = Recipe("kind of source", propose, for_review=True)
