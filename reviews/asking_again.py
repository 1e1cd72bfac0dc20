"""When a child is asked again who their IRO is: every six months, and after a change; never more often."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from reviews.settings import ReviewSettings
from reviews.timetable import add_months
from storage import milestones
from storage.days import london_day
from storage.store import Store

KINDS = ("knowing", "knowing_asked", "told")


@dataclass(frozen=True, slots=True)
class Asked:
    """When each child was last asked about each IRO, or told of them, by conversation and IRO."""

    asked: Mapping[tuple[UUID, UUID], datetime]
    told: Mapping[tuple[UUID, UUID], datetime]
    known: frozenset[UUID]
    """The conversations in which an IRO was ever named: the first time is the child's own, or the welcome's."""

    def ask_from(self, where: UUID, iro_id: UUID, had_since: date, numbers: ReviewSettings) -> date | None:
        """The first day on which this child may be asked about the IRO they have had since that day.

        A question nobody answered counts like an answer; being told moves nothing but the first question.
        """
        last = self.asked.get((where, iro_id))
        if last is not None:
            return add_months(london_day(last), numbers.know_again_months)
        if where not in self.known:
            return None
        told = self.told.get((where, iro_id))
        since = max(had_since, london_day(told)) if told else had_since
        return since + timedelta(days=numbers.know_after_change_days)


def asked(store: Store, conversation_ids: Iterable[UUID]) -> Asked:
    """Three queries, and nothing is opened."""
    ids = list(conversation_ids)
    answered, unanswered, told = (milestones.last_about(store, ids, kind) for kind in KINDS)
    both = {
        key: max(at for at in (answered.get(key), unanswered.get(key)) if at)
        for key in answered.keys() | unanswered.keys()
    }
    return Asked(both, told, frozenset(where for where, _ in (*both, *told)))
