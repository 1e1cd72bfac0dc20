"""`my-iro pack` as somebody runs it: the list, each kind of file, and what is recorded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from storage import answers, children, conversations, messages, reviews
from storage.audit import AuditEvent
from storage.store import Store
from storage.tables import audit_events
from tests.support.commanded import Commands
from tests.support.prepared import NOW

CHILD, WORDS = "EXC-0026", "i want to see zebedee"


def tell(run: Commands) -> str:
    """A child says what they want; the reference of the review it is for."""

    def work(store: Store) -> str:
        child = children.by_reference(store, CHILD)
        assert child
        conversations.ensure_for_child(store, child.id, "middle", "en", NOW)
        store.flush()
        talk = conversations.of_children(store, [child.id])[child.id]
        talk = conversations.lock(store, [talk.id])[talk.id]
        message = messages.add(store, talk, NOW, author="child", text=WORDS, channel="web")
        answers.give(store, talk, NOW, topic="most", question="most_one", text=WORDS, channel="web", message_id=message)
        conversations.save(store, [talk])
        coming = reviews.next_of(store, child.id)
        assert coming
        return coming.reference

    return run.database.write_now(work)


def test_reviews_with_views_are_listed(run: Commands) -> None:
    assert run("pack", "--list").stdout == ""
    reference = tell(run)
    assert run("pack", "--list").stdout == f"{reference}\n"


@pytest.mark.parametrize(
    ("kind", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!DOCTYPE"), ("json", b"{")]
)
def test_each_kind_of_file_is_written_and_recorded(run: Commands, tmp_path: Path, kind: str, begins: bytes) -> None:
    file = tmp_path / f"page.{kind}"
    done = run("pack", "--review", tell(run), "--format", kind, "-o", str(file))
    assert done.exit_code == 0, done.stderr
    assert file.read_bytes().lstrip().startswith(begins)
    assert WORDS not in done.stdout
    query = audit_events.select().where(audit_events.c.event == str(AuditEvent.WISHES_READ))
    rows = run.database.read_now(lambda store: store.rows(query))
    assert [row["detail"] for row in rows] == ["my-iro pack"]


def test_the_json_holds_the_words_and_the_annex_is_a_file_of_its_own(run: Commands, tmp_path: Path) -> None:
    reference, file = tell(run), tmp_path / "page.json"
    run("pack", "--review", reference, "--format", "json", "-o", str(file))
    data = json.loads(file.read_text("utf-8"))
    assert data["only_the_iro"][0]["answers"][0]["quotes"][0]["text"] == WORDS
    assert run("pack", "--review", reference, "--annex", "-o", str(tmp_path / "annex.pdf")).exit_code == 0
    assert run("pack", "--review", reference, "--annex", "--format", "json", "-o", str(file)).exit_code == 2


def test_what_cannot_be_made_is_one_clear_line(run: Commands, tmp_path: Path) -> None:
    unknown = run("pack", "--review", "EXR-9999", "-o", str(tmp_path / "page.pdf"))
    assert (unknown.exit_code, "There is no review EXR-9999" in unknown.stderr) == (1, True)
    assert run("pack").exit_code == 2
    nowhere = run("pack", "--review", tell(run), "-o", str(tmp_path / "none" / "page.pdf"))
    assert "cannot be written" in nowhere.stderr
