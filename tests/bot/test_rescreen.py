"""Looking back with better rules: what was missed is raised once, marked as late; nothing is lowered or lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.clock import PlayedClock
from bot.errors import ServiceError
from bot.played import TODAY, Played
from bot.rescreen import Counts, Rescreen
from bot.service import build
from safeguarding.screening import Earlier, Level, Reason, Screening
from storage import concerns, messages, staff_notices
from storage.audit import AuditEvent
from storage.database import Database
from storage.tables import audit_events, screenings
from tests.support.once import the_library
from tests.support.played import SETTINGS, concerns_of, messages_of, the_screen

CHILD, OTHER = "EXC-0026", "EXC-0034"
MISSED = "he takes me to the shed"


def old_rules(text: str, earlier: Sequence[Earlier] = ()) -> Screening:
    """Know the belt and nothing else."""
    if "belt" not in text:
        return Screening(Level.none, 0.0, (), (), rules_version="old")
    reason = Reason("physical_abuse.belt", text, "physical_abuse", Level.concern)
    return Screening(Level.concern, 0.7, ("physical_abuse",), (reason,), rules_version="old")


def new_rules(text: str, earlier: Sequence[Earlier] = ()) -> Screening:
    """Knows the shed, and what is said after talk of a secret."""
    secret = any("secret" in one.text and one.minutes_ago < 60 for one in earlier)
    if "shed" not in text and not (secret and "again" in text):
        level = Level.look if "sad" in text else Level.none
        return Screening(level, 0.1, (), (), rules_version="new")
    reason = Reason("physical_abuse.shed", text, "physical_abuse", Level.concern)
    return Screening(Level.concern, 0.7, ("physical_abuse",), (reason,), rules_version="new")


class Past:
    """Exampleshire, in which children wrote while the old rules were in use."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, PlayedClock(TODAY)
        self.library = the_library()
        self.service = build(SETTINGS, database, clock=self.clock, library=self.library, screen=old_rules)

    def child(self, reference: str) -> Played:
        played = Played(self.service, self.clock, "web", sender=reference)
        played.be(reference)
        return played

    def look_back(self, *, write: bool = False, screen=new_rules, **settings) -> Counts:
        self.heard: list[int] = []
        looking = Rescreen(self.database, screen, self.service.exchange, self.clock, write=write, **settings)
        return looking.run(self.heard.append)

    def versions_of(self, text: str) -> list[str]:
        query = screenings.select().order_by(screenings.c.at)
        ids = {m.id for m in messages_of(self.database, CHILD) if m.text == text}
        return [
            row["rules_version"] for row in self.database.read_now(lambda s: s.rows(query)) if row["message_id"] in ids
        ]

    def events(self, concern) -> list[str]:
        return [e.kind for e in self.database.read_now(lambda store: concerns.events(store, concern.id))]


@pytest.fixture
def past(exampleshire: Database) -> Past:
    return Past(exampleshire)


def test_a_dry_run_counts_and_changes_nothing(past: Past) -> None:
    past.child(CHILD).say(MISSED)
    past.child(OTHER).say("i am sad today")
    found = past.look_back()
    assert (found.raised, found.rules, found.to_read_first) == ({"concern": 1}, {"physical_abuse.shed": 1}, 1)
    assert concerns_of(past.database, CHILD) == []
    assert past.versions_of(MISSED) == ["old"]


def test_what_was_missed_is_raised_late_and_somebody_is_told_now(past: Past) -> None:
    past.child(CHILD).say(MISSED)
    past.clock.forward(timedelta(days=3))
    found = past.look_back(write=True)
    concern = concerns_of(past.database, CHILD)[0]
    assert (found.concerns, concern.found_late, concern.state) == (1, True, "open")
    assert concern.opened_at == past.clock.now, "the clock starts when it was found"
    assert {"opened", "found_late", "notified"} <= set(past.events(concern))
    assert past.database.read_now(staff_notices.latest)
    assert past.versions_of(MISSED) == ["old", "new"], "the old screening stands beside the new one"
    query = audit_events.select()
    kinds = [row["event"] for row in past.database.read_now(lambda store: store.rows(query))]
    assert {AuditEvent.CONCERN_FOUND_LATE, AuditEvent.MESSAGES_RESCREENED} <= set(kinds)


def test_a_second_run_finds_nothing_left(past: Past) -> None:
    past.child(CHILD).say(MISSED)
    past.look_back(write=True)
    notices = len(past.database.read_now(staff_notices.latest))
    assert past.look_back(write=True).looked_at == 0
    assert len(concerns_of(past.database, CHILD)) == 1
    assert len(past.database.read_now(staff_notices.latest)) == notices


