"""The wishes-and-feelings page in the portal: who may read which sheet, what is recorded, and its files."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import pikepdf
import pytest

from portal.access import Role
from portal.pages.wishes_page import FILES
from storage import absences, children, staff
from storage.audit import AuditEvent
from storage.database import Database
from storage.store import Store
from storage.tables import audit_events
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.support.prepared import NOW

PAGE = "/staff/children/EXC-0001/wishes"
ALOUD, KEPT = "my room is the best", "dads letters scare me"


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        child = opened.child(preferred_name="Fin")
        opened.review(child, "EXR-0001", planned_for=(NOW + timedelta(days=3)).date(), start_time="15:45")
        opened.answers(child, "home.best", ALOUD, share="review")
        opened.answers(child, "worries.what", KEPT)
        yield opened


def read(here: World) -> list[str]:
    """What the trail says was read of wishes and feelings, in order."""
    query = audit_events.select().where(audit_events.c.event == str(AuditEvent.WISHES_READ))
    return [row["detail"] for row in here.database.read_now(lambda store: store.rows(query))]


async def taken(here: World, name: str, role: Role = Role.IRO, status: int = 200) -> tuple[bytes, str, str]:
    """A file: its bytes, its kind and the name it is kept under."""
    client = await here.client(role)
    async with client.get(f"{PAGE}/files/{name}") as answer:
        assert answer.status == status
        return await answer.read(), answer.content_type, answer.headers.get("Content-Disposition", "")


async def test_the_childs_page_leads_to_it(here: World) -> None:
    assert f'href="{PAGE}"' in await here.seen("/staff/children/EXC-0001", Role.IRO)


async def test_the_iro_sees_both_sheets_apart_and_the_reading_is_recorded(here: World) -> None:
    text = await here.seen(PAGE, Role.IRO)
    aloud, kept = text.split('class="sheet sheet--kept"')
    assert "MAY BE SAID AT THE REVIEW" in aloud
    assert ALOUD in aloud
    assert KEPT not in aloud
    assert "ONLY BETH MAY KNOW THIS" in kept
    assert KEPT in kept
    assert ALOUD not in kept
    assert read(here) == ["page"]


async def test_the_annex_holds_every_version(here: World) -> None:
    child = here.database.read_now(_child)
    here.answers(child, "home.best", "the garden", share="review")
    text = await here.seen(f"{PAGE}/annex", Role.IRO)
    assert ALOUD in text
    assert "the garden" in text
    assert "replaced later" in text


async def test_a_manager_gets_what_may_be_said_and_nothing_else(here: World) -> None:
    text = await here.seen(PAGE, Role.IRO_MANAGER)
    assert ALOUD in text
    assert KEPT not in text
    assert "sheet--kept" not in text
    await here.seen(f"{PAGE}/annex", Role.IRO_MANAGER, status=404)
    body, _, _ = await taken(here, "page.json", Role.IRO_MANAGER)
    data = json.loads(body)
    assert (data["whole"], data["only_the_iro"], data["annex"]) == (False, [], [])
    await taken(here, "annex.pdf", Role.IRO_MANAGER, status=404)


async def test_another_iro_gets_it_only_while_standing_in(here: World) -> None:
    child = here.colleague()
    here.child("EXC-0003", iro=child, preferred_name="Theirs")
    here.says(here.database.read_now(lambda store: children.by_reference(store, "EXC-0003").id), "hello")
    there = "/staff/children/EXC-0003/wishes"
    here.database.write_now(lambda store: staff.name_deputy(store, child, here.iro, None, NOW))
    await here.seen(there, Role.IRO, status=404)
    here.database.write_now(lambda store: absences.record(store, child, "leave", NOW, None, None, NOW))
    await here.seen(there, Role.IRO)
    await here.seen(f"{there}/annex", Role.IRO, status=404)


@pytest.mark.parametrize("path", ["wishes", "wishes/annex", "wishes/files/page.pdf"])
async def test_another_iros_child_is_a_page_that_is_not_there(here: World, path: str) -> None:
    here.child("EXC-0009", iro=here.colleague(), preferred_name="Notmine")
    text = await here.seen(f"/staff/children/EXC-0009/{path}", Role.IRO, status=404)
    assert "Notmine" not in text
    assert read(here) == []


@pytest.mark.parametrize("name", FILES)
async def test_each_file_comes_under_a_name_that_names_nobody(here: World, name: str) -> None:
    body, kind, known_as = await taken(here, name)
    assert body
    assert kind == FILES[name][0]
    assert known_as == f'attachment; filename="wishes-EXR-0001-{name}"'
    assert read(here) == [name]


async def test_a_file_that_is_none_is_not_there(here: World) -> None:
    await taken(here, "page.exe", status=404)


async def test_the_pdf_is_tagged_and_titled(here: World) -> None:
    body, _, _ = await taken(here, "page.pdf")
    with pikepdf.open(io.BytesIO(body)) as made:
        assert made.Root.MarkInfo.Marked
        assert len(made.pages) == 2


async def test_an_open_concern_is_on_the_screen_and_in_no_file(here: World) -> None:
    child = here.database.read_now(_child)
    before = {name: (await taken(here, name))[0] for name in ("page.json",)}
    here.concern(child, "he hit me")
    assert "A concern about Fin is open" in await here.seen(PAGE, Role.IRO)
    after = json.loads((await taken(here, "page.json"))[0])
    assert {**after, "made_at": ""} == {**json.loads(before["page.json"]), "made_at": ""}
    for name in FILES:
        assert b"concern" not in (await taken(here, name))[0].lower() or not name.endswith("json")


async def test_an_iro_a_concern_is_about_does_not_learn_of_it_here(here: World) -> None:
    child = here.database.read_now(_child)
    here.exclude(here.concern(child, "beth hit me"), here.iro)
    text = await here.seen(PAGE, Role.IRO)
    assert "A concern about" not in text
    assert "beth hit me" not in text


async def test_a_review_of_another_child_is_not_there(here: World) -> None:
    other = here.child("EXC-0002")
    here.review(other, "EXR-0077")
    await here.seen(f"{PAGE}?review=EXR-0077", Role.IRO, status=404)
    await here.seen(f"{PAGE}?review=EXR-0001", Role.IRO)


async def test_a_child_who_has_said_nothing_has_a_page_that_says_what_is_not_asked(here: World) -> None:
    here.child("EXC-0002", joined=False, preferred_name="Quiet")
    text = await here.seen("/staff/children/EXC-0002/wishes", Role.IRO)
    assert "Quiet has given no views yet" in text
    assert "Not asked: What Quiet most wants" in text


def _child(store: Store) -> UUID:
    from storage import children

    child = children.by_reference(store, "EXC-0001")
    assert child is not None
    return child.id
