"""What else a first name is called: so that a worry about Beth is not read by Elizabeth."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


def called(first_name: str) -> frozenset[str]:
    """The short, pet and long forms of a first name in plain letters, without itself."""
    return _forms().get(first_name, frozenset()) - {first_name}


@cache
def _forms() -> Mapping[str, frozenset[str]]:
    lines = yaml.safe_load((files("safeguarding") / "words" / "nicknames.yaml").read_text(encoding="utf-8"))
    found: dict[str, frozenset[str]] = {}
    for line in lines:
        for name in line:
            found[name] = found.get(name, frozenset()) | frozenset(line)
    return found
