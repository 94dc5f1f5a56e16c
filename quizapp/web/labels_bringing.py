"""What is done for a text that a teacher brings, and why nothing came of it: see ``labels``."""

from flask_babel import lazy_gettext as _

STEPS = (
    _("waiting"),
    _("fetching"),
    _("reading"),
    _("finding who said what"),
    _("writing questions"),
    _("failed"),
    _("done"),
    _("now"),
    _("to come"),
)

PROBLEMS = (
    _("This file is not text. Save the article as plain text first."),
    _("This file is empty: there is no text in it."),
    _("This text does not seem to be English. Only English articles can be read."),
    _("This text is too large: 2 MB are the most. Bring the article alone."),
    _("This page is too large: 5 MB are the most. Copy the article and paste it."),
    _("This file is too large: 10 MB are the most. Take the pictures out of it."),
    _("This file is too large: 10 MB are the most. Bring the article’s pages alone."),
    _("This is a file of an old Word. Save it as .docx, and bring that."),
    _("This is a rich text file. Save it as .docx or as plain text, and bring that."),
    _("This is a picture: there is no text in it. Type the text, or find the article as text."),
    _("This page lists many articles. Open the one you want, and bring that."),
    _("There is no article on this page. Copy its text and paste it."),
    _("This Word file is broken. Open it in Word, save it once more, and bring that."),
    _("This is not a Word file. Save the article as .docx or as plain text, and bring that."),
    _("This is no Word file, although its name says so. Copy the text and paste it."),
    _("This is no PDF, although its name says so. Copy the text and paste it."),
    _("This is too short for a quiz. Bring the whole article."),
    _("This file is locked with a password. Save it without one, and bring that."),
    _("There is too much in this Word file. Copy the article into a new one, and bring that."),
    _("This PDF is broken. Open it, print it to a new PDF, and bring that."),
    _("This PDF is locked with a password. Save it without one, and bring that."),
    _("This PDF is too long: 300 pages are the most. Bring the article’s pages alone."),
    _("This PDF is a picture of a text: there are no letters in it. Find the article as text."),
    _("This is no address of a web page. It looks like https://paper.example/page."),
    _("This address leads into a network of its own, not to a public page."),
    _(
        "The site could not be found. Is the address right, and has this machine a way "
        "into the internet? Otherwise paste the text."
    ),
    _("The site does not answer. Try again later, or copy the article and paste it."),
    _("The site took too long. Try again later, or copy the article and paste it."),
    _("The page is too large: 5 MB are the most. Copy the article and paste it."),
    _("There is no page at this address any more. Look whether it is right."),
    _("The site does not give this page to programs. Copy the article and paste it."),
    _("This address leads from one to the next. Use the one of the article itself."),
    _("This could not be read. Copy the article’s text and paste it."),
    _("Reading this took too long. Bring a shorter text, or the article alone."),
    _("This is a web archive of Safari. Save the page as HTML, or copy its text and paste it."),
)
