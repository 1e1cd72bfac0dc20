"""A form on the page of one case, a challenge or a complaint: what it does, what is wrong with it, where they land."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from aiohttp import web

from portal.desk import DESK, Desk
from portal.pages.review_case import Wrong
from portal.rendering import signed_in
from storage.errors import BadData
from storage.staff import Staff
from storage.store import Store

Case = TypeVar("Case")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Shows(Protocol):
    """Draws the page of the case again, with what is wrong."""

    def __call__(
        self, request: web.Request, *, error: str, form: Mapping[str, str], status: int
    ) -> Awaitable[web.StreamResponse]: ...


def case_form(
    kind: str, opened: Callable[[Store, Desk, Staff, str, datetime], Case | None], show: Shows,
    act: Callable[[Store, Case, Mapping[str, str]], UUID | None],
) -> Handler:  # fmt: skip
    """The handler of one form under `/{kind}s/{id}`. `opened` says None for a case that is not theirs; `act` does it
    and returns the conversation that hears of it, if one does. What is wrong is shown with all that was typed."""
    name = act.__name__.strip("_")

    async def handle(request: web.Request) -> web.StreamResponse:
        desk, who = request.config_dict[DESK], signed_in(request)
        form = {field: str(value).strip() for field, value in (await request.post()).items()}
        wanted = request.match_info[kind]

        def work(store: Store) -> tuple[bool, UUID | None]:
            case = opened(store, desk, who, wanted, desk.clock())
            return (True, act(store, case, form)) if case else (False, None)

        try:
            found, talk = await desk.database.write(work)
        except BadData as error:
            field = error.field if isinstance(error, Wrong) else ""
            return await show(request, error=str(error), form=form | {"form": name, "field": field}, status=400)
        if not found:
            raise web.HTTPNotFound
        desk.wake([talk, "outbox"] if talk else [])
        raise web.HTTPSeeOther(f"/staff/{kind}s/{wanted}?done={name}")

    return handle
