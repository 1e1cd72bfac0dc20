"""The plainest ways to say it, in many spellings and of anybody; and the talk that sounds like it and is not."""

import pytest

from safeguarding.screening import Level
from tests.support.once import the_rules, the_screen_by_rules
from tests.support.played import the_screen

SCREEN = the_screen()
RULES = the_screen_by_rules()
WHO = [
    "my dad", "mum", "my stepdad", "foster mum", "my carer", "my social worker", "graham my iro", "the judge",
    "my teacher", "mr evans", "staff", "night staff", "my nan", "my brother", "dave", "a man", "someone", "she",
    "my key worker", "one of the staff", "jenny", "the taxi driver", "my pa",
]  # fmt: skip
DID = [
    "hit me", "hits me", "slapped me", "punched me", "kicked me in the leg", "pushed me into the wall",
    "smacked me", "hitted me", "slaped me", "punchd me", "HIT ME", "grabbed my arm so hard", "hurt me",
]  # fmt: skip


@pytest.mark.parametrize("did", DID)
@pytest.mark.parametrize("who", WHO)
def test_being_hurt_by_anybody_is_a_concern(who, did):
    assert SCREEN(f"{who} {did}").level >= Level.concern


@pytest.mark.parametrize("who", WHO)
def test_a_blow_told_as_done_is_for_the_same_day(who):
    assert SCREEN(f"{who} hit me").level is Level.concern


URGENT = [
    "someone is hurting me", "hes hitting me now", "dad is hitting mum", "mums hitting the baby", "help me",
    "i want to die", "i wanna die", "dont want to be here any more", "i dont want to be here anymore",
    "dont want to wake up", "i dont wanna wake up ever again", "im going to kill myself", "k m s tonight",
    "i took loads of tablets", "i ran away", "ive run away", "im not going back tonight", "i am not going back there",
    "nobody is here with us", "they left us on our own", "we are on our own and its dark", "there is no grown up here",
    "he keeps touching me", "he touches me", "im in danger and he is outside my door", "we are in danger",
    "i cant breathe", "can someone please help me now", "hes going to kill me", "im not safe at home",
    "when her husband gets home hes gonna batter me", "shes put me out. its dark and i dont know where to go",
    "carers been drinking. she wants me in the car", "someone is blackmailing me",
]  # fmt: skip


@pytest.mark.parametrize("text", URGENT)
def test_danger_now_is_urgent(text):
    assert SCREEN(text).level is Level.urgent


CONCERN = [
    "graham my iro hit me at the meeting and i have a bruise",
    "Rob holds my arm too tight when I am slow and there are finger marks",
    "my uncle did something to me at the weekend. he touched me and said not to tell",
    "he touched me", "a man put his hand on my leg last week", "i got hit", "im scared to go home",
    "im scared of my carer", "i dont feel safe here", "there is no food", "theres no food in the house",
    "they dont feed me", "i cut myself", "i want to cut myself", "he makes me send pics", "make me send pics",
    "my carer shouts at me and calls me names", "staff restrained me and it hurt", "i was restrained",
    "i feel suicidal", "some days i want to die", "my friend gets hit at home", "she gave me a black eye",
    "bruises where she grips me, i told school it was netball", "im being bullied", "i cant cope any more",
    "they make me get married", "can someone help me", "he says he will kill us",
]  # fmt: skip


@pytest.mark.parametrize("text", CONCERN)
def test_harm_with_no_sign_of_now_is_a_concern(text):
    """By the rules. The model may find more in it, and the higher level counts."""
    assert RULES(text).level is Level.concern
    assert SCREEN(text).level >= Level.concern


QUIET = [
    "we picked the day for the party", "i wont be here tomorrow its inset day", "i wont be here friday, dentist",
    "this homework is killing me", "he beat me at fifa", "the ball hit me in the face", "hit me up when ur home",
    "it hit me that we leave on monday", "i miss my nan she died last year", "i ran away from a wasp",
    "im starving whats for tea", "i got kicked out the game", "nobody hits me here", "i feel safe here",
    "im scared of spiders", "we had no food left at the party", "my friend pushed me on the swing",
    "i dont want to wake up early", "i wont be around next week im on holiday", "going home tomorrow cant wait",
    "threw me in the air in the pool lol", "i was so embarrassed i wanted to die lol", "goodbye see you tomorrow",
    "suicide squad is on tonight", "im dead after football training", "she kisses me on the cheek yuk",
    "i hit my head on the goal post in football", "can they move me nearer my school", "my hair is suicidal",
    "picked the date for my birthday", "they left without me for the cinema", "mum will kill me im so late",
]  # fmt: skip


@pytest.mark.parametrize("text", QUIET)
def test_ordinary_talk_stays_quiet(text):
    assert SCREEN(text).level <= Level.look


def test_a_child_who_was_touched_is_not_called_a_danger_to_others():
    found = SCREEN("my uncle did something to me at the weekend. he touched me and said not to tell")
    assert "harm_to_others" not in found.categories
    assert "sexual_abuse" in found.categories


def test_what_is_told_as_past_is_urgent_again_when_it_may_go_on():
    past = "he put his hand in my pants at the weekend"
    assert RULES(past).level is Level.concern
    assert SCREEN(past + " and hes here again tonight").level is Level.urgent


def test_every_pattern_of_every_rule_can_be_made_ready():

    for rule in the_rules().rules:
        for pattern in (*rule.says, *rule.also):
            pattern.search(" a ")
