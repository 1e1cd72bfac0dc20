"""Requests: what a human must do because a child asked, or because a card or an address needs one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from storage import allocations
from storage.errors import NotFound, OutOfDate
from storage.store import Row, Store
from storage.tables import requests


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `due_on` is what the child was told; `state` is open, arranged or done.

    `unfinished`: it stands, and the child is still saying how and when, or left half-way.
    """

    id: UUID
    conversation_id: UUID | None
    child_id: UUID | None
    key_id: UUID
    kind: str
    owner_role: str
    how: str
    safe_here: str
    words: str
    when_words: str
    message_id: UUID | None
    opened_at: datetime
    due_on: date
    state: str
    arranged_for: datetime | None
    answer: str | None
    answered_at: datetime | None
    answered_by: UUID | None
    unfinished: bool
    taken_back_at: datetime | None


def ask(
    store: Store, now: datetime, *, kind: str, owner_role: str, due_on: date, key_id: UUID,
    conversation_id: UUID | None = None, child_id: UUID | None = None, how: str = "", safe_here: str = "",
    words: str = "", when_words: str = "", message_id: UUID | None = None, unfinished: bool = False,
) -> UUID:  # fmt: skip
    """Open a request. It waits until a human answers it."""
    return store.add(
        requests, now, conversation_id=conversation_id, child_id=child_id, key_id=key_id, kind=kind,
        owner_role=owner_role, how=how, safe_here=safe_here, words=words, when_words=when_words,
        message_id=message_id, opened_at=now, due_on=due_on, state="open", unfinished=unfinished,
    )  # fmt: skip


def open_for_iro(store: Store, staff_id: UUID, today: date) -> list[Request]:
    """What the children of this IRO asked of them and is not done, oldest first."""
    return open_of_children(store, allocations.children_of(store, staff_id, today))


def open_of_children(store: Store, child_ids: Iterable[UUID]) -> list[Request]:
    """What these children asked of their IRO and is not done, whoever answers now; oldest first."""
    mine = list(child_ids)
    return _of(store, requests.c.owner_role == "iro", requests.c.child_id.in_(mine), requests.c.state != "done")


def open_for_role(store: Store, role: str) -> list[Request]:
    """What waits for anybody in this role, oldest first."""
    return _of(store, requests.c.owner_role == role, requests.c.state != "done")


def of_child(store: Store, child_id: UUID) -> list[Request]:
    """Everything this child ever asked, oldest first."""
    return _of(store, requests.c.child_id == child_id)


def asked_by(store: Store, child_ids: Iterable[UUID]) -> list[Request]:
    """Everything these children ever asked, oldest first."""
    return _of(store, requests.c.child_id.in_(list(child_ids)))


def of_conversation(store: Store, conversation_id: UUID) -> list[Request]:
    return _of(store, requests.c.conversation_id == conversation_id)


def get(store: Store, request_id: UUID) -> Request:
    """Raises `NotFound`."""
    found = _of(store, requests.c.id == request_id)
    if not found:
        raise NotFound("There is no such request.")
    return found[0]


def finish(store: Store, request_id: UUID, staff_id: UUID, answer: str, now: datetime) -> None:
    """It has happened, or it has been answered; `answer` says what."""
    changed = store.change(
        requests, request_id, sealed_with=get(store, request_id).key_id, where=requests.c.state != "done",
        state="done", answer=answer, answered_at=now, answered_by=staff_id,
    )  # fmt: skip
    if not changed:
        raise OutOfDate("This request has been answered already.")


def message_open(store: Store, conversation_id: UUID) -> bool:
    """Whether something the child wrote to their IRO waits for an answer."""
    waiting = [requests.c.kind == "message", requests.c.owner_role == "iro", requests.c.state == "open"]
    return bool(_of(store, requests.c.conversation_id == conversation_id, *waiting))


def finish_messages(store: Store, conversation_id: UUID, staff_id: UUID, now: datetime) -> None:
    """A real reply answers the messages the child asked to pass on, and the wish for one."""
    for request in of_conversation(store, conversation_id):
        if (
            (request.kind == "message" or (request.kind, request.how) == ("contact", "message"))
            and request.owner_role == "iro"
            and request.state == "open"
        ):
            finish(store, request.id, staff_id, "", now)


def close(store: Store, conversation_id: UUID, kind: str, now: datetime, *, how: str) -> None:
    """It has mended itself: nobody needs to do it any more."""
    store.flush()
    store.connection.execute(
        sa.update(requests)
        .where(
            store.here(requests), requests.c.conversation_id == conversation_id, requests.c.kind == kind,
            requests.c.how == how, requests.c.state != "done",
        )
        .values(state="done", answered_at=now)
    )  # fmt: skip


