"""The words that report: what somebody says, holds, means to do or denies.

Lists of base forms, sorted by what can stand behind them. They were written for this project from
general knowledge of English; add a word here and every form of it is a cue.
"""

from enum import Enum, auto

SAY = frozenset(
    """acknowledge add admit affirm allege announce answer argue assert aver boast caution claim
    comment complain concede conclude confess confide confirm contend continue counter declare
    disclose elaborate emphasise emphasize estimate explain hint indicate insist interject joke
    lament maintain mention muse mutter note object observe opine plead post predict preach
    proclaim promise pledge protest quip rebut recall reckon recount reflect reiterate relate
    remark remember repeat reply report respond retort reveal say state stipulate stress suggest
    swear testify tweet vow volunteer warn whisper write point figure clarify underline underscore

    forecast rule decry chant cry exclaim shout recommend propose demand threaten guarantee
    certify signal assess calculate teach gripe bemoan reaffirm cite express voice echo""".split()
)
"""Followed by a clause or a quotation."""

TELL = frozenset(
    """tell inform remind assure reassure notify persuade convince warn advise promise ask
    caution text email""".split()
)
"""Followed by a recipient, then a clause or a quotation."""

URGE = frozenset(
    """urge ask tell order advise warn beg implore instruct request remind press encourage
    command forbid call appeal plead""".split()
)
"""Followed by somebody who is to do something."""

ACCUSE = frozenset("accuse blame criticise criticize absolve acquit suspect".split())
"""Followed by somebody and what is laid at his door."""

LABEL = frozenset(
    """call describe dismiss characterise characterize brand label condemn denounce hail praise
    slam welcome term dub regard applaud blast lambast lambaste mock ridicule""".split()
)
"""Followed by a thing and the word for it."""

JUDGING = frozenset(
    """condemn denounce hail praise slam welcome applaud blast lambast lambaste mock ridicule
    dismiss describe""".split()
)
"""Those of them that say by themselves what is thought of the thing."""

DENY = frozenset("deny reject dispute refute contradict rebut question refuse decline".split())
"""Followed by what the source does not hold, or will not do."""

SIDING = frozenset("oppose endorse favor favour regret".split())
"""Followed by the thing that the source is for or against."""

BELIEVE = frozenset(
    """think believe hope fear expect suspect doubt wonder assume feel reckon suppose guess worry
    agree disagree accept imagine consider understand bet""".split()
)
INTEND = frozenset(
    "want plan intend hope aim vow promise pledge threaten decide offer prefer".split()
)

ONLY_CLAUSES = frozenset("decide offer prefer agree".split())
"""Say what is meant only where a clause follows: "offered to resign", not "offered a seat"."""

SHOW = frozenset("show find suggest indicate prove reveal establish provide".split())
"""What documents and data do; with a noun phrase only where the source is one."""

NAMING = frozenset(
    """acknowledge admit announce blame claim complain concede confess confirm demand estimate
    expect explain fear forecast hint lament note pledge predict promise propose recommend
    report reveal stress suggest suspect threaten voice express want allege put cite plan
    warn outline boast mention read say state echo declare""".split()
)
"""May be followed by a noun phrase that says what was claimed ("predicted a rise")."""

QUOTE_ONLY = frozenset(
    """laugh sigh shout scream nod smile begin go sing chant cry whisper mutter exclaim grin shrug
    agree read inquire enquire demand snap chuckle yell roar put offer start shoot hit fire
    remember think explain""".split()
)
"""Carry a quotation; anything else behind them is no claim, unless another list has them too."""

PARTICLES = {
    "point": ("out", "to"),
    "rule": ("out",),
    "play": ("down",),
    "laugh": ("off",),
    "shoot": ("back",),
    "hit": ("back",),
    "call": ("for", "on"),
    "appeal": ("to", "for"),
    "plead": ("for", "with"),
    "ask": ("for",),
    "hint": ("at",),
}
"""Second words that belong to the cue."""

