"""Lists of English words by which ``headings`` knows a noun phrase without a parser."""

from questions.lexicon import MONTHS, WEEKDAYS, word_set

ARTICLES = word_set("a an the")
DETERMINERS = word_set(
    "a an the this that these those his her its their our your my some any no every each both "
    "several many few two three four five six seven eight nine ten another all more most such"
)
"""Words that a noun phrase begins with."""
PREPOSITIONS = word_set(
    "of in on at by for with from to into over under about against between through during before "
    "after since until within without across along around behind beside near towards toward upon "
    "among despite as than like via per outside inside beyond below above amid"
)
LINKS = word_set("of for in on to with from against between over at about")
"""Prepositions that may stand inside a heading."""
CONJUNCTIONS = word_set(
    "and or but nor yet so that which who whom whose where when while if because although though "
    "whether unless than"
)
AUXILIARIES = word_set(
    "is are was were be been being am has have had having do does did will would can could may "
    "might must shall should isn't wasn't aren't weren't hasn't haven't hadn't doesn't don't "
    "didn't won't wouldn't can't couldn't cannot isn’t wasn’t aren’t weren’t hasn’t haven’t "
    "hadn’t doesn’t don’t didn’t won’t wouldn’t can’t couldn’t"
)
PRONOUNS = word_set(
    "i you he she it we they me him us them himself herself itself themselves myself yourself "
    "ourselves nobody somebody everyone everybody someone anyone anybody nothing something "
    "everything anything none one ones there here what why how i’d i’m i'm i'd it’s it's that’s "
    "that's he’s he's she’s she's they’re they're we’re we're you’re you're i’ve i've we’ve we've "
    "they’ve they've who's who’s there’s there's let's let’s he'd he’d she'd she’d they'd they’d "
    "we'd we’d i'll i’ll we'll we’ll you'll you’ll it'll it’ll he'll he’ll she'll she’ll"
)
ADVERBS = word_set(
    "not also only even still just now then once again too very much more most less least already "
    "ever never always often sometimes soon later earlier ago almost about nearly quite rather "
    "perhaps maybe however instead moreover therefore thus indeed meanwhile together apart away "
    "back down up out off well so as far long early late abroad outside inside further yesterday "
    "today tomorrow tonight first last next same other own enough otherwise else both either "
    "neither whatever whoever per cent percent mostly merely yes no please asleep awake alive "
    "alone overhead opposite twice longer better worse larger smaller bigger higher lower greater "
    "fewer wrong right likely"
)
"""Adverbs, and adjectives that stand alone."""
VERBS = word_set(
    "go goes went gone going come comes came coming get gets got getting give gives gave given "
    "giving take takes took taken taking make makes made making put puts putting keep keeps kept "
    "keeping let lets see sees saw seen seeing know knows knew known find finds found show shows "
    "showed shown showing want wants wanted need needs needed use uses used become becomes became "
    "begin begins began begun bring brings brought build builds built buy buys bought choose "
    "chose chosen cut cuts draw draws drew drawn drive drives drove driven eat ate fall falls "
    "fell fallen feel feels felt fight fought fly flew forget forgot grow grows grew grown hear "
    "hears heard hold holds held hit hits hurt lead leads led leave leaves left lie lies lay lose "
    "loses lost mean means meant meet meets met pay pays paid read reads run runs ran rise rises "
    "rose risen sell sells sold send sends sent set sets sit sits sat sleep slept speak speaks "
    "spoke spoken spend spends spent stand stands stood stole stolen swear swore sworn teach "
    "taught threw thrown throw throws understand understood wake woke wear wears wore won win "
    "wins remain remains remained seem seems seemed appear appears appeared happen happens "
    "happened turn turns turned try tries tried call calls called move moves moved work works "
    "worked live lives lived help helps helped start starts started stop stops stopped allow "
    "allows allowed include includes included receive receives received expect expects expected "
    "plan plans planned offer offers offered provide provides provided require requires required "
    "face faces faced follow follows followed lack lacks according including regarding involving "
    "following concerning caused causes cause due able likely unlikely supposed ready full"
)
"""Forms of common verbs, and other words that no heading holds."""
VERB_STEMS = word_set(
    "accept accompany achieve acknowledge acquire admit adopt advise agree allege apologise "
    "apologize appeal applaud apply appoint approve argue arrive assume assure attach attend "
    "avoid await ban become behave believe belong blame block boast burn carry celebrate cite "
    "claim clear close collapse commit compare complain complete conclude condemn conduct confirm "
    "consider consist contain contribute convince cope cross crash criticise criticize declare "
    "decide decline deliver deny depend describe deserve destroy detain determine develop die "
    "disagree disappear discover discuss dismiss double earn emerge encourage enjoy enrol enroll "
    "ensure enter establish examine exist expire explain explode express fail flee fill finish "
    "fix force forge gain gather guess handle hate hesitate hire hope ignore imagine impose "
    "improve increase indicate insist install intend introduce invite join jump justify kill "
    "knock laugh launch learn leak like look love lodge maintain manage march mark marry mention "
    "miss notice obtain occur open oppose order organise organize own pass persuade pick play "
    "point post pour prefer prepare prevent produce promise prompt prove publish pull push raise "
    "reach react realise realize rebuild recall reckon recommend reduce refer refuse regret "
    "reject relabel release rely remove renew repair repeat replace represent resign resolve "
    "respond retire return reveal review save score seek seize separate serve settle shake share "
    "shout shut sign smell smile solve spread steal stir stipulate store stress strike struggle "
    "suffer suggest suppose surround survive suspect talk tend thank think threaten treat trigger "
    "trust urge vanish visit vote wait walk warn watch wish witness wonder worry write yield add "
    "sank sunk struck broke broken hid hidden shot swept bore born tore torn wept"
)
"""Verbs without their endings, and a few forms that follow no rule."""
ALSO_NOUNS = word_set(
    "appeal attack ban blame block burn claim crash cross debate dispute doubt force gain guess "
    "hope increase launch look love march mark mention notice order pass pick play point post "
    "protest promise raise release repair return review score share shout sign smell smile store "
    "stress strike struggle suspect talk trust vote wait walk watch wish witness worry yield "
    "report reports promises plan plans offer offers work works help cut cuts fight visit claims "
    "fears hopes demand demands estimate estimates statement meeting hearing building feeling "
    "finding warning"
)
"""Forms of verbs that are nouns as often."""
S_INSIDE = word_set(
    "sports rights news arms sales goods records services works affairs relations communications "
    "savings operations customs systems press business process gas bus glass mass cross grass "
    "class express wellness fitness sciences arts crafts accounts"
)
"""Words in -s that stand before a noun; others may be verbs."""
WEAK = frozenset((*MONTHS, *WEEKDAYS)) | word_set(
    "anonymity condition tenth fifth sixth seventh eighth details detail substance relation thing "
    "things way ways lot lots part parts time times day days week weeks month months year years "
    "hour hours minute minutes people person man men woman women number numbers kind sort bit case "
    "fact point end side sides place places rest something nothing others other ones half most "
    "many few mr mrs ms dr moment morning night evening afternoon today yesterday tomorrow century "
    "decade decades weekend matter idea word words name line terms result rate set series group "
    "amount example question answer reason reasons share course job hand hands head eyes turn "
    "chance need needs view comment statement interview spokesman spokeswoman spokesperson "
    "reporters reporter newspaper journalists million billion thousand thousands hundred hundreds "
    "dozen dozens kilometres miles metres feet pounds dollars whole pair couple source sources "
    "steps counter member members results existence mention version copy piece pieces level use "
    "lack front top bottom middle edge quarter third majority minority range variety form forms "
    "type types thanks stage previous former latter certain different new several good bad big "
    "small great little old young long short realistic true sake shelf attempt"
)
"""Nouns and adjectives that say too little to stand at the end or the start of a heading."""
NOUNS_ALIKE = word_set(
    "government parliament president resident student accident incident agreement statement "
    "document department management treatment investment payment employment development movement "
    "element restaurant tenant defendant giant plant grant assistant accountant consultant "
    "merchant infant building meeting hearing ruling funding housing training painting warning "
    "crossing opening flooding spending parking shipping fishing farming mining testing lighting "
    "heating clothing ring spring string evening king wing seed bed speed feed need deed bleed "
    "library secretary salary diary boundary summary anniversary dictionary initiative executive "
    "detective representative archive objective alternative motive captive drive olive table "
    "cable vegetable family assembly supply reply belly bully ally july monopoly anomaly content "
    "event patient agent parent client talent moment cement rent tent scent percent extent accent "
    "equipment apartment environment experiment instrument argument monument settlement "
    "requirement amendment commitment arrangement announcement judgment ambulance musician "
    "politician historian librarian civilian guardian physician technician veterinarian "
    "pedestrian forest guest test request protest harvest interest contest arrest west nest chest "
    "priest parish finish rubbish fish dish breed creed weed reed shed sled greed hospital "
    "festival council tunnel flood thing wedding beginning feeling finding reading writing "
    "lawsuit setting filing sewing"
)
"""Nouns that end like adjectives or like forms of verbs."""
ROLES = word_set(
    "commissioner whip vice-president solicitor nephew "
    "niece granddaughter grandson landlord trader "
    "aide organiser organizer barrister porter aunt uncle dentist ranger priest bishop "
    "official chief executive minister spokesman spokeswoman professor director driver mayor "
    "officer lawyer analyst president secretary resident husband wife son daughter mother father "
    "brother sister cousin fellow member manager reporter correspondent editor author leader head "
    "researcher expert scientist economist nurse doctor teacher diplomat ambassador senator "
    "councillor candidate captain coach lady boss owner worker assistant chairman chairwoman "
    "chair founder colleague neighbour neighbor friend teammate witness student pupil clerk "
    "inspector general historian critic adviser advisor attorney judge juror detective "
    "superintendent sergeant constable biologist ecologist engineer agent pensioner farmer victim "
    "man woman boy girl king queen prince consultant"
)
"""Somebody's role tells who speaks in a section, seldom what it is about."""
