"""Says things to a child: what a step of the engine says, what happened elsewhere, what staff write themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.alarm import Alarm
from bot.facts import facts_for, surroundings
from bot.keeping import Desk, ask, keep
from bot.review_calls import answered
from bot.settings import Settings
from conversations.engine import step
from conversations.library import Library
from conversations.turn import Event, Happened, Turn
from reviews.settings import ReviewSettings
from storage import concerns, conversations, messages, milestones, outbox, requests, staff
from storage.conversations import Address, Conversation
from storage.errors import BadData
from storage.store import Store

HUMAN_STAYS = timedelta(hours=1)
"""After an officer writes the bot is silent for so long, unless the officer writes again."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaks first, where an `Exchange` answers."""

    library: Library
    settings: Settings
    alarm: Alarm
    reviews: ReviewSettings = field(default_factory=ReviewSettings)

    def tell(
        self, store: Store, conversation_id: UUID, flow: str, facts: Mapping[str, Any], now: datetime, *,
        proved: bool = False,
    ) -> None:  # fmt: skip
        """Say something of the service's own to a child: one of the flows for things that happen outside the chat.

        `proved`: only where the child has proved who they are; with no such place, it waits for them in the chat.
        """
        conversation = conversations.lock(store, [conversation_id])[conversation_id]
        around = surroundings(store, [conversation], now)
        address = last_used(store, conversation_id, proved_first=proved)
        if proved and address is not None and address.trust != "full":
            address = None
        desk = Desk(store, conversation, address, around, self.settings, self.alarm, now, reviews=self.reviews)
        event: Event | None = Happened(flow, facts)
        while event is not None:
            known = facts_for(conversation, address, around, self.settings, now, self.reviews)
            turn = step(
                self.library, conversation.position, event, known, band=conversation.band, lang=conversation.lang
            )
            apply(desk, turn)
            event = answered(desk, turn.call) if turn.call else None
        conversations.save(store, [conversation])

    def say(self, store: Store, conversation_id: UUID, staff_id: UUID, author: str, text: str, now: datetime) -> UUID:
        """A member of staff writes to the child in their own words (`author` iro or duty).

        A duty officer's words go to where the child wrote last, whoever may be there: there may be danger now. An
        IRO's go to where the child has proved who they are, unless there is no such place.
        """
        if not text.strip():
            raise BadData("Write the message first.")
        conversation = conversations.lock(store, [conversation_id])[conversation_id]
        address = last_used(store, conversation_id, proved_first=author == "iro")
        message_id = messages.add(
            store, conversation, now, author=author, text=text, channel=address.channel if address else "web",
            staff_id=staff_id, address_id=address.id if address else None,
        )  # fmt: skip
        store.flush()
        if address is not None:
            lane = "concern" if author == "duty" else "chat"
            signed = f"{self._who_writes(store, conversation, staff_id, author)}\n\n{text}"
            outbox.queue_message(store, now, [address], message_id, signed, lane=lane)
        if author == "iro":
            conversation.waiting_since = None
            requests.finish_messages(store, conversation_id, staff_id, now)
            if staff_id not in milestones.iros_named(store, [conversation_id]).get(conversation_id, ()):
                milestones.reach(store, conversation, now, "told", channel="portal", value="iro", staff_id=staff_id)
        elif concerns.open_in(store, [conversation_id]):
            conversation.human_until = now + HUMAN_STAYS
        conversations.save(store, [conversation])
        return message_id

    def _who_writes(self, store: Store, conversation: Conversation, staff_id: UUID, author: str) -> str:
        """The line above a person's words where everything comes from the bot: it never passes for a person, nor the
        other way round."""
        who, role = staff.find(store, staff_id).first_name, self.settings.role_name
        words, lang, band = self.library.words, conversation.lang, conversation.band
        return words.line("host-person-writes", lang, band, who=who, job=author, role=role)


def apply(desk: Desk, turn: Turn) -> None:
    """Write what a step says, keeps and asks for."""
    desk.conversation.position = dict(turn.position)
    for record in turn.records:
        keep(desk, record)
    for request in turn.requests:
        ask(desk, request)
    drafts = []
    for said in turn.says:
        choices = [{"id": c.id, "label": c.label, "symbol": c.symbol} for c in said.choices]
        message_id = messages.add(
            desk.store, desk.conversation, desk.now, author="bot", text=said.text, choices=choices,
            channel=desk.channel, address_id=desk.address.id if desk.address else None, flow=said.flow, node=said.node,
        )  # fmt: skip
        if desk.address is not None:
            drafts += outbox.message_drafts([desk.address], message_id, said.text, choices)
    if drafts:
        desk.store.flush()
        outbox.put_many(desk.store, desk.now, drafts)


def last_used(store: Store, conversation_id: UUID, *, proved_first: bool = False) -> Address | None:
    """Where the child wrote last, of the places that can still be reached; `proved_first`: of full trust if any."""
    known = [a for a in conversations.addresses_at(store, conversation_id) if a.state == "ok"]
    if proved_first:
        known = [a for a in known if a.trust == "full"] or known
    wrote_from = messages.last_written_from(store, conversation_id, [a.id for a in known])
    return next((a for a in known if a.id == wrote_from), next(iter(known), None))
