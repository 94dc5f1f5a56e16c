"""What enums, interactions and their forms are called in English, marked for translation here.

The words stand where they belong, in packages that know nothing of translation. Pages show them
through ``_``, which no extractor can read the words from; so each stands here once more.
"""

from flask_babel import lazy_gettext as _

STATES = (
    _("right"),
    _("partly right"),
    _("wrong"),
    _("to be marked"),
    _("does not count"),
    _("no answer"),
    _("not answered yet"),
    _("not started"),
)

FEEDBACK = (
    _("after each answer"),
    _("after handing in"),
    _("after the due date"),
    _("when released"),
)

ROSTER = (
    _("new"),
    _("new name"),
    _("back again"),
    _("archived"),
    _("no change"),
    _("left out"),
    _("Not a pupil."),
    _("This name is in the list twice."),
    _("Another pupil of the class has this name."),
)

STANDINGS = (
    _("not started"),
    _("working"),
    _("stuck"),
    _("handed in"),
)

FLAGS = (
    _("fewer right than by guessing"),
    _("one wrong answer came more often than the right one"),
    _("those who did well elsewhere got it wrong"),
    _("nearly everybody right"),
)

SKILLS = (
    _("who said it"),
    _("what they said"),
    _("find the attribution"),
    _("exact words or paraphrase"),
    _("reporter or source"),
    _("kind of source"),
    _("how the source is named"),
    _("who is this"),
    _("claims to sources"),
    _("true, false or not given"),
    _("claim and evidence"),
    _("what can be checked"),
    _("what a claim rests on"),
    _("agree or disagree"),
    _("independent sources"),
    _("chain of sources"),
    _("words that distance"),
    _("detail"),
    _("word in context"),
    _("main point"),
    _("loaded words"),
    _("headline and body"),
    _("missing voice"),
    _("whom to trust"),
)

INTERACTIONS = (
    _("One answer"),
    _("Several answers"),
    _("True, false or not given"),
    _("Match"),
    _("Put in order"),
    _("Find it in the text"),
    _("Short answer"),
    _("Two parts"),
    _("In your own words"),
)

VERDICTS = (_("True"), _("False"), _("Not given"))

COUNTING = (
    _("A wrong tick takes away what a right one earns."),
    _("Every row counts alike."),
    _("Points go by what comes directly after what."),
    _("Each part is half a point. Part B counts only where part A is right."),
    _("Each part is half a point."),
    _("Only an answer that is right in everything earns the point."),
)

REFUSALS = (
    _("Answer the question first."),
    _("Answer every part first."),
    _("Choose from what is offered."),
    _("Write your answer as text."),
    _("Your answer has characters in it that nobody can read."),
    _("Your answer is too long. Make it shorter."),
    _("Write one number, in figures or in words, and nothing else."),
    _("Write one date, with the month as a word, such as 9 August."),
)

REVIEW_FLAGS = (
    _("The evidence is no longer in the text."),
    _("Its claim was changed."),
)

RECIPES = (
    _("match claims to sources"),
    _("how many separate sources"),
    _("on what a claim rests"),
)
"""Recipes that are not called like the skill that they practise."""
