"""How texts are compared and put into a stem."""

from questions.recipes import wording


def test_a_quotation_is_closed_by_one_mark() -> None:
    assert wording.quotation("Nobody knew,") == "“Nobody knew.”"
    assert wording.quotation("Who knew?") == "“Who knew?”"


def test_likeness_sees_through_inflection_and_ignores_a_single_word() -> None:
    assert wording.likeness("The bridge was inspected", "inspecting bridges") == 1.0
    assert wording.likeness("The bridge was inspected", "The bridge fell") == 0.0


def test_a_name_is_found_with_an_apostrophe_behind_it() -> None:
    assert wording.bare_words("Okafor’s bridge") == {"okafor", "bridge"}
