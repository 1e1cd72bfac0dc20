"""A challenge as the person who looks may find it, and the list of all that they may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.access import Role
from portal.desk import Desk
from portal.pages.clocks import today_in_london
from portal.pages.review_case import ChildCase, of_child
from reviews.challenges import Standing, stands
from storage import allocations, audit, challenges, children, conversations
from storage import staff as people
from storage.audit import AuditEvent
from storage.challenges import Challenge
from storage.errors import NotFound
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class ChallengeCase:
    """One challenge, the child it is for, and who looks."""

    challenge: Challenge
    standing: Standing
    child: ChildCase
    desk: Desk
    now: datetime

    @property
    def who(self) -> Staff:
        return self.child.who

    def record(self, store: Store, event: AuditEvent, detail: str = "") -> None:
        audit.record(
            store, event, self.now, staff_id=self.who.id, child_id=self.child.child.id, subject_id=self.challenge.id,
            detail=detail,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list: a challenge, how it stands, the child's name and reference, and their IRO today."""

    standing: Standing
    name: str
    reference: str
    iro: Staff | None


def opened(store: Store, desk: Desk, who: Staff, wanted: str, now: datetime) -> ChallengeCase | None:
    """The challenge with this id, or None when it is not for them or not there."""
    try:
        challenge = challenges.load(store, UUID(wanted))
    except (NotFound, ValueError):
        challenge = None
    child = of_child(store, who, challenge.child_id if challenge else None, now, "challenge", desk.reviews)
    if challenge is None or child is None:
        return None
    return ChallengeCase(challenge, stands(challenge, child.today), child, desk, now)


def listed(store: Store, who: Staff, now: datetime) -> list[Listed]:
    """An IRO's own children's challenges, a manager's all; those open first, the one due first at the top."""
    today = today_in_london(now)
    if who.role == Role.IRO_MANAGER:
        found = challenges.everyone(store)
    else:
        found = challenges.of_children(store, allocations.children_of(store, who.id, today))
    known = children.many(store, {one.child_id for one in found})
    talks = conversations.of_children(store, known)
    iros = _iros(store, known, now)
    lines = []
    for one in found:
        talk = talks.get(one.child_id)
        name = (talk and talk.called) or known[one.child_id].name
        lines.append(Listed(stands(one, today), name, known[one.child_id].reference, iros.get(one.child_id)))
    return sorted(lines, key=lambda line: (line.standing.challenge.state != "open", line.standing.challenge.due_on))


def _iros(store: Store, child_ids: Mapping[UUID, object], now: datetime) -> dict[UUID, Staff]:
    held = allocations.on(store, today_in_london(now), list(child_ids))
    known = people.many(store, {one.staff_id for one in held.values()})
    return {child_id: known[one.staff_id] for child_id, one in held.items() if one.staff_id in known}
