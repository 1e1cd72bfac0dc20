"""The numbers of an authority around a review, read from its own small YAML file. The law's own are not here.

    before:
      reports: 3 working days
      views_asked: 14 days
    offers_at_most: 2
    challenge:
      - informal
      - {stage: team_manager, working_days: 5}

What the file does not say stays as it is here. `reviews/timetable.py` holds what the Regulations fix.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import time
from pathlib import Path
from typing import Any

import yaml

STAGES = (
    "informal", "team_manager", "service_manager", "head_of_service", "assistant_director", "director",
    "chief_executive", "cafcass",
)  # fmt: skip
"""Whom a challenge can go to, in the order in which it climbs."""

_SPAN = re.compile(r"(?P<days>\d{1,3}) (?P<working>working )?days?")
_HOURS = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")


class ReviewSettingsBroken(ValueError):
    """The file cannot be used. Says in one line where, what, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due so many days before or after something; `code` says what, templates say it in words."""

    code: str
    days: int
    working: bool = True


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of the clock on the wall, from `start` up to but not including `end`."""

    start: time
    end: time

    def cover(self, at: time) -> bool:
        return self.start <= at < self.end


@dataclass(frozen=True, slots=True)
class Stage:
    """One rung of the challenge ladder, and how long it has."""

    code: str
    working_days: int


def _number(usual: int, least: int, most: int) -> Any:
    return field(default=usual, metadata={"least": least, "most": most})


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """Every number around a review that an authority may set; days are working days where a name does not say else."""

    entry: tuple[Due, ...] = (Due("iro_service_told", 2), Due("iro_appointed", 5))
    """After the child became looked after: due before the first review."""
    before: tuple[Due, ...] = (
        Due("social_worker_talk", 15), Due("views_asked", 14, working=False), Due("arrangements", 10),
        Due("reports", 3), Due("private_talk", 0),
    )  # fmt: skip
    after: tuple[Due, ...] = (Due("decisions_sent", 5), Due("objections", 10), Due("record_written", 15))
    decisions_told_within_working_days: int = _number(5, 1, 20)
    """After the review: the child has been told what was decided."""
    record_within_working_days: int = _number(20, 1, 40)
    """After the review: everybody who should has the record."""

    offer_from_working_days: int = _number(15, 3, 30)
    """Before the review: the conversation about wishes and feelings may be offered."""
    offers_at_most: int = _number(2, 1, 2)
    offer_again_after_working_days: int = _number(4, 1, 15)
    not_reached_after_working_days: int = _number(3, 1, 10)
    """After the last offer: the IRO is told that the child has not been reached."""
    offer_on_school_days: Hours = Hours(time(16), time(19))
    offer_on_other_days: Hours = Hours(time(10), time(19))
    letters_before_school: Hours = Hours(time(7, 30), time(8, 15))
    """On school days: what an IRO wrote for the morning may arrive."""
    school_hours: Hours = Hours(time(8, 30), time(15, 30))
    younger_questions_at_most: int = _number(5, 1, 5)
    pathway_from_age: int = _number(16, 15, 18)
    """From this age the conversation is about the pathway plan too."""

    not_yet_answer_working_days: int = _number(5, 1, 20)
    """After a child says "not yet": the IRO has done something about it."""
    challenge_stage_working_days: int = _number(5, 1, 20)
    """What a rung has that names no days of its own."""
    challenge_formal_within_working_days: int = _number(20, 1, 60)
    """All rungs after the informal one together, as far as it goes inside the authority."""
    challenge: tuple[Stage, ...] = tuple(
        Stage(code, 5) for code in ("informal", "team_manager", "service_manager", "head_of_service", "director")
    )
    check_in_weeks: int = _number(6, 1, 26)
    """Between two check-ins, until the child asks for another rhythm."""
    know_again_months: int = _number(6, 3, 24)
    """After an answer: the child may be asked again who their IRO is."""
    know_after_change_days: int = _number(14, 1, 90)
    """With a new IRO: asked once they have had time to be introduced."""
    deputy_after_working_days: int = _number(2, 0, 20)
    """An IRO who is away for more of their own working days than this has somebody stand in for them."""
    complaint_sort_out_working_days: int = _number(4, 1, 10)
    """For the manager to answer a complaint that is not formal; the law sets the rest (`reviews/complaints.py`)."""
    change_iro_working_days: int = _number(5, 1, 20)
    """For the manager to answer a child who wants another IRO."""
    advocate_hear_working_days: int = _number(2, 1, 10)
    """By when a child who asked for an advocate hears from one."""
    advocate_quick_working_days: int = _number(5, 1, 15)
    """With so many left before the review, the referral is marked quick."""
    advocate_offer_working_days: int = _number(10, 2, 20)
    """Before the review: an advocate is offered to a child who has none."""
    advocate_offer_again_days: int = _number(60, 14, 180)
    """After an offer none is made for so long, but inside a complaint."""
    contact_hours: Hours = Hours(time(16), time(18))
    """When children can book an IRO who set no hours of their own; always inside the hours that IRO works."""
    contact_call_minutes: int = _number(15, 5, 60)
    contact_video_minutes: int = _number(30, 5, 120)
    contact_visit_minutes: int = _number(60, 15, 240)
    contact_notice_minutes: int = _number(60, 0, 2880)
    """No time is offered that begins sooner than this."""
    contact_days_ahead: int = _number(14, 3, 60)
    contact_remind_minutes: int = _number(30, 5, 240)
    """Before a contact: both are reminded."""
    contact_ask_after_hours: int = _number(20, 1, 120)
    """After a contact of which nobody has said what happened: the child is asked, once."""
    manager_after_working_days: int = _number(1, 1, 10)
    """After whoever stands in was told that a child waits too long: the manager is told."""
    without_contact_weeks: int = _number(12, 2, 52)
    """Children who have had no contact with their IRO for so long stand on the manager's page."""
    feedback_group: int = _number(5, 5, 50)
    """So many answers about an IRO before anybody sees what they say."""

    def stage(self, code: str) -> Stage:
        """The rung of that name; Cafcass, which can be asked at any point, has the usual days where it is no rung."""
        usual = Stage(code, self.challenge_stage_working_days)
        return next((stage for stage in self.challenge if stage.code == code), usual)

    def stage_after(self, code: str) -> Stage | None:
        """The next rung, or None at the top."""
        higher = (stage for stage in self.challenge if STAGES.index(stage.code) > STAGES.index(code))
        return next(higher, None)


