"""The doctor finds what is missing, and says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.checkup import Finding, examine, of_channels, of_database, of_settings
from bot.clock import real_clock
from bot.commands import main
from bot.demo.load import load
from bot.settings import load_settings
from storage import authority, staff
from storage.database import Database
from storage.keys import LocalMasterKey
from storage.migrate import upgrade
from storage.store import Store
from tests.support.people import add_child
from tests.support.prepared import AUTHORITY, MASTER

NOW = datetime.now(UTC)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = Database(database_url, AUTHORITY, MASTER)
    yield opened
    opened.close()


def about(findings: Iterator[Finding], state: str) -> dict[str, str]:
    return {finding.about: finding.says for finding in findings if finding.state == state}


def test_nothing_is_wrong_with_exampleshire(database: Database) -> None:
    load(database, NOW)
    findings = list(examine(load_settings(demo=True), database, real_clock))
    assert [finding for finding in findings if finding.state != "ok"] == []
    assert {"screen", "conversations", "database", "keys", "clock", "rota"} <= {f.about for f in findings}


def test_an_empty_database(database: Database) -> None:
    wrong = about(of_database(database, real_clock), "wrong")
    assert wrong == {"database": "It is empty. Run: my-iro import DIR"}


def test_an_authority_without_keys(database: Database) -> None:
    upgrade(database)
    wrong = about(of_database(database, real_clock), "wrong")
    assert wrong == {"keys": "The authority exampleshire has no keys yet. Run: my-iro import DIR"}


def test_another_master_key(database: Database) -> None:
    load(database, NOW)
    stranger = Database(database.url.render_as_string(False), AUTHORITY, LocalMasterKey(bytes(32)))
    wrong = about(of_database(stranger, real_clock), "wrong")
    stranger.close()
    assert wrong == {"database": "The master key is not the one this database was made with."}


def test_a_clock_that_is_wrong(database: Database) -> None:
    load(database, NOW)
    found = about(of_database(database, lambda: real_clock() - timedelta(hours=2)), "wrong")
    there = "clock" in found
    assert there is not database.is_sqlite  # SQLite has no clock of its own to compare with


def test_nobody_there(database: Database) -> None:
    upgrade(database)

    def prepare(store: Store) -> None:
        authority.prepare(store, NOW)
        add_child(store)

    database.write_now(prepare)
    findings = list(of_database(database, real_clock))
    assert about(iter(findings), "look") == {"allocations": "No IRO today: EXC-0001"}
    assert "There is no data_protection" in about(iter(findings), "wrong")["staff"]
    assert len([finding for finding in findings if finding.about == "rota"]) == 1
    assert about(iter(findings), "wrong")["rota"].startswith("Nobody is on duty from ")


def test_a_gap_in_the_rota(database: Database) -> None:
    load(database, NOW)

    def leave(store: Store) -> None:
        nights = staff.by_reference(store, "EXS-011")
        assert nights
        staff.change(store, nights.id, ends_on=date(2020, 1, 1))

    database.write_now(leave)
    says = [found.says for found in of_database(database, real_clock) if found.about == "rota"]
    assert len(says) == 11
    assert says[-1].endswith("more times in the coming fortnight.")
    assert "08:00. Name a deputy" in says[1]


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"public_url": "http://my-iro.example"}, "MY_IRO_PUBLIC_URL is not https"),
        ({"public_url": "https://my-iro.example", "secure_cookies": False}, "MY_IRO_SECURE_COOKIES is off"),
    ],
)
def test_settings_that_are_not_safe_in_the_open(settings: dict[str, object], complaint: str) -> None:
    assert about(of_settings(load_settings(**settings)), "wrong")["settings"].startswith(complaint)


def test_a_master_key_that_others_can_read(tmp_path: Path) -> None:
    key = tmp_path / "master.key"
    key.write_text("11" * 32)
    key.chmod(0o644)
    assert "chmod 600" in about(of_settings(load_settings(master_key_file=key)), "look")["master key"]
    key.chmod(0o600)
    assert about(of_settings(load_settings(master_key_file=key)), "look") == {}


def test_channels_that_are_half_configured() -> None:
    found = about(of_channels(load_settings(telegram="webhook", telegram_token="1:a"), real_clock), "wrong")
    assert "MY_IRO_TELEGRAM_SECRET is missing" in found["telegram"]
    assert "MY_IRO_SMTP_HOST is missing" in found["e-mail"]


def test_the_command_ends_with_1_when_something_is_wrong(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_IRO_DATABASE", database_url)
    monkeypatch.setenv("MY_IRO_MASTER_KEY", "11" * 32)
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 1
    assert "WRONG  database: It is empty. Run: my-iro import DIR" in result.stdout
    assert "2 of 10 things are wrong" in result.stderr


def test_nothing_is_wrong_with_the_demo() -> None:
    assert CliRunner().invoke(main, ["doctor", "--demo"]).exit_code == 0


def test_a_ladder_that_cannot_be_read_or_names_nobody(database: Database, tmp_path: Path) -> None:
    ladder = tmp_path / "ladder.yaml"
    ladder.write_text("urgent: []\nconcern: []\n")
    says = about(examine(load_settings(demo=True, ladder_file=ladder), database, real_clock), "wrong")["ladder"]
    assert "ladder.yaml, urgent: give two steps or more" in says
    line = "\n  - {after: 0, tell: [EXS-007, EXS-777]}\n  - {after: 9, tell: [managers]}\n  - {again: 9}\n"
    ladder.write_text(f"urgent:{line}concern:{line}")
    load(database, NOW)
    says = about(examine(load_settings(demo=True, ladder_file=ladder), database, real_clock), "wrong")["ladder"]
    assert says == "It names EXS-777, who is not on the staff list today. Change MY_IRO_LADDER_FILE."


def test_no_texts_is_said_and_a_half_configured_push_too() -> None:
    assert "MY_IRO_NOTIFY_KEY is missing" in about(of_channels(load_settings(), real_clock), "look")["texts"]
    says = about(of_channels(load_settings(push_key="x", push_contact="mailto:a@b.c"), real_clock), "wrong")["channels"]
    assert "Make one: my-iro push-key" in says