def number_of(store: Store, kind: str) -> int:
    """How many of this kind were ever made."""
    query = sa.select(sa.func.count().label("n")).where(store.here(requests), requests.c.kind == kind)
    found = store.row(query)
    return int(found["n"]) if found else 0


def hand_to(store: Store, request_id: UUID, role: str) -> None:
    """Somebody in another role must answer it."""
    store.change(requests, request_id, owner_role=role)


def wait_for(store: Store, request_id: UUID, at: datetime) -> None:
    """A time is agreed with the child; it is done only once it has happened."""
    store.change(requests, request_id, where=requests.c.state != "done", state="arranged", arranged_for=at)


def reopen(store: Store, request_id: UUID) -> None:
    """What was arranged did not come about: it is open again, and as late as it was."""
    store.change(requests, request_id, where=requests.c.state == "arranged", state="open", arranged_for=None)


def happened(store: Store, request_id: UUID, staff_id: UUID | None, answer: str, now: datetime) -> None:
    """The contact was held; `staff_id` None: the child said so."""
    one = get(store, request_id)
    if one.state != "done":
        store.change(
            requests, request_id, sealed_with=one.key_id, state="done", answer=answer, answered_at=now,
            answered_by=staff_id,
        )  # fmt: skip


def take_back(store: Store, request_id: UUID, now: datetime) -> None:
    """The child does not want it any more. What they asked, and that they took it back, stays on record."""
    where = requests.c.state != "done"
    store.change(requests, request_id, where=where, state="done", answered_at=now, taken_back_at=now)


def unfinished(store: Store, conversation_id: UUID) -> list[Request]:
    """The contact that the child has begun to ask for and not said all of, the newest first."""
    store.flush()
    which = (requests.c.kind == "contact", requests.c.unfinished, requests.c.state != "done")
    return _of(store, requests.c.conversation_id == conversation_id, *which)[::-1]


def say_more(
    store: Store, request: Request, *, how: str, when_words: str, words: str, safe_here: str, unfinished: bool
) -> None:
    """What the child has said of it since. Nothing they said before is lost."""
    store.change(
        requests, request.id, sealed_with=request.key_id, how=how or request.how,
        safe_here=safe_here or request.safe_here, when_words=_together(request.when_words, when_words),
        words=_together(request.words, words), unfinished=unfinished,
    )  # fmt: skip


def taken_back_since(store: Store, child_ids: Iterable[UUID], since: datetime) -> list[Request]:
    """What these children asked for and did not want after all, the newest first."""
    return _of(store, requests.c.child_id.in_(list(child_ids)), requests.c.taken_back_at >= since)[::-1]


def _together(before: str, more: str) -> str:
    lines = before.splitlines()
    return "\n".join([*lines, *(line for line in more.splitlines() if line not in lines)])


def add_when(store: Store, request: Request, words: str) -> None:
    """More of the child's own words about when is good."""
    together = "\n".join(filter(None, (request.when_words, words)))
    store.change(requests, request.id, sealed_with=request.key_id, when_words=together)


ASKED_BY_CHILDREN = ("contact", "message", "change_worker")


def late(store: Store, today: date) -> list[Request]:
    """What children were promised for a day that has passed, and is still open."""
    return _of(store, *_late(today))


FOR_THE_IRO = ("contact", "message")
"""Their lateness has a clock of its own, that only a human stops (`storage/broken_waits.py`)."""


def late_untold(store: Store, today: date) -> list[Request]:
    """The same where the child has not been told so yet, but for what an IRO is to answer; locked."""
    late_here = (*_late(today), requests.c.late_told_at.is_(None), requests.c.kind.not_in(FOR_THE_IRO))
    query = sa.select(requests.c.id).where(store.here(requests), *late_here)
    store.flush()
    ids = list(store.connection.execute(query.with_for_update(skip_locked=True)).scalars())
    return _of(store, requests.c.id.in_(ids)) if ids else []


def _late(today: date) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        requests.c.state == "open",
        requests.c.due_on < today,
        requests.c.conversation_id.is_not(None),
        requests.c.kind.in_(ASKED_BY_CHILDREN),
    )


def late_told(store: Store, request_id: UUID, now: datetime) -> None:
    """The child has been told."""
    store.change(requests, request_id, late_told_at=now)


def _of(store: Store, *conditions: sa.ColumnElement[bool]) -> list[Request]:
    query = sa.select(requests).where(store.here(requests), *conditions).order_by(requests.c.opened_at, requests.c.id)
    return list(_requests(store.opened(requests, store.rows(query))))


def _requests(rows: Iterable[Row]) -> Iterable[Request]:
    return (Request(**{name: row[name] for name in Request.__dataclass_fields__}) for row in rows)
