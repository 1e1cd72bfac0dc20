"""Notices to staff: that something waits for them, never what. Constant in words, shape and size.

Threat: a phone on a kitchen table, a mailbox read by somebody else, a mail server that keeps everything. Nothing in a
notice depends on the child, on what was said or on how grave it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib import resources
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from storage import outbox, push_subscriptions
from storage.outbox import Draft
from storage.push_subscriptions import Holder
from storage.staff import Staff
from storage.store import Store

WAYS = ("email", "sms", "push")
"""All there are, in the order in which one takes over from another."""
URGENT_ADDS = ("push", "sms", "email")
"""What an urgent notice goes by as well, when a member of staff has chosen one way only: the quickest first."""
URGENT_BY = 2


@dataclass(frozen=True, slots=True)
class Notices:
    """`url` is where the portal is; `configured` are the channels this service can send over."""

    url: str
    configured: frozenset[str] = frozenset()

    def concern(self, store: Store, member: Staff, rung: str, *, urgent: bool, now: datetime) -> None:
        """One notice a rung, a person and a way. `rung` says which: concern, clock and step."""
        letter = self._letter(store, member, "concern", "/staff/concerns", f"concern:{rung}:{member.id.hex}")
        chosen = letter.chosen(URGENT_BY if urgent else 1)
        letter.post(store, "concern", chosen, now)

    def waiting(self, store: Store, member: Staff, path: str, once: str, now: datetime) -> None:
        """Somebody waits, and it is no concern: one way, the next where that fails."""
        letter = self._letter(store, member, "waiting", path, once)
        letter.post(store, "notice", letter.chosen(1)[:1], now)

    def soon(self, store: Store, member: Staff, path: str, once: str, now: datetime) -> None:
        """Something they agreed begins soon: one way, the next where that fails."""
        letter = self._letter(store, member, "soon", path, once)
        letter.post(store, "notice", letter.chosen(1)[:1], now)

    def _letter(self, store: Store, member: Staff, kind: str, path: str, once: str) -> "_Letter":
        copies: dict[str, list[dict[str, Any]]] = {}
        for way in WAYS:
            if way in self.configured or (way == "email" and not self.configured & set(WAYS)):
                copies[way] = _copies(store, member, kind, way, self.url + path, once)
        return _Letter(member, {way: found for way, found in copies.items() if found})


@dataclass(frozen=True, slots=True)
class _Letter:
    """One notice to one person, as it would go by each way that is open: ready payloads, one a browser for push."""

    member: Staff
    copies: dict[str, list[dict[str, Any]]]

    def chosen(self, least: int) -> Sequence[str]:
        """What the person chose, of what is open, and more until there are `least`; a browser that asked is chosen."""
        wanted = {*(self.member.ways.split() or ("email",)), "push"}
        ways = [way for way in WAYS if way in wanted and way in self.copies]
        spare = [way for way in URGENT_ADDS if way in self.copies and way not in ways]
        return ways + spare[: max(0, least - len(ways))]

    def post(self, store: Store, lane: str, ways: Sequence[str], now: datetime) -> None:
        """Each way gets its own; where one fails, what is left takes over, in order."""
        spare = [copy for way in WAYS if way not in ways for copy in self.copies.get(way, ())]
        key_id = store.authority_key("staff")
        drafts = [
            Draft(
                lane=lane, channel=copy["channel"], recipient_id=self.member.id, key_id=key_id, once=copy["once"],
                payload={**_without_channel(copy), "otherwise": spare},
            )
            for way in ways
            for copy in self.copies[way]
        ]  # fmt: skip
        outbox.put_many(store, now, drafts)


def _copies(store: Store, member: Staff, kind: str, way: str, url: str, once: str) -> list[dict[str, Any]]:
    if way == "push":
        return [
            {
                "channel": way,
                "to": subscription,
                "text": _words(f"{kind}-push", url),
                "once": f"{once}:push:{one.hex[-12:]}",
            }
            for one, subscription in push_subscriptions.of(store, Holder(staff_id=member.id))
        ]
    to = member.email if way == "email" else member.phone
    if not to:
        return []
    copy = {"channel": way, "to": to, "text": _words(f"{kind}-{'body' if way == 'email' else 'text'}", url)}
    if way == "email":
        copy["subject"] = _words(f"{kind}-subject", url)
    return [{**copy, "once": f"{once}:{way}"}]


def trial(way: str, url: str) -> tuple[str, str]:
    """Subject and text of a message that only shows that a way is open."""
    kind = {"email": "body", "push": "push"}.get(way, "text")
    return _words("trial-subject", url), _words(f"trial-{kind}", url)


def _without_channel(copy: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in copy.items() if name not in ("channel", "once")}


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
