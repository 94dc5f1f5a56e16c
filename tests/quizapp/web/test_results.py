"""The pages and files about results: the same figures everywhere, parts of a class, groups."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from io import BytesIO, StringIO
from itertools import combinations
from math import dist
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from flask import Flask
from sqlalchemy import event

from quizapp import db
from quizapp.store import analysis, classes, narrowing, rosters
from quizapp.usecases import attempts
from quizapp.usecases import classes as class_usecases
from quizapp.usecases import pupils as pupil_usecases
from quizapp.usecases.attempts import Submission
from quizapp.web import pictures, spreadsheet, words
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import Browser, School

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def handed_in(school: School, number: int, first: int = 0) -> list[int]:
    """So many pupils more who have handed in: the even ones with the right choice."""
    ids = []
    position = school.position("choice")
    question = newspaper.pack().questions[position - 1]
    for n in range(first, first + number):
        pupil_id = class_usecases.join_class(school.code, f"Pupil {n:02}").pupil_id
        attempt = attempts.start_attempt(pupil_id, school.assignment_id)
        answer = newspaper.CHOICE_KEY if n % 2 == 0 else question.wrong_texts[0]
        attempts.save_answer(pupil_id, attempt, Submission(position, answer, "k", 1))
        attempts.hand_in(pupil_id, attempt)
        ids.append(pupil_id)
    return ids


def teacher_id(school: School) -> int:
    return next(
        number
        for number in range(1, 10)
        if any(card.id == school.class_id for card in classes.home(db.reading(), number))
    )


def rows_of(content: bytes, sheet: int) -> list[list[str]]:
    """The cells of a sheet, as texts."""
    with ZipFile(BytesIO(content)) as book:
        root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{sheet}.xml"))  # noqa: S314  our own
    return [
        ["".join(cell.itertext()) for cell in row.iter(f"{SHEET}c")]
        for row in root.iter(f"{SHEET}row")
    ]


@contextmanager
def counted_queries(app: Flask) -> Iterator[list[str]]:
    seen: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    with app.app_context():
        engine = db.sql.engine
    event.listen(engine, "before_cursor_execute", count)
    yield seen
    event.remove(engine, "before_cursor_execute", count)


def test_page_csv_and_xlsx_have_the_same_figures(
    app: Flask, teacher: Browser, school: School
) -> None:
    with app.app_context():
        handed_in(school, 5)
        found = analysis.analysis(db.reading(), teacher_id(school), school.assignment_id)
    here = f"/assignments/{school.assignment_id}"
    page = teacher.get(f"{here}/items").text
    text = teacher.get(f"{here}/items.csv").text.removeprefix("\ufeff")
    table = list(csv.reader(StringIO(text)))
    workbook = teacher.get(f"{here}/results.xlsx").data
    assert [row[1:] for row in rows_of(workbook, 2)] == [row[1:] for row in table]
    for item, row in zip(found.items, table[1:], strict=True):
        cells = re.search(rf'<tr id="q-{item.position}">(.*?)</tr>', page, re.DOTALL)
        assert cells
        if item.facility is not None:
            assert row[4] == spreadsheet.points(item.facility)
            with app.test_request_context():
                assert f"<td>{words.percent(item.facility)}<small>" in re.sub(
                    r">\s+", ">", cells[1]
                )
        assert row[3] == str(item.n)
    choice = found.items[school.position("choice") - 1]
    assert (choice.facility, choice.n, len(choice.blank)) == (0.6, 5, 0)
    scores = list(csv.reader(StringIO(teacher.get(f"{here}/scores.csv").text)))
    assert rows_of(workbook, 1)[1:] == scores[1:]


def test_no_text_in_the_workbook_is_a_formula() -> None:
    content = spreadsheet.as_xlsx({"scores": [["=1+1", "+A1", "{=1}", "https://a.example", 0.5]]})
    with ZipFile(BytesIO(content)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert rows_of(content, 1) == [["=1+1", "+A1", "{=1}", "https://a.example", "0.5"]]


def test_those_who_gave_an_answer_become_a_group(
    app: Flask, teacher: Browser, school: School
) -> None:
    with app.app_context():
        ids = handed_in(school, 6)
    here = f"/assignments/{school.assignment_id}/items"
    page = teacher.get(here).text
    wrong = [unescape(found) for found in re.findall(r'name="pupils" value="([\d,]+)"', page)]
    assert ",".join(map(str, ids[1::2])) in wrong
    proposed = re.search(
        rf'value="{",".join(map(str, ids[1::2]))}".*?name="name" value="([^"]+)"', page, re.DOTALL
    )
    assert proposed
    name = unescape(proposed[1])
    assert len(name) <= 40
    chosen = ",".join(map(str, ids[1::2]))
    response = teacher.send(here, f"{here}/group", name=name, pupils=chosen)
    assert response.status_code == 303
    with app.app_context():
        groups = rosters.groups_of(db.reading(), school.class_id)
    assert [(group.name, list(group.members)) for group in groups] == [(name, ids[1::2])]
    assert name in unescape(teacher.get(response.location).text)


@pytest.mark.parametrize("fields", [{"name": "", "pupils": "1"}, {"name": "A", "pupils": "1;2"}])
def test_no_group_is_made_of_nothing(
    app: Flask, teacher: Browser, school: School, fields: dict[str, str]
) -> None:
    with app.app_context():
        handed_in(school, 2)
    here = f"/assignments/{school.assignment_id}/items"
    response = teacher.send(here, f"{here}/group", **fields)
    assert "There is no group without a name" in teacher.get(response.location).text
    with app.app_context():
        assert rosters.groups_of(db.reading(), school.class_id) == ()


def test_a_table_is_narrowed_by_section_skill_and_group(
    app: Flask, teacher: Browser, school: School
) -> None:
    with app.app_context():
        ids = handed_in(school, 4)
        pupil_usecases.make_group(teacher_id(school), school.class_id, "Late", ids[:3])
        (group,) = rosters.groups_of(db.reading(), school.class_id)
        table = classes.scores(db.reading(), teacher_id(school), school.assignment_id)
    choice = table.columns[school.position("choice") - 1].question
    query = f"?section={choice.section}&skill={choice.skill.value}&group={group.id}"
    page = teacher.get(f"/assignments/{school.assignment_id}{query}").text
    same = [
        column.position
        for column in table.columns
        if (column.question.section, column.question.skill) == (choice.section, choice.skill)
    ]
    assert "n = 3 pupils" in page
    assert f"{len(same)} of {len(table.columns)} questions" in page
    assert re.findall(r'<th scope="row" dir="auto">([^<]+)</th>', page) == [
        "Pupil 00", "Pupil 01", "Pupil 02",
    ]  # fmt: skip
    assert f"2/{len(same)}" not in page
    assert page.count(f"1/{len(same)}") >= 2
    text = teacher.get(f"/assignments/{school.assignment_id}/scores.csv{query}").text
    names = [row[0] for row in csv.reader(StringIO(text))]
    assert names[1:4] == ["Pupil 00", "Pupil 01", "Pupil 02"]
    unknown = teacher.get(f"/assignments/{school.assignment_id}?section=99&skill=none&group=x")
    assert "Show all" not in unknown.text


def test_a_part_has_totals_of_its_own(app: Flask, school: School) -> None:
    with app.app_context():
        ids = handed_in(school, 4)
        table = classes.scores(db.reading(), teacher_id(school), school.assignment_id)
    position = school.position("choice")
    part = narrowing.narrowed(table, {position}, set(ids))
    assert [(row.points, row.possible) for row in part.rows] == [(1, 1), (0, 1), (1, 1), (0, 1)]
    assert (part.mean, part.possible, part.columns[0].mean) == (0.5, 1, 0.5)
    whole = narrowing.narrowed(
        table, {c.position for c in table.columns}, {r.pupil_id for r in table.rows}
    )
    assert whole == table


@pytest.mark.parametrize("page", ["", "/items", "/results.xlsx"])
def test_queries_do_not_grow_from_5_to_40(
    app: Flask, teacher: Browser, school: School, page: str
) -> None:
    path = f"/assignments/{school.assignment_id}{page}"
    costs = []
    for number, first in ((5, 0), (35, 5)):
        with app.app_context():
            handed_in(school, number, first)
        teacher.get(path)
        with counted_queries(app) as seen:
            teacher.get(path)
        costs.append(len(seen))
    assert costs[0] == costs[1] < 14


def test_labels_of_the_picture_stand_apart() -> None:
    figures = [(n, 0.5, 0.25) for n in range(12)] + [(20, 0.0, 1.0), (21, 1.0, -1.0)]
    dots = pictures.dots(figures)
    for one, two in combinations(dots, 2):
        assert dist((one.label_x, one.label_y), (two.label_x, two.label_y)) > 2 * pictures.ROOM - 1
    assert {(dot.x, dot.y) for dot in dots[:12]} == {(pictures.WIDTH / 2, pictures.HEIGHT * 3 / 8)}


def test_skills_over_time_page_and_file(app: Flask, teacher: Browser, school: School) -> None:
    here = f"/classes/{school.class_id}/skills"
    assert "As soon as something is handed in" in teacher.get(here).text
    with app.app_context():
        ids = handed_in(school, 4)
    page = teacher.get(here).text
    assert "n = 4" in page
    rows = list(csv.reader(StringIO(teacher.get(f"{here}.csv").text)))
    shares = {row[0]: row[1:] for row in rows[1:]}
    question = newspaper.pack().questions[school.position("choice") - 1]
    asked = sum(q.skill is question.skill for q in newspaper.pack().questions)
    assert shares[question.skill] == [spreadsheet.points(2 / (4 * asked)), "4"]
    own = list(csv.reader(StringIO(teacher.get(f"{here}/{ids[0]}.csv").text)))
    assert {row[0]: row[1] for row in own}[question.skill] == spreadsheet.points(1 / asked)
    assert "Pupil 00" in teacher.get(f"{here}/{ids[0]}").text
