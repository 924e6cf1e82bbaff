"""A lead edits what a category is called and what it asks of its rows; tables imported later follow it."""

from flask_babel import gettext as _, lazy_gettext as _l
from wtforms import BooleanField

from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, text
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tables.judging.categories import NORMAL
from wiring_qa.tables.models import Category

NO_CATEGORY = Refusal("no_category", _l("There is no such category."), "category")
NORMAL_ASKS_NOTHING = Refusal(
    "normal_asks_nothing", _l("The normal category asks for nothing more than the one tap.")
)


class EditCategory(ActForm):
    """Its names in three languages, its extra checks, its recheck and its place in the sample."""

    category = text(_l("Category"), needed=True)
    name_en = text(_l("Name in English"), needed=True, longest=60)
    name_zh_hans = text(_l("Name in simplified Chinese"), needed=True, longest=60)
    name_zh_hant = text(_l("Name in traditional Chinese"), needed=True, longest=60)
    checks_colour = BooleanField(_l("OK confirms the colour"))
    checks_lug = BooleanField(_l("OK confirms the lugs"))
    checks_size = BooleanField(_l("OK confirms the size"))
    recheck_needs_table = BooleanField(_l("Recheck against the wiring table"))
    always_sampled = BooleanField(_l("Always in the spot-check sample"))


ASKS = ("checks_colour", "checks_lug", "checks_size", "recheck_needs_table", "always_sampled")


@operation(EditCategory, on_cabinet=False)
def edit_category(entry: Entry, form: EditCategory) -> Answer:  # noqa: ARG001  handlers are called alike
    """Change a category; wires that are stored keep what they were given at import."""
    category = db.session.get(Category, form.category.data)
    if category is None:
        raise Refused(NO_CATEGORY)
    if category.code == NORMAL and any(form[name].data for name in ASKS):
        raise Refused(NORMAL_ASKS_NOTHING)
    for name in ("name_en", "name_zh_hans", "name_zh_hant", *ASKS):
        setattr(category, name, form[name].data)
    return {"category": category.code, "message": _("The category is saved.")}
