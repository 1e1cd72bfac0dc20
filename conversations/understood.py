"""What a child may mean by a few words: a card word, a birthday, a name. Spelling is never held against them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

SPEAK = {
    "u": "you", "ur": "your", "r": "are", "b4": "before", "pls": "please", "plz": "please", "wot": "what",
    "wat": "what", "whats": "what is", "wots": "what is", "whos": "who is", "hu": "who", "wen": "when",
    "wens": "when is", "whens": "when is", "im": "i am", "iam": "i am", "ive": "i have", "n": "and", "wiv": "with",
    "w": "with", "y": "why", "cant": "can not", "cannot": "can not", "dont": "do not", "dnt": "do not",
    "doesnt": "does not", "isnt": "is not", "its": "it is", "thats": "that is", "hes": "he is", "shes": "she is",
    "theyre": "they are", "youre": "you are", "sum1": "someone", "some1": "someone", "somone": "someone",
    "meting": "meeting", "meetin": "meeting", "2": "to", "4": "for", "wanna": "want to", "gonna": "going to",
    "wont": "will not", "didnt": "did not", "cos": "because", "coz": "because", "ppl": "people", "tel": "tell",
    "lemme": "let me", "gimme": "give me", "tlk": "talk", "spk": "speak", "abt": "about", "bout": "about",
    "msg": "message",
    "txt": "text", "fone": "phone", "skool": "school", "scool": "school", "brova": "brother", "brovver": "brother",
    "sumthing": "something", "somethin": "something", "smth": "something", "summat": "something", "sth": "something",
    "sumone": "someone", "any1": "anyone", "no1": "no one", "id": "i would", "youll": "you will", "hows": "how is",
    "wheres": "where is", "wer": "where", "whys": "why is", "hav": "have", "cud": "could", "wud": "would",
    "shud": "should", "da": "the", "dis": "this", "dat": "that", "tht": "that", "cn": "can", "bk": "back", "mi": "my",
    "iz": "is", "frm": "from", "nxt": "next", "havent": "have not", "hasnt": "has not", "arent": "are not",
    "wasnt": "was not", "couldnt": "could not", "wouldnt": "would not", "shouldnt": "should not",
    "tellin": "telling", "wright": "write", "rite": "write", "meating": "meeting", "reviw": "review",
    "revue": "review", "advocet": "advocate", "advacate": "advocate", "complant": "complaint", "plzz": "please",
    "plss": "please", "secrit": "secret", "sekret": "secret", "wanted": "want", "hoo": "who",
    "rong": "wrong", "reveiw": "review", "revew": "review", "complane": "complain", "advocat": "advocate",
}  # fmt: skip
"""Text-speak and common slips, written out."""

BEFORE_A_FIGURE = frozenset({"number", "question", "no", "at", "after", "before", "until", "to", "page", "and"})

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
]
LEAP_YEAR = 2024
CLOSE = 80


def plain(text: str) -> str:
    """The words alone: no accents, capitals or punctuation; text-speak written out."""
    bare = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("'", ""))
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    tokens = re.sub(r"[^\w]+|_", " ", letters).split()
    return " ".join(_spoken(token, before, len(tokens)) for before, token in zip(["", *tokens], tokens, strict=False))


def _spoken(token: str, before: str, count: int) -> str:
    """A letter alone is an answer ("n", "y"); a figure after "number" or "after" is a figure."""
    if (len(token) == 1 and count == 1) or (token.isdigit() and before in BEFORE_A_FIGURE):
        return token
    return SPEAK.get(token, token)


@lru_cache(maxsize=4096)
def plain_phrase(phrase: str) -> str:
    """`plain` for words of our own, which are remembered. A child's words never are."""
    return plain(phrase)


def card(text: str) -> str | None:
    """The card word as it is printed (`OTTER-42`) however it was typed, or None when nothing looks like one."""
    found = re.findall(r"([a-z]{3,12})[\s\-–—_.]*(\d{1,3})(?!\d)", text.casefold())
    if found:
        word, number = found[-1]
        return f"{word}-{number}".upper()
    alone = text.strip().casefold()
    if re.fullmatch(r"[a-z0-9][a-z0-9\-]{3,15}", alone):
        return alone.upper()
    return None


def birthday(text: str) -> tuple[int, int] | None:
    """Day and month, in whatever way a child writes them; None when that cannot be told."""
    said = text.casefold()
    iso = re.search(r"\b\d{4}-(\d{1,2})-(\d{1,2})\b", said)
    if iso:
        return _real(int(iso[2]), int(iso[1]))
    numbers = re.search(r"(?<!\d)(\d{1,2})\s*[/.\-\\ ]\s*(\d{1,2})(?!\d)", said)
    month = _month(said)
    if month is not None:
        day = _day(said)
        return _real(day, month) if day else None
    if numbers:
        one, other = int(numbers[1]), int(numbers[2])
        return _real(one, other) or _real(other, one)
    return None


