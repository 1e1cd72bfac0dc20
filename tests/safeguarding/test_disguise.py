"""Disguising a message never makes it quieter: neither the rules nor the model may be led past by a spelling."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path

import pytest

import safeguarding
from safeguarding.screening import Level
from tests.support.once import the_rules, the_screen_by_rules
from tests.support.played import the_screen

WHOLE, RULES = the_screen(), the_screen_by_rules()
CORPUS = Path(safeguarding.__file__).parent / "corpus"
SAMPLED = 150
CRIES = list(
    dict.fromkeys(
        text
        for rule in the_rules().rules
        if rule.level is Level.urgent and rule.language == "en"
        for text in rule.raises
        if not text.startswith("s u i")
    )
)


@cache
def sample() -> tuple[str, ...]:
    """Messages of every file, the same at every run; nothing that is held back is looked at."""
    rows = [
        json.loads(line)
        for path in sorted(CORPUS.glob("*.jsonl"))
        if not path.stem.startswith("held_back")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    texts = [r["text"] for r in rows if "text" in r and r.get("lang", "en") == "en" and r["expect"] != "none"]
    return tuple(random.Random(7).sample(texts, SAMPLED))


def shifted(text: str, first: str) -> str:
    """Small letters moved to a block of styled ones that begins with `first`."""
    return "".join(chr(ord(first) + ord(c) - ord("a")) if "a" <= c <= "z" else c for c in text)


CYRILLIC = str.maketrans("aeopcxyAEOPCX", "аеорсхуАЕОРСХ")
GREEK = str.maketrans("oivOIA", "οινΟΙΑ")
SMALL_CAPITALS = str.maketrans("abcdefghijklmnopqrstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ")
EXACT = {
    "capitals": str.upper,
    "small letters": str.lower,
    "zero width": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "cyrillic": lambda text: text.translate(CYRILLIC),
    "greek": lambda text: text.translate(GREEK),
    "full width": lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    "bold script": lambda text: shifted(text, "𝓪"),
    "monospace": lambda text: shifted(text, "𝚊"),
    "circled": lambda text: shifted(text, "ⓐ"),
    "small capitals": lambda text: text.translate(SMALL_CAPITALS),
    "accents": lambda text: "".join(c + "\u0301" if c.isalpha() else c for c in text),
    "curly": lambda text: text.replace("'", "’"),
    "no apostrophes": lambda text: text.replace("'", "").replace("’", ""),
    "line breaks": lambda text: text.replace(" ", "\n"),
    "full stops": lambda text: text.replace(" ", ". "),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "doubled spaces": lambda text: text.replace(" ", "  "),
}
"""What is undone letter for letter."""


@cache
def undisguised(text: str) -> Level:
    return WHOLE(text).level


@pytest.mark.parametrize("disguise", EXACT.values(), ids=EXACT.keys())
def test_what_is_undone_exactly_never_makes_any_message_quieter(disguise):
    assert [text for text in sample() if WHOLE(disguise(text)).level < undisguised(text)] == []


LEET = str.maketrans("ieao", "1340")
STRICT = {
    **EXACT,
    "e stretched": lambda text: text.replace("e", "eeee"),
    "vowels stretched": lambda text: "".join(c * 3 if c in "aeiou" else c for c in text),
    "ends stretched": lambda text: " ".join(w + w[-1] * 3 if w.isalpha() else w for w in text.split()),
    "spaced": lambda text: "   ".join(" ".join(word) for word in text.split()),
    "underscores": lambda text: text.replace(" ", "_"),
    "dashes": lambda text: text.replace(" ", "-"),
    "slashes": lambda text: text.replace(" ", "/"),
    "emoji between": lambda text: text.replace(" ", " 😂 "),
    "emoji for spaces": lambda text: text.replace(" ", "😂"),
}


@pytest.mark.parametrize("disguise", STRICT.values(), ids=STRICT.keys())
def test_no_disguise_makes_a_cry_quieter_to_the_rules(disguise):
    assert [text for text in CRIES if RULES(disguise(text)).level < RULES(text).level] == []


def swapped(word: str) -> str:
    return word[0] + word[2] + word[1] + word[3:] if len(word) > 4 else word


NEARLY = {
    "leet": (lambda text: text.translate(LEET), 0.05),
    "l for 1": (lambda text: text.replace("l", "1"), 0.05),
    "dotted": (lambda text: " ".join(".".join(word) for word in text.split()), 0.05),
    "letters swapped": (lambda text: " ".join(map(swapped, text.split())), 0.05),
    "one gap": (lambda text: " ".join(text.replace(" ", "")), 0.15),
    "no spaces": (lambda text: text.replace(" ", ""), 0.2),
}  # fmt: skip
"""What cannot be undone for sure, with the share of cries that may be heard more quietly."""


@pytest.mark.parametrize(("disguise", "share"), NEARLY.values(), ids=NEARLY.keys())
def test_what_has_two_readings_is_heard_nearly_always(disguise, share):
    quieter = [text for text in CRIES if RULES(disguise(text)).level < RULES(text).level]
    assert len(quieter) <= share * len(CRIES), quieter


@pytest.mark.parametrize(
    "text",
    [
        "k i l l  m y s e l f tonight", "k1ll mys3lf t0night", "k.i.l.l myself 2nite", "KMS 2NITE", "killmyself 2nite",
        "h e l p  m e", "helpme", "ʜᴇʟᴘ ᴍᴇ", "hеlp mе", "plz h3lp m3", "hlep me please", "iwanttodie",
        "i wanna d1e tonite", "want 2 unalive myself tonight", "wanna unaliv myself 2nite",
    ],
)  # fmt: skip
def test_spellings_that_children_use_are_read(text):
    assert WHOLE(text).level is Level.urgent


@pytest.mark.parametrize(
    "text",
    [
        "the fourteen tomatoes in the caravan", "i put my toothbrush away this afternoon", "my 4 mates and 1 dog",
        "heathrow at four", "ps5 and mp3", "see you at 7pm", "we won 7-2", "got him 3-2 today",
        "gingerbread and sweetcorn", "www.bbc.co.uk/newsround",
    ],
)  # fmt: skip
def test_ordinary_words_are_not_pulled_apart(text):
    assert RULES(text).level is Level.none
    assert RULES(text).readable
