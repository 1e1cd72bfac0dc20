"""Complaints of children: their words, who must never see them, and the stages until a human has answered."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.conversations import Conversation
from storage.errors import BadData, NotFound
from storage.store import Store
from storage.tables import complained_about, complaint_steps, complaint_words, complaints

INFORMAL = "informal"
STAGES = (INFORMAL, "stage_1", "stage_2", "stage_3")
RESULTS = ("put_right", "partly", "not_put_right", "taken_back")
CHANGE_RESULTS = ("changed", "not_changed", "something_else", "taken_back")
"""What may come of a wish for another IRO."""
FROM_OUTSIDE = ("stage_2", "stage_3")
"""Somebody who has had no part in it looks at it: an investigator with an independent person, then a panel."""
ABOUT = ("iro", "worker", "home", "other")
HANDLING = ("sort_out", "formal", "different_iro", "talk_first")


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint, or (`kind` change_iro) the wish for another IRO. `due_on` is what the child was told.

    `staff_id` is the person whose name the child was told, `answer` what was last written about it for the child.
    """

    id: UUID
    request_id: UUID
    conversation_id: UUID
    child_id: UUID
    key_id: UUID
    kind: str
    about: str
    handling: str
    owner_role: str
    staff_id: UUID | None
    looked_at_by: str | None
    stage: str
    extended: bool
    due_on: date
    state: str
    opened_at: datetime
    seen_at: datetime | None
    formal_at: datetime | None
    answered_at: datetime | None
    late_told_at: datetime | None
    breached_at: datetime | None
    child_says: str
    closed_at: datetime | None
    result: str
    outcome: str | None
    answer: str | None

    @property
    def formal(self) -> bool:
        return self.stage != INFORMAL

    def late(self, today: date) -> bool:
        """The day of its stage has passed and nobody has answered."""
        return self.state == "open" and self.due_on < today


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of what the child complains of, in their own words; `state` is said or taken_out."""

    id: UUID
    complaint_id: UUID
    message_id: UUID | None
    text: str
    state: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened with it; `staff_id` None: the child did it, or the clock."""

    id: UUID
    complaint_id: UUID
    kind: str
    stage: str
    note: str
    due_on: date
    staff_id: UUID | None
    at: datetime


def start(
    store: Store, conversation: Conversation, request_id: UUID, now: datetime, *, kind: str, about: str,
    owner_role: str, due_on: date, staff_ids: Iterable[UUID], text: str, message_id: UUID | None,
    staff_id: UUID | None = None,
) -> UUID:  # fmt: skip
    """Open one with the child's first words. `staff_ids` are the adults it is about. Raises `BadData` for a visitor."""
    if conversation.child_id is None:
        raise BadData("A complaint needs a child who has proved who they are.")
    found = store.add(
        complaints, now, request_id=request_id, conversation_id=conversation.id, child_id=conversation.child_id,
        key_id=conversation.key_id, kind=kind, about=about if about in ABOUT else "", handling="",
        owner_role=owner_role, staff_id=staff_id, looked_at_by=None, stage=INFORMAL, extended=False, due_on=due_on,
        state="open", opened_at=now, child_says="", result="", outcome=None, answer=None,
    )  # fmt: skip
    store.flush()
    one = load(store, found)
    _step(store, one, now, "opened", due_on=due_on)
    keep_from(store, one, staff_ids, now)
    if text:
        _words(store, one, text, message_id, now)
    return found


def add(store: Store, one: Complaint, text: str, message_id: UUID | None, now: datetime) -> None:
    """The child adds something."""
    _words(store, one, text, message_id, now)
    _step(store, one, now, "added")


def say_again(store: Store, one: Complaint, text: str, message_id: UUID | None, now: datetime) -> None:
    """The child says it in other words: what stood before is kept as taken out, and shown to nobody."""
    store.flush()
    store.connection.execute(
        sa.update(complaint_words)
        .where(store.here(complaint_words), complaint_words.c.complaint_id == one.id)
        .values(state="taken_out")
    )
    _words(store, one, text, message_id, now)
    _step(store, one, now, "said_again")


def keep_from(store: Store, one: Complaint, staff_ids: Iterable[UUID], now: datetime) -> None:
    """These adults are complained about."""
    known = about_whom(store, [one.id]).get(one.id, set())
    for staff_id in set(staff_ids) - known:
        store.add(complained_about, now, complaint_id=one.id, staff_id=staff_id)
    store.flush()


def owned_by(store: Store, one: Complaint, role: str) -> None:
    """Somebody else must answer, because it turned out to be about whoever had it."""
    _change(store, one, owner_role=role, staff_id=None)


