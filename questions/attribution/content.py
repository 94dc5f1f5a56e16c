"""What a cue reports: the clause, noun phrase or quotation behind it, or the sentence around it.

A piece is ``[start, end)`` in characters of the paragraph.
"""

from questions import nouns
from questions.attribution import cues
from questions.attribution.cues import Group
from questions.attribution.layout import QUOTE_MARKS, Layout
from questions.attribution.parse import Parsed, Token
from questions.attribution.speakers import Phrase, goes_on_from, is_passive, own_subject

Piece = tuple[int, int]

_BREAKS = frozenset(", : ; — – -- . ? ! … )".split()) | QUOTE_MARKS
_CONCESSIVE = frozenset("although though while whereas".split())
_GOES_ON_REPORTING = frozenset(
    "adding saying noting citing describing calling insisting warning arguing telling".split()
)
_WHEN = frozenset("in at on during after before".split())
_EMPTY = frozenset(
    """it this that so them nothing otherwise which what little much anything something everything
    enough themselves names goodbye""".split()
) | {"no such thing", "the same", "almost nothing", "very little", "as much"}
_TRAILING = " \t\n\r,;:.–—-"


def of_verb(layout: Layout, verb: Token, group: Group) -> tuple[Piece, ...]:
    """The pieces of content of the cue *verb*; empty if it reports nothing here."""
    clause = _cue_clause(layout, verb)
    start = None
    if group is not Group.MANNER or _puts_at(layout.parsed, verb):
        start = _complement(layout, verb, group)
    broken_off = _ends_quoted(layout.parsed, clause) and start is not None and start > clause.last
    if start is None or start > clause.last + 1 or broken_off:
        around = _behind_as(layout, verb, clause) or _around(layout, verb, clause)
        if around:
            return around
    if start is not None:
        return _tidy(layout, verb, [(start, _complement_end(layout, verb, start))])
    if group is Group.EVIDENCE:
        return ()
    behind = _quotation_behind(layout, verb, clause)
    return _tidy(layout, verb, [behind] if behind else [])


def of_phrase(layout: Layout, anchor: Token, first: int, last: int) -> tuple[Piece, ...]:
    """The sentence around the phrase *first* to *last* ("according to X") without the phrase."""
    low, high = layout.sentence(anchor)
    low = _after_semicolon(layout, anchor, low, first)
    pieces = [(low, first - 1), (last + 1, _reporting_goes_on(layout, last + 1, high))]
    return _tidy(layout, anchor, [p for p in pieces if _has_words(layout.parsed, *p)])


def of_clause(layout: Layout, cue: Token, clause: Token) -> tuple[Piece, ...]:
    """The clause headed by *clause* behind a noun ("the claim that …")."""
    last = min(clause.right, layout.sentence(cue)[1])
    return _tidy(
        layout, cue, [(clause.left, _before_other_voice(layout.parsed, clause.left, last))]
    )


def _cue_clause(layout: Layout, verb: Token) -> Phrase:
    """Subject, verb and all that follows without a break: "she told reporters on Monday"."""
    parsed = layout.parsed
    low, high = layout.sentence(verb)
    first = last = verb.index
    subject = own_subject(parsed, verb)
    if subject is not None and subject.index < verb.index:
        first = subject.left
    elif subject is not None:
        last = min(subject.right, high)
    for child in parsed.children(verb, "aux", "advmod", "mark", "neg", "auxpass"):
        if child.index < first and child.index == first - 1:
            first = child.index
    while last < high and parsed.tokens[last + 1].text not in _BREAKS:
        last += 1
    return Phrase(max(first, low), last, verb.index)


def _complement(layout: Layout, verb: Token, group: Group) -> int | None:
    """The first token of what stands behind *verb* as its complement."""
    parsed = layout.parsed
    last = layout.sentence(verb)[1]
    behind = [c for c in parsed.children(verb) if verb.index < c.left <= last]
    starts = [c.left for c in behind if _is_clause(parsed, verb, c, group)]
    that = _that(parsed, verb, last)
    if that is not None:
        starts = [that]
    objects = (c for c in behind if c.dep in ("dobj", "oprd", "dative"))
    things = [c.left for c in objects if c != own_subject(parsed, verb) and _counts(verb, group)]
    things += [c.index + 1 for c in behind if (verb.lemma, c.form) == ("call", "on") and starts]
    if starts and not _takes_the_object(verb, group):
        return min(starts)
    if things and (starts or _thing_enough(parsed, verb, group)):
        return min(things + starts)
    if starts:
        return min(starts)
    hidden = _hung_elsewhere(parsed, verb, last) if group is Group.SPEECH else None
    return hidden or _prepositional(parsed, behind, verb, group)


