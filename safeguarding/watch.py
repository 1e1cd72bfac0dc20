"""Who keeps watch at a moment: shifts, minus those who are away, plus whoever stands in for them. Pure.

Threat: a rota with a hole in it. Whatever the staff list says, `people` leaves nobody out for good: who is away or
never gets alerts is still named last, and the ladder falls back on them before it tells nobody.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from safeguarding.escalation import People
from safeguarding.rota import Shift


@dataclass(frozen=True, slots=True)
class Absence:
    """Away from `begin` until `end`, which is the first moment back; None: nobody knows yet."""

    begin: datetime
    end: datetime | None = None

    def covers(self, now: datetime) -> bool:
        moment = now.astimezone(UTC)  # on the wall the hour that comes twice would count once
        return self.begin.astimezone(UTC) <= moment and (self.end is None or moment < self.end.astimezone(UTC))


@dataclass(frozen=True, slots=True)
class Member:
    """One member of staff as the rota sees them. `alerts` is first, escalate or none; `deputy` a reference or ""."""

    reference: str
    alerts: str
    shift: Shift
    deputy: str = ""
    absences: tuple[Absence, ...] = ()

    def away(self, now: datetime) -> bool:
        return any(absence.covers(now) for absence in self.absences)

    def at_work(self, now: datetime) -> bool:
        """On shift and not away."""
        return self.shift.covers(now) and not self.away(now)


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which nobody at all is on shift."""

    begin: datetime
    end: datetime


def people(members: Iterable[Member], now: datetime) -> People:
    """Everybody the ladder may tell at `now`, each once, in the order they are to be told."""
    known = {member.reference: member for member in members}
    officers = [member for member in known.values() if member.alerts == "first"]
    watching, standing_in = _filled([member for member in officers if member.shift.covers(now)], known, now)
    others = [m.reference for m in officers if m.reference not in watching and not m.away(now)]
    managers, for_managers = _filled([m for m in known.values() if m.alerts == "escalate"], known, now)
    named = {*watching, *others, *managers}
    return People(
        on_duty=watching,
        next_on_duty=_soonest_first(others, known, now),
        managers=managers,
        last=[reference for reference in _last(known.values(), now) if reference not in named],
        standing_in=standing_in | for_managers,
    )


def stand_in(member: Member, known: Mapping[str, Member], now: datetime) -> str | None:
    """Who does the work of `member` at `now`: they themselves, or the first along their deputies who is not away."""
    passed: set[str] = set()
    while member.away(now):
        passed.add(member.reference)
        following = known.get(member.deputy)
        if following is None or following.reference in passed:
            return None
        member = following
    return member.reference


def gaps(members: Sequence[Member], begin: datetime, end: datetime, step: timedelta) -> Iterator[Gap]:
    """The times between `begin` and `end` in which nobody is on shift, looked at every `step`."""
    opened, now = None, begin
    while now < end:
        empty = not people(members, now).on_duty
        if empty and opened is None:
            opened = now
        elif not empty and opened is not None:
            yield Gap(opened, now)
            opened = None
        now += step
    if opened is not None:
        yield Gap(opened, end)


def _filled(wanted: Iterable[Member], known: Mapping[str, Member], now: datetime) -> tuple[list[str], dict[str, str]]:
    """Those who do this work now, and for each of them who is not there of right: for whom."""
    there = {member.reference: stand_in(member, known, now) for member in wanted}
    found = list(dict.fromkeys(reference for reference in there.values() if reference is not None))
    return found, {who: whose for whose, who in there.items() if who is not None and who not in there}


def _soonest_first(references: Sequence[str], known: Mapping[str, Member], now: datetime) -> list[str]:
    return sorted(references, key=lambda reference: known[reference].shift.next_start(now))


def _last(everybody: Iterable[Member], now: datetime) -> list[str]:
    """Who is told before nobody is: officers and managers who are away, then whoever is on the staff list."""
    order = {"first": 0, "escalate": 1}
    return [m.reference for m in sorted(everybody, key=lambda m: (order.get(m.alerts, 2), m.away(now)))]
