"""Made-up years of an authority: what the case system would write, and what stands on record about reviews."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from reviews.statutory_return import EPISODES, HEADER, REVIEWS, Return, Row, Year
from reviews.timetable import add_months, kind_of, lawful_until
from storage.children import Child
from storage.reviews import Review

HOME, PLACED = "B3 3DQ", "B1 1BB"
"""Of public buildings."""

Span = tuple[date, date | None, str, str]
"""From when, until when, the reason it began and the legal status of an episode."""


@dataclass
class Made:
    """One authority's year; tests change it before it is composed."""

    year: Year
    header: list[dict[str, str]] = field(default_factory=list)
    episodes: list[dict[str, str]] = field(default_factory=list)
    recorded: list[tuple[Child, list[Review]]] = field(default_factory=list)


def made(year: Year, children: int, seed: int) -> Made:
    """Children who came, moved, left or only had short breaks, with reviews held by the timetable."""
    dice, found = random.Random(f"{year.starts}{seed}"), Made(year)
    for number in range(children):
        _add_child(found, dice, number)
    return found


def write(folder: Path, found: Return) -> None:
    """The three files, whatever is wrong with them."""
    folder.mkdir(exist_ok=True)
    tables: tuple[tuple[str, Sequence[str], Sequence[Row]], ...] = (
        ("Header", HEADER, found.header), ("Episodes", EPISODES, found.episodes), ("Reviews", REVIEWS, found.reviews),
    )  # fmt: skip
    for name, columns, rows in tables:
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)


def _add_child(into: Made, dice: random.Random, number: int) -> None:
    year, name = into.year, f"GEN-{number:04}"
    born = _between(dice, add_months(year.starts, -12 * 17), add_months(year.ends, -6))
    if number % 10 == 0:  # a fourth birthday in the year
        born = _between(dice, add_months(year.starts, -48), add_months(year.ends, -48))
    kind = dice.choices(("stayed", "came", "moved", "left", "short_breaks", "both"), (45, 20, 15, 10, 5, 5))[0]
    since = _between(dice, max(born, add_months(year.starts, -60)), year.starts)
    if kind in ("came", "short_breaks", "both"):
        since = _between(dice, max(born, year.starts), add_months(year.ends, -2))
    female = dice.random() < 0.5
    spans = list(_spans(dice, kind, since, year))
    only_breaks = {span[3] for span in spans} == {"V4"}
    into.header.append(_header(name, year, born, female=female, mother=not only_breaks, number=number))
    into.episodes += [_episode(name, span, number, moves=kind == "moved" and span[2] == "S") for span in spans]
    child = Child(
        UUID(int=number), UUID(int=number), name, "Finley", "Fin", born, "English", "None recorded", "en", False,
        spans[-1][3], "U6", since, None,
    )  # fmt: skip
    until = year.ends if only_breaks else min(year.ends, spans[-1][1] or year.ends)
    into.recorded.append((child, list(_reviews(dice, child, since if only_breaks else _in_care(spans), until))))


def _in_care(spans: Sequence[Span]) -> date:
    """From when the child was looked after for more than a short break."""
    return next(start for start, _, _, status in spans if status != "V4")


def _spans(dice: random.Random, kind: str, since: date, year: Year) -> Iterator[Span]:
    later = _between(dice, max(year.starts, since + timedelta(days=30)), year.ends)
    a_break = since + timedelta(days=dice.randint(2, 6))
    if kind == "moved" and later > since:
        yield since, later, "S", "C2"
        yield later, None, "P", "C2"
    elif kind == "left" and later > since:
        yield since, later, "S", "C2"
    elif kind in ("short_breaks", "both"):
        yield since, a_break, "S", "V4"
    else:
        yield since, None, "S", "C2"
    if kind == "both" and later > a_break:
        yield later, None, "S", "C2"


def _header(name: str, year: Year, born: date, *, female: bool, mother: bool, number: int) -> dict[str, str]:
    sexes = ("M", "F") if year.starts.year >= 2024 else ("1", "2")
    values = (name, sexes[female], f"{born:%d/%m/%Y}", "WBRI", f"E{931000000000 + number * 7919}")
    return dict(zip(HEADER, (*values, "0" if female and mother else "", ""), strict=True))


def _episode(name: str, span: Span, number: int, *, moves: bool) -> dict[str, str]:
    start, end, why, status = span
    place = "R1" if status == "V4" else "U6" if why == "S" else "U4"
    ended = (f"{end:%d/%m/%Y}", "X1" if moves else "E8", "CARPL" if moves else "") if end else ("", "", "")
    where = ("", "", "") if status == "V4" else (HOME, PLACED, f"SC{(5 if why == 'P' else 1) * 100000 + number}")
    values = (name, f"{start:%d/%m/%Y}", why, status, "N1", place, "PR1", *ended, *where)
    return dict(zip(EPISODES, values, strict=True))


def _reviews(dice: random.Random, child: Child, since: date, until: date) -> Iterator[Review]:
    """Held on or before the last lawful day; on the fourth birthday itself either kind of code."""
    counted, number = since, 1
    fourth = add_months(child.birth_date, 48)
    while True:
        due = lawful_until(number, counted)
        held = _between(dice, counted + timedelta(days=1), due)
        if counted < fourth <= due and number > 1:
            held = dice.choice((fourth, fourth - timedelta(days=1), fourth + timedelta(days=1)))
        if held <= counted or held > until:
            return
        codes = [*(["PN0"] if held <= fourth else []), *([f"PN{n}" for n in range(1, 8)] if held >= fourth else [])]
        yield _review(child, number, due, held, dice.choice(codes))
        counted, number = held, number + 1


def _review(child: Child, number: int, due: date, held: date, code: str) -> Review:
    ref = f"{child.reference}-R{number}"
    return Review(
        UUID(int=child.id.int * 1000 + number), ref, child.id, child.key_id, number, kind_of(number), due, held,
        "15:45", held, "held", False, 0, "", code, None, "video", "",
    )  # fmt: skip


def _between(dice: random.Random, first: date, last: date) -> date:
    return first + timedelta(days=dice.randint(0, max(0, (last - first).days)))
