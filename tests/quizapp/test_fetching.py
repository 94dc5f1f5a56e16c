"""Pages are fetched from the public web and from nowhere else, and nothing is waited for long."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from quizapp import fetching
from quizapp.fetching import NotFetched, Page, fetch, is_public

PAGE = "<!doctype html><p>Die Brücke – “closed”</p>"


class Site(BaseHTTPRequestHandler):
    """A site that answers as its path says."""

    seen: list[dict[str, str]]

    def do_GET(self) -> None:
        self.seen.append({"path": self.path, **dict(self.headers.items())})
        answers: dict[str, Callable[[], None]] = {
            "/": lambda: self.give(PAGE.encode()),
            "/old": lambda: self.give(PAGE.encode("cp1252"), "text/html; charset=windows-1252"),
            "/odd": lambda: self.give(PAGE.encode(), "text/html; charset=no-such-thing"),
            "/report.pdf": lambda: self.give(b"%PDF-1.4", "application/pdf"),
            "/large": lambda: self.give(b"x" * (fetching.LARGEST + 1)),
            "/packed": lambda: self.give(b"x", more={"Content-Encoding": "gzip"}),
            "/half": lambda: self.give(b"x" * 10, more={"Content-Length": "99"}),
            "/drops": self.drip,
        }
        if self.path.startswith("/turn/"):
            left = int(self.path.removeprefix("/turn/"))
            self.turn(f"/turn/{left - 1}" if left else "/")
        elif self.path.startswith("/to/"):
            self.turn(self.path.removeprefix("/to/"))
        elif self.path.startswith("/status/"):
            self.send_error(int(self.path.removeprefix("/status/")))
        else:
            answers[self.path]()

    def give(self, content: bytes, kind: str = "text/html", more: dict[str, str] = {}) -> None:  # noqa: B006
        self.send_response(200)
        for name, value in {"Content-Type": kind, "Set-Cookie": "a=b", **more}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def turn(self, place: str) -> None:
        self.send_response(302)
        self.send_header("Location", place)
        self.send_header("Set-Cookie", "a=b")
        self.end_headers()

    def drip(self) -> None:
        """Send a header for ever, letter by letter."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        try:
            for _ in range(500):
                self.wfile.write(b"x")
                time.sleep(0.02)
        except OSError:
            pass  # they have gone

    def log_message(self, *_arguments: object) -> None:
        """Nothing."""


@pytest.fixture
def site() -> Iterator[ThreadingHTTPServer]:
    Site.seen = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def get(site: ThreadingHTTPServer) -> Callable[[str], Page]:
    """Fetches a path of the site, which is known as paper.example and allowed."""
    return lambda path: fetch(
        f"http://paper.example:{site.server_port}{path}",
        resolve=lambda _host, _port: ["127.0.0.1"],
        allow=lambda address: address == "127.0.0.1",
    )


def test_a_page_comes_as_it_is_and_nothing_of_us_goes_out(get: Callable[[str], Page]) -> None:
    assert get("/") == Page(PAGE.encode(), "page.html")
    asked = Site.seen[0]
    assert asked["Host"].startswith("paper.example:")
    assert "WhoSaidSo" in asked["User-Agent"]
    assert set(asked) <= {
        "path", "Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Connection",
    }  # fmt: skip


def test_the_encoding_that_only_the_answer_states_is_kept(get: Callable[[str], Page]) -> None:
    assert get("/old").content.decode("utf-8-sig") == PAGE
    assert get("/odd").content.decode() == PAGE


def test_a_file_keeps_its_name(get: Callable[[str], Page]) -> None:
    assert get("/report.pdf") == Page(b"%PDF-1.4", "report.pdf")