def _hung_elsewhere(parsed: Parsed, verb: Token, last: int) -> int | None:
    """Where a clause begins that the parser hangs on the words between.

    As in "told the voters they were right", "said after the vote he would resign".
    """
    for token in parsed.tokens[verb.index + 1 : last + 1]:
        if token.text in _BREAKS:
            return None
        subject = own_subject(parsed, token) if token.dep in ("relcl", "advcl") else None
        if subject is None or parsed.children(token, "mark"):
            continue
        between = parsed.tokens[verb.index + 1 : subject.left]
        told = verb.lemma in cues.TELL and token.dep == "relcl" and _hears(parsed.head(token))
        when = between[:1] and between[0].dep == "prep" and between[0].form in _WHEN
        return subject.left if told or when else None
    return None


def _hears(noun: Token) -> bool:
    human = nouns.is_human(noun.lemma) or noun.lemma in nouns.ORGANISATIONS | nouns.BODIES
    return human or noun.is_proper or noun.tag in ("NNS", "PRP")


def _is_clause(parsed: Parsed, verb: Token, child: Token, group: Group) -> bool:
    if child.dep == "ccomp":
        return True
    if child.dep == "advcl":
        asking = parsed.tokens[child.left]
        wh = asking.tag in ("WRB", "WP") and asking.index == verb.index + 1
        return wh and verb.lemma in cues.ASKING
    if child.dep != "xcomp" or not child.tag.startswith("VB"):
        return False
    return group is not Group.SPEECH or verb.lemma in cues.TO_DO or is_passive(parsed, verb)


def _that(parsed: Parsed, verb: Token, last: int) -> int | None:
    """The word behind "that", "whether" where one follows *verb* before any break."""
    for index in range(verb.index + 1, min(verb.index + 12, last)):
        token = parsed.tokens[index]
        if token.form in ("that", "whether") and token.dep == "mark":
            return None if parsed.head(token).dep == "acl" else index
        if token.text in _BREAKS or token.tag in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _counts(verb: Token, group: Group) -> bool:
    if group in (Group.SPEECH, Group.BELIEF):
        return verb.lemma in cues.NAMING | cues.URGE | cues.SIDING
    return True


def _takes_the_object(verb: Token, group: Group) -> bool:
    """Whether the object is part of the content ("urged families to check")."""
    return group in (Group.LABEL, Group.ACCUSATION, Group.INTENTION) or verb.lemma in (
        cues.URGE - {"tell"}
    )


def _thing_enough(parsed: Parsed, verb: Token, group: Group) -> bool:
    if verb.lemma in cues.ONLY_CLAUSES:
        return False
    takes_things = group in (Group.DENIAL, Group.ACCUSATION, Group.INTENTION)
    if takes_things or verb.lemma in cues.SIDING | cues.JUDGING:
        return True
    if group is Group.LABEL:
        deps = {c.dep for c in parsed.children(verb)}
        behind = parsed.tokens[verb.index + 1 : verb.right + 1]
        return "oprd" in deps or any(t.form == "as" for t in behind)
    if group is Group.EVIDENCE:
        return _is_of_a_document(parsed, verb)
    if verb.lemma == "put":
        return _puts_at(parsed, verb)
    return verb.lemma in cues.NAMING or bool(parsed.children(verb, "prt"))


def _puts_at(parsed: Parsed, verb: Token) -> bool:
    """As in "puts the cost at £2 million"."""
    if verb.lemma != "put":
        return False
    at = any(c.form == "at" for c in parsed.children(verb, "prep"))
    return at or any(
        p.form == "at" for c in parsed.children(verb, "dobj") for p in parsed.children(c, "prep")
    )


def _is_of_a_document(parsed: Parsed, verb: Token) -> bool:
    subject = own_subject(parsed, verb)
    return subject is not None and nouns.is_document(subject.lemma, subject.form)


def _prepositional(parsed: Parsed, behind: list[Token], verb: Token, group: Group) -> int | None:
    """What stands behind "called for", "hinted at", "accused of": also "called for her to go"."""
    particles = ("of",) if group is Group.ACCUSATION else cues.PARTICLES.get(verb.lemma, ())
    for child in behind:
        first = parsed.tokens[child.left]
        if child.dep in ("prep", "advcl") and first.form in particles:
            return first.index + 1
    return None


