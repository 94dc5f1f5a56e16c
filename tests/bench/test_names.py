"""When a name counts as the right one."""

import pytest

from bench.names import is_right


@pytest.mark.parametrize(
    ("given", "name", "person"),
    [
        ("Anna Holm", "Anna Holm", True),
        ("Isaac Ndombele", "Colonel Isaac Ndombele", True),
        ("Mrs Pellew", "Marian Pellew", True),
        ("A. Holm", "Anna Holm", True),
        ("the writer", "the columnist", True),
        ("NHS", "National Health Service", False),
        ("the ministry", "Sondrian foreign ministry", False),
        ("Sondria", "Sondrian government", False),
        ("the Marenian embassy", "embassy of Marenia in Lisse", False),
        ("the residents", "residents of Orlec", False),
        ("the memo", "memo by Dr. Ellen Marchetti", False),
        ("Anna Holm's office", "Holm's office", False),
        ("Isaac Ndombele’s government", "Government of Tamboura", False),
        ("the company's press kit", "Kestrel's press kit", False),
    ],
)
def test_the_same(given: str, name: str, *, person: bool) -> None:
    assert is_right(given, [name], person=person)


@pytest.mark.parametrize(
    ("given", "name", "person"),
    [
        (None, "Anna Holm", True),
        ("Tom Hesketh", "Barry Hesketh", True),
        ("his aunt", "Ottoline Brandreth", True),
        ("Karvelian foreign ministry", "Sondrian foreign ministry", False),
        ("the shire", "2012 flood study", False),
        ("many", "critics of the plan", False),
        ("Anna Holm's office", "Anna Holm", True),
        ("Inspector Maude's wife", "Krell's wife", True),
    ],
)
def test_another(given: str | None, name: str, *, person: bool) -> None:
    assert not is_right(given, [name], person=person)


def test_a_source_without_a_proper_name_goes_by_its_mentions() -> None:
    assert is_right("the note", ["letter to parents", "The note"], person=False)
    assert not is_right("the note", ["Eastern Shores Assessment", "The note"], person=False)