def test_three_turns_are_followed_without_cookies(get: Callable[[str], Page]) -> None:
    assert get("/turn/2").content == PAGE.encode()
    assert [asked.get("Cookie") for asked in Site.seen] == [None] * 4
    with pytest.raises(NotFetched, match="leads from one to the next"):
        get("/turn/3")


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/status/404", fetching.NO_PAGE),
        ("/status/410", fetching.NO_PAGE),
        ("/status/403", fetching.NOT_GIVEN),
        ("/status/429", fetching.NOT_GIVEN),
        ("/status/503", fetching.NOT_REACHED),
        ("/packed", fetching.NOT_GIVEN),
        ("/half", fetching.NOT_REACHED),
        ("/large", fetching.TOO_LARGE),
        ("/to/ftp://paper.example/", fetching.NO_ADDRESS),
        ("/to/file:///etc/passwd", fetching.NO_ADDRESS),
        ("/to/http://me:secret@paper.example/", fetching.NO_ADDRESS),
        ("/to/http://paper.example:99999/", fetching.NO_ADDRESS),
        ("/to/http://[::1/", fetching.NO_ADDRESS),
    ],
)
def test_what_cannot_be_had_says_why(get: Callable[[str], Page], path: str, sentence: str) -> None:
    with pytest.raises(NotFetched) as failed:
        get(path)
    assert str(failed.value) == sentence


def test_a_site_that_sends_a_letter_at_a_time_is_left(
    get: Callable[[str], Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.5)
    begun = time.monotonic()
    with pytest.raises(NotFetched, match="too long"):
        get("/drops")
    assert time.monotonic() - begun < 3


def test_every_turn_is_looked_at(site: ThreadingHTTPServer) -> None:
    inside = f"http://router.example:{site.server_port}/"
    known = {"paper.example": ["127.0.0.1"], "router.example": ["192.168.0.1"]}
    with pytest.raises(NotFetched, match="network of its own"):
        fetch(
            f"http://paper.example:{site.server_port}/to/{inside}",
            resolve=lambda host, _port: known[host],
            allow=lambda address: address == "127.0.0.1",
        )
    assert len(Site.seen) == 1


def test_one_bad_address_among_good_ones_is_enough() -> None:
    with pytest.raises(NotFetched, match="network of its own"):
        fetch("https://paper.example/", resolve=lambda *_: ["93.184.215.14", "10.0.0.1"])


@pytest.mark.parametrize("name", ["paper.example", "a..b", "x" * 300])
def test_without_a_way_into_the_internet_it_says_so(name: str) -> None:
    def nowhere(*_place: object) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    with pytest.raises(NotFetched, match=r"way into the internet|no address"):
        fetch(f"https://{name}/", resolve=nowhere)


def test_a_name_that_nobody_answers_for_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.2)
    asleep = threading.Event()

    def resolve(*_place: object) -> list[str]:
        asleep.wait(5)
        return []

    with pytest.raises(NotFetched, match="way into the internet"):
        fetch("https://paper.example/", resolve=resolve)
    asleep.set()


@contextmanager
def nobody_listening() -> Iterator[int]:
    """A port at which nobody answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_site_that_does_not_answer(scheme: str) -> None:
    with nobody_listening() as port, pytest.raises(NotFetched, match="does not answer"):
        fetch(f"{scheme}://paper.example:{port}/", lambda *_: ["127.0.0.1"], lambda _: True)


def test_a_site_without_a_certificate_is_not_believed(site: ThreadingHTTPServer) -> None:
    address = f"https://paper.example:{site.server_port}/"
    with pytest.raises(NotFetched, match="does not answer"):
        fetch(address, lambda *_: ["127.0.0.1"], lambda _: True)
    assert Site.seen == []


def test_names_and_paths_in_any_language(site: ThreadingHTTPServer) -> None:
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    with pytest.raises(NotFetched):
        fetch(f"http://zeitüng.example:{site.server_port}/status/404", resolve, lambda _: True)
    assert asked == ["xn--zeitng-6ya.example"]


@pytest.mark.parametrize(
    "address",
    ["93.184.215.14", "1.1.1.1", "2606:4700::6810:84e5", "64:ff9b::101:101", "2002:101:101::1",
     "::ffff:1.1.1.1"],
)  # fmt: skip
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.1.2.3", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1",
        "::", "::1", "::127.0.0.1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1",
        "ff02::1", "2001:db8::1", "2001:0:1:2::3", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:a00:1::1",
        "localhost", "", "1.1.1", "0x7f000001",
    ],
)  # fmt: skip
def test_addresses_of_somebodys_own_network(address: str) -> None:
    assert not is_public(address)