def _complement_end(layout: Layout, verb: Token, start: int) -> int:
    """The last token of the complement that begins at *start*, without what is said beside it."""
    parsed = layout.parsed
    last = min(max(verb.right, start), layout.sentence(verb)[1])
    for child in parsed.children(verb):
        if child.left <= start or child.index > last:
            continue
        if _leads_away(parsed, child):
            last = child.left - 1
            break
    last = _before_other_voice(parsed, start, last)
    last = _before_next_reporter(parsed, verb, start, last)
    last = _before_comment(layout, verb, start, last)
    while last > start and parsed.tokens[last].form in ("and", "but", ",", "or"):
        last -= 1
    return last


def _before_next_reporter(parsed: Parsed, verb: Token, start: int, last: int) -> int:
    """*last*, or the end of what precedes ", and somebody else said …" in the tense of *verb*."""
    for token in parsed.tokens[start + 1 : last + 1]:
        reports = cues.group_of(token.lemma) in (Group.SPEECH, Group.BELIEF, Group.DENIAL)
        subject = own_subject(parsed, token) if reports and token.tag == verb.tag else None
        if subject is None or subject.tag == "PRP" or token.dep not in ("conj", "ccomp"):
            continue
        before = parsed.tokens[max(0, subject.left - 2) : subject.left]
        if [t.form for t in before] in ([",", "and"], [",", "but"], [",", "while"]):
            return before[0].index - 1
    return last


def _before_comment(layout: Layout, verb: Token, start: int, last: int) -> int:
    """*last*, or the end of what precedes the reporter's own words about the claim.

    They stand behind a semicolon, or are as in "…, a charge that Holm denies", or say more of a
    thing that is all the content ("rejected the plan, which had …").
    """
    tokens = layout.parsed.tokens
    quoted = layout.quotation_of(tokens[start])
    for token in tokens[start + 1 : last + 1]:
        own = token.text == ";" or (token.text == "," and _comments(tokens[token.index + 1 :][:2]))
        if own and layout.quotation_of(token) == quoted:
            return token.index - 1
    return min(last, _thing_end(layout.parsed, verb, start))


def _comments(words: tuple[Token, ...]) -> bool:
    return [w.form in ("a", "an") or w.lemma in cues.COMMENTS for w in words] == [True, True]


def _thing_end(parsed: Parsed, verb: Token, start: int) -> int:
    """The token before ", which …" behind the object of *verb* that begins at *start*."""
    ends = [
        clause.left - 2
        for thing in parsed.children(verb, "dobj")
        for clause in parsed.children(thing, "relcl")
        if thing.left == start and parsed.tokens[clause.left - 1].text == ","
    ]
    return min(ends, default=len(parsed.tokens))


def _leads_away(parsed: Parsed, child: Token) -> bool:
    """Whether *child* of a cue belongs to the reporter again ("…, and left", "…, adding that")."""
    marks = {c.form for c in parsed.children(child, "mark", "advmod") if c.index < child.index}
    if child.dep == "conj":
        return "that" not in marks
    after_comma = child.left > 0 and parsed.tokens[child.left - 1].text == ","
    if child.dep == "advcl" and after_comma:
        return child.tag == "VBG" or bool(marks & (_CONCESSIVE | {"as"}))
    return False


def _before_other_voice(parsed: Parsed, start: int, last: int) -> int:
    """*last*, or the end of what precedes ", although somebody else has said …"."""
    for index in range(start + 2, last + 1):
        token = parsed.tokens[index]
        if token.form in _CONCESSIVE and parsed.tokens[index - 1].text in (",", "—", "–"):
            verb = parsed.head(token)
            reports = cues.group_of(verb.lemma) in (Group.SPEECH, Group.BELIEF, Group.DENIAL)
            if token.dep == "mark" and reports and own_subject(parsed, verb):
                return index - 2
        if cues.group_of(token.lemma) and goes_on_from(parsed, token):
            return token.left - 1
    return last


