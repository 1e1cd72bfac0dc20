"""The register of complaints for a period, as the report of a year needs it: by stage, with its dates, in time or late.

Regulation 13 of SI 2006/1738 has an authority keep a record of each representation, of its outcome, and of whether the
times of the Regulations were kept, and write a report on it every financial year. No child is named here, and an adult
only where that was asked for; nobody finds a complaint about themselves.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

from reviews.complaints import CHANGE, days_open
from reviews.timetable import OFFICE
from reviews.working_days import working_days_between
from safeguarding.rota import LONDON
from storage import children, complaints, milestones, referrals, staff
from storage.complaints import STAGES, Complaint, Step
from storage.milestones import Milestone
from storage.referrals import Referral
from storage.staff import Staff
from storage.store import Store

IN_TIME, LATE, WAITING, LATE_WAITING, WENT_UP = "in_time", "late", "waiting", "waiting_late", "went_up_before"
Line = dict[str, object]


@dataclass(frozen=True, slots=True)
class Period:
    """Both days are in it."""

    first: date
    last: date

    def touches(self, one: Complaint) -> bool:
        """Whether it was open on any day of the period."""
        return _day(one.opened_at) <= self.last and (one.closed_at is None or _day(one.closed_at) >= self.first)


@dataclass(frozen=True, slots=True)
class AtStage:
    """One stage of one complaint. `due_on` is the last day it had, `working_days` to its answer, its end or today."""

    stage: str
    began_on: date
    due_on: date
    longer_time: bool
    answered_on: date | None
    working_days: int
    standing: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many complaints came to a stage in a period, and how it went; `went_up`: before their day had come."""

    stage: str
    began: int
    in_time: int
    late: int
    waiting: int
    went_up: int


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside a complaint: who it is about, its steps, the child's words, advocates, and who is who."""

    about: Mapping[UUID, set[UUID]]
    steps: Mapping[UUID, Sequence[Step]]
    words: Mapping[UUID, Sequence[complaints.Words]]
    offers: Mapping[UUID, Sequence[Milestone]]
    referrals: Mapping[UUID, Referral]
    people: Mapping[UUID, Staff]
    ages: Mapping[UUID, int]


def of_period(store: Store, period: Period, reader: UUID) -> list[Complaint]:
    """Complaints open on any day of the period, the oldest first, without those that are about the reader."""
    found = [one for one in reversed(complaints.everyone(store)) if one.kind != CHANGE and period.touches(one)]
    about = complaints.about_whom(store, [one.id for one in found])
    return [one for one in found if reader not in about.get(one.id, ())]


def stages(steps: Iterable[Step], today: date, ended: date | None = None) -> list[AtStage]:
    """The stages a complaint went through, in their order; `ended` is the day it was closed."""
    by_stage: dict[str, list[Step]] = {}
    for step in steps:
        by_stage.setdefault(step.stage, []).append(step)
    reached = [stage for stage in STAGES if stage in by_stage]
    began = {stage: _day(by_stage[stage][0].at) for stage in reached}
    after = {stage: began[above] for stage, above in pairwise(reached)}
    return [_at_stage(by_stage[stage], after.get(stage), ended, today) for stage in reached]


def _at_stage(steps: Sequence[Step], went_up: date | None, ended: date | None, today: date) -> AtStage:
    first, due = steps[0], steps[0].due_on
    answered: date | None = None
    for step in steps:
        if step.kind == "extended":
            due = step.due_on
        if step.kind in ("answered", "closed") and answered is None:
            answered = _day(step.at)
    until = answered or went_up or ended or today
    missed = until > due or any(step.kind == "late" for step in steps)
    if answered is not None:
        standing = LATE if missed else IN_TIME
    elif went_up is not None:
        standing = LATE if missed else WENT_UP
    else:
        standing = LATE_WAITING if missed else WAITING
    began = _day(first.at)
    longer = any(step.kind == "extended" for step in steps)
    return AtStage(first.stage, began, due, longer, answered, working_days_between(OFFICE, began, until), standing)


def counts(lines: Iterable[Sequence[AtStage]], period: Period) -> list[Count]:
    """By stage, of the stages that began in the period; those no complaint came to are not there."""
    found = [one for line in lines for one in line if period.first <= one.began_on <= period.last]
    return [_count(stage, [one.standing for one in found if one.stage == stage]) for stage in STAGES
            if any(one.stage == stage for one in found)]  # fmt: skip


