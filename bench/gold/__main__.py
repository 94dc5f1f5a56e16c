"""Check the marked articles, all or some: ``python -m bench.gold [--review] [FILE...]``."""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.gold import ARTICLES, BadMarks, GoldArticle, read_marked

QUOTATION = re.compile(
    r"“[^”\n]*”?|\"[^\"\n]+\"?|‘[^’\n]{3,}’|(?<!\w)'[^\n]{3,}?'(?!\w)|«[^»\n]*»?"
)
REPORTING = re.compile(
    r"\b(s(?:aid|ays?|aying)|told|tells?|according|warn\w*|insist\w*|tweet\w*|testif\w*|"
    r"claim\w*|argu\w*|add(?:ed|s)|deni\w*|reject\w*|wrote|report(?:ed|s)|accus\w*|belie\w*|thinks?|fears?|"
    r"confirm\w*|urg\w*|promis\w*|vow\w*|hop(?:es|ed)|wants?|plan(?:s|ned) to|refus\w*|"
    r"expect\w*)\b",
    re.IGNORECASE,
)


def suspicions(article: GoldArticle) -> Iterator[str]:
    """Marks that fit but begin or end where no claim, source or cue does."""
    for one in article.attributions:
        for start, end in one.content:
            piece = article.text[start:end]
            if not piece.strip() or piece[0] in " ,.;:" or piece[-1] in " ,;:" or "\n" in piece:
                yield f"edge of content: {piece!r}"
        for place in filter(None, (one.mention, one.cue)):
            piece = article.text[slice(*place)]
            if piece != piece.strip(" ,.;\n"):
                yield f"edge of source or cue: {piece!r}"


def uncovered(article: GoldArticle) -> Iterator[str]:
    """Quotations and sentences with a reporting word in which nothing is marked."""
    taken = [place for one in article.attributions for place in one.content]
    taken += [one.cue for one in article.attributions if one.cue]
    taken += [*article.furniture, *article.captions]

    def covered(start: int, end: int) -> bool:
        return any(a < end and start < b for a, b in taken)

    for quotation in QUOTATION.finditer(article.text):
        if not covered(*quotation.span()):
            yield f"quotation: {quotation[0]}"
    for word in REPORTING.finditer(article.text):
        if not covered(*word.span()):
            yield f"word: {article.text[max(0, word.start() - 40) : word.end() + 40]!r}"


def main(arguments: list[str]) -> int:
    """Print a line for each article and what is wrong; 1 if anything is."""
    parser = argparse.ArgumentParser(prog="python -m bench.gold", description=__doc__)
    parser.add_argument("--review", action="store_true", help="list what nothing covers, too")
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args(arguments)
    wrong, words, forms = 0, 0, Counter[str]()
    for file in options.files or sorted(ARTICLES.glob("*.txt")):
        try:
            article = read_marked(file.stem, file.read_text(encoding="utf-8"))
        except BadMarks as problem:
            print(problem)
            wrong += 1
            continue
        found = [*suspicions(article), *(uncovered(article) if options.review else ())]
        wrong += bool(found)
        count = len(article.text.split())
        words += count
        forms.update(article.form(one) for one in article.attributions)
        print(f"{article.name}: {count} words, {len(article.attributions)} attributions")
        print("".join(f"  {line}\n" for line in found), end="")
    print(f"{words} words, {forms.total()} attributions: {dict(sorted(forms.items()))}")
    return 1 if wrong and not options.review else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
