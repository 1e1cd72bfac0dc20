"""The second commit: what stands in the inbox is screened already; here it is answered, in one transaction.

The conversation is locked, the engine steps, and what it says, keeps and asks for is written together with what
the screen found. Either all of it is there afterwards or none.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from uuid import UUID

from bot import behind_lock, file_flood, not_me, pace, rewording, taking_back, texting
from bot.alarm import Alarm
from bot.answers_read import lines
from bot.chat import view_token
from bot.desk import Desk, Saying
from bot.facts import facts_for, london_day, surroundings
from bot.familiar import familiar
from bot.going_round import going_round, keep_from_complained_about
from bot.inbound import Inbound
from bot.posting import post
from bot.proving import add_only, prove
from bot.review_calls import answered
from bot.screened import keep_screening
from bot.sent_files import WITHOUT_WORDS, sent, taken, upload_of
from bot.settings import Settings
from bot.signing import signed
from bot.speaking import apply
from bot.unreachable import heard_again, tell_unreachable
from bot.where_to import places
from conversations.engine import step
from conversations.library import Library
from conversations.position import join
from conversations.stopping import wants_no_more
from conversations.turn import Arrived, Call, Event, Fact, Happened, Outcome, Said, Tapped, Worry
from reviews.settings import ReviewSettings
from safeguarding.screening import READS_LIKE_AFTER, Level, Screening
from storage import answers, conversations, files, inbox, messages, numbers, versions
from storage.answers import Answer
from storage.conversations import Address, Conversation
from storage.errors import BadData
from storage.inbox import Arrival
from storage.messages import Heard, Message
from storage.store import Store
from storage.versions import TAKEN_BACK

MAX_CALLS = 5
WOKEN_BY: Mapping[str, frozenset[str]] = {
    "outbox": frozenset({"outbox"}),
    "concerns": frozenset({"concerns", "concern_events"}),
}
"""Which topic wakes when rows of these tables were written: nobody looks for what is not there."""
LABELS_LOOK_BACK = 30


@dataclass(frozen=True, slots=True)
class Handling:
    """One arrival on its way: what it says, and what the screen made of its words (None where there are none).

    `before` is what the screen was shown beside them, oldest first.
    """

    arrival: Arrival
    inbound: Inbound
    screening: Screening | None = None
    before: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """Answers arrivals."""

    library: Library
    settings: Settings
    alarm: Alarm
    reviews: ReviewSettings = field(default_factory=ReviewSettings)

    def handle(self, store: Store, batch: Sequence[Handling], now: datetime) -> set[Hashable]:
        """Answer a batch; whom to wake afterwards. What another worker holds or has done is left alone."""
        mine = inbox.claim(store, [h.arrival.id for h in batch])
        batch = [h for h in batch if h.arrival.id in mine]
        addresses = self._addresses(store, batch, now)
        locked = conversations.lock(store, {a.conversation_id for a in addresses.values()})
        around = surroundings(store, locked.values(), now, self.reviews)
        wake: set[Hashable] = set()
        changed: dict[UUID, Conversation] = {}
        for handling in batch:
            address = addresses[handling.inbound.channel, handling.inbound.sender]
            conversation = locked[address.conversation_id]
            if conversation.id in changed:  # the same child twice in one batch: look again
                around = surroundings(store, locked.values(), now, self.reviews)
            desk = Desk(
                store, conversation, address, around, self.settings, self.alarm, now, said=handling.inbound.text,
                before=handling.before, reviews=self.reviews,
            )  # fmt: skip
            self._one(desk, handling)
            post(desk, self.library.words, asked=True)
            self._no_more(desk, handling.inbound)
            if desk.conversation is not conversation:  # joined the child's own
                changed.pop(conversation.id, None)
                locked[desk.conversation.id] = desk.conversation
                if desk.address is not None:
                    addresses[handling.inbound.channel, handling.inbound.sender] = desk.address
            changed[desk.conversation.id] = desk.conversation
            wake |= {conversation.id, desk.conversation.id}
        conversations.save(store, changed.values())
        inbox.done(store, [h.arrival.id for h in batch], now)
        return wake | {topic for topic, tables in WOKEN_BY.items() if tables & store.touched}

    def hand_over(self, store: Store, handling: Handling, now: datetime) -> set[Hashable]:
        """Answering failed too often: the words are kept as they are and a human gets them.

        The engine is not needed for it, since that may be what fails; the child is told afterwards (`tell`).
        """
        if not inbox.claim(store, [handling.arrival.id]):
            return set()
        address = next(iter(self._addresses(store, [handling], now).values()))
        conversation = conversations.lock(store, [address.conversation_id])[address.conversation_id]
        around = surroundings(store, [conversation], now, self.reviews)
        desk = Desk(store, conversation, address, around, self.settings, self.alarm, now)
        first = rewording.first_version(desk, handling.inbound) if handling.inbound.replaces else None
        message_id = _keep_message(desk, handling, first=first)
        store.flush()
        if first is not None:
            versions.withhold_alike(store, first.id, message_id, now)
        self.alarm.unread(store, conversation, message_id, around, now)
        conversations.save(store, [conversation])
        inbox.done(store, [handling.arrival.id], now, state="handed_over")
        return {conversation.id, "concerns", "outbox"}

    def _addresses(self, store: Store, batch: Iterable[Handling], now: datetime) -> dict[tuple[str, str], Address]:
        wanted: dict[str, list[Inbound]] = {}
        for handling in batch:
            wanted.setdefault(handling.inbound.channel, []).append(handling.inbound)
        found: dict[tuple[str, str], Address] = {}
        for channel, inbounds in wanted.items():
            known = conversations.addresses_of(store, channel, {i.sender for i in inbounds})
            for inbound in inbounds:
                address = known.get(inbound.sender) or conversations.open_visitor(
                    store, channel, inbound.sender, inbound.band or "middle", inbound.lang or "en", now
                )
                known[inbound.sender] = found[channel, inbound.sender] = address
        return found

    def _one(self, desk: Desk, handling: Handling) -> None:
        inbound, screening = handling.inbound, handling.screening
        if not self._reachable(desk, inbound):
            return
        if screening is not None:
            worried = desk.conversation.id in desk.around.concerns
            screening = familiar(screening, inbound.text, self.library, concern_open=worried)
            screening = going_round(screening, inbound.text, desk.conversation, desk.around, desk.now)
        back = taking_back.meant(desk, inbound, self._recent(desk)) if taking_back.may_be(inbound) else None
        if back is not None and screening is not None:
            screening = taking_back.as_a_tap(desk, screening, back)
            handling = replace(handling, screening=screening)
        standing = desk.around.concerns.get(desk.conversation.id)
        worry = _worry(screening, inbound.kind, open_already=standing is not None and not standing.only_to_hear)
        recent = self._recent(desk) if inbound.channel == texting.CHANNEL and worry is None else []
        if choice := texting.meant_by_number(desk, recent, inbound.text):
            inbound = replace(inbound, choice=choice)
            handling = replace(handling, inbound=inbound)
        first = rewording.first_version(desk, inbound) if inbound.replaces else None
        if inbound.kind == TAKEN_BACK:
            self._take_back(desk, handling, first)
            return
        flood = file_flood.stage(desk, inbound.kind)
        if flood:
            inbound = replace(inbound, file="")
            handling = replace(handling, inbound=inbound)
        event = _event(inbound, worry, self.settings, first, flood)
        if inbound.kind != "arrived":
            self._keep(desk, handling, first, flood)
        if back is not None:
            told, about = taking_back.take(desk, inbound, back)
            self._look_again(desk)
            worry = worry or about
            event = event if worry else told
        event = _from_elsewhere(desk, inbound, worry, event)
        if worry is None and inbound.kind == "text":
            sent = pace.sent_lately(desk.store, desk.conversation.id, handling.before, desk.now)
            if sent > pace.MOST + 1:
                return
            event = Happened(pace.FLOW) if sent > pace.MOST else event
        if texting.wants_to_read(inbound.text) and (waiting := texting.unread(desk, recent)):
            self._show(desk, waiting)
            return
        if event is not None:
            self._converse(desk, event, worry, inbound)

    def _keep(self, desk: Desk, handling: Handling, first: Message | None, flood: str) -> None:
        """The message, what the screen found in it, and who must hear of it. `flood`: see `file_flood.stage`."""
        inbound, screening = handling.inbound, handling.screening
        flow = file_flood.FLOW if flood else ""
        desk.message_id = _keep_message(desk, handling, partial(self._label, desk), first, flow)
        desk.conversation.child_wrote_at = desk.now
        if first is not None:
            rewording.settle(desk, first, inbound)
        if screening is not None:
            keep_screening(desk.store, desk.message_id, desk.conversation.key_id, screening, desk.now)
            self._raise(desk, inbound.text, screening)
        if flood == "more":
            file_flood.join(desk)
        elif inbound.kind in WITHOUT_WORDS:
            desk.store.flush()
            self.alarm.unread(
                desk.store, desk.conversation, desk.message_id, desk.around, desk.now, kept=bool(inbound.file)
            )
            self._look_again(desk)

    def _take_back(self, desk: Desk, handling: Handling, first: Message | None) -> None:
        """Its words leave the child's screen and stay on record. The page says so, and the bot where there is more."""
        if first is None or rewording.is_gone(desk, first):
            return
        desk.message_id = _keep_message(desk, handling, first=first)
        desk.conversation.child_wrote_at = desk.now
        rewording.settle(desk, first, handling.inbound)
        if worry := rewording.worry_of(desk, first):
            self._look_again(desk)
            self._converse(desk, Arrived(), worry, handling.inbound)

    def _show(self, desk: Desk, waiting: Sequence[Message]) -> None:
        """What a plain text stood for, in full."""
        changed = versions.latest(desk.store, [one.id for one in waiting])
        for one in waiting:
            author, staff_id = one.author, one.staff_id
            if one.replaces_id or (one.id in changed and changed[one.id].taken_back):
                continue
            text = changed[one.id].text if one.id in changed else one.text
            if staff_id is not None:
                text = signed(
                    self.library, self.settings, desk.store, desk.conversation, staff_id, author, text, one.at
                )
            desk.to_post.append(Saying(one.id, text, one.choices, again=texting.READ))

    def _no_more(self, desk: Desk, inbound: Inbound) -> None:
        """STOP: that was the last text until the child writes from there again; the IRO learns how else to try."""
        if inbound.channel != texting.CHANNEL or not wants_no_more(inbound.text) or desk.address is None:
            return
        conversations.mark_address(desk.store, desk.address.id, state="stopped")
        desk.address = replace(desk.address, state="stopped")
        tell_unreachable(self.settings, desk.store, desk.address, desk.now)

    def _recent(self, desk: Desk) -> list[Message]:
        return messages.recent(desk.store, [desk.conversation.id], LABELS_LOOK_BACK).get(desk.conversation.id, [])

    def _reachable(self, desk: Desk, inbound: Inbound) -> bool:
        """A child who blocked the bot cannot be reached, and the IRO is told; one who writes again can be."""
        assert desk.address is not None
        if desk.address.state == view_token.STATE:
            return True
        if desk.address.state == "closed":  # written before this browser was told to forget: kept, and not opened again
            return inbound.kind != "blocked"
        was_ok, is_ok = desk.address.state == "ok", inbound.kind != "blocked"
        if was_ok != is_ok:
            conversations.mark_address(desk.store, desk.address.id, state="ok" if is_ok else "unreachable")
            desk.address = replace(desk.address, state="ok" if is_ok else "unreachable")
        if is_ok:
            heard_again(desk.store, desk.address, desk.now, mended=not was_ok)
        if was_ok and not is_ok:
            tell_unreachable(self.settings, desk.store, desk.address, desk.now)
        return is_ok

    def _raise(self, desk: Desk, text: str, screening: Screening) -> None:
        standing = desk.around.concerns.get(desk.conversation.id)
        if screening.level >= Level.concern or (standing is not None and not standing.only_to_hear):
            desk.store.flush()
            assert desk.message_id is not None
            concern = self.alarm.heard(
                desk.store, desk.conversation, desk.message_id, text, screening, desk.around, desk.now, desk.before
            )  # fmt: skip
            if concern is not None:
                keep_from_complained_about(desk, concern)
            self._look_again(desk)

    def _look_again(self, desk: Desk) -> None:
        desk.around = surroundings(desk.store, [desk.conversation], desk.now, self.reviews)

    def _converse(self, desk: Desk, event: Event, worry: Worry | None, inbound: Inbound) -> None:
        """Step until nothing more is called for; each call is answered after what came before it was kept."""
        extra: dict[str, Fact] = {"invite": inbound.invite} if inbound.invite else {}
        if inbound.channel == texting.CHANNEL and desk.address is not None and desk.address.trust == "none":
            extra["number_known"] = bool(numbers.children_with(desk.store, inbound.sender))
        for _ in range(MAX_CALLS):
            known = facts_for(desk.conversation, desk.address, desk.around, self.settings, desk.now, self.reviews)
            facts = {**known, **extra}
            turn = step(
                self.library, desk.conversation.position, event, facts, band=desk.conversation.band,
                lang=desk.conversation.lang, worry=worry,
            )  # fmt: skip
            apply(desk, turn)
            if turn.call is None:
                return
            event, worry = self._answer(desk, turn.call), None
        raise BadData("A flow calls the service without end. Proofread it: python -m conversations.check")

    def _label(self, desk: Desk, choice: str) -> str:
        """The words that stood on the button, as the child saw them; the page's own buttons are always there."""
        for message in reversed(self._recent(desk)):
            for offered in message.choices:
                if choice in (offered["id"], offered["label"]):
                    return offered["label"]
        return self.library.button(choice, desk.conversation.lang, desk.conversation.band) or choice

    def _answer(self, desk: Desk, call: Call) -> Outcome:
        if call.name in ("prove", "add_only"):
            before = desk.conversation
            position = before.position
            outcome = (prove if call.name == "prove" else add_only)(desk, call)
            if desk.conversation is not before:
                desk.conversation.position = join(desk.conversation.position, position)
            if desk.address is not None:
                desk.address = conversations.address(desk.store, desk.address.id)
            self._look_again(desk)
            return outcome
        if call.name == "read_back":
            found = lines(desk.store, _to_read_back(desk))
            return Outcome(call.name, "some" if found else "none", {"answers": found})
        if call.name == "places":
            return places(desk)
        if call.name == "language":
            desk.conversation.lang = self.library.words.spoken_for(call.args.get("lang", ""))
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


