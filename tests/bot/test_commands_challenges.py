"""`my-iro challenges export` as somebody runs it."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

from storage import challenges, children, staff
from storage.audit import AuditEvent
from storage.store import Store
from storage.tables import audit_events
from tests.support.commanded import Commands
from tests.support.prepared import NOW

SECRET = "the xylophone bus never came"


def challenged(run: Commands) -> None:
    """Something that was taken up, went one rung further, and was put right."""

    def work(store: Store) -> None:
        child, iro = children.by_reference(store, "EXC-0026"), staff.by_reference(store, "EXS-006")
        assert child
        assert iro
        began = NOW - timedelta(days=11)
        opened = challenges.start(
            store, child, iro.id, began, topic="transport", issue=SECRET, stage="informal", due_on=date(2026, 11, 17)
        )  # fmt: skip
        store.flush()
        one = challenges.load(store, opened)
        later = NOW - timedelta(days=4)
        challenges.note(store, one, iro.id, later, stage="team_manager", note=SECRET, due_on=date(2026, 11, 24))
        challenges.climb(store, one, "team_manager", date(2026, 11, 24))
        challenges.close(store, challenges.load(store, opened), NOW, result="put_right", outcome=SECRET)

    run.database.write_now(work)


def test_the_file_holds_stages_and_days_and_not_a_word(run: Commands, tmp_path: Path) -> None:
    challenged(run)
    file = tmp_path / "challenges.csv"
    result = run("challenges", "export", str(file))
    assert result.stdout == f"1 challenges written to {file}\n"
    text = file.read_text("utf-8")
    for secret in ("xylophone", "EXC-0026", "Connor", "Beth"):
        assert secret not in text
    (line,) = csv.DictReader(text.splitlines())
    assert (line["topic"], line["stage"], line["result"]) == ("transport", "team_manager", "put_right")
    assert (line["stages"], line["working_days"]) == ("informal:5 team_manager:3", "8")
    assert (line["child_told_of_rights"], line["answer_late"]) == ("no", "no")
    query = audit_events.select().where(audit_events.c.event == AuditEvent.CHALLENGES_EXPORTED)
    assert len(run.database.read_now(lambda store: store.rows(query))) == 1


def test_what_cannot_be_exported_is_one_clear_line(run: Commands, tmp_path: Path) -> None:
    assert "Nothing has been challenged yet" in run("challenges", "export", str(tmp_path / "a.csv")).stderr
    assert not (tmp_path / "a.csv").exists()
    challenged(run)
    assert "must end in .csv" in run("challenges", "export", str(tmp_path / "a.txt")).stderr
    assert "1 challenges would be written" in run("challenges", "export", "--dry-run", str(tmp_path / "a.csv")).stdout
    (tmp_path / "a.csv").write_text("mine")
    assert run("challenges", "export", str(tmp_path / "a.csv")).exit_code == 1
    assert (tmp_path / "a.csv").read_text() == "mine"
