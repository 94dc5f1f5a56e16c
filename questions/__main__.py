"""Every step from the command line: ``python -m questions read | claims | ask | prepare | check``.

What is asked for goes to standard output as JSON. Bad input ends with exit code 2 and one line on
standard error. ``docs/commands.md`` has the details.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from questions import many, reading, schema, types
from questions.article import Article, Span
from questions.attribution import find_claims
from questions.claims import Claim, Claims
from questions.pack import InvalidPack, load_pack
from questions.pipeline import ask, rejected, suggestions
from questions.printed import as_asked, as_suggested

PROGRAM = "python -m questions"
STEP = "step: "
"""What ``prepare`` begins a line on standard error with to say what it is doing."""

FEWEST_WORDS = 30
"""In the paragraphs of an article that the classroom takes: of fewer nothing can be asked."""
_TOO_SHORT = "This is too short for a quiz. Bring the whole article."


class Commands(argparse.ArgumentParser):
    """A parser that says in one line what is wrong, without the whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{PROGRAM}: {message}\n")


class BadInput(Exception):  # noqa: N818
    """Something that cannot be read; ``lines`` say what and why."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code is 0, or 2 where the input was bad."""
    chosen = _parser().parse_args(arguments)
    try:
        chosen.run(chosen)
    except BadInput as error:
        sys.stderr.writelines(f"{PROGRAM}: {line}\n" for line in error.lines)
        return 2
    return 0


