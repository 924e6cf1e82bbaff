"""An option's wrong value is wrong usage (2); what does not exist, or is not so, is 1."""

import pytest

from tests.plant import Plant

TABLE = ["--model", "NICE-3000", "--revision", "A/2"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["cabinets", "add", "  ", *TABLE], 2),
        (["cabinets", "add", "S" * 300, *TABLE], 2),
        (["cabinets", "add", "SN-2", "--model", "", "--revision", "A/2"], 2),
        (["users", "add", " ", "--role", "wirer"], 2),
        (["labels", "SN-1", "--output", "a.pdf", "--dpi", "7"], 2),
        (["demo", "--cabinets", "0"], 2),
        (["cabinets", "add", "SN-1", *TABLE], 1),
        (["cabinets", "add", "SN-2", "--model", "OTHER", "--revision", "A/2"], 1),
        (["cabinets", "add", "SN-2", *TABLE, "--wirer", "nobody"], 1),
        (["cabinets", "show", "SN-99"], 1),
        (["cabinets", "move", "SN-1", "--revision", "Z"], 1),
        (["labels", "SN-1", "--output", "a.pdf", "--layout", "nothing"], 1),
        (["users", "reset", "nobody"], 1),
        (["demo"], 1),
    ],
)
def test_exit_codes(plant: Plant, arguments: list[str], code: int) -> None:
    result = plant.app.test_cli_runner().invoke(args=arguments)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (code, "", 1), result.output
    assert result.stderr.startswith("Error: ")
