"""What came of a concern: recorded by the human who closes it, and learnt from afterwards without the child's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage import concerns, messages
from storage.concerns import Concern
from storage.errors import BadData
from storage.store import Store
from storage.tables import concerns as concern_rows
from storage.tables import conversations, outcomes

REFERRED = (
    "social_worker", "front_door", "lado", "police", "health", "school", "other_authority", "none_needed",
)  # fmt: skip
FALSE_ALARMS = ("saying", "made_up", "long_past", "someone_trying", "misread", "other")
NOTHING_HEARD = "nothing_heard"
"""A person has listened to a voice note, or looked at a drawing, and nothing was worrying. That says all of it."""
TOLD = ("wrote", "spoke", "not_yet")
RAISING = frozenset({"concern", "urgent"})
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a human says came of a concern.

    Either `false_alarm` holds a reason, or `referred` says where it went (`none_needed` alone: nowhere) and `told`
    what the child has heard: `wrote` and `spoke` with the words, `not_yet` with why not. `done` is always there.
    """

    done: str
    referred: tuple[str, ...] = ()
    false_alarm: str = ""
    told: str = ""
    told_words: str = ""
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """An outcome as it was recorded: by whom, when, and which rules had raised the concern."""

    outcome: Outcome
    staff_id: UUID
    at: datetime
    rules: tuple[str, ...]


def missing(outcome: Outcome) -> str:
    """The code of what is still to be said before a concern may be closed; "" when it is complete."""
    if outcome.false_alarm == NOTHING_HEARD:
        return ""
    if outcome.false_alarm:
        checks = [("no_reason", outcome.false_alarm in FALSE_ALARMS), ("no_done", bool(outcome.done.strip()))]
    else:
        where = set(outcome.referred)
        checks = [
            ("no_referred", bool(where) and where <= set(REFERRED)),
            ("none_and_some", where == {"none_needed"} or "none_needed" not in where),
            ("no_done", bool(outcome.done.strip())),
            ("no_told", outcome.told in TOLD),
            ("no_told_words", bool(outcome.told_words.strip())),
        ]
    return next((code for code, holds in checks if not holds), "")


def close(store: Store, concern_id: UUID, staff_id: UUID, outcome: Outcome, now: datetime) -> Concern:
    """A human closes a concern with what came of it; the computer may speak to the child again.

    Raises `BadData` when something is missing, `OutOfDate` when nobody has taken it, `NotFound` when it is about them.
    """
    if lacking := missing(outcome):
        raise BadData(f"A concern is not closed without its whole outcome: {lacking}.")
    kind = "false_alarm" if outcome.false_alarm else "acted"
    concern = concerns.close(store, concern_id, staff_id, kind, outcome.done, now)
    found = messages.screenings_of(store, [concern.message_id]).get(concern.message_id, {})
    store.add(
        outcomes, now, concern_id=concern_id, key_id=concern.key_id, done=outcome.done, at=now, staff_id=staff_id,
        referred=" ".join(sorted(set(outcome.referred))), false_alarm=outcome.false_alarm, told=outcome.told,
        told_words=outcome.told_words, told_at=outcome.told_at,
        rules=_fitting(_rules(found.get("because", ()), concern.categories)),
        rules_version=found.get("rules_version", ""), language=found.get("language", ""),
    )  # fmt: skip
    _computer_may_speak(store, concern.conversation_id)
    return concern


def of_concern(store: Store, concern_id: UUID) -> Closed | None:
    """What came of this concern; None while it stands open. Ask first whether the reader may know."""
    query = sa.select(outcomes).where(store.here(outcomes), outcomes.c.concern_id == concern_id)
    rows = store.opened(outcomes, store.rows(query))
    if not rows:
        return None
    row = rows[0]
    said = Outcome(
        row["done"], tuple(row["referred"].split()), row["false_alarm"], row["told"], row["told_words"], row["told_at"]
    )
    return Closed(said, row["staff_id"], row["at"], tuple(row["rules"].split()))


def _rules(because: Sequence[dict[str, str]], categories: Sequence[str]) -> list[str]:
    """The rules that raised it; where no words were judged (a tap, a voice note), the kind stands for them."""
    raised = [reason["rule"] for reason in because if reason["level"] in RAISING]
    return list(dict.fromkeys(rule.replace(" ", "_") for rule in raised)) or list(categories)


def _fitting(rules: Sequence[str]) -> str:
    """As many whole names as the column holds."""
    kept: list[str] = []
    for rule in rules:
        if len(" ".join([*kept, rule])) > _LONGEST:
            break
        kept.append(rule)
    return " ".join(kept)


def _computer_may_speak(store: Store, conversation_id: UUID) -> None:
    """The officer has finished here: unless another concern stands open, the bot need not be silent any more."""
    store.flush()
    still = sa.select(concern_rows.c.id).where(
        store.here(concern_rows), concern_rows.c.conversation_id == conversation_id, concern_rows.c.state != "closed"
    )
    if store.row(still) is None:
        store.connection.execute(
            sa.update(conversations)
            .where(store.here(conversations), conversations.c.id == conversation_id)
            .values(human_until=None)
        )
