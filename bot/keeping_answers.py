"""Keeps what a child answers in the wishes-and-feelings conversation, and who may hear it."""

from collections.abc import Mapping
from typing import Any

from bot.desk import Desk
from storage import answers
from storage.answers import Round


def answer(desk: Desk, data: Mapping[str, Any]) -> None:
    answers.give(
        desk.store, desk.conversation, desk.now, topic=data["topic"], question=data["question"],
        text=str(data["text"]), choice=data.get("choice") or None, channel=desk.channel, message_id=desk.message_id,
        share=_share_before(desk, data["question"]),
    )  # fmt: skip


def skipped(desk: Desk, data: Mapping[str, Any]) -> None:
    answers.give(
        desk.store, desk.conversation, desk.now, topic=data["topic"], question=data["question"], text="",
        channel=desk.channel, message_id=desk.message_id, state="skipped", share=_share_before(desk, data["question"]),
    )  # fmt: skip


def _share_before(desk: Desk, question: str) -> str | None:
    """Who may hear the answer so far; None when this turn has changed that and it must be looked up."""
    if desk.shares_changed:
        return None
    return desk.around.rounds.get(desk.conversation.id, Round()).shares.get(question, "iro")


def share(desk: Desk, data: Mapping[str, Any]) -> None:
    answers.share(desk.store, desk.conversation.id, data["question"], data["who"])
    desk.shares_changed = True


def taken_out(desk: Desk, data: Mapping[str, Any]) -> None:
    answers.take_out(desk.store, desk.conversation.id, data["question"])
    desk.shares_changed = True
