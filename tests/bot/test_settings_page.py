"""`docs/settings.md` names every setting there is, with the value it has when nothing is said."""

from __future__ import annotations

import re
from pathlib import Path

from pydantic_core import PydanticUndefined

from bot.settings import Settings

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"
ROW = re.compile(r"^\| `MY_IRO_([A-Z_]+)` \| ([^|]*) \|", re.MULTILINE)


def said() -> dict[str, str]:
    return {name.lower(): default.strip() for name, default in ROW.findall(PAGE.read_text(encoding="utf-8"))}


def shown(value: object) -> str:
    """A default as the page shows it."""
    if value is None or value == "" or value is PydanticUndefined:
        return ""
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def test_the_page_and_the_model_name_the_same_settings_in_the_same_order() -> None:
    assert list(said()) == list(Settings.model_fields)


def test_the_page_gives_the_true_defaults() -> None:
    assert said() == {name: shown(field.default) for name, field in Settings.model_fields.items()}
