"""Who read what: finding it, checking that it is whole, and that looking is recorded."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import jinja2
import pytest
import sqlalchemy as sa

from portal.access import Role
from portal.pages.audit import SHOWN
from storage import audit
from storage.audit import AuditEvent
from storage.store import Store
from storage.tables import audit_events
from tests.portal.conftest import Portal, post
from tests.support.people import add_child
from tests.support.prepared import NOW


@pytest.fixture
async def fin(portal: Portal) -> UUID:
    """A child whose words the IRO read once."""

    def work(store: Store) -> UUID:
        child_id = add_child(store)
        audit.record(
            store, AuditEvent.CONVERSATION_READ, NOW, staff_id=portal.people[Role.IRO], child_id=child_id
        )  # fmt: skip
        return child_id

    return await portal.database.write(work)


async def text_of(client: Any, path: str) -> str:
    async with client.get(path) as answer:
        assert answer.status == 200
        return await answer.text()


def rows(text: str) -> int:
    return text.count('data-label="What"')


async def test_the_trail_says_who_read_which_child(portal: Portal, fin: UUID) -> None:
    client = await portal.signed_in(Role.DATA_PROTECTION)
    text = await text_of(client, "/staff/audit?child=exc-0001")
    assert "Beth Thistlewick" in text
    assert "Read what a child wrote" in text
    assert rows(text) == 1
    assert "Fin" not in text.replace("Find", ""), "a reference is enough here"


async def test_the_trail_of_one_member_of_staff(portal: Portal, fin: UUID) -> None:
    client = await portal.signed_in(Role.DATA_PROTECTION)
    text = await text_of(client, "/staff/audit?staff=EXS-001")
    assert rows(text) == 1
    assert "EXC-0001" in text


@pytest.mark.parametrize("wrong", ["child=EXC-9999", "staff=EXS-999"])
async def test_a_reference_nobody_has_is_said_to_be_so(portal: Portal, fin: UUID, wrong: str) -> None:
    client = await portal.signed_in(Role.DATA_PROTECTION)
    text = await text_of(client, f"/staff/audit?{wrong}")
    assert "Nobody here has the reference" in text
    assert rows(text) == 0


async def test_reading_the_trail_is_on_the_trail(portal: Portal, fin: UUID) -> None:
    client = await portal.signed_in(Role.DATA_PROTECTION)
    await text_of(client, "/staff/audit?child=EXC-0001")
    assert "Read this trail" in await text_of(client, "/staff/audit?child=EXC-0001")


async def test_older_events_are_a_page_further(portal: Portal) -> None:
    def many(store: Store) -> None:
        for _ in range(SHOWN + 5):
            audit.record(store, AuditEvent.CARD_MADE, NOW)

    await portal.database.write(many)
    client = await portal.signed_in(Role.DATA_PROTECTION)
    first = await text_of(client, "/staff/audit")
    assert rows(first) == SHOWN
    older = first.split('href="/staff/audit?before=')[1].split('"')[0].replace("&amp;", "&")
    assert rows(await text_of(client, f"/staff/audit?before={older}")) == 6
    assert rows(await text_of(client, "/staff/audit?before=nonsense")) == SHOWN


async def test_a_whole_trail_is_said_to_be_whole(portal: Portal, fin: UUID) -> None:
    client = await portal.signed_in(Role.DATA_PROTECTION)
    _, _, text = await post(client, "/staff/audit/verify", {}, page="/staff/audit")
    assert "The trail is whole" in text


async def test_a_changed_trail_is_said_to_be_broken(portal: Portal, fin: UUID) -> None:
    client = await portal.signed_in(Role.DATA_PROTECTION)
    forged = sa.update(audit_events).where(audit_events.c.number == 1).values(staff_id=None)
    await portal.database.write(lambda store: store.connection.execute(forged))
    _, _, text = await post(client, "/staff/audit/verify", {}, page="/staff/audit")
    assert "The trail is broken" in text
    assert "event 1 was changed" in text


def test_every_event_has_words() -> None:
    environment = jinja2.Environment(loader=jinja2.PackageLoader("portal"), autoescape=True)
    done = environment.get_template("audit-words.html").module.done
    assert set(done) == set(AuditEvent)
