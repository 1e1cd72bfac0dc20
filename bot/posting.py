"""What was just written down for a child goes on its way: each message by itself, or all of a turn as one text."""

from dataclasses import replace

from bot import bells, texting
from bot.desk import Desk, Saying
from bot.privately import offered
from conversations.words import Words
from storage import outbox


def post(desk: Desk, words: Words, *, asked: bool, lane: str = "chat") -> None:
    """Put what waits on the desk into the outbox. `asked`: it answers what the child wrote just now."""
    sayings, desk.to_post = desk.to_post, []
    if sayings and not asked:
        bells.said(desk.store, desk.conversation, desk.address, desk.now, officer=lane == "concern")
    if desk.address is None or not sayings:
        return
    if desk.address.channel == texting.CHANNEL:
        sayings = [texting.as_one_text(desk, words, sayings, asked=asked)]
    sayings = [replace(one, choices=offered(desk, words, one, sayings[-1])) for one in sayings]
    drafts = [draft for one in sayings for draft in _drafts(desk, one, lane)]
    if drafts:
        desk.store.flush()
        outbox.put_many(desk.store, desk.now, drafts)


def _drafts(desk: Desk, one: Saying, lane: str) -> list[outbox.Draft]:
    assert desk.address is not None
    drafts = outbox.message_drafts([desk.address], one.message_id, one.text, one.choices, lane)
    return [replace(draft, once=f"{draft.once}:{one.again}") for draft in drafts] if one.again else drafts
