"""Answers as the engine reads them back to the child: the fact `answers`, a line each (`docs/facts.md`)."""

from collections.abc import Iterable

from storage import files
from storage.answers import Answer
from storage.store import Store


def lines(store: Store, found: Iterable[Answer]) -> tuple[str, ...]:
    """Question, topic, words of the question (the engine has its own), the child's words, share, and the kind of what
    was sent where there are no words."""
    found = list(found)
    sent = files.of_messages(store, [a.message_id for a in found if not a.text and a.message_id])
    kinds = {message_id: many[0].kind for message_id, many in sent.items()}
    return tuple(
        "\t".join((a.question, a.topic, "", a.text, a.share, kinds.get(a.message_id, "") if a.message_id else ""))
        for a in found
    )
