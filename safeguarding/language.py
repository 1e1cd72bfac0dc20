"""Which language a message is in, as far as it decides whether the rules can judge it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from safeguarding.normalise import Plain

_SCRIPTS = {
    "ARABIC": "ar", "ETHIOPIC": "am", "CYRILLIC": "ru", "GREEK": "el", "HEBREW": "he", "DEVANAGARI": "hi",
    "BENGALI": "bn", "GURMUKHI": "pa", "GUJARATI": "gu", "TAMIL": "ta", "TELUGU": "te", "MALAYALAM": "ml",
    "SINHALA": "si", "THAI": "th", "GEORGIAN": "ka", "ARMENIAN": "hy", "HANGUL": "ko", "HIRAGANA": "ja",
    "KATAKANA": "ja", "CJK": "zh", "MYANMAR": "my", "KHMER": "km", "LAO": "lo", "TIBETAN": "bo", "THAANA": "dv",
}  # fmt: skip
# Letters that only some languages of a script use, the most telling first.
_TELLING = {
    "ar": (("ckb", "ێۆڵڕەڤ"), ("ps", "ټډړږښګڼۍځڅې"), ("ur", "ٹڈڑےں"), ("fa", "پچژگیک")),
    "am": (("ti", "ኣኸቐቕኽ"),),
    "ru": (("uk", "іїєґ"),),
}
_FEW = 3
_TELLING_ALONE = 6
"""Letters of a word of another language that gives a short message away by itself."""
_SHORT = 4
# Digits that stand for Arabic letters: "ta3ban", "3ayez", "el7amdulillah".
_ARABIC_DIGIT = re.compile(r"(?=.*[aeiou])(?:[a-z]{2,}[37][a-z]+|[a-z][37][a-z]{2,}|[37][a-z]{4,})")
# Latin-1, Latin Extended and Vietnamese letters; styled letters and look-alikes lie elsewhere.
_ACCENTED = frozenset((*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))


@cache
def word_lists() -> Mapping[str, Any]:
    """Function words by language, and the English words children use."""
    folder = files("safeguarding") / "words"
    lists: dict[str, Any] = yaml.safe_load((folder / "languages.yaml").read_text(encoding="utf-8"))
    english = frozenset((folder / "english.txt").read_text(encoding="utf-8").split())
    return {
        "en": english,
        **{code: frozenset(unaccented(str(words)).split()) - english for code, words in lists.items()},
    }


def language_of(text: str, plain: Plain) -> str:
    """The language of `text`: `en` unless the script or the words say otherwise; `und` when they say only that."""
    return _by_script(text, plain) or _by_words(plain)


def unaccented(text: str) -> str:
    """Lower case without accents, as the plain spelling has it."""
    parts = unicodedata.normalize("NFKD", text.lower().replace("đ", "d").replace("ı", "i"))
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("'", "").replace("’", "")


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    if character.isascii() or not character.isalpha():
        return ""
    return unicodedata.name(character, "").split(" ")[0]


def _by_script(text: str, plain: Plain) -> str:
    if text.isascii():
        return ""
    # Counted after folding, so that look-alike letters and styled letters are Latin again.
    scripts = Counter(_SCRIPTS.get(_script(c), "") for c in plain.text if not c.isascii())
    scripts.pop("", None)
    if not scripts or scripts.total() < _FEW:
        return "" if not scripts or any(c.isascii() and c.isalpha() for c in plain.text) else next(iter(scripts))
    code = scripts.most_common(1)[0][0]
    for telling, letters in _TELLING.get(code, ()):
        if sum(c in letters for c in text) >= (1 if telling != "ckb" else 2):
            return telling
    return code


def _by_words(plain: Plain) -> str:
    words = [w for w in original_words(plain) if any(c.isalpha() for c in w)]
    if not words:
        return "en"
    lists = word_lists()
    english = max(sum(word in lists["en"] for word in words), sum(word in lists["en"] for word in plain.words()))
    found = {code: [word for word in words if word in known] for code, known in lists.items() if code != "en"}
    code = max(found, key=lambda c: len(found[c]))
    hits, telling = len(found[code]), sum(len(word) >= 4 for word in found[code])
    accented = _accented(plain)
    unread = set(plain.words())
    if any(_is_arabic(word, lists["en"]) for word in words if word in unread):
        return "ar-Latn"
    if len(words) <= _SHORT and english <= 1 and any(len(word) >= _TELLING_ALONE for word in found[code]):
        return code
    if (telling or hits > 2) and (hits * 2 > english if hits > 1 else english * 4 <= len(words)):
        return code
    # Half in English, half not: two telling words of another language, or accents that English does not have.
    if sum(len(word) >= 5 for word in set(found[code])) >= 2 or accented >= 2 or accented * 3 >= len(words):
        return code if hits else "und"
    # Five words or more and hardly one of them English: a language that is not on the lists.
    hardly_english = len(words) > _SHORT and english * 4 < len(words)
    return "und" if hardly_english or (len(words) > 1 and not english and _all_strange(words, unread)) else "en"


def _is_arabic(word: str, english: Set[str]) -> bool:
    """Written with digits for Arabic letters, and not an English word with digits for Latin ones."""
    return bool(_ARABIC_DIGIT.fullmatch(word)) and word.replace("3", "e").replace("7", "t") not in english


def _all_strange(words: Sequence[str], unread: Set[str]) -> bool:
    """Words of some length that the spelling of the rules left as they were: none is text-speak."""
    return all(len(word) > 2 and word in unread and word.isalpha() for word in words)


def _accented(plain: Plain) -> int:
    """How many words carry Latin letters that English does not use."""
    if plain.original.isascii():
        return 0
    pieces = {plain.original[start:end] for start, end in plain.spans}
    return sum(any(c.isalpha() and ord(c) in _ACCENTED for c in piece) for piece in pieces)


def original_words(plain: Plain) -> list[str]:
    """The words as they were typed, lower case and without accents."""
    seen = dict.fromkeys(plain.spans)
    pieces = " ".join(plain.original[start:end] for start, end in seen)
    return ["".join(c for c in w if c.isalnum()) for w in unaccented(pieces).split()]
