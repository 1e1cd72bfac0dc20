"""E-mail, for notices to staff. Subject and text come ready and hold no name and no words of a child."""

from collections.abc import Mapping
from email.message import EmailMessage
from email.utils import format_datetime

import aiosmtplib

from bot.channels.capabilities import Capabilities
from bot.clock import Clock
from bot.errors import BadArrival, Misconfigured, OurFault, SendTrouble, TryLater, Unreachable, Unsure
from bot.inbound import Inbound, Outbound

CAPABILITIES = Capabilities(
    name="email", push=True, buttons=False, edit=False, voice=False, read_receipt=False, private=False,
    length=100_000,
)  # fmt: skip
TLS_FROM_THE_START = 465
PERMANENT = 500
SETTINGS_WAIT = 60.0
"""Seconds. When the server refuses us and not the message, a human must put the settings right."""


class EmailChannel:
    """One SMTP server. `tls`: on port 465 from the start, elsewhere by STARTTLS. Raises `Misconfigured`."""

    capabilities = CAPABILITIES

    def __init__(
        self, host: str, port: int, sender: str, clock: Clock, *, user: str = "", password: str = "", tls: bool = True,
        seconds: float = 15.0,
    ) -> None:  # fmt: skip
        if not host:
            raise Misconfigured("There is no SMTP server to send through. Set MY_IRO_SMTP_HOST.")
        self._sender, self._clock = sender, clock
        from_the_start = tls and port == TLS_FROM_THE_START
        self._server: Mapping[str, str | int | bool | float | None] = {
            "hostname": host, "port": port, "username": user or None, "password": password or None,
            "use_tls": from_the_start, "start_tls": tls and not from_the_start, "timeout": seconds,
        }  # fmt: skip

    def arrivals(self, payload: str) -> list[Inbound]:  # noqa: ARG002
        """Nothing arrives by e-mail."""
        raise BadArrival("E-mail is for sending only.")

    async def send(self, outbound: Outbound) -> str:
        """Send one e-mail; returns its Message-ID. Raises `SendTrouble`."""
        message = self._message(outbound)
        try:
            await aiosmtplib.send(message, **self._server)  # type: ignore[arg-type]
        except (aiosmtplib.SMTPException, OSError) as error:
            raise as_send_trouble(error) from error
        return str(message["Message-ID"])

    def _message(self, outbound: Outbound) -> EmailMessage:
        message = EmailMessage()
        try:
            message["From"], message["To"], message["Subject"] = self._sender, outbound.to, outbound.subject
            # A repeat carries the same number, so that the reader's mailbox can show it once.
            message["Message-ID"] = f"<{outbound.message_id}@{self._sender.rpartition('@')[2]}>"
        except ValueError as error:
            raise OurFault("A header holds a line break.") from error
        message["Date"] = format_datetime(self._clock())
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(outbound.text)
        return message


def as_send_trouble(error: Exception) -> SendTrouble:
    """What an SMTP error means. Its text says the code alone: servers quote addresses."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        code = max((refused.code for refused in error.recipients), default=PERMANENT)
        return _by_code(code, Unreachable(f"The mail server refuses this recipient ({code})."))
    if isinstance(error, aiosmtplib.SMTPAuthenticationError | aiosmtplib.SMTPSenderRefused):
        said = f"The mail server refuses us ({error.code}). Check MY_IRO_SMTP_USER and MY_IRO_EMAIL_FROM."
        return TryLater(said, SETTINGS_WAIT)
    if isinstance(error, aiosmtplib.SMTPDataError):
        return _by_code(error.code, OurFault(f"The mail server refuses the message ({error.code})."))
    if isinstance(error, aiosmtplib.SMTPNotSupported):
        return OurFault(f"The mail server cannot do what we ask ({type(error).__name__}).")
    if isinstance(error, aiosmtplib.SMTPReadTimeoutError | aiosmtplib.SMTPServerDisconnected):
        return Unsure(f"The mail server stopped answering ({type(error).__name__}); the message may have arrived.")
    return TryLater(f"The mail server cannot be reached ({type(error).__name__}).")


def _by_code(code: int, permanent: SendTrouble) -> SendTrouble:
    return permanent if code >= PERMANENT else TryLater(f"The mail server asks to come back ({code}).")
