"""Who speaks in a transcript, where each paragraph begins with a name and a colon."""

import re
from collections import Counter
from collections.abc import Sequence

from questions.attribution.content import trim
from questions.attribution.layout import Layout
from questions.attribution.reported import Reported
from questions.attribution.speakers import Phrase

BASIS = "name before the colon"

_FEWEST = 2
"""So many paragraphs in an article must begin like this."""

_LABEL = re.compile(r"[\"“]?((?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w.’'-]+):\s+(?=\S)")
_LETTERS = frozenset({"Q", "A"})


def find_spoken(layouts: Sequence[Layout]) -> dict[int, Reported]:
    """What is said in each paragraph of a transcript, by the paragraph's place."""
    labels = {at: match for at, one in enumerate(layouts) if (match := _label(one))}
    often = Counter(match[1] for match in labels.values())
    in_capitals = sum(match[1].isupper() for match in labels.values())
    found = {}
    for at, match in labels.items():
        talks = often[match[1]] >= _FEWEST or (match[1].isupper() and in_capitals > _FEWEST)
        one = _spoken(layouts[at], match) if talks else None
        if one is not None:
            found[at] = one
    return found


def _label(layout: Layout) -> re.Match[str] | None:
    match = _LABEL.match(layout.parsed.text)
    return match if match and match[1] not in _LETTERS else None


def _spoken(layout: Layout, match: re.Match[str]) -> Reported | None:
    name = layout.tokens_between(*match.span(1))
    piece = trim(layout, match.end(), len(layout.parsed.text))
    if not name or piece[0] >= piece[1]:
        return None
    source = Phrase(name[0].index, name[-1].index, name[-1].index)
    colon = match.end(1), match.end(1) + 1
    return Reported(layout, source, colon, (piece,), BASIS)
