"""Wishes and feelings by topic."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from reviews import wishes
from storage import answers, conversations, messages
from storage.conversations import Conversation
from storage.database import Database
from storage.store import Store
from tests.support.people import add_child, add_review, add_staff
from tests.support.prepared import NOW


def talk_of(store: Store, child_id: UUID) -> Conversation:
    store.flush()
    return conversations.ensure_for_child(store, child_id, "middle", "en", NOW)


def say(store: Store, talk: Conversation, question: str, text: str, **more: object) -> None:
    given: dict[str, object] = {"topic": question.partition(".")[0], "channel": "web", **more}
    hours = given.pop("hours", 0)
    assert isinstance(hours, int)
    store.flush()
    answers.give(store, talk, NOW + timedelta(hours=hours), question=question, text=text, **given)  # type: ignore[arg-type]


def test_the_childs_own_words_by_topic_newest_version_only(database: Database) -> None:
    def work(store: Store) -> wishes.Wishes:
        child_id = add_child(store)
        talk = talk_of(store, child_id)
        message = messages.add(store, talk, NOW, author="child", channel="web", kind="text", text="its ok i gess 🙂")
        say(store, talk, "home.how", "loud", message_id=None)
        say(store, talk, "home.how", "its ok i gess 🙂", message_id=message, hours=1)
        say(store, talk, "home.more", "", state="skipped")
        say(store, talk, "school.how", "boring")
        store.flush()
        answers.share(store, talk.id, "home.how", "review")
        answers.take_out(store, talk.id, "school.how")
        found = wishes.of_child(store, child_id)
        (said,) = found.for_review[0].review
        assert (said.text, said.message_id, said.at) == ("its ok i gess 🙂", message, NOW + timedelta(hours=1))
        return found

    found = database.write_now(work)
    home = next(topic for topic in found.topics if topic.code == "home")
    assert [answer.question for answer in home.skipped] == ["home.more"]
    assert found.for_iro == []
    assert [topic.code for topic in found.not_asked] == [t for t in wishes.TOPICS if t != "home"]
    assert (found.unapproved, found.empty) == (1, False)


def test_what_was_said_before_the_last_review_has_had_its_review(database: Database) -> None:
    def work(store: Store) -> list[str]:
        child_id = add_child(store)
        held = date(2026, 11, 20)
        add_review(store, child_id, held_on=held, status="held")
        talk = talk_of(store, child_id)
        say(store, talk, "home.how", "the day before", hours=-48)
        say(store, talk, "good.well", "the same day", hours=-24)
        say(store, talk, "plan.know", "since")
        store.flush()
        return [answer.text for topic in wishes.of_child(store, child_id).topics for answer in topic.said]

    assert database.write_now(work) == ["since"]


def test_what_is_withheld_from_an_iro_is_not_among_the_wishes_they_read(database: Database) -> None:
    def work(store: Store) -> None:
        child_id, iro, other = add_child(store), add_staff(store, "EXS-001"), add_staff(store, "EXS-002")
        talk = talk_of(store, child_id)
        message = messages.add(store, talk, NOW, author="child", channel="web", kind="text", text="about my IRO")
        say(store, talk, "worries.what", "about my IRO", message_id=message)
        store.flush()
        messages.withhold(store, [message], [iro], NOW)
        assert wishes.of_child(store, child_id, reader=iro).empty
        assert not wishes.of_child(store, child_id, reader=other).empty
        assert not wishes.of_child(store, child_id).empty

    database.write_now(work)


def test_a_child_who_never_wrote(database: Database) -> None:
    child_id = database.write_now(add_child)
    found = database.read_now(lambda store: wishes.of_child(store, child_id))
    assert found.empty
    assert len(found.not_asked) == len(wishes.TOPICS)


def test_a_topic_nobody_thought_of_comes_last_and_is_not_lost() -> None:
    answer = answers.Answer(
        UUID(int=1), UUID(int=2), UUID(int=3), "pets", "pets.any", "a dog", None, "approved", "iro", None, "web",
        datetime(2026, 11, 21, tzinfo=UTC),
    )  # fmt: skip
    found = wishes.by_topic([answer])
    assert found.topics[-1].code == "pets"
    assert [one.text for one in found.topics[-1].said] == ["a dog"]
