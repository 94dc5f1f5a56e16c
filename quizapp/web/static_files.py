"""Static files are kept by the browser for a year, under an address that changes with them."""

from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask

YEAR = 365 * 24 * 60 * 60


def version_of(folder: Path) -> str:
    """A short text that is another one as soon as any file in *folder* is."""
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def init_app(app: Flask) -> None:
    """Add the version to every address of a static file of *app*."""
    version = version_of(Path(app.static_folder or ""))
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = YEAR

    @app.url_defaults
    def add_version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static":
            values["v"] = version
