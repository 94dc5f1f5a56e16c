"""Fetch a page from the web that a teacher wants read, and nothing from inside our own network.

A name is resolved once, every address it has must be a public one, and the connection goes to the
address that was looked at, under the page's own name. Each redirect is a new address like the
first. The worker does this: it takes seconds, and the process that answers pupils goes nowhere.
"""

import codecs
import http.client
import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote, urljoin, urlsplit

SECONDS = 10
"""How long everything may take, redirects included."""
LARGEST = 5_000_000
"""In bytes. A PDF may be larger, but not one that has to be waited for."""
MOST_REDIRECTS = 3
USER_AGENT = "WhoSaidSo/0.1 (a reading quiz; a teacher asked for this page)"

NO_ADDRESS = "This is no address of a web page. It looks like https://paper.example/page."
NOT_PUBLIC = "This address leads into a network of its own, not to a public page."
NOT_FOUND = (
    "The site could not be found. Is the address right, and has this machine a way into the "
    "internet? Otherwise paste the text."
)
NOT_REACHED = "The site does not answer. Try again later, or copy the article and paste it."
TOO_SLOW = "The site took too long. Try again later, or copy the article and paste it."
TOO_LARGE = "The page is too large: 5 MB are the most. Copy the article and paste it."
NO_PAGE = "There is no page at this address any more. Look whether it is right."
NOT_GIVEN = "The site does not give this page to programs. Copy the article and paste it."
TOO_MANY_TURNS = "This address leads from one to the next. Use the one of the article itself."

_REDIRECTS = {301, 302, 303, 307, 308}
_GONE = {404, 410}
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_NOBODYS = tuple(map(ipaddress.IPv6Network, ("64:ff9b:1::/48", "2001::/32", "::/96")))
"""A network's own NAT64, Teredo, and IPv4 as it was once written: no page is served there."""

Resolve = Callable[[str, int], list[str]]
Allow = Callable[[str], bool]


class NotFetched(Exception):  # noqa: N818
    """There is nothing to read; the message is a sentence that says why and what to do."""


@dataclass(frozen=True)
class Page:
    """What a site sent, in the bytes of a file that was saved from there."""

    content: bytes
    name: str
    """The last part of the address, such as "report.pdf"."""


