"""The whole way with the real service behind the portal: a child writes, people answer in the same chat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot import application as service_application
from bot.played import Played, exampleshire
from portal import application
from portal.tokens import COOKIE
from storage import allocations, children, concerns, conversations, messages, requests, sessions, staff
from storage.database import Database
from storage.store import Store

CHILD = "EXC-0034"


@dataclass
class Whole:
    """Exampleshire with one child at the chat and the portal open beside it."""

    played: Played
    server: TestServer
    child: UUID

    @property
    def database(self) -> Database:
        return self.played.service.database

    async def portal_for(self, reference: str) -> TestClient[Any, Any]:
        """The browser of a member of staff who has signed in."""
        token = sessions.new_token()

        def work(store: Store) -> None:
            member = staff.by_reference(store, reference)
            assert member is not None
            sessions.open_session(store, member.id, token, self.played.clock(), passed_code=True)

        await self.database.write(work)
        return TestClient(self.server, cookies={COOKIE: token})

    async def sends(self, reference: str, page: str, path: str, **form: str) -> tuple[int, str]:
        client = await self.portal_for(reference)
        async with client.get(page) as answer:
            text = await answer.text()
            assert answer.status == 200, text
        csrf = text.split('name="csrf" value="', 1)[1].split('"', 1)[0]
        async with client.post(path, data={"csrf": csrf, **form}, allow_redirects=False) as answer:
            status, text = answer.status, await answer.text()
        await client.session.close()
        return status, text

    def iro(self) -> str:
        today = self.played.clock().date()
        member = self.database.read_now(lambda store: allocations.iro_of(store, self.child, today))
        assert member is not None
        return member.reference

    def heard(self, author: str) -> list[str]:
        """What the child's chat holds of this author."""

        def work(store: Store) -> list[str]:
            talk = conversations.of_children(store, [self.child])[self.child]
            return [m.text for m in messages.of_conversation(store, talk.id) if m.author == author]

        return self.database.read_now(work)


@pytest.fixture
async def whole() -> AsyncIterator[Whole]:
    played = exampleshire()
    played.be(CHILD)
    main = web.Application()
    main.add_subapp("/staff", application.make(service_application.desk(played.service)))
    async with TestServer(main) as server:
        child = played.service.database.read_now(lambda store: children.by_reference(store, CHILD))
        assert child is not None
        yield Whole(played, server, child.id)


async def test_an_officer_takes_it_and_the_child_hears_who_they_are(whole: Whole) -> None:
    whole.played.say("my foster dad hit me again last night")
    opened = whole.database.read_now(lambda store: concerns.queue(store, UUID(int=0)))
    assert len(opened) == 1
    page = f"/staff/concerns/{opened[0].id}"
    status, text = await whole.sends("EXS-012", page, f"{page}/take")
    assert status == 303, text
    assert any("Rafiq" in said for said in whole.heard("bot"))
    status, _ = await whole.sends("EXS-012", page, f"{page}/write", text="I am Rafiq. Thank you for telling us.")
    assert (status, whole.heard("duty")) == (303, ["I am Rafiq. Thank you for telling us."])


async def test_the_iros_reply_and_time_arrive_in_the_same_chat(whole: Whole) -> None:
    now = whole.played.clock()

    def asks(store: Store) -> UUID:
        talk = conversations.of_children(store, [whole.child])[whole.child]
        return requests.ask(
            store, now, kind="contact", owner_role="iro", due_on=now.date() + timedelta(days=3), key_id=talk.key_id,
            conversation_id=talk.id, child_id=whole.child, how="call",
        )  # fmt: skip

    asked = whole.database.write_now(asks)
    page, iro = f"/staff/children/{CHILD}", whole.iro()
    status, text = await whole.sends(iro, page, f"{page}/requests/{asked}/offer", day1="2026-11-24", time1="16:30")
    assert status == 303, text
    said = whole.database.read_now(whole.played._everything)
    assert any("24 Nov" in choice["label"] for choice in said[-1].choices), said[-1]
    status, _ = await whole.sends(iro, page, f"{page}/reply", text="Yes, I will ask them.")
    assert (status, whole.heard("iro")) == (303, ["Yes, I will ask them."])


async def test_what_is_passed_on_waits_on_the_iros_page_until_it_is_answered(whole: Whole) -> None:
    whole.played.say("i want to write to my iro")
    whole.played.say("please can i see my brother more")
    client = await whole.portal_for(whole.iro())
    async with client.get("/staff/today") as answer:
        before = await answer.text()
    page = f"/staff/children/{CHILD}"
    assert f'href="{page}"' in before.split("Reviews soon")[0], "the child stands among those who wait"
    status, _ = await whole.sends(whole.iro(), page, f"{page}/reply", text="Yes.")
    assert status == 303
    async with client.get("/staff/today") as answer:
        after = await answer.text()
    assert f'href="{page}"' not in after.split("Reviews soon")[0]
    await client.session.close()
