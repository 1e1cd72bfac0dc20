"""The SSDA903 return of one year: the Reviews file from the record, beside the case system's Header and Episodes.

Who a child is to the statistics (sex, ethnicity, need, postcodes) and where they lived all year is not on record here:
those two files come from the case system as they are. What the national validator would refuse is found before anything
is written, and what it does not look for as well.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from reviews.timetable import add_months
from storage import children, reviews
from storage.children import Child
from storage.reviews import Review
from storage.store import Store

HEADER = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES = (
    "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE", "HOME_POST",
    "PL_POST", "URN",
)  # fmt: skip
REVIEWS = ("CHILD", "DOB", "REVIEW", "REVIEW_CODE")
NEEDED = ("DECOM", "RNE", "LS", "CIN", "PLACE")
"""Of an episode; the validator itself lets most of them be empty."""

SHORT_BREAKS = ("V3", "V4")
CODES = tuple(f"PN{number}" for number in range(8))
PN0_BEFORE_MONTHS = 48
FAR = 183
"""Calendar days: a review held so far from the day it was planned for was written down in the wrong year."""

RULES = {
    "101": "the sex is missing in the Header file",
    "102": "the date of birth in the Header file is missing or is not like 31/03/2026",
    "103": "the ethnicity is missing in the Header file",
    "442": "the UPN is missing in the Header file (UN1 to UN5 where it is not known)",
    "141": "the day an episode began is not like 31/03/2026",
    "147": "the day an episode ended is not like 31/03/2026",
    "148": "an episode has the day it ended or the reason, and not both",
    "354": "an episode begins after the year",
    "385": "an episode ends after the year",
    "392b": "an episode has no postcode of home or of the placement",
    "526": "an episode has no placement provider",
    "166": "a review is held and has no day",
    "167": "a review has no participation code (the IRO confirms one of PN0 to PN7), or a code and no day",
    "399": "the child only has short breaks (V3 or V4), and the mother field is filled in",
    "440": "a review after the fourth birthday has PN0",
    "441": "a review before the fourth birthday has another code than PN0",
    "1012": "the child has reviews in the year and no row in the Episodes file",
    "EPI": "the child is in the Header file and not in the Episodes file",
    "INT03": "the child is in the Episodes file and not in the Header file",
    "INT08": "the child has reviews in the year and no row in the Header file",
    "INT17": "the date of birth on record is not the one in the Header file",
    "INT32": "the child is in the Header file more than once",
    "blank": "an episode lacks something it has to have",
    "before_episode": "a review was held before the child became looked after",
    "outside_episode": "a review was held on a day on which no episode says the child was looked after",
    "duplicate": "two reviews were held on one day",
    "outside_year": "a review planned in the year is on record as held in another",
    "out_of_order": "a review is on record as held before the one before it",
    "to_come": "a review is on record as held on a day that has not come",
}
"""What is wrong, by the validator's rule, or by our own (in small letters) where it has none."""

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Year:
    """A collection year, from 1 April to 31 March."""

    starts: date

    @classmethod
    def parse(cls, text: str) -> "Year":
        """2025-26. Raises ValueError with one line."""
        found = re.fullmatch(r"(20\d\d)-(\d\d)", text)
        if not found or (int(found[1]) + 1) % 100 != int(found[2]):
            raise ValueError(f"{text!r} is no collection year such as 2025-26")
        return cls(date(int(found[1]), 4, 1))

    @property
    def ends(self) -> date:
        return date(self.starts.year + 1, 3, 31)

    def __contains__(self, day: date) -> bool:
        return self.starts <= day <= self.ends


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that would be refused: which child, by which rule of `RULES`, and on which day or with which value."""

    child: str
    rule: str
    seen: str = ""

    def __str__(self) -> str:
        return f"{self.child}, {self.rule}: {RULES[self.rule]}{f' ({self.seen})' if self.seen else ''}"


@dataclass(frozen=True, slots=True)
class Return:
    """Three files, and what stands in their way. `short_breaks`: children who get no review rows (rule 399)."""

    header: Sequence[Row]
    episodes: Sequence[Row]
    reviews: Sequence[Row]
    short_breaks: Sequence[str]
    faults: Sequence[Fault]


@dataclass(frozen=True, slots=True)
class _Case:
    """What the case system's files say of one child."""

    header: Sequence[Row]
    episodes: Sequence[Row]

    @property
    def only_short_breaks(self) -> bool:
        return bool(self.episodes) and all(row["LS"] in SHORT_BREAKS for row in self.episodes)


def on_record(store: Store) -> list[tuple[Child, list[Review]]]:
    """Every child of the authority with every review."""
    found: dict[object, list[Review]] = defaultdict(list)
    for review in reviews.everyone(store):
        found[review.child_id].append(review)
    return [(child, found[child.id]) for child in children.everyone(store)]


def compose(
    year: Year, header: Sequence[Row], episodes: Sequence[Row], recorded: Iterable[tuple[Child, Sequence[Review]]],
    today: date,
) -> Return:  # fmt: skip
    """The return of `year` as it stands `today`. It may be written only when it has no faults."""
    cases = _cases(header, episodes)
    faults = [fault for name, case in cases.items() for fault in _of_case(name, case, year)]
    rows: list[Row] = []
    short_breaks: list[str] = []
    for child, all_of_child in recorded:
        name = child.reference.upper()
        case = cases.get(name, _Case((), ()))
        held = [review for review in all_of_child if _counts(review, year)]
        if case.only_short_breaks:
            short_breaks += [name] if held else []
            continue
        faults += _of_reviews(name, child, case, all_of_child, held, year, today)
        rows += [_row(name, child, review) for review in held]
    return Return(header, episodes, rows, short_breaks, sorted(set(faults)))


