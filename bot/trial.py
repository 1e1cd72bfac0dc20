"""One real message through every channel, to somebody of the house who waits for it. Never to a child."""

import asyncio
from collections.abc import Callable, Iterator, Mapping

from bot.channels.capabilities import Channel
from bot.channels.telegram import TelegramChannel
from bot.checkup import Finding
from bot.errors import SendTrouble, Unsure
from bot.inbound import Outbound
from bot.notices import trial
from bot.settings import Settings
from storage import conversations, numbers, push_subscriptions, staff
from storage.database import Database
from storage.errors import StorageError
from storage.phone import normal, takes_texts
from storage.push_subscriptions import Holder
from storage.store import Store

WAYS = ("email", "sms", "telegram", "push")
SECONDS = 30.0


class Refused(Exception):
    """Nothing was sent; its text says why."""


def send_trials(
    settings: Settings, database: Database, channels: Mapping[str, Channel], wanted: Mapping[str, str]
) -> Iterator[Finding]:
    """A line for each way: `wanted` are recipients by way. What is set up and has none is a thing to look at."""
    for way in WAYS:
        if way in wanted and way not in channels:
            yield Finding(way, "wrong", "it is not set up, so nothing was sent.")
        elif way in wanted:
            yield _send(settings, database, channels[way], way, wanted[way])
        elif way in channels:
            yield Finding(way, "look", f"it is set up and was not tried. Say who waits for it: --send-to {way}=…")


def _send(settings: Settings, database: Database, channel: Channel, way: str, to: str) -> Finding:
    try:
        address = database.read_now(lambda store: _RECIPIENTS[way](store, to.strip()))
        subject, text = trial(way, settings.public_url)
        asyncio.run(_sent(channel, Outbound(way, address, text, subject=subject, message_id="0" * 32)))
    except Refused as refused:
        return Finding(way, "wrong", str(refused))
    except Unsure as trouble:
        return Finding(way, "wrong", f"{trouble} Look whether it came.")
    except (SendTrouble, StorageError) as trouble:
        return Finding(way, "wrong", str(trouble))
    except TimeoutError:
        return Finding(way, "wrong", f"no answer in {SECONDS:.0f} seconds.")
    return Finding(way, "ok", "taken. Ask whether it has come.")


async def _sent(channel: Channel, outbound: Outbound) -> None:
    try:
        async with asyncio.timeout(SECONDS):
            await channel.send(outbound)
    finally:
        if isinstance(channel, TelegramChannel):
            await channel.close()


def _phone(store: Store, to: str) -> str:
    number = normal(to)
    if number is None or not takes_texts(number):
        raise Refused("This is not a mobile number. Write it like sms=+447700900111.")
    if numbers.children_with(store, number):
        raise Refused("This number is on record for a child. A test never goes to a child.")
    return _not_a_childs(store, "sms", number)


def _mail(store: Store, to: str) -> str:
    if "@" not in to.strip("@"):
        raise Refused("This is not an e-mail address.")
    return _not_a_childs(store, "email", to)


def _chat(store: Store, to: str) -> str:
    if not to.lstrip("-").isdecimal():
        raise Refused("Telegram wants the number of a chat.")
    return _not_a_childs(store, "telegram", to)


def _browser(store: Store, to: str) -> str:
    member = staff.by_reference(store, to)
    browsers = push_subscriptions.of(store, Holder(staff_id=member.id)) if member else []
    if not browsers:
        raise Refused("Name a member of staff who has turned notices on in a browser: push=EXS-001.")
    return browsers[-1][1]


def _not_a_childs(store: Store, channel: str, to: str) -> str:
    if conversations.address_of(store, channel, to) is not None:
        raise Refused("Somebody writes to the service from there. A test never goes to a child.")
    return to


_RECIPIENTS: Mapping[str, Callable[[Store, str], str]] = {
    "sms": _phone, "email": _mail, "telegram": _chat, "push": _browser,
}  # fmt: skip
