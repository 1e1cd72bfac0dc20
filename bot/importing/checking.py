"""What one row cannot know by itself: duplicates, and whether what it refers to is there."""

from collections.abc import Callable, Collection, Iterator, Mapping

from bot.importing.rows import ChildRow, IroRow, ReviewRow, Row, StaffRow

_SAME_IN_BOTH = ("first_name", "last_name", "email", "phone", "start_date", "end_date")


def complaints_across(
    children: Mapping[int, ChildRow],
    iros: Mapping[int, IroRow],
    staff: Mapping[int, StaffRow],
    reviews: Mapping[int, ReviewRow],
    unsure: Collection[str] = (),
) -> list[str]:
    """A line for every duplicate and every reference to something that is not there.

    In a file that is `unsure` rows were refused: that something is missing from it is not said, it may be one of those.
    """
    known_iros, known_children = iros_known(iros), {row.reference for row in children.values()}
    unknown = [
        ("iros.csv", _unknown("children.csv", "iro_reference", children, known_iros, "iros.csv")),
        ("children.csv", _unknown("reviews.csv", "child_ref", reviews, known_children, "children.csv")),
        ("iros.csv", _unknown("reviews.csv", "chair_iro_ref", reviews, known_iros, "iros.csv")),
        ("iros.csv", _unknown("staff.csv", "iro_reference", staff, known_iros, "iros.csv")),
        ("staff.csv", _iros_as_staff(iros, staff)),
    ]
    return [
        *_twice("children.csv", "reference", children, lambda row: row.reference),
        *_twice("iros.csv", "iro_reference", iros, lambda row: row.iro_reference),
        *_twice("iros.csv", "staff_reference", iros, lambda row: row.staff_reference),
        *_twice("staff.csv", "staff_reference", staff, lambda row: row.staff_reference),
        *_twice("staff.csv", "email", staff, lambda row: row.email.casefold()),
        *_twice("reviews.csv", "review_ref", reviews, lambda row: row.review_ref),
        *_twice("reviews.csv", "review_number", reviews, lambda row: f"{row.child_ref} number {row.review_number}"),
        *(line for file, lines in unknown if file not in unsure for line in lines),
    ]


def iros_known(iros: Mapping[int, IroRow]) -> set[str]:
    return {row.iro_reference for row in iros.values()}


def _twice(name: str, column: str, rows: "Mapping[int, Row]", key: "Callable[..., str]") -> Iterator[str]:
    first: dict[str, int] = {}
    for line, row in rows.items():
        value = key(row)
        if value in first:
            yield f'{name} line {line}, {column}: "{value}" stands on line {first[value]} already'
        first.setdefault(value, line)


def _unknown(name: str, column: str, rows: "Mapping[int, Row]", known: set[str], elsewhere: str) -> Iterator[str]:
    for line, row in rows.items():
        value = getattr(row, column)
        if value is not None and value not in known:
            yield f'{name} line {line}, {column}: "{value}" is not in {elsewhere}'


def _iros_as_staff(iros: Mapping[int, IroRow], staff: Mapping[int, StaffRow]) -> Iterator[str]:
    by_reference = {row.staff_reference: (line, row) for line, row in staff.items()}
    for line, iro in iros.items():
        if iro.staff_reference not in by_reference:
            yield f'iros.csv line {line}, staff_reference: "{iro.staff_reference}" is not in staff.csv'
            continue
        staff_line, member = by_reference[iro.staff_reference]
        if member.role != "iro" or member.iro_reference != iro.iro_reference:
            yield (
                f"iros.csv line {line}, staff_reference: staff.csv line {staff_line} does not have "
                f"{iro.staff_reference} as the IRO {iro.iro_reference}"
            )
        for column in _SAME_IN_BOTH:
            if getattr(iro, column) != getattr(member, column):
                yield (
                    f'iros.csv line {line}, {column}: "{getattr(iro, column) or ""}" differs from '
                    f'"{getattr(member, column) or ""}" on staff.csv line {staff_line}'
                )
