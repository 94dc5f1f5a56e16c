"""Marks overlap, elements do not: the text is cut into pieces and nothing of it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from questions.article import Paragraph, Span
from quizapp.web import marking
from quizapp.web.marking import Mark, Piece, Stretch

TEXT = "“We had no warning,” said Ada Okafor."
PARAGRAPH = Paragraph(1, TEXT)
spans = st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=2, unique=True).map(
    lambda edges: Span(1, min(edges), max(edges))
)


@given(
    marks=st.lists(st.builds(Mark, spans, st.sampled_from(["evidence", "by by-1", "claim"]))),
    offered=st.lists(spans),
)
def test_no_character_is_lost_or_shown_twice(marks: list[Mark], offered: list[Span]) -> None:
    shown = marking.stretches(PARAGRAPH, marks, offered)
    assert "".join(piece.text for stretch in shown for piece in stretch.pieces) == TEXT
    ids = [stretch.id for stretch in shown if stretch.id]
    assert len(ids) == len(set(ids))


def test_a_piece_carries_every_mark_that_covers_it() -> None:
    marks = (Mark(Span(1, 0, 37), "evidence"), Mark(Span(1, 26, 36), "by by-1", ref=1))
    assert marking.stretches(PARAGRAPH, marks) == (
        Stretch(
            (
                Piece("“We had no warning,” said ", "evidence"),
                Piece("Ada Okafor", "evidence by by-1", ref=1),
                Piece(".", "evidence"),
            )
        ),
    )


def test_offered_sentences_have_the_name_that_their_radio_buttons_know() -> None:
    shown = marking.stretches(PARAGRAPH, (), (Span(1, 0, 20),))
    assert [stretch.id for stretch in shown] == ["s-1-0-20", ""]


def test_marks_of_other_paragraphs_stay_away() -> None:
    assert marking.stretches(PARAGRAPH, (Mark(Span(2, 0, 5), "evidence"),)) == (
        Stretch((Piece(TEXT),)),
    )
