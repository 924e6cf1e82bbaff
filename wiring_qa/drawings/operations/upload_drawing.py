"""A lead gives a cabinet model its mounting drawing; a later one takes the place of an earlier one."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, text
from wiring_qa.core.refusals import Refusal, require
from wiring_qa.drawings.models import Drawing, Placement
from wiring_qa.drawings.queries import devices_of, last_drawing, places_on
from wiring_qa.journal.registry import Answer, Entry, operation


class UploadDrawing(ActForm):
    """The model, the file's name and SHA-256 as it was sent, and whether devices stay where they were."""

    model = text(_l("Model"), needed=True)
    filename = text(_l("File"), needed=True)
    sha256 = text(_l("Hash of the file"), needed=True, longest=64)
    keep_places = BooleanField(_l("Keep the places of the devices"))


@operation(UploadDrawing, on_cabinet=False, has_route=False)
def upload_drawing(entry: Entry, form: UploadDrawing) -> Answer:
    """Add a drawing; its picture is checked and kept already, and the entry names its hash."""
    model = form.model.data
    require(None if devices_of(model) else Refusal("no_model", _l("There is no wiring table of this model.")))
    earlier = last_drawing(model)
    picture, width, height = (entry.data[name] for name in ("picture", "width", "height"))
    drawing = Drawing(
        **entry.stamp,
        model=model,
        filename=form.filename.data,
        picture=picture,
        width=width,
        height=height,
    )
    db.session.add(drawing)
    db.session.flush()
    kept = places_on(earlier.id) if earlier is not None and form.keep_places.data else {}
    for device, place in kept.items():
        placed = {"x_percent": place.x_percent, "y_percent": place.y_percent}
        db.session.add(Placement(**entry.stamp, drawing_id=drawing.id, device=device, **placed))
    return {"drawing": drawing.id, "placed": len(kept)}
