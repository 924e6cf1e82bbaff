"""The pages of wiring tables, of drafts, and of what the import judges by."""

from flask import Blueprint

blueprint = Blueprint("tables", __name__)

from wiring_qa.tables.views import categories, drafts, tables  # noqa: E402, F401  they add their routes
