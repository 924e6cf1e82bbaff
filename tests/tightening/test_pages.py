import re

from flask.testing import FlaskClient
from sqlalchemy import update

from tests.plant import Plant
from tests.tightening.story import TOOL, confirm, groups, held, inspect_all, mend, ready, summary, the_round
from wiring_qa.core.db import db
from wiring_qa.tables.models import Wire
from wiring_qa.tightening.states import RoundState


def _page(client: FlaskClient, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.text)


def _row(page: str, wire: int) -> str:
    return page.partition(f'data-wire="{wire}"')[2].partition("</article>")[0]


def test_the_groups_are_tiles_with_count_and_state(plant: Plant) -> None:
    inspect_all(plant)
    confirm(plant, "-Q1")

    page = _page(plant.client("chen"), f"/c/{plant.code}/tightening")

    number = groups(plant)["-Q1"].number
    tile = page.partition(f'data-group="{number}"')[2].partition("</a>")[0]
    assert "-Q1" in tile
    assert "2 terminations" in tile
    assert "Confirmed" in tile
    assert "chen · driver 7 · setting 5" in tile
    assert page.count("To tighten") == 9


def test_before_the_first_round_the_page_says_what_starts_it(plant: Plant) -> None:
    assert 'data-act="start-round"' in _page(plant.client("li"), f"/c/{plant.code}/tightening")
    page = _page(plant.client("chen"), f"/c/{plant.code}/tightening")
    assert 'data-act="start-round"' not in page
    assert "when the first inspection of all rows is done" in page


def test_a_group_lists_its_terminations_with_size_and_the_torque_of_a_known_thread(plant: Plant) -> None:
    db.session.execute(update(Wire).where(Wire.sequence == 2).values(extra={"screw (from)": "M4"}))
    db.session.commit()
    inspect_all(plant)

    page = _page(plant.client("chen"), f"/c/{plant.code}/tightening/{groups(plant)['-Q1'].number}")

    assert "10 mm²" in page
    assert re.search(r"M4 · <b>1.2 N·m</b>", page)
    other = _page(plant.client("chen"), f"/c/{plant.code}/tightening/{groups(plant)['-F1'].number}")
    assert "N·m</b>" not in other


def test_a_wirer_confirms_a_group_by_its_form_and_goes_on_to_the_next(plant: Plant) -> None:
    inspect_all(plant)
    client = plant.client("chen")
    first, second = list(groups(plant).values())[:2]
    page = _page(client, f"/c/{plant.code}/tightening/{first.number}")
    assert f'data-act="confirm-group" data-group="{first.number}"' in page
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))

    response = client.post(f"/c/{plant.code}/confirm_group", data={**fields, **TOOL})

    assert response.status_code == 303
    assert response.location == f"/c/{plant.code}/tightening/{second.number}"
    assert summary(plant).confirmed == 1
    following = _page(client, response.location)
    assert 'value="driver 7"' in following  # tool and setting are offered again
    assert 'value="5"' in following


def test_a_confirmation_that_is_refused_asks_again(plant: Plant) -> None:
    inspect_all(plant)

    response = plant.client("chen").post(
        f"/c/{plant.code}/confirm_group",
        data={"id": "6e1f7f0a-3d3e-4f5e-9c73-0b8a7e2f0a11", "group": "1", "tool": "driver 7"},
    )

    assert response.status_code == 422
    assert "Give the clutch setting or the torque." in response.text


def test_inspectors_see_a_group_without_the_form(plant: Plant) -> None:
    inspect_all(plant)

    page = _page(plant.client("li"), f"/c/{plant.code}/tightening/1")

    assert "confirm-group" not in page
    assert plant.client("li").get(f"/c/{plant.code}/tightening/99").status_code == 404


