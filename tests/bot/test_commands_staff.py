"""The command that gives staff their passwords."""

from __future__ import annotations

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
