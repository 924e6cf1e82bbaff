from tests.plant import Plant
from tests.refusals import refused


def test_a_lead_accepts_a_deviation_with_a_reason(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="wrong_colour", end="both")
    answer = plant.do("grant_concession", "lin", finding=1, reason="customer agreed to blue")
    assert answer["findings"] == [{"finding": 1, "state": "conceded"}]
    assert answer["rows"][0]["state"] == "in_order"


def test_a_concession_needs_a_reason(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="wrong_colour", end="both")
    assert refused(plant, "grant_concession", "lin", finding=1) == "invalid"


def test_only_a_lead_concedes(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="wrong_colour", end="both")
    assert refused(plant, "grant_concession", "li", finding=1, reason="fine") == "not_allowed"


def test_what_is_settled_needs_no_concession(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="wrong_colour", end="both")
    plant.do("grant_concession", "lin", finding=1, reason="customer agreed")
    assert refused(plant, "grant_concession", "lin", finding=1, reason="again") == "nothing_to_concede"
