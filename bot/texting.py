"""Text messages with a child: as few texts a turn as will do, a plain one where somebody else may look, and the few
words that mean something to a telephone network and not to a conversation.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.channels.sms_text import MOST, pieces, plain, written
from bot.channels.telegram_text import parts
from bot.desk import Desk, Saying
from bot.signing import signed
from conversations.library import Library
from conversations.words import Words
from storage import outbox, versions
from storage.messages import Message

CHANNEL = "sms"
TEXTS_A_TURN = 2
"""Of the longest that Notify takes; what is longer is read on the web."""
GAP = "\n\n"
JUST_HERE = timedelta(minutes=10)
"""A child who wrote so lately holds the phone."""
SEEN_BY_OTHERS = frozenset({"someone_might", "not_sure"})
READ = "read"
NUMBER = re.compile(r"\s*(\d{1,2})\s*[.)]?\s*")


def as_one_text(desk: Desk, words: Words, sayings: Sequence[Saying], *, asked: bool) -> Saying:
    """Everything of one turn in one message, under the last one's number. `asked`: the child wrote just now."""
    last, conversation = sayings[-1], desk.conversation
    if not asked and _others_may_see(desk):
        waiting = words.line("host-text-waiting", conversation.lang, conversation.band)
        return Saying(last.message_id, waiting)
    choices = next((one.choices for one in reversed(sayings) if one.choices), ())
    whole = plain(GAP.join(one.text for one in sayings if one.text))
    if len(pieces(written(whole, choices))) > TEXTS_A_TURN:
        link = desk.settings.public_url
        rest = words.line("host-text-rest", conversation.lang, conversation.band, link=link)
        whole = _cut(whole, f"{rest}\n{written('', choices)}".strip(), rest)
    return Saying(last.message_id, whole, choices, last.again)


def _cut(text: str, after: str, rest: str) -> str:
    """As much as fits into the texts of a turn, when `after` has to fit behind it, and `rest` at its end."""
    found = parts(text, MOST - 2 * len(GAP))
    first, left = found[: TEXTS_A_TURN - 1], GAP.join(found[TEXTS_A_TURN - 1 :])
    return GAP.join((*first, parts(left, MOST - len(after) - 2 * len(GAP))[0], rest))


def wants_to_read(text: str) -> bool:
    """The answer to a plain text."""
    return _bare(text) == READ


def unread(desk: Desk, recent: Sequence[Message]) -> list[Message]:
    """What only a plain text has told of and READ has not shown yet, oldest first."""
    if desk.address is None or desk.conversation.shared_device not in SEEN_BY_OTHERS:
        return []
    found, wrote_at = [], desk.conversation.opened_at
    for message in recent:
        if message.author == "child":
            wrote_at = message.at
        elif message.address_id == desk.address.id and message.at - wrote_at >= JUST_HERE:
            found.append(message)
    keys = [f"{one.id.hex}:{desk.address.id.hex}:{READ}" for one in found]
    shown = outbox.used(desk.store, keys)
    last = max((number for number, key in enumerate(keys, 1) if key in shown), default=0)
    return found[last:]


def said_since(desk: Desk, recent: Sequence[Message]) -> list[Message]:
    """What was said to the child here since they last wrote, oldest first."""
    found: list[Message] = []
    for message in reversed(recent):
        if message.id == desk.message_id:
            continue
        if message.author == "child":
            break
        if desk.address is not None and message.address_id == desk.address.id:
            found.insert(0, message)
    return found


def meant_by_number(desk: Desk, recent: Sequence[Message], text: str) -> str:
    """The choice that this number stood for in the last text; "" when it stood for none."""
    found = NUMBER.fullmatch(text)
    choices = next((m.choices for m in reversed(said_since(desk, recent)) if m.choices), ())
    if found is None or not 1 <= int(found[1]) <= len(choices):
        return ""
    return choices[int(found[1]) - 1]["id"]


def _others_may_see(desk: Desk) -> bool:
    wrote = desk.conversation.child_wrote_at
    here = wrote is not None and desk.now - wrote < JUST_HERE
    return desk.conversation.shared_device in SEEN_BY_OTHERS and not here


def _bare(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())


def show(desk: Desk, library: Library, waiting: Sequence[Message]) -> None:
    """What a plain text stood for, in full."""
    changed = versions.latest(desk.store, [one.id for one in waiting])
    for one in waiting:
        author, staff_id = one.author, one.staff_id
        if one.replaces_id or (one.id in changed and changed[one.id].taken_back):
            continue
        text = changed[one.id].text if one.id in changed else one.text
        if staff_id is not None:
            text = signed(library, desk.settings, desk.store, desk.conversation, staff_id, author, text, one.at)
        desk.to_post.append(Saying(one.id, text, one.choices, again=READ))
