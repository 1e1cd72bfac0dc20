"""What goes out over Telegram arrives as it was meant, and what goes wrong has its right name."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from lo_bot_api_emulator import ApiRefusal

from bot.channels.telegram import TelegramChannel
from bot.errors import Misconfigured, OurFault, TryLater, Unreachable, Unsure
from bot.inbound import Outbound
from tests.support.telegram import BOT_NAME, TOKEN, Child, TelegramEmulator

YES, NO = {"id": "yes", "label": "Yes", "symbol": ""}, {"id": "no", "label": "Not now", "symbol": "✋"}


def outbound(text: str = "Hello", *choices: dict[str, Any], to: str = "7001") -> Outbound:
    return Outbound("telegram", to, text, choices)


async def test_a_message_arrives_with_one_button_a_row(channel: TelegramChannel, telegram: TelegramEmulator) -> None:
    sent = await channel.send(outbound("Shall we?", YES, NO))
    [shown] = telegram.in_chat(7001)
    assert (shown.text, shown.labels, str(shown.message_id)) == ("Shall we?", ["Yes", "✋ Not now"], sent)
    rows = json.loads(shown.fields["reply_markup"])["inline_keyboard"]
    assert [[button["callback_data"] for button in row] for row in rows] == [["yes"], ["no"]]


async def test_nobody_can_pass_it_on_and_no_link_is_opened(
    channel: TelegramChannel, telegram: TelegramEmulator
) -> None:
    await channel.send(outbound("See https://example.org"))
    [shown] = telegram.in_chat(7001)
    assert shown.fields["protect_content"] == "true"
    assert shown.fields["link_preview_options"] == '{"is_disabled": true}'


async def test_words_are_never_read_as_formatting(channel: TelegramChannel, telegram: TelegramEmulator) -> None:
    await channel.send(outbound("*bold* <b>x</b> _y_ [z](http://example.org)"))
    assert telegram.in_chat(7001)[0].text == "*bold* <b>x</b> _y_ [z](http://example.org)"
    assert "parse_mode" not in telegram.in_chat(7001)[0].fields


async def test_a_long_text_is_cut_and_the_buttons_stand_under_the_end(
    channel: TelegramChannel, telegram: TelegramEmulator
) -> None:
    text = "\n\n".join(f"Paragraph {number} 🎈. " + "word " * 200 for number in range(9)).strip()
    await channel.send(outbound(text, YES))
    shown = telegram.in_chat(7001)
    assert len(shown) > 1
    assert [one.labels for one in shown] == [[]] * (len(shown) - 1) + [["Yes"]]
    assert " ".join(" ".join(one.text for one in shown).split()) == " ".join(text.split())


async def test_a_blocked_bot_is_an_unreachable_child(channel: TelegramChannel, telegram: TelegramEmulator) -> None:
    telegram.blocked.add(7001)
    with pytest.raises(Unreachable):
        await channel.send(outbound())


@pytest.mark.parametrize(
    ("refusal", "kind"),
    [
        (ApiRefusal("Bad Request: chat not found"), Unreachable),
        (ApiRefusal("Forbidden: user is deactivated", 403), Unreachable),
        (ApiRefusal("Bad Request: message is too long"), OurFault),
        (ApiRefusal("Bad Gateway", 502), TryLater),
        (ApiRefusal("Internal Server Error", 500), TryLater),
        (ApiRefusal("Unauthorized", 401), TryLater),
        (ApiRefusal("Conflict", 409), TryLater),
    ],
)
async def test_every_refusal_has_its_kind(
    channel: TelegramChannel, telegram: TelegramEmulator, refusal: ApiRefusal, kind: type[Exception]
) -> None:
    telegram.refuse["sendMessage"] = [refusal]
    with pytest.raises(kind) as caught:
        await channel.send(outbound("my own words"))
    assert not isinstance(caught.value, Unsure), "a refusal means that it did not arrive"
    assert "my own words" not in str(caught.value)


async def test_a_flood_limit_says_how_long(channel: TelegramChannel, telegram: TelegramEmulator) -> None:
    telegram.flood("sendMessage", 17)
    with pytest.raises(TryLater) as caught:
        await channel.send(outbound())
    assert caught.value.after == 17
    assert telegram.number_of_calls("sendMessage") == 1, "the library tried again by itself"


async def test_a_connection_that_never_was_is_no_doubt(unused_tcp_port: int) -> None:
    channel = TelegramChannel(TOKEN, f"http://127.0.0.1:{unused_tcp_port}/bot")
    with pytest.raises(TryLater) as caught:
        await channel.send(outbound())
    await channel.close()
    assert not isinstance(caught.value, Unsure)
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("choice", ["", "x" * 65, "-"])
async def test_a_choice_that_telegram_cannot_carry_is_our_fault(channel: TelegramChannel, choice: str) -> None:
    with pytest.raises(OurFault):
        await channel.send(outbound("Hello", {"id": choice, "label": "Yes"}))


@pytest.mark.parametrize(("to", "text"), [("not a chat", "Hello"), ("7001", "")])
async def test_what_cannot_be_sent_is_our_fault(channel: TelegramChannel, to: str, text: str) -> None:
    with pytest.raises(OurFault):
        await channel.send(outbound(text, to=to))


async def test_a_tapped_button_is_answered_and_marked(
    channel: TelegramChannel, telegram: TelegramEmulator, gee: Child
) -> None:
    await channel.send(outbound("Shall we?", YES, NO))
    channel.acknowledge(await gee.tap("✋ Not now"))
    await channel.settled()
    assert telegram.number_of_calls("answerCallbackQuery") == 1
    assert telegram.in_chat(7001)[0].labels == ["✓ ✋ Not now"]


async def test_tapping_what_is_marked_says_nothing_and_changes_nothing(
    channel: TelegramChannel, telegram: TelegramEmulator, gee: Child
) -> None:
    await channel.send(outbound("Shall we?", YES, NO))
    channel.acknowledge(await gee.tap("Yes"))
    await channel.settled()
    again = await gee.tap("✓ Yes")
    channel.acknowledge(again)
    await channel.settled()
    assert telegram.number_of_calls("answerCallbackQuery") == 2
    assert telegram.number_of_calls("editMessageReplyMarkup") == 1
    assert channel.arrivals(json.dumps(again)) == []


async def test_a_tap_that_cannot_be_marked_is_no_trouble(
    channel: TelegramChannel, telegram: TelegramEmulator, gee: Child
) -> None:
    await channel.send(outbound("Shall we?", YES))
    telegram.refuse["answerCallbackQuery"] = [ApiRefusal("Bad Request: query is too old")]
    channel.acknowledge(await gee.tap("Yes"))
    await channel.settled()
    assert telegram.in_chat(7001)[0].labels == ["Yes"]


async def test_the_bot_knows_its_name(channel: TelegramChannel) -> None:
    assert await channel.username() == BOT_NAME


async def test_neither_the_token_nor_the_words_reach_the_logs(
    telegram: TelegramEmulator, channel: TelegramChannel, caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger().setLevel(logging.DEBUG)
    try:
        await channel.send(outbound("my own words"))
        telegram.blocked.add(7001)
        with pytest.raises(Unreachable):
            await channel.send(outbound("my own words"))
    finally:
        logging.getLogger().setLevel(logging.WARNING)
    ours = "\n".join(record.getMessage() for record in caplog.records if record.name != "aiohttp.access")
    assert TOKEN not in ours
    assert "my own words" not in ours


def test_there_is_no_bot_without_a_token() -> None:
    with pytest.raises(Misconfigured, match="MY_IRO_TELEGRAM_TOKEN"):
        TelegramChannel("")
