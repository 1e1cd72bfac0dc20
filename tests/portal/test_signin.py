"""Signing in: the password, the code, the lock, the idle time-out."""

from __future__ import annotations

import pytest
from aiohttp import ClientSession, CookieJar
from argon2 import PasswordHasher
from yarl import URL

from portal.access import Role
from portal.signin import passwords
from portal.signin.codes import code_at, step_of
from portal.signin.pages import safe_next
from storage import sessions, staff
from storage.audit import AuditEvent
from storage.tables import audit_events
from tests.portal.conftest import PASSWORD, SECRET, Exampleshire, Portal, form_token, post, sign_in
from tests.support.people import add_staff
from tests.support.prepared import NOW

IRO = "iro@exampleshire.example"


async def events(portal: Portal) -> list[str]:
    query = audit_events.select().order_by(audit_events.c.number)
    return [row["event"] for row in await portal.database.read(lambda store: store.rows(query))]


async def half_way(portal: Portal, email: str = IRO):
    client = await portal.visitor()
    status, to, _ = await post(client, "/staff/sign-in", {"email": email, "password": PASSWORD})
    assert (status, to) == (303, "/staff/sign-in/code?next=")
    return client


async def give_code(client, code: str) -> tuple[int, str, str]:
    return await post(client, "/staff/sign-in/code", {"code": code}, page="/staff/sign-in/code")


@pytest.mark.parametrize(
    ("role", "first_page"),
    [
        (Role.IRO, "/staff/today"), (Role.DUTY_OFFICER, "/staff/concerns"), (Role.IRO_MANAGER, "/staff/figures"),
        (Role.BUSINESS_SUPPORT, "/staff/records"), (Role.DATA_PROTECTION, "/staff/audit"),
    ],
)  # fmt: skip
async def test_everybody_lands_on_the_page_of_their_role(portal: Portal, role: Role, first_page: str) -> None:
    client = await portal.signed_in(role)
    async with client.get("/staff/", allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, first_page)
    assert await events(portal) == [AuditEvent.STAFF_SIGNED_IN]


async def test_a_page_before_sign_in_is_where_one_goes_after_it(portal: Portal) -> None:
    client = await portal.visitor()
    async with client.get("/staff/notices?page=2", allow_redirects=False) as answer:
        assert URL(answer.headers["Location"]).query == {"next": "/staff/notices?page=2"}
    going_to = {"next": "/staff/notices?page=2"}
    _, to, _ = await post(client, "/staff/sign-in", {"email": IRO, "password": PASSWORD, **going_to})
    assert URL(to).query == going_to
    _, to, _ = await post(client, "/staff/sign-in/code", {"code": portal.code(), **going_to}, page=to)
    assert to == "/staff/notices?page=2"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.org/", "//example.org/staff/", "/staff//example.org", "/", "javascript:alert(1)",
     "/\\example.org", "/staff/\\example.org", "/staffing", "", "/staff/\r\nSet-Cookie: a=b"],
)  # fmt: skip
def test_nobody_is_sent_on_to_another_site(elsewhere: str) -> None:
    assert safe_next(elsewhere) == ""


async def test_the_password_alone_opens_nothing(portal: Portal) -> None:
    client = await half_way(portal)
    for path in ("/staff/", "/staff/notices"):
        async with client.get(path, allow_redirects=False) as answer:
            assert answer.status == 303
            assert answer.headers["Location"].startswith("/staff/sign-in")


