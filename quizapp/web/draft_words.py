"""What the fields of a question are called in its form, and what can be wrong with them."""

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

FIELDS: dict[str, tuple[LazyString, LazyString | str]] = {
    "prompt": (_("Question"), _("A whole question that names its paragraph or its claim.")),
    "options": (_("Options"), _("One on each line.")),
    "statements": (_("Statements"), _("Choose for each what the text says about it.")),
    "rows": (_("Rows"), _("Choose for each the option that it belongs to.")),
    "items": (_("In the right order"), _("First comes first. Pupils get them shuffled.")),
    "accepted": (_("Accepted answers"), _("Every way of writing it that counts as right.")),
    "refused": (
        _("Near, but wrong"),
        _("Answers that a typo must not turn into the right one, such as another name."),
    ),
    "reads_as": (_("The answer is"), ""),
    "typos": (_("Typos that are forgiven"), _("A number of letters, 0 for none.")),
    "scoring": (_("Points"), ""),
    "second_prompt": (_("Part B"), _("The question that asks for the sentence.")),
    "rubric.full": (_("Earns 2"), ""),
    "rubric.partial": (_("Earns 1"), ""),
    "rubric.none": (_("Earns 0"), ""),
    "model_answer": (_("A good answer"), _("Pupils see it once results are shown.")),
    "skill": (_("Skill"), ""),
    "process": (_("What the reader does"), ""),
    "section": (_("Section"), ""),
    "explanation": (_("Explanation"), _("For the pupil, after the answer: why it is right.")),
    "hint": (_("Hint"), _("For a pupil whose first try was wrong: where to look.")),
    "note": (_("Note"), _("Why two answers are accepted, if they are. Pupils see it.")),
}
"""The label of each field, and a line below it."""

PLACES = {
    "evidence": _("It decides the question"),
    "offered": _("It can be chosen"),
    "accepted": _("It is right"),
}
"""The columns of the table of sentences."""

CHOICES: dict[str, LazyString] = {
    "partial": _("every right part counts"),
    "all_or_nothing": _("only all of it right earns the point"),
    "adjacent_pairs": _("every pair of neighbours counts"),
    "linked": _("part B counts only where part A is right"),
    "separate": _("each part counts alone"),
    "text": _("a word or a name"),
    "number": _("a number"),
    "date": _("a date"),
    "locate": _("locate: find what the text says"),
    "understand": _("understand: put together what it says"),
    "evaluate": _("evaluate and reflect: judge it"),
}

PROBLEMS: dict[str, LazyString] = {
    "must not be empty": _("Write something here."),
    "must be at least two, all different": _("Write at least two, all of them different."),
    "must be one or two of the options, and not all of them": _(
        "Tick the right option; two, if both can be defended."
    ),
    "must say why two answers are accepted": _("Say here why two answers are accepted."),
    "must be some of the options, and not all of them": _(
        "Tick the options that are right. At least one must be wrong."
    ),
    "must name each option once": _("Two options are the same."),
    "must be at least one, none of them empty": _("Write at least one statement."),
    "must all be different": _("Two statements are the same."),
    "must be one of the options": _("Choose an option for every row."),
    "must be at least one": _("Choose at least one sentence."),
    "must lie inside something offered": _("What is right must be among what can be chosen."),
    "must leave something offered that is wrong": _(
        "At least one sentence that can be chosen must be wrong."
    ),
    "must be at least one answer, none of them empty": _("Write at least one answer."),
    "must be fewer than the letters of the shortest accepted answer": _(
        "So many typos would let anything pass. Take fewer."
    ),
    "must be a number": _("Type a number."),
    "must not be accepted as well": _("An answer is both accepted and wrong."),
    "must each name one number": _("Every accepted answer must be one number."),
    "must each name one date": _("Every accepted answer must be one date, such as 9 August."),
    "must be 0 in a number or a date": _("In a number or a date no typo can be forgiven."),
    "must be empty in a number or a date": _("Leave this empty for a number or a date."),
    "must be words of the article": _("These words are no longer in the text. Choose again."),
    "must be a section of the article": _("Choose a section."),
    "must be 1 or more": _("Choose a section."),
    "has a character in it that cannot be stored": _(
        "There is a character in it that cannot be stored. Type it again."
    ),
}
"""What ``questions.types`` says about a field, for a person who has the form before them."""


def told(reason: str) -> str:
    """Why a field cannot stay as it is, in a sentence for a person."""
    if reason.startswith("must be at most"):
        return str(_("This is too long. Make it shorter."))
    if " is none of: " in reason:
        return str(_("Choose here."))
    return str(PROBLEMS.get(reason, reason))
