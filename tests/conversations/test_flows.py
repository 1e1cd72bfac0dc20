"""What each conversation records, asks for and never does."""

from datetime import date

import pytest

from conversations.engine import step
from conversations.position import START, Frame, join, read, write
from conversations.turn import Arrived, Outcome, Said
from tests.conversations.talking import LINKED


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [("Priya", "recalled"), ("is it preya", "recalled"), ("Graham", "not_known"), ("dunno", "not_known")],
)
def test_knowing_my_iro_by_typing_a_name(child, typed, outcome):
    talking = child()
    talking.arrives()
    talking.taps("who_iro")
    assert "Priya" not in talking.heard[-1].text
    said = talking.says(typed)
    assert "Priya Larkhaven" in said
    assert talking.kept("knowing")[0]["outcome"] == outcome
    assert talking.kept("told") == [{"what": "iro"}]


@pytest.mark.parametrize(
    ("picked", "outcome"), [("Priya", "recognised"), ("Beth", "not_known"), ("not_sure", "not_known")]
)
def test_knowing_my_iro_by_picking_from_four(child, picked, outcome):
    talking = child()
    talking.arrives()
    talking.taps("who_iro")
    talking.taps("know_pick")
    assert talking.buttons[:4] == list(LINKED["iro_names"])
    talking.taps(picked)
    assert talking.kept("knowing")[0]["outcome"] == outcome


def test_a_guess_in_own_words_counts(child):
    talking = child()
    talking.says("is it priya?")
    assert talking.kept("knowing")[0]["outcome"] == "recalled"


def test_nobody_allocated_is_said_honestly(child):
    talking = child(iro="", iro_full="", iro_phone="", reader="")
    said = talking.says("who is my iro")
    assert said.startswith("You don't have an IRO with a name yet")
    assert "your IRO" in talking.says("can i talk to my iro") + talking.heard[-1].text


@pytest.mark.parametrize("band", ["younger", "middle", "older"])
def test_what_an_iro_is_counts_what_made_sense(child, band):
    talking = child(band)
    talking.says("whats an iro")
    for tap in ("what_try", "what_one_right", "what_two_wrong", "what_three_right"):
        talking.taps(tap)
    assert talking.kept("explained") == [{"what": "iro", "how": "chat", "band": band, "right": 2, "asked": 3}]


def test_what_an_iro_is_can_be_heard_without_questions(child):
    talking = child()
    talking.says("what is an iro")
    talking.taps("No questions, thanks")
    assert talking.kept("explained")[0] | {"band": ""} == {
        "what": "iro", "how": "chat", "band": "", "right": 0, "asked": 0
    }  # fmt: skip


def test_topics_in_any_order_each_shown_done_or_not(child):
    talking = child("older")
    talking.says("wishes")
    assert "What I most want" in talking.buttons
    talking.says("what i most want")
    talking.says("my own room")
    talking.says("to see Jay")
    talking.says("that's all")
    assert "What I most want (done)" in talking.buttons
    assert [a["question"] for a in talking.kept("answer")] == ["most_one", "most_two"]


def test_a_skip_is_fine_recorded_and_never_asked_again(child):
    talking = child("older")
    talking.says("wishes")
    talking.says("home")
    assert talking.says("skip").startswith("That's fine.")
    assert talking.kept("skipped") == [{"topic": "home", "question": "home_how"}]
    talking.says("menu")
    talking.position = START
    talking.says("wishes")
    assert talking.heard[-1].node == "best"


def test_an_opened_topic_may_be_answered_again(child):
    talking = child("older", asked=("good_well",))
    talking.says("wishes")
    talking.taps("topic_good")
    assert talking.heard[-1].node == "well"


def test_back_goes_to_the_question_before_and_keeps_both_answers(child):
    talking = child("older")
    for text in ("wishes", "home", "good"):
        talking.says(text)
    talking.says("back")
    assert talking.heard[-1].node == "how"
    talking.says("not good")
    assert [a["choice"] for a in talking.kept("answer")] == ["face_good", "face_bad"]


def test_several_taps_and_words_join_in_one_answer(child):
    talking = child("older")
    for text in ("wishes", "meeting", "yes", "mum", "my dog", "my teacher"):
        talking.says(text)
    assert talking.kept("answer")[-1]["text"] == "Mum, My teacher, my dog"


