"""Where the points and lines of a drawn figure go: plain geometry, drawn by the templates."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 720, 400
"""The field of the figure of questions, without its axes."""

ROOM = 15
"""How far from its centre a label reaches."""

RINGS, TURNS = 12, 12
"""How many places around its point a label may take: the nearest that is free."""


@dataclass(frozen=True)
class Dot:
    """A question in the figure: its point, and the centre of its label."""

    position: int
    x: float
    y: float
    label_x: float
    label_y: float

    @property
    def is_moved(self) -> bool:
        """Whether the label stands off its point, so that a line has to lead there."""
        return (self.x, self.y) != (self.label_x, self.label_y)


def dots(figures: Sequence[tuple[int, float, float]]) -> tuple[Dot, ...]:
    """The points of *figures*, which are position, facility and discrimination.

    Facility runs from 0 on the left to 1 on the right, discrimination from -1 below to 1 above. No
    label covers another one while there is room.
    """
    placed: list[Dot] = []
    for position, facility, discrimination in figures:
        x, y = facility * WIDTH, (1 - discrimination) / 2 * HEIGHT
        label_x, label_y = next(
            (
                place
                for place in _around(x, y)
                if all(math.dist(place, (d.label_x, d.label_y)) >= 2 * ROOM for d in placed)
            ),
            (x, y),
        )
        placed.append(Dot(position, round(x, 1), round(y, 1), round(label_x, 1), round(label_y, 1)))
    return tuple(placed)


def _around(x: float, y: float) -> Iterator[tuple[float, float]]:
    """The point itself, then places in rings around it, as far as they lie in the field."""
    yield x, y
    for ring in range(1, RINGS):
        for turn in range(TURNS):
            angle = 2 * math.pi * turn / TURNS
            place = x + 1.4 * ROOM * ring * math.cos(angle), y + 1.4 * ROOM * ring * math.sin(angle)
            if 0 <= place[0] <= WIDTH and 0 <= place[1] <= HEIGHT:
                yield place


LINE_WIDTH, LINE_HEIGHT = 160, 40
"""The field of a line of shares."""


@dataclass(frozen=True)
class Line:
    """Shares over time: the points that there are, and the lines between neighbours."""

    points: tuple[tuple[float, float], ...]

    @property
    def path(self) -> str:
        """The points as an SVG polyline has them."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.points)


def line(shares: Sequence[float | None]) -> Line:
    """The line of *shares*, from 0 below to 1 above; it passes over those that are missing."""
    step = LINE_WIDTH / max(1, len(shares) - 1)
    return Line(
        tuple(
            (round(n * step, 1), round((1 - share) * LINE_HEIGHT, 1))
            for n, share in enumerate(shares)
            if share is not None
        )
    )
