"""A lead keeps a layout of labels under a name; one of the same name is replaced."""

from flask_babel import gettext as _, lazy_gettext as _l

from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, SomeOf, text
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.labels.label import Label
from wiring_qa.labels.layout import drawing_of
from wiring_qa.labels.media import MEDIA
from wiring_qa.labels.models import LabelLayout
from wiring_qa.labels.of_cabinets import address_of
from wiring_qa.labels.queries import layout_named
from wiring_qa.labels.setup import Field, Setup

NO_MEDIA = Refusal("no_media", _l("There are no such labels."), "media")
NO_FIELDS = Refusal("no_fields", _l("Choose at least one field."), "fields")
SAMPLE = {"code": "K7QM3X001", "serial": "2026-0417", "model": "NICE-3000", "revision": "A/2"}


class SaveLabelLayout(ActForm):
    """The layout's name, what it is printed on, and its fields."""

    name = text(_l("Name of the layout"), needed=True, longest=60)
    media = text(_l("Labels"), needed=True)
    fields = SomeOf(_l("Fields"), Field)


@operation(SaveLabelLayout, on_cabinet=False)
def save_label_layout(entry: Entry, form: SaveLabelLayout) -> Answer:  # noqa: ARG001  handlers are called alike
    """Keep a layout; it is refused where usual texts would have no room or the code be too fine."""
    media = MEDIA.get(form.media.data)
    if media is None:
        raise Refused(NO_MEDIA)
    if not form.fields.data:
        raise Refused(NO_FIELDS)
    fields = tuple(field for field in Field if field.value in form.fields.data)
    drawing_of(Label(address_of(SAMPLE["code"]), **SAMPLE, order="4711", line="L1"), Setup(media, fields))
    layout = layout_named(form.name.data) or LabelLayout()
    layout.name, layout.name_key = form.name.data, form.name.data.casefold()
    layout.media, layout.fields = media.key, [field.value for field in fields]
    db.session.add(layout)
    return {"layout": form.name.data, "message": _("The layout “%(name)s” is kept.", name=form.name.data)}
