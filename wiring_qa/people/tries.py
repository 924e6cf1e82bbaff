"""The limit on wrong passwords and PINs: so many tries a name in a quarter of an hour, known or not."""

from datetime import timedelta

from flask import current_app
from sqlalchemy import delete, func, insert, select

from wiring_qa.core.aside import aside
from wiring_qa.core.clock import now
from wiring_qa.people.models import SignInTry

WINDOW = timedelta(minutes=15)
_LONGEST_KEY = 80


def _key(name_key: str) -> str:
    return name_key[:_LONGEST_KEY]


def may_try(name_key: str) -> bool:
    """Count one more try for a name; tell whether it may be made.

    The try is counted before the secret is looked at, so that many at once get no more tries than one after
    the other; a refused one is not counted, so that the limit ends by itself.
    """
    if _count(name_key) >= _most():
        return False
    moment = now()
    with aside() as connection:
        connection.execute(delete(SignInTry).where(SignInTry.at < moment - WINDOW))
        connection.execute(insert(SignInTry).values(name_key=_key(name_key), at=moment))
    return _count(name_key) <= _most()


def forget_tries(name_key: str) -> None:
    """Start counting anew after a right secret."""
    with aside() as connection:
        connection.execute(delete(SignInTry).where(SignInTry.name_key == _key(name_key)))


def _most() -> int:
    return int(current_app.config["WIRING_QA"].sign_in_tries)


def _count(name_key: str) -> int:
    since = now() - WINDOW
    query = select(func.count()).where(SignInTry.name_key == _key(name_key), SignInTry.at >= since)
    with aside() as connection:
        return connection.scalar(query) or 0
