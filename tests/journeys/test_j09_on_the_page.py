"""J09 by the real pages: the wish on Today, times offered, moved by both, what came of it, the clock of managers."""

from __future__ import annotations

from datetime import datetime, timedelta

from playwright.async_api import Page, expect

from safeguarding.rota import LONDON
from tests.support.served import ChildAtPage, Served, email_of, signs_in

GEE, SIAN, MANAGER = "EXC-0053", "EXS-003", "EXS-007"


async def opens_gee(page: Page, served: Served) -> None:
    await page.goto(f"{served.url}/staff/today")
    await page.locator(".today-card").get_by_role("link", name="Gee, 16").click()


async def at_work(page: Page, served: Served, reference: str) -> None:
    await page.context.clear_cookies()
    await signs_in(page, served.url, email_of(served.database, reference))


async def test_gee_and_sian_find_a_time_and_it_is_kept(chat: ChildAtPage, served: Served, page: Page) -> None:
    await chat.joins("BADGER-63", "8 january", "Gee")
    await chat.says("can siân ring me pls")
    await chat.hears("I've told Siân you want to talk.")
    await at_work(page, served, SIAN)
    mine = page.locator(".today-card", has_text="Gee, 16")
    await expect(mine).to_contain_text("Wants to hear from you by telephone; has not said when yet")
    await opens_gee(page, served)
    await expect(page.get_by_text("They are still saying it, or left half-way.")).to_be_visible()
    await expect(page.locator(".facts div", has_text="Last contact")).to_contain_text("None on record")
    await page.get_by_label("Monday 23 November at 4pm").check()
    await page.get_by_role("button", name="Offer these to Gee").click()
    await expect(page.get_by_text("Gee has not picked one yet: Monday 23 November at 4pm")).to_be_visible()

    await chat.hears("Siân can do these times.")
    await chat.taps("Mon 23 Nov, 4pm")
    await chat.taps("Yes")
    await chat.hears("Siân will ring you on Monday 23 November at 4pm")
    await chat.says("CHANGE")
    await chat.taps("Another time")
    await chat.taps("None of these")
    await chat.says("sat 28th at 11")
    await chat.hears("Siân will look for another time.")

    await opens_gee(page, served)
    await page.get_by_role("button", name="Yes to Saturday 28 November at 11am").click()
    await chat.hears("Siân said yes. Your call is on Saturday 28 November at 11am.")
    standing = page.locator("section.request", has_text="Agreed")
    await expect(standing).to_have_count(1)  # the time before has given way to it
    await standing.get_by_text("Move it").click()
    await standing.get_by_label("Tuesday 24 November at 4:30pm").check()
    await standing.get_by_role("button", name="Offer these to Gee").click()
    await chat.hears("Siân has to move the time. I'm sorry about that.")
    await chat.taps("Tue 24 Nov, 4.30pm")
    await chat.taps("Yes")
    await chat.hears("Siân will ring you on Tuesday 24 November at 4.30pm")

    served.clock.now = datetime(2026, 11, 24, 17, 0, tzinfo=LONDON)
    await at_work(page, served, SIAN)
    await expect(page.locator(".today-card", has_text="Gee, 16")).to_contain_text("Say what happened")
    await opens_gee(page, served)
    await page.get_by_label("It took place").check()
    await page.get_by_role("button", name="Keep what happened").click()
    last = page.locator(".facts div", has_text="Last contact")
    await expect(last).to_contain_text("Telephone call, today at 4:30pm")
    await expect(page.get_by_role("heading", name="What Gee waits for")).to_have_count(0)

    await chat.says("can siân ring me pls")
    await served.settled()
    await chat.hears("I've told Siân you want to talk.")
    served.clock.now = datetime(2026, 11, 30, 17, 0, tzinfo=LONDON) - timedelta(hours=1)
    await served.service.schedule.chase()
    await chat.hears("I have told Marguerite, the manager.")
    await at_work(page, served, MANAGER)
    await page.goto(f"{served.url}/staff/figures")
    row = page.get_by_role("row", name="Gee, EXC-0053 Siân Pendrell Asked")
    await expect(row).to_contain_text("promise broken Marguerite Fenwold was told on Monday 30 November, and Gee knows")
