"""The texts of the articles that were judged: annotated ones, and others in ``articles/``."""

from pathlib import Path

from bench.gold import ARTICLES, read_marked

KEPT = Path(__file__).with_name("articles")


class AnotherText(ValueError):  # noqa: N818
    """An article under the name of another one."""


def text_of(name: str, kept: Path = KEPT) -> str:
    """The text of the article *name*; KeyError if there is none."""
    file = kept / f"{name}.txt"
    if file.exists():
        return file.read_text(encoding="utf-8")
    annotated = ARTICLES / f"{name}.txt"
    if not annotated.exists():
        raise KeyError(name)
    return read_marked(name, annotated.read_text(encoding="utf-8")).text


def keep(name: str, text: str, kept: Path = KEPT) -> None:
    """Put *text* beside the judgements, unless it is there or is that of an annotated article."""
    try:
        known = text_of(name, kept)
    except KeyError:
        kept.mkdir(exist_ok=True)
        (kept / f"{name}.txt").write_text(text, encoding="utf-8")
        return
    if known.strip() != text.strip():
        raise AnotherText(f"{name}: there is another article of this name")
