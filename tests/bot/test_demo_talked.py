"""The conversations that the demo has already played: what each page of the portal finds there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from bot.demo import AUTHORITY
from bot.demo.load import _CARDS, load
from bot.demo.scenes import scenes
from bot.demo.talked import BEGAN, talk
from portal.pages.figures import figures_of
from portal.pages.today import Line, lines_of
from reviews import knowing, touching
from reviews.settings import ReviewSettings
from safeguarding.rota import LONDON
from storage import (
    agreements,
    answers,
    audit,
    challenges,
    children,
    complaints,
    concerns,
    conversations,
    decisions,
    iro_changes,
    messages,
    milestones,
    outcomes,
    referrals,
    requests,
    staff,
)
from storage.database import Database
from storage.iro_changes import Change
from storage.keys import LocalMasterKey
from storage.store import Store
from tests.support.played import concerns_of, conversation_of, messages_of, service_on

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=LONDON)
ALWAYS_THERE = {"stop", "help_now", "menu", "back", "skip"}


def filled(now: datetime) -> Database:
    database = Database("sqlite://", AUTHORITY, LocalMasterKey(bytes(32)))
    load(database, now, began=now - BEGAN)
    assert talk(service_on(database), now) == 0
    return database


@pytest.fixture(scope="module")
def talked() -> Iterator[Database]:
    database = filled(NOW)
    yield database
    database.close()


def lines(database: Database, reference: str, now: datetime = NOW) -> dict[str, Line]:
    """What this IRO's page shows, by the name of the child."""

    def look(store: Store) -> dict[str, Line]:
        iro = staff.by_reference(store, reference)
        assert iro
        return {line.case.name: line for line in lines_of(store, iro, now, 2, ReviewSettings())}

    return database.read_now(look)


def test_one_child_has_waited_longer_than_promised_and_one_since_yesterday(talked: Database) -> None:
    beths = lines(talked, "EXS-006")
    connor, leah = beths["Connor"].wait, beths["Leah"].wait
    assert connor
    assert leah
    assert (connor.working_days, connor.breached) == (4, True)
    assert (leah.since.astimezone(LONDON).date(), leah.breached) == (NOW.date() - timedelta(days=1), False)
    assert any("should have heard" in m.text for m in messages_of(talked, "EXC-0026"))


def test_who_waits_longer_than_promised_is_counted_once(talked: Database) -> None:
    def counted(store: Store) -> tuple[list[str], int]:
        manager = staff.by_reference(store, "EXS-007")
        assert manager is not None
        found = figures_of(store, manager, NOW, 2, ReviewSettings())
        return [one.case.child.reference for one in found.waiting if one.wait.breached], len(found.broken)

    assert talked.read_now(counted) == (["EXC-0026"], 0)


def test_something_asked_is_open_something_arranged_and_something_done(talked: Database) -> None:
    def contact(store: Store) -> dict[str, str]:
        found = (child for child in children.everyone(store))
        return {c.name: r.state for c in found for r in requests.of_child(store, c.id) if r.kind == "contact"}

    assert talked.read_now(contact) == {"Charlie": "open", "Ebony": "open", "Noah": "arranged", "Dawit": "done"}
    arranged = lines(talked, "EXS-006")["Noah"].requests[0].arranged_for
    assert arranged
    assert arranged > NOW


def test_beth_has_read_some_and_answered_some(talked: Database) -> None:
    said = messages_of(talked, "EXC-0010")
    assert [m.text for m in said if m.author == "iro"][-1].startswith("Yes please")
    assert all(m.read_at for m in said if m.author == "child")
    assert not any(m.read_at for m in messages_of(talked, "EXC-0055") if m.author == "child")
    assert lines(talked, "EXS-006")["Ivy"].case.to_read_first == 1


