"""Whatever is missing, broken or hostile: the screen says so, and a human reads the message."""

from __future__ import annotations

import logging
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeguarding.model.artefact import ENCODER, MANIFEST, NGRAMS, TOKENIZER, here
from safeguarding.screen import broken, load
from safeguarding.screening import Level
from safeguarding.standing import Standing, trouble
from tests.support.played import the_screen

SCREEN = the_screen()
ORDINARY = "i like football"
CRY = "hes hitting me now"


@pytest.fixture
def artefact(tmp_path: Path) -> Path:
    return Path(shutil.copytree(here(), tmp_path / "artefact"))


def changed(path: Path) -> None:
    """One byte in the middle is another one."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def says_so(artefact: Path, caplog: pytest.LogCaptureFixture) -> str:
    with caplog.at_level(logging.CRITICAL):
        screen = load(artefact)
    ordinary, cry = screen(ORDINARY), screen(CRY)
    assert (ordinary.level, ordinary.readable) == (Level.concern, False)
    assert [reason.rule for reason in ordinary.because] == ["model_missing"]
    assert cry.level is Level.urgent, "without the model the rules still hear a cry"
    assert trouble(screen) in caplog.text
    assert "\n" not in trouble(screen)
    return trouble(screen)


@pytest.mark.parametrize("name", [ENCODER, TOKENIZER, NGRAMS, MANIFEST])
def test_a_missing_file_of_the_model_is_named(artefact, caplog, name):
    (artefact / name).unlink()
    assert name in says_so(artefact, caplog)


@pytest.mark.parametrize("name", [ENCODER, TOKENIZER, NGRAMS])
def test_a_file_with_one_other_byte_is_named(artefact, caplog, name):
    changed(artefact / name)
    assert name in says_so(artefact, caplog)


def test_a_threshold_that_somebody_changed_is_found_out(artefact, caplog):
    manifest = artefact / MANIFEST
    text = manifest.read_text(encoding="utf-8")
    assert '"concern_alone": 0.' in text
    manifest.write_text(text.replace('"concern_alone": 0.', '"concern_alone": 1.'), encoding="utf-8")
    assert MANIFEST in says_so(artefact, caplog)


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"version": 1}'])
def test_a_manifest_that_is_none_is_found_out(artefact, caplog, content):
    (artefact / MANIFEST).write_text(content, encoding="utf-8")
    assert MANIFEST in says_so(artefact, caplog)


def test_a_tokenizer_that_was_sealed_broken_is_found_out(artefact, caplog, monkeypatch):
    monkeypatch.setattr("safeguarding.model.artefact.digest", lambda _: "as sealed")
    monkeypatch.setattr("safeguarding.model.artefact.version_of", lambda *_: "as sealed")
    manifest = (artefact / MANIFEST).read_text(encoding="utf-8")
    import json

    sealed = json.loads(manifest)
    sealed["version"], sealed["sha256"] = "as sealed", dict.fromkeys(sealed["sha256"], "as sealed")
    (artefact / MANIFEST).write_text(json.dumps(sealed), encoding="utf-8")
    (artefact / TOKENIZER).write_text("{}", encoding="utf-8")
    assert "cannot be loaded" in says_so(artefact, caplog)


def test_an_empty_folder_is_named(tmp_path, caplog):
    assert MANIFEST in says_so(tmp_path / "nowhere", caplog)


def test_a_whole_screen_has_no_trouble():
    assert trouble(SCREEN) == ""


def test_broken_rules_are_trouble():
    assert trouble(broken("weapon.yaml is not good YAML")) == "weapon.yaml is not good YAML"


def test_a_fault_in_the_screen_goes_to_a_human_and_the_log_holds_no_words(caplog):
    def faulty(text, earlier=()):
        raise RuntimeError(text)

    found = Standing(faulty, "v1")("my secret words")
    assert (found.level, found.readable, found.because[0].rule) == (Level.concern, False, "error")
    assert found.rules_version == "v1"
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text


UNREADABLE = {
    "empty": "",
    "spaces": " \n\t ",
    "hidden": "\u200b\u2060",
    "over 4,000 characters": "we played a match. " * 211,
    "10,000 of one letter": "a" * 10_000,
    "right to left override": "hello \u202egnp",
    "isolate": "\u2067hi",
    "null": "hi\x00there",
    "private use": "\ue000\ue001 hi",
    "half of a pair": "hi \ud83d there",
    "20,000 combining marks": "h" + "\u0301" * 20_000,
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_cannot_be_judged_is_a_concern_and_says_why(text):
    found = SCREEN(text)
    assert (found.readable, found.level >= Level.concern) == (False, True)
    assert [reason.quote for reason in found.because if reason.rule == "unreadable"]


HOSTILE = {
    "nested patterns": "((((a+)+)+)+",
    "brackets": "(" * 30 + ")" * 30,
    "zalgo": "h" + "\u0300\u0315\u0332\u0489" * 6,
    "marks": "\u0301",
    "one letter words": "a ",
    "spaced out": "k i l l ",
    "dotted out": "k.i.l.l.",
    "leet": "k1|| m*# ",
    "all leet": "1*#!|+",
    "stretched": "haaappyyy ",
    "one huge word": "abcdefghij",
    "one huge number": "1234567890",
    "emoji": "😭",
    "families": "👨\u200d👩\u200d👧",
    "hidden between": "a\u200b",
    "signs and hidden": "@\u200b",
    "look-alikes": "аеорс ",
    "ligatures": "\ufdfa",
    "fractions": "¼½ ",
    "overrides": "\u202e",
    "halves of pairs": "\ud83d",
    "nulls": "\x00",
    "full stops": ". ",
    "apostrophes": "'",
    "a rule again and again": "he hits me and ",
    "a guard again and again": "in the film of the song in minecraft ",
    "half a rule": "i want to ",
    "arabic": "ساعدوني ",
    "ethiopic": "እርዱኝ ",
    "no spaces": "ihatehimandhehitsme",
}
SHORT, LONG = 4_000, 16_000
WIDE = 10.0
"""Four times the text may take ten times as long: what is quadratic takes sixteen."""


def seconds(text: str) -> float:
    """The best of three: what else the machine does makes it longer, never shorter."""
    times = []
    for number in range(3):
        once = f"{text}{number}"  # never one that is remembered
        start = time.process_time()
        SCREEN(once)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time_and_raises_no_fault(piece):
    short, long = (piece * (size // len(piece) + 1) for size in (SHORT, LONG))
    start = time.process_time()
    found = SCREEN(long)
    took = time.process_time() - start
    assert not any(reason.rule == "error" for reason in found.because)
    assert found.level >= Level.concern, "longer than a message may be: a human reads it"
    at_most = WIDE * max(seconds(short), 0.005)
    assert took < at_most or seconds(long) < at_most


characters = st.one_of(
    st.sampled_from([*"aeiklmso.,'!?@#*|+-_ 0134\n", "\u200b", "\u202e", "\u0301", "😭", "а", "’", "\x00", "ﬁ", "𝓀"]),
    st.characters(),
    st.integers(0xD800, 0xDFFF).map(chr),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(characters, max_size=60).map("".join), st.integers(1, 40))
def test_no_text_however_often_repeated_is_a_fault(text, times):
    found = SCREEN(text * times)
    assert not any(reason.rule == "error" for reason in found.because)
    assert bool(found.because) == (found.level is not Level.none)
    assert found.readable or found.level >= Level.concern
