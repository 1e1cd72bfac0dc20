"""The service of one authority, put together: everything that lives in one process, in one place."""

import asyncio
import gc
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from aiohttp import web

from bot.alarm import Alarm
from bot.channels.capabilities import Channel
from bot.channels.sms import SmsChannel
from bot.channels.sms_receipts import add_receipts
from bot.channels.sms_received import add_received
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_service import join_telegram
from bot.clock import Clock, real_clock
from bot.delivery import Delivery
from bot.errors import Misconfigured
from bot.exchange import Exchange
from bot.hub import Hub
from bot.intake import Intake
from bot.notices import Notices
from bot.schedule import Schedule
from bot.settings import Settings, languages_of
from bot.speaking import Speaker
from bot.unreachable import tell_failed, tell_unreachable
from conversations.library import Library, LibraryError
from conversations.library import load as load_library
from reviews import settings as review_settings
from reviews.settings import ReviewSettings
from safeguarding import ladders
from safeguarding import screen as screens
from safeguarding.escalation import DEFAULT, Ladder
from safeguarding.rulebook import RulesBroken
from safeguarding.screening import Screen
from storage.database import Database

log = logging.getLogger(__name__)


class Beside(Protocol):
    """What a channel runs beside the service; `troubles` says a line for each thing that has stalled."""

    async def run(self) -> None: ...

    def troubles(self) -> list[str]: ...


@dataclass(slots=True)
class Service:
    """`start` and `stop` belong to a running loop; everything else can be used without one."""

    settings: Settings
    database: Database
    clock: Clock
    hub: Hub
    exchange: Exchange
    speaker: Speaker
    intake: Intake
    schedule: Schedule
    delivery: Delivery
    channels: Mapping[str, Channel] = field(default_factory=dict)
    webhooks: list[Callable[[web.Application], None]] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)
    reviews: ReviewSettings = field(default_factory=ReviewSettings)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def start(self) -> None:
        """Take up what an earlier process left, then listen."""
        # Flows, words and rules stay for ever: looking them through for rubbish would hold up everybody's messages.
        gc.collect()
        gc.freeze()
        await self.intake.start()
        self.schedule.start()
        self._tasks = [asyncio.create_task(work()) for work in (self.delivery.run, *(b.run for b in self.beside))]

    async def stop(self) -> None:
        """Stop between transactions: what is not done stays in the inbox and the outbox."""
        self.schedule.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.delivery.stop()
        await self.intake.stop()


def build(
    settings: Settings,
    database: Database,
    channels: Mapping[str, Channel] | None = None,
    clock: Clock = real_clock,
    *,
    library: Library | None = None,
    screen: Screen | None = None,
) -> Service:
    """Put a service together. Raises `Misconfigured`, also when flows or words cannot be used."""
    hub, channels = Hub(), dict(channels or {})
    library = speaking(library or loaded_library(), settings)
    alarm = Alarm(Notices(settings.public_url, frozenset(channels)), loaded_ladder(settings))
    reviews = loaded_reviews(settings)
    exchange, speaker = Exchange(library, settings, alarm, reviews), Speaker(library, settings, alarm, reviews)
    intake = Intake(database, exchange, speaker, screen or loaded_screen(), hub, clock, channels)
    schedule = Schedule(database, speaker, hub, clock)
    delivery = Delivery(
        database, channels, hub, clock, partial(tell_unreachable, settings),
        partial(tell_failed, settings, library.words),
    )  # fmt: skip
    service = Service(settings, database, clock, hub, exchange, speaker, intake, schedule, delivery, channels)
    service.reviews = reviews
    if settings.notify_receipts_token is not None:
        receipts_token = settings.notify_receipts_token.get_secret_value()
        service.webhooks.append(lambda app: add_receipts(app, receipts_token, delivery.returned, delivery.arrived))
    if settings.notify_texts_token is not None:
        if not isinstance(channels.get("sms"), SmsChannel):
            raise Misconfigured("Texts could come in and not be answered. Set MY_IRO_NOTIFY_KEY as well.")
        texts_token = settings.notify_texts_token.get_secret_value()
        service.webhooks.append(lambda app: add_received(app, texts_token, intake.accept_raw))
    telegram = channels.get("telegram")
    if isinstance(telegram, TelegramChannel):
        run, add_route = join_telegram(settings, telegram, intake.accept_raw, clock)
        service.beside.append(run)
        if add_route is not None:
            service.webhooks.append(add_route)
    return service


def loaded_library() -> Library:
    """The flows and words. A service without them does not start: it could only be silent."""
    try:
        return load_library()
    except LibraryError as error:
        raise Misconfigured(f"The conversation cannot be used: {error}") from error


def speaking(library: Library, settings: Settings) -> Library:
    """The library in the languages that this authority has turned on. Raises `Misconfigured`."""
    try:
        return library.speaking(languages_of(settings))
    except LibraryError as error:
        raise Misconfigured(f"MY_IRO_LANGUAGES: {error}") from error


def loaded_ladder(settings: Settings) -> Ladder:
    """Whom concerns go to next. Raises `Misconfigured`: nobody may find out in an emergency that the file is wrong."""
    if settings.ladder_file is None:
        return DEFAULT
    try:
        return ladders.read(settings.ladder_file)
    except ladders.LadderBroken as error:
        raise Misconfigured(str(error)) from error


def loaded_reviews(settings: Settings) -> ReviewSettings:
    """The authority's numbers around a review. Raises `Misconfigured`: no child may be told a wrong day."""
    try:
        return review_settings.load(settings.reviews_file)
    except review_settings.ReviewSettingsBroken as error:
        raise Misconfigured(str(error)) from error


def loaded_screen() -> Screen:
    """The screen, or, loudly, one that sends every free text to a human until the rules are mended."""
    try:
        return screens.load()
    except RulesBroken as error:
        log.critical("the safeguarding rules cannot be used; every free text goes to a human: %s", error)
        return screens.broken(str(error))
