"""Pages of long lists: a cursor says after which item the next page begins."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import Select

from wiring_qa.core.db import AnyRow, db
from wiring_qa.core.refusals import Refusal, Refused

NO_CURSOR = Refusal("bad_cursor", _l("This is no cursor that a page gave."), "cursor")


def page_after(query: Select[Any], key: Any, cursor: str, limit: int) -> tuple[Sequence[AnyRow], str | None]:
    """Return the items after a cursor, those of the greatest key first, and the cursor of the next page."""
    if cursor:
        query = query.where(key < _id_of(cursor))
    found = db.session.execute(
        query.add_columns(key.label("cursor_id")).order_by(key.desc()).limit(limit + 1)
    ).all()
    following = _text_of(found[limit - 1].cursor_id) if len(found) > limit else None
    return found[:limit], following


def _text_of(item_id: int) -> str:
    return base64.urlsafe_b64encode(str(item_id).encode()).decode().rstrip("=")


def _id_of(cursor: str) -> int:
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        raise Refused(NO_CURSOR) from None
    if not text.isdecimal() or len(text) > 18:  # noqa: PLR2004  what a database's number holds
        raise Refused(NO_CURSOR)
    return int(text)
