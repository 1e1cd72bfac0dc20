"""Files, sealed: what belongs to a message under the key of its child, a face under the authority's key for staff.

Who may open one is decided before `body` is asked for: whoever may see the message may open its file, nobody else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.errors import BadData, NotFound
from storage.file_kinds import fits
from storage.store import Store
from storage.tables import file_hearings, files

VERDICTS = ("nothing", "concern", "urgent")
"""What a person says who has listened or looked."""
FROM_A_CHILD = ("voice", "drawing")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that is to be kept. `kind` is voice, drawing, leaflet or face; `seconds` 0 where it has no length."""

    kind: str
    body: bytes
    seconds: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Hearing:
    """Somebody listened or looked. `verdict` is "" until they said what they make of it."""

    staff_id: UUID
    at: datetime
    verdict: str = ""
    judged_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class File:
    """What is known of a file without opening it."""

    id: UUID
    key_id: UUID
    message_id: UUID | None
    staff_id: UUID | None
    kind: str
    mime: str
    seconds: int
    size: int
    title: str | None
    at: datetime
    hearings: tuple[Hearing, ...] = ()

    @property
    def length(self) -> str:
        """ "0:24"; "" for what has no length."""
        return f"{self.seconds // 60}:{self.seconds % 60:02}" if self.kind == "voice" else ""

    @property
    def judged(self) -> bool:
        """Somebody has listened or looked and said what they make of it."""
        return any(one.verdict for one in self.hearings)


def keep(
    store: Store, upload: Upload, now: datetime, *, key_id: UUID, message_id: UUID | None = None,
    staff_id: UUID | None = None,
) -> UUID:  # fmt: skip
    """Seal a file and put it on record. Raises `BadData` when it is not what a file of its kind may be."""
    mime = fits(upload.kind, upload.body)
    if not mime:
        raise BadData(f"This is no {upload.kind} that can be kept. See storage/file_kinds.py for what can.")
    return store.add(
        files, now, key_id=key_id, message_id=message_id, staff_id=staff_id, kind=upload.kind, mime=mime,
        seconds=upload.seconds, size=len(upload.body), title=upload.title or None, body=upload.body, at=now,
    )  # fmt: skip


def find(store: Store, file_id: UUID) -> File:
    """Raises `NotFound`."""
    found = _load(store, files.c.id == file_id)
    if not found:
        raise NotFound("There is no such file.")
    return found[0]


def of_messages(store: Store, message_ids: Iterable[UUID]) -> dict[UUID, list[File]]:
    """The files of each of these messages, with who has heard them."""
    wanted = list(message_ids)
    result: dict[UUID, list[File]] = {}
    for file in _load(store, files.c.message_id.in_(wanted)) if wanted else ():
        if file.message_id is not None:
            result.setdefault(file.message_id, []).append(file)
    return result


def from_child_since(store: Store, key_id: UUID, since: datetime) -> tuple[int, int]:
    """How many voice notes and drawings of this child were kept after `since`, and how many bytes that is."""
    store.flush()
    query = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(files.c.size), 0)).where(
        store.here(files), files.c.key_id == key_id, files.c.at > since, files.c.kind.in_(FROM_A_CHILD)
    )
    number, size = store.connection.execute(query).one()
    return int(number), int(size)


def body(store: Store, file: File) -> bytes:
    """The file itself. Raises `KeyTrouble` when the child was erased, `Tampered` when it is not what was kept."""
    row = store.row(sa.select(files.c.body).where(store.here(files), files.c.id == file.id))
    if row is None:
        raise NotFound("There is no such file.")
    return store.open_bytes(files.c.body, file.id, file.key_id, row["body"])


def heard(store: Store, file_id: UUID, staff_id: UUID, now: datetime) -> bool:
    """This member of staff listens or looks now; True when it is for the first time."""
    if _hearing(store, file_id, staff_id) is not None:
        return False
    store.add(file_hearings, now, file_id=file_id, staff_id=staff_id, at=now, verdict="")
    return True


def judge(store: Store, file_id: UUID, staff_id: UUID, verdict: str, now: datetime) -> None:
    """What they make of it: one of `VERDICTS`. Whoever says so has listened or looked. Raises `BadData`."""
    if verdict not in VERDICTS:
        raise BadData("no_verdict")
    known = _hearing(store, file_id, staff_id)
    if known is None:
        raise BadData("not_heard")
    store.change(file_hearings, known, verdict=verdict, judged_at=now)


def faces(store: Store, staff_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """By member of staff, the file of their face; without those who gave none."""
    query = sa.select(files.c.id, files.c.staff_id).where(
        store.here(files), files.c.staff_id.in_(list(staff_ids)), files.c.kind == "face"
    )
    return {row["staff_id"]: row["id"] for row in store.rows(query)}


def set_face(store: Store, staff_id: UUID, picture: bytes, now: datetime) -> UUID:
    """The face children see beside this name, instead of the one before."""
    remove_face(store, staff_id)
    return keep(store, Upload("face", picture), now, key_id=store.authority_key("staff"), staff_id=staff_id)


def remove_face(store: Store, staff_id: UUID) -> None:
    """Children see initials again. The picture is gone."""
    store.flush()
    store.connection.execute(sa.delete(files).where(store.here(files), files.c.staff_id == staff_id))


def unheard(found: Sequence[File]) -> list[File]:
    """Those of a child's files of which nobody has said yet what they make of them."""
    return [file for file in found if file.kind in FROM_A_CHILD and not file.judged]


def _hearing(store: Store, file_id: UUID, staff_id: UUID) -> UUID | None:
    query = sa.select(file_hearings.c.id).where(
        store.here(file_hearings), file_hearings.c.file_id == file_id, file_hearings.c.staff_id == staff_id
    )
    row = store.row(query)
    return row["id"] if row else None


def _load(store: Store, which: sa.ColumnElement[bool]) -> list[File]:
    columns = [files.c[name] for name in File.__dataclass_fields__ if name != "hearings"]
    rows = store.rows(sa.select(*columns).where(store.here(files), which).order_by(files.c.at, files.c.id))
    by_key = [_opened(store, row) for row in rows]
    heard_by = _hearings(store, [file.id for file in by_key if file.kind != "face"])
    return [replace(file, hearings=tuple(heard_by.get(file.id, ()))) for file in by_key]


def _opened(store: Store, row: Any) -> File:
    title = row["title"]
    if title is not None:
        title = store.open(files.c.title, row["id"], row["key_id"], title)
    return File(**{**row, "title": title})


def _hearings(store: Store, file_ids: Sequence[UUID]) -> dict[UUID, list[Hearing]]:
    if not file_ids:
        return {}
    query = sa.select(file_hearings).where(store.here(file_hearings), file_hearings.c.file_id.in_(file_ids))
    result: dict[UUID, list[Hearing]] = {}
    for row in store.rows(query.order_by(file_hearings.c.at, file_hearings.c.id)):
        result.setdefault(row["file_id"], []).append(
            Hearing(row["staff_id"], row["at"], row["verdict"], row["judged_at"])
        )
    return result
