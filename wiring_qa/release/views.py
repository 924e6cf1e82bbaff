"""The page from which a lead releases a cabinet."""

from uuid import uuid4

from flask import Blueprint, render_template

from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.release.facts import facts_of
from wiring_qa.release.places import blockers_of

blueprint = Blueprint("release", __name__)


@blueprint.get("/c/<code>/release")
def release(code: str) -> str:
    """Show what blocks a cabinet; release or reopen it."""
    cabinet = cabinet_by_code(code)
    facts = facts_of(cabinet.id)
    return render_template(
        "release/release.html",
        cabinet=cabinet,
        facts=facts,
        blockers=blockers_of(code, facts),
        operation_id=uuid4(),
    )
