"""`my-iro pack`: the wishes-and-feelings page of a review, as its IRO has it, into a file."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import click

from bot.clock import real_clock
from bot.commands.database import chosen, demo_option
from bot.service import loaded_library, loaded_reviews
from bot.settings import load_settings
from reviews.pack import html_file, json_file, pdf, word_file
from reviews.pack.choosing import in_round
from reviews.pack.loading import gather, round_of
from reviews.pack.model import Page
from reviews.pack.wording import Wording, wording
from reviews.settings import ReviewSettings
from safeguarding.rota import LONDON
from storage import allocations, answers, audit, children, conversations, reviews
from storage.answers import Answer
from storage.audit import AuditEvent
from storage.database import Database
from storage.errors import NotFound
from storage.reviews import Review
from storage.store import Store

WRITE: Mapping[str, Callable[[Page, Wording], bytes]] = {
    "pdf": pdf.page_pdf,
    "docx": word_file.page_docx,
    "html": html_file.page_html,
    "json": lambda page, _: json_file.page_json(page),
}
ANNEX: Mapping[str, Callable[[Page, Wording], bytes]] = {"pdf": pdf.annex_pdf, "docx": word_file.annex_docx}


@click.command()
@click.option("--list", "listed", is_flag=True, help="print the references of reviews that have views, one a line")
@click.option("--review", "reference", default="", help="the review, such as EXR-0042")
@click.option("--format", "kind", type=click.Choice(list(WRITE)), default="pdf")
@click.option("--annex", is_flag=True, help="every version of every answer instead of the page (pdf or docx)")
@click.option("-o", "out", type=click.Path(dir_okay=False, path_type=Path), help="where to write it")
@demo_option
def pack(listed: bool, reference: str, kind: str, annex: bool, out: Path | None, demo: bool) -> None:
    """Write the page an IRO reads before a review: what may be said there, and what only the IRO may know."""
    if not listed and (not reference or out is None):
        raise click.UsageError("Name a review and a file: --review EXR-0042 -o page.pdf. Or ask for --list.")
    if annex and kind not in ANNEX:
        raise click.UsageError("The annex comes as pdf or docx; the JSON holds it already.")
    clock, numbers = real_clock(), ReviewSettings() if demo else loaded_reviews(load_settings())
    with chosen(demo, clock) as database:
        if listed:
            for one in database.read_now(lambda store: with_views(store, clock, numbers)):
                click.echo(one)
        elif out is not None:
            made = write(database, reference, ANNEX[kind] if annex else WRITE[kind], numbers, demo=demo, now=clock)
            try:
                out.write_bytes(made)
            except OSError as error:
                raise click.ClickException(f"{out} cannot be written: {error.strerror}.") from error
            click.echo(f"{out}: {len(made)} bytes. It holds a child's words: keep it as you keep their file.")


def write(
    database: Database, reference: str, how: Callable[[Page, Wording], bytes], numbers: ReviewSettings, *, demo: bool,
    now: datetime,
) -> bytes:  # fmt: skip
    """One file of one review. Raises `NotFound`."""
    page = database.write_now(lambda store: page_of(store, reference, now, numbers))
    library = loaded_library()
    role = "IRO" if demo else load_settings().role_name
    named = wording(
        page, role, lambda code: library.question_words(code, "en", "older", {}) or code, library.in_english
    )
    return how(page, named)


def page_of(store: Store, reference: str, now: datetime, numbers: ReviewSettings) -> Page:
    """The page as the child's IRO of today may see it; that it was made is on the audit trail. Raises `NotFound`."""
    review = reviews.by_reference(store, reference)
    if review is None:
        raise NotFound(f"There is no review {reference}. `my-iro pack --list` names those that have views.")
    page = _page(store, review, now, numbers)
    if page is None:
        raise NotFound(f"Nobody is the IRO of the child of review {reference} today, so nobody may have its page.")
    audit.record(store, AuditEvent.WISHES_READ, now, child_id=review.child_id, detail="my-iro pack")
    return page


def with_views(store: Store, now: datetime, numbers: ReviewSettings) -> list[str]:
    """The references of reviews for which a child has given views, in their order."""
    talks = conversations.of_children(store, [child.id for child in children.everyone(store)])
    told = answers.of_conversations(store, [talk.id for talk in talks.values()])
    found = []
    for child_id, talk in talks.items():
        rounds = reviews.of_child(store, child_id) if told.get(talk.id) else []
        found += [one for one in rounds if _has_views(store, one, rounds, told[talk.id], now, numbers)]
    return sorted(one.reference for one in found)


def _has_views(
    store: Store, one: Review, rounds: Sequence[Review], told: Sequence[Answer], now: datetime, numbers: ReviewSettings
) -> bool:
    around = round_of(rounds, one)
    if not in_round(told, around.since, around.until):
        return False  # the quick way: most reviews were before there was a chat
    if one.held_on is None and one != round_of(rounds, None).review:
        return False  # views belong to the next review, not to those after it
    page = _page(store, one, now, numbers)
    return page is not None and not page.empty


def _page(store: Store, review: Review, now: datetime, numbers: ReviewSettings) -> Page | None:
    iro = allocations.iro_of(store, review.child_id, now.astimezone(LONDON).date())
    if iro is None:
        return None
    return gather(store, children.find(store, review.child_id), now, reader=iro.id, review=review, settings=numbers)
