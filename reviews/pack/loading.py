"""Gathers a page from the record, for one reader: what is withheld from them is not on it, in no shape."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from reviews import knowing
from reviews.pack import choosing
from reviews.pack.model import Asked, Company, Evidence, Header, Page, Promise, Said, Sent, Silence, Version
from reviews.pack.tracing import Heard
from reviews.participation import Part, sent_views, suggest
from reviews.school_hours import in_school_hours
from reviews.settings import ReviewSettings
from safeguarding.rota import LONDON
from storage import (
    allocations,
    answers,
    caseload,
    conversations,
    decisions,
    files,
    messages,
    milestones,
    private_talks,
    reach,
    requests,
    reviews,
    staff,
)
from storage.answers import Answer
from storage.children import Child
from storage.conversations import Conversation
from storage.messages import Message
from storage.milestones import Milestone
from storage.reviews import Review
from storage.store import Store

HELPED = ("grown_up_near", "helped")


@dataclass(frozen=True, slots=True)
class Round:
    """The time a page is about: after the day `since` (the review before) up to the day `until` (this review)."""

    review: Review | None
    last: Review | None
    before_last: Review | None

    @property
    def since(self) -> date | None:
        return self.last.held_on if self.last else None

    @property
    def until(self) -> date | None:
        return self.review.held_on if self.review else None


def gather(
    store: Store, child: Child, now: datetime, *, reader: UUID, review: Review | None = None,
    settings: ReviewSettings, whole: bool = True,
) -> Page:  # fmt: skip
    """The page of a child for the coming review, or for `review` where one is named, as `reader` may see it.

    `whole` is for the child's IRO; anybody else gets what may be said aloud.
    """
    talk = conversations.of_children(store, [child.id]).get(child.id)
    around = round_of(reviews.of_child(store, child.id), review)
    hidden = caseload.withheld_from(store, reader)
    found = answers.of_conversations(store, [talk.id]).get(talk.id, []) if talk else []
    said = messages.of_conversation(store, talk.id) if talk else []
    heard = Heard(said, hidden, _sent(store, said))
    versions = choosing.in_round(found, around.since, around.until)
    seen = [answer for answer in versions if answer.message_id not in hidden]
    chosen = choosing.standing(seen)
    before = choosing.round_before(found, around.since, around.before_last.held_on if around.before_last else None)
    page = Page(
        header=_header(store, child, talk, around, chosen, heard, now, settings),
        aloud=choosing.groups(chosen, before, heard, share="review"),
        kept=choosing.groups(chosen, before, heard, share="iro"),
        silence=choosing.silence(chosen, seen, heard),
        promises=_promises(store, around.last, heard, hidden),
        evidence=_evidence(child, around.review, chosen, heard),
        annex=_annex(seen, heard),
        made_at=now,
        since=around.since,
    )
    return page if whole else aloud_only(page)


def _sent(store: Store, said: Sequence[Message]) -> dict[UUID, Sent]:
    """What stands for the words of messages that have none."""
    found = files.of_messages(store, [message.id for message in said if message.author == "child" and not message.text])
    listened = {one.staff_id for many in found.values() for file in many for one in file.hearings}
    names = {member.id: member.full_name for member in staff.many(store, listened).values()}
    return {
        message_id: Sent(many[0].length, tuple((names.get(one.staff_id, "?"), one.at) for one in many[0].hearings))
        for message_id, many in found.items()
    }


def aloud_only(page: Page) -> Page:
    """The page without anything that only the child's IRO may know: nor what the child says of a promise."""
    return replace(
        page, whole=False, kept=(), silence=Silence(), annex=(), evidence=None,
        promises=tuple(replace(promise, views=()) for promise in page.promises),
        header=replace(page.header, helped=(), advocate=(), private_talk=None, unapproved=0),
    )  # fmt: skip


