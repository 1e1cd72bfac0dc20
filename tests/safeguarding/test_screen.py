"""What the screen must never do: raise an error, stay silent about what it cannot judge, or be hushed by a disguise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeguarding.screening import Level
from tests.support.once import the_rules
from tests.support.played import the_screen

SCREEN = the_screen()
RULES = the_rules()
CRIES = [text for rule in RULES.rules if rule.level is Level.urgent and rule.language == "en" for text in rule.raises]
CRIES = [text for text in CRIES if not text.startswith("s u i")]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("hes here hes not meant to be here mum let him in hes shouting", Level.urgent),
        ("Not Rob. Rob holds my arm too tight when I am slow and there are finger marks.", Level.concern),
        ("ur boring. staff r asleep again anyway", Level.concern),
        ("forget what i said yest i was lying. i just wanted attention", Level.concern),
        ("I say I've had something at school, pretty much nothing some days and nobody's noticed", Level.concern),
        ("👴😴🍺🤐", Level.concern),
        ("forget what i said i was lying", Level.concern),
        ("ur shit lol", Level.none),
        ("😀⚽️🥇", Level.none),
        ("❤️🦄❤️", Level.none),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Level.none),
        ("Maths is a hostage situation", Level.none),
        ("yh room is too sm", Level.none),
        (".", Level.none),
        ("9", Level.none),
        ("omg i died laughing at that", Level.none),
    ],
)
def test_what_children_say_in_the_journeys(text, level):
    found = SCREEN(text)
    assert found.readable
    assert (found.level is Level.none) == (level is Level.none)
    assert found.level >= level


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Je voudrais voir ma soeur plus souvent", "fr"),
        ("waxaan rabaa inaan arko walaashay", "so"),
        ("Dua të shoh vëllain tim", "sq"),
        ("Em muốn gặp mẹ của em", "vi"),
        ("Dwi eisiau gweld fy mrawd", "cy"),
        ("Chcę zobaczyć moją mamę, bardzo proszę", "pl"),
        ("أريد أن أرى أخي", "ar"),
        ("زه غواړم خپل ورور ووینم", "ps"),
        ("می‌خواهم برادرم را ببینم", "fa"),
        ("ወንድሜን ማየት እፈልጋለሁ", "am"),
        ("Хочу побачити свого брата, її теж", "uk"),
        ("我想见我的妹妹", "zh"),
    ],
)
def test_another_language_is_named_and_goes_to_a_human(text, language):
    found = SCREEN(text)
    assert (found.readable, found.language) == (False, language)
    assert found.level >= Level.concern


@pytest.mark.parametrize(
    "text",
    ["nm u", "wuu2", "lol ikr", "gr8 ty m8", "k", "brb tea", "yh tmrw init", "idk tbh", "wagwan fam", "hiya hun"],
)
def test_text_speak_is_english(text):
    assert SCREEN(text).readable


HOMOGLYPHS = str.maketrans("aeopcxy", "аеорсху")
LEET = str.maketrans("ieao", "1340")
DISGUISES = {
    "capitals": str.upper,
    "hidden": "\u200b".join,
    "homoglyphs": lambda text: text.translate(HOMOGLYPHS),
    "stretched": lambda text: text.replace("e", "eeee"),
    "stretched at the end": lambda text: " ".join(w + w[-1] * 3 if w.isalpha() else w for w in text.split()),
    "full width": lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    "accents": lambda text: "".join(c + "\u0301" if c.isalpha() else c for c in text),
    "curly": lambda text: text.replace("'", "’"),
    "no apostrophes": lambda text: text.replace("'", ""),
    "line breaks": lambda text: text.replace(" ", "\n\n"),
    "dots": lambda text: text.replace(" ", ". "),
}


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES.keys())
@pytest.mark.parametrize("text", CRIES)
def test_a_disguise_never_makes_a_cry_quieter(text, disguise):
    assert SCREEN(disguise(text)).level >= SCREEN(text).level


@pytest.mark.parametrize(
    "text", ["k i l l  m y s e l f tonight", "k1ll mys3lf t0night", "k.i.l.l myself 2nite", "KMS 2NITE"]
)
def test_spaced_and_leet_letters_are_read(text):
    assert SCREEN(text).level is Level.urgent


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CRIES), st.sampled_from(["hi. ", "school was ok. ", "lol. ", "thanks for the help yesterday. "]))
def test_a_cry_after_something_ordinary_is_still_heard(cry, before):
    assert SCREEN(before + cry).level >= Level.concern


def test_the_reason_quotes_the_childs_own_letters():
    found = SCREEN("Hi! I'm gonna K1LL MYSELF tonite ok")
    assert any("K1LL MYSELF" in reason.quote for reason in found.because)


def test_a_guard_never_silences_an_urgent_rule():
    guards = "in minecraft, the film, the song, homework and the match. "
    assert {text for text in CRIES if SCREEN(guards + text).level < Level.concern} == set()
