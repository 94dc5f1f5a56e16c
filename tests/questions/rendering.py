"""Questions on a page, without an application around them."""

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from werkzeug.datastructures import MultiDict
from wtforms import Field, Form

from questions.question import Question

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
TRANSLATED: set[str] = set()
"""Every text that a template has asked the translation of."""

VOID = {"input", "br", "meta", "link", "img", "hr"}


def _gettext(text: str, **words: Any) -> str:
    TRANSLATED.add(text)
    return text % words if words else text


ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True
)
ENVIRONMENT.globals["_"] = _gettext
ENVIRONMENT.filters["number"] = "{:.1f}".format
ENVIRONMENT.filters["translated"] = _gettext


def ask(
    question: Question[Any],
    sent: MultiDict[str, Any] | None = None,
    *,
    stored: Any = None,
    seed: int = 7,
    name: str = "answer",
) -> tuple[Form, Field]:
    """The form around the field of *question*, and the field, with what was *sent*."""
    cls = type("AnswerForm", (Form,), {name: question.field(Random(seed))})
    form: Form = cls(sent, data={name: stored})
    return form, form[name]


def page(question: Question[Any], field: Field) -> str:
    """The open question as HTML."""
    names = [f"questions/{question.kind}.html", "questions/_question.html"]
    return ENVIRONMENT.select_template(names).render(question=question, field=field)


def review_page(question: Question[Any], answer: Any) -> str:
    """The question after the answer, as HTML."""
    template = ENVIRONMENT.get_template("questions/_review.html")
    grade = None if answer is None else question.grade(answer)
    return template.render(question=question, lines=question.review(answer), grade=grade)


class Page(HTMLParser):
    """What of a page the tests look at; every tag must be closed in turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.inputs: list[dict[str, str]] = []
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.labelled: set[str] = set()
        self.described: set[str] = set()
        self.text: list[str] = []
        self._open: list[str] = []
        self._labels: list[bool] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        if "id" in values:
            self.ids[values["id"]] += 1
        self.described.update(values.get("aria-describedby", "").split())
        if tag == "label" and "for" in values:
            self.labelled.add(values["for"])
        if tag in ("input", "select", "textarea"):
            if "label" in self._open:
                self.labelled.add(values["id"])
            self.inputs.append({"tag": tag, **values})
        if tag == "option":
            state = "selected" if "selected" in values else ""
            self.inputs[-1][f"option {values['value']}"] = state
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self._open and self._open[-1] == "textarea":
            self.inputs[-1]["value"] = data.lstrip()


def sent_by(page: Page) -> MultiDict[str, Any]:
    """What a browser would send for *page* as it was rendered."""
    sent: MultiDict[str, Any] = MultiDict()
    for item in page.inputs:
        if item["tag"] == "select":
            chosen = [k.removeprefix("option ") for k, v in item.items() if v == "selected"]
            sent.add(item["name"], chosen[0] if chosen else "")
        elif item.get("type") in ("radio", "checkbox"):
            if "checked" in item:
                sent.add(item["name"], item["value"])
        else:
            sent.add(item["name"], item.get("value", ""))
    return sent
