"""The real page in Chromium: on a phone and a desktop, on a bad line, in a hurry, and for everybody."""

from __future__ import annotations

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Locator, Page, Route, expect

from tests.bot.chat.chatting import Served, serving
from tests.support.browser import opened_page

SMALLEST_TARGET = 44
SCREENS = {
    "phone": (360, 740),
    "desktop": (1280, 800),
    "narrow": (320, 640),
    "zoomed": (640, 400),
    "keyboard": (360, 330),
}


async def _open(page: Page, served: Served, path: str = "/") -> None:
    await page.goto(served.url + path)
    await expect(page.locator(".choice").first).to_be_visible()


async def _say(page: Page, text: str) -> None:
    await page.fill("#text", text)
    await page.click(".send")


def _bubble(page: Page, text: str) -> Locator:
    return page.locator(".message", has=page.get_by_text(text, exact=True))


async def _line_is_cut(page: Page, cut: bool) -> None:
    await page.context.set_offline(cut)


@pytest.mark.parametrize("screen", SCREENS)
async def test_everything_a_child_needs_is_on_the_screen(page: Page, served: Served, screen: str) -> None:
    width, height = SCREENS[screen]
    await page.set_viewport_size({"width": width, "height": height})
    await _open(page, served)
    for name in ("Help now", "Send", "Quick exit", "Who sees this?", "Menu"):
        role = "link" if name == "Quick exit" else "button"
        await expect(page.locator("#app").get_by_role(role, name=name)).to_be_in_viewport(ratio=1)
    await expect(page.locator("#text")).to_be_in_viewport(ratio=1)
    assert await page.evaluate("document.documentElement.scrollWidth") == width


async def test_what_can_be_tapped_is_big_enough(phone: Page, served: Served) -> None:
    await _open(phone, served)
    sizes = await phone.evaluate(
        """[...document.querySelectorAll("button, .exit")].filter((e) => e.checkVisibility()).map((e) => {
             const box = e.getBoundingClientRect(); return [e.textContent.trim(), box.width, box.height]; })"""
    )
    assert len(sizes) >= 7
    assert [s for s in sizes if min(s[1:]) < SMALLEST_TARGET] == []


async def test_the_type_is_large_and_larger_for_the_youngest(phone: Page, served: Served) -> None:
    child_id = served.child(served.iro())
    await _open(phone, served)
    size = "getComputedStyle(document.querySelector('.text')).fontSize"
    assert await phone.evaluate(size) == "18px"
    served.link(child_id, band="younger")
    await expect(phone.locator("#line")).to_contain_text("Answers in about")
    assert await phone.evaluate(size) == "20px"


async def test_a_newcomer_reads_from_the_beginning(phone: Page, served: Served) -> None:
    await phone.set_viewport_size({"width": 360, "height": 500})
    await _open(phone, served)
    await expect(phone.get_by_text("Hello. I'm a computer, not a person.")).to_be_in_viewport(ratio=1)


async def test_a_tap_stays_marked_and_the_rest_stays_to_be_seen(phone: Page, served: Served) -> None:
    await _open(phone, served)
    yes = phone.locator(".choice", has_text="Yes, that's fine")
    await yes.tap()
    await expect(phone.get_by_text("Thank you. I've kept that.")).to_be_visible()
    await expect(yes).to_contain_text("You chose this")
    assert await phone.locator(".choice").count() == 2
    await yes.click(force=True)
    await phone.locator(".choice", has_text="Not now").click(force=True)
    await _say(phone, "next")
    await expect(phone.get_by_text("Thank you. I've kept that.")).to_have_count(2)
    assert served.stored() == ["Yes, that's fine", "next"]


@pytest.mark.parametrize(
    ("name", "choice"), [("Help now", "help_now"), ("Who sees this?", "who_sees"), ("Menu", "menu")]
)
async def test_the_buttons_that_are_always_there(phone: Page, served: Served, name: str, choice: str) -> None:
    await _open(phone, served)
    await phone.locator("#app").get_by_role("button", name=name).tap()
    await expect(_bubble(phone, name)).to_contain_text("Kept safe")
    await phone.reload()
    await expect(_bubble(phone, name)).to_contain_text("Kept safe")
    assert served.intake.arrivals[-1].choice == choice


async def test_what_was_written_without_a_line_waits_and_goes_once(phone: Page, served: Served) -> None:
    await _open(phone, served)
    await _line_is_cut(phone, True)
    await expect(phone.locator("#lost")).to_be_visible()
    await expect(phone.get_by_role("link", name="0800 1111")).to_have_attribute("href", "tel:08001111")
    await _say(phone, "first")
    await _say(phone, "second")
    await expect(_bubble(phone, "first")).to_contain_text("Not sent yet")
    assert served.stored() == []
    await _line_is_cut(phone, False)
    await expect(_bubble(phone, "second")).to_contain_text("Kept safe")
    await expect(phone.locator("#lost")).to_be_hidden()
    assert served.stored() == ["first", "second"]
    await expect(phone.locator(".message.child")).to_have_count(2)