def resolved(host: str, port: int) -> list[str]:
    """Every address of *host*."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether *address*, and any address inside it, is one of the public internet."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv4Address):
        return parsed.is_global and not parsed.is_multicast
    inside = _inside(parsed)
    if inside is not None:
        return is_public(str(inside))
    nobodys = any(parsed in network for network in _NOBODYS)
    return parsed.is_global and not (parsed.is_multicast or parsed.is_site_local or nobodys)


def _inside(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, or leads to."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def fetch(url: str, resolve: Resolve = resolved, allow: Allow = is_public) -> Page:
    """The page at *url*; NotFetched if there is none, or none that may be fetched."""
    until = time.monotonic() + SECONDS
    for _ in range(MOST_REDIRECTS + 1):
        target = _target(url)
        address = _checked(_in_time(partial(resolve, *target.place), until), allow)
        found = _get(target, address, until)
        if isinstance(found, Page):
            return found
        try:
            url = urljoin(url, found)
        except ValueError:
            raise NotFetched(NO_ADDRESS) from None
    raise NotFetched(TOO_MANY_TURNS)


@dataclass(frozen=True)
class _Target:
    """A web address taken apart; ``place`` is the host and the port, ``name`` as in the request."""

    secure: bool
    place: tuple[str, int]
    host_header: str
    path: str


def _target(url: str) -> _Target:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        raise NotFetched(NO_ADDRESS) from None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        raise NotFetched(NO_ADDRESS)
    named = f"[{host}]" if ":" in host else host
    query = f"?{parts.query}" if parts.query else ""
    return _Target(
        secure=parts.scheme == "https",
        place=(host, port or (443 if parts.scheme == "https" else 80)),
        host_header=f"{named}:{port}" if port else named,
        path=quote(f"{parts.path or '/'}{query}", safe="%/:=&?~+!$,;'@()*[]"),
    )


def _in_time(work: Callable[[], list[str]], until: float) -> list[str]:
    """What *work* gives. To look a name up can take half a minute where there is no internet."""
    done: queue.Queue[list[str]] = queue.Queue()

    def look_up() -> None:
        try:
            done.put(work())
        except (OSError, UnicodeError):
            done.put([])

    threading.Thread(target=look_up, daemon=True).start()
    try:
        return done.get(timeout=max(0.0, until - time.monotonic()))
    except queue.Empty:
        raise NotFetched(NOT_FOUND) from None


def _checked(addresses: list[str], allow: Allow) -> str:
    """One of *addresses*, all of which must be allowed."""
    if not addresses:
        raise NotFetched(NOT_FOUND)
    if not all(map(allow, addresses)):
        raise NotFetched(NOT_PUBLIC)
    return addresses[0]


def _get(target: _Target, address: str, until: float) -> Page | str:
    """The page, or the address to which the site sends us on."""
    try:
        with _connected(target, address, until) as connection:
            connection.request(
                "GET",
                target.path,
                headers={
                    "Host": target.host_header,
                    "User-Agent": USER_AGENT,
                    "Accept": "text/html, application/pdf;q=0.9, */*;q=0.5",
                    "Accept-Language": "en",
                    "Accept-Encoding": "identity",
                    "Connection": "close",
                },
            )
            with connection.getresponse() as response:
                answer = _answer(response, target)
            if time.monotonic() >= until:
                raise TimeoutError
            return answer
    except (OSError, http.client.HTTPException, ValueError) as error:
        late = time.monotonic() >= until
        raise NotFetched(TOO_SLOW if late else NOT_REACHED) from error


@contextmanager
def _connected(target: _Target, address: str, until: float) -> Iterator[http.client.HTTPConnection]:
    """A connection to *address*, cut when the time is over, whatever the other side does."""
    host, port = target.place
    connection = http.client.HTTPConnection(host, port)
    left = max(0.01, until - time.monotonic())
    plain = socket.create_connection((address, port), timeout=left)
    with closing(connection), closing(plain.dup()) as same:
        connection.sock = plain
        timer = threading.Timer(left, _cut, (same,))
        timer.start()
        try:
            if target.secure:
                context = ssl.create_default_context()
                connection.sock = context.wrap_socket(plain, server_hostname=host)
            yield connection
        finally:
            timer.cancel()


def _cut(connection: socket.socket) -> None:
    with suppress(OSError):  # the other side was faster
        connection.shutdown(socket.SHUT_RDWR)


def _answer(response: http.client.HTTPResponse, target: _Target) -> Page | str:
    location = response.headers.get("Location")
    if response.status in _REDIRECTS and location:
        return location
    _check_status(response)
    content = response.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise NotFetched(TOO_LARGE)
    if response.length:
        raise ConnectionError("the answer breaks off")
    kind = response.headers.get_content_type()
    if kind.startswith("text/") or kind.endswith("xml"):
        content = _in_utf8(content, response.headers.get_content_charset())
    is_page = kind in ("text/html", "application/xhtml+xml")
    return Page(content, "page.html" if is_page else target.path.rpartition("/")[2])


def _check_status(response: http.client.HTTPResponse) -> None:
    if response.status in _GONE:
        raise NotFetched(NO_PAGE)
    if response.status >= 500:
        raise NotFetched(NOT_REACHED)
    packed = response.headers.get("Content-Encoding", "identity") != "identity"
    if response.status != 200 or packed:
        raise NotFetched(NOT_GIVEN)


def _in_utf8(content: bytes, charset: str | None) -> bytes:
    """*content* in the encoding that needs no telling: only the answer says which it has."""
    try:
        codec = codecs.lookup(charset or "utf-8")
    except LookupError:
        return content
    if codec.name == "utf-8":
        return content
    return codecs.BOM_UTF8 + content.decode(codec.name, errors="replace").encode()
