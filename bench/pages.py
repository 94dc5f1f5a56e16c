"""CPU time of the site's pages against a bare Flask route: ``python -m bench.pages``.

Both are served by the same granian process in the same run, and the requests alternate, so the
ratios hold where the machine's speed drifts. CPU time is what the operating system counts for
the server's processes; memory is the largest resident set of the process that answers.
"""

import http.cookiejar
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from flask import Flask
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from bench import classroom
from bench.first_page import free_port, seconds_to_answer
from quizapp import create_app

ROUNDS = 30
ROUND = 20
"""Requests in a row to one page before the next page's turn."""

bare = Flask("bare")


@bare.get("/")
def hello() -> str:
    """The least that Flask can answer."""
    return "<!doctype html><title>Bare</title><p>Hello"


def site() -> DispatcherMiddleware:
    """The site, with the bare route beside it under ``/bare``."""
    return DispatcherMiddleware(create_app(), {"/bare": bare})


class Browser:
    """Somebody who keeps cookies and can fill in a form."""

    def __init__(self, base: str) -> None:
        self.base = base
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar)

    def get(self, path: str) -> str:
        """The page at *path*."""
        with self.opener.open(self.base + path) as answer:
            page: bytes = answer.read()
            return page.decode(errors="replace")  # one of them is no text but a workbook

    def post(self, path: str, fields: Mapping[str, str]) -> None:
        """Send *fields* with the form's own token."""
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.get(path))
        token = found.group(1) if found else ""
        sent = urllib.parse.urlencode({"csrf_token": token, **fields}).encode()
        request = urllib.request.Request(self.base + path, sent, {"Origin": self.base})  # noqa: S310
        self.opener.open(request).close()


def processes(parent: int) -> list[int]:
    """The process *parent* and its children."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [parent, *(int(child) for child in children)]


def cpu_seconds(pids: list[int]) -> float:
    """User and system time that the processes have taken so far."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def largest_memory(pids: list[int]) -> float:
    """The largest resident set any of the processes had, in MiB."""
    peaks = (re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text()) for pid in pids)
    return max(int(peak.group(1)) for peak in peaks if peak) / 1024


def measure(base: str, pids: list[int], room: classroom.Classroom) -> dict[str, float]:
    """CPU milliseconds of one request to each page."""
    pupil, teacher, nobody = Browser(base), Browser(base), Browser(base)
    pupil.post("/back", {"phrase": room.phrase})
    teacher.post("/sign-in", {"name": classroom.TEACHER, "password": classroom.PASSWORD})
    pages = {
        "bare Flask route": (nobody, "/bare/"),
        "join": (nobody, "/join"),
        "read and answer": (pupil, f"/attempts/{room.attempt_id}/sections/2"),
        "class of 40 × 18": (teacher, f"/assignments/{room.assignment_id}"),
        "40 × 20, handed in": (teacher, f"/assignments/{room.finished_id}"),
        "item analysis of it": (teacher, f"/assignments/{room.finished_id}/items"),
        "all of it as XLSX": (teacher, f"/assignments/{room.finished_id}/results.xlsx"),
    }
    spent = dict.fromkeys(pages, 0.0)
    for turn in range(ROUNDS + 1):
        for name, (browser, path) in pages.items():
            before = cpu_seconds(pids)
            for _ in range(ROUND):
                browser.get(path)
            if turn:  # the first round warms up
                spent[name] += cpu_seconds(pids) - before
    return {name: 1000 * seconds / (ROUNDS * ROUND) for name, seconds in spent.items()}


def main() -> None:
    """Serve, measure, print a table."""
    with tempfile.TemporaryDirectory() as folder:
        room = classroom.fill(Path(folder))
        port = free_port()
        server = subprocess.Popen(
            [Path(sys.executable).parent / "granian", "--interface", "wsgi", "--factory",
             "--blocking-threads", "16", "--port", str(port), "--no-log", "bench.pages:site"],
            env={**os.environ, "INSTANCE": folder},
        )  # fmt: skip
        try:
            base = f"http://127.0.0.1:{port}"
            seconds_to_answer(base + "/bare/", time.monotonic())
            pids = processes(server.pid)
            times = measure(base, pids, room)
            memory = largest_memory(pids)
        finally:
            server.terminate()
            server.wait()
    unit = times["bare Flask route"]
    for name, milliseconds in times.items():
        print(f"{name:20} {milliseconds:7.2f} ms CPU   {milliseconds / unit:6.1f} × bare")
    print(f"largest memory of a server process: {memory:.0f} MiB")


if __name__ == "__main__":
    main()
