"""How long a complaint of a child may take, and how it goes up.

The stages are those of the Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738):
local resolution within 10 working days, 20 where more time is needed (reg 14); an investigation within 25, at most 65
(reg 17); a panel that meets within 30 (reg 19). Before them stands what most children want, that it is just sorted
out, and for that an authority sets its own days. The Children Act 1989, s26A, and the Advocacy Services and
Representations Procedure (Children) (Amendment) Regulations 2004 make an advocate part of it: one is offered each time.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from reviews.settings import ReviewSettings
from reviews.timetable import OFFICE
from reviews.working_days import add_working_days, working_days_between
from safeguarding.rota import LONDON
from storage.complaints import INFORMAL, STAGES, Complaint


@dataclass(frozen=True, slots=True)
class Allowed:
    """Working days for a stage, and with the longer time."""

    usual: int
    longest: int


LAW: Mapping[str, Allowed] = {"stage_1": Allowed(10, 20), "stage_2": Allowed(25, 65), "stage_3": Allowed(30, 30)}
CHANGE = "change_iro"


@dataclass(frozen=True, slots=True)
class Tally:
    """Complaints counted. `in_time` of `answered` had their answer before a day had passed; `days` is the median."""

    all: int
    open: int
    late: int
    ever_late: int
    formal: int
    answered: int
    in_time: int
    about: Mapping[str, int]
    results: Mapping[str, int]
    days: int | None


def due_on(stage: str, now: datetime, settings: ReviewSettings, *, kind: str = "complaint") -> date:
    """By when this stage answers when it begins now."""
    if stage == INFORMAL:
        days = settings.change_iro_working_days if kind == CHANGE else settings.complaint_sort_out_working_days
    else:
        days = LAW[stage].usual
    return add_working_days(OFFICE, _day(now), days)


def longer(one: Complaint, began: datetime) -> date | None:
    """The last day of the longer time of its stage, which `began` then; None where there is none."""
    law = LAW.get(one.stage)
    if law is None or law.longest <= law.usual or one.extended:
        return None
    return add_working_days(OFFICE, _day(began), law.longest)


def above(stage: str) -> str | None:
    """The stage after this one; None at the top (after it comes the Ombudsman, outside the authority)."""
    number = STAGES.index(stage) + 1
    return STAGES[number] if number < len(STAGES) else None


def tally(found: Iterable[Complaint], today: date) -> Tally:
    """Count complaints (wishes for another IRO are none)."""
    known = [one for one in found if one.kind != CHANGE]
    closed = sorted(days_open(one, today) for one in known if one.closed_at)
    answered = [one for one in known if one.answered_at or one.state == "closed"]
    return Tally(
        all=len(known),
        open=sum(one.state != "closed" for one in known),
        late=sum(one.late(today) for one in known),
        ever_late=sum(one.breached_at is not None or one.late(today) for one in known),
        formal=sum(one.formal_at is not None for one in known),
        answered=len(answered),
        in_time=sum(one.breached_at is None and not _answered_late(one) for one in answered),
        about=Counter(one.about for one in known),
        results=Counter(one.result for one in known if one.result),
        days=closed[(len(closed) - 1) // 2] if closed else None,
    )


def days_open(one: Complaint, today: date) -> int:
    """Working days since it was made, until it was closed."""
    return working_days_between(OFFICE, _day(one.opened_at), _day(one.closed_at) if one.closed_at else today)


def _answered_late(one: Complaint) -> bool:
    return one.answered_at is not None and _day(one.answered_at) > one.due_on


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()
