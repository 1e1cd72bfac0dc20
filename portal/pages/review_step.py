"""One thing somebody does on a review's page: the form, who sends it, and where they land."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from aiohttp import web

from portal.desk import DESK, Desk
from portal.pages import review_sheet
from portal.pages.review_case import ReviewCase, Wrong, opened
from portal.rendering import signed_in
from storage import audit, decisions
from storage.audit import AuditEvent
from storage.decisions import Decision
from storage.errors import BadData, NotFound
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """Who does what for which review. `number` names a decision of it, "" where none is meant."""

    desk: Desk
    case: ReviewCase
    form: dict[str, str]
    number: str
    now: datetime

    def field(self, name: str) -> str:
        return self.form.get(name, "").strip()

    def day(self, name: str) -> date | None:
        """The day in a field; None when it is empty. Raises `Wrong` for what is no day."""
        text = self.field(name)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise Wrong(name, "no_day") from None

    def decision(self, store: Store) -> Decision:
        """Raises `NotFound`."""
        found = decisions.of_review(store, self.case.review.id)
        one = next((one for one in found if str(one.number) == self.number), None)
        if one is None:
            raise NotFound("There is no such decision.")
        return one

    def record(self, store: Store, event: AuditEvent, subject: UUID | None = None, detail: str = "") -> None:
        audit.record(
            store, event, self.now, staff_id=self.case.who.id, child_id=self.case.child.id,
            subject_id=subject or self.case.review.id, detail=detail,
        )  # fmt: skip


Act = Callable[[Store, Step], UUID | None]
"""Does it; the conversation that hears of it, if one does."""


async def step_of(request: web.Request) -> Callable[[Store], Step | None]:
    """Reads the form; what comes back makes the step in a transaction, None when the review is not for them."""
    desk, who = request.config_dict[DESK], signed_in(request)
    form = {name: str(value) for name, value in (await request.post()).items()}
    now, reference = desk.clock(), request.match_info["review"]
    number = request.match_info.get("number", "")

    def make(store: Store) -> Step | None:
        case = opened(store, who, reference, now, desk.reviews)
        return Step(desk, case, form, number, now) if case else None

    return make


def page(act: Act, anchor: str) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """A form on the review's page: what is wrong is shown there with all that was typed."""
    name = act.__name__.strip("_")

    async def handle(request: web.Request) -> web.StreamResponse:
        make = await step_of(request)
        form = {field: str(value) for field, value in (await request.post()).items()}

        def work(store: Store) -> tuple[bool, UUID | None]:
            step = make(store)
            return (True, act(store, step)) if step else (False, None)

        try:
            found, talk = await request.config_dict[DESK].database.write(work)
        except BadData as error:
            field = error.field if isinstance(error, Wrong) else ""
            form |= {"form": name, "field": field, "number": request.match_info.get("number", "")}
            return await review_sheet.show(request, error=str(error), form=form, status=400)
        if not found:
            raise web.HTTPNotFound
        request.config_dict[DESK].wake([talk, "outbox"] if talk else [])
        raise web.HTTPSeeOther(f"/staff/reviews/{request.match_info['review']}?done={name}#{anchor}")

    return handle
