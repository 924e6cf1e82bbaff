from flask import Flask
from sqlalchemy import func, select

from tests.plant import Plant
from wiring_qa.core.db import db
from wiring_qa.demo.crew import PASSWORD, PIN
from wiring_qa.journal.models import JournalEntry
from wiring_qa.people.proofs import prove


def entries() -> int:
    return db.session.execute(select(func.count()).select_from(JournalEntry)).scalar_one()


def test_it_says_whom_to_sign_in_as(app: Flask) -> None:
    done = app.test_cli_runner().invoke(args=["demo", "--cabinets", "1", "--weeks", "1"])
    assert done.exit_code == 0, done.output
    assert "Lin Yue" in done.output
    with app.test_request_context():
        assert prove("Lin Yue", PASSWORD).may("release_cabinet")
        assert prove("王芳", PIN).may("mark_ok")


def test_a_plant_at_work_is_refused(plant: Plant) -> None:
    before = entries()
    done = plant.app.test_cli_runner().invoke(args=["demo"])
    assert done.exit_code == 1
    assert "empty plant only" in done.stderr
    assert entries() == before


def test_if_empty_leaves_a_plant_at_work_alone(plant: Plant) -> None:
    before = entries()
    done = plant.app.test_cli_runner().invoke(args=["demo", "--if-empty"])
    assert done.exit_code == 0
    assert done.output == ""
    assert entries() == before


def test_a_number_that_makes_no_sense_is_wrong_usage(app: Flask) -> None:
    assert app.test_cli_runner().invoke(args=["demo", "--cabinets", "0"]).exit_code == 2
