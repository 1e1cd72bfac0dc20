"""Who may do what: the one place. Every route names its `May`; nothing else decides by role."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from aiohttp import web


class Role(StrEnum):
    """As in the staff file."""

    IRO = "iro"
    IRO_MANAGER = "iro_manager"
    DUTY_OFFICER = "duty_officer"
    BUSINESS_SUPPORT = "business_support"
    DATA_PROTECTION = "data_protection"


class May(StrEnum):
    """What a page lets a person do."""

    SIGN_IN = "sign in"
    USE_THE_PORTAL = "use the portal"
    SEE_OWN_CHILDREN = "see the children they are IRO for or stand in for now, and what those children say"
    SEE_WISHES = "see the wishes and feelings of children they are IRO for, stand in for, or answer for as manager"
    REPLY_AS_IRO = "reply to their children and answer requests"
    WORK_FOR_REVIEWS = "plan reviews, write decisions, follow them up and challenge, for children as under SEE_WISHES"
    WORK_ON_CHANGES = "say goodbye or introduce themselves to a child whose IRO changes; the manager sees it"
    PLAN_CHANGES = "plan who is a child's IRO, and write down who leaves and who are brothers and sisters"
    SEE_CHALLENGES = "see the list of challenges: an IRO their own children's, a manager all"
    WORK_CONCERNS = "see, take and close concerns"
    HEAR_FILES = "listen to voice notes and look at drawings where they may see the message (portal/pages/file_case.py)"
    SEE_FIGURES = "see figures about IROs and children, and who waits"
    ANSWER_FOR_THE_SERVICE = "answer what is addressed to their role: the manager, the duty officer or data protection"
    ANSWER_COMPLAINTS = "answer complaints: the manager, and the duty officer those that are about the manager"
    REFER_TO_ADVOCATES = "pass a child's wish for an advocate on, with what the child allowed and no more"
    MANAGE_RECORDS = "import records, make and print cards"
    RING_STAFF = "see which contact with a child was not kept, to ring whoever forgot it"
    MANAGE_ROTA = "write down leave and deputies of others"
    SEE_AUDIT_TRAIL = "see who read what"
    SEE_SENT_NOTICES = "see the e-mails and texts that went to staff (they hold no child's words)"


EVERYONE = frozenset(Role)

ALLOWED: dict[May, frozenset[Role]] = {
    May.USE_THE_PORTAL: EVERYONE,
    # A manager only while standing in for the child's IRO: portal/pages/child_case.py looks.
    May.SEE_OWN_CHILDREN: frozenset({Role.IRO, Role.IRO_MANAGER}),
    # Another IRO only while standing in for the child's: portal/pages/review_case.py looks.
    May.SEE_WISHES: frozenset({Role.IRO, Role.IRO_MANAGER}),
    May.REPLY_AS_IRO: frozenset({Role.IRO, Role.IRO_MANAGER}),
    May.WORK_FOR_REVIEWS: frozenset({Role.IRO, Role.IRO_MANAGER}),
    # An IRO only where the change is from or to them: portal/pages/change.py looks.
    May.WORK_ON_CHANGES: frozenset({Role.IRO, Role.IRO_MANAGER}),
    May.PLAN_CHANGES: frozenset({Role.IRO_MANAGER}),
    May.SEE_CHALLENGES: frozenset({Role.IRO, Role.IRO_MANAGER}),
    May.WORK_CONCERNS: frozenset({Role.DUTY_OFFICER, Role.IRO_MANAGER}),
    May.HEAR_FILES: frozenset({Role.IRO, Role.IRO_MANAGER, Role.DUTY_OFFICER}),
    May.SEE_FIGURES: frozenset({Role.IRO_MANAGER}),
    May.ANSWER_FOR_THE_SERVICE: frozenset({Role.IRO_MANAGER, Role.DUTY_OFFICER, Role.DATA_PROTECTION}),
    # Each sees what is addressed to their role and not about them: portal/pages/complaint_case.py looks.
    May.ANSWER_COMPLAINTS: frozenset({Role.IRO_MANAGER, Role.DUTY_OFFICER}),
    May.REFER_TO_ADVOCATES: frozenset({Role.IRO_MANAGER, Role.BUSINESS_SUPPORT}),
    May.MANAGE_RECORDS: frozenset({Role.BUSINESS_SUPPORT}),
    May.RING_STAFF: frozenset({Role.BUSINESS_SUPPORT, Role.IRO_MANAGER}),
    May.MANAGE_ROTA: frozenset({Role.IRO_MANAGER, Role.BUSINESS_SUPPORT}),
    May.SEE_AUDIT_TRAIL: frozenset({Role.DATA_PROTECTION}),
    May.SEE_SENT_NOTICES: EVERYONE,
}

HOME: dict[Role, str] = {
    Role.IRO: "/staff/today",
    Role.DUTY_OFFICER: "/staff/concerns",
    Role.IRO_MANAGER: "/staff/figures",
    Role.BUSINESS_SUPPORT: "/staff/records",
    Role.DATA_PROTECTION: "/staff/audit",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Page:
    """One route of the portal; `path` is below /staff. `May.SIGN_IN` alone is open to whoever is not signed in.

    A page that `takes_files` may be sent more than the usual megabyte.
    """

    method: str
    path: str
    may: May
    handler: Handler
    takes_files: bool = False


def allows(role: str, may: May) -> bool:
    return may is May.SIGN_IN or Role(role) in ALLOWED[may]
