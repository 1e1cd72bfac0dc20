"""An IRO's children, each with what waits for that IRO: a fixed set of queries, however many children."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

import sqlalchemy as sa

from storage import allocations, children, conversations, milestones, reviews
from storage.children import Child
from storage.conversations import Conversation
from storage.messages import NO_REPLY, Message, of_conversation
from storage.milestones import Milestone
from storage.reviews import Review
from storage.store import Store
from storage.tables import answers, concern_events, exclusions, messages, requests, screenings, staff, withheld
from storage.versions import TAKEN_BACK

Eyes = UUID | frozenset[UUID]
"""Who reads: a member of staff, or several at once. A deputy reads with the IRO's eyes too: what a child said about
their IRO, for nobody but the manager, is not read by that IRO's colleague either."""


@dataclass(frozen=True, slots=True)
class Case:
    """One child as their IRO finds them today. `conversation` is None until the child has written.

    `waiting_since` is the first unanswered message this reader may see; `to_read_first` counts unread messages
    of level `look`; `views` counts the questions answered since the last review.
    """

    child: Child
    conversation: Conversation | None
    review: Review | None
    waiting_since: datetime | None
    unread: int
    to_read_first: int
    views: int
    milestones: Sequence[Milestone]
    last_wrote: datetime | None
    iro_id: UUID | None

    @property
    def name(self) -> str:
        """What the child chose to be called, else the name on record."""
        return (self.conversation and self.conversation.called) or self.child.name


def of_iro(store: Store, staff_id: UUID, today: date) -> list[Case]:
    """Every child this IRO has on that day, in the order of their references, without what is withheld from them."""
    mine = allocations.children_of(store, staff_id, today)
    return _cases(store, dict.fromkeys(mine, staff_id), staff_id)


def of_child(store: Store, staff_id: UUID, child: Child, today: date) -> Case | None:
    """One child as this IRO finds them; None when another IRO, or nobody, has the child that day."""
    held = allocations.on(store, today, [child.id]).get(child.id)
    if held is None or held.staff_id != staff_id:
        return None
    return _cases(store, {child.id: staff_id}, staff_id)[0]


def of_children(store: Store, iros: Mapping[UUID, UUID | None], reader: Eyes) -> list[Case]:
    """These children, each with the id of the IRO they have or had, as somebody who stands in finds them."""
    return _cases(store, iros, reader)


def everyone(store: Store, reader: UUID, today: date) -> list[Case]:
    """Every child in care that day, as the manager counts them; those without an IRO are there too."""
    held = {child_id: one.staff_id for child_id, one in allocations.on(store, today).items()}
    here = [child.id for child in children.everyone(store) if child.in_care(today)]
    return _cases(store, {child_id: held.get(child_id) for child_id in here}, reader)


def withheld_from(store: Store, staff_id: Eyes) -> frozenset[UUID]:
    """The messages this member of staff must never see, nor anything that was made from them."""
    return frozenset(row["message_id"] for row in store.rows(_hidden(store, staff_id)))


def heard_by(store: Store, conversation_id: UUID, reader: Eyes) -> list[Message]:
    """The conversation as this reader may see it, oldest first.

    Threat: an adult a concern is about must not learn of it from the answers either. What the computer said to a
    withheld message goes with it, and so does all that a duty officer wrote, and every tap on "I'm not safe".
    """
    hidden = withheld_from(store, reader)
    said = of_conversation(store, conversation_id)
    if not any(message.id in hidden for message in said):
        return said
    shown, answered_hidden, asked_in = [], False, ""
    private = frozenset(row["id"] for row in store.rows(_private(store, _readers(reader))))
    said = [message for message in said if message.id not in private]
    grave = _more_than_feedback(said, hidden)
    for message in said:
        if message.author == "child":
            tapped_there = message.kind == "choice" and asked_in in _CARING
            answered_hidden = message.id in hidden or tapped_there
        elif message.author == "bot":
            asked_in = message.flow
        secret = grave and (message.author == "duty" or message.flow in _OF_CONCERNS | _CARING)
        if not secret and not (message.author in ("bot", "child") and answered_hidden):
            shown.append(message)
    return shown


def _more_than_feedback(said: Sequence[Message], hidden: frozenset[UUID]) -> bool:
    """What a child says about their IRO after a review is withheld, and no concern follows from that."""
    asked_in = ""
    for message in said:
        if message.author == "bot":
            asked_in = message.flow
        elif message.id in hidden and asked_in != _FEEDBACK:
            return True
    return False


