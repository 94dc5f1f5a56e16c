"""What a copied web page holds beside its article, told by the words of each line.

Each reason has its own patterns. They ask for a form that no sentence of an article has (an order
to the reader, a label and a colon, a line of buttons), so that "Share prices fell" stays.
"""

import re

from questions.lexicon import MONTHS, word_set

_LONGEST = 300
"""No line of furniture has more characters than this."""

_BUTTONS = word_set(
    "share shares tweet email e-mail mail print save pin it copy link link copied facebook twitter "
    "x whatsapp linkedin reddit telegram bluesky threads pinterest messenger instagram youtube "
    "flipboard comment comments gift bookmark listen close menu search login more sms"
)
_BUTTON_FILLERS = word_set(
    "this article story post page on via by to for later with friends kindly of a"
)
_BUTTON_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")

_MONTH = rf"(?:{'|'.join((*MONTHS, 'sept', *(month[:3] for month in MONTHS)))})"
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_CLOCK = r"\d{1,2}(?:[:.h]\d{2})?(?::\d{2})?(?!\d)(?:\s*[ap]\.?m\b\.?)?"
_ZONE = r"(?:gmt|bst|utc|cet|cest|e[sd]?t|c[sd]?t|m[sd]?t|p[sd]?t|ist|aest|aedt|local time)"
_DATE_WORD = (
    rf"(?:{_DAY}|{_MONTH}|{_ZONE}|\d{{1,2}}(?:st|nd|rd|th)|\d{{4}}-\d{{2}}-\d{{2}}\S*|{_CLOCK}|\d+"
    r"|\d+(?:h|hr|hrs|m|d)|at|on|of|the|today|yesterday|ago|minutes?|mins?|hours?|days?"
    r"|min(?:ute)? read|read)"
)
_DATE_LEAD = (
    r"(?:(?:first |last |originally )?(?:published|updated|posted|modified|created)"
    r"(?: on| at)?|date)"
)
_SEPARATORS = r"[\s,.|/·•–—:()-]"
_DATES = (
    rf"(?:{_DATE_LEAD}|{_DATE_WORD})(?:{_SEPARATORS}+(?:{_DATE_LEAD}|{_DATE_WORD}))*+{_SEPARATORS}*"
)
_IS_DATED = re.compile(
    rf"{_MONTH}\b|{_DAY}\b|\d[:.h]\d|\bago\b|read\b|updated|published|posted|\d/\d", re.I
)

