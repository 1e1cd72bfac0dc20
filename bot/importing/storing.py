"""Put a batch on record: what is new is added, what differs is changed, what is the same is left alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from bot.importing.languages import written_language
from bot.importing.reading import Batch
from bot.importing.rows import ChildRow, IroRow, ReviewRow, StaffRow
from bot.importing.standing import standing
from reviews.following import follow, reference_of
from safeguarding.rota import LONDON
from storage import allocations, audit, children, new_days, reviews, staff
from storage.allocations import Allocation
from storage.audit import AuditEvent
from storage.children import Child
from storage.errors import BadData
from storage.reviews import Review
from storage.store import Store


@dataclass(slots=True)
class Changes:
    """How many were added and changed, by what they are: children, staff, reviews, allocations."""

    added: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)

    def count(self, what: str, *, new: bool) -> None:
        tally = self.added if new else self.changed
        tally[what] = tally.get(what, 0) + 1

    @property
    def none(self) -> bool:
        return not self.added and not self.changed


def store_batch(store: Store, batch: Batch, now: datetime, *, by: UUID | None = None) -> Changes:
    """Bring the record to what the batch says; `by` is who imports. Raises `BadData` on a conflict with the record."""
    changes = Changes()
    today = now.astimezone(LONDON).date()
    iros = _store_staff(store, batch, now, changes)
    _store_children(store, batch, now, changes)
    store.flush()
    known = {child.reference: child for child in children.everyone(store)}
    _store_allocations(store, batch, known, iros, now, today, changes)
    _store_reviews(store, batch, known, iros, now, changes)
    _follow(store, known.values(), now, today, changes)
    store.flush()
    audit.record(store, AuditEvent.DATA_IMPORTED, now, staff_id=by, detail=_counts(changes))
    return changes


def _store_staff(store: Store, batch: Batch, now: datetime, changes: Changes) -> dict[str, UUID]:
    """Returns the ids of the IROs by their IRO reference."""
    known = {member.reference: member for member in staff.everyone(store)}
    as_iro = {row.staff_reference: row for row in batch.iros}
    _refuse_taken_addresses(batch, {member.email.casefold(): member.reference for member in known.values()})
    iros: dict[str, UUID] = {}
    for row in batch.staff:
        values = _staff_values(row, as_iro.get(row.staff_reference))
        existing = known.get(row.staff_reference)
        if existing is None:
            staff_id = staff.add(store, now, **values)
            changes.count("staff", new=True)
        else:
            staff_id = existing.id
            if different := _different(existing, values):
                staff.change(store, staff_id, **different)
                changes.count("staff", new=False)
        if row.iro_reference:
            iros[row.iro_reference] = staff_id
    return iros


def _store_children(store: Store, batch: Batch, now: datetime, changes: Changes) -> None:
    known = {child.reference: child for child in children.everyone(store)}
    for row in batch.children:
        values = _child_values(row)
        existing = known.get(row.reference)
        if existing is None:
            children.add(store, now, **values)
            changes.count("children", new=True)
        elif different := _different(existing, values):
            children.change(store, existing, **different)
            changes.count("children", new=False)


def _store_allocations(
    store: Store, batch: Batch, known: Mapping[str, Child], iros: Mapping[str, UUID], now: datetime, today: date,
    changes: Changes,
) -> None:  # fmt: skip
    begins = {row.iro_reference: row.start_date for row in batch.iros}
    held: dict[UUID, list[Allocation]] = {}
    for allocation in allocations.every(store):
        if allocation.until is None or allocation.until >= today:
            held.setdefault(allocation.child_id, []).append(allocation)
    for row in batch.children:
        child, iro = known[row.reference], iros[row.iro_reference]
        now_held = held.get(child.id, [])
        if now_held and now_held[0].staff_id == iro:
            continue
        since = today if now_held else max(row.date_became_looked_after, begins[row.iro_reference])
        allocations.allocate(store, now, child.id, iro, since)
        changes.count("allocations", new=not now_held)


def _store_reviews(
    store: Store, batch: Batch, known: Mapping[str, Child], iros: Mapping[str, UUID], now: datetime, changes: Changes
) -> None:
    on_record = {review.reference: review for review in reviews.everyone(store)}
    pairs = [(_on_record(on_record, known[row.child_ref], row), row) for row in batch.reviews]
    stands = standing(store, [(review, row) for review, row in pairs if review])
    for existing, row in pairs:
        child = known[row.child_ref]
        values = _review_values(row, iros)
        if existing is None:
            reviews.add(store, child, now, **values)
            changes.count("reviews", new=True)
            continue
        if existing.child_id != child.id:
            raise BadData(f"reviews.csv: {row.review_ref} is on record as a review of another child.")
        stay = stands.against(existing, row)
        if different := _different(existing, {name: value for name, value in values.items() if name not in stay}):
            if different.get("planned_for") and (existing.planned_for or existing.id in stands.cancelled_reviews):
                new_days.given(store, existing, now)
            reviews.change(store, existing, **different)
            changes.count("reviews", new=False)


def _on_record(on_record: Mapping[str, Review], child: Child, row: ReviewRow) -> Review | None:
    """The review of that reference; else the one that stands here until the file brings it."""
    return on_record.get(row.review_ref) or on_record.get(reference_of(child, row.review_number))


def _follow(store: Store, known: Iterable[Child], now: datetime, today: date, changes: Changes) -> None:
    """Whoever has no review to come in the files has one nevertheless, due by the Regulations."""
    found: dict[UUID, list[Review]] = {}
    for review in reviews.everyone(store):
        found.setdefault(review.child_id, []).append(review)
    for child in known:
        if follow(store, child, found.get(child.id, ()), now, today):
            changes.count("reviews", new=True)


def _staff_values(row: StaffRow, iro: IroRow | None) -> dict[str, Any]:
    return {
        "reference": row.staff_reference, "role": row.role, "iro_reference": row.iro_reference,
        "first_name": row.first_name, "last_name": row.last_name, "job_title": row.job_title, "email": row.email,
        "phone": row.phone, "working_pattern": row.working_pattern, "alerts": row.urgent_alerts,
        "started_on": row.start_date, "ends_on": row.end_date, "pronouns": iro.pronouns if iro else "",
        "languages": iro.languages if iro else "", "bio": iro.bio if iro else "",
    }  # fmt: skip


def _child_values(row: ChildRow) -> dict[str, Any]:
    return {
        "reference": row.reference, "first_name": row.first_name, "preferred_name": row.preferred_name,
        "birth_date": row.birth_date, "languages": row.language, "lang": written_language(row.language),
        "communication_needs": row.communication_needs,
        "easy_read": children.needs_easy_read(row.communication_needs), "legal_status": row.legal_status_code,
        "placement": row.placement_type, "looked_after_since": row.date_became_looked_after,
    }  # fmt: skip


def _review_values(row: ReviewRow, iros: Mapping[str, UUID]) -> dict[str, Any]:
    return {
        "reference": row.review_ref, "number": row.review_number, "kind": row.review_type, "due_by": row.due_by,
        "planned_for": row.planned_date, "start_time": row.start_time, "held_on": row.held_date,
        "status": row.status, "late": row.late, "days_late": row.days_late, "late_reason": row.late_reason,
        "participation_code": row.participation_code, "format": row.format, "notes": row.notes,
        "chair_id": iros[row.chair_iro_ref] if row.chair_iro_ref else None,
    }  # fmt: skip


def _refuse_taken_addresses(batch: Batch, taken: Mapping[str, str]) -> None:
    coming = {row.staff_reference for row in batch.staff}
    bad = [
        f"staff.csv, email: {row.staff_reference} has the address of {taken[row.email.casefold()]}."
        for row in batch.staff
        if taken.get(row.email.casefold(), row.staff_reference) != row.staff_reference
        and taken[row.email.casefold()] not in coming
    ]
    if bad:
        raise BadData(*bad)


def _different(existing: object, values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if getattr(existing, name) != value}


def _counts(changes: Changes) -> str:
    parts = [f"{what} +{n}" for what, n in changes.added.items()]
    return " ".join(parts + [f"{what} ~{n}" for what, n in changes.changed.items()])
