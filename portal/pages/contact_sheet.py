"""What an IRO sees of the contact with a child: what stands, what is over, when they were last in touch."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from reviews.free_times import times_for
from reviews.settings import ReviewSettings
from storage import appointments, broken_waits, last_contact, requests
from storage.appointments import Appointment
from storage.broken_waits import BrokenWait
from storage.children import Child
from storage.last_contact import Contact
from storage.requests import Request
from storage.staff import Staff
from storage.store import Store

SUGGESTED = 6
TAKEN_BACK_SHOWN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Touch:
    """One child's contact as a list needs it: what stands, when it was last real, and a promise that broke."""

    standing: Sequence[Appointment] = ()
    last: Contact | None = None
    broken: BrokenWait | None = None
    taken_back: Sequence[Request] = ()
    """What the child asked for and did not want after all, lately: who saw it asked must see why it is gone."""

    def to_report(self, now: datetime) -> list[Appointment]:
        return [one for one in self.standing if one.to_report(now)]

    def coming(self, now: datetime) -> list[Appointment]:
        return [one for one in self.standing if one.state == "agreed" and one.starts_at and one.starts_at > now]

    def to_accept(self) -> list[Appointment]:
        """The child gave times that wait for a yes."""
        return [one for one in self.standing if one.state == "offered" and one.proposed_by == "child"]


@dataclass(frozen=True, slots=True)
class ContactSide:
    """The whole of it on a child's page. `free` are times free on both sides, to offer; `times` by appointment."""

    touch: Touch
    past: Sequence[Appointment]
    times: Mapping[UUID, Sequence[datetime]]
    free: Sequence[datetime]
    waits: Sequence[BrokenWait]


def of_children(
    store: Store, child_ids: Iterable[UUID], talks: Mapping[UUID, UUID], hidden: frozenset[UUID], now: datetime
) -> dict[UUID, Touch]:
    """By child, in a fixed set of queries. `talks` are the conversations by child; `hidden` the messages withheld."""
    ids = list(child_ids)
    every, last = appointments.of_children(store, ids), last_contact.of_children(store, ids)
    broken = broken_waits.open_ones(store, talks.values())
    secret = _secret(store, ids, hidden)
    off = [one for one in requests.taken_back_since(store, ids, now - TAKEN_BACK_SHOWN) if one.id not in secret]
    return {
        child_id: Touch(
            [o for o in every.get(child_id, ()) if o.state in ("offered", "agreed") and o.request_id not in secret],
            last.get(child_id),
            broken.get(talks[child_id]) if child_id in talks else None,
            [one for one in off if one.child_id == child_id],
        )
        for child_id in ids
    }


def of_child(
    store: Store, child: Child, who: Staff, talk: UUID | None, touch: Touch, hidden: frozenset[UUID], now: datetime,
    numbers: ReviewSettings,
) -> ContactSide:  # fmt: skip
    every = appointments.of_children(store, [child.id]).get(child.id, [])
    secret = _secret(store, [child.id], hidden)
    times = appointments.times_of(store, [one.id for one in touch.standing])
    how = touch.standing[0].how if touch.standing else "call"
    over = [one for one in every if one.state not in ("offered", "agreed") and one.request_id not in secret]
    return ContactSide(
        touch, over, times, times_for(store, child, who, how, now, numbers).offered(SUGGESTED),
        broken_waits.of_conversation(store, talk) if talk else (),
    )  # fmt: skip


def _secret(store: Store, child_ids: Sequence[UUID], hidden: frozenset[UUID]) -> frozenset[UUID | None]:
    """The requests this reader may not know of."""
    if not hidden:
        return frozenset()
    return frozenset(one.id for one in requests.asked_by(store, child_ids) if one.message_id in hidden)
