"""The words that report."""

from questions.attribution.cues import Group, group_of


def test_denial_and_belief_are_told_apart_from_speech() -> None:
    groups = [group_of(word) for word in ("say", "deny", "believe", "intend", "walk")]
    assert groups == [Group.SPEECH, Group.DENIAL, Group.BELIEF, Group.INTENTION, None]
