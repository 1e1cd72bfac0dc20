"""Over the WebSocket: acknowledged after the commit, once, in order, and never a message missed."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID, uuid4

import aiohttp
import pytest

from bot.chat.frames import LONGEST_FRAME
from storage import inbox
from tests.bot.chat.chatting import Child, Served, frames_until


def _is_bot(frame: dict[str, Any]) -> bool:
    return frame.get("from") == "bot"


def _is_error(frame: dict[str, Any]) -> bool:
    return "error" in frame


async def test_a_message_is_acknowledged_shown_back_and_answered(child: Child) -> None:
    begun = await child.begin()
    number = str(uuid4())
    async with child.socket() as socket:
        await socket.send_json({"id": number, "text": "I want to see Jay more"})
        frames = await frames_until(socket, _is_bot)
    assert {"ack": number} in frames
    own = next(f for f in frames if f.get("from") == "child")
    assert (own["text"], own["client_id"]) == ("I want to see Jay more", number)
    assert own["seq"] == begun["messages"][-1]["seq"] + 1
    answer = frames[-1]
    assert answer["text"] == "Thank you. I've kept that."
    assert {"id", "seq", "from", "text", "choices", "at", "lang", "dir"} <= answer.keys()


async def test_the_acknowledgement_means_it_is_committed(child: Child, served: Served) -> None:
    await child.begin()
    served.intake.silent = True
    number = str(uuid4())
    async with child.socket() as socket:
        await socket.send_json({"id": number, "text": "kept?"})
        await frames_until(socket, lambda f: f.get("ack") == number)
        waiting = served.database.read_now(lambda store: inbox.waiting(store, served.clock()))
    assert [json.loads(arrival.payload)["text"] for arrival in waiting] == ["kept?"]


async def test_what_was_not_committed_is_not_acknowledged_and_may_come_again(child: Child, served: Served) -> None:
    await child.begin()
    served.intake.broken = True
    frame = {"id": str(uuid4()), "text": "still there?"}
    async with child.socket() as socket:
        await socket.send_json(frame)
        (refused,) = await frames_until(socket, _is_error)
        assert (refused["id"], refused["again"]) == (frame["id"], True)
        served.intake.broken = False
        await socket.send_json(frame)
        await frames_until(socket, lambda f: f.get("ack") == frame["id"])
    assert served.stored() == ["still there?"]


async def test_a_repeat_is_acknowledged_again_and_kept_once(child: Child, served: Served) -> None:
    await child.begin()
    frame = {"id": str(uuid4()), "text": "only once"}
    async with child.socket() as socket:
        for _ in range(3):
            await socket.send_json(frame)
        for _ in range(3):
            await frames_until(socket, lambda f: f.get("ack") == frame["id"])
    async with child.socket() as socket:
        await socket.send_json(frame)
        await frames_until(socket, lambda f: f.get("ack") == frame["id"])
    assert served.stored() == ["only once"]


async def test_the_same_number_from_another_browser_is_another_message(child: Child, served: Served) -> None:
    frame = {"id": str(uuid4()), "text": "mine"}
    await child.begin()
    await child.post("/chat/messages", frame)
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        other = Child(served, http)
        await other.begin()
        await other.post("/chat/messages", frame | {"text": "mine too"})
    assert sorted(served.stored()) == ["mine", "mine too"]


async def test_a_tap_travels_as_its_id_and_is_marked_as_chosen(child: Child, served: Served) -> None:
    await child.begin()
    await child.post("/chat/messages", {"id": str(uuid4()), "choice": "yes"})
    shown = (await child.begin())["messages"]
    asked = next(m for m in shown if m["choices"])
    assert asked["chosen"] == "yes"
    assert served.intake.arrivals[-1].choice == "yes"


async def test_after_a_lost_connection_the_page_gets_what_it_missed(child: Child, served: Served) -> None:
    begun = await child.begin()
    last = begun["messages"][-1]["seq"]
    async with child.socket() as socket:
        await socket.send_json({"id": str(uuid4()), "text": "one"})
        await frames_until(socket, lambda f: "ack" in f)
    priya = served.iro()
    served.staff_say("iro", priya, "Hello, I'm back on Monday.")
    async with child.socket() as socket:
        await socket.send_json({"after": last, "view": begun["view"]})
        frames = await frames_until(socket, lambda f: f.get("from") == "iro")
    assert [f["from"] for f in frames] == ["child", "bot", "iro"]
    assert (frames[-1]["name"], frames[-1]["job"]) == ("Priya", "Independent Reviewing Officer")


async def test_more_than_one_look_holds_comes_through_whole_and_in_order(child: Child) -> None:
    await child.begin()
    async with child.socket() as socket:
        await socket.send_json({"id": str(uuid4()), "text": "say 1200"})
        frames = await frames_until(socket, lambda f: f.get("text") == "Line 1200")
    numbers = [f["seq"] for f in frames if "seq" in f]
    assert numbers == list(range(numbers[0], numbers[0] + 1201))


async def test_what_others_write_arrives_without_a_wake(child: Child, served: Served) -> None:
    await child.begin()
    priya = served.iro()
    async with child.socket() as socket:
        await socket.send_json({"after": 2})
        served.chat.hub.wake = lambda topics: None  # type: ignore[method-assign]
        served.staff_say("iro", priya, "From another replica.")
        del served.chat.hub.wake
        frames = await frames_until(socket, lambda f: f.get("from") == "iro")
    assert frames[-1]["text"] == "From another replica."


async def test_joining_the_childs_own_conversation_starts_the_page_anew(child: Child, served: Served) -> None:
    child_id = served.child()
    served.earlier(child_id, "Said on another day.")
    begun = await child.begin()
    async with child.socket() as socket:
        await socket.send_json({"after": begun["messages"][-1]["seq"], "view": begun["view"]})
        served.link(child_id, tell=False)
        (reset,) = await frames_until(socket, lambda f: f.get("reset"))
        assert reset["view"] != begun["view"]
        await socket.send_json({"after": 0, "view": reset["view"]})
        frames = await frames_until(socket, lambda f: f.get("text") == "Is it OK to carry on?")
    assert frames[0]["text"] == "Said on another day."
    assert [f["seq"] for f in frames] == sorted(f["seq"] for f in frames)


async def test_a_page_that_was_away_while_it_was_joined_is_told_too(child: Child, served: Served) -> None:
    child_id = served.child()
    served.earlier(child_id, "Said on another day.")
    begun = await child.begin()
    served.link(child_id)
    async with child.socket() as socket:
        await socket.send_json({"after": 2, "view": begun["view"]})
        (reset,) = await frames_until(socket, lambda f: f.get("reset"))
    polled = await child.get(f"/chat/messages?after=2&view={begun['view']}")
    assert polled["reset"]
    assert polled["view"] == reset["view"]
    assert polled["messages"][0]["text"] == "Said on another day."


async def test_the_child_is_told_that_it_was_read(child: Child, served: Served) -> None:
    await child.begin()
    async with child.socket() as socket:
        await socket.send_json({"id": str(uuid4()), "text": "please read this"})
        (*_, own, _) = await frames_until(socket, _is_bot)
        assert "read_at" not in own
        served.later(minutes=5)
        served.iro_reads()
        (read,) = await frames_until(socket, lambda f: f.get("read_at"))
    assert read["id"] == own["id"]


AN_ID = UUID(int=1)
BAD = [
    ("not json", "not JSON"),
    ("[1]", "not a JSON object"),
    ('{"id": "1", "text": "hi"}', '"id" must be a UUID'),
    ('{"text": "hi"}', '"id" must be a UUID'),
    (f'{{"id": "{AN_ID}"}}', 'either "text" or "choice"'),
    (f'{{"id": "{AN_ID}", "text": "a", "choice": "b"}}', 'either "text" or "choice"'),
    (f'{{"id": "{AN_ID}", "text": "  "}}', "at least one character"),
    (f'{{"id": "{AN_ID}", "text": 5}}', "at least one character"),
    (f'{{"id": "{AN_ID}", "choice": "a b"}}', "button that was offered"),
    (f'{{"id": "{AN_ID}", "text": "{"x" * 20001}"}}', "20001 characters"),
    ('{"after": -1}', '"after" must be'),
    ('{"after": true}', '"after" must be'),
    ('{"after": "1"}', '"after" must be'),
    ("[" * 30000, "not JSON"),
    (f'{{"id": "{AN_ID}", "text": "{"é" * LONGEST_FRAME}"}}', "are the most"),
]


@pytest.mark.parametrize(("raw", "line"), BAD)
async def test_a_bad_frame_gets_one_clear_line_and_the_line_stays_open(child: Child, raw: str, line: str) -> None:
    await child.begin()
    async with child.socket() as socket:
        await socket.send_str(raw)
        refused = await socket.receive_json()
        assert line in refused["error"]
        assert "\n" not in refused["error"]
        await socket.send_json({"id": str(uuid4()), "text": "fine"})
        await frames_until(socket, lambda f: "ack" in f)


async def test_half_an_emoji_is_no_reason_to_lose_the_rest(child: Child, served: Served) -> None:
    await child.begin()
    async with child.socket() as socket:
        await socket.send_str(f'{{"id": "{uuid4()}", "text": "I am sad \\ud83d"}}')
        await frames_until(socket, lambda f: "ack" in f)
    assert served.stored() == ["I am sad \ufffd"]


async def test_without_a_session_there_is_no_socket(child: Child) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        async with child.socket():
            pass
    assert refused.value.status == 401


async def test_another_site_cannot_open_a_socket(child: Child) -> None:
    await child.begin()
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        async with child.socket(origin="https://elsewhere.example"):
            pass
    assert refused.value.status == 403


async def test_the_server_does_not_compress(child: Child) -> None:
    await child.begin()
    async with child.socket(compress=15) as socket:
        assert not socket.compress
