"""Does this child know the IRO they have now? From what the chat recorded, for one child and counted for many."""

from collections import Counter
from collections.abc import Iterable

from storage.caseload import Case

STATES = ("recalled", "recognised", "told", "changed", "not_told", "not_joined")
REACHED = ("recalled", "recognised", "told")


def knowing(case: Case) -> str:
    """One of `STATES`; what was recorded about an earlier IRO does not count for the one of today."""
    about_now = [one for one in case.milestones if one.staff_id == case.iro_id]
    outcomes = [one.value for one in about_now if one.kind == "knowing"]
    if outcomes and outcomes[-1] in ("recalled", "recognised"):
        return outcomes[-1]
    if any(one.kind == "told" for one in about_now):
        return "told"
    if case.conversation is None:
        return "not_joined"
    before = any(one.kind in ("told", "knowing") and one.staff_id != case.iro_id for one in case.milestones)
    return "changed" if before else "not_told"


def counted(cases: Iterable[Case]) -> Counter[str]:
    return Counter(knowing(case) for case in cases)
