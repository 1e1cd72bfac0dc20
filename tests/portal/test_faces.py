"""A face and a leaflet: what staff give children to see, plain pixels and nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from PIL import Image

from portal.access import Role
from storage import files, iro_changes, messages
from storage.database import Database
from storage.files import File
from tests.portal.conftest import StandingClock, form_token
from tests.portal.talk import World, world
from tests.support.recorded import PAGE, PDF, WEBM, WHERE_TAKEN, picture


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


async def send(here: World, role: Role, page: str, path: str, **fields: Any) -> tuple[int, str]:
    """A form with files: a field is a text, or (file name, bytes)."""
    client = await here.client(role)
    form = aiohttp.FormData({"csrf": await form_token(client, page)})
    for name, value in fields.items():
        if isinstance(value, tuple):
            form.add_field(name, value[1], filename=value[0])
        else:
            form.add_field(name, value)
    async with client.post(path, data=form, allow_redirects=False) as answer:
        return answer.status, await answer.text()


def sent_files(here: World, child: Any) -> list[File]:
    talk = here.talk_of(child)

    def find(store) -> list[File]:
        said = messages.of_conversation(store, talk)
        return [one for many in files.of_messages(store, [m.id for m in said]).values() for one in many]

    return here.database.read_now(find)


async def test_a_photo_becomes_a_square_that_carries_nothing(here: World) -> None:
    status, _ = await send(here, Role.IRO, "/staff/me", "/staff/me/photo", photo=("me.jpg", picture(900, 600)))
    assert status == 303
    client = await here.client(Role.IRO)
    async with client.get(f"/staff/faces/{here.iro}") as answer:
        body = await answer.read()
    assert Image.open(BytesIO(body)).size == (320, 320)
    assert WHERE_TAKEN.encode() not in body


async def test_what_is_no_photo_changes_nothing(here: World) -> None:
    status, text = await send(here, Role.IRO, "/staff/me", "/staff/me/photo", photo=("me.png", PAGE))
    assert status == 400
    assert "not a photo" in text
    assert here.database.read_now(lambda store: files.faces(store, [here.iro])) == {}


async def test_a_manager_takes_a_photo_away_and_an_iro_cannot(here: World) -> None:
    await send(here, Role.IRO, "/staff/me", "/staff/me/photo", photo=("me.jpg", picture()))
    path = f"/staff/faces/{here.iro}/remove"
    assert (await send(here, Role.IRO, "/staff/me", path))[0] == 403
    assert "Take it away" in await here.seen("/staff/faces", Role.IRO_MANAGER)
    assert (await send(here, Role.IRO_MANAGER, "/staff/faces", path))[0] == 303
    assert here.database.read_now(lambda store: files.faces(store, [here.iro])) == {}


async def test_an_iro_sends_a_leaflet_and_a_voice_note_beside_words(here: World) -> None:
    child, page = here.child("EXC-0001"), "/staff/children/EXC-0001"
    status, _ = await send(
        here, Role.IRO, page, f"{page}/reply", text="Here is what we talked about.", leaflet=("Your_rights.pdf", PDF),
        voice=("voice.webm", WEBM), voice_seconds="12",
    )  # fmt: skip
    assert status == 303
    found = {one.kind: one for one in sent_files(here, child)}
    assert (found["leaflet"].title, found["leaflet"].mime) == ("Your rights", "application/pdf")
    assert found["voice"].length == "0:12"
    assert "Your rights" in await here.seen(page, Role.IRO)


async def test_a_leaflet_that_is_a_picture_loses_what_the_camera_wrote(here: World) -> None:
    child, page = here.child("EXC-0001"), "/staff/children/EXC-0001"
    await send(here, Role.IRO, page, f"{page}/reply", text="look", leaflet=("map.jpg", picture()))
    [file] = sent_files(here, child)
    assert WHERE_TAKEN.encode() not in here.database.read_now(lambda store: files.body(store, file))


async def test_what_is_no_leaflet_sends_nothing_and_keeps_the_words(here: World) -> None:
    child, page = here.child("EXC-0001"), "/staff/children/EXC-0001"
    status, text = await send(here, Role.IRO, page, f"{page}/reply", text="my long words", leaflet=("x.pdf", PAGE))
    assert status == 400
    assert "A leaflet is a PDF, PNG or JPEG file" in text
    assert "my long words" in text
    assert sent_files(here, child) == []


async def test_a_goodbye_and_a_first_hello_carry_files_as_any_message_does(here: World) -> None:
    child, new = here.child("EXC-0001"), here.colleague(first_name="Priya", last_name="Larkhaven")
    plans = {"from_day": "2026-12-01", "how": "message", "child": "EXC-0001"}
    await here.sent("/staff/changes/plan", Role.IRO_MANAGER, "/staff/changes", **plans, new=str(new))
    change = here.database.read_now(lambda store: iro_changes.of_child(store, child))[-1]
    page = f"/staff/changes/{change.id}"
    status, text = await send(here, Role.IRO, page, f"{page}/goodbye", text="Bye, I liked it.", leaflet=("x.pdf", PAGE))
    assert (status, "A leaflet is a PDF, PNG or JPEG file" in text, "Bye, I liked it." in text) == (400, True, True)
    status, _ = await send(here, Role.IRO, page, f"{page}/goodbye", text="Bye.", leaflet=("Us_two.jpg", picture()))
    assert status == 303
    [photo] = sent_files(here, child)
    assert (photo.kind, photo.title) == ("leaflet", "Us two")

    other = here.child("EXC-0004", iro=new)
    await here.sent(
        "/staff/changes/plan", Role.IRO_MANAGER, "/staff/changes", **plans | {"child": "EXC-0004"}, new=str(here.iro)
    )
    change = here.database.read_now(lambda store: iro_changes.of_child(store, other))[-1]
    page = f"/staff/changes/{change.id}"
    fields = {"how": "message", "text": "Hello, I am Beth.", "voice": ("hello.webm", WEBM), "voice_seconds": "9"}
    assert (await send(here, Role.IRO, page, f"{page}/introduce", **fields))[0] == 303
    assert [one.length for one in sent_files(here, other)] == ["0:09"]
