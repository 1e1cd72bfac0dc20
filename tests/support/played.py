"""A whole service on a database with Exampleshire in it, played by hand or running."""

from __future__ import annotations

from functools import cache
from uuid import UUID

from bot.clock import PlayedClock
from bot.demo import AUTHORITY, AUTHORITY_NAME
from bot.demo.load import load
from bot.played import TODAY, Played
from bot.service import Service, build, loaded_screen
from bot.settings import Settings
from storage import children, concerns, conversations, messages, staff
from storage.concerns import Concern
from storage.conversations import Conversation
from storage.database import Database
from storage.messages import Message
from storage.store import Store
from tests.support.once import the_library

SETTINGS = Settings(authority=AUTHORITY, authority_name=AUTHORITY_NAME, demo=True)
DANGER = "hes here hes not meant to be here mum let him in hes shouting"
"""A message that the screen calls urgent."""


def fill(database: Database) -> None:
    """Exampleshire as it is on the day it was written for."""
    load(database, TODAY)


def service_on(database: Database, clock: PlayedClock | None = None) -> Service:
    return build(SETTINGS, database, clock=clock or PlayedClock(TODAY), library=the_library(), screen=the_screen())


the_screen = cache(loaded_screen)
"""Read once in a run: they hold nothing of a test."""


def played_on(database: Database, reference: str = "", channel: str = "web") -> Played:
    """One child's side of a conversation with a service on this database."""
    clock = PlayedClock(TODAY)
    played = Played(service_on(database, clock), clock, channel, sender=reference or "visitor")
    if reference:
        played.be(reference)
    return played


def conversation_of(database: Database, reference: str) -> Conversation:
    def find(store: Store) -> Conversation:
        child = children.by_reference(store, reference)
        assert child is not None
        return conversations.of_children(store, [child.id])[child.id]

    return database.read_now(find)


def messages_of(database: Database, reference: str, reader: UUID | None = None) -> list[Message]:
    where = conversation_of(database, reference).id
    return database.read_now(lambda store: messages.of_conversation(store, where, reader=reader))


def concerns_of(database: Database, reference: str) -> list[Concern]:
    where = conversation_of(database, reference).id
    return database.read_now(lambda store: concerns.of_conversation(store, where))


def staff_id(database: Database, reference: str) -> UUID:
    member = database.read_now(lambda store: staff.by_reference(store, reference))
    assert member is not None
    return member.id


def texts(said: list[Message], author: str = "bot") -> str:
    """Everything one voice said, in one string."""
    return "\n".join(m.text for m in said if m.author == author)
