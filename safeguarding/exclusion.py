"""Adults a worry may be about: they must not be the ones who read it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from safeguarding.language import unaccented, word_lists
from safeguarding.nicknames import called

_WORD = re.compile(r"[a-z0-9]+")
# Said right before a name, these make the person somebody to tell, not somebody to fear.
_TELLING = re.compile(
    r"\b(tell|ask|message|ring|call|text|email|contact|can i see|want to see|can i meet|let|talk to|talked to|"
    r"speak to|spoke to|told|i want|dear|hi|hello|hey|pass it to|pass this to|can|could|will|would|please)"
    r"( only)?( to)?( my| the)?$"
)
_NOT_TELLING = re.compile(
    r"\b(do not|dont|don t|cant|can t|never|not|wont|if i)( you)?( ever)? "
    r"(tell|ask|message|ring|call|let|talk to|speak to)( my| the)?$"
)
_TO_STOP = re.compile(r"^s? (to stop|stop|leave me|to leave|to not|not to|off|keeps|did|does|has|is|was|hit|hurt)\b")
HARM_BY_SOMEBODY = frozenset(
    [
        "allegation_staff_or_carer", "bullying", "domestic_abuse", "emotional_abuse", "exploitation_criminal",
        "exploitation_sexual", "keeping_secrets", "neglect", "online_harm", "physical_abuse", "placement_unsafe",
        "sexual_abuse", "trafficking",
    ]
)  # fmt: skip
"""Kinds of worry in which somebody does something to the child."""
_MISSPELT_FROM = 5
"""Names of so many letters are known with one letter wrong; in shorter ones that would be another name."""
_LOOKS_BACK = 3
_SOMEBODY_SAID_BEFORE = re.compile(r"\b(he|hes|him|his|she|shes|her|they|theyre|them|their)\b")
_SOMEBODY_ELSE = re.compile(
    r"\b(step)?(dad|daddy|mum|mam|mom|father|mother|brother|sister|bro|sis)s?\b|"
    r"\b(uncle|aunt|auntie|nan|grandad|cousin|carer|teacher|boyfriend|girlfriend|friend|mate|boy|girl|lad|man|woman|kid)s?\b"
)
_ROLES = {
    "iro": ("iro", "i r o", "independent reviewing officer", "reviewing officer", "reviewing lady", "reviewing man"),
    "duty_officer": ("duty officer", "duty worker", "duty lady", "duty man", "duty person"),
    "iro_manager": ("iro manager", "iros boss", "iros manager"),
}


@dataclass(frozen=True, slots=True)
class StaffName:
    """What a child may call a member of staff; `own_iro` and `on_duty` say whom "my iro", "the duty officer" mean."""

    ref: str
    first_name: str
    last_name: str = ""
    preferred_name: str = ""
    role: str = ""
    own_iro: bool = False
    on_duty: bool = False


def named_adults(text: str, staff: Iterable[StaffName], before: Sequence[str] = ()) -> set[str]:
    """References of staff a worrying message may be about: named in it, and not merely as somebody to tell.

    "he hit me" is about whoever the child named in the messages `before` it (oldest first), unless it says who he is.
    Call it for messages that are a worry. In doubt the adult is excluded: another reads it instead.
    """
    staff, words = list(staff), _plain(text)
    found = {person.ref for person in staff if _is_subject(words, person)}
    if found or not _SOMEBODY_SAID_BEFORE.search(words) or _SOMEBODY_ELSE.search(words):
        return found
    for earlier in map(_plain, reversed(before[-_LOOKS_BACK:])):
        if found := {person.ref for person in staff if _is_subject(earlier, person)}:
            return found
    return set()


def _is_subject(words: str, person: StaffName) -> bool:
    return any(not _only_told(words, start, end) for start, end in _mentions(words, _names(person)))


def _names(person: StaffName) -> Sequence[str]:
    """What a child may write for this person, in the plain spelling; the short forms of a first name as well."""
    given = [_plain(n) for n in (person.first_name, person.last_name, person.preferred_name)]
    names = [name for name in given if len(name) > 1]
    names += [short for first in (given[0], given[2]) for short in called(first)]
    if person.own_iro:
        names += _ROLES["iro"]
    if person.role == "duty_officer" and person.on_duty:
        names += _ROLES["duty_officer"]
    if person.role == "iro_manager":
        names += _ROLES["iro_manager"]
    return list(dict.fromkeys(names))


def _plain(name: str) -> str:
    return " ".join(_WORD.findall(unaccented(name)))


def _mentions(words: str, names: Sequence[str]) -> list[tuple[int, int]]:
    """Where any of the names stands as a whole word, an "s" of possession allowed, or misspelt by one letter."""
    exact = [
        (found.start(), found.start() + len(name))
        for name in names
        for found in re.finditer(rf"\b{re.escape(name)}s?\b", words)
    ]
    long = [name for name in names if len(name) >= _MISSPELT_FROM and " " not in name]
    misspelt = [found.span() for found in _WORD.finditer(words) if long and _is_misspelt(found.group(), long)]
    return exact + misspelt


def _is_misspelt(word: str, names: Sequence[str]) -> bool:
    """One letter missing, added, wrong or swapped; an ordinary English word is itself, and no misspelt name."""
    if len(word) < _MISSPELT_FROM - 1 or word in word_lists()["en"]:
        return False
    said = (word, word.removesuffix("s"))
    return any(OSA.distance(one, name, score_cutoff=1) <= 1 for one in said for name in names)


def _only_told(words: str, start: int, end: int) -> bool:
    """Do the words around a name make it somebody to tell? "dont tell Priya" and "tell Priya to stop" do not."""
    before, after = words[:start].rstrip(), words[end:]
    return bool(_TELLING.search(before)) and not _NOT_TELLING.search(before) and not _TO_STOP.search(after)