_LINKS = (
    r"(?:read|see|watch|listen) (?:more|also|next|on|now)"
    r"|also read|read|related(?: (?:articles?|stories|story|topics?|content|links?|reading))?"
    r"|(?:you )?(?:may|might) (?:also )?like|more (?:from|on|in|about|like this|stories)\b.{0,40}?"
    r"|more|most (?:read|popular|viewed|shared|watched)|trending(?: now)?|recommended(?: for you)?"
    r"|editor'?s'? picks?|don[’']t miss|further reading|in pictures|explore more|top stories"
    r"|(?:topics?|tags?|filed under|keywords?)|up next|what to read next|latest(?: news| stories)?"
    r"|must.reads?|popular(?: now)?|elsewhere on .{2,30}|in case you missed it"
)

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("no words in it", r"[\W_]+"),
    (
        "advertisement",
        r"[\W_]*(?:advert(?:isement|ising)?s?|sponsored(?: content| links?)?|promoted(?: content)?"
        r"|paid (?:content|post|partnership)|ad)\b[\W_]*(?:(?:article |story )?continues? .*"
        r"|continue reading.*|scroll .*|skip .*|feedback.*)?"
        r"|(?:sponsored|promoted|partner content)\s*:.*"
        r"|(?:the )?(?:article|story) continues (?:below|after).*"
        r"|continue reading(?: below| the main story)?\W*|skip (?:past )?advert.*"
        r"|(?:.{0,60}\s)?(?:buy|shop|order|subscribe|book) now\b(?:\s*[–—-].*)?"
        r"|.*\bwe (?:may|might|will) (?:earn|receive|get) (?:a |an )?(?:small "
        r"|affiliate )?commission\b.*",
    ),
    ("link to another text", rf"[\W_]*(?:{_LINKS})\s*[:|›»>].*"),
    (
        "call for comments",
        r"\d+ (?:thoughts?|responses?) (?:on|to) .*"
        r"|(?:\(?\d[\d,.]*\)? (?:comments?|replies)|(?:view |show |see |read |all |post )?comments?"
        r"(?: \(?\d[\d,.]*\)?)?(?: section)?)(?:\s.{0,60})?(?<![.!?])"
        r"|(?:leave|post|write|add) (?:a |your )?(?:reply|comment)s?\b.{0,60}"
        r"|(?:comments|replies|commenting) (?:is|are|have been|has been) (?:now )?"
        r"(?:closed|disabled|turned off|moderated)\b.*"
        r"|(?:.*[?!.]\s)?(?:join (?:in )?the (?:conversation|discussion|debate)|have your say"
        r"|(?:let us know|tell us|share your (?:views?|thoughts?|story)|comment)\b.{0,60}"
        r"(?:comments?|below|conversation|@))\b.*"
        r"|have your say\b.*|log ?in to (?:join|comment|reply|continue)\b.*"
        r"|your email address will not be published.*|required fields are marked.*",
    ),
    (
        "call to write in",
        r"(?:(?:do|did|are|were|have|has|can|got|is)\b[^.!?]*\?\s*)?(?:(?:please )?(?:e-?mail|write"
        r"(?: to)?|contact|tell|call|text|get in touch|message|send|let)\b"
        r"[^.!?]*(?:@|newsroom|newsdesk"
        r"|\bus\b"
        r"|our (?:reporters?|team|tip))|\S+@\S+\.\w+\W*$).*"
        r"|(?:got|have) (?:a |any )?(?:\w+ )?(?:story|tips?|news|correction|question|views?)"
        r"\b[^.!?]*\?.*",
    ),
    (
        "newsletter or app",
        r"(?:sign|signing) up\b(?:\s*:|\s+(?:to|for|here|now|today|free)\b).*"
        r"|(?:.{0,20})?thanks for (?:signing up|subscribing)\b.*"
        r"|subscribe\b(?!.*\bto .*\bsaid\b).{0,80}(?<![.])|subscribe (?:to|for|from|now|today)\b.*"
        r"|(?:enter|submit) your e-?mail\b.*|watch for us in your inbox.*"
        r"|(?:get|receive) (?:our|the|all|breaking|more|exclusive|daily|every)\b.{0,80}"
        r"\b(?:inbox|newsletter|alerts?|app|e-?mail)\b.*"
        r"|(?:join|follow|like|find) (?:us|our|\S+)\b.{0,40}\b(?:on|channel|page"
        r"|group)\b.{0,60}(?<![.])"
        r"|follow (?:us|@\w+)\b.*|download (?:our|the)\b.{0,40}\bapps?\b.*"
        r"|(?:.{0,60}\s)?newsletter(?: sign.?up)?|listen to (?:this|the) (?:article|story)\b.*"
        r"|invalid email.*|something went wrong.*|by (?:signing up|subscribing|clicking)\b.*"
        r"|already (?:a )?(?:subscriber|subscribed|have an account)\b.*"
        r"|(?:support|donate|become a (?:member|supporter|subscriber))\b.{0,60}\b(?:journalism"
        r"|today|now)\b.*"
        r"|.{0,40}\bfree (?:daily|weekly|morning)? ?(?:newsletter|trial)\b.*",
    ),
    (
        "note on rights",
        r"(?:©|\(c\)).*|copyright\b(?:\W*\d{4}|\W*©|[^.]{0,40}$).*"
        r"|our standards\s*:.*|(?:.{0,80}\W)?all rights reserved\b.*"
        r"|(?:.{0,80}\s)?(?:may not|must not|cannot) be (?:published|reproduced|copied"
        r"|republished)\b.*"
        r"|this (?:article|story|piece|work) (?:is|was|has been) (?:re)?(?:published|licensed|first"
        r"|originally|produced|supported|made possible|funded)\b.*"
        r"|.{0,120}\b(?:is|are) (?:made possible|supported"
        r"|funded) (?:in part )?by (?:a )?(?:grants?|donations?)\b.*"
        r"|.{0,120}\b(?:co-)?funded (?:in part )?(?:by|through)\b.{0,100}(?<![.!?”])"
        r"|.*\bsolely responsible for (?:all|the|its|this) content\b.*",
    ),
    (
        "note on who worked on it",
        r"(?:additional |with )?(?:reporting|writing|editing|files|research)\s+(?:by|from)\s.*"
        r"|.{0,120}\bcontributed to this (?:report|story|article)\b.*"
        r"|(?:edited|compiled|produced|translated) by\s.{0,120}"
        r"|(?:portraits?|photography|illustrations?|graphics?) by\s.{0,80}",
    ),
    (
        "note on a correction",
        r"\(?(?:correction|clarification|corrections and clarifications|editor[’']s note|update)s?"
        r"(?: \([^)]*\)|,? [^:]{0,30})?:\s.*[.!”]"
        r"|(?:(?:first |originally )?(?:published|posted)\b[^.]{0,40}\. )?"
        r"\(?(?:this|an earlier version of this|a previous version of this) (?:article|story"
        r"|report|headline|post|version)\b.{0,60}\b(?:was|has been|misstated|incorrectly|said|gave"
        r"|stated|amended|corrected|updated)\b.*",
    ),
    (
        "part of the page",
        r"(?:\w[\w &’'-]{0,30}\s*[>›»]\s*)+\w[\w &’'-]{0,30}|skip (?:to|past) .{0,40}|(?:back"
        r"|return) to .{0,30}"
        r"|(?:load|show|see|view) (?:more|all|less|next|previous|older|newer)\b.{0,30}"
        r"|live(?: (?:blog|updates?|reporting))?(?:\s*\|.*)?|(?:show|hide) caption|(?:next"
        r"|previous)"
        r"(?: (?:article|story|post|page))?|page \d+ of \d+|(?:expand|enlarge|view|open) (?:image|"
        r"picture|photo|gallery)\b.{0,30}|\d+ of \d+|(?:play|watch|pause) (?:video|audio"
        r"|the video)\b.{0,60}"
        r"|(?:accept|manage) (?:all )?cookies.*|media caption|image source|getty|key events"
        r"|end of .{0,40}|loading\b.{0,30}|home|about (?:us|the author)|terms of (?:use|service).*"
        r"|privacy policy.*|cookie policy.*|contact us|this video (?:can not|cannot) be played.*"
        r"|(?:your|this) browser\b.*|please enable javascript.*|javascript\b.*"
        r"|reading time\b.{0,20}|(?:\w[\w &’'-]{0,30} / ){2,}\w[\w &’'-]{0,30}",
    ),
)
_REASONS = tuple((reason, re.compile(rf"(?:{p})\s*", re.I | re.S)) for reason, p in _PATTERNS)
_DATE_LINE = re.compile(rf"(?:{_DATE_LEAD})?[\W_]*{_DATES}", re.I)
_PUBLISHED = re.compile(rf"{_DATE_LEAD}\b\s*:?\s*.*\d.*", re.I)
_LIST_OF_LINKS = re.compile(rf"[\W_]*(?:{_LINKS})\s*:?", re.I)
_PARTS = re.compile(r"\s+[|·•]\s+")
_KICKERS = word_set(
    "exclusive breaking live analysis opinion comment explainer interview feature features news "
    "sport business science politics world local review investigation profile column editorial"
)
"""Words that papers print by themselves above a headline."""


