"""A teacher's pages: classes, assignments, scores, marks, quizzes."""

import csv
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import StringIO

import pytest
from flask import Flask
from sqlalchemy import event, select

from quizapp import db
from quizapp.models import Assignment, Mark
from quizapp.store.classes import Cell, Scored
from quizapp.store.scores import State
from quizapp.usecases import accounts, attempts, classes, names
from quizapp.usecases.assignments import MOST_ATTEMPTS
from quizapp.usecases.attempts import Submission
from quizapp.web import spreadsheet, words
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import PASSWORD, Browser, School, signed_in_pupil


@contextmanager
def counted_queries(app: Flask) -> Iterator[list[str]]:
    """Every statement that is run meanwhile."""
    seen: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        seen.append(statement)

    with app.app_context():
        engines = list(db.sql.engines.values())
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    yield seen
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)


def test_a_teacher_comes_in_by_the_link_once(app: Flask, browser: Callable[[], Browser]) -> None:
    with app.app_context():
        from_link = f"/welcome/{accounts.invite_teacher()}"
    new = browser()
    short = new.send(from_link, name="Ms Okafor", password="short", again="short")
    assert "Take 10 to 200 characters" in short.text
    assert 'aria-describedby="password-errors"' in short.text
    other = new.send(from_link, name="Ms Okafor", password=PASSWORD, again="another one")
    assert "not the same" in other.text
    made = new.send(from_link, name="Ms Okafor", password=PASSWORD, again=PASSWORD)
    assert made.location == "/classes"
    assert "Ms Okafor" in new.get("/classes").text
    assert browser().get(from_link).status_code == 404
    assert browser().send("/sign-in", name="ms okafor", password=PASSWORD).status_code == 303


def test_a_class_from_its_name_to_its_poster(teacher: Browser) -> None:
    made = teacher.send("/classes", name="8a")
    shown = teacher.get(made.location).text
    code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", shown)
    assert code
    assert "<svg" in shown
    poster = teacher.get(f"{made.location}/poster").text
    assert code[0] in poster
    assert "<path" in poster
    teacher.send(made.location, to=f"{made.location}/joining", open="no")
    assert "Nobody can join at the moment" in teacher.get(made.location).text
    teacher.send(made.location, to=f"{made.location}/joining", open="yes")
    assert "Pupils can join until" in teacher.get(made.location).text


def test_what_a_form_allows_is_allowed(teacher: Browser, school: School) -> None:
    """No form promises more than what is done with it takes."""
    assign = f"/classes/{school.class_id}/assign"
    assert f'max="{MOST_ATTEMPTS}" min="1"' in teacher.get(assign).text
    rules = {"quiz": str(school.quiz_id), "feedback": "after each answer"}
    sent = teacher.send(assign, attempts_allowed=str(MOST_ATTEMPTS), **rules)
    assert sent.status_code == 303
    sent = teacher.send(assign, attempts_allowed=str(MOST_ATTEMPTS + 1), **rules)
    assert f"Take a number from 1 to {MOST_ATTEMPTS}." in sent.text
    for name, status in (("x" * names.LONGEST, 303), ("x" * (names.LONGEST + 1), 422)):
        assert teacher.send("/classes", name=name).status_code == status


def test_new_words_for_a_pupil_who_lost_them(
    teacher: Browser, browser: Callable[[], Browser], school: School
) -> None:
    page = f"/classes/{school.class_id}/pupils/{school.pupil_id}/phrase"
    asked = teacher.get(page).text
    assert "Do this only if Amina has lost the four words" in asked
    assert 'class="phrase"' not in asked
    made = teacher.send(page)
    assert (made.status_code, made.location) == (303, page)
    cards = [teacher.get(page).text for _ in range(2)]  # loading it again is no harm
    phrase = re.search(r'class="phrase">([^<]+)<', cards[1])
    assert phrase
    assert "Amina, 9b" in cards[1]
    assert "/back</strong>" in cards[1]
    other = f"/classes/{school.class_id}/pupils/{school.classmate_id}/phrase"
    assert phrase[1] not in teacher.get(other).text
    left = teacher.send(page, to=f"/classes/{school.class_id}/phrase-passed-on")
    assert left.location == f"/classes/{school.class_id}"
    assert phrase[1] not in teacher.get(page).text
    assert "Hello, Amina" in signed_in_pupil(browser(), phrase[1]).get("/me").text
    assert browser().send("/back", phrase=school.phrase).status_code == 422


