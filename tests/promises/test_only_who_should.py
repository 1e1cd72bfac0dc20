"""Promise 6, on the staff's side: every page of the portal, for every role and for nobody, exactly as `ALLOWED` says.

A page that is added without being allowed to somebody, or a route that the gate does not know, fails here.
"""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from aiohttp.test_utils import TestServer

from portal import application
from portal.access import ALLOWED, May, Page, Role
from storage.audit import AuditEvent
from storage.database import Database
from storage.tables import audit_events
from tests.portal.conftest import Portal, StandingClock, clock, database, form_token, portal
from tests.portal.talk import world

__all__ = ["clock", "database", "portal"]

PROTECTED = [page for page in application.pages() if page.may is not May.SIGN_IN]
SIGN_OUT = "/sign-out"


def address(page: Page, about: str = "") -> str:
    """A page's address with made-up things where it names one, or about this child."""
    path = page.path.replace("{staff}", str(uuid4()))
    return "/staff" + re.sub(r"\{[^}]+\}", about or str(uuid4()), path)


async def denials(portal: Portal) -> list[str]:
    """The pages whose opening was refused, as the trail has them; pages may note refusals of their own besides."""
    query = audit_events.select().where(audit_events.c.event == AuditEvent.STAFF_DENIED)
    details = [row["detail"] for row in await portal.database.read(lambda store: store.rows(query))]
    return [detail for detail in details if detail.startswith(("GET /", "POST /"))]


@pytest.mark.parametrize("role", list(Role))
async def test_every_page_opens_for_who_may_and_for_nobody_else(portal: Portal, role: Role) -> None:
    client = await portal.signed_in(role)
    token = await form_token(client, "/staff/notices")
    wrong = []
    for page in sorted(PROTECTED, key=lambda page: page.path == SIGN_OUT):
        data = {"csrf": token} if page.method == "POST" else None
        async with client.request(page.method, address(page), data=data, allow_redirects=False) as answer:
            shut = answer.status == 403 and "not for your role" in await answer.text() if is_page(answer) else False
            let_in = not shut and answer.status not in {401, 500} and not to_sign_in(answer, page)
        if let_in is not (role in ALLOWED[page.may]) or shut is (role in ALLOWED[page.may]):
            wrong.append(f"{page.method} {page.path}: {answer.status}")
    assert not wrong
    expected = sorted(f"{page.method} {page.path}" for page in PROTECTED if role not in ALLOWED[page.may])
    assert sorted(await denials(portal)) == expected, "each refusal is on the audit trail"


async def test_nothing_opens_for_somebody_who_has_not_signed_in(portal: Portal) -> None:
    client = await portal.visitor()
    token = await form_token(client)
    for page in PROTECTED:
        data = {"csrf": token} if page.method == "POST" else None
        async with client.request(page.method, address(page), data=data, allow_redirects=False) as answer:
            assert answer.status == 401 if page.method == "POST" else to_sign_in(answer, page), page
    assert await denials(portal) == []


async def test_nothing_opens_after_the_password_alone(portal: Portal) -> None:
    client = await portal.visitor()
    form = {"csrf": await form_token(client), "email": portal.email(Role.IRO), "password": "a long and quiet sentence"}
    async with client.post("/staff/sign-in", data=form, allow_redirects=False) as answer:
        assert answer.headers["Location"].startswith("/staff/sign-in/code")
    for page in PROTECTED:
        async with client.request(page.method, address(page), allow_redirects=False) as answer:
            assert answer.status == 401 if page.method == "POST" else to_sign_in(answer, page), page


async def test_no_route_is_missing_from_this_walk(portal: Portal) -> None:
    app = application.make(portal.desk)
    async with TestServer(app):
        served = {(route.method, route.resource.canonical) for route in app.router.routes() if route.resource}
    assert served == {(page.method, page.path or "/") for page in application.pages()}


def test_what_is_open_to_everybody_is_only_signing_in_and_the_looks() -> None:
    assert {page.path for page in application.pages() if page.may is May.SIGN_IN} == {
        "/sign-in", "/sign-in/code", "/static/{name}",
    }  # fmt: skip


def test_business_support_may_use_no_page_that_holds_a_childs_words() -> None:
    theirs = {may for may, roles in ALLOWED.items() if Role.BUSINESS_SUPPORT in roles}
    assert theirs == {
        May.USE_THE_PORTAL, May.MANAGE_RECORDS, May.MANAGE_ROTA, May.RING_STAFF, May.SEE_SENT_NOTICES,
        May.REFER_TO_ADVOCATES,
    }  # fmt: skip


def is_page(answer) -> bool:
    return answer.content_type == "text/html"


def to_sign_in(answer, page: Page) -> bool:
    to = answer.headers.get("Location", "")
    return answer.status == 303 and to.startswith("/staff/sign-in") and page.path != SIGN_OUT


WORDS = "please can I see my brother more"
NOT_FOR_WORDS = (Role.BUSINESS_SUPPORT, Role.DATA_PROTECTION)


@pytest.mark.parametrize("role", NOT_FOR_WORDS)
async def test_a_childs_words_are_on_no_page_of_a_role_that_may_not_read_them(
    database: Database, clock: StandingClock, role: Role
) -> None:
    pages = [page for page in PROTECTED if page.method == "GET" and role in ALLOWED[page.may]]
    assert len(pages) >= 4
    async with world(database, clock) as here:
        child_id = here.child("EXC-0001")
        message = here.says(child_id, WORDS, for_iro=True, level="concern", rule="r", category="c")
        here.concern(child_id, WORDS)
        here.asks(child_id, kind="wrong_person", owner_role="business_support", words=WORDS, message_id=message)
        client = await here.client(role)
        for page in pages:
            async with client.get(address(page, "EXC-0001")) as answer:
                assert answer.status == 200, page.path
                assert WORDS not in await answer.text(), page.path
        assert WORDS in await here.seen("/staff/children/EXC-0001", Role.IRO), "the IRO reads what they do not"
