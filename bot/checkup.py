"""What is missing before the service can run well, and what to do about each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.channels.capabilities import Channel
from bot.channels.configured import connect
from bot.channels.sms import SmsChannel
from bot.clock import Clock
from bot.errors import Misconfigured, SendTrouble
from bot.service import loaded_ladder, loaded_reviews
from bot.settings import Settings, languages_of
from bot.watch import coming
from conversations import library
from safeguarding import ladders, screen
from safeguarding.escalation import DEFAULT, Ladder
from safeguarding.rota import LONDON
from safeguarding.rulebook import RulesBroken
from safeguarding.screening import Level
from safeguarding.standing import trouble
from safeguarding.watch import Gap, gaps
from storage import allocations, authority, children, guard, staff
from storage.database import Database
from storage.errors import StorageError
from storage.migrate import level
from storage.store import Store

CLOCK_MAY_DIFFER = timedelta(seconds=30)
TEMPLATE_BODY = "((notice))"
AHEAD = timedelta(days=14)
LOOK_EVERY = timedelta(minutes=15)
GAPS_SHOWN = 10
LOOPBACK = ("http://127.0.0.1", "http://localhost", "http://[::1]")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `state`: ok, look (works, but should be mended) or wrong (does not work)."""

    about: str
    state: Literal["ok", "look", "wrong"]
    says: str


def examine(settings: Settings, database: Database, clock: Clock) -> Iterator[Finding]:
    """Look at everything; what cannot work without something that is wrong is left out."""
    yield from of_settings(settings)
    yield from of_rules()
    yield from of_ladder(settings)
    yield from of_reviews(settings)
    yield from of_words()
    yield from of_languages(settings)
    yield from of_channels(settings, clock)
    yield from of_database(database, clock, _ladder(settings))


def of_settings(settings: Settings) -> Iterator[Finding]:
    """The settings that are allowed, but not safe in the open."""
    public = not settings.public_url.startswith(LOOPBACK)
    if public and not settings.public_url.startswith("https://"):
        yield Finding(
            "settings", "wrong", "MY_IRO_PUBLIC_URL is not https: what children write could be read on the way."
        )
    elif public and not settings.secure_cookies:
        yield Finding("settings", "wrong", "MY_IRO_SECURE_COOKIES is off: set it to true.")
    else:
        yield Finding("settings", "ok", f"{settings.authority_name}, {settings.public_url}")
    key_file = settings.master_key_file
    if key_file and key_file.exists() and key_file.stat().st_mode & 0o077:
        yield Finding("master key", "look", f"Others on this machine can read {key_file}. Run: chmod 600 {key_file}")


def of_rules() -> Iterator[Finding]:
    """Whether the safeguarding screen judges at all."""
    try:
        judge = screen.load()
    except RulesBroken as error:
        yield Finding("screen", "wrong", f"Every message goes to a human until the rules are mended: {error}")
        return
    if missing := trouble(judge):
        yield Finding("screen", "wrong", f"It goes by its rules alone, and every message goes to a human: {missing}")
        return
    found = judge("I want to tell you about my football match")
    judges = found.readable and found.level is Level.none
    yield Finding("screen", "ok" if judges else "wrong", f"rules {found.rules_version}")


def of_ladder(settings: Settings) -> Iterator[Finding]:
    """Whether it can be read whom a concern goes to next."""
    try:
        loaded_ladder(settings)
    except Misconfigured as error:
        yield Finding("ladder", "wrong", str(error))
        return
    yield Finding("ladder", "ok", f"as in {settings.ladder_file}" if settings.ladder_file else "the usual one")


def of_reviews(settings: Settings) -> Iterator[Finding]:
    """Whether the authority's numbers around a review can be read."""
    try:
        loaded_reviews(settings)
    except Misconfigured as error:
        yield Finding("reviews", "wrong", str(error))
        return
    yield Finding("reviews", "ok", f"as in {settings.reviews_file}" if settings.reviews_file else "the usual numbers")


