"""J01: Fin, 12, has a card with a QR code and a word on it."""

from __future__ import annotations

import pytest

from storage import requests
from tests.support.played import texts


def test_fin_says_hello_with_his_card(child) -> None:
    fin = child()
    hello = texts(fin.arrive()).lower()
    for must in ("computer", "read what you write", "have to tell", "999"):
        assert must in hello
    assert "fin" not in hello.replace("find", "")
    fin.say("hi i got ur card wot is this")
    assert "carer" in texts(fin.tap("Who sees this?"))
    fin.say("ok yes")
    neutral = texts(fin.say("otter42"))
    assert "birthday" in neutral
    assert "Fin" not in neutral
    assert "Fin" in str([m.choices for m in fin.say("4 april")])
    fin.tap("Fin")
    fin.tap("Someone might")
    assert "Beth" not in str([(m.text, m.choices) for m in fin.say("menu")])
    kinds = {(r["kind"], r.get("value")) for r in fin.state()["records"]}
    assert {("agreed", ""), ("shared_device", "someone_might")} <= kinds


@pytest.mark.parametrize("word", ["otter42", "OTTER-42", "Otter 42", "otter - 42"])
def test_the_word_in_any_case_with_or_without_the_dash(child, word: str) -> None:
    fin = child()
    fin.arrive()
    fin.tap("Yes")
    fin.say(word)
    assert "Fin" in str([m.choices for m in fin.say("4th of april")])


def test_by_the_link_the_word_need_not_be_typed_but_the_birthday_must(child) -> None:
    fin = child()
    assert "Fin" not in str(fin.arrive(invite="OTTER-42"))
    assert "birthday" in texts(fin.tap("Yes"))
    assert "Fin" in str([m.choices for m in fin.say("4/4")])


def test_three_wrong_tries_lock_the_card_say_nothing_and_tell_business_support(child) -> None:
    stranger = child()
    stranger.arrive()
    stranger.tap("Yes")
    for word, birthday in (("otter 42", "5 april"), ("otter 41", "4 april"), ("otter 42", "6 may")):
        stranger.say(word)
        said = texts(stranger.say(birthday))
        assert "Fin" not in said
        assert "Beth" not in said
    waiting = stranger.service.database.read_now(lambda store: requests.open_for_role(store, "business_support"))
    assert [r.kind for r in waiting] == ["card_locked"]
    stranger.say("otter 42")
    assert "Fin" not in str([m.choices for m in stranger.say("4 april")])


def test_a_used_card_shows_nothing_to_whoever_finds_it(child) -> None:
    fin = child()
    fin.arrive(invite="OTTER-42")
    fin.tap("Yes")
    fin.say("4 april")
    fin.say("my secret den")
    finder = child()
    finder.sender = "finder"
    finder.arrive(invite="OTTER-42")
    finder.tap("Yes")
    finder.say("4 april")
    from storage import conversations, messages

    def shown(store):
        there = conversations.address_of(store, "web", finder.address)
        return there.trust, [m.text for m in messages.shown_at(store, there)]

    trust, seen = finder.service.database.read_now(shown)
    assert trust == "add_only"
    assert "my secret den" not in seen
