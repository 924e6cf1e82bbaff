"""A photo is added to a finding; how the finding stands does not change by it."""

from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import UUID as IsUuid  # noqa: N811  it says whether a text is one

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, required, text
from wiring_qa.findings.models import Photo
from wiring_qa.findings.photos import findings_raised_by
from wiring_qa.journal.registry import Answer, Entry, operation


class AttachPhoto(ActForm):
    """The operation that raised the finding, and the SHA-256 of the file as it was sent."""

    about = StringField(_l("Finding"), [required(), IsUuid(_l("This is no number of an operation."))])
    sha256 = text(_l("Hash of the file"), needed=True, longest=64)


@operation(AttachPhoto, has_route=False)
def attach_photo(entry: Entry, form: AttachPhoto) -> Answer:
    """Add a photo; its picture is checked and kept already, and the entry names its hash."""
    cabinet = cabinet_for_change(entry.chain)
    about = UUID(form.about.data)
    findings = findings_raised_by(cabinet, about)
    picture, width, height = (entry.data[name] for name in ("picture", "width", "height"))
    db.session.add(
        Photo(
            **entry.stamp, cabinet_id=cabinet.id, about_id=about, picture=picture, width=width, height=height
        )
    )
    return {"picture": picture, "findings": [finding.number for finding in findings]}
