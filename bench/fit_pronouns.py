"""Fit what decides whom a pronoun means: ``python -m bench.fit_pronouns [LETTERS]``.

For every pronoun that is a source in the annotated articles whose names begin with one of LETTERS
(default: all but f) it takes the candidates that the reader of references sees, with what is seen
of them, and which of them the annotated source is. The weights are those that make the right ones
likeliest (softmax over the candidates, a small penalty on the squares), by gradient ascent; of a
candidate's references the one counts that weighs most. Prints the weights to be put into
``questions/attribution/salience.py``, and the share right before and after; ``--held-out LETTERS``
fits on the others and counts on those.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any

import numpy as np

from bench.gold import GoldArticle, GoldSource, read_gold
from bench.names import is_right
from questions import nouns
from questions.attribution import find_attributions, salience, tagger
from questions.attribution.layout import Layout
from questions.attribution.meaning import Meaning, Reader
from questions.attribution.names import find_names
from questions.attribution.parse import parse
from questions.attribution.quotations import find_quotations
from questions.attribution.references import Place, Reference, Sources
from questions.attribution.salience import Seen
from questions.reading import plain

ROUNDS = 6
"""How often the reference of each candidate that counts is chosen anew."""

STEPS = 400
STEP = 0.5
PENALTY = 0.03


@dataclass(frozen=True)
class Case:
    """One pronoun: what is seen of each candidate at each of its references, and who is right."""

    article: str
    form: str
    candidates: dict[int, list[Seen]]
    right: frozenset[int]


class Watching(Reader):
    """A reader of references that keeps the candidates for each pronoun."""

    kept: dict[Place, dict[int, list[Seen]]]

    def __init__(self, *read: Any) -> None:
        self.kept = {}
        super().__init__(*read)

    def _of_pronoun(self, reference: Reference) -> Meaning:
        found: dict[int, list[Seen]] = {}
        form = self._token(reference.place).form
        for _, number, seen in self.candidates(reference, form):
            found.setdefault(number, []).append(seen)
        self.kept[reference.place] = found
        return super()._of_pronoun(reference)


def cases(article: GoldArticle) -> Iterator[Case]:
    """The pronouns that are sources in *article*."""
    read, offsets = plain(article.text)
    parsed = parse(read.paragraphs)
    quotations = find_quotations(read.paragraphs)
    layouts = tuple(Layout(p, q) for p, q in zip(parsed, quotations, strict=True))
    quoted = [[(q.start, q.end) for q in layout.outer] for layout in layouts]
    found = find_attributions(layouts, tagger.installed())
    reader = Watching(parsed, find_names(parsed), Sources(found), quoted)
    places: dict[tuple[int, int], Place] = {
        (offsets[at] + token.start, offsets[at] + token.end): (at, token.index)
        for at, one in enumerate(parsed)
        for token in one.tokens
    }
    for one in article.attributions:
        place = places.get(one.mention) if one.mention else None
        form = parsed[place[0]].tokens[place[1]].form if place else ""
        if place in reader.kept and form not in nouns.SPEAKER_PRONOUNS | nouns.YOU:
            kept = reader.kept[place]
            right = _right(reader, kept, article.sources[one.source])
            yield Case(article.name, form, kept, right)


def _right(reader: Reader, kept: Iterable[int], source: GoldSource) -> frozenset[int]:
    person = source.kind == "person"
    names = {number: reader.cast.entities[number].name for number in kept}
    return frozenset(n for n, name in names.items() if is_right(name, [source.name], person=person))


def _weighed(seen: Seen, weights: Seen) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in seen.items())


def best(case: Case, weights: Seen) -> dict[int, Seen]:
    """What is seen of each candidate where that weighs most."""
    return {
        number: max(everywhere, key=lambda seen: _weighed(seen, weights))
        for number, everywhere in case.candidates.items()
    }


def share_right(some: list[Case], weights: Seen) -> float:
    """The share of *some* in which the heaviest candidate is right."""
    right = 0
    for case in some:
        weighed = {n: _weighed(seen, weights) for n, seen in best(case, weights).items()}
        right += bool(weighed) and max(weighed, key=lambda n: weighed[n]) in case.right
    return right / max(1, len(some))


def fit(some: list[Case], weights: Seen) -> Seen:
    """The weights under which the right candidates are likeliest, starting from *weights*."""
    names = sorted({n for case in some for everywhere in _all_seen(case) for n in everywhere})
    w = np.array([weights.get(name, 0.0) for name in names])
    useful = [case for case in some if case.right and len(case.candidates) > len(case.right)]
    for _ in range(ROUNDS):
        table, right, there = _tables(useful, dict(zip(names, w.tolist(), strict=True)), names)
        for _ in range(STEPS):
            p = _softmax(table @ w, there)
            q = _softmax(table @ w, right)
            gradient = np.einsum("ncf,nc->f", table, q - p) / len(useful) - PENALTY * w
            w = w + STEP * gradient
    return dict(zip(names, np.round(w, 2).tolist(), strict=True))


def _all_seen(case: Case) -> Iterator[Seen]:
    return (seen for everywhere in case.candidates.values() for seen in everywhere)


def _softmax(weighed: Any, of: Any) -> Any:
    """The probabilities of each row of *weighed*, where *of* is 1; 0 elsewhere."""
    weighed = np.where(of > 0, weighed, -np.inf)
    powers = np.exp(weighed - weighed.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def _tables(some: list[Case], weights: Seen, names: list[str]) -> tuple[Any, Any, Any]:
    """For each case and candidate what is seen of it; 1 if it is right; 1 if it is there at all."""
    most = max(len(case.candidates) for case in some)
    table = np.zeros((len(some), most, len(names)))
    right, there = np.zeros((len(some), most)), np.zeros((len(some), most))
    for row, case in enumerate(some):
        for column, (number, seen) in enumerate(best(case, weights).items()):
            table[row, column] = [seen.get(name, 0.0) for name in names]
            right[row, column] = number in case.right
            there[row, column] = 1
    return table, right, there


def main(arguments: list[str]) -> int:
    """Fit on the articles whose names begin with one of the letters given."""
    parser = argparse.ArgumentParser(prog="python -m bench.fit_pronouns")
    parser.add_argument(
        "letters", nargs="?", default=ascii_lowercase.replace("f", "").replace("l", "")
    )
    parser.add_argument("--held-out", default="", metavar="LETTERS")
    chosen = parser.parse_args(arguments)
    everything = [case for article in read_gold(chosen.letters) for case in cases(article)]
    for title in ("OF_PEOPLE", "OF_GROUPS", "OF_THINGS"):
        weights = getattr(salience, title)
        some = [case for case in everything if salience.weights_of(case.form) is weights]
        learn = [case for case in some if case.article[0] not in chosen.held_out]
        count = [case for case in some if case.article[0] in chosen.held_out] or learn
        _report(title, learn, count)
    return 0


def _report(title: str, learn: list[Case], count: list[Case]) -> None:
    now: Seen = getattr(salience, title)
    fitted = fit(learn, now)
    possible = sum(bool(case.right) for case in count) / len(count)
    print(f"{title} = {fitted}")
    print(
        f"{len(learn)} to learn from, {len(count)} to count on: the right one is among the "
        f"candidates in {possible:.1%}; right {share_right(count, now):.1%} before, "
        f"{share_right(count, fitted):.1%} after"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
