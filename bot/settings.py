"""Settings, from the environment (`MY_IRO_*`). `docs/settings.md` explains each."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import Misconfigured
from storage.database import Database
from storage.keys import LocalMasterKey


class Settings(BaseSettings):
    """One service for one authority."""

    model_config = SettingsConfigDict(env_prefix="MY_IRO_", extra="forbid", frozen=True)

    database: str = "sqlite:///my-iro.db"
    authority: str = Field(default="authority", pattern=r"^[a-z0-9-]{2,40}$")
    authority_name: str = "Our council"
    role_name: str = "IRO"
    master_key: SecretStr | None = None
    master_key_file: Path | None = None

    host: str = "127.0.0.1"
    port: int = 8080
    public_url: str = "http://127.0.0.1:8080"
    secure_cookies: bool = True
    languages: str = Field(default="", pattern=r"^([a-z]{2,3}( ?, ?[a-z]{2,3})*)?$")
    quick_exit: str = Field(default="https://www.bbc.co.uk/weather", pattern=r"^https://")
    accent: str = Field(default="#1d4f5c", pattern=r"^#[0-9a-fA-F]{6}$")

    app_name: str = Field(default="My page", pattern=r"^[^\s].{0,28}[^\s]$")
    app_icon: Literal["kite", "leaf", "wave"] = "kite"
    lock_minutes: int = Field(default=5, ge=1, le=240)
    lock_on_exit: Literal["shared", "always"] = "shared"
    tell_from_hour: int = Field(default=8, ge=5, le=12)
    tell_until_hour: int = Field(default=21, ge=15, le=23)
    tell_every_minutes: int = Field(default=15, ge=1, le=1440)

    leaving_care_phone: str = ""

    reply_within_working_days: int = Field(default=2, ge=1, le=20)
    iro_talk_hours: int = Field(default=12, ge=0, le=72)
    say_when_read: bool = True
    idle_minutes: int = Field(default=20, ge=1, le=480)

    voice_seconds: int = Field(default=120, ge=10, le=600)
    file_megabytes: int = Field(default=5, ge=1, le=20)
    files_an_hour: int = Field(default=60, ge=5, le=1000)
    files_an_hour_megabytes: int = Field(default=60, ge=5, le=2000)
    drawings: bool = False

    telegram: Literal["off", "webhook", "polling"] = "off"
    telegram_token: SecretStr | None = None
    telegram_secret: SecretStr | None = None
    telegram_base_url: str = "https://api.telegram.org/bot"
    telegram_view_seconds: int = Field(default=300, ge=0, le=86400)

    smtp_host: str = ""
    smtp_port: int = 587
    smtp_user: str = ""
    smtp_password: SecretStr | None = None
    smtp_tls: bool = True
    email_from: str = "my-iro@localhost"

    notify_key: SecretStr | None = None
    notify_template: str = ""
    notify_receipts_token: SecretStr | None = None
    notify_texts_token: SecretStr | None = None
    text_number: str = Field(default="", pattern=r"^[0-9+ ]{0,20}$")
    notify_base_url: str = "https://api.notifications.service.gov.uk"

    push_key: SecretStr | None = None
    push_contact: str = ""
    push_services: str = "googleapis.com mozilla.com apple.com windows.com"

    ladder_file: Path | None = None
    reviews_file: Path | None = None

    demo: bool = False


def languages_of(settings: Settings) -> tuple[str, ...]:
    """The languages besides English that children may be spoken to in."""
    named = (one.strip() for one in settings.languages.split(","))
    return tuple(one for one in named if one and one != "en")


def load_settings(**overrides: object) -> Settings:
    """Raises `Misconfigured` with a line for each setting that is wrong."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]
    except ValidationError as error:
        lines = [f"MY_IRO_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors()]
        raise Misconfigured("\n".join(lines)) from error


def open_database(settings: Settings) -> Database:
    """Raises `Misconfigured` without a master key, `KeyTrouble` with a wrong one."""
    if settings.master_key is not None:
        master = LocalMasterKey.from_hex(settings.master_key.get_secret_value())
    elif settings.master_key_file is not None:
        master = LocalMasterKey.from_file(settings.master_key_file)
    else:
        raise Misconfigured(
            "No master key. Make one (openssl rand -hex 32) and set MY_IRO_MASTER_KEY_FILE to its file."
        )
    return Database(settings.database, settings.authority, master)
