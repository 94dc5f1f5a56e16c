"""The command line of ``bench.questions``: see the package's docstring."""

import argparse
import sys
from pathlib import Path
from random import Random

from bench.questions import fit, judgements, report, sheet
from bench.questions.asked import ask_about
from bench.questions.today import still_asked

LETTERS = "abcdeghijkl"
"""The annotated articles that may be looked at while working: all but ``f``."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command."""
    chosen = _parser().parse_args(arguments)
    try:
        chosen.run(chosen)
    except judgements.BadVerdict as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.questions", description=__doc__)
    parser.add_argument("--letters", default=LETTERS)
    parser.set_defaults(run=_report)
    commands = parser.add_subparsers(metavar="COMMAND")

    command = commands.add_parser("sheet", help="a sheet for a blind reader, and its keys")
    command.add_argument("sheet", type=Path, metavar="SHEET.md")
    command.add_argument("keys", type=Path, metavar="KEYS.jsonl")
    command.add_argument("--letters", default=LETTERS)
    command.add_argument("--number", type=int, default=60, help="questions on the sheet")
    command.add_argument("--articles", type=int, default=14, help="at most so many articles")
    command.add_argument("--seed", type=int, default=1)
    command.add_argument("--only", choices=("unseen", "review"), help="by what they may go to")
    command.set_defaults(run=_sheet)

    command = commands.add_parser("add", help="merge the verdicts of a reader")
    command.add_argument("reader", metavar="READER", help="A, B, ...")
    command.add_argument("verdicts", type=Path, metavar="VERDICTS.jsonl")
    command.add_argument("keys", type=Path, metavar="KEYS.jsonl")
    command.set_defaults(run=_add)

    command = commands.add_parser("fit", help="write questions/recipes/certainty.json")
    command.set_defaults(run=_fit)
    return parser


def _report(chosen: argparse.Namespace) -> None:
    lines = list(report.of_the_yield(list(ask_about(chosen.letters))))
    judged = judgements.read()
    if judged:
        lines += report.of_the_judgements(judged)
        asked = still_asked(judged)
        lines += ["", "Of these, as they would still be asked:", *report.of_the_judgements(asked)]
        lines += report.of_the_calibration(asked)
    print("\n".join(lines))


def _sheet(chosen: argparse.Namespace) -> None:
    articles = list(ask_about(chosen.letters, chosen.seed))
    rng = Random(chosen.seed)  # noqa: S311  nothing secret: the same seed, the same sheet
    asked = [a for article in articles for a in article.asked if a.reason is None]
    if chosen.only:
        asked = [a for a in asked if a.unseen is (chosen.only == "unseen")]
    asked = sheet.choose(asked, chosen.number, chosen.articles, rng)
    sheet.write(asked, articles, chosen.sheet, chosen.keys)


def _add(chosen: argparse.Namespace) -> None:
    print(judgements.add(chosen.reader, chosen.verdicts, chosen.keys), "verdicts")


def _fit(_chosen: argparse.Namespace) -> None:
    asked = still_asked(judgements.read())
    fitted = fit.fit(asked)
    print(f"{len(asked)} judgements on questions that would still be asked")
    fit.write(fitted)
    for recipe, threshold in fitted.thresholds.items():
        print(f"{recipe:30} {'to review' if threshold > 1 else threshold}")


if __name__ == "__main__":
    sys.exit(main())