async def test_what_was_not_acknowledged_outlives_a_reload_and_is_kept_once(phone: Page, served: Served) -> None:
    await _open(phone, served)
    served.intake.broken = True
    await _say(phone, "hold on to this")
    await expect(_bubble(phone, "hold on to this")).to_contain_text("Not sent yet")
    await phone.reload()
    await expect(_bubble(phone, "hold on to this")).to_contain_text("Not sent yet")
    served.intake.broken = False
    await expect(_bubble(phone, "hold on to this")).to_contain_text("Kept safe")
    await phone.reload()
    await expect(_bubble(phone, "hold on to this")).to_have_count(1)
    assert served.stored() == ["hold on to this"]


async def test_a_restart_of_the_service_loses_nothing(phone: Page, served: Served) -> None:
    first = serving(served.chat)
    url = await first.__aenter__()
    await phone.goto(url)
    await _say(phone, "before")
    await expect(_bubble(phone, "before")).to_contain_text("Kept safe")
    await first.__aexit__()
    await expect(phone.locator("#lost")).to_be_visible()
    await _say(phone, "during")
    async with serving(served.chat, first.port):
        await expect(_bubble(phone, "during")).to_contain_text("Kept safe")
        await _say(phone, "after")
        await expect(_bubble(phone, "after")).to_contain_text("Kept safe")
        assert served.stored() == ["before", "during", "after"]
        await phone.goto("about:blank")


async def test_a_reload_keeps_the_conversation_and_the_words_half_written(phone: Page, served: Served) -> None:
    await _open(phone, served)
    await _say(phone, "remember me")
    await expect(_bubble(phone, "remember me")).to_contain_text("Kept safe")
    await phone.fill("#text", "half a sen")
    await phone.reload()
    await expect(_bubble(phone, "remember me")).to_be_visible()
    await expect(phone.locator("#text")).to_have_value("half a sen")
    await expect(phone.locator(".message")).to_have_count(4)


async def test_without_a_websocket_everything_still_works(phone: Page, served: Served) -> None:
    await phone.add_init_script("window.WebSocket = class { constructor() { throw new Error('none'); } }")
    await _open(phone, served)
    await _say(phone, "by plain requests")
    await expect(phone.get_by_text("Thank you. I've kept that.")).to_be_visible()
    await expect(phone.locator("#lost")).to_be_hidden()
    assert served.stored() == ["by plain requests"]


async def test_a_second_tab_shows_the_same(phone: Page, served: Served) -> None:
    await _open(phone, served)
    other = await phone.context.new_page()
    await other.goto(served.url)
    await _say(phone, "in the first tab")
    await expect(_bubble(other, "in the first tab")).to_contain_text("Kept safe")


async def test_quick_exit_leaves_at_once_and_leaves_nothing_in_the_tab(phone: Page, served: Served) -> None:
    seen: list[str] = []

    async def elsewhere(route: Route) -> None:
        seen.append(route.request.url)
        assert "referer" not in route.request.headers
        await route.fulfill(body="<h1>Weather</h1>", content_type="text/html")

    await phone.context.route("https://www.bbc.co.uk/weather", elsewhere)
    await phone.goto("about:blank")
    await _open(phone, served)
    served.intake.broken = True
    await _say(phone, "unsent")
    await phone.fill("#text", "half a sen")
    before = await phone.evaluate("history.length")
    await phone.locator("#exit").tap()
    await expect(phone.get_by_role("heading", name="Weather")).to_be_visible()
    assert seen == ["https://www.bbc.co.uk/weather"]
    assert await phone.evaluate("history.length") == before
    await phone.go_back()
    assert phone.url == "about:blank"
    await phone.goto(served.url)
    assert await phone.evaluate("sessionStorage.length") == 0


async def test_quick_exit_says_what_it_does(phone: Page, served: Served) -> None:
    await _open(phone, served)
    await expect(phone.locator("#exit")).to_have_accessible_description(
        "Quick exit shuts this page and opens a different one. The back button won't bring this page back. "
        "The browser's history may still show it."
    )


async def test_the_card_leaves_the_address_bar(phone: Page, served: Served) -> None:
    await phone.goto(served.url + "/#card=OTTER-42")
    await expect(phone.get_by_text("You have a card: OTTER-42.")).to_be_visible()
    assert phone.url == served.url + "/"


async def test_once_linked_the_child_sees_who_when_and_that_it_was_read(phone: Page, served: Served) -> None:
    priya = served.iro()
    child_id = served.child(priya)
    served.earlier(child_id, "Said on another day.")
    await _open(phone, served)
    await _say(phone, "can I see Jay")
    served.link(child_id)
    await expect(phone.locator("header")).to_contain_text(
        "Works Monday to Thursday. Usually answers within 2 working days."
    )
    await expect(phone.locator(".message .text").first).to_have_text("Said on another day.")
    served.iro_reads()
    await expect(_bubble(phone, "can I see Jay")).to_contain_text("Priya has read this")
    served.staff_say("iro", priya, "I'll ask about Jay.")
    await expect(_bubble(phone, "I'll ask about Jay.")).to_contain_text("Priya, your IRO")


