"""J01, J03 and J07 by the real page in Chromium, and the way of a message to the IRO and back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.async_api import Locator, Page, expect

from storage import answers, requests
from tests.support.played import DANGER, concerns_of, conversation_of
from tests.support.served import ChildAtPage, Served, email_of, signs_in

FIN, SUMMER, OLLIE, SIENNA = "EXC-0038", "EXC-0020", "EXC-0006", "EXC-0027"
BETH, RAFIQ = "EXS-006", "EXS-012"
ROB = "The dog. Not Rob. Rob holds my arm too tight when I am slow and there are finger marks."
ASKED = "can my dog come to my review"


async def names_nobody(chat: ChildAtPage, *names: str) -> None:
    """Before the checks, neither what is shown nor what lies behind it may hold a name."""
    source = await chat.page.content()
    assert [name for name in names if name in source] == []


async def on_watch(page: Page, served: Served) -> Page:
    """Rafiq, with the queue open and nothing in it. The mark on the page is gone once it is loaded again."""
    await signs_in(page, served.url, email_of(served.database, RAFIQ))
    await expect(page.get_by_role("heading", name="Nobody has these yet (0)")).to_be_visible()
    await expect(page.get_by_text("This page is live")).to_be_visible()
    await page.evaluate("window.neverLoadedAgain = true")
    return page


async def takes(page: Page, who: str) -> None:
    """See the concern appear by itself, open it, and take it."""
    waiting = page.get_by_role("link", name=who)
    await expect(waiting).to_be_visible()
    assert await page.evaluate("window.neverLoadedAgain")
    await waiting.click()
    await page.get_by_role("button", name="I am taking this").click()
    await expect(page.get_by_text("Taken by you")).to_be_visible()


async def writes(page: Page, text: str) -> None:
    await page.get_by_label("Your message").fill(text)
    await page.get_by_role("button", name="Send to").click()


def label_of(chat: ChildAtPage, author: str, text: str) -> Locator:
    return chat.said_by(author, text).locator(".label")


@pytest.mark.parametrize("by_link", [True, False], ids=["the card's link", "the card's word"])
async def test_j01_fin_says_hello(chat: ChildAtPage, served: Served, by_link: bool) -> None:
    await chat.opens("OTTER-42" if by_link else "")
    for must in ("computer, not a person", "can read what you write", "have to tell a person", "ring 999"):
        await chat.hears(must)
    assert chat.page.url == f"{served.url}/", "the card stays in the address bar"
    await chat.taps("Who sees this?")
    await chat.hears("Your carer, your family and your social worker can't see it here.")
    await chat.says("ok yes")
    if not by_link:
        await chat.hears("word on your card")
        await chat.says("otter42")
    await chat.hears("birthday")
    await names_nobody(chat, "Fin", "Beth")
    await chat.says("4 april")
    await chat.hears("call you")
    await chat.taps("Fin")
    await chat.taps("Someone might")
    await chat.hears("plain")
    await chat.hears("What would you like to do?")
    await names_nobody(chat, "Beth")  # he is asked whether he knows it before he is told
    conversation = conversation_of(served.database, FIN)
    assert (conversation.called, conversation.shared_device) == ("Fin", "someone_might")


async def test_j01_what_was_said_outlives_a_reload_and_the_card_opens_nothing_twice(
    chat: ChildAtPage, served: Served, page: Page
) -> None:
    await chat.joins("OTTER-42", "4 april", "Fin")
    await chat.says("my secret den")
    await chat.page.reload()
    await chat.hears("my secret den", author="child")
    finder = ChildAtPage(page, served.url)
    await finder.opens("OTTER-42")
    await finder.taps("Yes")
    await finder.hears("birthday")
    await finder.says("4 april")
    await served.settled()
    await finder.page.reload()
    await finder.hears("birthday")
    await names_nobody(finder, "my secret den")


async def test_j01_wrong_tries_lock_the_card_and_give_no_hint(chat: ChildAtPage, served: Served) -> None:
    await chat.opens()
    await chat.taps("Yes")
    await chat.hears("word on your card")
    for number, (word, birthday) in enumerate((("otter 42", "5 april"), ("otter 41", "4 april"))):
        await chat.says(word)
        await expect(chat.said_by("bot", "birthday")).to_have_count(number + 1)
        await chat.says(birthday)
        await expect(chat.said_by("bot", "I can't match that. We can try both again.")).to_have_count(number + 1)
    await chat.says("otter-42")
    await expect(chat.said_by("bot", "birthday")).to_have_count(3)
    await chat.says("6 may")
    await chat.hears("I have to stop trying now")
    await chat.says("4 april")
    await served.settled()
    await names_nobody(chat, "Fin", "Beth")
    waiting = served.database.read_now(lambda store: requests.open_for_role(store, "business_support"))
    assert [request.kind for request in waiting] == ["card_locked"]


async def test_j03_summer_taps_and_writes_three_words(chat: ChildAtPage, served: Served) -> None:
    await chat.joins("MAPLE-28", "28 May", "Summer")
    await expect(chat.page.locator("html")).to_have_attribute("data-band", "younger")
    await chat.says("hi")
    await chat.hears("Is a grown-up with you now?")
    await chat.taps("Yes")
    await chat.hears("How is it where you live?")
    await chat.taps("Good")
    await chat.hears("the best bit")
    await chat.says("dog is funny")
    await chat.hears("How is school?")
    await chat.taps("Not good")
    await chat.hears("Do you want to say more?")
    await chat.taps("Yes")
    await chat.hears("Write it here.")
    await chat.says("lunch too loud")
    await chat.hears("Do you want Graham to help")
    await chat.taps("Yes")
    for who in ("My carer", "Mum", "That's all"):
        await chat.taps(who)
    await chat.hears("Do you want to be at your meeting?")
    await chat.taps("For a bit of it")
    for words in ("“dog is funny”", "“lunch too loud”", "“My carer, Mum”"):
        await chat.hears(words)
    await chat.taps("Yes, that's right")
    await chat.hears("Who may hear this?")
    where = conversation_of(served.database, SUMMER).id
    found = served.database.read_now(lambda store: answers.of_conversations(store, [where]))[where]
    approved = {answer.question: answer.text for answer in found if answer.state == "approved"}
    assert (approved["home_best"], approved["school_more"]) == ("dog is funny", "lunch too loud")
    assert concerns_of(served.database, SUMMER) == []


async def test_j07a_ollie_tells_and_a_person_answers_by_name(chat: ChildAtPage, served: Served, page: Page) -> None:
    officer = await on_watch(page, served)
    served.card(OLLIE, "ROBIN-19")
    await chat.joins("ROBIN-19", "7 July", "Ollie")
    await chat.says("hi")
    await chat.hears("Is a grown-up with you now?")
    await chat.taps("No")
    await chat.hears("How is it where you live?")
    await chat.says(ROB)
    await chat.hears("not your fault")
    await chat.hears("Are you safe right now?")
    await expect(chat.after(ROB).get_by_text("999")).to_be_visible()
    await takes(officer, "Ollie, 8")
    await expect(officer.get_by_text(ROB).first).to_be_visible()
    await writes(officer, "I am Rafiq. Thank you for telling us about Rob.")
    await chat.hears("Thank you for telling us about Rob.", author="duty")
    await expect(label_of(chat, "duty", "Thank you for telling us about Rob.")).to_contain_text("Rafiq, ")
    await expect(label_of(chat, "duty", "Thank you for telling us about Rob.")).to_contain_text("Duty")


async def test_j07b_sienna_reads_999_first_and_a_person_takes_over(
    chat: ChildAtPage, served: Served, page: Page
) -> None:
    officer = await on_watch(page, served)
    served.card(SIENNA, "WREN-24")
    await chat.joins("WREN-24", "17 February", "Sienna")
    await chat.says(DANGER)
    await expect(chat.after(DANGER).first).to_contain_text("ring 999")
    await chat.hears("Are you safe right now?")
    await expect(officer.get_by_text("Urgent: minutes count")).to_be_visible()
    await takes(officer, "Sienna, 12")
    await chat.hears("Rafiq")
    await writes(officer, "Stay where you are. The police are on their way.")
    await chat.hears("The police are on their way.", author="duty")
    label = label_of(chat, "duty", "The police are on their way.")
    await expect(label).to_contain_text("Rafiq, Emergency Duty Team Officer")
    before = await chat.said_by("bot").count()
    await chat.says("ok we r in the bathroom")
    await served.settled()
    await officer.reload()
    await expect(officer.get_by_text("ok we r in the bathroom").first).to_be_visible()
    await expect(chat.said_by("bot")).to_have_count(before)


async def test_j07b_nobody_takes_it_and_sienna_is_told_the_truth(chat: ChildAtPage, served: Served) -> None:
    served.card(SIENNA, "WREN-24")
    await chat.joins("WREN-24", "17 February", "Sienna")
    await chat.says(DANGER)
    await chat.hears("Are you safe right now?")
    served.clock.forward(timedelta(minutes=5, seconds=5))
    await served.service.schedule.climb()
    await chat.hears("No one")
    await expect(chat.said_by("bot").last).to_contain_text("999")


async def test_what_fin_writes_reaches_beth_and_her_answer_reaches_him(
    chat: ChildAtPage, served: Served, page: Page
) -> None:
    await chat.joins("OTTER-42", "4 april", "Fin")
    await chat.taps("Write to my IRO")
    await chat.hears("What would you like to say to Beth?")
    await chat.says(ASKED)
    await chat.hears("Beth usually answers by Tuesday 24 November.")
    await signs_in(page, served.url, email_of(served.database, BETH))
    await expect(page.get_by_role("heading", name="Who needs me")).to_be_visible()
    await page.locator(".today-card").get_by_role("link", name="Fin, 12").click()
    await expect(page.get_by_text(ASKED).first).to_be_visible()
    await expect(chat.said_by("child", ASKED)).to_contain_text("Beth has read this")
    await writes(page, "Yes, bring the dog. I have two cats.")
    await expect(page.get_by_role("status").filter(has_text="Your message has been sent.")).to_be_visible()
    await chat.hears("Yes, bring the dog.", author="iro")
    await expect(label_of(chat, "iro", "Yes, bring the dog.")).to_contain_text("Beth, your IRO")
    await page.goto(f"{served.url}/staff/today")
    await expect(page.locator(".today-card").get_by_role("link", name="Fin, 12")).to_have_count(0)
