"""What is known of the questions: how many there are, and how readers judged them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from bench.questions.asked import Article
from bench.questions.fit import cross_validated
from bench.questions.judgements import Judgement, Verdict

FoundT = TypeVar("FoundT")

BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
ENOUGH_CLAIMS = 5
"""Articles with so many claims count for the yield."""


def of_the_yield(articles: Sequence[Article]) -> Iterator[str]:
    """Questions for 100 words, their recipes, and what was rejected and why."""
    able = [a for a in articles if len(a.material.claims.claims) >= ENOUGH_CLAIMS]
    words = sum(article.words for article in able)
    asked = [a for article in able for a in article.asked]
    unseen = [a for a in asked if a.unseen]
    recipes = [len({a.question.recipe for a in article.asked if a.unseen}) for article in able]
    yield f"{len(able)} articles with {ENOUGH_CLAIMS} claims or more, {words} words"
    yield f"  served unseen   {100 * len(unseen) / words:.2f} for 100 words"
    yield f"  recipes of an article's questions: {sum(recipes) / len(able):.1f} on average"
    sound = Counter(a.question.recipe for a in asked if a.reason is None)
    served = Counter(a.question.recipe for a in unseen)
    for recipe, count in sound.most_common():
        yield f"  {recipe!s:30} sound {count:4}   unseen {served[recipe]:4}"
    yield "rejected"
    reasons = Counter(a.reason for a in asked if a.reason)
    yield from (f"  {reason:30} {count:4}" for reason, count in reasons.most_common())


def of_the_judgements(judgements: Sequence[Judgement]) -> Iterator[str]:
    """The share valid and worth asking for each recipe and reader, and where readers differ."""
    yield f"{len(judgements)} questions judged"
    verdicts = [verdict for judgement in judgements for verdict in judgement.verdicts]
    for reader, found in _grouped(verdicts, lambda v: v.reader).items():
        yield f"  reader {reader:23} {_shares([(v.sound, v.worth) for v in found])}"
    for recipe, judged in _grouped(judgements, lambda j: j.question.recipe or "").items():
        yield f"  {recipe:30} {_shares([(j.sound, j.worth) for j in judged])}"
    yield from _of_two_readers([j for j in judgements if len(j.verdicts) > 1])


def _of_two_readers(twice: Sequence[Judgement]) -> Iterator[str]:
    """On how many readers differ, and what each says where one finds it valid and one does not."""
    if not twice:
        yield "no question judged by two readers"
        return
    apart = [j for j in twice if len({v.sound for v in j.verdicts}) > 1]
    on_worth = sum(len({v.worth for v in j.verdicts}) > 1 for j in twice)
    yield f"{len(twice)} judged by two readers: {_shares([(j.sound, j.worth) for j in twice])}"
    yield f"  they differ on whether {len(apart)} are valid and {on_worth} worth asking"
    for judgement in apart:
        said = "; ".join(f"{v.reader}: {_verdict(v)}" for v in judgement.verdicts)
        yield f"  {judgement.id} {judgement.question.recipe}: {said}"


def _verdict(verdict: Verdict) -> str:
    found = "valid" if verdict.valid else "not valid"
    other = ", with another answer than the key" if verdict.agrees is False else ""
    return f"{found}{other}{f' ({verdict.reason})' if verdict.reason else ''}"


def of_the_calibration(judgements: Sequence[Judgement]) -> Iterator[str]:
    """For each band of probability, cross-validated: how many, the mean, and the share valid."""
    judged = list(zip(cross_validated(judgements), (j.sound for j in judgements), strict=True))
    yield "probability, cross-validated    judged   mean   valid"
    for low, high in pairwise(BANDS):
        inside = [(likely, sound) for likely, sound in judged if low <= likely < high]
        if inside:
            mean, valid = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            yield f"  from {low:.2f}                  {len(inside):9}  {mean:5.3f}   {valid:5.3f}"


def _grouped(found: Iterable[FoundT], key: Callable[[FoundT], str]) -> dict[str, list[FoundT]]:
    groups: dict[str, list[FoundT]] = defaultdict(list)
    for one in found:
        groups[key(one)].append(one)
    return dict(sorted(groups.items()))


def _shares(found: Sequence[tuple[bool, bool]]) -> str:
    valid, worth = (sum(column) / len(found) for column in zip(*found, strict=True))
    return f"{len(found):4}  valid {valid:6.1%}, worth asking {worth:6.1%}"
