"""Every route for everybody: a route that is not in the table fails, and so does a wrong door."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp import create_app, db
from quizapp.models import Amendment
from quizapp.store import classes as class_store
from quizapp.usecases import (
    accounts,
    assignments,
    attempts,
    bringing,
    classes,
    comments,
    objections,
    regrading,
    sessions,
)
from quizapp.usecases import pupils as pupils_of_class
from quizapp.usecases.assignments import Difference, Whom
from quizapp.usecases.attempts import Submission
from quizapp.usecases.regrading import Proposal
from tests.quizapp import school
from tests.quizapp.web.conftest import School, open_school

ABSENT = 987654
ROLES = ("anonymous", "pupil", "classmate", "pupil elsewhere", "teacher", "other teacher")


class Access(Enum):
    """Who gets in, by the status of each role on what belongs to pupil and teacher."""

    EVERYBODY = ("in", "in", "in", "in", "in", "in")
    ANY_PUPIL = ("/join", "in", "in", "in", 403, 403)
    THE_PUPIL = ("/join", "in", 404, 404, 403, 403)
    THE_CLASS = ("/join", "in", "in", 404, 403, 403)
    ANY_TEACHER = ("/sign-in", 403, 403, 403, "in", "in")
    THE_TEACHER = ("/sign-in", 403, 403, 403, "in", 404)


@dataclass(frozen=True)
class Route:
    """An address with the names of what it is about; *fields* are what a form would send."""

    path: str
    access: Access
    inside: int = 200
    fields: dict[str, str] = field(default_factory=dict)


ROUTES: dict[tuple[str, str], Route] = {
    ("static", "GET"): Route("/static/site.css", Access.EVERYBODY),
    ("health.healthz", "GET"): Route("/healthz", Access.EVERYBODY),
    ("join.index", "GET"): Route("/", Access.EVERYBODY, 303),
    ("join.join", "GET"): Route("/join", Access.EVERYBODY),
    ("join.join", "POST"): Route("/join", Access.EVERYBODY),
    ("join.join_by_code", "GET"): Route("/join/ABCD-EFGH", Access.EVERYBODY),
    ("join.back", "GET"): Route("/back", Access.EVERYBODY),
    ("join.back", "POST"): Route("/back", Access.EVERYBODY, 422, {"phrase": "one two three four"}),
    ("join.me", "GET"): Route("/me", Access.ANY_PUPIL),
    ("join.phrase_kept", "POST"): Route("/me/phrase-kept", Access.ANY_PUPIL, 303),
    ("accounts.sign_in", "GET"): Route("/sign-in", Access.EVERYBODY),
    ("accounts.sign_in", "POST"): Route("/sign-in", Access.EVERYBODY),
    ("accounts.welcome", "GET"): Route("/welcome/{token}", Access.EVERYBODY),
    ("accounts.welcome", "POST"): Route("/welcome/{token}", Access.EVERYBODY),
    ("accounts.sign_out", "POST"): Route("/sign-out", Access.EVERYBODY, 303),
    ("reading_options.choose", "GET"): Route("/reading-options", Access.EVERYBODY),
    ("reading_options.choose", "POST"): Route("/reading-options", Access.EVERYBODY, 303),
    ("attempts.start", "POST"): Route("/assignments/{assignment}/attempts", Access.THE_CLASS, 303),
    ("attempts.resume", "GET"): Route("/attempts/{attempt}", Access.THE_PUPIL, 303),
    ("attempts.section", "GET"): Route("/attempts/{attempt}/sections/2", Access.THE_PUPIL),
    ("attempts.question", "GET"): Route("/attempts/{attempt}/questions/3", Access.THE_PUPIL, 303),
    ("attempts.answer", "POST"): Route(
        "/attempts/{attempt}/questions/3",
        Access.THE_PUPIL,
        303,
        {"answer": "The mayor", "key": "k", "sequence": "9"},
    ),
    ("attempts.hand_in", "GET"): Route("/attempts/{attempt}/hand-in", Access.THE_PUPIL),
    ("attempts.hand_in", "POST"): Route("/attempts/{attempt}/hand-in", Access.THE_PUPIL, 303),
    ("attempts.result", "GET"): Route("/attempts/{attempt}/result", Access.THE_PUPIL, 303),
    ("classes.index", "GET"): Route("/classes", Access.ANY_TEACHER),
    ("classes.index", "POST"): Route("/classes", Access.ANY_TEACHER, 303, {"name": "8a"}),
    ("classes.show", "GET"): Route("/classes/{class}", Access.THE_TEACHER),
    ("classes.poster", "GET"): Route("/classes/{class}/poster", Access.THE_TEACHER),
    ("classes.joining", "POST"): Route(
        "/classes/{class}/joining", Access.THE_TEACHER, 303, {"open": "no"}
    ),
    ("classes.phrase", "GET"): Route("/classes/{class}/pupils/{pupil}/phrase", Access.THE_TEACHER),
    ("classes.renew_phrase", "POST"): Route(
        "/classes/{class}/pupils/{pupil}/phrase", Access.THE_TEACHER, 303
    ),
    ("classes.phrase_passed_on", "POST"): Route(
        "/classes/{class}/phrase-passed-on", Access.THE_TEACHER, 303
    ),
    ("assigning.assign", "GET"): Route("/classes/{class}/assign", Access.THE_TEACHER),
    ("assigning.assign", "POST"): Route(
        "/classes/{class}/assign",
        Access.THE_TEACHER,
        303,
        {"quiz": "{quiz}", "feedback": "after each answer", "attempts_allowed": "1"},
    ),
    ("assigning.rules", "GET"): Route("/assignments/{assignment}/rules", Access.THE_TEACHER),
    ("assigning.rules", "POST"): Route(
        "/assignments/{assignment}/rules",
        Access.THE_TEACHER,
        303,
        {"feedback": "after handing in", "attempts_allowed": "1"},
    ),
    ("assigning.open_for_pupils", "POST"): Route(
        "/assignments/{assignment}/open", Access.THE_TEACHER, 303
    ),
    ("assigning.close", "POST"): Route("/assignments/{assignment}/close", Access.THE_TEACHER, 303),
    ("assigning.release", "POST"): Route(
        "/assignments/{assignment}/release", Access.THE_TEACHER, 303, {"released": "yes"}
    ),
    ("assigning.delete", "POST"): Route(
        "/assignments/{assignment}/delete", Access.THE_TEACHER, 303
    ),
    ("assigning.override", "POST"): Route(
        "/assignments/{assignment}/overrides",
        Access.THE_TEACHER,
        303,
        {"whom": "pupil-{pupil}", "attempts_allowed": "3"},
    ),
    ("assigning.remove_override", "POST"): Route(
        "/assignments/{assignment}/overrides/1/remove", Access.THE_TEACHER, 303
    ),
    ("live.show", "GET"): Route("/assignments/{assignment}/live", Access.THE_TEACHER),
    ("live.stream", "GET"): Route("/assignments/{assignment}/live/stream", Access.THE_TEACHER),
    ("live.projector", "GET"): Route("/assignments/{assignment}/projector", Access.THE_TEACHER),
    ("classes.scores", "GET"): Route("/assignments/{assignment}", Access.THE_TEACHER),
    ("classes.scores_csv", "GET"): Route(
        "/assignments/{assignment}/scores.csv", Access.THE_TEACHER
    ),
    ("results.items", "GET"): Route("/assignments/{assignment}/items", Access.THE_TEACHER),
    ("results.items_csv", "GET"): Route("/assignments/{assignment}/items.csv", Access.THE_TEACHER),
    ("results.workbook", "GET"): Route(
        "/assignments/{assignment}/results.xlsx", Access.THE_TEACHER
    ),
    ("results.skills", "GET"): Route("/classes/{class}/skills", Access.THE_TEACHER),
    ("results.skills_csv", "GET"): Route("/classes/{class}/skills.csv", Access.THE_TEACHER),
    ("results.pupils_skills", "GET"): Route("/classes/{class}/skills/{pupil}", Access.THE_TEACHER),
    ("results.pupils_skills_csv", "GET"): Route(
        "/classes/{class}/skills/{pupil}.csv", Access.THE_TEACHER
    ),
    ("results.group", "POST"): Route(
        "/assignments/{assignment}/items/group",
        Access.THE_TEACHER,
        303,
        {"name": "Question 3", "pupils": "{pupil},{classmate}"},
    ),
    ("classes.answer", "GET"): Route(
        "/assignments/{assignment}/pupils/{pupil}/questions/9", Access.THE_TEACHER
    ),
    ("classes.answer", "POST"): Route(
        "/assignments/{assignment}/pupils/{pupil}/questions/9",
        Access.THE_TEACHER,
        303,
        {"answer": "1", "score": "2"},  # there is only one answer
    ),
    ("rosters.show", "GET"): Route("/classes/{class}/people", Access.THE_TEACHER),
    ("rosters.upload", "GET"): Route("/classes/{class}/people/list", Access.THE_TEACHER),
    ("rosters.upload", "POST"): Route(
        "/classes/{class}/people/list", Access.THE_TEACHER, 200, {"text": "name\nEve"}
    ),
    ("rosters.apply", "POST"): Route(
        "/classes/{class}/people/list/apply", Access.THE_TEACHER, 303, {"text": "name\nEve"}
    ),
    ("rosters.cards", "GET"): Route("/classes/{class}/people/cards", Access.THE_TEACHER),
    ("rosters.make_cards", "POST"): Route(
        "/classes/{class}/people/cards", Access.THE_TEACHER, 303, {"pupils": "{pupil}"}
    ),
    ("rosters.cards_done", "POST"): Route(
        "/classes/{class}/people/cards/done", Access.THE_TEACHER, 303
    ),
    ("rosters.make_group", "POST"): Route(
        "/classes/{class}/people/groups",
        Access.THE_TEACHER,
        303,
        {"name": "Early birds", "pupils": "{pupil}"},
    ),
    ("rosters.remove_group", "POST"): Route(
        "/classes/{class}/people/groups/{group}/remove", Access.THE_TEACHER, 303
    ),
    ("rosters.rename_class", "POST"): Route(
        "/classes/{class}/name", Access.THE_TEACHER, 303, {"name": "7c"}
    ),
    ("rosters.archive_class", "POST"): Route("/classes/{class}/archive", Access.THE_TEACHER, 303),
    ("rosters.share", "POST"): Route(
        "/classes/{class}/teachers", Access.THE_TEACHER, 303, {"colleague": "Mr Lee"}
    ),
    ("rosters.stop_sharing", "POST"): Route(
        "/classes/{class}/teachers/{colleague}/remove", Access.THE_TEACHER, 303
    ),
    ("rosters.pupil", "GET"): Route("/classes/{class}/people/{pupil}", Access.THE_TEACHER),
    ("rosters.rename", "POST"): Route(
        "/classes/{class}/people/{pupil}/name", Access.THE_TEACHER, 303, {"name": "Ada B"}
    ),
    ("rosters.archive", "POST"): Route(
        "/classes/{class}/people/{pupil}/archive", Access.THE_TEACHER, 303
    ),
    ("rosters.move", "POST"): Route(
        "/classes/{class}/people/{pupil}/move", Access.THE_TEACHER, 422, {"to": "{class}"}
    ),
    ("rosters.merge", "POST"): Route(
        "/classes/{class}/people/{pupil}/merge",
        Access.THE_TEACHER,
        303,
        {"duplicate": "{classmate}"},
    ),
    ("rosters.everything", "GET"): Route(
        "/classes/{class}/people/{pupil}/everything.json", Access.THE_TEACHER
    ),
    ("rosters.erase", "POST"): Route(
        "/classes/{class}/people/{pupil}/erase", Access.THE_TEACHER, 422, {"name": "somebody"}
    ),
    ("paper.type_in", "GET"): Route(
        "/assignments/{assignment}/pupils/{pupil}/paper", Access.THE_TEACHER
    ),
    ("paper.type_in", "POST"): Route(
        "/assignments/{assignment}/pupils/{pupil}/paper", Access.THE_TEACHER, 422
    ),
    ("paper.sheet", "GET"): Route("/library/{article}/quizzes/{quiz}/paper", Access.THE_TEACHER),
    ("paper.key", "GET"): Route("/library/{article}/quizzes/{quiz}/paper/key", Access.THE_TEACHER),
    ("administration.show", "GET"): Route("/administration", Access.THE_TEACHER),
    ("administration.invite", "POST"): Route(
        "/administration/invitations", Access.THE_TEACHER, 303
    ),
    ("administration.lock", "POST"): Route(
        "/administration/teachers/{colleague}/lock", Access.THE_TEACHER, 303
    ),
    ("administration.unlock", "POST"): Route(
        "/administration/teachers/{colleague}/unlock", Access.THE_TEACHER, 303
    ),
    ("administration.make_admin", "POST"): Route(
        "/administration/teachers/{colleague}/administrator", Access.THE_TEACHER, 303
    ),
    ("administration.back_up", "POST"): Route("/administration/backups", Access.THE_TEACHER, 303),
    ("objections.send", "POST"): Route(
        "/attempts/{attempt}/questions/{open}/objection",
        Access.THE_PUPIL,
        303,
        {"objection": "Nobody says so."},
    ),
    ("objections.show", "GET"): Route("/objections", Access.ANY_TEACHER),
    ("objections.settle", "POST"): Route(
        "/objections/{objection}", Access.THE_TEACHER, 303, {"reply": "You are right."}
    ),
    ("open_answers.mark", "GET"): Route(
        "/assignments/{assignment}/mark/{open}", Access.THE_TEACHER
    ),
    ("open_answers.mark", "POST"): Route(
        "/assignments/{assignment}/mark/{open}", Access.THE_TEACHER, 303
    ),
    ("open_answers.forget", "POST"): Route("/comments/{saved}/forget", Access.THE_TEACHER, 303),
    ("regrading.show", "GET"): Route("/assignments/{assignment}/questions/1", Access.THE_TEACHER),
    ("regrading.show", "POST"): Route(
        "/assignments/{assignment}/questions/1",
        Access.THE_TEACHER,
        303,
        {"amendment": "void", "reason": "Wrong.", "seen": "0", "do": "apply"},
    ),
    ("regrading.undo", "POST"): Route(
        "/assignments/{assignment}/questions/2/undo/{regrade}", Access.THE_TEACHER, 303
    ),
    ("articles.index", "GET"): Route("/library", Access.ANY_TEACHER),
    ("bringing.new", "GET"): Route("/library/new", Access.ANY_TEACHER),
    ("bringing.text", "POST"): Route(
        "/library/new/text", Access.ANY_TEACHER, 303, {"text": "The bridge is shut, she said."}
    ),
    ("bringing.file", "POST"): Route("/library/new/file", Access.ANY_TEACHER, 422, {"file": ""}),
    ("bringing.address", "POST"): Route(
        "/library/new/address", Access.ANY_TEACHER, 303, {"address": "https://paper.example/a"}
    ),
    ("bringing.job", "GET"): Route("/library/jobs/{job}", Access.THE_TEACHER),
    ("bringing.again", "POST"): Route("/library/jobs/{job}/again", Access.THE_TEACHER, 303),
    ("bringing.remove", "POST"): Route("/library/jobs/{job}/remove", Access.THE_TEACHER, 303),
    ("building.propose", "GET"): Route("/library/{article}/build", Access.THE_TEACHER),
    ("building.build", "POST"): Route(
        "/library/{article}/build",
        Access.THE_TEACHER,
        303,
        {
            "do": "give",
            "number": "12",
            "title": "Mine",
            "chosen": "{version}",
            "classes": "{class}",
            "feedback": "after each answer",
            "attempts_allowed": "1",
        },
    ),
    ("articles.show", "GET"): Route("/library/{article}", Access.THE_TEACHER),
    ("articles.quiz", "GET"): Route("/library/{article}/quizzes/{quiz}", Access.THE_TEACHER),
    ("articles.publish", "POST"): Route(
        "/library/{article}/quizzes",
        Access.THE_TEACHER,
        303,
        {"title": "Mine", "questions": "{version}"},
    ),
    ("articles.copy", "POST"): Route("/library/{article}/copy", Access.THE_TEACHER, 303),
    ("articles.archive", "POST"): Route("/library/{article}/archive", Access.THE_TEACHER, 303),
    ("reviewing.show", "GET"): Route("/library/{article}/review", Access.THE_TEACHER),
    ("reviewing.decide", "POST"): Route(
        "/library/{article}/review",
        Access.THE_TEACHER,
        303,
        {"question": "{question}", "status": "dropped"},
    ),
    ("reviewing.keep_ready", "POST"): Route(
        "/library/{article}/review/ready", Access.THE_TEACHER, 303
    ),
    ("reviewing.ask", "POST"): Route("/library/{article}/review/ask", Access.THE_TEACHER, 303),
    ("reviewing.another", "POST"): Route(
        "/library/{article}/questions/{question}/another", Access.THE_TEACHER, 303
    ),
    ("bank.index", "GET"): Route("/library/questions", Access.ANY_TEACHER),
    ("bank.tag", "POST"): Route(
        "/library/questions/{question}/tags", Access.THE_TEACHER, 303, {"tags": "river"}
    ),
    ("texts.show", "GET"): Route("/library/{article}/text", Access.THE_TEACHER),
    ("texts.save", "POST"): Route(
        "/library/{article}/text", Access.THE_TEACHER, 303, {"base": "1", "headline": "Open again"}
    ),
    ("sources.show", "GET"): Route("/library/{article}/sources", Access.THE_TEACHER),
    ("sources.save", "POST"): Route(
        "/library/{article}/sources", Access.THE_TEACHER, 303, {"base": "1", "name-0": "Okafor"}
    ),
    ("writing.new", "GET"): Route("/library/{article}/questions/new", Access.THE_TEACHER),
    ("writing.write", "GET"): Route("/library/{article}/questions/new/open", Access.THE_TEACHER),
    ("writing.write", "POST"): Route(
        "/library/{article}/questions/new/open", Access.THE_TEACHER, 422, {"prompt": ""}
    ),
    ("writing.edit", "GET"): Route("/library/{article}/questions/{question}", Access.THE_TEACHER),
    ("writing.edit", "POST"): Route(
        "/library/{article}/questions/{question}", Access.THE_TEACHER, 422, {"prompt": ""}
    ),
    ("writing.history", "GET"): Route(
        "/library/{article}/questions/{question}/versions", Access.THE_TEACHER
    ),
    ("writing.take_up", "POST"): Route(
        "/library/{article}/questions/{question}/versions/1", Access.THE_TEACHER, 303
    ),
}


@dataclass(frozen=True)
class World:
    """Two schools that know nothing of each other, and an invitation that is still open."""

    file: Path
    here: School
    elsewhere: School
    token: str
    job_id: int
    group_id: int
    colleague_id: int
    regrade_id: int
    people: dict[str, str | None]

    def filled(self, text: str, *, absent: str = "") -> str:
        """*text* with what belongs to the first school; the thing called *absent* is not there."""
        things: dict[str, Any] = {
            "token": self.token,
            "attempt": self.here.attempt_id,
            "assignment": self.here.assignment_id,
            "class": self.here.class_id,
            "classmate": self.here.classmate_id,
            "group": self.group_id,
            "colleague": self.colleague_id,
            "regrade": self.regrade_id,
            "open": self.here.position("open"),
            "saved": 1,
            "objection": 1,
            "pupil": self.here.pupil_id,
            "article": self.here.article_id,
            "quiz": self.here.quiz_id,
            "version": self.here.versions[0],
            "job": self.job_id,
            "question": self.here.questions[0],
        }
        return text.format_map(things | ({absent: ABSENT} if absent else {}))


def settings(folder: Path, file: Path) -> dict[str, Any]:
    return {
        "TESTING": True,
        "WTF_CSRF_ENABLED": False,
        "SECRET_KEY": "a key for tests",
        "INSTANCE": folder,
        "DATABASE_URL": f"sqlite:///{file}",
    }


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> World:
    folder = tmp_path_factory.mktemp("world")
    file = folder / "world.sqlite"
    shutil.copy(sqlite_template, file)
    with create_app(settings(folder, file)).app_context():
        here = open_school(own=True)
        elsewhere = open_school("Mr Lee", own=True)
        open_question = here.position("open")
        submission = Submission(open_question, "Because.", "open", 1)
        attempts.save_answer(here.pupil_id, here.attempt_id, submission)
        teachers = [teacher_of(school) for school in (here, elsewhere)]
        pupils = [here.pupil_id, here.classmate_id, elsewhere.pupil_id]
        token = accounts.invite_teacher()
        assignments.set_override(
            teachers[0],
            here.assignment_id,
            Whom(pupil_id=here.pupil_id),
            Difference(attempts_allowed=2),
        )
        job_id = bringing.bring_address(teachers[0], "https://paper.example/bridge")
        bringing.fail(job_id, "The site does not answer.")
        group_id = pupils_of_class.make_group(teachers[0], here.class_id, "Late", [here.pupil_id])
        colleague_id = school.teacher("Ms Colleague")
        classes.share_class(teachers[0], here.class_id, "Ms Colleague")
        regrading.apply(
            teachers[0], here.assignment_id, Proposal(2, Amendment.VOID, None, "It was wrong.")
        )
        regrade_id = regrading.newest(db.reading(), here.assignment_id, 2)
        comments.keep(teachers[0], "Well read.")
        objections.object_to(here.pupil_id, here.attempt_id, open_question, "Nobody says so.")
        for engine in db.sql.engines.values():
            engine.dispose()
    names = [None, *(f"pupil:{n}" for n in pupils), *(f"teacher:{n}" for n in teachers)]
    return World(file, here, elsewhere, token, job_id, group_id, colleague_id, regrade_id,
                 dict(zip(ROLES, names, strict=True)))  # fmt: skip


def teacher_of(school: School) -> int:
    """The id of the teacher: the first whose class it is."""
    for number in range(1, 10):
        if any(card.id == school.class_id for card in class_store.home(db.reading(), number)):
            return number
    raise LookupError(school.teacher)


@pytest.fixture
def app(world: World, tmp_path: Path) -> Iterator[Flask]:
    file = tmp_path / "copy.sqlite"
    shutil.copy(world.file, file)
    app = create_app(settings(tmp_path, file))
    yield app
    with app.app_context():
        for engine in db.sql.engines.values():
            engine.dispose()


@pytest.fixture
def browser_of(app: Flask, world: World) -> Callable[[str], FlaskClient]:
    """A browser in which somebody of the role has signed in."""

    def browser_of(role: str) -> FlaskClient:
        client = app.test_client()
        person = world.people[role]
        if person is not None:
            with app.app_context():
                client.set_cookie("session", sessions.begin({"_user_id": person}, person))
        return client

    return browser_of


def test_every_route_is_in_the_table(app: Flask) -> None:
    routes = {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert routes == set(ROUTES)


@pytest.mark.parametrize("key", ROUTES, ids=lambda key: f"{key[1]} {key[0]}")
def test_who_gets_in(
    world: World, browser_of: Callable[[str], FlaskClient], key: tuple[str, str]
) -> None:
    route, method = ROUTES[key], key[1]
    path = world.filled(route.path)
    fields = {name: world.filled(value) for name, value in route.fields.items()}
    found = {}
    # Whoever gets in may change something, so the others try the door first.
    for role in sorted(ROLES, key=lambda r: route.access.value[ROLES.index(r)] == "in"):
        response = browser_of(role).open(path, method=method, data=fields if fields else None)
        at_door = response.status_code == 303 and response.location in {"/join", "/sign-in"}
        in_vain = route.access is not Access.EVERYBODY and at_door
        inside = response.status_code == route.inside and not in_vain
        response.close()
        found[role] = "in" if inside else response.location if in_vain else response.status_code
    assert found == dict(zip(ROLES, route.access.value, strict=True))


THINGS = ("token", "attempt", "assignment", "class", "pupil", "article", "question", "job")


@pytest.mark.parametrize(
    ("key", "thing"),
    [(k, t) for k, route in ROUTES.items() for t in THINGS if f"{{{t}}}" in route.path],
    ids=str,
)
def test_absent_and_foreign_answer_alike(
    world: World, browser_of: Callable[[str], FlaskClient], key: tuple[str, str], thing: str
) -> None:
    route, method = ROUTES[key], key[1]
    insider = "pupil" if route.access in {Access.THE_PUPIL, Access.THE_CLASS} else "teacher"
    outsider = "pupil elsewhere" if insider == "pupil" else "other teacher"
    fields = {name: world.filled(value) for name, value in route.fields.items()}

    def ask(role: str, path: str) -> tuple[int, str]:
        response = browser_of(role).open(path, method=method, data=fields or None)
        # The token in the button that signs out is another one each time.
        return response.status_code, re.sub(r'(csrf_token" value=)"[^"]*"', r"\1", response.text)

    absent = ask(insider, world.filled(route.path, absent=thing))
    assert absent[0] == 404
    if thing != "token":
        assert ask(outsider, world.filled(route.path)) == ask(
            outsider, world.filled(route.path, absent=thing)
        )
