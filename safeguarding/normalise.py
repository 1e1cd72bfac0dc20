"""A child's words in one plain spelling, each word still knowing where it stood in the message.

The rules are written once, in plain spelling; this module brings what was typed to that spelling: look-alike
letters, hidden characters, missing apostrophes, stretched, spaced and leet letters, emoji and text-speak.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from safeguarding.segmenting import split_into_words

_LETTER_NAME = re.compile(
    r"(?:LATIN|REGIONAL INDICATOR|SQUARED|CIRCLED).*LETTER (?:SMALL CAPITAL |SCRIPT |OPEN |DOTLESS )?([A-Z])(?: |$)"
)
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
_WORD = re.compile(r"\w+")
_LEET_WORD = re.compile(r"[a-z][0134578]|[0134578][a-z]")
_LEET_ALONE = {"4": "a", "1": "i"}
_LEET_HABIT = 3
"""Words with digits for letters after which a digit that stands alone is a letter too."""
_FOREIGN = re.compile("[\u0370-\u052f]")
_RUN_INSIDE = 3
"""So many signs in a row may stand for letters ("k!$$ed"); more are no letters."""
_DISGUISED = re.compile(r"(.)\1\1|[^a-z]")
_GLUED_FROM, _GLUED_WORDS, _GLUED_MANY = 6, 2.3, 5
_BEGINNINGS = frozenset(
    (
        "i",
        "ive",
        "he",
        "hes",
        "she",
        "shes",
        "they",
        "theyre",
        "we",
        "my",
        "mum",
        "dad",
        "dont",
        "want",
        "wanna",
        "please",
    )
)
_ASKED, _OF = frozenset(("help", "kill", "hit", "hurt", "save")), frozenset(("me", "myself", "him", "her", "us"))
"""Letters of a word that may be several without spaces, and how long these are on average."""
_SWAPPED_FROM, _SWAPPED_TO = 5, 16
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

    def is_word(self, letters: str) -> bool:
        """Whether these letters may be one of several words written without spaces."""
        return (
            letters in self.vocabulary
            or (len(letters) > 1 and letters in self.words)
            or (len(letters) > 3 and letters in self.known)
        )


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
    words = _words(text, spelling)
    leet = sum(bool(_LEET_WORD.search(word)) for word, _, _ in words) >= _LEET_HABIT
    for typed, start, end in words:
        word = _LEET_ALONE.get(typed, typed) if leet else typed
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
    return word if word in spelling.known else _mended(word, forms, spelling)


def _mended(word: str, forms: Sequence[str], spelling: Spelling) -> str:
    """A word that nobody knows: an ordinary one in disguise, with two letters swapped, or several glued together."""
    if _DISGUISED.search(word):
        for form in forms[1:]:
            if len(form) > 3 and form in spelling.known:
                return form
    if _SWAPPED_FROM <= len(word) <= _SWAPPED_TO and word.isascii():
        for n in range(len(word) - 1):
            swapped = word[:n] + word[n + 1] + word[n] + word[n + 2 :]
            if swapped in spelling.vocabulary or spelling.words.get(swapped):
                return spelling.words.get(swapped, swapped)
    return _unglued(word, spelling)


def _unglued(word: str, spelling: Spelling) -> str:
    """Several words without spaces: a long row of them, or one that begins as a sentence does."""
    if len(word) < _GLUED_FROM or not (word.isalpha() and word.isascii()):
        return word
    pieces = split_into_words(word, spelling.is_word)
    short = not pieces or any(len(piece) == 1 and piece not in "ia" for piece in pieces)
    if short or not _reads_on(pieces) or len(word) / len(pieces) < _GLUED_WORDS:
        return word
    return " ".join(spelling.words.get(piece, piece) for piece in pieces)


def _reads_on(pieces: Sequence[str]) -> bool:
    if len(pieces) == 2:
        return pieces[0] in _ASKED and pieces[1] in _OF
    return len(pieces) >= _GLUED_MANY or (len(pieces) > 2 and pieces[0] in _BEGINNINGS)


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


def _without_look_alikes(text: str) -> str:
    """`text`, as long as it was, with Latin letters for the Cyrillic and Greek ones that only look like them.

    They do where every one of them has a Latin double; in a word that is half Latin; and, where most letters are
    Latin, in every word of nothing but doubles.
    """
    foreign = _FOREIGN.findall(text)
    if not foreign:
        return text
    if all(c.lower() in _ALIKE for c in foreign):
        return _FOREIGN.sub(_double, text)
    mostly_latin = sum(c.isascii() and c.isalpha() for c in text) > len(foreign)
    return _WORD.sub(lambda word: _latin(word[0], anyway=mostly_latin), text)


def _latin(word: str, *, anyway: bool) -> str:
    mixed = any(c.isascii() and c.isalpha() for c in word)
    if mixed or (anyway and all(c.lower() in _ALIKE for c in _FOREIGN.findall(word))):
        return _FOREIGN.sub(_double, word)
    return word


def _double(letter: re.Match[str]) -> str:
    return _ALIKE.get(letter[0].lower(), letter[0])


def _words(text: str, spelling: Spelling) -> list[tuple[str, int, int]]:
    """Folded words and sentence breaks with their places."""
    text = _without_look_alikes(text)
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
    before, after = _beside(text, position, -1), _after_signs(text, position)
    return after.isalnum() and (before.isalnum() or (before in _INSIDE and before != "") or folded in "@$!")


def _after_signs(text: str, position: int) -> str:
    """The next character that is no sign for a letter; "" where there are too many of them."""
    for _ in range(_RUN_INSIDE):
        position += 1
        if position >= len(text) or text[position] not in _INSIDE:
            return _beside(text, position - 1, 1)
    return ""


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
    signs = {c for c in run if not c.isalnum()}
    parts = run.split(" ") if " " in signs and len(signs) > 1 else _WIDE_GAP.split(run)  # "k.i.l.l m.e"
    words = ["".join(c for c in part if c.isalnum()) for part in parts]
    if len(words) < 2 or max(map(len, words)) < 2 or any(word.isdigit() for word in words):
        return []
    return [piece for word in words for piece in _pieced(word, spelling) or [word]]


def _pieced(joined: str, spelling: Spelling) -> list[str]:
    if joined in spelling.vocabulary:
        return [joined]
    return spelling.words.get(joined, "").split() or split_into_words(_unleet(joined), spelling.is_word)


def _visible(text: str) -> list[tuple[str, int]]:
    """The characters that show, look-alikes made plain, with their places."""
    folded = ((_fold_character(c)[:1], place) for place, c in enumerate(text))
    return [(c, place) for c, place in folded if c]


def _unleet(joined: str) -> str:
    return "".join(_LEET.get(c, c)[0] for c in joined)


@lru_cache(maxsize=8192)
def _forms_of(word: str) -> tuple[str, ...]:
    """Ways the word may have been meant, likeliest first: as typed, unstretched, unleeted."""
    forms = [word, *_unstretched(word)]
    if any(c in _LEET for c in word) and any(c.isalpha() for c in word):
        readings = _leet_readings(word)
        forms += [*readings, *(shorter for reading in readings for shorter in _unstretched(reading))]
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
