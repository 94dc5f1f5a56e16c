"""The tagger's spans as attributions in the words of the parse."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from questions.attribution import cues
from questions.attribution.content import Piece, with_marks
from questions.attribution.cues import Group
from questions.attribution.layout import Layout
from questions.attribution.parse import Parsed, Token
from questions.attribution.reported import STANCES, Reported, can_report
from questions.attribution.speakers import Phrase, speaker, taken_for_a_verb, with_description
from questions.attribution.tagger.decoding import Tagged
from questions.attribution.tagger.linker import Linked
from questions.attribution.tagger.pieces import Pieces
from questions.claims import Stance

BASIS = "read by the tagger"

_NOT_NAMING = ("VB", "MD", "RB", "TO", ",", ":", ".", "``", "''", "POS")
_HEADS = ("nsubj", "nsubjpass", "pobj", "poss")


def placed(pieces: Pieces, layouts: Sequence[Layout], linked: Linked) -> Iterator[Reported]:
    """*linked* as one attribution for each paragraph that its contents stand in.

    None at all where the cue reports nothing that was said.
    """
    places = [_place(pieces, span) for span in linked.contents]
    home = _place(pieces, linked.cue)[0] if linked.cue else places[0][0]
    cue = _here(pieces, layouts[home], linked.cue)
    word = main_word(layouts[home], cue)
    if word is not None and _says_nothing(layouts[home].parsed, word):
        return
    for at, group in groupby(sorted(places), key=lambda place: place[0]):
        last = len(layouts[at].parsed.text)  # a claim may run on into the next paragraph
        ends = ((start, min(end, last)) for _, (start, end) in group)
        contents = tuple(with_marks(layouts[at], *piece) for piece in ends)
        yield _reported(pieces, layouts[at], linked, contents, with_cue=at == home)


def _says_nothing(parsed: Parsed, word: Token) -> bool:
    """Whether a cue belongs to a noun ("think tank"), to a refusal or to a "not"."""
    if word.tag.startswith("VB") and cues.group_of(word.lemma) is not None:
        return not can_report(parsed, word)
    return word.dep == "compound" or word.lemma in ("decline", "refuse")


def _place(pieces: Pieces, span: Tagged) -> tuple[int, Piece]:
    at, start = pieces.place(span.start)
    return at, (start, start + span.end - span.start)


def _reported(
    pieces: Pieces, layout: Layout, linked: Linked, contents: tuple[Piece, ...], *, with_cue: bool
) -> Reported:
    cue = _here(pieces, layout, linked.cue) if with_cue else None
    source = _here(pieces, layout, linked.source) if with_cue else None
    word = main_word(layout, cue)
    group = (cues.group_of(word.lemma) if word else None) or Group.SPEECH
    return Reported(
        layout,
        _source(layout, source, word),
        cue,
        contents,
        BASIS,
        Stance.DENIAL if word and word.lemma == "denial" else STANCES.get(group, Stance.SPEECH),
        group,
        word.lemma if word else "",
        layout.quotation_of(word) if word else None,
        sure=_sure(linked),
    )


def _source(layout: Layout, source: Piece | None, cue: Token | None) -> Phrase | None:
    """The words of the source; in a relative clause the noun before "who"."""
    grammar = speaker(layout.parsed, cue) if cue and cue.tag.startswith("VB") else None
    if grammar and grammar.basis == "noun before “who”":
        return grammar.phrase
    return phrase_of(layout, source) if source else None


def _here(pieces: Pieces, layout: Layout, span: Tagged | None) -> Piece | None:
    """The place of *span* in the paragraph of *layout*, if it stands there."""
    if span is None:
        return None
    at, piece = _place(pieces, span)
    return piece if at == layout.parsed.number - 1 else None


def _sure(linked: Linked) -> dict[str, float]:
    return {
        "content": min(content.probability for content in linked.contents),
        "cue": linked.cue.probability if linked.cue else 0.0,
        "source": linked.source.probability if linked.source else 0.0,
        "to cue": linked.to_cue,
        "to source": linked.to_source,
    }


def main_word(layout: Layout, cue: Piece | None) -> Token | None:
    """The word of a cue that says what kind of cue it is."""
    tokens = layout.tokens_between(*cue) if cue else ()
    telling = [t for t in tokens if cues.is_known(t.lemma)]
    verbs = [t for t in tokens if t.tag.startswith("V")]
    return next(iter([*telling, *verbs, *tokens]), None)


def phrase_of(layout: Layout, piece: Piece) -> Phrase | None:
    """The words that begin in *piece*, around the one that the others hang on.

    Of a description and the name beside it ("a spokesman, Ian Roe") that is the name.
    """
    tokens = _trimmed(layout.tokens_between(*piece))
    if not tokens:
        return None
    first, last = tokens[0].index, tokens[-1].index
    tops = [t for t in tokens if not first <= t.head <= last or t.head == t.index]
    tops = [t for t in tops if not t.is_mark] or tokens
    head = next((t for t in tops if t.dep in _HEADS), tops[0])
    noun = taken_for_a_verb(layout.parsed, head)
    if noun is not None:
        return Phrase(first, noun, noun)
    name = _name_beside(layout.parsed, head, last)
    last = _before_apposition(layout.parsed, name, last)
    return with_description(layout.parsed, Phrase(first, last, name.index))


def _before_apposition(parsed: Parsed, head: Token, last: int) -> int:
    """*last*, or the end of what precedes ", the engineer", ", who …" behind *head*."""
    for child in parsed.children(head, "appos", "relcl", "acl"):
        before = parsed.tokens[child.left - 1]
        if head.index < before.index < last and before.is_mark:
            last = before.index - 1
    return max(last, head.index)


def _trimmed(tokens: Sequence[Token]) -> list[Token]:
    """*tokens* without verbs, adverbs and marks at either end ("some aides privately")."""
    kept = list(tokens)
    while kept and kept[-1].tag.startswith(_NOT_NAMING):
        kept.pop()
    while kept and kept[0].tag.startswith(_NOT_NAMING):
        kept.pop(0)
    return kept


def _name_beside(parsed: Parsed, head: Token, last: int) -> Token:
    if head.is_proper:
        return head
    names = (c for c in parsed.children(head, "appos") if c.is_proper and c.index <= last)
    return next(names, head)
