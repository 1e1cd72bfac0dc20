"""Children who talk, for tests of the pages that answer them: a portal with a real hub, and what was said kept."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from aiohttp.test_utils import TestClient

from bot.hub import Hub
from portal.access import Role
from storage import answers, concerns, conversations, decisions, messages, milestones, requests
from storage.database import Database
from storage.store import Store
from tests.portal.conftest import Portal, StandingClock, add_people, make_desk, post, running
from tests.support.people import add_child, add_review, add_staff, allocate
from tests.support.prepared import NOW


@dataclass
class Mouth:
    """Says and tells as the service does, and remembers what the service would say itself."""

    clock: StandingClock
    told: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)

    def tell(self, store: Store, conversation_id: UUID, flow: str, facts: Mapping[str, Any]) -> None:
        conversation = conversations.lock(store, [conversation_id])[conversation_id]
        messages.add(store, conversation, self.clock(), author="bot", text=f"({flow})", channel="web", flow=flow)
        conversations.save(store, [conversation])
        self.told.append((flow, facts))

    def tell_decisions(self, store: Store, review_id: UUID) -> int:
        untold = decisions.untold(store, review_id)
        decisions.told(store, [one.id for one in untold], self.clock())
        self.told.append(("decisions", {"review": review_id}))
        return len(untold)

    def say(
        self, store: Store, conversation_id: UUID, staff_id: UUID, author: str, text: str, *, reply: bool = True,
        beside: bool = False,
    ) -> UUID:  # fmt: skip
        conversation = conversations.lock(store, [conversation_id])[conversation_id]
        message = messages.add(
            store, conversation, self.clock(), author=author, text=text, channel="web", staff_id=staff_id,
            flow="" if reply else messages.NO_REPLY,
        )  # fmt: skip
        if author == "iro" and reply:
            conversation.waiting_since = None
        conversations.save(store, [conversation])
        return message


@dataclass
class World:
    """A small authority in which children can say things at chosen times."""

    portal: Portal
    mouth: Mouth
    hub: Hub
    numbers: int = 0
    clients: dict[Role, TestClient[Any, Any]] = field(default_factory=dict)

    async def client(self, role: Role) -> TestClient[Any, Any]:
        """The browser of somebody in this role, signed in the first time by the real pages."""
        if role not in self.clients:
            self.clients[role] = await self.portal.signed_in(role)
        return self.clients[role]

    async def seen(self, path: str, role: Role, status: int = 200) -> str:
        """What this person reads there."""
        client = await self.client(role)
        async with client.get(path) as answer:
            text = await answer.text()
            assert answer.status == status, text
            return text

    async def sent(self, path: str, role: Role, page: str, **form: str) -> tuple[int, str, str]:
        """Send a form that stands on `page`; (status, where it sends on to, text)."""
        return await post(await self.client(role), path, form, page=page)

    @property
    def database(self) -> Database:
        return self.portal.database

    @property
    def iro(self) -> UUID:
        return self.portal.people[Role.IRO]

    @property
    def officer(self) -> UUID:
        return self.portal.people[Role.DUTY_OFFICER]

    def child(
        self, reference: str = "EXC-0001", *, iro: UUID | None = None, joined: bool = True, **values: Any
    ) -> UUID:
        """A child of the IRO who signs in (or another), who has said hello unless not `joined`."""

        def work(store: Store) -> UUID:
            child_id = add_child(store, reference, **values)
            allocate(store, child_id, iro or self.iro)
            store.flush()
            if joined:
                conversations.ensure_for_child(store, child_id, "middle", "en", NOW)
            return child_id

        return self.database.write_now(work)

    def colleague(self, reference: str = "EXS-090", **values: Any) -> UUID:
        return self.database.write_now(lambda store: add_staff(store, reference, **values))

    def visitor(self) -> UUID:
        self.numbers += 1
        sender = f"somebody {self.numbers}"
        address = self.database.write_now(
            lambda store: conversations.open_visitor(store, "web", sender, "middle", "en", NOW)
        )
        return address.conversation_id

    def talk_of(self, child_id: UUID) -> UUID:
        found = self.database.read_now(lambda store: conversations.of_children(store, [child_id]))
        return found[child_id].id

    def says(
        self, child_id: UUID | None, text: str, *, at: datetime = NOW, for_iro: bool = False, level: str = "none",
        talk: UUID | None = None, author: str = "child", flow: str = "", kind: str = "text", rule: str = "",
        category: str = "",
    ) -> UUID:  # fmt: skip
        """One message, screened as given."""
        talk = talk or self.talk_of(child_id)  # type: ignore[arg-type]

        def work(store: Store) -> UUID:
            conversation = conversations.lock(store, [talk])[talk]
            message = messages.add(
                store, conversation, at, author=author, text=text, channel="web", for_iro=for_iro, flow=flow, kind=kind,
            )  # fmt: skip
            if author == "child":
                conversation.child_wrote_at = at
                because = [{"rule": rule, "quote": text, "category": category, "level": level}] if rule else []
                messages.add_screening(
                    store, message, conversation.key_id, at, level=level, score=0.5,
                    categories=[category] if category else [], because=because, readable=True, language="en",
                    rules_version="1",
                )  # fmt: skip
            if for_iro:
                conversation.waiting_since = conversation.waiting_since or at
            conversations.save(store, [conversation])
            return message

        return self.database.write_now(work)

    def concern(
        self, child_id: UUID | None, text: str, *, level: str = "urgent", category: str = "physical_abuse",
        at: datetime = NOW, talk: UUID | None = None, next_in: timedelta | None = timedelta(minutes=5),
        breached: bool = False, readable: bool = True,
    ) -> UUID:  # fmt: skip
        """A message that raised a concern; returns the concern."""
        talk = talk or self.talk_of(child_id)  # type: ignore[arg-type]
        message = self.says(None, text, at=at, level=level, talk=talk, rule="hit_now", category=category)

        def work(store: Store) -> UUID:
            conversation = conversations.load(store, talk)
            found = concerns.open_concern(
                store, at, conversation_id=talk, key_id=conversation.key_id, message_id=message, level=level,
                categories=[category], readable=readable,
            )  # fmt: skip
            store.flush()
            concerns.set_clock(
                store, found, step=1, next_step_at=at + next_in if next_in else None,
                breached_at=at if breached else None,
            )  # fmt: skip
            concerns.event(store, found, conversation.key_id, at, "notified", staff_id=self.officer)
            return found

        return self.database.write_now(work)

    def join(self, concern: UUID, message: UUID) -> None:
        """Put an existing message among those of a concern."""

        def work(store: Store) -> None:
            one = concerns.get(store, concern, UUID(int=0))
            concerns.event(store, concern, one.key_id, NOW, "joined", message_id=message)

        self.database.write_now(work)

    def asks(self, child_id: UUID, **values: Any) -> UUID:
        """A request of a child."""

        def work(store: Store) -> UUID:
            conversation = conversations.of_children(store, [child_id])[child_id]
            usual: dict[str, Any] = {
                "kind": "contact", "owner_role": "iro", "due_on": NOW.date() + timedelta(days=3), "how": "call",
                "when_words": "after school", "safe_here": "yes",
            }  # fmt: skip
            return requests.ask(
                store, values.pop("at", NOW), key_id=conversation.key_id, conversation_id=conversation.id,
                child_id=child_id, **usual | values,
            )  # fmt: skip

        return self.database.write_now(work)

    def answers(self, child_id: UUID, question: str, text: str, *, share: str = "iro", state: str = "said") -> None:
        def work(store: Store) -> None:
            conversation = conversations.of_children(store, [child_id])[child_id]
            topic = question.split(".", 1)[0]
            answers.give(
                store, conversation, NOW, topic=topic, question=question, text=text, channel="web", state=state
            )
            store.flush()
            if share == "review":
                answers.share(store, conversation.id, question, "review")

        self.database.write_now(work)

    def reaches(
        self, child_id: UUID, kind: str, value: str = "", *, iro: UUID | None = None, at: datetime = NOW
    ) -> None:
        def work(store: Store) -> None:
            conversation = conversations.of_children(store, [child_id])[child_id]
            milestones.reach(store, conversation, at, kind, channel="web", value=value, staff_id=iro or self.iro)

        self.database.write_now(work)

    def review(self, child_id: UUID, reference: str, **values: Any) -> None:
        self.database.write_now(lambda store: add_review(store, child_id, reference, **values))

    def change(self, child_id: UUID, **values: Any) -> None:
        """Change the child's conversation."""

        def work(store: Store) -> None:
            talk = conversations.of_children(store, [child_id])[child_id].id
            conversation = conversations.lock(store, [talk])[talk]
            for name, value in values.items():
                setattr(conversation, name, value)
            conversations.save(store, [conversation])

        self.database.write_now(work)

    def withhold(self, message: UUID, staff_id: UUID) -> None:
        self.database.write_now(lambda store: messages.withhold(store, [message], [staff_id], NOW))

    def exclude(self, concern: UUID, staff_id: UUID) -> None:
        self.database.write_now(lambda store: concerns.exclude(store, concern, staff_id, None, NOW))


@contextlib.asynccontextmanager
async def world(database: Database, clock: StandingClock, **values: Any) -> AsyncIterator[World]:
    """The portal over this database, with a hub and a mouth; `values` are of its desk."""
    people = add_people(database)
    mouth, hub = Mouth(clock), Hub()
    desk = make_desk(
        database, clock, tell=mouth.tell, say=mouth.say, wake=hub.wake, listen=hub.listen,
        tell_decisions=mouth.tell_decisions, **values,
    )  # fmt: skip
    async with running(desk, clock, people) as portal:
        yield World(portal, mouth, hub)
