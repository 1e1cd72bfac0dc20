"""Listening to what a child sent without words, and saying what one makes of it; each listening is on the trail."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from aiohttp import web

from portal.access import May, Page, allows
from portal.desk import DESK, Desk
from portal.pages.clocks import today_in_london
from portal.pages.file_case import Opened, open_for
from portal.ranges import begins, part_of
from portal.rendering import signed_in
from storage import audit, concerns, files, outcomes
from storage import staff as people
from storage.audit import AuditEvent
from storage.concerns import Concern
from storage.errors import BadData, OutOfDate
from storage.file_kinds import PDF
from storage.files import File
from storage.outcomes import Outcome
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class _Found:
    opened: Opened
    body: bytes


async def listen(request: web.Request) -> web.StreamResponse:
    """The file itself, for a player on one of the pages."""
    desk, reader, wanted = request.config_dict[DESK], signed_in(request), _file_id(request)
    now, first = desk.clock(), begins(request)

    def work(store: Store) -> _Found | None:
        opened = open_for(desk, store, reader, wanted, now)
        if opened is None:
            audit.record(store, AuditEvent.STAFF_DENIED, now, staff_id=reader.id, detail="file")
            return None
        if first:
            files.heard(store, wanted, reader.id, now)
            audit.record(
                store, AuditEvent.FILE_HEARD, now, staff_id=reader.id, child_id=opened.conversation.child_id,
                subject_id=wanted, detail=opened.file.kind,
            )  # fmt: skip
        return _Found(opened, files.body(store, opened.file))

    found = await desk.database.write(work)
    if found is None:
        raise web.HTTPNotFound
    response = part_of(request, found.body, found.opened.file.mime)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if found.opened.file.mime == PDF:
        response.headers["Content-Disposition"] = 'attachment; filename="leaflet.pdf"'
    return response


@dataclass(frozen=True, slots=True)
class Step:
    """What somebody who has listened makes of it, with what the form said."""

    desk: Desk
    reader: Staff
    opened: Opened
    form: dict[str, str]
    now: datetime

    @property
    def works_concerns(self) -> bool:
        return allows(self.reader.role, May.WORK_CONCERNS)

    @property
    def page(self) -> str:
        """Where they came from."""
        concern = self.opened.concern
        return f"/staff/concerns/{concern.id}" if concern else f"/staff/children/{self.opened.reference}"

    def record(self, store: Store, event: AuditEvent, subject: UUID, detail: str) -> None:
        child_id = self.opened.conversation.child_id
        audit.record(
            store, event, self.now, staff_id=self.reader.id, child_id=child_id, subject_id=subject, detail=detail
        )  # fmt: skip


async def judge(request: web.Request) -> web.StreamResponse:
    """Nothing worrying, a concern for today, or minutes count. It may be about a member of staff, who is kept out."""
    desk, reader, wanted = request.config_dict[DESK], signed_in(request), _file_id(request)
    form = {name: str(value) for name, value in (await request.post()).items()}
    now = desk.clock()

    def work(store: Store) -> tuple[Step, str] | None:
        opened = open_for(desk, store, reader, wanted, now)
        if opened is None:
            audit.record(store, AuditEvent.STAFF_DENIED, now, staff_id=reader.id, detail="file")
            return None
        step = Step(desk, reader, opened, form, now)
        try:
            files.judge(store, wanted, reader.id, form.get("verdict", ""), now)
        except BadData as error:
            return step, f"{step.page}?done={error}"
        step.record(store, AuditEvent.FILE_JUDGED, wanted, form["verdict"])
        return step, (_nothing if form["verdict"] == "nothing" else _worried)(store, step)

    try:
        done = await desk.database.write(work)
    except OutOfDate:
        raise web.HTTPSeeOther("/staff/concerns") from None
    if done is None:
        raise web.HTTPNotFound
    step, to = done
    desk.wake(["concerns", "outbox", step.opened.conversation.id])
    raise web.HTTPSeeOther(to)


def _worried(store: Store, step: Step) -> str:
    concern_id = step.desk.worried(store, step.opened.message.id, step.reader.id, step.form["verdict"])
    if not step.works_concerns:
        return step.page
    about = step.form.get("about", "")
    if about in {str(member.id) for member in people.current(store, today_in_london(step.now))}:
        concerns.exclude(store, concern_id, UUID(about), step.reader.id, step.now)
    return "/staff/concerns" if about == str(step.reader.id) else f"/staff/concerns/{concern_id}"


def _nothing(store: Store, step: Step) -> str:
    concern, opened = step.opened.concern, step.opened
    if concern is None:
        return step.page
    concerns.event(
        store, concern.id, concern.key_id, step.now, "heard_nothing", staff_id=step.reader.id,
        message_id=opened.message.id,
    )  # fmt: skip
    if not _was_all(store, concern, step.reader):
        return step.page
    if concern.state == "open":
        concerns.take(store, concern.id, step.reader.id, step.now)
    outcomes.close(store, concern.id, step.reader.id, Outcome("", false_alarm=outcomes.NOTHING_HEARD), step.now)
    step.record(store, AuditEvent.CONCERN_CLOSED, concern.id, outcomes.NOTHING_HEARD)
    if opened.conversation.safe_to_write != "no":
        facts = {"who": step.reader.first_name, "sent": opened.file.kind}
        step.desk.tell(store, opened.conversation.id, "was_heard", facts)
    return "/staff/concerns"


def _was_all(store: Store, concern: Concern, reader: Staff) -> bool:
    """A concern that is nothing but something to be heard is over when a person has heard all of it."""
    mine = concern.state == "open" or (concern.state == "taken" and concern.owner_id == reader.id)
    return mine and concern.only_to_hear and not files.unheard(_files_of(store, concern.id))


def _files_of(store: Store, concern_id: UUID) -> list[File]:
    belonging = [event.message_id for event in concerns.events(store, concern_id) if event.message_id]
    return [file for found in files.of_messages(store, set(belonging)).values() for file in found]


def _file_id(request: web.Request) -> UUID:
    try:
        return UUID(request.match_info["id"])
    except ValueError:
        raise web.HTTPNotFound from None


PAGES = (
    Page("GET", "/files/{id}", May.HEAR_FILES, listen),
    Page("POST", "/files/{id}/verdict", May.HEAR_FILES, judge),
)
