"""What a program asks for is as described, or told at the field that is not."""

from typing import Any

import pytest

from tests.api.test_api import NEW, call, token
from tests.plant import MODEL, Plant


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/cabinets?limit=many", None, "limit"),
        ("/cabinets", {"serial": "X", "model": MODEL}, "revision"),
        ("/cabinets", {**NEW, "serial": 9}, "serial"),
        ("/cabinets", {**NEW, "wirers": [9]}, "wirers"),
        ("/cabinets", {**NEW, "colour": "red"}, "colour"),
        ("/figures/weekly?span=nonsense", None, "span"),
        ("/figures/weekly?until=yesterday", None, "until"),
        ("/figures/weekly?from=2026-11-01&to=soon", None, "to"),
        ("/figures/weekly?kind=nonsense", None, "kind"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(plant: Plant, path: str, body: Any, field: str) -> None:
    response = call(plant, path, token(plant), body)
    assert response.status_code == 422
    assert response.json is not None
    assert list(response.json["errors"]) == [field]


def test_a_figure_is_read_of_days_of_ones_own(plant: Plant) -> None:
    answer = call(plant, "/figures/weekly?from=2026-03-02&to=2026-03-15", token(plant)).json
    assert answer is not None
    assert (answer["first_day"], answer["last_day"]) == ("2026-03-02", "2026-03-15")
    assert [row[0] for row in answer["rows"]] == ["2026-03-02", "2026-03-09"]
