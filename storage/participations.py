"""How a child took part in their review: the code the IRO confirmed, beside the one that was suggested."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage import reviews
from storage.errors import BadData
from storage.reviews import Review
from storage.store import Store
from storage.tables import participations

ATTENDED = ("yes", "part", "no")
SPOKE = ("self", "advocate", "symbols", "nobody")
VIEWS = ("advocate", "sent", "none")
CODES = tuple(f"PN{number}" for number in range(8))


@dataclass(frozen=True, slots=True)
class Participation:
    """`attended`, `spoke` and `views` as the IRO said them; `suggested` by the rule, `code` confirmed by the IRO."""

    attended: str
    spoke: str
    views: str
    suggested: str
    code: str
    staff_id: UUID
    at: datetime


def confirm(
    store: Store, review: Review, staff_id: UUID, now: datetime, *, attended: str, spoke: str, views: str,
    suggested: str, code: str,
) -> UUID:  # fmt: skip
    """Keep what was confirmed; it stands on the review too. What was kept before stays on record.

    Raises `BadData` when an answer is missing or a code is none.
    """
    checks = [
        (attended in ATTENDED, "Say whether the child was there."),
        (attended == "no" or spoke in SPOKE, "Say who spoke for the child there."),
        (attended != "no" or views in VIEWS, "Say how the child’s views came to the review."),
        (code in CODES, "Choose a participation code, PN0 to PN7."),
    ]
    wrong = next((line for holds, line in checks if not holds), "")
    if wrong:
        raise BadData(wrong)
    reviews.change(store, review, participation_code=code)
    return store.add(
        participations, now, review_id=review.id, key_id=review.key_id, attended=attended, spoke=spoke, views=views,
        suggested=suggested, code=code, staff_id=staff_id, at=now,
    )  # fmt: skip


def of_review(store: Store, review_id: UUID) -> list[Participation]:
    """Everything confirmed for a review, oldest first: the last one counts."""
    return of_reviews(store, [review_id]).get(review_id, [])


def of_reviews(store: Store, review_ids: Iterable[UUID]) -> dict[UUID, list[Participation]]:
    """The same for many reviews, by review."""
    wanted = list(review_ids)
    query = (
        sa.select(participations)
        .where(store.here(participations), participations.c.review_id.in_(wanted))
        .order_by(participations.c.at, participations.c.id)
    )
    found: dict[UUID, list[Participation]] = {}
    for row in store.rows(query) if wanted else ():
        one = Participation(**{name: row[name] for name in Participation.__dataclass_fields__})
        found.setdefault(row["review_id"], []).append(one)
    return found
