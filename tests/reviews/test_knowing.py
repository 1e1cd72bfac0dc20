"""Which children know their IRO."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from reviews import knowing
from storage import conversations, invites, milestones
from storage.database import Database
from storage.reach import Reach, Step
from storage.store import Store
from tests.support.people import add_child, add_staff, allocate
from tests.support.prepared import NOW, TODAY

BETH, GRAHAM = UUID(int=6), UUID(int=2)


def steps(*told: tuple[str, str] | tuple[str, str, UUID]) -> tuple[Step, ...]:
    """Milestones one after another: kind, value and, where it was not Beth, about whom."""
    start = datetime(2026, 11, 1, tzinfo=UTC)
    return tuple(
        Step(kind, value, who[0] if who else BETH, start + timedelta(hours=n))
        for n, (kind, value, *who) in enumerate(told)
    )


@pytest.mark.parametrize(
    ("happened", "state"),
    [
        (steps(("knowing", "recalled")), "recalled"),
        (steps(("knowing", "recognised"), ("told", "iro")), "recognised"),
        (steps(("knowing", "not_known"), ("told", "iro")), "not_known_told"),
        (steps(("knowing", "not_known")), "not_known"),
        (steps(("told", "iro"), ("knowing", "not_known")), "not_known"),
        (steps(("told", "iro")), "told"),
        (steps(("knowing", "not_known"), ("told", "iro"), ("knowing", "recalled")), "recalled"),
        (steps(("knowing", "recalled"), ("knowing", "not_known"), ("told", "iro")), "not_known_told"),
        (steps(("knowing", "recalled", GRAHAM), ("told", "iro", GRAHAM)), "iro_changed"),
        (steps(("knowing", "recalled", GRAHAM), ("told", "iro")), "told"),
        (steps(("explained", "iro 3/3")), "never_asked"),
        ((), "never_asked"),
    ],
)
def test_only_the_latest_answer_about_the_iro_of_today_counts(happened: tuple[Step, ...], state: str) -> None:
    reached = Reach(card="used", trust="full", steps=happened)
    assert knowing.judge(reached, BETH, 12)[0] == state


@pytest.mark.parametrize(
    ("reached", "age", "why"),
    [
        (Reach(), 12, "no_card"),
        (Reach(card="cancelled"), 12, "no_card"),
        (Reach(card="open"), 12, "card_not_used"),
        (Reach(card="locked"), 12, "card_locked"),
        (Reach(card="open", trust="none", steps=()), 12, "card_not_used"),  # staff wrote first
        (Reach(card="open", trust="add_only"), 12, "add_only"),
        (Reach(), 3, "under_4"),
        (Reach(), 4, "no_card"),
    ],
)
def test_why_a_child_was_not_reached(reached: Reach, age: int, why: str) -> None:
    assert knowing.judge(reached, BETH, age) == (why, None)


def test_a_child_without_an_iro() -> None:
    assert knowing.judge(Reach(steps=steps(("knowing", "recalled"))), None, 12)[0] == "no_iro"


def test_every_state_is_either_reached_or_not() -> None:
    assert not set(knowing.REACHED) & set(knowing.NOT_REACHED)


def talk_with(store: Store, child_id: UUID, iro: UUID, outcome: str) -> None:
    address = conversations.open_visitor(store, "web", f"browser of {child_id}", "middle", "en", NOW)
    store.flush()
    visitor = conversations.lock(store, [address.conversation_id])[address.conversation_id]
    talk = conversations.link(store, visitor, address, child_id, "full", "middle", "en")
    milestones.reach(store, talk, NOW, "knowing", channel="web", value=outcome, detail="i think beth", staff_id=iro)


def test_from_the_record_for_each_iro_and_in_all(database: Database) -> None:
    def work(store: Store) -> tuple[UUID, UUID]:
        beth, priya = add_staff(store, "EXS-006"), add_staff(store, "EXS-001")
        ids = [add_child(store, f"EXC-{n:04}") for n in range(6)]
        for child_id, iro in zip(ids, (beth, beth, beth, priya, priya), strict=False):
            allocate(store, child_id, iro)
        invites.make(store, ids[0], NOW, random.Random(1))
        talk_with(store, ids[1], beth, "recalled")
        talk_with(store, ids[2], beth, "recognised")
        talk_with(store, ids[3], priya, "recalled")
        allocate(store, ids[3], beth, TODAY)
        add_child(store, "EXC-0009", left_care_on=date(2026, 10, 2))
        return beth, priya

    beth, priya = database.write_now(work)
    known = database.read_now(lambda store: knowing.load(store, TODAY))
    assert {one.child.reference: one.state for one in known} == {
        "EXC-0000": "card_not_used",
        "EXC-0001": "recalled",
        "EXC-0002": "recognised",
        "EXC-0003": "iro_changed",
        "EXC-0004": "no_card",
        "EXC-0005": "no_iro",
    }
    tallies = knowing.by_iro(known)
    assert (tallies[beth].children, tallies[beth].reached, tallies[beth].by_themselves) == (4, 2, 2)
    assert (tallies[priya].children, tallies[priya].reached) == (1, 0)
    assert knowing.in_all(known).children == 6
    assert sum(tally.children for tally in tallies.values()) == 6


def test_counting_opens_no_words_and_takes_the_same_queries_for_many(database: Database) -> None:
    def work(store: Store, numbers: range) -> None:
        beth = add_staff(store, f"EXS-{numbers.start:03}")
        for n in numbers:
            child_id = add_child(store, f"EXC-{n:04}")
            allocate(store, child_id, beth)
            talk_with(store, child_id, beth, "recalled")

    statements: list[str] = []
    sa.event.listen(database.engine, "before_cursor_execute", lambda *given: statements.append(given[2]))

    def asked() -> list[str]:
        statements.clear()
        database.read_now(lambda store: knowing.load(store, TODAY))
        return [text for text in statements if text.startswith("SELECT")]

    database.write_now(lambda store: work(store, range(1, 3)))
    few = len(asked())
    database.write_now(lambda store: work(store, range(10, 20)))
    assert len(asked()) == few
    assert not any("milestones.detail" in text for text in asked())
