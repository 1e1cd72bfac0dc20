"""How old a reader must be: Flesch-Kincaid over one message, with the words every child here knows counted as easy."""

import re
from importlib.resources import files

OLDEST = {"younger": 7.0, "middle": 9.0, "older": 11.0}
"""The reading age a line may ask for, by band (the house rules of `docs/voice.md`)."""
LONGEST_SENTENCE = 15
SHORTEST_JUDGED = 5
"""A label of fewer words than this has no reading age worth the name."""
SCHOOL_STARTS = 5
"""Years between a school grade and the age of the child in it."""


FAMILIAR = frozenset(files("conversations").joinpath("familiar_words.txt").read_text("utf-8").split())
"""Words a child meets in every conversation here, or has known since the first year of school: counted as easy."""


def reading_age(text: str) -> float:
    """The age at which a child can read this message by themselves, in years; 0 for a label too short to judge."""
    spoken = [_words(sentence) for sentence in sentences(text)]
    words = [word for sentence in spoken for word in sentence]
    if len(words) < SHORTEST_JUDGED:
        return 0.0
    count = len([sentence for sentence in spoken if sentence])
    syllables = sum(syllables_in(word) for word in words)
    return 0.39 * len(words) / count + 11.8 * syllables / len(words) - 15.59 + SCHOOL_STARTS


def longest_sentence(text: str) -> int:
    """Words in the longest sentence."""
    return max((len(re.findall(r"[\w'’-]+", sentence)) for sentence in sentences(text)), default=0)


def sentences(text: str) -> list[str]:
    """The sentences of a message; a colon before a list and a line end close one too."""
    return [part.strip() for part in re.split(r"(?<=[.!?])\s+|\n|:\s", text) if part.strip(" .!?")]


def _words(sentence: str) -> list[str]:
    return re.findall(r"[a-z]+(?:['’][a-z]+)?", sentence.casefold())


def syllables_in(word: str) -> int:
    """Syllables as heard, near enough; a familiar word counts as one."""
    bare = word.replace("’", "'")
    if bare in FAMILIAR or bare.split("'")[0] in FAMILIAR:
        return 1
    letters = re.sub(r"[^a-z]", "", bare.split("'")[0])
    groups = len(re.findall(r"[aeiouy]+", letters))
    silent = re.search(r"[^aeiouy]e$|[^aeioutd]ed$|[^aeioulrscxz]es$", letters) and not letters.endswith("le")
    return max(1, groups - bool(silent))
