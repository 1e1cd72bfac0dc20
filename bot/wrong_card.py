"""Somebody else holds a child's card: it is stopped, people are told, and nobody in the chat learns whose it was.

Threat: a parent who opens the link to find out what a child says. The answer is the same whatever they write; what
happens behind it is not: the card is cancelled where it is known, business support and the IRO hear of it for their
next working day, and the duty officer today, when the person wants to know what a child said. Nothing is written to
the child here: whoever holds the card may hold the phone.
"""

import re
from collections.abc import Iterator
from uuid import UUID

from bot.desk import Desk
from reviews.timetable import OFFICE
from reviews.working_days import next_working_day
from storage import allocations, invites, requests
from storage.days import london_day
from storage.invites import Invite

STOPPED, PUSHES = "wrong_person", "wrong_person_pushes"
KINDS = (STOPPED, PUSHES)
_LOOKS_LIKE_A_CARD = re.compile(r"[A-Za-z]{3,12}[ -]?\d{2}\b")
MOST_TRIED = 3
"""Cards named in one message; nobody stops the cards of many children by writing a list."""


def ask(desk: Desk, kind: str) -> UUID:
    """Stop the card and tell business support and the IRO, or tell the duty officer; each once."""
    card = next(_cards(desk), None)
    if card is not None:
        invites.cancel(desk.store, card, desk.now, used_too=True)
    child_id = card.child_id if card else _known_already(desk, STOPPED)
    return _push(desk, child_id) if kind == PUSHES else _stopped(desk, child_id)


def _stopped(desk: Desk, child_id: UUID | None) -> UUID:
    before = _open(desk, STOPPED, "business_support")
    if before is not None and (child_id is None or before.child_id == child_id):
        return before.id
    by, store, today = next_working_day(OFFICE, desk.now), desk.store, london_day(desk.now)
    found = requests.ask(
        store, desk.now, kind=STOPPED, owner_role="business_support", due_on=by, key_id=desk.conversation.key_id,
        conversation_id=desk.conversation.id, child_id=child_id,
    )  # fmt: skip
    iro = allocations.iro_of(store, child_id, today) if child_id else None
    if iro is not None:
        requests.ask(
            store, desk.now, kind=STOPPED, owner_role="iro", due_on=next_working_day(iro.working_pattern, desk.now),
            key_id=store.authority_key("staff"), child_id=child_id,
        )  # fmt: skip
        desk.alarm.notices.waiting(store, iro, "/staff/today", f"card:{found.hex}:{iro.reference}", desk.now)
    for member in desk.around.staff:
        if member.role == "business_support":
            once = f"card:{found.hex}:{member.reference}"
            desk.alarm.notices.waiting(store, member, "/staff/cards", once, desk.now)
    return found


def _push(desk: Desk, child_id: UUID | None) -> UUID:
    """The request has no conversation: nobody is to write to this person from it."""
    before = _open(desk, PUSHES, "duty_officer")
    if before is not None:
        return before.id
    found = requests.ask(
        desk.store, desk.now, kind=PUSHES, owner_role="duty_officer", due_on=london_day(desk.now),
        key_id=desk.conversation.key_id, child_id=child_id, words=desk.said, message_id=desk.message_id,
    )  # fmt: skip
    for member in desk.around.roster.on_watch(desk.now):
        once = f"card:{found.hex}:{member.reference}"
        desk.alarm.notices.waiting(desk.store, member, "/staff/requests", once, desk.now)
    return found


def _cards(desk: Desk) -> Iterator[Invite]:
    """The card of the link that was opened, of the word that was typed before, or named in these words."""
    frames = desk.conversation.position.get("stack") or ()
    kept = [frame.get("kept", {}) for frame in frames if frame.get("flow") == "welcome"]
    named = [str(one[name]) for one in kept for name in ("invite", "code") if one.get(name)]
    for word in (*named, *_LOOKS_LIKE_A_CARD.findall(desk.said)[:MOST_TRIED]):
        found = invites.find(desk.store, word)
        if found is not None:
            yield found


def _known_already(desk: Desk, kind: str) -> UUID | None:
    before = _open(desk, kind, "business_support")
    return before.child_id if before else None


def _open(desk: Desk, kind: str, role: str) -> requests.Request | None:
    if role == "duty_officer":  # stands without a conversation
        mine = [one for one in requests.open_for_role(desk.store, role) if one.key_id == desk.conversation.key_id]
    else:
        mine = requests.of_conversation(desk.store, desk.conversation.id)
    return next((one for one in reversed(mine) if one.kind == kind and one.state == "open"), None)