def load(path: Path | None) -> ReviewSettings:
    """The numbers in the authority's file; the usual ones without a file. Raises `ReviewSettingsBroken`."""
    if path is None:
        return ReviewSettings()
    try:
        return parse(path.read_text("utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        said = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise ReviewSettingsBroken(
            f"The file about reviews {path} cannot be read: {said}. Check MY_IRO_REVIEWS_FILE."
        ) from error


def parse(text: str, name: str) -> ReviewSettings:
    """The numbers that `text` says; `name` is the file's, for the complaint. Raises `ReviewSettingsBroken`."""
    try:
        said = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date or number that is none, such as 2026-13-01
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark else "somewhere"
        raise ReviewSettingsBroken(f"{name}, {where}: this is not YAML. Compare it with docs/reviews.md.") from error
    if not isinstance(said, dict):
        raise ReviewSettingsBroken(f"{name}: write names and numbers, such as offers_at_most: 2.")
    kinds = {one.name: one for one in fields(ReviewSettings)}
    for key in said:
        if key not in kinds:
            raise ReviewSettingsBroken(f"{name}: {key!r} is not known. Known are {', '.join(kinds)}.")
    usual = ReviewSettings()
    values = {key: _value(key, value, kinds[key].metadata, f"{name}, {key}") for key, value in said.items()}
    if "challenge" in values or "challenge_stage_working_days" in values:
        days = values.get("challenge_stage_working_days", usual.challenge_stage_working_days)
        rungs = said.get("challenge", [stage.code for stage in usual.challenge])
        values["challenge"] = _ladder(rungs, days, f"{name}, challenge")
    settings = ReviewSettings(**values)
    _inside(settings, name)
    return settings


def _value(key: str, said: object, bounds: Mapping[str, int], where: str) -> Any:
    usual = getattr(ReviewSettings(), key)
    if isinstance(usual, int):
        return _whole(said, where, bounds["least"], bounds["most"])
    if isinstance(usual, Hours):
        return _hours(said, where)
    return said if key == "challenge" else _dues(said, usual, where)


def _whole(said: object, where: str, least: int, most: int) -> int:
    if isinstance(said, bool) or not isinstance(said, int) or not least <= said <= most:
        raise ReviewSettingsBroken(f"{where}: {said!r} is no whole number from {least} to {most}.")
    return said


def _hours(said: object, where: str) -> Hours:
    found = _HOURS.fullmatch(said) if isinstance(said, str) else None
    try:
        h1, m1, h2, m2 = (int(part) for part in found.groups()) if found else (25, 0, 0, 0)
        hours = Hours(time(h1, m1), time(h2, m2))
    except ValueError:
        hours = None
    if hours is None or hours.start >= hours.end:
        raise ReviewSettingsBroken(f"{where}: {said!r} are no hours. Write them such as 16:00-19:00.")
    return hours


def _dues(said: object, usual: Iterable[Due], where: str) -> tuple[Due, ...]:
    """The usual list with what the file says instead; `none` takes one away."""
    items = {due.code: due for due in usual}
    if not isinstance(said, dict):
        raise ReviewSettingsBroken(f"{where}: write lines such as {next(iter(items))}: 5 working days.")
    for code, span in said.items():
        if code not in items:
            raise ReviewSettingsBroken(f"{where}: {code!r} is not known. Known are {', '.join(items)}.")
        items[code] = _due(code, span, f"{where}, {code}")
    return tuple(due for code, due in items.items() if said.get(code) != "none")


def _due(code: str, said: object, where: str) -> Due:
    found = _SPAN.fullmatch(said) if isinstance(said, str) else None
    if said == "none":
        return Due(code, 0)
    if found is None or int(found["days"]) > 90:
        raise ReviewSettingsBroken(
            f"{where}: {said!r} is no time. Write such as '5 working days', '14 days' (at most 90) or none."
        )
    return Due(code, int(found["days"]), working=bool(found["working"]))


def _ladder(said: object, usual_days: int, where: str) -> tuple[Stage, ...]:
    if not isinstance(said, list) or not said:
        raise ReviewSettingsBroken(f"{where}: give the rungs as a list that begins with '- informal'.")
    stages = tuple(_stage(line, usual_days, f"{where}, rung {number}") for number, line in enumerate(said, 1))
    codes = [stage.code for stage in stages]
    if codes[0] != "informal" or len(codes) < 2 or codes != sorted(set(codes), key=STAGES.index):
        raise ReviewSettingsBroken(f"{where}: informal comes first, then one or more of {', '.join(STAGES[1:])}, once.")
    return stages


def _stage(line: object, usual_days: int, where: str) -> Stage:
    said = {"stage": line} if isinstance(line, str) else line
    if not isinstance(said, dict) or not {"stage"} <= set(said) <= {"stage", "working_days"}:
        raise ReviewSettingsBroken(f"{where}: write {{stage: team_manager, working_days: 5}} and nothing else.")
    code = said["stage"]
    if code not in STAGES:
        raise ReviewSettingsBroken(f"{where}: {code!r} is not known. Known are {', '.join(STAGES)}.")
    return Stage(code, _whole(said.get("working_days", usual_days), where, 1, 20))


def _inside(settings: ReviewSettings, name: str) -> None:
    """What no single number shows: that the parts fit into the whole."""
    formal = sum(stage.working_days for stage in settings.challenge if stage.code not in ("informal", "cafcass"))
    most = settings.challenge_formal_within_working_days
    if formal > most:
        raise ReviewSettingsBroken(f"{name}, challenge: the formal rungs take {formal} working days, at most {most}.")
    offers = settings.offer_again_after_working_days * (settings.offers_at_most - 1)
    if offers + settings.not_reached_after_working_days >= settings.offer_from_working_days:
        raise ReviewSettingsBroken(f"{name}: the offers leave the IRO no day before the review; begin them earlier.")