def test_table_and_csv_say_the_same_and_each_mark_opens_the_answer(
    app: Flask, teacher: Browser, school: School
) -> None:
    with app.app_context():
        for number, (kind, answer) in enumerate(
            (("choice", newspaper.CHOICE_KEY), ("short_text", "1999"), ("open", "Because."))
        ):
            submission = Submission(school.position(kind), answer, f"k{number}", number + 1)
            attempts.save_answer(school.pupil_id, school.attempt_id, submission)
    page = teacher.get(f"/assignments/{school.assignment_id}").text
    row = next(r for r in re.findall(r"<tr>.*?</tr>", page, re.DOTALL) if "Amina" in r)
    signs = re.findall(r'aria-hidden="true">(.)</span>', row)
    assert signs[school.position("choice") - 1] == "✓"
    assert signs[school.position("short_text") - 1] == "✗"
    assert signs[school.position("open") - 1] == "?"
    assert signs.count("·") == 6
    assert ">1/9<" in row
    address = re.findall(r'href="([^"]+)"', row)[school.position("short_text") - 1]
    assert "1999" in teacher.get(address).text
    response = teacher.get(f"/assignments/{school.assignment_id}/scores.csv")
    assert response.mimetype == "text/csv"
    page = teacher.get(f"/assignments/{school.assignment_id}").text
    assert f"/assignments/{school.assignment_id}/results.xlsx" in page
    assert re.fullmatch(
        r'attachment; filename="scores-[a-z0-9]+(-[a-z0-9]+)+\.csv"',
        response.headers["Content-Disposition"],
    )
    table = read_csv(response.text)
    amina = dict(zip(table[0], table[1], strict=True))
    assert amina["Pupil"] == "Amina"
    assert amina[str(school.position("choice"))] == "1"
    assert amina[str(school.position("short_text"))] == "0"
    assert amina["Score"] == "1"
    assert amina["Possible"] == "9"
    assert amina[str(school.position("open"))] == "to be marked"


def test_an_open_answer_is_marked(app: Flask, teacher: Browser, school: School) -> None:
    position = school.position("open")
    with app.app_context():
        submission = Submission(position, "Because.", "k", 1)
        attempts.save_answer(school.pupil_id, school.attempt_id, submission)
    page = f"/assignments/{school.assignment_id}/pupils/{school.pupil_id}/questions/{position}"
    assert teacher.send(page, score="7").status_code == 422
    assert teacher.send(page, score="1").status_code == 303
    assert "partly right" in teacher.get(page).text
    closed = page.rsplit("/", 1)[0] + f"/{school.position('choice')}"
    assert teacher.send(page, to=closed, score="2").status_code == 404


def test_a_mark_is_for_the_answer_that_was_read(
    app: Flask, teacher: Browser, school: School
) -> None:
    position = school.position("open")
    page = f"/assignments/{school.assignment_id}/pupils/{school.pupil_id}/questions/{position}"
    with app.app_context():
        read = Submission(position, "A thoughtful one.", "k", 1)
        attempts.save_answer(school.pupil_id, school.attempt_id, read)
        attempts.hand_in(school.pupil_id, school.attempt_id)
    seen = shown(teacher, page)
    with app.app_context():
        second = attempts.start_attempt(school.pupil_id, school.assignment_id)
        unread = Submission(position, "Rubbish.", "k", 1)
        attempts.save_answer(school.pupil_id, second, unread)
        attempts.hand_in(school.pupil_id, second)
    assert shown(teacher, page) != seen
    refused = teacher.send(page, score="2", answer=seen)
    assert refused.status_code == 409
    assert "answered again since" in refused.text
    with app.app_context():
        marks = db.reading().scalars(select(Mark)).all()
    assert marks == []


def shown(teacher: Browser, page: str) -> str:
    """The number of the answer that *page* shows."""
    found = re.search(r'name="answer" type="hidden" value="(\d+)"', teacher.get(page).text)
    assert found
    return found[1]


