"""A short article with its claims and one question of every interaction, to fill the pages with."""

from typing import Any

from questions.article import Article, Caption, Paragraph, Section, Span
from questions.claims import Claim, Claims, Form, Naming, Source, SourceKind
from questions.pack import Pack
from questions.question import Evidence, Process, Skill
from questions.types.choice import Choice
from questions.types.match import Match, Row
from questions.types.multiple_response import MultipleResponse
from questions.types.open import Open, Rubric
from questions.types.order import Order
from questions.types.select_text import SelectText
from questions.types.short_text import ShortText
from questions.types.true_false_not_given import Statement, TrueFalseNotGiven, Verdict
from questions.types.two_part import TwoPart

TEXT = (
    (
        "The bridge closes",
        (
            "The old bridge over the Lorn has been closed since Monday, and the market on the "
            "far bank has lost half of its customers.",
            "“We had no warning at all,” said Ada Okafor, who sells fruit beside the river.",
        ),
    ),
    (
        "Who looked at it",
        (
            "The bridge was last inspected in 2019, according to the minutes of the town council.",
            "Jon Bell, the town’s engineer, said that two of the four piers were cracked. He added "
            "that nobody had asked him for a second look.",
        ),
    ),
    (
        "What happens now",
        ("The mayor promised a ferry “before the end of the month”. Okafor does not believe it.",),
    ),
)
"""Headings and paragraphs of the sections."""

CHOICE_KEY = "The minutes of the town council"
CHOICE_OTHERS = ("Jon Bell, the engineer", "Ada Okafor, who sells fruit", "The mayor")

RIGHT: dict[str, dict[str, str | list[str]]] = {
    "choice": {"answer": CHOICE_KEY},
    "multiple_response": {"answer": ["Ada Okafor", "Jon Bell"]},
    "true_false_not_given": {"answer-1": "true", "answer-2": "not given"},
    "match": {"answer-1": "Ada Okafor", "answer-2": "The mayor"},
    "order": {},
    "select_text": {},
    "short_text": {"answer": "2019"},
    "two_part": {},
    "open": {"answer": "Because he promises something that is not there yet."},
}
"""What a browser sends for a right answer, where that does not depend on the shuffle."""


def article() -> Article:
    """The article, with three sections and five paragraphs."""
    sections, number = [], 0
    for position, (heading, texts) in enumerate(TEXT, 1):
        paragraphs = [Paragraph(number + n, text) for n, text in enumerate(texts, 1)]
        number += len(texts)
        sections.append(Section(position, heading, tuple(paragraphs), own_heading=True))
    return Article(
        headline="Bridge closed, market empty",
        outlet="The Lorn Observer",
        byline="By Kim Lund",
        sections=tuple(sections),
        captions=(Caption("The bridge on Tuesday.", "Lee Moss", 1),),
    )


def span(paragraph: int, words: str) -> Span:
    """Where *words* stand in a paragraph."""
    start = article().paragraph(paragraph).text.index(words)
    return Span(paragraph, start, start + len(words))


def quote(paragraph: int, words: str) -> Evidence:
    """*words* of a paragraph, as evidence."""
    found = span(paragraph, words)
    return Evidence(found.paragraph, found.start, found.end, words)


def claims() -> Claims:
    """Who said what."""
    people = (
        ("Ada Okafor", SourceKind.PERSON, "who sells fruit beside the river", ((2, "Ada Okafor"),)),
        ("The town council", SourceKind.DOCUMENT, None, ((3, "the minutes of the town council"),)),
        ("Jon Bell", SourceKind.PERSON, "the town’s engineer", ((4, "Jon Bell"), (4, "He"))),
        ("The mayor", SourceKind.PERSON, None, ((5, "The mayor"),)),
    )
    said = (
        (0, 2, "said", "We had no warning at all", Form.DIRECT),
        (1, 3, "according to", "The bridge was last inspected in 2019", Form.INDIRECT),
        (2, 4, "said", "two of the four piers were cracked", Form.INDIRECT),
        (3, 5, "promised", "a ferry “before the end of the month”", Form.MIXED),
    )
    return Claims(
        sources=tuple(
            Source(
                name,
                kind,
                Naming.NAME_AND_ROLE if role else Naming.NAME_ONLY,
                role,
                tuple(span(*mention) for mention in mentions),
            )
            for name, kind, role, mentions in people
        ),
        claims=tuple(
            Claim(source, None, span(paragraph, cue), (span(paragraph, words),), form)
            for source, paragraph, cue, words, form in said
        ),
    )


