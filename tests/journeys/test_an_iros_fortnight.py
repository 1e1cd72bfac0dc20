"""An IRO's fortnight by the real pages: prepare, hold, decide, the child is told, says not yet, and the IRO chases."""

from __future__ import annotations

from datetime import datetime

from playwright.async_api import Page, expect

from safeguarding.rota import LONDON
from storage import children, reviews
from storage.store import Store
from tests.support.served import ChildAtPage, Served, email_of, signs_in

GRAHAM, SUMMER = "EXS-002", "EXC-0020"
CAT = "the ginger cat. he sleeps on my feet"
LINE = "Rosa asks if the cat may sleep in your room."


async def at_work(page: Page, served: Served) -> None:
    """Graham sits down at his desk; days have passed, so that he signs in again."""
    await page.context.clear_cookies()
    await signs_in(page, served.url, email_of(served.database, GRAHAM))


def it_is(served: Served, day: int, hour: int, minute: int = 0, month: int = 11) -> None:
    served.clock.now = datetime(2026, month, day, hour, minute, tzinfo=LONDON)


async def test_an_iros_fortnight(chat: ChildAtPage, served: Served, page: Page) -> None:
    await chat.joins("MAPLE-28", await birthday_of(served), "Summer")
    await chat.taps("Say what I think")
    await chat.hears("Is a grown-up with you now?")
    await chat.taps("No")
    await chat.hears("How is it where you live?")
    await chat.taps("Good")
    await chat.hears("What is the best bit?")
    await chat.says(CAT)
    await served.settled()

    await at_work(page, served)
    await page.get_by_role("link", name="Review of Summer").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Summer’s review")
    await page.get_by_role("link", name="What Summer wants and feels").click()
    await expect(page.get_by_text(CAT).first).to_be_visible()
    await page.go_back()
    await page.get_by_text("Write it down", exact=True).click()
    await page.get_by_label("Yes", exact=True).check()
    await page.get_by_label("If so, on which day").fill("2026-11-20")
    await page.get_by_role("button", name="Keep it").click()
    await expect(page.get_by_text("You spoke alone on")).to_be_visible()

    it_is(served, 24, 18)
    await at_work(page, served)
    reference = served.database.read_now(review_of_summer)
    await page.goto(f"{served.url}/staff/reviews/{reference}")
    await page.get_by_text("It has been held", exact=True).click()
    await page.get_by_role("button", name="Keep as held").click()
    await expect(page.get_by_text("Held on Tuesday 24 November 2026, in time.")).to_be_visible()
    await page.get_by_label("No", exact=True).last.check()
    await page.get_by_label("They sent them").check()
    await page.get_by_role("button", name="Suggest the code").click()
    await expect(page.get_by_text("PN6 is suggested")).to_be_visible()
    await page.get_by_role("button", name="Confirm").click()
    await expect(page.get_by_text("Confirmed by Graham Otterbury")).to_be_visible()

    await page.get_by_role("button", name="Write a decision").click()
    await page.get_by_label("For the record").fill("Carer to ask the landlord whether the cat may stay upstairs.")
    await page.get_by_label("Who does it").fill("Rosa, foster carer")
    await page.get_by_label("Done by").fill("2026-12-01")
    await page.get_by_label("The line in words for Summer").fill(LINE)
    await page.get_by_label("Does it answer something").select_option(index=await option_with(page, CAT))
    await page.get_by_label("Partly").check()
    await page.get_by_label("Why, if it is not a plain yes").fill("The flat is not ours.")
    await page.get_by_role("button", name="Keep it", exact=True).click()
    await expect(page.get_by_text("Summer has not been told.")).to_be_visible()
    assert LINE not in await chat.page.content(), "nothing reaches a child before it is released"
    await page.get_by_role("button", name="Tell Summer now").click()
    await expect(page.get_by_text("Summer has been told everything, by the day it was due")).to_be_visible()
    await chat.hears(LINE)
    await chat.hears("The flat is not ours.")

    it_is(served, 30, 16, 30)  # who comes after Graham is told on a day of its own
    await served.service.schedule.follow_up()
    it_is(served, 1, 16, 30, month=12)
    await served.service.schedule.follow_up()
    await chat.hears("Has it happened?")
    await chat.taps("Not yet")
    await served.settled()

    await at_work(page, served)
    card = page.locator(".today-card", has_text="Summer")
    await expect(card).to_contain_text("says “not yet”")
    await card.get_by_role("link", name="Carer to ask the landlord").click()
    await page.get_by_text("Tell Summer what you have done").click()
    await page.get_by_label("Your message").fill("I rang the landlord this week. He answers by Friday.")
    await page.get_by_role("button", name="Send to Summer").click()
    await expect(page.get_by_text("Your message has been sent.")).to_be_visible()
    await chat.hears("I rang the landlord this week.", author="iro")
    await page.goto(f"{served.url}/staff/today")
    await expect(page.get_by_text("says “not yet”")).to_have_count(0)


async def option_with(page: Page, words: str) -> int:
    """Which of the wishes to choose from holds these words."""
    options = await page.get_by_label("Does it answer something").locator("option").all_inner_texts()
    return next(number for number, text in enumerate(options) if words in text)


async def birthday_of(served: Served) -> str:
    """As a child says it: 4 april."""
    child = served.database.read_now(lambda store: children.by_reference(store, SUMMER))
    assert child is not None
    return f"{child.birth_date.day} {child.birth_date:%B}".lower()


def review_of_summer(store: Store) -> str:
    child = children.by_reference(store, SUMMER)
    assert child is not None
    review = reviews.next_of(store, child.id)
    assert review is not None
    return review.reference
