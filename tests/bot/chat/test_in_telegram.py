"""Only what Telegram signed for this bot, lately, opens the private view."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest

from bot.chat.in_telegram import NotOpened, opened, sign

TOKEN, ANOTHER = "70007:synthetic-token-of-a-test", "80008:another-bot"
NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
FRESH = timedelta(minutes=5)


def data(*, token: str = TOKEN, at: datetime = NOW, user: object = None, **more: str) -> str:
    fields = {"auth_date": str(int(at.timestamp())), "query_id": "AAH", "user": json.dumps(user or {"id": 7001})} | more
    return urlencode({**fields, "hash": sign(fields, token)})


def test_what_telegram_signed_says_whose_chat_it_is() -> None:
    assert opened(data(), TOKEN, NOW, FRESH).chat == "7001"


def test_the_signature_for_third_parties_may_be_part_of_it_or_not() -> None:
    assert opened(data(signature="xyz"), TOKEN, NOW, FRESH).chat == "7001"
    assert opened(data() + "&signature=xyz", TOKEN, NOW, FRESH).chat == "7001"


def test_the_same_opening_has_the_same_digest_and_another_has_another() -> None:
    one, later = data(), data(at=NOW - timedelta(seconds=1))
    assert opened(one, TOKEN, NOW, FRESH).once == opened(one, TOKEN, NOW, FRESH).once
    assert opened(one, TOKEN, NOW, FRESH).once != opened(later, TOKEN, NOW, FRESH).once


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("", "no data"),
        ("x" * 9000, "too much"),
        ("not a query", "not a query string"),
        (data().replace("7001", "7002"), "not signed"),
        (data(token=ANOTHER), "not signed"),
        (data().rpartition("&hash=")[0], "not signed"),
        (data() + "&user=%7B%22id%22%3A1%7D", "twice"),
        (data(at=NOW - FRESH - timedelta(seconds=1)), "not fresh"),
        (data(at=NOW + timedelta(minutes=2)), "not fresh"),
        (data(user={"id": 7001, "is_bot": True}), "nobody"),
        (data(user={"id": "7001"}), "nobody"),
        (data(user={"id": True}), "nobody"),
        (data(user={"name": "x"}), "nobody"),
    ],
)
def test_nothing_else_opens_it(bad: str, why: str) -> None:
    with pytest.raises(NotOpened, match=why):
        opened(bad, TOKEN, NOW, FRESH)
