"""Runs the migrations through the app's own engine, on SQLite and on PostgreSQL."""

from alembic import context
from flask import current_app

from wiring_qa.core.db import db
from wiring_qa.core.engines import WRITER


def render_item(type_, obj, autogen_context):
    """Write our own column types as the plain ones they are in the database."""
    if type_ == "type" and obj.__class__.__name__ == "UtcDateTime":
        return "sa.DateTime(timezone=True)"
    return False


def run():
    with db.engine.connect().execution_options(**WRITER) as connection:
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            render_as_batch=True,
            render_item=render_item,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


assert current_app, "run as: flask --app wiring_qa db upgrade"
run()
