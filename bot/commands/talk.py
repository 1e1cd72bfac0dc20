"""`my-iro talk`: plays a conversation against an authority in memory, with no server."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TextIO

import click

from bot.played import Played, exampleshire
from safeguarding.rota import LONDON
from storage.messages import Message

_WAIT = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(s|m|h|d|w)\s*")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_FROM = {"bot": "bot", "child": "child"}


@click.command()
@click.option("--script", type=click.File(encoding="utf-8"), required=True, help="JSONL; - for standard input")
@click.option("--as", "reference", default="", help="a child of Exampleshire who has proved who they are")
@click.option("--band", type=click.Choice(["younger", "middle", "older"]), default=None)
@click.option("--lang", default="en")
@click.option("--channel", type=click.Choice(["web", "telegram"]), default="web")
@click.option("--now", "start", type=click.DateTime(["%Y-%m-%dT%H:%M"]), default=None, help="when it begins, in London")
def talk(script: TextIO, reference: str, band: str | None, lang: str, channel: str, start: datetime | None) -> None:
    """Play a conversation, a line of JSON a message, and what was kept at the end.

    Each line of the script is {"say": "..."}, {"tap": "label or id"}, {"wait": "3d"}, {"send": "voice"},
    {"arrive": "card word"} or {"channel": "web library"} (another place, where nobody knows the child yet).
    """
    steps = list(read_script(script))
    played = exampleshire(start.replace(tzinfo=LONDON) if start else None, channel)
    if reference:
        played.be(reference)
        if band:
            played.set_band(band)
    else:
        _print(played.arrive(band=band or "", lang=lang))
    for step in steps:
        _print(_play(played, step))
    click.echo(json.dumps({"state": played.state()}, ensure_ascii=False))


def read_script(script: TextIO) -> Iterator[Mapping[str, str]]:
    """The steps of a script. Raises `click.ClickException` naming the line that cannot be played."""
    for number, line in enumerate(script, start=1):
        if not line.strip():
            continue
        try:
            step = json.loads(line)
        except ValueError as error:
            raise click.ClickException(f"{_name(script)} line {number} is not JSON: {error}") from error
        if not isinstance(step, dict) or len(step) != 1 or not _playable(*next(iter(step.items()))):
            where = f"{_name(script)} line {number}"
            raise click.ClickException(
                f'{where}: expected {{"say": …}}, {{"tap": …}} or {{"wait": "3d"}}, got {line.strip()}'
            )
        yield step


def _playable(kind: str, value: Any) -> bool:
    if not isinstance(value, str):
        return False
    return bool(_WAIT.fullmatch(value)) if kind == "wait" else kind in ("say", "tap", "send", "arrive", "channel")


def _play(played: Played, step: Mapping[str, str]) -> list[Message]:
    kind, value = next(iter(step.items()))
    if kind == "channel":
        played.move_to(value)
        return []
    if kind == "wait":
        return played.wait(duration(value))
    if kind == "arrive":
        return played.arrive(invite=value)
    return {"say": played.say, "tap": played.tap, "send": played.send}[kind](value)


def duration(text: str) -> timedelta:
    """ "3d", "12h", "5m"."""
    found = _WAIT.fullmatch(text)
    if found is None:
        raise click.ClickException(f'"{text}" is not a time to wait like 3d, 12h or 5m')
    return timedelta(**{_UNITS[found[2]]: float(found[1])})


def _print(messages: list[Message]) -> None:
    for m in messages:
        line = {
            "from": _FROM.get(m.author, "staff"),
            "text": m.text,
            "choices": [dict(choice) for choice in m.choices],
            "flow": m.flow,
            "node": m.node,
        }
        click.echo(json.dumps(line, ensure_ascii=False))


def _name(script: TextIO) -> str:
    return Path(getattr(script, "name", "script")).name