def test_a_quiz_is_made_of_chosen_questions_and_assigned(teacher: Browser, school: School) -> None:
    article = f"/library/{school.article_id}"
    page = teacher.get(article).text
    assert 'class="claim claim-1"' in page
    assert "The words “according to” hand the claim" in page
    nothing = teacher.send(article, to=f"{article}/quizzes", title="Empty", questions=[])
    assert "Choose at least one question" in nothing.text
    chosen = [str(version) for version in school.versions[:2]]
    made = teacher.send(article, to=f"{article}/quizzes", title="Two of them", questions=chosen)
    assert made.status_code == 303
    page = teacher.get(article).text
    quiz = re.search(r"assign\?quiz=(\d+)[^>]*>[^<]*<[^>]*>: Two of them", page)
    assert quiz
    assign = f"/classes/{school.class_id}/assign"
    wrong = teacher.send(assign, quiz=quiz[1], feedback="never", attempts_allowed="0")
    assert wrong.status_code == 422
    late = teacher.send(
        assign, quiz=quiz[1], feedback="after the due date", attempts_allowed="1", due_at=""
    )
    assert late.status_code == 422
    given = teacher.send(
        assign,
        quiz=quiz[1],
        feedback="after the due date",
        attempts_allowed="1",
        due_at="2099-05-01T14:00",
    )
    assert given.status_code == 303
    assert "May 1, 2099" in teacher.get(given.location, headers={"Accept-Language": "en-US"}).text
    german = teacher.get(given.location, headers={"Accept-Language": "de"}).text
    assert "01.05.2099, 14:00" in german


def test_times_are_typed_and_shown_by_the_clock_of_the_school(
    app: Flask, teacher: Browser, school: School
) -> None:
    app.config["TIMEZONE"] = "Asia/Kathmandu"
    given = teacher.send(
        f"/classes/{school.class_id}/assign",
        quiz=str(school.quiz_id),
        feedback="after each answer",
        attempts_allowed="1",
        due_at="2099-05-01T14:00",
    ).location
    assert "01.05.2099, 14:00" in teacher.get(given, headers={"Accept-Language": "de"}).text
    with app.app_context():
        due = db.reading().scalars(select(Assignment.due_at).order_by(Assignment.id.desc())).first()
    assert due == datetime(2099, 5, 1, 8, 15, tzinfo=UTC)
    app.config["TIMEZONE"] = "America/New_York"
    assert "01.05.2099, 04:15" in teacher.get(given, headers={"Accept-Language": "de"}).text


def test_queries_do_not_grow_with_pupils_or_answers(
    app: Flask, teacher: Browser, school: School
) -> None:
    def cost(path: str) -> int:
        with counted_queries(app) as seen:
            assert teacher.get(path).status_code == 200
        return len(seen)

    pages = (f"/assignments/{school.assignment_id}", f"/classes/{school.class_id}", "/classes")
    assert [cost(page) for page in pages]  # the first time also opens connections
    before = [cost(page) for page in pages]
    with app.app_context():
        for number in range(12):
            pupil = classes.join_class(school.code, f"P{number}").pupil_id
            attempt = attempts.start_attempt(pupil, school.assignment_id)
            for position, kind in ((3, "choice"), (5, "short_text")):
                answer = {"choice": newspaper.CHOICE_KEY, "short_text": "2019"}[kind]
                assert position == school.position(kind)
                attempts.save_answer(pupil, attempt, Submission(position, answer, kind, position))
            attempts.hand_in(pupil, attempt)
    assert [cost(page) for page in pages] == before
    assert max(before) < 12


def test_every_cell_is_in_quotes(
    teacher: Browser, school: School, browser: Callable[[], Browser]
) -> None:
    browser().send("/join", code=school.code, name="q;=1+1;")
    text = teacher.get(f"/assignments/{school.assignment_id}/scores.csv").text
    assert '"q;=1+1;",' in text
    for line in text.removeprefix("\ufeff").splitlines():
        assert re.fullmatch(r'"[^"]*"(,"[^"]*")*', line)


