import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner
from sqlalchemy import inspect

from tests import databases
from wiring_qa import create_app
from wiring_qa.core.db import db

TOP = Path(__file__).resolve().parents[2]


@pytest.fixture
def runner(tmp_path: Path) -> Iterator[FlaskCliRunner]:
    """The command line of an app whose database is empty."""
    app = create_app(databases.test_settings(f"sqlite:///{tmp_path / 'new.sqlite3'}"), testing=True)
    with app.app_context():
        yield app.test_cli_runner()
        db.session.remove()
        db.engine.dispose()


def test_an_empty_database_is_prepared_and_can_be_prepared_again(runner: FlaskCliRunner) -> None:
    first = runner.invoke(args=["prepare"])
    assert first.exit_code == 0, first.output
    assert "The database is now at version" in first.stdout
    again = runner.invoke(args=["prepare"])
    assert again.stdout.startswith("The database is up to date")
    assert {"people", "journal_entries"} <= set(inspect(db.engine).get_table_names())


def test_a_database_that_is_not_prepared_is_one_line_and_exit_code_1(runner: FlaskCliRunner) -> None:
    result = runner.invoke(args=["users", "add", "Mei", "--role", "wirer"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    assert "Has “flask --app wiring_qa prepare” been run?" in result.stderr


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("SECRET_KEY", "short", "WIRING_QA_SECRET_KEY must be set to at least 16 characters."),
        ("TIMEZONE", "Mars/Olympus", "WIRING_QA_TIMEZONE “Mars/Olympus” is not a known time zone."),
    ],
)
@pytest.mark.parametrize("arguments", [["prepare"], ["--help"]], ids=["command", "help"])
def test_a_wrong_setting_is_one_line(
    tmp_path: Path, arguments: list[str], variable: str, value: str, words: str
) -> None:
    settings = {"WIRING_QA_SECRET_KEY": "k" * 20, f"WIRING_QA_{variable}": value}
    result = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "wiring_qa", *arguments],
        env={**os.environ, **settings, "PYTHONPATH": str(TOP)},  # noqa: TID251  handed on to the command
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout, result.stderr) == (1, "", f"Error: {words}\n")