@pytest.mark.parametrize(("early", "taken"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
async def test_a_code_may_be_one_step_early_or_late(portal: Portal, early: int, taken: bool) -> None:
    client = await half_way(portal)
    status, _, _ = await give_code(client, code_at(SECRET, step_of(NOW) + early))
    assert (status == 303) is taken


async def test_a_code_counts_once(portal: Portal) -> None:
    code = portal.code()
    await sign_in(await portal.visitor(), IRO, code)
    again = await half_way(portal)
    assert (await give_code(again, code))[0] == 400
    earlier = code_at(SECRET, step_of(portal.clock()) - 1)
    assert (await give_code(again, earlier))[0] == 400, "an older code than the last one used"
    assert (await give_code(again, portal.code()))[0] == 303


async def test_a_code_may_be_written_with_a_space(portal: Portal) -> None:
    client, code = await half_way(portal), portal.code()
    assert (await give_code(client, f" {code[:3]} {code[3:]} "))[0] == 303


@pytest.mark.parametrize("email", [IRO, "nobody@exampleshire.example"])
async def test_a_wrong_password_is_answered_as_an_unknown_email_is(portal: Portal, email: str) -> None:
    client = await portal.visitor()
    status, _, text = await post(client, "/staff/sign-in", {"email": email, "password": "wrong"})
    assert status == 400
    assert "do not go together" in text
    assert await events(portal) == [AuditEvent.STAFF_REFUSED]


async def test_five_wrong_passwords_lock_for_a_quarter_of_an_hour(portal: Portal) -> None:
    client = await portal.visitor()
    for _ in range(sessions.TRIES):
        await post(client, "/staff/sign-in", {"email": IRO, "password": "wrong"})
    status, _, _ = await post(client, "/staff/sign-in", {"email": IRO, "password": PASSWORD})
    assert status == 400, "locked: the right password is no longer judged"
    assert (await events(portal)).count(AuditEvent.STAFF_LOCKED) == 1
    portal.clock.forward(minutes=15)
    await sign_in(client, IRO, portal.code())


async def test_wrong_codes_count_even_when_the_password_is_right_in_between(portal: Portal) -> None:
    for _ in range(sessions.TRIES):
        client = await half_way(portal)
        assert (await give_code(client, "000000"))[0] == 400
    client = await portal.visitor()
    assert (await post(client, "/staff/sign-in", {"email": IRO, "password": PASSWORD}))[0] == 400
    assert (await events(portal)).count(AuditEvent.STAFF_LOCKED) == 1


async def test_signing_in_right_forgets_earlier_tries(portal: Portal) -> None:
    client = await portal.visitor()
    for _ in range(sessions.TRIES - 1):
        await post(client, "/staff/sign-in", {"email": IRO, "password": "wrong"})
    await sign_in(client, IRO, portal.code())
    held = await portal.database.read(lambda store: staff.credentials(store, portal.people[Role.IRO]))
    assert (held.failures, held.locked_until) == (0, None)


async def test_a_browser_left_alone_is_signed_out(portal: Portal) -> None:
    client = await portal.signed_in(Role.IRO)
    portal.clock.forward(minutes=19)
    assert (await client.get("/staff/notices")).status == 200, "in use: the time starts anew"
    portal.clock.forward(minutes=19)
    assert (await client.get("/staff/notices")).status == 200
    portal.clock.forward(minutes=20)
    async with client.get("/staff/notices", allow_redirects=False) as answer:
        assert answer.status == 303


async def test_a_session_ends_after_a_long_shift_however_busy(portal: Portal) -> None:
    client = await portal.signed_in(Role.DUTY_OFFICER)
    statuses = []
    for _ in range(54):
        portal.clock.forward(minutes=15)
        async with client.get("/staff/notices", allow_redirects=False) as answer:
            statuses.append(answer.status)
    assert statuses[0] == 200
    assert statuses[-1] == 303


async def test_signing_in_gives_a_new_token_each_time(portal: Portal) -> None:
    client = await portal.visitor()
    seen = []

    def cookie() -> str:
        return next(c.value for c in client.session.cookie_jar if c.key == "staff_session")

    await form_token(client)
    seen.append(cookie())
    await post(client, "/staff/sign-in", {"email": IRO, "password": PASSWORD})
    seen.append(cookie())
    await give_code(client, portal.code())
    seen.append(cookie())
    assert len(set(seen)) == 3


async def test_signing_out_ends_the_session_in_the_database(portal: Portal) -> None:
    client = await portal.signed_in(Role.IRO)
    kept = {c.key: c.value for c in client.session.cookie_jar}
    status, to, _ = await post(client, "/staff/sign-out", {}, page="/staff/notices")
    assert (status, to) == (303, "/staff/sign-in?out=1")
    async with client.get(to) as answer:
        assert "You are signed out" in await answer.text()
    async with client.get("/staff/notices", cookies=kept, allow_redirects=False) as answer:
        assert answer.status == 303, "a kept cookie opens nothing"
    assert (await events(portal))[-1] == AuditEvent.STAFF_SIGNED_OUT


async def test_somebody_who_has_left_cannot_sign_in_and_is_out_at_once(portal: Portal) -> None:
    client = await portal.signed_in(Role.IRO)
    gone = portal.clock().date().replace(day=20)
    await portal.database.write(lambda store: staff.change(store, portal.people[Role.IRO], ends_on=gone))
    async with client.get("/staff/notices", allow_redirects=False) as answer:
        assert answer.status == 303
    other = await portal.visitor()
    assert (await post(other, "/staff/sign-in", {"email": IRO, "password": PASSWORD}))[0] == 400


async def test_somebody_without_codes_sets_them_up_at_the_first_sign_in(portal: Portal) -> None:
    def newcomer(store):
        staff_id = add_staff(store, "EXS-020", email="new@exampleshire.example")
        store.flush()
        staff.set_password(
            store, staff_id, PASSWORD, lambda _: staff.credentials(store, portal.people[Role.IRO]).password
        )
        return staff_id

    staff_id = await portal.database.write(newcomer)
    client = await half_way(portal, "new@exampleshire.example")
    async with client.get("/staff/sign-in/code") as answer:
        offered = (await answer.text()).split('class="app-key">')[1].split("<")[0]
    assert (await give_code(client, "000000"))[0] == 400
    assert (await portal.database.read(lambda store: staff.credentials(store, staff_id))).code_secret is None
    assert (await give_code(client, code_at(offered, step_of(portal.clock()))))[0] == 303
    assert (await portal.database.read(lambda store: staff.credentials(store, staff_id))).code_secret == offered


async def test_only_the_demo_shows_a_code(portal: Portal) -> None:
    client = await half_way(portal)
    async with client.get("/staff/sign-in/code") as answer:
        assert "demo-code" not in await answer.text()


@pytest.mark.parametrize("email", [IRO, "nobody@exampleshire.example"])
async def test_an_unknown_email_costs_as_much_as_a_known_one(
    portal: Portal, monkeypatch: pytest.MonkeyPatch, email: str
) -> None:
    compared = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes):
            compared.append(hash)
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "hasher", Counting)
    client = await portal.visitor()
    await post(client, "/staff/sign-in", {"email": email, "password": "wrong"})
    assert len(compared) == 1


async def test_the_demo_shows_a_code_that_is_still_good(exampleshire: Exampleshire) -> None:
    log_in = exampleshire.log_in(Role.IRO)
    shown = set()
    for _ in range(2):
        jar = CookieJar(unsafe=True)
        async with ClientSession(base_url=exampleshire.address.removesuffix("/staff"), cookie_jar=jar) as client:
            await post(client, "/staff/sign-in", {"email": log_in.email, "password": log_in.password})
            async with client.get("/staff/sign-in/code") as answer:
                code = (await answer.text()).split('id="demo-code">')[1].split("<")[0]
            assert (await give_code(client, code))[0] == 303
            shown.add(code)
    assert len(shown) == 2, "signing in twice within half a minute takes two codes"
