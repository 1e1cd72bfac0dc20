"""Notices to staff: by which ways, once each, by the next way when one fails, and all alike."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from bot.alarm import Alarm
from bot.channels.capabilities import Channel
from bot.clock import PlayedClock
from bot.delivery import Delivery
from bot.errors import OurFault, TryLater
from bot.hub import Hub
from bot.inbound import Outbound
from bot.notices import Notices
from bot.played import TODAY, Played
from bot.service import build
from bot.unreachable import tell_failed
from storage import concerns, outbox, push_subscriptions, staff, staff_notices
from storage.database import Database
from storage.push_subscriptions import Holder
from storage.staff_notices import Notice
from storage.store import Store
from tests.support.once import the_library
from tests.support.played import DANGER, SETTINGS, concerns_of, played_on, staff_id

RAFIQ, SIENNA = "EXS-012", "EXC-0027"
ALL = frozenset({"email", "sms", "push"})
BROWSER = {"endpoint": "https://fcm.googleapis.com/fcm/send/abc", "keys": {"p256dh": "B" * 87, "auth": "a" * 22}}
WORRY = "some older boys keep asking me for photos"


def heard(
    database: Database, words: str, configured: frozenset[str] = ALL, child: str = SIENNA, first: str = ""
) -> list[Notice]:
    """What goes out when a child writes `words` (after `first`) and this service has these channels."""
    played = played_on(database, child)
    exchange, speaker = played.service.exchange, played.service.speaker
    for who in (exchange, speaker):
        object.__setattr__(who, "alarm", Alarm(Notices("https://my-iro.example", configured)))
    if first:
        played.say(first)
    before = {notice.id for notice in database.read_now(staff_notices.latest)}
    played.say(words)
    return [notice for notice in database.read_now(staff_notices.latest) if notice.id not in before]


def subscribe(database: Database, reference: str = RAFIQ) -> None:
    who = staff_id(database, reference)
    database.write_now(lambda store: push_subscriptions.keep(store, Holder(staff_id=who), BROWSER, TODAY))


def choose(database: Database, *ways: str) -> None:
    who = staff_id(database, RAFIQ)
    database.write_now(lambda store: staff.choose_ways(store, who, ways, TODAY))


def by(notices: list[Notice]) -> list[str]:
    return sorted(notice.channel for notice in notices)


def test_what_is_urgent_goes_by_two_ways_although_one_was_chosen(exampleshire: Database) -> None:
    assert by(heard(exampleshire, DANGER)) == ["email", "sms"]
    choose(exampleshire, "sms")
    assert by(heard(exampleshire, DANGER, child="EXC-0023")) == ["email", "sms"]


def test_a_browser_that_asked_is_told_and_counts_as_the_second_way(exampleshire: Database) -> None:
    subscribe(exampleshire)
    assert by(heard(exampleshire, DANGER)) == ["email", "push"]


@pytest.mark.parametrize(("configured", "ways"), [({"email"}, ["email"]), ({"sms"}, ["sms"]), (set(), ["email"])])
def test_with_one_channel_or_none_it_is_still_put_where_its_failure_shows(
    exampleshire: Database, configured: set[str], ways: list[str]
) -> None:
    assert by(heard(exampleshire, DANGER, frozenset(configured))) == ways


def test_a_concern_of_the_same_day_goes_the_way_that_was_chosen(exampleshire: Database) -> None:
    choose(exampleshire, "sms")
    notices = heard(exampleshire, WORRY)
    assert {concern.level for concern in concerns_of(exampleshire, SIENNA)} == {"concern"}
    assert by(notices) == ["sms"]


def test_a_worse_message_is_told_again_from_the_first_rung(exampleshire: Database) -> None:
    assert by(heard(exampleshire, DANGER, first=WORRY)) == ["email", "sms"]


def test_one_rung_is_told_once_however_often_it_is_asked_for(exampleshire: Database) -> None:
    notices = Notices("https://my-iro.example", ALL)

    def tell(store: Store) -> None:
        rafiq = staff.by_reference(store, RAFIQ)
        assert rafiq is not None
        for _ in range(3):
            notices.concern(store, rafiq, "0f" * 16 + ":1-0", urgent=True, now=TODAY)

    exampleshire.write_now(tell)
    assert by(exampleshire.read_now(staff_notices.latest)) == ["email", "sms"]


def test_notices_are_of_one_size_for_every_child_and_level(exampleshire: Database) -> None:
    subscribe(exampleshire)
    choose(exampleshire, "email", "sms")
    children = ("EXC-0027", "EXC-0023", "EXC-0034", "EXC-0036")
    words = (DANGER, WORRY, "i cant do this any more i want to die " * 20, "نمی‌خواهم زنده باشم")
    told = [heard(exampleshire, said, child=child) for child, said in zip(children, words, strict=True)]
    sizes = {(n.channel, len(n.subject.encode()), len(n.text.encode()), n.subject, n.text) for one in told for n in one}
    assert sorted(channel for channel, *_ in sizes) == ["email", "push", "sms"]
    for _, _, _, subject, text in sizes:
        assert not [w for w in ("Sienna", "Ash", "Charlie", "mum", "die", "urgent") if w in f"{subject} {text}".split()]
    assert all(length <= 160 for channel, _, length, *_ in sizes if channel == "sms")


class Line:
    """A channel that does what it is told to."""

    def __init__(self, name: str, trouble: Exception | None = None) -> None:
        self.capabilities = type("Named", (), {"name": name})()
        self.trouble, self.sent = trouble, []  # type: ignore[var-annotated]

    def arrivals(self, payload: str) -> list[object]:
        return []

    async def send(self, outbound: Outbound) -> str:
        if self.trouble:
            raise self.trouble
        self.sent.append(outbound)
        return f"{self.capabilities.name}-1"


def delivery(database: Database, clock: PlayedClock, *lines: Line) -> Delivery:
    channels: dict[str, Channel] = {line.capabilities.name: line for line in lines}  # type: ignore[misc]

    def failed(store: Store, parcel: outbox.Parcel, trouble: str, now: object) -> None:
        tell_failed(SETTINGS, the_library().words, store, parcel, trouble, clock.now)

    return Delivery(database, channels, Hub(), clock, lambda *_: None, failed)


@pytest.mark.parametrize("trouble", [OurFault("no"), TryLater("busy", 600.0)])
async def test_when_a_way_fails_the_next_is_used_at_once_and_the_failure_shows(
    exampleshire: Database, trouble: Exception
) -> None:
    choose(exampleshire, "email")
    heard(exampleshire, WORRY)
    email, sms = Line("email", trouble), Line("sms")
    clock = PlayedClock(TODAY)
    await delivery(exampleshire, clock, email, sms).drain()
    assert len(sms.sent) == 1
    notices = exampleshire.read_now(staff_notices.latest)
    assert {n.channel: (n.state, bool(n.trouble)) for n in notices}["sms"] == ("sent", False)
    assert [n.trouble for n in notices if n.channel == "email"] != [""]
    assert exampleshire.read_now(lambda store: staff_notices.troubled(store, TODAY - timedelta(days=1))) == 1


async def test_a_text_that_comes_back_is_followed_by_the_next_way_and_only_once(exampleshire: Database) -> None:
    choose(exampleshire, "sms")
    heard(exampleshire, WORRY)
    email, sms = Line("email"), Line("sms")
    sender = delivery(exampleshire, PlayedClock(TODAY), email, sms)
    await sender.drain()
    assert email.sent == []
    parcel = UUID(sms.sent[0].message_id)
    assert await sender.returned(parcel, "sms", "permanent-failure")
    assert not await sender.returned(parcel, "sms", "permanent-failure")
    await sender.drain()
    assert len(email.sent) == 1
    states = {n.channel: n.state for n in exampleshire.read_now(staff_notices.latest)}
    assert states == {"sms": "failed", "email": "sent"}


async def test_when_nobody_of_a_rung_can_be_told_the_next_rung_is_due_at_once(exampleshire: Database) -> None:
    played = played_on(exampleshire, SIENNA)
    played.say(DANGER)
    broken = OurFault("no")
    lines = [Line(name, broken) for name in ("email", "sms")]
    sender = delivery(exampleshire, played.clock, *lines)
    for step in (2, 3):
        await sender.drain()
        assert concerns_of(exampleshire, SIENNA)[0].next_step_at == played.clock.now
        exampleshire.write_now(lambda store: played.service.schedule.climb_now(store, played.clock.now))
        concern = concerns_of(exampleshire, SIENNA)[0]
        assert (concern.step, concern.breached_at) == (step, None)
    await sender.drain()
    due = concerns_of(exampleshire, SIENNA)[0].next_step_at
    assert due is not None
    assert due > played.clock.now, "the ladder must not run wild when nothing can be sent"


def test_nobody_on_shift_is_said_in_the_history_and_others_are_told(exampleshire: Database) -> None:
    def leave(store: Store) -> None:
        rafiq = staff.by_reference(store, RAFIQ)
        assert rafiq is not None
        staff.change(store, rafiq.id, working_pattern="Wed 09:00-10:00")

    exampleshire.write_now(leave)
    notices = heard(exampleshire, DANGER, frozenset({"email"}))
    concern = concerns_of(exampleshire, SIENNA)[0]
    kinds = [event.kind for event in exampleshire.read_now(lambda store: concerns.events(store, concern.id))]
    assert "nobody_on_duty" in kinds
    assert "marguerite.fenwold@exampleshire.example" in {notice.to for notice in notices}


def test_after_a_long_stop_one_rung_is_told_and_the_next_lies_ahead(exampleshire: Database) -> None:
    played = played_on(exampleshire, SIENNA)
    played.say(DANGER)
    played.clock.forward(timedelta(hours=6))
    for _ in range(3):
        exampleshire.write_now(lambda store: played.service.schedule.climb_now(store, played.clock.now))
    due = concerns_of(exampleshire, SIENNA)[0].next_step_at
    assert due is not None
    assert due > played.clock.now
    marguerite = [n for n in exampleshire.read_now(staff_notices.latest) if n.to.startswith("marguerite")]
    assert len(marguerite) == 1


def test_a_service_with_a_ladder_of_its_own_goes_by_it(exampleshire: Database, tmp_path) -> None:
    ladder = tmp_path / "ladder.yaml"
    ladder.write_text(
        "urgent:\n  - {after: 0, tell: [on_duty, EXS-008]}\n  - {after: 2, tell: [managers]}\n  - {again: 2}\n"
        "concern:\n  - {after: 0, tell: [on_duty]}\n  - {after: 60, tell: [managers]}\n  - {again: 60}\n"
    )
    clock = PlayedClock(TODAY)
    service = build(SETTINGS.model_copy(update={"ladder_file": ladder}), exampleshire, clock=clock)
    played = Played(service, clock, "web", sender=SIENNA)
    played.be(SIENNA)
    played.say(DANGER)
    concern = concerns_of(exampleshire, SIENNA)[0]
    assert concern.next_step_at == concern.clock_from + timedelta(minutes=2)
    told = {n.to.partition("@")[0] for n in exampleshire.read_now(staff_notices.latest)}
    assert told == {"rafiq.stonebury", "tobias.harrowgill"}
