"""Steps the conversation until it waits for the child, and answers what it calls the service for on the way."""

from bot import texting
from bot.answers_read import lines
from bot.desk import Desk
from bot.facts import facts_for, london_day, surroundings
from bot.inbound import Inbound
from bot.proving import add_only, prove
from bot.review_calls import answered
from bot.speaking import apply
from bot.where_to import places
from conversations.engine import step
from conversations.library import Library
from conversations.position import join
from conversations.turn import Call, Event, Fact, Outcome, Worry
from storage import answers, conversations, messages, numbers
from storage.answers import Answer
from storage.errors import BadData

MAX_CALLS = 5


def converse(desk: Desk, library: Library, event: Event, worry: Worry | None, inbound: Inbound) -> None:
    """Step until nothing more is called for; each call is answered after what came before it was kept."""
    extra: dict[str, Fact] = {"invite": inbound.invite} if inbound.invite else {}
    if inbound.channel == texting.CHANNEL and desk.address is not None and desk.address.trust == "none":
        extra["number_known"] = bool(numbers.children_with(desk.store, inbound.sender))
    for _ in range(MAX_CALLS):
        known = facts_for(desk.conversation, desk.address, desk.around, desk.settings, desk.now, desk.reviews)
        facts = {**known, **extra}
        turn = step(
            library, desk.conversation.position, event, facts, band=desk.conversation.band,
            lang=desk.conversation.lang, worry=worry,
        )  # fmt: skip
        apply(desk, turn)
        if turn.call is None:
            return
        event, worry = _answer(desk, library, turn.call), None
    raise BadData("A flow calls the service without end. Proofread it: python -m conversations.check")


def look_again(desk: Desk) -> None:
    """What is known round the child, after it changed."""
    desk.around = surroundings(desk.store, [desk.conversation], desk.now, desk.reviews)


def _answer(desk: Desk, library: Library, call: Call) -> Outcome:
    if call.name in ("prove", "add_only"):
        before = desk.conversation
        position = before.position
        outcome = (prove if call.name == "prove" else add_only)(desk, call)
        if desk.conversation is not before:
            desk.conversation.position = join(desk.conversation.position, position)
        if desk.address is not None:
            desk.address = conversations.address(desk.store, desk.address.id)
        look_again(desk)
        return outcome
    if call.name == "read_back":
        found = lines(desk.store, _to_read_back(desk))
        return Outcome(call.name, "some" if found else "none", {"answers": found})
    if call.name == "places":
        return places(desk)
    if call.name == "language":
        desk.conversation.lang = library.words.spoken_for(call.args.get("lang", ""))
        return Outcome(call.name, "ok")
    if call.name == "my_name":
        return Outcome(call.name, "ok")
    return answered(desk, call)


def _to_read_back(desk: Desk) -> list[Answer]:
    """The answers of this round; at an address that may only add, those alone that were given there."""
    since = desk.around.since.get(desk.conversation.id)
    found = [a for a in answers.current(desk.store, desk.conversation.id).values() if a.state != "skipped"]
    found = [a for a in found if since is None or london_day(a.at) > since]
    if desk.address is not None and desk.address.trust != "full":
        here = messages.written_at(desk.store, desk.address.id, [a.message_id for a in found if a.message_id])
        found = [a for a in found if a.message_id in here]
    return found
