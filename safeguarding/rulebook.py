"""Reading the rules: one YAML file a category in `rules/`, with word lists, sayings and guards beside them."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import re2
import yaml

from safeguarding.anchors import Anchor, anchor
from safeguarding.language import word_lists
from safeguarding.normalise import Spelling, fold, respell
from safeguarding.patterns import Pattern, PatternWrong, Words, expression
from safeguarding.screening import Level

RULES = "rules"
_LISTS, _GUARDS, _SAYINGS, _SPELLING = "_lists.yaml", "_guards.yaml", "_sayings.yaml", "_spelling.yaml"
_FIELDS = {"id", "level", "says", "also", "unless", "raises", "quiet", "why", "language"}
_STRETCHED = re.compile(r"(.)\1\1|\d")
_LITERAL = re.compile(r"[^\s(){}|?^$]+")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RulesBroken(Exception):
    """The rules cannot be used; the message names the file and the rule, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `says` and `also` are its patterns, `anchors` say when to try them.

    A guard named in `unless` lowers its level by one. A message of `raises` must reach the level; one of `quiet` must
    stay under `concern`, or under `urgent` where an urgent rule has guards.
    """

    id: str
    category: str
    level: Level
    says: tuple[Any, ...]
    anchors: tuple[Anchor | None, ...]
    also: tuple[Any, ...]
    unless: tuple[str, ...]
    raises: tuple[str, ...]
    quiet: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Guard:
    """A sign that a message is about something harmless or over; `but_not` takes the sign away again.

    A `near` guard counts only in the sentence that a rule was found in: a dog in another one explains nothing.
    """

    says: Any
    but_not: Any | None = None
    near: bool = False

    def hears(self, text: str) -> bool:
        """Whether the sign is in plain text."""
        return bool(self.says.search(text)) and not (self.but_not and self.but_not.search(text))


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules with the spelling they are written in."""

    rules: tuple[Rule, ...]
    guards: Mapping[str, Guard]
    sayings: Any
    spelling: Spelling
    version: str


def read(folder: Traversable | None = None) -> Rulebook:
    """Load and compile every rule file; raises RulesBroken with one line that names file and rule."""
    folder = folder or files("safeguarding") / RULES
    texts = _texts(folder)
    parsed = {name: _parse(name, text) for name, text in texts.items()}
    spelling = _spelling(parsed)
    words = Words(_lists(parsed), cache(partial(_respell, spelling=spelling)))
    rules = [
        rule for name, content in parsed.items() if not name.startswith("_") for rule in _rules(name, content, words)
    ]
    _unique(rules)
    guards = {name: _guard(name, content, words) for name, content in parsed[_GUARDS].items()}
    for rule in rules:
        for guard in rule.unless:
            if guard not in guards:
                raise RulesBroken(f"{rule.category}.yaml, rule '{rule.id}': there is no guard called '{guard}'")
    sayings = _any(parsed[_SAYINGS]["sayings"], words, _SAYINGS)
    return Rulebook(tuple(rules), guards, sayings, spelling, _version(texts))


def _texts(folder: Traversable) -> dict[str, str]:
    try:
        found = sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
        texts = {f.name: f.read_text(encoding="utf-8") for f in found}
    except (OSError, UnicodeDecodeError) as error:
        raise RulesBroken(f"the rules folder cannot be read: {error}") from error
    for name in (_LISTS, _GUARDS, _SAYINGS, _SPELLING):
        if name not in texts:
            raise RulesBroken(f"{name} is missing from the rules folder")
    return texts


def _parse(name: str, text: str) -> dict[str, Any]:
    try:
        content = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, in C where there is one
    except yaml.YAMLError as error:
        line = " ".join(str(error).split())
        raise RulesBroken(f"{name} is not good YAML: {line}") from error
    if not isinstance(content, dict):
        raise RulesBroken(f"{name}: expected a list of named entries at the top of the file")
    return content


def _version(texts: Mapping[str, str]) -> str:
    """A short hash that changes with any word of any rule file."""
    digest = hashlib.sha256()
    for name, text in texts.items():
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()[:12]


