"""The IRO's day: who needs me, a child's page, and what an IRO must never see."""

from __future__ import annotations

import contextlib
import re
from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from portal.access import Role
from storage import audit, caseload, concerns, conversations, messages, requests
from storage.audit import AuditEvent
from storage.database import Database
from storage.store import Store
from storage.tables import audit_events
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.support.prepared import NOW

PAGE = "/staff/children/EXC-0001"


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


async def seen(here: World, path: str = "/staff/today", status: int = 200) -> str:
    return await here.seen(path, Role.IRO, status)


async def sent(here: World, path: str, **form: str) -> tuple[int, str, str]:
    return await here.sent(path, Role.IRO, "/staff/today", **form)


def recorded(here: World, event: AuditEvent) -> list[dict[str, object]]:
    query = audit_events.select().where(audit_events.c.event == str(event))
    return list(here.database.read_now(lambda store: store.rows(query)))


async def test_with_no_children_the_page_says_who_to_ask(here: World) -> None:
    text = await seen(here)
    assert "Nobody is waiting for you." in text
    assert "No child is allocated to you today." in text


async def test_who_has_waited_longest_stands_first_and_a_broken_promise_is_marked(here: World) -> None:
    for number, days in ((1, 1), (2, 8), (3, 2)):
        child = here.child(f"EXC-000{number}", preferred_name=f"Child{number}")
        here.says(child, "when is my meeting", at=NOW - timedelta(days=days), for_iro=True)
    here.child("EXC-0004", preferred_name="Quiet")
    text = await seen(here)
    waiting = text.split("Reviews soon")[0]
    assert waiting.index("Child2") < waiting.index("Child3") < waiting.index("Child1")
    assert "Quiet" not in waiting
    assert "Waiting 5 working days: longer than promised" in waiting
    assert waiting.count("longer than promised") == 1
    assert "1 was promised it by a day that has passed" in waiting


async def test_only_a_real_reply_stops_the_clock(here: World) -> None:
    child = here.child()
    here.says(child, "can you ring me", at=NOW - timedelta(days=4), for_iro=True)
    here.says(child, "Beth usually answers by Tuesday.", author="bot")
    here.says(child, "hello??", for_iro=True)
    assert "Thursday 19 November<" in await seen(here)
    status, to, _ = await sent(here, f"{PAGE}/reply", text="Yes, tomorrow at 4.")
    assert (status, to) == (303, f"{PAGE}?done=reply")
    assert "Nobody is waiting for you." in await seen(here)
    assert len(recorded(here, AuditEvent.REPLY_SENT)) == 1


async def test_an_officers_message_does_not_stop_the_iros_clock(here: World) -> None:
    child = here.child()
    here.says(child, "can you ring me", for_iro=True)
    here.says(child, "I am Rafiq.", author="duty")
    assert "1 child needs something from you" in await seen(here)


async def test_a_message_passed_on_later_waits_from_then(here: World) -> None:
    child = here.child()
    message = here.says(child, "i want to see jay more", at=NOW - timedelta(days=9))
    here.says(child, "hello", author="iro", at=NOW - timedelta(days=8))
    here.asks(child, kind="message", words="i want to see jay more", message_id=message)
    assert "Waiting since Saturday" in await seen(here)


async def test_requests_and_messages_to_read_first_stand_on_today(here: World) -> None:
    asked, worried = here.child(preferred_name="Gee"), here.child("EXC-0002", preferred_name="Soph")
    here.asks(asked, due_on=date(2026, 11, 20))
    here.says(worried, "i dont sleep much", level="look")
    text = await seen(here)
    assert "Promise broken" in text
    assert re.search(r"Wants to hear from you by telephone.*?:\s+<span[^>]*>Promise broken", text)
    assert "Read this first" in text


async def test_what_nobody_has_read_yet_is_named_until_it_is_opened(here: World) -> None:
    here.says(here.child(preferred_name="Gee"), "we won 3 nil")
    assert re.search(r"New to read, nothing asked: .*Gee, 12</a> \(1\)", await seen(here))
    await seen(here, PAGE)
    assert "New to read" not in await seen(here)


async def test_a_review_soon_says_whether_views_are_in(here: World) -> None:
    said, silent = here.child(preferred_name="Said"), here.child("EXC-0002", preferred_name="Silent", joined=False)
    here.review(said, "EXR-0001", planned_for=date(2026, 11, 24))
    here.review(silent, "EXR-0002", planned_for=date(2026, 11, 26))
    here.answers(said, "home.how", "its ok")
    here.answers(said, "home.best", "my room")
    text = await seen(here)
    assert "<strong>1 has no views yet</strong>" in text
    assert "2 questions answered" in text
    assert "None yet: not joined" in text


async def test_views_from_before_the_last_review_do_not_count(here: World) -> None:
    child = here.child()
    here.answers(child, "home.how", "its ok")
    here.review(child, "EXR-0001", held_on=date(2026, 11, 23), status="held")
    here.review(child, "EXR-0002", number=2, planned_for=date(2026, 11, 30))
    assert "None yet" in await seen(here)


