"""Promise 5: the child's words stay the child's words: verbatim, with their time; edits are new versions."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.inbound import Inbound
from storage import answers
from storage.database import Database
from tests.support.played import conversation_of, messages_of, played_on

LINKED = "EXC-0034"
AWKWARD = [
    "  two spaces before\nand a line break\t",
    "👴😴🍺🤐",
    "السلام عليكم i want ESOL level 2",
    "<b>not html</b> {not fluent} %s $name",
    "zero\u200bwidth and \u202eright to left",
    "x" * 5000,
]


def test_words_are_kept_exactly_as_they_came(exampleshire: Database) -> None:
    played = played_on(exampleshire, LINKED)
    for words in AWKWARD:
        played.say(words)
    assert [m.text for m in messages_of(exampleshire, LINKED) if m.author == "child"] == AWKWARD


@settings(max_examples=60, deadline=None)
@given(words=st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), min_size=1, max_size=300))
def test_any_words_come_back_as_they_were_sent(words: str) -> None:
    inbound = Inbound("web", "a:1", "somebody", text=words)
    assert Inbound.parse(inbound.dump()).text == words


def test_each_answer_points_to_the_message_it_was_said_in(exampleshire: Database) -> None:
    played = played_on(exampleshire, LINKED)
    played.tap("wishes")
    played.tap("Where I live")
    played.say("its ok but my room is freezing")
    where = conversation_of(exampleshire, LINKED).id
    given_answers = exampleshire.read_now(lambda store: answers.current(store, where)).values()
    said = {m.id: m.text for m in messages_of(exampleshire, LINKED)}
    assert [(a.text, said[a.message_id]) for a in given_answers] == [
        ("its ok but my room is freezing", "its ok but my room is freezing")
    ]


def test_a_changed_answer_is_a_new_version_and_the_first_stays(exampleshire: Database) -> None:
    played = played_on(exampleshire, LINKED)
    conversation = conversation_of(exampleshire, LINKED)
    for words in ("3", "9"):
        exampleshire.write_now(
            lambda store, w=words: answers.give(
                store, conversation, played.clock.now, topic="home", question="home_how", text=w, channel="web"
            )
        )
    versions = exampleshire.read_now(lambda store: answers.of_conversations(store, [conversation.id]))[conversation.id]
    assert [(a.text, a.state) for a in versions] == [("3", "replaced"), ("9", "said")]


def test_an_edit_is_a_new_message_beside_the_old_one(exampleshire: Database) -> None:
    played = played_on(exampleshire, LINKED)
    played.say("i hate my school")
    first = next(m for m in messages_of(exampleshire, LINKED) if m.author == "child")
    played._send(kind="edited", text="i dont like my school", replaces=f"{played.address}:{played.number}")
    child = [m for m in messages_of(exampleshire, LINKED) if m.author == "child"]
    assert [(m.text, m.replaces_id) for m in child] == [("i hate my school", None), ("i dont like my school", first.id)]


def test_an_edited_answer_is_a_new_version_of_that_answer_and_answers_nothing_else(exampleshire: Database) -> None:
    played = played_on(exampleshire, LINKED)
    played.tap("wishes")
    played.tap("Where I live")
    played.say("its rubbish")
    first, said = f"{played.address}:{played.number}", len(messages_of(exampleshire, LINKED))
    played._send(kind="edited", text="its not great", replaces=first)
    where = conversation_of(exampleshire, LINKED).id
    versions = exampleshire.read_now(lambda store: answers.of_conversations(store, [where]))[where]
    assert [(a.question, a.text, a.state) for a in versions] == [
        ("home_how", "its rubbish", "replaced"),
        ("home_how", "its not great", "said"),
    ]
    assert len(messages_of(exampleshire, LINKED)) <= said + 2
