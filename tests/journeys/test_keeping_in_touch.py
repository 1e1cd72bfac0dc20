"""Child and IRO agree how often and how; it stands in writing, and a day that passes without contact is counted."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from playwright.async_api import Page, expect

from reviews import touching
from safeguarding.rota import LONDON
from storage import agreements, children, conversations
from storage.store import Store
from tests.support.played import staff_id, texts
from tests.support.served import ChildAtPage, Served, email_of, signs_in

SUMMER, SOPH = "EXC-0020", "EXC-0050"


def child_id(store: Store, reference: str = SOPH):
    found = children.by_reference(store, reference)
    assert found is not None
    return found.id


async def test_the_child_proposes_the_iro_says_yes_and_the_carer_gets_a_letter(
    chat: ChildAtPage, served: Served, page: Page
) -> None:
    born = served.database.read_now(lambda store: children.by_reference(store, SUMMER).birth_date)
    await chat.joins("MAPLE-28", f"{born.day}/{born.month}", "Summer")
    await chat.taps("More")
    await chat.taps("How my IRO keeps in touch")
    await chat.taps("Every 4 weeks")
    await chat.taps("A call")
    await chat.hears("I have asked Graham.")
    await served.settled()

    await signs_in(page, served.url, email_of(served.database, "EXS-002"))
    await expect(page.get_by_text("asks how you keep in touch")).to_be_visible()
    await page.get_by_role("region").or_(page.locator("main")).get_by_role("link", name="Summer", exact=True).click()
    await page.get_by_role("button", name="Say yes").click()
    await expect(page.get_by_text("Summer has it in writing.")).to_be_visible()
    await chat.hears("Graham says yes: a call every 4 weeks")
    await chat.taps("Yes")
    await chat.hears("a call every 4 weeks")
    await served.settled()
    await page.reload()
    await page.get_by_role("link", name="A letter to print or copy").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("How Summer and I keep in touch")
    await expect(page.get_by_text("a call every 4 weeks")).to_be_visible()


def test_the_iro_proposes_and_nothing_stands_before_the_child_says_yes(child, exampleshire) -> None:
    robin = child(SOPH)
    robin.say("hi")
    graham = staff_id(exampleshire, "EXS-002")

    def propose(store: Store) -> None:
        agreements.propose(store, child_id(store), graham, 6, "visit", "iro", robin.clock.now)

    exampleshire.write_now(propose)
    robin.tap("more")
    assert "a visit every 6 weeks" in texts(robin.tap("see_agreement"))
    assert exampleshire.read_now(lambda store: agreements.standing(store, [child_id(store)])) == {}
    robin.tap("agreement_yes")
    assert "a visit every 6 weeks" in texts(robin.tap("no"))
    agreed = exampleshire.read_now(lambda store: agreements.standing(store, [child_id(store)]))[
        exampleshire.read_now(child_id)
    ]
    assert (agreed.every_weeks, agreed.how, agreed.carer) == (6, "visit", "no")
    robin.tap("more")
    assert "This is what you and Graham agreed: a visit every 6 weeks" in texts(robin.tap("see_agreement"))


def test_a_day_that_passes_is_counted_once_and_words_both_ways_move_it(child, exampleshire) -> None:
    robin = child(SOPH)
    robin.say("hi")
    graham, start = staff_id(exampleshire, "EXS-002"), robin.clock.now

    def agree(store: Store) -> None:
        agreements.propose(store, child_id(store), graham, 1, "message", "iro", start)
        agreements.agree(store, child_id(store), "child", start)

    exampleshire.write_now(agree)
    where = exampleshire.read_now(child_id)

    def kept():
        today = robin.clock.now.astimezone(LONDON).date()
        return exampleshire.read_now(lambda store: touching.of_children(store, [where], today))[where]

    assert (kept().due, kept().late) == (date(2026, 11, 28), False)
    robin.wait(timedelta(days=8))
    assert (kept().late, kept().agreement.missed) == (True, 1)
    robin.wait(timedelta(days=2))
    assert kept().agreement.missed == 1

    def write(store: Store) -> None:
        speaker, now = robin.service.speaker, robin.clock.now
        talk = conversations.of_children(store, [where])[where]
        speaker.say(store, talk.id, graham, "iro", "How was the match?", now)

    exampleshire.write_now(write)
    assert kept().late, "a message that nobody answered is no contact"
    robin.say("we won 3 1")
    assert (kept().late, kept().agreement.missed) == (False, 1)
    assert isinstance(kept().last, datetime)
