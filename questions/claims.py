"""Who said what, where in the article, and how we know: plain data, found by ``attribution``."""

from dataclasses import dataclass
from enum import StrEnum

from questions.article import Span


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"


class Naming(StrEnum):
    """How the article names a source."""

    NAME_AND_ROLE = "name and role"
    NAME_ONLY = "name only"
    ROLE_ONLY = "role only"
    GROUP = "group"
    ANONYMOUS = "anonymous"


class Form(StrEnum):
    """In whose words a claim stands: quotation only, no quotation, or reported with quotes."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the source does with the content: says it, believes it, means to do it, denies it."""

    SPEECH = "speech"
    BELIEF = "belief"
    INTENTION = "intention"
    DENIAL = "denial"


class Polarity(StrEnum):
    """Whether the source holds the content, denies it, or leaves it open."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    QUESTIONED = "questioned"


@dataclass(frozen=True)
class Source:
    """Somebody or something that claims are attributed to, with all its mentions in the article.

    ``role`` is in the article's own words ("a Russia research fellow at the Royal United
    Services Institute"), or None where the article gives none; ``affiliation`` is what of it says
    where the source belongs ("the Royal United Services Institute"). ``reason_unnamed`` has the
    article's words on why a source goes without a name ("because he feared for his job").
    """

    name: str
    kind: SourceKind
    naming: Naming
    role: str | None = None
    mentions: tuple[Span, ...] = ()
    affiliation: str | None = None
    reason_unnamed: str | None = None


@dataclass(frozen=True)
class Claim:
    """One attribution: *source* (an index into ``Claims.sources``) is reported to hold *content*.

    ``content`` has one span for each piece, in order, quotation marks outside. ``basis`` says how
    the source was found ("subject of the cue", "nearest speaker") and ``told_by`` how it was told
    whom the words at ``mention`` mean ("named", "the woman who spoke last"), so that a guess can be
    shown as one; ``certainty`` runs from 0 to 1. ``within`` is the index of the claim that this one
    is nested in; ``Claims.chain`` follows it. ``hedge`` is the word by which the article keeps its
    distance ("allegedly", "claimed") or the source does ("hinted"), "" where there is none.
    """

    source: int | None
    mention: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    stance: Stance = Stance.SPEECH
    hedged: bool = False
    basis: str = ""
    certainty: float = 1.0
    within: int | None = None
    polarity: Polarity = Polarity.AFFIRMED
    hedge: str = ""
    told_by: str = ""

    @property
    def places(self) -> tuple[Span, ...]:
        """Where it stands: its content, then its cue and its mention, as far as they are there."""
        return tuple(span for span in (*self.content, self.cue, self.mention) if span is not None)


@dataclass(frozen=True)
class Refusal:
    """Where somebody says nothing: "declined to comment", "did not respond".

    ``name`` is who; ``source`` is the index of the source, where it has claims as well.
    """

    name: str
    source: int | None
    span: Span


@dataclass(frozen=True)
class Claims:
    """All that an article attributes to somebody, in the order of the text.

    ``silent`` are people whom the article names in full and who are the source of nothing.
    ``refusals`` are no claims.
    """

    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    silent: tuple[Source, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    def of(self, source: int) -> tuple[Claim, ...]:
        """The claims of the source at index *source*."""
        return tuple(claim for claim in self.claims if claim.source == source)

    @property
    def heard(self) -> frozenset[int]:
        """The indices of the sources that have claims."""
        return frozenset(claim.source for claim in self.claims if claim.source is not None)

    def chain(self, index: int) -> tuple[Claim, ...]:
        """The claim at *index* and all that it is nested in, the outermost last.

        "The ministry said police had told it …": the police's claim, then the ministry's.
        """
        found = [self.claims[index]]
        while found[-1].within is not None:
            found.append(self.claims[found[-1].within])
        return tuple(found)
