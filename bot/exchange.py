"""The second commit: what stands in the inbox is screened already; here it is answered, in one transaction.

The conversation is locked, the engine steps, and what it says, keeps and asks for is written together with what
the screen found. Either all of it is there afterwards or none.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from uuid import UUID

from bot import file_flood, pace, rewording, taking_back, texting
from bot.alarm import Alarm
from bot.conversing import converse, look_again
from bot.desk import Desk
from bot.facts import surroundings
from bot.familiar import familiar
from bot.going_round import going_round, keep_from_complained_about
from bot.handling import Handling
from bot.inbound import Inbound
from bot.keeping_message import keep_message, label, recent
from bot.meaning import event_of, from_elsewhere, worry_of
from bot.posting import post
from bot.reaching import is_reachable, no_more
from bot.screened import keep_screening
from bot.sent_files import WITHOUT_WORDS
from bot.settings import Settings
from conversations.library import Library
from conversations.turn import Arrived, Happened
from reviews.settings import ReviewSettings
from safeguarding.screening import Level, Screening
from storage import conversations, inbox, versions
from storage.conversations import Address, Conversation
from storage.messages import Message
from storage.store import Store
from storage.versions import TAKEN_BACK

WOKEN_BY: Mapping[str, frozenset[str]] = {
    "outbox": frozenset({"outbox"}),
    "concerns": frozenset({"concerns", "concern_events"}),
}
"""Which topic wakes when rows of these tables were written: nobody looks for what is not there."""


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
            no_more(desk, handling.inbound)
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
        message_id = keep_message(desk, handling, first=first)
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
        inbound = handling.inbound
        if not is_reachable(desk, inbound):
            return
        back = taking_back.meant(desk, inbound, recent(desk)) if taking_back.may_be(inbound) else None
        screening = self._judged(desk, handling, back)
        handling = replace(handling, screening=screening)
        standing = desk.around.concerns.get(desk.conversation.id)
        worry = worry_of(screening, inbound.kind, open_already=standing is not None and not standing.only_to_hear)
        latest = recent(desk) if inbound.channel == texting.CHANNEL and worry is None else []
        if choice := texting.meant_by_number(desk, latest, inbound.text):
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
        event = event_of(inbound, worry, self.settings, first, flood)
        if inbound.kind != "arrived":
            self._keep(desk, handling, first, flood)
        if back is not None:
            told, about = taking_back.take(desk, inbound, back)
            look_again(desk)
            worry = worry or about
            event = event if worry else told
        event = from_elsewhere(desk, inbound, worry, event)
        if worry is None and inbound.kind == "text":
            sent = pace.sent_lately(desk.store, desk.conversation.id, handling.before, desk.now)
            if sent > pace.MOST + 1:
                return
            event = Happened(pace.FLOW) if sent > pace.MOST else event
        if texting.wants_to_read(inbound.text) and (waiting := texting.unread(desk, latest)):
            texting.show(desk, self.library, waiting)
            return
        if event is not None:
            converse(desk, self.library, event, worry, inbound)

    def _judged(self, desk: Desk, handling: Handling, back: Message | None) -> Screening | None:
        """What the screen found, by what is known of this child. `back`: the message that these words take back."""
        screening, text = handling.screening, handling.inbound.text
        if screening is None:
            return None
        worried = desk.conversation.id in desk.around.concerns
        screening = familiar(screening, text, self.library, concern_open=worried)
        screening = going_round(screening, text, desk.conversation, desk.around, desk.now)
        return taking_back.as_a_tap(desk, screening, back) if back is not None else screening

    def _keep(self, desk: Desk, handling: Handling, first: Message | None, flood: str) -> None:
        """The message, what the screen found in it, and who must hear of it. `flood`: see `file_flood.stage`."""
        inbound, screening = handling.inbound, handling.screening
        flow = file_flood.FLOW if flood else ""
        desk.message_id = keep_message(desk, handling, partial(label, desk, self.library), first, flow)
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
            look_again(desk)

    def _take_back(self, desk: Desk, handling: Handling, first: Message | None) -> None:
        """Its words leave the child's screen and stay on record. The page says so, and the bot where there is more."""
        if first is None or rewording.is_gone(desk, first):
            return
        desk.message_id = keep_message(desk, handling, first=first)
        desk.conversation.child_wrote_at = desk.now
        rewording.settle(desk, first, handling.inbound)
        if worry := rewording.worry_of(desk, first):
            look_again(desk)
            converse(desk, self.library, Arrived(), worry, handling.inbound)

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
            look_again(desk)
