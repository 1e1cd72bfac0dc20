"""Whether what is sent arrives, for the manager; and the numbers by which children who text are known."""

from __future__ import annotations

from uuid import UUID

import pytest

from portal.access import Role
from storage import conversations, numbers
from storage.store import Store
from tests.portal.conftest import Portal, post
from tests.support.people import add_child, allocate
from tests.support.prepared import NOW

PHONE = "+447700900222"


@pytest.fixture
async def fin(portal: Portal) -> UUID:
    """A child who has proved who he is by text."""

    def work(store: Store) -> UUID:
        child_id = add_child(store)
        allocate(store, child_id, portal.people[Role.IRO])
        talk = conversations.ensure_for_child(store, child_id, "middle", "en", NOW)
        conversations.add_address(store, talk.id, talk.key_id, "sms", PHONE, "full", NOW)
        return child_id

    return await portal.database.write(work)


async def number_of(portal: Portal, child_id: UUID) -> str:
    found = await portal.database.read(lambda store: numbers.of_children(store, [child_id]))
    return found[child_id].number if child_id in found else ""


async def test_a_child_whom_no_message_reaches_is_named_by_reference_alone(portal: Portal, fin: UUID) -> None:
    client = await portal.signed_in(Role.IRO_MANAGER)
    page = await (await client.get("/staff/figures/delivery")).text()
    assert "Children whom no message reaches: 0" in page

    def fails(store: Store) -> None:
        known = conversations.address_of(store, "sms", PHONE)
        assert known is not None
        conversations.mark_address(store, known.id, state="unreachable")

    await portal.database.write(fails)
    page = await (await client.get("/staff/figures/delivery")).text()
    assert "Children whom no message reaches: 1" in page
    assert "Texts: do not arrive" in page
    assert PHONE not in page
    assert "1 child cannot be reached" in await (await client.get("/staff/figures")).text()


async def reference_of(portal: Portal, child_id: UUID) -> str:
    from storage import children

    return (await portal.database.read(lambda store: children.find(store, child_id))).reference


async def test_business_support_enters_a_number_and_takes_it_off(portal: Portal, fin: UUID) -> None:
    client = await portal.signed_in(Role.BUSINESS_SUPPORT)
    path = f"/staff/cards/number/{await reference_of(portal, fin)}"
    status, to, _ = await post(client, path, {"number": "07700 900 222"}, page=path)
    assert (status, to) == (303, "/staff/cards#children")
    assert await number_of(portal, fin) == PHONE
    assert "…222" in await (await client.get("/staff/cards")).text()
    await post(client, path, {"number": ""}, page=path)
    assert await number_of(portal, fin) == ""


@pytest.mark.parametrize("written", ["01632 960106", "Fin's phone", "0770"])
async def test_what_takes_no_texts_is_refused(portal: Portal, fin: UUID, written: str) -> None:
    client = await portal.signed_in(Role.BUSINESS_SUPPORT)
    path = f"/staff/cards/number/{await reference_of(portal, fin)}"
    status, _, page = await post(client, path, {"number": written}, page=path)
    assert status == 422
    assert "not a mobile number" in page
    assert await number_of(portal, fin) == ""


async def test_nobody_else_sees_numbers(portal: Portal, fin: UUID) -> None:
    client = await portal.signed_in(Role.IRO)
    assert (await client.get(f"/staff/cards/number/{await reference_of(portal, fin)}")).status in (403, 404)
