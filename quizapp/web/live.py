"""A class at work, live: who is where, for the teacher; shares and a heat map, for all to see."""

import time
from collections.abc import Iterator
from threading import BoundedSemaphore

from flask import Blueprint, Flask, Response, current_app, render_template, request

from questions.article import Section
from quizapp import db
from quizapp.errors import NotFound
from quizapp.store import watching
from quizapp.store.watching import FEWEST, STUCK_AFTER, Heat, Projection, Watch
from quizapp.web import marking, people
from quizapp.web.marking import Mark

bp = Blueprint("live", __name__)

MOST_STREAMS = db.THREADS // 4
"""How many pages are told of news as it comes. Each holds a thread; the others ask themselves."""

LASTS = 25
"""Seconds after which a stream ends and the browser opens the next: the site stops within those."""

EVERY = 2
"""Seconds between two looks."""

WARMTH = 5
"""How many steps of colour the heat map has."""


@bp.get("/assignments/<int:assignment_id>/live")
@people.teachers_only
def show(assignment_id: int) -> str:
    """Who is where right now."""
    return render_template(
        "live/show.html",
        watch=own_watch(assignment_id),
        stuck_after=int(STUCK_AFTER.total_seconds() // 60),
    )


@bp.get("/assignments/<int:assignment_id>/live/stream")
@people.teachers_only
def stream(assignment_id: int) -> Response:
    """Tell the page, as long as it listens, whenever it would look otherwise (server-sent events).

    Where too many listen already, 503: the page then asks by itself.
    """
    own_watch(assignment_id)
    streams: BoundedSemaphore = current_app.extensions["streams"]
    if not streams.acquire(blocking=False):
        return Response(status=503, headers={"Retry-After": "60"})
    # Not current_app itself: that is gone when the server asks for what comes next.
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # werkzeug's proxy
    news = Response(events(app, people.number(), assignment_id), mimetype="text/event-stream")
    news.headers["X-Accel-Buffering"] = "no"  # a proxy in front must not keep it back
    news.call_on_close(streams.release)
    return news


@bp.get("/assignments/<int:assignment_id>/projector")
@people.teachers_only
def projector(assignment_id: int) -> str:
    """What a class may see of its work: shares and a heat map, without a name."""
    position = request.args.get("question", type=int)
    shown = watching.projection(db.reading(), people.number(), assignment_id, position)
    is_shown = shown.has_enough and (not shown.working or "now" in request.args)
    heat = shown.heat if is_shown else ()
    return render_template(
        "live/projector.html",
        shown=shown,
        position=position,
        is_shown=is_shown,
        fewest=FEWEST,
        picked=[s for s in shown.shares if s.question.picked_in_article],
        counts={identity(one): one for one in heat},
        sections=[
            (section, marking.shown(shown.article, section, warm(heat), [h.span for h in heat]))
            for section in sections_of(shown, heat)
        ],
    )


def own_watch(assignment_id: int) -> Watch:
    """Everybody's progress, if it is that of a class of the teacher who asks."""
    return watching.watch(db.reading(), people.number(), assignment_id)


def events(app: Flask, teacher_id: int, assignment_id: int) -> Iterator[str]:
    """A mark of how things stand, each time it is another one; a comment in between.

    Without anything being sent nobody would notice that the browser has gone.
    """
    known = ""
    yield "retry: 1000\n\n"
    end = time.monotonic() + LASTS
    while time.monotonic() < end:
        try:
            with app.app_context():  # each look with a fresh session
                mark = watching.watch(db.reading(), teacher_id, assignment_id).mark
        except NotFound:  # the class is no longer this teacher's
            return
        yield ": nothing new\n\n" if mark == known else f"data: {mark}\n\n"
        known = mark
        time.sleep(EVERY)


def sections_of(shown: Projection, heat: tuple[Heat, ...]) -> list[Section]:
    """The sections that have something to show."""
    warm_paragraphs = {one.span.paragraph for one in heat}
    return [
        section
        for section in shown.article.sections
        if warm_paragraphs & {paragraph.number for paragraph in section.paragraphs}
    ]


def warm(heat: tuple[Heat, ...]) -> list[Mark]:
    """Marks in as many colours as there are steps; what nobody picked has none."""
    return [
        Mark(one.span, f"heat heat-{max(1, round(one.share * WARMTH))}")
        for one in heat
        if one.picked
    ]


def identity(one: Heat) -> str:
    """What the place is called on the page, as ``marking.stretches`` names it."""
    return f"s-{one.span.paragraph}-{one.span.start}-{one.span.end}"


def init_app(app: Flask) -> None:
    """Count the streams of *app*."""
    app.extensions["streams"] = BoundedSemaphore(MOST_STREAMS)
