"""What follows from attempts to send, written in one transaction: sent, later, another channel, or unreachable."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from bot.sending import Outcome, wait
from bot.where_to import next_place
from storage import conversations, outbox, push_subscriptions, receipts
from storage.conversations import Address
from storage.errors import NotFound
from storage.outbox import Draft, Parcel
from storage.store import Store

AGAIN_AFTER = (timedelta(minutes=5), timedelta(hours=1), timedelta(hours=12))
"""When what a channel gave back is tried again: a phone that is off may come on. After that it is given up."""

OnUnreachable = Callable[[Store, Address, datetime], None]
OnFailed = Callable[[Store, Parcel, str, datetime], None]


@dataclass(slots=True)
class Counters:
    """What the metrics page shows. `repeated`: sent although an earlier attempt may have arrived."""

    sent: int = 0
    repeated: int = 0
    retried: int = 0
    moved_on: int = 0
    failed: int = 0
    unreachable: int = 0


@dataclass(frozen=True, slots=True)
class Settling:
    """Writes down outcomes. Both callbacks run in the same transaction, so that who must be told is told for sure."""

    on_unreachable: OnUnreachable
    on_failed: OnFailed
    counters: Counters
    rng: Random

    def settle(self, store: Store, outcomes: Sequence[Outcome], now: datetime) -> set[UUID]:
        """Returns the conversations whose child can no longer be reached at an address."""
        done = [outcome for outcome in outcomes if outcome.result == "sent"]
        outbox.sent(store, now, {outcome.parcel.id: outcome.external_id for outcome in done})
        outbox.release(store, [o.parcel.id for o in outcomes if o.result == "untried" and o.after is None])
        changed: set[UUID] = set()
        for outcome in outcomes:
            if outcome.result == "untried" and outcome.after is not None:
                outbox.release(store, [outcome.parcel.id], now + timedelta(seconds=outcome.after))
            elif outcome.result == "later":
                self._later(store, outcome, now)
            elif outcome.result == "unreachable":
                changed |= self._unreachable(store, outcome.parcel, now)
            elif outcome.result == "failed":
                self._failed(store, outcome.parcel, outcome.trouble, now)
        return changed

    def count(self, outcomes: Sequence[Outcome]) -> None:
        """After the commit, so that a transaction tried twice is not counted twice."""
        for outcome in outcomes:
            if outcome.result == "sent":
                self.counters.sent += 1
                self.counters.repeated += outcome.parcel.again or outcome.parcel.trouble == "unsure"
            elif outcome.result == "later":
                self.counters.retried += 1
            elif outcome.result == "unreachable":
                self.counters.unreachable += 1
            elif outcome.result == "failed":
                self.counters.failed += 1

    def _later(self, store: Store, outcome: Outcome, now: datetime) -> None:
        if outcome.parcel.lane == "concern" and outcome.parcel.message_id is None:
            self._next_way(store, outcome.parcel, now)  # an officer is told by another way at once, not after retries
        due_at = wait(outcome, now, self.rng)
        if due_at is None:
            self._failed(store, outcome.parcel, "gave_up", now)
        else:
            outbox.retry_later(store, outcome.parcel.id, due_at, outcome.trouble)

    def _unreachable(self, store: Store, parcel: Parcel, now: datetime, trouble: str = "unreachable") -> set[UUID]:
        """An address of a child is marked, and whatever else waits for it is dropped; staff get another channel.

        A browser that wants no more pushes is no lost child: the conversation is still there.
        """
        if parcel.channel == "push":
            self._failed(store, parcel, "unreachable", now)
            return set()
        try:
            address = conversations.address(store, parcel.recipient_id)
        except NotFound:
            self._failed(store, parcel, "unreachable", now)
            return set()
        waiting = [one for one in outbox.waiting_for(store, address.id, parcel.channel) if one.id != parcel.id]
        outbox.failed(store, parcel.id, trouble)
        outbox.drop_all(store, address.id, parcel.channel, "unreachable")
        if address.state == "ok":
            conversations.mark_address(store, address.id, state="unreachable")
            self.on_unreachable(store, replace(address, state="unreachable"), now)
        self._elsewhere(store, [parcel, *waiting], address, now)
        return {address.conversation_id}

    def _elsewhere(self, store: Store, parcels: Sequence[Parcel], failed: Address, now: datetime) -> None:
        """What did not arrive goes at once to the next place where the child has proved who they are.

        The web chat is such a place: there it stands already, and nothing is sent.
        """
        place = next_place(store, conversations.load(store, failed.conversation_id), failed)
        if place is None or place.channel not in outbox.PUSH_CHANNELS:
            return
        drafts = [
            replace(draft, lane=one.lane)
            for one in parcels
            if one.message_id is not None
            for draft in outbox.message_drafts(
                [place], one.message_id, one.payload["text"], _for_any_place(one.payload.get("choices", ()))
            )
        ]  # fmt: skip
        self.counters.moved_on += outbox.put_many(store, now, drafts)

    def _failed(self, store: Store, parcel: Parcel, trouble: str, now: datetime) -> None:
        outbox.failed(store, parcel.id, trouble)
        if parcel.channel == "push" and trouble == "unreachable":
            push_subscriptions.forget(store, json.loads(parcel.payload["to"])["endpoint"])
        if not self._next_way(store, parcel, now):
            self.on_failed(store, parcel, trouble, now)

    def _next_way(self, store: Store, parcel: Parcel, now: datetime) -> bool:
        """Put the same in by the next way, once; False when there is none."""
        draft = _otherwise(parcel)
        if draft is not None:
            self.counters.moved_on += outbox.put_many(store, now, [draft])
        return draft is not None

    def returned(self, store: Store, parcel_id: UUID, channel: str, trouble: str, now: datetime) -> bool:
        """A channel says afterwards that what it took never arrived; False when that is known or is not ours.

        Staff are told by their next way at once. What is for a child is tried again, unless nobody has that number.
        """
        parcel = receipts.returned(store, parcel_id, channel, now)
        if parcel is None:
            return False
        if parcel.message_id is None:
            self._failed(store, parcel, trouble, now)
        elif trouble in receipts.RETURNED and (tried := parcel.attempts - 1) <= len(AGAIN_AFTER):
            outbox.retry_later(store, parcel.id, now + AGAIN_AFTER[tried - 1], trouble)
        else:
            self._unreachable(store, parcel, now, trouble)
        return True


def _for_any_place(choices: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Without the button that opens a page inside one channel."""
    return [choice for choice in choices if not choice.get("url")]


def _otherwise(parcel: Parcel) -> Draft | None:
    """The same over the next channel, if the payload names one."""
    others = parcel.payload.get("otherwise") or ()
    if not others:
        return None
    first = {name: value for name, value in others[0].items() if name not in ("channel", "once")}
    once = others[0].get("once") or f"{parcel.id.hex}>{others[0]['channel']}"
    return Draft(
        lane=parcel.lane, channel=others[0]["channel"], recipient_id=parcel.recipient_id, key_id=parcel.key_id,
        payload=first | {"otherwise": list(others[1:])}, once=once,
        message_id=parcel.message_id,
    )  # fmt: skip
