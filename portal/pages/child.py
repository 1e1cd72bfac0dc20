"""A child's page and what an IRO can do there."""

from aiohttp import web

from portal.access import May, Page
from portal.pages import child_sheet, child_work, child_write, contact_work


async def child_page(request: web.Request) -> web.Response:
    return await child_sheet.show(request)


PAGES = (
    Page("GET", "/children/{reference}", May.SEE_OWN_CHILDREN, child_page),
    *child_work.PAGES, *child_write.PAGES, *contact_work.PAGES,
)  # fmt: skip
