"""A whole exchange by the real pages: Beth writes, Fin answers, both think again, and something goes the next day."""

from __future__ import annotations

from datetime import datetime, timedelta

from playwright.async_api import Page, expect

from safeguarding.rota import LONDON
from tests.support.served import ChildAtPage, Served, email_of, signs_in

FIN, BETH = "EXC-0038", "EXS-006"


async def test_a_child_and_their_iro_write_with_each_other(chat: ChildAtPage, served: Served, page: Page) -> None:
    await chat.joins("OTTER-42", "4 april", "Fin")
    await signs_in(page, served.url, email_of(served.database, BETH))
    await page.goto(f"{served.url}/staff/children/{FIN}")
    await page.get_by_label("Begin with").select_option("thanks")
    await expect(page.get_by_label("Your message")).to_have_value("Hi Fin, thank you for telling me about "
        "[what they told you].\nI have [what you did with it].")  # fmt: skip
    await page.get_by_role("button", name="Send to Fin").click()
    await expect(page.get_by_role("alert")).to_contain_text("There is still a gap in square brackets.")
    await page.get_by_label("Your message").fill("Hi Fin. Thank you for telling me about the dog. I have asked Rob.")
    await expect(page.locator("#text-age")).to_contain_text("right for this child")
    await expect(page.locator(".seen__by")).to_contain_text("Beth, your IRO")
    await page.get_by_role("button", name="Send to Fin").click()
    await expect(page.get_by_text("Your message has been sent.")).to_be_visible()

    await chat.hears("I have asked Rob.", author="iro")
    await expect(chat.said_by("iro", "I have asked Rob.").locator(".label")).to_contain_text("Beth, your IRO")
    await expect(chat.said_by("iro", "I have asked Rob.").locator(".label")).to_contain_text("a person")
    await chat.says("thats good")
    await chat.hears("Beth can see this")
    await chat.says("and the cat")
    await served.settled()
    await expect(chat.after("and the cat")).to_have_count(0)
    served.clock.now += timedelta(minutes=1)

    await page.goto(f"{served.url}/staff/children/{FIN}")
    await expect(page.get_by_text("The computer says nothing to plain messages")).to_be_visible()
    await expect(chat.said_by("child", "and the cat").locator(".state")).to_contain_text("Beth has read this")

    cat = chat.said_by("child", "and the cat")
    await cat.locator(".more").click()
    await expect(cat.get_by_text("We keep a copy")).to_be_visible()
    await cat.get_by_role("button", name="Change it").click()
    await chat.page.fill("#text", "and the hamster")
    await chat.page.click(".send")
    await expect(chat.said_by("child", "and the hamster").locator(".changed")).to_have_text("You changed this")
    await expect(chat.said_by("child", "and the cat")).to_have_count(0)
    good = chat.said_by("child", "thats good")
    await good.locator(".more").click()
    await good.get_by_role("button", name="Take it back").click()
    await expect(chat.said_by("child", "You took this back.")).to_be_visible()
    await chat.page.reload()
    await expect(chat.said_by("child", "You took this back.")).to_be_visible()
    assert "thats good" not in await chat.page.content(), "it is off the screen"

    await page.goto(f"{served.url}/staff/children/{FIN}")
    talk = page.locator("ol.talk")
    await expect(talk.get_by_text("thats good")).to_be_visible()
    await expect(talk.get_by_text("Taken back").first).to_be_visible()
    await expect(talk.get_by_text("and the cat")).to_be_visible()
    await expect(talk.get_by_text("and the hamster")).to_be_visible()
    await talk.get_by_text("Change it or take it back").click()
    await talk.get_by_label("What it should say").fill("Hi Fin. I have asked Rosa.")
    await talk.get_by_label("Why").fill("Rob is away")
    await talk.get_by_role("button", name="Change it").click()
    await expect(chat.said_by("iro", "I have asked Rosa.").locator(".changed")).to_have_text("Beth changed this")
    assert "asked Rob." not in await chat.page.content()

    await page.get_by_label("Your message").fill("Good luck with your swimming, Fin.")
    await page.get_by_text("Send it later, at a good time").click()
    await page.get_by_label("Tomorrow, Sunday at 4pm").check()
    await page.get_by_role("button", name="Keep it and send it then").click()
    await expect(page.get_by_text("It is kept, and goes at its time.")).to_be_visible()
    await expect(chat.said_by("iro", "swimming")).to_have_count(0)
    served.clock.now = datetime(2026, 11, 22, 16, 1, tzinfo=LONDON)
    await served.service.schedule.send_letters()
    await chat.hears("Good luck with your swimming, Fin.", author="iro")
    await chat.page.get_by_role("button", name="Menu").click()
    await chat.hears("What would you like to do")
