"""Which answers stand on the page: the newest of each question in this round, by topic, the most wanted first."""

from collections.abc import Iterable, Sequence
from datetime import date

from reviews.pack.model import Face, Group, Line, Silence
from reviews.pack.tracing import Heard
from reviews.wishes import TOPICS
from safeguarding.rota import LONDON
from storage.answers import Answer

FACES = {"face_good": "good", "face_ok": "ok", "face_bad": "bad"}
GIVEN = ("said", "approved", "replaced")
"""States of an answer that stood when its round ended; a later round replaces what stood in the one before."""


def in_round(found: Iterable[Answer], since: date | None, until: date | None) -> list[Answer]:
    """Every version given after the day `since` and up to the day `until`, oldest first."""
    return sorted(
        (answer for answer in found if _day(answer) > (since or date.min) and _day(answer) <= (until or date.max)),
        key=lambda answer: (answer.at, answer.id),
    )


def standing(versions: Iterable[Answer]) -> list[Answer]:
    """The newest version of each answer of a round, in the order they were first asked, without what was taken out."""
    newest: dict[str, Answer] = {}
    for answer in versions:
        newest[answer.question] = answer
    return [answer for answer in newest.values() if answer.state != "taken_out"]


def groups(chosen: Sequence[Answer], before: Sequence[Answer], heard: Heard, *, share: str) -> tuple[Group, ...]:
    """The answers that may be heard by `share` (iro or review), by topic.

    What the child most wants comes first; then the topics the child named there by a tap; then the rest in the order
    an IRO needs them. Beside each face stands the face of last time.
    """
    mine = [
        answer for answer in chosen if answer.state != "skipped" and (answer.share == "review") == (share == "review")
    ]
    # What was for the IRO alone last time is not said aloud this time either.
    earlier = {answer.question: answer for answer in before if share != "review" or answer.share == "review"}
    named = [answer.choice.removeprefix("topic_") for answer in chosen if answer.topic == "most" and answer.choice]
    codes = dict.fromkeys(["most", *(code for code in named if code in TOPICS), *TOPICS, *(a.topic for a in mine)])
    found = []
    for code in codes:
        lines = [line(answer, earlier.get(answer.question), heard) for answer in mine if answer.topic == code]
        kept = tuple(one for one in lines if one.quotes)
        if kept:
            found.append(Group(code, kept))
    return tuple(found)


def line(answer: Answer, before: Answer | None, heard: Heard) -> Line:
    """One answer with its source; `before` is the answer to the same question in the round before."""
    quotes = heard.quotes(answer)
    return Line(
        answer.topic, answer.question, quotes, answer.state != "said", _face(answer, heard),
        _face(before, heard) if before is not None and answer.choice in FACES else None,
    )  # fmt: skip


def silence(chosen: Sequence[Answer], versions: Sequence[Answer], heard: Heard) -> Silence:
    """What was never asked, and what the child chose not to say."""
    asked = {answer.topic for answer in versions}
    skipped = [answer for answer in chosen if answer.state == "skipped"]
    not_said = [(answer.topic, answer.question, source) for answer in skipped if (source := heard.source(answer))]
    return Silence(tuple(code for code in TOPICS if code not in asked), tuple(not_said))


def round_before(found: Iterable[Answer], since: date | None, before_that: date | None) -> list[Answer]:
    """What stood when the round before ended."""
    if since is None:
        return []
    return [answer for answer in standing(in_round(found, before_that, since)) if answer.state in GIVEN]


def _face(answer: Answer | None, heard: Heard) -> Face | None:
    if answer is None or answer.choice not in FACES:
        return None
    quotes = heard.quotes(answer)
    return Face(FACES[answer.choice], quotes[0]) if quotes else None


def _day(answer: Answer) -> date:
    return answer.at.astimezone(LONDON).date()