def _ladder(settings: Settings) -> Ladder:
    try:
        return loaded_ladder(settings)
    except Misconfigured:
        return DEFAULT


def of_words() -> Iterator[Finding]:
    """Whether the flows and their words can be used."""
    try:
        known = library.load()
    except library.LibraryError as error:
        yield Finding("conversations", "wrong", str(error))
        return
    yield Finding("conversations", "ok", f"{len(known.flows)} flows")


def of_languages(settings: Settings) -> Iterator[Finding]:
    """Languages that are on although no fluent speaker has checked them."""
    wanted = languages_of(settings)
    if not wanted:
        return
    try:
        spoken = library.load().speaking(wanted)
    except library.LibraryError as error:
        yield Finding("languages", "wrong", f"MY_IRO_LANGUAGES: {error}")
        return
    for lang in spoken.spoken:
        known = spoken.languages[lang]
        if known.checked:
            yield Finding("languages", "ok", f"{known.english}, checked by {known.checked_by} on {known.checked_on}")
        else:
            says = f"{known.english} is on, and no fluent speaker has checked its words (docs/words.md)."
            yield Finding("languages", "look", says)


def of_channels(settings: Settings, clock: Clock) -> Iterator[Finding]:
    """Whether anybody can be told."""
    try:
        channels = connect(settings, clock)
    except Misconfigured as error:
        yield Finding("channels", "wrong", str(error))
        return
    if settings.telegram != "off" and settings.telegram_token is None:
        yield Finding("telegram", "wrong", "MY_IRO_TELEGRAM_TOKEN is missing.")
    if settings.telegram == "webhook" and settings.telegram_secret is None:
        yield Finding("telegram", "wrong", "MY_IRO_TELEGRAM_SECRET is missing: anybody could post as a child.")
    if "email" not in channels:
        yield Finding("e-mail", "wrong", "MY_IRO_SMTP_HOST is missing: nobody is told of a concern outside the portal.")
    yield from _texts(settings, channels.get("sms"))
    if "push" not in channels:
        yield Finding("push", "ok", "off: no browser of staff is told. To turn it on: my-iro push-key")
    yield Finding("channels", "ok", ", ".join(["web", *sorted(channels)]))


def _texts(settings: Settings, sms: Channel | None) -> Iterator[Finding]:
    """Texts: the second way by which what is urgent goes."""
    if sms is None:
        says = "MY_IRO_NOTIFY_KEY is missing: where e-mail fails, nobody gets a text."
        yield Finding("texts", "look", says)
    if not isinstance(sms, SmsChannel):
        return
    if settings.notify_receipts_token is None:
        says = "MY_IRO_NOTIFY_RECEIPTS_TOKEN is missing: a text that never arrives counts as sent."
        yield Finding("texts", "look", says)
    try:
        body = sms.template_body()
    except SendTrouble as trouble:
        yield Finding("texts", "wrong", str(trouble))
        return
    if body.strip() != TEMPLATE_BODY:
        says = f"The template at GOV.UK Notify must be nothing but {TEMPLATE_BODY}: change it there."
        yield Finding("texts", "wrong", says)
    else:
        yield Finding("texts", "ok", "the template at GOV.UK Notify is as it must be")


def of_database(database: Database, clock: Clock, ladder: Ladder = DEFAULT) -> Iterator[Finding]:
    """The tables, the keys, the clock and the people."""
    try:
        stands = level(database)
        if not stands.up_to_date:
            does = "is empty" if stands.current is None else f"stands at {stands.current}, not {stands.newest}"
            yield Finding("database", "wrong", f"It {does}. Run: my-iro import DIR")
            return
        yield Finding("database", "ok", f"{database.url.get_backend_name()}, migration {stands.current}")
        yield from database.read_now(lambda store: list(_of_record(store, clock, ladder)))
    except StorageError as error:
        yield Finding("database", "wrong", str(error))