def test_what_ends_in_disputes_is_asked_before_the_end_is_offered_and_only_once(child):
    talking = child("older")
    for text in ("wishes", "siblings", "I want more", "we play football", "that's all for now"):
        talking.says(text)
    assert talking.heard[-1].text.startswith("How are things where you live")
    talking.says("ok")
    assert "getting to school" in talking.heard[-1].text
    talking.says("taxi is always late")
    assert "Getting to school: “taxi is always late”" in "\n".join(s.text for s in talking.heard)
    assert [a["question"] for a in talking.kept("answer")] == [
        "siblings_see", "siblings_wish", "home_how", "school_getting"
    ]  # fmt: skip


FIVE = ("Good", "My room", "Good", "My carer", "That's all", "Yes", "Yes, that's right", "Only Priya can see it")


def last_time(child, band="older", **facts):
    talking = child(band)
    talking.outcomes["last_time"] = [Outcome("last_time", "some", {
        "answers": ("home_how\thome\t\troom too small\tiro\t",), "last_on": date(2026, 6, 1),
        "last_decided": "You will get a bigger room.", "last_missing": False, **facts,
    })]  # fmt: skip
    return talking


def test_it_starts_from_last_time_and_nothing_has_changed_is_an_answer(child):
    talking = last_time(child)
    said = talking.says("wishes")
    assert "Where you live: “room too small”" in said
    assert "You will get a bigger room." in said
    talking.says("same")
    assert talking.kept("unchanged") == [{}]
    assert talking.kept("answer") == []
    talking.says("that's all")
    assert talking.place.startswith("home/")


def test_what_was_never_said_before_is_asked_even_when_nothing_has_changed(child):
    talking = last_time(child, last_missing=True)
    talking.says("wishes")
    talking.says("nothing has changed")
    assert talking.place == "wishes_must/home"


def test_a_young_child_hears_last_time_too_and_then_the_five_questions(child):
    talking = last_time(child, "younger")
    talking.says("wishes")
    assert "room too small" in talking.taps("no")
    assert "How is it where you live?" in talking.taps("things_changed")


def test_a_young_child_is_asked_five_main_questions_at_most(child):
    talking = child("younger")
    talking.says("wishes")
    talking.taps("no")
    for tap in FIVE:
        talking.taps(tap)
    assert "brothers and sisters" in talking.heard[-1].text
    talking.taps("I want more")
    asked = {a["question"] for a in talking.kept("answer")}
    assert asked == {"home_how", "home_best", "school_how", "meeting_who", "meeting_be", "siblings_see"}


def test_who_helped_is_asked_with_one_tap_when_somebody_is_near(child):
    talking = child("younger", asked=("siblings_see",))
    talking.says("wishes")
    talking.taps("yes")
    for tap in FIVE:
        talking.taps(tap)
    assert "Who helped you" in talking.heard[-1].text
    talking.taps("My teacher")
    assert talking.kept("helped") == [{"who": "teacher"}]


def test_it_can_be_said_at_any_moment_that_somebody_helps(child):
    talking = child()
    talking.says("my carer is helping me")
    talking.taps("My carer")
    assert talking.kept("helped") == [{"who": "carer"}]


def meeting(child, **facts):
    talking = child("older", asked=("meeting_be", "meeting_who", "meeting_not", "meeting_where"), **facts)
    talking.says("wishes")
    talking.taps("topic_meeting")
    return talking


def test_a_meeting_in_school_time_is_marked_for_the_iro(child):
    talking = meeting(child, review_in_school=True)
    assert "marked that for Priya" in talking.taps("After school")
    assert talking.kept("school_hours") == [{}]
    assert meeting(child).taps("After school").count("marked") == 0


def test_who_speaks_time_alone_and_what_not_to_say_before_the_child(child):
    talking = meeting(child)
    talking.taps("Any time")
    talking.says("my nan knows what i mean")
    talking.taps("Yes please")
    assert [one["how"] for one in talking.asked_for("contact")] == ["before_review"]
    talking.says("not the stuff about my dad")
    kept = {a["question"]: a["text"] for a in talking.kept("answer")}
    assert kept["meeting_speak"] == "my nan knows what i mean"
    assert kept["meeting_without"] == "not the stuff about my dad"


