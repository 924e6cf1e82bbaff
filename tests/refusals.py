"""Says in one word why an act was refused."""

from typing import Any

import pytest

from tests.plant import Plant
from wiring_qa.core.refusals import Refused


def refused(plant: Plant, act: str, by: str, **fields: Any) -> str:
    """Return the code of the refusal that an act meets."""
    with pytest.raises(Refused) as caught:
        plant.do(act, by, **fields)
    return caught.value.refusal.code
