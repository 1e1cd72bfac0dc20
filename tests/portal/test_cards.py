"""Invite cards: making, printing, cancelling, and what waits for business support."""

from __future__ import annotations

from uuid import UUID

import pytest

from portal.access import Role
from portal.pages.cards import Card, helplines
from storage import children, invites, requests
from storage.audit import AuditEvent
from storage.store import Store
from storage.tables import audit_events
from tests.portal.conftest import Portal, post
from tests.support.people import add_child, allocate
from tests.support.prepared import TODAY

WORDS = "He said I must not tell anybody"


@pytest.fixture
async def fin(portal: Portal) -> UUID:
    """A child with an IRO and no card."""

    def work(store: Store) -> UUID:
        child_id = add_child(store)
        allocate(store, child_id, portal.people[Role.IRO])
        return child_id

    return await portal.database.write(work)


async def cards_of(portal: Portal, child_id: UUID) -> list[invites.Invite]:
    return await portal.database.read(lambda store: invites.of_child(store, child_id))


async def events(portal: Portal) -> list[tuple[str, UUID | None]]:
    query = audit_events.select().where(audit_events.c.staff_id == portal.people[Role.BUSINESS_SUPPORT])
    rows = await portal.database.read(lambda store: store.rows(query.order_by(audit_events.c.number)))
    return [(row["event"], row["child_id"]) for row in rows[1:]]


async def ask(portal: Portal, kind: str, child_id: UUID | None, owner_role: str = "business_support") -> UUID:
    def work(store: Store) -> UUID:
        key_id = children.find(store, child_id).key_id if child_id else store.authority_key("staff")
        return requests.ask(
            store, portal.clock(), kind=kind, owner_role=owner_role, due_on=TODAY, key_id=key_id, child_id=child_id,
            words=WORDS, when_words=WORDS,
        )  # fmt: skip

    return await portal.database.write(work)


async def test_a_new_card_takes_the_place_of_the_one_before(portal: Portal, fin: UUID) -> None:
    client = await portal.signed_in(Role.BUSINESS_SUPPORT)
    for _ in range(2):
        status, to, _ = await post(client, "/staff/cards/make", {"child": str(fin)}, page="/staff/cards")
        assert (status, to) == (303, "/staff/cards?made=1")
    newest, first = await cards_of(portal, fin)
    assert (newest.state, first.state) == ("open", "cancelled")
    assert newest.made_by == portal.people[Role.BUSINESS_SUPPORT]
    assert await events(portal) == [
        (AuditEvent.CARD_MADE, fin), (AuditEvent.CARD_CANCELLED, fin), (AuditEvent.CARD_MADE, fin),
    ]  # fmt: skip


async def test_the_word_stands_on_the_printed_card_and_nowhere_else(portal: Portal, fin: UUID) -> None:
    client = await portal.signed_in(Role.BUSINESS_SUPPORT)
    await post(client, "/staff/cards/make", {"child": str(fin)}, page="/staff/cards")
    word = (await cards_of(portal, fin))[0].word
    async with client.get("/staff/cards") as answer:
        assert word not in await answer.text()
    status, _, text = await post(client, "/staff/cards/print", {"child": str(fin)}, page="/staff/cards")
    assert status == 200
    assert word in text
    assert "Beth is your IRO" in text
    assert (await events(portal))[-1] == (AuditEvent.CARD_PRINTED, fin)


async def test_a_used_card_is_not_printed_again(portal: Portal, fin: UUID) -> None:
    client = await portal.signed_in(Role.BUSINESS_SUPPORT)
    await post(client, "/staff/cards/make", {"child": str(fin)}, page="/staff/cards")
    card = (await cards_of(portal, fin))[0]
    await portal.database.write(lambda store: invites.use(store, card, portal.clock()))
    _, _, text = await post(client, "/staff/cards/print", {"child": str(fin)}, page="/staff/cards")
    assert card.word not in text
    assert "no card that can be used" in text
    assert AuditEvent.CARD_PRINTED not in [event for event, _ in await events(portal)]


