"""Every setting, with its default. A variable of the same name in the environment overrides it.

INSTANCE       folder for the database, the secret key and the backups   (instance/)
DATABASE_URL   postgresql://user@host/name, or sqlite:///path            (SQLite in INSTANCE)
SECRET_KEY     signs cookies and keys the hashes of phrases              (INSTANCE/secret_key)
HOST, PORT     where the server listens                                  (0.0.0.0, 8000)
TRUSTED_HOSTS  host names that requests may come under, with commas      (this machine's own)
HTTPS          whether a proxy in front speaks TLS                       (no)
TIMEZONE       by whose clock times are shown and typed: Europe/Berlin   (this machine's own)
"""

import hmac
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from environs import Env
from flask import current_app
from sqlalchemy import make_url

from quizapp import network

ROOT = Path(__file__).parent.parent


def settings(overrides: Mapping[str, Any]) -> dict[str, Any]:
    """All settings: *overrides* (tests) before the environment before the defaults."""
    values = _from_environment() | dict(overrides)
    folder = Path(values["INSTANCE"]).absolute()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    values["DATABASE_URL"] = _database_url(values["DATABASE_URL"], folder)
    values["SECRET_KEY"] = values["SECRET_KEY"] or _kept_secret(folder / "secret_key")
    values["TRUSTED_HOSTS"] = values["TRUSTED_HOSTS"] or _own_hosts()
    _zone(values["TIMEZONE"])  # an unknown one shows at the start
    return values | {"INSTANCE": str(folder)}


def phrase_key() -> bytes:
    """The key under which pupils' phrases are hashed, derived from the secret key."""
    secret = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.digest(secret, b"pupils' phrases", "sha256")


def timezone() -> ZoneInfo | None:
    """The school's time zone; None, to ``datetime.astimezone``, is the one of this machine."""
    return _zone(current_app.config["TIMEZONE"])


def _zone(name: str) -> ZoneInfo | None:
    return ZoneInfo(name) if name else None


def _from_environment() -> dict[str, Any]:
    env = Env()
    return {
        "INSTANCE": env.str("INSTANCE", str(ROOT / "instance")),
        "DATABASE_URL": env.str("DATABASE_URL", ""),
        "SECRET_KEY": env.str("SECRET_KEY", ""),
        "HOST": env.str("HOST", "0.0.0.0"),  # noqa: S104  a class comes from other machines
        "PORT": env.int("PORT", 8000),
        "TRUSTED_HOSTS": env.list("TRUSTED_HOSTS", []),
        "HTTPS": env.bool("HTTPS", False),
        "TIMEZONE": env.str("TIMEZONE", ""),
    }


def _database_url(given: str, folder: Path) -> str:
    if not given:
        return f"sqlite:///{folder / 'quiz.sqlite'}"
    url = make_url(given)
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    return url.render_as_string(hide_password=False)


def _kept_secret(path: Path) -> str:
    """The secret in the file *path*; made, whole or not at all, if there is none yet."""
    if not path.exists():
        draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(32))
        with suppress(FileExistsError):  # somebody else was first: theirs counts
            os.link(draft, path)
        draft.unlink()
    return path.read_text(encoding="ascii")


def _own_hosts() -> list[str]:
    here = ["localhost", "127.0.0.1", "[::1]"]
    return [*here, *network.host_names(), *network.lan_addresses()]
