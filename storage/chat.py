"""What a child's chat page needs to know at every look: where it is, what is new, what has been read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage import files, invites
from storage import messages as said
from storage.allocations import history
from storage.conversations import Address, address_of, children_of
from storage.files import File
from storage.messages import Message
from storage.milestones import iros_named
from storage.store import Store
from storage.tables import conversations, inbox, messages, staff
from storage.versions import Version, latest


@dataclass(frozen=True, slots=True)
class Line:
    """One message as the page shows it. `client_id` is the page's own number of what the child sent from it.

    `read_by` is the first name of who has read it, where the child may be told it.
    """

    message: Message
    lang: str
    client_id: str = ""
    name: str = ""
    job: str = ""
    chosen: str = ""
    files: tuple[File, ...] = ()
    face: UUID | None = None
    initials: str = ""
    read_by: str = ""
    now: Version | None = None
    """How it stands where it was changed or taken back."""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a conversation from one address: `lines` are new, `read` those read since the last look."""

    address: Address
    lines: tuple[Line, ...]
    read: tuple[Line, ...] = ()


def look(
    store: Store, channel: str, sender: str, prefix: str, after: int, read_since: datetime | None = None
) -> Look | None:
    """What this address may see after `after`; None when the address is not known.

    `prefix` is what the page's own external ids begin with. `read_since` asks for the child's messages that
    were read later than that, up to `after`.
    """
    address = address_of(store, channel, sender)
    if address is None:
        return None
    new = said.shown_at(store, address, after)
    read = _newly_read(store, address, after, read_since) if read_since else []
    lines = _lines(store, address, [*new, *read], prefix)
    return Look(address, lines[: len(new)], lines[len(new) :])


def is_anothers(store: Store, address: Address, card: str) -> bool:
    """Whether this card brings in another child than the one whose conversation this address is at."""
    invite = invites.find(store, card) if card and address.trust != "none" else None
    here = sa.select(conversations.c.child_id).where(
        store.here(conversations), conversations.c.id == address.conversation_id
    )
    return invite is not None and invite.child_id != (store.row(here) or {}).get("child_id")


def heads(store: Store, conversation_ids: Iterable[UUID]) -> dict[UUID, int]:
    """The last number of each of these conversations that still exists, in one query."""
    query = sa.select(conversations.c.id, conversations.c.last_seq).where(
        store.here(conversations), conversations.c.id.in_(list(conversation_ids))
    )
    return {row["id"]: row["last_seq"] for row in store.rows(query)}


def last_read_at(store: Store, conversation_id: UUID) -> datetime | None:
    """When the IRO last read something in this conversation."""
    query = sa.select(sa.func.max(messages.c.read_at).label("at")).where(
        store.here(messages), messages.c.conversation_id == conversation_id
    )
    row = store.row(query)
    return row["at"] if row else None


def _newly_read(store: Store, address: Address, up_to: int, since: datetime) -> list[Message]:
    query = sa.select(messages.c.seq).where(
        store.here(messages), messages.c.conversation_id == address.conversation_id, messages.c.author == "child",
        messages.c.seq <= up_to, messages.c.read_at > since,
    )  # fmt: skip
    wanted = {row["seq"] for row in store.rows(query)}
    shown = said.shown_at(store, address, min(wanted) - 1) if wanted else []
    return [message for message in shown if message.seq in wanted]


def _lines(store: Store, address: Address, found: Sequence[Message], prefix: str) -> tuple[Line, ...]:
    if not found:
        return ()
    lang_of = sa.select(conversations.c.lang).where(
        store.here(conversations), conversations.c.id == address.conversation_id
    )
    lang = (store.row(lang_of) or {"lang": "en"})["lang"]
    own = _client_ids(store, [m.id for m in found if m.author == "child" and m.address_id == address.id], prefix)
    names = _staff_names(store, {m.staff_id for m in found if m.staff_id} | {m.read_by for m in found if m.read_by})
    chosen, changed = _chosen(found), latest(store, {m.replaces_id or m.id for m in found})
    unknown = _not_named(store, address.conversation_id) if any(m.read_by for m in found) else set()
    sent = files.of_messages(store, [m.id for m in found if m.kind != "choice" and m.author != "bot"])
    faces = files.faces(store, {m.staff_id for m in found if m.staff_id}) if names else {}
    lines = []
    for m in found:
        name, job, initials = names.get(m.staff_id, ("", "", ""))
        reader = "" if m.read_by in unknown else names.get(m.read_by, ("", "", ""))[0]
        shown = Line(
            m, lang, own.get(m.id, ""), name, job, chosen.get(m.id, ""), tuple(sent.get(m.id, ())),
            faces.get(m.staff_id) if m.staff_id else None, initials, reader, changed.get(m.replaces_id or m.id),
        )  # fmt: skip
        lines.append(shown)
    return tuple(lines)


def _not_named(store: Store, conversation_id: UUID) -> set[UUID]:
    """The IROs of this child whose name the child has not been asked for or told yet."""
    child_id = children_of(store, [conversation_id]).get(conversation_id)
    if child_id is None:
        return set()
    known = iros_named(store, [conversation_id]).get(conversation_id, set())
    return {one.staff_id for one in history(store, child_id)} - known


def _client_ids(store: Store, message_ids: Sequence[UUID], prefix: str) -> dict[UUID, str]:
    if not message_ids:
        return {}
    query = (
        sa.select(messages.c.id, inbox.c.external_id)
        .join(inbox, sa.and_(inbox.c.authority == messages.c.authority, inbox.c.id == messages.c.inbox_id))
        .where(store.here(messages), messages.c.id.in_(message_ids))
    )
    rows = store.rows(query)
    return {r["id"]: r["external_id"].removeprefix(prefix) for r in rows if r["external_id"].startswith(prefix)}


def _staff_names(store: Store, staff_ids: set[UUID]) -> dict[UUID | None, tuple[str, str, str]]:
    """First name, job and initials."""
    if not staff_ids:
        return {}
    query = sa.select(staff.c.id, staff.c.first_name, staff.c.last_name, staff.c.job_title).where(
        store.here(staff), staff.c.id.in_(staff_ids)
    )
    rows = store.opened(staff, store.rows(query), store.authority_key("staff"))
    return {
        row["id"]: (row["first_name"], row["job_title"], row["first_name"][:1] + row["last_name"][:1]) for row in rows
    }


def _chosen(found: Sequence[Message]) -> dict[UUID, str]:
    """By message with buttons, the button the child tapped next."""
    result: dict[UUID, str] = {}
    asking: Message | None = None
    for message in found:
        if message.choices:
            asking = message
        elif asking and message.author == "child":
            if any(choice["id"] == message.choice for choice in asking.choices):
                result[asking.id] = message.choice or ""
            asking = None
    return result
