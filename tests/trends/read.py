"""What the tests read of the pages and files of the trends."""

import csv
import io
import re

from tests.plant import Plant


def page(plant: Plant, address: str = "/trends", by: str = "lin") -> str:
    answer = plant.client(by).get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True)))


def table(plant: Plant, figure: str, query: str = "") -> list[list[str]]:
    """Return the rows of a figure's CSV file, without its head."""
    answer = plant.client("lin").get(f"/trends/{figure}.csv{query}")
    assert answer.status_code == 200
    return list(csv.reader(io.StringIO(answer.text.lstrip("\ufeff"))))[1:]