def round_of(held_and_planned: Sequence[Review], review: Review | None) -> Round:
    """Between which reviews a page stands; without a `review` the first that has not been held yet."""
    if review is None:
        review = next((one for one in held_and_planned if one.held_on is None), None)
    held = [one for one in held_and_planned if one.held_on and (review is None or one.number < review.number)]
    return Round(review, held[-1] if held else None, held[-2] if len(held) > 1 else None)


def _header(
    store: Store, child: Child, talk: Conversation | None, around: Round, chosen: Sequence[Answer], heard: Heard,
    now: datetime, settings: ReviewSettings,
) -> Header:  # fmt: skip
    today = now.astimezone(LONDON).date()
    review = around.review
    iro = allocations.iro_of(store, child.id, today)
    age = child.age(review.on if review else today)
    knows, _ = knowing.judge(reach.of_children(store, [child.id])[child.id], iro.id if iro else None, age)
    sent = [answer for answer in sent_views(chosen) if heard.source(answer)]
    reached = milestones.of_conversations(store, [talk.id]).get(talk.id, []) if talk else []
    return Header(
        child=child,
        called=(talk and talk.called) or child.name,
        age=age,
        lang=talk.lang if talk else child.lang,
        iro=iro,
        review=review,
        first_at=min((answer.at for answer in sent), default=None),
        last_at=max((answer.at for answer in sent), default=None),
        channels=tuple(dict.fromkeys(answer.channel for answer in sent)),
        unapproved=sum(answer.state == "said" for answer in sent),
        knows=knows,
        private_talk=private_talks.of_review(store, review.id) if review else None,
        helped=tuple(_helped(reached, around, heard)),
        advocate=tuple(_advocate(store, child, heard)),
        in_school_hours=review is not None and in_school_hours(review, age, settings),
    )


def _helped(reached: Iterable[Milestone], around: Round, heard: Heard) -> list[Company]:
    """The last answer of this round to each question about company."""
    since = around.since or date.min
    mine = [one for one in reached if one.kind in HELPED and one.at.astimezone(LONDON).date() > since]
    last = {one.kind: one for one in mine}
    return [Company(kind, quote) for kind, one in last.items() if (quote := heard.of_message(one.message_id))]


def _advocate(store: Store, child: Child, heard: Heard) -> list[Asked]:
    asked = [one for one in requests.of_child(store, child.id) if one.kind == "advocate"]
    return [Asked(one.state, quote) for one in asked if (quote := heard.of_message(one.message_id))]


def _promises(store: Store, last: Review | None, heard: Heard, hidden: frozenset[UUID]) -> tuple[Promise, ...]:
    made = [one for one in decisions.of_review(store, last.id) if one.state != "withdrawn"] if last else []
    views = decisions.views_of(store, [one.id for one in made])
    return tuple(
        Promise(
            one.number, one.kind, one.plain, one.owner, one.due_on, one.state,
            tuple(
                Said(view.view, heard.of_message(view.message_id), view.at)
                for view in views.get(one.id, ()) if view.message_id not in hidden
            ),
        )
        for one in made
    )  # fmt: skip


def _evidence(child: Child, review: Review | None, chosen: Sequence[Answer], heard: Heard) -> Evidence | None:
    """What the code would be if the child is not there; after the review, what the IRO confirmed stands elsewhere."""
    if review is None:
        return None
    sent = [answer for answer in sent_views(chosen) if heard.source(answer)]
    sources = tuple(source for answer in sent if (source := heard.source(answer)))
    return Evidence(suggest(child.birth_date, review.on, Part(views="sent" if sent else "none")), len(sent), sources)


def _annex(versions: Iterable[Answer], heard: Heard) -> tuple[Version, ...]:
    """Every version in the order it was given; of what the child took out only that it was taken out."""
    found = []
    for answer in versions:
        source = heard.source(answer)
        quotes = heard.quotes(answer) if answer.state not in ("taken_out", "skipped") else ()
        if source and (quotes or answer.state in ("taken_out", "skipped")):
            found.append(Version(answer.topic, answer.question, quotes, answer.state, answer.share, source))
    return tuple(found)
