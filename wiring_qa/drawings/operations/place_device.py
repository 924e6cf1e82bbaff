"""A lead says where a device sits on the mounting drawing, or takes it off."""

from flask_babel import lazy_gettext as _l
from wtforms import FloatField
from wtforms.validators import Optional

from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, between, text, whole
from wiring_qa.core.refusals import require
from wiring_qa.drawings import rules
from wiring_qa.drawings.models import Placement
from wiring_qa.drawings.queries import drawing_by_id, is_device, last_drawing
from wiring_qa.journal.registry import Answer, Entry, operation


class PlaceDevice(ActForm):
    """The drawing, the device and where it sits in percent; no place takes it off."""

    drawing = whole(_l("Drawing"))
    device = text(_l("Device"), needed=True)
    x_percent = FloatField(_l("From the left"), [Optional(), between(0, 100)])
    y_percent = FloatField(_l("From the top"), [Optional(), between(0, 100)])


@operation(PlaceDevice, on_cabinet=False)
def place_device(entry: Entry, form: PlaceDevice) -> Answer:
    """Place a device, move it or take it off."""
    drawing, device = drawing_by_id(form.drawing.data), form.device.data
    last = last_drawing(drawing.model) if drawing is not None else None
    place = {"x_percent": form.x_percent.data, "y_percent": form.y_percent.data}
    require(
        rules.may_place(
            **place,
            is_last=drawing is not None and last is drawing,
            is_device=drawing is not None and is_device(drawing.model, device),
        )
    )
    db.session.add(Placement(**entry.stamp, drawing_id=form.drawing.data, device=device, **place))
    return {"device": device, **place}