@pytest.mark.parametrize("reference", ["EXC-0034", "EXC-0058", "EXC-0039"])
def test_wishes_are_approved_some_for_the_review_and_some_for_the_iro_alone(talked: Database, reference: str) -> None:
    where = conversation_of(talked, reference).id
    said = [a for a in talked.read_now(lambda store: answers.current(store, where)).values() if a.state != "skipped"]
    assert {a.state for a in said} == {"approved"}
    assert {a.share for a in said} == {"iro", "review"}


def test_two_of_those_reviews_are_next_week(talked: Database) -> None:
    for iro, name in (("EXS-001", "Jordan"), ("EXS-004", "Amina")):
        review_in = lines(talked, iro)[name].review_in
        assert review_in is not None
        assert 2 <= review_in <= 8


def test_children_know_their_iro_in_every_way_there_is(talked: Database) -> None:
    states = {
        one.child.name: one.state for one in talked.read_now(lambda store: knowing.load(store, NOW.date()))
    }  # fmt: skip
    assert {states[name] for name in ("Noah", "Millie", "Leah")} == {"recalled"}
    assert states["Ivy"] == states["Amina"] == "recognised"
    assert states["Danny"] == states["Charlie"] == "not_known_told"
    where = conversation_of(talked, "EXC-0003").id
    found = talked.read_now(lambda store: milestones.of_conversations(store, [where]))[where]
    assert [m.value for m in found if m.kind == "explained"] == ["iro 3/3"]


def test_one_concern_is_closed_one_taken_and_one_new(talked: Database) -> None:
    closed, taken, new = (concerns_of(talked, ref)[0] for ref in ("EXC-0022", "EXC-0057", "EXC-0032"))
    assert (closed.state, closed.outcome) == ("closed", "acted")
    said = talked.read_now(lambda store: outcomes.of_concern(store, closed.id))
    assert said is not None
    assert (said.outcome.referred, said.outcome.told) == (("school", "social_worker"), "spoke")
    assert closed.closed_by == closed.owner_id
    assert (taken.state, taken.owner_id is not None) == ("taken", True)
    assert (new.state, new.level, new.owner_id, new.breached_at) == ("open", "concern", None, None)
    assert timedelta(minutes=15) < NOW - new.opened_at <= timedelta(minutes=20)
    in_all = talked.read_now(
        lambda store: [c for one in conversations_of(store) for c in concerns.of_conversation(store, one)]
    )
    assert len(in_all) == 3


def conversations_of(store: Store):
    everyone = conversations.of_children(store, [child.id for child in children.everyone(store)])
    return [one.id for one in everyone.values()]


def test_one_child_says_not_yet_and_one_that_it_has_happened(talked: Database) -> None:
    mine = lines(talked, "EXS-006")
    assert [one.decision.owner for one in mine["Noah"].not_yets] == ["Amy Rowan, social worker"]
    assert mine["Noah"].needs_me
    assert mine["Ivy"].not_yets == ()
    ivy = mine["Ivy"].case.child.id
    states = [one.state for one in talked.read_now(lambda store: decisions.of_child(store, ivy))]
    assert states == ["happened", "open"]
    (one,) = talked.read_now(challenges.everyone)
    assert (one.stage, one.topic, one.rights_told_at) == ("team_manager", "plan", None)


def test_one_complaint_is_in_its_first_stage_and_one_is_answered(talked: Database) -> None:
    def look(store: Store) -> dict[str, tuple[str, str, str]]:
        return {
            children.find(store, one.child_id).name: (one.stage, one.state, one.child_says)
            for one in complaints.everyone(store)
            if one.child_id
        }

    assert talked.read_now(look) == {
        "Soph": ("informal", "open", ""), "Skye": ("stage_1", "answered", "yes"),
    }  # fmt: skip
    heard = {one.name: one.heard for one in talked.read_now(referrals.everyone)}
    assert heard == {"Soph": "", "Skye": "yes"}


def test_one_agreement_is_kept_and_one_is_not(talked: Database) -> None:
    def kept(store: Store) -> dict[str, tuple[bool, int]]:
        every = [one.child_id for one in agreements.every(store)]
        found = touching.of_children(store, every, NOW.date())
        return {children.find(store, of).name: (one.late, one.agreement.missed) for of, one in found.items()}

    assert talked.read_now(kept) == {"Dawit": (False, 0), "Minh": (True, 1)}