@pytest.mark.parametrize("name", ["=1+1", "+A1", "-2", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_no_cell_begins_a_formula(name: str) -> None:
    cell = Cell(1, State.RIGHT, 1 / 3, 1)
    row = Scored(1, name, 1, 1, None, (cell,), 1 / 3, 1, 0)
    shown = spreadsheet.cells(row, str)
    (written,) = csv.reader(StringIO(spreadsheet.as_csv([shown]).removeprefix("\ufeff")))
    assert written == [f"'{name}", "0.33", "0.33", "1"]


@pytest.mark.parametrize(
    ("points", "shown"),
    [
        (0, "0"),
        (1, "1"),
        (0.5, "0.5"),
        (2 / 3, "0.67"),
        (0.996, "0.99"),
        (1e-4, "0.01"),
        (7.9999, "7.99"),
        (8.001, "8.01"),
        (0.1 + 0.7 + 0.2, "1"),
        (12.25, "12.25"),
    ],
)
def test_a_part_never_becomes_a_whole_or_nothing(app: Flask, points: float, shown: str) -> None:
    with app.test_request_context():
        assert words.number(points) == shown
    assert spreadsheet.points(points) == shown


def test_only_all_is_a_hundred_percent(app: Flask) -> None:
    with app.test_request_context():
        assert [words.percent(s) for s in (0, 0.001, 0.999, 1)] == ["0%", "1%", "99%", "100%"]


def shown_table(page: str) -> list[list[str]]:
    """The words and numbers of the score table, as somebody hears them who does not see it."""
    heard = []
    for row in re.findall(r"<tr.*?</tr>", page, re.DOTALL):
        cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        spoken = [re.sub(r'<span aria-hidden="true">.*?</span>', "", cell) for cell in cells]
        heard.append([re.sub(r"<[^>]+>", "", cell).strip() for cell in spoken])
    return heard


def read_csv(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("sort", ["name", "-score", "1"])
def test_every_cell_of_the_csv_is_that_of_the_page(
    app: Flask, teacher: Browser, school: School, sort: str
) -> None:
    right, half = newspaper.CHOICE_KEY, ["Ada Okafor"]
    given = {
        "choice": (right, right),
        "multiple_response": (half, ["Ada Okafor", "Jon Bell"]),
        "match": (["Ada Okafor", "None of these"], ["None of these", "None of these"]),
        "order": (["The inspection", "The closing", "The ferry"], None),
        "open": ("Because.", None),
    }
    with app.app_context():
        for number, pupil in enumerate((school.pupil_id, school.classmate_id)):
            attempt = attempts.start_attempt(pupil, school.assignment_id)
            for kind, sent in given.items():
                if sent[number] is not None:
                    place = school.position(kind)
                    submission = Submission(place, sent[number], kind, place)
                    attempts.save_answer(pupil, attempt, submission)
            attempts.hand_in(pupil, attempt)
        classes.join_class(school.code, "Chiara")
    address = f"/assignments/{school.assignment_id}"
    heard = shown_table(teacher.get(f"{address}?sort={sort}").text)
    table = read_csv(teacher.get(f"{address}/scores.csv?sort={sort}").text)
    assert len(heard) == len(table) == 5
    columns = [re.sub(r"^Question (\d+): .+", r"\1", cell) for cell in heard[0]]
    assert columns == table[0][:-1]
    for page_row, csv_row in zip(heard[1:], table[1:], strict=True):
        *cells, total = page_row
        spoken = [cell.rpartition(": ")[2] for cell in cells]
        of_total = f"{csv_row[-2]}/{csv_row[-1]}".replace("–/9", "–")
        assert [*spoken, total] == [*csv_row[:-2], of_total]
    words_and_numbers = {cell for row in table[1:] for cell in row}
    assert {"0.5", "3", "no answer", "to be marked", "not started"} <= words_and_numbers


def test_the_table_is_ordered_by_any_column(app: Flask, teacher: Browser, school: School) -> None:
    position = school.position("choice")
    with app.app_context():
        submission = Submission(position, newspaper.CHOICE_KEY, "k", 1)
        attempts.save_answer(school.pupil_id, school.attempt_id, submission)
        classes.join_class(school.code, "Chiara")

    def pupils(sort: str) -> tuple[str, str]:
        page = teacher.get(f"/assignments/{school.assignment_id}?sort={sort}").text
        heading = re.search(r'<th [^>]*aria-sort="(\w+)"[^>]*><a href="([^"]+)"', page)
        assert heading
        assert page.count("aria-sort") == 1
        names = re.findall(r'<th scope="row" dir="auto">(\w)', page)
        return "".join(names), f"{heading[1]} -> {heading[2].rpartition('=')[2]}"

    assert pupils("") == ("ABC", "ascending -> -name")
    assert pupils("-name") == ("CBA", "descending -> name")
    assert pupils("score") == ("BCA", "ascending -> -score")
    assert pupils("-score") == ("ABC", "descending -> score")
    assert pupils(f"-{position}") == ("ABC", f"descending -> {position}")
    assert pupils("nonsense") == pupils("²") == pupils("name")


def test_a_quiz_can_be_looked_through_with_its_key(teacher: Browser, school: School) -> None:
    article = f"/library/{school.article_id}"
    address = f"{article}/quizzes/{school.quiz_id}"
    assert f'href="{address}"' in teacher.get("/library").text
    assert f'href="{address}"' in teacher.get(article).text
    page = teacher.get(address).text
    assert "· suggested" not in page
    assert [int(n) for n in re.findall(r"Question (\d+) · ", page)] == list(range(1, 10))
    choice = page.split("Question ")[school.position("choice")]
    right = re.findall(r'class="option right">.*?<span dir="auto">([^<]+)<', choice, re.DOTALL)
    assert right == [newspaper.CHOICE_KEY]
    assert all(other in choice for other in newspaper.CHOICE_OTHERS)
    assert teacher.get(f"{article}/quizzes/999").status_code == 404


def test_a_new_quiz_starts_with_nothing_ticked_and_a_title_of_its_own(
    teacher: Browser, school: School
) -> None:
    article = f"/library/{school.article_id}"
    page = teacher.get(article).text
    assert not re.search(r'type="checkbox"[^>]* checked', page)
    headline = newspaper.article().headline
    assert f'value="{headline} (2)"' in page  # the standard quiz has the headline itself
    chosen = str(school.versions[0])
    teacher.send(article, to=f"{article}/quizzes", title=f"{headline} (2)", questions=[chosen])
    assert f'value="{headline} (3)"' in teacher.get(article).text


def test_open_answers_are_marked_one_after_the_other_by_the_rubric(
    app: Flask, teacher: Browser, school: School
) -> None:
    position = school.position("open")
    with app.app_context():
        classes.join_class(school.code, "Anna")  # between the two, without an answer
        for number, pupil in enumerate((school.pupil_id, school.classmate_id)):
            attempt = attempts.start_attempt(pupil, school.assignment_id)
            said = Submission(position, f"Because of {number}.", "k", 1)
            attempts.save_answer(pupil, attempt, said)
    table = teacher.get(f"/assignments/{school.assignment_id}").text
    in_a_row = f"/assignments/{school.assignment_id}/mark/{position}"
    assert f'href="{in_a_row}">To be marked: 2 answers<' in table
    single = f"/assignments/{school.assignment_id}/pupils/{school.pupil_id}/questions/{position}"
    page = teacher.get(single).text
    rubric = newspaper.questions()["open"].rubric
    assert all(text in page for text in (rubric.full, rubric.partial, rubric.none))
    assert page.count(newspaper.questions()["open"].model_answer) == 1
    assert "Amina wrote" in page
    assert "You answered" not in page
    following = re.search(r'href="([^"]+)">Next pupil<', page)
    assert following
    assert "Ben wrote" in teacher.get(following[1]).text
    assert teacher.send(single, score="2").status_code == 303
    assert "To be marked: 1 answer<" in teacher.get(f"/assignments/{school.assignment_id}").text


def test_the_table_says_what_each_question_asks(teacher: Browser, school: School) -> None:
    page = teacher.get(f"/assignments/{school.assignment_id}").text
    prompt = newspaper.questions()["choice"].prompt
    assert f'title="{prompt}"' in page
    ben = next(r for r in re.findall(r"<tr>.*?</tr>", page, re.DOTALL) if "Ben" in r)
    assert "<a" not in ben  # there is nothing to see of somebody who has not started
    assert ben.count("not started") == 9


def test_errors_leave_a_teacher_a_way_on(
    teacher: Browser, pupil: Browser, browser: Callable[[], Browser]
) -> None:
    missing = teacher.get("/classes/999")
    assert missing.status_code == 404
    assert 'href="/library"' in missing.text
    assert "Sign out first" not in missing.text
    strange = teacher.get("/me")
    assert strange.status_code == 403
    assert "Sign out first" in strange.text
    assert 'href="/library"' not in pupil.get("/classes").text
    assert 'action="/sign-out"' not in browser().get("/nowhere").text
