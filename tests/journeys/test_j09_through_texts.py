"""J09 whole by text: times, moves on both sides, reminders, nobody rings, what came of it; and nobody answers."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from safeguarding.rota import LONDON
from storage import appointments, children, requests, staff, staff_notices
from storage.appointments import Appointment
from storage.store import Store
from tests.support.at_work import AtWork
from tests.support.notify import Texts
from tests.support.played import staff_id
from tests.support.served import Served

GEE, SIAN, BETH, MANAGER, OFFICE = "EXC-0053", "EXS-003", "EXS-006", "EXS-007", "EXS-013"
PAGE = f"/staff/children/{GEE}"
AT_FOUR = datetime(2026, 11, 23, 16, 0, tzinfo=LONDON)


@pytest.fixture
async def gee(texts: Texts) -> Texts:
    await texts.join("badger63", "8 january")
    return texts


async def at(service: Served, moment: datetime) -> None:
    """It is so late, and what is due by the clock happens."""
    service.clock.now = moment
    for tick in (
        service.service.schedule.chase,
        service.service.schedule.follow_up,
        service.service.schedule.keep_times,
    ):
        await tick()


def the_last(service: Served) -> Appointment:
    def find(store: Store) -> Appointment:
        child = children.by_reference(store, GEE)
        assert child is not None
        return appointments.of_children(store, [child.id])[child.id][-1]

    return service.database.read_now(find)


def notices_to(service: Served, name: str) -> list[str]:
    return [one.text for one in service.database.read_now(staff_notices.latest) if name in one.to]


async def test_a_call_is_asked_for_moved_by_both_late_and_kept(gee: Texts, texted: Served) -> None:
    sian = AtWork(texted, SIAN)
    asked = await gee.say("can siân ring me pls")
    assert "I've told Siân you want to talk" in asked
    assert asked.endswith("1 It can wait\n2 Today, it can't wait\n3 I'm not safe\n4 Never mind")
    today = await sian.reads("/staff/today")
    assert "Gee, 16" in today
    assert "Wants to hear from you by telephone; has not said when yet" in today, "before another word"

    offered = await gee.say("monday fine its about staying put")
    assert "1 Mon 23 Nov, 4pm\n2 Mon 23 Nov, 4.30pm\n3 Tue 24 Nov, 4.30pm\n4 None of these" in offered
    assert "number that ends in 222" in await gee.say("mon 4")
    assert "without anyone listening" in await gee.say("1")
    booked = await gee.say("yh ill be on the bus stop wall lol")
    for must in ("Siân will ring you on Monday 23 November at 4pm", "01632 960103", "15 minutes", "CHANGE"):
        assert must in booked
    assert the_last(texted).place == "+447700900222"

    assert "1 Another time" in await gee.say("CHANGE")
    assert "Tue 24 Nov, 4.30pm" in await gee.say("1")
    assert "now on Tuesday 24 November at 4.30pm" in await gee.say("tue half 4")
    page = await sian.reads(PAGE)
    assert "can siân ring me pls" in page.split("Write to Gee")[0], "her words stay beside the time"
    assert "Telephone call, Tuesday 24 November at 4:30pm" in page
    assert "Number to ring: +447700900222. Gee can talk without anyone listening." in page

    moved = {"appointment": str(the_last(texted).id), "how": "call", "slot1": "2026-11-23T16:00"}
    await sian.sends(PAGE, f"{PAGE}/contact/offer", **moved)
    texted.service.hub.wake(["outbox"])
    heard = await gee.heard()
    assert "Siân has to move the time" in heard
    assert "1 Mon 23 Nov, 4pm" in heard
    assert "without anyone listening" in await gee.say("1")
    assert "Monday 23 November at 4pm" in await gee.say("1")

    await at(texted, AT_FOUR - timedelta(minutes=29))
    assert await gee.heard() == "Reminder: your call is at 4pm."
    assert sum("begins soon" in text for text in notices_to(texted, "sian.pendrell")) == 1
    texted.clock.now = AT_FOUR + timedelta(minutes=6)
    sorry = await gee.say("she aint rung")
    assert "not good enough" in sorry
    assert sorry.endswith("1 Wait 10 minutes\n2 Another time\n3 Someone else")
    assert "Now" in await AtWork(texted, OFFICE).reads("/staff/not-kept"), "the office knows whom to ring"
    assert "10 minutes" in await gee.say("1")

    texted.clock.now = AT_FOUR + timedelta(minutes=40)
    held = {"what": "held", "day": "2026-11-23", "time": "16:11", "minutes": "12"}
    page = await sian.sends(PAGE, f"{PAGE}/contact/outcome", appointment=str(the_last(texted).id), **held)
    assert "Last contact Telephone call, today at 4:11pm" in page
    assert "took place 4:11pm, 11 minutes late, 12 minutes; Gee said at 4:06pm that nobody had come" in page
    assert "Siân" not in (await AtWork(texted, OFFICE).reads("/staff/not-kept")).split("Contact that")[-1]
    kept = texted.database.read_now(lambda store: requests.of_child(store, the_last(texted).child_id))
    assert [(one.kind, one.how, one.state) for one in kept] == [("contact", "call", "done")], "one wish from end to end"


async def test_nobody_answers_and_gee_hears_each_time_who_was_told(gee: Texts, texted: Served) -> None:
    sian, beth = staff_id(texted.database, SIAN), staff_id(texted.database, BETH)
    await texted.database.write(lambda store: staff.name_deputy(store, sian, beth, None, texted.clock.now))
    await gee.say("can siân ring me pls")
    await gee.say("1")
    await gee.say("who is my iro")  # and leaves half-way: it stands all the same
    await AtWork(texted, BETH).reads(PAGE, 404)

    heard = ""
    for day in range(24, 31):
        for hour in (10, 17):
            await at(texted, datetime(2026, 11, day, hour, tzinfo=LONDON))
            heard += await gee.heard()
            if "Beth" in heard and "Marguerite" not in heard and hour == 17:
                assert "Gee" in await AtWork(texted, BETH).reads("/staff/today"), "who was told may answer"
    first, second = (
        heard.index("I have told Beth, who works with Siân"),
        heard.index("I have now told Marguerite, the manager"),
    )
    assert first < second
    assert heard.count("I have told") + heard.count("I have now told") == 2, "once each"
    figures = await AtWork(texted, MANAGER).reads("/staff/figures")
    assert "Gee, EXC-0053" in figures
    assert "Asked Saturday 21 November 2026: promise broken Marguerite Fenwold was told on" in figures
    assert "and Gee knows" in figures
    today = await AtWork(texted, BETH).sends(PAGE, f"{PAGE}/reply", text="Hi Gee, Beth here. I can ring you at 5.")
    assert "It is done. The child is with their own IRO again" in today
    texted.service.hub.wake(["outbox"])
    assert "Beth here. I can ring you at 5." in await gee.heard()
    assert "Gee, 16" not in today.split("Who needs me")[-1]
    await AtWork(texted, BETH).reads(PAGE, 404)
