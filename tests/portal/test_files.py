"""Voice notes in the portal: a duty officer first, then the child's IRO, never whom it is withheld from."""

from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import UUID

import pytest
import sqlalchemy as sa

from portal.access import Role
from storage import concerns, conversations, files, messages
from storage.concerns import TO_HEAR
from storage.database import Database
from storage.files import Upload
from storage.store import Store
from storage.tables import audit_events
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.support.prepared import NOW
from tests.support.recorded import WEBM


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


class Note:
    """A voice note of a child that nobody has heard yet, and the concern it opened."""

    def __init__(self, here: World) -> None:
        self.here = here
        self.child = here.child("EXC-0001")
        self.talk = here.talk_of(self.child)
        self.message = here.says(self.child, "", kind="voice")
        self.file, self.concern = here.database.write_now(self._keep)

    def _keep(self, store: Store) -> tuple[UUID, UUID]:
        key_id = conversations.load(store, self.talk).key_id
        kept = files.keep(store, Upload("voice", WEBM, 24), NOW, key_id=key_id, message_id=self.message)
        opened = concerns.open_concern(
            store, NOW, conversation_id=self.talk, key_id=key_id, message_id=self.message, level="concern",
            categories=[TO_HEAR], readable=False,
        )  # fmt: skip
        return kept, opened

    @property
    def path(self) -> str:
        return f"/staff/files/{self.file}"

    async def heard_by(self, role: Role, **headers: str) -> tuple[int, bytes]:
        client = await self.here.client(role)
        async with client.get(self.path, headers=headers) as answer:
            return answer.status, await answer.read()

    async def judged(self, role: Role, verdict: str, page: str) -> tuple[int, str, str]:
        return await self.here.sent(f"{self.path}/verdict", role, page, verdict=verdict)

    @property
    def concern_page(self) -> str:
        return f"/staff/concerns/{self.concern}"

    def state(self) -> str:
        found = self.here.database.read_now(lambda store: concerns.get(store, self.concern, UUID(int=0)))
        return f"{found.state} {found.outcome}".strip()


@pytest.fixture
def note(here: World) -> Note:
    return Note(here)


def trail(here: World, event: str) -> list[UUID]:
    query = sa.select(audit_events.c.staff_id).where(audit_events.c.event == event)
    return [row["staff_id"] for row in here.database.read_now(lambda store: store.rows(query))]


async def test_the_officer_listens_and_each_listening_is_on_the_trail(note: Note, here: World) -> None:
    page = await here.seen(note.concern_page, Role.DUTY_OFFICER)
    assert "Voice note, 0:24" in page
    assert "not heard yet" in page
    assert "please listen or look today" in page
    assert await note.heard_by(Role.DUTY_OFFICER) == (200, WEBM)
    assert trail(here, "file:heard") == [here.officer]
    assert "heard by " in await here.seen(note.concern_page, Role.DUTY_OFFICER)


async def test_a_player_may_ask_for_a_part(note: Note, here: World) -> None:
    assert await note.heard_by(Role.DUTY_OFFICER, Range="bytes=4-9") == (206, WEBM[4:10])
    assert trail(here, "file:heard") == [], "only the beginning counts"
    assert (await note.heard_by(Role.DUTY_OFFICER, Range=f"bytes={len(WEBM)}-"))[0] == 416


async def test_the_iro_gets_it_after_somebody_who_works_concerns(note: Note, here: World) -> None:
    page = await here.seen("/staff/children/EXC-0001", Role.IRO)
    assert "listens to it first" in page
    assert note.path not in page
    assert (await note.heard_by(Role.IRO))[0] == 404
    await note.heard_by(Role.DUTY_OFFICER)
    assert (await note.heard_by(Role.IRO))[0] == 404, "heard, and not judged yet"
    await note.judged(Role.DUTY_OFFICER, "nothing", note.concern_page)
    assert note.path in await here.seen("/staff/children/EXC-0001", Role.IRO)
    assert await note.heard_by(Role.IRO) == (200, WEBM)


async def test_whom_it_is_about_never_hears_it(note: Note, here: World) -> None:
    await note.heard_by(Role.DUTY_OFFICER)

    def about(store: Store) -> None:
        files.judge(store, note.file, here.officer, "concern", NOW)
        concerns.exclude(store, note.concern, here.iro, here.officer, NOW)

    here.database.write_now(about)
    assert (await note.heard_by(Role.IRO))[0] == 404
    assert str(note.file) not in await here.seen("/staff/children/EXC-0001", Role.IRO)


async def test_an_officer_it_is_about_never_hears_it(note: Note, here: World) -> None:
    here.database.write_now(lambda store: concerns.exclude(store, note.concern, here.officer, None, NOW))
    assert (await note.heard_by(Role.DUTY_OFFICER))[0] == 404


async def test_another_iro_does_not_hear_it(note: Note, here: World) -> None:
    other = here.child("EXC-0002", iro=here.colleague())
    message = here.says(other, "", kind="voice")

    def keep(store: Store) -> UUID:
        key_id = conversations.of_children(store, [other])[other].key_id
        kept = files.keep(store, Upload("voice", WEBM, 3), NOW, key_id=key_id, message_id=message)
        store.flush()
        files.heard(store, kept, here.officer, NOW)
        files.judge(store, kept, here.officer, "nothing", NOW)
        return kept

    note.file = here.database.write_now(keep)
    assert (await note.heard_by(Role.IRO))[0] == 404


async def test_nothing_worrying_closes_it_and_the_child_is_told(note: Note, here: World) -> None:
    await note.heard_by(Role.DUTY_OFFICER)
    assert (await note.judged(Role.DUTY_OFFICER, "nothing", note.concern_page))[:2] == (303, "/staff/concerns")
    assert note.state() == "closed false_alarm"
    assert [flow for flow, _ in here.mouth.told] == ["was_heard"]
    assert "Somebody listened or looked, and nothing was worrying" in await here.seen(
        note.concern_page, Role.DUTY_OFFICER
    )


async def test_it_stays_open_while_another_is_not_heard(note: Note, here: World) -> None:
    second = here.says(note.child, "", kind="voice")
    key_id = here.database.read_now(lambda store: conversations.load(store, note.talk)).key_id
    here.database.write_now(
        lambda store: files.keep(store, Upload("voice", WEBM, 5), NOW, key_id=key_id, message_id=second)
    )
    here.join(note.concern, second)
    await note.heard_by(Role.DUTY_OFFICER)
    await note.judged(Role.DUTY_OFFICER, "nothing", note.concern_page)
    assert note.state() == "open"


async def test_nobody_judges_what_they_have_not_heard(note: Note, here: World) -> None:
    _, to, _ = await note.judged(Role.DUTY_OFFICER, "nothing", note.concern_page)
    assert "Listen or look first" in await here.seen(to, Role.DUTY_OFFICER)
    assert note.state() == "open"


async def test_a_leaflet_is_taken_away_and_never_opened_in_the_page(note: Note, here: World) -> None:
    said = here.database.write_now(
        lambda store: messages.add(
            store, conversations.lock(store, [note.talk])[note.talk], NOW, author="iro", text="here", channel="web",
            staff_id=here.iro,
        )
    )  # fmt: skip
    key_id = here.database.read_now(lambda store: conversations.load(store, note.talk)).key_id
    note.file = here.database.write_now(
        lambda store: files.keep(store, Upload("leaflet", b"%PDF-1.7 x"), NOW, key_id=key_id, message_id=said)
    )
    client = await here.client(Role.IRO)
    async with client.get(note.path) as answer:
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
