"""A notice leaves as it was written, and what a mail server says has its right name. Through a real SMTP server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

import aiosmtplib
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from bot.channels.email import EmailChannel, as_send_trouble
from bot.clock import PlayedClock
from bot.errors import BadArrival, Misconfigured, OurFault, TryLater, Unreachable, Unsure
from bot.inbound import Outbound
from tests.support.prepared import NOW


class Server:
    """Takes mail; `on_recipient` and `on_data` are what it answers instead."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.on_recipient = self.on_data = ""

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if not self.on_recipient:
            envelope.rcpt_tos.append(address)
        return self.on_recipient or "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if not self.on_data:
            self.mails.append(message_from_bytes(envelope.content or b"", policy=policy.default))  # type: ignore[arg-type]
        return self.on_data or "250 OK"


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def channel(server: Server, unused_tcp_port: int) -> Iterator[EmailChannel]:
    controller = Controller(server, hostname="127.0.0.1", port=unused_tcp_port)
    controller.start()
    yield EmailChannel("127.0.0.1", unused_tcp_port, "my-iro@exampleshire.example", PlayedClock(NOW), tls=False)
    controller.stop()


def notice(to: str = "duty@exampleshire.example", subject: str = "Something waits for you") -> Outbound:
    return Outbound("email", to, "Please sign in.\nhttps://example.org/staff", subject=subject, message_id="abc123")


async def test_a_notice_arrives_as_it_was_written(channel: EmailChannel, server: Server) -> None:
    sent = await channel.send(notice())
    [mail] = server.mails
    assert (mail["To"], mail["From"]) == ("duty@exampleshire.example", "my-iro@exampleshire.example")
    assert mail["Subject"] == "Something waits for you"
    assert mail.get_content().splitlines() == ["Please sign in.", "https://example.org/staff"]
    assert (mail["Auto-Submitted"], mail["Date"]) == ("auto-generated", "Sat, 21 Nov 2026 12:00:00 +0000")
    assert mail["Message-ID"] == sent


async def test_a_repeat_carries_the_same_number(channel: EmailChannel, server: Server) -> None:
    assert await channel.send(notice()) == await channel.send(notice())


@pytest.mark.parametrize(
    ("answer", "kind"),
    [("550 5.1.1 no such user", Unreachable), ("450 4.2.0 greylisted", TryLater), ("552 mailbox full", Unreachable)],
)
async def test_a_refused_recipient(channel: EmailChannel, server: Server, answer: str, kind: type[Exception]) -> None:
    server.on_recipient = answer
    with pytest.raises(kind) as caught:
        await channel.send(notice())
    assert "duty@" not in str(caught.value), "the log would show an address"


@pytest.mark.parametrize(("answer", "kind"), [("554 5.6.0 bad content", OurFault), ("451 try later", TryLater)])
async def test_a_refused_message(channel: EmailChannel, server: Server, answer: str, kind: type[Exception]) -> None:
    server.on_data = answer
    with pytest.raises(kind):
        await channel.send(notice())


async def test_a_server_that_is_not_there(unused_tcp_port: int) -> None:
    channel = EmailChannel("127.0.0.1", unused_tcp_port, "a@b.example", PlayedClock(NOW), tls=False)
    with pytest.raises(TryLater) as caught:
        await channel.send(notice())
    assert not isinstance(caught.value, Unsure)


async def test_mail_is_not_sent_in_the_clear_when_tls_is_asked_for(server: Server, unused_tcp_port: int) -> None:
    controller = Controller(server, hostname="127.0.0.1", port=unused_tcp_port)
    controller.start()
    channel = EmailChannel("127.0.0.1", unused_tcp_port, "a@b.example", PlayedClock(NOW))
    with pytest.raises((OurFault, TryLater)):
        await channel.send(notice())
    controller.stop()
    assert server.mails == []


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda: aiosmtplib.SMTPAuthenticationError(535, "no"), TryLater),
        (lambda: aiosmtplib.SMTPSenderRefused(550, "no", "a@b"), TryLater),
        (lambda: aiosmtplib.SMTPReadTimeoutError("no answer"), Unsure),
        (lambda: aiosmtplib.SMTPServerDisconnected("gone"), Unsure),
        (lambda: OSError("network is unreachable"), TryLater),
    ],
)
def test_every_error_has_its_kind(make: Callable[[], Exception], kind: type[Exception]) -> None:
    assert type(as_send_trouble(make())) is kind


@pytest.mark.parametrize("outbound", [notice(to="a@b.example\nBcc: x@y"), notice(subject="a\r\nBcc: x@y")])
async def test_nobody_smuggles_a_header_in(channel: EmailChannel, server: Server, outbound: Outbound) -> None:
    with pytest.raises(OurFault):
        await channel.send(outbound)
    assert server.mails == []


def test_there_is_no_email_without_a_server() -> None:
    with pytest.raises(Misconfigured, match="MY_IRO_SMTP_HOST"):
        EmailChannel("", 25, "a@b.example", PlayedClock(NOW))


def test_nothing_arrives_by_email(channel: EmailChannel) -> None:
    with pytest.raises(BadArrival):
        channel.arrivals("{}")