def test_the_pathway_plan_is_a_topic_for_those_who_are_nearly_grown_up(child):
    talking = child("older", pathway=True)
    talking.says("wishes")
    talking.taps("Money, home and work")
    for words in ("with my mate in town", "It's hard", "plumbing", "my nan"):
        talking.says(words)
    assert "Money, home and work (done)" in talking.buttons
    grown = child("older")
    grown.says("wishes")
    assert "Money, home and work" not in grown.buttons


def read_back(child):
    talking = child("older")
    for text in ("wishes", "going well", "football", "that's all for now", "skip", "skip", "skip"):
        talking.says(text)
    assert "What is going well: “football”" in "\n".join(s.text for s in talking.heard)
    return talking


def test_reading_back_change_one(child):
    talking = read_back(child)
    talking.taps("change_something")
    talking.taps("What is going well")
    talking.taps("change_it")
    assert "“football, and maths”" in talking.says("football, and maths")
    assert talking.kept("answer")[-1] == {
        "topic": "good", "question": "good_well", "text": "football, and maths", "choice": None
    }  # fmt: skip


def test_reading_back_take_one_out(child):
    talking = read_back(child)
    talking.taps("change_something")
    talking.taps("answers_1")
    talking.taps("take_out")
    assert talking.kept("taken_out") == [{"question": "good_well"}]


def test_reading_back_says_who_may_hear_each(child):
    talking = read_back(child)
    talking.taps("change_something")
    talking.taps("answers_1")
    assert "(can be said at your meeting)" in talking.taps("at_meeting")
    assert talking.kept("share") == [{"question": "good_well", "who": "review"}]


def test_approving_asks_once_who_may_hear_it_all(child):
    talking = read_back(child)
    talking.says("yes")
    talking.taps("at_meeting")
    assert talking.kept("approved") == [{}]
    assert talking.kept("share") == [{"question": "all", "who": "review"}]


def test_the_position_holds_no_answer(child):
    talking = read_back(child)
    assert "football" not in str(talking.position)


def test_a_message_is_sent_exactly_and_the_answer_promised_honestly(child):
    talking = child("older")
    talking.arrives()
    talking.taps("write")
    assert "Tuesday 24 November" in talking.says("Can i see Jay more?? plz")
    assert talking.asked_for("message") == [{"text": "Can i see Jay more?? plz"}]


def test_a_worry_in_a_message_still_sends_the_message(child):
    talking = child("older")
    talking.arrives()
    talking.taps("write")
    talking.says("i dont feel safe with him", "concern")
    assert talking.asked_for("message") == [{"text": "i dont feel safe with him"}]
    assert talking.place == "worry/safe"


@pytest.mark.parametrize("kind", ["urgent", "concern", "taken_back", "unreadable"])
@pytest.mark.parametrize("band", ["younger", "middle", "older"])
def test_a_worry_before_linking_is_honest_about_not_knowing_who(visitor, kind, band):
    talking = visitor(band)
    talking.arrives()
    said = talking.says("words", kind)
    assert talking.heard[-1].choices
    if kind == "urgent":
        assert "don't know who" in said
    talking.says("carry on")
    talking.says("carry on")
    assert talking.heard


def test_a_first_word_that_is_a_worry_is_answered_before_any_welcome(visitor):
    talking = visitor()
    assert "Thank you for telling me" in talking.says("my dad hits me", "concern")
    assert "OK to go on" in talking.says("carry on")


def test_a_concern_that_becomes_urgent_gets_the_urgent_words(child):
    talking = child()
    talking.says("he shouts", "concern")
    assert "listen, then press 55" in talking.says("he is coming up the stairs", "urgent")


def test_the_whole_speech_is_said_once_while_a_concern_is_open(child):
    talking = child()
    assert "right thing" in talking.says("he shouts", "concern")
    assert "right thing" not in talking.says("he shouts a lot", "concern")
    talking.facts["concern_open"] = False
    talking.says("yes")
    talking.says("menu")
    assert "right thing" in talking.says("he shouts again", "concern")


def test_not_safe_is_stronger_help_and_recorded(child):
    talking = child()
    talking.says("he shouts", "concern")
    said = talking.taps("no")
    assert "999" in said
    assert talking.kept("safety") == [{"value": "no"}]


