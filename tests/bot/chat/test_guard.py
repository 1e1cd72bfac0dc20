"""Nothing acts in a child's name from elsewhere, and nothing on the page comes from elsewhere."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.bot.chat.chatting import Child, Served

PATHS = ["/", "/chat/who", "/chat/messages?after=0", "/chat/static/chat.js", "/chat/static/nothing.js"]


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_is_shut_against_scripts_frames_and_leaks(child: Child, path: str) -> None:
    await child.begin()
    async with child.http.get(child.served.url + path) as response:
        headers = response.headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("path", PATHS[:3])
async def test_no_browser_keeps_a_copy_of_what_is_personal(child: Child, path: str) -> None:
    await child.begin()
    async with child.http.get(child.served.url + path) as response:
        assert response.headers["Cache-Control"] == "no-store"


async def test_files_are_asked_for_again_and_sent_only_when_changed(child: Child) -> None:
    url = f"{child.served.url}/chat/static/chat.css"
    async with child.http.get(url) as response:
        etag = response.headers["ETag"]
        assert response.content_type == "text/css"
    async with child.http.get(url, headers={"If-None-Match": etag}) as response:
        assert response.status == 304


@pytest.mark.parametrize("name", ["..%2fchat.py", "%2e%2e/routes.py", "templates"])
async def test_only_the_pages_own_files_are_served(child: Child, name: str) -> None:
    async with child.http.get(f"{child.served.url}/chat/static/{name}") as response:
        assert response.status == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_another_site_cannot_write(child: Child, served: Served, headers: dict[str, str]) -> None:
    await child.begin()
    frame = {"id": str(uuid4()), "text": "not from the child"}
    await child.post("/chat/messages", frame, status=403, headers=headers)
    assert served.stored() == []


async def test_the_pages_own_origin_may_write(child: Child, served: Served) -> None:
    await child.begin()
    frame = {"id": str(uuid4()), "text": "from the child"}
    await child.post("/chat/messages", frame, headers={"Origin": served.url, "Sec-Fetch-Site": "same-origin"})
    public = {"Origin": served.chat.settings.public_url}
    await child.post("/chat/messages", frame | {"id": str(uuid4())}, headers=public)
    assert served.stored() == ["from the child"] * 2


async def test_a_form_cannot_write(child: Child, served: Served) -> None:
    await child.begin()
    url = f"{served.url}/chat/messages"
    async with child.http.post(url, data=f'{{"id": "{uuid4()}", "text": "x"}}') as response:
        assert response.status == 400
        assert "application/json" in (await response.json())["error"]


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"id": 1}', b"\xff", b"x" * 70_000])
async def test_a_bad_body_gets_one_clear_line(child: Child, body: bytes) -> None:
    await child.begin()
    headers = {"Content-Type": "application/json"}
    async with child.http.post(f"{child.served.url}/chat/messages", data=body, headers=headers) as response:
        assert response.status == 400
        error = (await response.json())["error"]
    assert error
    assert "\n" not in error
