"""Letters whose time has come: each is sent once, or an IRO hears why it was not."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.speaking import Speaker
from reviews.letter_times import is_good
from reviews.standing_in import answers_for
from storage import audit, busy_times, concerns, conversations, letters
from storage.audit import AuditEvent
from storage.conversations import Conversation
from storage.letters import Letter
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class LettersOut:
    """Looks at every letter that is due."""

    speaker: Speaker

    def send_now(self, store: Store, now: datetime) -> set[Hashable]:
        """Whom to wake. The conversation is locked and the letter read again, so that one worker sends it once."""
        wake: set[Hashable] = set()
        for conversation_id, letter_id in letters.due(store, now):
            conversation = conversations.lock(store, [conversation_id])[conversation_id]
            letter = letters.get(store, letter_id)
            if letter.state == "waiting" and letter.due_at <= now:
                wake |= self._look_at(store, conversation, letter, now)
        return wake | {"outbox"} if wake else wake

    def _look_at(self, store: Store, conversation: Conversation, letter: Letter, now: datetime) -> set[Hashable]:
        child_id = conversation.child_id
        answers = answers_for(store, child_id, now, self.speaker.reviews) if child_id else None
        iro = answers.iro if answers and answers.why in ("", "away") else None
        theirs = [one for one in (answers.who if answers else None, iro) if one is not None]
        if letter.staff_id not in {one.id for one in theirs}:
            return self._stop(store, letter, theirs, "draft", "iro_changed", now)
        if concerns.open_in(store, [conversation.id]):
            return self._stop(store, letter, theirs, "held", "concern", now)
        if conversation.safe_to_write == "no":
            return self._stop(store, letter, theirs, "held", "unsafe", now)
        busy = busy_times.of_child(store, child_id) if child_id else []
        if not is_good(now, self.speaker.reviews, busy):
            return set()  # nothing ran at its time: the next good hour will do
        message = self.speaker.say(store, conversation.id, letter.staff_id, "iro", letter.text, now)
        letters.sent(store, letter, message, now)
        audit.record(
            store, AuditEvent.REPLY_SENT, now, staff_id=letter.staff_id, child_id=child_id, subject_id=message,
            detail="at its time",
        )  # fmt: skip
        return {conversation.id}

    def _stop(
        self, store: Store, letter: Letter, theirs: Sequence[Staff], state: str, why: str, now: datetime
    ) -> set[Hashable]:  # fmt: skip
        """It waits, and whoever answers for the child now is told that something does."""
        letters.stop(store, letter, state, why, now)
        for member in theirs[:1]:
            self.speaker.alarm.notices.waiting(store, member, "/staff/today", f"letter:{letter.id.hex}", now)
        return {letter.conversation_id}