def handle_as(store: Store, one: Complaint, handling: str, now: datetime) -> None:
    """How the child wants it handled. Raises `BadData` for a way there is not."""
    if handling not in HANDLING:
        raise BadData(f"{handling} is no way to handle a complaint.")
    _change(store, one, handling=handling)
    _step(store, one, now, "handling", note=handling)


def seen(store: Store, one: Complaint, staff_id: UUID, now: datetime) -> None:
    """Somebody has it, and the child is told so. Raises `BadData` when that was said before."""
    if one.seen_at is not None:
        raise BadData("seen")
    _change(store, one, seen_at=now, staff_id=staff_id)
    _step(store, one, now, "seen", staff_id=staff_id)


def answered(store: Store, one: Complaint, staff_id: UUID, text: str, now: datetime, *, told: str = "") -> None:
    """The child has an answer at this stage: `text` as they read it, or `told`, how it was given elsewhere."""
    must_be_open(one)
    _change(
        store, one, state="answered", answered_at=now, child_says="", seen_at=one.seen_at or now,
        staff_id=staff_id, answer=text,
    )  # fmt: skip
    _step(store, one, now, "answered", staff_id=staff_id, note=text or told)


def climb(
    store: Store, one: Complaint, stage: str, due_on: date, now: datetime, *, staff_id: UUID | None = None,
    note: str = "",
) -> None:  # fmt: skip
    """It goes up to `stage`, answered there by `due_on`; one that was closed is open again, and how it had ended stays
    in its steps. Raises `BadData` for a stage that is not above."""
    if stage not in STAGES or STAGES.index(stage) <= STAGES.index(one.stage):
        raise BadData("no_stage")
    if one.state == "closed":
        _step(store, one, now, "reopened", staff_id=staff_id, note=one.outcome or "")
    _change(
        store, one, stage=stage, due_on=due_on, state="open", extended=False, answered_at=None,
        late_told_at=None, child_says="", formal_at=one.formal_at or now, closed_at=None, result="", outcome=None,
        looked_at_by=None,
    )  # fmt: skip
    store.flush()
    _step(store, load(store, one.id), now, "climbed", staff_id=staff_id, note=note, due_on=due_on)


def extend(store: Store, one: Complaint, due_on: date, staff_id: UUID, note: str, now: datetime) -> None:
    """The longer time the law allows, with the reason. Raises `BadData` a second time."""
    must_be_open(one)
    if one.extended or one.state != "open":
        raise BadData("extended")
    _change(store, one, extended=True, due_on=due_on, late_told_at=None)
    _step(store, one, now, "extended", staff_id=staff_id, note=note, due_on=due_on)


def has_it(store: Store, one: Complaint, staff_id: UUID) -> None:
    """From now on the child is told this name."""
    _change(store, one, staff_id=staff_id)


def looked_at(store: Store, one: Complaint, who: str, staff_id: UUID, now: datetime) -> None:
    """Who looks into it from outside, in the words the child reads. Raises `BadData` where nobody does, or without."""
    must_be_open(one)
    if one.stage not in FROM_OUTSIDE:
        raise BadData("no_outsider")
    if not who.strip():
        raise BadData("no_who")
    _change(store, one, looked_at_by=who)
    _step(store, one, now, "looked_at", staff_id=staff_id, note=who)


def told_of_ombudsman(store: Store, one: Complaint, now: datetime) -> None:
    """The child knows of the Ombudsman."""
    _step(store, one, now, "told_ombudsman")


def child_said(store: Store, one: Complaint, value: str, now: datetime) -> None:
    """Whether the answer sorted it out, as the child sees it."""
    _change(store, one, child_says=value)
    _step(store, one, now, "says", note=value)


def close(
    store: Store, one: Complaint, staff_id: UUID, now: datetime, *, result: str, outcome: str, text: str = "",
    about: str = "",
) -> None:  # fmt: skip
    """How it ended: `outcome` for the register, `text` for the child; `about` where the child did not say it.

    Raises `BadData` without a result, without an outcome, or twice.
    """
    must_be_open(one)
    if result not in (CHANGE_RESULTS if one.kind == "change_iro" else RESULTS):
        raise BadData("no_result")
    if not outcome.strip():
        raise BadData("no_outcome")
    _change(
        store, one, state="closed", result=result, outcome=outcome, closed_at=now,
        answered_at=one.answered_at or now, staff_id=staff_id, answer=text or one.answer,
        about=one.about or (about if about in ABOUT else ""),
    )  # fmt: skip
    _step(store, one, now, "closed", staff_id=staff_id, note=result)


def late_untold(store: Store, today: date) -> list[Complaint]:
    """Those whose day has passed without an answer, and the child has not been told; locked, so that one worker
    tells each."""
    query = sa.select(complaints.c.id).where(
        store.here(complaints), complaints.c.state == "open", complaints.c.due_on < today,
        complaints.c.late_told_at.is_(None),
    )  # fmt: skip
    store.flush()
    ids = list(store.connection.execute(query.with_for_update(skip_locked=True)).scalars())
    return _load(store, complaints.c.id.in_(ids)) if ids else []


