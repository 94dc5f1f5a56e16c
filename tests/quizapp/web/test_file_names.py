"""A downloaded file says what it is about, in ASCII."""

import pytest

from quizapp.web import file_names


@pytest.mark.parametrize(
    ("class_name", "title", "name"),
    [
        ("7b", "The bridge is shut", "scores-7b-the-bridge-is-shut.csv"),
        ("Grün & Söhne", 'Who "said" so?/..', "scores-grun-sohne-who-said-so.csv"),
        ("7б", "Мост", "scores-7-2.csv"),
        ("\r\nX: 1", "a" * 200, f"scores-x-1-{'a' * 60}.csv"),
    ],
)
def test_a_name_is_written_in_ascii(class_name: str, title: str, name: str) -> None:
    assert file_names.download("scores", class_name, title, number=2, ending="csv") == name
