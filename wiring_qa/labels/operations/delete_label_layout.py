"""A lead lets a layout of labels go."""

from flask_babel import lazy_gettext as _l

from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, text
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.labels.queries import layout_named

NO_LAYOUT = Refusal("no_layout", _l("There is no layout of this name."), "name")


class DeleteLabelLayout(ActForm):
    """The layout's name."""

    name = text(_l("Name of the layout"), needed=True)


@operation(DeleteLabelLayout, on_cabinet=False)
def delete_label_layout(entry: Entry, form: DeleteLabelLayout) -> Answer:  # noqa: ARG001  handlers are called alike
    """Delete a layout; what was printed with it stays as it is."""
    layout = layout_named(form.name.data)
    if layout is None:
        raise Refused(NO_LAYOUT)
    db.session.delete(layout)
    return {"layout": layout.name}
