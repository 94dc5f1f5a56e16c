"""Pages. A view reads the request, calls one use case and renders one template.

join, attempts        a pupil's pages
accounts              a teacher's way in, and everybody's way out
classes, articles     a teacher's pages
assigning             a teacher gives a quiz to classes, by which rules
building              a teacher puts a quiz together
bringing              a teacher brings an article in
reviewing, writing    the questions about an article: a review, and an editor
texts, sources        its text, and who says what in it, to be set right
bank                  all questions, to be searched, tagged and used again
rosters               the people of a class, as its teacher manages them
paper                 a quiz on paper
administration        for whoever looks after the site
results               what came of an assignment: its questions, and files of it
objections            what pupils say is wrong with a question
open_answers          open answers marked in a row
regrading             a question put right after it was answered
live                  a class at work, for its teacher and for the projector
reading_options       how somebody likes to read
health                for whoever watches over the site
"""

from flask import Flask
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter

from quizapp.web import (
    accounts,
    administration,
    articles,
    assigning,
    attempts,
    bank,
    bringing,
    building,
    classes,
    errors,
    headers,
    health,
    join,
    limits,
    live,
    objections,
    open_answers,
    paper,
    people,
    reading_options,
    regrading,
    results,
    reviewing,
    rosters,
    sessions,
    sources,
    static_files,
    texts,
    words,
    writing,
)

BLUEPRINTS = (
    join.bp,
    attempts.bp,
    accounts.bp,
    classes.bp,
    articles.bp,
    assigning.bp,
    bringing.bp,
    building.bp,
    live.bp,
    regrading.bp,
    open_answers.bp,
    objections.bp,
    results.bp,
    reviewing.bp,
    writing.bp,
    texts.bp,
    bank.bp,
    sources.bp,
    rosters.bp,
    paper.bp,
    administration.bp,
    reading_options.bp,
    health.bp,
)

DEFAULTS = {
    "MAX_CONTENT_LENGTH": 1024 * 1024,
    "WTF_CSRF_TIME_LIMIT": None,  # a token lasts as long as its session: quizzes can be long
    "WTF_CSRF_SSL_STRICT": False,  # it wants a Referer, which our own policy never sends
}


class Number(IntegerConverter):
    """A number in an address; one that no database can hold leads nowhere."""

    regex = "[0-9]{1,9}"


def init_app(app: Flask) -> None:
    """Give *app* its pages."""
    app.config |= DEFAULTS
    if app.config["HTTPS"]:  # then there is a proxy in front, which alone knows who is asking
        app.wsgi_app = ProxyFix(app.wsgi_app)  # type: ignore[method-assign]
    app.url_map.converters["int"] = Number
    sessions.init_app(app)
    headers.init_app(app)
    bringing.init_app(app)
    CSRFProtect(app)
    people.init_app(app)
    limits.init_app(app)
    live.init_app(app)
    words.init_app(app)
    static_files.init_app(app)
    reading_options.init_app(app)
    errors.init_app(app)
    for bp in BLUEPRINTS:
        app.register_blueprint(bp)
