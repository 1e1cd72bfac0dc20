"""The pages of the children of Exampleshire who have talked: every quote is found in the database as it stands."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest

from bot.demo import temporary
from bot.played import TODAY
from reviews.pack import pdf
from reviews.pack.loading import gather
from reviews.pack.model import Page
from reviews.settings import ReviewSettings
from storage import allocations, children, conversations, messages
from storage.database import Database
from storage.messages import Message
from storage.store import Store
from tests.reviews.pack.telling import words_for


@pytest.fixture(scope="module")
def talked() -> Iterator[Database]:
    with temporary.exampleshire_with_talk(TODAY) as (database, _):
        yield database


def pages(store: Store) -> list[tuple[Page, list[Message]]]:
    """The page of each child who has said anything, with all of their conversation."""
    found = []
    for child in children.everyone(store):
        iro = allocations.iro_of(store, child.id, TODAY.date())
        talk = conversations.of_children(store, [child.id]).get(child.id)
        if iro is None or talk is None:
            continue
        page = gather(store, child, TODAY, reader=iro.id, settings=ReviewSettings())
        if not page.empty:
            found.append((page, messages.of_conversation(store, talk.id)))
    return found


def test_every_quote_is_part_of_a_stored_message_of_that_child(talked: Database) -> None:
    found = talked.read_now(pages)
    assert len(found) >= 4
    quotes = [(quote, said) for page, said in found for quote in page.quotes()]
    assert len(quotes) > 30
    for quote, said in quotes:
        where = next(message for message in said if message.id == quote.source.message_id)
        assert quote.kind in ("words", "tapped")
        assert quote.text in where.text
        assert where.author == "child"


def test_each_page_is_one_side_for_each_sheet(talked: Database) -> None:
    for page, _ in talked.read_now(pages):
        with pypdfium2.PdfDocument(pdf.page_pdf(page, words_for(page))) as made:
            assert len(made) == 2, page.header.child.reference
