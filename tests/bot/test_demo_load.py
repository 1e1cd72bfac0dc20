"""The demo's authority, loaded."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pyotp
import pytest
from argon2 import PasswordHasher

from bot.demo.temporary import exampleshire
from safeguarding.rota import Shift
from storage import allocations, audit, children, invites, reviews, staff
from storage.store import Store

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def loaded():
    with exampleshire(NOW) as found:
        yield found


def test_six_cards_bring_six_children_in(loaded) -> None:
    database, demo = loaded
    birthdays = {card.word: (card.name, card.birth_date.strftime("%d %m"), card.age) for card in demo.cards}
    assert birthdays == {
        "OTTER-42": ("Fin", "04 04", 12),
        "HERON-17": ("Luca", "24 06", 13),
        "BADGER-63": ("Gee", "08 01", 16),
        "MAPLE-28": ("Summer", "28 05", 8),
        "FALCON-58": ("Ash", "05 05", 15),
        "CEDAR-31": ("Tariq", "04 07", 17),
    }
    for card in demo.cards:
        found = database.read_now(lambda store, card=card: invites.find(store, card.word))
        assert found is not None
        assert (found.state, found.child_id) == ("open", card.child_id)


def test_every_member_of_staff_can_sign_in(loaded) -> None:
    database, demo = loaded
    assert len(demo.log_ins) == 15
    assert {log_in.role for log_in in demo.one_for_each_role()} == set(staff.ROLES)
    for log_in in demo.log_ins:
        found = database.read_now(lambda store, log_in=log_in: staff.credentials(store, log_in.staff_id))
        assert PasswordHasher().verify(found.password or "", log_in.password)
        assert pyotp.TOTP(found.code_secret or "").verify(log_in.code(NOW), for_time=NOW)


def test_grahams_children_know_who_comes_next(loaded) -> None:
    database, _ = loaded

    def look(store: Store) -> None:
        leo = children.by_reference(store, "EXC-0002")
        assert leo
        now, following = (one(store, leo.id, NOW.date()) for one in (children.iro_of, children.iro_next))
        assert now
        assert following
        assert (now.first_name, following.first_name) == ("Graham", "Beth")
        assert allocations.on(store, date(2026, 12, 12), [leo.id])[leo.id].staff_id == following.id

    database.read_now(look)


def test_somebody_is_on_duty_at_every_hour_of_the_week(loaded) -> None:
    database, _ = loaded
    officers = database.read_now(lambda store: staff.current(store, NOW.date(), "duty_officer"))
    shifts = [Shift.parse(officer.working_pattern) for officer in officers]
    hours = (NOW + timedelta(hours=n) for n in range(7 * 24))
    assert [hour for hour in hours if not any(shift.covers(hour) for shift in shifts)] == []


def test_the_trail_of_loading_holds(loaded) -> None:
    database, _ = loaded
    assert database.read_now(audit.verify)[1] is None


@pytest.mark.parametrize(("later", "moved"), [(0, 0), (6, 0), (7, 7), (40, 35)])
def test_reviews_move_on_by_whole_weeks_and_birthdays_stay(later: int, moved: int) -> None:
    with exampleshire(NOW + timedelta(days=later)) as (database, demo):

        def look(store: Store) -> tuple[date | None, date | None]:
            summer = children.by_reference(store, "EXC-0020")
            assert summer
            following = reviews.next_of(store, summer.id)
            graham = staff.by_reference(store, "EXS-002")
            return following and following.planned_for, graham and graham.ends_on

        planned, leaves = database.read_now(look)
        assert planned == date(2026, 11, 24) + timedelta(days=moved)
        assert leaves == date(2026, 12, 11) + timedelta(days=moved)
        assert demo.cards[0].birth_date == date(2014, 4, 4)
