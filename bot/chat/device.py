"""What a child sets for one browser besides its lock: to be told there, to have it forgotten, "this is not me"."""

from uuid import uuid4

from aiohttp import web

from bot.chat.chat import CHANNEL, Chat
from bot.chat.guard import NO_SESSION, json_body, refused
from bot.chat.session import entered, external_prefix, forget_cookie, sender_of, standing
from bot.inbound import Inbound
from storage import doorbells, push_subscriptions
from storage.closing import close
from storage.conversations import Address
from storage.errors import BadData
from storage.push_subscriptions import Holder
from storage.store import Store

NOT_ME = "not_me"


class Device:
    """The handlers of `/chat/bell`, `/chat/forget` and `/chat/not-me`."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat

    async def bell(self, request: web.Request) -> web.Response:
        """`POST /chat/bell`: {subscription} to be told in this browser, {} not to be."""
        body, sender, now = await json_body(request), sender_of(request, self.chat), self.chat.clock()
        subscription = body.get("subscription")
        services = self.chat.settings.push_services.split()

        def work(store: Store) -> bool:
            address = entered(store, self.chat, sender)
            if address is None:
                return False
            push_subscriptions.forget_all(store, Holder(address=address))
            doorbells.take_down(store, address.id)
            if isinstance(subscription, dict):
                if not push_subscriptions.allowed(str(subscription.get("endpoint", "")), services):
                    raise BadData("This browser's push service is not one that this service may call.")
                push_subscriptions.keep(store, Holder(address=address), subscription, now)
                doorbells.hang(store, address.id, now)
            return True

        try:
            known = await self.chat.database.write(work)
        except BadData as error:
            return refused(400, str(error))
        return web.json_response({"bell": isinstance(subscription, dict)}) if known else refused(401, NO_SESSION)

    async def forget(self, request: web.Request) -> web.Response:
        """`POST /chat/forget`: the session ends on this browser; locked or not, since nothing is shown by it."""
        await json_body(request)
        return await self._end(request, "forgotten")

    async def not_me(self, request: web.Request) -> web.Response:
        """`POST /chat/not-me`: somebody else is here. A human hears of it, whoever it is learns nothing."""
        await json_body(request)
        address = await self._address(sender_of(request, self.chat))
        if address is not None:
            number = f"{external_prefix(address.sender)}{uuid4()}"
            await self.chat.intake.accept(Inbound(CHANNEL, number, address.sender, kind="choice", choice=NOT_ME))
        return await self._end(request, NOT_ME)

    async def _end(self, request: web.Request, why: str) -> web.Response:
        sender, now = sender_of(request, self.chat), self.chat.clock()

        def work(store: Store) -> Address | None:
            address = standing(store, sender)
            if address is not None:
                close(store, address, why, now)
            return address

        address = await self.chat.database.write(work)
        if address is not None:
            self.chat.hub.wake([address.conversation_id])
        response = web.json_response({})
        forget_cookie(response, self.chat)
        # The script clears what it keeps as well; this reaches what a browser keeps by itself.
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    async def _address(self, sender: str) -> Address | None:
        return await self.chat.database.read(lambda store: standing(store, sender))
