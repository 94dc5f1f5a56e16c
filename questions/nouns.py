"""What common nouns and titles tell about a source: word lists, written for this project."""

from questions.lexicon import TITLES

MALE = frozenset("mr sir lord fr baron alhaji".split())
FEMALE = frozenset("mrs ms miss dame lady baroness".split())

MEN = frozenset(
    """man boy father brother son husband uncle nephew grandfather grandson widower dad king prince
    duke spokesman chairman congressman businessman policeman salesman fisherman fireman postman
    priest lad gentleman stepfather godfather monk actor waiter headmaster""".split()
)
WOMEN = frozenset(
    """woman girl mother sister daughter wife aunt niece grandmother granddaughter widow mum mom
    queen princess duchess spokeswoman chairwoman congresswoman businesswoman policewoman nun
    lady stepmother godmother actress waitress headmistress""".split()
)
"""Nouns for people that tell the gender."""

_PARENTS, _CHILDREN = "mother father mum mom dad parent", "son daughter child boy girl"
_GRANDPARENTS = "grandmother grandfather gran nan grandad grandparent"
_GRANDCHILDREN = "grandson granddaughter grandchild"
_BACK = tuple(
    (frozenset(words.split()), frozenset(back.split()))
    for words, back in (
        ("aunt uncle", "nephew niece"),
        (_PARENTS, _CHILDREN),
        (_GRANDPARENTS, _GRANDCHILDREN),
        ("husband widower", "wife"),
        ("wife widow", "husband"),
        ("partner fiance fiancee fiancé fiancée", "partner fiance fiancee fiancé fiancée"),
        ("brother sister twin", "brother sister twin"),
        ("cousin", "cousin"),
    )
)


def turned_round(noun: str) -> frozenset[str]:
    """What he or she is to somebody's *noun* ("aunt": a nephew or niece); empty if no relation."""
    there = [back for words, back in _BACK if noun in words]
    back = [words for words, back in _BACK if noun in back]
    return frozenset().union(*there, *back)


RANKS = frozenset(
    """cr coun lt cdr cmdr brig ch det di dci ds dc pc wpc cpl pte pastor sister canon rabbi imam
    sheikh uncle aunt auntie coach counsellor councilor""".split()
)
"""Titles before a name, besides those that the lexicon has."""


WRITTEN_OUT = {
    "capt": "captain",
    "cllr": "councillor",
    "col": "colonel",
    "coun": "councillor",
    "cr": "councillor",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "insp": "inspector",
    "lt": "lieutenant",
    "maj": "major",
    "pm": "minister",
    "prof": "professor",
    "rep": "representative",
    "sen": "senator",
    "sgt": "sergeant",
    "supt": "superintendent",
}
"""Short titles and the nouns that they stand for."""


def is_title(word: str) -> bool:
    """Whether *word*, in lower case and without a full stop, may stand before a name as a title."""
    return word in TITLES or word in OFFICES or word in RANKS or word in MEN or word in WOMEN


OFFICES = frozenset(
    """president minister chancellor senator congressman congresswoman governor mayor councillor
    secretary ambassador chairman chairwoman chair chairperson director chief commissioner
    constable sergeant lieutenant colonel general captain major inspector superintendent judge
    justice attorney prosecutor spokesman spokeswoman spokesperson leader deputy head manager
    coach officer detective professor doctor king queen prince princess duke pope bishop
    archbishop canon representative lawmaker speaker premier sheriff coroner principal
    headteacher editor analyst historian economist epidemiologist engineer lawyer barrister
    activist campaigner author striker goalkeeper trader founder owner teacher farmer nurse
    scientist researcher fellow adviser advisor aide envoy diplomat official expert resident
    witness pensioner student pupil neighbour neighbor mother father brother sister son daughter
    wife husband widow vicar imam rabbi priest driver pm mp mep ceo whip taoiseach
    treasurer executive comptroller ombudsman magistrate warden marshal""".split()
)
"""Singular nouns for a person by what he or she is."""

_SAME_OFFICE = tuple(
    frozenset(words.split())
    for words in (
        "judge justice magistrate",
        "captain skipper",
        "principal headteacher headmaster headmistress head",
        "minister secretary premier chancellor",
        "lawyer barrister attorney solicitor advocate counsel",
        "boss manager coach chief",
        "officer inspector superintendent sergeant constable detective",
        "scientist researcher professor academic author ecologist economist historian biologist",
        "campaigner activist",
        "doctor surgeon physician consultant",
        "politician lawmaker senator congressman congresswoman representative councillor",
        "farmer grower",
        "owner landlord landlady proprietor",
        "pupil student",
        "striker forward footballer midfielder defender goalkeeper keeper player",
        "executive director chairman chairwoman chair boss chief head",
    )
)
"""Nouns that an article may use in turn for one person."""


