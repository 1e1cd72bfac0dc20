"""The lock of a child's browser: chosen, shut on leaving, opened again, and what happens after too many wrong tries.

Threat: somebody picks up the phone, or the child is made to leave it. A word is short and nine dots have few ways, so
what is kept is a slow hash of a keyed one: a stolen database cannot be tried on, and five wrong tries end the session.
"""

import asyncio
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from functools import cache

from aiohttp import web
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bot.chat.chat import Chat
from bot.chat.guard import NO_SESSION, json_body, refused
from bot.chat.session import entered, forget_cookie, sender_of, shut_by, standing
from bot.chat.who import OTHERS_MIGHT_SEE
from conversations import understood
from storage import audit, children, conversations, invites, locks
from storage.audit import AuditEvent
from storage.closing import close
from storage.conversations import Address
from storage.locks import CARD, Lock
from storage.store import Store

SHORTEST = 4
"""Letters of a word, dots of a pattern."""
LONGEST = 80
DOTS = frozenset("123456789")


class Locks:
    """The handlers of `/chat/lock`, `/chat/exit`, `/chat/unlock` and `/chat/here`."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat

    async def choose(self, request: web.Request) -> web.Response:
        """`POST /chat/lock`: {kind: word | pattern, secret} sets one, {kind: ""} takes it off; `old` where one is."""
        body = await json_body(request)
        sender, now, kind = sender_of(request, self.chat), self.chat.clock(), str(body.get("kind", ""))
        secret = _plain(kind, body.get("secret"))
        if kind and secret is None:
            return refused(400, f"A lock is a word of {SHORTEST} letters or more, or a pattern of {SHORTEST} dots.")
        found = await self.chat.database.read(lambda store: self._find(store, sender))
        if found is None:
            return refused(401, NO_SESSION)
        address, lock = found
        if address.trust == "none":
            return refused(409, "A lock is for who has shown who they are: nobody else could open it again.")
        if lock is not None and not await self._opens(lock, address, body.get("old")):
            return await self._wrong(lock, address, now)
        hashed = await self._hash(_keyed_text(address, kind, secret)) if secret else ""

        def work(store: Store) -> None:
            if hashed:
                locks.choose(store, address.id, kind, hashed, now)
            else:
                locks.take_off(store, address.id)
            _note(store, address, f"lock_{kind or 'off'}", now)

        await self.chat.database.write(work)
        return web.json_response({"lock": kind})

    async def leave(self, request: web.Request) -> web.Response:
        """`POST /chat/exit`: Quick exit, or "lock now". Says what opens it again, "" when it is not locked."""
        await json_body(request)
        sender, now = sender_of(request, self.chat), self.chat.clock()

        def work(store: Store) -> tuple[str, Address | None]:
            address = standing(store, sender)
            if address is None:
                return "", None
            seen = conversations.load(store, address.conversation_id).shared_device in OTHERS_MIGHT_SEE
            by_card = address.trust != "none" and (seen or self.chat.settings.lock_on_exit == "always")
            return locks.shut(store, address.id, now, by_card=by_card), address

        kind, address = await self.chat.database.write(work)
        if kind and address:
            self.chat.hub.wake([address.conversation_id])  # what is open in another tab shuts too
        return web.json_response({"locked": kind})

    async def here(self, request: web.Request) -> web.Response:
        """`POST /chat/here`: the child does something; the minutes until the lock shuts begin anew."""
        await json_body(request)
        sender, now = sender_of(request, self.chat), self.chat.clock()
        found = await self.chat.database.read(lambda store: self._find(store, sender))
        if found is None:
            return refused(401, NO_SESSION)
        lock = found[1]
        if lock is not None and now - lock.used_at >= locks.USED_EVERY:
            await self.chat.database.write(lambda store: locks.used(store, lock, now))
        return web.json_response({})

    async def unlock(self, request: web.Request) -> web.Response:
        """`POST /chat/unlock`: {secret}, or {card, birthday} where the child set no lock. 403: how many are left."""
        body = await json_body(request)
        sender, now = sender_of(request, self.chat), self.chat.clock()

        def find(store: Store) -> tuple[Address, Lock | None, str] | None:
            address = standing(store, sender)
            return (address, locks.of(store, address.id), shut_by(store, self.chat, address)) if address else None

        found = await self.chat.database.read(find)
        if found is None:
            return refused(401, NO_SESSION)
        address, lock, shut = found
        if lock is None or not shut:
            return web.json_response({})
        if not await self._opens(lock, address, body):
            return await self._wrong(lock, address, now)
        await self.chat.database.write(lambda store: locks.open_again(store, lock, now))
        return web.json_response({})

    def _find(self, store: Store, sender: str) -> tuple[Address, Lock | None] | None:
        address = entered(store, self.chat, sender)
        return (address, locks.of(store, address.id)) if address else None

    async def _opens(self, lock: Lock, address: Address, given: object) -> bool:
        """Counts the try, then judges it: `given` is the secret, or a body that holds what opens this kind."""
        if await self.chat.database.write(lambda store: locks.begin_try(store, lock)) < 0:
            return False
        if lock.kind == CARD:
            return isinstance(given, Mapping) and await self.chat.database.read(
                lambda store: self._is_their_card(store, address, given)
            )
        secret = _plain(lock.kind, given.get("secret") if isinstance(given, Mapping) else given)
        keyed = await self._keyed(_keyed_text(address, lock.kind, secret or ""))
        right = await asyncio.to_thread(_matches, lock.secret or "", keyed)
        if right:
            await self.chat.database.write(lambda store: locks.forgive(store, lock))
        return right

    def _is_their_card(self, store: Store, address: Address, given: Mapping[str, object]) -> bool:
        child_id = conversations.load(store, address.conversation_id).child_id
        card = understood.card(str(given.get("card", ""))[:LONGEST])
        birthday = understood.birthday(str(given.get("birthday", ""))[:LONGEST])
        invite = invites.find(store, card) if card else None
        if invite is None or child_id is None or invite.child_id != child_id or invite.state not in ("open", "used"):
            return False
        born = children.find(store, child_id).birth_date
        return birthday == (born.day, born.month)

    async def _wrong(self, lock: Lock, address: Address, now: datetime) -> web.Response:
        """After the last try the session is closed on this browser. The conversation is safe: proving opens it anew."""

        def work(store: Store) -> int:
            current = locks.of(store, lock.address_id)
            left = locks.TRIES - current.wrong_tries if current else 0
            if left <= 0:
                close(store, address, "tries", now)
            return left

        left = await self.chat.database.write(work)
        if left > 0:
            return web.json_response({"left": left}, status=403)
        self.chat.hub.wake([address.conversation_id])
        response = refused(401, NO_SESSION)
        forget_cookie(response, self.chat)
        return response

    async def _hash(self, text: str) -> str:
        return await asyncio.to_thread(_hasher().hash, await self._keyed(text))

    async def _keyed(self, text: str) -> str:
        return (await self.chat.database.read(lambda store: store.digest(text))).hex()


def _plain(kind: str, given: object) -> str | None:
    """A word however it was typed, a pattern as the dots in order; None when it is neither."""
    if not isinstance(given, str) or len(given) > LONGEST:
        return None
    plain = " ".join(unicodedata.normalize("NFKC", given).casefold().split())
    if kind == "pattern" and not (set(plain) <= DOTS and len(set(plain)) == len(plain)):
        return None
    return plain if kind in ("word", "pattern") and len(plain) >= SHORTEST else None


def _keyed_text(address: Address, kind: str, secret: str) -> str:
    return f"lock|{address.id.hex}|{kind}|{secret}"


def _note(store: Store, address: Address, what: str, now: datetime) -> None:
    child_id = conversations.children_of(store, [address.conversation_id]).get(address.conversation_id)
    audit.record(store, AuditEvent.DEVICE_CHANGED, now, child_id=child_id, subject_id=address.id, detail=what)


def _matches(hashed: str, keyed: str) -> bool:
    try:
        return _hasher().verify(hashed, keyed)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _hasher() -> PasswordHasher:
    """Argon2id with the library's parameters (RFC 9106, low memory)."""
    return PasswordHasher()
