"""Requests: what a human must do because a child asked, or because a card or an address needs one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from storage import allocations
from storage.errors import BadData, NotFound, OutOfDate
from storage.store import Row, Store
from storage.tables import requests


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `due_on` is what the child was told; `state` is open, arranged or done."""

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


def ask(
    store: Store, now: datetime, *, kind: str, owner_role: str, due_on: date, key_id: UUID,
    conversation_id: UUID | None = None, child_id: UUID | None = None, how: str = "", safe_here: str = "",
    words: str = "", when_words: str = "", message_id: UUID | None = None,
) -> UUID:  # fmt: skip
    """Open a request. It waits until a human answers it."""
    return store.add(
        requests, now, conversation_id=conversation_id, child_id=child_id, key_id=key_id, kind=kind,
        owner_role=owner_role, how=how, safe_here=safe_here, words=words, when_words=when_words,
        message_id=message_id, opened_at=now, due_on=due_on, state="open",
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


def of_conversation(store: Store, conversation_id: UUID) -> list[Request]:
    return _of(store, requests.c.conversation_id == conversation_id)


def get(store: Store, request_id: UUID) -> Request:
    """Raises `NotFound`."""
    found = _of(store, requests.c.id == request_id)
    if not found:
        raise NotFound("There is no such request.")
    return found[0]


def arrange(store: Store, request_id: UUID, staff_id: UUID, answer: str, arranged_for: datetime, now: datetime) -> None:
    """A time is agreed; it is done only once it has happened. Raises `BadData` for a time that is past."""
    if arranged_for <= now:
        raise BadData("That time has passed. Choose one that is still to come.")
    _answer(store, request_id, staff_id, answer, now, state="arranged", arranged_for=arranged_for)


def finish(store: Store, request_id: UUID, staff_id: UUID, answer: str, now: datetime) -> None:
    """It has happened, or it has been answered; `answer` says what."""
    _answer(store, request_id, staff_id, answer, now, state="done", arranged_for=get(store, request_id).arranged_for)


def message_open(store: Store, conversation_id: UUID) -> bool:
    """Whether something the child wrote to their IRO waits for an answer."""
    waiting = [requests.c.kind == "message", requests.c.owner_role == "iro", requests.c.state == "open"]
    return bool(_of(store, requests.c.conversation_id == conversation_id, *waiting))


def finish_messages(store: Store, conversation_id: UUID, staff_id: UUID, now: datetime) -> None:
    """A real reply answers the messages the child asked to pass on."""
    for request in of_conversation(store, conversation_id):
        if request.kind == "message" and request.owner_role == "iro" and request.state == "open":
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


ASKED_BY_CHILDREN = ("contact", "message", "change_worker")


def late(store: Store, today: date) -> list[Request]:
    """What children were promised for a day that has passed, and is still open."""
    return _of(store, *_late(today))


def late_untold(store: Store, today: date) -> list[Request]:
    """The same where the child has not been told so yet; locked, so that one worker tells each."""
    query = sa.select(requests.c.id).where(store.here(requests), *_late(today), requests.c.late_told_at.is_(None))
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


def _answer(
    store: Store, request_id: UUID, staff_id: UUID, answer: str, now: datetime, *, state: str,
    arranged_for: datetime | None,
) -> None:  # fmt: skip
    changed = store.change(
        requests, request_id, sealed_with=get(store, request_id).key_id, where=requests.c.state != "done",
        state=state, answer=answer, answered_at=now, answered_by=staff_id, arranged_for=arranged_for,
    )  # fmt: skip
    if not changed:
        raise OutOfDate("This request has been answered already.")


def _of(store: Store, *conditions: sa.ColumnElement[bool]) -> list[Request]:
    query = sa.select(requests).where(store.here(requests), *conditions).order_by(requests.c.opened_at, requests.c.id)
    return list(_requests(store.opened(requests, store.rows(query))))


def _requests(rows: Iterable[Row]) -> Iterable[Request]:
    return (Request(**{name: row[name] for name in Request.__dataclass_fields__}) for row in rows)
