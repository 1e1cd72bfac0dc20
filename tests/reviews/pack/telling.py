"""A child who tells things, on record: each answer with the message it was given in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from reviews.pack.loading import gather
from reviews.pack.model import Page
from reviews.pack.wording import Wording, wording
from reviews.settings import ReviewSettings
from storage import answers, children, conversations, decisions, messages, milestones, reviews
from storage.children import Child
from storage.database import Database
from storage.store import Store
from tests.support.people import add_child, add_review, add_staff, allocate
from tests.support.prepared import NOW

ARABIC, TIGRINYA, EMOJI = "أريد أن أرى أخي أكثر", "ንሓወይ ክርእዮ ይደሊ", "i want a dog 🐶 pls 👨‍👩‍👧"
HELD = NOW - timedelta(days=160)
ROUND = NOW - timedelta(days=4)


@dataclass
class Telling:
    """One child with an IRO, a review that was held and one to come."""

    database: Database
    child_id: UUID = field(init=False)
    iro: UUID = field(init=False)

    def __post_init__(self) -> None:
        def work(store: Store) -> tuple[UUID, UUID]:
            child, iro = add_child(store), add_staff(store)
            allocate(store, child, iro)
            add_review(store, child, "EXR-0001", held_on=HELD.date(), status="held", planned_for=HELD.date())
            add_review(
                store, child, "EXR-0002", number=2, kind="second", planned_for=(NOW + timedelta(days=3)).date(),
                start_time="10:30",
            )  # fmt: skip
            conversations.ensure_for_child(store, child, "middle", "en", HELD)
            return child, iro

        self.child_id, self.iro = self.database.write_now(work)

    @property
    def child(self) -> Child:
        return self.database.read_now(lambda store: children.find(store, self.child_id))

    def says(self, text: str, *, at: datetime = ROUND, kind: str = "text", author: str = "child") -> UUID:
        def work(store: Store) -> UUID:
            talk = conversations.of_children(store, [self.child_id])[self.child_id]
            conversation = conversations.lock(store, [talk.id])[talk.id]
            message = messages.add(store, conversation, at, author=author, text=text, channel="web", kind=kind)
            conversations.save(store, [conversation])
            return message

        return self.database.write_now(work)

    def answers(
        self, question: str, text: str, *, at: datetime = ROUND, share: str = "iro", state: str = "said",
        choice: str | None = None, words: str | None = None, message: UUID | None = None,
    ) -> UUID:  # fmt: skip
        """An answer and its message; a `choice` was tapped. `words` is the whole message, where it held more."""
        message = message or self.says(words or text, at=at, kind="choice" if choice else "text")

        def work(store: Store) -> None:
            talk = conversations.of_children(store, [self.child_id])[self.child_id]
            answers.give(
                store, talk, at, topic=question.split("_", 1)[0], question=question, text=text, channel="web",
                choice=choice, message_id=message, state=state, share=share,
            )  # fmt: skip

        self.database.write_now(work)
        return message

    def promised(self, plain: str, *views: str, owner: str = "Sam, social worker") -> None:
        """A decision of the last review, told, and what the child says of it."""

        def work(store: Store) -> None:
            held = reviews.by_reference(store, "EXR-0001")
            assert held is not None
            made = decisions.make(
                store, held, self.iro, HELD, words=plain, plain=plain, owner=owner, due_on=ROUND.date()
            )
            store.flush()
            for view in views:
                label = {"yes": "Yes", "not_yet": "Not yet", "dont_know": "Don't know"}[view]
                decision = decisions.load(store, made)
                talk = conversations.of_children(store, [self.child_id])[self.child_id]
                conversation = conversations.lock(store, [talk.id])[talk.id]
                said = messages.add(
                    store, conversation, ROUND, author="child", text=label, channel="web", kind="choice"
                )
                conversations.save(store, [conversation])
                decisions.view(store, decision, view, ROUND, message_id=said, answer_by=None)

        self.database.write_now(work)

    def helped(self, text: str, kind: str = "grown_up_near") -> None:
        message = self.says(text)

        def work(store: Store) -> None:
            talk = conversations.of_children(store, [self.child_id])[self.child_id]
            milestones.reach(store, talk, ROUND, kind, channel="web", value="yes", message_id=message)

        self.database.write_now(work)

    def withhold(self, message: UUID) -> None:
        self.database.write_now(lambda store: messages.withhold(store, [message], [self.iro], NOW))

    def page(self, **more: object) -> Page:
        chosen = {"reader": self.iro, "settings": ReviewSettings(), **more}
        return self.database.read_now(
            lambda store: gather(store, children.find(store, self.child_id), NOW, **chosen)  # type: ignore[arg-type]
        )


def words_for(page: Page) -> Wording:
    return wording(page, "IRO", lambda question: question.replace("_", " "))


def fullest(telling: Telling) -> None:
    """More than fits: long answers to every topic, faces now and then, promises, three scripts and emoji."""
    long = "i dont like it when people say one thing and then do another and nobody tells me why it changed. " * 6
    for number, question in enumerate(("home_how", "school_how")):
        telling.answers(question, "Good", choice="face_good", at=HELD - timedelta(days=3), share="review")
        telling.answers(question, "Not good", choice="face_bad", share="review" if number else "iro", state="approved")
    for n, text in enumerate(("see jay every week", EMOJI, ARABIC)):
        telling.answers(f"most_{('one', 'two', 'three')[n]}", text, share="review")
    for topic in ("good", "worries", "home", "family", "siblings", "school", "health", "plan", "meeting"):
        for n in range(4):
            telling.answers(f"{topic}_{n}", f"{topic} {n} {long}", share="review" if n % 2 else "iro")
    telling.answers("family_tig", TIGRINYA)
    telling.answers("health_secret", "", state="skipped")
    for n in range(5):
        telling.promised(
            f"Sam will sort out the taxi number {n} so that you are not late",
            *(["not_yet", "yes", "dont_know"][n % 3 : n % 3 + n % 2]),
        )
    telling.helped("Yes")
