"""Measure claims and sources on the annotated articles: ``python -m bench.claims [LETTERS]``.

Runs over the articles of bench/gold whose names begin with one of LETTERS (default: abcde; f and
l are kept for measuring) and scores them with ../shared/bench/attribution_bench.py, whose docstring
defines its metrics; ``--merge``, once for reported speech and once for all. Says why and stops
where that is absent.

Then, for all attributions: joint F1 for each phenomenon (``bench.phenomena``), where a claim that
was found counts for what the gold says it is and a claim too many for what it looks like; and how
many of the claims that were found (content Dice ≥ 0.5) and whose gold source has a name, that is,
is not of the kind "unnamed", were given the right one (``bench.names`` says what is right); by how
the source stands in the text, and of those whose mention, as the scorer compares it, was right.
``--wrong`` lists those that were not, ``--missed`` what was not found and what was too much.
"""

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from bench.gold import GoldArticle, read_gold
from bench.names import is_right
from bench.phenomena import mention_kind, phenomena
from bench.scorer import SCORER, Row, gold_record, load_scorer, merged, predicted_rows

FOUND = 0.5
"""Dice of the words of two contents from which on one is taken for the other."""

METRICS = ("content@0.5", "source@0.5", "joint@0.5", "full@0.5", "resolved@0.5")


@dataclass
class Measured:
    """What was counted over the articles so far."""

    words: int = 0
    seconds: float = 0.0
    hits: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    spurious: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    unfound: list[str] = field(default_factory=list)


def main(arguments: list[str]) -> int:
    """Measure on the articles whose names begin with one of the letters given."""
    parser = argparse.ArgumentParser(prog="python -m bench.claims")
    parser.add_argument("letters", nargs="?", default="abcde", metavar="LETTERS")
    parser.add_argument("--wrong", action="store_true", help="list the names that are wrong")
    parser.add_argument("--missed", action="store_true", help="list what is missed or too much")
    chosen = parser.parse_args(arguments)
    scorer = load_scorer()
    if scorer is None:
        print(f"skipped: no scorer at {SCORER}", file=sys.stderr)
        return 0
    measured, tallies = Measured(), {"speech": scorer.Tally(), "all": scorer.Tally()}
    for article in read_gold(chosen.letters):
        rows = _read(article, measured)
        record = gold_record(article, scorer)
        joined = merged(rows, scorer, article.text)
        for focus, tally in tallies.items():
            tally.add(record, joined, focus)
        _count(article, record, joined, scorer, measured)
    _show(measured, {focus: tally.table()["rows"] for focus, tally in tallies.items()})
    for line in [*measured.wrong * chosen.wrong, *measured.unfound * chosen.missed]:
        print(line)
    return 0


def _read(article: GoldArticle, measured: Measured) -> list[Row]:
    begun = time.process_time()
    rows = predicted_rows(article.text)
    measured.seconds += time.process_time() - begun
    measured.words += len(article.text.split())
    return rows


def _count(
    article: GoldArticle,
    record: dict[str, Any],
    predicted: list[Row],
    scorer: ModuleType,
    measured: Measured,
) -> None:
    words = scorer.Words(article.text)
    gold = scorer.prepare(words, record["attributions"])
    pred = scorer.prepare(words, predicted)
    no_text = words.inside(record["ignore"])
    matched = {i: j for i, j, dice in scorer.align(pred, gold) if dice >= FOUND}
    sorted_gold = [list(phenomena(g["raw"], record["attributions"], article.text)) for g in gold]
    hits = set()
    for i, j in matched.items():
        same_mention = scorer.same_source(words, pred[i]["s"], gold[j]["s"])
        if same_mention:
            measured.hits.update(sorted_gold[j])
            hits.add((i, j))
        seen = ("the right mention",) if same_mention and gold[j]["s"] else ()
        _count_name(article.name, pred[i]["raw"], gold[j]["raw"], measured, seen)
    hit_gold, hit_pred = {j for _, j in hits}, {i for i, _ in hits}
    for j, kinds in enumerate(sorted_gold):
        if j not in hit_gold:
            measured.missed.update(kinds)
            how = "source" if j in matched.values() else "missed"
            measured.unfound.append(_line(how, article.name, gold[j]["raw"]))
    there = {i: sorted_gold[j] for i, j in matched.items()}
    for i, one in enumerate(pred):
        if i not in hit_pred and not 2 * len(one["c"] & no_text) > len(one["c"]):
            measured.spurious.update(there.get(i) or phenomena(one["raw"], predicted, article.text))
            how = "given" if i in matched else "spurious"
            measured.unfound.append(_line(how, article.name, one["raw"]))


def _count_name(
    name: str, given: Row, gold: Row, measured: Measured, seen: tuple[str, ...]
) -> None:
    if gold["source kind"] == "unnamed":
        return
    kinds = ("all", *seen, mention_kind(gold), f"a {gold['source kind']}")
    measured.named.update(kinds)
    if is_right(given["resolved"], gold["called"], person=gold["source kind"] == "person"):
        measured.right.update(kinds)
    else:
        written, read = _text(gold["source"]), _text(given["source"])
        measured.wrong.append(
            f"wrong {name}: {gold['name']!r} ({written}) was given {given['resolved']!r} ({read}), "
            f"{given['basis']}: {gold['content']['text'][:60]!r}"
        )


def _line(how: str, name: str, row: Row) -> str:
    source, cue = _text(row["source"]), _text(row["cue"])
    return f"{how} {name}: {source} | {cue} | {row['content']['text'][:100]!r}"


def _text(part: Row | None) -> str:
    return part["text"] if part else "–"


def _show(measured: Measured, tables: dict[str, dict[str, dict[str, float]]]) -> None:
    speed = 1000 * measured.seconds / max(1, measured.words)
    print(f"{measured.words} words, {speed:.2f} CPU seconds per 1,000 words\n")
    for focus, rows in tables.items():
        for metric in METRICS:
            figures = "".join(f"  {name} {rows[metric][name]:5.1f}" for name in ("P", "R", "F1"))
            print(f"{focus:7} {metric:13}{figures}")
    print()
    for kind in sorted(measured.hits | measured.missed | measured.spurious):
        hit, miss, more = measured.hits[kind], measured.missed[kind], measured.spurious[kind]
        share = 200 * hit / (2 * hit + miss + more)
        counts = f"gold {hit + miss:5}  missed {miss:4}  too much {more:4}"
        print(f"{kind:26} {counts}  joint F1 {share:5.1f}")
    print()
    for kind, count in measured.named.most_common():
        right = measured.right[kind]
        print(f"right name: {kind:18} {right:5} of {count:5}  {100 * right / count:5.1f} %")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
