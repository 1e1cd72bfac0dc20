"""Who answers for a child at a moment: their IRO, else the deputy along the chain, else the IRO manager.

A deputy stands in while the IRO is away for more than a few of their own working days (a setting), and when the IRO
has gone and nobody comes after. Nothing here knows of channels, clocks or pages.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from reviews.away import LOOK_BACK, Stretch, stretch_at
from reviews.settings import ReviewSettings
from safeguarding.rota import LONDON
from storage import absences, allocations, staff
from storage.absences import Away
from storage.staff import Staff
from storage.store import Store

Why = Literal["", "away", "gone", "no_iro", "waited"]
"""Why somebody else answers: the IRO is away, has left without a next, or there never was one. "waited": a child
waited too long, and somebody else was told. "": the IRO answers."""


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers now. `iro` is the child's IRO (when `gone`, the last); `who` is None only with no manager on record.

    `since` is when the IRO went away, `back_on` their first day at work again (None while nobody knows). `then` is who
    is asked next when `who` does not answer, each once: the deputies who are there, then the managers.
    """

    iro: Staff | None
    who: Staff | None
    why: Why = ""
    since: datetime | None = None
    back_on: date | None = None
    then: tuple[Staff, ...] = ()

    @property
    def stands_in(self) -> bool:
        """Whether somebody other than the IRO answers."""
        return self.why != ""


@dataclass(frozen=True, slots=True)
class Team:
    """Everybody employed on the day of `now`, and when each of them is away."""

    staff: Sequence[Staff]
    away: Sequence[Away]
    now: datetime
    numbers: ReviewSettings

    def answers(self, iro: Staff | None, *, held: bool = True) -> Answering:
        """Who answers for the children of this IRO (None: for a child who never had one).

        `held` is False where the IRO had the child last and works on, having given the child up.
        """
        managers = self._managers()
        if iro is None:
            return Answering(None, next(iter(managers), None), "no_iro", then=tuple(managers[1:]))
        line = [one for one in dict.fromkeys([*self._deputies(iro), *managers]) if one.id != iro.id]
        first, rest = next(iter(line), None), tuple(line[1:])
        if not held or not self._employed(iro):
            return Answering(iro, first, "gone", then=rest)
        stretch = self.away_now(iro)
        if stretch is None:
            return Answering(iro, iro, then=tuple(line))
        return Answering(iro, first, "away", stretch.begins_at, stretch.back_on(iro.working_pattern), rest)

    def away_now(self, member: Staff) -> Stretch | None:
        """The absence that counts; None for who is there, or away for so short that nobody stands in."""
        pattern = member.working_pattern
        stretch = stretch_at(pattern, self.absences_of(member), self.now)
        counts = stretch is not None and stretch.longer_than(pattern, self.numbers.deputy_after_working_days)
        return stretch if counts else None

    def absences_of(self, member: Staff) -> list[Away]:
        return [one for one in self.away if one.staff_id == member.id]

    def _there(self, member: Staff) -> bool:
        return self._employed(member) and self.away_now(member) is None

    def _employed(self, member: Staff) -> bool:
        return member.here_on(self.now.astimezone(LONDON).date())

    def _deputies(self, member: Staff) -> list[Staff]:
        """Along the chain, those who are there; nobody twice, so that a ring ends."""
        known, passed, found = {one.id: one for one in self.staff}, {member.id}, list[Staff]()
        while (deputy := known.get(member.deputy_id) if member.deputy_id else None) and deputy.id not in passed:
            passed.add(deputy.id)
            if self._there(deputy):
                found.append(deputy)
            member = deputy
        return found

    def _managers(self) -> list[Staff]:
        """Those who are there first; with all of them away, still all of them: nobody is left without."""
        return sorted((m for m in self.staff if m.role == "iro_manager"), key=lambda m: not self._there(m))


def team(store: Store, now: datetime, numbers: ReviewSettings) -> Team:
    """Everybody, looked up once for many children."""
    day = now.astimezone(LONDON).date()
    return Team(staff.current(store, day), absences.since(store, now - LOOK_BACK), now, numbers)


def answers_for(store: Store, child_id: UUID, now: datetime, numbers: ReviewSettings) -> Answering:
    """Who answers for one child at that moment; `numbers` are the authority's own."""
    return for_children(store, [child_id], now, numbers)[child_id]


def for_children(
    store: Store, child_ids: Iterable[UUID], now: datetime, numbers: ReviewSettings
) -> dict[UUID, Answering]:
    """The same for many, in a fixed set of queries."""
    wanted = list(child_ids)
    before, held, _ = allocations.around(store, wanted, now.astimezone(LONDON).date())
    there = team(store, now, numbers)
    last = {child_id: held.get(child_id) or before.get(child_id) for child_id in wanted}
    known = {member.id: member for member in there.staff}
    known |= staff.many(store, {one for one in last.values() if one and one not in known})
    return {
        child_id: there.answers(known.get(iro_id) if iro_id else None, held=child_id in held)
        for child_id, iro_id in last.items()
    }


def children_stood_in_for(
    store: Store, member: Staff, now: datetime, numbers: ReviewSettings
) -> Mapping[UUID, Answering]:
    """The children in care for whom this member of staff answers now in place of their IRO, by child."""
    every = {one.child_id for one in allocations.every(store)}
    found = for_children(store, every, now, numbers)
    return {child: one for child, one in found.items() if one.stands_in and one.who and one.who.id == member.id}
