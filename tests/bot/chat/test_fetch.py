"""Over plain requests: the session, and messages for those who have no WebSocket."""

from __future__ import annotations

from uuid import uuid4

import pytest

from bot.chat.chat import Chat
from bot.chat.frames import direction_of
from bot.settings import Settings
from reviews.settings import ReviewSettings
from tests.bot.chat.chatting import Child, Served, serving


async def test_a_new_visitor_gets_a_cookie_no_script_can_read_and_the_first_messages(child: Child) -> None:
    async with child.http.post(f"{child.served.url}/chat/session", json={}) as response:
        begun = await response.json()
        cookie = response.cookies["my-iro"]
    assert [m["text"] for m in begun["messages"]] == ["Hello. I'm a computer, not a person.", "Is it OK to carry on?"]
    assert begun["messages"][1]["choices"][0] == {"id": "yes", "label": "Yes, that's fine", "symbol": "👍"}
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert not cookie["secure"]


async def test_on_a_real_site_the_cookie_travels_encrypted_only(served: Served, child: Child) -> None:
    settings = Settings(authority="exampleshire", secure_cookies=True)
    chat = Chat(served.database, served.intake, served.chat.hub, served.clock, settings, ReviewSettings())
    async with serving(chat) as url, child.http.post(f"{url}/chat/session", json={}) as response:
        cookie = response.cookies["__Host-my-iro"]
    assert cookie["secure"]
    assert cookie["path"] == "/"
    assert not cookie["domain"]


async def test_coming_back_shows_the_same_conversation_and_does_not_arrive_again(child: Child, served: Served) -> None:
    first = await child.begin()
    await child.post("/chat/messages", {"id": str(uuid4()), "text": "see you"})
    again = await child.begin()
    assert [m["id"] for m in again["messages"][:2]] == [m["id"] for m in first["messages"]]
    assert [m["from"] for m in again["messages"]] == ["bot", "bot", "child", "bot"]
    assert [a.kind for a in served.intake.arrivals] == ["arrived", "text"]


async def test_the_token_is_not_in_what_is_stored_beside_the_messages(child: Child, served: Served) -> None:
    await child.begin()
    token = next(cookie.value for cookie in child.http.cookie_jar)
    arrival = served.intake.arrivals[0]
    assert arrival.sender == token
    assert token[:8] not in arrival.external_id


async def test_a_card_in_the_link_arrives_with_it(child: Child, served: Served) -> None:
    begun = await child.begin(invite="OTTER-42", band="older", lang="cy")
    assert begun["messages"][0]["text"] == "You have a card: OTTER-42."
    arrived = served.intake.arrivals[0]
    assert (arrived.invite, arrived.band, arrived.lang) == ("OTTER-42", "older", "cy")


async def test_a_card_opened_later_arrives_until_the_child_is_known(child: Child, served: Served) -> None:
    await child.begin()
    later = await child.begin(invite="OTTER-42")
    assert later["messages"][-1]["text"] == "You have a card: OTTER-42."
    served.link(served.child())
    await child.begin(invite="OTTER-42")
    assert [a.invite for a in served.intake.arrivals] == ["", "OTTER-42"]


async def test_oddities_in_the_link_keep_nobody_out(child: Child, served: Served) -> None:
    await child.begin(band="ancient", lang="../../etc", invite="x" * 500)
    arrived = served.intake.arrivals[0]
    assert (arrived.band, arrived.lang, len(arrived.invite)) == ("middle", "en", 40)


async def test_an_answer_that_takes_too_long_does_not_hold_the_page(
    child: Child, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.chat.fetch.FIRST_WORDS_SECONDS", 0.05)
    served.intake.silent = True
    assert (await child.begin())["messages"] == []


async def test_a_message_is_acknowledged_and_fetched(child: Child, served: Served) -> None:
    begun = await child.begin()
    number = str(uuid4())
    for _ in range(2):
        assert await child.post("/chat/messages", {"id": number, "text": "by post"}) == {"ack": number}
    new = await child.get(f"/chat/messages?after={begun['messages'][-1]['seq']}&view={begun['view']}")
    assert [(m["from"], m["text"]) for m in new["messages"]] == [
        ("child", "by post"), ("bot", "Thank you. I've kept that."),
    ]  # fmt: skip
    assert new["messages"][0]["client_id"] == number
    assert "reset" not in new


async def test_what_was_not_kept_is_asked_for_again(child: Child, served: Served) -> None:
    await child.begin()
    served.intake.broken = True
    refused = await child.post("/chat/messages", {"id": str(uuid4()), "text": "hm"}, status=503)
    assert "Send it again" in refused["error"]


async def test_without_a_session_nothing_is_taken_or_shown(child: Child, served: Served) -> None:
    await child.post("/chat/messages", {"id": str(uuid4()), "text": "who am I"}, status=401)
    await child.get("/chat/messages?after=0", status=401)
    await child.get("/chat/who", status=401)
    assert served.intake.arrivals == []


async def test_an_unknown_cookie_begins_anew(child: Child) -> None:
    child.http.cookie_jar.update_cookies({"my-iro": "made-up"})
    assert (await child.begin())["messages"]


@pytest.mark.parametrize("after", ["x", "-1", "1e3", "٣x", "9" * 20, ""])
async def test_a_number_that_is_none_is_refused_in_one_line(child: Child, after: str) -> None:
    await child.begin()
    assert '"after"' in (await child.get(f"/chat/messages?after={after}", status=400))["error"]


async def test_add_only_sees_what_was_said_here_and_nothing_else(child: Child, served: Served) -> None:
    child_id = served.child()
    served.earlier(child_id, "Said on another phone.")
    await child.begin()
    served.link(child_id, trust="add_only")
    shown = (await child.begin())["messages"]
    assert "Said on another phone." not in [m["text"] for m in shown]
    assert shown


async def test_another_childs_card_on_the_same_phone_opens_another_conversation(child: Child, served: Served) -> None:
    first, second = served.child(), served.child(reference="EXC-0002")
    card = served.card(second, "HERON-17")
    begun = await child.begin()
    served.link(first)
    await child.post("/chat/messages", {"id": str(uuid4()), "text": "only mine"})
    others = await child.begin(invite=card)
    assert others["view"] != begun["view"]
    assert [m["text"] for m in others["messages"]] == ["You have a card: HERON-17."]


async def test_the_childs_own_card_scanned_again_shows_the_conversation(child: Child, served: Served) -> None:
    child_id = served.child()
    card = served.card(child_id, "OTTER-42")
    await child.begin()
    served.link(child_id)
    await child.post("/chat/messages", {"id": str(uuid4()), "text": "only mine"})
    again = await child.begin(invite=card)
    assert "only mine" in [m["text"] for m in again["messages"]]


@pytest.mark.parametrize(
    ("text", "direction"),
    [("Hello", "ltr"), ("مرحبا", "rtl"), ("123 שלום", "rtl"), ("...", "ltr"), ("OK مرحبا", "ltr"), ("", "ltr")],
)
def test_words_run_the_way_of_their_letters(text: str, direction: str) -> None:
    assert direction_of(text) == direction
