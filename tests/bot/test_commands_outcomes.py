"""`my-iro outcomes export` and `my-iro rescreen` as somebody runs them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from storage import children, concerns, conversations, messages, outcomes, staff
from storage.audit import AuditEvent
from storage.outcomes import Outcome
from storage.store import Store
from storage.tables import audit_events
from tests.support.commanded import Commands
from tests.support.prepared import NOW

SECRET = "zebedee hit me with a xylophone"
OFFICER = "EXS-012"


def close_one(run: Commands) -> str:
    """A concern raised by these words and closed as a false alarm; its id."""

    def work(store: Store) -> str:
        child = children.by_reference(store, "EXC-0026")
        officer = staff.by_reference(store, OFFICER)
        assert child
        assert officer
        talk = conversations.ensure_for_child(store, child.id, "middle", "en", NOW)
        store.flush()
        talk = conversations.lock(store, [talk.id])[talk.id]
        message = messages.add(store, talk, NOW, author="child", text=SECRET, channel="web")
        conversations.save(store, [talk])
        reason = {"rule": "physical_abuse.hit_with", "quote": SECRET, "category": "physical_abuse", "level": "concern"}
        messages.add_screening(
            store, message, talk.key_id, NOW, level="concern", score=0.7, categories=["physical_abuse"],
            because=[reason], readable=True, language="en", rules_version="abc",
        )  # fmt: skip
        store.flush()
        concern = concerns.open_concern(
            store, NOW, conversation_id=talk.id, key_id=talk.key_id, message_id=message, level="concern",
            categories=["physical_abuse"], readable=True,
        )  # fmt: skip
        store.flush()
        concerns.take(store, concern, officer.id, NOW)
        store.flush()
        outcomes.close(store, concern, officer.id, Outcome("A cartoon: xylophone.", false_alarm="made_up"), NOW)
        return str(concern)

    return run.database.write_now(work)


def exports(run: Commands) -> int:
    query = audit_events.select().where(audit_events.c.event == AuditEvent.OUTCOMES_EXPORTED)
    return len(run.database.read_now(lambda store: store.rows(query)))


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_the_review_set_holds_codes_and_times_and_not_a_word(run: Commands, tmp_path: Path, ending: str) -> None:
    concern, file = close_one(run), tmp_path / f"review.{ending}"
    result = run("outcomes", "export", str(file))
    assert result.stdout == f"1 closed concerns written to {file}\n"
    text = file.read_text("utf-8")
    for secret in ("zebedee", "xylophone", "EXC-0026", concern, concern.replace("-", ""), "Rafiq"):
        assert secret.lower() not in text.lower()
    line = next(csv.DictReader(text.splitlines())) if ending == "csv" else json.loads(text)
    assert (line["level"], line["rules"], line["false_alarm"]) == ("concern", "physical_abuse.hit_with", "made_up")
    assert (line["language"], line["rules_version"], line["outcome"]) == ("en", "abc", "false_alarm")
    assert exports(run) == 1


def test_a_file_that_is_there_is_not_overwritten(run: Commands, tmp_path: Path) -> None:
    close_one(run)
    file = tmp_path / "review.csv"
    file.write_text("mine")
    result = run("outcomes", "export", str(file))
    assert (result.exit_code, result.stdout, file.read_text()) == (1, "", "mine")
    assert "is not overwritten" in result.stderr
    assert exports(run) == 0


def test_a_dry_run_writes_no_file_and_no_event(run: Commands, tmp_path: Path) -> None:
    close_one(run)
    file = tmp_path / "review.csv"
    assert "1 closed concerns would be written" in run("outcomes", "export", "--dry-run", str(file)).stdout
    assert not file.exists()
    assert exports(run) == 0


def test_what_cannot_be_exported_is_one_clear_line(run: Commands, tmp_path: Path) -> None:
    wrong = run("outcomes", "export", str(tmp_path / "review.xlsx"))
    assert (wrong.exit_code, wrong.stderr.count("\n")) == (1, 1)
    assert "must end in .csv or .jsonl" in wrong.stderr
    assert "No concern has been closed yet" in run("outcomes", "export", str(tmp_path / "review.csv")).stderr
    assert not (tmp_path / "review.csv").exists()
    close_one(run)
    nowhere = run("outcomes", "export", str(tmp_path / "none" / "review.csv"))
    assert "cannot be written" in nowhere.stderr


def test_looking_back_is_a_dry_run_unless_told_to_write(run: Commands) -> None:
    close_one(run)
    dry = run("rescreen")
    assert dry.exit_code == 0, dry.stderr
    assert "1 messages looked at again; 0 that nobody was told of would be raised." in dry.stdout, "it was raised then"
    assert "Nothing was changed." in dry.stdout
    assert "1 messages looked at again" in run("rescreen", "--write").stdout
    assert "0 messages looked at again" in run("rescreen", "--write").stdout
    assert "0 messages looked at again" in run("rescreen", "--since", "2030-01-01").stdout
    assert "does not match the format" in run("rescreen", "--since", "yesterday").stderr