async def test_a_card_can_be_cancelled(portal: Portal, fin: UUID) -> None:
    client = await portal.signed_in(Role.BUSINESS_SUPPORT)
    await post(client, "/staff/cards/make", {"child": str(fin)}, page="/staff/cards")
    card = (await cards_of(portal, fin))[0]
    await post(client, "/staff/cards/cancel", {"card": str(card.id)}, page="/staff/cards")
    assert (await cards_of(portal, fin))[0].state == "cancelled"
    async with client.get("/staff/cards?state=cancelled") as answer:
        assert "Fin" in await answer.text()


@pytest.mark.parametrize("path", ["make", "print"])
async def test_ticking_nobody_says_so(portal: Portal, fin: UUID, path: str) -> None:
    client = await portal.signed_in(Role.BUSINESS_SUPPORT)
    _, to, _ = await post(client, f"/staff/cards/{path}", {}, page="/staff/cards")
    async with client.get(to) as answer:
        assert "Nobody is ticked" in await answer.text()


@pytest.mark.parametrize("wrong", ["", "not-an-id", str(UUID(int=1))])
async def test_a_card_or_child_that_is_not_there_is_no_fault_of_ours(portal: Portal, wrong: str) -> None:
    client = await portal.signed_in(Role.BUSINESS_SUPPORT)
    assert (await post(client, "/staff/cards/cancel", {"card": wrong}, page="/staff/cards"))[0] == 404
    assert (await post(client, "/staff/cards/make", {"child": wrong}, page="/staff/cards"))[0] == 404


async def test_what_waits_is_shown_without_a_childs_words_and_can_be_done(portal: Portal, fin: UUID) -> None:
    locked = await ask(portal, "card_locked", fin)
    await ask(portal, "wrong_person", None)
    client = await portal.signed_in(Role.BUSINESS_SUPPORT)
    async with client.get("/staff/cards") as answer:
        text = await answer.text()
    assert "A card was locked after three wrong tries: Fin (EXC-0001)" in text
    assert "Somebody else may have a card" in text
    assert WORDS not in text
    status, _, _ = await post(client, f"/staff/cards/requests/{locked}/done", {}, page="/staff/cards")
    assert status == 303
    left = await portal.database.read(lambda store: requests.open_for_role(store, "business_support"))
    assert [one.kind for one in left] == ["wrong_person"]
    again, _, _ = await post(client, f"/staff/cards/requests/{locked}/done", {}, page="/staff/cards")
    assert again == 409


async def test_what_a_child_asked_their_iro_is_not_business_supports_to_close(portal: Portal, fin: UUID) -> None:
    theirs = await ask(portal, "contact", fin, owner_role="iro")
    client = await portal.signed_in(Role.BUSINESS_SUPPORT)
    status, _, text = await post(client, f"/staff/cards/requests/{theirs}/done", {}, page="/staff/cards")
    assert status == 404
    assert WORDS not in text


async def test_a_wish_for_an_advocate_has_its_own_page_and_is_not_ended_here(portal: Portal, fin: UUID) -> None:
    wish = await ask(portal, "advocate", fin)
    client = await portal.signed_in(Role.BUSINESS_SUPPORT)
    async with client.get("/staff/cards") as answer:
        assert "For you to do" not in await answer.text()
    assert (await post(client, f"/staff/cards/requests/{wish}/done", {}, page="/staff/cards"))[0] == 404


def test_the_qr_code_leads_to_the_chat_with_the_word_in_it() -> None:
    card = Card("Fin", "Beth", "OTTER-42", "https://my-iro.example/#card=OTTER-42")
    assert card.picture.startswith("<svg")
    assert 'class="card__qr"' in card.picture


def test_the_card_names_the_numbers_of_the_chat() -> None:
    assert helplines()["childline"] == "0800 1111"
