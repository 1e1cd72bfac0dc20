"""Public peers, each by its usual threshold: `python adapters.py NAME` in the peer's own environment.

Standard input: a JSON list of messages. Standard output: whether the peer raises each, milliseconds, megabytes.
Nothing of ours is imported here: this file runs where only the peer is installed.
"""

import importlib
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter

Raises = Callable[[str], bool]


def better_profanity() -> Raises:
    """A word list with leet spellings."""
    profanity = importlib.import_module("better_profanity").profanity
    profanity.load_censor_words()
    return lambda text: bool(profanity.contains_profanity(text))


def alt_profanity_check() -> Raises:
    """A linear model over words, learnt from comments; raises at one half."""
    predict = importlib.import_module("profanity_check").predict
    return lambda text: bool(predict([text])[0])


def vader() -> Raises:
    """Sentiment by a word list and rules; its authors call a compound of -0.05 or less negative."""
    analyser = importlib.import_module("vaderSentiment.vaderSentiment").SentimentIntensityAnalyzer()
    return lambda text: bool(analyser.polarity_scores(text)["compound"] <= -0.05)


def afinn() -> Raises:
    """Sentiment by a word list; negative when the sum is."""
    scorer = importlib.import_module("afinn").Afinn(emoticons=True)
    return lambda text: bool(scorer.score(text) < 0)


def textblob() -> Raises:
    """Sentiment by a word list; negative when the polarity is."""
    blob = importlib.import_module("textblob").TextBlob
    return lambda text: bool(blob(text).sentiment.polarity < 0)


def nrclex() -> Raises:
    """Emotions by a word list; raises when more words are negative than positive."""
    lexicon = importlib.import_module("nrclex").NRCLex

    def raises(text: str) -> bool:
        read = lexicon()
        read.load_token_list(text.lower().split())
        scores = read.raw_emotion_scores
        return bool(scores.get("negative", 0) > scores.get("positive", 0))

    return raises


def empath() -> Raises:
    """Topics by word lists; raises at any word of harm."""
    lexicon = importlib.import_module("empath").Empath()
    harm = [
        "violence",
        "suffering",
        "death",
        "kill",
        "abuse",
        "fear",
        "crime",
        "weapon",
        "medical_emergency",
        "torment",
    ]
    known = [name for name in harm if name in lexicon.cats]
    return lambda text: any(lexicon.analyze(text, categories=known).values())


def profanityfilter() -> Raises:
    """A word list."""
    words = importlib.import_module("profanityfilter").ProfanityFilter()
    return lambda text: bool(words.is_profane(text))


def badwords() -> Raises:
    """Word lists with look-alike letters."""
    words = importlib.import_module("badwords").ProfanityFilter()
    words.init(["en"])
    return lambda text: bool(words.is_profane(text))


def glin_profanity() -> Raises:
    """Word lists with leet spellings."""
    words = importlib.import_module("glin_profanity").Filter({"languages": ["english"], "detect_leetspeak": True})
    return lambda text: bool(words.is_profane(text))


def safetext() -> Raises:
    """Word lists."""
    words = importlib.import_module("safetext").SafeText(language="en")
    return lambda text: bool(words.check_profanity(text=text))


ADAPTERS: Mapping[str, Callable[[], Raises]] = {
    "better-profanity": better_profanity,
    "alt-profanity-check": alt_profanity_check,
    "vaderSentiment": vader,
    "afinn": afinn,
    "textblob": textblob,
    "nrclex": nrclex,
    "empath": empath,
    "profanityfilter": profanityfilter,
    "badwords-py": badwords,
    "glin-profanity": glin_profanity,
    "safetext": safetext,
}
"""By the name under which the package index has them."""


def main() -> None:
    raises = ADAPTERS[sys.argv[1]]()
    texts = json.load(sys.stdin)
    raises("hello")
    found, took = [], []
    for text in texts:
        start = perf_counter()
        found.append(raises(text))
        took.append((perf_counter() - start) * 1000)
    median = sorted(took)[len(took) // 2] if took else 0.0
    sys.stdout.write("\n" + json.dumps({"raised": found, "median_ms": round(median, 3), "megabytes": _resident()}))


def _resident() -> float:
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((round(int(line.split()[1]) / 1024, 1) for line in lines if line.startswith("VmRSS:")), 0.0)


if __name__ == "__main__":
    main()
