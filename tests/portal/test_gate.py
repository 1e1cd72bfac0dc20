"""The gate: forms of our own only, headers on everything, faults that say nothing."""

from __future__ import annotations

import logging

import pytest
from aiohttp.test_utils import TestClient, TestServer

from portal import application
from portal.access import ALLOWED, HOME, May, Page, Role
from portal.gate import POLICY
from portal.pages import notices
from storage import staff_notices
from storage.database import Database
from storage.errors import BadData, KeyTrouble, NotAllowed, NotFound, OutOfDate, StorageError
from tests.portal.conftest import Portal, StandingClock, add_people, form_token, make_desk, post, running


async def test_a_form_without_its_token_does_nothing(portal: Portal) -> None:
    client = await portal.signed_in(Role.IRO)
    for data in ({}, {"csrf": "wrong"}, {"csrf": ""}):
        async with client.post("/staff/sign-out", data=data, allow_redirects=False) as answer:
            assert answer.status == 400
    assert (await client.get("/staff/notices")).status == 200, "still signed in"


async def test_the_token_of_another_browser_does_not_count(portal: Portal) -> None:
    client, other = await portal.signed_in(Role.IRO), await portal.signed_in(Role.DUTY_OFFICER)
    theirs = await form_token(other, "/staff/notices")
    async with client.post("/staff/sign-out", data={"csrf": theirs}) as answer:
        assert answer.status == 400


async def test_the_sign_in_form_is_protected_too(portal: Portal) -> None:
    client = await portal.visitor()
    async with client.post("/staff/sign-in", data={"email": "iro@exampleshire.example", "password": "x"}) as answer:
        assert answer.status == 400
        assert "out of date" in await answer.text()


async def test_a_cookie_made_up_by_somebody_else_is_not_taken_over(portal: Portal) -> None:
    client = await portal.visitor()
    planted = "planted-by-somebody-else-0123456789abcdef"
    client.session.cookie_jar.update_cookies({"staff_session": planted}, portal.server.make_url("/staff/"))
    await post(client, "/staff/sign-in", {"email": portal.email(Role.IRO), "password": "a long and quiet sentence"})
    await post(client, "/staff/sign-in/code", {"code": portal.code()}, page="/staff/sign-in/code")
    assert planted not in {cookie.value for cookie in client.session.cookie_jar if cookie["path"] == "/staff"}


@pytest.mark.parametrize(
    "path", ["/staff/sign-in", "/staff/notices", "/staff/nowhere", "/staff/audit", "/staff/static/portal.css"]
)
async def test_every_answer_carries_the_headers(portal: Portal, path: str) -> None:
    client = await portal.signed_in(Role.IRO)
    async with client.get(path) as answer:
        assert answer.headers["Content-Security-Policy"] == POLICY
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        kept = "max-age=3600" if path.endswith(".css") else "no-store"
        assert answer.headers["Cache-Control"] == kept


async def test_the_cookie_stays_with_the_portal_and_away_from_scripts(database: Database, clock: StandingClock) -> None:
    people = add_people(database)
    async with running(make_desk(database, clock, secure_cookies=True), clock, people) as portal:
        client = await portal.visitor()
        async with client.get("/staff/sign-in") as answer:
            cookie = answer.cookies["staff_session"]
            assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
    assert (cookie["path"], cookie["samesite"]) == ("/staff", "Lax")
    assert cookie["httponly"]
    assert cookie["secure"]


@pytest.mark.parametrize("name", ["../application.py", "%2e%2e%2fgate.py", "portal.py", "govuk-frontend.scss", ""])
async def test_only_what_is_shipped_as_looks_can_be_fetched(portal: Portal, name: str) -> None:
    client = await portal.visitor()
    async with client.get(f"/staff/static/{name}") as answer:
        assert answer.status == 404


async def test_a_script_that_fetches_is_told_that_nobody_is_signed_in(portal: Portal) -> None:
    client = await portal.visitor()
    async with client.get("/staff/notices", headers={"Sec-Fetch-Mode": "cors"}) as answer:
        assert answer.status == 401
    async with client.post("/staff/audit/verify") as answer:
        assert answer.status == 401


async def test_a_script_takes_no_cookie_from_the_form_that_is_open(portal: Portal) -> None:
    client = await portal.visitor()
    async with client.get("/staff/notices", headers={"Sec-Fetch-Mode": "cors"}) as answer:
        assert "staff_session" not in answer.cookies
    async with client.get("/staff/sign-in", headers={"Sec-Fetch-Mode": "navigate"}) as answer:
        assert "staff_session" in answer.cookies


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (NotFound("w"), 404), (NotAllowed("w"), 403), (OutOfDate("w"), 409), (BadData("w"), 400),
        (KeyTrouble("w"), 500), (StorageError("w"), 503), (ValueError("w"), 500), (KeyError("w"), 500),
    ],
)  # fmt: skip
async def test_a_fault_is_a_plain_page_and_a_log_without_words(
    portal: Portal, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fault: Exception, status: int
) -> None:
    words = "my secret words"
    fault.args = (words,)

    def break_down(*_: object, **__: object) -> None:
        raise fault

    client = await portal.signed_in(Role.IRO)
    monkeypatch.setattr(staff_notices, "latest", break_down)
    with caplog.at_level(logging.DEBUG):
        async with client.get("/staff/notices") as answer:
            text = await answer.text()
    assert answer.status == status
    assert "Traceback" not in text
    assert words not in text
    assert words not in caplog.text
    assert ("GET /staff/notices failed" in caplog.text) is (status >= 500)


async def test_a_route_without_a_page_never_runs(portal: Portal) -> None:
    async def forgotten(request):
        raise AssertionError("ran although no page stands for it")

    app = application.make(portal.desk)
    app.router.add_get("/forgotten", forgotten)
    async with TestClient(TestServer(app)) as client, client.get("/forgotten") as answer:
        assert answer.status == 404


def test_every_may_says_who_and_every_role_has_a_first_page() -> None:
    assert set(ALLOWED) == set(May) - {May.SIGN_IN}
    assert set(HOME) == set(Role)
    by_path = {page.path: page.may for page in application.pages() if page.method == "GET"}
    for role, path in HOME.items():
        assert role in ALLOWED[by_path[path.removeprefix("/staff")]]


def test_no_two_pages_answer_the_same_request() -> None:
    asked = [(page.method, page.path) for page in application.pages()]
    assert len(asked) == len(set(asked))
    assert notices.PAGES[0] in application.pages()
    assert all(isinstance(page, Page) for page in application.pages())
