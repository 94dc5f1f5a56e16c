"""A part of a score table: some of its questions for some of its pupils, with totals of its own."""

import math
from collections.abc import Collection
from dataclasses import replace

from quizapp.store import classes
from quizapp.store.classes import Column, Scored, ScoreTable
from quizapp.store.scores import State


def narrowed(
    table: ScoreTable, positions: Collection[int], pupil_ids: Collection[int]
) -> ScoreTable:
    """*table* with the questions at *positions* and the pupils *pupil_ids* only.

    Points, waiting answers and means are those of the part.
    """
    kept = [n for n, column in enumerate(table.columns) if column.position in positions]
    columns = [table.columns[n] for n in kept]
    rows = [_row(row, kept, columns) for row in table.rows if row.pupil_id in pupil_ids]
    return replace(
        table,
        columns=tuple(
            replace(column, mean=classes.mean_of_question(rows, n) if column.counts else None)
            for n, column in enumerate(columns)
        ),
        rows=tuple(rows),
        mean=classes.mean_of_totals(rows),
    )


def _row(row: Scored, kept: Collection[int], columns: Collection[Column]) -> Scored:
    cells = tuple(row.cells[n] for n in kept)
    points = math.fsum(cell.points or 0.0 for cell in cells)
    return replace(
        row,
        cells=cells,
        points=None if row.points is None else points,
        possible=sum(column.counts for column in columns),
        waiting=sum(cell.state is State.WAITING for cell in cells),
    )
