"""The parts of the tagger: pieces, labels, links."""

import numpy as np
import numpy.typing as npt
import pytest

from questions.article import Paragraph
from questions.attribution.quotations import find_quotations
from questions.attribution.tagger import decoding, linker, pieces
from questions.attribution.tagger.decoding import BEGINS, INSIDE, LAYERS, OUTSIDE, Tagged
from questions.attribution.tagger.pieces import BREAK, Pieces


def encode(words: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Every word, and every mark at its end, is a piece."""
    places = []
    at = 0
    for word in words.split():
        start = words.index(word, at)
        at = start + len(word)
        body = word.rstrip(".,”")
        places += [(start, start + len(body))] if body else []
        places += [(start + i, start + i + 1) for i in range(len(body), len(word))]
    return [1_000 + len(words[a:b]) for a, b in places], places


def cut(*paragraphs: str) -> Pieces:
    numbered = tuple(Paragraph(number, text) for number, text in enumerate(paragraphs, 1))
    return pieces.cut(encode, paragraphs, find_quotations(numbered))


def test_pieces_know_their_paragraph_and_what_is_quoted() -> None:
    found = cut("He said “it holds”.", "So be it.")
    assert found.words(0, 1) == "He said"
    assert list(found.ids).count(BREAK) == 1
    assert [found.words(i, i) for i in np.flatnonzero(found.quoted).tolist()] == ["holds"]
    assert found.place(found.text.index("So")) == (1, 0)


def test_no_span_begins_inside_another() -> None:
    likely = np.array([[0.1, 0.2, 0.7], [0.1, 0.1, 0.8], [0.8, 0.1, 0.1]])
    assert list(decoding.best_labels(likely)) == [BEGINS, INSIDE, OUTSIDE]
    assert list(decoding.best_labels(np.zeros((0, 3)))) == []


def scores_for(found: Pieces, marked: dict[str, tuple[int, int]]) -> npt.NDArray[np.float32]:
    """Scores of a window, its edges included, as a sure network would give them."""
    scores = np.zeros((len(found) + 2, len(LAYERS), 3), np.float32)
    scores[..., OUTSIDE] = 5
    for layer, (first, end) in marked.items():
        at = LAYERS.index(layer)
        scores[first + 1 : end + 1, at, OUTSIDE] = 0
        scores[first + 1, at, BEGINS] = 9
        scores[first + 2 : end + 1, at, INSIDE] = 9
    return scores.reshape(len(found) + 2, -1)


def test_scores_become_spans_without_stops_at_their_ends() -> None:
    found = cut("Anna Holm said it holds.")
    scores = scores_for(found, {"source": (0, 2), "cue": (2, 3), "content": (3, 6)})
    spans = decoding.tagged(lambda _ids, _quoted: scores, found)
    assert [(s.layer, found.text[s.start : s.end]) for s in spans] == [
        ("source", "Anna Holm"),
        ("cue", "said"),
        ("content", "it holds"),
    ]


def test_a_long_text_is_read_in_windows_that_overlap() -> None:
    found = cut("word " * 1_000)
    lengths = []

    def scores(ids: pieces.Numbers, _quoted: pieces.Numbers) -> npt.NDArray[np.float32]:
        lengths.append(len(ids))
        return np.zeros((len(ids), 3 * len(LAYERS)), np.float32)

    likely = decoding.probabilities(scores, found)
    assert max(lengths) == decoding.WINDOW + 2
    assert sum(lengths) < 2 * len(found)
    assert likely.sum(-1) == pytest.approx(np.ones(likely.shape[:2]))


def test_the_linker_takes_the_nearest_where_nothing_else_counts() -> None:
    found = cut("Ida said it holds and Piet denied it.")
    spans = [
        Tagged("source", 0, 3, 0, 0, 0.9),
        Tagged("cue", 4, 8, 1, 1, 0.9),
        Tagged("content", 9, 17, 2, 3, 0.9),
        Tagged("source", 22, 26, 5, 5, 0.9),
        Tagged("cue", 27, 33, 6, 6, 0.9),
    ]
    nearest = {"nearest": 2.0, "nearest before": 1.0}
    linked = linker.Linker({"cue": nearest, "source": nearest}).link(found, spans)
    assert [(one.source, one.cue, one.contents) for one in linked] == [
        (spans[0], spans[1], (spans[2],))
    ]


def test_every_feature_has_its_own_name() -> None:
    assert len(set(linker.FEATURES)) == len(linker.FEATURES)
    found = cut("Ida said it holds.")
    content, cue = Tagged("content", 9, 17, 2, 3, 1.0), Tagged("cue", 4, 8, 1, 1, 1.0)
    candidates, rows = linker.Surroundings(found, [content, cue]).choice(content, "cue")
    assert candidates == [cue]
    assert rows.shape == (2, len(linker.FEATURES))
