"""Measure claims and sources on the annotated articles: ``python -m bench.claims [LETTERS]``.

Runs over the articles of ../shared/gold whose names begin with one of LETTERS (default: abcde; f is
kept for a last look) and scores them with ../shared/bench/attribution_bench.py, whose docstring
defines every metric; ``--focus speech --merge``, as in its table of peers. Says why and stops where
the annotated articles are absent.

Prints precision, recall and F1 twice. "As converted" takes the gold as gold_to_bench.py places it;
that looks sources up as bare strings and finds "he" in "They" when that is nearer to the claim.
"Whole words" is the same gold with sources and cues looked up as whole words.
"""

import contextlib
import importlib.util
import io
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from questions.article import Span
from questions.attribution import find_claims
from questions.claims import Claim, Claims
from questions.reading import plain

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
GOLD = SHARED / "gold" / "articles"
BENCH = SHARED / "bench"


def prediction(doc_id: str, text: str) -> dict[str, Any]:
    """The claims of *text* in the scorer's form, offsets in characters of *text*."""
    article, offsets = plain(text)
    claims = find_claims(article)
    rows = [_attribution(claims, claim, offsets, text) for claim in claims.claims]
    return {"doc_id": doc_id, "attributions": rows}


def _attribution(
    claims: Claims, claim: Claim, offsets: tuple[int, ...], text: str
) -> dict[str, Any]:
    def part(*spans: Span) -> dict[str, Any]:
        places = [
            [offsets[s.paragraph - 1] + s.start, offsets[s.paragraph - 1] + s.end] for s in spans
        ]
        start, end = places[0][0], places[-1][1]
        return {"start": start, "end": end, "text": text[start:end], "spans": places}

    return {
        "source": part(claim.mention) if claim.mention else None,
        "cue": part(claim.cue) if claim.cue else None,
        "content": part(*claim.content),
        "resolved": None if claim.source is None else claims.sources[claim.source].name,
        "form": str(claim.form),
    }


def main(letters: str) -> int:
    """Score the articles whose names begin with one of *letters*."""
    if not GOLD.is_dir():
        print(f"skipped: no annotated articles at {GOLD}", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        words, seconds = _predict(letters, place)
        print(f"{words} words, {1000 * seconds / words:.2f} CPU seconds per 1,000 words")
        for name, whole_words in (("as converted", False), ("whole words", True)):
            _convert(place / "gold", place / name, whole_words=whole_words)
            _show(name, _score(place / name, place / "predictions"))
    return 0


def _predict(letters: str, place: Path) -> tuple[int, float]:
    """Write predictions and the chosen articles to *place*; words read and CPU seconds."""
    (place / "gold").mkdir()
    words, seconds = 0, 0.0
    with (place / "predictions").open("w", encoding="utf-8") as sink:
        for file in sorted(GOLD.glob(f"[{letters}]*.txt")):
            for source in (file, file.with_suffix(".gold.json")):
                (place / "gold" / source.name).write_bytes(source.read_bytes())
            text = file.read_text(encoding="utf-8")
            begun = time.process_time()
            sink.write(json.dumps(prediction(file.stem, text)) + "\n")
            seconds += time.process_time() - begun
            words += len(text.split())
    return words, seconds


def _convert(gold: Path, out: Path, *, whole_words: bool) -> None:
    spec = importlib.util.spec_from_file_location("gold_to_bench", BENCH / "gold_to_bench.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(BENCH / "gold_to_bench.py")
    converter = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(converter)
    if whole_words:
        vars(converter).update(find=_find_word)
    with contextlib.redirect_stdout(io.StringIO()):
        converter.main(gold, out)


def _find_word(
    text: str, span: tuple[int, int], piece: str, near: int | None = None
) -> list[int] | None:
    """Where *piece* stands in *span* as whole words, nearest to *near*."""
    pattern = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)")
    hits = [m.start() for m in pattern.finditer(text, *span)]
    hits = hits or [m.start() for m in re.compile(re.escape(piece)).finditer(text, *span)]
    if not hits:
        return None
    best = hits[0] if near is None else min(hits, key=lambda hit: abs(hit - near))
    return [best, best + len(piece)]


def _score(gold: Path, predictions: Path) -> dict[str, dict[str, float]]:
    command = [sys.executable, str(BENCH / "attribution_bench.py"), "score"]
    command += ["--data", str(gold), "--pred", str(predictions)]
    command += ["--focus", "speech", "--merge", "--json"]
    scored = subprocess.run(command, check=True, capture_output=True, text=True)
    rows: dict[str, dict[str, float]] = json.loads(scored.stdout)["rows"]
    return rows


def _show(name: str, rows: dict[str, dict[str, float]]) -> None:
    for metric in ("content@0.5", "joint@0.5", "full@0.5", "resolved@0.5"):
        row = rows[metric]
        print(f"{name:13} {metric:13}" + "".join(f" {k} {row[k]:5.1f}" for k in ("P", "R", "F1")))


if __name__ == "__main__":
    sys.exit(main("".join(sys.argv[1:]) or "abcde"))
