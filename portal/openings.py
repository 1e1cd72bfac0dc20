"""Openings of a message to a child: they save typing and never the thinking, so none is sent as it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

_GAP = re.compile(r"\[[^\[\]]+\]")


@dataclass(frozen=True, slots=True)
class Opening:
    """One beginning. `text` holds gaps in square brackets, and {name} and {me} until they are known."""

    id: str
    label: str
    text: str

    @property
    def gaps(self) -> tuple[str, ...]:
        return tuple(_GAP.findall(self.text))


@cache
def load() -> tuple[Opening, ...]:
    """In the order in which they are offered."""
    said = yaml.safe_load(resources.files("portal").joinpath("openings.yaml").read_text("utf-8"))
    return tuple(Opening(**one) for one in said)


def for_child(name: str, me: str) -> tuple[Opening, ...]:
    """With the names in their places."""
    return tuple(Opening(one.id, one.label, one.text.replace("{name}", name).replace("{me}", me)) for one in load())


def unfinished(text: str, offered: Sequence[Opening]) -> str:
    """Why this is not ready to be sent: `gap` or `unchanged`; "" when it is."""
    small = text.casefold()
    if any(gap.casefold() in small for one in offered for gap in one.gaps):
        return "gap"
    bare = {_squashed(form) for one in offered for form in (one.text, _GAP.sub("", one.text))}
    return "unchanged" if _squashed(text) in bare else ""


def _squashed(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
