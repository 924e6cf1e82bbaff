"""`tables` on the command line, to the letter of the contract."""

import json
from pathlib import Path

import pytest

from tests.plant import Plant
from tests.tables.test_preview import TABLE, as_csv


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "drive.csv"
    path.write_bytes(as_csv(TABLE))
    return path


def test_an_import_prints_the_object_of_the_preview_and_the_table(plant: Plant, file: Path) -> None:
    runner = plant.app.test_cli_runner()
    seen = json.loads(runner.invoke(args=["tables", "preview", str(file), "--json"]).stdout)
    named = ["--model", "D", "--revision", "1", "--json"]
    saved = json.loads(runner.invoke(args=["tables", "import", str(file), *named]).stdout)
    assert isinstance(saved.pop("table"), int)
    assert saved == seen


@pytest.mark.parametrize(
    "arguments",
    [
        ["tables", "preview", "missing.csv"],
        ["tables", "preview", "{file}", "--map", "colr=颜色"],
        ["tables", "preview", "{file}", "--colour"],
        ["tables", "import", "{file}", "--model", "D"],
        ["tables", "peruse", "{file}"],
        ["labels"],
        ["labels", "S1", "--output"],
        ["cabinets", "add"],
    ],
)
def test_wrong_usage_is_one_line(plant: Plant, file: Path, arguments: list[str]) -> None:
    result = plant.app.test_cli_runner().invoke(args=[each.format(file=file) for each in arguments])
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith("Error: ")


def test_a_file_without_sheets_says_so(plant: Plant, file: Path) -> None:
    result = plant.app.test_cli_runner().invoke(args=["tables", "preview", str(file), "--sheet", "Two"])
    assert (result.exit_code, result.stderr) == (1, "Error: drive.csv: This file has no sheets.\n")
