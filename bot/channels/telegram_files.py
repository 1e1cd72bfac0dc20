"""Fetching a file from Telegram: in pieces, so that one that is larger than it says fills nothing."""

import aiohttp

from bot.errors import TryLater
from storage.errors import BadData

SECONDS = 30.0
PIECE = 64 * 1024
_METHODS, _FILES = "/bot", "/file/bot"


async def download(base_url: str, token: str, path: str, most: int) -> bytes:
    """The file at Telegram's `path`. Raises `BadData` above `most` bytes, `TryLater` when Telegram does not give it."""
    # What stands before the token is the setting's; a server of one's own may give a whole address as the path.
    where = base_url.removesuffix(_METHODS) + _FILES
    url = f"{where}{token}/{path.rpartition(f'{token}/')[2]}"
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as response:
            if response.status != 200:
                raise TryLater(f"Telegram did not give the file ({response.status}).")
            body = bytearray()
            async for piece in response.content.iter_chunked(PIECE):
                body += piece
                if len(body) > most:
                    raise BadData("too_large")
            return bytes(body)
    except (aiohttp.ClientError, TimeoutError) as error:
        # The text of these errors holds the address, and the address holds the token.
        raise TryLater(f"Telegram did not give the file ({type(error).__name__}).") from None