def same_office(noun: str) -> frozenset[str]:
    """The other nouns by which somebody called *noun* may go."""
    groups = (group for group in _SAME_OFFICE if noun in group)
    return frozenset().union(*groups) - {noun}


CIVIL_OFFICES = OFFICES - frozenset(
    """general major king queen prince princess duke bishop judge justice chief captain head chair
    canon fellow author driver priest founder""".split()
)
"""Offices that few places and bodies have for a first word of their names."""

HUMANS = OFFICES | frozenset(
    """man woman person boy girl child baby guard colleague friend relative cousin uncle aunt
    nephew niece grandfather grandmother lad voice source insider critic opponent supporter
    customer shopper passenger caller reader user victim survivor suspect defendant
    whistleblower surgeon carer cook clerk bookkeeper boss captain teammate rival successor
    predecessor parent mum dad partner visitor tourist voter worker employee one skipper pundit
    landlord landlady tenant referee umpire midfielder defender winger batsman bowler keeper pilot
    sailor soldier private veteran pastor bishop columnist reviewer critic blogger streamer
    youtuber influencer singer actor actress director producer publisher banker broker investor
    chef waiter waitress barman landowner homeowner householder motorist cyclist pedestrian
    commuter swimmer climber walker angler fisherman gardener builder plumber electrician nun
    nurse midwife paramedic doctor dentist vet pharmacist therapist counsellor grandparent
    teenager toddler schoolboy schoolgirl graduate undergraduate apprentice trainee intern
    refugee migrant immigrant prisoner inmate detainee convict burglar thief killer murderer
    stranger host guest bride groom heir hotelier cashier courier financier councilwoman
    councilman alderman assemblyman assemblywoman hydrologist statesman""".split()
)
"""Singular nouns that "he" or "she" may stand for."""

_OF_PEOPLE = tuple(
    """man woman ist ator eer ician ologist keeper worker owner driver trader dealer teacher writer
    player singer officer lawyer fighter runner rider baker butcher builder plumber""".split()
)


_OF_THINGS = frozenset(
    """list checklist playlist shortlist waitlist wishlist twist mist fist wrist waist gist grist
    beer deer pioneer cheer veneer peer elevator escalator generator indicator calculator
    radiator refrigerator simulator ventilator accelerator denominator alligator equator
    incubator regulator operator""".split()
)


def is_human(lemma: str) -> bool:
    """Whether "he" or "she" may stand for the noun."""
    return lemma in HUMANS or (lemma.endswith(_OF_PEOPLE) and lemma not in _OF_THINGS)


_OF_GROUPS = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "mp", "people", "folk")

_THINGS_OF_GROUPS = _OF_THINGS | frozenset(
    """number paper letter order offer power answer matter error factor computer server sensor
    quarter river tower shower water dinner corner border folder cover layer counter meter poster
    sticker plant restaurant grant tree fee degree committee coffee monitor mirror door floor motor
    tractor reactor sector doer chapter feather finger shoulder paper trailer container filter
    header register barrier carrier newspaper flower tower rumour other""".split()
)

_GROUPS = frozenset(
    """parent child family relative ally elder delegate advocate colleague crew staff friend
    representative conservative democrat republican liberal local national official individual
    youth kid couple team aide""".split()
)


def is_people(lemma: str) -> bool:
    """Whether the plural of the noun is several people."""
    if is_human(lemma) or lemma in _GROUPS | PEOPLE_WORDS:
        return True
    return lemma.endswith(_OF_GROUPS) and lemma not in _THINGS_OF_GROUPS


BODIES = frozenset(
    """company firm group club charity organisation organization agency retailer airline developer
    manufacturer chain drugmaker contractor utility supplier maker operator lender bank
    carmaker start-up startup publisher""".split()
)
"""Nouns for whatever body was named last."""

DOCUMENTS = frozenset(
    """report study survey poll letter statement transcript document memo paper papers draft
    communique communiqué review audit assessment analysis data dataset figures statistics
    records record minutes treaty agreement act law code rules bill lawsuit complaint indictment
    filing ruling judgment verdict email message post tweet notice leaflet plaque guidebook
    article diary book log logs register image images footage video map dashboard database
    recommendation summary presentation slide caption menu sign protocol rule policy budget
    inspection inquiry research findings results website page blog column editorial
    tradition legend note copy test tests dates""".split()
)

