"""Somebody whom nobody knows says something worrying: a person reaches them in the chat, and nothing is guessed."""

from __future__ import annotations

from storage import concerns, conversations, milestones, staff
from storage.store import Store
from tests.support.played import staff_id, texts

HURT = "my stepdad hit me and pushed me against the wall"


def open_concern(visitor):
    rafiq = staff_id(visitor.service.database, "EXS-012")
    return visitor.service.database.read_now(lambda store: concerns.queue(store, rafiq))[0]


def said_of_themselves(visitor) -> dict[str, str | None]:
    where = open_concern(visitor).conversation_id
    found = visitor.service.database.read_now(lambda store: milestones.of_conversations(store, [where]))
    return {one.value: one.detail for one in found.get(where, ()) if one.kind == "find_me"}


def rafiq_does(visitor, act) -> None:
    speaker, now = visitor.service.speaker, visitor.clock.now

    def work(store: Store) -> None:
        rafiq = staff.by_reference(store, "EXS-012")
        assert rafiq is not None
        act(store, speaker, rafiq, concerns.queue(store, rafiq.id)[0], now)

    visitor.service.database.write_now(work)


def take_and_write(store, speaker, rafiq, concern, now) -> None:
    concerns.take(store, concern.id, rafiq.id, now)
    speaker.tell(store, concern.conversation_id, "officer_took_it", {"who": "Rafiq", "job": "duty officer"}, now)
    speaker.say(store, concern.conversation_id, rafiq.id, "duty", "I am Rafiq. I am here now.", now)


def test_they_are_asked_once_what_helps_and_the_officer_has_it_word_for_word(child) -> None:
    kit = child()
    kit.arrive()
    assert "I don't know who or where you are" in texts(kit.say(HURT))
    assert "name" in texts(kit.tap("No"))
    assert "town" in texts(kit.say("Kit"))
    kit.say("oakford, by the bus station")
    assert "won't ask that again" in texts(kit.tap("I'll stay here"))
    assert said_of_themselves(kit) == {
        "asked": None, "name": "Kit", "where": "oakford, by the bus station", "reach": "I'll stay here",
    }  # fmt: skip
    again = texts(kit.say("he hit me again and pushed me against the wall"))
    assert "What name" not in again
    assert "town" not in again


def test_they_may_say_nothing_and_that_is_on_the_page_too(child) -> None:
    kit = child()
    kit.arrive()
    kit.say(HURT)
    kit.tap("Not sure")
    kit.tap("I don't want to say")
    assert "That's fine" in texts(kit.tap("I don't want to say"))
    assert said_of_themselves(kit) == {"asked": None, "name": None, "where": None}


def test_the_officer_writes_to_them_and_they_see_it_and_the_computer_is_silent(child) -> None:
    kit = child()
    kit.arrive()
    kit.say(HURT)
    rafiq_does(kit, take_and_write)
    seen = kit.say("ok")
    assert [m.text for m in seen if m.author == "duty"] == ["I am Rafiq. I am here now."]
    assert "Rafiq" in texts(seen)
    assert [m for m in kit.say("im in the bathroom") if m.author == "bot"] == []
    events = kit.service.database.read_now(lambda store: concerns.events(store, open_concern(kit).id))
    assert [e.kind for e in events].count("joined") == 2


def test_nothing_is_guessed_even_when_a_child_here_has_that_name_and_words(child) -> None:
    kit = child()
    kit.arrive()
    kit.say("im fin, finley ashgrove, my iro is beth. " + HURT)
    concern = open_concern(kit)
    assert concern.child_id is None
    talk = kit.service.database.read_now(lambda store: conversations.load(store, concern.conversation_id))
    assert (talk.child_id, talk.called) == (None, None)
