"""A locked browser is shown nothing, takes every word in, and is closed after five wrong tries."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from storage import children, conversations, locks
from tests.bot.chat.chatting import Child, Served, frames_until
from tests.support.prepared import NOW

WORD = {"kind": "word", "secret": "Purple Frog"}


@pytest.fixture
async def linked(child: Child, served: Served) -> UUID:
    """A child with an IRO who has shown who they are."""
    child_id = served.child(served.iro())
    await child.begin()
    served.link(child_id)
    return child_id


async def says_others_see(served: Served) -> None:
    here = served.only_address().conversation_id

    def work(store):  # type: ignore[no-untyped-def]
        conversation = conversations.lock(store, [here])[here]
        conversation.shared_device = "someone_might"
        conversations.save(store, [conversation])

    served.write(work)


async def locks_it(child: Child) -> None:
    await child.post("/chat/lock", WORD)
    assert await child.post("/chat/exit", {}) == {"locked": "word"}


async def nothing_is_shown(child: Child, kind: str) -> None:
    for path in ("/chat/who", "/chat/messages?after=0"):
        assert await child.get(path, status=423) == {"locked": kind}
    assert await child.post("/chat/session", {}, status=423) == {"locked": kind}
    async with child.http.get(child.served.url + "/") as response:
        page = await response.text()
    assert "Priya" not in page
    async with child.socket() as socket:
        await socket.send_json({"after": 0})
        frames = await frames_until(socket, lambda frame: "locked" in frame)
    assert frames == [{"locked": kind}]


@pytest.mark.usefixtures("linked")
async def test_a_locked_browser_is_shown_nothing_not_even_a_name(child: Child, served: Served) -> None:
    await locks_it(child)
    await nothing_is_shown(child, "word")
    assert await child.post("/chat/unlock", {"secret": " purple  FROG"}) == {}
    assert (await child.get("/chat/who"))["iro"]["first_name"] == "Priya"


@pytest.mark.usefixtures("linked")
async def test_words_are_taken_in_while_it_is_locked(child: Child, served: Served) -> None:
    await locks_it(child)
    said = {"id": str(uuid4()), "text": "somebody help", "help": True}
    assert await child.post("/chat/messages", said) == {"ack": said["id"]}
    assert served.stored() == ["somebody help"]
    assert served.intake.arrivals[-1].behind == "lock"


@pytest.mark.usefixtures("linked")
async def test_it_locks_by_itself_when_nothing_is_done(child: Child, served: Served) -> None:
    await child.post("/chat/lock", WORD)
    served.later(minutes=4)
    await child.post("/chat/here", {})
    served.later(minutes=4)
    assert (await child.get("/chat/who"))["device"]["lock"] == "word"
    served.later(minutes=1, seconds=1)
    await nothing_is_shown(child, "word")


@pytest.mark.usefixtures("linked")
async def test_five_wrong_tries_close_the_session_here_and_touch_nothing_else(child: Child, served: Served) -> None:
    await child.post("/chat/messages", {"id": str(uuid4()), "text": "keep this"})
    await locks_it(child)
    for left in (4, 3, 2, 1):
        assert await child.post("/chat/unlock", {"secret": "guess"}, status=403) == {"left": left}
    await child.post("/chat/unlock", {"secret": "guess"}, status=401)
    await child.post("/chat/unlock", {"secret": "purple frog"}, status=401)
    assert served.only_address().state == "closed"
    assert served.stored() == ["keep this"]
    opened = await child.begin()
    assert "keep this" not in str(opened)


@pytest.mark.usefixtures("linked")
async def test_a_right_try_forgives_the_wrong_ones(child: Child) -> None:
    await locks_it(child)
    for _ in range(2):
        for _ in range(4):
            await child.post("/chat/unlock", {"secret": "guess"}, status=403)
        await child.post("/chat/unlock", {"secret": "purple frog"})
        await child.post("/chat/exit", {})


@pytest.mark.usefixtures("linked")
@pytest.mark.parametrize("secret", ["abc", "", 7, "x" * 81, None])
async def test_a_word_too_short_or_odd_is_no_lock(child: Child, secret: object) -> None:
    await child.post("/chat/lock", {"kind": "word", "secret": secret}, status=400)
    await child.post("/chat/lock", {"kind": "pattern", "secret": secret}, status=400)


@pytest.mark.usefixtures("linked")
async def test_a_pattern_of_four_dots_each_once(child: Child) -> None:
    await child.post("/chat/lock", {"kind": "pattern", "secret": "1123"}, status=400)
    await child.post("/chat/lock", {"kind": "pattern", "secret": "1258"})
    assert await child.post("/chat/exit", {}) == {"locked": "pattern"}
    await child.post("/chat/unlock", {"secret": "8521"}, status=403)
    await child.post("/chat/unlock", {"secret": "1258"})


@pytest.mark.usefixtures("linked")
async def test_only_who_knows_the_lock_changes_it(child: Child, served: Served) -> None:
    await child.post("/chat/lock", WORD)
    await child.post("/chat/lock", {"kind": ""}, status=403)
    await child.post("/chat/lock", {"kind": "word", "secret": "mine now", "old": "guess"}, status=403)
    await child.post("/chat/lock", {"kind": "", "old": "purple frog"})
    assert await child.post("/chat/exit", {}) == {"locked": ""}


@pytest.mark.usefixtures("linked")
async def test_the_word_stands_nowhere_and_the_same_word_looks_different_elsewhere(
    served: Served, child: Child
) -> None:
    await child.post("/chat/lock", WORD)
    address = served.only_address()
    lock = served.database.read_now(lambda store: locks.of(store, address.id))
    assert lock is not None
    assert lock.secret is not None
    assert lock.secret.startswith("$argon2id$")
    assert "frog" not in lock.secret


async def test_where_others_see_the_device_leaving_locks_it_and_card_and_birthday_open_it(
    child: Child, served: Served, linked: UUID
) -> None:
    word = served.card(linked, "OTTER-42")
    other = served.child(reference="EXC-0002")
    served.card(other, "ROBIN-19")
    await says_others_see(served)
    assert await child.post("/chat/exit", {}) == {"locked": "card"}
    await nothing_is_shown(child, "card")
    born = served.database.read_now(lambda store: children.find(store, linked)).birth_date
    day = f"{born.day} {date(2000, born.month, 1):%B}"
    for card, birthday in ((word, "1 January"), ("ROBIN-19", day), ("nothing", day)):
        await child.post("/chat/unlock", {"card": card, "birthday": birthday}, status=403)
    await child.post("/chat/unlock", {"card": "otter 42", "birthday": day})
    assert (await child.get("/chat/who"))["linked"] is True
    served.later(minutes=60)
    assert (await child.get("/chat/who"))["linked"] is True


@pytest.mark.usefixtures("linked")
async def test_on_an_own_device_leaving_locks_nothing(child: Child) -> None:
    assert await child.post("/chat/exit", {}) == {"locked": ""}
    assert (await child.get("/chat/who"))["linked"] is True


async def test_a_visitor_cannot_lock_themselves_out(child: Child) -> None:
    await child.begin()
    await child.post("/chat/lock", WORD, status=409)
    assert await child.post("/chat/exit", {}) == {"locked": ""}


async def test_a_brother_or_sister_with_an_own_card_is_not_kept_out(child: Child, served: Served, linked: UUID) -> None:
    await locks_it(child)
    served.card(served.child(reference="EXC-0002"), "ROBIN-19")
    opened = await child.begin(invite="ROBIN-19")
    assert "ROBIN-19" in opened["messages"][0]["text"]
    assert (await child.get("/chat/who"))["linked"] is False


async def test_what_was_written_before_goes_to_the_conversation_it_was_written_in(child: Child, served: Served) -> None:
    slot = (await child.begin())["drop"]
    first = served.only_address()
    await child.post("/chat/forget", {})
    await child.begin()
    await child.post("/chat/messages", {"id": str(uuid4()), "text": "from before", "drop": slot})
    assert served.intake.arrivals[-1].sender == first.sender
    bad = {"id": str(uuid4()), "text": "not mine", "drop": slot[:-1] + ("0" if slot[-1] != "0" else "1")}
    await child.post("/chat/messages", bad, status=401)


@pytest.mark.usefixtures("linked")
async def test_a_forgotten_device_is_told_nothing_more(child: Child, served: Served) -> None:
    async with child.http.post(f"{served.url}/chat/forget", json={}) as response:
        assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
        assert response.cookies["my-iro"].value == ""
    await child.get("/chat/messages?after=0", status=401)
    assert served.only_address().state == "closed"


@pytest.mark.usefixtures("linked")
async def test_this_is_not_me_ends_the_session_and_reaches_a_human(child: Child, served: Served) -> None:
    await child.post("/chat/not-me", {})
    assert served.intake.arrivals[-1].choice == "not_me"
    await child.get("/chat/who", status=401)


async def test_an_open_page_is_shut_with_the_others(child: Child, served: Served, linked: UUID) -> None:
    await child.post("/chat/lock", WORD)
    async with child.socket() as socket:
        await socket.send_json({"after": 0})
        await frames_until(socket, lambda frame: frame.get("from") == "bot")
        await child.post("/chat/exit", {})
        assert (await frames_until(socket, lambda frame: "locked" in frame))[-1] == {"locked": "word"}


def test_a_lock_is_shut_by_hand_at_once_and_by_idling_only_where_the_child_set_it() -> None:
    now, five = NOW, timedelta(minutes=5)
    by_card = locks.Lock(uuid4(), uuid4(), "card", None, 0, None, now)
    assert not by_card.is_shut(now + timedelta(days=3), five)
    own = locks.Lock(uuid4(), uuid4(), "word", "hash", 0, None, now)
    assert not own.is_shut(now + timedelta(minutes=4, seconds=59), five)
    assert own.is_shut(now + five, five)
