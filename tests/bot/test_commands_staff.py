"""The command that gives staff their passwords."""

from __future__ import annotations

from pathlib import Path

import pytest
from argon2 import PasswordHasher
from click.testing import CliRunner, Result

from bot.commands import main
from storage import audit, staff
from storage.database import Database
from storage.keys import LocalMasterKey
from tests.support.prepared import AUTHORITY

KEY = "11" * 32


@pytest.fixture
def run(database_url: str, monkeypatch: pytest.MonkeyPatch):
    for name, value in {"DATABASE": database_url, "MASTER_KEY": KEY, "AUTHORITY": AUTHORITY}.items():
        monkeypatch.setenv(f"MY_IRO_{name}", value)

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, list(arguments))

    assert invoke("import", str(Path("bot/demo/exampleshire").resolve())).exit_code == 0
    return invoke


def line_of(result: Result, reference: str) -> str:
    return next(line for line in result.stdout.splitlines() if line.startswith(reference)).rpartition("\t")[2]


def test_a_first_password_opens_the_door_to_setting_up_the_code(run, database_url: str) -> None:
    assert line_of(run("staff", "list"), "EXS-007") == "no password"
    given = run("staff", "password", "EXS-007").stdout.strip()
    assert len(given.split("-")) == 5
    assert line_of(run("staff", "list"), "EXS-007") == "sets up the code at the first sign-in"
    database = Database(database_url, AUTHORITY, LocalMasterKey.from_hex(KEY))

    def held(store) -> staff.Credentials:
        assert audit.verify(store) == (2, None)
        return staff.credentials(store, staff.by_reference(store, "EXS-007").id)

    assert PasswordHasher().verify(database.read_now(held).password, given)
    database.close()


def test_a_lost_phone_needs_a_new_code_and_only_then(run, database_url: str) -> None:
    run("staff", "password", "EXS-007")
    database = Database(database_url, AUTHORITY, LocalMasterKey.from_hex(KEY))
    database.write_now(
        lambda store: staff.set_code_secret(store, staff.by_reference(store, "EXS-007").id, "JBSWY3DPEHPK3PXP")
    )
    database.close()
    run("staff", "password", "EXS-007")
    assert line_of(run("staff", "list"), "EXS-007") == "ready"
    run("staff", "password", "EXS-007", "--new-code")
    assert line_of(run("staff", "list"), "EXS-007") == "sets up the code at the first sign-in"


def test_nobody_by_that_reference(run) -> None:
    result = run("staff", "password", "EXS-999")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "No member of staff has the reference EXS-999. See: my-iro staff list" in result.stderr


def test_two_passwords_are_never_the_same(run) -> None:
    assert run("staff", "password", "EXS-007").stdout != run("staff", "password", "EXS-007").stdout
