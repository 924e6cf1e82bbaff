"""Typed settings, read from the environment in one place.

`docs/settings.md` is generated from the fields below, and a test holds it complete.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
from dotenv import dotenv_values

PREFIX = "WIRING_QA_"
LOCALES = ("en", "zh_Hans", "zh_Hant")
SHORTEST_SECRET = 16
FOLDER = "folder:"
OUTSIDE, ANYWHERE = "outside", "anywhere"


class SettingError(click.ClickException, ValueError):
    """A setting is missing or wrong; the message is one sentence for whoever starts the app."""


def _setting(default: Any, about: str) -> Any:
    return field(default=default, metadata={"about": about})


@dataclass(frozen=True)
class Settings:
    """Everything a plant can set; each field is the environment variable ``WIRING_QA_<NAME>``."""

    secret_key: str = _setting("", "Signs sessions and seals the journal; at least 16 characters. Required.")
    secret_key_fallbacks: str = _setting(
        "", "Earlier secret keys, separated by commas, so that sessions and seals made with them still hold."
    )
    database_url: str = _setting(
        "sqlite:///wiring_qa.sqlite3",
        "SQLite file (`sqlite:///path`, relative to the instance folder) or PostgreSQL (`postgresql://…`).",
    )
    public_url: str = _setting(
        "http://127.0.0.1:8000",
        "Where people reach the app; QR labels open it. With https, cookies are secure.",
    )
    timezone: str = _setting(
        "UTC",
        "The plant's time zone, as in `Asia/Shanghai`: times are shown in it, days and weeks are its own. "
        "After a change run `flask --app wiring_qa trends recount`.",
    )
    locale: str = _setting(
        "en", "The language where neither person nor browser says: en, zh_Hans or zh_Hant."
    )
    upload_limit_mb: int = _setting(20, "The largest wiring table that can be uploaded, in megabytes.")
    photo_limit_mb: int = _setting(
        15, "The largest photo or drawing that can be uploaded, in megabytes; what is kept of it is smaller."
    )
    storage_url: str = _setting(
        "folder:attachments",
        "Where photos and drawings are kept (`folder:path`, relative to the instance folder). Back it up "
        "with the database; with more than one machine it must be a folder that all of them share.",
    )
    fastest_mark_seconds: int = _setting(
        3,
        "Marks that follow each other in fewer seconds are shown as a pattern to talk about; an assumption, "
        "not a norm.",
    )
    webhooks_to: str = _setting(
        "outside",
        "Where webhooks may lead: `outside` (https to public addresses) or `anywhere` (also http, and the "
        "plant's own network).",
    )
    api_requests_a_minute: int = _setting(
        600,
        "How many requests a minute a token of another system may make; each process counts for itself.",
    )
    second_person_minutes: int = _setting(
        10, "For how many minutes a second person's PIN lets them confirm further rows with one touch."
    )
    sign_in_tries: int = _setting(
        8, "How many wrong passwords or PINs a name may have in a quarter of an hour."
    )
    sign_in_hours: int = _setting(12, "After how many hours a person must sign in again.")
    writers_at_once: int = _setting(32, "The most operations that are committed together.")

    @property
    def sqlalchemy_url(self) -> str:
        """The database URL with the driver named."""
        for scheme in ("postgresql://", "postgres://"):
            if self.database_url.startswith(scheme):
                return "postgresql+psycopg://" + self.database_url.removeprefix(scheme)
        return self.database_url

    @property
    def webhooks_inside(self) -> bool:
        """Whether webhooks may lead into a private network, and by http."""
        return self.webhooks_to == ANYWHERE

    @property
    def storage_folder(self) -> str:
        """The folder of photos and drawings."""
        return self.storage_url.removeprefix(FOLDER)

    @property
    def keys(self) -> tuple[str, ...]:
        """The secret key in force, then the earlier ones."""
        earlier = tuple(key.strip() for key in self.secret_key_fallbacks.split(",") if key.strip())
        return (self.secret_key, *earlier)

    def __post_init__(self) -> None:
        _check(self)


def _check(settings: Settings) -> None:
    if len(settings.secret_key) < SHORTEST_SECRET:
        raise SettingError(f"{PREFIX}SECRET_KEY must be set to at least {SHORTEST_SECRET} characters.")
    if settings.locale not in LOCALES:
        raise SettingError(f"{PREFIX}LOCALE must be one of {', '.join(LOCALES)}, not “{settings.locale}”.")
    try:
        ZoneInfo(settings.timezone)
    except (ZoneInfoNotFoundError, ValueError):
        raise SettingError(f"{PREFIX}TIMEZONE “{settings.timezone}” is not a known time zone.") from None
    if not settings.public_url.startswith(("http://", "https://")):
        raise SettingError(f"{PREFIX}PUBLIC_URL must begin with http:// or https://.")
    if not settings.sqlalchemy_url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise SettingError(f"{PREFIX}DATABASE_URL must begin with sqlite:/// or postgresql://.")
    if settings.webhooks_to not in {OUTSIDE, ANYWHERE}:
        raise SettingError(f"{PREFIX}WEBHOOKS_TO must be {OUTSIDE} or {ANYWHERE}.")
    if not settings.storage_url.startswith(FOLDER) or not settings.storage_folder:
        raise SettingError(f"{PREFIX}STORAGE_URL must be {FOLDER} and the path of a folder.")


def _typed(name: str, kind: Any, text: str) -> Any:
    if kind is not int:
        return text
    try:
        number = int(text)
    except ValueError:
        raise SettingError(f"{PREFIX}{name.upper()} must be a whole number, not “{text}”.") from None
    if number < 1:
        raise SettingError(f"{PREFIX}{name.upper()} must be at least 1, not {number}.")
    return number


def settings_from(environment: Mapping[str, str | None]) -> Settings:
    """Build the settings from variables with the prefix; raise `SettingError` for an unknown or wrong one."""
    known = {each.name: each.type for each in fields(Settings)}
    given: dict[str, Any] = {}
    for variable, text in environment.items():
        if not variable.startswith(PREFIX) or text is None:
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name not in known:
            raise SettingError(f"{variable} is not a setting; see docs/settings.md.")
        given[name] = _typed(name, known[name], text.strip())
    return Settings(**given)


def settings_from_environment() -> Settings:
    """Read the ``.env`` file of the working folder, then the environment, which goes first."""
    stored = dotenv_values(Path(".env")) if Path(".env").is_file() else {}
    return settings_from({**stored, **os.environ})  # noqa: TID251  the one place that may read it
