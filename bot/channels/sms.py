"""Text messages through GOV.UK Notify: notices to staff, and both ways with children who have no data.

The template at Notify is one line, `((notice))`, so that what people read stays in our own files of words. Notify's
client is not asynchronous and not safe in several threads: each message has its own, in a thread.
"""

import asyncio
import logging
import re
from collections.abc import Sequence

from notifications_python_client.errors import APIError, HTTPError
from notifications_python_client.notifications import NotificationsAPIClient

from bot.channels.capabilities import Capabilities
from bot.channels.sms_received import read
from bot.channels.sms_text import MOST, pieces, written
from bot.errors import Misconfigured, OurFault, SendTrouble, TryLater, Unreachable, Unsure
from bot.inbound import Inbound, Outbound

CAPABILITIES = Capabilities(
    name="sms", push=True, buttons=False, edit=False, voice=False, read_receipt=False, private=False, length=MOST
)
KEY = re.compile(r".+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TEMPLATE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SETTINGS_WAIT = 60.0
"""Seconds. When Notify refuses us and not the message, a human must put the settings right."""
NO_ANSWER = 0


class SmsChannel:
    """One service at Notify. `base_url` may be another address: tests use a small look-alike on this machine.

    Raises `Misconfigured`.
    """

    capabilities = CAPABILITIES

    def __init__(self, key: str, template: str, base_url: str, *, seconds: float = 15.0) -> None:
        if not KEY.fullmatch(key):
            raise Misconfigured("MY_IRO_NOTIFY_KEY is not an API key of GOV.UK Notify: copy the whole line it showed.")
        if not TEMPLATE.fullmatch(template):
            raise Misconfigured(
                "MY_IRO_NOTIFY_TEMPLATE is not the id of a template: copy it from the template's page at Notify."
            )
        self._key, self._template, self._base_url, self._seconds = key, template, base_url, seconds
        # Its warnings quote what Notify answered, and that may hold a phone number.
        logging.getLogger("notifications_python_client").setLevel(logging.CRITICAL)

    def arrivals(self, payload: str) -> list[Inbound]:
        """What a stored text says. Raises `BadArrival`."""
        return [read(payload)]

    async def send(self, outbound: Outbound) -> str:
        """Send, with the choices as numbered lines; returns Notify's id of the last text. Raises `SendTrouble`."""
        found = pieces(written(outbound.text, outbound.choices))
        if not found:
            raise OurFault("The text is empty.")
        try:
            return await asyncio.to_thread(self._send, outbound, found)
        except APIError as error:
            raise as_send_trouble(error) from None  # its own text may hold the number

    def _send(self, outbound: Outbound, texts: Sequence[str]) -> str:
        client, sent = self._client(), ""
        for text in texts:
            answer = client.send_sms_notification(  # type: ignore[no-untyped-call]
                phone_number=outbound.to, template_id=self._template, personalisation={"notice": text},
                reference=outbound.message_id,
            )  # fmt: skip
            sent = str(answer["id"])
        return sent

    def template_body(self) -> str:
        """What the template at Notify says now, for the doctor. Raises `SendTrouble`."""
        try:
            return str(self._client().get_template(self._template)["body"])  # type: ignore[no-untyped-call]
        except APIError as error:
            raise as_send_trouble(error) from None

    def _client(self) -> NotificationsAPIClient:
        return NotificationsAPIClient(self._key, self._base_url, self._seconds)  # type: ignore[no-untyped-call]


def as_send_trouble(error: APIError) -> SendTrouble:
    """What an answer of Notify means. See https://docs.notifications.service.gov.uk/rest-api.html (error codes)."""
    code = error.status_code if isinstance(error, HTTPError) and error.response is not None else NO_ANSWER
    if code == NO_ANSWER:
        return Unsure("GOV.UK Notify did not answer; the text may have been sent.")
    if code == 400:
        return _refused(str(error.message))
    if code in (401, 403):
        return TryLater(
            "GOV.UK Notify refuses us (403). Check MY_IRO_NOTIFY_KEY and the clock of this machine.", SETTINGS_WAIT
        )
    if code == 404:
        return OurFault("GOV.UK Notify does not know the template. Check MY_IRO_NOTIFY_TEMPLATE.")
    if code == 429:
        return TryLater("GOV.UK Notify takes no more texts for now (429).", SETTINGS_WAIT)
    return TryLater(f"GOV.UK Notify is in trouble ({code}).")


def _refused(said: str) -> SendTrouble:
    """Of the reasons for a 400 only the number is about this person; `said` itself is not passed on."""
    if "phone_number" in said:
        return Unreachable("GOV.UK Notify cannot send to this number (400).")
    if "team" in said and "api" in said.lower():
        return OurFault("The service at GOV.UK Notify is still on trial, or the key is not a live one (400).")
    return OurFault("GOV.UK Notify refuses the text: the template is to be one line, ((notice)) (400).")