WITH_COLON = frozenset(
    "say write add read reply ask post tweet tell declare announce put state warn".split()
)
ASKING = frozenset("ask wonder inquire enquire explain tell demand".split())
HEDGING = frozenset("hint suggest suspect reckon guess suppose imagine indicate estimate".split())

NOUNS = frozenset(
    """claim allegation accusation assertion argument view opinion belief warning statement
    suggestion contention complaint promise pledge prediction admission announcement assurance
    insistence conclusion denial demand hope fear suspicion rumour rumor finding threat response
    vow testimony estimate case explanation""".split()
)
"""Nouns that carry a claim: "the claim that …", "in her view"."""

COMMENTS = NOUNS | frozenset("figure idea phrase charge policy language comment remark".split())
"""Nouns by which a reporter takes up what somebody has said (", a charge that she denies")."""

BARE_NOUNS = frozenset("claim allegation accusation rumour rumor suggestion warning".split())
"""Those of them that need no owner to be a cue ("rumours that …")."""

NOT_SAID = frozenset("should must can could may might ca would".split())
"""With one of these before it, a cue reports nothing that was said."""

TO_DO = frozenset(
    """promise pledge vow threaten swear offer propose demand claim ask admit recommend suggest
    consider urge recall remember confess agree plead beg forbid instruct encourage tell order
    advise warn remind request command appeal call persuade expect report""".split()
)
"""Verbs of saying whose content may be an infinitive or a participle."""

UNDER = frozenset(
    "law act code rules rule treaty agreement communique communiqué accord listing deal".split()
)
"""Documents that lay something down: "under the Act, …"."""

PASSIVE_BELIEF = frozenset(
    "believe understand think expect say report allege know claim rumour rumor estimate".split()
)
"""As in "is believed to": nobody is named."""

UNNAMED = PASSIVE_BELIEF | TELL | URGE | ACCUSE | frozenset("convince fear hope".split())
"""In the passive a claim even where nobody is named ("was told that …", "is feared to …")."""

UNSAID = frozenset("say tell disclose reveal explain specify confirm identify".split())
"""With a "not", or below "declined to": what the source leaves open ("would not say when …")."""

OPEN = frozenset("whether if who whom what when where why how which".split())
"""Words that begin what is left open."""

REFUSING = frozenset("decline refuse".split())

COMMENTING = frozenset("comment answer respond reply elaborate speak talk say".split())
"""What is refused where nothing is left open ("declined to comment")."""

NOT_SAYING = frozenset(
    """fail want need wish like love have try seem dare be ask tell plan intend urge require forbid
    prevent stop persuade encourage""".split()
)
"""With one of these above it, a cue in the infinitive reports nothing ("failed to say")."""


class Group(Enum):
    """What a cue takes, most telling first."""

    DENIAL = auto()
    LABEL = auto()
    ACCUSATION = auto()
    SPEECH = auto()
    BELIEF = auto()
    INTENTION = auto()
    EVIDENCE = auto()
    MANNER = auto()


_GROUPS = (
    (Group.DENIAL, DENY),
    (Group.LABEL, LABEL),
    (Group.ACCUSATION, ACCUSE),
    (Group.SPEECH, SAY | TELL | URGE),
    (Group.BELIEF, BELIEVE | SIDING),
    (Group.INTENTION, INTEND),
    (Group.EVIDENCE, SHOW),
    (Group.MANNER, QUOTE_ONLY),
)
_GROUP = {word: group for group, words in reversed(_GROUPS) for word in words}


def group_of(lemma: str) -> Group | None:
    """The group of the verb *lemma*; None if it reports nothing."""
    return _GROUP.get(lemma)


def is_known(lemma: str) -> bool:
    """Whether the verb or noun *lemma* is in one of the lists."""
    return lemma in _GROUP or lemma in NOUNS or lemma == "according"
