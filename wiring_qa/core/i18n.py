"""Languages, and how times and numbers are written for the person who reads."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import flask_babel
from flask import Flask, current_app, has_request_context, request
from flask_login import current_user
from sqlalchemy.exc import SQLAlchemyError

from wiring_qa.core.clock import now
from wiring_qa.core.languages import LANGUAGES
from wiring_qa.core.words import COMMA

_TAGS = {"en": "en", "zh_Hans": "zh-Hans", "zh_Hant": "zh-Hant"}
_BROWSER = {
    "en": "en",
    "zh": "zh_Hans",
    "zh-cn": "zh_Hans",
    "zh-sg": "zh_Hans",
    "zh-hans": "zh_Hans",
    "zh-tw": "zh_Hant",
    "zh-hk": "zh_Hant",
    "zh-mo": "zh_Hant",
    "zh-hant": "zh_Hant",
}

_MOMENT = {("en", "short"): "d MMM y, HH:mm", ("en", "medium"): "d MMM y, HH:mm:ss"}
"""Where the locale's own short form would be read differently on two sides of an ocean."""

babel = flask_babel.Babel()


def language() -> str:
    """Choose the language: the person's own, then the one chosen before sign-in, then the browser's."""
    if not has_request_context():
        return str(current_app.config["WIRING_QA"].locale)
    chosen = _own_language() or request.cookies.get("language")
    if chosen in _TAGS:
        return str(chosen)
    for tag in request.accept_languages.values():
        known = _known(tag.lower())
        if known:
            return known
    return str(current_app.config["WIRING_QA"].locale)


def _known(tag: str) -> str | None:
    """Look a browser's tag up, then ever less of it: zh-hant-tw, zh-hant, zh."""
    while tag not in _BROWSER and "-" in tag:
        tag = tag.rpartition("-")[0]
    return _BROWSER.get(tag)


def _own_language() -> str | None:
    try:
        return getattr(current_user, "language", None)
    except SQLAlchemyError:  # that the database does not answer must be said in some language, too
        return None


def language_tag() -> str:
    """Return the language as HTML's ``lang`` wants it."""
    return _TAGS[language()]


def local(moment: datetime) -> datetime:
    """Return a moment in the plant's time zone."""
    return moment.astimezone(_zone())


def midnight(day: date) -> datetime:
    """Return when a day begins in the plant's time zone."""
    return datetime.combine(day, time(), _zone())


def _zone() -> ZoneInfo:
    return ZoneInfo(current_app.config["WIRING_QA"].timezone)


def when(moment: datetime | None, form: str = "short") -> str:
    """Write a moment as date and time in the reader's language and the plant's zone; `medium` has seconds."""
    return (
        ""
        if moment is None
        else str(flask_babel.format_datetime(moment, _MOMENT.get((language(), form), form)))
    )


def clock_time(moment: datetime | None) -> str:
    """Write the hour and minute only."""
    return "" if moment is None else f"{local(moment):%H:%M}"


def age(moment: datetime) -> str:
    """Write how long ago a moment was, in the unit that fits: 5 minutes, 3 days."""
    return str(flask_babel.format_timedelta(now() - moment, granularity="minute"))


def span(time: timedelta) -> str:
    """Write how long something takes, in the unit that fits."""
    return str(flask_babel.format_timedelta(abs(time), granularity="second"))


def number(value: Any) -> str:
    """Write a number as the reader's language does, without needless zeros."""
    if value is None:
        return ""
    return str(flask_babel.format_decimal(value, format="#,##0.####"))


def init_app(app: Flask) -> None:
    """Connect languages, the time zone and the filters to the app."""
    settings = app.config["WIRING_QA"]
    babel.init_app(
        app,
        default_locale=settings.locale,
        default_timezone=settings.timezone,
        default_translation_directories="translations",
        locale_selector=language,
    )
    app.jinja_env.filters.update(when=when, clock_time=clock_time, age=age, span=span, number=number)
    app.jinja_env.globals.update(comma=COMMA)
    app.context_processor(
        lambda: {"languages": LANGUAGES, "language": language(), "language_tag": language_tag()}
    )