async def test_right_to_left_words_run_right_to_left(phone: Page, served: Served) -> None:
    await _open(phone, served)
    await _say(phone, "أريد أن أرى أخي")
    await expect(phone.locator(".child .state")).to_contain_text("Kept safe")
    assert await phone.evaluate("getComputedStyle(document.querySelector('.child .text')).direction") == "rtl"


async def test_words_of_a_child_are_words_and_never_markup(phone: Page, served: Served) -> None:
    await _open(phone, served)
    await _say(phone, "<img src=x onerror=alert(1)> & </script>")
    await expect(phone.locator(".child .text")).to_have_text("<img src=x onerror=alert(1)> & </script>")
    await phone.reload()
    await expect(phone.locator(".child .text")).to_have_text("<img src=x onerror=alert(1)> & </script>")


async def test_a_long_message_meets_kind_words_and_is_kept_whole(phone: Page, served: Served) -> None:
    await _open(phone, served)
    long = "I have a lot to say. " * 300
    await phone.fill("#text", long)
    await expect(phone.locator("#counter")).to_contain_text("long one")
    await phone.locator(".send").tap()
    await expect(phone.get_by_text("Thank you. I've kept that.")).to_be_visible()
    assert served.stored() == [long]


async def test_listening_uses_a_voice_of_the_device_and_no_other(phone: Page, served: Served) -> None:
    await phone.add_init_script(
        """window.spoken = [];
           const voices = [{lang: "en-GB", localService: false, name: "far"}];
           const speak = (said) => spoken.push(said.text);
           const synth = {getVoices: () => voices, cancel() {}, speak, addEventListener() {}};
           Object.defineProperty(window, "speechSynthesis", {value: synth});
           window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
           window.addVoice = () => voices.push({lang: "en-GB", localService: true, name: "near"});"""
    )
    await _open(phone, served)
    await expect(phone.locator(".listen:visible")).to_have_count(0)
    await phone.evaluate("addVoice()")
    await _say(phone, "hello")
    await expect(phone.get_by_text("Thank you. I've kept that.")).to_be_visible()
    await phone.locator(".listen:visible").first.tap()
    assert await phone.evaluate("spoken") == ["Hello. I'm a computer, not a person."]


async def test_a_screen_reader_hears_what_is_new_and_not_the_past(page: Page, served: Served) -> None:
    await _open(page, served)
    log = page.get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_have_attribute("aria-relevant", "additions")


async def test_the_keyboard_alone_is_enough(page: Page, served: Served) -> None:
    await _open(page, served)
    await page.locator("#text").focus()
    await page.keyboard.type("typed")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("on two lines")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Thank you. I've kept that.")).to_be_visible()
    assert served.stored() == ["typed\non two lines"]
    await page.locator(".choice").first.focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(".choice.chosen")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", ["phone", "desktop"])
async def test_no_barrier_that_axe_knows(chromium: Browser, served: Served, scheme: str, screen: str) -> None:
    priya = served.iro()
    child_id = served.child(priya)
    async with opened_page(chromium, phone=screen == "phone") as page:
        await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        await _open(page, served)
        await _without_barriers(page)
        await page.locator(".choice").first.click()
        served.link(child_id)
        await expect(page.locator("#name")).to_have_text("Priya")
        served.staff_say("iro", priya, "Hello from me.")
        served.staff_say("duty", priya, "And from me.")
        await expect(page.get_by_text("And from me.")).to_be_visible()
        await _line_is_cut(page, True)
        await _say(page, "still here")
        await expect(page.locator("#lost")).to_be_visible()
        await _without_barriers(page)


async def _without_barriers(page: Page) -> None:
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice", "wcag2aaa"]}
    options |= {"rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}}  # type: ignore[dict-item]
    found = await Axe().run(page, options=options)
    assert found.violations_count == 0, found.generate_report()


async def test_nothing_moves_where_the_device_asks_for_less(page: Page, served: Served) -> None:
    await page.emulate_media(reduced_motion="reduce")
    await _open(page, served)
    assert await page.evaluate("document.getAnimations().length") == 0


async def test_the_last_words_stay_in_sight_when_the_keyboard_opens(phone: Page, served: Served) -> None:
    await _open(phone, served)
    for number in range(6):
        await _say(phone, f"message {number}")
        await expect(_bubble(phone, f"message {number}")).to_contain_text("Kept safe")
    last = phone.locator(".message").last
    # Where much arrives at once, the page stops at the first of it: read on to the end, as a child would.
    await phone.evaluate("document.getElementById('scroll').scrollTo(0, 1e6)")
    await expect(last).to_be_in_viewport(ratio=1)
    await phone.set_viewport_size({"width": 390, "height": 380})
    await expect(last).to_be_in_viewport(ratio=1)
    await expect(phone.get_by_role("button", name="Help now")).to_be_in_viewport(ratio=1)
