"""Says things to a child: what a step of the engine says, what happened elsewhere, what staff write themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random, SystemRandom
from typing import Any
from uuid import UUID

from bot.alarm import Alarm
from bot.asking import ask
from bot.beside import way_in
from bot.desk import Desk, Saying
from bot.facts import facts_for, london_day, surroundings
from bot.keeping import keep
from bot.posting import post
from bot.review_calls import answered
from bot.settings import Settings
from bot.signing import signed
from bot.where_to import where_to
from conversations.engine import step
from conversations.library import Library
from conversations.turn import Event, Happened, Turn
from reviews.settings import ReviewSettings
from storage import allocations, broken_waits, concerns, conversations, messages, milestones, requests
from storage.conversations import Conversation
from storage.errors import BadData
from storage.messages import NO_REPLY
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
    rng: Random = field(default_factory=SystemRandom)

    def tell(
        self, store: Store, conversation_id: UUID, flow: str, facts: Mapping[str, Any], now: datetime, *,
        proved: bool = False,
    ) -> None:  # fmt: skip
        """Say something of the service's own to a child: one of the flows for things that happen outside the chat.

        `proved`: only where the child has proved who they are; with no such place, it waits for them in the chat.
        """
        conversation = conversations.lock(store, [conversation_id])[conversation_id]
        around = surroundings(store, [conversation], now, self.reviews)
        address = where_to(store, conversation, proved_first=proved)
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
        post(desk, self.library.words, asked=False)
        conversations.save(store, [conversation])

    def say(
        self, store: Store, conversation_id: UUID, staff_id: UUID, author: str, text: str, now: datetime, *,
        reply: bool = True, beside: bool = False,
    ) -> UUID:  # fmt: skip
        """A member of staff writes to the child in their own words (`author` iro, manager or duty).

        A duty officer's words go to where the child wrote last, whoever may be there: there may be danger now. An
        IRO's and a manager's go to where the child wants them, or has proved who they are, where there is such a place.
        What is no `reply` (a goodbye, a first hello) answers nothing the child waits for. Files `beside` it open in the
        web chat alone: elsewhere the child is told where.
        """
        if not text.strip():
            raise BadData("Write the message first.")
        conversation = conversations.lock(store, [conversation_id])[conversation_id]
        address = where_to(store, conversation, proved_first=author != "duty", chosen=author != "duty")
        message_id = messages.add(
            store, conversation, now, author=author, text=text, channel=address.channel if address else "web",
            staff_id=staff_id, address_id=address.id if address else None, flow="" if reply else NO_REPLY,
        )  # fmt: skip
        store.flush()
        desk = Desk(
            store, conversation, address, surroundings(store, [conversation], now, self.reviews), self.settings,
            self.alarm, now,
        )  # fmt: skip
        whole = signed(self.library, self.settings, store, conversation, staff_id, author, text, now)
        if beside and (how := way_in(desk, self.library.words, self.rng)):
            whole = f"{whole}\n\n{how}"
        desk.to_post.append(Saying(message_id, whole, beside=beside))
        post(desk, self.library.words, asked=False, lane="concern" if author == "duty" else "chat")
        if author == "iro":
            if reply:
                conversation.waiting_since = None
                broken_waits.end(store, conversation_id, staff_id, "reply", now)
                self._begin_talk(conversation, staff_id, now)
                requests.finish_messages(store, conversation_id, staff_id, now)
            mine = conversation.child_id and allocations.iro_of(store, conversation.child_id, london_day(now))
            known = milestones.iros_named(store, [conversation_id]).get(conversation_id, ())
            if mine and mine.id == staff_id and staff_id not in known:
                milestones.reach(store, conversation, now, "told", channel="portal", value="iro", staff_id=staff_id)
        elif author == "duty" and concerns.open_in(store, [conversation_id]):
            conversation.human_until = now + HUMAN_STAYS
        conversations.save(store, [conversation])
        return message_id

    def _begin_talk(self, conversation: Conversation, staff_id: UUID, now: datetime) -> None:
        """From here on the child writes with a person; the bot says nothing that nobody asked it for."""
        goes_on = conversation.talking_until is not None and conversation.talking_until > now
        if not goes_on or conversation.talking_with != staff_id:
            conversation.talking_told = False
        conversation.talking_with = staff_id
        conversation.talking_until = now + timedelta(hours=self.settings.iro_talk_hours)


def apply(desk: Desk, turn: Turn) -> None:
    """Write what a step says, keeps and asks for; what it says lies ready to be posted."""
    desk.conversation.position = dict(turn.position)
    desk.private = desk.private or turn.private
    for record in turn.records:
        keep(desk, record)
    for request in turn.requests:
        ask(desk, request)
    private = {desk.message_id} if turn.private and desk.message_id is not None else set()
    for said in turn.says:
        choices = [{"id": c.id, "label": c.label, "symbol": c.symbol} for c in said.choices]
        message_id = messages.add(
            desk.store, desk.conversation, desk.now, author="bot", text=said.text, choices=choices,
            channel=desk.channel, address_id=desk.address.id if desk.address else None, flow=said.flow, node=said.node,
        )  # fmt: skip
        desk.to_post.append(Saying(message_id, said.text, choices, flow=said.flow))
        private |= {message_id} if said.private else set()
    if private:
        messages.keep_private(desk.store, private)
