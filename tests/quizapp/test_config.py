"""Settings and the secret key."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

import pytest

from quizapp import config, create_app, network


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "SECRET_KEY", "TRUSTED_HOSTS", "PORT", "TIMEZONE"):
        monkeypatch.delenv(name, raising=False)


def test_the_secret_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    first = config.settings({"INSTANCE": tmp_path})["SECRET_KEY"]
    assert config.settings({"INSTANCE": tmp_path})["SECRET_KEY"] == first
    assert len(first) >= 43
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["secret_key"]


def test_two_first_starts_at_once_agree_on_one_key(tmp_path: Path) -> None:
    def key(_: int) -> str:
        return str(config.settings({"INSTANCE": tmp_path})["SECRET_KEY"])

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(key, range(8)))) == 1


def test_the_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    config.settings({"INSTANCE": tmp_path / "a" / "instance"})
    assert (tmp_path / "a" / "instance").stat().st_mode & 0o777 == 0o700


def test_the_environment_counts_where_nothing_else_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", "9000")
    monkeypatch.setenv("TRUSTED_HOSTS", "quiz.example.org,quiz")
    monkeypatch.setenv("SECRET_KEY", "from the environment")
    settings = config.settings({"INSTANCE": tmp_path})
    assert settings["PORT"] == 9000
    assert settings["TRUSTED_HOSTS"] == ["quiz.example.org", "quiz"]
    assert settings["SECRET_KEY"] == "from the environment"
    assert not (tmp_path / "secret_key").exists()
    assert config.settings({"INSTANCE": tmp_path, "PORT": 1})["PORT"] == 1


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_under_any_of_its_names(scheme: str, tmp_path: Path) -> None:
    given = f"{scheme}://ann:pass%40word@db.example.org/quiz"
    url = config.settings({"INSTANCE": tmp_path, "DATABASE_URL": given})["DATABASE_URL"]
    assert url == "postgresql+psycopg://ann:pass%40word@db.example.org/quiz"


def test_sqlite_in_the_folder_is_what_there_is_otherwise(tmp_path: Path) -> None:
    settings = config.settings({"INSTANCE": tmp_path})
    assert settings["DATABASE_URL"] == f"sqlite:///{tmp_path / 'quiz.sqlite'}"


def test_this_machine_is_trusted_under_its_own_names(tmp_path: Path) -> None:
    trusted = create_app({"INSTANCE": tmp_path}).config["TRUSTED_HOSTS"]
    assert {"localhost", "127.0.0.1", *network.lan_addresses()} <= set(trusted)
    assert "example.org" not in trusted


def test_an_unknown_time_zone_shows_at_the_start(tmp_path: Path) -> None:
    create_app({"INSTANCE": tmp_path, "TIMEZONE": "Asia/Kathmandu"})
    with pytest.raises(ZoneInfoNotFoundError, match="Mars"):
        create_app({"INSTANCE": tmp_path, "TIMEZONE": "Mars"})


def test_phrases_hang_on_the_secret_key(tmp_path: Path) -> None:
    keys = set()
    for secret in ("one", "two"):
        with create_app({"INSTANCE": tmp_path, "SECRET_KEY": secret}).app_context():
            keys.add(config.phrase_key())
    assert len(keys) == 2
    assert {len(key) for key in keys} == {32}
