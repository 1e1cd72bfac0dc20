"""Other languages stay in step with English, and what they know to the last word is nothing said in danger."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from conversations import other_languages
from conversations.check import main
from conversations.library import Library, LibraryError, load
from conversations.proofreading import findings
from conversations.readable import variants
from safeguarding import screen
from safeguarding.screening import Level

ROOT = Path(__file__).parents[2] / "conversations"


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("flows", "words", "intents"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("helplines.yaml", "languages.yaml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def written(folder: Path, line: str) -> Library:
    (folder / "words/ar/more.ftl").write_text(line + "\n", encoding="utf-8")
    return load(folder)


def test_every_example_of_arabic_opens_its_flow_and_is_familiar(library: Library) -> None:
    book = library.phrases["ar"]
    for intent in book.intents:
        for example in intent.examples:
            meant = library.phrase_book("ar").meant(example, inside=True, linked=True, iro="")
            assert meant is not None, example
            assert meant[0].id == intent.id, example
            assert library.is_familiar(example, "ar"), example


def test_nothing_familiar_is_a_cry(library: Library) -> None:
    judge = screen.load()
    ways = {way for ways in library.phrases["ar"].commands.values() for way in ways} | library._buttons["ar"]
    assert {way for way in ways if judge(way).level is Level.urgent and library.is_familiar(way, "ar")} <= {
        "المساعدة", "مساعدة", "مساعدة الآن",
    }  # fmt: skip
    for way in ("لست بأمان", "لست بامان", "لا تكتبوا إليّ هنا"):
        assert not library.is_familiar(way, "ar")


def test_a_name_that_english_does_not_have_is_refused(folder: Path) -> None:
    found = list(other_languages.unknown_words(written(folder, "welcom-card = ما الكلمة؟")))
    assert found == ["words/ar: 'welcom-card' is not in words/en; see how it is written there"]


def test_a_gap_that_nothing_fills_is_refused(folder: Path) -> None:
    found = list(other_languages.wrong_variables(written(folder, "home-more-of = { $nobody }")))
    assert "nothing sets 'nobody'" in found[0]


def test_what_is_said_in_a_worry_never_falls_back(folder: Path) -> None:
    worry = folder / "words/ar/worry.ftl"
    worry.write_text(worry.read_text("utf-8").replace("worry-safe =", "worry-sure ="), encoding="utf-8")
    found = list(other_languages.frightened_in_english(load(folder)))
    assert found == ["words/ar: no words for 'worry-safe': what is said in a worry must be there in the language"]


def test_a_language_nobody_lists_cannot_be_used(folder: Path) -> None:
    shutil.copytree(folder / "words/ar", folder / "words/xx")
    with pytest.raises(LibraryError, match="'xx' has words and is not listed"):
        load(folder)


def test_a_language_that_is_off_is_not_spoken(library: Library) -> None:
    english = library.speaking(())
    assert english.spoken == ()
    assert english.words.line("choice-yes", "ar", "older") == "Yes"
    assert not english.is_familiar("نعم", "ar")
    with pytest.raises(LibraryError, match="no words in 'xx'"):
        library.speaking(("xx",))


def test_the_check_says_that_nobody_has_checked_it(capsys) -> None:
    assert main(["ar"]) == 0
    said = capsys.readouterr()
    assert "NO FLUENT SPEAKER HAS CHECKED IT" in said.err
    assert said.out == ""


def test_what_falls_back_is_counted_by_flow_and_slips_are_found(folder: Path) -> None:
    review = folder / "words/ar/review.ftl"
    slipped = review.read_text("utf-8").replace("decided-nothing =", "decided-nought =").replace("[partly]", "[party]")
    review.write_text(slipped.replace("    .symbol = ✋\n", ""), "utf-8")
    library = load(folder)
    assert other_languages.falls_back(library, "ar") == ["decided-nothing"]
    assert other_languages.borrowed_in(library, "ar").keys() == {"decided"}
    assert "words/ar: flow decided: 1 of" in "\n".join(other_languages.standing(library))
    assert list(other_languages.wrong_cases(library)) == ["words/ar: decided-line: 'decision_wish' is never 'party'"]
    [lost] = other_languages.lost_pictures(library)
    assert lost.startswith("words/ar: choice-dont-agree: no '.symbol'")


@pytest.mark.parametrize(
    ("weeks", "said"),
    [(1, "كل أسبوع"), (2, "كل أسبوعين"), (6, "كل 6 أسابيع"), (12, "كل 12 أسبوعًا"), (100, "كل 100 أسبوع")],
)
def test_numbers_take_the_word_that_arabic_has_for_them(library: Library, weeks: int, said: str) -> None:
    line = library.words.line("agreement-often", "ar", "older", touch_weeks=weeks)
    assert line.replace("\u2068", "").replace("\u2069", "") == said


def test_the_proofreader_has_nothing_to_say_of_any_language(library: Library) -> None:
    assert findings(library) == []


SAID_IN_ENGLISH = {
    *("My", "IRO", "Childline", "Telegram", "READ", "STOP", "Arabic", "please", "English", "Language", "advocate"),
    *("Local", "Government", "and", "Social", "Care", "Ombudsman", "leaving-care", "team"),
}
STOOD_IN = {"Sam", "two", "their", "site", "Monday", "May", "He", "was", "late", "days"}
"""Of `readable.STAND_INS`: names, dates that are written out in the language, a child's or an adult's own words."""


def test_no_english_is_left_in_an_arabic_line(library: Library) -> None:
    """Names stand in Latin letters, and what a child must say or look for in English; nothing else does."""
    known = library.words.entries["ar"]
    for word, entry in known.items():
        if entry.value is None:
            continue
        for text in variants(entry.value, "older", known):
            left = set(re.findall(r"[A-Za-z][A-Za-z-]*", text)) - SAID_IN_ENGLISH - STOOD_IN
            assert not left, (word, text)
            assert "{" not in text, word
