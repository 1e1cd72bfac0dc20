"""What may stand in one cell. A refusal quotes the cell and says what would be right."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from safeguarding.rota import Shift
from storage.staff import ROLES

_REFERENCE = r"[A-Za-z0-9][A-Za-z0-9_./-]{0,79}"


def wrong(cell: str, why: str) -> PydanticCustomError:
    return PydanticCustomError("cell", "{complaint}", {"complaint": f'"{cell}" {why}'})


def _shaped(pattern: str, why: str) -> Callable[[Any], str]:
    shape = re.compile(pattern)

    def check(cell: Any) -> str:
        if not shape.fullmatch(cell):
            raise wrong(cell, why)
        return str(cell)

    return check


def _one_of(*codes: str) -> Callable[[Any], str]:
    def check(cell: Any) -> str:
        if cell not in codes:
            raise wrong(cell, f"is not one of {', '.join(code for code in codes if code)}")
        return str(cell)

    return check


def _day(cell: Any) -> date:
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell):
            raise ValueError
        return date.fromisoformat(cell)
    except ValueError:
        raise wrong(cell, "is not a date like 2010-02-28") from None


def _pattern(cell: Any) -> str:
    try:
        Shift.parse(cell)
    except ValueError:
        raise wrong(cell, "is not a working pattern like Mon Tue Wed 09:00-17:00") from None
    return str(cell)


def _days_late(cell: Any) -> int:
    return int(_shaped(r"\d{1,4}", "is not a number of days")(cell))


def _code_before_words(cell: Any) -> str:
    """ "U4 Foster carer (long term)" is kept as U4: the words are those of the statutory return."""
    return _shaped(r"[A-Z]\d\b.*", "does not begin with a placement code like U4")(cell)[:2]


def _or_nothing(check: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda cell: check(cell) if cell else None


Words = Annotated[str, BeforeValidator(_shaped(r"[^\x00-\x08]*", "holds characters that cannot be shown"))]
Named = Annotated[str, BeforeValidator(_shaped(r"[^\x00-\x1f]+", "is not a name"))]
Reference = Annotated[str, BeforeValidator(_shaped(_REFERENCE, "is not a reference like EXC-0001"))]
MaybeReference = Annotated[
    str | None, BeforeValidator(_or_nothing(_shaped(_REFERENCE, "is not a reference like IRO-01")))
]
Day = Annotated[date, BeforeValidator(_day)]
MaybeDay = Annotated[date | None, BeforeValidator(_or_nothing(_day))]
TimeOfDay = Annotated[str, BeforeValidator(_shaped(r"|([01]\d|2[0-3]):[0-5]\d", "is not a time like 15:45"))]
Email = Annotated[str, BeforeValidator(_shaped(r"[^@\s]+@[^@\s]+\.[^@\s]+", "is not an e-mail address"))]
Pattern = Annotated[str, BeforeValidator(_pattern)]
Number = Annotated[int, BeforeValidator(lambda cell: int(_shaped(r"[1-9]\d{0,3}", "is not a number like 3")(cell)))]
DaysLate = Annotated[int, BeforeValidator(_days_late)]
YesNo = Annotated[bool, BeforeValidator(lambda cell: _one_of("Y", "N")(cell) == "Y")]
Pronouns = Annotated[str, BeforeValidator(_shaped(r"[A-Za-z/ ]{0,40}", "are not pronouns like she/her"))]
Role = Annotated[str, BeforeValidator(_one_of(*ROLES))]
Alerts = Annotated[str, BeforeValidator(_one_of("first", "escalate", "none"))]
LegalStatus = Annotated[str, BeforeValidator(_shaped(r"[A-Z]\d", "is not a legal status code like C2"))]
Placement = Annotated[str, BeforeValidator(_code_before_words)]
ReviewKind = Annotated[str, BeforeValidator(_one_of("first", "second", "subsequent"))]
ReviewStatus = Annotated[str, BeforeValidator(_one_of("held", "planned", "overdue"))]
Participation = Annotated[
    str | None, BeforeValidator(_or_nothing(_one_of("PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")))
]
