from pathlib import Path

import pytest

from tests.plant import Plant

BEGINNINGS = {"pdf": b"%PDF", "png": b"\x89PNG", "svg": b"<", "zpl": b"^XA"}


@pytest.mark.parametrize("ending", BEGINNINGS)
def test_labels_are_written_in_the_format_that_the_file_is_named_for(
    plant: Plant, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"labels.{ending.upper()}"
    done = plant.app.test_cli_runner().invoke(args=["labels", "sn-1", "--output", str(file)])
    assert done.exit_code == 0, done.output
    assert file.read_bytes().startswith(BEGINNINGS[ending])


@pytest.mark.parametrize(
    ("serial", "name", "code", "words"),
    [
        ("SN-1", "labels.doc", 2, "must end in .pdf, .png, .svg or .zpl"),
        ("SN-1", "labels", 2, "must end in .pdf, .png, .svg or .zpl"),
        ("SN-99", "labels.pdf", 1, "There is no cabinet with the serial number “SN-99”."),
        ("SN-1", "missing/labels.pdf", 1, "No such file or directory"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line_and_leaves_no_file(
    plant: Plant, tmp_path: Path, serial: str, name: str, code: int, words: str
) -> None:
    file = tmp_path / name
    done = plant.app.test_cli_runner().invoke(args=["labels", serial, "--output", str(file)])
    assert done.exit_code == code
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert not file.exists()
