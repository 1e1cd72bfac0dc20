"""Writing to a child from the portal: openings, a good time, second thoughts, and giving the bot the word again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import pytest

from portal.access import Role
from storage import children, conversations, letters, messages, milestones
from storage.database import Database
from storage.letters import Letter
from storage.messages import Message
from storage.store import Store
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.support.prepared import NOW

PAGE = "/staff/children/EXC-0001"
WORDS = "Hi Fin. I rang Rob. He says yes."


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        opened.child(preferred_name="Fin")
        yield opened


async def sent(here: World, path: str = f"{PAGE}/reply", **form: str) -> tuple[int, str, str]:
    return await here.sent(path, Role.IRO, "/staff/today", **form)


def kept(here: World) -> list[Letter]:
    return here.database.read_now(lambda store: letters.open_in(store, [talk(store)]).get(talk(store), []))


def said(here: World) -> list[Message]:
    return here.database.read_now(lambda store: messages.of_conversation(store, talk(store)))


def talk(store: Store):
    child = children.by_reference(store, "EXC-0001")
    assert child is not None
    return conversations.of_children(store, [child.id])[child.id].id


async def test_an_opening_is_put_in_and_not_sent_as_it_stands(here: World) -> None:
    status, _, text = await sent(here, step="opening", opening="thanks", text="")
    assert status == 200
    assert "thank you for telling me about [what they told you]" in text
    status, _, text = await sent(here, step="send", text="Hi Fin, thank you for telling me about [what they told you].")
    assert status == 400
    assert "There is still a gap in square brackets" in text
    assert "thank you for telling me about" in text, "nothing that was typed is lost"
    assert said(here) == []


async def test_it_is_looked_at_with_the_childs_eyes_and_hints_keep_nothing(here: World) -> None:
    _, _, text = await sent(here, step="preview", text="Your placement is statutory.")
    assert "As Fin will see it" in text
    assert "where you live" in text
    status, _, text = await sent(here, f"{PAGE}/hints", text="Your placement is statutory.")
    assert status == 200
    assert "Instead of <strong>placement</strong>" in text
    assert said(here) == []


async def test_what_is_written_for_later_stands_on_the_page_and_may_be_changed_sent_or_taken_back(here: World) -> None:
    status, to, _ = await sent(here, step="later", text=WORDS, when="monday_morning")
    assert (status, to) == (303, f"{PAGE}?done=later")
    assert [one.text for one in kept(here)] == [WORDS]
    page = await here.seen(PAGE, Role.IRO)
    assert "Written, and not sent yet" in page
    letter = str(kept(here)[0].id)
    _, _, text = await sent(here, f"{PAGE}/letters/{letter}", step="change")
    assert f'name="letter" value="{letter}"' in text
    status, _, _ = await sent(here, step="later", text=WORDS + " Bye.", when="tomorrow", letter=letter)
    assert [one.text for one in kept(here)] == [WORDS + " Bye."]
    status, _, _ = await sent(here, step="send", text=WORDS, letter=str(kept(here)[0].id))
    assert status == 303
    assert kept(here) == []
    assert [m.text for m in said(here)] == [WORDS]
    status, _, text = await sent(here, step="send", text=WORDS, letter=letter)
    assert (status, "sent or taken back already" in text) == (400, True)


@pytest.mark.parametrize(("day", "time"), [("2026-11-23", "11:00"), ("2026-11-23", "23:00")])
async def test_a_time_in_which_the_child_cannot_read_is_not_taken_and_a_better_one_is_said(
    here: World, day: str, time: str
) -> None:
    status, _, text = await sent(here, step="later", text=WORDS, when="own", day=day, time=time)
    assert status == 400
    assert "The next good time is" in text
    assert kept(here) == []


async def test_a_letter_that_was_stopped_stands_on_today(here: World) -> None:
    await sent(here, step="later", text=WORDS, when="monday_morning")
    letter = kept(here)[0]
    here.database.write_now(lambda store: letters.stop(store, letter, "held", "concern", NOW))
    assert "waits for you to look at it" in await here.seen("/staff/today", Role.IRO)
    assert "a concern is open" in await here.seen(PAGE, Role.IRO)


async def test_nobody_touches_the_letters_or_messages_of_another_child(here: World) -> None:
    here.child("EXC-0002")
    await sent(here, step="later", text=WORDS, when="monday_morning")
    other = "/staff/children/EXC-0002"
    assert (await sent(here, f"{other}/letters/{kept(here)[0].id}", step="back"))[0] == 404
    assert (await sent(here, f"{other}/messages/{uuid4()}", step="back", why="x"))[0] == 404
    assert len(kept(here)) == 1


async def test_the_bot_is_given_the_word_again(here: World) -> None:
    def begin(store: Store) -> None:
        conversation = conversations.lock(store, [talk(store)])[talk(store)]
        conversation.talking_with, conversation.talking_until = here.iro, NOW + timedelta(hours=12)
        conversations.save(store, [conversation])

    here.database.write_now(begin)
    assert "Let the computer answer again" in await here.seen(PAGE, Role.IRO)
    assert (await sent(here, f"{PAGE}/hand-back"))[0] == 303
    assert "Let the computer answer again" not in await here.seen(PAGE, Role.IRO)


async def test_only_what_was_shown_is_read_and_by_whom(here: World) -> None:
    child = here.database.read_now(lambda store: conversations.children_of(store, [talk(store)])[talk(store)])
    first = here.says(child, "the very first", at=NOW - timedelta(days=3))
    for number in range(40):
        here.says(child, f"computer {number}", author="bot", at=NOW - timedelta(days=2))
    assert "the very first" in await here.seen(PAGE, Role.IRO), "nothing unread stays hidden"
    read = here.database.read_now(lambda store: messages.by_id(store, first))
    assert (read.read_at is not None, read.read_by) == (True, here.iro)


async def test_an_iro_reads_that_the_child_said_stop_until_they_come_back(here: World) -> None:
    child = here.database.read_now(lambda store: children.by_reference(store, "EXC-0001").id)
    here.says(child, "stop", at=NOW - timedelta(hours=2))

    def stopped(store: Store) -> None:
        talk = conversations.of_children(store, [child])[child]
        milestones.reach(store, talk, NOW - timedelta(hours=2), "stopped", channel="web", staff_id=here.iro)

    here.database.write_now(stopped)
    assert "Fin said stop" in await here.seen(PAGE, Role.IRO)
    here.says(child, "hi", at=NOW - timedelta(hours=1))
    assert "Fin said stop" not in await here.seen(PAGE, Role.IRO)