_FEEDBACK = "did_they_listen"
_OF_CONCERNS = frozenset({"officer_took_it", "nobody_yet", "concern_closed"})
"""What the computer says to a child by itself because there is a concern."""
_CARING = frozenset({"worry", "not_safe", "find_me"})
"""Where it answers one: a tap there says as much as words, and words join the concern anyway."""


def unanswered(said: Sequence[Message]) -> list[Message]:
    """The messages for the IRO since the IRO's own last reply, in a conversation oldest first.

    Changing what was sent is no reply, and what was taken back is none any more.
    """
    gone = {one.replaces_id for one in said if one.kind == TAKEN_BACK}
    replies = (one for one in said if _is_reply(one) and one.id not in gone)
    last = max((one.seq for one in replies), default=0)
    return [message for message in said if message.for_iro and message.seq > last]


def _is_reply(message: Message) -> bool:
    return message.author == "iro" and message.replaces_id is None and message.flow != NO_REPLY


def mark_read(
    store: Store, conversation_id: UUID, reader: Eyes, now: datetime, *, by: UUID, shown: Iterable[UUID] | None = None
) -> None:
    """`by` has opened the conversation and seen `shown`; everything, unless it is said.

    A message withheld from them stays unread: the child is told no untruth.
    """
    store.flush()
    query = sa.update(messages).where(
        _seen_by(store, [conversation_id], reader), messages.c.author == "child", messages.c.read_at.is_(None)
    )
    if shown is not None:
        query = query.where(messages.c.id.in_(list(shown)))
    store.connection.execute(query.values(read_at=now, read_by=by))


def _cases(store: Store, iros: Mapping[UUID, UUID | None], reader: Eyes) -> list[Case]:
    child_ids = list(iros)
    known = children.many(store, child_ids)
    talks = conversations.of_children(store, child_ids)
    ids = [talk.id for talk in talks.values()]
    coming, held = reviews.next_for(store, child_ids), reviews.last_for(store, child_ids)
    waiting, unread, look = waiting_since(store, ids, reader), _unread(store, ids, reader), _look(store, ids, reader)
    since = {talk.id: _end_of(held[child_id].on) for child_id, talk in talks.items() if child_id in held}
    hidden = withheld_from(store, reader)
    views = _views(store, ids, since, hidden)
    wrote = _last_wrote(store, ids, reader)
    reached = milestones.of_conversations(store, ids)
    cases = []
    for child in sorted(known.values(), key=lambda one: one.reference):
        talk = talks.get(child.id)
        row = talk.id if talk else None
        cases.append(
            Case(
                child, talk, coming.get(child.id), waiting.get(row) if row else None, unread.get(row, 0),
                look.get(row, 0), views.get(row, 0),
                [one for one in reached.get(row, ()) if one.message_id not in hidden] if row else (),
                wrote.get(row) if row else None,
                iros[child.id],
            )
        )  # fmt: skip
    return cases


def waiting_since(store: Store, ids: Iterable[UUID], reader: Eyes | None) -> dict[UUID, datetime]:
    """By conversation, since when the first message for the IRO stands unanswered; only the IRO's own reply stops it.

    A message the child asked to pass on counts from then. What is withheld from `reader` must not show itself by a
    clock either.
    """
    ids = list(ids)
    replies = messages.alias("replies")
    last_reply = (
        sa.select(sa.func.coalesce(sa.func.max(replies.c.seq), 0))
        .where(
            replies.c.authority == store.authority,
            replies.c.conversation_id == messages.c.conversation_id,
            replies.c.author == "iro",
            replies.c.flow != NO_REPLY,
            replies.c.replaces_id.is_(None),
            replies.c.id.not_in(_taken_back(store, ids)),
        )
        .scalar_subquery()
    )
    written = (
        sa.select(messages.c.conversation_id, sa.func.min(messages.c.at).label("since"))
        .where(_seen_by(store, ids, reader), messages.c.for_iro, messages.c.seq > last_reply)
        .group_by(messages.c.conversation_id)
    )
    passed_on = (
        sa.select(requests.c.conversation_id, sa.func.min(requests.c.opened_at).label("since"))
        .where(
            store.here(requests), requests.c.conversation_id.in_(ids), requests.c.kind == "message",
            requests.c.owner_role == "iro", requests.c.state == "open",
            sa.or_(requests.c.message_id.is_(None), requests.c.message_id.not_in(_hidden(store, reader))),
        )
        .group_by(requests.c.conversation_id)
    )  # fmt: skip
    found: dict[UUID, datetime] = {}
    for row in [*store.rows(written), *store.rows(passed_on)]:
        known = found.get(row["conversation_id"], row["since"])
        found[row["conversation_id"]] = min(known, row["since"])
    return found


