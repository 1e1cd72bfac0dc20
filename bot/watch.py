"""Who keeps watch now, from the staff list and who is away: what the pure rota needs, and whom it names."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from uuid import UUID

from reviews.away import LOOK_BACK
from safeguarding import watch
from safeguarding.escalation import People
from safeguarding.rota import LONDON, Shift
from safeguarding.watch import Absence, Member
from storage import absences, staff
from storage.absences import Away
from storage.staff import Staff
from storage.store import Store

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Roster:
    """Everybody on the staff list, and when each of them is away."""

    staff: Sequence[Staff]
    away: Sequence[Away] = ()

    @cached_property
    def members(self) -> Sequence[Member]:
        """As the rota sees them; who has left, or is still to come, is away."""
        references = {member.id: member.reference for member in self.staff}
        return tuple(
            Member(
                member.reference, member.alerts, Shift.parse(member.working_pattern),
                references.get(member.deputy_id, "") if member.deputy_id else "",
                (*_employed(member), *(Absence(a.begins_at, a.ends_at) for a in self.away if a.staff_id == member.id)),
            )
            for member in self.staff
        )  # fmt: skip

    def people(self, now: datetime) -> People:
        """Everybody the ladder may tell, as references."""
        return watch.people(self.members, now)

    def on_watch(self, now: datetime, about: Collection[UUID] = ()) -> list[Staff]:
        """Who is on shift now or stands in for somebody who is, without those the concern is about."""
        return self.named(self.people(now).on_duty, about)

    def named(self, references: Iterable[str], without: Collection[UUID] = ()) -> list[Staff]:
        """The members of staff with these references, in that order."""
        by_reference = {member.reference: member for member in self.staff}
        return [by_reference[one] for one in references if by_reference[one].id not in without]

    def references(self, staff_ids: Collection[UUID]) -> set[str]:
        return {member.reference for member in self.staff if member.id in staff_ids}


def roster(store: Store, now: datetime, everyone: Sequence[Staff] | None = None) -> Roster:
    """Everybody who is employed today (`everyone`, where they are known already) and their absences from now on."""
    today = now.astimezone(LONDON).date()
    return Roster(staff.current(store, today) if everyone is None else everyone, absences.since(store, now - LOOK_BACK))


def coming(store: Store, now: datetime) -> Sequence[Member]:
    """Everybody who is or will be employed, for looking ahead."""
    today = now.astimezone(LONDON).date()
    still = [member for member in staff.everyone(store) if member.ends_on is None or member.ends_on >= today]
    return Roster(still, absences.since(store, now)).members


def _employed(member: Staff) -> tuple[Absence, ...]:
    before = Absence(LONG_AGO, _midnight(member.started_on))
    if member.ends_on is None:
        return (before,)
    return before, Absence(_midnight(member.ends_on + timedelta(days=1)))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), tzinfo=LONDON).astimezone(UTC)
