"""A member of Exampleshire's staff who works by the portal's own forms, without a browser."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp

from bot.demo.load import PASSWORD
from tests.support.served import Served, email_of

CODE = re.compile(r'id="demo-code"[^>]*>\s*(\d+)')
TOKEN = re.compile(r'name="csrf" value="([^"]+)"')


class AtDesk:
    """Signed in; every form is sent from the page it stands on."""

    def __init__(self, service: Served, session: aiohttp.ClientSession) -> None:
        self.url, self.session = service.url, session

    async def sees(self, path: str) -> str:
        async with self.session.get(self.url + path) as answer:
            assert answer.status == 200, (path, answer.status)
            return await answer.text()

    async def sends(self, path: str, page: str, **form: str) -> str:
        """Send a form of `page`; the page it lands on."""
        token = TOKEN.search(await self.sees(page))
        assert token, f"no form on {page}"
        async with self.session.post(self.url + path, data={"csrf": token[1], **form}) as answer:
            text = await answer.text()
            assert answer.status == 200, (path, answer.status, text[-2000:])
            return text


@asynccontextmanager
async def at_desk(service: Served, reference: str) -> AsyncIterator[AtDesk]:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        desk, signing = AtDesk(service, session), "/staff/sign-in"
        shown = await desk.sends(signing, signing, email=email_of(service.database, reference), password=PASSWORD)
        code = CODE.search(shown)
        assert code, "the demo shows the code"
        await desk.sends(f"{signing}/code", f"{signing}/code", code=code[1])
        yield desk
