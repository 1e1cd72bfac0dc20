"""Files on their way in: fetched outside any transaction, kept as they may be, never lost in silence."""

from __future__ import annotations

import pytest

from bot.errors import TryLater
from bot.inbound import Inbound
from bot.sent_files import as_kept, brought, taken
from bot.settings import Settings
from storage.errors import BadData
from tests.support.recorded import OGG, PAGE, WHERE_TAKEN, picture

NONE = (0.0, 0.0, 0.0)


class Giver:
    """A channel that gives what it was told to, one after another."""

    capabilities = None

    def __init__(self, *gives: bytes | Exception) -> None:
        self.gives, self.asked = list(gives), 0

    def arrivals(self, payload: str) -> list[Inbound]:
        raise NotImplementedError

    async def send(self, outbound: object) -> str:
        raise NotImplementedError

    async def fetch(self, name: str, most: int) -> bytes:
        self.asked += 1
        given = self.gives.pop(0)
        if isinstance(given, Exception):
            raise given
        return given


def arrival(kind: str = "voice") -> Inbound:
    return Inbound("telegram", "m1", "7001", kind=kind, fetch="a", seconds=4)


async def test_what_fails_at_first_is_fetched_again() -> None:
    channel = Giver(TryLater("busy"), TryLater("busy"), OGG)
    found = await brought(arrival(), channel, Settings(), NONE)
    assert (found.body, found.fetch, found.seconds) == (OGG, "", 4)


@pytest.mark.parametrize("gives", [[TryLater("gone")] * 3, [BadData("too_large")], [PAGE]])
async def test_what_cannot_be_had_or_is_no_sound_goes_on_without_it(gives: list[bytes | Exception]) -> None:
    found = await brought(arrival(), Giver(*gives), Settings(), NONE)
    assert (found.body, found.fetch, found.kind) == (b"", "", "voice")


async def test_a_picture_that_is_not_allowed_is_not_even_fetched() -> None:
    channel = Giver(picture())
    found = await brought(arrival("picture"), channel, Settings(), NONE)
    assert (found.body, channel.asked) == (b"", 0)


async def test_a_drawing_that_is_allowed_comes_without_where_it_was_taken() -> None:
    found = await brought(arrival("picture"), Giver(picture()), Settings(drawings=True), NONE)
    assert found.file
    assert WHERE_TAKEN.encode() not in found.body


def test_only_voices_are_always_taken() -> None:
    shut, opened = Settings(), Settings(drawings=True)
    assert [taken(kind, shut) for kind in ("voice", "picture", "unsupported", "text")] == [True, False, False, False]
    assert taken("picture", opened)


def test_a_page_is_no_voice_note() -> None:
    with pytest.raises(BadData):
        as_kept("voice", PAGE)


def test_a_file_outlives_the_inbox_and_back() -> None:
    inbound = arrival().with_file(OGG)
    assert Inbound.parse(inbound.dump()).body == OGG
