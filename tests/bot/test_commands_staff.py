"""The command that gives staff their passwords, and keeps leave and deputies."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher
from click.testing import Result

from storage import audit, staff
from storage.store import Store
from tests.support.commanded import Commands


def line_of(result: Result, reference: str) -> str:
    return next(line for line in result.stdout.splitlines() if line.startswith(reference)).rpartition("\t")[2]


def member(store: Store) -> staff.Staff:
    found = staff.by_reference(store, "EXS-007")
    assert found is not None
    return found


def test_a_first_password_opens_the_door_to_setting_up_the_code(run: Commands) -> None:
    assert line_of(run("staff", "list"), "EXS-007") == "no password"
    given = run("staff", "password", "EXS-007").stdout.strip()
    assert len(given.split("-")) == 5
    assert line_of(run("staff", "list"), "EXS-007") == "sets up the code at the first sign-in"

    def held(store: Store) -> staff.Credentials:
        assert audit.verify(store) == (2, None)
        return staff.credentials(store, member(store).id)

    assert PasswordHasher().verify(run.database.read_now(held).password or "", given)


def test_a_lost_phone_needs_a_new_code_and_only_then(run: Commands) -> None:
    run("staff", "password", "EXS-007")
    run.database.write_now(lambda store: staff.set_code_secret(store, member(store).id, "JBSWY3DPEHPK3PXP"))
    run("staff", "password", "EXS-007")
    assert line_of(run("staff", "list"), "EXS-007") == "ready"
    run("staff", "password", "EXS-007", "--new-code")
    assert line_of(run("staff", "list"), "EXS-007") == "sets up the code at the first sign-in"


def test_nobody_by_that_reference(run: Commands) -> None:
    result = run("staff", "password", "EXS-999")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "No member of staff has the reference EXS-999. See: my-iro staff list" in result.stderr


def test_two_passwords_are_never_the_same(run: Commands) -> None:
    assert run("staff", "password", "EXS-007").stdout != run("staff", "password", "EXS-007").stdout


def test_who_is_away_and_who_stands_in_for_them(run: Commands) -> None:
    assert run("staff", "deputy", "EXS-012", "EXS-007").exit_code == 0
    said = run("staff", "away", "EXS-012", "--until", "2026-12-31", "--kind", "sickness")
    assert said.exit_code == 0, said.stderr
    assert said.stdout.endswith("until 2027-01-01 00:00.\n")
    rota = run("staff", "rota").stdout
    assert "away\tEXS-012\tsickness\t" in rota
    assert "on duty\t" in rota
    assert "EXS-012\tRafiq" not in rota
    assert run("staff", "back", "EXS-012").stdout == "1 absences of EXS-012 ended.\n"
    assert "away\t" not in run("staff", "rota").stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("away", "EXS-999"), "No member of staff has the reference EXS-999"),
        (("away", "EXS-012", "--until", "tomorrow"), "'tomorrow' is no day, such as 2026-12-24"),
        (("away", "EXS-012", "--until", "2020-01-01"), "The end is not after the beginning."),
        (("away", "EXS-012", "--until", "3026-01-01"), "more than three years away"),
        (("deputy", "EXS-012", "EXS-012"), "Nobody stands in for themselves"),
        (("deputy", "EXS-012", "EXS-001"), "cannot open concerns"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(run: Commands, arguments: tuple[str, ...], complaint: str) -> None:
    refused = run("staff", *arguments)
    assert refused.exit_code != 0
    assert complaint in refused.stderr


def test_a_push_key_is_one_the_service_can_use(run: Commands) -> None:
    from bot.channels.push import PushChannel

    key = run("push-key").stdout.strip()
    assert PushChannel(key, "mailto:ict@exampleshire.example", "").public_key.startswith("B")
