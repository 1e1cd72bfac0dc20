"""When a concern that somebody has taken is nobody's any more: their shift is over, or they are away. Pure.

Threat: an officer takes a concern at ten to five and goes home. The ladder stopped when it was taken; without this
the child would wait until the next morning for somebody who does not know.
"""

from datetime import datetime, timedelta

from safeguarding.watch import Member

GRACE = timedelta(minutes=15)
"""After the end of a shift: time to finish a call, and to hand over in words."""
OUT_OF_HOURS = timedelta(hours=2)
"""How long a concern is held by whoever takes it, or works on it, outside their own hours."""


def held_until(owner: Member, last_did: datetime) -> datetime:
    """Until when `owner` can be taken to be on it, who last did something for it at `last_did`.

    To the end of the shift in which that was; outside every shift, for as long as such work usually takes.
    """
    ends = owner.shift.end_of_turn(last_did)
    return last_did + OUT_OF_HOURS if ends is None else ends + GRACE


def left_since(owner: Member | None, last_did: datetime, now: datetime) -> datetime | None:
    """Since when nobody has it, although it is taken; None while its owner does. No owner: they left the service."""
    if owner is None:
        return last_did
    begun = [a.begin for a in owner.absences if a.covers(now)]
    if begun:
        return max(last_did, min(begun))
    if owner.shift.covers(now):
        return None
    until = held_until(owner, last_did)
    return until if until <= now else None