def reason_to_drop(line: str) -> str | None:
    """Why *line* is no part of an article, or None if nothing says so."""
    if len(line) > _LONGEST:
        return None
    if _is_row_of_buttons(line):
        return "buttons to share"
    if is_date(line):
        return "date or reading time"
    return next((reason for reason, form in _REASONS if form.fullmatch(line)), None)


def is_date(line: str) -> bool:
    """Whether *line* has nothing in it but when something was published, or how long it takes."""
    if len(line) > 120 or not any(char.isdigit() for char in line):
        return False
    if _PUBLISHED.fullmatch(line) and not line.endswith("."):
        return True
    return bool(_DATE_LINE.fullmatch(line) and _IS_DATED.search(line))


def opens_list_of_links(line: str) -> bool:
    """Whether *line* is the heading of a list of other texts ("Most read")."""
    return len(line) < 60 and bool(_LIST_OF_LINKS.fullmatch(line))


def parts(line: str) -> list[str]:
    """*line* cut where bars or dots part it ("By A. Name | Updated 4.52pm")."""
    return _PARTS.split(line)


def is_navigation(line: str) -> bool:
    """Whether *line*, above the article, is a row of links or the name of a part of the paper."""
    words = line.split()
    row = parts(line)
    if len(row) > 1:
        return all(len(part.split()) <= 4 for part in row)
    if line.lower().strip(":") in _KICKERS:
        return True
    return len(words) <= 3 and line.upper() == line and line.lower() != line


def _is_row_of_buttons(line: str) -> bool:
    if len(line) > 120 or line.endswith("."):
        return False
    words = [word.lower() for word in _BUTTON_WORD.findall(line)]
    known = sum(word in _BUTTONS for word in words)
    return known > 0 and all(word in _BUTTONS or word in _BUTTON_FILLERS for word in words)
