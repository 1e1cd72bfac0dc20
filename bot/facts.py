"""What is true about each child now: loaded for a batch at once, named as in `docs/facts.md`."""

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.chat.view_token import STATE as VIEW
from bot.settings import Settings
from bot.watch import Roster, roster
from conversations.turn import Fact
from reviews import touching
from reviews.away import answer_by, next_day_there
from reviews.settings import ReviewSettings
from reviews.standing_in import Answering, Team
from reviews.timetable import OFFICE, add_months
from reviews.touching import Kept
from reviews.working_days import days_in_words, next_working_day, reply_by, works_on
from storage import (
    agreements,
    allocations,
    answers,
    check_ins,
    children,
    concerns,
    iro_changes,
    milestones,
    reviews,
    siblings,
    staff,
)
from storage.absences import Away
from storage.agreements import Agreement
from storage.answers import Round
from storage.children import Child
from storage.concerns import Concern
from storage.conversations import Address, Conversation
from storage.iro_changes import Change
from storage.reviews import Review
from storage.staff import Staff
from storage.store import Store

LONDON = ZoneInfo("Europe/London")
SCHOOL_AGES = range(4, 18)
_CLOCK = re.compile(r"\d\d:\d\d")
NAMES_TO_PICK_FROM = 4


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything around the conversations of one batch, one query each."""

    children: Mapping[UUID, Child]
    iros: Mapping[UUID, Staff]
    before: Mapping[UUID, Staff]
    next: Mapping[UUID, Staff]
    reviews: Mapping[UUID, Review]
    since: Mapping[UUID, date | None]
    rounds: Mapping[UUID, Round]
    named: Mapping[UUID, set[UUID]]
    concerns: Mapping[UUID, Concern]
    about: Mapping[UUID, set[UUID]]
    find_asked: frozenset[UUID]
    check_ins: Mapping[UUID, int]
    unchanged: frozenset[UUID]
    roster: Roster
    answering: Mapping[UUID, Answering]
    deputy_told: frozenset[UUID]
    changes: Mapping[UUID, Change]
    starts: Mapping[UUID, date]
    shared: Mapping[UUID, str]
    agreements: Mapping[UUID, Sequence[Agreement]]
    touching: Mapping[UUID, Kept]

    @property
    def staff(self) -> Sequence[Staff]:
        return self.roster.staff

    def absences_of(self, member: Staff) -> list[Away]:
        return [one for one in self.roster.away if one.staff_id == member.id]

    def answer_by(self, child_id: UUID | None, now: datetime, working_days: int) -> date:
        """By when a child can expect an answer to what is written now, from whoever answers for them."""
        one = self.answering.get(child_id) if child_id else None
        if one is None or one.who is None:
            return reply_by(OFFICE, now, working_days)
        return answer_by(one.who.working_pattern, self.absences_of(one.who), now, working_days)

    def with_role(self, role: str) -> Staff | None:
        return next((member for member in self.staff if member.role == role), None)


def surroundings(
    store: Store, conversations: Iterable[Conversation], now: datetime, numbers: ReviewSettings
) -> Surroundings:
    """Load what surrounds these conversations."""
    conversations = list(conversations)
    today = london_day(now)
    child_ids = [c.child_id for c in conversations if c.child_id]
    everyone = staff.current(store, today)
    known = {member.id: member for member in everyone}
    past, now_held, coming = allocations.around(store, child_ids, today) if child_ids else ({}, {}, {})
    last, following = reviews.last_and_next(store, child_ids)
    # Who held the last review had the child then, also where no earlier allocation is on record.
    chaired = {child: r.chair_id for child, r in last.items() if r.chair_id and r.chair_id != now_held.get(child)}
    past = chaired | past
    here = set(known)
    known |= staff.many(store, {i for held in (past, now_held, coming) for i in held.values()} - here)
    since = {c.id: last[c.child_id].held_on for c in conversations if c.child_id in last}
    ids = [c.id for c in conversations]
    open_concerns = concerns.open_in(store, ids)
    visitors = [c.id for c in conversations if c.child_id is None]
    there = roster(store, now, everyone)
    between = agreements.of_children(store, child_ids) if child_ids else {}
    answering = _answering(there, numbers, child_ids, known, now_held, past, now)
    return Surroundings(
        children=children.many(store, child_ids),
        iros={child: known[i] for child, i in now_held.items() if i in here},
        before={child: known[i] for child, i in past.items() if i in known},
        next={child: known[i] for child, i in coming.items() if i in known},
        reviews=following,
        since=since,
        rounds=answers.rounds(store, ids, since),
        named=milestones.iros_named(store, ids),
        concerns=open_concerns,
        about=concerns.open_exclusions(store, open_concerns) if open_concerns else {},
        find_asked=milestones.reached_in(store, visitors, "find_me") if visitors else frozenset(),
        check_ins=check_ins.agreed(store, ids),
        unchanged=_in_this_round(milestones.last_reached(store, ids, "unchanged"), since),
        roster=there,
        answering=answering,
        deputy_told=_told_of_deputies(store, conversations, answering),
        changes=_changes(store, coming),
        starts=_starts(store, coming, london_day(now)),
        shared=_shared(store, coming),
        agreements=between,
        touching=touching.of_children(store, between, today) if between else {},
    )


def _in_this_round(reached: Mapping[UUID, datetime], since: Mapping[UUID, date | None]) -> frozenset[UUID]:
    """Those reached after the day of the last review."""
    return frozenset(one for one, at in reached.items() if london_day(at) > (since.get(one) or date.min))


def _answering(
    there: Roster, numbers: ReviewSettings, child_ids: Iterable[UUID], known: Mapping[UUID, Staff],
    held: Mapping[UUID, UUID], past: Mapping[UUID, UUID], now: datetime,
) -> dict[UUID, Answering]:  # fmt: skip
    """Who answers for each child now: their IRO, or who stands in."""
    team = Team(there.staff, there.away, now, numbers)
    last = {child: held.get(child) or past.get(child) for child in child_ids}
    return {child: team.answers(known.get(i) if i else None, held=child in held) for child, i in last.items()}


def _changes(store: Store, coming: Mapping[UUID, UUID]) -> dict[UUID, Change]:
    """What was planned about the next IRO, of the children who get another."""
    found = (change for child in coming for change in iro_changes.of_child(store, child))
    return {one.child_id: one for one in found if coming.get(one.child_id) == one.new_id}


def _starts(store: Store, coming: Iterable[UUID], today: date) -> dict[UUID, date]:
    """The first day of the next IRO, by child."""
    return {child: next(a.since for a in allocations.history(store, child) if a.since > today) for child in coming}


def _shared(store: Store, coming: Mapping[UUID, UUID]) -> dict[UUID, str]:
    """Brothers and sisters on record who get, or have, the same next IRO: their names alone, never their words."""
    if not coming:
        return {}
    kin = siblings.of_children(store, coming)
    others = {one for found in kin.values() for one in found}
    if not others:
        return {}
    _, held, _ = allocations.around(store, others, date(9999, 1, 1))
    known = children.many(store, others)
    same = {child: [known[o].name for o in found if held.get(o) == coming[child]] for child, found in kin.items()}
    return {child: _and(names) for child, names in same.items() if names}


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _told_of_deputies(
    store: Store, conversations: Iterable[Conversation], answering: Mapping[UUID, Answering]
) -> frozenset[UUID]:
    """The conversations in which a child has been told of whoever stands in, in this absence."""
    wanted = {c.id: answering[c.child_id] for c in conversations if c.child_id and answering[c.child_id].stands_in}
    if not wanted:
        return frozenset()
    told = milestones.last_about(store, wanted, "deputy_told")
    found = {where: told.get((where, one.who.id)) for where, one in wanted.items() if one.who}
    return frozenset(where for where, at in found.items() if at and at >= (wanted[where].since or at))


def london_day(now: datetime) -> date:
    return now.astimezone(LONDON).date()


def facts_for(
    conversation: Conversation, address: Address | None, around: Surroundings, settings: Settings, now: datetime,
    reviews: ReviewSettings,
) -> dict[str, Fact]:  # fmt: skip
    """The facts of one conversation, as seen from the address that was used."""
    facts: dict[str, Fact] = {
        "linked": False, "trust": "none", "age": None, "easy_read": False, "under_16": False, "name": "",
        "invite": "", "human_here": bool(conversation.human_until and conversation.human_until > now),
        "channel": address.channel if address else "web", "role": settings.role_name,
        "authority": settings.authority_name, "shared_device": conversation.shared_device, "today": london_day(now),
        "web_address": settings.public_url, "number_known": False,
        "private_view": address is not None and address.state == VIEW,
    }  # fmt: skip
    facts |= _service(around)
    facts |= _concern(conversation, around, now)
    round_ = around.rounds.get(conversation.id, Round())
    facts |= {"topics_done": round_.topics, "asked": round_.questions, "unapproved": round_.unapproved}
    child = around.children.get(conversation.child_id) if conversation.child_id else None
    facts |= _iro(child, around, settings, now)
    iro = around.iros.get(child.id) if child else None
    facts["deputy_told"] = conversation.id in around.deputy_told
    facts["iro_named"] = "yes" if iro and iro.id in around.named.get(conversation.id, ()) else "no"
    facts |= _review(child, around, now) | _growing_up(child, settings, reviews, now)
    facts |= _talk(conversation, address, around, now)
    facts["unchanged"] = conversation.id in around.unchanged
    facts |= {"check_in_agreed": conversation.id in around.check_ins, "check_in_usual": reviews.check_in_weeks}
    facts |= _touch(child, around)
    leaves, planned = facts["iro_leaves"], facts["review_on"]
    facts["iro_does_review"] = isinstance(leaves, date) and isinstance(planned, date) and planned <= leaves
    facts["review_in_school"] = _in_school_time(child, around, reviews)
    if child is not None and (address is None or address.trust != "none"):
        age = child.age(london_day(now))
        facts |= {
            "linked": True, "trust": address.trust if address else "full", "age": age, "under_16": age < 16,
            "easy_read": child.easy_read, "name": conversation.called or child.name,
        }  # fmt: skip
    return facts


def _talk(conversation: Conversation, address: Address | None, around: Surroundings, now: datetime) -> dict[str, Fact]:
    """Who writes with the child now, where the child can see what they wrote."""
    here = conversation.talking_until is not None and conversation.talking_until > now
    seen = address is None or address.trust == "full"
    iro = next((m for m in around.staff if m.id == conversation.talking_with), None) if here and seen else None
    return {"iro_talks": iro.first_name if iro else "", "iro_talks_told": conversation.talking_told}


def _service(around: Surroundings) -> dict[str, Fact]:
    manager, office = around.with_role("iro_manager"), around.with_role("business_support")
    return {
        "manager": manager.first_name if manager else "",
        "manager_phone": manager.phone if manager else "",
        "office_phone": office.phone if office else "",
    }


def _concern(conversation: Conversation, around: Surroundings, now: datetime) -> dict[str, Fact]:
    concern = around.concerns.get(conversation.id)
    about = around.about.get(conversation.id, set())
    iro = around.iros.get(conversation.child_id) if conversation.child_id else None
    owner = next((m for m in around.staff if concern and m.id == concern.owner_id), None)
    officers = [owner] if owner else around.roster.on_watch(now, about)
    return {
        "concern_open": concern is not None,
        "concern_level": concern.level if concern else "",
        "find_asked": conversation.id in around.find_asked,
        "iro_hears": "yes" if iro and iro.id not in about else "no",
        "officer": officers[0].first_name if officers else None,
        "officer_seen": bool(concern and concern.state == "taken"),
    }


def _iro(child: Child | None, around: Surroundings, settings: Settings, now: datetime) -> dict[str, Fact]:
    iro = around.iros.get(child.id) if child else None
    facts: dict[str, Fact] = _standing_in(child, around, now)
    facts |= {
        "iro": "", "iro_full": "", "iro_pronoun": "they", "iro_phone": "", "iro_days": "", "iro_detail": "",
        "iro_next_full": "", "iro_next_from": None, "iro_next_meet": None, "iro_next_with": "", "iro_next_shared": "",
        "iro_initials": "", "iro_leaves": None, "iro_before": None, "iro_next": None, "iro_names": (),
        "iro_candidates": tuple(m.first_name.lower() for m in around.staff if m.role == "iro"),
        "reply_by": around.answer_by(child.id if child else None, now, settings.reply_within_working_days),
    }  # fmt: skip
    if iro is None or child is None:
        gone = around.answering[child.id].iro if child and child.id in around.answering else None
        return facts | {"iro_before": gone.first_name if gone else None}
    before, after = around.before.get(child.id), around.next.get(child.id)
    return facts | {
        "iro": iro.first_name,
        "iro_full": iro.full_name,
        "iro_pronoun": (iro.pronouns or "they").split("/")[0],
        "iro_phone": iro.phone,
        "iro_days": days_in_words(iro.working_pattern),
        "iro_detail": iro.bio,
        "iro_initials": iro.first_name[:1] + iro.last_name[:1],
        "iro_leaves": iro.ends_on,
        "iro_before": before.first_name if before else None,
        "iro_next": after.first_name if after else None,
        **_next(child, after, around),
        "iro_names": _names_to_pick_from(child, iro, around.staff),
    }


def _next(child: Child, after: Staff | None, around: Surroundings) -> dict[str, Fact]:
    """Who comes after, from when, and how they meet."""
    change = around.changes.get(child.id)
    return {
        "iro_next_full": after.full_name if after else "",
        "iro_next_from": around.starts.get(child.id),
        "iro_next_meet": change.meet_on if change else None,
        "iro_next_with": change.meet_with if change else "",
        "iro_next_shared": around.shared.get(child.id, ""),
    }


def _standing_in(child: Child | None, around: Surroundings, now: datetime) -> dict[str, Fact]:
    """Who reads what the child writes now."""
    one = around.answering.get(child.id) if child else None
    facts: dict[str, Fact] = {
        "reader": "", "deputy": None, "iro_away": "", "iro_away_until": None, "iro_back": next_working_day(OFFICE, now),
        "iro_here": False,
    }  # fmt: skip
    if child is None or one is None or one.who is None or not child.in_care(london_day(now)):
        return facts
    back = next_day_there(one.who.working_pattern, around.absences_of(one.who), now)
    facts |= {"reader": one.who.first_name, "iro_back": back, "iro_here": back == london_day(now)}
    if one.stands_in:
        facts |= {"deputy": one.who.first_name, "iro_away": one.why, "iro_away_until": one.back_on}
    return facts


def _names_to_pick_from(child: Child, iro: Staff, everyone: Sequence[Staff]) -> tuple[str, ...]:
    """The right name among others, in an order that stays the same for this child."""
    rng = random.Random(child.id.int)  # noqa: S311 - an order of buttons, not a secret
    others = sorted({m.first_name for m in everyone if m.role == "iro"} - {iro.first_name})
    names = [iro.first_name, *rng.sample(others, min(len(others), NAMES_TO_PICK_FROM - 1))]
    rng.shuffle(names)
    return tuple(names)


def _growing_up(child: Child | None, settings: Settings, reviews: ReviewSettings, now: datetime) -> dict[str, Fact]:
    today = london_day(now)
    return {
        "pathway": child is not None and child.age(today) >= reviews.pathway_from_age,
        "left_care": child is not None and not child.in_care(today),
        "leaving_care_phone": settings.leaving_care_phone,
        "next_office_day": next_working_day(OFFICE, now),
        "records_by": add_months(today, 1),
    }


def _touch(child: Child | None, around: Surroundings) -> dict[str, Fact]:
    """What child and IRO agreed, or one of them proposed, about keeping in touch."""
    kept = around.touching.get(child.id) if child else None
    iro = around.iros.get(child.id) if child else None
    mine = [o for o in around.agreements.get(child.id, ()) if iro and o.iro_id == iro.id] if child else []
    waiting = next((one for one in mine if one.agreed_at is None), None)
    shown = waiting or (kept.agreement if kept else None)
    state = ("offered" if waiting.proposed_by == "iro" else "asked") if waiting else "agreed" if kept else ""
    return {
        "touch_state": state, "touch_weeks": shown.every_weeks if shown else None,
        "touch_how": shown.how if shown else "", "touch_next": kept.due if kept else None,
    }  # fmt: skip


def _in_school_time(child: Child | None, around: Surroundings, numbers: ReviewSettings) -> bool:
    """Whether the next review is planned in school time; holidays of one school are not known."""
    review = around.reviews.get(child.id) if child else None
    if child is None or review is None or review.planned_for is None or not _CLOCK.fullmatch(review.start_time):
        return False
    age, at = child.age(review.planned_for), time.fromisoformat(review.start_time)
    return age in SCHOOL_AGES and works_on(OFFICE, review.planned_for) and numbers.school_hours.cover(at)


def _review(child: Child | None, around: Surroundings, now: datetime) -> dict[str, Fact]:
    review = around.reviews.get(child.id) if child else None
    today = london_day(now)
    day = review.planned_for if review and review.planned_for and review.planned_for >= today else None
    return {
        "review_on": day,
        "review_time": review.start_time if review else "",
        "review_days": (day - today).days if day else None,
        "review_overdue": bool(review and review.due_by < today),
        "review_due": review.due_by if review else None,
    }
