"""Who answers for a child while their IRO is away, or gone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from reviews import standing_in
from reviews.settings import ReviewSettings
from reviews.standing_in import Answering
from safeguarding.rota import from_when, until_when
from storage import absences, allocations, staff
from storage.database import Database
from tests.support.people import add_child, add_staff, allocate
from tests.support.prepared import NOW

MONDAY = from_when("2026-11-23 10:00")


class Service:
    """Beth has one child; Priya stands in for Beth, Graham for Priya; Marguerite manages."""

    def __init__(self, database: Database, pattern: str) -> None:
        self.database = database

        def work(store) -> None:
            self.child = add_child(store)
            self.people = {
                name: add_staff(store, f"EXS-{n:03}", first_name=name, role=role, working_pattern=pattern)
                for n, (name, role) in enumerate(
                    [("Beth", "iro"), ("Priya", "iro"), ("Graham", "iro"), ("Marguerite", "iro_manager")], 1
                )
            }
            allocate(store, self.child, self.people["Beth"])
            staff.name_deputy(store, self.people["Beth"], self.people["Priya"], None, NOW)
            staff.name_deputy(store, self.people["Priya"], self.people["Graham"], None, NOW)
            staff.name_deputy(store, self.people["Graham"], self.people["Beth"], None, NOW)

        database.write_now(work)

    def away(self, name: str, begins: str, ends: str = "") -> UUID:
        return self.database.write_now(
            lambda store: absences.record(
                store, self.people[name], "leave", from_when(begins), until_when(ends) if ends else None, None, NOW
            )
        )

    def answering(self, now: datetime = MONDAY, **numbers: int) -> Answering:
        return self.database.read_now(
            lambda store: standing_in.answers_for(store, self.child, now, ReviewSettings(**numbers))
        )

    def who(self, now: datetime = MONDAY, **numbers: int) -> str:
        found = self.answering(now, **numbers).who
        return found.first_name if found else ""


@pytest.fixture
def here(database: Database) -> Service:
    return Service(database, "Mon Tue Wed Thu Fri 09:00-17:00")


def test_the_iro_answers_and_the_deputies_and_the_manager_come_after(here: Service) -> None:
    found = here.answering()
    assert (found.who, found.stands_in) == (found.iro, False)
    assert [one.first_name for one in found.then] == ["Priya", "Graham", "Marguerite"]


def test_two_days_of_leave_are_nothing_and_three_are(here: Service) -> None:
    here.away("Beth", "2026-11-23", "2026-11-24")
    assert here.who() == "Beth"
    here.away("Beth", "2026-11-25", "2026-11-25")
    found = here.answering()
    assert (found.who.first_name, found.why, found.back_on) == ("Priya", "away", date(2026, 11, 26))
    assert here.who(deputy_after_working_days=3) == "Beth"


def test_pieces_of_leave_with_a_weekend_between_are_one_stretch(here: Service) -> None:
    here.away("Beth", "2026-11-26", "2026-11-27")
    here.away("Beth", "2026-11-30", "2026-12-01")
    for moment in ("2026-11-26 10:00", "2026-11-28 12:00", "2026-12-01 10:00"):
        assert here.who(from_when(moment)) == "Priya"
    assert here.answering(from_when("2026-11-28")).back_on == date(2026, 12, 2)
    assert here.who(from_when("2026-12-02")) == "Beth"
    assert here.who() == "Beth"


def test_days_that_are_not_worked_do_not_count_for_a_part_timer(database: Database) -> None:
    here = Service(database, "Mon Tue 09:00-17:00")
    here.away("Beth", "2026-11-23", "2026-11-29")
    assert here.who() == "Beth"
    here.away("Beth", "2026-11-30", "2026-11-30")
    assert here.answering().back_on == date(2026, 12, 1)
    assert here.who() == "Priya"


def test_a_bank_holiday_is_no_working_day(here: Service) -> None:
    here.away("Beth", "2026-12-24", "2026-12-29")
    assert here.who(from_when("2026-12-29 10:00")) == "Beth"
    here.away("Beth", "2026-12-30", "2026-12-30")
    assert here.who(from_when("2026-12-29 10:00")) == "Priya"


def test_sickness_nobody_knows_the_end_of_counts_at_once_and_ends_when_they_are_back(here: Service) -> None:
    gone = here.away("Beth", "2026-11-23")
    assert (here.who(), here.answering().back_on) == ("Priya", None)
    here.database.write_now(lambda store: absences.end(store, gone, None, MONDAY))
    assert here.who(MONDAY) == "Beth"


def test_a_deputy_who_is_away_has_the_next_one_stand_in_and_then_the_manager(here: Service) -> None:
    here.away("Beth", "2026-11-23", "2026-12-04")
    here.away("Priya", "2026-11-23", "2026-11-27")
    assert here.who() == "Graham"
    here.away("Graham", "2026-11-23", "2026-11-27")
    assert here.who() == "Marguerite"
    assert here.who(from_when("2026-11-30 10:00")) == "Priya"


def test_nobody_is_left_without_when_the_manager_is_away_too(here: Service) -> None:
    for name in here.people:
        here.away(name, "2026-11-23", "2026-12-04")
    assert here.who() == "Marguerite"


def test_a_leaver_without_a_next_has_the_deputy_and_with_one_the_next(here: Service) -> None:
    beth = here.people["Beth"]
    here.database.write_now(lambda store: staff.change(store, beth, ends_on=date(2026, 11, 27)))
    assert here.who(from_when("2026-11-27 23:00")) == "Beth"
    found = here.answering(from_when("2026-11-28"))
    assert (found.who.first_name, found.why) == ("Priya", "gone")
    here.database.write_now(
        lambda store: allocations.allocate(store, NOW, here.child, here.people["Graham"], date(2026, 11, 28))
    )
    assert here.who(from_when("2026-11-28")) == "Graham"


def test_a_child_without_an_iro_has_the_manager(here: Service) -> None:
    other = here.database.write_now(lambda store: add_child(store, "EXC-0002"))
    found = here.database.read_now(lambda store: standing_in.answers_for(store, other, MONDAY, ReviewSettings()))
    assert (found.iro, found.who.first_name, found.why) == (None, "Marguerite", "no_iro")


def test_whose_children_a_deputy_has_now(here: Service) -> None:
    here.away("Beth", "2026-11-23", "2026-11-27")

    def whose(name: str, now: datetime) -> list[UUID]:
        def read(store) -> list[UUID]:
            member = staff.find(store, here.people[name])
            return list(standing_in.children_stood_in_for(store, member, now, ReviewSettings()))

        return here.database.read_now(read)

    assert whose("Priya", MONDAY) == [here.child]
    assert whose("Graham", MONDAY) == whose("Priya", MONDAY + timedelta(days=7)) == []
