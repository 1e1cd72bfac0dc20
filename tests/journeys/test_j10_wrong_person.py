"""J10: somebody else opens the link on Luca's card. They learn nothing; the card stops; the right people hear."""

from __future__ import annotations

from bot.played import Played
from storage import invites, requests
from storage.database import Database
from tests.support.played import texts

FATHER = "Hello, this is my son's card. I want to see what he has been telling you."
REAL = "His name is Luca, his birthday is 24 June 2013, the code is HERON-17. I have a right to know."
MADE_UP = "His name is Quentin, his birthday is 1 May 2013, the code is MARBLE-99. I have a right to know."
AGAIN = "so he has been talking to you then. what has he said about me"
LUCA = "EXC-0036"


def waiting(database: Database, role: str) -> list[requests.Request]:
    return database.read_now(lambda store: requests.open_for_role(store, role))


def card_state(database: Database) -> str:
    found = database.read_now(lambda store: invites.find(store, "HERON-17"))
    assert found is not None
    return found.state


def heard(visitor: Played, *said: str) -> list[tuple[str, tuple[str, ...], str, str]]:
    """Everything the bot says, its buttons, and where it was said from."""
    replies = [reply for words in said for reply in visitor.say(words) if reply.author == "bot"]
    return [(m.text, tuple(c["id"] for c in m.choices), m.flow, m.node) for m in replies]


def test_a_real_and_a_made_up_child_get_the_same_answers_to_the_letter(child) -> None:
    real, made_up = child(), child()
    made_up.sender = "another visitor"
    real.arrive(invite="HERON-17")
    made_up.arrive(invite="MARBLE-99")
    said = heard(real, FATHER, REAL, AGAIN)
    assert said == heard(made_up, FATHER, MADE_UP, AGAIN)
    for never in ("Luca", "used", "Graham", "son"):
        assert never not in "\n".join(text for text, *_ in said).replace("person", "")


def test_the_card_is_stopped_and_people_are_told_in_their_time(child, exampleshire) -> None:
    father = child()
    father.arrive(invite="HERON-17")
    father.say(FATHER)
    assert card_state(exampleshire) == "cancelled"
    office = [one for one in waiting(exampleshire, "business_support") if one.kind == "wrong_person"]
    iro = [one for one in waiting(exampleshire, "iro") if one.kind == "wrong_person"]
    duty = waiting(exampleshire, "duty_officer")
    assert [str(one.due_on) for one in (*office, *iro)] == ["2026-11-23", "2026-11-23"]
    assert all(one.child_id and not one.words for one in (*office, *iro)), "whose card, and no word of anybody"
    assert [(one.kind, str(one.due_on), one.words) for one in duty] == [("wrong_person_pushes", "2026-11-21", FATHER)]
    father.say(AGAIN)
    assert len(waiting(exampleshire, "duty_officer")) == 1, "told once"


def test_a_card_that_luca_has_used_already_lets_nobody_else_in(child, exampleshire) -> None:
    luca = child()
    luca.arrive(invite="HERON-17")
    luca.tap("Yes")
    luca.say("24 june")
    assert card_state(exampleshire) == "used"
    father = child()
    father.sender = "father"
    father.arrive(invite="HERON-17")
    father.say(FATHER)
    assert card_state(exampleshire) == "cancelled"
    father.tap("It is my own card")
    father.tap("Yes")
    father.say("24 june")
    assert not texts(father.say("hi")).startswith("Hi Luca")


def test_nothing_is_written_to_luca(child, exampleshire) -> None:
    luca = child(LUCA)
    luca.say("hi")
    father = child()
    father.sender = "father"
    father.arrive(invite="HERON-17")
    before = len(luca._new())
    father.say(FATHER)
    father.say(AGAIN)
    assert (before, luca._new()) == (0, [])


def test_a_plain_mistake_does_not_trouble_the_duty_officer(child, exampleshire) -> None:
    finder = child()
    finder.arrive(invite="HERON-17")
    finder.say("not my card")
    assert waiting(exampleshire, "duty_officer") == []
    assert card_state(exampleshire) == "cancelled"


def test_a_foster_brother_is_sent_kindly_to_his_own_worker(child, exampleshire) -> None:
    brother = child()
    brother.arrive(invite="HERON-17")
    said = texts(brother.say("im not luca im his brother can i have one"))
    assert "card of your own" in said
    assert "your own social worker" in said
    assert "Luca" not in said
    assert waiting(exampleshire, "duty_officer") == []


def test_a_carer_may_help_when_the_child_is_there_and_says_so(child, exampleshire) -> None:
    helper = child()
    helper.arrive(invite="HERON-17")
    assert "here with you" in texts(helper.say("im her carer, im helping her type"))
    assert "for the child" in texts(helper.tap("Yes, they are here"))
    helper.tap("Yes")
    assert card_state(exampleshire) == "open"
    assert ("helped", "carer") in [(one["kind"], one.get("value")) for one in helper.state()["records"]]


def test_a_carer_without_the_child_is_somebody_else(child, exampleshire) -> None:
    helper = child()
    helper.arrive(invite="HERON-17")
    helper.say("im her carer, im helping her type")
    helper.tap("No")
    assert card_state(exampleshire) == "cancelled"
