"""A text is put right in versions, and its questions go along or are flagged."""

from dataclasses import replace

import pytest

from questions.correction import Block, Correction, blocks_of, corrected, moved
from questions.places import misplaced
from quizapp import db
from quizapp.errors import NotFound, Refused
from quizapp.models import Status
from quizapp.store import library as store
from quizapp.store import quizzes
from quizapp.store.library import StoredQuestion
from quizapp.usecases import library, texts
from quizapp.usecases.texts import Notes, Outcome
from quizapp.usecases.versions import CLAIM_CHANGED, EVIDENCE_GONE
from tests.quizapp.both import DATABASES
from tests.quizapp.school import teacher
from tests.quizapp.web import newspaper

pytestmark = [DATABASES, pytest.mark.usefixtures("in_app")]

NOTES = Notes("13 and up", "CC BY 4.0")


def own_article(owner: int) -> int:
    """An article of the teacher's own; a question of every interaction, the choice from claim 1."""
    pack = newspaper.pack()
    asked = tuple(
        replace(question, claim=1, recipe="who said it") if question.kind == "choice" else question
        for question in pack.questions
    )
    return library.add_pack(
        replace(pack, questions=asked), (), newspaper.claims(), teacher_id=owner
    )


def put_right(owner: int, article_id: int, *blocks: Block) -> Outcome:
    view = store.article(db.reading(), owner, article_id)
    article = corrected(view.article, Correction(blocks, view.article.captions))
    outcome = texts.save_text(owner, article_id, view.version, article, NOTES)
    db.reading().rollback()
    return outcome


def asked(article_id: int) -> dict[str, StoredQuestion]:
    db.reading().rollback()
    return {each.slug: each for each in store.questions(db.reading(), article_id)}


def test_a_typo_is_put_right_and_the_published_quiz_keeps_its_text() -> None:
    owner = teacher()
    article_id = own_article(owner)
    choice = asked(article_id)["choice"]
    quiz_id = library.publish_quiz(owner, article_id, [choice.version_id], "One")
    first, *rest = blocks_of(newspaper.article())
    better = replace(first, text=first.text.replace("has been closed", "was closed"))
    assert put_right(owner, article_id, better, *rest) == Outcome(1, 0)
    view = store.article(db.reading(), owner, article_id)
    assert view.version == 2
    assert "was closed" in view.article.paragraph(1).text
    assert quizzes.article(quiz_id) == newspaper.article()
    after = asked(article_id)
    assert not any(misplaced(each.question, view.article) for each in after.values())
    moved_ones = {slug for slug, each in after.items() if each.version == 2}
    assert moved_ones == {"true_false_not_given"}  # its words stand behind the typo
    assert all(each.flag is None and each.status is Status.KEPT for each in after.values())


def test_what_moves_takes_its_questions_and_claims_along() -> None:
    owner = teacher()
    article_id = own_article(owner)
    put_right(owner, article_id, *moved(blocks_of(newspaper.article()), 0, 1))
    view = store.article(db.reading(), owner, article_id)
    assert [section.heading for section in view.article.sections][:2] == [
        "Who looked at it", "The bridge closes",
    ]  # fmt: skip
    after = asked(article_id)
    assert not any(misplaced(each.question, view.article) for each in after.values())
    assert after["choice"].question.section == 1
    assert "Paragraph 1 names the year." in after["short_text"].question.explanation
    assert after["choice"].question.claim == 1
    said = [view.article.text_of(claim.content[0]) for claim in view.claims.claims]
    before = newspaper.claims().claims
    assert said == [newspaper.article().text_of(claim.content[0]) for claim in before]


def test_what_loses_its_words_is_flagged_and_offered_anew() -> None:
    owner = teacher()
    article_id = own_article(owner)
    first, second, _third, fourth, fifth = blocks_of(newspaper.article())
    fourth = replace(fourth, heading="Who looked at it")
    outcome = put_right(owner, article_id, first, second, fourth, fifth)
    after = asked(article_id)
    flags = {slug: each.flag for slug, each in after.items() if each.flag}
    assert flags == {"choice": EVIDENCE_GONE, "short_text": EVIDENCE_GONE}
    assert outcome.flagged == 2
    assert after["choice"].status is Status.SUGGESTED
    assert after["choice"].question.claim is None
    view = store.article(db.reading(), owner, article_id)
    names = [source.name for source in view.claims.sources]
    assert names == ["Ada Okafor", "Jon Bell", "The mayor"]
    with pytest.raises(Refused, match="no longer in the text"):
        library.publish_quiz(owner, article_id, [after["choice"].version_id], "Old words")


def test_a_question_that_cannot_be_asked_any_more_keeps_its_last_version() -> None:
    owner = teacher()
    article_id = own_article(owner)
    first, second, third, fourth, fifth = blocks_of(newspaper.article())
    only_half = replace(fourth, text=fourth.text.split(". He added")[0] + ".")
    put_right(owner, article_id, first, second, third, only_half, fifth)
    select = asked(article_id)["select_text"]  # one sentence alone is no choice
    assert (select.flag, select.version, select.status) == (EVIDENCE_GONE, 1, Status.SUGGESTED)


def test_a_claim_that_is_gone_flags_what_was_asked_about_it() -> None:
    owner = teacher()
    article_id = own_article(owner)
    blocks = list(blocks_of(newspaper.article()))
    text = blocks[2].text.replace("The bridge was last inspected in 2019", "So it is")
    put_right(owner, article_id, *blocks[:2], replace(blocks[2], text=text), *blocks[3:])
    choice = asked(article_id)["choice"]
    assert (choice.flag, choice.question.claim) == (CLAIM_CHANGED, None)


def test_notes_and_headline_make_a_version_only_where_the_text_changed() -> None:
    owner = teacher()
    article_id = own_article(owner)
    view = store.article(db.reading(), owner, article_id)
    texts.save_text(owner, article_id, 1, view.article, Notes("B1", "mine"))
    db.reading().rollback()
    view = store.article(db.reading(), owner, article_id)
    assert (view.level, view.licence, view.version) == ("B1", "mine", 1)
    new = replace(view.article, headline="The ferry comes", outlet=None)
    texts.save_text(owner, article_id, 1, new, NOTES)
    db.reading().rollback()
    (card,) = store.articles(db.reading(), owner)
    assert (card.headline, card.outlet, card.level) == ("The ferry comes", None, "13 and up")
    assert store.article(db.reading(), owner, article_id).version == 2


def test_nobody_writes_over_what_somebody_else_has_saved() -> None:
    owner, other = teacher("One"), teacher("Two")
    article_id = own_article(owner)
    article = newspaper.article()
    with pytest.raises(NotFound):
        texts.save_text(other, article_id, 1, article, NOTES)
    with pytest.raises(Refused, match="in the meantime"):
        texts.save_text(owner, article_id, 2, article, NOTES)
    with pytest.raises(Refused, match="at least one paragraph"):
        texts.save_text(owner, article_id, 1, replace(article, sections=()), NOTES)
    shipped = library.add_pack(newspaper.pack(), (), newspaper.claims())
    with pytest.raises(Refused, match="Make it yours"):
        texts.save_text(owner, shipped, 1, article, NOTES)
