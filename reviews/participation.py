"""How a child took part in a review: the code of the SSDA903 return, suggested by the stated rule with what led to it.

Only ever a suggestion: what happened in the room is known to the IRO, who confirms the code or changes it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from storage.answers import Answer

CODES = ("PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")
ATTENDED = ("yes", "part", "no")
SPOKE = ("self", "advocate", "symbols", "nobody")
VIEWS = ("advocate", "sent", "none")
OWN_CODE_FROM = 4
"""Below this age no child is expected to take part (PN0)."""

_THERE = {
    "self": ("PN1", "spoke"),
    "advocate": ("PN2", "advocate_spoke"),
    "symbols": ("PN3", "symbols"),
    "nobody": ("PN4", "silent"),
}
_AWAY = {"advocate": ("PN5", "advocate_briefed"), "sent": ("PN6", "views_sent"), "none": ("PN7", "no_views")}


@dataclass(frozen=True, slots=True)
class Part:
    """How the child took part, as far as it is known; "" is not known yet.

    `attended` is yes, part or no. `spoke` is of a child who was there: self, advocate, symbols (only pictures, signs or
    symbols) or nobody. `views` is of a child who was not: advocate (who was told what to say), sent, or none.
    """

    attended: str = ""
    spoke: str = ""
    views: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code and the steps that led to it, in the words of `because`; `settled` once the review has been held.

    The steps: under_four, attended, attended_part, absent, not_held, spoke, advocate_spoke, symbols, silent,
    advocate_briefed, views_sent, no_views.
    """

    code: str
    because: tuple[str, ...]
    settled: bool

    @property
    def took_part(self) -> bool:
        """Whether it counts as taking part; a child under four is in neither count."""
        return self.code not in ("PN0", "PN4", "PN7")


def suggest(born: date, on: date, part: Part) -> Suggestion:
    """The code for a child born on `born` at a review on the day `on`.

    While it is not known whether the child was there, this is the code if they are not: what they sent already counts.
    On the fourth birthday itself the child is four. Raises `ValueError` for words that `Part` does not know, or a child
    who was there without how they spoke.
    """
    _check(part)
    if under_four(born, on):
        return Suggestion("PN0", ("under_four",), settled=True)
    if part.attended in ("yes", "part"):
        code, how = _THERE[part.spoke]
        return Suggestion(code, ("attended" if part.attended == "yes" else "attended_part", how), settled=True)
    code, how = _AWAY[part.views or "none"]
    return Suggestion(code, ("absent" if part.attended == "no" else "not_held", how), settled=part.attended == "no")


def under_four(born: date, on: date) -> bool:
    """A child born on 29 February is four on 29 February, or on 1 March of a common year."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day)) < OWN_CODE_FROM


def sent_views(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The answers that count as views sent to the review: they stand, and the child did not choose to say nothing."""
    return tuple(answer for answer in answers if answer.state in ("said", "approved"))


def _check(part: Part) -> None:
    for value, known in ((part.attended, ATTENDED), (part.spoke, SPOKE), (part.views, VIEWS)):
        if value and value not in known:
            raise ValueError(
                f"{value!r} is not one of {', '.join(known)}: how the child took part must be one of them."
            )
    if part.attended in ("yes", "part") and not part.spoke:
        raise ValueError("Say how a child who was there spoke: self, advocate, symbols or nobody.")
