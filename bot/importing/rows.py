"""One row of each file. The fields are the columns, in the order they stand in."""

from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from bot.importing import cells


class Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ChildRow(Row):
    reference: cells.Reference
    first_name: cells.Named
    preferred_name: cells.Words
    birth_date: cells.Day
    age_band: cells.Words  # worked out from the birth date instead
    language: cells.Named
    communication_needs: cells.Words
    legal_status_code: cells.LegalStatus
    placement_type: cells.Placement
    date_became_looked_after: cells.Day
    iro_reference: cells.Reference
    last_review_date: cells.MaybeDay  # the reviews themselves say so
    next_review_date: cells.MaybeDay

    @model_validator(mode="after")
    def born_first(self) -> Self:
        if self.date_became_looked_after < self.birth_date:
            raise _row("date_became_looked_after", f"{self.date_became_looked_after} is before the birth date")
        return self


class IroRow(Row):
    iro_reference: cells.Reference
    staff_reference: cells.Reference
    first_name: cells.Named
    last_name: cells.Named
    pronouns: cells.Pronouns
    email: cells.Email
    phone: cells.Words
    working_days: cells.Words  # staff.csv has the hours as well
    languages: cells.Words
    start_date: cells.Day
    end_date: cells.MaybeDay
    bio: cells.Words


class StaffRow(Row):
    staff_reference: cells.Reference
    first_name: cells.Named
    last_name: cells.Named
    role: cells.Role
    job_title: cells.Words
    email: cells.Email
    phone: cells.Words
    working_pattern: cells.Pattern
    urgent_alerts: cells.Alerts
    iro_reference: cells.MaybeReference
    start_date: cells.Day
    end_date: cells.MaybeDay

    @model_validator(mode="after")
    def begins_before_it_ends(self) -> Self:
        if self.end_date and self.end_date < self.start_date:
            raise _row("end_date", f"{self.end_date} is before the start date")
        return self


class ReviewRow(Row):
    review_ref: cells.Reference
    child_ref: cells.Reference
    review_number: cells.Number
    review_type: cells.ReviewKind
    due_by: cells.Day
    planned_date: cells.MaybeDay
    start_time: cells.TimeOfDay
    held_date: cells.MaybeDay
    status: cells.ReviewStatus
    late: cells.YesNo
    days_late: cells.DaysLate
    late_reason: cells.Words
    participation_code: cells.Participation
    chair_iro_ref: cells.MaybeReference
    format: cells.Words
    notes: cells.Words

    @model_validator(mode="after")
    def held_has_a_day(self) -> Self:
        if self.status == "held" and not self.held_date:
            raise _row("held_date", "it is empty, but the status is held")
        if self.status != "held" and self.held_date:
            raise _row("held_date", f"{self.held_date} is given, but the status is {self.status}")
        return self


def _row(column: str, complaint: str) -> PydanticCustomError:
    return PydanticCustomError("row", "{complaint}", {"complaint": complaint, "column": column})
