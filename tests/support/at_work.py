"""Somebody on the staff who reads pages and sends forms of the running service, without a browser."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

import aiohttp

from portal.tokens import COOKIE
from storage import sessions, staff
from storage.store import Store
from tests.support.served import Served


@dataclass(frozen=True, slots=True)
class AtWork:
    """One member of staff, signed in."""

    served: Served
    reference: str

    async def reads(self, path: str, status: int = 200) -> str:
        """What stands on a page, as text without its tags."""
        async with aiohttp.ClientSession(cookies=await self._cookies()) as session:
            return _text(await self._page(session, path, status))

    async def sends(self, page: str, path: str, **form: str) -> str:
        """Send a form that stands on `page`; what the page says where it leads on to."""
        async with aiohttp.ClientSession(cookies=await self._cookies()) as session:
            token = (await self._page(session, page, 200)).split('name="csrf" value="', 1)[1].split('"', 1)[0]
            async with session.post(self.served.url + path, data={"csrf": token, **form}) as answer:
                text = await answer.text()
                assert answer.status == 200, text
                return _text(text)

    async def _page(self, session: aiohttp.ClientSession, path: str, status: int) -> str:
        async with session.get(self.served.url + path) as answer:
            text = await answer.text()
            assert answer.status == status, text
            return text

    async def _cookies(self) -> dict[str, str]:
        token = sessions.new_token()

        def enter(store: Store) -> None:
            member = staff.by_reference(store, self.reference)
            assert member is not None
            sessions.open_session(store, member.id, token, self.served.clock(), passed_code=True)

        await self.served.database.write(enter)
        return {COOKIE: token}


def _text(page: str) -> str:
    page = re.sub(r"</(?:d[dt]|li|p|h\d|t[dhr]|div|option|label|button)>", " ", page)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", page)))