async def test_the_page_shows_the_childs_own_words_and_marks_them_read(here: World) -> None:
    child = here.child()
    message = here.says(child, "i <b>rly</b> want a dog", for_iro=True)
    text = await seen(here, PAGE)
    assert "i &lt;b&gt;rly&lt;/b&gt; want a dog" in text
    kept = here.database.read_now(lambda store: messages.by_id(store, message))
    assert kept.read_at is not None
    assert [row["child_id"] for row in recorded(here, AuditEvent.CONVERSATION_READ)] == [child]


@pytest.mark.parametrize("reference", ["EXC-0009", "EXC-0404"])
async def test_another_iros_child_is_a_page_that_is_not_there(here: World, reference: str) -> None:
    other = here.colleague()
    here.child("EXC-0009", iro=other, preferred_name="Notmine")
    text = await seen(here, f"/staff/children/{reference}", status=404)
    assert "Notmine" not in text
    assert "There is nothing here" in text
    status, _, _ = await sent(here, f"/staff/children/{reference}/reply", text="hi")
    assert status == 404
    assert len(recorded(here, AuditEvent.STAFF_DENIED)) == 2


async def test_the_answer_is_the_same_for_a_child_of_another_and_for_none(here: World) -> None:
    here.child("EXC-0009", iro=here.colleague())
    one, none = [await seen(here, f"/staff/children/EXC-0{n}", status=404) for n in ("009", "404")]
    assert one.split("<main")[1] == none.split("<main")[1]


async def test_what_only_the_iro_may_know_stands_apart(here: World) -> None:
    child = here.child()
    here.answers(child, "home.how", "i like it", share="review")
    here.answers(child, "worries.what", "dads letters")
    here.answers(child, "health.feel", "", state="skipped")
    text = await seen(here, PAGE)
    shared, private = text.split("Only you may know this")
    assert "i like it" in shared.split("May be said at the review")[1]
    assert "dads letters" in private
    assert "dads letters" not in shared
    assert "Chose not to say:</strong> Health and feelings" in text
    assert "Not asked yet:</strong> What they most want to happen" in text
    assert recorded(here, AuditEvent.WISHES_READ)


async def test_levels_are_told_apart_without_the_screens_findings(here: World) -> None:
    child = here.child()
    here.says(child, "cant sleep", level="look", rule="sleeps_badly", category="hopelessness")
    here.concern(child, "he hit me", category="physical_abuse")
    text = await seen(here, PAGE)
    assert "Something may worry them" in text
    assert "Passed to the duty officer" in text
    assert "hit_now" not in text
    assert "hit now" not in text


async def test_an_iro_a_concern_is_about_sees_neither_words_nor_that_it_exists(here: World) -> None:
    child = here.child(preferred_name="Fin")
    here.says(child, "hi", at=NOW - timedelta(minutes=9))
    concern = here.concern(child, "beth hit me", at=NOW - timedelta(minutes=8))
    here.says(child, "Thank you for telling me.", author="bot", flow="worry", at=NOW - timedelta(minutes=7))
    here.exclude(concern, here.iro)
    here.says(child, "I am Rafiq.", author="duty", at=NOW - timedelta(minutes=6))
    before = await seen(here, PAGE)
    for secret in ("beth hit me", "Thank you for telling me", "I am Rafiq", "duty officer"):
        assert secret not in before
    today = await seen(here)
    assert "duty officer" not in today
    assert "Nobody is waiting for you." in today
    here.says(child, "when is my meeting", for_iro=True)
    after = await seen(here, PAGE)
    assert "when is my meeting" in after
    assert "beth hit me" not in after


async def test_what_joins_a_concern_after_the_exclusion_is_kept_from_that_iro_too(here: World) -> None:
    child = here.child()
    concern = here.concern(child, "beth hit me")
    here.exclude(concern, here.iro)
    later = here.says(child, "she did it again", for_iro=True, level="look", at=NOW + timedelta(minutes=1))

    def joins(store: Store) -> None:
        talk = conversations.of_children(store, [child])[child]
        concerns.event(store, concern, talk.key_id, NOW, "joined", message_id=later)

    here.database.write_now(joins)
    assert "Nobody is waiting for you." in await seen(here)
    assert "she did it again" not in await seen(here, PAGE)


async def test_a_withheld_message_has_no_clock_no_count_and_stays_unread(here: World) -> None:
    child = here.child()
    message = here.says(child, "i want to complain about beth", for_iro=True, level="look")
    here.withhold(message, here.iro)
    here.asks(child, kind="message", words="i want to complain about beth", message_id=message)
    assert "Nobody is waiting for you." in await seen(here)
    text = await seen(here, PAGE)
    assert "complain" not in text.split("<main")[1]
    kept = here.database.read_now(lambda store: messages.by_id(store, message))
    assert kept.read_at is None


