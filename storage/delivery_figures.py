"""What became of what was sent: counted by channel and month, from the outbox alone. No row is opened for it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from storage.staff_notices import BELL
from storage.store import Store
from storage.tables import outbox


@dataclass(frozen=True, slots=True)
class Sent:
    """One channel in one month, by its first day. `taken` by the channel; `delivered` where the channel says so.

    `elsewhere` was not sent there any more: the place had failed, or the child was gone.
    """

    month: date
    channel: str
    to_children: bool
    taken: int
    delivered: int
    failed: int
    waiting: int
    elsewhere: int


def by_month(store: Store, since: datetime) -> list[Sent]:
    """Everything put into the outbox since, the newest month first."""
    row_of = sa.select(
        outbox.c.channel, outbox.c.state, outbox.c.delivered_at,
        sa.extract("year", outbox.c.made_at).label("year"), sa.extract("month", outbox.c.made_at).label("month"),
        sa.or_(outbox.c.message_id.is_not(None), outbox.c.once.startswith(BELL)).label("to_children"),
    ).where(store.here(outbox), outbox.c.made_at >= since).subquery()  # fmt: skip
    by = (row_of.c.year, row_of.c.month, row_of.c.channel, row_of.c.to_children, row_of.c.state)
    known = sa.func.count(row_of.c.delivered_at).label("delivered")
    query = sa.select(*by, sa.func.count().label("many"), known).group_by(*by)
    counts: Counter[tuple[date, str, bool, str]] = Counter()
    for row in store.rows(query):
        where = (date(int(row["year"]), int(row["month"]), 1), row["channel"], bool(row["to_children"]))
        counts[*where, row["state"]] += row["many"]
        counts[*where, "delivered"] += row["delivered"]
    places = sorted({key[:3] for key in counts}, key=lambda key: (-key[0].toordinal(), not key[2], key[1]))
    states = ("sent", "delivered", "failed", "waiting", "dropped")
    return [Sent(*place, *(counts[*place, state] for state in states)) for place in places]
