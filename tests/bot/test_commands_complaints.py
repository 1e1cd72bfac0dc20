"""`my-iro complaints export` as somebody runs it for the report of a year."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from storage import children, complaints, conversations, milestones, requests, staff
from storage.audit import AuditEvent
from storage.store import Store
from storage.tables import audit_events
from tests.support.commanded import Commands
from tests.support.prepared import NOW

SECRET = "the xylophone bus never came"
GRAHAM, MARGUERITE, TOBIAS, AURELIA = "EXS-002", "EXS-007", "EXS-008", "EXS-015"
YEAR = ("--from", "2026-04-01", "--to", "2027-03-31")


def member(store: Store, reference: str) -> UUID:
    found = staff.by_reference(store, reference)
    assert found, reference
    return found.id


def complains(run: Commands, about: str, reference: str = "EXC-0026") -> None:
    """Not sorted out by its day, formal from then on, answered in time and closed; an advocate was offered."""

    def work(store: Store) -> None:
        child = children.by_reference(store, reference)
        assert child
        began, formal = NOW - timedelta(days=21), NOW - timedelta(days=14)
        talk = conversations.ensure_for_child(store, child.id, "middle", "en", NOW)
        store.flush()
        asked = requests.ask(
            store, began, kind="complaint", owner_role="iro_manager", due_on=date(2026, 11, 5), key_id=talk.key_id,
            conversation_id=talk.id, child_id=child.id, words=SECRET,
        )  # fmt: skip
        store.flush()
        opened = complaints.start(
            store, talk, asked, began, kind="complaint", about="iro", owner_role="iro_manager",
            due_on=date(2026, 11, 5), staff_ids=[member(store, about)], text=SECRET, message_id=None,
        )  # fmt: skip
        milestones.reach(store, talk, began, "advocate_offered", channel="web", value="no", detail="complaint")
        store.flush()
        complaints.late_told(store, complaints.load(store, opened), formal)
        complaints.climb(store, complaints.load(store, opened), "stage_1", date(2026, 11, 20), formal)
        store.flush()
        who, later = member(store, MARGUERITE), NOW - timedelta(days=4)
        complaints.answered(store, complaints.load(store, opened), who, SECRET, later)
        store.flush()
        complaints.close(store, complaints.load(store, opened), who, NOW, result="partly", outcome=SECRET)

    run.database.write_now(work)


def exported(run: Commands, file: Path, *flags: str, reader: str = MARGUERITE) -> list[dict[str, str]]:
    result = run("complaints", "export", str(file), *YEAR, "--for", reader, *flags)
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(file.read_text("utf-8").splitlines()))


def test_a_line_has_its_stages_with_their_days_and_no_word_and_no_name(run: Commands, tmp_path: Path) -> None:
    complains(run, GRAHAM)
    file = tmp_path / "complaints.csv"
    said = run("complaints", "export", str(file), *YEAR, "--for", MARGUERITE).stdout
    assert "to be sorted out: 1 began, 0 in time, 1 late, 0 waiting, 0 went up before their day\n" in said
    assert "stage 1: 1 began, 1 in time" in said
    assert said.endswith(f"1 complaints written to {file}\n")
    assert file.stat().st_mode & 0o077 == 0, "for its owner only"
    text = file.read_text("utf-8")
    for secret in ("xylophone", "EXC-0026", "Graham", "Marguerite"):
        assert secret not in text
    (line,) = csv.DictReader(text.splitlines())
    assert (line["about"], line["about_roles"], line["result"]) == ("iro", "iro", "partly")
    assert (line["informal_in_time"], line["informal_answered_on"]) == ("late", "")
    assert (line["stage_1_began_on"], line["stage_1_answer_due_on"]) == ("2026-11-07", "2026-11-20")
    assert (line["stage_1_answered_on"], line["stage_1_in_time"], line["stage_1_working_days"]) == (
        "2026-11-17", "in_time", "7",
    )  # fmt: skip
    assert (line["stage_2_began_on"], line["ever_late"]) == ("", "yes")
    assert (line["advocate_offered_on"], line["advocate_answer"]) == ("2026-10-31", "no")
    query = audit_events.select().where(audit_events.c.event == AuditEvent.COMPLAINTS_EXPORTED)
    (event,) = run.database.read_now(lambda store: store.rows(query))
    assert event["staff_id"] == run.database.read_now(lambda store: member(store, MARGUERITE))
    assert event["detail"] == "1 2026-04-01..2027-03-31"


def test_words_and_names_only_when_asked_for_and_only_for_a_manager(run: Commands, tmp_path: Path) -> None:
    complains(run, GRAHAM)
    (line,) = exported(run, tmp_path / "a.csv", "--words", "--names")
    assert line["childs_words"] == SECRET
    assert (line["about_names"], line["answered_by"]) == ("Graham Otterbury", "Marguerite Fenwold")
    refused = run("complaints", "export", str(tmp_path / "b.csv"), *YEAR, "--for", AURELIA, "--words")
    assert "without names and words" in refused.stderr
    (figures,) = exported(run, tmp_path / "c.csv", reader=AURELIA)
    assert "childs_words" not in figures


def test_nobody_reads_what_is_about_them_and_no_iro_reads_any(run: Commands, tmp_path: Path) -> None:
    complains(run, GRAHAM)
    complains(run, MARGUERITE, "EXC-0034")
    assert [line["about_roles"] for line in exported(run, tmp_path / "a.csv")] == ["iro"]
    assert len(exported(run, tmp_path / "b.csv", reader=TOBIAS)) == 2
    refused = run("complaints", "export", str(tmp_path / "c.csv"), *YEAR, "--for", GRAHAM)
    assert "EXS-002 may not have complaints" in refused.stderr
    assert not (tmp_path / "c.csv").exists()


def test_only_those_that_were_open_in_the_period(run: Commands, tmp_path: Path) -> None:
    complains(run, GRAHAM)
    nothing = ("--from", "2025-04-01", "--to", "2026-03-31", "--for", MARGUERITE)
    assert "No complaint of this period" in run("complaints", "export", str(tmp_path / "a.csv"), *nothing).stderr
    backwards = ("--from", "2026-04-01", "--to", "2026-03-31", "--for", MARGUERITE)
    assert "ends before it begins" in run("complaints", "export", str(tmp_path / "a.csv"), *backwards).stderr
    dry = run("complaints", "export", str(tmp_path / "a.csv"), *YEAR, "--for", MARGUERITE, "--dry-run")
    assert "1 complaints would be written" in dry.stdout
    assert not list(tmp_path.iterdir())
    file = tmp_path / "a.jsonl"
    assert run("complaints", "export", str(file), *YEAR, "--for", MARGUERITE).exit_code == 0
    assert json.loads(file.read_text("utf-8"))["made_on"] == "2026-10-31"
