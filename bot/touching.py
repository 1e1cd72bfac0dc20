"""Keeping in touch as agreed: a day that passes without contact is counted, and the IRO is told."""

from datetime import datetime

from bot.facts import london_day
from bot.speaking import Speaker
from reviews import touching
from storage import agreements, staff
from storage.store import Store


def count_missed(store: Store, speaker: Speaker, now: datetime) -> None:
    """Each day counts once; the notice holds no name."""
    today = london_day(now)
    every = [one.child_id for one in agreements.every(store)]
    for kept in touching.of_children(store, every, today).values():
        if kept.late and agreements.missed(store, kept.agreement, kept.due):
            iro = staff.find(store, kept.agreement.iro_id)
            speaker.alarm.notices.waiting(store, iro, "/staff/today", f"touch:{today}:{iro.reference}", now)
