"""A pupil reads, answers, hands in: what is saved, and what is shown when."""

import re
import secrets
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from quizapp import clock
from quizapp.models import Feedback
from tests.quizapp.web import newspaper
from tests.quizapp.web.conftest import Browser, School, open_school, points, signed_in_pupil


def page_of(school: School, kind: str) -> str:
    section = newspaper.questions()[kind].section
    position = school.position(kind)
    return f"/attempts/{school.attempt_id}/sections/{section}?question={position}"


def target(school: School, kind: str) -> str:
    return f"/attempts/{school.attempt_id}/questions/{school.position(kind)}"


def test_join_read_answer_hand_in_and_see_the_result(
    browser: Callable[[], Browser], school: School
) -> None:
    new = browser()
    assert f'value="{school.code}"' in new.get(f"/join/{school.code}").text
    assert new.send("/join", code=school.code.lower(), name="Chiara").location == "/me"
    home = new.get("/me").text
    assert "Hello, Chiara" in home
    assert "Your four words" in home
    begun = new.send("/me", to=f"/assignments/{school.assignment_id}/attempts")
    first = new.get(begun.location).location
    assert first.endswith("/sections/1")
    assert "Bridge closed, market empty" in new.get(first).text
    attempt = first.removesuffix("/sections/1")
    saved = new.send(
        f"{attempt}/sections/2", to=f"{attempt}/questions/3", answer=newspaper.CHOICE_KEY
    )
    assert saved.status_code == 303
    shown = new.get(saved.location).text
    assert "That is right" in shown
    assert "</span> Saved" in shown
    asked = new.get(f"{attempt}/hand-in").text
    assert "8 questions are not answered yet" in asked
    result = new.send(f"{attempt}/hand-in").location
    assert "1 of 9 points" in new.get(result).text


def test_the_four_words_are_shown_until_they_are_kept(
    browser: Callable[[], Browser], school: School
) -> None:
    new = browser()
    new.send("/join", code=school.code, name="Chiara")
    phrase = re.search(r'class="phrase">([^<]+)<', new.get("/me").text)
    assert phrase
    assert phrase[1] in new.get("/me").text
    new.send("/me", to="/me/phrase-kept")
    assert phrase[1] not in new.get("/me").text
    assert signed_in_pupil(browser(), phrase[1]).get("/me").status_code == 200


@pytest.mark.parametrize("kind", ["choice", "multiple_response", "short_text", "match", "open"])
def test_each_interaction_is_saved(app: Flask, pupil: Browser, school: School, kind: str) -> None:
    sent = pupil.send(page_of(school, kind), to=target(school, kind), **newspaper.RIGHT[kind])
    assert sent.status_code == 303
    expected = None if kind == "open" else 1.0
    assert points(app, school) == {school.position(kind): expected}


def test_before_the_answer_nothing_is_marked_and_after_it_the_evidence_is(
    pupil: Browser, school: School
) -> None:
    page = page_of(school, "choice")
    before = pupil.get(page).text
    assert "<mark" not in before
    assert 'class="by' not in before
    assert "hand the claim" not in before
    pupil.send(page, to=target(school, "choice"), answer=newspaper.CHOICE_OTHERS[0])
    after = pupil.get(page).text
    assert "Not quite" in after
    assert "hand the claim" in after
    assert '<mark class="evidence">according to </mark>' in after
    # The other source of the section would answer a question that is still open.
    assert '<span class="by' not in after


def test_what_is_not_well_formed_is_refused_and_nothing_saved(
    app: Flask, pupil: Browser, school: School
) -> None:
    page, to = page_of(school, "choice"), target(school, "choice")
    for wrong in ({}, {"answer": "something else"}, {"answer": newspaper.CHOICE_KEY, "key": ""}):
        assert pupil.send(page, to=to, **wrong).status_code == 422
    sent = pupil.send(page, to=to, answer=newspaper.CHOICE_KEY, sequence="-1")
    assert sent.status_code in {409, 422}
    assert points(app, school) == {}


def test_the_same_submission_twice_counts_once(app: Flask, pupil: Browser, school: School) -> None:
    page, to = page_of(school, "choice"), target(school, "choice")
    fields = {"answer": newspaper.CHOICE_KEY, "key": "one", "sequence": "1"}
    assert pupil.send(page, to=to, **fields).status_code == 303
    again = pupil.send("/me", to=to, **fields)
    assert again.status_code == 303
    assert points(app, school) == {school.position("choice"): 1.0}


def test_a_final_answer_stays_as_it_is(app: Flask, pupil: Browser, school: School) -> None:
    page, to = page_of(school, "choice"), target(school, "choice")
    pupil.send(page, to=to, answer=newspaper.CHOICE_OTHERS[0])
    changed = pupil.send("/me", to=to, answer=newspaper.CHOICE_KEY, key="another", sequence="9")
    assert changed.status_code == 409
    assert points(app, school) == {school.position("choice"): 0.0}


def test_a_late_answer_shows_what_is_saved_and_can_be_sent_again(
    app: Flask, browser: Callable[[], Browser]
) -> None:
    with app.app_context():
        school = open_school(feedback=Feedback.AFTER_HANDING_IN)
    pupil = signed_in_pupil(browser(), school.phrase)
    page, to = page_of(school, "choice"), target(school, "choice")
    key, other = newspaper.CHOICE_KEY, newspaper.CHOICE_OTHERS[0]
    assert pupil.send(page, to=to, answer=key, sequence="5").status_code == 303
    late = pupil.send(page, to=to, answer=other, sequence="2")
    assert late.status_code == 409
    assert f"You had sent: {other}" in late.text
    assert re.search(rf'value="{key}" checked', late.text)
    assert pupil.send(page, to=to, answer=other).status_code == 303
    assert re.search(rf'value="{other}" checked', pupil.get(page).text)


