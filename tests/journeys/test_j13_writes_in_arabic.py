"""J13: Tariq, 17, who writes in Arabic; his IRO Nadia reads it as he wrote it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.chat.frames import direction_of
from bot.clock import PlayedClock
from bot.played import TODAY, Played
from bot.service import build
from conversations.library import Library
from conversations.words import Words, parse
from tests.support.once import the_library
from tests.support.played import SETTINGS, messages_of, texts, the_screen

WORDS = Path(__file__).parents[2] / "conversations/words"
TARIQ, IN_ENGLISH = "EXC-0043", "EXC-0053"
MIXED = "والكلية؟ i want ESOL level 2 لكن قالوا انتظر"
CRY = "ساعدوني هو يضربني الآن"


@pytest.fixture
def tariq(exampleshire) -> Played:
    return arabic_on(exampleshire, TARIQ)


def arabic_on(database, reference: str = "", library: Library | None = None) -> Played:
    clock = PlayedClock(TODAY)
    settings = SETTINGS.model_copy(update={"languages": "ar"})
    service = build(settings, database, clock=clock, library=library or the_library(), screen=the_screen())
    played = Played(service, clock, sender=reference or "visitor")
    if reference:
        played.be(reference)
    return played


def labels(said) -> list[str]:
    return [choice["label"] for choice in said[-1].choices]


def test_a_greeting_is_answered_in_arabic_with_a_menu_in_arabic(tariq: Played) -> None:
    said = tariq.say("السلام عليكم")
    assert "ماذا بودّك أن نفعل؟" in texts(said)
    assert all(direction_of(label) == "rtl" for label in labels(said))
    assert tariq.state()["concerns"] == []


def test_the_question_when_is_answered_with_the_day_in_arabic(tariq: Played) -> None:
    said = texts(tariq.say("متى اجتماعي القادم؟"))
    assert "3 فبراير" in said
    assert "10:30" in said
    assert tariq.state()["concerns"] == []


@pytest.mark.parametrize("way", ["القائمة", "القائمة.", "أريد أن أعرف متى اجتماعي القادم", "مَن يرى هذا؟", "نعم"])
def test_what_is_known_to_the_last_word_calls_nobody(tariq: Played, way: str) -> None:
    assert tariq.say(way)
    assert tariq.state()["concerns"] == []


def test_it_is_still_kept_as_what_the_screen_could_not_judge(tariq: Played) -> None:
    from storage import messages

    tariq.say("القائمة")
    [kept] = [m for m in messages_of(tariq.service.database, TARIQ) if m.author == "child"]
    [found] = tariq.service.database.read_now(lambda store: messages.screenings_of(store, [kept.id])).values()
    assert (found["level"], found["readable"], found["language"]) == ("look", False, "ar")


@pytest.mark.parametrize(
    "text", [MIXED, "نعم هو هنا", "متى اجتماعي القادم ولماذا يصرخ علي", "لست بأمان", "القائمة ساعدني"]
)
def test_anything_more_goes_to_a_person_as_it_was_written(tariq: Played, text: str) -> None:
    said = texts(tariq.say(text))
    assert "999" in said
    assert "مترجم" in said
    [concern] = tariq.state()["concerns"]
    assert (concern["words"], concern["readable"]) == (text, False)


def test_a_cry_gets_999_first_childline_and_an_interpreter_in_arabic(tariq: Played) -> None:
    said = tariq.say(CRY)
    first = next(m.text for m in said if m.author == "bot")
    for must in ("999", "مترجم", "Arabic, please"):
        assert must in first
    assert "0800 1111" in texts(said)
    assert "هل أنت بأمان الآن؟" in said[-1].text
    assert not any("Ring" in m.text or "safe" in m.text for m in said if m.author == "bot"), "no English in a worry"
    [concern] = tariq.state()["concerns"]
    assert (concern["level"], concern["words"]) == ("urgent", CRY)


def test_no_written_in_arabic_means_not_safe(tariq: Played) -> None:
    tariq.say(CRY)
    tariq.say("لا")
    assert tariq.state()["concerns"][0]["safe_now"] == "no"


def without(name: str) -> Library:
    """The library as if nobody had written that file of Arabic words yet."""
    library = the_library()
    files = [(file.name, file.read_text("utf-8")) for file in (WORDS / "ar").iterdir() if file.name != name]
    words, less = library.words, parse({"ar": files})
    variables = {key: needs for key, needs in words.variables.items() if key[0] == "en"} | dict(less.variables)
    bundles, entries = {**words.bundles, **less.bundles}, {**words.entries, **less.entries}
    return replace(library, words=Words(bundles, entries, variables))


def test_what_is_there_in_english_only_is_said_so_once(exampleshire) -> None:
    tariq = arabic_on(exampleshire, TARIQ, without("review.ftl"))
    tariq.say("القائمة")
    tariq.tap("more")
    first = texts(tariq.tap("see_decided"))
    assert "بالإنجليزية فقط" in first
    tariq.tap("more")
    assert "بالإنجليزية فقط" not in texts(tariq.tap("see_decided"))


def test_an_interpreter_is_asked_of_the_iro_and_never_of_a_relative(tariq: Played) -> None:
    said = texts(tariq.say("أريد مترجما"))
    assert "أهلك" in said, "it says that it will not be one of the family"
    assert "Nadia" in texts(tariq.say("نعم"))
    [asked] = tariq.state()["requests"]
    assert (asked["kind"], asked["how"]) == ("interpreter", "ar")


def test_he_writes_to_nadia_and_she_has_his_own_words(tariq: Played) -> None:
    tariq.say("أريد أن أكتب إلى مسؤولة المراجعة")
    tariq.say(MIXED)
    kept = [m.text for m in messages_of(tariq.service.database, TARIQ) if m.author == "child"]
    assert kept[-1] == MIXED
    assert tariq.state()["requests"][0]["words"] == MIXED


def test_he_can_go_on_in_english_and_back(tariq: Played) -> None:
    tariq.say("اللغة")
    assert "English from now on" in texts(tariq.tap("lang_en"))
    assert "What would you like to do" in texts(tariq.say("menu"))
    tariq.say("language")
    assert "سأكتب إليك بالعربية" in texts(tariq.tap("lang_ar"))


def test_a_visitor_is_welcomed_in_arabic_and_nothing_is_translated(exampleshire) -> None:
    visitor = arabic_on(exampleshire)
    hello = texts(visitor.arrive(lang="ar-SY"))
    assert "كمبيوتر" in hello
    assert "999" in hello
    assert "English" not in hello
    said = visitor.tap("yes")
    assert "بطاقتك" in texts(said)


def test_where_arabic_is_off_everything_is_in_english_and_every_arabic_word_goes_to_a_person(child) -> None:
    tariq = child(TARIQ)
    said = texts(tariq.say("القائمة"))
    assert "A person will read it" in said or "a person will read it" in said
    assert tariq.state()["concerns"][0]["words"] == "القائمة"


def test_a_child_who_reads_english_and_greets_in_arabic_is_asked_for_the_language(exampleshire) -> None:
    gee = arabic_on(exampleshire, IN_ENGLISH)
    assert "العربية" in labels(gee.say("السلام عليكم"))


def test_a_mixed_line_is_shown_from_the_side_its_own_first_letter_says() -> None:
    assert direction_of(MIXED) == "rtl"
    assert direction_of("\u2068Nadia\u2069 يمكنه رؤية هذا") == "rtl"
    assert direction_of("Nadia said مرحبا") == "ltr"


def test_what_he_taps_stands_in_his_language_and_the_english_of_the_button_is_known(tariq: Played) -> None:
    tariq.say("القائمة")
    tariq.tap("wishes")
    tariq.tap("topic_home")
    tariq.tap("face_bad")
    [kept] = [r["text"] for r in tariq.state()["records"] if r["kind"] == "answer"]
    assert kept == "ليس جيدًا"
    library = the_library()
    assert library.in_english(kept) == "Not good"
    assert library.in_english(MIXED) == ""
    assert library.speaking(()).in_english(kept) == ""


def test_taking_it_back_while_a_concern_is_open_calls_the_human_again(tariq: Played) -> None:
    tariq.say(CRY)
    before = tariq.state()["concerns"][0]
    tariq.say("اسحب كلامي")
    [after] = tariq.state()["concerns"]
    assert after["state"] == "open"
    assert after["told"].count("joined") == before["told"].count("joined") + 1


def test_asking_for_help_in_his_own_words_calls_a_human(tariq: Played) -> None:
    assert "999" in texts(tariq.say("بدي مساعدة"))
    assert [c["words"] for c in tariq.state()["concerns"]] == ["بدي مساعدة"]


def test_he_complains_in_arabic_and_asks_how_it_stands(tariq: Played) -> None:
    said = texts(tariq.say("بدي قدم شكوى"))
    assert "Marguerite" in said
    tariq.tap("about_worker")
    tariq.say("وعدتني بدرس ESOL ولم يحصل شيء")
    assert [r["words"] for r in tariq.state()["requests"]] == ["وعدتني بدرس ESOL ولم يحصل شيء"]
    tariq.tap("yes")
    tariq.tap("carry_on_now")
    assert "26 نوفمبر" in texts(tariq.say("شكواي"))


def test_he_asks_for_a_call_and_a_time_is_booked_in_arabic(tariq: Played) -> None:
    tariq.say("بدي احكي مع مسؤول المراجعة")
    said = tariq.tap("call")
    while "تم تحديد الموعد" not in texts(said):
        assert said[-1].choices, texts(said)
        assert all(direction_of(message.text) == "rtl" for message in said if message.author == "bot")
        said = tariq.tap(said[-1].choices[0]["id"])
    assert "دقيقة" in texts(said)
