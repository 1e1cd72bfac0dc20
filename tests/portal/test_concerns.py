"""The duty officer's queue and one concern: taken once, worked by a person, closed by a person."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import pytest

from portal.access import Role
from portal.pages.concern import Why, why
from storage import concerns, messages
from storage.audit import AuditEvent
from storage.concerns import Concern
from storage.database import Database
from storage.tables import audit_events
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.support.prepared import NOW, Templates

ACTED = {
    "outcome": "acted", "referred": "police social_worker", "done": "They came at once.", "told": "wrote",
    "words_wrote": "Amy comes at four today.",
}  # fmt: skip
KINDS = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


@pytest.fixture(params=KINDS)
async def on_either(request: pytest.FixtureRequest, prepared: Templates, clock: StandingClock) -> AsyncIterator[World]:
    with prepared.opened(request.param) as database:
        async with world(database, clock) as opened:
            yield opened


async def seen(here: World, path: str = "/staff/concerns", role: Role = Role.DUTY_OFFICER, status: int = 200) -> str:
    return await here.seen(path, role, status)


async def does(here: World, concern: UUID, act: str, role: Role = Role.DUTY_OFFICER, **form: str) -> tuple[int, str]:
    status, _, text = await here.sent(f"/staff/concerns/{concern}/{act}", role, "/staff/concerns", **form)
    return status, text


def kept(here: World, concern: UUID) -> Concern:
    """As somebody sees it whom it is not about."""
    someone = here.portal.people[Role.DATA_PROTECTION]
    return here.database.read_now(lambda store: concerns.get(store, concern, someone))


def recorded(here: World) -> list[str]:
    query = audit_events.select().order_by(audit_events.c.number)
    return [row["event"] for row in here.database.read_now(lambda store: store.rows(query))]


async def test_an_empty_queue_says_what_will_happen(here: World) -> None:
    text = await seen(here)
    assert "A new concern appears here by itself" in text
    assert '<noscript><meta http-equiv="refresh"' in text


async def test_urgent_stands_first_each_with_its_clock(on_either: World) -> None:
    here = on_either
    here.concern(here.child(preferred_name="Today"), "he shouts", level="concern", at=NOW - timedelta(hours=3))
    here.concern(here.child("EXC-0002", preferred_name="Minutes"), "he hit me", at=NOW - timedelta(minutes=4))
    text = await seen(here)
    assert text.index("Minutes, 12") < text.index("Today, 12")
    assert "Waiting 4 minutes" in text
    assert re.search(r"The next people are told in (less than a minute|1 minute), at 12:01pm", text)
    assert "<title>(2) Concerns" in text
    assert "May be about being hit or hurt" in text


async def test_a_breach_stays_visible_after_it_is_taken_and_closed(on_either: World) -> None:
    here = on_either
    concern = here.concern(here.child(), "he hit me", at=NOW - timedelta(minutes=20), breached=True)
    assert "Nobody took it in time" in await seen(here)
    await does(here, concern, "take")
    assert "Nobody took it in time" in await seen(here)
    assert (await does(here, concern, "close", **ACTED))[0] == 303
    assert "Nobody took it in time" in await seen(here)
    assert "Nobody took it in time" in await seen(here, f"/staff/concerns/{concern}")


async def test_a_visitor_and_what_the_computer_could_not_judge_are_said_plainly(here: World) -> None:
    concern = here.concern(None, "???", talk=here.visitor(), level="concern", category="unreadable", readable=False)
    for path in ("/staff/concerns", f"/staff/concerns/{concern}"):
        text = await seen(here, path)
        assert "A visitor who has not said who they are" in text
        assert "The computer could not judge this. Please read it." in text


async def test_the_page_holds_words_surroundings_reasons_and_who_was_told(here: World) -> None:
    child = here.child()
    here.says(child, "hi", at=NOW - timedelta(minutes=9))
    here.says(child, "Hello Fin.", author="bot", at=NOW - timedelta(minutes=9))
    concern = here.concern(child, "he hit me <ok>", at=NOW - timedelta(minutes=2))
    here.says(child, "dont tell", at=NOW - timedelta(minutes=1))
    text = await seen(here, f"/staff/concerns/{concern}")
    assert "he hit me &lt;ok&gt;" in text
    assert "“he hit me &lt;ok&gt;” may be about being hit or hurt" in text
    assert "rule: hit now" in text
    around = text.split("Before and after")[1]
    assert around.index("Hello Fin.") < around.index("Part of this concern") < around.index("dont tell")
    assert "Told, without any words of the child:" in text
    assert "They have not answered" in text
    assert recorded(here).count(AuditEvent.CONCERN_READ) == 1


def test_reasons_of_one_kind_are_said_once() -> None:
    found = [
        {"rule": "physical_abuse.hits_me", "quote": "carer hit me", "category": "physical_abuse"},
        {"rule": "physical_abuse.hints", "quote": "hit me", "category": "physical_abuse"},
        {"rule": "hopelessness.low", "quote": "scared", "category": "hopelessness"},
    ]
    assert why(found) == [
        Why("physical_abuse", ["carer hit me"], ["hits_me", "hints"]), Why("hopelessness", ["scared"], ["low"]),
    ]  # fmt: skip


async def test_taking_it_stops_the_ladder_and_introduces_the_officer(on_either: World) -> None:
    here = on_either
    concern = here.concern(here.child(), "he hit me")
    assert (await does(here, concern, "take"))[0] == 303
    now = kept(here, concern)
    assert (now.state, now.owner_id, now.next_step_at) == ("taken", here.officer, None)
    assert here.mouth.told == [("officer_took_it", {"who": "Rafiq", "job": "Emergency Duty Team Officer"})]
    assert AuditEvent.CONCERN_TAKEN in recorded(here)


async def test_who_comes_second_is_told_who_has_it(on_either: World) -> None:
    here = on_either
    concern = here.concern(here.child(), "he hit me")
    await does(here, concern, "take")
    status, text = await does(here, concern, "take", Role.IRO_MANAGER)
    assert status == 409
    assert "Rafiq Thistlewick took this concern" in text
    assert len(here.mouth.told) == 1, "the child is told once"
    assert kept(here, concern).owner_id == here.officer


async def test_two_who_take_it_at_once_are_one_owner_and_one_who_is_told(on_either: World) -> None:
    here = on_either
    concern = here.concern(here.child(), "he hit me")
    for role in (Role.DUTY_OFFICER, Role.IRO_MANAGER):
        await here.client(role)
    both = await asyncio.gather(*(does(here, concern, "take", role) for role in (Role.DUTY_OFFICER, Role.IRO_MANAGER)))
    assert sorted(status for status, _ in both) == [303, 409]
    assert len(here.mouth.told) == 1


@pytest.mark.parametrize("act", ["write", "hand-on", "close"])
async def test_nobody_acts_on_what_they_have_not_taken(here: World, act: str) -> None:
    concern = here.concern(here.child(), "he hit me")
    manager = str(here.portal.people[Role.IRO_MANAGER])
    status, text = await does(here, concern, act, text="hi", to=manager, note="x", outcome="acted")
    assert status == 409
    assert "Take the concern first" in text
    assert kept(here, concern).state == "open"


@pytest.mark.parametrize(("form", "what"), [
    ({"outcome": ""}, "Choose what came of it"),
    ({"outcome": "made_up"}, "Choose what came of it"),
    ({"referred": ""}, "Choose who has it now"),
    ({"referred": "police none_needed"}, "Choose either that nobody"),
    ({"done": "  "}, "Write what was done"),
    ({"told": ""}, "Choose what the child was told"),
    ({"words_wrote": ""}, "Write what the child was told"),
    ({"told": "spoke", "words_spoke": "Her carer told her.", "told_day": "x"}, "Give the day and time"),
    ({"told": "spoke", "words_spoke": "Later.", "told_day": "2026-11-22", "told_time": "10:00"}, "still to come"),
    ({"outcome": "false_alarm"}, "Choose why it was a false alarm"),
    ({"outcome": "false_alarm", "reason": "saying"}, "why it was a false alarm"),
])  # fmt: skip
async def test_nothing_is_closed_before_all_of_it_is_said(here: World, form: dict[str, str], what: str) -> None:
    concern = here.concern(here.child(), "he hit me")
    await does(here, concern, "take")
    status, text = await does(here, concern, "close", **ACTED | form)
    assert (status, what in text) == (400, True)
    assert kept(here, concern).state == "taken"
    assert "They came at once." in text or not form.get("done", "x").strip(), "what was typed is not lost"


async def test_a_closed_concern_keeps_what_was_done_who_has_it_and_what_the_child_was_told(on_either: World) -> None:
    here = on_either
    child = here.child()
    concern = here.concern(child, "he hit me")
    await does(here, concern, "take")
    assert (await does(here, concern, "close", **ACTED))[0] == 303
    page = await seen(here, f"/staff/concerns/{concern}")
    for said in ("They came at once.", "The police; The child’s social worker", "Amy comes at four today."):
        assert said in page
    assert "Acted on" in await seen(here)
    assert AuditEvent.CONCERN_CLOSED in recorded(here)
    assert (await does(here, concern, "write", text="hi"))[0] == 409
    said_to_child = here.database.read_now(lambda store: messages.of_conversation(store, here.talk_of(child)))
    assert [m.text for m in said_to_child if m.author == "duty"] == ["Amy comes at four today."]
    assert here.mouth.told[-1] == ("concern_closed", {"who": "Rafiq"})


async def test_a_false_alarm_is_closed_with_its_reason(here: World) -> None:
    concern = here.concern(here.child(), "he killed me in the game")
    await does(here, concern, "take")
    form = {"outcome": "false_alarm", "reason": "made_up", "why": "A football game on the phone."}
    assert (await does(here, concern, "close", **form))[0] == 303
    page = await seen(here, f"/staff/concerns/{concern}")
    assert "Made up: a game" in page
    assert "A football game on the phone." in page
    assert "False alarm" in await seen(here)


async def test_who_asked_not_to_be_written_to_is_not_told_by_the_computer_that_it_is_over(here: World) -> None:
    child = here.child()
    concern = here.concern(child, "he hit me")
    here.change(child, safe_to_write="no")
    await does(here, concern, "take")
    told = len(here.mouth.told)
    assert (await does(here, concern, "close", **ACTED))[0] == 400, "nobody checked that it is safe to write"
    spoke = {"told": "spoke", "words_spoke": "At school.", "told_day": "2026-11-21", "told_time": "09:00"}
    assert (await does(here, concern, "close", **ACTED | spoke))[0] == 303
    assert len(here.mouth.told) == told


async def test_a_step_of_a_check_list_is_ticked_with_who_and_when_and_taken_back(on_either: World) -> None:
    here = on_either
    concern = here.concern(here.child(), "we left last night", category="missing")
    page = f"/staff/concerns/{concern}"
    text = await seen(here, page)
    assert "run away or go missing" in text
    assert "within 72 hours" in text
    assert "LADO" not in text.split("Have you thought of")[1].split("Before and after")[0]
    assert (await does(here, concern, "step", step="missing_interview", done="yes"))[0] == 303
    assert re.search(r"<strong>Done:</strong> An independent person.*?Rafiq", await seen(here, page), re.DOTALL)
    assert (await does(here, concern, "step", step="missing_interview", done="no"))[0] == 303
    assert "<strong>Done:</strong>" not in await seen(here, page)
    assert (await does(here, concern, "step", step="made_up", done="yes"))[0] == 400
    assert [e for e in recorded(here) if "step" in e] == [AuditEvent.CONCERN_STEP_DONE, AuditEvent.CONCERN_STEP_UNDONE]


async def test_a_manager_lets_somebody_back_with_a_reason_and_nobody_else_can(on_either: World) -> None:
    here = on_either
    child = here.child()
    concern = here.concern(child, "beth hit me")
    here.exclude(concern, here.iro)
    beth = str(here.iro)
    status, _ = await does(here, concern, "let-back", who=beth, reason="Another Beth.")
    assert status == 403
    assert (await does(here, concern, "let-back", Role.IRO_MANAGER, who=beth))[0] == 400
    status, _ = await does(here, concern, "let-back", Role.IRO_MANAGER, who=beth, reason="Another Beth, at school.")
    assert status == 303
    assert "Another Beth, at school." in await seen(here, f"/staff/concerns/{concern}")
    assert "beth hit me" in await seen(here, "/staff/children/EXC-0001", Role.IRO)
    assert AuditEvent.CONCERN_LET_BACK in recorded(here)


async def test_a_manager_it_is_about_cannot_let_themselves_back(here: World) -> None:
    concern = here.concern(here.child(), "marguerite hit me")
    manager = here.portal.people[Role.IRO_MANAGER]
    here.exclude(concern, manager)
    status, _ = await does(here, concern, "let-back", Role.IRO_MANAGER, who=str(manager), reason="not me")
    assert status == 404
    assert here.database.read_now(lambda store: concerns.excluded(store, concern)) == {manager}


async def test_what_another_concern_keeps_from_somebody_stays_kept_when_they_are_let_back(here: World) -> None:
    child = here.child()
    first, second = here.concern(child, "beth hit me"), here.concern(child, "beth shouts")
    both = here.database.read_now(lambda store: concerns.events(store, first))[0].message_id
    here.join(second, both)
    for concern in (first, second):
        here.exclude(concern, here.iro)
    await does(here, first, "let-back", Role.IRO_MANAGER, who=str(here.iro), reason="Another Beth.")
    assert "beth hit me" not in await seen(here, "/staff/children/EXC-0001", Role.IRO)


async def test_the_officer_writes_to_the_child(here: World) -> None:
    child = here.child()
    concern = here.concern(child, "he hit me")
    await does(here, concern, "take")
    assert (await does(here, concern, "write", text="Thank you for telling us."))[0] == 303
    said = here.database.read_now(lambda store: messages.of_conversation(store, here.talk_of(child)))
    assert (said[-1].author, said[-1].staff_id, said[-1].text) == ("duty", here.officer, "Thank you for telling us.")
    text = await seen(here, f"/staff/concerns/{concern}")
    assert "Wrote to the child:" in text
    assert AuditEvent.REPLY_SENT in recorded(here)


async def test_who_asked_not_to_be_written_to_is_written_to_only_after_a_check(here: World) -> None:
    child = here.child()
    concern = here.concern(child, "he hit me")
    here.change(child, safe_to_write="no")
    await does(here, concern, "take")
    status, text = await does(here, concern, "write", text="Are you there?")
    assert status == 400
    assert "Say how you checked that it is safe" in text
    assert "Are you there?" in text, "what was typed is not lost"
    status, _ = await does(here, concern, "write", text="Are you there?", checked="I rang the school.")
    assert status == 303
    assert "I rang the school." in await seen(here, f"/staff/concerns/{concern}")


async def test_a_concern_is_handed_on_with_a_note(here: World) -> None:
    concern = here.concern(here.child(), "he hit me")
    manager = here.portal.people[Role.IRO_MANAGER]
    await does(here, concern, "take")
    assert (await does(here, concern, "hand-on", to=str(manager)))[0] == 400, "a note is needed"
    assert (await does(here, concern, "hand-on", to=str(manager), note="School rang."))[0] == 303
    assert kept(here, concern).owner_id == manager
    assert "School rang." in await seen(here, f"/staff/concerns/{concern}", Role.IRO_MANAGER)
    assert AuditEvent.CONCERN_HANDED_ON in recorded(here)


async def test_an_adult_it_is_about_sees_it_nowhere(on_either: World) -> None:
    here = on_either
    child = here.child()
    concern = here.concern(child, "the manager hit me", category="allegation_staff_or_carer")
    manager = here.portal.people[Role.IRO_MANAGER]
    page = f"/staff/concerns/{concern}"
    assert "LADO" in await seen(here, page)
    assert (await does(here, concern, "exclude", who=str(manager)))[0] == 303
    queue = await seen(here, role=Role.IRO_MANAGER)
    assert "Nobody has these yet (0)" in queue
    assert str(concern) not in queue
    gone = await seen(here, page, Role.IRO_MANAGER, status=404)
    never = await seen(here, f"/staff/concerns/{UUID(int=7)}", Role.IRO_MANAGER, status=404)
    assert gone.split("<main")[1] == never.split("<main")[1]
    for act in ("take", "note", "close"):
        assert (await does(here, concern, act, Role.IRO_MANAGER, note="x", outcome="acted"))[0] == 404
    assert "the manager hit me" not in await seen(here, "/staff/figures", Role.IRO_MANAGER)
    assert "0 concerns stand open" in await seen(here, "/staff/figures", Role.IRO_MANAGER)
    assert "Cannot see this concern" in await seen(here, page)
    assert AuditEvent.CONCERN_EXCLUDED in recorded(here)


async def test_an_officer_it_is_about_loses_it_and_it_waits_again(here: World) -> None:
    concern = here.concern(here.child(), "rafiq hit me")
    await does(here, concern, "take")
    status, to, _ = await here.sent(
        f"/staff/concerns/{concern}/exclude", Role.DUTY_OFFICER, "/staff/concerns", who=str(here.officer)
    )
    assert (status, to) == (303, "/staff/concerns")
    assert (kept(here, concern).state, kept(here, concern).owner_id) == ("open", None)
    await seen(here, f"/staff/concerns/{concern}", status=404)


async def test_what_an_officer_writes_after_an_exclusion_is_kept_from_that_adult(here: World) -> None:
    child = here.child()
    concern = here.concern(child, "beth hit me")
    here.exclude(concern, here.iro)
    await does(here, concern, "take")
    await does(here, concern, "write", text="I am Rafiq, a duty officer.")
    page = await seen(here, "/staff/children/EXC-0001", Role.IRO)
    for secret in ("beth hit me", "officer_took_it", "I am Rafiq", "duty officer"):
        assert secret not in page.split("<main")[1]


async def chunk_with(stream: asyncio.StreamReader, text: str) -> str:
    """Read server-sent events until one holds `text`."""
    read = ""
    while text not in read:
        piece = await asyncio.wait_for(stream.readany(), 20)
        assert piece, f"the stream ended without {text!r}"
        read += piece.decode()
    return read


async def test_the_live_queue_sends_what_is_new(on_either: World) -> None:
    here = on_either
    child = here.child(preferred_name="Gee")
    client = await here.client(Role.DUTY_OFFICER)
    async with client.get("/staff/concerns/live") as answer:
        assert answer.content_type == "text/event-stream"
        assert 'data-waiting="0"' in await chunk_with(answer.content, "queue")
        here.concern(child, "he hit me")
        here.hub.wake(["concerns"])
        read = await chunk_with(answer.content, "Gee, 12")
        assert "he hit me" not in read, "the queue holds no words"


async def test_a_service_that_stops_does_not_wait_for_open_pages(here: World) -> None:
    client = await here.client(Role.DUTY_OFFICER)
    async with client.get("/staff/concerns/live") as answer:
        await chunk_with(answer.content, "queue")
        await here.portal.server.app.shutdown()
        while await asyncio.wait_for(answer.content.readany(), 20):
            pass  # what was on its way
        assert answer.content.at_eof()


async def test_the_live_queue_is_for_those_who_work_concerns(here: World) -> None:
    client = await here.portal.visitor()
    async with client.get("/staff/concerns/live", allow_redirects=False) as answer:
        assert answer.content_type != "text/event-stream"
        assert answer.status in {303, 401}
    await seen(here, "/staff/concerns/live", Role.IRO, status=403)
