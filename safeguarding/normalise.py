"""A child's words in one plain spelling, each word still knowing where it stood in the message.

The rules are written once, in plain spelling; this module brings what was typed to that spelling: look-alike
letters, hidden characters, missing apostrophes, stretched, spaced and leet letters, emoji and text-speak.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from safeguarding.segmenting import split_into_words

_LETTER_NAME = re.compile(r"(?:LATIN|REGIONAL INDICATOR|SQUARED|CIRCLED).*LETTER ([A-Z])(?: |$)")
_ALIKE = dict(
    zip(
        "аеорсухкмтвніјѕԁһԛԝзьαεορχκιντυβγѵєӏ",
        "aeopcyxkmtbhijsdhqwzbaeopxkivtubyvel",
        strict=True,
    )
)
_OTHER_ALIKE = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e", "ɑ": "a", "ǃ": "i"}
_ARABIC = {"ی": "ي", "ى": "ي", "ک": "ك", "ە": "ه", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي"}
_APOSTROPHES = frozenset("'’‘ʼ`´′＇ʹ")
_BREAKS = frozenset(".!?\n;…؟።۔。")
_LEET = {"0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "@": "a", "$": "s"}
_LEET |= {"!": "i", "|": "il", "+": "t", "€": "e", "£": "l", "*": "aeiou", "#": "aeiou"}
_INSIDE = frozenset("@$!|+€£*#")
_SPACED = re.compile(r"(?:(?<=[^^\W_])|(?<![^\W_]))[^\W_](?:[ .\-_*~,/]{1,3}[^\W_]){2,}(?![^\W_])")
_WIDE_GAP = re.compile(r"[ .\-_*~,/]{2,3}")
_SHORTHAND_LETTERS = frozenset("aiurnbckyxop24")


@dataclass(frozen=True, slots=True)
class Spelling:
    """What the normaliser knows: whole-word replacements, emoji to words, and the words the rules use."""

    words: Mapping[str, str] = field(default_factory=dict)
    emoji: Mapping[str, str] = field(default_factory=dict)
    vocabulary: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    """Further words that are no disguise of another one, such as "refugee" of "refuge"."""


@dataclass(frozen=True, slots=True)
class Plain:
    """`text` is " word word . word " with one space each side; `spans[i]` is where word i stood in `original`."""

    original: str
    text: str
    offsets: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def quote(self, start: int, end: int) -> str:
        """The child's own characters behind the plain characters from `start` to `end`."""
        first = max(bisect_right(self.offsets, start) - 1, 0)
        last = max(bisect_left(self.offsets, end) - 1, first)
        if not self.spans:
            return self.original.strip()
        pieces = self.spans[first : last + 1]
        return self.original[min(s for s, _ in pieces) : max(e for _, e in pieces)].strip()

    def words(self) -> list[str]:
        """The plain words, without sentence breaks."""
        return [word for word in self.text.split() if word != "."]


def plain(text: str, spelling: Spelling, *, shortest: bool = False) -> Plain:
    """Bring `text` to the plain spelling of the rules; `shortest` reads "tooo" as "to" and not as "too"."""
    builder = _Builder(text)
    for word, start, end in _words(text, spelling):
        if word == ".":
            builder.add(".", start, end)
            continue
        for piece in respell(word, spelling, shortest=shortest).split():
            builder.add(piece, start, end)
    return builder.built()


def respell(word: str, spelling: Spelling, *, shortest: bool = False) -> str:
    """One folded word in plain spelling; may become several words ("im" becomes "i am")."""
    forms = _forms(word, spelling)
    for form in sorted(forms, key=len) if shortest else forms:
        if form in spelling.words:
            return spelling.words[form]
        if form in spelling.vocabulary:
            return form
    return word


def fold(text: str) -> str:
    """Lower case, no accents, no hidden characters, no apostrophes; letters of other scripts stay."""
    return "".join(_fold_character(character) for character in text if character not in _APOSTROPHES)