def _event(
    inbound: Inbound, worry: Worry | None, settings: Settings, first: Message | None, flood: str
) -> Event | None:  # fmt: skip
    """An edit answers nothing again; only what is a worry in it is taken up. The page shows by itself that it was made.

    `first` is the message that it is a new version of.
    """
    if inbound.kind == "arrived":
        return Arrived()
    if flood and worry is None:
        return Happened(file_flood.FLOW) if flood == "first" else None
    if inbound.kind == "edited" and worry is None and (first is not None or inbound.channel != rewording.OWN_NUMBER):
        return None if inbound.channel == rewording.OWN_NUMBER else Happened("edited")
    if inbound.choice:
        return Tapped(inbound.choice)
    if inbound.kind in ("voice", "picture") and worry is None:
        return sent(inbound, settings)
    return Said(inbound.text)


def _worry(screening: Screening | None, kind: str, *, open_already: bool) -> Worry | None:
    """What the conversation must know of the screening.

    Where a concern is open, words that are a worry only after those before them answer what was asked about it; they
    join the concern like any others.
    """
    if screening is None or screening.level < Level.concern:
        return Worry("unheard") if kind == "unsupported" else None
    if open_already and all(r.rule == READS_LIKE_AFTER for r in screening.because if r.level >= Level.concern):
        return None
    if screening.level is Level.urgent:
        return Worry("urgent")
    if not screening.readable:
        return Worry("unreadable")
    return Worry("taken_back" if "retraction" in screening.categories else "concern")


