"""Which pages stand in somebody's navigation: few areas, and the pages of an area side by side below them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from portal.access import May, allows

MOST = 6
"""So many names fit calmly on one line. Who may open more pages has them by area."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page with a place in the navigation. `holds` are the paths of pages that are opened from it."""

    href: str
    may: May
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """Pages that belong together, the first of them first. `key` is its name in `templates/navigation.html`."""

    key: str
    places: tuple[Place, ...]


AREAS = (
    Area(
        "figures",
        (
            Place("/staff/figures", May.SEE_FIGURES),
            Place("/staff/figures/reviews", May.SEE_FIGURES),
            Place("/staff/figures/concerns", May.SEE_FIGURES),
            Place("/staff/figures/delivery", May.SEE_FIGURES),
        ),
    ),
    Area(
        "today",
        (
            Place(
                "/staff/today", May.SEE_OWN_CHILDREN,
                ("/staff/children", "/staff/reviews", "/staff/my-hours", "/staff/changes"),
            ),
        ),
    ),
    Area("concerns", (Place("/staff/concerns", May.WORK_CONCERNS, ("/staff/handover",)),)),
    Area("records", (Place("/staff/records", May.MANAGE_RECORDS), Place("/staff/cards", May.MANAGE_RECORDS))),
    Area("audit", (Place("/staff/audit", May.SEE_AUDIT_TRAIL),)),
    Area(
        "asked",
        (
            Place("/staff/complaints", May.ANSWER_COMPLAINTS),
            Place("/staff/requests", May.ANSWER_FOR_THE_SERVICE),
            Place("/staff/referrals", May.REFER_TO_ADVOCATES),
            Place("/staff/not-kept", May.RING_STAFF),
        ),
    ),
    Area("challenges", (Place("/staff/challenges", May.SEE_CHALLENGES),)),
    Area(
        "staff",
        (
            Place("/staff/rota", May.USE_THE_PORTAL, ("/staff/told",)),
            Place("/staff/changes", May.PLAN_CHANGES),
            Place("/staff/faces", May.SEE_FIGURES),
            Place("/staff/notices", May.SEE_SENT_NOTICES),
        ),
    ),
)  # fmt: skip
"""In the order in which they stand: what somebody comes for first, then what waits, then what is set up once."""


@dataclass(frozen=True, slots=True)
class Item:
    """One name. `key` is an area's or a page's; `active`: this page belongs to it; `here`: it is this page itself."""

    key: str
    href: str
    active: bool
    here: bool


@dataclass(frozen=True, slots=True)
class Navigation:
    """The line, and on a page of the navigation those that stand beside it; pages opened from there lead back to it."""

    line: tuple[Item, ...] = ()
    area: str = ""
    beside: tuple[Item, ...] = ()


def navigation(role: str, path: str) -> Navigation:
    """What somebody in this role sees on the page at `path`."""
    areas = _areas(role)
    open_place = _holder([place for area in areas for place in area.places], path)
    line = tuple(
        Item(area.key, area.places[0].href, open_place in area.places, [path] == [one.href for one in area.places])
        for area in areas
    )
    for area in areas:
        if len(area.places) > 1 and path in (one.href for one in area.places):
            beside = tuple(Item(one.href, one.href, one is open_place, path == one.href) for one in area.places)
            return Navigation(line, area.key, beside)
    return Navigation(line)


@cache
def _areas(role: str) -> tuple[Area, ...]:
    """What the role may open, each page an area of its own where they are few enough for one line."""
    mine = [Area(area.key, tuple(one for one in area.places if allows(role, one.may))) for area in AREAS]
    mine = [area for area in mine if area.places]
    if sum(len(area.places) for area in mine) > MOST:
        return tuple(mine)
    return tuple(Area(one.href, (one,)) for area in mine for one in area.places)


def _holder(places: Sequence[Place], path: str) -> Place | None:
    """The page that `path` is or was opened from: the one that says most of its path."""
    fitting = [
        (len(start), start == place.href, index)
        for index, place in enumerate(places)
        for start in (place.href, *place.holds)
        if path == start or path.startswith(f"{start}/")
    ]
    return places[max(fitting)[2]] if fitting else None
