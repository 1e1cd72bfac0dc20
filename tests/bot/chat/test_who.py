"""The top bar names the IRO only to a child who has shown who they are."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from storage import absences, conversations, staff
from storage.store import Store
from tests.bot.chat.chatting import Child, Served


async def test_a_stranger_sees_the_product_and_no_name(child: Child, served: Served) -> None:
    served.child(served.iro())
    await child.begin()
    who = await child.get("/chat/who")
    assert who["linked"] is False
    assert who["iro"] is None
    assert "Priya" not in str(who)


@pytest.mark.parametrize("trust", ["full", "add_only"])
async def test_a_known_child_sees_who_and_when(child: Child, served: Served, trust: str) -> None:
    child_id = served.child(served.iro())
    await child.begin()
    served.link(child_id, trust=trust)
    who = await child.get("/chat/who")
    assert who["linked"] is True
    assert who["iro"] == {
        "first_name": "Priya",
        "initials": "PL",
        "line": "Works Monday to Thursday. Usually answers within 2 working days.",
    }
    assert who["words"]["read"] == "Priya has read this"


async def test_a_child_without_an_iro_is_told_no_name(child: Child, served: Served) -> None:
    await child.begin()
    served.link(served.child())
    who = await child.get("/chat/who")
    assert (who["linked"], who["iro"]) == (True, None)
    assert who["words"]["read"] == "Your IRO has read this"


async def test_the_words_are_those_of_the_childs_band(child: Child, served: Served) -> None:
    child_id = served.child(served.iro())
    await child.begin()
    served.link(child_id, band="younger")
    who = await child.get("/chat/who")
    assert who["band"] == "younger"
    assert who["iro"]["line"] == "Works Monday to Thursday. Answers in about 2 work days."


async def test_where_others_use_the_device_the_browser_does_not_keep_the_session(child: Child, served: Served) -> None:
    await child.begin()
    async with child.http.get(f"{served.url}/chat/who") as response:
        assert response.cookies["my-iro"]["max-age"]
    here = served.only_address().conversation_id

    def shared(store: object) -> None:
        conversation = conversations.lock(store, [here])[here]  # type: ignore[arg-type]
        conversation.shared_device = "someone_might"
        conversations.save(store, [conversation])  # type: ignore[arg-type]

    served.write(shared)
    async with child.http.get(f"{served.url}/chat/who") as response:
        assert not response.cookies["my-iro"]["max-age"]


async def test_the_page_itself_carries_the_help_numbers_without_any_script(child: Child, served: Served) -> None:
    async with child.http.get(served.url + "/") as response:
        html = await response.text()
    inside = html.split("<noscript>")[1].split("</noscript>")[0]
    assert "999" in inside
    assert "0800 1111" in inside


async def test_the_name_waits_until_the_child_was_asked_whether_they_know_it(child: Child, served: Served) -> None:
    child_id = served.child(served.iro())
    await child.begin()
    served.link(child_id, told=False)
    who = await child.get("/chat/who")
    assert (who["linked"], who["iro"]) == (True, None)


@pytest.mark.parametrize("named", [True, False])
async def test_while_a_deputy_stands_in_the_bar_says_who_and_until_when(
    child: Child, served: Served, named: bool
) -> None:
    iro, beth = served.iro(), served.iro("EXS-006", first_name="Beth")
    child_id = served.child(iro)
    await child.begin()
    served.link(child_id, told=named)
    until = served.clock() + timedelta(days=16)

    def leave(store: Store) -> None:
        staff.name_deputy(store, iro, beth, None, served.clock())
        absences.record(store, iro, "leave", served.clock(), until, None, served.clock())

    served.database.write_now(leave)
    who = await child.get("/chat/who")
    if named:
        assert who["iro"]["first_name"] == "Priya", "who their IRO still is"
        assert re.fullmatch(r"Away until \w+day \d+ \w+\. Beth stands in\.", who["iro"]["line"])
    else:
        assert who["iro"] is None
        assert who["standing_in"] == "For now Beth reads what you write, and answers."
        assert "Priya" not in str(who)
    served.clock.now = until + timedelta(days=14)
    assert "Beth" not in str(await child.get("/chat/who"))
