"""Round the box in which an IRO writes to a child: openings, times, what is not sent yet, who wrote last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal import openings
from portal.openings import Opening
from portal.pages.today import Line
from reviews.letter_times import Preset, presets
from reviews.settings import ReviewSettings
from storage import busy_times, letters, versions
from storage.letters import Letter
from storage.messages import Message
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Writing:
    """`silent_until` is when the bot begins to answer plain messages again, None where it does. `versions` are what
    was written in the place of a message, by that message; `reasons` why staff did so, by version."""

    openings: Sequence[Opening]
    presets: Sequence[Preset]
    letters: Sequence[Letter]
    wrote_at: datetime | None
    silent_until: datetime | None
    versions: Mapping[UUID, Sequence[Message]]
    reasons: Mapping[UUID, str]
    stopped_at: datetime | None = None
    """The child said STOP while somebody wrote with them, and has not written since."""

    def now_says(self, message: Message) -> str:
        """The words of a message as they stand; "" once they were taken back."""
        later = self.versions.get(message.id, ())
        return later[-1].text if later else message.text

    def is_gone(self, message: Message) -> bool:
        return any(one.kind == versions.TAKEN_BACK for one in self.versions.get(message.id, ()))


def writing(
    store: Store, line: Line, me: Staff, said: Sequence[Message], numbers: ReviewSettings, now: datetime
) -> Writing:  # fmt: skip
    """Everything round the box, for the child of this line."""
    talk, child = line.case.conversation, line.case.child
    until = talk.talking_until if talk else None
    later = versions.in_order(said)
    mine = [one.at for one in said if one.author == "iro" and one.staff_id == me.id and one.replaces_id is None]
    return Writing(
        openings=openings.for_child(line.case.name, me.first_name),
        presets=presets(now, numbers, busy_times.of_child(store, child.id)),
        letters=letters.open_in(store, [talk.id]).get(talk.id, ()) if talk else (),
        wrote_at=max(mine, default=None),
        silent_until=until if until and until > now else None,
        versions=later,
        stopped_at=_stopped_at(line, said),
        reasons=versions.reasons(store, [one.id for many in later.values() for one in many if one.author == "iro"]),
    )


def _stopped_at(line: Line, said: Sequence[Message]) -> datetime | None:
    stopped = max((one.at for one in line.case.milestones if one.kind == "stopped"), default=None)
    wrote = max((one.at for one in said if one.author == "child"), default=None)
    return stopped if stopped and (wrote is None or wrote <= stopped) else None
