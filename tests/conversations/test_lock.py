"""A child who asks for a lock is led to it on the page, and elsewhere is told what is possible there."""

import pytest

OFFER = ["Show me", "Not now"]


@pytest.mark.parametrize("asks", ["how do i lock this", "hide this", "how do i stop my carer reading this"])
def test_on_the_page_the_child_is_shown_the_lock(child, asks):
    talking = child()
    talking.arrives()
    assert "You can lock this chat with a word or a pattern." in talking.says(asks)
    assert talking.buttons == OFFER
    assert "“This device”" in talking.says("yes please")


@pytest.mark.parametrize("asks", ["someone reads my phone", "my carer checks my phone", "can you delete this chat"])
def test_who_says_that_others_see_the_phone_is_led_there_as_well(child, asks):
    talking = child()
    talking.arrives()
    talking.says(asks)
    said = talking.says("yes")
    assert "You can lock this chat" in said
    assert talking.buttons == OFFER


def test_in_the_middle_of_a_question_it_is_answered_and_the_question_waits(child):
    talking = child("older")
    talking.says("wishes")
    talking.says("worries")
    assert "You can lock this chat" in talking.says("can i put a password on this")
    assert talking.kept("answer") == []


def test_it_stands_in_the_settings(child):
    talking = child()
    talking.says("my settings")
    assert "Lock this chat" in talking.buttons
    assert "You can lock this chat" in talking.taps("lock_chat")


def test_a_visitor_is_told_when_and_how_to_leave(visitor):
    talking = visitor()
    talking.arrives()
    assert "“Quick exit”" in talking.says("can i lock this chat")


def test_on_telegram_its_own_lock_is_named(child):
    said = child("older", channel="telegram").says("how do i lock this")
    assert "Passcode" in said
    assert "previews" in said


def test_the_private_view_closes_by_itself_and_telegram_locks(child):
    said = child("older", private_view=True).says("can i set a pin for this")
    assert "after an hour" in said
    assert "Passcode" in said
    assert "This device" not in said, "there is no such page there"


def test_texts_cannot_be_locked_but_can_be_plain(child):
    talking = child(channel="sms")
    said = talking.says("how do i lock this")
    assert "can't lock your texts" in said
    assert "READ" in talking.says("yes")
    assert talking.kept("shared_device") == [{"value": "someone_might"}]


def test_who_has_plain_texts_is_not_asked_again(child):
    talking = child(channel="sms", shared_device="someone_might")
    assert "only say" not in talking.says("how do i lock this")
