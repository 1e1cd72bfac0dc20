"""Writing to a child: now, at a good time, changed or taken back; and looking at it first with the child's eyes."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from aiohttp import web

from portal import openings
from portal.access import May, Page
from portal.attaching import attached, say_with, words_of
from portal.desk import DESK
from portal.moments import clock_time, long_day
from portal.pages import child_sheet
from portal.pages.child_case import after, mine
from portal.pages.child_work import Step, conversation_of
from portal.pages.clocks import from_form, today_in_london
from portal.plain import look
from portal.rendering import render, signed_in
from reviews.letter_times import is_good, next_good, presets
from storage import busy_times, conversations, letters, messages
from storage.audit import AuditEvent
from storage.errors import BadData, NotFound
from storage.letters import Letter
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Again:
    """Nothing is sent: the page is shown again with this in its form."""

    form: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, for the line at the top of the page, and in which conversation."""

    what: str
    conversation: UUID


Act = Callable[[Store, Step], Done | Again]


def write(store: Store, step: Step) -> Done | Again:
    """One form, several buttons. Raises `BadData` with what is wrong; what was typed stays in the form."""
    offered = openings.for_child(step.line.case.name, step.iro.first_name)
    if step.field("step") == "opening":
        chosen = next((one for one in offered if one.id == step.field("opening")), None)
        text = "\n\n".join(part for part in (step.field("text"), chosen.text if chosen else "") if part)
        return Again({**step.form, "text": text})
    if step.field("step") == "preview":
        return Again({**step.form, "preview": "yes"})
    text = step.field("text")
    if not text:
        raise BadData("empty")
    if problem := openings.unfinished(text, offered):
        raise BadData(problem)
    return _later(store, step, text) if step.field("step") == "later" else _now(store, step, text)


def _now(store: Store, step: Step, text: str) -> Done:
    detail, letter = step.must_be_safe(), _letter(store, step)
    conversation = conversation_of(store, step)
    if letter is not None:
        letters.take_back(store, letter, step.now)
    message = say_with(store, step.desk, conversation, step.iro.id, text, step.beside, step.now)
    step.record(store, AuditEvent.REPLY_SENT, message, detail)
    return Done("reply", conversation)


def _later(store: Store, step: Step, text: str) -> Done:
    """Kept until its time; it is sent only if it is still safe then, so that nothing need be ticked now."""
    if step.beside:
        raise BadData("no_file_later")
    due_at, letter = _time(store, step), _letter(store, step)
    where = conversation_of(store, step)
    conversation = conversations.lock(store, [where])[where]
    if letter is None:
        kept = letters.keep(store, conversation, step.iro.id, text, due_at, step.now)
    else:
        kept = letters.rewrite(store, letter, step.iro.id, text, due_at, step.now)
    step.record(store, AuditEvent.LETTER_KEPT, kept)
    return Done("later", where)


def _time(store: Store, step: Step) -> datetime:
    """The time that was chosen, when the child can read then. Raises `BadData`."""
    busy, numbers = busy_times.of_child(store, step.line.case.child.id), step.desk.reviews
    chosen = {one.code: one.at for one in presets(step.now, numbers, busy)}.get(step.field("when"))
    at = chosen or from_form(step.field("day"), step.field("time"))
    if at is None:
        raise BadData("no_time")
    if at <= step.now:
        raise BadData("past")
    if not is_good(at, numbers, busy):
        better = next_good(at, numbers, busy)
        raise BadData(f"bad_time {long_day(better)}, {clock_time(better)}" if better else "bad_time")
    return at


def _letter(store: Store, step: Step) -> Letter | None:
    """The letter that the form is about, of this child. Raises `NotFound`, `BadData` when it has gone already."""
    if not step.field("letter"):
        return None
    letter = _asked(store, step, step.field("letter"))
    if letter.state not in letters.OPEN:
        raise BadData("letter_gone")
    return letter


def _asked(store: Store, step: Step, letter_id: str) -> Letter:
    talk = step.line.case.conversation
    try:
        letter = letters.get(store, UUID(letter_id))
    except ValueError:
        raise NotFound("There is no such letter.") from None
    if talk is None or letter.conversation_id != talk.id:
        raise NotFound("There is no such letter.")
    return letter


