"""J14: a child of 11 who does not type: emojis and voice notes."""

from __future__ import annotations

import pytest

from tests.support.played import texts

CHILD = "EXC-0006"
WON, ROW = "😀⚽️🥇", "👴😴🍺🤐"


def asked_about_home(child):
    mase = child(CHILD)
    mase.say("hi")
    mase.tap("No")
    return mase


def answers(played) -> dict[str, str]:
    return {r["question"]: r["text"] for r in played.state()["records"] if r["kind"] == "answer"}


def labels(said) -> list[str]:
    return [choice["label"] for choice in said[-1].choices]


def test_what_it_understood_is_read_back_and_kept_as_it_was_sent(child) -> None:
    mase = asked_about_home(child)
    said = mase.say(WON)
    assert "happy, football, you won" in texts(said)
    assert labels(said)[:3] == ["Yes", "Nearly", "No"]
    mase.tap("Yes")
    assert answers(mase)["home_how"] == WON
    assert mase.state()["concerns"] == []


@pytest.mark.parametrize("nearly", ["Nearly", "No"])
def test_he_puts_it_right_and_both_are_kept(child, nearly) -> None:
    mase = asked_about_home(child)
    mase.say(WON)
    said = mase.tap(nearly)
    assert "Leave it" in labels(said)
    mase.say("we nearly won")
    assert answers(mase)["home_how"] == f"{WON} we nearly won"


def test_he_may_leave_it_and_nothing_is_asked_again(child) -> None:
    mase = asked_about_home(child)
    mase.say(WON)
    mase.tap("No")
    said = texts(mase.tap("Leave it"))
    assert "best bit" in said
    assert answers(mase)["home_how"] == WON


def test_pictures_it_does_not_know_are_not_guessed_at(child) -> None:
    said = asked_about_home(child).say("🧿🪬")
    assert "don't want to guess" in texts(said)


def test_a_row_that_may_mean_harm_goes_to_a_person_and_is_not_explained_to_him(child) -> None:
    mase = asked_about_home(child)
    mase.say(WON)
    mase.tap("Yes")
    said = texts(mase.say(ROW))
    assert "I think you mean" not in said
    assert said.rstrip().endswith("Are you safe right now?")
    concern = mase.state()["concerns"][0]
    assert (concern["level"], concern["words"]) == ("concern", ROW)


def test_a_voice_note_answers_the_question_and_a_person_listens(child) -> None:
    mase = asked_about_home(child)
    said = mase.send("voice")
    assert "I kept your voice note." in texts(said)
    assert "will today" in texts(said)
    assert "best bit" in texts(said), "the conversation goes on"
    assert answers(mase)["home_how"] == "", "nothing is written down for him"
    concern = mase.state()["concerns"][0]
    assert (concern["level"], concern["readable"], concern["categories"]) == ("concern", False, ["to_be_heard"])


def test_it_is_read_back_as_his_voice_note(child) -> None:
    mase = asked_about_home(child)
    mase.send("voice")
    said = texts(mase.say("what did I say"))
    assert "“your voice note”" in said


def test_a_voice_note_where_nothing_was_asked_is_no_answer_and_he_need_not_say_it_again(child) -> None:
    mase = child(CHILD)
    mase.say("hi")
    mase.say("menu")
    said = texts(mase.send("voice"))
    assert "Rafiq (the duty worker) will listen today" in said
    assert "say it again" in said
    assert "type" not in said
    assert said.rstrip().endswith("Are you safe right now?")
    mase.say("👍")
    assert mase.state()["concerns"][0]["safe_now"] == "yes"
    assert answers(mase) == {}


def test_a_voice_note_that_did_not_come_through_goes_to_a_person_and_says_so(child) -> None:
    mase = asked_about_home(child)
    said = texts(mase.send("voice", b""))
    assert "did not come through" in said
    assert "A person will ask you about it today" in said
    assert answers(mase) == {}
    assert mase.state()["concerns"][0]["categories"] == ["unreadable"]


def test_words_after_a_voice_note_that_nobody_heard_are_a_worry_of_their_own(child) -> None:
    mase = asked_about_home(child)
    mase.send("voice")
    said = texts(mase.say(ROW))
    assert "Thank you for telling me" in said
    concerns = mase.state()["concerns"]
    assert len(concerns) == 1
    assert "to_be_heard" in concerns[0]["categories"]
    assert len(concerns[0]["categories"]) > 1
    assert concerns[0]["told"].count("notified") >= 2, "whoever was told of the voice note is told of this"


def test_quiet_words_after_a_voice_note_do_not_join_it(child) -> None:
    mase = asked_about_home(child)
    mase.send("voice")
    mase.say("my dog is called Biscuit")
    assert "joined" not in mase.state()["concerns"][0]["told"]


def test_after_the_row_a_whispered_note_goes_to_the_same_person_and_is_not_asked_about(child) -> None:
    mase = asked_about_home(child)
    mase.say(ROW)
    said = texts(mase.send("voice"))
    assert "will listen today" in said
    assert "say it again" in said
    mase.say("👍")
    assert mase.state()["concerns"][0]["safe_now"] == "yes"


def test_a_picture_is_declined_kindly_and_a_person_knows(child) -> None:
    mase = asked_about_home(child)
    said = texts(mase.send("picture", b""))
    assert "can't take pictures" in said
    assert "How is it where you live?" in said, "the question stands"
    assert mase.state()["concerns"][0]["categories"] == ["unreadable"]


def test_the_row_and_both_voice_notes_are_one_concern(child) -> None:
    mase = asked_about_home(child)
    mase.send("voice")
    mase.say(ROW)
    mase.send("voice")
    concerns = mase.state()["concerns"]
    assert len(concerns) == 1
    assert concerns[0]["told"].count("joined") == 2


def test_only_hearts_and_unicorns_stay_friendly(child) -> None:
    mase = child(CHILD)
    mase.say("hi")
    for row in ("❤️🦄❤️", "🦄", "❤️", "🦄🦄", "❤️❤️"):
        said = mase.say(row)
        assert labels(said), "there is something to tap"
        assert "in your words" not in texts(said), "hearts are no letter to an IRO"
    assert mase.state()["concerns"] == []
