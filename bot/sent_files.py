"""Files that children send: what may be kept of one, where it is fetched from, and what becomes of it."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace

from bot.channels.capabilities import Channel, Fetches
from bot.errors import SendTrouble
from bot.inbound import Inbound
from bot.settings import Settings
from conversations.turn import Sent
from storage import pictures
from storage.errors import BadData
from storage.file_kinds import fits
from storage.files import Upload

log = logging.getLogger(__name__)

WITHOUT_WORDS = ("voice", "picture", "unsupported")
"""Kinds of arrival that no computer here judges: a person gets each of them."""
PAUSES = (0.0, 1.0, 4.0)
"""Seconds before each try to fetch a file."""
MEGABYTE = 1024 * 1024


def taken(kind: str, settings: Settings) -> bool:
    """Whether the file of such an arrival is taken in at all: voices always, pictures where drawings are allowed."""
    return kind == "voice" or (kind == "picture" and settings.drawings)


def as_kept(kind: str, body: bytes) -> bytes:
    """The file as it may be kept: a voice note as it is, a picture drawn anew. Raises `BadData` for anything else."""
    if kind == "picture":
        return pictures.drawing(body)
    if not fits("voice", body):
        raise BadData("no_voice")
    return body


def upload_of(inbound: Inbound) -> Upload | None:
    """What is to be kept beside the message; None where nothing came through."""
    if not inbound.file:
        return None
    return Upload("voice" if inbound.kind == "voice" else "drawing", inbound.body, inbound.seconds)


def sent(inbound: Inbound, settings: Settings) -> Sent:
    """What the conversation is told of it."""
    if not taken(inbound.kind, settings):
        return Sent("picture", kept=False)
    return Sent("voice" if inbound.kind == "voice" else "drawing", kept=bool(inbound.file))


async def brought(
    inbound: Inbound, channel: Channel | None, settings: Settings, pauses: Sequence[float] = PAUSES
) -> Inbound:
    """The arrival with its file, or without it where it cannot be had: a person is told of it either way."""
    if not taken(inbound.kind, settings) or not isinstance(channel, Fetches):
        return replace(inbound, fetch="")
    for pause in pauses:
        await asyncio.sleep(pause)
        try:
            body = await channel.fetch(inbound.fetch, settings.file_megabytes * MEGABYTE)
            return inbound.with_file(await asyncio.to_thread(as_kept, inbound.kind, body))
        except BadData as error:
            log.warning("a file over %s was not kept: %s", inbound.channel, error)
            break
        except SendTrouble as error:
            log.warning("a file over %s could not be fetched: %s", inbound.channel, error)
    return replace(inbound, fetch="")