def test_under_a_later_rule_the_answer_shows_no_verdict(
    app: Flask, browser: Callable[[], Browser]
) -> None:
    with app.app_context():
        school = open_school(feedback=Feedback.AFTER_HANDING_IN)
    pupil = signed_in_pupil(browser(), school.phrase)
    page = page_of(school, "choice")
    pupil.send(page, to=target(school, "choice"), answer=newspaper.CHOICE_KEY)
    shown = pupil.get(page).text
    assert "</span> Saved" in shown
    assert "That is right" not in shown
    assert "hand the claim" not in shown
    pupil.send(f"/attempts/{school.attempt_id}/hand-in")
    assert "That is right" not in pupil.get(page).text
    result = pupil.get(f"/attempts/{school.attempt_id}/result").text
    assert "1 of 9 points" in result
    assert "What is right is shown after your last try." in result
    assert "Who said what" not in result
    last = pupil.send("/me", to=f"/assignments/{school.assignment_id}/attempts").location
    pupil.send(f"{last}/hand-in")
    assert "That is right" in pupil.get(page).text


def test_the_due_date_brings_the_result(
    app: Flask, browser: Callable[[], Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    due = clock.now() + timedelta(days=1)
    with app.app_context():
        school = open_school(feedback=Feedback.AFTER_DUE_DATE, due_at=due)
    pupil = signed_in_pupil(browser(), school.phrase)
    pupil.send(page_of(school, "choice"), to=target(school, "choice"), answer=newspaper.CHOICE_KEY)
    result = f"/attempts/{school.attempt_id}/result"
    assert pupil.get(result).status_code == 303
    pupil.send(f"/attempts/{school.attempt_id}/hand-in")
    for page in (pupil.get(result), pupil.get(page_of(school, "choice"))):
        assert "of 9 points" not in page.text
        assert "That is right" not in page.text
        assert "hand the claim" not in page.text
    monkeypatch.setattr(clock, "now", lambda: due + timedelta(minutes=1))
    shown = pupil.get(result).text
    assert "1 of 9 points" in shown
    assert "Who said what" in shown
    assert "That is right" in pupil.get(page_of(school, "choice")).text


def test_missed_questions_lead_to_their_paragraphs(pupil: Browser, school: School) -> None:
    pupil.send(f"/attempts/{school.attempt_id}/hand-in")
    result = pupil.get(f"/attempts/{school.attempt_id}/result").text
    assert f'href="/attempts/{school.attempt_id}/sections/2#p-3"' in result
    assert "Look at the 9 you can improve" in result


def test_one_goes_through_what_was_missed_and_nothing_else(pupil: Browser, school: School) -> None:
    right = ("choice", "multiple_response", "short_text", "match", "open")
    for kind in right:
        pupil.send(page_of(school, kind), to=target(school, kind), **newspaper.RIGHT[kind])
    pupil.send(f"/attempts/{school.attempt_id}/hand-in")
    result = f"/attempts/{school.attempt_id}/result"
    page, seen = re.search(r'href="([^"]+)">Look at the', pupil.get(result).text), []
    while page:
        html = pupil.get(page[1].replace("&amp;", "&")).text
        seen += re.findall(r"Question (\d) of 9 ·", html)
        page = re.search(r'id="next" data-swap href="([^"]+)"', html)
    missed = {school.position(kind) for kind in newspaper.RIGHT if kind not in right}
    assert [int(position) for position in seen] == sorted(missed)


def test_what_is_wrong_with_a_code_or_a_phrase_stands_under_its_field(
    browser: Callable[[], Browser], school: School
) -> None:
    unknown = browser().send("/join", code="AAAA-AAAA", name="Chiara")
    assert re.search(r'aria-describedby="code-errors"', unknown.text)
    assert "No class has this code" in unknown.text
    taken = browser().send("/join", code=school.code, name="Amina")
    assert re.search(r'aria-describedby="name-errors"', taken.text)
    short = browser().send("/back", phrase=" ".join(school.phrase.split()[:3]))
    assert "These are 3 words; you need all four" in short.text


def test_no_skill_without_a_point_is_called_a_strength(pupil: Browser, school: School) -> None:
    pupil.send(page_of(school, "choice"), to=target(school, "choice"), answer=newspaper.CHOICE_KEY)
    pupil.send(f"/attempts/{school.attempt_id}/hand-in")
    html = pupil.get(f"/attempts/{school.attempt_id}/result").text
    assert "1 of 9" in html
    assert "You are good at" not in html
    practise = html.split("Practise</h3>")[1].split("</ul>")[0]
    assert "who said it" in practise


def test_two_keys_send_the_same_open_page(
    app: Flask, browser: Callable[[], Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secrets, "randbelow", lambda limit: limit // 2)  # one shuffle for both
    pages = []
    for slug, key in (("one", newspaper.CHOICE_KEY), ("two", newspaper.CHOICE_OTHERS[0])):
        with app.app_context():
            school = open_school(f"Teacher {slug}", slug=slug, key=key)
        pupil = signed_in_pupil(browser(), school.phrase)
        html = pupil.get(page_of(school, "choice")).text
        html = re.sub(r'(name="(?:csrf_token|key)"[^>]*value=")[^"]*', r"\1", html)
        pages.append(re.sub(r"/attempts/\d+", "/attempts/0", html))
    assert pages[0] == pages[1]
