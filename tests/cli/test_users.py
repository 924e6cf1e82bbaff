import re

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select

from tests.plant import Plant
from wiring_qa.core.db import db
from wiring_qa.journal.models import JournalEntry
from wiring_qa.people.models import Person


@pytest.fixture(autouse=True)
def somebody(plant: Plant) -> Plant:
    return plant


def flask(app: Flask, *args: str) -> Result:
    db.session.rollback()
    result = app.test_cli_runner().invoke(args=args)
    db.session.rollback()
    return result


def sign_in(app: Flask, name: str, secret: str) -> int:
    return app.test_client().post("/sign-in", data={"name": name, "secret": secret}).status_code


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("inspector", r"PIN: (\d{6})"),
        ("wirer", r"PIN: (\d{6})"),
        ("lead", r"Password: (\S{19})"),
        ("admin", r"Password: (\S{19})"),
    ],
)
def test_a_user_is_added_and_the_secret_shown_once(app: Flask, role: str, shown: str) -> None:
    result = flask(app, "users", "add", "Mei", "--role", role)
    assert result.exit_code == 0
    assert f"Added Mei ({role})." in result.stdout
    assert result.stderr == "It is shown this once only.\n"
    secret = re.search(shown, result.stdout)
    assert secret
    assert sign_in(app, "mei", secret[1]) == 303


def test_the_journal_says_honestly_that_it_was_the_command_line(app: Flask) -> None:
    flask(app, "users", "add", "Mei", "--role", "wirer")
    query = select(Person.name).join(JournalEntry, JournalEntry.actor_id == Person.id)
    assert db.session.scalar(query.where(JournalEntry.type == "add_person")) == "console"


def test_the_command_lines_person_can_never_sign_in(app: Flask) -> None:
    flask(app, "users", "add", "Mei", "--role", "wirer")
    console = db.session.scalars(select(Person).where(Person.name == "console")).one()
    assert (console.active, console.password_hash, console.pin_hash) == (False, None, None)
    assert sign_in(app, "console", "") == 422


def test_a_name_that_is_taken_is_one_line_and_exit_code_1(app: Flask) -> None:
    result = flask(app, "users", "add", "LI", "--role", "wirer")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: Someone else has this name already.\n"


@pytest.mark.parametrize(
    "args", [["add", "Mei"], ["add", "--role", "wirer"], ["add", "Mei", "--role", "chief"], ["remove", "Mei"]]
)
def test_wrong_usage_is_exit_code_2(app: Flask, args: list[str]) -> None:
    result = flask(app, "users", *args)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_a_lost_secret_is_replaced(app: Flask) -> None:
    result = flask(app, "users", "reset", "ROOT")
    password = re.search(r"Password: (\S{19})", result.stdout)
    assert password
    assert "root has a new password." in result.stdout
    assert sign_in(app, "root", password[1]) == 303


def test_the_secret_of_nobody_is_not_replaced(app: Flask) -> None:
    result = flask(app, "users", "reset", "nobody")
    assert (result.exit_code, result.stderr) == (1, "Error: There is no such person.\n")


def test_everyone_is_listed(app: Flask) -> None:
    lines = flask(app, "users", "list").stdout.splitlines()
    assert lines[0].split("\t") == ["chen", "wirer", "active"]
    assert len(lines) == 6