class _Builder:
    """Collects plain words with the places they came from."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.parts: list[str] = []
        self.offsets: list[int] = []
        self.spans: list[tuple[int, int]] = []
        self.length = 1

    def add(self, word: str, start: int, end: int) -> None:
        if word == "." and (not self.parts or self.parts[-1] == "."):
            return
        self.offsets.append(self.length)
        self.spans.append((start, end))
        self.parts.append(word)
        self.length += len(word) + 1

    def built(self) -> Plain:
        breaks = self.parts.count(".")
        if breaks > 2 and breaks * 3 > len(self.parts):
            # A break after every word or two is a disguise or a habit, not sentences.
            kept = [n for n, part in enumerate(self.parts) if part != "."]
            again = _Builder(self.original)
            for n in kept:
                again.add(self.parts[n], *self.spans[n])
            return again.built()
        text = " " + "".join(part + " " for part in self.parts)
        return Plain(self.original, text, tuple(self.offsets), tuple(self.spans))


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character.isascii():
        return character.lower()
    if unicodedata.category(character) == "Cf" or character in "\ufe0f\ufe0e\u034f\u115f\u3164\u0640":
        return ""
    out = []
    for part in unicodedata.normalize("NFKD", character).lower():
        if unicodedata.combining(part) and part < "a":
            continue
        if unicodedata.category(part) in ("Mn", "Me"):
            continue
        letter = _OTHER_ALIKE.get(part) or _ARABIC.get(part)
        if letter is None and not part.isascii():
            named = _LETTER_NAME.search(unicodedata.name(part, ""))
            letter = named[1].lower() if named else None
        out.append(letter or part)
    return "".join(out)


def _look_alikes(text: str) -> bool:
    """Is every Cyrillic or Greek letter a look-alike of a Latin one? Then the text is not Cyrillic or Greek."""
    foreign = [c for c in text.lower() if "\u0370" <= c <= "\u052f"]
    return bool(foreign) and all(c in _ALIKE for c in foreign)


def _words(text: str, spelling: Spelling) -> list[tuple[str, int, int]]:
    """Folded words and sentence breaks with their places."""
    alike = not text.isascii() and _look_alikes(text)
    spaced = _spaced_out(text, spelling)
    found: list[tuple[str, int, int]] = []
    word, start, position = "", 0, 0
    while position < len(text):
        if position in spaced:
            found += _flush(word, start, position)
            word, (pieces, end) = "", spaced[position]
            found += [(piece, position, end) for piece in pieces]
            position = end
            continue
        character = text[position]
        folded = "" if character in _APOSTROPHES else _fold_character(character)
        if alike and folded in _ALIKE:
            folded = _ALIKE[folded]
        if folded and not _joins(folded, text, position):
            found += _flush(word, start, position)
            word = ""
            if character in _BREAKS:
                found.append((".", position, position + 1))
            elif character in spelling.emoji:
                found += [(named, position, position + 1) for named in spelling.emoji[character].split()]
        elif folded:
            start = position if not word else start
            word += folded
        position += 1
    return found + _flush(word, start, len(text))


def _joins(folded: str, text: str, position: int) -> bool:
    if folded[0].isalnum():
        return True
    if folded not in _INSIDE:
        return False
    before, after = _beside(text, position, -1), _beside(text, position, 1)
    return after.isalnum() and (before.isalnum() or folded in "@$")


def _beside(text: str, position: int, step: int) -> str:
    """The next character that shows, before or after `position`; "" at the end."""
    position += step
    while 0 <= position < len(text) and not _fold_character(text[position]):
        position += step
    return text[position] if 0 <= position < len(text) else ""


def _flush(word: str, start: int, end: int) -> list[tuple[str, int, int]]:
    return [(word, start, end)] if word else []


def _spaced_out(text: str, spelling: Spelling) -> dict[int, tuple[list[str], int]]:
    """Where letters are spaced out ("k i l l"), the words they make: start to (words, end)."""
    found: dict[int, tuple[list[str], int]] = {}
    seen = _visible(text)
    places = [place for _, place in seen]
    for match in _SPACED.finditer("".join(letter for letter, _ in seen)):
        joined = "".join(c for c in match[0] if c.isalnum())
        if set(joined) <= _SHORTHAND_LETTERS or joined.isdigit():
            continue
        pieces = _between_gaps(match[0], spelling) or _pieced(joined, spelling)
        if pieces:
            found[places[match.start()]] = (pieces, places[match.end() - 1] + 1)
    return found


def _between_gaps(run: str, spelling: Spelling) -> list[str]:
    """The words of a run whose wider gaps stand between words ("k i l l  m e"); none when that makes no words."""
    words = ["".join(c for c in part if c.isalnum()) for part in _WIDE_GAP.split(run)]
    if len(words) < 2 or max(map(len, words)) < 2:
        return []
    return [piece for word in words for piece in _pieced(word, spelling) or [word]]


def _pieced(joined: str, spelling: Spelling) -> list[str]:
    if joined in spelling.vocabulary:
        return [joined]
    return spelling.words.get(joined, "").split() or split_into_words(_unleet(joined), spelling.vocabulary)


def _visible(text: str) -> list[tuple[str, int]]:
    """The characters that show, look-alikes made plain, with their places."""
    alike = _look_alikes(text)
    folded = ((_fold_character(c)[:1], place) for place, c in enumerate(text))
    return [(_ALIKE.get(c, c) if alike else c, place) for c, place in folded if c]


def _unleet(joined: str) -> str:
    return "".join(_LEET.get(c, c)[0] for c in joined)


@lru_cache(maxsize=8192)
def _forms_of(word: str) -> tuple[str, ...]:
    """Ways the word may have been meant, likeliest first: as typed, unstretched, unleeted."""
    forms = [word, *_unstretched(word)]
    if any(c in _LEET for c in word) and any(c.isalpha() for c in word):
        for plainer in _leet_readings(word):
            forms += [plainer, *_unstretched(plainer)]
    return tuple(dict.fromkeys(forms))


def _forms(word: str, spelling: Spelling) -> tuple[str, ...]:
    if word in spelling.words or word in spelling.vocabulary or word in spelling.known:
        return (word,)
    return _forms_of(word)


def _leet_readings(word: str) -> list[str]:
    readings = [""]
    for character in word:
        choices = _LEET.get(character, character)
        readings = [reading + choice for reading in readings for choice in choices][:25]
    return readings


def _unstretched(word: str) -> list[str]:
    """The word with stretched letters brought back to two or one, each run for itself."""
    runs = [match[0] for match in re.finditer(r"(.)\1*", word)]
    if all(len(run) == 1 for run in runs) or len(word) > 400:
        return []
    forms = [""]
    for run in runs:
        choices = [run] if len(run) == 1 else [run[0] * 2, run[0]]
        forms = [form + choice for form in forms for choice in choices][:32]
    return forms