ORGANISATIONS = frozenset(
    """ministry department government company firm council commission committee agency office
    bureau police authority board party union university institute institution hospital charity
    court bank club group association federation organisation organization school team
    network newspaper paper station broadcaster magazine channel parliament senate congress
    cabinet administration service division corporation trust foundation society league army
    navy force fund regulator watchdog nation state country city town church chain manufacturer
    maker operator developer airline retailer centre center forum alliance campaign treasury
    embassy kremlin prosecution defence defense college lab laboratory museum industry jury
    body press outlet tribunal""".split()
)

ORGANISATION_WORDS = ORGANISATIONS | frozenset(
    """inc ltd plc llc corp co & international national news times post tribune courier herald
    house council airlines motors systems technologies nations""".split()
)
"""Words of a name that say it is no person's."""


def is_document(lemma: str, form: str) -> bool:
    """Whether the noun is one for something written, measured or recorded."""
    return lemma in DOCUMENTS or form in DOCUMENTS


PUBLIC = frozenset(
    """ministry department government council commission committee office police court parliament
    senate congress nations union university institute hospital board federation association
    regulator states assembly treasury embassy party house army force""".split()
)
"""Words of the names of bodies that nobody calls "the company" or "the club"."""

_ALIKE = tuple(
    frozenset(words.split())
    for words in (
        "report study paper review analysis assessment research inquiry audit findings finding",
        "memo paper note document letter email message",
        "survey poll questionnaire study research",
        "bill act law legislation code rules rule regulation",
        "lawsuit suit complaint filing indictment charge",
        "ruling judgment judgement verdict decision",
        "statement release communique communiqué declaration announcement",
        "post tweet message comment",
        "agreement deal treaty accord pact",
        "newspaper paper magazine outlet daily weekly title publication",
        "company firm business manufacturer maker operator developer retailer supplier drugmaker "
        "carmaker airline bank chain lender start-up startup publisher contractor utility",
        "club team side",
        "force police constabulary",
        "charity organisation organization group body",
        "regulator watchdog authority agency commission body",
        "university college school",
        "ministry department government administration",
    )
)
"""Nouns that an article may use in turn for the same thing."""


def alike(noun: str) -> frozenset[str] | None:
    """The nouns that may stand for the same document or body as *noun*; None for any other."""
    groups = [group for group in _ALIKE if noun in group]
    return frozenset().union(*groups) if groups else None


_PAPERS = "gazette gazzetta times post herald courier chronicle news tribune telegraph mail mercury"
PAPERS = frozenset(_PAPERS.split()) | frozenset("journal radio tv television fm press".split())
"""Words of the names of papers and stations."""

_OVERSEERS = "commission authority office agency bureau board"

IN_NAMES = {
    noun: frozenset(words.split())
    for noun, words in {
        "charity": "foundation fund trust",
        "club": "rovers united city town athletic wanderers albion fc",
        "force": "police constabulary",
        "newspaper": _PAPERS,
        "paper": _PAPERS,
        "prosecution": "crown",
        "party": "party alliance front movement bloc coalition congress democrats conservatives",
        "regulator": _OVERSEERS,
        "university": "university college polytechnic institute",
        "watchdog": _OVERSEERS,
    }.items()
}
"""What stands in the names of bodies that are called by the noun."""

NOBODY = frozenset(
    """time day week month year morning evening night hour minute moment thing way fact reason
    number percent per cent point price cost rate result question answer problem idea work life
    money water weather rain road street house room car place part lot rest end door light sun
    hand eye head heart foot face voice name word value share""".split()
)
"""Nouns that say, show and think nothing, though they often are subjects."""

PEOPLE_WORDS = frozenset("people police staff majority critics".split())

SINGULAR_PRONOUNS = {"he": "male", "him": "male", "his": "male", "himself": "male"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "female"
)
SPEAKER_PRONOUNS = frozenset("i we me us my our myself ourselves".split())
OWNERS = frozenset("his her its their".split())
WE = frozenset("we us our ourselves".split())
YOU = frozenset("you your yourself yourselves".split())
THEY = frozenset("they them their themselves".split())
ARTICLES = frozenset("a an one another some several many two three four five".split())
"""Words with which a description brings in somebody new."""

DEFINITE = frozenset("the this that these those his her its their".split())
PARTS = frozenset(
    """some many others most several few none one two three four five six seven each""".split()
)
"""Words for part of a group."""

OF_THEM = frozenset("of the them these those".split())

INDEFINITE = frozenset(
    """some many others most several few none one nobody everyone everybody someone somebody all
    both those these anyone another""".split()
)