def test_somebody_stands_in_for_an_iro_on_leave_and_the_child_knows(talked: Database) -> None:
    assert {"Kofi", "Ebony"} <= {name for name, line in lines(talked, "EXS-006").items() if line.standing_in}
    told = [m.text for m in messages_of(talked, "EXC-0024") if m.author == "bot"]
    assert any("Dele is away" in text and "Beth reads what you write" in text for text in told)


def test_a_child_knows_who_comes_after_and_where_they_meet(talked: Database) -> None:
    def look(store: Store) -> Change:
        child = children.by_reference(store, "EXC-0050")
        assert child
        return iro_changes.of_child(store, child.id)[-1]

    change = talked.read_now(look)
    assert change.told_at
    assert (change.how, change.meet_on, change.introduced_at) == ("in_person", date(2026, 12, 7), None)
    where = conversation_of(talked, "EXC-0050").id
    said = talked.read_now(lambda store: answers.current(store, where))
    assert said["handover_know"].text.startswith("dont call me sophie")


def test_the_children_whose_cards_are_printed_have_not_begun(talked: Database) -> None:
    def begun(store: Store) -> set[str]:
        everyone = children.everyone(store)
        known = conversations.of_children(store, [child.id for child in everyone])
        return {child.reference for child in everyone if child.id in known}

    assert not talked.read_now(begun) & set(_CARDS)
    assert 10 <= len(talked.read_now(begun)) <= 20


def test_every_tap_was_on_a_button_that_was_there(talked: Database) -> None:
    for where in talked.read_now(conversations_of):
        offered: set[str] = set()
        for m in talked.read_now(lambda store, where=where: messages.of_conversation(store, where)):
            if m.choices:
                offered = {choice["id"] for choice in m.choices}
            elif m.author == "child" and m.choice:
                assert m.choice in offered | ALWAYS_THERE, m.text


def test_no_line_was_misunderstood_and_nothing_is_left_half_passed_on(talked: Database) -> None:
    lost = ("not sure what you mean", "button was for something before", "Shall I pass it")
    for where in talked.read_now(conversations_of):
        said = talked.read_now(lambda store, where=where: messages.of_conversation(store, where))
        assert not any(words in m.text for m in said for words in lost[:2])
        assert lost[2] not in said[-1].text


def test_it_all_lies_in_the_past_in_order_and_the_trail_holds(talked: Database) -> None:
    for where in talked.read_now(conversations_of):
        said = talked.read_now(lambda store, where=where: messages.of_conversation(store, where))
        at = [m.at for m in said]
        assert at == sorted(at)
        assert at[0] > NOW - BEGAN
        assert at[-1] < NOW
    assert talked.read_now(audit.verify)[1] is None


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 11, 23, 7, 30, tzinfo=LONDON),  # a Monday, before anybody is at work
        datetime(2026, 12, 29, 9, 0, tzinfo=LONDON),  # after four days on which no office was open
        datetime(2027, 4, 1, 23, 50, tzinfo=LONDON),  # late on the day before Good Friday; the clocks have changed
    ],
)
def test_it_looks_the_same_on_an_awkward_day(now: datetime) -> None:
    database = filled(now)
    beths = lines(database, "EXS-006", now)
    assert beths["Connor"].late
    assert beths["Leah"].wait
    assert not beths["Leah"].late
    states = [concerns_of(database, ref)[0].state for ref in ("EXC-0022", "EXC-0057", "EXC-0032")]
    assert states == ["closed", "taken", "open"]
    database.close()


def test_scenes_that_have_not_happened_yet_are_not_played() -> None:
    early = scenes(NOW, lambda _: "Mon Tue Wed Thu Fri 09:00-17:00")
    assert early == sorted(early, key=lambda scene: scene.at)
    assert all(scene.at < NOW for scene in early)
