"""Decisions: written for the record and for the child, released, changed before and only moved after."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from portal.access import Role
from storage import absences, allocations, answers, conversations, decisions, reviews, staff
from storage.audit import AuditEvent
from storage.database import Database
from storage.decisions import Decision
from storage.store import Store
from storage.tables import audit_events
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.support.prepared import NOW

PAGE = "/staff/reviews/EXR-0001"
NEW = f"{PAGE}/decisions/new"
HELD = date(2026, 11, 18)
GOOD = {
    "kind": "decision", "words": "Transport to football is arranged.", "owner": "Amy Rowan, social worker",
    "due_on": "2026-12-04", "plain": "Amy will get you a lift home from football.",
}  # fmt: skip


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


@pytest.fixture
def child(here: World) -> UUID:
    child = here.child()
    here.review(child, "EXR-0001", held_on=HELD, planned_for=HELD, status="held", due_by=HELD)
    return child


def made(here: World) -> list[Decision]:
    def read(store: Store) -> list[Decision]:
        review = reviews.by_reference(store, "EXR-0001")
        assert review is not None
        return decisions.of_review(store, review.id)

    return here.database.read_now(read)


def recorded(here: World, event: AuditEvent) -> list[Any]:
    query = audit_events.select().where(audit_events.c.event == str(event))
    return list(here.database.read_now(lambda store: store.rows(query)))


async def sent(here: World, path: str, role: Role = Role.IRO, **form: str) -> tuple[int, str, str]:
    return await here.sent(path, role, "/staff/rota", **form)


async def write(here: World, **form: str) -> tuple[int, str, str]:
    return await sent(here, NEW, **GOOD | form)


async def test_a_decision_is_kept_with_its_line_for_the_child(here: World, child: UUID) -> None:
    status, to, _ = await write(here)
    assert (status, to) == (303, f"{PAGE}?done=kept#decisions")
    (one,) = made(here)
    assert (one.words, one.plain, one.owner) == (GOOD["words"], GOOD["plain"], GOOD["owner"])
    assert (one.due_on, one.told_at, one.state) == (date(2026, 12, 4), None, "open")
    text = await here.seen(PAGE, Role.IRO)
    assert GOOD["plain"] in text
    assert "Fin has not been told." in text
    assert recorded(here, AuditEvent.DECISION_MADE)[0]["child_id"] == child


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("words", "Write what was decided."), ("plain", "Write the line that the child is told."),
        ("owner", "a decision without an owner is not done"), ("due_on", "Give the day by which it is done."),
    ],
)  # fmt: skip
async def test_what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost(
    here: World, child: UUID, field: str, line: str
) -> None:
    status, _, text = await write(here, **{field: ""})
    assert status == 400
    shown = text.split("<h1", 1)[1]
    assert line in shown.split(f'name="{field}"')[0].rsplit("govuk-label", 1)[1]
    for kept in GOOD.keys() - {field, "kind"}:
        assert GOOD[kept] in text
    assert made(here) == []


async def test_a_wish_that_is_not_met_needs_a_reason_for_the_child(here: World, child: UUID) -> None:
    wish = wish_of(here, child, "i want a lift home from football", at=HELD - timedelta(days=5))
    status, _, text = await write(here, answer=str(wish), wish="partly")
    assert status == 400
    assert "a wish not met needs a reason" in text
    status, _, _ = await write(here, answer=str(wish), wish="partly", why="The club is shut in January.")
    assert status == 303
    assert (made(here)[0].answer_id, made(here)[0].wish) == (wish, "partly")
    assert "i want a lift home from football" in await here.seen(PAGE, Role.IRO)


async def test_a_manager_links_no_wish_that_only_the_iro_may_know(here: World, child: UUID) -> None:
    secret = wish_of(here, child, "i dont like dave", at=HELD - timedelta(days=5))
    wish_of(here, child, "more football", at=HELD - timedelta(days=5), share="review", question="school.more")
    assert "i dont like dave" in await here.seen(NEW, Role.IRO)
    text = await here.seen(NEW, Role.IRO_MANAGER)
    assert "more football" in text
    assert "i dont like dave" not in text
    status, _, _ = await sent(here, NEW, Role.IRO_MANAGER, **GOOD, answer=str(secret), wish="yes")
    assert status == 400
    assert (await write(here, answer=str(secret), wish="yes"))[0] == 303
    assert "i dont like dave" not in await here.seen(PAGE, Role.IRO_MANAGER)


async def test_a_withheld_wish_is_not_among_those_to_choose(here: World, child: UUID) -> None:
    message = here.says(child, "beth shouts")
    wish_of(here, child, "beth shouts", at=HELD - timedelta(days=5), message_id=message)
    assert "beth shouts" in await here.seen(NEW, Role.IRO)
    here.withhold(message, here.iro)
    assert "beth shouts" not in await here.seen(NEW, Role.IRO)


async def test_a_wish_said_after_the_review_belongs_to_the_next_one(here: World, child: UUID) -> None:
    wish_of(here, child, "an old wish", at=HELD - timedelta(days=2))
    wish_of(here, child, "a new wish", at=HELD + timedelta(days=2), question="most.other")
    text = await here.seen(NEW, Role.IRO)
    assert "an old wish" in text
    assert "a new wish" not in text


async def test_the_reading_age_comes_while_it_is_written(here: World, child: UUID) -> None:
    hard = "Your placement will be reviewed by the multi-agency panel regarding contact arrangements with siblings."
    status, _, text = await sent(here, f"{PAGE}/plain", text=hard)
    assert status == 200
    assert "<html" not in text
    assert "too hard" in text
    for word, instead in {
        "placement": "where you live",
        "siblings": "brothers and sisters",
        "regarding": "about",
    }.items():
        assert f"<strong>{word}</strong>: {instead}" in text
    _, _, text = await sent(here, f"{PAGE}/plain", text=GOOD["plain"])
    assert "too hard" not in text
    assert "Instead of" not in text


async def test_my_iro_tells_the_child_and_what_was_told_is_not_rewritten(here: World, child: UUID) -> None:
    await write(here)
    status, _, _ = await sent(here, f"{PAGE}/decisions/1", **GOOD | {"plain": "Amy gets you a lift."})
    assert status == 303
    assert made(here)[0].plain == "Amy gets you a lift."
    assert (await sent(here, f"{PAGE}/tell", how="here"))[0] == 303
    assert made(here)[0].told_at is not None
    assert here.mouth.told[-1][0] == "decisions"
    assert recorded(here, AuditEvent.DECISIONS_TOLD)[0]["detail"] == "1 told here"
    status, _, _ = await sent(here, f"{PAGE}/decisions/1", **GOOD | {"plain": "Something else."})
    assert status == 400
    assert made(here)[0].plain == "Amy gets you a lift."
    assert "Fin has been told everything, by the day it was due" in await here.seen(PAGE, Role.IRO)
    assert "There is nothing to tell" in (await sent(here, f"{PAGE}/tell", how="here"))[2]


async def test_a_child_who_asked_not_to_be_written_to_is_told_by_their_iro(here: World, child: UUID) -> None:
    await write(here)
    here.change(child, safe_to_write="no")
    status, _, text = await sent(here, f"{PAGE}/tell", how="here")
    assert status == 400
    assert "asked not to be written to here" in text
    assert made(here)[0].told_at is None
    assert (await sent(here, f"{PAGE}/tell", how="myself"))[0] == 303
    assert made(here)[0].told_at is not None
    assert here.mouth.told == []


async def test_a_child_who_has_not_joined_is_told_by_their_iro(here: World) -> None:
    child = here.child(joined=False)
    here.review(child, "EXR-0001", held_on=HELD, planned_for=HELD, status="held")
    await write(here)
    assert "has not joined the chat: tell them yourself" in await here.seen(PAGE, Role.IRO)
    assert (await sent(here, f"{PAGE}/tell"))[0] == 400
    assert (await sent(here, f"{PAGE}/tell", how="myself"))[0] == 303
    assert made(here)[0].told_at is not None
    assert here.mouth.told == []


async def test_the_time_to_tell_runs_and_late_is_shown_as_late(here: World, child: UUID) -> None:
    await write(here)
    assert "3 working days left" in await here.seen(PAGE, Role.IRO)
    here.portal.clock.now = NOW + timedelta(days=6)
    here.clients.clear()  # nobody stays signed in for a week
    assert "2 working days late" in await here.seen(PAGE, Role.IRO)
    await sent(here, f"{PAGE}/tell", how="here")
    assert "later than it was due" in await here.seen(PAGE, Role.IRO)


async def test_moving_and_withdrawing_need_a_reason_that_stays(here: World, child: UUID) -> None:
    await write(here)
    await sent(here, f"{PAGE}/tell", how="here")
    status, _, text = await sent(here, f"{PAGE}/decisions/1/move", due_on="2026-12-18", reason="")
    assert status == 400
    assert "Say why the day moves." in text
    assert 'value="2026-12-18"' in text
    assert (await sent(here, f"{PAGE}/decisions/1/move", due_on="2026-12-18", reason="Amy is ill."))[0] == 303
    assert made(here)[0].due_on == date(2026, 12, 18)
    assert "Moved from 4 December 2026: Amy is ill." in await here.seen(PAGE, Role.IRO)
    assert (await sent(here, f"{PAGE}/decisions/1/withdraw", reason=""))[0] == 400
    assert (await sent(here, f"{PAGE}/decisions/1/withdraw", reason="He moved clubs."))[0] == 303
    assert made(here)[0].state == "withdrawn"
    assert "Withdrawn: He moved clubs." in await here.seen(PAGE, Role.IRO)


async def test_nothing_is_decided_before_the_review_was_held(here: World) -> None:
    here.review(here.child(), "EXR-0001", planned_for=date(2026, 11, 25))
    status, _, text = await write(here)
    assert status == 400
    assert "Record first that the review was held." in text
    assert made(here) == []


async def test_only_the_childs_iro_and_a_manager_open_a_review(here: World) -> None:
    other = here.colleague()
    here.review(here.child("EXC-0002", iro=other), "EXR-0001", held_on=HELD, status="held")
    await here.seen(PAGE, Role.IRO, 404)
    assert (await write(here))[0] == 404
    assert made(here) == []
    await here.seen(PAGE, Role.IRO_MANAGER)
    refused = recorded(here, AuditEvent.STAFF_DENIED)
    assert [row["detail"] for row in refused] == ["review", "review"]
    assert recorded(here, AuditEvent.REVIEW_READ)[0]["staff_id"] == here.portal.people[Role.IRO_MANAGER]


def wish_of(
    here: World, child: UUID, text: str, *, at: date, share: str = "iro", question: str = "most.want",
    message_id: UUID | None = None,
) -> UUID:  # fmt: skip
    """An answer the child gave on that day."""
    moment = NOW.replace(year=at.year, month=at.month, day=at.day)

    def work(store: Store) -> UUID:
        talk = conversations.of_children(store, [child])[child]
        given = answers.give(
            store, talk, moment, topic=question.partition(".")[0], question=question, text=text, channel="web",
            message_id=message_id, share=share,
        )  # fmt: skip
        return given

    return here.database.write_now(work)


async def test_a_colleague_opens_it_only_while_standing_in(here: World, child: UUID) -> None:
    wish_of(here, child, "only for priya", at=HELD - timedelta(days=5))
    priya = here.colleague()
    here.database.write_now(lambda store: allocations.allocate(store, NOW, child, priya, date(2026, 11, 1)))
    here.database.write_now(lambda store: staff.name_deputy(store, priya, here.iro, None, NOW))
    await here.seen(PAGE, Role.IRO, 404)
    here.database.write_now(lambda store: absences.record(store, priya, "leave", NOW, None, None, NOW))
    assert "only for priya" not in await here.seen(NEW, Role.IRO)
    assert (await sent(here, NEW, Role.IRO, **GOOD))[0] == 303
    assert made(here)[0].staff_id == here.iro
