"""A review: its page and everything that is done there."""

from aiohttp import web

from portal.access import May, Page
from portal.pages import review_decisions, review_figures, review_follow, review_sheet, review_work


async def review_page(request: web.Request) -> web.Response:
    return await review_sheet.show(request)


PAGES = (
    Page("GET", "/reviews/{review}", May.WORK_FOR_REVIEWS, review_page),
    *review_work.PAGES,
    *review_follow.PAGES,
    *review_decisions.PAGES,
    *review_figures.PAGES,
)