def _taken_back(store: Store, ids: Iterable[UUID]) -> sa.Select[tuple[UUID]]:
    return sa.select(messages.c.replaces_id).where(
        store.here(messages), messages.c.conversation_id.in_(list(ids)), messages.c.kind == TAKEN_BACK,
        messages.c.replaces_id.is_not(None),
    )  # fmt: skip


def _last_wrote(store: Store, ids: Iterable[UUID], reader: Eyes) -> dict[UUID, datetime]:
    query = (
        sa.select(messages.c.conversation_id, sa.func.max(messages.c.at).label("at"))
        .where(_seen_by(store, ids, reader), messages.c.author == "child")
        .group_by(messages.c.conversation_id)
    )
    return {row["conversation_id"]: row["at"] for row in store.rows(query)}


def _unread(store: Store, ids: Iterable[UUID], reader: Eyes) -> dict[UUID | None, int]:
    """How many of the child's own words nobody has opened yet; a tap on a button is no letter."""
    return _counted(
        store,
        sa.select(messages.c.conversation_id, sa.func.count().label("n")).where(
            _seen_by(store, ids, reader), messages.c.author == "child", messages.c.kind != "choice",
            messages.c.read_at.is_(None),
        ),
    )  # fmt: skip


def _look(store: Store, ids: Iterable[UUID], reader: Eyes) -> dict[UUID | None, int]:
    query = (
        sa.select(messages.c.conversation_id, sa.func.count(messages.c.id.distinct()).label("n"))
        .join(
            screenings,
            sa.and_(screenings.c.authority == messages.c.authority, screenings.c.message_id == messages.c.id),
        )
        .where(_seen_by(store, ids, reader), messages.c.read_at.is_(None), screenings.c.level == "look")
    )
    return _counted(store, query)


def _counted(store: Store, query: sa.Select[tuple[UUID, int]]) -> dict[UUID | None, int]:
    return {row["conversation_id"]: row["n"] for row in store.rows(query.group_by(messages.c.conversation_id))}


def _seen_by(store: Store, ids: Iterable[UUID], reader: Eyes | None) -> sa.ColumnElement[bool]:
    return sa.and_(
        store.here(messages), messages.c.conversation_id.in_(list(ids)), messages.c.id.not_in(_hidden(store, reader))
    )


def _hidden(store: Store, reader: Eyes | None) -> sa.Select[tuple[UUID]]:
    """The messages withheld from `reader`; none from nobody in particular.

    What belongs to a concern about the reader is among them, also what joined it after they were excluded.
    """
    readers = _readers(reader)
    about = (
        sa.select(concern_events.c.message_id)
        .join(
            exclusions,
            sa.and_(
                exclusions.c.authority == concern_events.c.authority,
                exclusions.c.concern_id == concern_events.c.concern_id,
            ),
        )
        .where(store.here(concern_events), exclusions.c.staff_id.in_(readers), concern_events.c.message_id.is_not(None))
    )
    said = sa.select(withheld.c.message_id).where(store.here(withheld), withheld.c.staff_id.in_(readers))
    return sa.select(said.union(about, _private(store, readers)).subquery().c.message_id)


def _readers(reader: Eyes | None) -> Collection[UUID]:
    return reader if isinstance(reader, frozenset) else {reader} if reader else set()


def _private(store: Store, readers: Collection[UUID]) -> sa.Select[tuple[UUID]]:
    """What is kept from every IRO, and from whoever looks with an IRO's eyes; nothing from anybody else."""
    is_iro = sa.exists().where(staff.c.authority == store.authority, staff.c.id.in_(readers), staff.c.role == "iro")
    return sa.select(messages.c.id).where(store.here(messages), messages.c.private, is_iro)


def _views(
    store: Store, ids: Iterable[UUID], since: dict[UUID, datetime], hidden: frozenset[UUID]
) -> dict[UUID | None, int]:
    """By conversation, how many questions were answered after the day of the last review."""
    query = sa.select(answers.c.conversation_id, answers.c.question, answers.c.message_id, answers.c.at).where(
        store.here(answers), answers.c.conversation_id.in_(list(ids)), answers.c.state.in_(("said", "approved"))
    )
    questions: dict[UUID | None, set[str]] = {}
    for row in store.rows(query):
        start = since.get(row["conversation_id"])
        if row["message_id"] not in hidden and (start is None or row["at"] > start):
            questions.setdefault(row["conversation_id"], set()).add(row["question"])
    return {conversation_id: len(found) for conversation_id, found in questions.items()}


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, UTC)
