"""A cabinet under way follows its model to a new revision: unchanged rows keep their checks."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.core.forms import ActForm, text
from wiring_qa.core.refusals import Refused, require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.revisions import moving, queries, rules


class MoveToRevision(ActForm):
    """The revision to move to, and the one that the lead saw the cabinet at."""

    revision = text(_l("Revision"), needed=True, longest=60)
    from_revision = text(_l("From revision"), longest=60)


@operation(MoveToRevision)
def move_to_revision(entry: Entry, form: MoveToRevision) -> Answer:
    """Move a cabinet to another revision of its wiring table."""
    cabinet = cabinet_for_change(entry.chain)
    current = cabinet.table.revision
    target = queries.table_at(cabinet, form.revision.data)
    require(rules.may_move(current, target.revision if target else None, form.from_revision.data))
    if target is None:
        raise Refused(rules.NO_TABLE)
    plan = moving.move(entry, cabinet, target)
    return {
        "from": current,
        "revision": target.revision,
        "kept": plan.kept,
        "to_check": plan.to_check,
        "to_remove": plan.to_remove,
        "reload": True,
    }
