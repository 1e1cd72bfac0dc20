"""J11 by the real pages: told by My IRO, a goodbye, a first hello, the history goes along, and knowing starts again."""

from __future__ import annotations

from datetime import datetime, timedelta

from playwright.async_api import Page, expect

from reviews import knowing
from safeguarding.rota import LONDON
from storage import children, iro_changes, siblings
from storage.store import Store
from tests.support.played import DANGER, texts
from tests.support.served import ChildAtPage, Served, email_of, signs_in

GRAHAM, BETH, SOPH, MIA = "EXS-002", "EXS-006", "EXC-0050", "EXC-0020"
THINGS = "dont call me sophie. dont talk about dad in front of everyone. and i want to do politics at uni"
GOODBYE = "Seven years, Soph. You never once let me win at cards. Go and do politics."
HELLO = "Hi Soph, I'm Beth. Graham gave me your three points. See you on the 15th."


def it_is(served: Served, day: int, hour: int, month: int = 11) -> None:
    served.clock.now = datetime(2026, month, day, hour, tzinfo=LONDON)


async def at_work(page: Page, served: Served, reference: str) -> None:
    await page.context.clear_cookies()
    await signs_in(page, served.url, email_of(served.database, reference))


async def test_the_iro_changes(chat: ChildAtPage, served: Served, page: Page) -> None:
    served.card(SOPH, "TIGER-11")
    await served.database.write(make_siblings)
    await chat.joins("TIGER-11", "15 July", "Soph")
    it_is(served, 24, 17)
    served.service.hub.wake(
        await served.database.write(lambda store: served.service.schedule.follow_up_now(store, served.clock.now))
    )
    await chat.hears("From Saturday 12 December it is Beth Thistlewick. Until then it is Graham.")
    await chat.hears("Beth is Summer's IRO too.")
    await chat.hears("Beth will write to you here, at the latest on Saturday 12 December.")
    await chat.taps("Tell Beth things first")
    await chat.says(THINGS)
    await chat.hears("That's kept for Beth in your words.")
    await served.settled()

    await at_work(page, served, GRAHAM)
    await page.get_by_role("link", name="Say goodbye to Soph").click()
    await page.get_by_label("Your goodbye").fill(GOODBYE)
    await page.get_by_role("button", name="Send to Soph").click()
    await expect(page.get_by_text("Your goodbye is on its way to Soph.")).to_be_visible()
    await chat.hears(GOODBYE, "iro")
    await page.goto(f"{served.url}/staff/today")
    await expect(page.get_by_role("heading", name="Soph, 16")).to_be_visible()  # her words still wait for him

    await at_work(page, served, BETH)
    answer = await page.goto(f"{served.url}/staff/children/{SOPH}")
    assert answer is not None
    assert answer.status == 404, "before her first day Beth reads nothing of the child's history"
    await page.goto(f"{served.url}/staff/today")
    await page.get_by_role("link", name="Introduce yourself to Soph").click()
    await expect(page.get_by_text(THINGS)).to_be_visible()
    await page.get_by_label("Who you are, in your own words").fill(HELLO)
    await page.get_by_role("button", name="Send to Soph").click()
    await chat.hears(HELLO, "iro")

    it_is(served, 14, 10, month=12)
    await at_work(page, served, BETH)
    await page.goto(f"{served.url}/staff/children/{SOPH}")
    await expect(page.get_by_text(GOODBYE)).to_be_visible()
    await expect(
        page.get_by_text("Knew the one before you").or_(page.get_by_text("Not told yet who you are")).first
    ).to_be_visible()
    known = served.database.read_now(lambda store: knowing.load(store, served.clock.now.date()))
    assert {one.child.reference: one.reached for one in known}[SOPH] is False


def make_siblings(store: Store) -> None:
    soph, mia = children.by_reference(store, SOPH), children.by_reference(store, MIA)
    assert soph is not None
    assert mia is not None
    siblings.record(store, soph.id, mia.id, None, datetime(2026, 11, 21, tzinfo=LONDON))


def test_a_change_taken_back_in_time_is_never_heard_of(child, exampleshire) -> None:
    soph = child(SOPH)

    def take_back(store: Store) -> None:
        for change in iro_changes.to_tell(store):
            iro_changes.withdraw(store, change, None, soph.clock.now, soph.clock.now.date())

    exampleshire.write_now(take_back)
    assert "Beth" not in texts(soph.wait(timedelta(days=3)))


def test_who_has_asked_is_not_told_again(child, exampleshire) -> None:
    soph = child(SOPH)
    assert "Beth" in texts(soph.say("is graham leaving???"))
    assert "Beth Thistlewick" not in texts(soph.wait(timedelta(days=3)))


def test_while_a_concern_is_open_nothing_is_said_of_it(child, exampleshire) -> None:
    soph = child(SOPH)
    soph.say(DANGER)
    assert "Beth Thistlewick" not in texts(soph.wait(timedelta(days=3)))