def _of_record(store: Store, clock: Clock, ladder: Ladder) -> Iterator[Finding]:
    yield from _guard(store)
    yield from _times(store, clock)
    yield from _keys(store)
    if authority.is_prepared(store):
        yield from _people(store, clock())
        yield from _named_in(ladder, store, clock())


def _guard(store: Store) -> Iterator[Finding]:
    if guard.passes_by_row_security(store):
        says = "The database role is a superuser or has BYPASSRLS: nothing keeps authorities apart. Use another role."
        yield Finding("row security", "wrong", says)


def _times(store: Store, clock: Clock) -> Iterator[Finding]:
    try:
        ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        yield Finding("clock", "wrong", "The time zone Europe/London is not installed. Install tzdata.")
        return
    now = clock()
    apart = abs(guard.clock_ahead_by(store, now))
    if apart > CLOCK_MAY_DIFFER:
        says = f"The database server's clock differs by {apart.total_seconds():.0f} s. Set both by a time server."
        yield Finding("clock", "wrong", says)
    else:
        yield Finding("clock", "ok", f"{now.astimezone(LONDON):%A %d %B %Y %H:%M} in London")


def _keys(store: Store) -> Iterator[Finding]:
    if not authority.is_prepared(store):
        yield Finding("keys", "wrong", f"The authority {store.authority} has no keys yet. Run: my-iro import DIR")
        return
    store.digest("anything")
    yield Finding("keys", "ok", "the master key opens them")


def _people(store: Store, now: datetime) -> Iterator[Finding]:
    today = now.astimezone(LONDON).date()
    everyone = staff.current(store, today)
    in_care = [child for child in children.everyone(store) if child.in_care(today)]
    yield Finding("children", "ok" if in_care else "look", f"{len(in_care)} in care, {len(everyone)} staff")
    held = allocations.on(store, today)
    if without := [child.reference for child in in_care if child.id not in held]:
        yield Finding("allocations", "look", f"No IRO today: {', '.join(without)}")
    for role in staff.ROLES:
        if role not in {member.role for member in everyone}:
            yield Finding("staff", "wrong", f"There is no {role}. Add one to staff.csv and import it.")
    if unable := [m.reference for m in everyone if staff.credentials(store, m.id).password is None]:
        yield Finding("staff", "look", f"Cannot sign in yet: {', '.join(unable)}. Run: my-iro staff password REF")
    yield from _rota(store, now)


def _named_in(ladder: Ladder, store: Store, now: datetime) -> Iterator[Finding]:
    here = {member.reference for member in staff.current(store, now.astimezone(LONDON).date())}
    for missing in sorted(ladders.references(ladder) - here):
        says = f"It names {missing}, who is not on the staff list today. Change MY_IRO_LADDER_FILE."
        yield Finding("ladder", "wrong", says)


def _rota(store: Store, now: datetime) -> Iterator[Finding]:
    """Every hour of the coming fortnight needs somebody whom a concern can reach."""
    found = fortnight_gaps(store, now)
    if not found:
        yield Finding("rota", "ok", "somebody is on duty at every hour of the coming fortnight")
    for gap in found[:GAPS_SHOWN]:
        says = f"Nobody is on duty from {_at(gap.begin)} to {_at(gap.end)}. Name a deputy, or ask somebody to stand in."
        yield Finding("rota", "wrong", says)
    if len(found) > GAPS_SHOWN:
        yield Finding(
            "rota", "wrong", f"Nobody is on duty {len(found) - GAPS_SHOWN} more times in the coming fortnight."
        )


def fortnight_gaps(store: Store, now: datetime) -> list[Gap]:
    """The times of the coming fortnight in which nobody is on duty."""
    start = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return list(gaps(coming(store, now), start, start + AHEAD, LOOK_EVERY))


def _at(moment: datetime) -> str:
    here = moment.astimezone(LONDON)
    return f"{here:%A} {here.day} {here:%B %H:%M}"
