"""What went before changes what a message means."""

from safeguarding.screening import Earlier, Level
from tests.support.played import the_screen

SCREEN = the_screen()
HOW_SAFE = Earlier("bot", "How safe do you feel where you live, from 0 to 10?", 0.5)
SAFE_NOW = Earlier("bot", "Are you safe right now?", 0.5)


def rules(found):
    return {reason.rule for reason in found.because}


def test_a_low_number_after_how_safe_is_a_concern():
    assert SCREEN("3", [HOW_SAFE]).level is Level.concern
    assert SCREEN("9", [HOW_SAFE]).level is Level.none
    assert SCREEN("3").level is Level.none


def test_no_to_are_you_safe_is_urgent_and_not_sure_a_concern():
    assert SCREEN("no", [SAFE_NOW]).level is Level.urgent
    assert SCREEN("not sure", [SAFE_NOW]).level is Level.concern
    assert SCREEN("yes", [SAFE_NOW]).level is Level.none


def test_a_sentence_sent_in_two_pieces_is_judged_whole():
    found = SCREEN("kill myself tonight", [Earlier("child", "i am going to", 0.2)])
    assert found.level is Level.urgent
    split = SCREEN("my pants", [Earlier("child", "he put his hand in", 0.2)])
    assert split.level is Level.urgent


def test_pieces_days_apart_are_not_joined():
    found = SCREEN("hits me in monopoly money", [Earlier("child", "my dad", 3000)])
    assert "joined" not in rules(found)


def test_taking_back_something_worrying_carries_its_kind():
    found = SCREEN("nvm i was joking", [Earlier("child", "my dad hits me", 600)])
    assert found.level is Level.concern
    assert {"retraction", "physical_abuse"} <= set(found.categories)


def test_nvm_after_something_ordinary_is_no_alarm():
    assert SCREEN("nvm", [Earlier("child", "what time is my review", 2)]).level < Level.concern


def test_two_different_weak_hints_add_up():
    first, second = "he creeps me out", "no one listens to me"
    assert SCREEN(first).level is Level.look
    assert SCREEN(second).level is Level.look
    found = SCREEN(second, [Earlier("child", first, 60)])
    assert found.level is Level.concern
    assert "adds_up" in rules(found)
