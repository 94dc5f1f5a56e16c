"""What common nouns and titles tell about a source: word lists, written for this project."""

MALE = frozenset("mr sir lord fr baron alhaji".split())
FEMALE = frozenset("mrs ms miss dame lady baroness".split())

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
    wife husband widow vicar imam rabbi priest driver""".split()
)
"""Singular nouns for a person by what he or she is."""

HUMANS = OFFICES | frozenset(
    """man woman person boy girl child baby guard colleague friend relative cousin uncle aunt
    nephew niece grandfather grandmother lad voice source insider critic opponent supporter
    customer shopper passenger caller reader user victim survivor suspect defendant
    whistleblower surgeon carer cook clerk bookkeeper boss captain teammate rival successor
    predecessor parent mum dad partner visitor tourist voter worker employee one""".split()
)
"""Singular nouns that "he" or "she" may stand for."""

_OF_PEOPLE = ("man", "woman", "ist", "ator", "eer", "ician", "ologist")


def is_human(lemma: str) -> bool:
    """Whether "he" or "she" may stand for the noun."""
    return lemma in HUMANS or lemma.endswith(_OF_PEOPLE)


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


PEOPLE_WORDS = frozenset("people police staff majority critics".split())

SINGULAR_PRONOUNS = {"he": "male", "him": "male", "his": "male", "himself": "male"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "female"
)
SPEAKER_PRONOUNS = frozenset("i we me us my our myself ourselves".split())
THEY = frozenset("they them their themselves".split())
DEFINITE = frozenset("the this that these those his her its their".split())
INDEFINITE = frozenset(
    """some many others most several few none one nobody everyone everybody someone somebody all
    both those these anyone another""".split()
)

MALE_NAMES = frozenset(
    """adam alan albert alex alexander alfred ali andrew andreas andy anthony antonio arthur barry
    ben benjamin bernard bill bob boris brian bruce carl carlos charles chris christopher clive
    colin craig dan daniel dave david dean dennis derek desmond dmitry donald douglas duncan
    edward emmanuel eric ernest felix francis frank fred gareth gary geoffrey george gerald
    giles gordon graham greg guy harold harry henry howard hugh ian ivan jack jacob james jason
    jeff jeremy jim joe john jonathan jose joseph juan justin keir keith kenneth kevin klaus
    larry lee leonard lewis liam linas louis luke marcus mario mark martin matthew max michael
    mike mohammed muhammad nathan neil nicholas nick nigel noel oliver oscar owen patrick paul
    pavel pedro peter philip ralph ray raymond rex richard rick robert roger ron ronald roy
    russell ryan sam samuel scott sean sergei simon stanley stephen steve steven stuart ted
    terry thomas tim timothy toby todd tom tony trevor victor viktor vincent vladimir volodymyr
    walter warren wayne william winston xavier yusuf""".split()
)
FEMALE_NAMES = frozenset(
    """abigail alice alison amanda amy angela anita ann anna anne annette barbara beatrice beth
    brenda bridget carol caroline catherine charlotte cheryl chloe christine claire clara
    cynthia daisy deborah denise diana diane donna doris dorothy edith eileen elaine eleanor
    elena elizabeth ella ellen emily emma esther eva eve fatima fiona florence frances gemma
    georgina gillian gloria grace greta hannah harriet hazel heather helen hilary ingrid irene
    isabel jacqueline jane janet janice jennifer jenny jessica jill joan joanna josephine joyce
    judith judy julia julie karen kate katherine kathleen kathryn kelly kirsty laura lauren
    leila linda lisa liz louise lucy lydia lynn maggie mandy margaret maria marie marion martha
    mary maya megan melanie melissa michelle miriam molly monica naomi natalie nicola nina nora
    olga olivia pamela patricia paula pauline petra philippa priya rachel rebecca rosa rose
    rosemary ruth sally samantha sandra sara sarah sharon sheila sofia sonia sophie stella
    stephanie susan svetlana sylvia tamara tanya teresa tina tracy ursula valerie vanessa vera
    veronica victoria virginia wendy yvonne zoe""".split()
)
"""Common first names of one sex only, for telling whom "he" and "she" can mean."""
