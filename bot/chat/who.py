"""Who the child is talking to: the top bar, and the page's words in the child's language and band."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.chat.chat import Chat
from bot.chat.guard import NO_SESSION, refused
from bot.chat.session import Locked, entered, sender_of, set_cookie, standing
from bot.chat.words import days_said, page_words
from bot.sent_files import MEGABYTE
from conversations.library import Helplines
from conversations.words import FALLBACK, RIGHT_TO_LEFT, Words
from reviews.standing_in import Answering, answers_for
from reviews.working_days import runs_of_days
from storage import doorbells, locks, push_subscriptions
from storage.allocations import iro_of
from storage.children import find
from storage.conversations import Address, load
from storage.files import faces
from storage.milestones import iros_named
from storage.push_subscriptions import Holder
from storage.staff import Staff
from storage.store import Store

LONDON = ZoneInfo("Europe/London")
OTHERS_MIGHT_SEE = {"someone_might", "not_sure"}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about whoever is at this browser; `iro` only when they have shown who they are.

    `stands_in` is whoever answers while the IRO is away or gone, whether or not the IRO may be named yet.
    `locked` is what opens it while it is locked, `lock` what the child has chosen, `bell` whether they are told here
    ("lost": they asked for it, and the browser's push service does not know this browser any more).
    """

    linked: bool = False
    lang: str = FALLBACK
    band: str = "middle"
    shared_device: str = ""
    iro: Staff | None = None
    stands_in: Answering | None = None
    face: UUID | None = None
    locked: str = ""
    lock: str = ""
    bell: Literal["", "on", "lost"] = ""


class Who:
    """The handler of `/chat/who`; `about` also fills the page itself."""

    def __init__(self, chat: Chat, words: Words, helplines: Helplines) -> None:
        self.chat = chat
        self.words = words
        self.helplines = helplines

    async def who(self, request: web.Request) -> web.Response:
        """`GET /chat/who`."""
        known = await self.known(request)
        if known is None:
            return refused(401, NO_SESSION)
        response = web.json_response(self.about(known))
        set_cookie(response, self.chat, sender_of(request, self.chat), keep=known.shared_device not in OTHERS_MIGHT_SEE)
        return response

    async def known(self, request: web.Request) -> Known | None:
        """None without a session. Raises `Locked`."""
        sender = sender_of(request, self.chat)
        return await self.chat.database.read(lambda store: self._find(store, sender)) if sender else None

    async def at_the_door(self, request: web.Request) -> Known:
        """What may stand on the page before anything is asked: of a locked browser the language alone."""
        sender = sender_of(request, self.chat)
        try:
            return await self.known(request) or Known()
        except Locked as locked:
            kind = locked.kind
        return await self.chat.database.read(lambda store: self._behind_the_lock(store, sender, kind))

    def about(self, known: Known) -> dict[str, Any]:
        """The top bar and the words."""
        settings, iro = self.chat.settings, known.iro
        lang = self.words.spoken_for(known.lang)
        facts: dict[str, str | int | date | None] = {
            "role": settings.role_name, "count": settings.reply_within_working_days, "app": settings.app_name,
            "minutes": settings.lock_minutes,
        }  # fmt: skip
        if iro:
            facts |= {"iro": iro.first_name, "days": days_said(self.words, runs_of_days(iro.working_pattern), lang)}
        facts |= _stands_in(known)
        words = page_words(self.words, self.helplines, lang, known.band, **facts)
        shown: dict[str, str] | None = None
        if iro:
            shown = {"first_name": iro.first_name, "initials": iro.initials, "line": words["iro-line"]}
            shown |= {"face": str(known.face)} if known.face else {}
        return {
            "linked": known.linked, "iro": shown, "role": settings.role_name, "authority": settings.authority_name,
            "standing_in": words["standing-in-line"] if known.stands_in else "",
            "lang": lang, "dir": "rtl" if lang in RIGHT_TO_LEFT else "ltr", "band": known.band,
            "voice_seconds": settings.voice_seconds, "drawings": settings.drawings,
            "most_bytes": settings.file_megabytes * MEGABYTE,
            "locked": known.locked, "device": self._device(known),
            "words": words,
        }  # fmt: skip

    def _device(self, known: Known) -> dict[str, Any]:
        """What the child may set for this browser."""
        settings = self.chat.settings
        return {
            "app": settings.app_name, "lock": known.lock, "minutes": settings.lock_minutes, "bell": known.bell == "on",
            "bell_lost": known.bell == "lost",
            "push_key": self.chat.push_key, "shared": known.shared_device in OTHERS_MIGHT_SEE,
            "own": known.shared_device == "only_me",
        }  # fmt: skip

    def _behind_the_lock(self, store: Store, sender: str, kind: str) -> Known:
        address = standing(store, sender)
        lang = load(store, address.conversation_id).lang if address else FALLBACK
        return Known(lang=lang, locked=kind)

    def _find(self, store: Store, sender: str) -> Known | None:
        address = entered(store, self.chat, sender)
        if address is None:
            return None
        conversation = load(store, address.conversation_id)
        linked = address.trust != "none" and conversation.child_id is not None
        today = self.chat.clock().astimezone(LONDON).date()
        iro = iro_of(store, conversation.child_id, today) if linked and conversation.child_id else None
        # The name is not shown before the child was asked whether they know it: else nobody could recall it unaided.
        if iro is not None and iro.id not in iros_named(store, [conversation.id]).get(conversation.id, set()):
            iro = None
        stands_in = self._stands_in(store, conversation.child_id) if linked and conversation.child_id else None
        face = faces(store, [iro.id]).get(iro.id) if iro and address.trust == "full" else None
        lock = locks.of(store, address.id)
        return Known(
            linked, conversation.lang, conversation.band, conversation.shared_device, iro, stands_in, face,
            lock=lock.kind if lock else "", bell=_bell(store, address),
        )  # fmt: skip

    def _stands_in(self, store: Store, child_id: UUID) -> Answering | None:
        now = self.chat.clock()
        one = answers_for(store, child_id, now, self.chat.reviews)
        in_care = find(store, child_id).in_care(now.astimezone(LONDON).date())
        return one if one.stands_in and one.who is not None and in_care else None


def _stands_in(known: Known) -> dict[str, str | int | date | None]:
    """Who answers for now, and until when; nothing while the IRO is there."""
    one = known.stands_in
    if one is None or one.who is None:
        return {"deputy": None, "back": None}
    return {"deputy": one.who.first_name, "back": one.back_on if one.why == "away" else None}


def _bell(store: Store, address: Address) -> Literal["", "on", "lost"]:
    if not doorbells.hangs(store, address.id):
        return ""
    return "on" if push_subscriptions.any_of(store, Holder(address=address)) else "lost"
