"""The channels of a service, from its settings. In the demo nothing leaves the machine."""

from bot.channels.capabilities import Channel
from bot.channels.demo import DemoChannel
from bot.channels.email import EmailChannel
from bot.channels.push import PushChannel
from bot.channels.sms import SmsChannel
from bot.channels.telegram import TelegramChannel
from bot.clock import Clock
from bot.settings import Settings


def connect(settings: Settings, clock: Clock) -> dict[str, Channel]:
    """The channels by name. Raises `Misconfigured` for one that is half configured."""
    if settings.demo:
        return {name: DemoChannel(name) for name in ("email", "sms", "push")}
    channels: dict[str, Channel] = {}
    if settings.smtp_host:
        password = settings.smtp_password.get_secret_value() if settings.smtp_password else ""
        channels["email"] = EmailChannel(
            settings.smtp_host, settings.smtp_port, settings.email_from, clock, user=settings.smtp_user,
            password=password, tls=settings.smtp_tls,
        )  # fmt: skip
    if settings.notify_key is not None:
        key = settings.notify_key.get_secret_value()
        channels["sms"] = SmsChannel(key, settings.notify_template, settings.notify_base_url)
    if settings.push_key is not None:
        key = settings.push_key.get_secret_value()
        channels["push"] = PushChannel(key, settings.push_contact, settings.push_services)
    if settings.telegram != "off":
        token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
        channels["telegram"] = TelegramChannel(token, settings.telegram_base_url)
    return channels
