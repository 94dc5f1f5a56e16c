"""The attributions of one paragraph as its sentences have them, sources not yet resolved."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from questions import nouns
from questions.attribution import content, cues
from questions.attribution.content import Piece
from questions.attribution.cues import Group
from questions.attribution.layout import Layout
from questions.attribution.parse import Parsed, Token
from questions.attribution.quotations import Quotation
from questions.attribution.speakers import (
    NOBODY,
    Phrase,
    Speaker,
    is_passive,
    own_subject,
    phrase,
    speaker,
)
from questions.claims import Form, Stance

STANCES = {
    Group.DENIAL: Stance.DENIAL,
    Group.BELIEF: Stance.BELIEF,
    Group.INTENTION: Stance.INTENTION,
}
"""What a source does with the content; with a cue of any other group it says it."""

_NO_NAME = re.compile(
    r"(?:(?:not )?to (?:be|remain) (?:named|identified|anonymous|unnamed)|anonymity|"
    r"(?:his|her|their) (?:sur|full |real )?names? (?:not )?(?:to )?be )"
)
_SURE = {
    "subject of the cue": 0.95,
    "subject behind the cue": 0.95,
    "according to": 0.95,
    "name before the colon": 0.95,
    "name behind the quotation": 0.95,
    "owner of the cue": 0.85,
    "same speaker goes on": 0.75,
    "subject of the clause before": 0.65,
    "agent of the cue": 0.6,
    "noun before “who”": 0.6,
    "noun before the cue": 0.5,
    "nearest speaker": 0.5,
    "nobody named": 0.5,
}


@dataclass(frozen=True)
class Reported:
    """One attribution before its source is resolved. ``cue`` is None for a quotation without one.

    ``after`` is set where the source is that of another attribution (its place in the article's
    list), because the same speaker goes on or stands nearest. ``sure`` has the tagger's
    probabilities of what it found, part by part, and is empty for what the rules found; ``likely``
    is how likely source and content are to be right, once both engines have been heard.
    """

    layout: Layout
    source: Phrase | None
    cue: Piece | None
    pieces: tuple[Piece, ...]
    basis: str
    stance: Stance = Stance.SPEECH
    group: Group = Group.SPEECH
    lemma: str = ""
    quoted_in: Quotation | None = None
    after: int | None = None
    sure: Mapping[str, float] = field(default_factory=dict)
    likely: float | None = None

    @property
    def paragraph(self) -> int:
        """The number of the paragraph."""
        return self.layout.parsed.number

    @property
    def form(self) -> Form:
        """In whose words the content stands, by how much of it is in quotation marks."""
        quotations = self.layout.inner if self.quoted_in else self.layout.outer
        near = self.layout.inner_near if self.quoted_in else self.layout.outer_near
        total = quoted = 0
        for start, end in self.pieces if quotations else ():
            total += end - start
            overlaps = (min(end, q.end) - max(start, q.start) for q in near(start, end))
            quoted += sum(max(0, o) for o in overlaps)
        if not quoted:
            return Form.INDIRECT
        return Form.DIRECT if quoted >= 0.97 * total else Form.MIXED

    @property
    def certainty(self) -> float:
        """How sure we are of source and content, before the source is resolved (0 to 1)."""
        if self.likely is not None:
            return self.likely
        sure = _SURE[self.basis]
        if self.group in (Group.INTENTION, Group.LABEL, Group.ACCUSATION, Group.EVIDENCE):
            sure -= 0.1
        if self.form is Form.INDIRECT and not self.has_clause:
            sure -= 0.2
        return sure

    @property
    def is_own_thought(self) -> bool:
        """Whether somebody quoted says what he, or "you", thinks or wants: that is his claim."""
        if self.quoted_in is None or self.source is None:
            return False
        head = self.layout.parsed.tokens[self.source.head]
        own = self.group in (Group.BELIEF, Group.INTENTION)
        return own and (head.form in nouns.SPEAKER_PRONOUNS or head.form == "you")

    @property
    def asks_for_no_name(self) -> bool:
        """Whether it is no claim but the reason why a source has no name."""
        text = self.layout.parsed.text
        return any(_NO_NAME.match(text, start, end) for start, end in self.pieces)

    @property
    def has_clause(self) -> bool:
        """Whether a finite verb stands in the content."""
        return any(
            token.tag in ("VBZ", "VBP", "VBD", "MD")
            for start, end in self.pieces
            for token in self.layout.tokens_between(start, end)
        )


def find_reported(layout: Layout) -> list[Reported]:
    """The attributions of a paragraph that have a cue, in the order of their cues."""
    found: list[Reported] = []
    for token in layout.parsed.tokens:
        one = _found_by(layout, token)
        if one and one.pieces and not (one.is_own_thought or one.asks_for_no_name):
            found.append(one)
    return _without_asides(_without_doubles(found))


def _found_by(layout: Layout, token: Token) -> Reported | None:
    """The attribution of which *token* is the cue."""
    for rule in (_by_phrase, _by_noun, _by_refusal, _by_verb):
        found = rule(layout, token)
        if found is not None:
            return found
    return None


def _without_asides(found: list[Reported]) -> list[Reported]:
    """Join "she said" to the claim it interrupts: "Ferris said that A, she said, B"."""
    kept: list[Reported] = []
    for one in found:
        before = kept[-1] if kept else None
        if before and _interrupts(one, before):
            (_, gap_start), (gap_end, _) = one.pieces[0], one.pieces[-1]
            pieces = [_cut(piece, gap_start, gap_end) for piece in before.pieces]
            kept[-1] = replace(before, pieces=tuple(p for cut in pieces for p in cut))
        else:
            kept.append(one)
    return kept


def _interrupts(one: Reported, before: Reported) -> bool:
    if one.cue is None or before.cue is None or one.quoted_in != before.quoted_in:
        return False
    return _holds(one, before.cue) and _holds(before, one.cue)


def _holds(one: Reported, cue: Piece) -> bool:
    return any(start <= cue[0] and cue[1] <= end for start, end in one.pieces)


def _cut(piece: Piece, gap_start: int, gap_end: int) -> tuple[Piece, ...]:
    start, end = piece
    if start < gap_start and gap_start < gap_end < end:
        return (start, gap_start), (gap_end, end)
    return ((start, min(end, gap_start)),) if start < gap_start < end else (piece,)


def _without_doubles(found: list[Reported]) -> list[Reported]:
    """One attribution for each cue and content: the first, which has the plainer grammar."""
    kept: list[Reported] = []
    seen: set[tuple[Piece, ...]] = set()
    for one in found:
        if one.pieces not in seen:
            kept.append(one)
        seen.add(one.pieces)
    return kept


# ---------------------------------------------------------------- verbs


def _by_refusal(layout: Layout, verb: Token) -> Reported | None:
    """What a source leaves open: "declined to say who …", "would not say whether …"."""
    parsed = layout.parsed
    clause = _left_open(parsed, verb)
    refusing = _refusing(parsed, verb)
    if clause is None or refusing is None:
        return None
    source = speaker(parsed, refusing)
    if source is None or source.phrase is None:
        return None
    found = _reported(layout, verb, Group.DENIAL, source, content.of_clause(layout, verb, clause))
    helping = parsed.children(verb, "aux", "neg") if refusing == verb else (refusing,)
    first = min((c for c in helping if c.index < verb.index), key=lambda c: c.index, default=verb)
    return replace(found, cue=(first.start, verb.end))


def _left_open(parsed: Parsed, verb: Token) -> Token | None:
    """The clause behind *verb* that begins with "whether", "who" and so on."""
    if verb.lemma not in cues.UNSAID:
        return None
    for clause in parsed.children(verb, "ccomp", "advcl"):
        first = parsed.tokens[clause.left]
        if first.index > verb.index and first.form in cues.OPEN:
            return clause
    return None


def _refusing(parsed: Parsed, verb: Token) -> Token | None:
    """*verb* itself where it has a "not"; or "refused", "declined", "has yet" above it."""
    if any(c.dep == "neg" for c in parsed.children(verb)):
        return verb
    above = parsed.head(verb)
    refuses = above.lemma in cues.REFUSING or (above.lemma == "have" and verb.dep == "xcomp")
    return above if verb.dep == "xcomp" and refuses else None


def _by_verb(layout: Layout, verb: Token) -> Reported | None:
    group = cues.group_of(verb.lemma)
    if group is None or not can_report(layout.parsed, verb):
        return None
    if is_passive(layout.parsed, verb):
        return _passive(layout, verb, group)
    if verb.dep == "acl" and verb.tag == "VBN":
        return _participle(layout, verb, group)
    source = speaker(layout.parsed, verb)
    if source is None or source.phrase is None or _only_to_be_said(layout, verb, source):
        return None
    pieces = content.of_verb(layout, verb, group) or _relative_object(layout, verb)
    return _reported(layout, verb, group, source, pieces)


def can_report(parsed: Parsed, verb: Token) -> bool:
    """Whether *verb*, as it stands, can report something that was said, thought or meant."""
    if not verb.tag.startswith("VB") or verb.dep in ("amod", "compound", "aux", "auxpass", "prep"):
        return False
    above = parsed.head(verb)
    if verb.dep == "xcomp" and above.lemma in cues.NOT_SAYING | cues.REFUSING:
        return False
    if verb.lemma in cues.REFUSING and _says_nothing(parsed, verb):
        return False
    group = cues.group_of(verb.lemma)
    if group is Group.MANNER and verb.tag not in ("VBD", "VBZ", "VBP"):
        return False
    if _is_only_thought_of(parsed, verb):
        return False
    negated = any(c.dep == "neg" for c in parsed.children(verb))
    return not negated or group in (Group.DENIAL, Group.BELIEF, Group.INTENTION)


def _only_to_be_said(layout: Layout, verb: Token, source: Speaker) -> bool:
    """Whether somebody quoted speaks of saying something: "It is hard to explain why …"."""
    shared = source.basis == "subject of the clause before"
    return shared and verb.tag == "VB" and layout.quotation_of(verb) is not None


def _is_only_thought_of(parsed: Parsed, verb: Token) -> bool:
    """Whether nobody has said it ("she could say that …"); "I would say that …" is said."""
    subject = own_subject(parsed, verb)
    said = subject is not None and subject.form in ("i", "we")
    return not said and any(c.form in cues.NOT_SAID for c in parsed.children(verb, "aux"))


def _says_nothing(parsed: Parsed, refusing: Token) -> bool:
    """Whether it is "declined to comment"; or "declined to say who …", where "say" is the cue."""
    behind = parsed.children(refusing, "xcomp")
    if not behind:
        return True
    told = parsed.children(behind[0], "ccomp", "dobj", "prep")
    bare = behind[0].lemma in cues.COMMENTING and not told
    return bare or behind[0].lemma == "comment" or _left_open(parsed, behind[0]) is not None


def _reported(
    layout: Layout, verb: Token, group: Group, source: Speaker, pieces: tuple[Piece, ...]
) -> Reported:
    return Reported(
        layout,
        source.phrase,
        _cue_span(layout.parsed, verb),
        pieces,
        source.basis,
        STANCES.get(group, Stance.SPEECH),
        group,
        verb.lemma,
        layout.quotation_of(verb),
    )


def _cue_span(parsed: Parsed, verb: Token) -> Piece:
    after = parsed.tokens[verb.index + 1] if verb.index + 1 < len(parsed.tokens) else verb
    joined = after.dep == "prt" or after.form in cues.PARTICLES.get(verb.lemma, ())
    return verb.start, after.end if joined else verb.end


def _passive(layout: Layout, verb: Token, group: Group) -> Reported | None:
    """As in "was told that …", "is believed to …", "was accused of …"."""
    parsed = layout.parsed
    source = speaker(parsed, verb) or NOBODY
    pieces = content.of_verb(layout, verb, group)
    subject = next(iter(parsed.children(verb, "nsubjpass")), None)
    moved = any(c.dep == "xcomp" for c in parsed.children(verb))
    if subject and moved and verb.lemma in cues.PASSIVE_BELIEF:
        whole = phrase(parsed, subject)
        pieces = ((parsed.tokens[whole.first].start, parsed.tokens[whole.last].end), *pieces)
    elif group in (Group.DENIAL, Group.LABEL) and subject and source.phrase and not pieces:
        whole = phrase(parsed, subject)
        pieces = ((parsed.tokens[whole.first].start, parsed.tokens[whole.last].end),)
    if source.phrase is None and (verb.lemma not in cues.UNNAMED or not pieces):
        return None
    return _reported(layout, verb, group, source, pieces)


def _participle(layout: Layout, verb: Token, group: Group) -> Reported | None:
    """As in "the charge, denied by the company"."""
    source = speaker(layout.parsed, verb) or NOBODY
    agents = layout.parsed.children(verb, "agent")
    if not agents or group not in (Group.DENIAL, Group.SPEECH, Group.LABEL):
        return None
    for noun in layout.parsed.children(agents[0], "pobj"):
        source = Speaker(phrase(layout.parsed, noun), "agent of the cue")
    thing = phrase(layout.parsed, layout.parsed.head(verb))
    tokens = layout.parsed.tokens
    pieces = ((tokens[thing.first].start, tokens[thing.last].end),)
    return _reported(layout, verb, group, source, pieces) if source.phrase else None


def _relative_object(layout: Layout, verb: Token) -> tuple[Piece, ...]:
    """The noun that "whom X accused" or "which X denies" hangs on."""
    parsed = layout.parsed
    objects = [c for c in parsed.children(verb, "dobj") if c.tag in ("WP", "WDT")]
    if verb.dep != "relcl" or not objects:
        return ()
    thing = phrase(parsed, parsed.head(verb))
    return ((parsed.tokens[thing.first].start, parsed.tokens[thing.last].end),)


# ---------------------------------------------------------------- nouns and phrases


def _by_phrase(layout: Layout, token: Token) -> Reported | None:
    """As in "according to X", "in X's view", "under the Act"."""
    if token.form == "according":
        return _according(layout, token)
    if token.dep != "prep" or token.form not in ("in", "under"):
        return None
    for noun in layout.parsed.children(token, "pobj"):
        if token.form == "in" and noun.lemma in ("view", "opinion", "estimation", "words"):
            return _view(layout, token, noun)
        if token.form == "under" and token.opens_sentence and noun.lemma in cues.UNDER:
            found = _phrase(layout, token, noun, token.left, "according to")
            return replace(found, group=Group.EVIDENCE)
    return None


def _view(layout: Layout, preposition: Token, noun: Token) -> Reported | None:
    """As in "in her view" or "in the view of Mathilde Craen"."""
    parsed = layout.parsed
    owners = list(parsed.children(noun, "poss"))
    for of in parsed.children(noun, "prep"):
        owners += parsed.children(of, "pobj") if of.form == "of" else ()
    if not owners:
        return None
    return _phrase(layout, noun, owners[0], preposition.left, "owner of the cue")


def _according(layout: Layout, token: Token) -> Reported | None:
    parsed = layout.parsed
    after = parsed.tokens[token.index + 1 : token.index + 2]
    if not after or after[0].form != "to":
        return None
    for noun in parsed.children(after[0], "pobj"):
        found = _phrase(layout, token, noun, token.index, "according to")
        return replace(found, cue=(token.start, after[0].end))
    return None


def _phrase(layout: Layout, cue: Token, noun: Token, first: int, basis: str) -> Reported:
    last = max(noun.right, cue.right if cue.dep == "pobj" else cue.index)
    pieces = content.of_phrase(layout, cue, first, last)
    return Reported(
        layout,
        phrase(layout.parsed, noun),
        (cue.start, cue.end),
        pieces,
        basis,
        lemma=cue.lemma,
        quoted_in=layout.quotation_of(cue),
    )


def _by_noun(layout: Layout, noun: Token) -> Reported | None:
    """As in "her claim that …", "the ministry's promise to …", "rumours that …"."""
    if noun.lemma not in cues.NOUNS or not noun.tag.startswith("NN"):
        return None
    parsed = layout.parsed
    clauses = [c for c in parsed.children(noun, "acl", "ccomp") if _complete(parsed, c)]
    verb = parsed.head(noun)
    if noun.dep == "nsubj" and verb.lemma == "be":
        clauses += parsed.children(verb, "ccomp")
    owner = _owner(parsed, noun)
    if not clauses or (owner is None and noun.lemma not in cues.BARE_NOUNS):
        return None
    return Reported(
        layout,
        owner,
        (noun.start, noun.end),
        content.of_clause(layout, noun, clauses[0]),
        "owner of the cue" if owner else "nobody named",
        Stance.DENIAL if noun.lemma == "denial" else Stance.SPEECH,
        lemma=noun.lemma,
        quoted_in=layout.quotation_of(noun),
    )


def _complete(parsed: Parsed, clause: Token) -> bool:
    """Whether the clause behind a noun says what was claimed, not which claim it was."""
    marks = parsed.children(clause, "mark")
    infinitive = any(c.form == "to" for c in parsed.children(clause, "aux"))
    return infinitive or any(m.form == "that" for m in marks)


def _owner(parsed: Parsed, noun: Token) -> Phrase | None:
    for owner in parsed.children(noun, "poss"):
        return phrase(parsed, owner)
    for by in parsed.children(noun, "prep", "agent"):
        for owner in parsed.children(by, "pobj"):
            if by.form in ("by", "from"):
                return phrase(parsed, owner)
    verb = parsed.head(noun)
    if noun.dep == "dobj" and verb.lemma in ("make", "give", "issue", "repeat", "have", "voice"):
        source = speaker(parsed, verb)
        return source.phrase if source else None
    return None