def _count(stage: str, standing: Sequence[str]) -> Count:
    late = sum(one in (LATE, LATE_WAITING) for one in standing)
    return Count(stage, len(standing), standing.count(IN_TIME), late, standing.count(WAITING), standing.count(WENT_UP))


def around(store: Store, found: Sequence[Complaint]) -> Around:
    """A fixed number of queries, however many complaints there are."""
    ids, talks = [one.id for one in found], [one.conversation_id for one in found]
    offers = milestones.of_conversations(store, talks)
    known = children.many(store, [one.child_id for one in found])
    return Around(
        complaints.about_whom(store, ids), complaints.steps_of(store, ids), complaints.words_of(store, ids),
        {talk: [one for one in many if one.kind == "advocate_offered"] for talk, many in offers.items()},
        referrals.last_of(store, talks), {member.id: member for member in staff.everyone(store)},
        {one.id: known[one.child_id].age(_day(one.opened_at)) for one in found},
    )  # fmt: skip


def line(one: Complaint, known: Around, today: date, *, names: bool = False, words: bool = False) -> Line:
    """One complaint. `names`: of the adults in it; `words`: the child's, and what came of it."""
    ended = _day(one.closed_at) if one.closed_at else None
    found: Line = {
        "reference": one.id.hex[:8],
        "made_on": _day(one.opened_at),
        "age": known.ages[one.id],
        "about": one.about or "not_said",
        "about_roles": " ".join(sorted({known.people[who].role for who in known.about.get(one.id, ())})),
        "wanted": one.handling or "not_said",
        "state": one.state,
        "stage": one.stage,
    }
    found |= _advocate(one, known)
    steps = known.steps.get(one.id, ())
    reached = {at.stage: at for at in stages(steps, today, ended)}
    late = one.breached_at is not None or any(at.standing in (LATE, LATE_WAITING) for at in reached.values())
    for stage in STAGES:
        found |= _columns(stage, reached.get(stage))
    found |= {
        "ever_late": _yes(late),
        "child_says_sorted_out": one.child_says or "not_said",
        "result": one.result,
        "closed_on": ended or "",
        "child_told_of_ombudsman": _yes(any(step.kind == "told_ombudsman" for step in steps)),
        "working_days": days_open(one, today),
    }  # fmt: skip
    if names:
        who = {step.staff_id for step in steps if step.kind in ("answered", "closed")}
        found["about_names"] = _named(known.about.get(one.id, set()), known)
        found["answered_by"] = _named({one for one in who if one}, known)
    if words:
        found["childs_words"] = "\n".join(part.text for part in known.words.get(one.id, ()))
        found["what_came_of_it"] = one.outcome or ""
    return found


def _advocate(one: Complaint, known: Around) -> Line:
    """The offers while it was open, and whether one was asked for."""
    offered = [m for m in known.offers.get(one.conversation_id, ()) if _while_open(one, m.at)]
    referred = known.referrals.get(one.conversation_id)
    asked = referred if referred and _while_open(one, referred.opened_at) else None
    answers = [m.value for m in offered if m.value != "offered"]
    return {
        "advocate_offered_on": _day(offered[0].at) if offered else "",
        "advocate_answer": answers[-1] if answers else "",
        "advocate_asked_for_on": _day(asked.opened_at) if asked else "",
        "advocate_came": asked.heard if asked else "",
    }


def _columns(stage: str, at: AtStage | None) -> Line:
    found: Line = {
        "began_on": at and at.began_on, "answer_due_on": at and at.due_on, "longer_time": at and _yes(at.longer_time),
        "answered_on": at and at.answered_on, "working_days": at and at.working_days, "in_time": at and at.standing,
    }  # fmt: skip
    return {f"{stage}_{name}": "" if value is None else value for name, value in found.items()}


def _while_open(one: Complaint, at: datetime) -> bool:
    return one.opened_at <= at and (one.closed_at is None or at <= one.closed_at)


def _named(who: Iterable[UUID], known: Around) -> str:
    return ", ".join(sorted(known.people[one].full_name for one in who if one in known.people))


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()
