"""The children of the benchmark: Exampleshire's and as many more as it takes, each with an open conversation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from importlib.resources import files
from itertools import cycle
from typing import Any
from uuid import UUID

import yaml

from bot.facts import london_day
from storage import allocations, children, conversations, milestones, reviews, staff
from storage.database import Database
from storage.staff import Staff
from storage.store import Store

CHANNEL = "web"


@dataclass(slots=True)
class Child:
    """One child with something to say; `lines` never ends."""

    sender: str
    conversation_id: UUID
    opening: Sequence[str]
    lines: Iterator[str] = field(repr=False)


def said() -> Mapping[str, Sequence[str]]:
    """What they write, by occasion."""
    found: Mapping[str, Sequence[str]] = yaml.safe_load((files("bot.bench") / "said.yaml").read_text("utf-8"))
    return found


def gather(database: Database, many: int, now: datetime) -> list[Child]:
    """Children who have all proved who they are; every other one is in the middle of wishes and feelings."""
    places = database.write_now(lambda store: _conversations(store, many, now))
    words = said()
    found = []
    for number, (sender, conversation_id) in enumerate(places):
        wishes = number % 2 == 0
        lines = cycle(words["wishes"] if wishes else words["free"])
        found.append(Child(sender, conversation_id, words["to_wishes"] if wishes else (), lines))
    return found


def _conversations(store: Store, many: int, now: datetime) -> list[tuple[str, UUID]]:
    today = london_day(now)
    known = [child for child in children.everyone(store) if child.in_care(today)]
    iros = staff.current(store, today, "iro")
    ids = [child.id for child in known[:many]]
    ids += [_one_more(store, known[n % len(known)], n, iros, now) for n in range(many - len(ids))]
    store.flush()
    return [_conversation(store, child, number, now) for number, child in enumerate(children.many(store, ids).values())]


def _one_more(store: Store, like: children.Child, number: int, iros: Sequence[Staff], now: datetime) -> UUID:
    """Another child like one of Exampleshire's, with an IRO and reviews of their own."""
    reference = f"BEN-{number:04}"
    child_id = children.add(store, now, **_values(replace(like, reference=reference)))
    store.flush()
    iro = iros[number % len(iros)]
    allocations.allocate(store, now, child_id, iro.id, london_day(now) - timedelta(days=200))
    child = children.find(store, child_id)
    for review in (reviews.last_of(store, like.id), reviews.next_of(store, like.id)):
        if review is not None:
            values = _values(replace(review, reference=f"{reference}-{review.number}", chair_id=iro.id))
            reviews.add(store, child, now, **values)
    return child_id


def _values(like: children.Child | reviews.Review) -> dict[str, Any]:
    ours = ("id", "key_id", "child_id")
    return {name: getattr(like, name) for name in like.__dataclass_fields__ if name not in ours}


def _conversation(store: Store, child: children.Child, number: int, now: datetime) -> tuple[str, UUID]:
    sender = f"bench-{number}"
    found = conversations.ensure_for_child(store, child.id, child.band(london_day(now)), "en", now)
    conversations.add_address(store, found.id, found.key_id, CHANNEL, sender, "full", now)
    milestones.reach(store, found, now, "agreed", channel=CHANNEL)
    return sender, found.id