def test_a_reworked_group_says_so_and_marks_the_termination(plant: Plant) -> None:
    inspect_all(plant, but=(14,))
    plant.do("mark_faulty", "li", wire=14, kind="loose", end="from")
    confirm(plant)
    plant.do("confirm_fix", "chen", finding=1)

    assert "Tighten again" in _page(plant.client("chen"), f"/c/{plant.code}/tightening")
    page = _page(plant.client("chen"), f"/c/{plant.code}/tightening/{groups(plant)['-A2'].number}")

    assert page.count('undo" aria-hidden="true"></i>reworked') == 1


def test_the_sample_shows_why_each_row_was_drawn_and_the_pull_force(plant: Plant) -> None:
    ready(plant)

    page = _page(plant.client("li"), f"/c/{plant.code}/spot-check")

    assert page.count('data-act="held"') == page.count('data-act="moved"') == 14
    assert "large wire" in _row(page, 1)
    assert "category that is always sampled" in _row(page, 1)
    assert "90 N" in _row(page, 1)
    assert "drawn at random" in _row(page, 9)


def test_an_inspector_records_held_and_moved_by_the_forms_of_the_page(plant: Plant) -> None:
    ready(plant)
    client = plant.client("li")
    fields = dict(
        re.findall(
            r'<input type="hidden" name="(\w+)" value="([^"]*)">',
            _row(_page(client, f"/c/{plant.code}/spot-check"), 9),
        )
    )

    response = client.post(f"/c/{plant.code}/spot_check_held", data={**fields, "torque_nm": "1.1"})

    assert response.status_code == 303
    row = _row(_page(client, f"/c/{plant.code}/spot-check"), 9)
    assert "Held" in row
    assert "1.1 N·m" in row
    assert 'data-act="held"' not in row
    assert summary(plant).spot_checked == 1


def test_a_scripted_tap_is_answered_as_json(plant: Plant) -> None:
    ready(plant)

    response = plant.client("li").post(
        f"/c/{plant.code}/spot_check_moved",
        data={"id": "0f0d8a52-4a8e-4d6f-8a3d-52f7a1f0c3b9", "wire": "9", "end": "to"},
        headers={"Accept": "application/json"},
    )

    answer = response.get_json()["answer"]
    assert (answer["result"], answer["state"], answer["finding"]) == ("moved", "failed", 1)
    page = _page(plant.client("li"), f"/c/{plant.code}/spot-check")
    assert "The round before failed its spot check." in page
    assert 'data-round="1"' in page
    assert 'data-round="2"' in page


def test_whoever_confirmed_a_group_is_told_that_another_person_spot_checks_it(plant: Plant) -> None:
    inspect_all(plant)
    confirm(plant, "-Q1", by="lin")
    confirm(plant)

    page = _page(plant.client("lin"), f"/c/{plant.code}/spot-check")

    assert "another person spot-checks it" in _row(page, 1)
    assert 'data-act="held"' in _row(page, 4)


def test_rows_of_a_reworked_group_wait(plant: Plant) -> None:
    ready(plant)
    plant.do("mark_faulty", "li", wire=14, kind="wrong_lug", end="from")
    mend(plant, 1)

    page = _page(plant.client("li"), f"/c/{plant.code}/spot-check")

    assert "Reworked, to be tightened and confirmed first: -A2" in page
    assert 'data-state="waiting"' in page
    assert 'data-act="held"' not in _row(page, 13)


def test_a_passed_round_stands_in_the_history(plant: Plant) -> None:
    ready(plant)
    held(plant)
    assert the_round(plant).cached_state is RoundState.PASSED

    page = _page(plant.client("chen"), f"/c/{plant.code}/tightening")

    assert "every group is tightened and the sample held" in page
    line = page.partition('data-round="1"')[2]
    assert "Level II, AQL 0.65" in line
    assert "14 held, 0 moved" in line


def test_before_the_draw_the_spot_check_says_what_is_missing(plant: Plant) -> None:
    assert "No sample is drawn yet." in _page(plant.client("li"), f"/c/{plant.code}/spot-check")
