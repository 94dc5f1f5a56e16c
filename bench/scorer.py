"""The scorer of ../shared/bench as a module, and articles of our own in its form.

Its docstring defines every metric. It stands outside the repository and may be absent.
"""

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.gold import Attribution, GoldArticle, Place
from questions.article import Span
from questions.attribution import find_claims
from questions.claims import Claim, Claims
from questions.reading import plain

SCORER = Path(__file__).resolve().parents[2] / "shared" / "bench" / "attribution_bench.py"

PRONOUNS = frozenset(
    """i we you he she they it him her them his their its one each some many most all both others
    few nobody someone everyone this these those my our who which that whose whom""".split()
)

Row = dict[str, Any]
"""An attribution as the scorer has it, with what ``bench.phenomena`` sorts by."""


def load_scorer() -> ModuleType | None:
    """The scorer; None where it is absent."""
    if not SCORER.is_file():
        return None
    spec = importlib.util.spec_from_file_location("attribution_bench", SCORER)
    if spec is None or spec.loader is None:
        return None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def gold_record(article: GoldArticle, scorer: ModuleType) -> dict[str, Any]:
    """*article* with its attributions at their exact places; what is no text of it is ignored."""
    rows = [_gold_row(article, one) for one in article.attributions]
    return {
        "doc_id": article.name,
        "text": article.text,
        "attributions": scorer.label(rows, article.text),
        "ignore": [list(place) for place in (*article.furniture, *article.captions)],
    }


def _gold_row(article: GoldArticle, one: Attribution) -> Row:
    source = article.sources[one.source]
    return {
        "source": _part(article.text, [one.mention]) if one.mention else None,
        "cue": _part(article.text, [one.cue]) if one.cue else None,
        "content": _part(article.text, sorted(one.content)),
        "form": article.form(one),
        "name": source.name,
        "source kind": source.kind,
        "names": [] if source.kind == "unnamed" else [source.name],
        "called": [source.name, *_mentions(article, one.source)],
    }


def _mentions(article: GoldArticle, source: str) -> list[str]:
    """The nouns, no pronouns, by which the article names *source* beside its claims."""
    found = [one.mention for one in article.attributions if one.source == source and one.mention]
    texts = [article.text[slice(*place)] for place in found]
    return [text for text in texts if text.lower() not in PRONOUNS]


def predicted_rows(text: str) -> list[Row]:
    """The claims that ``find_claims`` finds in *text*, offsets in characters of *text*."""
    article, offsets = plain(text)
    claims = find_claims(article)
    return [_predicted_row(claims, claim, offsets, text) for claim in claims.claims]


def merged(rows: list[Row], scorer: ModuleType, text: str) -> list[Row]:
    """*rows* with pieces of one attribution joined, as the scorer joins them."""
    joined = scorer.merge_split(rows)
    return [{**row, "content": _part(text, row["content"]["spans"])} for row in joined]


def _predicted_row(claims: Claims, claim: Claim, offsets: tuple[int, ...], text: str) -> Row:
    def part(*spans: Span) -> Row:
        return _part(text, [_in_text(span, offsets) for span in spans])

    source = None if claim.source is None else claims.sources[claim.source]
    return {
        "source": part(claim.mention) if claim.mention else None,
        "cue": part(claim.cue) if claim.cue else None,
        "content": part(*claim.content),
        "form": str(claim.form),
        "resolved": source and source.name,
        "name": source.name if source else "",
        "source kind": str(source.kind) if source else "unnamed",
        "basis": claim.basis,
    }


def _in_text(span: Span, offsets: tuple[int, ...]) -> Place:
    offset = offsets[span.paragraph - 1]
    return offset + span.start, offset + span.end


def _part(text: str, places: Sequence[Sequence[int]]) -> Row:
    start, end = places[0][0], places[-1][1]
    return {"start": start, "end": end, "text": text[start:end], "spans": [list(p) for p in places]}
