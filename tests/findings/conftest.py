"""A finding that photos are of."""

from uuid import UUID, uuid4

import pytest

from tests.plant import Plant


@pytest.fixture
def raised(plant: Plant) -> UUID:
    """The operation that raised the cabinet's finding."""
    number = uuid4()
    plant.do("mark_faulty", "li", number=number, wire=9, kind="loose", end="from")
    return number
