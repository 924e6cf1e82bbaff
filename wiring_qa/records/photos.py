"""The photos of a record's findings as its documents show them."""

from flask_babel import gettext as _

from wiring_qa.attachments.images import reduced
from wiring_qa.attachments.pictures import content_of
from wiring_qa.core.db import AnyRow
from wiring_qa.core.i18n import when
from wiring_qa.documents.document import Photo
from wiring_qa.findings.lists import Listed
from wiring_qa.history.record import Record
from wiring_qa.tables.drafts.originals import end_of

LONGEST_SIDE = 1000
"""Pixels: some 280 dots an inch in half the width of a page."""


def photos_of(record: Record) -> list[Photo]:
    """Return the photos of a record, finding by finding; those of a swapped pair once."""
    found: dict[tuple[object, str], Photo] = {}
    for listed in sorted(record.findings, key=lambda each: each.finding.number):
        for photo in listed.photos:
            key = (photo.about_id, photo.picture)
            if key not in found:
                found[key] = _photo(listed, photo)
    return list(found.values())


def _photo(listed: Listed, photo: AnyRow) -> Photo:
    finding, wire = listed.finding, listed.wire
    place = f"{end_of(wire, 'from')} → {end_of(wire, 'to')}" if wire else finding.device or ""
    number = _("No. %(number)s", number=finding.number)
    what = f"{number} · {finding.kind.label}, {listed.end.label}"
    caption = " · ".join(filter(None, (what, place, f"{photo.name}, {when(photo.at)}")))
    content = content_of(photo.picture)
    if content is None:
        return Photo(" · ".join((caption, str(_("The picture cannot be read any more.")))))
    return Photo(caption, *reduced(content, LONGEST_SIDE))
