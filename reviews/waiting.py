"""How long a child has waited for a real reply: from the first unanswered message, until a real reply stops it."""

from dataclasses import dataclass
from datetime import date, datetime

from reviews.working_days import reply_by, working_days_between
from safeguarding.rota import LONDON


@dataclass(frozen=True, slots=True)
class Wait:
    """One wait: since when, how many of the IRO's working days, what was promised, and whether it was kept.

    `answered_at` is None while the child still waits. A breached promise stays breached, answered or not.
    """

    since: datetime
    working_days: int
    promised_by: date
    answered_at: datetime | None
    breached: bool

    @property
    def open(self) -> bool:
        return self.answered_at is None


def wait(
    pattern: str, since: datetime, now: datetime, *,
    answered_at: datetime | None = None, promised_by: date | None = None, working_days: int = 2,
) -> Wait:  # fmt: skip
    """The clock of one unanswered message or request.

    `pattern` is the IRO's working pattern; `promised_by` what the child was told (else `working_days` from `since`).
    """
    promise = promised_by or reply_by(pattern, since, working_days)
    until = (answered_at or now).astimezone(LONDON).date()
    passed = working_days_between(pattern, since.astimezone(LONDON).date(), until)
    return Wait(since, passed, promise, answered_at, until > promise)


def longest(waits: list[Wait]) -> Wait | None:
    """The one that has waited longest and still waits."""
    waiting = [one for one in waits if one.open]
    return min(waiting, key=lambda one: one.since) if waiting else None
