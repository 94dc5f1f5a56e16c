"""Seconds from ``make run`` in a fresh clone to the first page: ``python -m bench.first_page``.

The clone is made from the repository this file stands in, into a temporary folder. The packages
come through pip, from its cache or the network, so the figure is for this machine on this day.
"""

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 900.0


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def seconds_to_answer(url: str, begun: float) -> float:
    """Seconds after *begun* (``time.monotonic()``) at which *url* answered 200."""
    while time.monotonic() - begun < LONGEST:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310  our own server
                if answer.status == 200:
                    return time.monotonic() - begun
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise TimeoutError(f"{url} did not answer within {LONGEST:.0f} s")


def measure(clone: Path) -> float:
    """Run ``make run`` in *clone* and wait for its first page."""
    port = free_port()
    begun = time.monotonic()
    server = subprocess.Popen(
        ["make", "run"],  # noqa: S607  make is found where the reader has it
        cwd=clone,
        env={**os.environ, "PORT": str(port)},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return seconds_to_answer(f"http://127.0.0.1:{port}/", begun)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def main() -> None:
    """Print the seconds of a first start, which builds everything, and of a second one."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)  # noqa: S607
        print(f"first start, nothing built: {measure(clone):.1f} s")
        print(f"second start: {measure(clone):.1f} s")


if __name__ == "__main__":
    main()
