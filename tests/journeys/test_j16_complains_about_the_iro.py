"""J16: Nate, 17. Graham has cancelled twice. It goes to Marguerite with a day, and Graham sees none of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from storage import caseload, complaints, requests
from storage.complaints import Complaint
from tests.support.played import concerns_of, conversation_of, messages_of, staff_id, texts

NATE, GRAHAM, MARGUERITE, TOBIAS = "EXC-0045", "EXS-002", "EXS-007", "EXS-008"
WORDS = (
    "I want to complain about my IRO. He's cancelled twice and no one told me the second time, "
    "I sat there like a lemon."
)


@pytest.fixture
def nate(child):
    return child(NATE)


def complaint(database) -> Complaint:
    where = conversation_of(database, NATE).id
    found = database.read_now(lambda store: complaints.of_conversation(store, where))
    assert len(found) == 1
    return found[0]


def words(database) -> list[str]:
    one = complaint(database)
    return [part.text for part in database.read_now(lambda store: complaints.words_of(store, [one.id]))[one.id]]


def makes_it(nate) -> None:
    nate.say(WORDS)
    nate.say("just sort it but write it down properly")
    nate.say("add that i want the date in writing")
    nate.say("no thats it")


def later(nate, days: int) -> str:
    """What is said in the afternoon so many days on: it is then that a child is told that a day has passed."""
    nate.clock.now = (nate.clock.now + timedelta(days=days)).replace(hour=15, minute=30)
    return texts(nate.wait(timedelta(hours=2)))


def test_it_goes_to_marguerite_by_a_day_in_his_words_and_an_advocate_is_offered(nate, exampleshire) -> None:
    said = texts(nate.say(WORDS))
    assert "Graham can't see" in said
    assert "Marguerite" in said
    assert "right to complain" in said
    for never in ("talk to Graham", "leaving", "sorry to hear", "busy"):
        assert never not in said
    assert WORDS in texts(nate.say("just sort it but write it down properly")), "read back as it was written"
    nate.say("add that i want the date in writing")
    said = texts(nate.say("no thats it"))
    assert "Marguerite should answer you by Thursday 26 November" in said
    assert "goes up a step" in said
    assert "advocate" in said
    assert "formal" in texts(nate.say("no thanks"))
    assert words(exampleshire) == [WORDS, "add that i want the date in writing"]
    one = complaint(exampleshire)
    assert (one.handling, one.stage, one.owner_role, str(one.due_on)) == (
        "sort_out", "informal", "iro_manager", "2026-11-26",
    )  # fmt: skip
    offered = [(r["value"], r["detail"]) for r in nate.state()["records"] if r["kind"] == "advocate_offered"]
    assert offered == [("no", "complaint")]


def test_graham_sees_none_of_it_nor_whoever_comes_after_him(nate, exampleshire) -> None:
    nate.say("hello")
    makes_it(nate)
    nate.tap("Yes")
    where = conversation_of(exampleshire, NATE).id
    for iro in (GRAHAM, "EXS-006"):
        reader = staff_id(exampleshire, iro)
        seen = exampleshire.read_now(lambda store, reader=reader: caseload.heard_by(store, where, reader))
        whole = "\n".join(m.text for m in seen).lower()
        assert "hello" in whole
        for secret in ("complain", "lemon", "marguerite", "just sort it", "in writing", "advocate"):
            assert secret not in whole
    manager = staff_id(exampleshire, MARGUERITE)
    told = exampleshire.read_now(lambda store: caseload.heard_by(store, where, manager))
    assert len(told) == len(messages_of(exampleshire, NATE))


def test_he_may_say_it_in_other_words_and_what_stood_before_goes_nowhere(nate, exampleshire) -> None:
    nate.say(WORDS)
    nate.tap("Just sort it out")
    nate.tap("Say it in other words")
    nate.say("graham cancelled twice without telling me")
    nate.tap("That's right")
    assert words(exampleshire) == ["graham cancelled twice without telling me"]


def test_it_can_be_made_formal_at_any_time_and_has_its_own_days(nate, exampleshire) -> None:
    makes_it(nate)
    nate.say("no")
    assert "Marguerite has it" in texts(nate.say("what is happening with my complaint"))
    assert "Friday 4 December" in texts(nate.tap("Make it formal")), "ten working days, and Saturday counts for none"
    one = complaint(exampleshire)
    assert (one.stage, one.formal_at is not None) == ("stage_1", True)


def test_a_day_that_passes_is_told_with_the_next_person_by_name_and_a_new_day(nate, exampleshire) -> None:
    makes_it(nate)
    nate.say("no")
    said = later(nate, 8)
    assert "Marguerite should have answered you by Thursday 26 November, and has not" in said
    assert "formal now, and Tobias must answer by Friday 11 December" in said
    one = complaint(exampleshire)
    assert (one.stage, one.breached_at is not None) == ("stage_1", True)
    assert "Tobias has it, and should answer you by Friday 11 December" in texts(nate.say("my complaint"))
    assert later(nate, 1).count("should have answered") == 0, "told once"
    said = later(nate, 14)
    assert "Tobias should have answered you by Friday 11 December, and has not" in said
    assert "Marguerite must answer it now. You can take it up a step" in said
    assert complaint(exampleshire).stage == "stage_1", "above this the child decides"


def acts(nate, act) -> str:
    """Marguerite does something with it; what Nate then hears."""
    one, manager = complaint(nate.service.database), staff_id(nate.service.database, MARGUERITE)
    nate.service.database.write_now(lambda store: act(store, one, manager, nate.clock.now))
    return texts(nate.wait(timedelta(minutes=1)))


def answers(nate) -> str:
    def write(store, one, manager, now) -> None:
        nate.service.speaker.say(store, one.conversation_id, manager, "manager", "I am sorry. Here is the date.", now)
        complaints.answered(store, one, manager, "I am sorry. Here is the date.", now)
        nate.service.speaker.tell(store, one.conversation_id, "complaint_answered", {}, now)

    return acts(nate, write)


def closes(nate, text: str) -> str:
    def write(store, one, manager, now) -> None:
        complaints.close(store, one, manager, now, result="partly", outcome="for the register", text=text)
        nate.service.speaker.say(store, one.conversation_id, manager, "manager", text, now)
        nate.service.speaker.tell(store, one.conversation_id, "complaint_closed", {"complaint_state": "now"}, now)

    return acts(nate, write)


def test_the_answer_is_followed_by_a_question_and_no_may_go_up(nate, exampleshire) -> None:
    makes_it(nate)
    nate.say("no")
    assert "Does that sort it out" in answers(nate)
    said = texts(nate.tap("No"))
    assert "doesn't have to end here" in said
    assert "“I am sorry. Here is the date.”" in said
    nate.tap("Make it formal")
    one = complaint(exampleshire)
    assert (one.stage, one.state) == ("stage_1", "open")


def test_every_end_says_what_comes_next_and_the_last_is_the_ombudsman(nate, exampleshire) -> None:
    makes_it(nate)
    nate.say("no")
    said = closes(nate, "You get all dates in writing.")
    assert "what was decided" in said
    assert "You can make it formal" in said
    said = texts(nate.tap("Make it formal"))
    assert "formal complaint now. Marguerite should answer you by" in said
    assert complaint(exampleshire).state == "open", "what was closed is open again"
    closes(nate, "It stays as it is.")
    assert "Someone who has had no part in it" in texts(nate.tap("Take it up a step"))
    closes(nate, "The person who looked into it agrees with me.")
    said = texts(nate.say("my complaint"))
    assert "Marguerite wrote: “The person who looked into it agrees with me.”" in said
    assert "Three people from outside" in texts(nate.tap("Take it up a step"))
    said = closes(nate, "The panel has decided.")
    assert "You can go to the Ombudsman" in said
    said = texts(nate.tap("The Ombudsman"))
    for must in ("Local Government and Social Care Ombudsman", "free", "own words", "0300 061 0614", "www.lgo.org.uk"):
        assert must in said
    one = complaint(exampleshire)
    steps = exampleshire.read_now(lambda store: complaints.steps_of(store, [one.id]))[one.id]
    assert [step.kind for step in steps if step.kind in ("closed", "reopened", "climbed", "told_ombudsman")] == [
        *["closed", "reopened", "climbed"] * 3, "closed", "told_ombudsman",
    ]  # fmt: skip
    assert [step.note for step in steps if step.kind == "reopened"] == ["for the register"] * 3, "nothing is lost"


def test_my_complaint_stands_in_the_menu(nate) -> None:
    makes_it(nate)
    nate.say("no")
    nate.say("menu")
    nate.tap("More")
    assert "Marguerite has it, and should answer you by Thursday 26 November" in texts(nate.tap("My complaint"))


def test_harm_in_it_goes_to_the_duty_officer_and_never_to_whom_it_is_about(nate, exampleshire) -> None:
    nate.say("i want to complain")
    nate.tap("My IRO")
    said = texts(nate.say("he shouted at me and grabbed my bag"))
    assert "Rafiq" in said
    (concern,) = concerns_of(exampleshire, NATE)
    assert "allegation_staff_or_carer" in concern.categories or "physical_abuse" in concern.categories
    assert nate.state()["concerns"][0]["excluded"] == [GRAHAM]


def test_a_complaint_about_marguerite_goes_to_another_manager(nate, exampleshire) -> None:
    said = texts(nate.say("i want to complain about marguerite, she never rings me back and it has been weeks now"))
    nate.tap("Just sort it out")
    assert "Tobias should answer you" in texts(nate.tap("That's right"))
    one = complaint(exampleshire)
    about = exampleshire.read_now(lambda store: complaints.about_whom(store, [one.id]))[one.id]
    assert staff_id(exampleshire, MARGUERITE) in about
    hidden = exampleshire.read_now(lambda store: caseload.withheld_from(store, staff_id(exampleshire, MARGUERITE)))
    asked = exampleshire.read_now(lambda store: requests.get(store, one.request_id))
    assert asked.message_id in hidden
    assert said


def test_he_asks_for_a_different_iro_without_a_reason(nate, exampleshire) -> None:
    said = texts(nate.say("i want a different iro"))
    assert "don't have to say why" in said
    assert "Graham can't see" in said
    nate.tap("Just ask, no reason")
    said = texts(nate.say("someone who turns up"))
    assert "yes or no by Friday 27 November" in said
    assert "may not happen" in said
    one = complaint(exampleshire)
    assert (one.kind, words(exampleshire)) == ("change_iro", ["someone who turns up"])
    assert one.opened_at > datetime(2026, 1, 1, tzinfo=UTC)


def test_he_asks_for_a_different_social_worker_through_his_iro(nate, exampleshire) -> None:
    assert "Graham will read" in texts(nate.say("i want a different social worker"))
    nate.say("she never comes")
    assert "can't promise" in texts(nate.say("no"))
    (request,) = nate.state()["requests"]
    assert (request["kind"], request["for"], request["words"]) == ("change_worker", "iro", "she never comes")
    graham = staff_id(exampleshire, GRAHAM)
    where = conversation_of(exampleshire, NATE).id
    seen = exampleshire.read_now(lambda store: caseload.heard_by(store, where, graham))
    assert "she never comes" in [m.text for m in seen]
