"""Look at stored words again with the rules of today, and raise what the rules of their day let pass.

It only adds: a new screening beside the old one, and a concern marked as found late where there was none. What a
message was once found to be is never lowered. Each conversation is its own transactions, so that the service keeps
running, a stop loses nothing, and a second run finds only what is left.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from uuid import UUID

from bot.errors import ServiceError
from bot.exchange import Exchange
from bot.facts import surroundings
from bot.familiar import familiar
from bot.screened import CONTEXT, judged, keep_screening
from safeguarding.screening import Level, Screen, Screening
from storage import audit, concerns, conversations, rescreening
from storage.audit import AuditEvent
from storage.conversations import Conversation
from storage.database import Database
from storage.messages import Heard
from storage.rescreening import Kept
from storage.store import Store

AT_ONCE = 100
"""Messages in one transaction: nobody who writes waits long for it."""
_PROBE = "hello"


class CannotJudge(ServiceError):
    """The screen is not whole: looking back with it would raise everything, and call it judged."""


@dataclass(slots=True)
class Counts:
    """What was, or would be, found: raised by level and by rule, and what an IRO reads first from now on."""

    looked_at: int = 0
    raised: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    to_read_first: int = 0
    concerns: int = 0

    def add(self, kept: Kept, found: Screening) -> None:
        self.looked_at += 1
        if _is_new(kept, found):
            self.raised[found.level.name] += 1
            self.rules.update({reason.rule for reason in found.because if reason.level >= Level.concern})
        elif found.level is Level.look and kept.level == "none":
            self.to_read_first += 1


@dataclass(frozen=True, slots=True)
class Rescreen:
    """Looks back over one database; `write` is False for a dry run, which changes nothing."""

    database: Database
    screen: Screen
    exchange: Exchange
    clock: Callable[[], datetime]
    since: datetime | None = None
    write: bool = False

    def version(self) -> str:
        """The version this run judges with. Raises `CannotJudge`."""
        found = self.screen(_PROBE)
        if not found.readable or not found.rules_version:
            why = ", ".join(reason.quote for reason in found.because) or "it has no rules"
            raise CannotJudge(f"The screen cannot judge now ({why}). Put that right first: my-iro doctor")
        return found.rules_version

    def waiting(self) -> int:
        """How many messages there are to look at."""
        version = self.version()
        return self.database.read_now(lambda store: rescreening.waiting(store, version, self.since))

    def run(self, looked_at: Callable[[int], None]) -> Counts:
        """Go through all of it; `looked_at` hears of every few messages that are done."""
        counts, version = Counts(), self.version()
        for where in self._conversations(version):
            for some in _batches(self._judged(where, version)):
                if self.write:
                    self.database.write_now(partial(self._keep, where=where, some=some, counts=counts))
                else:
                    for kept, found in some:
                        counts.add(kept, found)
                looked_at(len(some))
        if self.write and counts.looked_at:
            self._note(counts)
        return counts

    def _conversations(self, version: str) -> Iterator[UUID]:
        after: UUID | None = None
        while True:
            several = self.database.read_now(
                partial(rescreening.conversations_waiting, version=version, since=self.since, after=after)
            )
            if not several:
                return
            yield from several
            after = several[-1]

    def _judged(self, where: UUID, version: str) -> list[tuple[Kept, Screening]]:
        """Judged with what stood before each then, exactly as when it came in; no connection is held meanwhile."""
        said = self.database.read_now(
            lambda store: rescreening.kept_in(store, where, version=version, since=self.since)
        )
        heard = [kept.heard for kept in said]
        return [(kept, self._found(kept, heard[max(0, n - CONTEXT) : n])) for n, kept in enumerate(said) if kept.to_do]

    def _found(self, kept: Kept, before: Sequence[Heard]) -> Screening:
        text = kept.heard.text
        return familiar(judged(self.screen, text, before, kept.heard.at), text, self.exchange.library)

    def _keep(self, store: Store, *, where: UUID, some: Sequence[tuple[Kept, Screening]], counts: Counts) -> None:
        locked = conversations.lock(store, [where])
        if where not in locked:  # the visitor has proved who they are meanwhile: the next run finds the words there
            return
        left = rescreening.still_to_do(store, [kept.heard.id for kept, _ in some], some[0][1].rules_version)
        now = self.clock()
        for kept, found in some:
            if kept.heard.id not in left:
                continue
            keep_screening(store, kept.heard.id, kept.key_id, found, now)
            counts.add(kept, found)
            if _is_new(kept, found):
                counts.concerns += self._raise(store, locked[where], kept, found, now)

    def _raise(self, store: Store, conversation: Conversation, kept: Kept, found: Screening, now: datetime) -> bool:
        """Opens a concern (True), or joins the one that stands open; its clock starts now."""
        store.flush()
        around = surroundings(store, [conversation], now, self.exchange.reviews)
        concern_id = self.exchange.alarm.heard(
            store, conversation, kept.heard.id, kept.heard.text, found, around, now
        )  # fmt: skip
        assert concern_id is not None
        is_new = conversation.id not in around.concerns
        concerns.found_late(store, concern_id, kept.heard.id, now, opened_by_it=is_new)
        return is_new

    def _note(self, counts: Counts) -> None:
        detail = f"looked at {counts.looked_at}, raised {counts.raised.total()}"
        now = self.clock()
        self.database.write_now(lambda store: audit.record(store, AuditEvent.MESSAGES_RESCREENED, now, detail=detail))


def _is_new(kept: Kept, found: Screening) -> bool:
    return found.level >= Level.concern and not kept.raised


def _batches(judged_ones: Sequence[tuple[Kept, Screening]]) -> Iterator[Sequence[tuple[Kept, Screening]]]:
    for start in range(0, len(judged_ones), AT_ONCE):
        yield judged_ones[start : start + AT_ONCE]