def _cases(header: Sequence[Row], episodes: Sequence[Row]) -> dict[str, _Case]:
    names = dict.fromkeys(row["CHILD"] for row in (*header, *episodes))
    lines: dict[str, tuple[list[Row], list[Row]]] = {name: ([], []) for name in names}
    for row in header:
        lines[row["CHILD"]][0].append(row)
    for row in episodes:
        lines[row["CHILD"]][1].append(row)
    return {name: _Case(*both) for name, both in lines.items()}


def _counts(review: Review, year: Year) -> bool:
    if review.held_on is None:
        return review.status == "held" and review.on in year
    return review.held_on in year


def _row(name: str, child: Child, review: Review) -> Row:
    held = f"{review.held_on:%d/%m/%Y}" if review.held_on else ""
    born = f"{child.birth_date:%d/%m/%Y}"
    return dict(zip(REVIEWS, (name, born, held, review.participation_code or ""), strict=True))


def _of_case(name: str, case: _Case, year: Year) -> Iterator[Fault]:
    """What the two files lack so plainly that it need not wait for the validator."""
    if len(case.header) != 1:
        yield Fault(name, "INT32" if case.header else "INT03")
    if not case.episodes:
        yield Fault(name, "EPI")
    for row in case.header:
        yield from _of_header(name, case, row)
    for row in case.episodes:
        yield from _of_episode(name, row, year)


def _of_header(name: str, case: _Case, row: Row) -> Iterator[Fault]:
    yield from (Fault(name, rule) for rule, column in (("101", "SEX"), ("103", "ETHNIC")) if not row[column])
    if _day(row["DOB"]) is None:
        yield Fault(name, "102", row["DOB"])
    if case.episodes and not case.only_short_breaks and not row["UPN"]:
        yield Fault(name, "442")
    if case.only_short_breaks and row["MOTHER"]:
        yield Fault(name, "399")


def _of_episode(name: str, row: Row, year: Year) -> Iterator[Fault]:
    which, start, end = row["DECOM"], _day(row["DECOM"]), _day(row["DEC"])
    yield from (Fault(name, "blank", " ".join((column, which)).strip()) for column in NEEDED if not row[column])
    checks = (
        ("141", which, which and start is None),
        ("147", row["DEC"], row["DEC"] and end is None),
        ("148", which, bool(row["DEC"]) != bool(row["REC"])),
        ("354", which, start is not None and start > year.ends),
        ("385", row["DEC"], end is not None and end > year.ends),
        ("392b", which, row["LS"] not in SHORT_BREAKS and not (row["HOME_POST"] and row["PL_POST"])),
        ("526", which, not row["PLACE_PROVIDER"] and row["PLACE"][:1] not in ("T", "Z")),
    )
    yield from (Fault(name, rule, seen) for rule, seen, wrong in checks if wrong)


def _of_reviews(
    name: str, child: Child, case: _Case, all_of_child: Sequence[Review], held: Sequence[Review], year: Year,
    today: date,
) -> Iterator[Fault]:  # fmt: skip
    if held:
        yield from (Fault(name, rule) for rule, rows in (("INT08", case.header), ("1012", case.episodes)) if not rows)
        born = {_day(row["DOB"]) for row in case.header} - {None, child.birth_date}
        yield from (Fault(name, "INT17", f"{day:%d/%m/%Y}") for day in born if day)
    for review in held:
        yield from _of_review(name, child, case, review, today)
    yield from _of_days(name, all_of_child, year)


def _of_review(name: str, child: Child, case: _Case, review: Review, today: date) -> Iterator[Fault]:
    if review.held_on is None:
        yield Fault(name, "166", review.reference)
    if (review.participation_code in CODES) == (review.held_on is None):
        yield Fault(name, "167", review.reference)
    if review.held_on is None:
        return
    day, seen = review.held_on, f"{review.held_on:%d/%m/%Y}"
    fourth_birthday = add_months(child.birth_date, PN0_BEFORE_MONTHS)  # on the day itself either is right
    if review.participation_code == "PN0" and day > fourth_birthday:
        yield Fault(name, "440", seen)
    if review.participation_code in CODES[1:] and day < fourth_birthday:
        yield Fault(name, "441", seen)
    if day > today:
        yield Fault(name, "to_come", seen)
    began = [start for row in case.episodes if (start := _day(row["DECOM"]))]
    if began and day < min(began):
        yield Fault(name, "before_episode", seen)
    elif began and not any(_covers(row, day) for row in case.episodes):
        yield Fault(name, "outside_episode", seen)


def _of_days(name: str, all_of_child: Sequence[Review], year: Year) -> Iterator[Fault]:
    """What only the days beside each other show: one day twice, a wrong year, a wrong order."""
    days = sorted((review.number, day, review) for review in all_of_child if (day := review.held_on))
    for (_, before, _), (_, day, _) in pairwise(days):
        if day == before and day in year:
            yield Fault(name, "duplicate", f"{day:%d/%m/%Y}")
        if day < before and (day in year or before in year):
            yield Fault(name, "out_of_order", f"{day:%d/%m/%Y} after {before:%d/%m/%Y}")
    for _, day, review in days:
        planned = review.planned_for
        if planned and planned in year and day not in year and abs((day - planned).days) > FAR:
            yield Fault(name, "outside_year", f"{day:%d/%m/%Y}, planned for {planned:%d/%m/%Y}")


def _covers(row: Row, day: date) -> bool:
    start, end = _day(row["DECOM"]), _day(row["DEC"])
    return start is not None and start <= day and (end is None or day <= end)


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day, no moment
    except ValueError:
        return None
