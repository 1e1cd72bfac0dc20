"""Move Exampleshire's dates on by whole weeks, so that its coming reviews are still to come."""

from datetime import date, timedelta
from typing import TypeVar

from bot.importing import Batch
from bot.importing.rows import Row

WRITTEN_FOR = date(2026, 11, 21)  # a Saturday

# A birthday is what a child proves themselves with; it stays.
_STAY = {"birth_date"}

R = TypeVar("R", bound=Row)


def as_if_today(batch: Batch, today: date) -> Batch:
    """The batch as it would have been written in the week of `today`; unchanged before the week after it was."""
    by = timedelta(weeks=max(0, (today - WRITTEN_FOR).days // 7))
    if not by:
        return batch
    return Batch(
        children=tuple(_moved(row, by) for row in batch.children),
        iros=tuple(_moved(row, by) for row in batch.iros),
        staff=tuple(_moved(row, by) for row in batch.staff),
        reviews=tuple(_moved(row, by) for row in batch.reviews),
    )


def _moved(row: R, by: timedelta) -> R:
    dates = {name: value + by for name, value in row if isinstance(value, date) and name not in _STAY}
    return row.model_copy(update=dates)
