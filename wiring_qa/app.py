"""The composition root: builds the app from its rooms, in floor order."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from flask import Flask
from sqlalchemy import text

from wiring_qa import cli
from wiring_qa.core import engines, errors, i18n, security, sent
from wiring_qa.core.db import db, migrate
from wiring_qa.core.settings import SettingError, Settings, settings_from_environment
from wiring_qa.core.version import version_of
from wiring_qa.journal import acts
from wiring_qa.journal.record import Journal
from wiring_qa.people import access
from wiring_qa.release import stage

TOP = Path(__file__).resolve().parent.parent
A_YEAR = 365 * 24 * 3600
ROOMS = (
    "journal",
    "people",
    "tables",
    "attachments",
    "offline",
    "webhooks",
    "cabinets",
    "labels",
    "drawings",
    "findings",
    "walk",
    "tightening",
    "revisions",
    "release",
    "complaints",
    "records",
    "trends",
    "worklist",
    "api",
)
"""The rooms in floor order; of each, its operations, then its pages are taken in."""


def create_app(settings: Settings | None = None, *, testing: bool = False) -> Flask:
    """Build the app; raises `SettingError` with one sentence where a setting is missing or wrong."""
    settings = settings or _settings()
    version = version_of(TOP)
    app = Flask(
        "wiring_qa",
        # with the version in its address an asset never changes, and a page never meets another version's
        static_url_path=f"/static/{version}",
        template_folder=str(TOP / "templates"),
        static_folder=str(TOP / "static"),
        instance_path=str(TOP / "instance"),
    )
    app.testing = testing
    sent.init_app(app)
    app.config.update(
        WIRING_QA=settings,
        VERSION=version,
        SEND_FILE_MAX_AGE_DEFAULT=A_YEAR,
        SECRET_KEY=settings.secret_key,
        SECRET_KEY_FALLBACKS=list(settings.keys[1:]),
        SQLALCHEMY_DATABASE_URI=settings.sqlalchemy_url,
        SQLALCHEMY_ENGINE_OPTIONS=engines.POOL,
        MAX_CONTENT_LENGTH=settings.upload_limit_mb * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=4 * 1024 * 1024,
        PERMANENT_SESSION_LIFETIME=settings.sign_in_hours * 3600,
    )
    db.init_app(app)
    migrate.init_app(app, db, directory=str(TOP / "migrations"))
    with app.app_context():
        engines.prepare(db.engine)
    security.init_app(app)
    i18n.init_app(app)
    errors.init_app(app)
    access.init_app(app)
    for room in ROOMS:
        _take_in(app, room)
    acts.add_routes(app)
    app.add_url_rule("/healthz", "health", _health)
    # the one link upward: what a cabinet's operations add up to is derived in the same transaction
    app.extensions["wiring_qa_journal"] = Journal(app, after=stage.refresh)
    cli.add_commands(app)
    return app


def _settings() -> Settings:
    try:
        return settings_from_environment()
    except SettingError as wrong:
        cli.stop(wrong)


def _take_in(app: Flask, room: str) -> None:
    package = import_module(f"wiring_qa.{room}")
    parts = {each.name for each in iter_modules(package.__path__)}
    if "operations" in parts:
        operations = import_module(f"wiring_qa.{room}.operations")
        for act in iter_modules(operations.__path__):
            import_module(f"wiring_qa.{room}.operations.{act.name}")
    if "views" in parts:
        blueprint = import_module(f"wiring_qa.{room}.views").blueprint
        app.register_blueprint(blueprint)


def _health() -> tuple[str, int]:
    db.session.execute(text("SELECT 1"))
    return "ok", 200
