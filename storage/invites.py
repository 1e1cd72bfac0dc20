"""Invite cards: one word and two digits that bring a child in, locked after three wrong tries.

Threat: somebody else finds the card, or guesses. The word alone opens nothing (the birthday is asked as well),
is looked up by a keyed digest, and a wrong try is counted where it cannot be raced.
"""

import random
import re
import unicodedata
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from importlib import resources
from uuid import UUID

import sqlalchemy as sa

from storage import audit, children
from storage.audit import AuditEvent
from storage.errors import BadData, NotFound, OutOfDate
from storage.store import Store
from storage.tables import invites

WRONG_TRIES = 3

_SHAPE = re.compile(r"([A-Z]{3,12})([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Invite:
    """One card. `state` is open, used, locked or cancelled."""

    id: UUID
    child_id: UUID
    key_id: UUID
    word: str
    state: str
    wrong_tries: int
    made_at: datetime
    made_by: UUID | None
    used_at: datetime | None


def normalise_word(text: str) -> str | None:
    """What a child typed as the card writes it: "otter 42" is OTTER-42. None when it cannot be from a card."""
    bare = re.sub(r"[^A-Z0-9]", "", unicodedata.normalize("NFKC", text).upper())
    shaped = _SHAPE.fullmatch(bare)
    return f"{shaped[1]}-{shaped[2]}" if shaped else None


@cache
def card_words() -> tuple[str, ...]:
    """The words that go on cards: short, friendly, and easy to spell."""
    text = resources.files("storage").joinpath("words-for-cards.txt").read_text(encoding="utf-8")
    return tuple(text.split())


def make(
    store: Store, child_id: UUID, now: datetime, rng: random.Random, *,
    made_by: UUID | None = None, word: str | None = None,
) -> Invite:  # fmt: skip
    """A new card; any older card of this child that could still be used is cancelled, so that one is good.

    `word` fixes what stands on it (the demo does). Raises `NotFound`, or `BadData` when the word is taken.
    """
    child = children.find(store, child_id)
    for older in of_child(store, child_id):
        if older.state in {"open", "locked"}:
            cancel(store, older, now, by=made_by)
    chosen = _checked(store, word) if word else _unused_word(store, rng)
    invite_id = store.add(
        invites, now, child_id=child_id, key_id=child.key_id, word=chosen, word_digest=_digest(store, chosen),
        state="open", wrong_tries=0, made_at=now, made_by=made_by,
    )  # fmt: skip
    store.flush()
    audit.record(store, AuditEvent.CARD_MADE, now, staff_id=made_by, child_id=child_id, subject_id=invite_id)
    return get(store, invite_id)


def get(store: Store, invite_id: UUID) -> Invite:
    """Raises `NotFound`."""
    found = _load(store, invites.c.id == invite_id)
    if not found:
        raise NotFound(f"No card has the id {invite_id}.")
    return found[0]


def find(store: Store, word: str) -> Invite | None:
    """The card with this word, however it was typed and whatever its state."""
    normal = normalise_word(word)
    found = _load(store, invites.c.word_digest == _digest(store, normal)) if normal else []
    return found[0] if found else None


def of_child(store: Store, child_id: UUID) -> list[Invite]:
    """Every card this child was given, newest first."""
    return _load(store, invites.c.child_id == child_id)


def in_state(store: Store, state: str) -> list[Invite]:
    """Every card in one state, newest first: what to print, what is locked."""
    return _load(store, invites.c.state == state)


def latest(store: Store) -> dict[UUID, str]:
    """The state of the newest card of every child who was given one; no word is opened for this."""
    query = sa.select(invites.c.child_id, invites.c.state).where(store.here(invites))
    return {row["child_id"]: row["state"] for row in store.rows(query.order_by(invites.c.made_at, invites.c.id))}


def wrong_try(store: Store, invite: Invite, now: datetime) -> Invite:
    """Count one wrong try; the third locks the card. Returns the card as it is now."""
    tries = invites.c.wrong_tries + 1
    counted = (
        sa.update(invites)
        .where(store.here(invites), invites.c.id == invite.id, invites.c.state == "open")
        .values(wrong_tries=tries, state=sa.case((tries >= WRONG_TRIES, "locked"), else_="open"))
    )
    store.flush()
    changed = store.connection.execute(counted).rowcount
    after = get(store, invite.id)
    if changed and after.state == "locked":
        audit.record(store, AuditEvent.CARD_LOCKED, now, child_id=invite.child_id, subject_id=invite.id)
    return after


def use(store: Store, invite: Invite, now: datetime) -> None:
    """The child came in with this card; it opens nothing more. Raises `OutOfDate` when it was not open."""
    if not store.change(invites, invite.id, where=invites.c.state == "open", state="used", used_at=now):
        raise OutOfDate("This card cannot be used any more. Make a new one.")


def cancel(
    store: Store, invite: Invite, now: datetime, *, by: UUID | None = None, used_too: bool = False
) -> bool:  # fmt: skip
    """Make a card worthless; False when it was used or cancelled before.

    `used_too`: a card that has been used still lets whoever holds it add words; not where it is in other hands.
    """
    usable = invites.c.state.in_(("open", "locked", "used") if used_too else ("open", "locked"))
    if not store.change(invites, invite.id, where=usable, state="cancelled"):
        return False
    audit.record(store, AuditEvent.CARD_CANCELLED, now, staff_id=by, child_id=invite.child_id, subject_id=invite.id)
    return True


def _digest(store: Store, word: str) -> bytes:
    return store.digest(f"card|{word}")


def _checked(store: Store, word: str) -> str:
    normal = normalise_word(word)
    if normal is None:
        raise BadData(f'"{word}" is not a card word like OTTER-42.')
    if find(store, normal):
        raise BadData(f"{normal} stands on a card already. Choose another word or number.")
    return normal


def _unused_word(store: Store, rng: random.Random) -> str:
    for _ in range(1000):
        word = f"{rng.choice(card_words())}-{rng.randrange(10, 100)}"
        if find(store, word) is None:
            return word
    raise BadData("Nearly every card word has been used. Add words to storage/words-for-cards.txt.")


def _load(store: Store, which: sa.ColumnElement[bool]) -> list[Invite]:
    query = sa.select(invites).where(store.here(invites), which).order_by(invites.c.made_at.desc(), invites.c.id.desc())
    rows = store.opened(invites, store.rows(query))
    return [Invite(**{field.name: row[field.name] for field in fields(Invite)}) for row in rows]
