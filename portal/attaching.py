"""What a member of staff sends beside their words: a leaflet, a voice note. For any form that includes `attach.html`.

A form that takes it is sent as multipart/form-data to a page that `takes_files`.
"""

import asyncio
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from aiohttp import web

from portal.desk import Desk
from storage import audit, files, messages, pictures
from storage.audit import AuditEvent
from storage.errors import BadData
from storage.file_kinds import PDF, fits, mime_of
from storage.files import Upload
from storage.store import Store

MEGABYTE = 1024 * 1024
LONGEST_TITLE = 80
_SECONDS = re.compile(r"\d{1,3}")


def words_of(posted: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a form that hold words."""
    return {name: str(value) for name, value in posted.items() if not isinstance(value, web.FileField)}


async def attached(posted: Mapping[str, Any], desk: Desk) -> list[Upload]:
    """The files that came with a form, as they may be kept. Raises `BadData` with a code for what is wrong."""
    found = []
    for name, kind in (("leaflet", "leaflet"), ("voice", "voice")):
        body, title = _body(posted.get(name))
        if not body:
            continue
        if len(body) > desk.file_megabytes * MEGABYTE:
            raise BadData("file_too_large")
        if not fits(kind, body):
            raise BadData(f"no_{kind}")
        if kind == "leaflet" and mime_of(body) != PDF:
            body = await asyncio.to_thread(pictures.drawing, body)
        seconds = str(posted.get("voice_seconds", "")) if kind == "voice" else ""
        length = int(seconds) if _SECONDS.fullmatch(seconds) else 0
        found.append(Upload(kind, body, length, title if kind == "leaflet" else ""))
    return found


def say_with(
    store: Store, desk: Desk, conversation_id: UUID, staff_id: UUID, text: str, uploads: Sequence[Upload],
    now: datetime, *, reply: bool = True,
) -> UUID:  # fmt: skip
    """An IRO's words with what comes beside them, in one transaction; the message's id."""
    message_id = desk.say(store, conversation_id, staff_id, "iro", text, reply=reply, beside=bool(uploads))
    _keep_beside(store, message_id, uploads, staff_id, now)
    return message_id


def _keep_beside(
    store: Store, message_id: UUID, uploads: Sequence[Upload], staff_id: UUID, now: datetime
) -> None:  # fmt: skip
    """Under the child's key, with the message they came with."""
    for upload in uploads:
        store.flush()
        message = messages.by_id(store, message_id)
        kept = files.keep(store, upload, now, key_id=message.key_id, message_id=message_id)
        audit.record(store, AuditEvent.FILE_SENT, now, staff_id=staff_id, subject_id=kept, detail=upload.kind)


def _body(field: object) -> tuple[bytes, str]:
    """The bytes, and the name without what comes after the last dot, as a title."""
    if not isinstance(field, web.FileField) or not field.filename:
        return b"", ""
    title = re.sub(r"[_\s]+", " ", field.filename.rpartition(".")[0]).strip()
    return field.file.read(), title[:LONGEST_TITLE]