async def test_times_are_offered_and_the_child_is_asked_which(here: World) -> None:
    child = here.child()
    asked = here.asks(child)
    form = {"day1": "2026-11-23", "time1": "16:30", "slot1": "2026-11-24T16:00"}
    status, _, _ = await sent(here, f"{PAGE}/requests/{asked}/offer", **form)
    assert status == 303
    facts = {"times": "2026-11-23T16:30 2026-11-24T16:00", "how": "call", "moved": ""}
    assert here.mouth.told == [("contact_proposed", facts)]
    assert here.database.read_now(lambda store: requests.get(store, asked)).state == "open", "nothing is agreed yet"
    assert "has not picked one yet" in await seen(here, PAGE)


async def test_contact_is_done_only_when_it_was_held(here: World) -> None:
    child = here.child()
    asked = here.asks(child)
    status, _, _ = await sent(here, f"{PAGE}/requests/{asked}/done", answer="I will ring soon.")
    assert status == 404
    form = {
        "what": "held",
        "how": "call",
        "day": "2026-11-20",
        "time": "16:30",
        "minutes": "20",
        "note": "Twenty minutes.",
    }
    status, _, _ = await sent(here, f"{PAGE}/requests/{asked}/record", **form)
    assert status == 303
    assert here.database.read_now(lambda store: requests.get(store, asked)).state == "done"
    page = await seen(here, PAGE)
    assert "Twenty minutes." in page
    assert "None on record" not in page.split("Last contact")[1][:400]


@pytest.mark.parametrize(
    ("form", "what"),
    [
        ({"day1": "", "time1": ""}, "Give a day and a time"),
        ({"day1": "2026-11-23", "time1": ""}, "Give a day and a time"),
        ({"day1": "2026-11-20", "time1": "16:30"}, "That time has passed"),
    ],
)
async def test_a_time_that_is_none_changes_nothing(here: World, form: dict[str, str], what: str) -> None:
    child = here.child()
    asked = here.asks(child)
    status, _, text = await sent(here, f"{PAGE}/requests/{asked}/offer", **form)
    assert (status, what in text) == (400, True)
    assert here.mouth.told == []


async def test_another_childs_request_is_not_there(here: World) -> None:
    here.child()
    other = here.child("EXC-0002", iro=here.colleague())
    asked = here.asks(other)
    status, _, _ = await sent(here, f"{PAGE}/requests/{asked}/done", answer="done")
    assert status == 404
    assert here.database.read_now(lambda store: requests.get(store, asked)).state == "open"


async def test_a_child_who_asked_not_to_be_written_to_is_not_unless_somebody_checked(here: World) -> None:
    child = here.child()
    here.says(child, "hi", for_iro=True)
    here.change(child, safe_to_write="no")
    status, _, text = await sent(here, f"{PAGE}/reply", text="I will come on Monday.")
    assert status == 400
    assert "asked not to be written to here" in text
    assert "I will come on Monday." in text, "what was typed is not lost"
    status, _, _ = await sent(here, f"{PAGE}/reply", text="I will come on Monday.", checked="yes")
    assert status == 303
    assert [row["detail"] for row in recorded(here, AuditEvent.REPLY_SENT)] == ["checked it is safe"]


async def test_the_first_message_may_be_the_iros(here: World) -> None:
    child = here.child(joined=False)
    assert "has not joined yet" in await seen(here, PAGE)
    status, _, _ = await sent(here, f"{PAGE}/reply", text="Hello, I am Beth.")
    assert status == 303
    said = here.database.read_now(lambda store: messages.of_conversation(store, _talk(store, child)))
    assert [message.text for message in said] == ["Hello, I am Beth."]


def _talk(store, child):  # type: ignore[no-untyped-def]
    return conversations.of_children(store, [child])[child].id


async def test_knowing_me_is_shown_and_an_earlier_iro_does_not_count(here: World) -> None:
    knows, knew = here.child(), here.child("EXC-0002")
    here.reaches(knows, "knowing", "recalled")
    here.reaches(knew, "knowing", "recalled", iro=here.colleague())
    text = await seen(here)
    assert "Knows your name" in text
    assert "Knew the one before you" in text


async def test_the_queries_do_not_grow_with_the_children(here: World) -> None:
    counts = []
    for first, last in ((1, 3), (3, 30)):
        for number in range(first, last):
            here.says(here.child(f"EXC-{number:04}"), "hi", for_iro=True)
        with counted(here) as seen_queries:
            cases = here.database.read_now(lambda store: caseload.of_iro(store, here.iro, NOW.date()))
        assert len(cases) == last - 1
        counts.append(len(seen_queries))
    assert counts[1] <= counts[0]


@contextlib.contextmanager
def counted(here: World):  # type: ignore[no-untyped-def]
    import sqlalchemy as sa

    statements: list[str] = []

    def note(_c: object, _k: object, statement: str, *_: object) -> None:
        statements.append(statement)

    sa.event.listen(here.database.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        sa.event.remove(here.database.engine, "before_cursor_execute", note)


async def test_the_trail_still_holds(here: World) -> None:
    here.says(here.child(), "hi", for_iro=True)
    await seen(here, PAGE)
    assert here.database.read_now(audit.verify)[1] is None
    assert here.database.read_now(lambda store: concerns.queue(store, here.iro)) == []
