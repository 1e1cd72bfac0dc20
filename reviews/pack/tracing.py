"""Back from an answer to the messages it was said in: every quote is a part of one of them, or it is marked."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from reviews.pack.model import Quote, Sent, Source
from storage.answers import Answer
from storage.messages import Message

JOIN = ", "
"""What stands between the taps and words of one answer to a question that takes several."""
WITHOUT_WORDS = {"voice": "voice", "picture": "drawing"}
"""Kinds of message without words, and what their quotes are called."""


class Heard:
    """The child's own messages, to find the words of an answer in.

    Threat: one answer may be put together from several messages, one of which is withheld from the reader. Words that
    stand in a withheld message are never quoted, whichever message ended the answer.
    """

    def __init__(
        self, said: Sequence[Message], hidden: frozenset[UUID] = frozenset(), sent: Mapping[UUID, Sent] | None = None
    ) -> None:
        self._sent = sent or {}
        self._by_id: Mapping[UUID, Message] = {message.id: message for message in said if message.author == "child"}
        self._newest_first = sorted(self._by_id.values(), key=lambda message: message.seq, reverse=True)
        self._hidden = hidden
        self._hidden_words = [message.text for message in self._newest_first if message.id in hidden and message.text]

    def quotes(self, answer: Answer) -> tuple[Quote, ...]:
        """The words of an answer, each with the message they stand in; several taps are several quotes.

        None of what the reader must not see; an empty tuple where that is all of it.
        """
        if answer.message_id in self._hidden:
            return ()
        own = self._by_id.get(answer.message_id) if answer.message_id else None
        if own is not None and answer.text in own.text:
            return (self._quote(answer.text, own),)
        parts = answer.text.split(JOIN)
        found = [self._where(part, answer) for part in parts]
        if len(parts) > 1 and all(found):
            pairs = [(part, message) for part, message in zip(parts, found, strict=True) if message]
            return tuple(self._quote(part, message) for part, message in pairs if message.id not in self._hidden)
        if any(words in answer.text for words in self._hidden_words):
            return ()
        return (Quote(answer.text, "untraced", Source(answer.message_id, answer.at, answer.channel)),)

    def of_message(self, message_id: UUID | None) -> Quote | None:
        """A whole message; None for one that is not there, or not for this reader."""
        message = self._by_id.get(message_id) if message_id else None
        return self._quote(message.text, message) if message and message.id not in self._hidden else None

    def source(self, answer: Answer) -> Source | None:
        """Where an answer without words was given: the tap that skipped it; None when that is withheld."""
        if answer.message_id in self._hidden:
            return None
        return Source(answer.message_id, answer.at, answer.channel)

    def _where(self, part: str, answer: Answer) -> Message | None:
        """The last message up to the answer that holds these words."""
        return next((m for m in self._newest_first if m.at <= answer.at and part and part in m.text), None)

    def _quote(self, text: str, message: Message) -> Quote:
        source = Source(message.id, message.at, message.channel)
        if not text and message.kind in WITHOUT_WORDS:
            return Quote("", WITHOUT_WORDS[message.kind], source, sent=self._sent.get(message.id))
        tapped = message.kind == "choice" and message.text == text
        return Quote(text, "tapped" if tapped else "words", source)
