"""Which children know their IRO, which do not, and why not: for each IRO, and in all.

Only the latest answer counts, and only about the IRO of today: another IRO starts again.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from storage import allocations, children, reach
from storage.children import Child
from storage.reach import Reach
from storage.store import Store

REACHED = ("recalled", "recognised", "not_known_told", "told")
NOT_REACHED = (
    "no_iro", "under_4", "not_known", "iro_changed", "never_asked", "add_only", "card_locked", "card_not_used",
    "no_card",
)  # fmt: skip

ASKED_FROM = 4  # as the statutory return counts who takes part in their review: PN0 is under 4


@dataclass(frozen=True, slots=True)
class Known:
    """One child and what is known: `state` is one of `REACHED` or `NOT_REACHED`, `since` when it was last recorded."""

    child: Child
    iro_id: UUID | None
    state: str
    since: datetime | None

    @property
    def reached(self) -> bool:
        return self.state in REACHED


@dataclass(frozen=True, slots=True)
class Tally:
    """How many children in each state."""

    states: Counter[str] = field(default_factory=Counter)

    @property
    def children(self) -> int:
        return self.states.total()

    @property
    def reached(self) -> int:
        return sum(self.states[state] for state in REACHED)

    @property
    def by_themselves(self) -> int:
        """Those who could say or pick the name before they were told."""
        return self.states["recalled"] + self.states["recognised"]


def load(store: Store, today: date) -> list[Known]:
    """Every child in care on that day, in the order of their references."""
    here = [child for child in children.everyone(store) if child.in_care(today)]
    held = allocations.on(store, today)
    found = reach.of_children(store, [child.id for child in here])
    known = []
    for child in here:
        iro_id = held[child.id].staff_id if child.id in held else None
        state, since = judge(found[child.id], iro_id, child.age(today))
        known.append(Known(child, iro_id, state, since))
    return known


def judge(reached: Reach, iro_id: UUID | None, age: int) -> tuple[str, datetime | None]:
    """The state of one child, and when what it rests on was recorded (None: nothing was)."""
    if iro_id is None:
        return "no_iro", None
    about = [step for step in reached.steps if step.staff_id == iro_id]
    answer = next((step for step in reversed(about) if step.kind == "knowing"), None)
    told = next((step for step in reversed(about) if step.kind == "told"), None)
    if answer is not None and answer.value in ("recalled", "recognised"):
        return answer.value, answer.at
    if answer is not None:
        was_told = told is not None and told.at >= answer.at
        return ("not_known_told" if was_told else "not_known"), answer.at
    if told is not None:
        return "told", told.at
    return _why_not(reached, age), None


def by_iro(known: Iterable[Known]) -> dict[UUID | None, Tally]:
    """The tally of each IRO by id; under None stand the children without one."""
    found: dict[UUID | None, Tally] = {}
    for one in known:
        found.setdefault(one.iro_id, Tally()).states[one.state] += 1
    return found


def in_all(known: Iterable[Known]) -> Tally:
    return Tally(Counter(one.state for one in known))


def _why_not(reached: Reach, age: int) -> str:
    if age < ASKED_FROM:
        return "under_4"
    if any(step.kind in ("knowing", "told") for step in reached.steps):
        return "iro_changed"
    if reached.trust != "none":
        return "add_only" if reached.trust == "add_only" else "never_asked"
    return {"open": "card_not_used", "used": "never_asked", "locked": "card_locked"}.get(reached.card or "", "no_card")
