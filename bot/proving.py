"""Who is this? A card word and a birthday, checked together so that nobody learns which of the two was wrong.

A text from a number on record stands for the card. Threat: somebody else holds the phone, or writes under its number;
the first is told nothing without the birthday, the second is told nothing at all, since answers go to the phone.
"""

from bot.channels.capabilities import YOUNGEST
from bot.desk import Desk
from bot.facts import london_day
from conversations.turn import Call, Outcome
from reviews.timetable import OFFICE
from reviews.working_days import reply_by
from storage import audit, children, invites, numbers, requests
from storage.allocations import iro_of
from storage.audit import AuditEvent
from storage.children import Child
from storage.conversations import link, mark_address
from storage.invites import Invite

MAX_WRONG_TRIES = 3


def prove(desk: Desk, call: Call) -> Outcome:
    """`linked`, `add_only` (the card was used before: known, but shown nothing), `under_16`, `no` or `locked`."""
    invite = invites.find(desk.store, call.args.get("code", ""))
    day, month = _number(call, "day"), _number(call, "month")
    if _tries_used_up(desk) or (invite is not None and invite.state == "locked"):
        return Outcome(call.name, "locked")
    child = children.find(desk.store, invite.child_id) if invite and invite.state in ("open", "used") else None
    if invite is None and (known := _by_number(desk, day, month)) is not None:
        return _linked(desk, known, "full", Outcome(call.name, "linked"))
    if invite is None or child is None or (child.birth_date.day, child.birth_date.month) != (day, month):
        return Outcome(call.name, _wrong(desk, invite))
    age = child.age(london_day(desk.now))
    if age < YOUNGEST.get(desk.channel, 0):
        return Outcome(call.name, "under_16")
    if invite.state == "open":
        invites.use(desk.store, invite, desk.now)
        return _linked(desk, child, "full", Outcome(call.name, "linked"))
    return _linked(desk, child, "add_only", Outcome(call.name, "add_only"))


def add_only(desk: Desk, call: Call) -> Outcome:
    """No card at hand: birthday and the IRO's name together may add words, and are shown none."""
    if _tries_used_up(desk):
        return Outcome(call.name, "locked")
    found = children.by_birthday(desk.store, _number(call, "day"), _number(call, "month"))
    wanted = call.args.get("iro", "").strip().lower()
    today = london_day(desk.now)
    matching = [c for c in found if (iro := iro_of(desk.store, c.id, today)) and iro.first_name.lower() == wanted]
    if len(matching) != 1:
        return Outcome(call.name, _wrong(desk, None))
    if matching[0].age(today) < YOUNGEST.get(desk.channel, 0):
        return Outcome(call.name, "under_16")
    return _linked(desk, matching[0], "add_only", Outcome(call.name, "linked"))


def _by_number(desk: Desk, day: int, month: int) -> Child | None:
    """The child whose number this is and who was born on this day; of twins on one phone neither."""
    if desk.address is None or desk.channel != "sms":
        return None
    known = children.many(desk.store, numbers.children_with(desk.store, desk.address.sender))
    found = [one for one in known.values() if (one.birth_date.day, one.birth_date.month) == (day, month)]
    return found[0] if len(found) == 1 else None


def _linked(desk: Desk, child: Child, trust: str, outcome: Outcome) -> Outcome:
    assert desk.address is not None
    band = child.band(london_day(desk.now))
    desk.conversation = link(desk.store, desk.conversation, desk.address, child.id, trust, band=band, lang=child.lang)
    audit.record(desk.store, AuditEvent.CHILD_LINKED, desk.now, child_id=child.id, detail=f"{trust} {desk.channel}")
    return outcome


def _tries_used_up(desk: Desk) -> bool:
    return desk.address is None or desk.address.wrong_tries >= MAX_WRONG_TRIES


def _wrong(desk: Desk, invite: Invite | None) -> str:
    """Count the try on the card and on the address it came from: neither can be tried for ever."""
    assert desk.address is not None
    tries = desk.address.wrong_tries + 1
    mark_address(desk.store, desk.address.id, wrong_tries=tries)
    if invite is not None and invite.state == "open":
        invite = invites.wrong_try(desk.store, invite, desk.now)
    audit.record(desk.store, AuditEvent.CHILD_CARD_REFUSED, desk.now, subject_id=invite.id if invite else None)
    locked = tries >= MAX_WRONG_TRIES or (invite is not None and invite.state == "locked")
    if locked:
        _tell_business_support(desk, invite)
    return "locked" if locked else "no"


def _tell_business_support(desk: Desk, invite: Invite | None) -> None:
    requests.ask(
        desk.store, desk.now, kind="card_locked", owner_role="business_support",
        due_on=reply_by(OFFICE, desk.now, desk.settings.reply_within_working_days),
        key_id=desk.store.authority_key("staff"), child_id=invite.child_id if invite else None,
    )  # fmt: skip


def _number(call: Call, name: str) -> int:
    text = call.args.get(name, "")
    return int(text) if text.isdecimal() else 0