def _spelling(parsed: Mapping[str, Any]) -> Spelling:
    content = parsed[_SPELLING]
    words = {fold(str(k)): fold(str(v)) for k, v in content["words"].items()}
    vocabulary = set(fold(str(content["common"])).split())
    for value in words.values():
        vocabulary.update(value.split())
    for name, file_content in parsed.items():
        if name != _SPELLING:
            vocabulary.update(_literals(file_content))
    known = frozenset(word for word in word_lists()["en"] if not _STRETCHED.search(word))
    return Spelling(words, content["emoji"], frozenset(vocabulary - set(words)), known)


def _literals(content: Any) -> set[str]:
    """Every word the rules name, so that disguised forms of it can be recognised."""
    if isinstance(content, dict):
        skipped = ("raises", "quiet", "id", "why", "category", "language", "unless", "level")
        return {w for key, value in content.items() if key not in skipped for w in _literals(value)}
    if isinstance(content, list):
        return {w for value in content for w in _literals(value)}
    return {fold(word).rstrip("*") for word in _LITERAL.findall(str(content)) if word not in ("...", ">>")}


def _respell(token: str, *, spelling: Spelling) -> str:
    return respell(fold(token), spelling)


def _lists(parsed: Mapping[str, Any]) -> dict[str, list[str]]:
    raw: dict[str, Any] = parsed[_LISTS]
    lists: dict[str, list[str]] = {}
    for name, entries in raw.items():
        lists[name] = []
        for entry in (str(e).strip() for e in (entries.split(",") if isinstance(entries, str) else entries)):
            inner = entry[1:-1] if entry.startswith("{") else ""
            if inner and inner not in lists:
                raise RulesBroken(f"{_LISTS}: list '{name}' names '{inner}', which is not above it")
            lists[name] += lists[inner] if inner else [entry]
    return lists


def _rules(name: str, content: Mapping[str, Any], words: Words) -> list[Rule]:
    category = str(content.get("category") or name.removesuffix(".yaml"))
    found = []
    for number, entry in enumerate(content.get("rules") or (), start=1):
        where = f"{name}, rule {entry.get('id', number) if isinstance(entry, dict) else number}"
        try:
            found.append(_rule(entry, category, content.get("unless") or (), words))
        except (PatternWrong, KeyError, TypeError, ValueError, AttributeError, re2.error) as error:
            raise RulesBroken(f"{where}: {_said(error)}") from error
    return found


def _said(error: Exception) -> str:
    return f"{error} is missing or unknown" if isinstance(error, KeyError) else str(error)


def _rule(entry: Mapping[str, Any], category: str, unless: Sequence[str], words: Words) -> Rule:
    unknown = set(entry) - _FIELDS
    if unknown:
        raise ValueError(f"'{sorted(unknown)[0]}' is not a field of a rule")
    says = _listed(entry["says"])
    return Rule(
        id=f"{category}.{entry['id']}",
        category=category,
        level=Level[entry["level"]],
        says=tuple(Pattern(expression(p, words)) for p in says),
        anchors=tuple(anchor(p, words) for p in says),
        also=tuple(Pattern(expression(p, words)) for p in _listed(entry.get("also", ()))),
        unless=tuple(_listed(entry.get("unless", unless))),
        raises=tuple(_listed(entry.get("raises", ()))),
        quiet=tuple(_listed(entry.get("quiet", ()))),
        language=str(entry.get("language", "en")),
    )


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [str(v) for v in value]


def _guard(name: str, content: Any, words: Words) -> Guard:
    where = f"{_GUARDS}: guard '{name}'"
    if not isinstance(content, dict):
        return Guard(_any(content, words, where))
    if "says" not in content or not set(content) <= {"says", "but_not", "near"}:
        raise RulesBroken(f"{where}: expected patterns, or 'says' and 'but_not' with patterns each, or 'near'")
    but_not = _any(content["but_not"], words, where) if "but_not" in content else None
    return Guard(_any(content["says"], words, where), but_not, near=content.get("near") is True)


def _any(patterns: Sequence[str], words: Words, where: str) -> Any:
    try:
        return re2.compile("|".join(expression(p, words) for p in patterns))
    except (PatternWrong, re2.error) as error:
        raise RulesBroken(f"{where}: {error}") from error


def _unique(rules: Sequence[Rule]) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise RulesBroken(f"{rule.category}.yaml, rule '{rule.id}': there are two rules of this name")
        seen.add(rule.id)
