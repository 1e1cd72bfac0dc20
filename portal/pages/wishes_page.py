"""The wishes-and-feelings page of a child before a review, its annex, and both as files.

The child was told that only their IRO sees what they did not mark for the review. Whoever stands in, and a manager, get
the sheet that may be said aloud and nothing else.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK, Desk
from portal.pages.clocks import today_in_london
from portal.pages.review_case import may_work_for
from portal.rendering import render, signed_in
from reviews.pack import html_file, json_file, model, pdf, word_file
from reviews.pack.loading import gather
from reviews.pack.sheets import Sheet, Sheets
from reviews.pack.wording import Wording, wording
from storage import allocations, audit, children, concerns, reviews
from storage.audit import AuditEvent
from storage.children import Child
from storage.staff import Staff
from storage.store import Store

Write = Callable[[model.Page, Wording], bytes]
PDF, DOCX = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILES: Mapping[str, tuple[str, Write]] = {
    "page.pdf": (PDF, pdf.page_pdf),
    "page.docx": (DOCX, word_file.page_docx),
    "page.json": ("application/json", lambda page, _: json_file.page_json(page)),
    "annex.pdf": (PDF, pdf.annex_pdf),
    "annex.docx": (DOCX, word_file.annex_docx),
}
"""What can be taken away, by the last part of its address."""


async def show(request: web.Request) -> web.Response:
    """Both sheets, and whether a concern is open, for those who may know of it."""
    page, words = await _page(request, "page")
    return _shown(request, page, Sheets(page, words).both(), annex=False)


async def annex(request: web.Request) -> web.Response:
    """Every version of every answer."""
    page, words = await _page(request, "annex", whole=True)
    return _shown(request, page, [Sheets(page, words).annex()], annex=True)


async def file(request: web.Request) -> web.Response:
    """One of `FILES`, under a name that holds no name."""
    name = request.match_info["file"]
    if name not in FILES:
        raise web.HTTPNotFound
    page, words = await _page(request, name, whole=name.startswith("annex"))
    kind, write = FILES[name]
    body = await asyncio.to_thread(write, page, words)
    known_as = f"wishes-{page.header.review.reference if page.header.review else 'no-review'}-{name}"
    return web.Response(
        body=body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{known_as}"'}
    )


async def style(request: web.Request) -> web.Response:  # noqa: ARG001
    """How the sheets look, the same as in a file."""
    return web.Response(text=html_file.style(), content_type="text/css", headers={"Cache-Control": "max-age=3600"})


def _shown(request: web.Request, page: model.Page, sheets: Sequence[Sheet], *, annex: bool) -> web.Response:
    header = page.header
    mine = header.iro is not None and header.iro.id == signed_in(request).id
    return render(
        request, "wishes-page.html", sheets=sheets, child=header.child, name=header.called, mine=mine,
        review=header.review, concern_open=page.concern_open, whole=page.whole, annex=annex, empty=page.empty,
    )  # fmt: skip


async def _page(request: web.Request, what: str, *, whole: bool = False) -> tuple[model.Page, Wording]:
    """The page the address names, as this reader may see it; the reading is on the audit trail.

    A child of somebody else, and none at all, is a page that is not there; so is what only the child's IRO may read
    (`whole`) for anybody else.
    """
    desk, reader = request.config_dict[DESK], signed_in(request)
    now, reference = desk.clock(), request.match_info["reference"]

    def work(store: Store) -> model.Page | None:
        child = children.by_reference(store, reference)
        iro = allocations.iro_of(store, child.id, today_in_london(now)) if child else None
        mine = iro is not None and iro.id == reader.id
        if child is None or not may_work_for(store, reader, child, iro, now, desk.reviews) or (whole and not mine):
            audit.record(
                store, AuditEvent.STAFF_DENIED, now, staff_id=reader.id, child_id=child.id if child else None,
                detail="wishes",
            )  # fmt: skip
            return None
        return _read(desk, store, child, reader, request.query.get("review", ""), what, now, whole=mine)

    page = await desk.database.write(work)
    if page is None:
        raise web.HTTPNotFound
    return page, wording(page, desk.role_name, desk.question_words, desk.in_english)


def _read(
    desk: Desk, store: Store, child: Child, reader: Staff, review: str, what: str, now: datetime, *, whole: bool
) -> model.Page | None:  # fmt: skip
    chosen = reviews.by_reference(store, review) if review else None
    if review and (chosen is None or chosen.child_id != child.id):
        return None
    page = gather(store, child, now, reader=reader.id, review=chosen, settings=desk.reviews, whole=whole)
    audit.record(store, AuditEvent.WISHES_READ, now, staff_id=reader.id, child_id=child.id, detail=what)
    open_ones = {one.child_id for one in concerns.queue(store, reader.id)}
    return replace(page, concern_open=child.id in open_ones)


PAGES = (
    Page("GET", "/wishes.css", May.SEE_WISHES, style),
    Page("GET", "/children/{reference}/wishes", May.SEE_WISHES, show),
    Page("GET", "/children/{reference}/wishes/annex", May.SEE_WISHES, annex),
    Page("GET", "/children/{reference}/wishes/files/{file}", May.SEE_WISHES, file),
)
