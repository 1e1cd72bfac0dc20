"""J15, J16 and J17 by text message: numbers for buttons, one text a turn, and nothing read by whoever it is about."""

from __future__ import annotations

from datetime import timedelta

from bot import pace
from storage import caseload, complaints, messages, referrals
from storage.complaints import Complaint
from tests.support.desk_work import at_desk
from tests.support.notify import Texts
from tests.support.played import concerns_of, conversation_of, messages_of, staff_id
from tests.support.served import Served

CONNOR, NATE, BAILEY = "EXC-0034", "EXC-0045", "EXC-0030"
GRAHAM, MARGUERITE = "EXS-002", "EXS-007"
WORDS = "I want to complain about my IRO. He's cancelled twice and no one told me the second time."


async def known(texted: Served, texts: Texts, reference: str, birthday: str) -> Texts:
    """A child who has come in by text with a card."""
    texted.card(reference, "HERON-45")
    await texts.join("heron45", birthday)
    return texts


def complaint_of(service: Served) -> Complaint:
    where = conversation_of(service.database, NATE).id
    [found] = service.database.read_now(lambda store: complaints.of_conversation(store, where))
    return found


async def test_j16_nate_complains_is_answered_and_hears_how_it_ended(texted: Served, texts: Texts) -> None:
    nate = await known(texted, texts, NATE, "10 february")
    said = await nate.say(WORDS)
    assert "Graham can't see" in said
    assert "1 Just sort it out\n2 Make it formal" in said
    assert WORDS in await nate.say("just sort it but write it down properly")
    await nate.say("add that i want the date in writing")
    said = await nate.say("no thats it")
    assert "Marguerite should answer you by Thursday 26 November" in said
    assert "1 Yes\n2 No" in said
    assert "formal" in await nate.say("2")
    one, manager = complaint_of(texted), staff_id(texted.database, MARGUERITE)
    assert (one.handling, one.stage, one.staff_id) == ("sort_out", "informal", manager)

    page = f"/staff/complaints/{one.id}"
    async with at_desk(texted, MARGUERITE) as marguerite:
        ended = {"result": "partly", "outcome": "Dates are written.", "text": "You get dates."}
        assert "they are told so" in (await marguerite.sends(f"{page}/close", page, **ended)).lower()
    said = await nate.heard()
    assert "You get dates." in said
    assert "Not happy with that? You can make it formal.\n1 Make it formal\n2 The Ombudsman" in said
    assert "0300 061 0614" in await nate.say("2")
    assert 'Marguerite wrote: "You get dates."' in await nate.say("my complaint")
    assert "Marguerite should answer you by Friday 4 December" in await nate.say("1")
    graham = staff_id(texted.database, GRAHAM)
    seen = texted.database.read_now(lambda store: caseload.heard_by(store, one.conversation_id, graham))
    whole = "\n".join(m.text for m in seen).lower()
    for secret in ("complain", "cancelled", "in writing", "dates", "ombudsman", "formal", "marguerite"):
        assert secret not in whole


async def test_j16_where_others_may_see_the_phone_a_text_says_only_that_there_is_news(
    texted: Served, texts: Texts
) -> None:
    texted.card(NATE, "HERON-45")
    for words in ("heron45", "1", "10 february", "1", "2", WORDS, "1", "no thats it", "no"):
        await texts.say(words)
    texted.clock.forward(timedelta(hours=3))
    page = f"/staff/complaints/{complaint_of(texted).id}"
    async with at_desk(texted, MARGUERITE) as marguerite:
        await marguerite.sends(f"{page}/climb", page, note="He wants it formal.")
    plain = await texts.heard()
    assert plain
    for never in ("omplain", "formal", "Marguerite", "IRO", "Nate"):
        assert never not in plain


async def test_j17_bailey_asks_for_an_advocate(texted: Served, texts: Texts) -> None:
    bailey = await known(texted, texts, BAILEY, "15 january")
    said = await bailey.say("can sum1 talk 4 me at the meting")
    assert said.startswith("Yes")
    assert "Friday 27 November" in said
    assert "meet you first" in await bailey.say("tell me more")
    assert "let them speak for you" in await bailey.say("ok yes. do i have 2 be there")
    await bailey.say("voice note")
    await bailey.say("01632 960777")
    said = await bailey.say("1")
    assert "Tuesday" in said
    assert "move the meeting" in said
    where = conversation_of(texted.database, BAILEY).id
    one = texted.database.read_now(lambda store: referrals.last_of(store, [where]))[where]
    assert (one.how, one.name, one.number, one.quick) == ("voice_note", "Bailey", "01632 960777", True)
    assert "28 October" in await bailey.say("why was my meeting late anyway")


async def test_j15_connor_floods_and_what_is_true_in_it_is_heard(texted: Served, texts: Texts) -> None:
    connor = await known(texted, texts, CONNOR, "14 september")
    for words in ("bomb bomb bomb haha does that call the police", "<script>alert(1)</script>"):
        said = (await connor.say(words)).lower()
        assert said
        for never in ("language", "rude", "warn", "report you", "script"):
            assert never not in said
    assert not [one for one in concerns_of(texted.database, CONNOR) if one.level == "urgent"]
    texted.clock.forward(timedelta(minutes=2))
    first = len(messages_of(texted.database, CONNOR))
    sent = [f"snake {number}" for number in range(pace.MOST + 6)]
    for text in sent:
        assert await connor.notify.text(connor.number, text) == 200
    said = await connor.heard()
    assert said.count("a lot of messages") == 1, "said once"
    assert "999" in await connor.say("hes hitting me now")
    kept = [m for m in messages_of(texted.database, CONNOR)[first:] if m.author == "child"]
    assert [m.text for m in kept] == [*sent, "hes hitting me now"]
    screened = texted.database.read_now(lambda store: messages.screenings_of(store, [m.id for m in kept]))
    assert len(screened) == len(kept)
    assert concerns_of(texted.database, CONNOR)[0].level == "urgent"