def _around(layout: Layout, verb: Token, clause: Phrase) -> tuple[Piece, ...]:
    """The sentence around a cue that interrupts or ends it: "X, she said, Y"."""
    tokens = layout.parsed.tokens
    low, high = layout.sentence(verb)
    if cues.group_of(verb.lemma) is Group.EVIDENCE and not _is_of_a_document(layout.parsed, verb):
        return ()
    if verb.dep in ("relcl", "acl") or not _has_subject(layout.parsed, verb):
        return ()
    before = tokens[clause.first - 1] if clause.first > low else None
    if clause.last < high and tokens[clause.last + 1].text in (":", "("):
        return ()
    if before is None or before.text not in _BREAKS or before.text in (";", "("):
        return ()
    left = (_after_semicolon(layout, verb, low, clause.first), clause.first - 1)
    quoted = _ends_quoted(layout.parsed, clause)
    right = _right_of(layout, clause.last + 1, high, quoted=quoted)
    pieces = [left, *([right] if right else [])]
    answering = tokens[low].tag == "VBN" and cues.group_of(tokens[low].lemma) is not None
    telling = pieces if _opens_with_place(layout.parsed, verb, low) else [left]
    if answering or not any(_says_something(layout, verb, *piece) for piece in telling):
        return ()
    return _tidy(layout, verb, pieces)


def _behind_as(layout: Layout, verb: Token, clause: Phrase) -> tuple[Piece, ...]:
    """The sentence behind a cue that opens it: "As Anna Holm put it, the dam …"."""
    tokens = layout.parsed.tokens
    low, high = layout.sentence(verb)
    if clause.first > low or tokens[low].form != "as" or clause.last >= high:
        return ()
    behind = _right_of(layout, clause.last + 1, high, quoted=False)
    return _tidy(layout, verb, [behind] if behind else [])


def _opens_with_place(parsed: Parsed, verb: Token, low: int) -> bool:
    """As in "In her district, she said, …", where the clause is behind the cue."""
    aside = verb.dep in ("parataxis", "advcl")
    return aside and parsed.tokens[low].dep in ("prep", "advmod", "cc")


def _ends_quoted(parsed: Parsed, clause: Phrase) -> bool:
    """Whether a quotation, perhaps with a comma behind it, ends right before *clause*."""
    before = parsed.tokens[max(0, clause.first - 2) : clause.first]
    return any(token.text in QUOTE_MARKS for token in before)


def _after_semicolon(layout: Layout, verb: Token, low: int, first: int) -> int:
    """*low*, or the token behind the last semicolon before token *first* that is not quoted."""
    for token in reversed(layout.parsed.tokens[low:first]):
        if token.text == ";" and layout.quotation_of(token) == layout.quotation_of(verb):
            return token.index + 1
    return low


def _has_subject(parsed: Parsed, verb: Token) -> bool:
    return own_subject(parsed, verb) is not None or bool(parsed.children(verb, "nsubjpass", "expl"))


def _says_something(layout: Layout, verb: Token, first: int, last: int) -> bool:
    tokens = layout.parsed.tokens
    start, end = tokens[first].start, tokens[last].end
    if not layout.quotation_of(verb) and layout.outer_near(start, end):
        return True
    return any(
        t.tag in ("VBZ", "VBP", "VBD", "MD") or t.dep in ("nsubj", "nsubjpass", "ROOT")
        for t in tokens[first : last + 1]
        if t.index != verb.index
    ) and _has_words(layout.parsed, first, last)


def _right_of(layout: Layout, first: int, high: int, *, quoted: bool) -> tuple[int, int] | None:
    tokens = layout.parsed.tokens
    if quoted:
        first = _opening(layout, first, high)
    while first <= high and tokens[first].text in (",", "—", "–", "-"):
        first += 1
    if first > high or not _has_words(layout.parsed, first, high) or tokens[first].text == ".":
        return None
    last = _reporting_goes_on(layout, first, high)
    return (first, last) if last >= first else None


def _opening(layout: Layout, first: int, high: int) -> int:
    """Where a quotation goes on behind its cue: "“It held,” she said in May, “and it will.”"."""
    tokens = layout.parsed.tokens
    for index in range(first, high + 1):
        if tokens[index].text in QUOTE_MARKS:
            before = tokens[index - 1]
            joined = before.text == "," or before.form in ("and", "but")
            return index if joined or index == first else high + 1
    return high + 1


