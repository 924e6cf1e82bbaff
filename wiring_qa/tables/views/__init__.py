"""The pages of wiring tables, of drafts, and of what the import judges by."""

from flask import Blueprint

from wiring_qa.tables.cell_texts.colours import colour_codes
from wiring_qa.tables.drafts.originals import originals

blueprint = Blueprint("tables", __name__)
blueprint.add_app_template_filter(colour_codes)
blueprint.add_app_template_filter(originals)

from wiring_qa.tables.views import categories, drafts, tables, uploads  # noqa: E402, F401  they add their routes
