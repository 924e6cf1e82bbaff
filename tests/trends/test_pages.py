"""The pages of the trends, counted again from what the tests did."""

import io
import re

import pytest
from openpyxl import load_workbook

from tests.plant import Plant
from tests.tightening.story import held, inspect_all, mend, ready
from tests.trends.read import page, table
from wiring_qa.trends.charts.all import FIGURES
from wiring_qa.trends.exports import as_csv

LISTS = ("/findings", "/open", "/cabinets", "/rows", "/spot-checks", "/fixes", "/rechecks", "/escapes")


def test_only_leads_read_trends(plant: Plant) -> None:
    for path in ("", *LISTS, "/weekly.csv"):
        assert plant.client("li").get(f"/trends{path}").status_code == 403
        assert plant.client("lin").get(f"/trends{path}").status_code == 200


def test_an_empty_plant_says_that_nothing_was_checked(plant: Plant) -> None:
    assert "No row was checked for the first time in this period." in page(plant)


def test_findings_are_counted_by_kind_and_what_was_taken_back_is_not(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    plant.do("mark_faulty", "li", wire=2, kind="missing", end="both")
    plant.do("mark_faulty", "li", wire=10, kind="loose", end="to")
    plant.do("mark_faulty", "li", wire=11, kind="damaged", end="to")
    plant.do("take_back_mark", "li", wire=11)
    assert table(plant, "pareto-kind") == [
        ["Loose connection", "2", "66.7", "66.7"],
        ["Missing connection", "1", "33.3", "100.0"],
    ]
    assert sum(int(row[1]) for row in table(plant, "weekly")) == 3
    assert sum(int(row[2]) for row in table(plant, "weekly")) == 4


@pytest.mark.parametrize("by", ["category", "device", "model", "line", "wirer", "inspector"])
def test_findings_are_counted_by_whatever_they_have_in_common(plant: Plant, by: str) -> None:
    plant.do("assign_wirers", "lin", wirers=["chen", "zhao"])
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    rows = table(plant, f"pareto-{by}")
    assert sum(int(row[1]) for row in rows) == (2 if by == "wirer" else 1)
    if by == "inspector":
        assert rows[0][0] == "li"
    assert f'aria-current="true">{by.capitalize()}' in re.sub(
        r"\s*\n\s*", "", plant.client("lin").get(f"/trends?by={by}").text
    )


def test_narrowing_a_view_keeps_what_its_findings_are_counted_by(plant: Plant) -> None:
    assert (
        '<input type="hidden" name="by" value="device">' in plant.client("lin").get("/trends?by=device").text
    )


def test_a_view_is_narrowed_by_its_address(plant: Plant) -> None:
    plant.do("assign_wirers", "lin", wirers=["chen"])
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    plant.do("mark_faulty", "li", wire=2, kind="missing", end="both")
    for query, count in (
        ("", 2), ("?kind=loose", 1), ("?category=main_switch", 1), ("?wirer=chen&model=NICE-3000", 2),
        ("?wirer=zhao", 0), ("?inspector=li", 2), ("?inspector=wang", 0), ("?line=Hall+1", 0),
        ("?until=2020-01-06", 0), ("?origin=spot_check", 0), ("?from=2020-01-01&to=2020-02-01", 0),
    ):  # fmt: skip
        assert f"{count} entr" in page(plant, f"/trends/findings{query}"), query


@pytest.mark.parametrize(
    "query",
    [
        "until=0001-01-02", "until=9999-12-31", "until=never", "span=nonsense", "span=own", "kind=nonsense",
        "model=%00", "wirer=%00&inspector=%00", "from=2026-01-01", "from=1999-01-01&to=2199-12-31",
        "to=2020-01-01&from=2026-01-01", "page=-3", "page=99999999999999999999", "age=-1", "age=99",
        "span=month&until=2199-12-31", "span=half-year&until=2000-01-01", "tool=%00&size=x", "by=nonsense",
    ],
)  # fmt: skip
def test_no_address_is_answered_with_an_error(plant: Plant, query: str) -> None:
    for path in ("", *LISTS):
        assert plant.client("lin").get(f"/trends{path}?{query}").status_code == 200


def test_the_first_pass_yield_counts_cabinets_without_a_finding(plant: Plant) -> None:
    inspect_all(plant)
    assert "1 of 1 cabinets" in page(plant)
    assert "Only 1 cabinet: a share of so few says little." in page(plant)
    assert "without a finding" in page(plant, "/trends/cabinets")


def test_a_finding_of_the_first_inspection_spoils_the_first_pass(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    mend(plant, 1)
    inspect_all(plant)
    assert "0 of 1 cabinets" in page(plant)
    assert "with findings" in page(plant, "/trends/cabinets")


def test_a_finding_after_the_first_inspection_does_not_spoil_it(plant: Plant) -> None:
    inspect_all(plant)
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    assert "1 of 1 cabinets" in page(plant)


def test_a_round_that_was_asked_for_early_does_not_end_the_first_inspection(plant: Plant) -> None:
    plant.do("start_round", "li")
    assert "0 of 0 cabinets" in page(plant)


def test_spot_checks_are_counted_by_tool_and_size(plant: Plant) -> None:
    ready(plant)
    held(plant)
    ((tool, tried, moved, _share),) = table(plant, "tools")
    assert (tool, moved) == ("driver 7 · 5", "0")
    assert sum(int(row[1]) for row in table(plant, "sizes")) == int(tried)
    behind = page(plant, "/trends/spot-checks?tool=driver+7&setting=5&size=2.5")
    assert "driver 7 · 5 2.5 mm²" in behind
    assert "There is nothing in this view." in page(plant, "/trends/spot-checks?tool=-")


def test_what_only_the_spot_check_found_has_escaped(plant: Plant) -> None:
    ready(plant)
    plant.do("spot_check_moved", "li", wire=1, end="from")
    assert sum(int(row[1]) for row in table(plant, "escapes")) == 1
    assert "1 entry" in page(plant, "/trends/findings?origin=spot_check")


def test_rechecks_that_failed_are_told(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    plant.do("confirm_fix", "chen", finding=1)
    plant.do("fail_recheck", "wang", finding=1, note="still moves")
    mend(plant, 1)
    text = page(plant)
    assert "Rechecks that failed, and opened their finding again: 1 of 2 (50 %)." in text
    assert [row[:2] for row in table(plant, "times")] == [["Finding to fix", "2"], ["Fix to recheck", "2"]]
    (week,) = [row for row in table(plant, "rechecks") if row[1] != "0"]
    assert week[1:] == ["2", "1", "50.0", "1"]
    assert "Only 2 rechecks: a share of so few says little." in text


def test_what_is_open_now_is_counted_by_age(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    assert table(plant, "ages")[0] == ["up to 1 day", "1"]
    assert "1 entry" in page(plant, "/trends/open?age=0&until=2020-01-06")
    assert "nothing in this view" in page(plant, "/trends/open?age=4")


def test_rows_behind_a_figure_are_listed_by_cabinet(plant: Plant) -> None:
    inspect_all(plant)
    assert "SN-1 · NICE-3000 A/2 li 14" in page(plant, "/trends/rows")


@pytest.mark.parametrize("figure", [name for name in FIGURES if name != "drawing"])
def test_every_figure_is_given_as_workbook_and_picture(plant: Plant, figure: str) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    mend(plant, 1)
    ready(plant)
    plant.do("spot_check_moved", "li", wire=1, end="from")
    answer = plant.client("lin").get(f"/trends/{figure}.xlsx")
    assert load_workbook(io.BytesIO(answer.data)).active is not None
    picture = plant.client("lin").get(f"/trends/{figure}.svg")
    assert picture.mimetype == "image/svg+xml"
    assert "<rect" in picture.text


def test_what_is_no_figure_is_not_found(plant: Plant) -> None:
    for name in ("nonsense.csv", "weekly.exe", "drawing.csv", "weekly.svg"):
        assert plant.client("lin").get(f"/trends/{name}").status_code == 404


def test_no_cell_of_an_export_is_a_formula() -> None:
    assert b"'=1+1" in as_csv([["=1+1", 2]])