def test_dont_write_to_me_here_is_recorded(child):
    talking = child()
    talking.says("he shouts", "concern")
    talking.says("not here, my phone gets checked")
    assert talking.kept("safe_to_write") == [{"value": "no"}]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("so its not private", "keep you safe"),
        ("will she find out", "Not from me"),
        ("dont tell my carer", "Not from me"),
    ],
)
def test_hard_questions_get_true_answers_and_the_safe_question_stays(child, asked, words):
    talking = child("older")
    talking.says("he shouts", "concern")
    assert words in talking.says(asked)
    assert talking.place == "worry/safe"


def test_what_cannot_be_read_is_said_to_go_to_a_person(child):
    talking = child()
    assert "a person will read it" in talking.says("qwzx wxqz", "unreadable")


def test_under_sixteen_on_telegram_is_sent_to_the_web_chat(visitor):
    talking = visitor(channel="telegram")
    talking.arrives()
    talking.taps("yes")
    assert "16" in talking.heard[-1].text
    assert "chat.example" in talking.says("no")
    talking.prove_as = "under_16"
    for text in ("im 16", "otter 42"):
        talking.says(text)
    assert "chat.example" in talking.says("4 april")


def test_no_card_asks_the_office_for_a_new_one(visitor):
    talking = visitor()
    for text in ("hi", "yes", "i lost it"):
        talking.says(text)
    talking.taps("new_card")
    assert talking.asked_for("new_card") == [{}]


def test_nothing_of_the_child_is_shown_before_both_checks(visitor):
    talking = visitor(name="Robin", iro="Priya", iro_full="Priya Larkhaven")
    said = "\n".join(talking.says(t) for t in ("hi", "yes", "otter 42", "who is my iro", "what did i say", "menu"))
    assert "Robin" not in said


def test_a_button_of_the_next_question_ends_several_taps(child):
    talking = child("younger", asked=("home_how", "home_best", "school_how"))
    talking.says("wishes")
    talking.taps("no")
    talking.taps("my carer")
    talking.taps("mum")
    talking.taps("a little bit")
    assert [a["text"] for a in talking.kept("answer")][-2:] == ["My carer, Mum", "For a bit of it"]


def test_emojis_at_the_menu_are_friendly_and_no_letter(child):
    talking = child()
    assert "got your pictures" in talking.says("😀⚽️🥇")
    assert talking.place == "home/menu"


def test_emojis_with_words_are_offered_to_the_iro(child):
    talking = child()
    talking.says("we won ⚽️🥇")
    assert talking.place == "pass_on/offer"


@pytest.mark.parametrize(
    ("days", "place"), [(3, "wishes/near"), (28, "wishes/near"), (29, "home/menu"), (None, "home/menu")]
)
def test_a_young_child_with_a_review_soon_is_asked_rather_than_shown_a_menu(child, days, place):
    talking = child("younger", review_days=days)
    talking.says("hi")
    assert talking.place == place
    arriving = child("younger", review_days=days)
    arriving.arrives()
    assert arriving.place == place


def test_hello_in_the_middle_of_something_leaves_it_open(child):
    talking = child("younger")
    for text in ("wishes", "no", "good", "hi"):
        talking.says(text)
    assert talking.place == "wishes_short/best"


# -- positions


def test_a_node_that_is_gone_resumes_at_the_nearest_earlier_one(library):
    frame = Frame("welcome", "a_node_of_last_year", "waiting", {"code": "OTTER-42"}, ("hello", "card", "gone_too"))
    (read_frame,) = read(write([frame]), library.flows)
    assert (read_frame.node, read_frame.kept) == ("card", {"code": "OTTER-42"})


def test_a_flow_that_is_gone_is_left_and_the_one_below_goes_on(library):
    stack = [Frame("topic_home", "best", "waiting", {}, ("how", "best")), Frame("horoscope", "start", "waiting")]
    turn = step(library, write(stack), Arrived(), LINKED, band="older")
    assert turn.says[-1].node == "best"


def test_a_position_of_another_version_is_a_start(library):
    assert read({"v": 99, "stack": [{"flow": "home", "node": "menu"}]}, library.flows) == []


def test_joining_keeps_what_was_open_elsewhere_under_what_is_open_here(library, child):
    elsewhere = child("older")
    for text in ("wishes", "school", "good"):
        elsewhere.says(text)
    here = write([Frame("hello", "asked_before", "waiting")])
    joined = join(elsewhere.position, here)
    turn = step(library, joined, Said("carry on"), {**LINKED, "asked": ("school_how",)}, band="older")
    assert (turn.says[-1].flow, turn.says[-1].node) == ("topic_school", "help")