def _reporting_goes_on(layout: Layout, first: int, high: int) -> int:
    """*high*, or the token before "adding that …" or "and she said …", if it is not quoted."""
    tokens = layout.parsed.tokens[first:high]
    quoted = layout.quotation_of(tokens[0]) if tokens else None
    for token in tokens:
        joined = token.form in ("and", "but") and _joins_a_cue(layout.parsed, token)
        adds = token.form in _GOES_ON_REPORTING and token.tag == "VBG"
        if (joined or adds) and layout.quotation_of(token) == quoted:
            return token.index - 1
    return high


def _joins_a_cue(parsed: Parsed, conjunction: Token) -> bool:
    """Whether it joins more of the report to a cue ("and left", "and Lunt said that …")."""
    cue = parsed.head(conjunction)
    if cues.group_of(cue.lemma) is not Group.SPEECH or not cue.tag.startswith("VB"):
        return False
    joined = next((c for c in parsed.children(cue, "conj") if c.index > conjunction.index), None)
    goes_on = joined is not None and own_subject(parsed, joined) is not None
    return not goes_on or (joined is not None and cues.group_of(joined.lemma) is not None)


def _quotation_behind(layout: Layout, verb: Token, clause: Phrase) -> tuple[int, int] | None:
    """The quotation, or what follows a colon, right behind the cue's clause."""
    tokens = layout.parsed.tokens
    high = layout.sentence(verb)[1]
    at = clause.last + 1
    colon = False
    while at <= high and tokens[at].text in (",", ":", "—", "–"):
        colon = colon or tokens[at].text == ":"
        at += 1
    if at >= high:
        return None
    if tokens[at].text in QUOTE_MARKS and not layout.quotation_of(verb):
        return at, max(at, min(high, max(verb.right, _closing(layout, at))))
    return (at, high) if colon and verb.lemma in cues.WITH_COLON else None


def _closing(layout: Layout, mark: int) -> int:
    tokens = layout.parsed.tokens
    quotation = layout.quoted_at(tokens[mark].end)
    if quotation is None:
        return mark
    last = mark
    while last + 1 < len(tokens) and tokens[last + 1].start < quotation.end:
        last += 1
    return last


def _has_words(parsed: Parsed, first: int, last: int) -> bool:
    return first <= last and any(not t.is_mark for t in parsed.tokens[first : last + 1])


def _tidy(layout: Layout, cue: Token, pieces: list[tuple[int, int]]) -> tuple[Piece, ...]:
    tokens = layout.parsed.tokens
    spans = [_whole_quotations(layout, cue, tokens[a].start, tokens[b].end) for a, b in pieces]
    tidied = [trim(layout, *span) for span in spans]
    return tuple(span for span in tidied if _has_substance(layout.parsed.text[slice(*span)]))


def _has_substance(words: str) -> bool:
    return words.lower() not in _EMPTY and any(c.isalnum() for c in words)


def _whole_quotations(layout: Layout, cue: Token, start: int, end: int) -> Piece:
    """The span grown so that it cuts no quotation in two."""
    near = layout.inner_near if layout.quotation_of(cue) else layout.outer_near
    for quotation in near(start, end):
        if start < quotation.end and quotation.start < end:
            first, last = quotation.with_marks
            start, end = min(start, first), max(end, last)
    return start, end


def with_marks(layout: Layout, start: int, end: int) -> Piece:
    """The span tidied, with the marks of quotations that begin or end it but are not all of it."""
    for quotation in (*layout.outer_near(start, end), *layout.inner_near(start, end)):
        if start < quotation.start and quotation.end - 1 <= end <= quotation.end:
            end = quotation.with_marks[1]
        elif quotation.start == start and quotation.end + 1 < end:
            start = quotation.with_marks[0]
    return trim(layout, start, end)


def trim(layout: Layout, start: int, end: int) -> Piece:
    """The span without blanks, commas and "that" at its edges, nor marks around the whole of it."""
    text = layout.parsed.text
    start, end = _without_edges(text, start, end)
    for quotation in (*layout.outer_near(start, end), *layout.inner_near(start, end)):
        if start < quotation.start <= start + 2 and quotation.end <= end <= quotation.end + 2:
            start, end = _without_edges(text, quotation.start, quotation.end)
    first = layout.token_at(start)
    if first and first.form == "that" and first.dep == "mark":
        start, end = _without_edges(text, first.end, end)
    return start, end


def _without_edges(text: str, start: int, end: int) -> Piece:
    while start < end and text[start] in _TRAILING:
        start += 1
    while start < end and text[end - 1] in _TRAILING:
        end -= 1
    return start, end