def _real(day: int, month: int) -> tuple[int, int] | None:
    try:
        date(LEAP_YEAR, month, day)
    except ValueError:
        return None
    return day, month


def _month(said: str) -> int | None:
    for word in re.findall(r"[a-z]{3,}", said):
        for number, month in enumerate(MONTHS, 1):
            short = month.startswith(word) or (word == "sept" and number == 9)
            if short or (len(word) >= 4 and fuzz.ratio(word, month) >= CLOSE):
                return number
    return None


def _day(said: str) -> int | None:
    number = re.search(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)", said)
    if number:
        return int(number[1])
    joined = said.replace(" ", "-")
    named = [day for day, word in enumerate(ORDINALS, 1) if re.search(rf"(?<![a-z]){word}(?![a-z])", joined)]
    return max(named) if named else None


DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?"
WHEN = re.compile(
    r"\b(?:(?:any ?time|some ?time) )?(?:(?:on|this|next|after|before|at|in the|by|around|from|between|every) )*"
    rf"(?:{DAY}|today|tonight|tomorrow|tmrw|tmr|2moro\w*|2morrow|(?:the )?weekends?|mornings?|afternoons?|evenings?"
    r"|after (?:school|college|tea|dinner|lunch|work)|lunch ?time|break ?time|half ?term|(?:this|next) week"
    r"|(?:at|after|before|around) \d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?|\d{1,2}(?:[:.]\d\d)? ?[ap]m)\b.*",
    re.IGNORECASE | re.DOTALL,
)
URGENT = re.compile(r"\b(?:today|tonight|right now|now|asap|urgent(?:ly)?|straight away|cant wait|emergency)\b")
POLITE_END = re.compile(r"[\s,]*\b(?:pls|plz|please|thanks|thank you|thx|x+|lol|ok|asap)?[\s?!.]*$", re.IGNORECASE)
LONGEST_TIME = 80


def time_said(text: str) -> dict[str, str]:
    """`when` in the child's own words, if the text says so; `urgent` when it cannot wait."""
    found = WHEN.search(text)
    kept = {"when": POLITE_END.sub("", found[0])[:LONGEST_TIME]} if found else {}
    if URGENT.search(plain(text)):
        kept["urgent"] = "yes"
    return kept


def name(text: str) -> str | None:
    """What to call the child: what is left when "call me" is taken off; None when it is too long for a name."""
    bare = re.sub(
        r"^\s*(please\s+)?(just\s+)?(call me|my name is|my names|my name's|i am|i'm|im|its|it's|it is)\s+",
        "",
        text.strip(),
        flags=re.IGNORECASE,
    )
    bare = re.sub(r"[.!?]+$|\s+(please|pls|plz)$", "", bare.strip(), flags=re.IGNORECASE).strip()
    if not bare or len(bare) > 30 or len(bare.split()) > 3 or not re.search(r"\w", bare):
        return None
    return bare


def is_name(text: str, wanted: str) -> bool:
    """Does this text hold that first name, give or take a letter or an accent?"""
    target = plain(wanted)
    return any(word == target or (len(word) >= 4 and fuzz.ratio(word, target) >= CLOSE) for word in plain(text).split())


def named(text: str, names: Iterable[str]) -> str | None:
    """The first of these first names that the text holds, or None."""
    return next((one for one in names if one and is_name(text, one)), None)


STOP_WORDS = frozenset(
    [
        "my",
        "iro",
        "is",
        "it",
        "and",
        "the",
        "of",
        "birthday",
        "bday",
        "born",
        "on",
        "im",
        "i",
        "am",
        "name",
        "called",
        "its",
        "his",
        "her",
        "a",
        "was",
        "in",
        "he",
        "she",
    ]
)


def birthday_and_iro(text: str) -> Mapping[str, str]:
    """Whatever of `day`, `month` and `iro_said` stands in one message: "11 april, graham"."""
    found: dict[str, str] = {}
    day = birthday(text)
    if day:
        found |= {"day": str(day[0]), "month": str(day[1])}
    others = [
        word
        for word in re.findall(r"[^\W\d_]{2,}", text)
        if word.casefold() not in STOP_WORDS | {"st", "nd", "rd", "th"} and _month(word.casefold()) is None
    ]
    if others:
        found["iro_said"] = others[-1]
    return found