def late_told(store: Store, one: Complaint, now: datetime) -> None:
    """The child knows that the day has passed; that it has stays on record for ever."""
    _change(store, one, late_told_at=now, breached_at=one.breached_at or now)
    _step(store, one, now, "late")


def load(store: Store, complaint_id: UUID) -> Complaint:
    """Raises `NotFound`."""
    found = _load(store, complaints.c.id == complaint_id)
    if not found:
        raise NotFound("There is no such complaint.")
    return found[0]


def of_conversation(store: Store, conversation_id: UUID) -> list[Complaint]:
    """What this child has complained of, the newest first."""
    return _load(store, complaints.c.conversation_id == conversation_id)


def open_of(store: Store, conversation_id: UUID, kind: str | None = None) -> Complaint | None:
    """The newest that is not closed."""
    found = of_conversation(store, conversation_id)
    return next((one for one in found if one.state != "closed" and kind in (None, one.kind)), None)


def latest_of(store: Store, conversation_id: UUID) -> Complaint | None:
    """The newest that is not closed; where all are, the newest."""
    return open_of(store, conversation_id) or next(iter(of_conversation(store, conversation_id)), None)


def everyone(store: Store) -> list[Complaint]:
    """Every complaint of the authority, the newest first."""
    return _load(store, sa.true())


def words_of(store: Store, complaint_ids: Iterable[UUID]) -> dict[UUID, list[Words]]:
    """What stands in each, oldest first; not what the child has taken out."""
    query = sa.select(complaint_words).where(
        store.here(complaint_words), complaint_words.c.complaint_id.in_(list(complaint_ids)),
        complaint_words.c.state == "said",
    ).order_by(complaint_words.c.at, complaint_words.c.id)  # fmt: skip
    found: dict[UUID, list[Words]] = {}
    for row in store.opened(complaint_words, store.rows(query)):
        one = Words(**{field.name: row[field.name] for field in fields(Words)})
        found.setdefault(one.complaint_id, []).append(one)
    return found


def steps_of(store: Store, complaint_ids: Iterable[UUID]) -> dict[UUID, list[Step]]:
    """What happened with each, oldest first."""
    query = (
        sa.select(complaint_steps)
        .where(store.here(complaint_steps), complaint_steps.c.complaint_id.in_(list(complaint_ids)))
        .order_by(complaint_steps.c.at, complaint_steps.c.id)
    )
    found: dict[UUID, list[Step]] = {}
    for row in store.opened(complaint_steps, store.rows(query)):
        one = Step(**{field.name: row[field.name] for field in fields(Step)})
        found.setdefault(one.complaint_id, []).append(one)
    return found


def about_whom(store: Store, complaint_ids: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """By complaint, the adults it is about."""
    query = sa.select(complained_about.c.complaint_id, complained_about.c.staff_id).where(
        store.here(complained_about), complained_about.c.complaint_id.in_(list(complaint_ids))
    )
    found: dict[UUID, set[UUID]] = {}
    for row in store.rows(query):
        found.setdefault(row["complaint_id"], set()).add(row["staff_id"])
    return found


def must_be_open(one: Complaint) -> None:
    """Raises `BadData` for a closed one."""
    if one.state == "closed":
        raise BadData("closed")


def _words(store: Store, one: Complaint, text: str, message_id: UUID | None, now: datetime) -> None:
    store.add(
        complaint_words, now, complaint_id=one.id, key_id=one.key_id, message_id=message_id, text=text, state="said",
        at=now,
    )  # fmt: skip


def _step(
    store: Store, one: Complaint, now: datetime, kind: str, *, staff_id: UUID | None = None, note: str = "",
    due_on: date | None = None,
) -> None:  # fmt: skip
    store.add(
        complaint_steps, now, complaint_id=one.id, key_id=one.key_id, kind=kind, stage=one.stage, note=note,
        due_on=due_on or one.due_on, staff_id=staff_id, at=now,
    )  # fmt: skip


def _change(store: Store, one: Complaint, **values: Any) -> None:
    store.change(complaints, one.id, sealed_with=one.key_id, **values)


def _load(store: Store, which: sa.ColumnElement[bool]) -> list[Complaint]:
    query = (
        sa.select(complaints)
        .where(store.here(complaints), which)
        .order_by(complaints.c.opened_at.desc(), complaints.c.id.desc())
    )
    rows = store.opened(complaints, store.rows(query))
    return [Complaint(**{field.name: row[field.name] for field in fields(Complaint)}) for row in rows]
