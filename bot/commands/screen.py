"""`my-iro screen`: what the safeguarding screen makes of messages, for measuring it."""

import json
import sys
from collections.abc import Mapping
from typing import Any

import click

from safeguarding import screen as screens
from safeguarding.rulebook import RulesBroken
from safeguarding.screening import Earlier, Screen


@click.command()
@click.option("--jsonl", is_flag=True, required=True, help='standard input: {"id", "text", "context": [..]?} a line')
def screen(jsonl: bool) -> None:  # noqa: ARG001 - the one format there is, named so that others can follow
    """Screen messages from standard input; a line of JSON each, in order."""
    try:
        judge = screens.load()
    except RulesBroken as error:
        raise click.ClickException(str(error)) from error
    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            click.echo(json.dumps(_judged(judge, _message(line, number)), ensure_ascii=False))


def _message(line: str, number: int) -> Mapping[str, Any]:
    try:
        message = json.loads(line)
    except ValueError as error:
        raise click.ClickException(f"line {number} is not JSON: {error}") from error
    if not isinstance(message, dict) or not isinstance(message.get("text"), str):
        raise click.ClickException(f'line {number} needs "text", the words of one message')
    return message


def _judged(judge: Screen, message: Mapping[str, Any]) -> dict[str, Any]:
    context = [_earlier(one) for one in message.get("context") or ()]
    found = judge(message["text"], context)
    return {
        "id": message.get("id"),
        "level": found.level.name,
        "score": round(found.score, 4),
        "categories": list(found.categories),
        "because": [
            {"rule": r.rule, "quote": r.quote, "category": r.category, "level": r.level.name, "like": r.like}
            for r in found.because
        ],
        "readable": found.readable,
    }


def _earlier(one: Any) -> Earlier:
    """A message before: its words, or {"from", "text", "minutes_ago"}."""
    if isinstance(one, str):
        return Earlier("child", one)
    return Earlier(str(one.get("from", "child")), str(one.get("text", "")), float(one.get("minutes_ago", 0)))
