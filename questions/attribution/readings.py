"""The ways to read what two engines found, and what can be seen of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

from questions import nouns
from questions.attribution import cues
from questions.attribution.content import Piece
from questions.attribution.goes_on import is_heading
from questions.attribution.parse import Token
from questions.attribution.reported import Reported
from questions.attribution.speakers import Phrase, speaker
from questions.attribution.tagger.placing import main_word

Features = dict[str, float]
"""What is seen of a reading; a name that is missing stands for 0."""

_UNSURE = 1e-4


@dataclass(frozen=True)
class Candidate:
    """What either engine, or both, found in one place."""

    tagged: Reported | None
    ruled: Reported | None

    @property
    def either(self) -> Reported:
        """The tagger's finding or else the rules'."""
        found = self.tagged or self.ruled
        if found is None:
            raise ValueError("a candidate that no engine found")
        return found

    def readings(self) -> Iterator["Reading"]:
        """All ways to read it, the tagger's own first."""
        if self.tagged is None or self.ruled is None:
            yield Reading(self.either, self)
            return
        for pieces in dict.fromkeys((self.tagged.pieces, self.ruled.pieces)):
            for source in _sources(self.tagged, self.ruled):
                yield Reading(_mixed(self.tagged, self.ruled, pieces, source), self)


@dataclass(frozen=True)
class Reading:
    """One way to read a candidate."""

    reported: Reported
    candidate: Candidate


def _sources(tagged: Reported, ruled: Reported) -> list[Phrase | None]:
    """The sources that either engine found; none only where neither found one."""
    found = dict.fromkeys(one.source for one in (tagged, ruled) if one.source)
    return list(found) or [None]


def _mixed(
    tagged: Reported, ruled: Reported, pieces: tuple[Piece, ...], source: Phrase | None
) -> Reported:
    base = ruled if ruled.cue else tagged
    basis = ruled.basis if source == ruled.source else tagged.basis
    return replace(base, pieces=pieces, source=source, basis=basis, sure=tagged.sure)


def likeness(pieces: Sequence[Piece], others: Sequence[Piece]) -> float:
    """How alike two contents are, 0 to 1: Dice of their characters."""
    total = _length(pieces) + _length(others)
    return 2 * _common(pieces, others) / total if total else 0.0


def _length(pieces: Sequence[Piece]) -> int:
    return sum(end - start for start, end in pieces)


def _common(pieces: Sequence[Piece], others: Sequence[Piece]) -> int:
    """How many characters both cover."""
    mine, theirs = sorted(pieces, reverse=True), sorted(others, reverse=True)
    common = 0
    while mine and theirs:
        common += max(0, min(mine[-1][1], theirs[-1][1]) - max(mine[-1][0], theirs[-1][0]))
        (mine if mine[-1][1] <= theirs[-1][1] else theirs).pop()
    return common


# ---------------------------------------------------------------- what is seen


def features(reading: Reading, others: Sequence[Candidate]) -> Features:
    """What tells a right reading from a wrong one; *others* are the candidates next to it."""
    found = {
        **_of_engines(reading),
        **_of_content(reading),
        **_of_source(reading),
        **_of_cue(reading),
        **_of_others(reading, others),
    }
    return {name: round(value, 4) for name, value in found.items() if value}


def _odds(probability: float) -> float:
    return log((probability + _UNSURE) / (1 - probability + _UNSURE))


def _of_engines(reading: Reading) -> Features:
    tagged, ruled = reading.candidate.tagged, reading.candidate.ruled
    one = reading.reported
    seen = {
        "both engines": float(tagged is not None and ruled is not None),
        "rules alone": float(tagged is None),
    }
    if tagged is not None:
        seen["tagger: content"] = _odds(tagged.sure["content"])
        seen["tagger: to cue"] = _odds(tagged.sure["to cue"])
        seen["tagger: cue"] = _odds(tagged.sure["cue"]) if tagged.cue else 0.0
    else:
        seen[f"rules alone: {one.form}"] = 1.0
        seen[f"rules alone: {one.group.name}"] = 1.0
        seen[f"rules alone: {one.basis}"] = 1.0
    if tagged and not ruled:
        seen[f"tagger alone: {one.form}"] = 1.0
        seen["tagger alone: no cue"] = float(one.cue is None)
    if tagged and ruled:
        seen["contents apart"] = 1 - likeness(tagged.pieces, ruled.pieces)
    return seen


def _of_content(reading: Reading) -> Features:
    one, candidate = reading.reported, reading.candidate
    text = one.layout.parsed.text
    words = sum(len(text[start:end].split()) for start, end in one.pieces)
    seen = {
        f"form: {one.form}": 1.0,
        "words": log(1 + words) / 3,
        "one or two words": float(words <= 2),
        "pieces": min(3.0, len(one.pieces) - 1.0),
        "finite verb": float(one.has_clause),
        "heading": float(is_heading(text)),
        "over sentences": float(_sentences(one) > 1 and one.form != "direct"),
        "cut short": float(any(_is_cut(one, end) for _, end in one.pieces)),
    }
    if candidate.tagged and candidate.ruled and candidate.tagged.pieces != candidate.ruled.pieces:
        mine = "tagger" if one.pieces == candidate.tagged.pieces else "rules"
        seen[f"content of the {mine}"] = 1.0
        seen[f"content of the {mine}: {one.form}"] = 1.0
    return seen


