"""The commands that work on the record: import, invite, audit. Each says one clear line when something is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner, Result

from bot.commands import COMMANDS, main
from storage.database import Database
from storage.tables import audit_events, invites
from tests.support.commanded import EXAMPLESHIRE, Commands, commands
from tests.support.prepared import AUTHORITY, MASTER

KINDS = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture
def empty(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Commands]:
    """Run a command against nothing."""
    with closing(Database(database_url, AUTHORITY, MASTER)) as database:
        yield commands(database, monkeypatch)


def refused(result: Result) -> str:
    """The one line of a command that would not."""
    assert result.exit_code in (1, 2)
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr


def count(run: Commands, table: sa.Table) -> int:
    with run.database.engine.connect() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def test_help_names_every_command_and_loads_none() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    assert all(f"  {name} " in result.stdout for name in COMMANDS)


def test_import_says_what_it_did_and_again_nothing(empty: Commands) -> None:
    first = empty("import", str(EXAMPLESHIRE))
    assert first.exit_code == 0
    assert "children: 60 new, 0 changed" in first.stdout
    assert "children: 0 new, 0 changed" in empty("import", str(EXAMPLESHIRE)).stdout


def test_a_dry_run_changes_nothing(empty: Commands) -> None:
    assert "children: 60 new, 0 changed" in empty("import", "--dry-run", str(EXAMPLESHIRE)).stdout
    assert "children: 60 new, 0 changed" in empty("import", str(EXAMPLESHIRE)).stdout


def test_a_wrong_file_names_every_bad_row_and_changes_nothing(empty: Commands, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLESHIRE, tmp_path / "data")
    children = tmp_path / "data" / "children.csv"
    text = children.read_text(encoding="utf-8")
    children.write_text(text.replace("2018-02-14", "14/02/2018").replace("2019-03-03", "soon"), encoding="utf-8")
    complaint = refused(empty("import", str(tmp_path / "data")))
    assert 'children.csv line 2, birth_date: "14/02/2018" is not a date like 2010-02-28' in complaint
    assert 'children.csv line 3, birth_date: "soon" is not a date like 2010-02-28' in complaint
    assert "Run: my-iro import DIR" in refused(empty("audit", "verify"))


def test_nothing_but_import_works_on_an_empty_database(empty: Commands) -> None:
    assert "The database is empty or from another version. Run: my-iro import DIR" in refused(empty("invite", "print"))


def test_a_card_is_made_shown_and_cancelled(run: Commands, tmp_path: Path) -> None:
    made = run("invite", "make", "EXC-0002", "EXC-0001").stdout.splitlines()
    assert [line.split("\t")[0] for line in made] == ["EXC-0002", "EXC-0001"]
    word = made[1].split("\t")[1]
    shown = run("invite", "print", "EXC-0001", "--qr", "--svg", str(tmp_path / "cards"))
    assert shown.stdout.startswith(f"EXC-0001\t{word}\thttp://127.0.0.1:8080/#card={word}\n")
    assert "█" in shown.stdout
    assert (tmp_path / "cards" / "EXC-0001.svg").read_text().startswith("<svg")
    assert run("invite", "cancel", word.lower()).stdout == "Cancelled: 1\n"
    assert f"The card {word} is cancelled already" in refused(run("invite", "cancel", word))
    assert "No open card for EXC-0001." in refused(run("invite", "print", "EXC-0001"))


def test_cards_for_all_who_were_never_given_one(run: Commands) -> None:
    run("invite", "make", "EXC-0001")
    assert len(run("invite", "make", "--missing").stdout.splitlines()) == 59
    assert run("invite", "make", "--missing").stdout == ""
    assert len(run("invite", "print").stdout.splitlines()) == 60
    assert count(run, invites) == 60


def test_one_unknown_child_and_no_card_is_made(run: Commands) -> None:
    assert "No child has the reference EXC-9" in refused(run("invite", "make", "EXC-0001", "EXC-9"))
    assert count(run, invites) == 0
    assert "say --missing" in refused(run("invite", "make"))


def test_one_unknown_word_and_no_card_is_cancelled(run: Commands) -> None:
    word = run("invite", "make", "EXC-0001").stdout.split()[1]
    assert 'No card says "nonsense"' in refused(run("invite", "cancel", word, "nonsense"))
    assert word in run("invite", "print").stdout


def test_the_audit_trail_is_proved_whole_or_broken(run: Commands) -> None:
    run("invite", "make", "EXC-0001")
    assert run("audit", "verify").stdout == "The audit trail is whole: 2 events.\n"
    with run.database.engine.begin() as connection:
        connection.execute(sa.update(audit_events).where(audit_events.c.number == 1).values(detail="nothing"))
    assert "event 1 was changed after it was written. 0 events before it hold." in refused(run("audit", "verify"))


@pytest.mark.parametrize("command", [["audit", "verify"], ["invite", "print"], ["import", str(EXAMPLESHIRE)]])
@pytest.mark.usefixtures("short_demo")
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
def test_a_wrong_setting_is_one_clear_line(
    run: Commands, monkeypatch: pytest.MonkeyPatch, name: str, value: str, complaint: str
) -> None:
    monkeypatch.setenv(name, value)
    assert complaint in refused(run("audit", "verify"))


def test_no_master_key(run: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MY_IRO_MASTER_KEY")
    assert "No master key. Make one (openssl rand -hex 32)" in refused(run("audit", "verify"))
