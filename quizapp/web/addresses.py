"""The site's addresses as they work on other devices."""

from typing import Any
from urllib.parse import urlsplit

from flask import current_app, request, url_for

from quizapp import network
from quizapp.web import sessions


def for_pupils(endpoint: str, **values: Any) -> str:
    """Where the pupils' devices find a page."""
    scheme = "https" if sessions.is_private(current_app, request) else "http"
    host = urlsplit(request.host_url)
    own, other = host.hostname or "", network.for_others(host.hostname or "")
    name = request.host if own == other else f"{other}:{host.port}" if host.port else other
    return f"{scheme}://{name}{url_for(endpoint, **values)}"
