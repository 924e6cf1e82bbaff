import json

from flask import Flask

from tests.journal.tampering import tamper
from tests.plant import Plant
from wiring_qa.core.db import db


def test_a_journal_that_holds_is_exit_code_0(app: Flask, plant: Plant) -> None:
    db.session.rollback()
    result = app.test_cli_runner().invoke(args=["journal", "verify"])
    assert (result.exit_code, result.stdout) == (0, "The journal holds: 2 entries in 2 chains.\n")
    assert plant


def test_a_broken_one_is_exit_code_1_and_the_place(app: Flask, plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    tamper(app, f"UPDATE journal_entries SET data = '{{}}' WHERE chain = '{plant.code}' AND position = 2")
    tamper(app, "UPDATE checks SET position = 7")
    result = app.test_cli_runner().invoke(args=["journal", "verify"])
    assert result.exit_code == 1
    assert f"chain {plant.code}, entry 2, was edited" in result.stdout
    assert "fact checks 1 is not as it was recorded" in result.stdout


def test_scripts_get_one_json_object(app: Flask, plant: Plant) -> None:
    tamper(app, f"DELETE FROM journal_entries WHERE chain = '{plant.code}'")
    result = app.test_cli_runner().invoke(args=["journal", "verify", "--json"])
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert (report["ok"], report["chains"], report["entries"]) == (False, 1, 1)
    first = report["breaks"][0]
    assert first == {"reason": "missing", "chain": plant.code, "position": 1, "fact": None}
