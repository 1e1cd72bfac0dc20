"""Composes the web application: the child's chat, the staff portal, webhooks, health and metrics."""

from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime
from uuid import UUID

from aiohttp import web

from bot.channels.push import PushChannel
from bot.chat.chat import Chat
from bot.chat.routes import add_chat
from bot.correcting import correct
from bot.following_up import FollowingUp
from bot.health import add_health, screen_troubles
from bot.importing import Changes, read_files, store_batch
from bot.listening import worried
from bot.metrics import add_metrics
from bot.service import Service
from bot.watch import coming
from portal import application as portal
from portal.desk import Desk
from storage import audit, concerns, staff
from storage.audit import AuditEvent
from storage.store import Store

LARGEST_REQUEST = 5 * 1024 * 1024


def make(service: Service) -> web.Application:
    """One application for one service; its workers live as long as it does."""
    app = web.Application(client_max_size=LARGEST_REQUEST)
    settings = service.settings
    add_health(app, service)
    add_metrics(app, service)
    for add_routes in service.webhooks:
        add_routes(app)
    add_chat(
        app,
        Chat(
            database=service.database,
            intake=service.intake,
            hub=service.hub,
            clock=service.clock,
            settings=settings,
            reviews=service.exchange.reviews,
            quick_exit=settings.quick_exit,
            push_key=push_key(service),
        ),
    )
    app.add_subapp("/staff", portal.make(desk(service)))
    app.cleanup_ctx.append(_running(service))
    return app


def desk(service: Service) -> Desk:
    """What the portal may do with this service."""
    settings, speaker, clock = service.settings, service.speaker, service.clock
    return Desk(
        database=service.database,
        clock=clock,
        wake=service.hub.wake,
        listen=service.hub.listen,
        tell=lambda store, where, flow, facts: speaker.tell(store, where, flow, facts, clock()),
        say=lambda store, where, who, author, text, *, reply=True, beside=False: speaker.say(
            store, where, who, author, text, clock(), reply=reply, beside=beside
        ),
        correct=lambda store, message, who, text, why: correct(speaker, store, message, who, text, why, clock()),
        tell_decisions=lambda store, review_id: FollowingUp(speaker).tell_decisions(store, review_id, clock()),
        import_files=import_files,
        ring=lambda store, concern_id, staff_id: ring(service, store, concern_id, staff_id),
        worried=lambda store, what, who, level: worried(speaker, store, what, who, level, clock()),
        members=lambda store: coming(store, clock()),
        push_key=push_key(service),
        push_services=tuple(settings.push_services.split()),
        screen_trouble=lambda: " ".join(screen_troubles(service)),
        question_words=lambda code: speaker.library.question_words(code, "en", "older", {}) or code,
        in_english=speaker.library.in_english,
        authority_name=settings.authority_name,
        role_name=settings.role_name,
        public_url=settings.public_url,
        text_number=settings.text_number,
        demo=settings.demo,
        secure_cookies=settings.secure_cookies,
        idle_minutes=settings.idle_minutes,
        reply_within_working_days=settings.reply_within_working_days,
        voice_seconds=settings.voice_seconds,
        file_megabytes=settings.file_megabytes,
        reviews=service.reviews,
    )


def push_key(service: Service) -> str:
    """What a browser subscribes to pushes with, "" where there are none."""
    push = service.channels.get("push")
    return push.public_key if isinstance(push, PushChannel) else ""


def ring(service: Service, store: Store, concern_id: UUID, staff_id: UUID) -> None:
    """Tell whoever has just been given a concern."""
    now, alarm = service.clock(), service.speaker.alarm
    concern = concerns.get(store, concern_id, staff_id)
    alarm.tell(store, concern, staff.find(store, staff_id), f"given-{now.timestamp():.0f}", now)


def import_files(store: Store, files: Mapping[str, bytes], by: UUID, now: datetime) -> Changes:
    """What business support uploads: all or nothing. Raises `BadData` with a line for every bad row."""
    changes = store_batch(store, read_files(files), now)
    audit.record(store, AuditEvent.DATA_IMPORTED, now, staff_id=by)
    return changes


def _running(service: Service) -> Callable[[web.Application], AsyncIterator[None]]:
    async def context(_: web.Application) -> AsyncIterator[None]:
        await service.start()
        yield
        await service.stop()

    return context
