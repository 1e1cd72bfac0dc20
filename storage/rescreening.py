"""Which stored words the screen of today has not judged yet, a conversation at a time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage.messages import GRAVITY, Heard
from storage.store import Store
from storage.tables import concern_events, concerns, messages, screenings

SEVERAL = 50


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored message as it is looked at again.

    `to_do`: a child's words that this version has not judged. `raised`: it belongs to a concern already. `level` is
    the gravest it was ever found.
    """

    heard: Heard
    key_id: UUID
    to_do: bool
    raised: bool
    level: str


def waiting(store: Store, version: str, since: datetime | None) -> int:
    """How many messages this version has still to judge."""
    query = sa.select(sa.func.count()).select_from(messages).where(_to_do(store, version, since))
    return int(store.connection.execute(query).scalar_one())


def conversations_waiting(store: Store, version: str, since: datetime | None, after: UUID | None) -> list[UUID]:
    """The next few conversations that hold such messages, in the order of their ids, after this one."""
    query = sa.select(messages.c.conversation_id).where(_to_do(store, version, since)).distinct()
    if after is not None:
        query = query.where(messages.c.conversation_id > after)
    return [row["conversation_id"] for row in store.rows(query.order_by(messages.c.conversation_id).limit(SEVERAL))]


def kept_in(store: Store, conversation_id: UUID, version: str, since: datetime | None) -> list[Kept]:
    """Everything said in a conversation, oldest first, each with whether it is still to be judged."""
    here = sa.and_(store.here(messages), messages.c.conversation_id == conversation_id)
    names = ("id", "key_id", "author", "kind", "text", "at")
    rows = store.rows(sa.select(*(messages.c[name] for name in names)).where(here).order_by(messages.c.seq))
    to_do = {row["id"] for row in store.rows(sa.select(messages.c.id).where(here, _to_do(store, version, since)))}
    raised, levels = _raised(store, conversation_id), _levels(store, conversation_id)
    return [
        Kept(
            Heard(row["id"], row["author"], row["kind"], row["text"], row["at"]), row["key_id"], row["id"] in to_do,
            row["id"] in raised, levels.get(row["id"], "none"),
        )
        for row in store.opened(messages, rows)
    ]  # fmt: skip


def still_to_do(store: Store, message_ids: list[UUID], version: str) -> set[UUID]:
    """Of these, those that nobody else has judged with this version since they were read."""
    query = sa.select(messages.c.id).where(_to_do(store, version, None), messages.c.id.in_(message_ids))
    return {row["id"] for row in store.rows(query)}


def _to_do(store: Store, version: str, since: datetime | None) -> sa.ColumnElement[bool]:
    judged = sa.exists().where(
        screenings.c.authority == messages.c.authority, screenings.c.message_id == messages.c.id,
        screenings.c.rules_version == version,
    )  # fmt: skip
    words = sa.and_(store.here(messages), messages.c.author == "child", messages.c.kind == "text", ~judged)
    return words if since is None else sa.and_(words, messages.c.at >= since)


def _raised(store: Store, conversation_id: UUID) -> set[UUID]:
    """The messages of a conversation that belong to a concern, open or closed."""
    mine = sa.and_(store.here(concerns), concerns.c.conversation_id == conversation_id)
    opened = sa.select(concerns.c.message_id).where(mine)
    joined = (
        sa.select(concern_events.c.message_id)
        .join(
            concerns,
            sa.and_(concerns.c.authority == concern_events.c.authority, concerns.c.id == concern_events.c.concern_id),
        )
        .where(mine, concern_events.c.message_id.is_not(None))
    )
    return {row["message_id"] for query in (opened, joined) for row in store.rows(query)}


def _levels(store: Store, conversation_id: UUID) -> dict[UUID, str]:
    query = (
        sa.select(screenings.c.message_id, screenings.c.level)
        .join(
            messages, sa.and_(messages.c.authority == screenings.c.authority, messages.c.id == screenings.c.message_id)
        )
        .where(store.here(screenings), messages.c.conversation_id == conversation_id)
    )
    found: dict[UUID, str] = {}
    for row in store.rows(query):
        found[row["message_id"]] = max(found.get(row["message_id"], "none"), row["level"], key=GRAVITY.__getitem__)
    return found
