"""Train the tagger and all that goes with it: ``python -m bench.tagger`` (``make tagger``).

Takes the articles of ``bench/gold`` but for letters f and l, on which it is measured. First a
network for each of a few parts of the articles, trained on the others, so that the judge over both
engines is fitted on what the tagger had not seen; then the network that is kept, averaged from runs
with different seeds. Everything goes into ``questions/attribution``; f and l are scored at the end.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch

from bench.gold import GoldArticle, read_gold
from bench.tagger.calibrate import Seen, fit, measured, see
from bench.tagger.export import export
from bench.tagger.link import fit_linker, share_right
from bench.tagger.train import Plan, State, average, encoding, train
from questions.attribution.combine import FITTED
from questions.attribution.tagger import MODEL, load
from questions.attribution.tagger.linker import Weights

KEPT_OUT = "fl"


def main() -> int:
    """Train, fit, export and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seeds", type=int, default=2, help="runs to average")
    parser.add_argument("--parts", type=int, default=2, help="parts to fit the judge on")
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    articles = [article for article in read_gold() if article.name[0] not in KEPT_OUT]
    unseen = list(read_gold(KEPT_OUT))
    weights = fit_linker(articles, encoding())
    print(f"linker: {share_right(unseen, encoding(), weights):.1%} of the choices in f and l right")
    seen, total = _crossed(articles, weights, arguments.parts, arguments.epochs)
    judge = fit(seen, total)
    FITTED.write_text(json.dumps(asdict(judge), indent=1) + "\n", encoding="utf-8")
    states = [train(articles, Plan(arguments.epochs, seed)) for seed in range(arguments.seeds)]
    _write(average(states), weights, MODEL)
    tagger = load(MODEL)
    if tagger is not None:
        print(measured(judge, *see(unseen, tagger)))
    return 0


def _crossed(
    articles: Sequence[GoldArticle], weights: Weights, parts: int, epochs: int
) -> tuple[list[Seen], int]:
    """What a tagger trained on the others sees of each part, and how many are marked."""
    everything: list[Seen] = []
    total = 0
    for part in range(parts):
        others = [a for number, a in enumerate(articles) if number % parts != part]
        with tempfile.TemporaryDirectory() as folder:
            _write(train(others, Plan(epochs, seed=part)), weights, Path(folder))
            tagger = load(Path(folder))
            if tagger is not None:
                seen, marked = see(articles[part::parts], tagger)
                everything += seen
                total += marked
    return everything, total


def _write(state: State, weights: Weights, folder: Path) -> None:
    export(state, folder)
    text = json.dumps(weights, indent=1) + "\n"
    (folder / "linker.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
