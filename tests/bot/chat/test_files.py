"""Voice notes over the page's own way: kept before they are acknowledged, limited, and played to nobody else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import pytest

from bot.chat.chat import Chat
from bot.settings import Settings
from reviews.settings import ReviewSettings
from storage import conversations, files, messages
from storage.files import Upload
from storage.store import Store
from storage.tables import addresses
from tests.bot.chat.chatting import Child, Served, serving
from tests.support.prepared import NOW
from tests.support.recorded import PAGE, WEBM, WHERE_TAKEN, picture

MEGABYTE = 1024 * 1024


async def uploads(
    child: Child, body: Any, *, number: str = "", kind: str = "voice", seconds: int = 24, url: str = ""
) -> tuple[int, dict[str, Any]]:  # fmt: skip
    where = f"{url or child.served.url}/chat/files?id={number or uuid4()}&kind={kind}&seconds={seconds}"
    async with child.http.post(where, data=body) as answer:
        return answer.status, await answer.json()


async def plays(child: Child, file_id: UUID) -> tuple[int, bytes, str]:
    async with child.http.get(f"{child.served.url}/chat/files/{file_id}") as answer:
        return answer.status, await answer.read(), answer.headers["Cache-Control"]


def note_of(served: Served, child_id: UUID) -> UUID:
    """A voice note in a child's conversation."""

    def work(store: Store) -> UUID:
        talk = conversations.of_children(store, [child_id])[child_id]
        talk = conversations.lock(store, [talk.id])[talk.id]
        said = messages.add(store, talk, NOW, author="child", text="", channel="web", kind="voice")
        conversations.save(store, [talk])
        return files.keep(store, Upload("voice", WEBM, 3), NOW, key_id=talk.key_id, message_id=said)

    found: UUID = served.write(work)
    return found


async def test_it_is_kept_whole_once_and_then_acknowledged(child: Child, served: Served) -> None:
    await child.begin()
    number = str(uuid4())
    assert await uploads(child, WEBM, number=number) == (200, {"ack": number})
    assert await uploads(child, WEBM, number=number) == (200, {"ack": number})
    [voice] = [one for one in served.intake.arrivals if one.kind == "voice"]
    assert (voice.body, voice.seconds) == (WEBM, 24)


async def test_what_could_not_be_kept_is_to_be_sent_again(child: Child, served: Served) -> None:
    await child.begin()
    served.intake.broken = True
    assert (await uploads(child, WEBM))[0] == 503


async def test_without_a_session_nothing_is_taken(child: Child) -> None:
    assert (await uploads(child, WEBM))[0] == 401


@pytest.mark.parametrize(
    ("body", "kind", "seconds"),
    [
        (PAGE, "voice", 3),
        (picture(), "voice", 3),
        (WEBM, "voice", 500),
        (picture(), "picture", 0),
        (WEBM, "leaflet", 3),
    ],
)
async def test_what_is_not_taken_is_refused_for_good(
    child: Child, served: Served, body: bytes, kind: str, seconds: int
) -> None:
    await child.begin()
    assert (await uploads(child, body, kind=kind, seconds=seconds))[0] == 400
    assert [one.kind for one in served.intake.arrivals] == ["arrived"]


async def test_a_body_without_end_is_given_up_at_the_limit(child: Child, served: Served) -> None:
    await child.begin()
    sent = 0

    async def without_end() -> AsyncIterator[bytes]:
        nonlocal sent
        yield WEBM
        for _ in range(64):
            sent += 1
            yield bytes(MEGABYTE)

    try:
        status, _ = await uploads(child, without_end())
    except OSError:  # the service may hang up while more is still on its way
        status = 413
    assert status == 413
    assert sent < 64
    assert [one.kind for one in served.intake.arrivals] == ["arrived"]


async def test_a_drawing_is_taken_where_it_is_allowed_without_where_it_was_made(child: Child, served: Served) -> None:
    settings = Settings(authority="exampleshire", secure_cookies=False, drawings=True)
    chat = Chat(served.database, served.intake, served.chat.hub, served.clock, settings, ReviewSettings())
    await child.begin()
    async with serving(chat) as url:
        assert (await uploads(child, picture(), kind="picture", seconds=0, url=url))[0] == 200
    [drawing] = [one for one in served.intake.arrivals if one.kind == "picture"]
    assert WHERE_TAKEN.encode() not in drawing.body


async def test_a_child_hears_their_own_and_no_copy_stays(child: Child, served: Served) -> None:
    mine = served.child()
    await child.begin()
    served.link(mine)
    assert await plays(child, note_of(served, mine)) == (200, WEBM, "no-store")


@pytest.mark.parametrize("trust", ["none", "add_only"])
async def test_who_has_not_proved_who_they_are_hears_nothing(child: Child, served: Served, trust: str) -> None:
    mine = served.child()
    await child.begin()
    served.link(mine)
    note = note_of(served, mine)
    served.write(lambda store: store.connection.execute(addresses.update().values(trust=trust)))
    assert (await plays(child, note))[0] == 404


async def test_another_child_hears_nothing(child: Child, served: Served) -> None:
    mine, other = served.child(), served.child(reference="EXC-0002")
    served.earlier(other, "hello")
    await child.begin()
    served.link(mine)
    assert (await plays(child, note_of(served, other)))[0] == 404


async def test_a_face_is_shown_to_whose_iro_it_is(child: Child, served: Served) -> None:
    iro = served.iro()
    mine = served.child(iro)
    await child.begin()
    face = served.write(lambda store: files.set_face(store, iro, picture(), NOW))
    assert (await plays(child, face))[0] == 404, "nobody knows yet who this is"
    served.link(mine)
    assert (await plays(child, face))[0] == 200
    assert (await child.get("/chat/who"))["iro"]["face"] == str(face)
