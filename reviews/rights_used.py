"""How children use their rights: complaints answered in time, advocates who came, and wishes for other workers."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reviews.complaints import CHANGE, Tally, tally
from storage import complaints, milestones, referrals, requests
from storage.store import Store


@dataclass(frozen=True, slots=True)
class RightsUsed:
    """Counted over everything on record. `offers` are the answers to offers of an advocate: yes, no, later."""

    complaints: Tally
    advocates_asked: int
    advocates_heard: int
    advocates_late: int
    offers: Mapping[str, int]
    other_iro: int
    other_worker: int


def count(store: Store, today: date) -> RightsUsed:
    """A fixed number of queries, and no child's words."""
    made, referred = complaints.everyone(store), referrals.everyone(store)
    return RightsUsed(
        tally(made, today), len(referred), sum(one.heard == "yes" for one in referred),
        sum(one.late(today) for one in referred), Counter(milestones.values_of(store, "advocate_offered")),
        sum(one.kind == CHANGE for one in made), requests.number_of(store, "change_worker"),
    )  # fmt: skip
