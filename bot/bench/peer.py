"""The usual way to build such a bot: python-telegram-bot's ConversationHandler and one ORM commit an update.

The network is stubbed, so that only what runs on this machine is compared. It screens nothing, seals nothing and
keeps an update only once it is handled.
"""

import json
import time
from datetime import UTC, datetime
from itertools import count
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker
from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes, ConversationHandler, MessageHandler, filters
from telegram.request import BaseRequest

from bot.bench.children import said

ASKED = 0
CHATS = 160


class Base(DeclarativeBase):
    """The tables of the other bot."""


class Person(Base):
    __tablename__ = "peer_people"
    id: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True)
    state: Mapped[int]
    seen_at: Mapped[datetime] = mapped_column(sa.DateTime(timezone=True))


class Line(Base):
    __tablename__ = "peer_lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(sa.BigInteger, index=True)
    author: Mapped[str]
    text: Mapped[str]


class NoNetwork(BaseRequest):
    """Telegram as it answers when all is well."""

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(self, url: str, *_: Any, **__: Any) -> tuple[int, bytes]:
        if url.endswith("getMe"):
            return 200, _answer({"id": 1, "is_bot": True, "first_name": "bench", "username": "bench_bot"})
        return 200, _answer({"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "."})


def _answer(result: dict[str, Any]) -> bytes:
    return json.dumps({"ok": True, "result": result}).encode()


async def measure(url: str, seconds: float) -> float:
    """Updates a second on the database at `url`."""
    engine = sa.create_engine(url)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _settle)
    Base.metadata.create_all(engine)
    bot = _application(sessionmaker(engine))
    await bot.initialize()
    try:
        lines = [line for some in said().values() for line in some]
        numbers, begun = count(1), time.perf_counter()
        while time.perf_counter() - begun < seconds:
            number = next(numbers)
            await bot.process_update(Update.de_json(_update(number, lines[number % len(lines)]), bot.bot))
        return number / (time.perf_counter() - begun)
    finally:
        await bot.shutdown()
        engine.dispose()


def _settle(connection: Any, _: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _application(sessions: "sessionmaker[Session]") -> Application[Any, Any, Any, Any, Any, Any]:
    async def keep(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:  # noqa: ARG001
        message, person = update.effective_message, update.effective_user
        assert message is not None
        assert person is not None
        reply = str(message.text)[::-1]
        with sessions() as session:
            known = session.get(Person, person.id)
            if known is None:
                known = Person(id=person.id, state=0, seen_at=message.date)
                session.add(known)
            known.state, known.seen_at = known.state + 1, message.date
            session.add_all(
                Line(person_id=person.id, author=author, text=text)
                for author, text in (("child", str(message.text)), ("bot", reply))
            )
            session.commit()
        await message.reply_text(reply)
        return ASKED

    words: MessageHandler[Any, Any] = MessageHandler(filters.TEXT & ~filters.COMMAND, keep)
    talk: ConversationHandler[Any] = ConversationHandler([CommandHandler("start", keep), words], {ASKED: [words]}, [])
    application = Application.builder().token("1:bench").request(NoNetwork()).get_updates_request(NoNetwork())
    built = application.updater(None).job_queue(None).build()
    built.add_handler(talk)
    return built


def _update(number: int, text: str) -> dict[str, Any]:
    person = {"id": 1000 + number % CHATS, "is_bot": False, "first_name": "bench"}
    chat = {"id": person["id"], "type": "private", "first_name": "bench"}
    date = int(datetime.now(UTC).timestamp())
    return {
        "update_id": number,
        "message": {"message_id": number, "date": date, "chat": chat, "from": person, "text": text},
    }