def letter_back(store: Store, step: Step) -> Done | Again:
    """Take it back, or put it into the box to be changed."""
    letter = _asked(store, step, step.asked)
    if step.field("step") == "change":
        return Again({"text": letter.text, "letter": str(letter.id)})
    letters.take_back(store, letter, step.now)
    step.record(store, AuditEvent.LETTER_TAKEN_BACK, letter.id)
    return Done("letter_back", letter.conversation_id)


def correct(store: Store, step: Step) -> Done | Again:
    """Other words in the place of what this IRO wrote, or none."""
    talk = step.line.case.conversation
    try:
        message = messages.by_id(store, UUID(step.asked))
    except ValueError:
        raise NotFound("There is no such message.") from None
    if talk is None or message.conversation_id != talk.id:
        raise NotFound("There is no such message.")
    back = step.field("step") == "back"
    if not back and not step.field("text"):
        raise BadData("empty")
    version = step.desk.correct(store, message.id, step.iro.id, "" if back else step.field("text"), step.field("why"))
    step.record(store, AuditEvent.REPLY_TAKEN_BACK if back else AuditEvent.REPLY_CHANGED, version)
    return Done("took_back" if back else "changed", talk.id)


def hand_back(store: Store, step: Step) -> Done | Again:
    """The bot answers plain messages again."""
    where = conversation_of(store, step)
    conversation = conversations.lock(store, [where])[where]
    conversation.talking_until = None
    conversations.save(store, [conversation])
    step.record(store, AuditEvent.CONVERSATION_HANDED_BACK, where)
    return Done("handed_back", where)


async def hints(request: web.Request) -> web.Response:
    """How easily it is read, and how the child will see it, as a piece of a page; nothing of it is kept."""
    desk, me = request.config_dict[DESK], signed_in(request)
    text, now = str((await request.post()).get("text", "")), desk.clock()
    reference = request.match_info["reference"]
    line = await desk.database.write(
        lambda store: mine(store, me, reference, now, desk.reply_within_working_days, desk.reviews)
    )
    if line is None:
        raise web.HTTPNotFound
    case = line.case
    band = case.conversation.band if case.conversation else case.child.band(today_in_london(now))
    return render(request, "child-write-piece.html", plainness=look(text, band), text=text, case=case, band=band)


def _page(act: Act) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        desk, me = request.config_dict[DESK], signed_in(request)
        reference, asked = request.match_info["reference"], request.match_info.get("asked", "")
        posted = await request.post()
        form = words_of(posted)
        now = desk.clock()
        try:
            beside = await attached(posted, desk)
        except BadData as error:
            return await child_sheet.show(request, error=str(error), form={**form, "asked": asked}, status=400)

        def work(store: Store) -> tuple[Done | Again, str] | None:
            days, numbers = desk.reply_within_working_days, desk.reviews
            line = mine(store, me, reference, now, days, numbers)
            if line is None:
                return None
            came = act(store, Step(desk, me, line, form, asked, now, beside))
            done = came.what if isinstance(came, Done) else ""
            return came, after(store, me, line.case.child, done, now, days, numbers) if done else ""

        try:
            kept = await desk.database.write(work)
        except NotFound:
            raise web.HTTPNotFound from None
        except BadData as error:
            return await child_sheet.show(request, error=str(error), form={**form, "asked": asked}, status=400)
        if kept is None:
            raise web.HTTPNotFound
        found, to = kept
        if isinstance(found, Again):
            return await child_sheet.show(request, form=found.form)
        desk.wake([found.conversation, "outbox"])
        raise web.HTTPSeeOther(to)

    return handle


PAGES = (
    Page("POST", "/children/{reference}/reply", May.REPLY_AS_IRO, _page(write), takes_files=True),
    Page("POST", "/children/{reference}/hints", May.REPLY_AS_IRO, hints),
    Page("POST", "/children/{reference}/letters/{asked}", May.REPLY_AS_IRO, _page(letter_back)),
    Page("POST", "/children/{reference}/messages/{asked}", May.REPLY_AS_IRO, _page(correct)),
    Page("POST", "/children/{reference}/hand-back", May.REPLY_AS_IRO, _page(hand_back)),
)
