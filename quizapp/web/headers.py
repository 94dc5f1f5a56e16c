"""What every response says about itself, and whose requests may change something."""

from flask import Flask, Request, Response, abort, current_app, request

from quizapp.web.sessions import is_private

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


def comes_from_here(asked: Request) -> bool:
    """Whether the browser says that *asked* was sent from one of this site's own pages.

    ``Sec-Fetch-Site`` is sent on https and on the machine itself only; on plain http in a
    classroom there is ``Origin``, which is "null" for our own forms because of our referrer
    policy. Where the browser says nothing of use, the CSRF token alone decides.
    """
    site = asked.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    scheme = "https" if is_private(current_app, asked) else "http"
    return asked.headers.get("Origin", "null") in {"null", f"{scheme}://{asked.host}"}


def refuse_other_sites() -> None:
    """Stop a request that changes something and was sent from another site's page."""
    if request.method not in SAFE_METHODS and not comes_from_here(request):
        abort(403)


def add_headers(response: Response) -> Response:
    """Put the headers on *response*; only files that everybody gets may be kept in a cache."""
    for name, value in HEADERS.items():
        response.headers[name] = value
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    return response


def init_app(app: Flask) -> None:
    """Put the headers on every response of *app* and check every change."""
    app.before_request(refuse_other_sites)
    app.after_request(add_headers)
