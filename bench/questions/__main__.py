"""The command line of ``bench.questions``: see the package's docstring."""

import argparse
import sys
from pathlib import Path
from random import Random

from bench.questions import fit, judgements, report, sheet
from bench.questions.asked import Article, Asked, ask_about, ask_about_files
from bench.questions.texts import AnotherText
from bench.questions.today import still_asked

LETTERS = "abcdeghijk"
"""The annotated articles that may be looked at while working: ``f`` and ``l`` are for tests."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command."""
    chosen = _parser().parse_args(arguments)
    try:
        chosen.run(chosen)
    except (judgements.BadVerdict, AnotherText) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.questions", description=__doc__)
    _add_articles(parser)
    parser.set_defaults(run=_report)
    commands = parser.add_subparsers(metavar="COMMAND")

    command = commands.add_parser("sheet", help="a sheet for a blind reader, and its keys")
    command.add_argument("sheet", type=Path, metavar="SHEET.md")
    command.add_argument("keys", type=Path, metavar="KEYS.jsonl")
    _add_articles(command)
    command.add_argument("--number", type=int, default=60, help="questions on the sheet")
    command.add_argument("--articles", type=int, default=14, help="so many of those annotated")
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


def _add_articles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--letters", default=LETTERS, help="the annotated articles so named")
    parser.add_argument("--from", type=Path, dest="folder", metavar="FOLDER", help="other articles")


def _articles(chosen: argparse.Namespace, seed: int) -> list[Article]:
    found = (
        ask_about_files(chosen.folder, seed) if chosen.folder else ask_about(chosen.letters, seed)
    )
    return list(found)


def _report(chosen: argparse.Namespace) -> None:
    lines = list(report.of_the_yield(_articles(chosen, seed=1)))
    judged = judgements.read()
    if judged:
        lines += report.of_the_judgements(judged)
        asked = still_asked(judged)
        lines += ["", "Of these, as they would still be asked:", *report.of_the_judgements(asked)]
        lines += report.of_the_calibration(asked)
    print("\n".join(lines))


def _sheet(chosen: argparse.Namespace) -> None:
    rng = Random(chosen.seed)  # noqa: S311  nothing secret: the same seed, the same sheet
    articles = _articles(chosen, chosen.seed)
    asked = [a for article in articles for a in article.asked if _is_wanted(a, chosen.only)]
    if chosen.folder:
        asked = sheet.spread(asked, chosen.number, rng)
    else:
        asked = sheet.choose(asked, chosen.number, chosen.articles, rng)
    sheet.write(asked, articles, chosen.sheet, chosen.keys)


def _is_wanted(asked: Asked, only: str | None) -> bool:
    if only is None:
        return asked.reason is None
    return asked.unseen if only == "unseen" else asked.suggested


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
