"""Writing down the totals of attempts, within the transaction that changes what they come from."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import update
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Attempt, SkillScore
from quizapp.store import answers, rulings
from quizapp.store.answers import LatestAnswer
from quizapp.store.totals import totals


def settle(session: Session, assignment: Assignment, attempt_ids: Sequence[int]) -> None:
    """Write down the totals of these attempts, as they follow from what is stored by now.

    The caller holds the rows of the attempts, so that nobody else works on them meanwhile.
    """
    if not attempt_ids:
        return
    items = rulings.items(session, assignment)
    given: dict[int, list[LatestAnswer]] = defaultdict(list)
    for answer in answers.latest(session, attempt_ids).values():
        given[answer.attempt_id].append(answer)
    whole, by_skill = [], []
    for number in attempt_ids:
        now = totals(items, given[number])
        whole.append(
            {"id": number, "points": now.points, "possible": now.possible, "waiting": now.waiting}
        )
        by_skill += [
            {
                "attempt_id": number,
                "skill": skill,
                "points": part.points,
                "possible": part.possible,
            }
            for skill, part in now.skills.items()
        ]
    session.execute(update(Attempt), whole)
    session.execute(update(SkillScore), by_skill)
