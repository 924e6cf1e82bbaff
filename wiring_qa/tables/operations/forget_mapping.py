"""A lead has the meaning of a shape's columns forgotten, so that the next file of it is guessed anew."""

from flask_babel import gettext as _, lazy_gettext as _l

from wiring_qa.core.forms import ActForm, text
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tables.drafts.remembering import forget

NOT_REMEMBERED = Refusal("not_remembered", _l("Nothing is remembered of files of this shape."), "shape")


class ForgetMapping(ActForm):
    """The shape, as the draft's page gives it."""

    shape = text(_l("Shape of the file"), needed=True)


@operation(ForgetMapping, on_cabinet=False)
def forget_mapping(entry: Entry, form: ForgetMapping) -> Answer:  # noqa: ARG001  handlers are called alike
    """Forget what was settled of files of a shape."""
    if not forget(form.shape.data):
        raise Refused(NOT_REMEMBERED)
    return {"shape": form.shape.data, "message": _("The columns of such files are guessed again.")}