def questions(key: str = CHOICE_KEY) -> dict[str, Any]:
    """One question of every interaction by its kind; *key* is that of the choice question."""
    common: dict[str, Any] = {"process": Process.LOCATE}
    sentences = (
        quote(4, "Jon Bell, the town’s engineer, said that two of the four piers were cracked."),
        quote(4, "He added that nobody had asked him for a second look."),
    )
    return {
        "choice": Choice(
            prompt="Who says that the bridge was inspected in 2019?",
            skill=Skill.WHO_SAID_IT,
            section=2,
            options=(CHOICE_KEY, *CHOICE_OTHERS),
            key=(key,),
            evidence=(quote(3, "according to the minutes of the town council"),),
            explanation="The words “according to” hand the claim to the minutes of the council.",
            **common,
        ),
        "multiple_response": MultipleResponse(
            prompt="Which people does the reporter quote or report?",
            skill=Skill.WHO_SAID_IT,
            section=1,
            options=("Ada Okafor", "Jon Bell", "A customer"),
            key=("Ada Okafor", "Jon Bell"),
            evidence=(quote(2, "said Ada Okafor"),),
            **common,
        ),
        "true_false_not_given": TrueFalseNotGiven(
            prompt="What does the article say?",
            skill=Skill.TRUE_FALSE_NOT_GIVEN,
            section=1,
            statements=(
                Statement("The market has lost customers.", Verdict("true")),
                Statement("The market is to move.", Verdict("not given")),
            ),
            evidence=(quote(1, "has lost half of its customers"),),
            **common,
        ),
        "match": Match(
            prompt="Who says it?",
            skill=Skill.CLAIMS_TO_SOURCES,
            section=3,
            rows=(
                Row("There was no warning.", "Ada Okafor"),
                Row("There will be a ferry.", "The mayor"),
            ),
            options=("Ada Okafor", "The mayor", "None of these"),
            evidence=(quote(5, "The mayor promised a ferry"),),
            **common,
        ),
        "order": Order(
            prompt="What came first?",
            skill=Skill.DETAIL,
            section=3,
            items=("The inspection", "The closing", "The ferry"),
            evidence=(quote(5, "before the end of the month"),),
            **common,
        ),
        "select_text": SelectText(
            prompt="Tap the sentence that says how many piers are cracked.",
            skill=Skill.FIND_ATTRIBUTION,
            section=2,
            offered=sentences,
            accepted=sentences[:1],
            evidence=sentences[:1],
            **common,
        ),
        "short_text": ShortText(
            prompt="In which year was the bridge last inspected?",
            skill=Skill.DETAIL,
            section=2,
            accepted=("2019",),
            reads_as="number",
            evidence=(quote(3, "last inspected in 2019"),),
            explanation="Paragraph 3 names the year.",
            **common,
        ),
        "two_part": TwoPart(
            prompt="What does the engineer claim?",
            skill=Skill.CLAIM_AND_EVIDENCE,
            section=2,
            options=("Two piers are cracked", "The council is at fault", "A ferry will come"),
            key=("Two piers are cracked",),
            second_prompt="Which sentence says so?",
            offered=sentences,
            accepted=sentences[:1],
            evidence=sentences[:1],
            **common,
        ),
        "open": Open(
            prompt="Why might Okafor not believe the mayor?",
            skill=Skill.WHOM_TO_TRUST,
            section=3,
            rubric=Rubric("Names a reason from the text.", "Names a reason.", "No reason."),
            model_answer="The town had given no warning before, so she doubts its promises.",
            evidence=(quote(5, "Okafor does not believe it."),),
            **common,
        ),
    }


def pack(slug: str = "bridge", key: str = CHOICE_KEY) -> Pack:
    """Everything in one; *key* is that of the choice question."""
    asked = sorted(questions(key).items(), key=lambda pair: pair[1].section)
    return Pack(
        slug=slug,
        title="Bridge closed, market empty",
        level="13 and up",
        licence="CC BY 4.0",
        article=article(),
        questions=tuple(question for _, question in asked),
        ids=tuple(kind for kind, _ in asked),
    )
