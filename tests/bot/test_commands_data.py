"""The commands that work on the record: import, invite, audit. Each says one clear line when something is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result

from bot.commands import COMMANDS, main
from storage.database import Database
from storage.keys import LocalMasterKey
from storage.tables import audit_events, invites
from tests.support.prepared import AUTHORITY

KEY = "11" * 32
EXAMPLESHIRE = str(Path("bot/demo/exampleshire").resolve())


@pytest.fixture
def run(database_url: str, monkeypatch: pytest.MonkeyPatch):
    """Run a command against an empty database of its own."""
    monkeypatch.setenv("MY_IRO_DATABASE", database_url)
    monkeypatch.setenv("MY_IRO_MASTER_KEY", KEY)
    monkeypatch.setenv("MY_IRO_AUTHORITY", AUTHORITY)

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, list(arguments))

    return invoke


def refused(result: Result) -> str:
    """The one line of a command that would not."""
    assert result.exit_code in (1, 2)
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr


def count(url: str, table: sa.Table) -> int:
    database = Database(url, AUTHORITY, LocalMasterKey.from_hex(KEY))
    with database.engine.connect() as connection:
        found = connection.scalar(sa.select(sa.func.count()).select_from(table))
    database.close()
    return found or 0


def test_help_names_every_command_and_loads_none() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    assert all(f"  {name} " in result.stdout for name in COMMANDS)


def test_import_says_what_it_did_and_again_nothing(run) -> None:
    first = run("import", EXAMPLESHIRE)
    assert first.exit_code == 0
    assert "children: 60 new, 0 changed" in first.stdout
    assert "children: 0 new, 0 changed" in run("import", EXAMPLESHIRE).stdout


def test_a_dry_run_changes_nothing(run) -> None:
    assert "children: 60 new, 0 changed" in run("import", "--dry-run", EXAMPLESHIRE).stdout
    assert "children: 60 new, 0 changed" in run("import", EXAMPLESHIRE).stdout


def test_a_wrong_file_names_every_bad_row_and_changes_nothing(run, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLESHIRE, tmp_path / "data")
    children = tmp_path / "data" / "children.csv"
    text = children.read_text(encoding="utf-8")
    children.write_text(text.replace("2018-02-14", "14/02/2018").replace("2019-03-03", "soon"), encoding="utf-8")
    complaint = refused(run("import", str(tmp_path / "data")))
    assert 'children.csv line 2, birth_date: "14/02/2018" is not a date like 2010-02-28' in complaint
    assert 'children.csv line 3, birth_date: "soon" is not a date like 2010-02-28' in complaint
    assert "Run: my-iro import DIR" in refused(run("audit", "verify"))


def test_nothing_but_import_works_on_an_empty_database(run) -> None:
    assert "The database is empty or from another version. Run: my-iro import DIR" in refused(run("invite", "print"))


def test_a_card_is_made_shown_and_cancelled(run, tmp_path: Path) -> None:
    run("import", EXAMPLESHIRE)
    made = run("invite", "make", "EXC-0002", "EXC-0001").stdout.splitlines()
    assert [line.split("\t")[0] for line in made] == ["EXC-0002", "EXC-0001"]
    word = made[1].split("\t")[1]
    shown = run("invite", "print", "EXC-0001", "--qr", "--svg", str(tmp_path / "cards"))
    assert shown.stdout.startswith(f"EXC-0001\t{word}\thttp://127.0.0.1:8080/?card={word}\n")
    assert "█" in shown.stdout
    assert (tmp_path / "cards" / "EXC-0001.svg").read_text().startswith("<svg")
    assert run("invite", "cancel", word.lower()).stdout == "Cancelled: 1\n"
    assert f"The card {word} is cancelled already" in refused(run("invite", "cancel", word))
    assert "No open card for EXC-0001." in refused(run("invite", "print", "EXC-0001"))


def test_cards_for_all_who_were_never_given_one(run, database_url: str) -> None:
    run("import", EXAMPLESHIRE)
    run("invite", "make", "EXC-0001")
    assert len(run("invite", "make", "--missing").stdout.splitlines()) == 59
    assert run("invite", "make", "--missing").stdout == ""
    assert len(run("invite", "print").stdout.splitlines()) == 60
    assert count(database_url, invites) == 60


def test_one_unknown_child_and_no_card_is_made(run, database_url: str) -> None:
    run("import", EXAMPLESHIRE)
    assert "No child has the reference EXC-9" in refused(run("invite", "make", "EXC-0001", "EXC-9"))
    assert count(database_url, invites) == 0
    assert "say --missing" in refused(run("invite", "make"))


def test_one_unknown_word_and_no_card_is_cancelled(run) -> None:
    run("import", EXAMPLESHIRE)
    word = run("invite", "make", "EXC-0001").stdout.split()[1]
    assert 'No card says "nonsense"' in refused(run("invite", "cancel", word, "nonsense"))
    assert word in run("invite", "print").stdout


def test_the_audit_trail_is_proved_whole_or_broken(run, database_url: str) -> None:
    run("import", EXAMPLESHIRE)
    run("invite", "make", "EXC-0001")
    assert run("audit", "verify").stdout == "The audit trail is whole: 2 events.\n"
    database = Database(database_url, AUTHORITY, LocalMasterKey.from_hex(KEY))
    with database.engine.begin() as connection:
        connection.execute(sa.update(audit_events).where(audit_events.c.number == 1).values(detail="nothing"))
    database.close()
    assert "event 1 was changed after it was written. 0 events before it hold." in refused(run("audit", "verify"))


@pytest.mark.parametrize("command", [["audit", "verify"], ["invite", "print"], ["import", EXAMPLESHIRE]])
def test_demo_needs_no_settings(command: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, [*command, "--demo"])
    assert result.exit_code == 0, result.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("MY_IRO_DATABASE", "nonsense", "MY_IRO_DATABASE is not an address like"),
        ("MY_IRO_DATABASE", "oracle9://x", "MY_IRO_DATABASE is not an address like"),
        ("MY_IRO_DATABASE", "sqlite:////nowhere/at/all.db", "The database did not answer: "),
        ("MY_IRO_DATABASE", "postgresql+psycopg://x@127.0.0.1:1/x", "The database did not answer: "),
        ("MY_IRO_MASTER_KEY", "abc", "must be 64 hexadecimal digits"),
        ("MY_IRO_MASTER_KEY", "22" * 32, "The master key is not the one this database was made with."),
        ("MY_IRO_PORT", "many", "MY_IRO_PORT: "),
    ],
)
def test_a_wrong_setting_is_one_clear_line(run, monkeypatch, name: str, value: str, complaint: str) -> None:
    run("import", EXAMPLESHIRE)
    monkeypatch.setenv(name, value)
    assert complaint in refused(run("audit", "verify"))


def test_no_master_key(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MY_IRO_MASTER_KEY")
    assert "No master key. Make one (openssl rand -hex 32)" in refused(run("audit", "verify"))