def _from_elsewhere(desk: Desk, inbound: Inbound, worry: Worry | None, event: Event | None) -> Event | None:
    """What may not be the child's own: the conversation does not take it for an answer."""
    if inbound.choice == not_me.CHOICE and not_me.told(desk):
        return None
    return behind_lock.pass_on(desk, inbound.text) if worry is None and inbound.behind else event


def _keep_message(
    desk: Desk, handling: Handling, label: Callable[[str], str] = str, first: Message | None = None,
    flow: str = "",
) -> UUID:  # fmt: skip
    """`label` gives the words that stood on a tapped button; `first` is the message it stands in the place of."""
    inbound = handling.inbound
    message_id = messages.add(
        desk.store, desk.conversation, desk.now, author="child", channel=inbound.channel,
        text=label(inbound.choice) if inbound.kind == "choice" else inbound.text,
        kind="text" if inbound.kind == "edited" else inbound.kind, address_id=_id(desk.address),
        choice=inbound.choice[:40] or None, sent_at=_moment(inbound.sent_at), inbox_id=handling.arrival.id,
        replaces_id=first.id if first else None, flow=behind_lock.FLOW if inbound.behind else flow,
    )  # fmt: skip
    upload = upload_of(inbound) if taken(inbound.kind, desk.settings) else None
    if upload is not None:
        files.keep(desk.store, upload, desk.now, key_id=desk.conversation.key_id, message_id=message_id)
    return message_id


def _id(address: Address | None) -> UUID:
    assert address is not None
    return address.id


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
