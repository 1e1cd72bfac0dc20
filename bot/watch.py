"""Who keeps watch now: duty officers whose shift it is, the other officers, the managers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from safeguarding.escalation import People
from safeguarding.rota import Shift, on_duty
from storage.staff import Staff


@dataclass(frozen=True, slots=True)
class _OnRota:
    staff: Staff
    shift: Shift


def on_watch(everyone: Sequence[Staff], now: datetime, about: Collection[UUID] = ()) -> list[Staff]:
    """The duty officers on shift now, without those the concern is about."""
    officers = [m for m in everyone if m.alerts == "first" and m.id not in about]
    rota = [_OnRota(m, Shift.parse(m.working_pattern)) for m in officers]
    return [found.staff for found in on_duty(rota, now)]


def people(everyone: Sequence[Staff], now: datetime) -> People:
    """Everybody the ladder may tell, as references."""
    watching = [m.reference for m in on_watch(everyone, now)]
    return People(
        on_duty=watching,
        next_on_duty=[m.reference for m in everyone if m.alerts == "first" and m.reference not in watching],
        managers=[m.reference for m in everyone if m.alerts == "escalate"],
    )