def test_a_run_that_was_stopped_goes_on_where_it_stopped(past: Past) -> None:
    for reference in (CHILD, OTHER):
        past.child(reference).say(MISSED)

    def stop_at_once(_: int) -> None:
        raise KeyboardInterrupt

    looking = Rescreen(past.database, new_rules, past.service.exchange, past.clock, write=True)
    with pytest.raises(KeyboardInterrupt):
        looking.run(stop_at_once)
    assert past.look_back(write=True).concerns == 1
    assert [len(concerns_of(past.database, one)) for one in (CHILD, OTHER)] == [1, 1]


def test_each_message_is_judged_with_what_stood_before_it_then(past: Past) -> None:
    child = past.child(CHILD)
    child.say("can you keep a secret")
    past.clock.forward(timedelta(minutes=10))
    child.say("it happened again")
    past.clock.forward(timedelta(days=1))
    child.say("we lost again")
    past.look_back(write=True)
    first = concerns_of(past.database, CHILD)[0]
    raised = past.database.read_now(lambda store: messages.by_id(store, first.message_id))
    assert raised.text == "it happened again"
    assert past.look_back().raised == {}


def test_what_belongs_to_a_concern_is_not_raised_again(past: Past) -> None:
    child = past.child(CHILD)
    child.say("the belt")
    child.say(MISSED)
    before = concerns_of(past.database, CHILD)[0]
    found = past.look_back(write=True)
    assert found.raised == {}
    assert concerns_of(past.database, CHILD) == [before]


def test_several_missed_messages_of_one_child_are_one_concern(past: Past) -> None:
    child = past.child(CHILD)
    child.say(MISSED)
    child.say("the shed again")
    found = past.look_back(write=True)
    assert (found.raised.total(), found.concerns, len(concerns_of(past.database, CHILD))) == (2, 1, 1)


def test_nothing_is_ever_lowered(past: Past) -> None:
    def loud(text: str, earlier: Sequence[Earlier] = ()) -> Screening:
        return replace(new_rules("shed", earlier), rules_version="loud")

    past.child(CHILD).say(MISSED)
    past.look_back(write=True, screen=loud)
    past.clock.forward(timedelta(days=1))
    past.look_back(write=True, screen=lambda text, earlier=(): replace(old_rules(text), rules_version="quiet"))
    message = concerns_of(past.database, CHILD)[0].message_id
    shown = past.database.read_now(lambda store: messages.screenings_of(store, [message]))[message]
    assert (shown["level"], shown["rules_version"]) == ("concern", "loud")
    assert past.versions_of(MISSED) == ["old", "loud", "quiet"]
    assert concerns_of(past.database, CHILD)[0].level == "concern"


def test_only_what_was_written_since(past: Past) -> None:
    child = past.child(CHILD)
    child.say(MISSED)
    past.clock.forward(timedelta(days=2))
    child.say("nothing much")
    assert past.look_back(since=TODAY + timedelta(days=1)).looked_at == 1


def test_a_screen_that_cannot_judge_is_not_used_to_look_back(past: Past) -> None:
    past.child(CHILD).say(MISSED)
    from safeguarding.screen import broken

    with pytest.raises(ServiceError, match="cannot judge now"):
        past.look_back(write=True, screen=broken("physical_abuse.yaml is not YAML"))
    assert past.versions_of(MISSED) == ["old"]


def test_an_adult_it_is_about_does_not_see_what_was_found_late(past: Past) -> None:
    past.child(CHILD).say("beth locks me in the shed")
    past.look_back(write=True)
    concern = concerns_of(past.database, CHILD)[0]
    assert past.database.read_now(lambda store: concerns.excluded(store, concern.id))


def test_a_visitors_words_are_looked_at_as_well(past: Past) -> None:
    visitor = Played(past.service, past.clock, "web")
    visitor.arrive()
    visitor.say(MISSED)
    assert past.look_back(write=True).concerns == 1


def test_with_the_rules_the_messages_were_screened_with_there_is_nothing_to_do(exampleshire: Database) -> None:
    screen, clock = the_screen(), PlayedClock(TODAY)
    service = build(SETTINGS, exampleshire, clock=clock, screen=screen)
    played = Played(service, clock, "web", sender=CHILD)
    played.be(CHILD)
    played.say("hello it is me")
    assert Rescreen(exampleshire, screen, service.exchange, clock).waiting() == 0
