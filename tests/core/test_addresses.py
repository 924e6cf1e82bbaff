import pytest

from tests.plant import Plant


@pytest.mark.parametrize("number", [2**31, 2**63, 10**30])
@pytest.mark.parametrize(
    "path",
    [
        "/c/{code}/complaints/{number}",
        "/c/{code}/tightening/{number}",
        "/tables/{number}",
        "/tables/{number}/compare/{number}",
        "/tablets/{number}/invitation",
    ],
)
def test_at_a_number_that_no_column_holds_there_is_nothing(plant: Plant, path: str, number: int) -> None:
    assert plant.client("lin").get(path.format(code=plant.code, number=number)).status_code == 404


@pytest.mark.parametrize("number", [2**31, 10**30])
@pytest.mark.parametrize(
    "address",
    [
        "/settings/api?made={number}",
        "/trends/open?age={number}",
        "/c/{code}/walk?plain={number}",
        "/c/{code}/changes?since={number}",
    ],
)
def test_such_a_number_after_the_address_is_none(plant: Plant, address: str, number: int) -> None:
    answer = plant.client("lin").get(address.format(code=plant.code, number=number))
    assert answer.status_code == 200
