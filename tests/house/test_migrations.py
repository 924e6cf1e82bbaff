"""The migrations alone make the schema that the models describe, on both engines."""

from collections.abc import Iterator

import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import inspect, text

from tests.databases import Databases
from wiring_qa.core.db import db

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def database_url(databases: Databases) -> Iterator[str]:
    with databases.fresh() as url:
        yield url


def test_an_empty_database_is_brought_to_the_newest_schema() -> None:
    made = set(inspect(db.engine).get_table_names())
    assert made - {"alembic_version"} == set(db.metadata.tables)


def test_models_and_migrations_agree() -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, db.metadata) == []


def test_a_model_without_its_migration_is_found() -> None:
    with db.engine.begin() as connection:
        connection.execute(text("DROP TABLE sign_in_tries"))
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, db.metadata)


def test_the_migrations_are_one_line_of_succession(app: Flask) -> None:
    script = ScriptDirectory.from_config(app.extensions["migrate"].migrate.get_config())
    assert len(script.get_heads()) == 1


def test_upgrading_twice_changes_nothing() -> None:
    before = inspect(db.engine).get_table_names()
    flask_migrate.upgrade()
    assert inspect(db.engine).get_table_names() == before
