"""Sheets for blind readers: articles with questions and without keys, and the keys apart."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from bench.questions import answers
from bench.questions.asked import Article, Asked
from bench.questions.judgements import Judgement, write_keys
from questions.article import Article as Text

HEAD = """# Questions to judge

Read each article, then answer its questions from the text alone, before you look at any key.
Write one line of JSON for each question into a file of your own:

    {{"id": "…", "answer": "B", "valid": true, "worth": true, "reason": ""}}

`answer` is written as the line under the question says. `valid` is true only if all of this holds:

1. it is clear, grammatical English and can be understood without seeing other questions;
2. the article gives an answer to it;
3. no second answer is right, or arguably right;
4. it cannot be answered from the stem, from the form of the options, or by general knowledge alone;
5. names, roles and pronouns in it are right.

`worth` is true if it is valid and a teacher would keep it: it asks about something that matters in
the article, with wrong options that a pupil could believe. `reason` says in a few words why not.

{questions} questions about {articles} articles.
"""


def choose(asked: Sequence[Asked], number: int, articles: int, rng: Random) -> list[Asked]:
    """*number* of the questions *asked*, about so many *articles*, the recipes taking turns."""
    names = sorted({one.article for one in asked})
    kept = set(rng.sample(names, min(articles, len(names))))
    by_recipe: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        if one.article in kept:
            by_recipe[one.question.recipe or ""].append(one)
    for pool in by_recipe.values():
        rng.shuffle(pool)
    chosen: list[Asked] = []
    while len(chosen) < number and any(by_recipe.values()):
        chosen += [pool.pop() for pool in by_recipe.values() if pool]
    return sorted(chosen[:number], key=lambda asked: asked.article)


def spread(asked: Sequence[Asked], number: int, rng: Random) -> list[Asked]:
    """*number* of the questions *asked*: of recipes and articles the shares that they have there.

    Sorted by both, every so many-th is taken, beginning anywhere.
    """
    luck = {id(one): rng.random() for one in asked}
    ordered = sorted(asked, key=lambda a: (a.question.recipe or "", a.article, luck[id(a)]))
    step = len(ordered) / min(number, len(ordered)) if ordered else 1.0
    start = step * rng.random()
    chosen = [ordered[int(start + step * n)] for n in range(min(number, len(ordered)))]
    return sorted(chosen, key=lambda asked: asked.article)


def write(chosen: Sequence[Asked], articles: Sequence[Article], sheet: Path, keys: Path) -> None:
    """Write the *chosen* questions to the file *sheet*, and with their keys to the file *keys*."""
    by_article: dict[str, list[Judgement]] = defaultdict(list)
    for asked in chosen:
        by_article[asked.article].append(Judgement.of(asked))
    about = {article.name: article for article in articles}
    lines = [HEAD.format(questions=len(chosen), articles=len(by_article))]
    for name, judgements in by_article.items():
        lines += [*_article(name, about[name].material.article), *_questions(judgements)]
    sheet.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = (judgement for judgements in by_article.values() for judgement in judgements)
    write_keys(((judgement, about[judgement.article].text) for judgement in found), keys)


def _article(name: str, text: Text) -> Iterator[str]:
    yield f"\n---\n\n## Article {name}: {text.headline}\n"
    for section in text.sections:
        if len(text.sections) > 1:
            yield f"*Section {section.number}: {section.heading}*\n"
        yield from (f"[{p.number}] {p.text}\n" for p in section.paragraphs)


def _questions(judgements: Sequence[Judgement]) -> Iterator[str]:
    yield "### Questions\n"
    for judgement in judgements:
        question = judgement.question
        yield f"**{judgement.id}** {question.prompt}\n"
        yield from (f"    {line}" for line in answers.lines(question))
        yield f"\n    → {answers.how(question)}\n"
