"""The WSGI application, for any server."""

from quizapp import create_app

app = create_app()
