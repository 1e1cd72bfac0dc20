"""Notices to staff: that something waits for them, never what."""

from datetime import datetime
from functools import lru_cache
from importlib import resources
from uuid import UUID

from fluent.runtime import FluentBundle, FluentResource

from storage import outbox
from storage.staff import Staff
from storage.store import Store


def notify(store: Store, member: Staff, kind: str, url: str, once: str, now: datetime) -> None:
    """Put an e-mail (and, where that fails, a text) to one member of staff in the outbox, once.

    `kind` is concern or waiting; a concern goes in a lane of its own.
    """
    body = _words(f"{kind}-body", url)
    draft = outbox.Draft(
        lane="concern" if kind == "concern" else "notice",
        channel="email",
        recipient_id=member.id,
        key_id=store.authority_key("staff"),
        payload={
            "to": member.email,
            "subject": _words(f"{kind}-subject", url),
            "text": body,
            "otherwise": [{"channel": "sms", "to": member.phone, "text": body}],
        },
        once=once,
    )
    outbox.put_many(store, now, [draft])


def concern_notice(store: Store, member: Staff, concern_id: UUID, rung: str, url: str, now: datetime) -> None:
    """One notice a rung of the ladder a person."""
    notify(store, member, "concern", f"{url}/staff/concerns", f"concern:{concern_id}:{rung}:{member.reference}", now)


def _words(name: str, url: str) -> str:
    pattern = _bundle().get_message(name).value
    assert pattern is not None
    text, errors = _bundle().format_pattern(pattern, {"url": url})
    if errors:
        raise errors[0]
    return str(text)


@lru_cache
def _bundle() -> FluentBundle:
    bundle = FluentBundle(["en-GB"], use_isolating=False)
    bundle.add_resource(FluentResource(resources.files("bot").joinpath("words/notices.ftl").read_text("utf-8")))
    return bundle