def _parser() -> Commands:
    parser = Commands(prog=PROGRAM, description="Read a news text, find its claims, ask about it.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Commands)

    command = commands.add_parser("read", help="the text as an article in sections")
    command.add_argument("file", type=Path, metavar="FILE")
    command.set_defaults(run=_read)

    command = commands.add_parser("claims", help="who says what, and where")
    command.add_argument("files", type=Path, nargs="+", metavar="FILE")
    command.add_argument("--plain", action="store_true", help="no cleaning; one line a file")
    command.set_defaults(run=_claims)

    command = commands.add_parser("ask", help="questions about the text")
    command.add_argument("file", type=Path, metavar="FILE", help="a text, or a folder of texts")
    command.add_argument(
        "--number", type=_count, help="a quiz of at most so many (default: all there are)"
    )
    command.add_argument("--seed", type=int, default=1, help="another seed, another quiz")
    command.add_argument("--rejected", action="store_true", help="what is not asked, and why")
    command.add_argument("--jobs", type=_count, default=1, help="texts of a folder at a time")
    command.add_argument("--out", type=Path, help="where the questions about a folder go")
    command.set_defaults(run=_ask)

    command = commands.add_parser("prepare", help="what the classroom keeps of a text")
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--media", type=reading.Media, help="what kind of file it is")
    command.set_defaults(run=_prepare)

    command = commands.add_parser("ask-again", help="the same of an article put right by hand")
    command.add_argument("file", type=Path, metavar="FILE", help="JSON with article and claims")
    command.set_defaults(run=_ask_again)

    command = commands.add_parser("check", help="whether a pack of questions is sound")
    command.add_argument("folder", type=Path, metavar="PACK")
    command.set_defaults(run=_check)
    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of questions")
    return int(text)


def _read(chosen: argparse.Namespace) -> None:
    _print(schema.dump(_article(chosen.file)))


def _claims(chosen: argparse.Namespace) -> None:
    if chosen.plain:
        for file in chosen.files:
            _print(_plain_claims(file), indent=None)
    elif len(chosen.files) > 1:
        raise BadInput("claims: several files need --plain")
    else:
        article = _article(chosen.files[0])
        found = schema.dump(find_claims(article))
        del found["silent"]
        _print(_with_words(found, article))


def _ask(chosen: argparse.Namespace) -> None:
    if chosen.file.is_dir():
        _ask_all(chosen)
        return
    article = _article(chosen.file)
    claims = find_claims(article)
    if chosen.rejected:
        found = rejected(article, claims, chosen.seed)
        _print([{"reason": reason, **as_asked(question)} for question, reason in found])
    elif chosen.number is None:
        pool = suggestions(article, claims, chosen.seed)
        _print([as_suggested(one) for one in pool])
    else:
        questions = ask(article, claims, chosen.number, chosen.seed)
        _print([as_asked(question) for question in questions])


def _ask_all(chosen: argparse.Namespace) -> None:
    if chosen.out is None:
        raise BadInput(f"{chosen.file}: a folder needs --out OUT.jsonl")
    if chosen.rejected or chosen.number is not None:
        raise BadInput("ask: of a folder everything is asked, without --number or --rejected")
    try:
        counts = many.ask_all(chosen.file, chosen.out, chosen.jobs, chosen.seed)
    except OSError as error:
        raise BadInput(f"{chosen.out}: {error.strerror}") from None
    sys.stderr.write(f"{counts.done} texts, of which {counts.bad} could not be read\n")


def _prepare(chosen: argparse.Namespace) -> None:
    sys.stderr.write(f"{STEP}reading\n")
    article = _article(chosen.file, chosen.media)
    if sum(len(paragraph.text.split()) for paragraph in article.paragraphs) < FEWEST_WORDS:
        raise BadInput(f"{chosen.file}: {_TOO_SHORT}")
    sys.stderr.write(f"{STEP}finding who said what\n")
    _print_prepared(article, find_claims(article))


def _ask_again(chosen: argparse.Namespace) -> None:
    try:
        plain = json.loads(_bytes(chosen.file))
        article = schema.load(Article, plain["article"])
        claims = schema.load(Claims, plain["claims"])
    except (ValueError, KeyError, TypeError) as error:
        raise BadInput(f"{chosen.file}: is no article with its claims: {error}") from None
    _print_prepared(article, claims)


def _print_prepared(article: Article, claims: Claims) -> None:
    sys.stderr.write(f"{STEP}writing questions\n")
    pool = suggestions(article, claims, seed=1)
    found = [{"question": types.dump(one.question), "unseen": one.unseen} for one in pool]
    plain = {"article": schema.dump(article), "claims": schema.dump(claims), "suggestions": found}
    _print(plain, indent=None)


def _check(chosen: argparse.Namespace) -> None:
    try:
        pack = load_pack(chosen.folder)
    except InvalidPack as error:
        raise BadInput(*error.problems) from None
    except OSError as error:
        raise BadInput(f"{chosen.folder}: {error.strerror}") from None
    sys.stdout.write(f"OK: {len(pack.questions)} questions\n")


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadInput(f"{file}: {error.strerror}") from None


def _article(file: Path, media: reading.Media | None = None) -> Article:
    raw = _bytes(file)
    try:
        return reading.read(raw, media or reading.media_of(raw, file.name))
    except reading.UnreadableText as error:
        raise BadInput(f"{file}: {error}") from None


def _with_words(plain: Any, article: Article) -> Any:
    """*plain* data with the words of the article beside every span in it."""
    if isinstance(plain, list | tuple):
        return [_with_words(item, article) for item in plain]
    if not isinstance(plain, dict):
        return plain
    if plain.keys() == {"paragraph", "start", "end"}:
        return {**plain, "text": article.text_of(Span(**plain))}
    return {name: _with_words(value, article) for name, value in plain.items()}


def _plain_claims(file: Path) -> dict[str, Any]:
    """The claims of one text as it is, with offsets in characters of the whole text."""
    try:
        text = _bytes(file).decode("utf-8")
    except UnicodeDecodeError:
        raise BadInput(f"{file}: is not text in UTF-8") from None
    article, offsets = reading.plain(text)
    claims = find_claims(article)
    place = _Place(text, offsets)
    return {
        "doc_id": file.stem,
        "attributions": [_attribution(claim, claims, place) for claim in claims.claims],
    }


class _Place:
    """Turns spans of paragraphs into stretches of the whole text."""

    def __init__(self, text: str, offsets: tuple[int, ...]) -> None:
        self.text = text
        self.offsets = offsets

    def pieces(self, spans: Iterable[Span]) -> list[list[int]]:
        """``[start, end]`` of each span, in characters of the whole text."""
        starts = [(self.offsets[span.paragraph - 1], span) for span in spans]
        return [[offset + span.start, offset + span.end] for offset, span in starts]

    def stretch(self, *spans: Span) -> dict[str, Any]:
        """From the beginning of the first span to the end of the last, with the words."""
        pieces = self.pieces(spans)
        start, end = pieces[0][0], pieces[-1][1]
        return {"start": start, "end": end, "text": self.text[start:end]}


def _attribution(claim: Claim, claims: Claims, place: _Place) -> dict[str, Any]:
    return {
        "source": place.stretch(claim.mention) if claim.mention else None,
        "cue": place.stretch(claim.cue) if claim.cue else None,
        "content": {**place.stretch(*claim.content), "spans": place.pieces(claim.content)},
        "resolved": None if claim.source is None else claims.sources[claim.source].name,
        "form": claim.form,
    }


def _print(plain: Any, indent: int | None = 2) -> None:
    sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=indent) + "\n")


if __name__ == "__main__":
    sys.exit(main())
