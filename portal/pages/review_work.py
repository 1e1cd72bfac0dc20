"""What somebody records about a review itself: its day, that it was held, the talk before it, and taking part."""

from datetime import time
from uuid import UUID

from portal.access import May, Page
from portal.pages.review_case import Wrong
from portal.pages.review_sheet import part_of
from portal.pages.review_step import Step, page
from reviews.following import follow
from reviews.participation import suggest
from reviews.timetable import EARLIER, as_held, lateness
from storage import asked_earlier, cancellations, new_days, participations, private_talks, reviews
from storage.audit import AuditEvent
from storage.errors import OutOfDate
from storage.store import Store


def _plan(store: Store, step: Step) -> UUID | None:
    """Give it a day, a time and a place, or others than it had."""
    review = step.case.review
    day, at = step.day("day"), step.field("time")
    _not_held(step)
    if day is None:
        raise Wrong("day", "no_plan_day")
    if day < step.case.today:
        raise Wrong("day", "past_day")
    if at and _time(at) is None:
        raise Wrong("time", "no_time")
    late = lateness(review.due_by, step.case.today, planned_for=day)
    reviews.change(
        store, review, planned_for=day, start_time=at, format=step.field("place"), status="planned", late=late.late,
        days_late=late.days,
    )  # fmt: skip
    if day != review.planned_for and (review.planned_for or cancellations.of_review(store, review.id)):
        new_days.given(store, review, step.now)
    step.record(store, AuditEvent.REVIEW_PLANNED, detail="moved" if review.planned_for else "planned")
    return None


def _earlier(store: Store, step: Step) -> UUID | None:
    """Somebody asks to have the review before its time; it is on record until it is held or taken back."""
    reason, day = step.field("reason"), step.day("day")
    _not_held(step)
    if reason not in EARLIER:
        raise Wrong("reason", "no_earlier_reason")
    if day is None:
        raise Wrong("day", "no_earlier_day")
    if day < step.case.today:
        raise Wrong("day", "past_day")
    asked_earlier.ask(
        store, step.case.child, step.case.who.id, reason, day, step.field("note"), step.now, step.case.today
    )
    return None


def _not_earlier(store: Store, step: Step) -> UUID | None:
    """What was asked is taken back."""
    known = {str(one.id): one.id for one in asked_earlier.standing(store, step.case.child.id)}
    if step.field("asked") not in known:
        raise OutOfDate("This has been taken back already.")
    asked_earlier.take_back(store, known[step.field("asked")], step.now)
    return None


def _cancel(store: Store, step: Step) -> UUID | None:
    """The IRO agrees that it does not take place, with the reason; the service tells the child."""
    if not step.field("reason"):
        raise Wrong("reason", "no_cancel_reason")
    cancellations.cancel(
        store, step.case.review, step.case.who.id, step.field("reason"), step.now, step.case.today
    )  # fmt: skip
    step.record(store, AuditEvent.REVIEW_CANCELLED)
    return None


def _held(store: Store, step: Step) -> UUID | None:
    """It was held on that day; held late it needs a reason. The review to come goes on record, due by the law."""
    review, day, reason = step.case.review, step.day("day"), step.field("reason")
    _not_held(step)
    if day is None:
        raise Wrong("day", "no_held_day")
    if day > step.case.today:
        raise Wrong("day", "future_day")
    late = lateness(review.due_by, step.case.today, held_on=day).late
    if late and not reason:
        raise Wrong("reason", "no_late_reason")
    chair = step.case.iro.id if step.case.iro else review.chair_id
    reviews.change(store, review, chair_id=chair, **as_held(review.due_by, day, step.case.today, reason))
    child = step.case.child
    follow(store, child, reviews.of_child(store, child.id), step.now, step.case.today)
    step.record(store, AuditEvent.REVIEW_HELD, detail="late" if late else "in time")
    return None


def _talk(store: Store, step: Step) -> UUID | None:
    """They spoke alone on that day, or did not, and why."""
    spoke, day = step.field("spoke"), step.day("day")
    if spoke not in ("yes", "no"):
        raise Wrong("spoke", "no_choice")
    if spoke == "yes" and day is None:
        raise Wrong("day", "no_talk_day")
    if spoke == "yes" and day is not None and day > step.case.today:
        raise Wrong("day", "future_day")
    if spoke == "no" and not step.field("reason"):
        raise Wrong("reason", "no_talk_reason")
    private_talks.keep(
        store, step.case.review, step.case.who.id, step.now, spoke_on=day if spoke == "yes" else None,
        reason=step.field("reason"),
    )  # fmt: skip
    step.record(store, AuditEvent.REVIEW_TALK_RECORDED, detail="spoke alone" if spoke == "yes" else "did not")
    return None


def _part(store: Store, step: Step) -> UUID | None:
    """How the child took part, and the code the IRO confirms or chooses instead of the one suggested."""
    part = part_of(step.form)
    if step.case.review.held_on is None:
        raise Wrong("attended", "not_held")
    if part is None:
        raise Wrong("attended", "no_part")
    suggestion = suggest(step.case.child.birth_date, step.case.review.held_on, part)
    code = step.field("code") or suggestion.code
    participations.confirm(
        store, step.case.review, step.case.who.id, step.now, attended=part.attended, spoke=part.spoke,
        views=part.views, suggested=suggestion.code, code=code,
    )  # fmt: skip
    step.record(store, AuditEvent.REVIEW_TAKING_PART_CONFIRMED, detail=code)
    return None


def _not_held(step: Step) -> None:
    if step.case.review.held_on is not None:
        raise Wrong("day", "held_already")


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None


PAGES = (
    Page("POST", "/reviews/{review}/plan", May.WORK_FOR_REVIEWS, page(_plan, "when")),
    Page("POST", "/reviews/{review}/earlier", May.WORK_FOR_REVIEWS, page(_earlier, "when")),
    Page("POST", "/reviews/{review}/not_earlier", May.WORK_FOR_REVIEWS, page(_not_earlier, "when")),
    Page("POST", "/reviews/{review}/cancel", May.WORK_FOR_REVIEWS, page(_cancel, "when")),
    Page("POST", "/reviews/{review}/held", May.WORK_FOR_REVIEWS, page(_held, "when")),
    Page("POST", "/reviews/{review}/talk", May.WORK_FOR_REVIEWS, page(_talk, "talk")),
    Page("POST", "/reviews/{review}/part", May.WORK_FOR_REVIEWS, page(_part, "part")),
)
