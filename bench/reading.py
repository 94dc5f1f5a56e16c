"""How well furniture and captions are told from the text, against annotated articles.

Run it as ``python -m bench.reading [LETTERS] [--misses]``, over the articles of ../shared/gold
whose names begin with one of LETTERS (default: all). They are pairs ``ID.txt`` and
``ID.gold.json``; the latter lists ``boilerplate`` and ``captions``, each an exact stretch of the
text. ``--misses`` prints every stretch that was missed, and every one taken for what it is not.

A stretch is found if at least nine tenths of it has the right label. Precision counts the labelled
stretches of which at least nine tenths are annotated; headline, subheads and the marks of lists
are left out of the count, as the annotation does not have them.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from questions.reading import pieces
from questions.reading.decoding import to_text
from questions.reading.marks import unmark
from questions.reading.pieces import Label

GOLD = Path(__file__).resolve().parents[1].parent / "shared" / "gold" / "articles"
KINDS = {
    "boilerplate": {Label.DROPPED, Label.BYLINE, Label.OUTLET, Label.CREDIT},
    "captions": {Label.CAPTION},
}
ENOUGH = 0.9


def annotated(text: str, stretches: Iterable[str]) -> dict[tuple[int, int], str]:
    """The spans of *stretches* in *text*, longest first, at the start of a line where possible."""
    spans: dict[tuple[int, int], str] = {}
    taken: set[int] = set()
    for words in sorted((stretch.strip() for stretch in stretches), key=len, reverse=True):
        form = re.escape(words)
        places = [m.span() for m in re.finditer(rf"^{form}", text, re.MULTILINE)]
        places += [m.span() for m in re.finditer(form, text)]
        free = next(place for place in places if taken.isdisjoint(range(*place)))
        spans[free] = words
        taken |= set(range(*free))
    return spans


def covered(spans: Iterable[tuple[int, int]]) -> set[int]:
    """Every offset in *spans*."""
    return {offset for start, end in spans for offset in range(start, end)}


def measure(file: Path, kind: str) -> tuple[Counter[str], list[str]]:
    """Counts of what was found, labelled and right in one article, and the mistakes."""
    unmarked = unmark(to_text(file.read_bytes()))
    text = unmarked.text
    gold = json.loads(file.with_suffix(".gold.json").read_text("utf-8"))
    expected = annotated(text, gold[kind])
    labelled = {
        (piece.start, piece.end): piece.of(text)
        for piece in pieces(unmarked)
        if piece.label in KINDS[kind]
    }
    counts = Counter(expected=len(expected), labelled=len(labelled))
    mistakes = []
    for name, these, those in (("found", expected, labelled), ("right", labelled, expected)):
        others = covered(those)
        for (start, end), words in these.items():
            share = len(others & set(range(start, end))) / (end - start)
            counts[name] += share >= ENOUGH
            if share < ENOUGH:
                mistakes.append(f"{file.stem} {kind} not {name}: {words}")
    return counts, mistakes


def main() -> None:
    """Print precision and recall of each kind."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n", maxsplit=1)[0])
    parser.add_argument("letters", nargs="?", default="")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if not GOLD.is_dir():
        print(f"skipped: no annotated articles at {GOLD}", file=sys.stderr)
        return
    files = sorted(GOLD.glob(f"[{options.letters or 'a-z'}]*.txt"))
    for kind in KINDS:
        total: Counter[str] = Counter()
        for file in files:
            counts, mistakes = measure(file, kind)
            total += counts
            for mistake in mistakes if options.misses else ():
                print(mistake)
        recall = total["found"] / max(1, total["expected"])
        precision = total["right"] / max(1, total["labelled"])
        print(
            f"{kind:12} recall {recall:.3f} of {total['expected']}"
            f"  precision {precision:.3f} of {total['labelled']}"
        )


if __name__ == "__main__":
    main()
