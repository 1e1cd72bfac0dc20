"""Through the webhook an update is kept before Telegram hears so, once, and only from Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_webhook import LARGEST, PATH, SECRET_HEADER, telegram_webhook
from bot.errors import Misconfigured
from bot.inbound import Outbound
from storage.database import Database
from storage.errors import StorageError
from tests.bot.channels.keeping import Keeper
from tests.support.telegram import Child, TelegramEmulator

SECRET = "a-secret-of-this-test"


@pytest.fixture
def keeper(database: Database) -> Keeper:
    return Keeper(database)


@pytest.fixture
async def webhook(channel: TelegramChannel, keeper: Keeper) -> AsyncIterator[str]:
    """The address of the running webhook, which Telegram has been told."""
    app = web.Application()
    telegram_webhook(app, channel, SECRET, keeper.accept_raw)
    async with TestServer(app) as server:
        url = str(server.make_url(PATH))
        await channel.listen_at(url, SECRET)
        yield url


async def post(url: str, body: bytes = b'{"update_id": 9}', secret: str | None = SECRET) -> int:
    headers = {SECRET_HEADER: secret} if secret is not None else {}
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as response:
        return response.status


@pytest.mark.usefixtures("webhook")
async def test_a_message_is_kept_and_telegram_lets_go_of_it(
    telegram: TelegramEmulator, channel: TelegramChannel, keeper: Keeper, gee: Child
) -> None:
    await gee.say("I want to see my brother")
    assert telegram.undelivered() == []
    assert [(inbound.kind, inbound.text) for inbound in keeper.arrivals(channel)] == [
        ("text", "I want to see my brother")
    ]


@pytest.mark.usefixtures("webhook")
async def test_a_repeated_update_is_kept_once(
    telegram: TelegramEmulator, channel: TelegramChannel, keeper: Keeper, gee: Child
) -> None:
    update = await gee.say("hello")
    await telegram.arrive({"message": update["message"]}, update["update_id"])
    assert telegram.undelivered() == []
    assert keeper.results == [True, False]
    assert len(keeper.arrivals(channel)) == 1


@pytest.mark.usefixtures("webhook")
async def test_what_could_not_be_kept_comes_again(
    telegram: TelegramEmulator, channel: TelegramChannel, keeper: Keeper, gee: Child
) -> None:
    def away() -> None:
        raise StorageError("The database did not answer.")

    keeper.before = away
    await gee.say("hello")
    assert len(telegram.undelivered()) == 1, "Telegram was told that it arrived"
    keeper.before = None
    await gee.say("are you there")
    assert telegram.undelivered() == []
    assert [inbound.text for inbound in keeper.arrivals(channel)] == ["hello", "are you there"]


@pytest.mark.usefixtures("webhook")
async def test_a_question_is_answered_by_a_button_and_the_answer_edited(
    telegram: TelegramEmulator, channel: TelegramChannel, keeper: Keeper, gee: Child
) -> None:
    """The whole way round: question with buttons, tap, mark, words, words changed, bot blocked."""
    choices = ({"id": "yes", "label": "Yes"}, {"id": "no", "label": "No"})
    await channel.send(Outbound("telegram", "7001", "Shall we?", choices))
    await gee.tap("Yes")
    await channel.settled()
    await gee.say("on monday")
    await gee.edit(gee.last_id, "on tuesday")
    await gee.block()
    said = {inbound.kind: inbound for inbound in keeper.arrivals(channel)}
    assert said["choice"].choice == "yes"
    assert said["edited"].text == "on tuesday"
    assert said["edited"].replaces == said["text"].external_id
    assert said["blocked"].sender == said["text"].sender
    assert telegram.in_chat(7001)[0].labels == ["✓ Yes"]


@pytest.mark.parametrize("secret", [None, "", "a-secret-of-this-tesT", "é"])
async def test_nobody_else_can_speak_in_a_childs_name(webhook: str, keeper: Keeper, secret: str | None) -> None:
    assert await post(webhook, secret=secret) == 403
    assert keeper.results == []


@pytest.mark.parametrize(
    ("body", "status"), [(b"not json", 400), (b"\xff", 400), (b"{}", 400), (b" " * (LARGEST + 1), 413)]
)
async def test_what_is_no_update_is_refused(webhook: str, keeper: Keeper, body: bytes, status: int) -> None:
    assert await post(webhook, body) == status
    assert keeper.results == []


async def test_a_body_of_unknown_length_is_measured_too(webhook: str, keeper: Keeper) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(LARGEST // 8192 + 2):
            yield b" " * 8192

    headers = {SECRET_HEADER: SECRET}
    async with aiohttp.ClientSession() as session, session.post(webhook, data=endless(), headers=headers) as response:
        assert response.status == 413
    assert keeper.results == []


@pytest.mark.parametrize("secret", ["", "short"])
async def test_there_is_no_webhook_without_a_secret(channel: TelegramChannel, keeper: Keeper, secret: str) -> None:
    with pytest.raises(Misconfigured, match="MY_IRO_TELEGRAM_SECRET"):
        telegram_webhook(web.Application(), channel, secret, keeper.accept_raw)
