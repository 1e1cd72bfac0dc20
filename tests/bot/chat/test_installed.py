"""The chat on a phone: it can be installed, opens without a line, keeps no word that was sent, and locks."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.bot.chat.chatting import Child, Served

CONTROLLED = """new Promise((resolve) => {
  const { serviceWorker } = navigator;
  serviceWorker.controller ? resolve(true) : serviceWorker.addEventListener("controllerchange", () => resolve(true));
})"""
KEPT = "caches.keys().then(async (names) => (await (await caches.open(names[0])).keys()).map((r) => r.url))"
WHOLE = """caches.keys().then(async (names) => {
  const cache = await caches.open(names[0]);
  return (await Promise.all((await cache.keys()).map(async (r) => (await cache.match(r)).text()))).join("");
})"""


async def opened(page: Page, served: Served, path: str = "/") -> None:
    await page.goto(served.url + path)
    await expect(page.locator(".choice").first).to_be_visible()
    assert await page.evaluate(CONTROLLED)


async def say(page: Page, text: str) -> None:
    await page.fill("#text", text)
    await page.click(".send")


async def sets_a_word(page: Page, word: str = "purple") -> None:
    await page.click("[data-opens=device]")
    await page.click("[data-choose=word]")
    await page.fill("#new-word", word)
    await page.click("#choose [type=submit]")
    await expect(page.locator("#device-said")).to_have_text("Your lock is on.")
    await page.click("#device-close")


async def test_the_manifest_is_whole_and_says_nothing_of_care(child: Child, served: Served) -> None:
    async with child.http.get(f"{served.url}/app.webmanifest") as response:
        told = await response.json(content_type="application/manifest+json")
        raw = await response.text()
    assert told["display"] == "standalone"
    assert told["start_url"] == told["scope"] == "/"
    assert {"192x192", "512x512"} == {icon["sizes"] for icon in told["icons"]}
    for icon in told["icons"]:
        async with child.http.get(served.url + icon["src"]) as picture:
            assert (await picture.read()).startswith(b"\x89PNG")
    assert not re.search(r"iro|care|review|council|social|exampleshire", raw.replace("icon", ""), re.IGNORECASE)


async def test_the_title_and_the_notice_say_nothing(child: Child, served: Served) -> None:
    async with child.http.get(f"{served.url}/") as response:
        title = re.search(r"<title>(.*?)</title>", await response.text())
    async with child.http.get(f"{served.url}/worker.js") as response:
        shell = (await response.text()).partition("\n")[0]
    assert title is not None
    assert title[1] == "My page"
    assert '"title": "My page", "body": "You have a new message"' in shell


async def test_the_browser_would_install_it(phone: Page, served: Served) -> None:
    await opened(phone, served)
    session = await phone.context.new_cdp_session(phone)
    manifest = await session.send("Page.getAppManifest")
    assert manifest["errors"] == []
    found = await session.send("Page.getInstallabilityErrors")
    # What is left is the kind of window that tests run in.
    assert {one["errorId"] for one in found["installabilityErrors"]} <= {"in-incognito"}


async def test_what_the_phone_keeps_is_the_empty_page_alone(phone: Page, served: Served) -> None:
    served.link_later = served.child(served.iro())  # type: ignore[attr-defined]
    await opened(phone, served)
    await say(phone, "a kingfisher lives here")
    await expect(phone.get_by_text("Thank you. I've kept that.")).to_be_visible()
    served.link(served.link_later)  # type: ignore[attr-defined]
    await expect(phone.locator("#name")).to_have_text("Priya")
    await phone.reload()
    await expect(phone.locator("#name")).to_have_text("Priya")
    kept = await phone.evaluate(KEPT)
    assert f"{served.url}/chat/shell" in kept
    assert [one for one in kept if not re.search(r"/chat/(shell|icon/|static/)", one)] == []
    whole = await phone.evaluate(WHOLE)
    assert "kingfisher" not in whole
    assert "Priya" not in whole


async def test_it_opens_without_a_line_keeps_what_is_written_and_sends_it_once_in_order(
    phone: Page, served: Served
) -> None:
    await opened(phone, served)
    await phone.context.set_offline(True)
    await phone.goto(served.url)
    await expect(phone.locator("#lost")).to_be_visible()
    await expect(phone.get_by_role("link", name="0800 1111").first).to_be_visible()
    for words in ("first", "second"):
        await say(phone, words)
        await expect(phone.locator(".not-sent", has_text=words)).to_be_visible()
    await phone.close()
    again = await phone.context.new_page()
    await again.goto(served.url)
    await expect(again.locator(".not-sent")).to_have_count(2)
    assert served.stored() == []
    await phone.context.set_offline(False)
    await expect(again.locator(".message.child", has_text="second")).to_contain_text("Kept safe")
    await again.reload()
    await expect(again.locator(".message.child")).to_have_count(2)
    assert served.stored() == ["first", "second"]


async def test_five_wrong_tries_lead_to_a_plain_page(phone: Page, served: Served) -> None:
    child_id = served.child(served.iro())
    await opened(phone, served)
    served.link(child_id)
    await expect(phone.locator("#name")).to_have_text("Priya")
    await sets_a_word(phone)
    await phone.click("[data-opens=device]")
    await phone.click("#lock-now")
    for left in (4, 3, 2, 1, 0):
        await phone.fill("#unlock-word", "guess")
        await phone.click("#unlock [type=submit]")
        if left > 1:
            await expect(phone.locator("#unlock-said")).to_contain_text(f"Tries left: {left}")
        elif left:
            await expect(phone.locator("#unlock-said")).to_contain_text("One more wrong try")
    await expect(phone.get_by_role("heading", name="This device has been forgotten")).to_be_visible()
    assert await phone.evaluate("caches.keys()") == []


async def test_help_now_works_before_a_lock_and_shows_no_history(phone: Page, served: Served) -> None:
    child_id = served.child(served.iro())
    await opened(phone, served)
    await say(phone, "a kingfisher lives here")
    served.link(child_id)
    await expect(phone.locator("#name")).to_have_text("Priya")
    await sets_a_word(phone)
    await phone.click("[data-opens=device]")
    await phone.click("#lock-now")
    await phone.click("#lock-help")
    await expect(phone.locator("#lock").get_by_role("link", name="999")).to_be_visible()
    await phone.fill("#lock-text", "please help me")
    await phone.click("#lock-write [type=submit]")
    await expect(phone.locator("#lock-said")).to_contain_text("We have your words")
    assert served.stored()[-1] == "please help me"
    assert "kingfisher" not in await phone.content()


async def test_nine_dots_can_be_joined_with_the_keyboard(page: Page, served: Served) -> None:
    child_id = served.child(served.iro())
    await opened(page, served)
    served.link(child_id)
    await expect(page.locator("#name")).to_have_text("Priya")
    await page.click("[data-opens=device]")
    await page.click("[data-choose=pattern]")
    await page.locator("#choose-dots .dot").first.focus()
    for key in ("Enter", "ArrowRight", "Enter", "ArrowDown", "Enter", "ArrowDown", "Enter"):
        await page.keyboard.press(key)
    await page.click("#choose [type=submit]")
    await expect(page.locator("#device-said")).to_have_text("Your lock is on.")
    await page.click("#lock-now")
    for dot in (1, 2, 5, 8):
        await page.locator(f"#unlock-dots [data-dot='{dot}']").click()
    await page.click("#unlock [type=submit]")
    await expect(page.locator("#app")).to_be_visible()


async def test_forgetting_the_device_leaves_nothing_on_it(phone: Page, served: Served) -> None:
    child_id = served.child(served.iro())
    await opened(phone, served)
    served.link(child_id)
    await expect(phone.locator("#name")).to_have_text("Priya")
    await phone.click("[data-opens=device]")
    await phone.click("#device summary >> nth=0")
    await phone.click("#forget")
    await expect(phone.get_by_role("heading", name="This device has been forgotten")).to_be_visible()
    assert await phone.evaluate("caches.keys()") == []
    assert await phone.evaluate("localStorage.length + sessionStorage.length") == 0
    assert await phone.evaluate("document.cookie") == ""
    assert [cookie["name"] for cookie in await phone.context.cookies()] == []


async def test_a_card_that_is_somebody_elses_shows_nothing(phone: Page, served: Served) -> None:
    await phone.goto(served.url + "/#card=OTTER-42")
    await phone.get_by_role("button", name="This card is not mine").tap()
    await expect(phone.get_by_role("heading", name="This device has been forgotten")).to_be_visible()
    assert served.intake.arrivals[-1].choice == "not_me"
    assert "OTTER" not in phone.url


@pytest.mark.parametrize("field", ["#text", "#lock-text", "#unlock-word", "#new-word", "#unlock-card"])
async def test_no_field_is_remembered_or_sent_to_be_spelt(phone: Page, served: Served, field: str) -> None:
    await opened(phone, served)
    box = phone.locator(field)
    assert await box.get_attribute("spellcheck") == "false"
    assert await box.get_attribute("autocomplete") in {"off", "one-time-code"}
