"""Text messages with a child: as few texts a turn as will do, a plain one where somebody else may look, and the few
words that mean something to a telephone network and not to a conversation.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.channels.sms_text import MOST, written
from bot.channels.telegram_text import parts
from bot.keeping import Desk, Saying
from conversations.words import Words
from storage.messages import Message

CHANNEL = "sms"
TEXTS_A_TURN = 2
"""Of the longest that Notify takes; what is longer is read on the web."""
JUST_HERE = timedelta(minutes=10)
"""A child who wrote so lately holds the phone."""
SEEN_BY_OTHERS = frozenset({"someone_might", "not_sure"})
NO_MORE = frozenset({"stop", "stopall", "stoptexts", "stoptexting", "stoptextingme", "stopmessagingme", "unsubscribe"})
READ = "read"
NUMBER = re.compile(r"\s*(\d{1,2})\s*[.)]?\s*")


def as_one_text(desk: Desk, words: Words, sayings: Sequence[Saying], *, asked: bool) -> Saying:
    """Everything of one turn in one message, under the last one's number. `asked`: the child wrote just now."""
    last, conversation = sayings[-1], desk.conversation
    if not asked and _others_may_see(desk):
        waiting = words.line("host-text-waiting", conversation.lang, conversation.band)
        return Saying(last.message_id, waiting)
    choices = next((one.choices for one in reversed(sayings) if one.choices), ())
    whole = "\n\n".join(one.text for one in sayings if one.text)
    room = TEXTS_A_TURN * MOST - len(written("", choices)) - 2
    if len(written(whole)) > room:
        link = desk.settings.public_url
        rest = words.line("host-text-rest", conversation.lang, conversation.band, link=link)
        whole = f"{parts(whole, room - len(rest) - 2)[0]}\n\n{rest}"
    return Saying(last.message_id, whole, choices)


def wants_no_more(text: str) -> bool:
    """STOP, as every sender of texts has to honour it. "bye" or "stop it" is said to the computer."""
    return _bare(text) in NO_MORE


def wants_to_read(text: str) -> bool:
    """The answer to a plain text."""
    return _bare(text) == READ


def held_back(desk: Desk, recent: Sequence[Message]) -> list[Message]:
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
    choices = next((m.choices for m in reversed(held_back(desk, recent)) if m.choices), ())
    if found is None or not 1 <= int(found[1]) <= len(choices):
        return ""
    return choices[int(found[1]) - 1]["id"]


def _others_may_see(desk: Desk) -> bool:
    wrote = desk.conversation.child_wrote_at
    here = wrote is not None and desk.now - wrote < JUST_HERE
    return desk.conversation.shared_device in SEEN_BY_OTHERS and not here


def _bare(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())
