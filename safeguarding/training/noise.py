"""Other ways to have typed the same message, so that the model does not learn one way of typing."""

import re
from random import Random

_LEET = {"a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7"}
_EMOJI = "😭😂💀🙃😬🥲😅🙄❤️🔥👀✨😢😡🤷"
_WORD = re.compile(r"[a-zA-Z]{3,}")


def noisy(text: str, random: Random) -> str:
    """`text` after one to three mishaps of typing."""
    for mishap in random.sample(_MISHAPS, random.randint(1, 3)):
        text = mishap(text, random)
    return text


def _unpunctuated(text: str, random: Random) -> str:  # noqa: ARG001
    return re.sub(r"[.,!?;:'’]", "", text).lower()


def _typos(text: str, random: Random) -> str:
    return _in_some_words(text, random, 0.12, _typo)


def _typo(word: str, random: Random) -> str:
    place = random.randrange(len(word) - 1)
    kind = random.randrange(3)
    if kind == 0:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if kind == 1:
        return word[:place] + word[place + 1 :]
    return word[: place + 1] + word[place:]


def _leet(text: str, random: Random) -> str:
    return _in_some_words(text, random, 0.2, lambda w, _: "".join(_LEET.get(c, c) for c in w))


def _stretched(text: str, random: Random) -> str:
    return _in_some_words(text, random, 0.1, lambda w, r: w + w[-1] * r.randint(2, 4))


def _no_vowel(text: str, random: Random) -> str:
    return _in_some_words(text, random, 0.08, lambda w, _: w[0] + re.sub("[aeiou]", "", w[1:]))


def _emoji(text: str, random: Random) -> str:
    return f"{text} {random.choice(_EMOJI)}"


def _word_lost(text: str, random: Random) -> str:
    words = text.split(" ")
    if len(words) > 5:
        words.pop(random.randrange(len(words)))
    return " ".join(words)


def _in_some_words(text: str, random: Random, share: float, change: object) -> str:
    return _WORD.sub(lambda m: change(m[0], random) if random.random() < share else m[0], text)  # type: ignore[operator]


_MISHAPS = (_unpunctuated, _typos, _leet, _stretched, _no_vowel, _emoji, _word_lost)
