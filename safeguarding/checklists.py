"""Check-lists a human may want for a concern. They are suggested; nothing on them is ever done by the service.

The words of each step, and the law or guidance it comes from, are in `portal/templates/checklist-words.html`.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum


class CheckList(StrEnum):
    """One list of steps, for one kind of concern."""

    lado = "lado"
    """An allegation against somebody who works with children: Working Together to Safeguard Children."""
    prevent = "prevent"
    """Somebody may be drawing the child into extremism: the Prevent duty guidance."""
    fgm_duty = "fgm_duty"
    """The mandatory duty to report FGM: Female Genital Mutilation Act 2003, section 5B."""
    missing_from_care = "missing_from_care"
    """Statutory guidance on children who run away or go missing from home or care."""


STEPS: Mapping[CheckList, tuple[str, ...]] = {
    CheckList.lado: ("lado_told", "lado_not_the_adult", "lado_other_children"),
    CheckList.prevent: ("prevent_danger", "prevent_lead"),
    CheckList.fgm_duty: ("fgm_danger", "fgm_police", "fgm_not_family"),
    CheckList.missing_from_care: ("missing_police", "missing_told", "missing_interview"),
}
"""Every step has a name of its own, so that a tick says all."""
ALL_STEPS = frozenset(step for steps in STEPS.values() for step in steps)

_FOR = {
    "allegation_staff_or_carer": CheckList.lado,
    "radicalisation": CheckList.prevent,
    "honour_based": CheckList.fgm_duty,
    "missing": CheckList.missing_from_care,
}


def suggested(categories: Collection[str], *, about_staff: bool = False) -> tuple[CheckList, ...]:
    """The lists for these categories; a concern about somebody on the staff list is always one for the LADO's."""
    wanted = {_FOR[category] for category in categories if category in _FOR}
    if about_staff:
        wanted.add(CheckList.lado)
    return tuple(one for one in CheckList if one in wanted)
