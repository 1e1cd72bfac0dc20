"""J14 on the real page: a voice note is recorded, heard by its child, sent, and heard by a person the same day."""

from __future__ import annotations

from playwright.async_api import Page, expect

from storage import answers, files, messages
from tests.support.played import concerns_of, conversation_of
from tests.support.served import ChildAtPage, Served, email_of, signs_in

FIN, RAFIQ, BETH = "EXC-0038", "EXS-012", "EXS-006"


async def records(chat: ChildAtPage) -> None:
    """Tap, speak for a moment, stop."""
    await chat.page.click("#record")
    await expect(chat.page.locator("#voice")).to_contain_text("I'm recording")
    await expect(chat.page.locator("[data-voice=time]")).to_contain_text("0:01")
    await chat.page.click("[data-voice=stop]")
    await expect(chat.page.locator("[data-voice=send]")).to_be_visible()


async def answers_about_home(chat: ChildAtPage) -> None:
    await chat.joins("OTTER-42", "4 april", "Fin")
    await chat.taps("Say what I think")
    await chat.taps("Where I live")
    await chat.hears("where you live?")


async def test_j14_a_voice_note_is_an_answer_and_rafiq_hears_it(chat: ChildAtPage, served: Served, page: Page) -> None:
    await answers_about_home(chat)
    await records(chat)
    await chat.page.locator("[data-voice=listen] .play").click()  # before it goes
    await chat.page.click("[data-voice=send]")
    await chat.hears("I've kept your voice note as your answer.")
    await served.settled()
    where = conversation_of(served.database, FIN).id
    found = served.database.read_now(lambda store: answers.current(store, where))
    assert found["home_how"].text == "", "no computer writes it down"
    await chat.page.reload()
    await expect(chat.page.locator(".message.child .play")).to_contain_text("Voice note, 0:0")

    await signs_in(page, served.url, email_of(served.database, RAFIQ))
    await page.goto(f"{served.url}/staff/concerns")
    await page.get_by_role("link", name="Fin, 12").click()
    await expect(page.get_by_text("not heard yet").first).to_be_visible()
    await page.get_by_label("Nothing worrying").check()
    await page.get_by_role("button", name="Keep what I make of it").click()
    await expect(page.get_by_text("Listen or look first")).to_be_visible()
    await page.locator("audio").first.evaluate("player => player.play()")
    await expect(page.locator("audio").first).to_have_js_property("error", None)
    await page.reload()
    await expect(page.get_by_text("heard by Rafiq").first).to_be_visible()
    await page.get_by_label("Nothing worrying").check()
    await page.get_by_role("button", name="Keep what I make of it").click()
    await chat.hears("Rafiq has listened to your voice note.")
    assert [one.state for one in concerns_of(served.database, FIN)] == ["closed"]


async def test_j14_what_is_deleted_never_leaves_the_device(chat: ChildAtPage, served: Served) -> None:
    await answers_about_home(chat)
    await records(chat)
    await chat.page.click("[data-voice=delete]")
    await expect(chat.page.locator("#voice")).to_be_hidden()
    await served.settled()
    where = conversation_of(served.database, FIN).id
    said = served.database.read_now(lambda store: messages.of_conversation(store, where))
    assert not [m for m in said if m.kind == "voice"]


async def test_j14_without_a_connection_it_waits_and_goes_once(chat: ChildAtPage, served: Served) -> None:
    await answers_about_home(chat)
    await chat.page.context.set_offline(True)
    await records(chat)
    await chat.page.click("[data-voice=send]")
    await expect(chat.page.locator(".message.child.not-sent .play")).to_be_visible()
    await chat.page.context.set_offline(False)
    await chat.hears("I've kept your voice note as your answer.")
    await served.settled()
    where = conversation_of(served.database, FIN).id

    def kept(store) -> int:
        said = messages.of_conversation(store, where)
        return sum(len(many) for many in files.of_messages(store, [m.id for m in said]).values())

    assert served.database.read_now(kept) == 1


async def test_no_microphone_is_asked_for_before_a_tap(chat: ChildAtPage) -> None:
    asked = (
        "navigator.mediaDevices.getUserMedia = () => { window.asked = true; return Promise.reject(new Error('no')); };"
    )
    await chat.page.add_init_script(asked)
    await chat.opens()
    assert await chat.page.evaluate("window.asked") is None
    await chat.page.click("#record")
    await expect(chat.page.locator("#voice")).to_contain_text("can't use the microphone")
    await expect(chat.page.locator("[data-voice=send]")).to_be_hidden()
