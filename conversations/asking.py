"""A message without what says nothing: no "hi", "um" or "pls", no "do you know", and the IRO by one name only."""

import re

from rapidfuzz import fuzz

from conversations.understood import plain

FILLERS = frozenset(
    [
        *("please", "just", "actually", "even", "really", "um", "umm", "erm", "er", "uh", "so", "ok", "okay", "lol"),
        *("haha", "lmao", "tbh", "btw", "ngl", "hi", "hey", "hello", "hiya", "oh", "yo", "mate", "innit", "basically"),
        *("idk", "literally", "maybe", "also", "kinda", "rn", "asap", "sorry", "x", "xx", "xxx", "alright", "cuz"),
    ]
)
"""Words that may stand anywhere in a request and change nothing about it."""
LEADING = re.compile(
    r"(?:(?:and|but|well|yeah|yes|yh|like|computer|bot|my iro|excuse me|do you know|any idea|question|quick question"
    r"|(?:can|could|will|would) you tell me(?! about| a )|i (?:would like|want|need) to know|i was wondering(?: if)?"
    r"|i am wondering(?: if)?|i wonder(?: if)?|i do not know"
    r"|(?:i forgot|i have forgotten)(?= (?:who|what|when|where)\b)|remind me"
    r"|(?:can|could|may) i ask(?: you)?(?: something| a question)?(?! (?:iro|her|him|them|for|my|if (?:iro|she|he)))"
    r"|tell me(?= (?:who|when|where|why|how|if|what (?:is|an|does|happens|are|do|i)\b))) )+"
)
"""Ways to begin that lead up to the question itself."""
TRAILING = re.compile(
    r"(?: (?:thanks|thank you|ta|cheers|now|then|again|though|at all|anyway|or what|or something|or not"
    r"|if that is|if you can|if possible))+$"
)
ROLE = re.compile(r"(?:(?:my|the|me) )?\b(iros?|i r o|independent review(?:ing)? officer|review(?:ing)? officer)\b")
STRETCHED = re.compile(r"([a-z])\1{2,}")
CLOSE_NAME = 88
SHORTEST_GUESSED = 4
SENTENCE = re.compile(r"[.!?\n;]+(?:\s|$)")


def requests(text: str, iro: str) -> tuple[str, ...]:
    """The bare request, with the IRO's own name read as "iro" and, where that differs, as any other word."""
    said = plain(text)
    known = plain(iro)
    named = _bare(_by_role(said, known))
    unnamed = _bare(_by_role(said, ""))
    return (named,) if named == unnamed else (named, unnamed)


def sentences(text: str) -> list[str]:
    """The sentences of a message, when it has more than one."""
    parts = [part.strip() for part in SENTENCE.split(text) if part.strip()]
    return parts if len(parts) > 1 else []


def _by_role(said: str, name: str) -> str:
    words = " ".join(_named(word, name) for word in said.split())
    return ROLE.sub(lambda found: "iros" if found[1] == "iros" else "iro", words)


def _named(word: str, name: str) -> str:
    """The IRO's first name, give or take a letter, is the word "iro"; "beths" is "iros"."""
    if not name or " " in name or word[0] != name[0]:
        return word
    if word == name:
        return "iro"
    if word == f"{name}s":
        return "iros"
    return "iro" if len(word) >= SHORTEST_GUESSED and fuzz.ratio(word, name) >= CLOSE_NAME else word


def _bare(said: str) -> str:
    words = STRETCHED.sub(r"\1", said).split()
    kept = " ".join(word for word in words if word not in FILLERS)
    opening = LEADING.match(kept)
    inner = kept[opening.end() :] if opening else kept
    return TRAILING.sub("", inner) or kept or said