def _sentences(one: Reported) -> int:
    """In how many sentences of the parse the content stands."""
    count = 0
    for start, end in one.pieces:
        tokens = one.layout.tokens_between(start, end)
        count = max(count, 1 + sum(t.opens_sentence for t in tokens[1:]))
    return count


def _is_cut(one: Reported, end: int) -> bool:
    """Whether a piece ends between words that belong together ("the | council")."""
    tokens = one.layout.tokens_between(0, end)[-1:] if end < 6_000 else ()
    return any(t.tag in ("DT", "IN", "TO", "PRP$", "CC", "MD") for t in tokens)


def _of_source(reading: Reading) -> Features:
    one, candidate = reading.reported, reading.candidate
    seen = {f"source: {_kind(one)}": 1.0}
    if one.source is not None:
        seen |= _of_phrase(one, one.source)
    if candidate.tagged is not None and one.source == candidate.tagged.source:
        sure = candidate.tagged.sure
        seen["tagger: to source"] = _odds(sure["to source"]) if one.cue else 0.0
        seen["tagger: source"] = _odds(sure["source"]) if one.source else 0.0
    if candidate.ruled is not None and one.source == candidate.ruled.source:
        seen[f"basis: {candidate.ruled.basis}"] = 1.0
    if candidate.tagged and candidate.ruled:
        seen |= _agreement(one, candidate.tagged.source, candidate.ruled.source)
    return seen


def _agreement(one: Reported, tagged: Phrase | None, ruled: Phrase | None) -> Features:
    if tagged == ruled:
        return {"same source": 1.0}
    mine = "tagger" if one.source == tagged else "rules"
    if tagged and ruled and tagged.head == ruled.head:
        return {
            "same head": 1.0,
            f"longer source of the {mine}": float(_is_longer(one, tagged, ruled)),
        }
    missing = "none" if one.source is None else "other none" if None in (tagged, ruled) else "two"
    return {f"source of the {mine}, {missing}": 1.0}


def _is_longer(one: Reported, tagged: Phrase, ruled: Phrase) -> bool:
    other = ruled if one.source == tagged else tagged
    mine = one.source or other
    return mine.last - mine.first > other.last - other.first


def _kind(one: Reported) -> str:
    if one.source is None:
        return "none"
    head = one.layout.parsed.tokens[one.source.head]
    if head.form in nouns.SPEAKER_PRONOUNS:
        return "I, quoted" if one.quoted_in else "I"
    if head.tag in ("PRP", "PRP$"):
        return "pronoun"
    if head.tag.startswith("W"):
        return "who"
    if head.is_proper:
        return "name"
    return "noun" if head.tag.startswith("NN") else "other word"


def _of_phrase(one: Reported, source: Phrase) -> Features:
    tokens = one.layout.parsed.tokens
    start, end = tokens[source.first].start, tokens[source.last].end
    inside = any(first <= start and end <= last for first, last in one.pieces)
    cue = _word(one)
    grammar = speaker(one.layout.parsed, cue) if cue and cue.tag.startswith("VB") else None
    subject = grammar.phrase if grammar else None
    return {
        "source inside content": float(inside),
        "source by the grammar": float(subject is not None and subject.head == source.head),
        "another by the grammar": float(subject is not None and subject.head != source.head),
        "source far from cue": float(cue is not None and abs(cue.index - source.head) > 12),
        f"source as {tokens[source.head].dep}": 1.0,
        "long source": float(source.last - source.first > 7),
    }


def _word(one: Reported) -> Token | None:
    return main_word(one.layout, one.cue)


def _of_cue(reading: Reading) -> Features:
    one = reading.reported
    if one.cue is None:
        return {"no cue": 1.0}
    start, end = one.cue
    word = _word(one)
    known = word is not None and (word.lemma == one.lemma)
    return {
        f"group: {one.group.name}": 1.0,
        "cue inside content": float(any(a <= start and end <= b for a, b in one.pieces)),
        "cue in quotation marks": float(one.quoted_in is not None),
        "cue before a noun": float(word is not None and word.dep in ("compound", "amod", "nmod")),
        f"cue as {word.tag if word else 'nothing'}": 1.0,
        "unknown cue": float(word is not None and not cues.is_known(word.lemma)),
        "said": float(known and one.lemma in ("say", "tell", "add", "according")),
    }


def _of_others(reading: Reading, others: Sequence[Candidate]) -> Features:
    one = reading.reported
    mine = _length(one.pieces)
    inside = around = like = 0.0
    for other in others:
        theirs = other.either.pieces
        common = _common(one.pieces, theirs)
        total = mine + _length(theirs)
        like = max(like, 2 * common / total if total else 0.0)
        inside = max(inside, float(common >= 0.9 * mine and mine < 0.9 * (total - mine)))
        around = max(around, float(common >= 0.9 * (total - mine) and total - mine < 0.9 * mine))
    return {"inside another": inside, "around another": around, "like another": like}
