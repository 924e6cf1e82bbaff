"""A lead sets from which cross-section on a wire is large."""

from flask_babel import gettext as _, lazy_gettext as _l
from sqlalchemy import update

from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, Decimals, between, required
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tables.models import ImportThresholds

LEAST, MOST = 0.1, 1000


class SetLargeThreshold(ActForm):
    """The cross-section in mm²."""

    large_from_mm2 = Decimals(_l("Large from (mm²)"), [required(), between(LEAST, MOST)])


@operation(SetLargeThreshold, on_cabinet=False)
def set_large_threshold(entry: Entry, form: SetLargeThreshold) -> Answer:  # noqa: ARG001  handlers are called alike
    """Set the threshold; tables imported later follow it."""
    db.session.execute(update(ImportThresholds).values(large_from_mm2=form.large_from_mm2.data))
    return {"large_from_mm2": str(form.large_from_mm2.data), "message": _("The threshold is saved.")}
