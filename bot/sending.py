"""One parcel, tried once: what came of it, and when to try again."""

import asyncio
import logging
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Literal

from bot.channels.capabilities import Channel
from bot.errors import OurFault, SendTrouble, TryLater, Unreachable, Unsure
from bot.inbound import Outbound
from storage.outbox import Parcel

log = logging.getLogger(__name__)

Result = Literal["sent", "later", "unreachable", "failed", "untried"]

FIRST_WAIT = 2.0
LONGEST_WAIT = {"concern": 30.0, "chat": 600.0, "notice": 900.0}
GIVE_UP_AFTER = {"chat": timedelta(days=3), "notice": timedelta(days=1)}
"""By lane. A concern is never given up; where there is another channel it moves on after `MOVE_ON` attempts."""
MOVE_ON = 4
FAULTS_ALLOWED = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one attempt. `after` is what the channel asked for, in seconds; `trouble` a code for the row."""

    parcel: Parcel
    result: Result
    external_id: str = ""
    trouble: str = ""
    after: float | None = None


async def attempt(parcel: Parcel, channels: Mapping[str, Channel], seconds: float) -> Outcome:
    """Send one parcel. Never raises: every failure is an outcome, and the log never holds the words."""
    channel = channels.get(parcel.channel)
    if channel is None:
        return Outcome(parcel, "failed", trouble="no_channel")
    try:
        async with asyncio.timeout(seconds):
            return Outcome(parcel, "sent", await channel.send(_outbound(parcel)))
    except TimeoutError:
        return Outcome(parcel, "later", trouble="unsure")
    except SendTrouble as trouble:
        return _troubled(parcel, trouble)
    except Exception as error:  # noqa: BLE001 - one broken message must not stop everybody else's
        # The frames alone: the text of an unforeseen error may quote the message.
        frames = "".join(traceback.format_tb(error.__traceback__))
        log.error("%s failed in sending over %s\n%s", type(error).__name__, parcel.channel, frames)
        result: Result = "later" if parcel.attempts < FAULTS_ALLOWED else "failed"
        return Outcome(parcel, result, trouble=f"error:{type(error).__name__}")


def wait(outcome: Outcome, now: datetime, rng: Random) -> datetime | None:
    """When to try again: never sooner than asked for, else doubling. None when it is time to give up."""
    parcel = outcome.parcel
    if _given_up(parcel, now):
        return None
    if outcome.after is not None:
        return now + timedelta(seconds=outcome.after)
    longest = LONGEST_WAIT.get(parcel.lane, LONGEST_WAIT["notice"])
    seconds = min(longest, FIRST_WAIT * 2.0 ** min(parcel.attempts - 1, 20))
    return now + timedelta(seconds=seconds * rng.uniform(0.8, 1.0))


def _given_up(parcel: Parcel, now: datetime) -> bool:
    if parcel.lane == "concern":
        return bool(parcel.payload.get("otherwise")) and parcel.attempts >= MOVE_ON
    return now - parcel.made_at > GIVE_UP_AFTER.get(parcel.lane, GIVE_UP_AFTER["notice"])


def _troubled(parcel: Parcel, trouble: SendTrouble) -> Outcome:
    if isinstance(trouble, TryLater):
        code = "unsure" if isinstance(trouble, Unsure) else "try_later"
        log.warning("%s did not take a message: %s", parcel.channel, trouble)
        return Outcome(parcel, "later", trouble=code, after=trouble.after)
    if isinstance(trouble, Unreachable):
        log.info("a recipient cannot be reached over %s: %s", parcel.channel, trouble)
        return Outcome(parcel, "unreachable", trouble="unreachable")
    log.error("%s refused a message, a human must look at outbox row %s: %s", parcel.channel, parcel.id, trouble)
    return Outcome(parcel, "failed", trouble="our_fault" if isinstance(trouble, OurFault) else "refused")


def _outbound(parcel: Parcel) -> Outbound:
    # The row's own id goes along, so that a channel that can tell a repeat from a new message does.
    return Outbound(
        channel=parcel.channel,
        to=parcel.payload["to"],
        text=parcel.payload["text"],
        choices=tuple(parcel.payload.get("choices", ())),
        subject=parcel.payload.get("subject", ""),
        message_id=parcel.id.hex,
    )
