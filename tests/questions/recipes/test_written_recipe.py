"""The recipe that docs/recipes.md shows: it works as it is printed there."""

import re
from pathlib import Path
from random import Random
from typing import Any

from questions.recipes.reject import check
from tests.questions.recipes.bridge import BRIDGE

PAGE = Path(__file__).resolve().parents[3] / "docs" / "recipes.md"


def test_the_recipe_in_the_documentation_works() -> None:
    code = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    names: dict[str, Any] = {}
    exec(compile(code[1], str(PAGE), "exec"), names)  # noqa: S102  our own page
    (question,) = names["RECIPE"].propose(BRIDGE, Random(1))
    assert question.key == ("Ada Okafor",)
    assert check(question, BRIDGE) is None
